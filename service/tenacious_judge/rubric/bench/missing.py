"""Promises of what no bench shows: an unknown stack, a stack out of a bare total, no bench at all."""

from collections.abc import Iterable

from ...domain import Dimension, EvidenceRef, Severity
from ...reading.case import Case
from ...reading.promises import Promised
from ...reading.promises.unread import unread_number
from ..registry import Example, Hit, rule
from .shared import BENCH, SOURCE, capacity_of, name, place_span, span_of, with_bench


@rule(
    "BEN-005",
    name="stack-not-on-the-bench",
    dimension=Dimension.BENCH,
    severity=Severity.BLOCK,
    what="Offers engineers of a stack that the bench does not have.",
    why="There is nobody to send, however few are promised.",
    bad=Example("Two Rust engineers could take over the codec in June.", with_bench(BENCH)),
    good=Example(
        "We have no Rust engineers; two Go engineers could own the service beside it.", with_bench(BENCH)
    ),
    source=SOURCE,
    fix="Say that this stack is not ours and offer one that is, or route the question to the delivery lead.",
)
def stack_missing(case: Case) -> Iterable[Hit]:
    bench = case.bench
    if bench is None:
        return
    for promised in capacity_of(case).promised:
        lacking = [s for s in promised.stacks if s not in bench.stacks]
        if not lacking:
            continue
        if bench.unread.issuperset(lacking):
            told = f"Offers {name(lacking)} engineers; how many the bench has could not be read."
            refs = (EvidenceRef(bench.pointer, None),)
            fix = "Mend the bench's entry for this stack; until then name no engineers of it."
            yield Hit(span_of(promised.last), told, refs, fix, Severity.HOLD)
            continue
        if bench.stacks:
            told = f"Offers {name(lacking)} engineers; the bench has no such stack."
            refs = (EvidenceRef(bench.pointer, ", ".join(sorted(bench.stacks))),)
        else:
            told = f"Offers {name(lacking)} engineers; the bench gives a total alone and no {name(lacking)}."
            refs = (EvidenceRef(bench.total_pointer or bench.pointer, bench.total),)
        yield Hit(span_of(promised.last), told, refs)


@rule(
    "BEN-006",
    name="promise-without-a-bench",
    dimension=Dimension.BENCH,
    severity=Severity.HOLD,
    what="Promises capacity although no bench is known.",
    why="What cannot be checked is never taken as fine.",
    bad=Example("Two Go engineers could join you on 1 June."),
    good=Example("Our delivery lead can tell you who would be free in June."),
    source=SOURCE,
    fix="Have a person check the bench, or leave the number to the delivery lead.",
)
def no_bench(case: Case) -> Iterable[Hit]:
    if case.bench is not None:
        return
    for promised in capacity_of(case).promised:
        if _committing(promised):
            yield Hit(span_of(promised.last), "Promises engineers; no bench is known to check them against.")


def _committing(promised: Promised) -> bool:
    """A number, or people said to be free or to start; "we rent out Go squads" alone commits to nothing."""
    item = promised.last
    asked = item.passage.sentences[item.sentence].question
    if asked and not item.stacks and item.when is None and not promised.referred:
        # "Would one more engineer change anything?" asks after a need.
        return False
    return promised.count is not None or item.when is not None or item.said.pool or promised.referred


@rule(
    "BEN-007",
    name="unclear-reference",
    dimension=Dimension.BENCH,
    severity=Severity.HOLD,
    what="Promises the number the reader asked for, and the thread does not show which number that is.",
    why="A promise whose size nobody can see cannot be checked.",
    bad=Example("The full team you asked for can start on 1 June.", with_bench(BENCH)),
    good=Example("The full team you asked for is more than we can promise.", with_bench(BENCH)),
    source=SOURCE,
    fix="Name stack and number, within what the bench shows.",
)
def unclear_reference(case: Case) -> Iterable[Hit]:
    for passage, place in capacity_of(case).unresolved:
        yield Hit(place_span(passage, place))


@rule(
    "BEN-017",
    name="number-not-readable",
    dimension=Dimension.BENCH,
    severity=Severity.HOLD,
    what="Offers engineers of a stack beside a number written so that it cannot be read.",
    why="What cannot be read cannot be checked against the bench.",
    bad=Example("We have s1x Go engineers for you.", with_bench(BENCH)),
    good=Example("We have strong Go engineers for you.", with_bench(BENCH)),
    source=SOURCE,
    fix="Write the number in digits or as an English word.",
)
def unreadable_number(case: Case) -> Iterable[Hit]:
    for item in capacity_of(case).firm:
        if item.count is None and item.stacks:
            found = unread_number(item.passage.flat, item.start)
            if found is not None:
                yield Hit(place_span(item.passage, found))
