"""Counts of roles: what their words leave room for."""

from ..numbers import Number
from . import role_words as say
from .scope import Scope


def count_bounds(scope: Scope, number: Number, before: str) -> tuple[float, float]:
    """What counts fit the words: "nearly twenty" is 17 to 20, "over ten" 11 to 15."""
    here = scope.here(number.start)
    low, high = number.low, number.high
    near = say.APPROX.search(before)
    if near is None:
        return low, high
    word = near.group().strip()
    if word == "up to" and here.search(say.NOW_UP_TO, before):
        return low, high
    slack = max(1.0, number.value * 0.15)
    if word in ("nearly", "almost", "just under", "close to"):
        return low - slack, high
    if word in ("over", "more than", "upwards of", "north of", "well over", "just over"):
        return low + 1, high + max(4.0, number.value * 0.5)
    if word in ("at least", "no fewer than"):
        return low, high + max(4.0, number.value * 0.5)
    if word in ("under", "fewer than", "less than", "up to", "as many as"):
        return max(0.0, low - slack * 2), high
    return low - slack, high + slack
