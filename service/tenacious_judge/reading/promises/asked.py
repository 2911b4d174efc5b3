"""What the prospect asked for in the thread, and what our side said there before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...domain import Role, Turn
from ..case import Case
from ..dates import When
from ..passage import Passage
from .frames import Stance
from .loose import loose_starts
from .offers import OfferReader
from .phrase import HeadKind
from .stacks import lexicon
from .starts import Start, begins
from .statement import Statement


@dataclass(frozen=True, slots=True)
class Request:
    """Engineers that the prospect wants. `when` is the time named beside them."""

    stacks: tuple[str, ...]
    count: int | None
    seniority: str
    when: When | None
    pointer: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """What our side said in an earlier turn; `at` is the turn's place in the thread."""

    at: int
    turn: Turn
    passage: Passage
    statements: tuple[Statement, ...]
    starts: tuple[Start, ...]


_HAVE = re.compile(
    r"\b(?:we|i|it)(?:'ve| have| already have| currently have| employ| run| lost| hired| are| had| spoke| talked| interviewed| saw| fired| met)\b[^.;,]{0,24}$"
    r"|\b(?:team|group|squad|staff) (?:of|is|has) (?:about |around )?$|\b(?:instead of|rather than|not|from|than) (?:the )?$"
)
# "Could we have six?" wishes for them.
_MAY_WE = re.compile(
    r"\b(?:can|could|may|might|would|will|shall|should|must) (?:we|i)(?: \w+)? (?:have|get|employ|hire)\b"
)
_WISHED = re.compile(
    r"\b(?:look|looking|need|needs|want|after|short|missing|hiring|trying|hoping|to (?:hire|add|find|fill|get)|room for|budget for)\b"
)
_WANT = re.compile(
    r"\b(?:need|needs|want|wants|looking for|require\w*|could|can|would|get|give|send|staff|provide|make it|do|after|take|short|missing|interested|add|more|start|offer|have|like|place|supply|how about|what about|quote|request\w*)\b"
)


def read_requests(case: Case, earlier: Sequence[Earlier]) -> tuple[Request, ...]:
    """The requests of the last turn of the prospect's that makes any."""
    names = lexicon(case.policy, case.bench)
    for turn, passage in reversed(case.turns):
        if turn.role is Role.PROSPECT:
            known = any(s.count or s.stacks for e in earlier for s in e.statements)
            found = _requests(turn, passage, OfferReader(passage, names).read(), known)
            if found:
                return tuple(found)
    return ()


def _requests(turn: Turn, passage: Passage, statements: Sequence[Statement], known: bool) -> list[Request]:
    """`known`: the thread has spoken of engineers before, so that a number alone may count them."""
    wanted = [s for s in statements if _wants(passage, s, known)]
    named = {s.stacks for s in statements if s.stacks}
    plain = [s for s in wanted if s.stacks and s.count is not None]
    if not plain and len(named) == 1:
        stacks = named.pop()
        plain = [replace(s, stacks=stacks) for s in wanted if s.count is not None]
    return _merged(turn, passage, plain or [s for s in wanted if s.stacks] or wanted)


def _wants(passage: Passage, item: Statement, known: bool) -> bool:
    sentence = passage.sentence_at(item.start)
    lead = passage.flat[sentence.start : item.start]
    if item.said.stance is Stance.DECLINED or item.part_of or lead.endswith("our "):
        return False
    if _had(lead) and item.kind is not HeadKind.ROLES:
        return False
    if item.kind is not HeadKind.BARE:
        return item.count is not None or bool(item.stacks)
    asks = _WANT.search(passage.flat) is not None
    return (bool(item.stacks) and (asks or not item.inherited)) or (known and asks)


def _merged(turn: Turn, passage: Passage, items: Sequence[Statement]) -> list[Request]:
    """One request a stack: what one sentence lists is added ("three for the API, three for the workers"), what is
    said of it elsewhere, or after "or", is another wording or a choice."""
    out: dict[tuple[str, ...], Request] = {}
    last: Statement | None = None
    for item in items:
        whens = list(passage.dates_in(*_bounds(passage, item)))
        made = Request(item.stacks, item.count, item.seniority, whens[0] if whens else None, turn.pointer)
        before = out.get(item.stacks)
        if before is not None and before.count is not None and item.count is not None:
            listed = last is not None and last.sentence == item.sentence
            listed = listed and last is not None and " or " not in passage.flat[last.end : item.start]
            count = before.count + item.count if listed and not item.total else max(before.count, item.count)
            made = replace(before, count=count, when=before.when or made.when)
        elif before is not None and item.count is None:
            made = before
        out[item.stacks] = made
        last = item
    return list(out.values())


def _bounds(passage: Passage, item: Statement) -> tuple[int, int]:
    sentence = passage.sentence_at(item.start)
    return sentence.start, sentence.end


def _had(lead: str) -> bool:
    """True after "we have" and "we are", unless a wish stands between: "we are looking for six"."""
    found = _HAVE.search(lead)
    return found is not None and _WISHED.search(found[0]) is None and _MAY_WE.search(lead) is None


def read_earlier(case: Case) -> tuple[Earlier, ...]:
    """What our side said in the thread, turn by turn, oldest first."""
    names = lexicon(case.policy, case.bench)
    out: list[Earlier] = []
    for i, (turn, passage) in enumerate(case.turns):
        if turn.role is Role.AGENT:
            statements = OfferReader(passage, names).read()
            starts = [s.when for s in statements if s.firm and s.when is not None]
            starts += [start for start, _ in loose_starts(passage, statements)]
            out.append(Earlier(i, turn, passage, statements, tuple(starts)))
    return tuple(out)


def counts_said_since(case: Case, at: int) -> set[int]:
    """Numbers of people the prospect named after turn `at`: asking for another number is no silent change."""
    out: set[int] = set()
    for i, (turn, passage) in enumerate(case.turns):
        if i > at and turn.role is Role.PROSPECT:
            out |= {int(n.value) for n in passage.numbers if n.value == int(n.value) and n.value < 10_000}
    return out


def dates_said_since(case: Case, at: int) -> list[When]:
    """Times the prospect named after turn `at`."""
    return [
        w
        for i, (turn, passage) in enumerate(case.turns)
        if i > at and turn.role is Role.PROSPECT
        for w in passage.dates
    ]


_WHEN = re.compile(r"\b(?:when|how (?:soon|fast|quickly|early)|earliest|what date|which date|by what date)\b")


def asks_when(case: Case) -> bool:
    """True when the last turn is the prospect's and asks when people could start."""
    if not case.turns or case.turns[-1][0].role is not Role.PROSPECT:
        return False
    passage = case.turns[-1][1]
    return any(
        s.question and _WHEN.search(passage.flat, s.start, s.end) and begins(passage, s.start, s.end)
        for s in passage.sentences
    )
