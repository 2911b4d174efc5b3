"""A time said in a text, and how exactly it is said."""

import datetime as dt
from enum import StrEnum

from ..records import record


class Grain(StrEnum):
    """How exactly a time is said."""

    DAY = "day"
    WEEKDAY = "weekday"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    AGE = "age"


@record(frozen=True, slots=True)
class When:
    """`flat[start:end]` says a time between `low` and `high`, both days included."""

    start: int
    end: int
    grain: Grain
    low: dt.date
    high: dt.date

    @property
    def concrete(self) -> bool:
        """True for a day, a date or a named week: what an ask for time must name."""
        return self.grain in (Grain.DAY, Grain.WEEKDAY, Grain.WEEK)
