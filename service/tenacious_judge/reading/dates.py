"""Times said in a text: days, weekdays, named weeks, months, quarters, seasons, ages; as ranges of dates."""

import datetime as dt
import re
from collections.abc import Callable

from .month_weeks import part_of_month
from .number_words import DAY_UNITS, UNITS
from .patterns import Finder
from .periods import (
    MONTHS,
    SEASONS,
    Period,
    day_of,
    month_of,
    part_of,
    quarter_of,
    relative,
    season_of,
    year_for,
    year_of,
)
from .text import to_latin
from .time_model import Grain, When

__all__ = ["Grain", "When", "read_dates"]

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
_QUARTERS = ("first", "second", "third", "fourth")
_NEAR = {"yesterday": -1, "tomorrow": 1}
_FEW = {
    "a": (1, 1),
    "an": (1, 1),
    "a couple of": (2, 3),
    "couple of": (2, 3),
    "a few": (2, 5),
    "few": (2, 5),
    "several": (3, 9),
}
_SLACK = {1: 1, 7: 4, 30: 16, 91: 46, 365: 183}
_SEASON_BEFORE = re.compile(r"(?:last|this|in|since|of|next|for|the) $")
_DATED = frozenset(
    ("in", "of", "by", "since", "until", "till", "early", "late", "mid", "last", "this", "next", "from", "before", "after",
     "through", "during", "for", "to", "and", "or", "early-", "between", "around", "your", "the", "on", "back")
)  # fmt: skip
_VERB_AFTER = re.compile(r" (?:be|have|also|not|well)\b")
_SHORT_DAYS = frozenset(("sat", "sun", "mon", "wed", "fri"))
_DAY_ENDS = re.compile(r"[\s,.?!)–-]|$")
_WEEK = dt.timedelta(days=6)


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
        read = _READERS.get(match.lastgroup or "")
        said = read(flat, match, today) if read is not None else None
        if said is not None:
            grain, (low, high) = said
            out.append(When(start, done, grain, low, high))
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
            out[-1] = When(out[-1].start, when.end, Grain.WEEK, monday, monday + _WEEK)
        else:
            out.append(when)
    return [w for w in out if w.low != dt.date.min]


Said = tuple[Grain, Period]


def _day(day: dt.date | None) -> Said | None:
    return (Grain.DAY, (day, day)) if day is not None else None


def _iso(flat: str, m: re.Match[str], today: dt.date) -> Said | None:
    year, month, day = (int(part) for part in m["iso"].split("-"))
    return _day(day_of(year, month, day))


def _day_month(flat: str, m: re.Match[str], today: dt.date) -> Said | None:
    return _day(_of_month(m["dmonth"], m["day"], m["dyear"], today))


def _month_day(flat: str, m: re.Match[str], today: dt.date) -> Said | None:
    return _day(_of_month(m["mmonth"], m["mday"], m["myear"], today))


def _of_month(name: str, day: str, year: str | None, today: dt.date) -> dt.date | None:
    month = MONTHS[name]
    return day_of(int(year) if year else year_for(month, today), month, int(day))


def _slashed(flat: str, m: re.Match[str], today: dt.date) -> Said | None:
    one, two = int(m["sl1"]), int(m["sl2"])
    year = int(m["sl3"]) + (2000 if len(m["sl3"]) == 2 else 0)
    return _day(day_of(year, one, two) or day_of(year, two, one))


def _named_week(flat: str, m: re.Match[str], today: dt.date) -> Said | None:
    """ "The week of", which waits for its day."""
    return Grain.WEEK, (dt.date.min, dt.date.min)


def _near_day(flat: str, m: re.Match[str], today: dt.date) -> Said | None:
    return _day(today + dt.timedelta(days=_NEAR.get(m["rel"], 0)))


def _relative(flat: str, m: re.Match[str], today: dt.date) -> Said | None:
    return relative(m["wmod"], m["wunit"], today)


