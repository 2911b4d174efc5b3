"""What the reader is said to do, have or undergo, in any words: the claims that no typed reader knows."""

import re
from collections.abc import Iterator

from ..numbers import NumberKind
from ..passage import Place
from . import deed_words as say
from .model import Claim, ClaimKind, Stance
from .scope import Scope
from .shared import places_of
from .words import stems

DEED = 2
"""Degree of a STATE that is told as a deed: weighed leniently, and it gives way to a typed claim "
"beside it."""

_THINGS = (NumberKind.MONEY, NumberKind.PERCENT, NumberKind.COUNT, NumberKind.DAYS)
_REACH = 70


def read_deeds(scope: Scope) -> Iterator[Claim]:
    """One claim a clause: "you have set aside ...", "Halden is leaving ...", "you serve 2,000 shippers"."""
    taken: set[Place] = set()
    for place in scope.hits("sig_deed"):
        clause = scope.passage.clause_at(place[0])
        sentence = scope.passage.sentence_at(place[0])
        if clause in taken or sentence.question or _beside(scope, place, clause, sentence.start):
            continue
        verb = _verb(scope, place)
        if verb is None:
            continue
        end = min(clause[1], place[1] + _REACH)
        if say.SPENT.match(scope.flat, verb) and not _perfect(scope, place):
            if say.SHOULD.match(scope.flat, sentence.start):
                continue  # "If it doesn't work, you pay for the ten days": terms of ours
            kinds = _THINGS[:2] if scope.flat.startswith(("have", "pay"), verb) else _THINGS
            figures = scope.passage.numbers_in(verb, end)
            if not any(
                (n.kind in kinds or (n.kind is NumberKind.DATE and "," in scope.flat[n.start : n.end]))
                and not say.OFFER.search(n.noun)
                for n in figures
            ):
                continue
        stance = scope.stance(verb, place[1], noun=False)
        words = stems(scope.flat[verb:end])
        if stance is Stance.ASSERTED and words:
            taken.add(clause)
            yield Claim(ClaimKind.STATE, scope.passage, *place, stance, degree=DEED, words=words)
    yield from _named(scope, taken)
    yield from _of_theirs(scope, taken)
    yield from _granted(scope, taken)


def _granted(scope: Scope, taken: set[Place]) -> Iterator[Claim]:
    """ "Now that the Rotterdam depot is live": something of theirs that no evidence has."""
    for place in scope.hits("sig_granted"):
        flat = scope.flat
        clause = scope.passage.clause_at(place[1] - 1)
        sentence = scope.passage.sentence_at(place[0])
        text = flat[place[0] : place[1]]
        if (
            clause in taken
            or place[1] > sentence.end
            or say.PLAIN_GRANTED.search(text)
            or say.LINKED.search(text, 9)
        ):
            continue
        words = stems(text)
        stance = scope.stance(place[1] - 1, place[1], noun=False)
        if say.OURS.search(flat, sentence.start, place[1]) or stance is not Stance.ASSERTED or not words:
            continue
        taken.add(clause)
        yield Claim(ClaimKind.STATE, scope.passage, *place, stance, degree=DEED, words=words)


def _of_theirs(scope: Scope, taken: set[Place]) -> Iterator[Claim]:
    """The same of something of the reader's, and of people who leave."""
    leaving = scope.hits("sig_leaving")
    for place in (*scope.hits("sig_theirs"), *leaving):
        flat = scope.flat
        clause = scope.passage.clause_at(place[1] - 1)
        sentence = scope.passage.sentence_at(place[0])
        gone = place in leaving
        if clause in taken or place[1] > sentence.end or (sentence.question and not gone):
            continue
        if gone:
            if say.OURS.search(flat, sentence.start, place[1]) and " your " not in flat[place[0] : place[1]]:
                continue
        elif flat.startswith("your predecessor", place[0]) and not say.CLAUSE_HEAD.search(
            flat[sentence.start : place[0]]
        ):
            continue  # "the contracts your predecessor signed": whatever they are
        elif (
            say.PLAIN.match(flat, place[0])
            or say.AT.search(flat, max(sentence.start, place[0] - 12), place[0])
            or say.JOINED.search(flat, place[0] + 5, flat.rfind(" ", place[0], place[1]))
            or say.WISH.search(flat, sentence.start, place[0])
            or say.OURS.search(flat, place[1], clause[1])
        ):
            continue
        stance = scope.stance(place[1] - 1, place[1], noun=False)
        words = stems(flat[place[0] : min(clause[1], place[1] + _REACH)])
        if words and (
            stance is Stance.ASSERTED or (gone and stance is not Stance.NEGATED and sentence.question)
        ):
            taken.add(clause)
            yield Claim(ClaimKind.STATE, scope.passage, *place, Stance.ASSERTED, degree=DEED, words=words)


