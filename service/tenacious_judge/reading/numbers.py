"""Numbers in digits and words, with what they count: money, shares, times, spans of time, multiples, ratios,
heads."""

import re
from collections.abc import Iterable

from .number_joins import joined
from .number_kinds import Raw, counted
from .number_model import Number, NumberKind
from .number_words import FRACTIONS, LOOSE, MULTIPLES, SCALE, TENS, UNITS
from .patterns import Finder
from .text import to_latin

__all__ = ["Number", "NumberKind", "read_first_numbers", "read_numbers"]

_WORD = "|".join(
    re.escape(w) for w in sorted((*UNITS, *TENS, *LOOSE, *MULTIPLES, *FRACTIONS), key=len, reverse=True)
)
_TENS_RE = "|".join(TENS)
_ONES_RE = "|".join(w for w, v in UNITS.items() if 1 <= v <= 9)
_CURRENCIES = ("us$", "usd ", "eur ", "gbp ", "chf ")
_DIGITS = re.compile(
    r"(?P<money>us\$|[$€£]|\b(?:usd|eur|gbp|chf) )?\s?"
    r"(?P<digits>(?<![\w.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,])\d{1,15}(?:\.\d+)?|"
    r"(?<=[$€£])\d[\d,]*(?:\.\d+)?)"
    r"(?P<scale>\s?(?:k|mm|mn|mil|million|millions|m|bn|billion|b|thousand|hundred)\b)?(?P<mark>\s?%|"
    r"\s?per ?cent\b|x\b|\s?-?fold\b|\+|(?:st|nd|rd|th)\b)?"
)
_WORDS = re.compile(
    rf"\b(?P<words>(?:(?:{_TENS_RE})[- ](?:{_ONES_RE})|(?:{_TENS_RE})[- ](?:odd|some|something|"
    rf"plus)(?=[- ])|{_WORD})(?:[- ](?:hundred|thousand|million|"
    rf"billion)(?: (?:and )?(?:(?:{_TENS_RE})(?:[- ](?:{_ONES_RE}))?|"
    rf"{_ONES_RE}))?)?)\b(?P<mark>\s?per ?cent\b|\s?%|-fold\b)?"
)
# Where a number may begin, for RE2: cheap to ask of a whole text, so that the others are tried there alone.
_CANDIDATE = Finder(rf"[$\x80\xa3]\s?\d|\b(?:us\$|usd |eur |gbp |chf )\s?\d|\d+|\b(?:{_TENS_RE}|{_WORD})\b")
_AFTER = re.compile(r"[\s\x1f-]{0,2}([a-z$€£][\w'$/-]*(?: [a-z][\w'/-]*){0,4})")
_AFTER_GAPS = re.compile(
    r"[\s\x1f-]{0,2}([a-z$€£][\w'$/-]*)?[ -]?([a-z][\w'/-]*)?[ -]?([a-z][\w'/-]*)?[ "
    r"-]?([a-z][\w'/-]*)?[ -]?([a-z][\w'/-]*)?"
)
_ODD = re.compile(r"[- ](?:odd|some|something|plus)\b")


def read_numbers(flat: str, latin: bytes | None = None) -> tuple[Number, ...]:
    """All numbers of a text (lower case, one line), in order; ranges and ratios are joined into one.

    `latin` is the text as `text.to_latin` makes it, where the caller has it at hand.
    """
    return _read(flat, _candidates(flat, latin))


def read_first_numbers(flat: str, latin: bytes, most: int) -> tuple[tuple[Number, ...], bool]:
    """As `read_numbers`, of an endless text the first; and whether there are more than those."""
    places = _candidates(flat, latin)
    if len(places) <= most:
        return _read(flat, places), False
    stop = places[most][0]
    return read_numbers(flat[:stop], latin[:stop]), True


def _candidates(flat: str, latin: bytes | None) -> list[tuple[int, int]]:
    return _CANDIDATE.places(to_latin(flat) if latin is None else latin)


def _read(flat: str, places: Iterable[tuple[int, int]]) -> tuple[Number, ...]:
    found: list[Number] = []
    done = 0
    for start, _ in places:
        if start < done:
            continue
        worded = flat[start].isalpha() and not flat.startswith(_CURRENCIES, start)
        match = (_WORDS if worded else _DIGITS).match(flat, start)
        if match is not None:
            done = match.end()
            number = _worded(flat, match) if worded else _digits(flat, match)
            if number is not None:
                found.append(number)
    return tuple(joined(flat, found))


def _digits(flat: str, match: re.Match[str]) -> Number:
    start, end = match.span()
    money, digits, scale, mark = match.groups("")
    text, scale, mark = digits.replace(",", ""), scale.strip(), mark.strip()
    value = float(text) * SCALE.get(scale, 1.0)
    noun, first = _nouns(flat, end)
    money = money.strip()
    if mark == "+":
        high = value * 2 if value else 1
        return counted(flat, Raw(start, end, value, value, high, noun, first, money, scale))
    return counted(flat, Raw(start, end, value, value, value, noun, first, money, scale, mark, text))


def _worded(flat: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    words, mark = match.groups("")
    mark = mark.strip()
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
    raw = Raw(start, end, value, low, high, noun, first, mark="%" if mark else "", text=words, worded=True)
    return counted(flat, raw)


def _word_value(words: str) -> float:
    total, current = 0.0, 0.0
    for word in words.replace("-", " ").split(" "):
        if word in SCALE:
            current = (current or 1.0) * SCALE[word]
            if word != "hundred":
                total, current = total + current, 0.0
        else:
            current += UNITS.get(word, TENS.get(word, 0))
    return total + current


def _nouns(flat: str, end: int) -> tuple[str, str]:
    """Up to five words behind a number, and the first of them."""
    match = _AFTER.match(flat, end)
    if match is not None and not flat.startswith((" -", "  "), match.end()):
        noun = match[1]
        return noun, noun.partition(" ")[0]
    if match is None and not flat.startswith((" ", "-"), end + 2):
        return "", ""
    return _nouns_apart(flat, end)


def _nouns_apart(flat: str, end: int) -> tuple[str, str]:
    """As `_nouns`, where a dash or more than one blank parts the words: "18 engineers - two"."""
    match = _AFTER_GAPS.match(flat, end)
    words = [w for w in match.groups() if w] if match is not None else []
    return " ".join(words), words[0] if words else ""
