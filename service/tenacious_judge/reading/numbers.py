"""Numbers in digits and words, with what they count: money, shares, times, spans of time, multiples, ratios,
heads."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from .number_words import (
    CURRENCY_WORDS,
    DAY_UNITS,
    FRACTIONS,
    LABELS,
    LOOSE,
    MULTIPLES,
    SCALE,
    TENS,
    TIME_UNITS,
    UNITS,
)
from .patterns import Finder
from .text import to_latin

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_WORD = "|".join(
    re.escape(w) for w in sorted((*UNITS, *TENS, *LOOSE, *MULTIPLES, *FRACTIONS), key=len, reverse=True)
)
_TENS_RE = "|".join(TENS)
_ONES_RE = "|".join(w for w, v in UNITS.items() if 1 <= v <= 9)
_NUMBER = re.compile(
    rf"(?P<money>us\$|[$€£]|\b(?:usd|eur|gbp|chf) )?\s?"
    rf"(?P<digits>(?<![\w.])\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|(?<![\w.,])\d{{1,15}}(?:\.\d+)?|"
    rf"(?<=[$€£])\d[\d,]*(?:\.\d+)?)"
    rf"(?P<scale>\s?(?:k|mm|mn|mil|million|millions|m|bn|billion|b|thousand|hundred)\b)?(?P<mark>\s?%|"
    rf"\s?per ?cent\b|x\b|\s?-?fold\b|\+|(?:st|nd|rd|th)\b)?"
    rf"|\b(?P<words>(?:(?:{_TENS_RE})[- ](?:{_ONES_RE})|(?:{_TENS_RE})[- ](?:odd|some|something|"
    rf"plus)(?=[- ])|{_WORD})(?:[- ](?:hundred|thousand|million|"
    rf"billion)(?: (?:and )?(?:(?:{_TENS_RE})(?:[- ](?:{_ONES_RE}))?|"
    rf"{_ONES_RE}))?)?)\b(?P<wmark>\s?per ?cent\b|\s?%|-fold\b)?"
)
# Where a number may begin, for RE2: cheap to ask of a whole text, so that `_NUMBER` is tried there alone.
_CANDIDATE = Finder(rf"[$\x80\xa3]\s?\d|\b(?:us\$|usd |eur |gbp |chf )\s?\d|\d+|\b(?:{_TENS_RE}|{_WORD})\b")
_AFTER = re.compile(
    r"[\s\x1f-]{0,2}([a-z$€£][\w'$/-]*)?[ -]?([a-z][\w'/-]*)?[ -]?([a-z][\w'/-]*)?[ "
    r"-]?([a-z][\w'/-]*)?[ -]?([a-z][\w'/-]*)?"
)
_CLOCK = re.compile(r":\d\d")
_RANGE = re.compile(r"\s?(?:–|-|to|or|and)\s?")
_OF = re.compile(r"\s(?:out of|of|in|from)\s(?:the |your |these |those |our |its |all )?(?:[a-z]+ )?$")
_BEFORE_WORD = re.compile(r"([a-z][\w$-]*)[\s\x1f(-]*$")
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?[ -](?:of )?(?:{_MONTHS})\b")
_DATE_BEFORE = re.compile(rf"\b(?:{_MONTHS})\.? $")
_DAY_MONTH = re.compile(rf"\d(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS})\.? $")
_ODD = re.compile(r"[- ](?:odd|some|something|plus)\b")
_BETWEEN = re.compile(r"between $")


class NumberKind(StrEnum):
    """COUNT: things or people. PERCENT: 0..100. MULTIPLE: "doubled", "3x". RATIO: `value` of `whole`.
    MINUTES: a time or its length. DAYS: a span of time. DATE: part of a date. LABEL: a version or a name."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MULTIPLE = "multiple"
    RATIO = "ratio"
    MINUTES = "minutes"
    DAYS = "days"
    DATE = "date"
    ORDINAL = "ordinal"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Number:
    """`flat[start:end]`. `low <= value <= high`, equal unless loose ("a few") or a range ("3 to 5").

    `noun` is up to five words that follow, in lower case, as one string ("senior go engineers for").
    Money is in units of its currency (`unit` "$", "€", ...), DAYS and MINUTES in those units.
    `whole` is set for ratios only.
    """

    start: int
    end: int
    kind: NumberKind
    value: float
    low: float
    high: float
    noun: str = ""
    unit: str = ""
    whole: float | None = None
    word: bool = False

    @property
    def loose(self) -> bool:
        """True where the words leave room: "a few", "three to five"."""
        return self.low != self.high

    def fits(self, actual: float, tolerance: float = 0.0) -> bool:
        """True when `actual` lies in the range said, give or take the share `tolerance` of it."""
        return self.low * (1 - tolerance) <= actual <= self.high * (1 + tolerance)


def read_numbers(flat: str, latin: bytes | None = None) -> tuple[Number, ...]:
    """All numbers of a text (lower case, one line), in order; ranges and ratios are joined into one.

    `latin` is the text as `text.to_latin` makes it, where the caller has it at hand.
    """
    found = [n for m in _matches(flat, _candidates(flat, latin)) if (n := _one(flat, m)) is not None]
    return tuple(_join(flat, found))


