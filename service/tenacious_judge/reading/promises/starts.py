"""When engineers would start: dates, "within 48 hours", "immediately"; as ranges of days."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from ..dates import When
from ..numbers import Number, NumberKind
from ..passage import Passage
from ..worded import worded
from .segments import Segment

SPANS = (NumberKind.DAYS, NumberKind.MINUTES)
"""Kinds of numbers that may be lead times."""


class Start(NamedTuple):
    """`flat[start:end]` says a start between `low` and `high`. `lead`: it is a lead time from signature or today,
    in days, rather than a date."""

    start: int
    end: int
    low: dt.date
    high: dt.date
    lead: int | None = None


_PREFIX = worded(
    r"\b(?:on|by|from|starting|beginning|in|within|available as of|free as of|ready as of|as early as|as soon as|no later than|before|for|come|this|until next|effective|commencing|start|starts|joining|early|late|"
    r"begin|begins|the week of|around|about|not before|latest)[ ,]*(?:the )?(?:end of |start of |beginning of |middle of |close of |morning of |week of |first week of |second half of )?$"
)
_NOT_START = worded(
    r"\b(?:until|till|through|thru|since|(?:have|had|stood|showed|shows|counted)\b[^.,;]{0,30} as of|ends?|ending|last|notice|(?:wrote|said|told you|mentioned|spoke|talked|discussed|counted|asked|quoted|sent|named|noted|met)\b(?: to you| you| it| this| in my mail| with you)*(?: on| last)|finish\w*[^.,;]{0,30}|(?:coming|comes?|roll(?:s|ing)?) off[^.,;]{0,24}|released|introduc\w+(?: to you)?|done|release|deadline|due|expires?|lasts?|complete|completed|over)[ ,]*(?:the )?(?:end of |start of )?$"
)
_SOON = worded(
    r"\b(?:immediately|straight away|straightaway|right away|at once|overnight|instantly|on the spot|same day|this minute|within hours|"
    r"in (?:a matter of |a few |mere )?hours|without (?:any )?delay|without waiting|in no time|any day|as of now|first thing|this instant|pronto|in an instant|the (?:same|very) day|"
    r"the day (?:you|after you) sign\w*|the moment you sign)\b"
)
# "They finish on 27 March and could start the Monday after."
_DAY_AFTER = worded(r" (?:after(?:wards)?(?=[.,;!?]|$| that\b)|following(?=[.,;!?]|$)|thereafter)")
_LATER = worded(r"\b(?:today|tonight|this (?:morning|afternoon))$")
_AVAILABLE_NOW = worded(r"\b(?:available|free|ready|on hand|open|unassigned|idle)\b[ \w]{0,12}$")
_LEAD_BEFORE = worded(
    r"(?:\b(?:turnaround|lead time|time to deploy|onboarding|deployment|start)\b[^.;]{0,40}:|\b(?:within|in|inside|inside of|under|less than|takes?|takes? us|taking|lead time|time to deploy|is|of|needs?|after|just|only|turnaround|as little as|as few as))"
    r"[ :]*(?:the next |the first |about |around |roughly |only |just |under |some |as little as |as few as |a |of |is |approximately |typically |barely )*$"
)
_FROM_SIGNATURE = re.compile(
    r"^[- ]?(?:(?:working|business|calendar) )?(?:hours?|days?|weeks?)?,? (?:from|after|of) (?:the )?(?:signature|signing|signed|your (?:yes|go-ahead|signature|ok)|go-ahead|contract|today|now|agreement)"
)
_END_OF_WEEK = worded(
    r"\b(?:before the (?:week|weekend) (?:is (?:out|over)|ends?|starts)|before the weekend|this side of the weekend|by (?:the )?weekend|by (?:the )?end of (?:the |this )?week|by eow|by close of week)\b"
)
_FROM_SIGNING = re.compile(r"\b(?:from|after|of|on) (?:the )?(?:signature|signing|contract|agreement)\b")
_NO_LEAD = re.compile(
    r"^[- ]?(?:(?:working|business|calendar)[- ])?(?:hours?|days?|weeks?|months?)(?:'s?|s')?[- ](?:sprints?|notice|trial|engagements?|contracts?|minimum|terms?|blocks?|cycles?|rotations?|overlap|phase|"
    r"pilot|commitment|project|call|ago|of (?:overlap|notice|work)|calls?|meeting|chat|roadmap|plan|old|later|long|each|per|a (?:day|week))"
)
_PLAIN_LEAD = worded(
    r"\b(?:within|in|inside|under|in under|in less than|less than|takes?(?: about| only)?|after) (?:just |only |about |the |a matter of )*"
    r"(?:(?:a|one|a single) (?:working )?)?(?P<unit>day|days|week|fortnight|month|hours)\b(?! (?:notice|trial|sprint|of(?! (?:your |the |a )?(?:signature|signing|signed|go-ahead|yes|contract|ok|word|call|order|decision|answer|approval|confirmation))|ago|or))"
)
_MEETING = worded(
    r"\b(?:(?<!on-)(?<!on )calls?|meeting|meet|demo|chat|talk|speak|session|conversation|phone|slot|diary|calendar|minutes|catch up|walk|workshop|coffee|lunch|reply|answer|confirm|send|sent|"
    r"email|e-mail|mail|write|decide|decision|discovery|assessment|introduc\w+|names?|profiles?|cvs?|propos\w+|shortlist\w*|trial|kick-?off call|(?:fix|agree|settle|discuss|plan|set|confirm|finali[sz]e|talk about|agree on) (?:the |a |on )*(?:start|date|kick-?off)|sign|signed|signature|agreement|contract|paperwork|discuss|review|scope|scoping)\b"
)
_DELAY = worded(
    r"\b(?:you|they|your \w+|their \w+) (?:\w+ )?(?:need|needs|want|wants|asked|said|hoped|planned|mentioned|named)\b|"
    r"\b(?:your|their) (?:\w+ ){0,3}(?:deadline|release|launch|due date|go-live|quarter end)\b"
)
_TODAY = worded(r"\b(?:start\w*|begin\w*|join\w*|deploy\w*|onboard\w*|going|live)\b[^.,;]{0,20}$")


def begins(passage: Passage, start: int, end: int) -> bool:
    """True where something in a sentence is said to start or to be free at all."""
    return (
        _last(passage, "bench_begins", start, end) is not None
        or _last(passage, "bench_free", start, end) is not None
    )


def _last(passage: Passage, cue: str, start: int, end: int) -> int | None:
    """Where the last place of a cue inside [start, end) ends."""
    places = passage.cue(cue)
    for i in range(bisect_left(places, (end, 0)) - 1, -1, -1):
        if places[i][0] < start:
            break
        if places[i][1] <= end:
            return places[i][1]
    return None


def read_starts(passage: Passage, part: Segment, heads: Sequence[tuple[int, int]]) -> list[Start]:
    """Start times that one statement names. `heads` are the places of the engineers it speaks of.

    Dates of calls and signatures are none.
    """
    if not _times_in(passage, part):
        return []
    here, text = passage.spoken_at(part.start), passage.flat[part.start : part.end]
    begun = _last(passage, "bench_begins", part.start, part.end) is not None
    meant = begun or bool(heads) or _last(passage, "bench_free", part.start, part.end) is not None
    if not meant or here.search(_DELAY, text):
        return []
    if not begun and here.search(_MEETING, _FROM_SIGNING.sub("", text)):
        return []
    found = [*_dates(passage, part, begun, heads), *_soon(passage, part, begun)]
    for match in here.all(_END_OF_WEEK, passage.flat, part.start, part.end):
        sunday = passage.today + dt.timedelta(days=6 - passage.today.weekday())
        found.append(Start(match.start(), match.end(), passage.today, sunday))
    found += [*_leads(passage, part), *_plain_leads(passage, part)]
    return sorted(found, key=lambda s: s.start)


def _times_in(passage: Passage, part: Segment) -> bool:
    """True where a statement names any time that may be a start."""
    place = part.start, part.end
    if any(passage.dates_in(*place)) or any(n.kind in SPANS for n in passage.numbers_in(*place)):
        return True
    here = passage.spoken_at(part.start)
    return any(here.search(said, passage.flat, *place) for said in (_SOON, _END_OF_WEEK, _PLAIN_LEAD))


def _dates(passage: Passage, part: Segment, begun: bool, heads: Sequence[tuple[int, int]]) -> list[Start]:
    flat, here, out = passage.flat, passage.spoken_at(part.start), []
    for when in _joined(flat, list(passage.dates_in(part.start, part.end))):
        before = flat[max(part.start, when.start - 48) : when.start]
        text = flat[when.start : when.end]
        if (
            over(flat, when, passage.today)
            or here.search(_NOT_START, before)
            or near_meeting(passage, part, when.start, when.end)
        ):
            continue
        if here.match(_DAY_AFTER, flat, when.end):
            continue
        if text == "this week" and here.search(_AVAILABLE_NOW, before.removesuffix("as of ")):
            continue
        if here.search(_LATER, text) and not here.search(_TODAY, before):
            continue
        relative = text.startswith(("next", "this", "tomorrow", "coming", "early", "late"))
        if begun or (heads and (here.search(_PREFIX, before) or relative)):
            ahead = when.high >= passage.today
            low, high = (when.low, when.high) if ahead else (_next_year(when.low), _next_year(when.high))
            out.append(Start(when.start, when.end, low, high))
    return out


def over(flat: str, when: When, today: dt.date) -> bool:
    """True for a time that lies behind. A month without a year that is long gone is the one to come."""
    if when.high >= today:
        return False
    dated = re.search(r"\d{4}|ago|last|yesterday|back", flat[when.start : when.end]) is not None
    return dated or (today - when.high).days <= 120


def _next_year(day: dt.date) -> dt.date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


def _joined(flat: str, whens: list[When]) -> list[When]:
    """ "Monday" + "11 May" is one day."""
    out: list[When] = []
    for when in whens:
        if out and flat[out[-1].end : when.start].strip(" ,") in ("", "the"):
            out[-1] = When(out[-1].start, when.end, when.grain, when.low, when.high)
        else:
            out.append(when)
    return out


def near_meeting(passage: Passage, part: Segment, start: int, end: int) -> bool:
    """A clock time after a date, or a call right before it, makes it the date of a call."""
    flat, here = passage.flat, passage.spoken_at(start)
    after = flat[end : min(part.end, end + 14)]
    if re.match(r",? (?:at|@|\d{1,2}[:.]\d\d|\d{1,2} ?[ap]m)", after) and not re.match(
        r",? at (?:the latest|your|latest)", after
    ):
        return True
    left = max(part.start, start - 36)
    meetings = here.all(_MEETING, flat, left, start)
    if not meetings:
        return False
    begun = _last(passage, "bench_begins", left, start)
    return begun is None or meetings[-1].end() >= begun


def _leads(passage: Passage, part: Segment) -> list[Start]:
    here = passage.spoken_at(part.start)
    out: list[Start] = []
    for number in passage.numbers_in(part.start, part.end):
        days = _days(passage.flat, number)
        before = passage.flat[max(part.start, number.start - 64) : number.start]
        after = passage.flat[number.end : number.end + 44]
        if (
            days is None
            or not (here.search(_LEAD_BEFORE, before) or _FROM_SIGNATURE.match(after))
            or _NO_LEAD.match(passage.flat, number.end)
        ):
            continue
        if near_meeting(passage, part, number.start, number.end):
            continue
        low, high = (passage.today + dt.timedelta(days=d) for d in days)
        stop = re.match(
            r"[- ]?(?:(?:working|business|calendar)[- ])?[a-z]+", passage.flat[number.end : number.end + 30]
        )
        out.append(Start(number.start, number.end + (stop.end() if stop else 0), low, high, days[1]))
    return out


def _plain_leads(passage: Passage, part: Segment) -> list[Start]:
    """ "within a week", "in days": lead times without a number."""
    out: list[Start] = []
    for match in passage.spoken_at(part.start).all(_PLAIN_LEAD, passage.flat, part.start, part.end):
        days = {"day": 1, "days": 4, "week": 7, "fortnight": 14, "month": 30, "hours": 1}[match["unit"]]
        if not near_meeting(passage, part, match.start(), match.end()):
            day = passage.today + dt.timedelta(days=days)
            out.append(Start(match.start(), match.end(), passage.today, day, days))
    return out


def plain_lead(passage: Passage, start: int, end: int) -> Start | None:
    """The start that "in a week" gives, where it opens [start, end)."""
    whole = Segment(start, end)
    return next((s for s in _plain_leads(passage, whole) if s.start - start <= 6), None)


def lead_time(passage: Passage, number: Number) -> Start | None:
    """The start that "three working days" gives, counted from today; None for numbers of other things."""
    days = _days(passage.flat, number)
    if days is None or _NO_LEAD.match(passage.flat, number.end):
        return None
    low, high = (passage.today + dt.timedelta(days=d) for d in days)
    return Start(number.start, number.end, low, high, days[1])


def _days(flat: str, number: Number) -> tuple[int, int] | None:
    if number.kind is NumberKind.MINUTES and number.noun.startswith(("hour", "hr")) and number.value >= 240:
        return round(number.low / 1440), max(1, round(number.high / 1440))
    if number.kind is not NumberKind.DAYS or number.high > 3650:
        return None
    factor = 1.4 if number.noun.startswith(("working", "business")) else 1.0
    return int(number.low * factor), round(number.high * factor)


def _soon(passage: Passage, part: Segment, begun: bool) -> list[Start]:
    here = passage.spoken_at(part.start)
    out: list[Start] = []
    for match in here.all(_SOON, passage.flat, part.start, part.end):
        before = passage.flat[max(part.start, match.start() - 30) : match.start()]
        if (
            begun
            and not here.search(_AVAILABLE_NOW, before)
            and not re.match(r" (?:available|free)", passage.flat[match.end() : match.end() + 11])
        ):
            day = passage.today + dt.timedelta(days=1)
            out.append(Start(match.start(), match.end(), passage.today, day, 1))
    return out
