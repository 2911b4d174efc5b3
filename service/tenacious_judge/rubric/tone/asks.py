"""At most one ask; and an ask for time names a day."""

import re
from collections.abc import Iterable

from ...domain import Dimension, DraftKind, Role, Severity, Span
from ...reading.asks import Ask, read_asks
from ...reading.case import Case
from ...reading.layout import Part
from ...reading.optout import read_word
from ...reading.passage import Passage
from ..registry import Example, Hit, rule
from .form import kind_of

_ASKING_KINDS = (DraftKind.COLD, DraftKind.WARM, DraftKind.REENGAGEMENT)
_ONE = "Hi Jo,\n\nTwo Go roles have stood open since March. Would 20 minutes on Tuesday 12 May suit?"


@rule(
    "TON-211",
    name="several-asks",
    dimension=Dimension.TONE,
    severity=Severity.BLOCK,
    what="More than one ask: more than one thing the reader is to do.",
    why="Two asks halve the answers.",
    bad=Example(_ONE + " Please send your job descriptions and introduce me to your head of talent."),
    good=Example(_ONE + " Or Thursday at 15:00? If neither suits, reply with a day that does."),
    source="DOMAIN 5, form: at most one ask",
    fix="Keep the ask for time and drop the others.",
)
def several_asks(case: Case) -> Iterable[Hit]:
    asks = case.once(read_asks).asks
    most = case.policy.form.max_asks
    for extra in asks[most:]:
        names = ", ".join(ask.passage.span(ask.start, ask.end).text.strip() for ask in asks[:most])
        span = extra.passage.span(extra.start, extra.end)
        yield Hit(span, f'A further ask beside "{names[:120]}"; at most {most}.')


@rule(
    "TON-212",
    name="no-concrete-ask",
    dimension=Dimension.TONE,
    severity=Severity.BLOCK,
    what="A cold, warm or re-engagement mail without an ask for time that names a day, a date or a week.",
    why='"Sometime" leaves the work to the reader; a day can be answered with yes.',
    bad=Example("Hi Jo,\n\nTwo Go roles have stood open since March. Happy to chat sometime."),
    good=Example("Hi Jo,\n\nTwo Go roles have stood open since March. Could we speak next week?"),
    source="DOMAIN 5, form: a concrete calendar ask",
    fix="Ask for one conversation on a named day, date or week.",
)
def no_concrete_ask(case: Case) -> Iterable[Hit]:
    if kind_of(case) not in _ASKING_KINDS or not case.mail.body.flat.strip():
        return
    word = case.once(read_word)
    asks = case.once(read_asks)
    if word.asked_to_stop or asks.concrete or _day_agreed(case):
        return
    vague = next((ask for ask in asks.meets if ask.passage is case.mail.body), None)
    if vague is not None:
        yield Hit(_span(vague), "The ask for time names no day, date or week.")
    elif not word.refused and not _answers(case):
        yield _missing(case)


def _day_agreed(case: Case) -> bool:
    """True when the prospect wrote last and named a day, and the mail names one: the talk is being fixed."""
    turns = case.turns
    if not turns or turns[-1][0].role is not Role.PROSPECT:
        return False
    return _names_day(turns[-1][1]) and _names_day(case.mail.body)


def _names_day(passage: Passage) -> bool:
    end = passage.prose_end
    dated = any(when.concrete for when in passage.dates_in(0, end))
    return dated or passage.cue_in("day_named", 0, end) is not None


def _answers(case: Case) -> bool:
    """True when the prospect wrote last, and asked: then an answer is enough."""
    last = case.thread[-1] if case.thread else None
    return last is not None and last.role is Role.PROSPECT and "?" in last.content


def _span(ask: Ask) -> Span:
    found = ask.passage.cue_in("meet_vague", ask.start, ask.end)
    return ask.passage.span(*(found or (ask.start, ask.end)))


def _missing(case: Case) -> Hit:
    body = case.mail.body
    prose = [s for s in body.sentences if s.part in (Part.TEXT, Part.BULLET)]
    loose = body.cue_in("meet_vague", 0, body.prose_end)
    if loose is not None and re.search(
        r"let me know|whenever|sometime|any ?time|convenience|when", body.flat[loose[0] : loose[1]]
    ):
        return Hit(body.span(*loose), "The mail asks for no conversation on a day, date or named week.")
    last = prose[-1] if prose else None
    place = body.span(max(last.start, last.end - 90), last.end) if last else None
    return Hit(place, "The mail asks for no conversation on a day, date or named week.")