def _weekday(flat: str, m: re.Match[str], today: dt.date) -> Said | None:
    name = m["weekday"]
    if name in _SHORT_DAYS and not _DAY_ENDS.match(flat[m.end() : m.end() + 1]):
        return None
    if name in ("sat", "sun") and not m["dmod"]:
        return None
    wanted = next(i for i, w in enumerate(_WEEKDAYS) if w.startswith(name[:3]))
    if m["dmod"] == "last":
        day = today - dt.timedelta(days=(today.weekday() - wanted) % 7 or 7)
    else:
        day = today + dt.timedelta(days=(wanted - today.weekday()) % 7 or 7)
    return Grain.WEEKDAY, (day, day)


def _age(flat: str, m: re.Match[str], today: dt.date) -> Said | None:
    text = m["agon"]
    number = 0 if text in _FEW else int(text) if text.isdigit() else UNITS[text]
    fewest, most = _FEW.get(text, (number, number))
    unit = DAY_UNITS[m["agou"]]
    sign = 1 if m["agod"] in ("from now", "out") else -1
    a = today + dt.timedelta(days=sign * fewest * unit)
    b = today + dt.timedelta(days=sign * most * unit)
    slack = dt.timedelta(days=_SLACK[unit])
    return Grain.DAY if unit == 1 else Grain.AGE, (min(a, b) - slack, max(a, b) + slack)


def _quarter(flat: str, m: re.Match[str], today: dt.date) -> Said | None:
    quarter = int(m["quarter"][1]) if m["quarter"] else _QUARTERS.index(m["oquarter"]) + 1
    given = m["qyear"] or m["oqyear"]
    year = int(given) if given else year_for(quarter * 3 - 2, today)
    return Grain.QUARTER, quarter_of(year, quarter)


def _month(flat: str, m: re.Match[str], today: dt.date) -> Said | None:
    if m["month"] in ("may", "march") and _is_verb(flat, m):
        return None
    month = MONTHS[m["month"]]
    year = int(m["year2"]) if m["year2"] else year_for(month, today)
    return Grain.MONTH, part_of(month_of(year, month), m["part"])


def _is_verb(flat: str, m: re.Match[str]) -> bool:
    if m["year2"] or m["part"] or m["mposs"]:
        return False
    before = flat[max(0, m.start() - 14) : m.start()].split()
    if before and before[-1].strip("(,–") in _DATED:
        return m["month"] == "may" and _VERB_AFTER.match(flat, m.end(), m.end() + 6) is not None
    return True


def _season(flat: str, m: re.Match[str], today: dt.date) -> Said | None:
    named = m["syear"] or m["spart"]
    if not named and not _SEASON_BEFORE.search(flat, max(0, m.start() - 6), m.start()):
        return None
    year = int(m["syear"]) if m["syear"] else year_for(SEASONS[m["season"]][0], today)
    return Grain.SEASON, part_of(season_of(year, m["season"]), m["spart"])


def _year(flat: str, m: re.Match[str], today: dt.date) -> Said | None:
    return Grain.YEAR, year_of(int(m["year"]))


# By the last group of `_WHEN` that took part. A day and a month without a year ("5/6") may be a share, and "in two
# weeks" is a span of time: neither is here.
_READERS: dict[str, Callable[[str, re.Match[str], dt.date], Said | None]] = {
    "iso": _iso,
    "dmonth": _day_month,
    "dyear": _day_month,
    "mday": _month_day,
    "myear": _month_day,
    "sl3": _slashed,
    "wweek": _named_week,
    "rel": _near_day,
    "wunit": _relative,
    "weekday": _weekday,
    "possess": _weekday,
    "agod": _age,
    "quarter": _quarter,
    "qyear": _quarter,
    "oquarter": _quarter,
    "oqyear": _quarter,
    "month": _month,
    "year2": _month,
    "mposs": _month,
    "season": _season,
    "syear": _season,
    "year": _year,
}
