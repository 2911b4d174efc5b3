"""Times said in a text: days, weekdays, named weeks, months, quarters, seasons, ages; as ranges of dates."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from .month_weeks import part_of_month
from .number_words import DAY_UNITS, UNITS
from .patterns import Finder
from .text import to_latin

_MONTH = {name: i for i, name in enumerate(calendar.month_name) if name}
_MONTHS: dict[str, int] = {k.lower(): v for k, v in _MONTH.items()}
_MONTHS |= {k[:3]: v for k, v in list(_MONTHS.items())} | {"sept": 9}
_SEASONS = {"winter": (12, 2), "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_RE = "|".join(
    (*_WEEKDAYS, "mon", "tues", "tue", "weds", "wed", "thurs", "thur", "thu", "fri", "sat", "sun")
)
_LONG = "january|february|march|april|may|june|july|august|september|october|november|december"
_MONTH_RE = f"{_LONG}|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
_COUNT = "|".join(w for w in UNITS if w != "zero")
_WHEN = re.compile(
    rf"\b(?P<iso>\d{{4}}-\d\d?-\d\d?)\b"
    rf"|\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<dmonth>{_MONTH_RE})\b\.?(?:,? (?P<dyear>20\d\d))?"
    rf"|\b(?P<mmonth>{_MONTH_RE})\b\.? (?P<mday>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,? (?P<myear>20\d\d))?"
    rf"|\b(?P<sl1>\d{{1,2}})/(?P<sl2>\d{{1,2}})(?:/(?P<sl3>20\d\d|\d\d))?\b(?!/)"
    rf"|\b(?P<wweek>(?:the )?week (?:of|beginning|commencing|starting)(?: the)?)(?= )"
    rf"|\b(?P<rel>yesterday|today|tomorrow|tonight|this morning|this afternoon)\b"
    rf"|\b(?P<wmod>last|next|this|coming|following|early|late|earlier|"
    rf"later)(?: in)?(?: the)?(?: (?P<wmod2>early|late|mid))?[ -](?P<wunit>week|weekend|month|quarter|"
    rf"year|spring|summer|autumn|fall|winter|{_LONG})\b"
    rf"|\b(?:(?P<dmod>last|next|this|coming) )?(?P<weekday>{_WEEKDAY_RE})\b(?P<possess>'s)?"
    rf"|\b(?:a |the |some |about |roughly |nearly |almost |over |just over )?(?P<agon>\d{{1,3}}|an?|"
    rf"{_COUNT}|a couple of|couple of|a few|few|several)[ -](?P<agou>day|days|week|weeks|month|months|"
    rf"quarter|quarters|year|years)(?:'|s')? (?P<agod>ago|back|earlier|from now|out|old|prior)\b"
    rf"|\b(?:in|within|after|over|during|for|past|last|next|previous)(?: the)?(?: (?:last|past|next|"
    rf"coming|previous))? (?P<inn>\d{{1,3}}|an?|{_COUNT}|a couple of|couple of|a few|few|"
    rf"several)[ -](?P<inu>day|days|week|weeks|month|months|quarter|quarters|year|years)\b"
    rf"|\b(?P<quarter>q[1-4])(?: (?P<qyear>20\d\d))?\b|\b(?P<oquarter>first|second|third|"
    rf"fourth) quarter(?: of (?P<oqyear>20\d\d))?"
    rf"|\b(?:(?P<part>early|mid|late)[ -])?(?P<month>{_LONG}|jan|feb|apr|jun|jul|aug|sept|sep|oct|nov|"
    rf"dec)\b(?:,? (?:of )?(?P<year2>20\d\d))?(?P<mposs>'s)?"
    rf"|\b(?:(?P<spart>early|mid|late)[ -])?(?P<season>spring|summer|autumn|"
    rf"winter)\b(?: (?:of )?(?P<syear>20\d\d))?"
    rf"|\b(?:in|since|of|during|from|by|early|late|mid)[ -](?P<year>20\d\d)\b"
)
# Where a time may begin, for RE2, which has no look-ahead: `_WHEN` then decides.
_CANDIDATE = Finder(re.sub(r"\(\?[!=][^()]*\)", "", re.sub(r"\?P<\w+>", "", _WHEN.pattern)))


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


@dataclass(frozen=True, slots=True)
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


def read_dates(flat: str, today: dt.date, latin: bytes | None = None) -> tuple[When, ...]:
    """All times of a text (lower case, one line), resolved against `today`; the nearest reading of an open
    one.

    A month without a year is the latest one not after `today` when it stands in the past of `today`'s year or
    within the last eight months; the next one otherwise. "may" the verb is left out by its neighbours.
    """
    out: list[When] = []
    done = 0
    for start, _ in _CANDIDATE.places(to_latin(flat) if latin is None else latin):
        match = _WHEN.match(flat, start) if start >= done else None
        if match is None:
            continue
        done = match.end()
        when = _read(flat, match, today)
        if when is not None:
            out.append(when)
    return tuple(_join_weeks(out, flat))


def _join_weeks(found: list[When], flat: str) -> list[When]:
    """ "the week of" + "12 May" is one named week; so is "the first week of" + "March"."""
    out: list[When] = []
    for when in found:
        part = part_of_month(flat, when.start, when.low, when.high) if when.grain is Grain.MONTH else None
        if part is not None:
            if out and out[-1].grain is Grain.WEEK and out[-1].end >= part[0]:
                out.pop()
            grain = Grain.WEEK if "week" in flat[part[0] : when.start] else Grain.MONTH
            out.append(When(part[0], when.end, grain, part[1], part[2]))
        elif (
            out
            and out[-1].grain is Grain.WEEK
            and out[-1].low == dt.date.min
            and when.start - out[-1].end <= 3
        ):
            monday = when.low - dt.timedelta(days=when.low.weekday())
            out[-1] = When(out[-1].start, when.end, Grain.WEEK, monday, monday + dt.timedelta(days=6))
        else:
            out.append(when)
    return [w for w in out if w.low != dt.date.min]


def _read(flat: str, m: re.Match[str], today: dt.date) -> When | None:
    start, end = m.span()

    def at(grain: Grain, low: dt.date, high: dt.date) -> When:
        return When(start, end, grain, low, high)

    if m["iso"]:
        day = _iso(m["iso"])
        return at(Grain.DAY, day, day) if day else None
    if m["dmonth"] or m["mmonth"]:
        month = _MONTHS[m["dmonth"] or m["mmonth"]]
        year = m["dyear"] or m["myear"]
        day = _date(int(year) if year else _year_for(month, today), month, int(m["day"] or m["mday"]))
        return at(Grain.DAY, day, day) if day else None
    if m["sl1"]:
        return _slashed(m, today, start, end)
    if m["wweek"]:
        return at(Grain.WEEK, dt.date.min, dt.date.min)
    if m["rel"]:
        day = today + dt.timedelta(days={"yesterday": -1, "tomorrow": 1}.get(m["rel"], 0))
        return at(Grain.DAY, day, day)
    if m["wunit"]:
        low, high, grain = _unit(m["wmod"], m["wunit"], today)
        return at(grain, low, high)
    if m["weekday"]:
        return _weekday(flat, m, today, start, end)
    if m["agou"]:
        return _age(m, today, start, end)
    if m["inu"]:
        return None
    return _period(flat, m, today, start, end)


def _period(flat: str, m: re.Match[str], today: dt.date, start: int, end: int) -> When | None:
    if m["quarter"] or m["oquarter"]:
        quarter = (
            int(m["quarter"][1])
            if m["quarter"]
            else ("first", "second", "third", "fourth").index(m["oquarter"]) + 1
        )
        given = m["qyear"] or m["oqyear"]
        month = quarter * 3 - 2
        year = int(given) if given else _year_for(month, today)
        return When(start, end, Grain.QUARTER, dt.date(year, month, 1), _month_end(year, month + 2))
    if m["month"]:
        if m["month"] in ("may", "march") and _is_verb(flat, start, end, m["month"], m):
            return None
        month = _MONTHS[m["month"]]
        year = int(m["year2"]) if m["year2"] else _year_for(month, today)
        low, high = dt.date(year, month, 1), _month_end(year, month)
        return When(start, end, Grain.MONTH, *_part(low, high, m["part"]))
    if m["season"]:
        if not (m["syear"] or m["spart"]) and not re.search(
            r"(?:last|this|in|since|of|next|for|the) $", flat[max(0, start - 6) : start]
        ):
            return None
        first, last = _SEASONS[m["season"]]
        year = int(m["syear"]) if m["syear"] else _year_for(first, today)
        low = dt.date(year, first, 1)
        high = _month_end(year + (last < first), last)
        return When(start, end, Grain.SEASON, *_part(low, high, m["spart"]))
    year = int(m["year"])
    return When(start, end, Grain.YEAR, dt.date(year, 1, 1), dt.date(year, 12, 31))


def _part(low: dt.date, high: dt.date, part: str | None) -> tuple[dt.date, dt.date]:
    """Thirds of a period, with a few days to spare: "early spring" may still be the 20th of March."""
    if part is None:
        return low, high
    span = (high - low).days
    third = dt.timedelta(days=span // 3 + 3)
    if part == "early":
        return low, low + third
    if part == "late":
        return high - third, high
    return low + third - dt.timedelta(days=6), high - third + dt.timedelta(days=6)


def _is_verb(flat: str, start: int, end: int, word: str, m: re.Match[str]) -> bool:
    if m["year2"] or m["part"] or m["mposs"]:
        return False
    before = flat[max(0, start - 14) : start].split()
    dated = {"in", "of", "by", "since", "until", "till", "early", "late", "mid", "last", "this", "next", "from", "before",
             "after", "through", "during", "for", "to", "and", "or", "early-", "between", "around", "your", "the", "on", "back"}  # fmt: skip
    if before and before[-1].strip("(,–") in dated:
        return word == "may" and bool(re.match(r" (?:be|have|also|not|well)\b", flat[end : end + 6]))
    return True


def _weekday(flat: str, m: re.Match[str], today: dt.date, start: int, end: int) -> When | None:
    name = m["weekday"]
    if name in ("sat", "sun", "mon", "wed", "fri") and not re.match(r"[\s,.?!)–-]|$", flat[end : end + 1]):
        return None
    if name in ("sat", "sun") and not m["dmod"]:
        return None
    wanted = next(i for i, w in enumerate(_WEEKDAYS) if w.startswith(name[:3]))
    ahead = (wanted - today.weekday()) % 7 or 7
    if m["dmod"] == "last":
        day = today - dt.timedelta(days=(today.weekday() - wanted) % 7 or 7)
    elif m["dmod"] == "next":
        day = today + dt.timedelta(days=ahead)
    else:
        day = today + dt.timedelta(days=ahead)
    return When(start, end, Grain.WEEKDAY, day, day)


def _age(m: re.Match[str], today: dt.date, start: int, end: int) -> When:
    few = {
        "a": (1, 1),
        "an": (1, 1),
        "a couple of": (2, 3),
        "couple of": (2, 3),
        "a few": (2, 5),
        "few": (2, 5),
        "several": (3, 9),
    }
    text = m["agon"]
    low_n, high_n = few.get(text) or (lambda n: (n, n))(int(text) if text.isdigit() else UNITS[text])
    unit = DAY_UNITS[m["agou"]]
    slack = {1: 1, 7: 4, 30: 16, 91: 46, 365: 183}[unit]
    sign = 1 if m["agod"] in ("from now", "out") else -1
    a = today + dt.timedelta(days=sign * low_n * unit)
    b = today + dt.timedelta(days=sign * high_n * unit)
    low, high = min(a, b), max(a, b)
    grain = Grain.DAY if unit == 1 else Grain.AGE
    return When(start, end, grain, low - dt.timedelta(days=slack), high + dt.timedelta(days=slack))


def _unit(mod: str, unit: str, today: dt.date) -> tuple[dt.date, dt.date, Grain]:
    back = mod in ("last",)
    ahead = mod in ("next", "coming", "following")
    if unit in _MONTHS:
        month = _MONTHS[unit]
        year = _year_for(month, today)
        if back and dt.date(year, month, 1) > today:
            year -= 1
        if ahead and _month_end(year, month) < today:
            year += 1
        low, high = dt.date(year, month, 1), _month_end(year, month)
        return (*_part(low, high, mod if mod in ("early", "late") else None), Grain.MONTH)
    if unit in _SEASONS:
        first, last = _SEASONS[unit]
        year = _year_for(first, today)
        if ahead and dt.date(year, first, 1) <= today:
            year += 1
        if back and dt.date(year, first, 1) > today:
            year -= 1
        low, high = dt.date(year, first, 1), _month_end(year + (last < first), last)
        return (*_part(low, high, mod if mod in ("early", "late") else None), Grain.SEASON)
    if unit in ("week", "weekend"):
        monday = today - dt.timedelta(days=today.weekday()) + dt.timedelta(days=7 * (ahead - back))
        return monday, monday + dt.timedelta(days=6), Grain.WEEK
    if unit == "month":
        month = today.month - 1 + (ahead - back)
        year, month = today.year + month // 12, month % 12 + 1
        return dt.date(year, month, 1), _month_end(year, month), Grain.MONTH
    if unit == "quarter":
        index = (today.month - 1) // 3 + (ahead - back)
        year, quarter = today.year + index // 4, index % 4
        return dt.date(year, quarter * 3 + 1, 1), _month_end(year, quarter * 3 + 3), Grain.QUARTER
    year = today.year + (ahead - back)
    return dt.date(year, 1, 1), dt.date(year, 12, 31), Grain.YEAR


def _slashed(m: re.Match[str], today: dt.date, start: int, end: int) -> When | None:
    one, two = int(m["sl1"]), int(m["sl2"])
    if not m["sl3"]:
        return None
    year = int(m["sl3"]) + (2000 if len(m["sl3"]) == 2 else 0)
    day = _date(year, one, two) or _date(year, two, one)
    return When(start, end, Grain.DAY, day, day) if day else None


def _year_for(month: int, today: dt.date) -> int:
    """The year that puts the month nearest to today: up to eight months back, else ahead."""
    ahead = (month - today.month) % 12
    if ahead == 0:
        return today.year
    if ahead <= 3:
        return today.year + (month < today.month)
    return today.year - (month > today.month)


def _iso(text: str) -> dt.date | None:
    year, month, day = (int(p) for p in text.split("-"))
    return _date(year, month, day)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
