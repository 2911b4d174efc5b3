"""How old the bench is that a promise rests on."""

from collections.abc import Iterable

from ...domain import Dimension, EvidenceRef, Json, Severity
from ...reading.case import Case
from ..registry import Example, Hit, rule
from .shared import SOURCE, capacity_of, span_of, with_bench

_OLD: Json = {"as_of": "2026-04-10", "stacks": {"go": {"available_engineers": 6}}}
_NEW: Json = {"as_of": "2026-05-04", "stacks": {"go": {"available_engineers": 6}}}


@rule(
    "BEN-008",
    name="stale-bench",
    dimension=Dimension.BENCH,
    severity=Severity.HOLD,
    what="Promises capacity on a bench that is too old.",
    why="The bench changes weekly: people it shows may be placed by now.",
    bad=Example("Two Go engineers could join you on 1 June.", with_bench(_OLD)),
    good=Example("Two Go engineers could join you on 1 June.", with_bench(_NEW)),
    source=SOURCE,
    fix="Have a person check the current bench before this is sent.",
)
def stale_bench(case: Case) -> Iterable[Hit]:
    bench = case.bench
    reading = capacity_of(case)
    if bench is None or not reading.promised:
        return
    span = span_of(reading.promised[0].statements[0])
    if bench.as_of is None:
        told = "Promises engineers on a bench without a date."
        yield Hit(span, told, (EvidenceRef(bench.pointer, None),), severity=Severity.WARN)
        return
    age = (case.today - bench.as_of).days
    window = case.policy.freshness
    if age <= window.bench_warn_days:
        return
    held = age > window.bench_hold_days
    told = f"Promises engineers on a bench that is {age} days old."
    refs = (EvidenceRef(f"{bench.pointer}/as_of", bench.as_of.isoformat()),)
    yield Hit(span, told, refs, severity=Severity.HOLD if held else Severity.WARN)
