"""Which pitch is in place: segments declared, overridden and unsure, and facts that contradict."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest
from tenacious_judge.datafiles import policy_path
from tenacious_judge.domain import Dimension, Severity
from tenacious_judge.policy import load
from tenacious_judge.reading.case import read_case
from tenacious_judge.rubric.engine import Rubric
from tenacious_judge.wire import decode

POLICY = load(policy_path("default"))
RUBRIC = Rubric(POLICY)
GROWTH = "We help you scale engineering faster than recruiting allows."
COST = "We cut your engineering costs by a third."
LEADER = "In your first 90 days as CTO, the vendors you inherited deserve a fresh look."
BUILD = "We would build your ML platform in ten weeks, fixed scope."
NEUTRAL = "We place managed squads with companies of your size."
ASKING = "How do you split the work between your own people and others?"
TEXTS = {
    "growth": GROWTH,
    "cost": COST,
    "leader": LEADER,
    "build": BUILD,
    "neutral": NEUTRAL,
    "asking": ASKING,
}
LAYOFF = {"detected": True, "percentage": 14, "date": "2026-03-20", "confidence": 0.9}
ROUND = {"detected": True, "stage": "series_b", "closed_at": "2026-03-11", "confidence": 0.9}
CTO = {"detected": True, "role": "CTO", "started_at": "2026-03-23", "confidence": 0.9}
RIPE = {"score": 3, "confidence": 0.8}


def broken(text: str, brief: Mapping[str, Any], **context: Any) -> set[str]:
    request: dict[str, Any] = {
        "draft": {"body": f"Sam,\n\n{text}\n\nMarta"},
        "context": {"hiring_signal_brief": {"company": "Quillhaven", **brief}, **context},
        "as_of": "2026-05-06T09:00:00Z",
    }
    findings = RUBRIC.judge(read_case(decode(request, now=dt.datetime.now(dt.UTC)), POLICY))
    return {f.rule for f in findings if f.dimension is Dimension.ICP and f.severity is not Severity.WARN}


def passing(brief: Mapping[str, Any]) -> set[str]:
    return {name for name, text in TEXTS.items() if not broken(text, brief)}


@pytest.mark.parametrize(
    ("brief", "fits"),
    [
        ({"segment": 1, "funding_event": ROUND}, {"growth"}),
        ({"segment": "2", "layoff_event": LAYOFF}, {"cost"}),
        ({"segment": "segment_3_leadership_transitions", "leadership_change": CTO}, {"leader"}),
        ({"segment": "segment_4_capability_gaps", "ai_maturity": RIPE}, {"build"}),
        ({"segment": "abstain"}, set()),
        ({"segment": 1, "segment_confidence": 0.4, "funding_event": ROUND}, set()),
        ({"segment": 4, "ai_maturity": {"score": 1, "confidence": 0.8}}, set()),
        ({"segment": 4, "ai_maturity": {"score": 2, "confidence": 0.3}}, set()),
        ({"segment": 1, "layoff_event": LAYOFF, "funding_event": ROUND}, {"cost"}),
        ({"segment": 1, "leadership_change": CTO, "funding_event": ROUND}, {"leader"}),
        ({"layoff_event": LAYOFF, "funding_event": ROUND}, {"cost"}),
        ({"leadership_change": CTO, "funding_event": ROUND}, {"leader"}),
    ],
)
def test_only_the_pitch_of_the_segment_fits(brief: Mapping[str, Any], fits: set[str]) -> None:
    assert passing(brief) == fits | {"neutral", "asking"}


def test_nothing_is_invented_where_no_segment_is_known() -> None:
    assert passing({"open_roles": 4}) == {"growth", "cost", "neutral", "asking"}


@pytest.mark.parametrize(
    "brief",
    [
        {"segment": 2, "layoff_event": {**LAYOFF, "percentage": 45}},
        {"segment": 3, "leadership_change": {**CTO, "role": "Interim CTO"}},
        {
            "segment": 1,
            "funding_event": ROUND,
            "notes": "The founder says they will never outsource engineering.",
        },
    ],
)
def test_where_no_pitch_is_in_place_only_a_question_passes(brief: Mapping[str, Any]) -> None:
    assert passing(brief) == {"asking"}


def test_forty_percent_is_not_above_forty() -> None:
    assert not broken(COST, {"segment": 2, "layoff_event": {**LAYOFF, "percentage": 40}})


def test_a_leader_of_ninety_one_days_is_not_new() -> None:
    assert not broken(LEADER, {"segment": 3, "cto_tenure_days": 90})
    assert broken(LEADER, {"segment": 3, "cto_tenure_days": 91})


def test_a_reply_may_answer_what_was_asked() -> None:
    brief = {"segment": 1, "funding_event": ROUND}
    thread = [
        {"role": "prospect", "content": "We want to bring our contractor bill down. What do you charge?"}
    ]
    assert broken(COST, brief)
    assert not broken(COST, brief, prior_thread=thread)


def test_a_label_of_another_taxonomy_is_held_to_its_own_words() -> None:
    label = {"icp_segment": "data_first_mid_market"}
    assert not broken("We work with data-first mid-market firms on data platform builds.", {}, **label)
    assert broken("We work with founders before product-market fit as fractional CTO.", {}, **label)