def _beside(scope: Scope, place: Place, clause: Place, start: int) -> bool:
    """Hoped, conditional, or between the reader and ourselves."""
    flat = scope.flat
    before = flat[max(clause[0], place[0] - 40) : place[0]]
    return (
        say.NOT_YET.search(before) is not None
        or say.PAPER.search(before) is not None
        or (say.WHEN.search(before) is not None and _perfect(scope, place))
        or say.WISH.search(flat, start, place[0]) is not None
        or say.OURS.search(flat, place[1], clause[1]) is not None
    )


def _perfect(scope: Scope, place: Place) -> bool:
    return re.match(r"you(?:'ve|'re| have| are| had)\b", scope.flat[place[0] : place[1]]) is not None


def _verb(scope: Scope, place: Place) -> int | None:
    """Where the verb begins; None for what every reader of mails does, and for "you won't"."""
    if scope.flat.startswith("'t", place[1]):
        return None
    if say.MUST.match(scope.flat, place[0]):
        return place[0]
    at = scope.flat.rfind(" ", place[0], place[1]) + 1
    return None if say.COMMON.match(scope.flat, at) else at


def _names(scope: Scope) -> list[Place]:
    """Where the company is named, in full or by its first word with a capital."""
    found = list(scope.subjects.names)
    first = scope.subjects.company.split(" ")[0]
    if " " in scope.subjects.company and len(first) > 3:
        clean = scope.passage.text.clean
        for place in places_of(scope.passage, first):
            if clean[place[0]].isupper() and not any(a <= place[0] < b for a, b in found):
                found.append(place)
    return found


def _named(scope: Scope, taken: set[Place]) -> Iterator[Claim]:
    """The same of the company by its name."""
    for start, stop in _names(scope)[:8]:
        found = say.BY_NAME.match(scope.flat, stop)
        if not scope.readable(start):
            continue
        if found is None:
            yield from _suffered(scope, taken, start, stop)
            continue
        verb = next(found.start(name) for name in ("verb", "told", "counted", "beside") if found[name])
        place = (start, found.end())
        clause = scope.passage.clause_at(start)
        sentence = scope.passage.sentence_at(start)
        passive = " been " in found.group()
        if clause in taken or sentence.question or (say.COMMON.match(scope.flat, verb) and not passive):
            continue
        if _beside(scope, place, clause, sentence.start) or (
            found["counted"] and not _counts(scope, clause, verb)
        ):
            continue
        stance = scope.stance(verb, found.end(), noun=False)
        stop = sentence.end if found["beside"] else clause[1]
        words = stems(scope.flat[verb : min(stop, found.end() + _REACH)])
        if stance is Stance.ASSERTED and words:
            taken.add(clause)
            yield Claim(ClaimKind.STATE, scope.passage, *place, stance, degree=DEED, words=words)


def _counts(scope: Scope, clause: Place, verb: int) -> bool:
    """A figure stands right behind the verb: what a company sells is mild, how much it loses is not."""
    return any(
        n.kind in (*_THINGS, NumberKind.RATIO) and not say.OFFER.search(n.noun)
        for n in scope.passage.numbers_in(verb, min(clause[1], verb + 40))
    )


def _suffered(scope: Scope, taken: set[Place], start: int, stop: int) -> Iterator[Claim]:
    """ "Shippers have begun to leave Halden"."""
    flat, sentence = scope.flat, scope.passage.sentence_at(start)
    found = say.AGAINST.search(flat, max(sentence.start, start - 30), start)
    clause = scope.passage.clause_at(start)
    if found is None or clause in taken or sentence.question or say.OURS.search(flat, sentence.start, start):
        return
    stance = scope.stance(found.start(), start, noun=False)
    words = stems(flat[clause[0] : start])
    if stance is Stance.ASSERTED and words:
        taken.add(clause)
        yield Claim(ClaimKind.STATE, scope.passage, found.start(), stop, stance, degree=DEED, words=words)
