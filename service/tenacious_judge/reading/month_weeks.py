"""Weeks and halves of a month: "the first week of March", "the closing days of April"."""

import datetime as dt
import re

_ORDER = {
    "first": 1, "opening": 1, "1st": 1, "second": 8, "2nd": 8, "third": 15, "3rd": 15, "fourth": 22,
    "4th": 22, "last": -7, "final": -7, "closing": -7, "latter": -7,
}  # fmt: skip
_PART = re.compile(
    r"\b(" + "|".join(_ORDER) + r") (?:few |couple of )?(week|days|half|part|third|fortnight)s? of (?:the )?$"
)
_DAYS = {"week": 7, "days": 8, "half": 15, "part": 12, "third": 11, "fortnight": 14}
_SPAN = 40


def part_of_month(flat: str, at: int, low: dt.date, high: dt.date) -> tuple[int, dt.date, dt.date] | None:
    """Where the words before a month at `at` begin that name a part of it, and that part; None for none."""
    ends = flat.endswith((" of ", " of the "), 0, at)
    found = _PART.search(flat, max(0, at - _SPAN), at) if ends else None
    if found is None:
        return None
    first, size = _ORDER[found[1]], _DAYS[found[2]]
    if first < 0:
        return found.start(), max(low, high - dt.timedelta(days=size)), high
    if found[1] == "second" and found[2] in ("half", "part"):
        return found.start(), low + dt.timedelta(days=14), high
    start = low + dt.timedelta(days=max(0, first - 2))
    return found.start(), start, min(high, start + dt.timedelta(days=size + 1))
