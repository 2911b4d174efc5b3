"""One statement about peers with what is read of it: whom, how many, what about."""

from dataclasses import dataclass

from ..case import Case
from ..passage import Passage
from .known import Known
from .mentions import STRONG, Kind, Mention, company_places
from .practice import Topic, read_topic
from .quantity import Quantity
from .units import Unit


@dataclass(frozen=True, slots=True)
class Statement:
    """`own` are the mentions it holds, `mentions` these and the strangers; `lead` is the one it is about.
    `carried`: it names nobody and goes on about those of the sentence before."""

    case: Case
    passage: Passage
    unit: Unit
    known: Known
    own: tuple[Mention, ...]
    mentions: tuple[Mention, ...]
    lead: Mention
    amounts: tuple[Quantity, ...]
    topic: Topic
    carried: bool

    @property
    def text(self) -> str:
        return self.unit.text

    def cue(self, name: str) -> bool:
        """True when the cue occurs in the statement."""
        return self.passage.cue_in(name, self.unit.start, self.unit.end) is not None


def leading(mentions: tuple[Mention, ...]) -> Mention | None:
    """The mention that a statement is about: a named or strong one before a mere likeness."""
    for kinds in (STRONG, (Kind.NAME, Kind.STRANGER, Kind.FIRMS), (Kind.LIKE,)):
        found = next((m for m in mentions if m.kind in kinds), None)
        if found is not None:
            return found
    return mentions[0] if mentions else None


def topic_of(
    case: Case, passage: Passage, unit: Unit, mentions: tuple[Mention, ...], amounts: tuple[Quantity, ...]
) -> Topic:
    """What the statement names, its peers, its amounts and the reader's company left out."""
    text = list(unit.text)
    alone = len(mentions) == 1
    spots = [(m.start, m.end) for m in mentions if alone or m.kind is not Kind.BARE] + [
        (q.start, q.end) for q in amounts
    ]
    for a, b in (*spots, *company_places(case, passage)):
        for i in range(max(a, unit.start) - unit.start, min(b, unit.end) - unit.start):
            text[i] = " "
    return read_topic("".join(text))


def place_of(unit: Unit, mentions: tuple[Mention, ...], amounts: tuple[Quantity, ...]) -> tuple[int, int]:
    """The guilty words: from the amount or mention to the end of the statement, at most fifteen or so."""
    starts = [m.start for m in mentions] + [q.start for q in amounts if q.end]
    start = min([s for s in starts if unit.start <= s < unit.end], default=unit.start)
    end = min(unit.end, start + 110)
    if end < unit.end:
        space = unit.text.rfind(" ", 0, end - unit.start)
        end = unit.start + space if space > start - unit.start else end
    while end > start + 1 and unit.text[end - unit.start - 1] in " .,;:!?\x1f":
        end -= 1
    return start, end
