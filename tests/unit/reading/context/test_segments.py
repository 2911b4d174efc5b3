"""Which segment governs: declared, contradicted by a dated fact, or derived by priority."""

from typing import Any

import pytest
from tenacious_judge.domain import Segment, SegmentReading
from tenacious_judge.errors import BadInput
from tenacious_judge.reading.context import read_hiring, read_segment

from tests.unit.reading.context.support import POLICY, TODAY

S = Segment
FRESH_ROUND: dict[str, Any] = {"funding": {"stage": "Series A", "closed_at": "2026-03-01"}}
OLD_ROUND: dict[str, Any] = {"funding": {"stage": "Series A", "closed_at": "2024-03-01"}}
LAYOFF: dict[str, Any] = {"layoffs": {"date": "2026-04-01", "percentage": 12}}
NEW_CTO: dict[str, Any] = {"leadership_change": {"role": "cto", "started_at": "2026-04-01"}}
CAPABLE: dict[str, Any] = {"ai_maturity_score": 2, "tech_stack": ["PyTorch"]}


def read(declared: Any = None, brief: Any = None) -> SegmentReading:
    return read_segment(declared, read_hiring(brief, POLICY, TODAY)[0], POLICY, TODAY)


@pytest.mark.parametrize(
    ("label", "segment"),
    [
        (1, S.RECENTLY_FUNDED),
        ("segment_1_series_a_b", S.RECENTLY_FUNDED),
        ("Segment 2", S.RESTRUCTURING),
        ("segment_3_leadership_transitions", S.LEADERSHIP_TRANSITION),
        ("4", S.CAPABILITY_GAP),
        ("segment_4_specialized_capability", S.CAPABILITY_GAP),
        ("segment_4_capability_gaps", S.CAPABILITY_GAP),
        ("icp-4", S.CAPABILITY_GAP),
        (4.0, S.CAPABILITY_GAP),
        ("ABSTAIN", S.ABSTAIN),
        ("unknown", S.ABSTAIN),
        ("Series A FinTech scale-ups", None),
        ("segment_7", None),
    ],
)
def test_labels(label: Any, segment: Segment | None) -> None:
    found = read(label)
    assert (found.segment, found.derived, found.pointer) == (segment, False, "/context/icp_segment")
    if segment is None:
        assert found.label == label


@pytest.mark.parametrize(
    ("declared", "brief", "confidence"),
    [
        ("segment_1", None, None),
        ({"segment": 3, "confidence": 0.5}, None, 0.5),
        ("segment_3", {"segment_confidence": 0.4}, 0.4),
        (None, {"segment": "segment_3", "segment_confidence": 0.4}, 0.4),
        (None, {"icp_classification": {"segment": "segment_3", "confidence": 0.82}}, 0.82),
        (None, {"primary_segment_match": "segment_3", "confidence": "low"}, 0.3),
        ("segment_3", {"open_roles": 3, "confidence": "low"}, None),
    ],
)
def test_its_confidence(declared: Any, brief: Any, confidence: float | None) -> None:
    assert read(declared, brief).confidence == confidence


def test_the_request_beats_the_brief() -> None:
    assert read("segment_2", {"segment": 3}).segment is S.RESTRUCTURING


@pytest.mark.parametrize(
    ("declared", "brief", "segment"),
    [
        ("segment_1", {**FRESH_ROUND, **LAYOFF}, S.RESTRUCTURING),
        ("segment_4", NEW_CTO, S.LEADERSHIP_TRANSITION),
        (
            "segment_3",
            {"leadership_change": {"role": "cto", "started_at": "2025-01-01"}, **FRESH_ROUND},
            S.RECENTLY_FUNDED,
        ),
        ("segment_2", {"layoffs": {"date": "2025-01-01", "percentage": 5}, **FRESH_ROUND}, S.RECENTLY_FUNDED),
    ],
)
def test_a_dated_fact_overrides_a_declared_segment(declared: str, brief: Any, segment: Segment) -> None:
    found = read(declared, brief)
    assert (found.segment, found.derived) == (segment, True)
    assert found.pointer.startswith("/context/hiring_signal_brief/")


@pytest.mark.parametrize(
    ("declared", "brief"),
    [
        ("segment_1", {"layoffs": {"date": "2026-04-01", "percentage": 12, "confidence": "low"}}),
        ("segment_1", {"layoff_detected": True}),
        ("segment_1", {"leadership_change": {"role": "cfo", "started_at": "2026-04-01"}}),
        ("segment_3", LAYOFF | {"layoffs": {"detected": False}}),
        ("segment_4", OLD_ROUND),
    ],
)
def test_nothing_less_overrides_it(declared: str, brief: Any) -> None:
    assert read(declared, brief).derived is False


def test_abstain_is_never_overridden() -> None:
    assert read("abstain", {**FRESH_ROUND, **LAYOFF}).segment is S.ABSTAIN


@pytest.mark.parametrize(
    ("brief", "segment"),
    [
        ({**FRESH_ROUND, **LAYOFF, **NEW_CTO}, S.RESTRUCTURING),
        (LAYOFF, S.RESTRUCTURING),
        ({**NEW_CTO, **CAPABLE, **FRESH_ROUND}, S.LEADERSHIP_TRANSITION),
        ({"cto_tenure_days": 45}, S.LEADERSHIP_TRANSITION),
        (
            {"leadership_change": {"role": "Interim CTO", "started_at": "2026-04-01"}, **FRESH_ROUND},
            S.RECENTLY_FUNDED,
        ),
        ({**CAPABLE, **FRESH_ROUND}, S.CAPABILITY_GAP),
        ({"ai_maturity_score": 2, "capability_signal": {"summary": "two evals posts"}}, S.CAPABILITY_GAP),
        ({"ai_maturity_score": 2, "capability_signal": {"detected": False}}, S.ABSTAIN),
        ({"ai_maturity_score": 1, "tech_stack": ["PyTorch"], **FRESH_ROUND}, S.RECENTLY_FUNDED),
        ({"company_stage": "Series B", "days_since_last_funding": 35}, S.RECENTLY_FUNDED),
        ({"company_stage": "Series B", "days_since_last_funding": 181}, S.ABSTAIN),
        ({"company_stage": "Series C", "days_since_last_funding": 35}, S.ABSTAIN),
        ({"funding": {"detected": False, "stage": "Series A"}}, S.ABSTAIN),
        (OLD_ROUND, S.ABSTAIN),
        ({"funding_stage": "Series A"}, None),
        ({"open_roles": 5}, None),
        (None, None),
    ],
)
def test_derived_by_priority(brief: Any, segment: Segment | None) -> None:
    assert read(None, brief).segment is segment


@pytest.mark.parametrize("value", [True, [], [1], 10**9])
def test_bad_segments_are_refused(value: Any) -> None:
    with pytest.raises(BadInput) as refused:
        read(value)
    assert refused.value.pointer == "/context/icp_segment"


def test_a_bad_confidence_of_a_segment_is_refused() -> None:
    with pytest.raises(BadInput) as refused:
        read({"segment": 1, "confidence": 1.7})
    assert refused.value.pointer == "/context/icp_segment/confidence"
