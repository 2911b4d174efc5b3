"""The judgement of a labelled case, in process, for properties that hold for every mail."""

import copy
import datetime as dt
import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from tenacious_judge.datafiles import policy_path
from tenacious_judge.domain import JudgeReport, Verdict
from tenacious_judge.policy import decide, load
from tenacious_judge.reading.case import read_case
from tenacious_judge.rubric.engine import Rubric
from tenacious_judge.wire import decode

CASES = Path(__file__).parents[1] / "cases"
KNOWN_WRONG = frozenset((CASES / "known_wrong.txt").read_text(encoding="utf-8").splitlines())
POLICY = load(policy_path())
RUBRIC = Rubric(POLICY)
NOW = dt.datetime(2026, 5, 6, 9, tzinfo=dt.UTC)


@lru_cache(maxsize=1)
def cases() -> tuple[dict[str, Any], ...]:
    """Every labelled case of the project."""
    return tuple(_cases())


def _cases() -> Iterator[dict[str, Any]]:
    for path in sorted(CASES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def judge(request: dict[str, Any]) -> Verdict:
    """The verdict on a request, by the rules alone."""
    case = read_case(decode(copy.deepcopy(request), now=NOW), POLICY)
    return decide(RUBRIC.judge(case), JudgeReport(), POLICY, case.warnings)


def broken(verdict: Verdict) -> set[str]:
    """Names of the dimensions that fail, "integrity" among them."""
    return {
        f.dimension.value if f.dimension else "integrity"
        for f in verdict.violations
        if f.severity.value != "warn"
    }
