"""What a mail promises of our capacity, as a whole: per stack, with what it answers and leaves open."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ...domain import FactKind, Role
from ..case import Case
from ..passage import Passage, Place
from . import frames as f
from .asked import Earlier, Request, asks_when, read_earlier, read_requests
from .claims import claimed, places, stance_at
from .frames import Stance
from .limits import MOST_PLACES
from .loose import answered_start, loose_starts
from .offers import OfferReader, Statement
from .phrase import HeadKind
from .stacks import Lexicon, lexicon
from .stance import Said
from .starts import Start
from .totals import _without_parts, add_up

_YOU_HAVE = re.compile(r"\byou(?:'ve| have| do have|'ll have| get)(?: got)? $")


@dataclass(frozen=True, slots=True)
class Promised:
    """Engineers promised of one stack, or of several together (`stacks` empty: none is plain). `count` None:
    no number is said.

    `asked`: the part of `count` that the prospect asked for, where we only say how many are available.
    `referred`: the number is the prospect's own, taken over ("all of it").
    """

    stacks: tuple[str, ...]
    count: int | None
    asked: int | None
    statements: tuple[Statement, ...]
    referred: bool = False

    @property
    def last(self) -> Statement:
        return self.statements[-1]


@dataclass(frozen=True, slots=True)
class Capacity:
    """Everything about capacity in a mail. `open` are guarantees without a limit, `plenty` boasts of size."""

    statements: tuple[Statement, ...]
    promised: tuple[Promised, ...]
    requests: tuple[Request, ...]
    earlier: tuple[Earlier, ...]
    starts: tuple[tuple[Passage, Start, tuple[str, ...]], ...]
    open: tuple[tuple[Passage, Place], ...]
    plenty: tuple[tuple[Passage, Place], ...]
    unresolved: tuple[tuple[Passage, Place], ...]

    @property
    def firm(self) -> tuple[Statement, ...]:
        return tuple(s for s in self.statements if s.firm)


def read_capacity(case: Case) -> Capacity:
    """The capacity a mail promises; memoise with `case.once(read_capacity)`."""
    return _Reader(case).read()


class _Reader:
    def __init__(self, case: Case) -> None:
        self.case = case
        self.names: Lexicon = lexicon(case.policy, case.bench)
        self.requests: tuple[Request, ...] = ()
        self.earlier: tuple[Earlier, ...] = ()
        self.unresolved: list[tuple[Passage, Place]] = []

    def read(self) -> Capacity:
        passages = self.case.mail.passages
        said = [
            self._named(s) for p in passages for s in OfferReader(p, self.names, self.case.company).read()
        ]
        if self.case.thread:
            self.earlier = read_earlier(self.case)
            self.requests = read_requests(self.case, self.earlier)
        statements = [
            self._plain(self._handed(s), said)
            for s in said
            if not (s.firm and s.said.weak and not self.requests)
        ]
        statements = [s for s in statements if not self._cited(s, said)]
        referred = [r for p in passages for r in self._references(p, statements)]
        grouped = [*self._grouped(statements), *referred]
        return Capacity(
            tuple(statements), tuple(grouped), self.requests, self.earlier,
            tuple(self._starts(statements, referred)),
            tuple((p, x) for p in passages for x in places(p, "bench_open", yours=True)),
            tuple((p, x) for p in passages for x in places(p, "bench_plenty")),
            tuple(self.unresolved),
        )  # fmt: skip

    def _cited(self, item: Statement, said: Sequence[Statement]) -> bool:
        """True for the number they asked for, named without a word of giving it, where another is spoken of as ours."""
        if not item.firm or not item.said.default or item.when is not None or item.more or item.listed:
            return False
        if not any(r.count == item.count and r.stacks == item.stacks for r in self.requests):
            return False
        return any(
            s.count is not None
            and item.count is not None
            and s.count < item.count
            and s.stacks == item.stacks
            and s.said.stance is not Stance.THEIRS
            and not s.more
            and not s.seniority
            and s.sentence != item.sentence
            for s in said
        )

    def _handed(self, item: Statement) -> Statement:
        """ "Your eight engineers will be in place": a promise where eight is what they asked for."""
        if not item.said.handed or not any(
            r.count == item.count and (r.stacks == item.stacks or not item.stacks) for r in self.requests
        ):
            return item
        return replace(item, said=replace(item.said, stance=Stance.FIRM))

    def _named(self, item: Statement) -> Statement:
        """The statement with the bench's own names of its stacks."""
        bench = self.case.bench
        if bench is None or not item.stacks:
            return item
        stacks = tuple(dict.fromkeys(self.names.on_bench(s, bench) or s for s in item.stacks))
        return item if stacks == item.stacks else replace(item, stacks=stacks)

    # --- the stack of a bare number --------------------------------------------------------------------

    def _plain(self, item: Statement, said: Sequence[Statement]) -> Statement:
        if item.stacks or not item.firm:
            return item
        stacks = self._context_stack(item, said)
        return replace(item, stacks=stacks, inherited=True) if stacks else item

    def _context_stack(self, item: Statement, said: Sequence[Statement]) -> tuple[str, ...]:
        """The one stack that mail, request, earlier turns or brief make plain."""
        if any(s.stacks and s.sentence == item.sentence and s.passage is item.passage for s in said):
            return ()
        for group in (
            [s.stacks for s in said if s.stacks],
            [r.stacks for r in self.requests if r.stacks],
            [s.stacks for e in self.earlier for s in e.statements if s.stacks and s.firm],
        ):
            found = set(group)
            if len(found) == 1:
                return found.pop()
            if found:
                return ()
        return ()

    def _usual_stack(self) -> tuple[str, ...]:
        """The one stack of the requests and of our own earlier words, or ()."""
        asked = {r.stacks for r in self.requests if r.stacks}
        said = {s.stacks for e in self.earlier for s in e.statements if s.stacks and s.firm}
        found = asked or said
        return found.pop() if len(found) == 1 else ()

    # --- sums ------------------------------------------------------------------------------------------

    def _grouped(self, statements: Sequence[Statement]) -> Iterable[Promised]:
        counted = [
            s for s in statements if s.firm and (s.stacks or s.kind is not HeadKind.BARE or self.requests)
        ]
        groups: dict[tuple[str, ...], list[Statement]] = {}
        for item in _without_parts([s for s in counted if s.count is not None]):
            groups.setdefault(item.stacks, []).append(item)
        for stacks, items in groups.items():
            body = max(
                add_up([s for s in items if s.passage is p])
                for p in {id(s.passage): s.passage for s in items}.values()
            )
            body = max(body, self._doubled(items))
            yield Promised(stacks, body, self._asked(stacks, items, body), tuple(items))
        for item in counted:
            if item.count is None:
                yield Promised(item.stacks, None, None, (item,))

    def _doubled(self, items: Sequence[Statement]) -> int:
        """ "... and double that in July": twice what was promised before it, or 0."""
        best = 0
        for a, b in items[0].passage.cue("bench_double")[:MOST_PLACES]:
            before = [s for s in items if s.start < a]
            if before and claimed(items[0].passage, a, b):
                word = items[0].passage.flat[a:b]
                best = max(
                    best,
                    add_up(before)
                    * (3 if "tripl" in word or "trebl" in word else 4 if "quadr" in word else 2),
                )
        return best

    def _asked(self, stacks: tuple[str, ...], items: Sequence[Statement], count: int) -> int | None:
        own = [s for s in items if not (s.said.pool or s.said.avail)]
        if len(own) == len(items) or any(s.more for s in own):
            return None
        wanted = [
            r.count for r in self.requests if r.count is not None and (r.stacks == stacks or not r.stacks)
        ]
        if own:
            wanted.append(add_up(own))
        return min(count, max(wanted)) if wanted else None

    # --- starts ----------------------------------------------------------------------------------------

    def _starts(
        self, statements: Sequence[Statement], referred: Sequence[Promised]
    ) -> Iterable[tuple[Passage, Start, tuple[str, ...]]]:
        """Start times promised, each with the stacks it is about."""
        firm = [s for s in statements if s.firm]
        for item in [*firm, *(s for r in referred for s in r.statements)]:
            if item.when is not None:
                yield item.passage, item.when, item.stacks
        if firm or referred or self.requests or self.earlier:
            for passage in self.case.mail.passages:
                yield from self._loose_starts(passage, statements)
                yield from self._their_date(passage)
            answer = answered_start(self.case.mail.body) if asks_when(self.case) else None
            if answer is not None:
                yield self.case.mail.body, answer, self._usual_stack()

    def _loose_starts(
        self, passage: Passage, statements: Sequence[Statement]
    ) -> Iterable[tuple[Passage, Start, tuple[str, ...]]]:
        for start, stacks in loose_starts(passage, statements, bool(self.requests)):
            yield passage, start, stacks or self._usual_stack()

    def _their_date(self, passage: Passage) -> Iterable[tuple[Passage, Start, tuple[str, ...]]]:
        """ "Your date works": the start is the one they asked for."""
        whens = [(r.when, r.stacks) for r in self.requests if r.when is not None]
        for a, b in places(passage, "bench_date_ok")[:1]:
            for when, stacks in whens[:1]:
                if when is not None:
                    yield passage, Start(a, b, when.low, when.high), stacks

    # --- references to the request -----------------------------------------------------------------------

    def _references(self, passage: Passage, statements: Sequence[Statement]) -> Iterable[Promised]:
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
    busy = f.BUSY.search(flat, item.end, min(own.end, item.end + 120)) is not None
    return busy or f.ELSEWHERE.search(flat, own.start, sentence.end) is not None


def _you_have(passage: Passage, place: Place) -> bool:
    """ "From June you have the full team you asked for": given, not owned."""
    asked_for = "you" in passage.flat[place[0] : place[1]].split()
    return asked_for and _YOU_HAVE.search(passage.flat, max(0, place[0] - 24), place[0]) is not None


def _of_a_call(passage: Passage, place: Place) -> bool:
    sentence = passage.sentence_at(place[0])
    text = passage.flat[sentence.start : sentence.end]
    return f.MEETING.search(text) is not None or any(
        day in text for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
    )
