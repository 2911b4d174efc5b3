"""What a number counts, told by its marks and by the words around it."""

import re
from typing import NamedTuple

from .number_model import Number, NumberKind
from .number_words import CURRENCY_WORDS, DAY_UNITS, LABELS, SCALE, TIME_UNITS
from .wordlist import words_of

_MONTH_NAMES = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_MONTHS = tuple(_MONTH_NAMES.split("|"))
_MONTH_HEADS = frozenset(name[:3] for name in _MONTHS)
_MONTH_ENDS = tuple(f"{name}{dot} " for name in _MONTHS for dot in ("", "."))
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?[ -](?:of )?(?:{_MONTH_NAMES})\b")
_DATE_BEFORE = re.compile(rf"\b(?:{_MONTH_NAMES})\.? $")
_DAY_MONTH = re.compile(rf"\d(?:st|nd|rd|th)? (?:of )?(?:{_MONTH_NAMES})\.? $")
_CLOCK = re.compile(r":\d\d")
_BEFORE_WORD = re.compile(r"([a-z][\w$-]*)[\s\x1f(-]*$")
_GOES_ON = re.compile(r"-\d\d?-\d|/\d\d?/\d|\.\d")
_MILLIONS = frozenset(("m", "mm", "mn", "mil", "million", "bn", "b", "billion", "millions"))
_MANY = words_of(
    """users customers people devices requests records events messages transactions orders rows patients
    downloads shipments"""
)
# "At two of five carriers", "at three firms": where, not when.
_PLACES_AFTER = re.compile(
    r" of (?:the |these |those |our )?(?:\w+ )?"
    r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|them\b)|"
    r" (?!(?:works?|suits?|for|with|and|or|to|is|would|on|if|when|as|by|in|of|but|after|before) )"
    r"(?:[\w-]+ )?(?:[a-z]{3,}[eo]rs|companies|firms|labs|banks|houses|groups|shops|startups|businesses|"
    r"sites|clinics|hospitals|studios|mills|plants|yards|brands|chains|agencies|breweries|dairies)\b"
)


class Raw(NamedTuple):
    """A number as it stands: `first` is the first word of `noun`, `text` its digits or words, `worded` that
    it is said in words."""

    start: int
    end: int
    value: float
    low: float
    high: float
    noun: str
    first: str
    money: str = ""
    scale: str = ""
    mark: str = ""
    text: str = ""
    worded: bool = False


def counted(flat: str, raw: Raw) -> Number:
    """The number with its kind, in units of it."""
    kind, factor, unit = _marked(flat, raw) or _named(raw) or _placed(flat, raw)
    return Number(
        raw.start,
        raw.end,
        kind,
        raw.value * factor,
        raw.low * factor,
        raw.high * factor,
        raw.noun,
        unit,
        None,
        raw.worded,
    )


Kind = tuple[NumberKind, float, str]
"""A kind, what the number is multiplied with, and the unit it then has."""


def _marked(flat: str, raw: Raw) -> Kind | None:
    """By what is written on it: "%", "x", a currency, "m"."""
    mark, first = raw.mark, raw.first
    if mark:
        if mark == "%" or mark.replace(" ", "") == "percent":
            return NumberKind.PERCENT, 1.0, ""
        if mark == "x" or mark.endswith("fold"):
            return NumberKind.MULTIPLE, 1.0, ""
    if raw.money or first in CURRENCY_WORDS or (first in SCALE and _second(raw.noun) in CURRENCY_WORDS):
        factor = SCALE.get(first, 1.0) if not raw.scale else 1.0
        money = raw.money
        return NumberKind.MONEY, factor, "$" if not money or "$" in money or "usd" in money else money
    if raw.scale in _MILLIONS:
        many = not _MANY.isdisjoint(raw.noun.split(" ", 3))
        return (NumberKind.COUNT, 1.0, "") if many else (NumberKind.MONEY, 1.0, "$")
    if raw.worded and ("million" in raw.text or "billion" in raw.text):
        return NumberKind.MONEY, 1.0, "$"
    return None


def _second(noun: str) -> str:
    words = noun.split(" ", 2)
    return words[1] if len(words) > 1 else ""


def _named(raw: Raw) -> Kind | None:
    """By the word after it: "percent", "times"."""
    if raw.first in ("percent", "percentage"):
        return NumberKind.PERCENT, 1.0, ""
    if raw.first == "times" and not raw.noun.startswith("times zone"):
        return NumberKind.MULTIPLE, 1.0, ""
    return None


def _placed(flat: str, raw: Raw) -> Kind:
    """By the words around it: a day, a time, a span of time, a label, or a plain count."""
    start, end, first = raw.start, raw.end, raw.first
    if raw.mark in ("st", "nd", "rd", "th"):
        dated = _DATE_AFTER.match(flat, end - 2) is not None or _after_month(flat, start)
        return NumberKind.DATE if dated else NumberKind.ORDINAL, 1.0, ""
    if first in TIME_UNITS or _CLOCK.match(flat, end) or (start and flat[start - 1] == ":"):
        return NumberKind.MINUTES, TIME_UNITS.get(first, 60.0) or 1.0, ""
    if first in DAY_UNITS:
        return NumberKind.DAYS, float(DAY_UNITS[first]), first.rstrip("s")
    return _plain(flat, raw), 1.0, ""


def _plain(flat: str, raw: Raw) -> NumberKind:
    start, end, value = raw.start, raw.end, raw.value
    if _before_month(flat, end, raw.first) or (not raw.worded and _day_of(flat, start, value)):
        return NumberKind.DATE
    if not raw.worded:
        text, after = raw.text, flat[end : end + 1]
        if len(text) == 4 and 1900 <= value <= 2100 and text.isdigit():
            return NumberKind.DATE
        if text.endswith(".") or ("." in text and value < 1000):
            return NumberKind.LABEL
        if after and after in "-/." and _GOES_ON.match(flat, end, end + 6):
            return NumberKind.DATE
        if _hangs_on(flat, start):
            return NumberKind.LABEL
    word = _word_before(flat, start)
    if word in LABELS:
        return NumberKind.LABEL
    if word == "at" and value <= 24 and not _PLACES_AFTER.match(flat, end):
        return NumberKind.MINUTES
    return NumberKind.COUNT


def _hangs_on(flat: str, start: int) -> bool:
    """True for "#3" and "gpt-4"."""
    if not start:
        return False
    return flat[start - 1] == "#" or (flat[start - 1] == "-" and start > 1 and flat[start - 2].isalpha())


def _before_month(flat: str, end: int, first: str) -> bool:
    """True for "18 May", "3rd of June"; `first` is the first word behind."""
    if first[:3] not in _MONTH_HEADS and first != "of":
        return False
    return _DATE_AFTER.match(flat, end) is not None


def _after_month(flat: str, start: int) -> bool:
    begin = max(0, start - 12)
    return flat.endswith(_MONTH_ENDS, begin, start) and _DATE_BEFORE.search(flat, begin, start) is not None


def _day_of(flat: str, start: int, value: float) -> bool:
    """True for the number behind a month: "May 18"; not for "on 18 May 3 engineers start"."""
    if not _after_month(flat, start):
        return False
    return value > 31 or not _DAY_MONTH.search(flat, max(0, start - 20), start)


def _word_before(flat: str, start: int) -> str:
    begin = max(0, start - 20)
    words = flat[begin:start].split()
    if len(words) > 1 and words[-1].isalpha() and words[-1].isascii():
        return words[-1]
    before = _BEFORE_WORD.search(flat, begin, start)
    return before.group(1) if before else ""
