"""Capacity without a limit, boasts of size, and the flag that says a stack is lacking."""

from collections.abc import Iterable

from ...domain import Bench, Dimension, EvidenceRef, Severity
from ...reading.case import Case
from ...reading.passage import Passage, Place
from ...reading.promises import Stance
from ...reading.promises.claims import places
from ..registry import Example, Hit, rule
from .shared import BENCH, SOURCE, capacity_of, place_span, with_bench

_FLAG = "bench_gap_detected"
_FLAGGED = {"bench_summary": BENCH, "hiring_signal_brief": {"company": "Corvane", "honesty_flags": [_FLAG]}}


@rule(
    "BEN-011",
    name="capacity-without-limit",
    dimension=Dimension.BENCH,
    severity=Severity.BLOCK,
    what="Guarantees capacity without a limit, or at any later time.",
    why="No bench covers what nobody has counted.",
    bad=Example("Two Go engineers start in June, and we scale to as many as you like.", with_bench(BENCH)),
    good=Example(
        "I cannot promise as many as you like; two Go engineers could start in June.", with_bench(BENCH)
    ),
    source=SOURCE,
    fix="Name a number that the bench shows, and gate anything later on the delivery lead's confirmation.",
)
def without_limit(case: Case) -> Iterable[Hit]:
    for passage, place in capacity_of(case).open:
        yield Hit(place_span(passage, place))


@rule(
    "BEN-012",
    name="boast-of-capacity",
    dimension=Dimension.BENCH,
    severity=Severity.BLOCK,
    what="Boasts of plenty of engineers where the bench shows few or none of them.",
    why="Plenty is a promise without a number.",
    bad=Example("We have plenty of Go engineers for this.", with_bench(BENCH)),
    good=Example("You have plenty of Go engineers, I assume; who is on call?", with_bench(BENCH)),
    source=SOURCE,
    fix="Drop the boast, or name the number that the bench shows.",
)
def boast(case: Case) -> Iterable[Hit]:
    bench = case.bench
    reading = capacity_of(case)
    for passage, place in reading.plenty:
        near = [
            s
            for s in reading.statements
            if _touches(s.passage, s.start, passage, place)
            and (s.firm or (s.said.stance is Stance.DECLINED and s.start < place[1]))
        ]
        stacks = tuple(dict.fromkeys(name for s in near for name in s.stacks))
        asked = max((r.count or 0 for r in reading.requests), default=0)
        if bench is None:
            yield Hit(
                place_span(passage, place), "Boasts of capacity; no bench is known.", severity=Severity.HOLD
            )
            continue
        have = _have(bench, stacks)
        if have < max(asked, 5 if not asked else 1) or asked > case.policy.margin.share * have:
            told = f"Boasts of plenty; the bench has {have}."
            yield Hit(place_span(passage, place), told, (EvidenceRef(bench.pointer, have),))


def _touches(passage: Passage, start: int, other: Passage, place: Place) -> bool:
    return passage is other and place[0] - 4 <= start <= place[1] + 24


def _have(bench: Bench, stacks: tuple[str, ...]) -> int:
    if stacks:
        return min(bench.stacks[s].available if s in bench.stacks else 0 for s in stacks)
    if bench.stacks:
        return sum(s.available for s in bench.stacks.values())
    return bench.total or 0


@rule(
    "BEN-013",
    name="flagged-gap-ignored",
    dimension=Dimension.BENCH,
    severity=Severity.BLOCK,
    what="Claims to cover all that the reader needs although the brief flags a gap in the bench.",
    why="The flag says that a stack they need is not there.",
    bad=Example("We have exactly the engineers you need, ready for June.", {"context": _FLAGGED}),
    good=Example("Some of what you need is not ours to offer; two Go engineers are.", {"context": _FLAGGED}),
    source=SOURCE,
    fix="Say which part the bench covers and which it does not.",
)
def flagged_gap(case: Case) -> Iterable[Hit]:
    flag = case.evidence.flag(_FLAG)
    if flag is None:
        return
    for passage in case.mail.passages:
        for cue in ("bench_full", "bench_cover_all", "bench_accept_verb"):
            for place in places(passage, cue):
                yield Hit(place_span(passage, place), evidence=(EvidenceRef(flag.pointer, _FLAG),))
                return