def read_first_numbers(flat: str, latin: bytes, most: int) -> tuple[tuple[Number, ...], bool]:
    """As `read_numbers`, of an endless text the first; and whether there are more than those."""
    places = _candidates(flat, latin)
    if len(places) <= most:
        found = [n for m in _matches(flat, places) if (n := _one(flat, m)) is not None]
        return tuple(_join(flat, found)), False
    stop = places[most][0]
    return read_numbers(flat[:stop], latin[:stop]), True


def _candidates(flat: str, latin: bytes | None) -> list[tuple[int, int]]:
    return _CANDIDATE.places(to_latin(flat) if latin is None else latin)


def _matches(flat: str, places: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    done = 0
    for start, _ in places:
        if start < done:
            continue
        match = _NUMBER.match(flat, start)
        if match is not None:
            done = match.end()
            yield match


def _one(flat: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    piece = match.group()
    start += len(piece) - len(piece.lstrip())
    mark = (match["mark"] or match["wmark"] or "").strip()
    if match["digits"]:
        return _digits(flat, match, start, end, mark)
    return _worded(flat, match["words"], start, end, mark)


def _digits(flat: str, match: re.Match[str], start: int, end: int, mark: str) -> Number | None:
    text = match["digits"].replace(",", "")
    value = float(text)
    scale = (match["scale"] or "").strip()
    value *= SCALE.get(scale, 1.0)
    noun, first = _nouns(flat, end)
    money = (match["money"] or "").strip()
    if mark == "+":
        return _number(
            flat, start, end, value, (value, value * 2 if value else 1), noun, first, money, scale, ""
        )
    return _number(flat, start, end, value, (value, value), noun, first, money, scale, mark, text)


def _worded(flat: str, words: str, start: int, end: int, mark: str) -> Number | None:
    noun, first = _nouns(flat, end)
    if words in MULTIPLES:
        value = MULTIPLES[words]
        if words in ("double", "triple", "quadruple") and first.startswith("check"):
            return None
        return Number(start, end, NumberKind.MULTIPLE, value, value, value, noun, word=True)
    if words in FRACTIONS:
        if first in ("hour", "an", "day", "dozen", "million"):
            return None
        value = FRACTIONS[words]
        return Number(start, end, NumberKind.PERCENT, value, value - 4, value + 4, noun, word=True)
    if words in LOOSE:
        value, low, high = LOOSE[words]
    else:
        value = low = high = _word_value(words)
        if _ODD.search(words):
            high = value * 1.45
    if mark == "-fold":
        return Number(start, end, NumberKind.MULTIPLE, value, low, high, noun, word=True)
    return _number(flat, start, end, value, (low, high), noun, first, "", "", "%" if mark else "", words)


def _word_value(words: str) -> float:
    total, current = 0.0, 0.0
    for word in re.split(r"[- ]", words):
        if word in SCALE:
            current = (current or 1.0) * SCALE[word]
            if word != "hundred":
                total, current = total + current, 0.0
        else:
            current += UNITS.get(word, TENS.get(word, 0))
    return total + current


def _nouns(flat: str, end: int) -> tuple[str, str]:
    match = _AFTER.match(flat, end)
    if match is None:
        return "", ""
    words = [w for w in match.groups() if w]
    return " ".join(words), words[0] if words else ""


def _number(
    flat: str,
    start: int,
    end: int,
    value: float,
    bounds: tuple[float, float],
    noun: str,
    first: str,
    money: str,
    scale: str,
    mark: str,
    text: str = "",
) -> Number:
    low, high = bounds
    worded = bool(text) and not text[0].isdigit()

    def make(kind: NumberKind, factor: float = 1.0, unit: str = "", stop: int = end) -> Number:
        return Number(
            start, stop, kind, value * factor, low * factor, high * factor, noun, unit, None, worded
        )

    if mark in ("%",) or mark.replace(" ", "") == "percent":
        return make(NumberKind.PERCENT)
    if mark == "x" or mark.endswith("fold"):
        return make(NumberKind.MULTIPLE)
    head = noun.split(" ", 3)
    if money or first in CURRENCY_WORDS or (any(w in CURRENCY_WORDS for w in head[1:2]) and first in SCALE):
        factor = SCALE.get(first, 1.0) if first in SCALE and not scale else 1.0
        return make(NumberKind.MONEY, factor, "$" if not money or "$" in money or "usd" in money else money)
    if scale in ("m", "mm", "mn", "mil", "million", "bn", "b", "billion", "millions"):
        people = any(
            w
            in (
                "users",
                "customers",
                "people",
                "devices",
                "requests",
                "records",
                "events",
                "messages",
                "transactions",
                "orders",
                "rows",
                "patients",
                "downloads",
                "shipments",
            )
            for w in head
        )
        return make(NumberKind.COUNT if people else NumberKind.MONEY, 1.0, "" if people else "$")
    if worded and re.search(r"million|billion", text):
        return make(NumberKind.MONEY, 1.0, "$")
    if first in ("percent", "percentage"):
        return make(NumberKind.PERCENT)
    if first == "times" and not noun.startswith("times zone"):
        return make(NumberKind.MULTIPLE)
    if mark in ("st", "nd", "rd", "th"):
        dated = _DATE_AFTER.match(flat, end - 2) or _DATE_BEFORE.search(flat, max(0, start - 12), start)
        return make(NumberKind.DATE if dated else NumberKind.ORDINAL)
    if _CLOCK.match(flat, end) or first in TIME_UNITS or (start and flat[start - 1] == ":"):
        return make(NumberKind.MINUTES, TIME_UNITS.get(first, 60.0) or 1.0)
    unit = first if first in DAY_UNITS else ""
    if unit:
        return make(NumberKind.DAYS, float(DAY_UNITS[unit]), unit.rstrip("s"))
    return make(_plain_kind(flat, start, end, value, text, worded))


def _day_of(flat: str, start: int, value: float) -> bool:
    """True for the number behind a month: "May 18"; not for "on 18 May 3 engineers start"."""
    if not _DATE_BEFORE.search(flat, max(0, start - 12), start):
        return False
    return value > 31 or not _DAY_MONTH.search(flat, max(0, start - 20), start)


# "At two of five carriers", "at three firms": where, not when.
_PLACES_AFTER = re.compile(
    r" of (?:the |these |those |our )?(?:\w+ )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|them\b)|"
    r" (?!(?:works?|suits?|for|with|and|or|to|is|would|on|if|when|as|by|in|of|but|after|before) )"
    r"(?:[\w-]+ )?(?:[a-z]{3,}[eo]rs|companies|firms|labs|banks|houses|groups|shops|startups|businesses|sites|"
    r"clinics|hospitals|studios|mills|plants|yards|brands|chains|agencies|breweries|dairies)\b"
)


def _plain_kind(flat: str, start: int, end: int, value: float, text: str, worded: bool) -> NumberKind:
    if _DATE_AFTER.match(flat, end) or (not worded and _day_of(flat, start, value)):
        return NumberKind.DATE
    before = _BEFORE_WORD.search(flat, max(0, start - 20), start)
    word = before.group(1) if before else ""
    if not worded:
        if len(text) == 4 and 1900 <= value <= 2100 and text.isdigit():
            return NumberKind.DATE
        if text.endswith(".") or ("." in text and value < 1000):
            return NumberKind.LABEL
        if re.match(r"-\d\d?-\d|/\d\d?/\d|\.\d", flat[end : end + 6]):
            return NumberKind.DATE
        if start and (
            flat[start - 1] == "#" or (flat[start - 1] == "-" and start > 1 and flat[start - 2].isalpha())
        ):
            return NumberKind.LABEL
    if word in LABELS:
        return NumberKind.LABEL
    if word == "at" and value <= 24 and not _PLACES_AFTER.match(flat, end):
        return NumberKind.MINUTES
    return NumberKind.COUNT


def _join(flat: str, found: list[Number]) -> list[Number]:
    out: list[Number] = []
    for number in found:
        if out:
            merged = _merge(flat, out[-1], number)
            if merged is not None:
                out[-1] = merged
                continue
        out.append(number)
    return out


def _merge(flat: str, one: Number, two: Number) -> Number | None:
    between = flat[one.end : two.start]
    if len(between) > 24:
        return None
    if (between in ("-", "/") and one.kind is NumberKind.DATE) or (
        between == ":" and one.kind is NumberKind.MINUTES
    ):
        return replace(one, end=two.end, noun=two.noun)
    if (
        one.kind in (NumberKind.COUNT, NumberKind.LABEL)
        and two.kind in (NumberKind.COUNT,)
        and (_OF.fullmatch(between) or (between == "/" and two.value <= 20))
        and two.value >= one.value > 0
        and not (between.strip() == "in" and two.noun.startswith(("days", "weeks")))
    ):
        return Number(
            one.start, two.end, NumberKind.RATIO, one.value, one.low, one.high, two.noun, whole=two.value
        )
    if _RANGE.fullmatch(between) and two.value > one.value and not one.loose and not two.loose:
        listing = between.strip() == "and" and not _BETWEEN.search(flat, max(0, one.start - 9), one.start)
        if listing or one.kind not in (NumberKind.COUNT, two.kind, NumberKind.LABEL):
            return None
        factor = _factor(two, one)
        return Number(
            one.start,
            two.end,
            two.kind,
            two.value,
            min(one.value * factor, two.low),
            two.high,
            two.noun,
            two.unit,
        )
    return None


def _factor(two: Number, one: Number) -> float:
    if one.kind is two.kind:
        return 1.0
    if two.kind is NumberKind.DAYS:
        return float(DAY_UNITS.get(two.unit, DAY_UNITS.get(two.unit + "s", 1)))
    if two.kind is NumberKind.MONEY:
        return (
            1e9
            if two.value >= 1e9 > one.value * 1e6
            else 1e6
            if two.value >= 1e6
            else 1e3
            if two.value >= 1e4
            else 1.0
        )
    return 1.0
