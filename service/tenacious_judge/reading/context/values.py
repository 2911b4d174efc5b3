"""Single values: counts, shares, money, yes or no. None: nothing stated; BadInput: not a value of that
kind."""

import math
import re
from functools import lru_cache

from ...domain import Json
from ...errors import BadInput
from ..numbers import Number, NumberKind, read_numbers
from ..wordlist import words_of

LONGEST_VALUE = 240
"""Characters of a text that is read as one value; a longer one is prose."""
LARGEST = 1e15

_NOTHING = words_of(
    """none null n/a na nil unknown unk - -- ? tbd tba undisclosed unspecified undetermined unavailable
    insufficient_signal insufficient"""
) | {
    "",
    "not available",
    "not known",
    "not found",
    "not disclosed",
    "not stated",
    "no data",
    "insufficient signal",
    "insufficient data",
    "not applicable",
    "not specified",
    "no signal",
    "not public",
}
_YES = frozenset(("true", "yes", "y", "detected", "found", "present", "1", "confirmed", "t", "on", "active"))
_NO = frozenset(
    (
        "false",
        "no",
        "n",
        "0",
        "f",
        "off",
        "absent",
        "never",
        "not detected",
        "none",
        "none detected",
        "no event",
        "not found",
        "none found",
        "undetected",
        "not_detected",
        "none_detected",
        "none known",
    )
)
_VAGUE = re.compile(r"\b(?:several|few|some|multiple|various|handful|numerous|dozens)\b")
_CURRENCY = {"$": "", "us$": "", "€": "EUR", "£": "GBP", "eur": "EUR", "gbp": "GBP", "chf": "CHF", "usd": ""}
_MONEY = re.compile(
    r"(?P<sign>us\$|[$€£]|\b(?:usd|eur|gbp|chf))?\s?(?P<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?"
    r"|\d{1,15}(?:\.\d{1,4})?)"
    r"\s?(?P<scale>k|thousand|mm|mn|mil|million|m|bn|billion|b)?\b\s?(?P<after>usd|eur|euros?|gbp|chf"
    r"|dollars)?"
)
_SCALE = {"k": 1e3, "thousand": 1e3, "b": 1e9, "bn": 1e9, "billion": 1e9}


def nothing(text: str) -> bool:
    """True for a text that says that nothing is known: "", "n/a", "unknown"."""
    return len(text) < 24 and text.strip().lower() in _NOTHING


def denies(text: str) -> bool:
    """True for a text that says that there is none: "no", "none detected", "No layoffs found"."""
    low = text.strip().lower().rstrip(".")
    return low in _NO or low in _NOTHING or bool(_DENIAL.match(low[:80]))


_DENIAL = re.compile(r"(?:no|none|not any|never)\b(?! longer)(?!\. \d)(?:(?!\bbut\b|\bhowever\b).)*$")


