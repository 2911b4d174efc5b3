"""Promises that name no number: "all of it", "the team you asked for", "they can start", "yes"."""

import re
from collections.abc import Iterable, Sequence

from ...domain import FactKind, Role
from ..case import Case
from ..passage import Passage, Place
from ..worded import Spoken
from . import frames as f
from .asked import Earlier, Request
from .claims import places, stance_at
from .frames import Stance
from .limits import MOST_PLACES
from .phrase import HeadKind
from .stacks import Lexicon, lexicon
from .starts import Start
from .statement import Promised, Said, Statement

_YOU_HAVE = re.compile(r"\byou(?:'ve| have| do have|'ll have| get)(?: got)? $")


class ReferenceReader:
    """Reads what a mail takes over from the thread, or points back to."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.names: Lexicon = lexicon(case.policy, case.bench)
        self.requests: tuple[Request, ...] = ()
        self.earlier: tuple[Earlier, ...] = ()
        self.unresolved: list[tuple[Passage, Place]] = []

    def _usual_stack(self) -> tuple[str, ...]:
        """The one stack of the requests and of our own earlier words, or ()."""
        asked = {r.stacks for r in self.requests if r.stacks}
        said = {s.stacks for e in self.earlier for s in e.statements if s.stacks and s.firm}
        found = asked or said
        return found.pop() if len(found) == 1 else ()

    def references(self, passage: Passage, statements: Sequence[Statement]) -> Iterable[Promised]:
        whole = [
            *(
                x
                for x in passage.cue("bench_accept_noun")[:MOST_PLACES]
                if stance_at(passage, *x) is Stance.FIRM or _you_have(passage, x)
            ),
            *places(passage, "bench_accept_verb"),
            *places(passage, "bench_rest"),
        ]
        for place in sorted(whole, key=lambda p: p[0] - p[1])[:1]:
            yield from self._taken_over(passage, place, explicit=True)
        if not whole:
            yield from self._pronouns(passage, statements)
            yield from self._answered(passage, statements)
            yield from self._yes(passage, statements)
        for place in places(passage, "bench_cover_all")[:1]:
            roles = self.case.evidence.first(FactKind.OPEN_ROLES)
            if roles is not None and isinstance(roles.value, int):
                yield self._referred(passage, place, (), int(roles.value))

    def _taken_over(self, passage: Passage, place: Place, *, explicit: bool) -> Iterable[Promised]:
        if not self.requests:
            if explicit and passage.flat[place[0] : place[1]].find("you") >= 0:
                self.unresolved.append((passage, place))
            return
        for request in self.requests:
            if request.stacks or request.count is not None:
                yield self._referred(passage, place, request.stacks, request.count, request)

    def _referred(
        self,
        passage: Passage,
        place: Place,
        stacks: tuple[str, ...],
        count: int | None,
        request: Request | None = None,
    ) -> Promised:
        when = request.when if request else None
        start = Start(place[0], place[1], when.low, when.high) if when is not None else None
        stacks = stacks or self._usual_stack()
        item = Statement(
            passage, place[0], place[1], HeadKind.PEOPLE, count, stacks, request.seniority if request else "",
            Said(Stance.FIRM), when=start,
        )  # fmt: skip
        return Promised(stacks, count, None, (item,), referred=True)

    def _pronouns(self, passage: Passage, statements: Sequence[Statement]) -> Iterable[Promised]:
        for place in places(passage, "bench_them", opposed=True):
            # "Two of ours" counts its own people.
            if passage.flat[: place[0]].endswith("of "):
                continue
            before = [
                s for s in statements if s.passage is passage and s.end <= place[0] and (s.count or s.stacks)
            ]
            near = before and passage.sentence_at(place[0]).index - before[-1].sentence <= 1
            if near and taken(before[-1], place):
                return
            if near and before[-1].said.stance in (Stance.THEIRS, Stance.NONE, Stance.RECORD):
                yield from self._named_before(passage, place, before)
                return
            if not before:
                yield from self._taken_over(passage, place, explicit=False)
                return

    def _named_before(
        self, passage: Passage, place: Place, before: Sequence[Statement]
    ) -> Iterable[Promised]:
        """The people of the sentence that a pronoun points back to, stack by stack."""
        last = before[-1]
        groups: dict[tuple[str, ...], int | None] = {}
        for item in before:
            if item.sentence == last.sentence and item.said.stance is last.said.stance:
                groups[item.stacks] = (
                    (groups.get(item.stacks) or 0) + item.count if item.count else groups.get(item.stacks)
                )
        for stacks, count in groups.items():
            yield self._referred(passage, place, stacks, count)

    def _answered(self, passage: Passage, statements: Sequence[Statement]) -> Iterable[Promised]:
        """Our own question, answered by us: "Need six Go engineers by June? Done." """
        for a, b in passage.cue("bench_answer")[:MOST_PLACES]:
            sentence = passage.sentence_at(a)
            if passage.flat.startswith("we ", a) and any(
                s.passage is passage and s.count and 0 <= s.start - b <= 12 for s in statements
            ):
                continue
            asked = [s for s in statements if s.passage is passage and s.sentence == sentence.index - 1]
            open_ = asked and asked[-1].said.stance in (Stance.NONE, Stance.THEIRS)
            if open_ and a - sentence.start <= 2 and passage.sentence_at(asked[-1].start).question:
                yield from self._named_before(passage, (a, b), asked)
                return

    def _yes(self, passage: Passage, statements: Sequence[Statement]) -> Iterable[Promised]:
        """A bare "yes" to a request, where the mail itself names no number and takes nothing back."""
        if not self.requests or self.case.turns[-1][0].role is not Role.PROSPECT:
            return
        if any(
            s.said.stance in (Stance.DECLINED, Stance.GATED)
            or (s.count is not None and s.said.stance is not Stance.THEIRS)
            for s in statements
        ):
            return
        if "how many" in passage.flat or (passage.cue("bench_gate") and not passage.cue("bench_gate_you")):
            return
        found = [p for p in places(passage, "bench_accept_short", opposed=True) if not _of_a_call(passage, p)]
        found = [
            p for p in found if not any(s.sentence == passage.sentence_at(p[0]).index for s in statements)
        ]
        if found:
            yield from self._taken_over(passage, max(found, key=lambda p: p[1] - p[0]), explicit=False)


def taken(item: Statement, place: Place) -> bool:
    """True where the people that a pronoun would point back to are busy, or somebody else's."""
    flat, sentence = item.passage.flat, item.passage.sentence_at(place[0])
    own = item.passage.sentence_at(item.start)
    busy = (
        item.passage.spoken_at(item.start).search(f.BUSY, flat, item.end, min(own.end, item.end + 120))
        is not None
    )
    here = Spoken(flat[own.start : sentence.end])
    return busy or here.search(f.ELSEWHERE, flat, own.start, sentence.end) is not None


def _you_have(passage: Passage, place: Place) -> bool:
    """ "From June you have the full team you asked for": given, not owned."""
    asked_for = "you" in passage.flat[place[0] : place[1]].split()
    return asked_for and _YOU_HAVE.search(passage.flat, max(0, place[0] - 24), place[0]) is not None


def _of_a_call(passage: Passage, place: Place) -> bool:
    sentence = passage.sentence_at(place[0])
    text = passage.flat[sentence.start : sentence.end]
    return passage.spoken_at(place[0]).search(f.MEETING, text) is not None or any(
        day in text for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
    )
