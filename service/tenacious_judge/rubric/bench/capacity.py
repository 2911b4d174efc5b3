"""More engineers than the bench has: of a stack, of all, beside a lock, or too near to all of a stack."""

from collections.abc import Iterable

from ...domain import Dimension, EvidenceRef, Severity
from ...reading.case import Case
from ..registry import Example, Hit, rule
from .shared import (
    BENCH,
    SOURCE,
    Checked,
    capacity_of,
    checked,
    decisive,
    engineers,
    name,
    span_of,
    with_bench,
)


@rule(
    "BEN-001",
    name="more-than-the-stack-has",
    dimension=Dimension.BENCH,
    severity=Severity.BLOCK,
    what="Promises more engineers of a stack than the bench shows as available.",
    why="A signed statement of work that nobody can deliver.",
    bad=Example("We can put half a dozen Golang people on the routing service.", with_bench(BENCH)),
    good=Example("We cannot put six Go engineers on this; three could start on 1 June.", with_bench(BENCH)),
    source=SOURCE,
    fix="Promise no more than the bench shows, or make the rest depend on our delivery lead's confirmation.",
)
def more_than_the_stack(case: Case) -> Iterable[Hit]:
    for item in checked(case):
        if item.count <= item.free or _locked(item):
            continue
        told = f"Promises {engineers(item.count, item.promised.stacks)}; the bench has {item.free} available."
        most = engineers(item.free, item.promised.stacks)
        fix = f"Promise at most {most}; route the rest to the delivery lead."
        if not item.free:
            none = name(item.promised.stacks)
            fix = f"Promise no {none} engineers, none is free; route the question to the delivery lead."
        yield Hit(span_of(decisive(item.promised, item.free)), told, item.refs, fix)
    yield from _none_left(case)


def _none_left(case: Case) -> Iterable[Hit]:
    """A stack that stands on the bench with nobody free, promised without a number."""
    bench = case.bench
    for promised in capacity_of(case).promised if bench is not None else ():
        if promised.count is not None or bench is None:
            continue
        for stack in promised.stacks:
            found = bench.stacks.get(stack)
            if found is not None and found.available == 0 and not found.listed:
                told = f"Offers {name([stack])} engineers; the bench has none available."
                yield Hit(span_of(promised.last), told, (EvidenceRef(found.pointer, 0),))


def _locked(item: Checked) -> bool:
    return (
        item.listed > item.free
        and item.count <= item.listed
        and any(s.listed > s.available for s in item.stacks)
    )


@rule(
    "BEN-002",
    name="locked-engineers",
    dimension=Dimension.BENCH,
    severity=Severity.BLOCK,
    what="Promises engineers who are locked for another account at the time they would start.",
    why="The same people cannot work in two places.",
    bad=Example("Three data engineers can start with you on 18 May.", with_bench(BENCH)),
    good=Example("Three data engineers can start with you on 6 July.", with_bench(BENCH)),
    source=SOURCE,
    fix="Start after the lock ends, or leave these engineers out.",
)
def locked(case: Case) -> Iterable[Hit]:
    for item in checked(case):
        if item.count <= item.free or not _locked(item):
            continue
        until = max((s.locked_until for s in item.stacks if s.locked_until is not None), default=None)
        when = f" until {until.isoformat()}" if until else ""
        told = (
            f"Promises {engineers(item.count, item.promised.stacks)}; "
            f"{item.free} of {item.listed} are free, the others are locked{when}."
        )
        fix = (
            f"Start no earlier than {until.isoformat()}, or leave the locked engineers out." if until else ""
        )
        yield Hit(span_of(decisive(item.promised, item.free)), told, item.refs, fix)


@rule(
    "BEN-003",
    name="more-than-the-whole-bench",
    dimension=Dimension.BENCH,
    severity=Severity.BLOCK,
    what="Promises more engineers in all than the whole bench has.",
    why="No mix of stacks can make up for people who are not there.",
    bad=Example(
        "We can put forty engineers on the migration from June.", with_bench({"total_engineers_on_bench": 36})
    ),
    good=Example("We have placed 40 engineers since 2021.", with_bench({"total_engineers_on_bench": 36})),
    source=SOURCE,
    fix="Promise no more than the bench has in all, or leave the number to the delivery lead.",
)
def more_than_all(case: Case) -> Iterable[Hit]:
    bench = case.bench
    if bench is None:
        return
    free = sum(s.available for s in bench.stacks.values())
    total = max(bench.total, 0) if bench.total is not None else free
    locked_now = sum(max(s.listed - s.available, 0) for s in bench.stacks.values())
    limit = max(min(total, free + locked_now) if bench.stacks else total, 0)
    refs = (EvidenceRef(bench.total_pointer or bench.pointer, total),)
    for promised in capacity_of(case).promised:
        if promised.stacks or promised.count is None or promised.count <= limit:
            continue
        told = f"Promises {promised.count} engineers; the whole bench has {limit}."
        yield Hit(span_of(decisive(promised, limit)), told, refs)


@rule(
    "BEN-004",
    name="safety-margin",
    dimension=Dimension.BENCH,
    severity=Severity.HOLD,
    what="Promises nearly all engineers of a stack to one account.",
    why="One illness or one other client then breaks the promise; a person must decide.",
    bad=Example("Eight Python engineers can join you on 1 June.", with_bench(BENCH)),
    good=Example("Five Python engineers can join you on 1 June.", with_bench(BENCH)),
    source=SOURCE,
    fix="Promise fewer, or have the delivery lead agree to it first.",
)
def safety_margin(case: Case) -> Iterable[Hit]:
    margin = case.policy.margin
    for item in checked(case):
        if item.count > item.free or item.free < margin.from_size:
            continue
        asked = item.promised.asked if item.promised.asked is not None else item.count
        if asked > margin.share * item.free + 1e-9:
            told = (
                f"Promises {asked} of {item.free} available {name(item.promised.stacks)} engineers; above "
                f"{margin.share:.0%} of a stack a person must agree."
            )
            yield Hit(span_of(decisive(item.promised, asked - 1)), told, item.refs)
    yield from _margin_of_all(case)


def _margin_of_all(case: Case) -> Iterable[Hit]:
    """The same for engineers of no named stack, out of a bench that gives only a total."""
    bench, margin = case.bench, case.policy.margin
    if bench is None or bench.stacks or bench.total is None or bench.total < margin.from_size:
        return
    for promised in capacity_of(case).promised:
        count = promised.count
        if count is not None and not promised.stacks and margin.share * bench.total < count <= bench.total:
            told = f"Promises {count} of all {bench.total}; above {margin.share:.0%} a person must agree."
            yield Hit(span_of(promised.last), told, (EvidenceRef(bench.total_pointer, bench.total),))
