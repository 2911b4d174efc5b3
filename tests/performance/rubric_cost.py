"""What one mail costs in this process: decoding, reading, rules, decision, encoding."""

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from tenacious_judge import wire
from tenacious_judge.cli.cases.labelled import load as load_cases
from tenacious_judge.datafiles import policy_path
from tenacious_judge.domain import Cost, JudgeReport, Verdict, Versions
from tenacious_judge.pipeline import Engine
from tenacious_judge.policy import decide, load
from tenacious_judge.reading.case import read_case
from tenacious_judge.reading.patterns import Finder, PatternSet
from tenacious_judge.rubric.engine import Rubric

from .mail import RAW

CASES = Path(__file__).resolve().parents[1] / "cases"


@dataclass(frozen=True, slots=True)
class Stage:
    """Microseconds of processor time for one mail."""

    name: str
    median: float
    p99: float


def engine() -> Engine:
    """The shipped policy, in force; what is loaded is out of the collector's sight, as in the service."""
    policy = load(policy_path())
    made = Engine(policy, Rubric(policy), read_case)
    gc.collect()
    gc.freeze()
    return made


def stages(mails: int = 2000) -> list[Stage]:
    """Every stage of judging the measured mail, and their sum."""
    judge = engine()
    policy = judge.policy
    taken: dict[str, list[float]] = {}

    def timed(name: str, work: Callable[..., Any], *arguments: Any) -> Any:
        started = time.thread_time_ns()
        result = work(*arguments)
        taken.setdefault(name, []).append((time.thread_time_ns() - started) / 1000)
        return result

    for _ in range(mails + mails // 10):
        request = timed("decode", wire.decode, RAW)
        case = timed("read briefs and mail", read_case, request, policy)
        findings = timed("all rules", judge.rubric.judge, case)
        verdict = timed("decide", decide, findings, JudgeReport(), policy, case.warnings)
        timed("encode", _encode, verdict, judge.versions(None))
    warm = {name: times[mails // 10 :] for name, times in taken.items()}
    rubric = [sum(pair) for pair in zip(warm["read briefs and mail"], warm["all rules"], strict=True)]
    total = [sum(times) for times in zip(*warm.values(), strict=True)]
    rows = [*warm.items(), ("rubric (reading and rules)", rubric), ("whole mail", total)]
    return [*(_stage(name, times) for name, times in rows), _matching(judge, mails)]


def unseen(most: int = 600) -> list[Stage]:
    """The rubric over the project's own cases, each judged once: mails differ, and RE2 learns as it reads."""
    judge = engine()
    raws = [msgspec.json.encode(case.request) for case in load_cases(sorted(CASES.glob("*.jsonl")))[:most]]
    rubric: list[float] = []
    matching: list[float] = []
    with _clocked() as clock:
        for raw in raws:
            request = wire.decode(raw)
            clock[0] = 0
            started = time.thread_time_ns()
            judge.rubric.judge(read_case(request, judge.policy))
            rubric.append((time.thread_time_ns() - started) / 1000)
            matching.append(clock[0] / 1000)
    return [_stage("rubric (reading and rules)", rubric), _stage("of which pattern matching", matching)]


def _encode(verdict: Verdict, versions: Versions) -> bytes:
    return wire.encode(wire.answer("vrd_x", verdict, versions, Cost(), None))


def _matching(judge: Engine, mails: int) -> Stage:
    """Time inside the pattern engine alone, over the same mail."""
    sums: list[float] = []
    with _clocked() as clock:
        for _ in range(mails):
            clock[0] = 0
            judge.rubric.judge(read_case(wire.decode(RAW), judge.policy))
            sums.append(clock[0] / 1000)
    return _stage("of which pattern matching", sums)


@contextmanager
def _clocked() -> Iterator[list[int]]:
    """A clock, in nanoseconds, that runs while the pattern engine works."""
    clock = [0]
    kept: list[tuple[type, str, Callable[..., Any]]]
    kept = [(PatternSet, "find", PatternSet.find), (Finder, "places", Finder.places)]

    def wrap(inner: Callable[..., Any]) -> Callable[..., Any]:
        def outer(*arguments: Any) -> Any:
            started = time.thread_time_ns()
            try:
                return inner(*arguments)
            finally:
                clock[0] += time.thread_time_ns() - started

        return outer

    for owner, name, inner in kept:
        setattr(owner, name, wrap(inner))
    try:
        yield clock
    finally:
        for owner, name, inner in kept:
            setattr(owner, name, inner)


def _stage(name: str, times: list[float]) -> Stage:
    return Stage(name, statistics.median(times), statistics.quantiles(times, n=100)[98])
