"""What an answer says without naming its topic again: "It fell through", "we're down to two", "nobody went".

Read in the prospect's own turns only, where our earlier mail set the topic."""

import re
from collections.abc import Iterator
from enum import StrEnum

from ..layout import Sentence
from ..numbers import Number, NumberKind
from ..passage import Passage
from . import answer_words as say
from .funding import stage_named
from .layoffs import share_bounds
from .model import Claim, ClaimKind, Stance
from .scope import Scope
from .subject import Voice
from .sums import currency, money_bounds
from .tech import techs_of


class Topic(StrEnum):
    """What a thread is about, so that an answer may leave it unsaid."""

    RAISE = "raise"
    CUT = "cut"
    ROLES = "roles"


_TOPICS = (
    (
        Topic.RAISE,
        re.compile(
            r"\b(?:rais(?:e|ed|ing)|round|series [a-h]|seed|funding|financing|investors?|fundrais\w+)\b"
        ),
    ),
    (
        Topic.CUT,
        re.compile(
            r"\b(?:lay-?offs?|laid off|redundan\w+|restructur\w+|job cuts|let (?:\w+ )?go|cuts|reduction)\b"
        ),
    ),
    (
        Topic.ROLES,
        re.compile(
            r"\b(?:roles?|openings?|positions?|vacanc\w+|postings?|seats?|reqs?|listings?|careers page)\b"
        ),
    ),
)
_TIME_OF = {Topic.RAISE: ClaimKind.FUNDING_TIME, Topic.CUT: ClaimKind.LAYOFF_TIME}


def topics_of(flat: str) -> frozenset[Topic]:
    """What a text is about."""
    return frozenset(topic for topic, pattern in _TOPICS if pattern.search(flat))


def undone(flat: str, start: int, end: int) -> re.Match[str] | None:
    """Where a stretch of text says that a round has not closed."""
    found = say.UNDONE.search(flat, start, end)
    return None if found is None or say.NEXT_ROUND.search(flat, start, end) else found


def no_cut(flat: str, start: int, end: int) -> bool:
    """True where a stretch of text says that nobody was laid off."""
    return say.NOBODY_CUT.search(flat, start, end) is not None


def not_new(flat: str, start: int, end: int, year: int) -> re.Match[str] | None:
    """Where a stretch of text says that a leader has been there for years."""
    found = say.NOT_NEW.search(flat, start, end)
    if found is not None:
        return found
    served = say.SERVED.search(flat, start, end)
    if served is None or say.IN_POST.search(flat, start, end) is None:
        return None
    return None if served["year"] and year - int(served["year"]) < 2 else served


def gone_tech(flat: str, start: int, end: int, low: int, high: int) -> bool:
    """True where a technology at a place is said not to be in use (any more)."""
    return (
        say.TECH_GONE.search(flat, max(low, start - 60), start) is not None
        or say.TECH_AFTER.match(flat, end, high) is not None
    )


def read_answers(
    passage: Passage, topics: frozenset[Topic], company: str = "", peers: tuple[str, ...] = ()
) -> Iterator[Claim]:
    """Claims and denials of one turn of the prospect's. `topics`: what the thread is about so far."""
    scope = Scope(passage, Voice.PROSPECT, company, peers)
    topics |= topics_of(passage.flat)
    for sentence in passage.prose():
        if sentence.question:
            continue
        yield from _denials(scope, sentence, topics)
        yield from _techs(passage, sentence)
        for number in passage.numbers_in(sentence.start, sentence.end):
            yield from _figure(scope, number, topics)
        yield from _times(scope, sentence, topics)


