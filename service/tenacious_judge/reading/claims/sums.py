"""Sums of money: their currency, and what their words leave room for."""

import re

from ..numbers import Number
from .scope import Scope

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_ABOUT = re.compile(
    r"\b(?:about|around|roughly|approximately|some|circa|close to|or so|in the region of|just)\s*$|~\s*$"
)
_NEARLY = re.compile(r"\b(?:nearly|almost|just under|just shy of|close on)\s*$")
_OVER = re.compile(r"\b(?:over|more than|north of|upwards of|at least|just over|well over)\s*$")


def currency(scope: Scope, number: Number) -> str:
    """ "EUR", "GBP", ...; "" for dollars."""
    text = scope.flat[number.start : number.end] + " " + number.noun[:8]
    for mark, name in (
        ("€", "EUR"),
        ("eur", "EUR"),
        ("£", "GBP"),
        ("gbp", "GBP"),
        ("pounds", "GBP"),
        ("chf", "CHF"),
        ("kes", "KES"),
    ):
        if mark in text:
            return name
    return ""


def money_bounds(scope: Scope, number: Number) -> tuple[float, float]:
    """What the words leave room for: "$18M" is 17.5 to 18.5, "nearly 20" 17 to 20, "over 15" 15 to 20."""
    text = scope.flat[number.start : number.end]
    digits = _DIGITS.search(text)
    step = 0.03
    if digits and "." in digits.group():
        step = 0.012
    before = scope.before(number.start, 24)
    if _ABOUT.search(before):
        return number.low * 0.88, number.high * 1.12
    if _NEARLY.search(before):
        return number.low * 0.85, number.high * 1.005
    if _OVER.search(before) or "+" in text:
        return number.low * 0.995, number.high * 1.3
    return number.low * (1 - step), number.high * (1 + step)
