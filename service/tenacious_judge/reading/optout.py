"""What the prospect said about being written to, the latest word winning: stop, unwelcome, not now, or nothing.

A request to stop stands until the prospect opens the talk again. Where relationship comes first a polite closure
("we shall reach out when the time is right") is such a request; hostility without one is none.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from ..domain import Role, Turn
from .case import Case
from .passage import Passage, Place
from .voice import rejected

_UNTIL = re.compile(
    r"[^.!?]{0,20}\b(?:until|till|before (?:january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|the|next)|unless|without|a (?:deck|brochure|pdf)|the (?:deck|brochure))\b"
)
_CHANNEL = re.compile(r"[^.!?]{0,30}\b(?:rather than|instead|prefer|only by|just (?:email|call))\b")


_ALONE = frozenset(
    {
        "stop",
        "unsubscribe",
        "remove",
        "remove me",
        "no more",
        "please stop",
        "stop please",
        "opt out",
        "stop it",
    }
)
_TOPIC = re.compile(
    r"\s?(?:service|flow|page|links?|rates?|api|feature|button|endpoint|handler|logic|requests|list is|lists are)\b"
)


class Stance(IntEnum):
    """In rising order of what it asks of us."""

    OPEN = 0
    NOT_NOW = 1
    HOSTILE = 2
    STOP = 3


@dataclass(frozen=True, slots=True)
class Word:
    """The standing word of the prospect, with the turn and the words that say it; `turn` None when OPEN."""

    stance: Stance
    turn: Turn | None = None
    said: str = ""

    @property
    def asked_to_stop(self) -> bool:
        return self.stance is Stance.STOP

    @property
    def refused(self) -> bool:
        return self.stance in (Stance.NOT_NOW, Stance.HOSTILE)


def read_word(case: Case) -> Word:
    """The prospect's standing word. Use as `case.once(read_word)`."""
    standing = Word(Stance.OPEN)
    for turn, passage in case.turns_of(Role.PROSPECT):
        word = _word(case, turn, passage)
        if (
            standing.asked_to_stop
            and not word.asked_to_stop
            and passage.cue_in("reopen", 0, len(passage.flat)) is None
        ):
            continue
        standing = word
    return standing


def _word(case: Case, turn: Turn, passage: Passage) -> Word:
    if passage.flat.strip(" .!\x1f") in _ALONE:
        return Word(Stance.STOP, turn, turn.content.strip())
    softened: Word | None = None
    indirect = () if "?" in passage.flat else _indirect(case)  # who asks something has not closed the talk
    for name in ("stop_direct", *indirect):
        for place in passage.cue(name):
            meant = _stop(passage, place)
            if meant is Stance.STOP:
                return Word(meant, turn, passage.span(*place).text)
            if meant is not None and softened is None:
                softened = Word(meant, turn, passage.span(*place).text)
    if softened is not None:
        return softened
    for name, stance in (("hostile", Stance.HOSTILE), ("not_now", Stance.NOT_NOW), *_softer(case)):
        found = next((p for p in passage.cue(name) if not rejected(passage, p[0])), None)
        if found is not None and not (stance is Stance.NOT_NOW and "?" in passage.flat):
            return Word(stance, turn, passage.span(*found).text)
    return Word(Stance.OPEN, turn)


def _indirect(case: Case) -> tuple[str, ...]:
    register = case.register
    if register is not None and register.relationship_first:
        return ("stop_indirect", "stop_weak")
    return () if register is not None else ("stop_indirect",)


def _softer(case: Case) -> tuple[tuple[str, Stance], ...]:
    return (
        (("stop_indirect", Stance.NOT_NOW), ("stop_weak", Stance.NOT_NOW))
        if case.register is None or not case.register.relationship_first
        else ()
    )


def _stop(passage: Passage, place: Place) -> Stance | None:
    """What the words of a request to stop come to where they stand; None: nothing ("no need to remove me")."""
    start, end = place
    if rejected(passage, start) or passage.quoted(start, end) or _TOPIC.match(passage.flat, end):
        return None
    if _UNTIL.match(passage.flat, end):
        return Stance.NOT_NOW
    if _CHANNEL.match(passage.flat, end):
        return None
    # "If you write again I will unsubscribe" threatens; "we will call if God wills" has its own "if".
    own = passage.flat[start:end].startswith(("god", "insha", "we ", "i ", "when", "if", "once", "should"))
    return Stance.HOSTILE if not own and passage.status(start, end).conditional else Stance.STOP
