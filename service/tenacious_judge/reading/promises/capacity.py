"""What a mail promises of our capacity, as a whole: per stack, with what it answers and leaves open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..case import Case
from ..passage import Passage, Place
from . import marks as m
from .asked import Earlier, Request, asks_when, read_earlier, read_requests
from .claims import claimed, places, told_of_reader
from .frames import Stance
from .limits import MOST_PLACES
from .loose import answered_start, loose_starts
from .marks import counted_things
from .offers import OfferReader
from .phrase import HeadKind
from .references import ReferenceReader
from .starts import Start
from .statement import Promised, Statement
from .totals import _without_parts, add_up


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


class _Reader(ReferenceReader):
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
            if not (s.firm and s.said.weak and not self.requests) and not self._of_things(s, said)
        ]
        statements = [s for s in statements if not self._cited(s, said)]
        referred = [r for p in passages for r in self.references(p, statements)]
        grouped = [*self._grouped(statements), *referred]
        return Capacity(
            tuple(statements), tuple(grouped), self.requests, self.earlier,
            tuple(self._starts(statements, referred)),
            tuple((p, x) for p in passages for x in places(p, "bench_open", yours=True)),
            tuple((p, x) for p in passages for x in places(p, "bench_plenty")),
            tuple(self.unresolved),
        )  # fmt: skip

    def _of_things(self, item: Statement, said: Sequence[Statement]) -> bool:
        """True for "the two" and "one of them" where nobody was counted before, or other things since."""
        points = item.part_of or (item.anaphoric and item.kind is HeadKind.BARE)
        if not item.firm or not points or (item.stacks and not item.inherited):
            return False
        since = counted_things(item.passage, item.start)
        if since >= 0:
            return not any(
                s.passage is item.passage and since <= s.start < item.start and s.several for s in said
            )
        if m.OWN.search(item.passage.flat, max(0, item.start - 24), item.start):
            return False
        spoken = [*said, *(s for e in self.earlier for s in e.statements)]
        return not self.requests and not any(s.several for s in spoken if s is not item)

    def _cited(self, item: Statement, said: Sequence[Statement]) -> bool:
        """True for the number they asked for, named without a word of giving it beside another of ours."""
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
        """ "Your eight engineers will be in place": a promise where eight is what they asked for, or where we
        offered people before and name their day."""
        asked = any(
            r.count == item.count and (r.stacks == item.stacks or not item.stacks) for r in self.requests
        )
        offered = item.when is not None and any(
            s.firm and s.count for e in self.earlier for s in e.statements
        )
        if not item.said.handed or not (asked or offered):
            return item
        return replace(item, said=item.said._replace(stance=Stance.FIRM))

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
            refused = {
                s.count
                for s in statements
                if s.said.stance is Stance.DECLINED and (s.stacks == stacks or not s.stacks)
            }
            yield Promised(stacks, body, self._asked(stacks, items, body, refused), tuple(items))
        for item in counted:
            if item.count is None:
                yield Promised(item.stacks, None, None, (item,))
        if not groups:
            yield from self._told_doubled(statements)

    def _told_doubled(self, statements: Sequence[Statement]) -> Iterable[Promised]:
        """ "Three did the pilot; we triple that": as many times those told of, in mail or thread."""
        for passage in self.case.mail.passages:
            for a, b in places(passage, "bench_double")[:1]:
                told = [s for s in statements if s.passage is passage and s.start < a and _told_of_ours(s)]
                told = told or [s for e in self.earlier for s in e.statements if _told_of_ours(s)]
                if told and not told_of_reader(passage, a):
                    last = told[-1]
                    count = (last.count or 0) * _times(passage.flat[a:b])
                    made = replace(last, passage=passage, start=a, end=b, count=count)
                    stacks = last.stacks or self._usual_stack() or self._spoken_stack()
                    yield Promised(stacks, count, None, (made,))

    def _spoken_stack(self) -> tuple[str, ...]:
        """The one stack that our side has named in the thread, whatever was said of it."""
        found = {s.stacks for e in self.earlier for s in e.statements if s.stacks}
        return found.pop() if len(found) == 1 else ()

    def _doubled(self, items: Sequence[Statement]) -> int:
        """ "... and double that in July": twice what was promised before it, or 0."""
        best = 0
        for a, b in items[0].passage.cue("bench_double")[:MOST_PLACES]:
            before = [s for s in items if s.start < a]
            if before and claimed(items[0].passage, a, b):
                best = max(best, add_up(before) * _times(items[0].passage.flat[a:b]))
        return best

    def _asked(
        self, stacks: tuple[str, ...], items: Sequence[Statement], count: int, refused: set[int | None]
    ) -> int | None:
        """The part of `count` that answers a request not refused, or that we offer ourselves."""
        own = [s for s in items if not (s.said.pool or s.said.avail)]
        if len(own) == len(items) or any(s.more for s in own):
            return None
        wanted = [
            r.count
            for r in self.requests
            if r.count is not None and r.count not in refused and (r.stacks == stacks or not r.stacks)
        ]
        if own:
            wanted.append(add_up(own))
        elif refused and not wanted:
            return 0
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


def _times(word: str) -> int:
    return 3 if "tripl" in word or "trebl" in word else 4 if "quadr" in word else 2


def _told_of_ours(item: Statement) -> bool:
    return bool(item.count) and item.kind is not HeadKind.ROLES and item.said.stance not in _OF_OTHERS


_OF_OTHERS = (Stance.THEIRS, Stance.DECLINED)
