"""What is said of peers, held against the gap brief: each case of our own file, and each way to err."""

import datetime as dt
import json
from collections.abc import Mapping
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
CASES = sorted((Path(__file__).parents[2] / "cases").glob("own_gap*.jsonl"))
ROWS = [json.loads(line) for file in CASES for line in file.read_text(encoding="utf-8").splitlines() if line]
AS_OF = "2026-05-06T09:00:00Z"
BRIEF: dict[str, Any] = {
    "as_of": "2026-04-20",
    "gap_findings": [
        {
            "practice": "dedicated MLOps team",
            "peer_evidence": [{"company": "Arden Cargo"}, {"company": "Kestrel Lines"}],
            "peer_count": 2,
            "peer_total": 5,
            "confidence": 0.8,
        }
    ],
}


def findings(request: Mapping[str, Any]) -> list[Finding]:
    case = read_case(decode(dict(request), now=dt.datetime.now(dt.UTC)), POLICY)
    return [f for f in RUBRIC.judge(case) if f.dimension is Dimension.GAP]


def broken(text: str, gap: Any = BRIEF, as_of: str = AS_OF, **context: Any) -> set[str]:
    """Ids of the rules that fail the mail."""
    request = {
        "draft": {"body": f"Dana,\n\n{text}\n\nMiriam"},
        "context": {"competitor_gap_brief": gap, "prospect": {"company": "Halden Freight"}, **context},
        "as_of": as_of,
    }
    return {f.rule for f in findings(request) if f.severity is not Severity.WARN}


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_own_cases(row: dict[str, Any]) -> None:
    gold = row["gold"]
    found = [f for f in findings(row["request"]) if f.severity is not Severity.WARN]
    assert bool(found) is (gold["verdict"] == "fail"), [(f.rule, f.span and f.span.text) for f in found]
    draft = row["request"]["draft"]
    for finding in found:
        assert finding.span is not None
        sent = draft[finding.span.field.value]
        assert sent[finding.span.start : finding.span.end] == finding.span.text


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Most of your peers run a dedicated MLOps team.", "GAP-002"),
        ("Arden Cargo and Fernhill both run a dedicated MLOps team.", "GAP-003"),
        ("Two of five peers run an evaluation harness.", "GAP-004"),
        ("Two of five peers run a dedicated MLOps team. The other three do not.", "GAP-006"),
        ("Two of five peers run a dedicated MLOps team. Halden has none.", "GAP-007"),
        ("Two of five peers run a dedicated MLOps team. Halden is falling behind.", "GAP-009"),
    ],
)
def test_each_way_to_go_beyond_the_brief_has_its_rule(text: str, rule: str) -> None:
    assert rule in broken(text)


def test_without_a_brief_only_questions_and_offers_are_left() -> None:
    assert broken("Your competitors run dedicated MLOps teams.", None) == {"GAP-001"}
    assert broken("Do your competitors run dedicated MLOps teams?", None) == set()
    assert broken("Happy to share how peers at your stage staff MLOps.", None) == set()


def test_a_question_that_takes_a_claim_for_granted_asserts_it() -> None:
    assert broken("How do you plan to answer the MLOps teams that your rivals already have?", None)
    assert broken("Did you know that four of five peers run a dedicated MLOps team?") == {"GAP-002"}


@pytest.mark.parametrize("confidence", ["low", "medium", 0.59])
def test_below_the_line_a_finding_is_asked_or_its_limit_is_said(confidence: Any) -> None:
    brief = {**BRIEF, "gap_findings": [{**BRIEF["gap_findings"][0], "confidence": confidence}]}
    assert broken("Two of five peers run a dedicated MLOps team.", brief) == {"GAP-005"}
    limited = "Two of five peers run a dedicated MLOps team. That is a single data point from one source."
    assert broken(limited, brief) == set()


def test_age_counts_in_days() -> None:
    text = "Two of five peers run a dedicated MLOps team."
    assert broken(text, {**BRIEF, "as_of": "2026-03-07"}) == set()  # 60 days
    assert broken(text, {**BRIEF, "as_of": "2026-03-06"}) == {"GAP-010"}  # 61
    assert broken(text, {**BRIEF, "as_of": "2026-01-06"}) == {"GAP-010"}  # 120
    assert broken(text, {**BRIEF, "as_of": "2026-01-05"}) == {"GAP-011"}  # 121


def test_evidence_too_old_is_held_and_undated_evidence_only_warned_of() -> None:
    def request(as_of: str | None) -> dict[str, Any]:
        return {
            "draft": {"body": "Two of five peers run a dedicated MLOps team."},
            "context": {"competitor_gap_brief": {**BRIEF, "as_of": as_of}},
            "as_of": AS_OF,
        }

    assert [f.severity for f in findings(request("2025-11-01"))] == [Severity.HOLD]
    assert [f.severity for f in findings(request(None))] == [Severity.WARN]


def test_what_the_prospect_said_of_rivals_may_be_repeated() -> None:
    thread = [{"role": "prospect", "content": "Our rival Brightlane has just hired eight ML engineers."}]
    text = "That Brightlane hired eight ML engineers says little about what they will build."
    assert broken(text, None, prior_thread=thread) == set()
    assert broken("Brightlane hired eight ML engineers and you have not.", None) != set()


def test_a_company_whose_name_is_a_word_for_rivals_is_no_peer() -> None:
    request = {
        "draft": {"body": "Rival Sector Labs has shipped an ML platform. We would like to hear how."},
        "context": {"prospect": {"company": "Rival Sector Labs"}},
        "as_of": AS_OF,
    }
    assert findings(request) == []


def test_a_hostile_text_is_read_in_little_time() -> None:
    text = "most of your competitors and peers have two of five teams, " * 1500
    start = dt.datetime.now(dt.UTC)
    assert broken(text[:100_000])
    assert (dt.datetime.now(dt.UTC) - start).total_seconds() < 2