def _denials(scope: Scope, sentence: Sentence, topics: frozenset[Topic]) -> Iterator[Claim]:
    passage, flat, a, b = scope.passage, scope.flat, sentence.start, sentence.end
    found = undone(flat, a, b)
    if found is not None and (Topic.RAISE in topics or say.OF_RAISE.search(flat, a, b)):
        stage = say.STAGE.search(flat, a, b)
        name = stage_named(stage.group().replace("our ", "the ")) if stage else ""
        yield Claim(ClaimKind.FUNDING, passage, *found.span(), Stance.NEGATED, subject=name)
    gone = say.NOBODY_CUT.search(flat, a, b)
    if gone is not None:
        yield Claim(ClaimKind.LAYOFF, passage, *gone.span(), Stance.NEGATED)
    old = not_new(flat, a, b, passage.today.year)
    if old is not None:
        yield Claim(ClaimKind.LEADER, passage, *old.span(), Stance.NEGATED)
    low = say.NO_AI.search(flat, a, b)
    if low is not None:
        yield Claim(ClaimKind.AI_LEVEL, passage, *low.span(), Stance.ASSERTED, subject="low")
        return
    high = say.AI_RUNS.search(flat, a, b)
    if high is not None and not say.NEG.search(high.group()):
        yield Claim(ClaimKind.AI_LEVEL, passage, *high.span(), Stance.ASSERTED, subject="high")


def _techs(passage: Passage, sentence: Sentence) -> Iterator[Claim]:
    flat = passage.flat[sentence.start : sentence.end]
    for start, end, name in techs_of(flat):
        at, to = sentence.start + start, sentence.start + end
        if gone_tech(passage.flat, at, to, sentence.start, sentence.end):
            yield Claim(ClaimKind.TECH, passage, at, to, Stance.NEGATED, subject=name)


def _times(scope: Scope, sentence: Sentence, topics: frozenset[Topic]) -> Iterator[Claim]:
    """ "It was in January", "I joined in March": when, of the one event that the thread is about."""
    kinds = [_TIME_OF[topic] for topic in topics if topic in _TIME_OF]
    for when in scope.passage.dates_in(sentence.start, sentence.end):
        before = scope.before(when.start, 40)
        own = say.I_CAME.search(before) is not None
        if not own and (len(kinds) != 1 or not say.IT_WAS.search(before) or say.NEG.search(before)):
            continue
        kind = ClaimKind.LEADER_TIME if own else kinds[0]
        yield Claim(kind, scope.passage, when.start, when.end, Stance.ASSERTED, when=when)


def _figure(scope: Scope, number: Number, topics: frozenset[Topic]) -> Iterator[Claim]:
    """A figure that answers ours: "it was 30 people", "we're down to two"."""
    passage, kind = scope.passage, number.kind
    before = scope.before(number.start, 40)
    place = (passage, number.start, number.end, Stance.ASSERTED)
    if kind is NumberKind.MONEY:
        if (
            Topic.RAISE in topics
            and number.value >= 3e5
            and say.FIGURE.search(before)
            and not say.OTHER_SUM.search(scope.after(number.end, 30))
            and not say.OTHER_SUM.search(before)
        ):
            low, high = money_bounds(scope, number)
            yield Claim(ClaimKind.FUNDING_AMOUNT, *place, low, high, currency(scope, number))
        return
    if kind is NumberKind.PERCENT and Topic.CUT in topics and say.FIGURE.search(before):
        yield Claim(
            ClaimKind.LAYOFF_PERCENT, *place, *share_bounds(scope, number.start, number.low, number.high)
        )
    clock = kind is NumberKind.MINUTES and number.noun[:2] not in ("am", "pm")  # "we are at six"
    if kind is not NumberKind.COUNT and not clock:
        return
    told = say.DOWN_TO.search(before) or (
        say.FIRST.fullmatch(before) and say.ACTUALLY.match(scope.after(number.end, 30))
    )
    if Topic.ROLES in topics and told and not say.NOT_ROLES.match(number.noun):
        yield Claim(ClaimKind.ROLES, *place, number.low, number.high)
    elif clock:
        return
    elif say.WE_ARE.search(before) and number.value > 4 and say.HEADS.match(number.noun):
        engineers = number.noun.startswith(("engineers", "developers"))
        yield Claim(ClaimKind.HEADCOUNT, *place, number.low, number.high, "engineering" if engineers else "")
    elif Topic.CUT in topics and say.FIGURE.search(before) and say.HEADS.match(number.noun):
        yield Claim(ClaimKind.LAYOFF_COUNT, *place, number.low * 0.93, number.high * 1.07)
