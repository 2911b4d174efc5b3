"""Numbers that are one: ranges ("3 to 5"), ratios ("two of five"), dates and times of several parts."""

import re
from dataclasses import replace

from .number_model import Number, NumberKind
from .number_words import DAY_UNITS

_RANGE = re.compile(r"\s?(?:–|-|to|or|and)\s?")
_OF = re.compile(r"\s(?:out of|of|in|from)\s(?:the |your |these |those |our |its |all )?(?:[a-z]+ )?$")
_BETWEEN = re.compile(r"between $")
_FARTHEST = 24
"""Characters between two numbers that may be one."""


def joined(flat: str, found: list[Number]) -> list[Number]:
    """The numbers of a text, in order, with those joined that are one."""
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
    if two.start - one.end > _FARTHEST:
        return None
    between = flat[one.end : two.start]
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