def number(value: Json, pointer: str, what: str) -> float:
    """A JSON number, finite and of a sane size."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise BadInput(f"{what} must be a number", pointer=pointer)
    if isinstance(value, float) and not math.isfinite(value):
        raise BadInput(f"{what} must be a finite number", pointer=pointer)
    if not -LARGEST < value < LARGEST:
        raise BadInput(f"{what} is out of range", pointer=pointer)
    return value


def read_count(value: Json, pointer: str, what: str, *, signed: bool = False) -> int | None:
    """A whole number of things, at least 0 unless `signed`; texts such as "6", "six", "5+" count.

    None for null, "unknown" and vague words; BadInput for another type, a part of a thing, a word that is
    none.
    """
    if value is None:
        return None
    if type(value) is int and 0 <= value < LARGEST:
        return value
    count = _count_of(value, pointer, what) if isinstance(value, str) else number(value, pointer, what)
    if count is None:
        return None
    if count != int(count):
        raise BadInput(f"{what} must be a whole number", pointer=pointer)
    if count < 0 and not signed:
        raise BadInput(f"{what} must not be negative", pointer=pointer)
    return int(count)


def _count_of(text: str, pointer: str, what: str) -> float | None:
    plain = text.strip()
    if plain.isascii() and plain.isdigit() and len(plain) < 16:
        return int(plain)
    if nothing(text) or len(text) > LONGEST_VALUE:
        return None
    found = count_in(plain.lower())
    if found is not None:
        return found
    if _VAGUE.search(plain.lower()) or " " in plain:
        return None
    raise BadInput(f"{what} must be a number", pointer=pointer)


@lru_cache(maxsize=1024)
def count_in(low: str) -> float | None:
    """The first whole count that a short text states (lower case), None when it states none or is vague."""
    if re.fullmatch(r"[+-]?\d{1,15}(?:\.\d{1,6})?", low):
        return float(low)
    if low in ("no", "zero"):
        return 0
    for found in read_numbers(low):
        if found.kind is NumberKind.COUNT and (not found.loose or low[found.start : found.end].endswith("+")):
            return found.value
    return None


def read_percent(value: Json, pointer: str, what: str) -> float | None:
    """0..100. 18, 0.18, "18%" and "18 percent" are one; a number under 1 is a share."""
    if value is None:
        return None
    if isinstance(value, str):
        return _percent_of(value, pointer, what)
    share = float(number(value, pointer, what))
    return in_percent(share * 100 if 0 < share < 1 else share, pointer, what)


def in_percent(percent: float, pointer: str, what: str) -> float:
    """`percent`, rounded free of binary noise; BadInput outside 0..100."""
    if not 0 <= percent <= 100:
        raise BadInput(f"{what} must lie between 0 and 100 percent", pointer=pointer)
    return round(percent, 4)


def _percent_of(text: str, pointer: str, what: str) -> float | None:
    low = text.strip().lower()
    if nothing(text) or len(text) > LONGEST_VALUE:
        return None
    if re.fullmatch(r"[+-]?\d{1,9}(?:\.\d{1,6})?|\.\d{1,6}", low):
        return read_percent(float(low), pointer, what)
    signed = re.match(r"-\s?\d", low)
    for found in read_numbers(low):
        if found.kind is NumberKind.PERCENT:
            return in_percent(-found.value if signed else found.value, pointer, what)
    if low.count(" ") >= 1 or _VAGUE.search(low):
        return None
    raise BadInput(f"{what} must be a percentage", pointer=pointer)


def read_money(value: Json, pointer: str, what: str, *, millions: bool = False) -> tuple[float, str] | None:
    """Amount and currency ("" for US dollars). "$9M", "9 million", 9000000 and, in a key of millions, 9
    are one.

    A bare number under 1,000 is millions: nobody raises a round of eighteen dollars. None for 0 and
    "undisclosed".
    """
    if value is None:
        return None
    if isinstance(value, str):
        return _money_of(value, pointer, what, millions)
    amount = float(number(value, pointer, what))
    if amount < 0:
        raise BadInput(f"{what} must not be negative", pointer=pointer)
    return (amount * (1e6 if amount < 1000 or (millions and amount < 1e5) else 1), "") if amount else None


def _money_of(text: str, pointer: str, what: str, millions: bool) -> tuple[float, str] | None:
    if nothing(text) or len(text) > LONGEST_VALUE:
        return None
    found = money_in(text.lower())
    if found is None:
        if text.strip().count(" ") >= 1:
            return None
        raise BadInput(f"{what} must be an amount of money", pointer=pointer)
    if text.strip().startswith("-"):
        raise BadInput(f"{what} must not be negative", pointer=pointer)
    amount, currency, scaled = found
    return (
        (amount * (1 if scaled or (amount >= 1000 and not millions) else 1e6), currency) if amount else None
    )


@lru_cache(maxsize=1024)
def money_in(low: str) -> tuple[float, str, bool] | None:
    """Amount, currency and whether a scale was named, of the first amount in a short text (lower case)."""
    match = _MONEY.search(low)
    if match is not None:
        scale = match["scale"]
        amount = float(match["number"].replace(",", "")) * (_SCALE.get(scale, 1e6) if scale else 1)
        sign = match["sign"] or (match["after"] or "")[:3]
        return amount, _CURRENCY.get(sign, ""), bool(scale)
    worded: Number | None = next((n for n in read_numbers(low) if n.kind is NumberKind.MONEY), None)
    return (worded.value, _CURRENCY.get(worded.unit, ""), True) if worded else None


def read_flag(value: Json, pointer: str, what: str) -> bool | None:
    """Yes or no. Words count, so does a text that denies; None for null and for words that are neither."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return bool(number(value, pointer, what))
    if not isinstance(value, str):
        raise BadInput(f"{what} must be true or false", pointer=pointer)
    low = value.strip().lower()
    if low in _YES:
        return True
    if low in _NO:
        return False
    return None
