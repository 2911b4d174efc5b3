"""After a request to stop, or after a refusal: what may still be written."""

import re
from collections.abc import Iterable

from ...domain import Dimension, EvidenceRef, Severity
from ...reading.asks import read_asks
from ...reading.case import Case
from ...reading.extent import MOST_LETTERS, MOST_TURNS
from ...reading.optout import Stance, Word, read_word
from ...reading.passage import Passage, Place
from ...reading.voice import others_words, rejected
from ..registry import Example, Hit, rule

_LONG = 3
"""Sentences from which a mail that neither asks nor confirms says something else instead."""
_NOT = re.compile(r"\b(?:not|never|no)\b|n't\b")
_LEFT_OPEN = re.compile(r"\b(?:if|may be|might be|might|perhaps|should you|only)\b")
_STOP = {"prior_thread": [{"role": "prospect", "content": "Please take me off your list."}]}
_RUDE = {"prior_thread": [{"role": "prospect", "content": "Another vendor mail. This is unwelcome."}]}


def _evidence(word: Word) -> tuple[EvidenceRef, ...]:
    return (EvidenceRef(word.turn.pointer, word.said),) if word.turn else ()


def _meant(passage: Passage, name: str) -> list[Place]:
    """Places of a cue in our own words, not refused and not negated."""
    return [
        place
        for place in passage.cue(name)
        if place[0] < passage.prose_end
        and not rejected(passage, place[0])
        and not _NOT.search(passage.flat, *place)
        and not passage.status(*place).negated
        and not others_words(passage, *place)
    ]


@rule(
    "TON-301",
    name="opt-out-ignored",
    dimension=Dimension.TONE,
    severity=Severity.HOLD,
    what="The prospect asked to stop, and the mail goes on; or the thread is too long to be read back to "
    f"where they may have asked (its last {MOST_TURNS} turns and {MOST_LETTERS:,} letters are).",
    why="A request to stop is honoured, at once and whatever its wording.",
    bad=Example(
        "Hi Jo,\n\nUnderstood. Before I go: two Go engineers are free. Would Tuesday suit?",
        {"context": _STOP, "kind": "reply"},
    ),
    good=Example(
        "Hi Jo,\n\nDone: you are off the list and will not hear from us again.",
        {"context": _STOP, "kind": "reply"},
    ),
    source="DOMAIN 5, opt-out",
    fix="Confirm the removal in one or two lines, and nothing else.",
)
def opt_out(case: Case) -> Iterable[Hit]:
    word = case.once(read_word)
    body = case.mail.body
    if case.unread_turns:
        # They may have asked to stop there: what was not read to its end must not pass.
        told = f"The oldest {case.unread_turns} turns of the thread are not read; they may ask to stop."
        where = EvidenceRef("/context/prior_thread", case.unread_turns)
        yield Hit(None, told, (where,), fix="Have somebody read the thread to its beginning.")
        return
    if not word.asked_to_stop:
        return
    asks = case.once(read_asks).asks
    pitches = _meant(body, "pitch")
    said = f'The prospect asked to stop ("{word.said}"); '
    if asks:
        yield Hit(body.span(asks[0].start, asks[0].end), said + "the mail asks for more.", _evidence(word))
    elif pitches:
        yield Hit(body.span(*pitches[0]), said + "the mail goes on pitching.", _evidence(word))
    elif question := next((s for s in body.prose() if s.question), None):
        yield Hit(body.sentence_span(question), said + "the mail asks a question.", _evidence(word))
    elif not body.cue("stop_confirmed") and sum(1 for _ in body.prose()) >= _LONG:
        first = body.sentences[min(1, len(body.sentences) - 1)]
        yield Hit(body.sentence_span(first), said + "the mail does not confirm it.", _evidence(word))


@rule(
    "TON-302",
    name="pressing-after-refusal",
    dimension=Dimension.TONE,
    severity=Severity.BLOCK,
    what="After hostility or a refusal: more than one calm offer, or one without leave to decline.",
    why="Pressure after a no makes it final.",
    bad=Example(
        "Hi Jo,\n\nLet's put 20 minutes in the diary on Tuesday 12 May.", {"context": _RUDE, "kind": "reply"}
    ),
    good=Example(
        "Hi Jo,\n\nFair point, thanks for being direct. If a short call on 12 May would help, say so; "
        "if not, I leave it here.",
        {"context": _RUDE, "kind": "reply"},
    ),
    source="DOMAIN 5, hostility and not now",
    fix="Acknowledge calmly; at most one offer that is easy to decline.",
)
def pressing(case: Case) -> Iterable[Hit]:
    word = case.once(read_word)
    if not word.refused:
        return
    body = case.mail.body
    asks = case.once(read_asks).asks
    if not asks or body.cue("leave"):
        return
    if all(body.status(ask.start, ask.end).conditional or _LEFT_OPEN.search(ask.words) for ask in asks):
        return
    gentle = word.stance is Stance.NOT_NOW and all(ask.question for ask in asks)
    if not gentle:
        message = f'The prospect wrote "{word.said}"; the offer gives no leave to decline.'
        yield Hit(body.span(asks[0].start, asks[0].end), message, _evidence(word))
