"""Seniority: more seniors (or juniors) than the bench lists."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...domain import Bench, Dimension, EvidenceRef, Severity
from ...reading.case import Case
from ...reading.passage import Passage
from ...reading.promises import Capacity, HeadKind, Said, Stance, Statement, add_up
from ...reading.promises.claims import claimed, told_of_them
from ...reading.promises.limits import MOST_PLACES
from ...reading.promises.words import SENIORITY
from ..registry import Example, Hit, rule
from .shared import BENCH, SOURCE, capacity_of, name, with_bench

_AS_SENIOR = ("staff", "principal", "lead")


@rule(
    "BEN-009",
    name="seniority-not-there",
    dimension=Dimension.BENCH,
    severity=Severity.BLOCK,
    what="Promises more engineers of a level than the bench lists at that level.",
    why="The client buys seniority; a junior in its place is found out in the first week.",
    bad=Example("Three senior Go engineers could own dispatch from 1 June.", with_bench(BENCH)),
    good=Example(
        "One senior Go engineer and two mid-level ones could own dispatch from 1 June.", with_bench(BENCH)
    ),
    source=SOURCE,
    fix="Name the levels that the bench shows.",
)
def seniority(case: Case) -> Iterable[Hit]:
    bench = case.bench
    if bench is None or not any(s.seniority for s in bench.stacks.values()):
        return
    groups: dict[tuple[tuple[str, ...], str], list[Statement]] = {}
    for item in _leveled(case):
        groups.setdefault((item.stacks, item.seniority), []).append(item)
    for (stacks, level), items in groups.items():
        counted = [s for s in items if s.count is not None]
        promised = add_up(counted) if counted else 1
        there, refs = _listed(bench, stacks, level)
        if there is not None and promised > there:
            of = f"{level} {name(stacks)} engineers" if stacks else f"{level} engineers"
            told = f"Promises {promised} {of}; the bench lists {there}."
            yield Hit(items[-1].passage.span(items[-1].start, items[-1].end), told, refs)


def _listed(bench: Bench, stacks: Sequence[str], level: str) -> tuple[int | None, tuple[EvidenceRef, ...]]:
    """How many of a level the bench lists, None where it does not say."""
    found = [bench.stacks[s] for s in stacks if s in bench.stacks] if stacks else list(bench.stacks.values())
    told = [s for s in found if s.seniority]
    if not told or (len(told) < len(found) and not stacks):
        return None, ()
    key = level if any(level in s.seniority for s in told) else "senior" if level in _AS_SENIOR else level
    refs = tuple(EvidenceRef(s.pointer, s.seniority.get(key, 0)) for s in told)
    return sum(s.seniority.get(key, 0) for s in told), refs


def _leveled(case: Case) -> Iterable[Statement]:
    """Firm statements that name a level, those included that get it from "all of them senior"."""
    reading = capacity_of(case)
    yield from (s for s in reading.firm if s.seniority)
    yield from (s for p in reading.promised if p.referred for s in p.statements if s.seniority)
    for passage in case.mail.passages:
        done = -1
        for a, b in passage.cue("bench_level")[:MOST_PLACES]:
            if a < done:
                continue
            done = b
            whom = _whom(reading, passage, a, b) or _asked_for(reading, passage, a, b)
            level = next((SENIORITY[w] for w in passage.flat[a:b].split() if w in SENIORITY), "senior")
            said = claimed(passage, a, b) or told_of_them(passage, a, b)
            if whom is not None and not whom.seniority and said:
                count = (
                    _own_count(passage, a)
                    or (2 if passage.flat.startswith("both", a) else 0)
                    or whom.count
                    or next((p.count for p in reading.promised if p.stacks == whom.stacks and p.count), 1)
                )
                stacks = whom.stacks or next((s.stacks for s in reading.statements if a <= s.start <= b), ())
                yield replace(
                    whom, start=a, end=b, stacks=stacks, seniority=level, count=count, part_of=False
                )


_OWN = re.compile(r"(?: of (?:the|them|those|these|whom)(?: \w+){0,2})?(?: would be| will be)? ?")


def _own_count(passage: Passage, start: int) -> int:
    """The number right before "is senior": "one is senior", "two of the three are senior"; 0 for none."""
    sentence = passage.sentence_at(start)
    for number in passage.numbers_in(sentence.start, start):
        if _OWN.fullmatch(passage.flat, number.end, start) and not passage.flat[: number.start].endswith(
            "all "
        ):
            return int(number.value)
    return 0


def _asked_for(reading: Capacity, passage: Passage, start: int, end: int) -> Statement | None:
    """The people they asked for, where the mail only answers what level they have: "Every one of them
    senior." """
    if len(reading.requests) != 1 or any(s.stacks and s.firm for s in reading.statements):
        return None
    request = reading.requests[0]
    if request.count is None or request.seniority:
        return None
    said = Said(Stance.FIRM)
    return Statement(passage, start, end, HeadKind.PEOPLE, request.count, request.stacks, "", said)


def _whom(reading: Capacity, passage: Passage, start: int, end: int) -> Statement | None:
    """The statement whose people a level is said of: the last before it, else the next in its sentence."""
    sentence = passage.sentence_at(start).index
    own = [
        s
        for s in reading.statements
        if s.passage is passage and s.said.stance not in (Stance.THEIRS, Stance.DECLINED)
    ]
    before = [
        s
        for s in own
        if s.start <= start and (s.sentence == sentence or (s.firm and sentence - s.sentence <= 2))
    ]
    after = [s for s in own if s.start >= end and s.sentence - sentence in (0, 1)]
    return before[-1] if before else after[0] if after else None
