"""A number of a text, and what it counts."""

from enum import StrEnum

from ..records import record


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


@record(frozen=True, slots=True)
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
