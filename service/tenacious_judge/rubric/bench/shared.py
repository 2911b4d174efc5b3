"""What the bench rules share: promises beside the bench, spans, wordings and examples' contexts."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...domain import Bench, EvidenceRef, Json, Span, StackCapacity
from ...reading.case import Case
from ...reading.passage import Passage, Place
from ...reading.promises import Capacity, Promised, Statement, read_capacity

SOURCE = "Bench commitment honesty"


@dataclass(frozen=True, slots=True)
class Checked:
    """A promise of a number beside what the bench has for it. `free`: what may be promised for its start."""

    promised: Promised
    stacks: tuple[StackCapacity, ...]
    count: int
    free: int
    listed: int
    refs: tuple[EvidenceRef, ...]


def capacity_of(case: Case) -> Capacity:
    """The capacity that the mail promises, read once."""
    return case.once(read_capacity)


def known(bench: Bench, promised: Promised) -> tuple[StackCapacity, ...]:
    """The bench's stacks among those promised."""
    return tuple(bench.stacks[s] for s in promised.stacks if s in bench.stacks)


def free_for(stack: StackCapacity, day: dt.date | None) -> int:
    """Engineers of a stack that may be promised from `day` on: those locked count once the lock has ended."""
    if day is not None and stack.locked_until is not None and day >= stack.locked_until:
        return max(stack.listed, stack.available)
    return stack.available


def first_day(promised: Promised) -> dt.date | None:
    """The earliest start of a promise, None where a part of it has none."""
    days = [s.when.low if s.when is not None and s.when.lead is None else None for s in promised.statements]
    found = [d for d in days if d is not None]
    return min(found) if found and len(found) == len(days) else None


def checked(case: Case) -> tuple[Checked, ...]:
    """Every promise of a number whose stacks the bench has; other rules see to the rest."""
    return case.once(_checked)


def _checked(case: Case) -> tuple[Checked, ...]:
    return tuple(_each_checked(case))


def _each_checked(case: Case) -> Iterable[Checked]:
    bench = case.bench
    if bench is None:
        return
    for promised in capacity_of(case).promised:
        stacks = known(bench, promised)
        if promised.count is None or not promised.stacks or len(stacks) < len(promised.stacks):
            continue
        day = first_day(promised)
        yield Checked(
            promised, stacks, promised.count + _before(case, promised),
            sum(free_for(s, day) for s in stacks), sum(max(s.listed, s.available) for s in stacks),
            tuple(EvidenceRef(s.pointer, s.available) for s in stacks),
        )  # fmt: skip


def _before(case: Case, promised: Promised) -> int:
    """What our side promised of the stack in the thread, where the mail only adds to it ("another two")."""
    first = promised.statements[0]
    if promised.referred or not first.more:
        return 0
    for earlier in reversed(capacity_of(case).earlier):
        counts = [s.count for s in earlier.statements if s.firm and s.count and s.stacks == promised.stacks]
        if counts:
            return max(counts)
    return 0


def span_of(statement: Statement) -> Span:
    return statement.passage.span(statement.start, statement.end)


def place_span(passage: Passage, place: Place) -> Span:
    return passage.span(*place)


def decisive(promised: Promised, limit: int) -> Statement:
    """The statement to point at: the one that alone goes too far, else the last that adds."""
    return next((s for s in promised.statements if (s.count or 0) > limit), promised.last)


def name(stacks: Iterable[str]) -> str:
    """Stacks as a reader would write them."""
    return (
        " and ".join(
            _SHOWN.get(s, s.replace("_", " ").capitalize() if len(s) > 3 else s.upper()) for s in stacks
        )
        or "engineers"
    )


_SHOWN = {
    "go": "Go",
    "ml": "ML",
    "fullstack_nestjs": "NestJS",
    "php": "PHP",
    "qa": "QA",
    "sap": "SAP",
    "ios": "iOS",
}


def engineers(count: int, stacks: Iterable[str]) -> str:
    """ "6 Go engineers"."""
    shown = name(stacks)
    noun = "engineer" if count == 1 else "engineers"
    return f"{count} {noun}" if shown == "engineers" else f"{count} {shown} {noun}"


def with_bench(bench: Json, **more: Json) -> Mapping[str, Json]:
    """The request around an example."""
    context: dict[str, Json] = {"bench_summary": bench}
    context.update(more.pop("context", {}) or {})  # type: ignore[arg-type]
    return {"context": context, **more}


BENCH: Json = {
    "as_of": "2026-05-04",
    "stacks": {
        "go": {"available_engineers": 3, "time_to_deploy_days": 7, "seniority_mix": {"senior": 1, "mid": 2}},
        "python": {"available_engineers": 8, "time_to_deploy_days": 14},
        "data": {"available_engineers": 5, "capacity_locked_until": "2026-07-01", "time_to_deploy_days": 7},
    },
    "total_engineers_on_bench": 11,
}
