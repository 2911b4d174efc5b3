"""Dates as briefs write them: ISO, "17 March 2026", "2026-03", "Q1 2026", "three months ago", Unix
seconds."""

import datetime as dt
import re
from functools import lru_cache
from itertools import islice

from ...domain import Json
from ...errors import BadInput
from ...records import record
from ..dates import Grain, When, read_dates
from ..wordlist import words_of
from .values import nothing

_LONGEST = 80
_MOST = 40
"""Dates of one sentence that are read."""
_DAY = dt.timedelta(days=1)
_MONTH = re.compile(r"((?:19|20)\d\d)[-/.](\d\d?)|(\d\d?)[-/.]((?:19|20)\d\d)")
_WORD = re.compile(r"[a-z]+")
_HINT = re.compile(r"\d{4}-\d|\d/\d|20\d\d|\d ?(?:d|w|mo|m) ago|q[1-4]")
_HINTS = words_of(
    """jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august
    september october november december spring summer autumn winter fall yesterday today tomorrow last this
    next quarter ago back earlier month week year monday tuesday wednesday thursday friday"""
)
_SPLIT = re.compile(r"((?:19|20)\d\d)[-/.](\d\d?)[-/.](\d\d?)|(\d\d?)[-/.](\d\d?)[-/.]((?:19|20)\d\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ISO = re.compile(r"(?<![\d-])((?:19|20)\d\d)-(\d\d?)-(\d\d?)(?![\d])")
_AGO = re.compile(r"\b(\d{1,3}) ?(d|w|wks?|mos?|mths?|m|yrs?|y) ago\b")
_AGO_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_LOOSE = frozenset(
    ("recently", "recent", "ongoing", "current", "soon", "now", "just now", "pending", "lately")
)


@record(frozen=True, slots=True)
class Moment:
    """`day` is the (first) day said; `grain` is "" for an exact day, else "month", "quarter", "year",
    "age", ...; `after` is the first day past the time said ("through June": 1 July)."""

    day: dt.date
    grain: str
    after: dt.date

    @property
    def inexact(self) -> bool:
        return bool(self.grain)

    def latest(self, today: dt.date) -> dt.date:
        """The last day that may be meant, today at most: "seen in March" may be the 31st."""
        last = self.day if self.grain == "age" else self.after - _DAY
        return max(self.day, min(last, today))


def read_moment(
    value: Json, today: dt.date, pointer: str, what: str, *, strict: bool = False
) -> Moment | None:
    """The date that a value names. None for null, "unknown", "recently"; BadInput for what is no date.

    `strict`: "recently" and "soon" are no dates either.
    """
    if value is None:
        return None
    if isinstance(value, str):
        if nothing(value) or (not strict and value.strip().lower() in _LOOSE):
            return None
        found = moment_in(value[:_LONGEST], today)
        if found is not None:
            return found
    elif not isinstance(value, bool) and isinstance(value, (int, float)):
        found = _of_number(value)
        if found is not None:
            return found
    raise BadInput(f"{what} is not a date", pointer=pointer)


@lru_cache(maxsize=2048)
def moment_in(text: str, today: dt.date) -> Moment | None:
    """The first date of a short text, None when there is none or it does not exist ("2026-02-30")."""
    if len(text) >= 10 and text[4] == "-" and text[7] == "-":
        return _iso(text)
    plain = text.strip().lower()
    exact = _split(plain)
    if exact is not None:
        return exact
    found = moments_in(plain, today)
    return found[0][2] if found else None


def moments_in(low: str, today: dt.date) -> list[tuple[int, int, Moment]]:
    """All dates of a text (lower case, one line) with their offsets."""
    found: list[tuple[int, int, Moment]] = []
    if _HINTS.isdisjoint(_WORD.findall(low)) and not _HINT.search(low):
        return found
    for match in islice(_ISO.finditer(low), _MOST):
        exact = _day(int(match[1]), int(match[2]), int(match[3]))
        if exact is not None:
            found.append((match.start(), match.end(), exact))
    for when in read_dates(low, today)[:_MOST]:
        if 1900 <= when.low.year <= when.high.year < 9999 and not _inside(when.start, when.end, found):
            found.append((when.start, when.end, _of_when(when)))
    for match in islice(_AGO.finditer(low), _MOST):
        days = int(match[1]) * _AGO_DAYS[match[2][0]]
        day = today - dt.timedelta(days=days)
        if not _inside(match.start(), match.end(), found):
            found.append(
                (match.start(), match.end(), Moment(day, "" if days == int(match[1]) else "age", day + _DAY))
            )
    found.sort(key=_start)
    return found


def _start(found: tuple[int, int, Moment]) -> int:
    return found[0]


def _inside(start: int, end: int, found: list[tuple[int, int, Moment]]) -> bool:
    return any(a < end and start < b for a, b, _ in found)


def _iso(text: str) -> Moment | None:
    try:
        day = dt.datetime.fromisoformat(text).date() if len(text) > 10 else dt.date.fromisoformat(text)
    except ValueError:
        if len(text) > 10 and not text[10].isalnum():
            return _iso(text[:10])
        return None
    return Moment(day, "", day + _DAY) if day < dt.date.max else None


def _split(plain: str) -> Moment | None:
    if _YEAR.fullmatch(plain):
        return Moment(dt.date(int(plain), 1, 1), "year", dt.date(int(plain) + 1, 1, 1))
    month = _MONTH.fullmatch(plain)
    if month is not None:
        return _month(int(month[1] or month[4]), int(month[2] or month[3]))
    full = _SPLIT.fullmatch(plain.split(" ")[0].split("t")[0])
    if full is None:
        return None
    if full[1]:
        return _day(int(full[1]), int(full[2]), int(full[3]))
    one, two, year = int(full[4]), int(full[5]), int(full[6])
    return (None if "." in plain else _day(year, one, two)) or _day(year, two, one)


def _month(year: int, month: int) -> Moment | None:
    if not 1 <= month <= 12:
        return None
    after = dt.date(year + month // 12, month % 12 + 1, 1)
    return Moment(dt.date(year, month, 1), "month", after)


def _day(year: int, month: int, day: int) -> Moment | None:
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return Moment(found, "", found + _DAY)


def _of_when(when: When) -> Moment:
    after = when.high + _DAY
    exact = when.low == when.high
    if when.grain is Grain.AGE or (when.grain is Grain.DAY and not exact):
        # "20 days ago" with some slack on both sides: the middle is what was said.
        return Moment(when.low + (when.high - when.low) // 2, "age" if when.grain is Grain.AGE else "", after)
    return Moment(when.low, "" if exact else str(when.grain.value), after)


def _of_number(value: float) -> Moment | None:
    """A year, or a Unix time in seconds or milliseconds."""
    if 1990 <= value <= 2100 and value == int(value):
        return _split(str(int(value)))
    seconds = value / 1000 if value > 1e11 else value
    if 6e8 < seconds < 4.2e9:
        day = dt.datetime.fromtimestamp(seconds, dt.UTC).date()
        return Moment(day, "", day + _DAY)
    return None
