"""Starts sooner than engineers can be deployed."""

from collections.abc import Iterable, Sequence

from ...domain import Bench, Dimension, EvidenceRef, Severity, StackCapacity
from ...reading.case import Case
from ...reading.promises import Start
from ..registry import Example, Hit, rule
from .shared import BENCH, SOURCE, capacity_of, name, with_bench


@rule(
    "BEN-010",
    name="start-too-soon",
    dimension=Dimension.BENCH,
    severity=Severity.BLOCK,
    what="Promises a start before engineers of that stack can be deployed.",
    why="A missed first day is the first thing a new client remembers.",
    bad=Example("Two Python engineers can be in your repository by Friday.", with_bench(BENCH)),
    good=Example("Two Python engineers can be in your repository by 22 May.", with_bench(BENCH)),
    source=SOURCE,
    fix="Name a start that leaves the bench's days to deploy.",
)
def too_soon(case: Case) -> Iterable[Hit]:
    bench = case.bench
    if bench is None:
        return
    done: set[int] = set()
    for passage, start, stacks in capacity_of(case).starts:
        slowest = _slowest(bench, stacks)
        if slowest is None or start.start in done or _fits(case, start, slowest.deploy_days or 0):
            continue
        done.add(start.start)
        told = (
            f"Promises a start {_when(start)}; {name([slowest.stack])} engineers need "
            f"{slowest.deploy_days} days to deploy."
        )
        yield Hit(
            passage.span(start.start, start.end), told, (EvidenceRef(slowest.pointer, slowest.deploy_days),)
        )


def _slowest(bench: Bench, stacks: Sequence[str]) -> StackCapacity | None:
    """The stack that decides: the slowest of those promised; the fastest of all where none is named."""
    named = [bench.stacks[s] for s in stacks if s in bench.stacks and bench.stacks[s].deploy_days is not None]
    if named:
        return max(named, key=lambda s: s.deploy_days or 0)
    every = [s for s in bench.stacks.values() if s.deploy_days is not None]
    return min(every, key=lambda s: s.deploy_days or 0) if every and not stacks else None


def _fits(case: Case, start: Start, days: int) -> bool:
    if start.lead is not None:
        return start.lead >= days
    return (start.high - case.today).days >= days


def _when(start: Start) -> str:
    return f"within {start.lead} days" if start.lead is not None else f"by {start.high.isoformat()}"
