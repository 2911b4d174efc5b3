"""Offers, refusals and their look-alikes, one a line, on both sides of the line."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from tenacious_judge.datafiles import policy_path
from tenacious_judge.domain import Dimension, Finding, Severity
from tenacious_judge.policy import load
from tenacious_judge.reading.case import read_case
from tenacious_judge.rubric.engine import Rubric
from tenacious_judge.wire import decode

POLICY = load(policy_path("default"))
RUBRIC = Rubric(POLICY)
LINES = (Path(__file__).parent / "bench_lines.txt").read_text(encoding="utf-8").splitlines()


def stacks(as_of: str = "2026-05-04", days: int = 7, **counts: Any) -> dict[str, Any]:
    listed = {
        name: n if isinstance(n, dict) else {"available_engineers": n, "time_to_deploy_days": days}
        for name, n in counts.items()
    }
    return {
        "as_of": as_of,
        "stacks": listed,
        "total_engineers_on_bench": sum(s["available_engineers"] for s in listed.values()),
    }


def levels(count: int, **mix: int) -> dict[str, Any]:
    return {"available_engineers": count, "seniority_mix": mix, "time_to_deploy_days": 7}


BENCHES: dict[str, Any] = {
    "STD": stacks(go=3, python=9, data=6, ml=4, infra=5, frontend=5),
    "SEN": stacks(
        go=levels(4, senior=1, mid=2, junior=1),
        python=levels(8, senior=3, mid=3, junior=2),
        data=levels(2, senior=2),
    ),
    "SLOW": stacks(go=4, python=8, infra=3, days=14),
    "MIX": stacks(go={"available_engineers": 3, "time_to_deploy_days": 10}, python=10, data=4, ml=2),
    "LOCK": stacks(
        go={"available_engineers": 5, "capacity_locked_until": "2026-07-01", "time_to_deploy_days": 7},
        python=8,
    ),
    "OLD": stacks("2026-04-10", go=6, python=9),
    "WEEKOLD": stacks("2026-04-27", go=6, python=9),
    "FLAT": {"as_of": "2026-05-01", "python_engineers": 7, "go_engineers": 3, "data_engineers": 4},
    "BARE": {
        "as_of": "2026-05-04",
        "go": {"available_engineers": 3},
        "python": {"available_engineers": 6},
        "fullstack_nestjs": {"available_engineers": 4},
    },
    "CAP": {"as_of": "2026-05-05", "available_capacity": {"Golang": 3, "React": 5, "Machine Learning": 2}},
    "ROLES": {
        "as_of": "2026-05-04",
        "available_roles": [
            {"stack": "Go", "count": 2, "seniority": "senior"},
            {"stack": "Go", "count": 1, "seniority": "mid"},
            {"stack": "Python", "count": 5, "seniority": "mid"},
        ],
    },
    "TOTAL": {"as_of": "2026-05-04", "total_engineers_on_bench": 36},
    "NONE": None,
}


def broken(head: str, text: str) -> list[Finding]:
    """Findings of bench commitment for a mail of one line in the context that `head` names."""
    bench = re.search(r"\{(\w+)\}", head)
    turns = re.findall(r"\[(asked|agent): ([^\]]+)\]", head)
    roles = {"asked": "prospect", "agent": "agent"}
    sign = "Best,\nMara Lindqvist\nPartner\nTenacious Consulting\ntenacious.example"
    body = f"Dana,\n\n{text}\n\nIs Tuesday 12 May at 10:00 good for a call?\n\n{sign}"
    request: dict[str, Any] = {
        "draft": {"subject": "Re: capacity", "body": body, "kind": "reply" if turns else "cold"},
        "context": {
            "bench_summary": BENCHES[bench[1] if bench else "STD"],
            "hiring_signal_brief": {
                "company": "Corvane",
                "hiring_velocity": {"open_roles_today": 8, "signal_confidence": 0.8},
            },
            "prior_thread": [{"role": roles[role], "content": said} for role, said in turns],
            "prospect": {"name": "Dana Whitlock", "company": "Corvane", "locale": "en-US"},
        },
        "as_of": "2026-05-06T09:00:00Z",
    }
    found = RUBRIC.judge(read_case(decode(request, now=dt.datetime.now(dt.UTC)), POLICY))
    return [f for f in found if f.dimension is Dimension.BENCH and f.severity is not Severity.WARN]


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("F ")])
def test_a_promise_that_the_bench_cannot_keep_fails(line: str) -> None:
    head, text = line.split(" | ", 1)
    assert broken(head, text)


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("P ")])
def test_what_is_no_such_promise_passes(line: str) -> None:
    head, text = line.split(" | ", 1)
    assert [(f.rule, f.span.text if f.span else "", f.message) for f in broken(head, text)] == []
