"""Periods of the calendar by their names, as the first and the last day of each."""

import calendar
import datetime as dt

from .time_model import Grain

Period = tuple[dt.date, dt.date]

_LONG = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
MONTHS: dict[str, int] = _LONG | {name[:3]: i for name, i in _LONG.items()} | {"sept": 9}
SEASONS = {"winter": (12, 2), "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_PARTS = ("early", "mid", "late")


def year_for(month: int, today: dt.date) -> int:
    """The year that puts the month nearest to today: up to eight months back, else ahead."""
    ahead = (month - today.month) % 12
    if ahead == 0:
        return today.year
    if ahead <= 3:
        return today.year + (month < today.month)
    return today.year - (month > today.month)


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has none."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> Period:
    return dt.date(year, month, 1), _month_end(year, month)


def quarter_of(year: int, quarter: int) -> Period:
    """The quarter, 1 to 4, of a year."""
    return dt.date(year, quarter * 3 - 2, 1), _month_end(year, quarter * 3)


def season_of(year: int, season: str) -> Period:
    """The season that begins in a year."""
    first, last = SEASONS[season]
    return dt.date(year, first, 1), _month_end(year + (last < first), last)


def year_of(year: int) -> Period:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def part_of(period: Period, part: str | None) -> Period:
    """Thirds of a period, with a few days to spare: "early spring" may still be the 20th of March."""
    low, high = period
    if part not in _PARTS:
        return period
    span = (high - low).days
    third = dt.timedelta(days=span // 3 + 3)
    if part == "early":
        return low, low + third
    if part == "late":
        return high - third, high
    return low + third - dt.timedelta(days=6), high - third + dt.timedelta(days=6)


def relative(mod: str, unit: str, today: dt.date) -> tuple[Grain, Period]:
    """ "last March", "next week", "this quarter": `mod` and `unit` as they are said."""
    back = mod == "last"
    ahead = mod in ("next", "coming", "following")
    if unit in MONTHS:
        return Grain.MONTH, part_of(_month_near(MONTHS[unit], back, ahead, today), mod)
    if unit in SEASONS:
        return Grain.SEASON, part_of(_season_near(unit, back, ahead, today), mod)
    if unit in ("week", "weekend"):
        monday = today - dt.timedelta(days=today.weekday()) + dt.timedelta(days=7 * (ahead - back))
        return Grain.WEEK, (monday, monday + dt.timedelta(days=6))
    if unit == "month":
        month = today.month - 1 + (ahead - back)
        return Grain.MONTH, month_of(today.year + month // 12, month % 12 + 1)
    if unit == "quarter":
        index = (today.month - 1) // 3 + (ahead - back)
        return Grain.QUARTER, quarter_of(today.year + index // 4, index % 4 + 1)
    return Grain.YEAR, year_of(today.year + (ahead - back))


def _month_near(month: int, back: bool, ahead: bool, today: dt.date) -> Period:
    year = year_for(month, today)
    if back and dt.date(year, month, 1) > today:
        year -= 1
    if ahead and _month_end(year, month) < today:
        year += 1
    return month_of(year, month)


def _season_near(season: str, back: bool, ahead: bool, today: dt.date) -> Period:
    first = SEASONS[season][0]
    year = year_for(first, today)
    if ahead and dt.date(year, first, 1) <= today:
        year += 1
    if back and dt.date(year, first, 1) > today:
        year -= 1
    return season_of(year, season)
