"""A mail that is not read to its end never passes; and none costs more than a moment."""

import datetime as dt
import time
from typing import Any

import pytest
from tenacious_judge.datafiles import policy_path
from tenacious_judge.domain import Severity
from tenacious_judge.policy import load
from tenacious_judge.reading.case import read_case
from tenacious_judge.reading.text import MAX_READ
from tenacious_judge.rubric.engine import Rubric
from tenacious_judge.wire import decode

POLICY = load(policy_path("default"))
RUBRIC = Rubric(POLICY)
ASK = "Two Go roles have stood open since March. Would 20 minutes on Tuesday 12 May suit?"


def blocked(draft: dict[str, str]) -> set[str]:
    request: dict[str, Any] = {"draft": draft, "context": {}, "as_of": "2026-05-06T09:00:00Z"}
    case = read_case(decode(request, now=dt.datetime.now(dt.UTC)), POLICY)
    return {f.rule for f in RUBRIC.judge(case) if f.severity is not Severity.WARN}


@pytest.mark.parametrize("filler", ["x", " ", "\u200b", "\n", "(", "-", "\u0301"])
def test_what_stands_beyond_the_limit_is_never_passed_over(filler: str) -> None:
    assert "TON-201" in blocked({"body": filler * (MAX_READ + 1) + ASK})
    assert "TON-202" in blocked(
        {"body": ASK, "subject": "Go roles" + filler * (MAX_READ + 1) + "quick question"}
    )


@pytest.mark.parametrize(
    "piece",
    ["(", '"', "Most of your rivals have one and you don't. ", "you hire 12 and raised $9M and ", "\n"],
)
def test_a_hostile_body_costs_a_moment(piece: str) -> None:
    body = (ASK + piece * 100_000)[:100_000]
    blocked({"body": body})
    began = time.process_time()
    blocked({"body": body})
    assert time.process_time() - began < 0.5
