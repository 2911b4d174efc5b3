"""Times beside a claim."""

import datetime as dt
import re
from dataclasses import replace

from ..dates import Grain, When
from .scope import Scope

_YEAR = dt.timedelta(days=365)
# "Your first quarter" is no quarter of the year.
_OWN_QUARTER = re.compile(r"\b(?:your|her|his|their|our) $")

_JOINED = re.compile(r"(?:\band\b|[,;]) (?:an?|the|your|its|then|[$\u20ac\u00a3\d])")


def time_near(scope: Scope, start: int, end: int) -> When | None:
    """The time said with a claim: in its clause, or right after it in the next; None where there is none."""
    passage = scope.passage
    a, b = passage.clause_at(start)
    found = [w for w in passage.dates if a <= w.start < max(b, end)]
    if not found:
        sentence = passage.sentence_at(start)
        found = [w for w in passage.dates if end <= w.start <= min(end + 48, sentence.end)]
    found = [
        w
        for w in found
        if w.grain is not Grain.QUARTER or not _OWN_QUARTER.search(passage.flat, max(0, w.start - 8), w.start)
    ]
    if not found:
        return None
    when = min(found, key=lambda w: _distance(passage.flat, start, end, w))
    if when.low > passage.today and passage.flat.startswith("following", when.start):
        # "Following the January layoffs": the January before, not the next one.
        return replace(when, low=when.low - _YEAR, high=when.high - _YEAR)
    return when


def _distance(flat: str, start: int, end: int, when: When) -> int:
    """How far a time stands from a claim; what another event stands between is further than any other."""
    near = max(when.start - end, start - when.end, 0)
    between = flat[when.end : start] if when.end <= start else flat[end : when.start]
    return near + 200 * (_JOINED.search(between) is not None)
