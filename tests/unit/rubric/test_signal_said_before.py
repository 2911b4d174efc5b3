"""Counts that a mail takes back, and counts that follow from the prospect's words."""

import datetime as dt
from pathlib import Path

import pytest
from tenacious_judge.domain import Draft, DraftKind, Json, Prospect, RawContext, Request
from tenacious_judge.policy import load
from tenacious_judge.reading.case import read_case
from tenacious_judge.rubric.engine import Rubric

_POLICY = Path(__file__).parents[3] / "models/policies/default.yml"
_BRIEF: Json = {
    "company": "Halden Freight",
    "as_of": "2026-05-04",
    "hiring_velocity": {"open_roles_today": 9, "open_roles_60_days_ago": 6, "signal_confidence": 0.85},
}
_FIRST = {"role": "agent", "content": "Hi Elena, I counted nine open roles on your careers page."}


def _signal(body: str, answer: str) -> set[str]:
    policy = load(_POLICY)
    thread: Json = [_FIRST, {"role": "prospect", "content": answer}]
    context = RawContext(
        _BRIEF, None, None, None, thread, Prospect("Elena", "", "Halden Freight", "", ()), None
    )
    asked = Request(
        Draft(body, "Re: nine roles", None, DraftKind("reply")),
        context,
        dt.datetime(2026, 5, 6, tzinfo=dt.UTC),
    )
    found = Rubric(policy).judge(read_case(asked, policy))
    return {f.rule for f in found if f.rule.startswith("SIG")}


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ("I wrote nine open roles; it is seven.", "Two of those nine roles are filled."),
        (
            "Elena,\n\nYou are right: nine was wrong. You have three roles open.",
            "We pulled six of those roles.",
        ),
        (
            "Elena,\n\nThanks. With seven open roles, start small.",
            "Two of the nine roles are on ice.",
        ),
    ],
)
def test_an_open_correction_is_kept(body: str, answer: str) -> None:
    assert _signal(body, answer) == set()


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        (
            "Elena,\n\nWith your nine open roles, start small.",
            "We pulled six of those roles.",
        ),
        ("With your five open roles, start small.", "Two of the nine roles are on ice."),
    ],
)
def test_an_older_count_is_not(body: str, answer: str) -> None:
    assert "SIG-001" in _signal(body, answer)
