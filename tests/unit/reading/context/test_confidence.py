"""The confidence of a fact is the nearest one stated; words, numbers, percentages; what is none of these."""

from typing import Any

import pytest
from tenacious_judge.domain import FactKind as K
from tenacious_judge.errors import BadInput
from tenacious_judge.reading.context import read_hiring

from tests.unit.reading.context.support import POLICY, TODAY, facts

ROOT = "/context/hiring_signal_brief"


def sure(brief: Any, kind: K) -> float | None:
    return facts(brief, kind)[0].confidence


@pytest.mark.parametrize(
    ("said", "value"),
    [
        (0.38, 0.38),
        (1, 1.0),
        ("0.85", 0.85),
        ("85%", 0.85),
        ("High", 0.9),
        ("MEDIUM", 0.5),
        ("moderate", 0.5),
        ("low", 0.3),
        ("very_low", 0.1),
        ("very low", 0.1),
        ("Very-High", 0.95),
        ("unknown", 0.0),
        ("none", 0.0),
        ("insufficient_signal", 0.0),
        ("medium-high", 0.5),
        ("low - two sources only", 0.3),
        ("high (0.92)", 0.92),
        ("not high", 0.0),
        ("strong", 0.9),
        ("unconfirmed", 0.3),
    ],
)
def test_what_a_confidence_may_be(said: Any, value: float) -> None:
    assert sure({"open_roles": 3, "confidence": said}, K.OPEN_ROLES) == value


def test_the_objects_own_beats_the_signals_map_beats_the_briefs() -> None:
    brief = {
        "confidence": 0.5,
        "confidence_by_signal": {"funding": 0.9, "hiring_velocity": 0.4},
        "funding": {"stage": "Series B"},
        "hiring_velocity": {"open_roles_today": 3, "signal_confidence": 0.7},
        "ai_maturity_score": 1,
    }
    assert sure(brief, K.FUNDING_STAGE) == 0.9
    assert sure(brief, K.OPEN_ROLES) == 0.7
    assert sure(brief, K.AI_MATURITY) == 0.5


@pytest.mark.parametrize(
    ("brief", "kind"),
    [
        ({"funding_stage": "Seed", "funding_confidence": 0.7, "confidence": 0.2}, K.FUNDING_STAGE),
        ({"funding": {"amount": "$9M", "amount_confidence": 0.7, "confidence": 0.2}}, K.FUNDING_AMOUNT),
        ({"open_roles": 3, "confidence": {"hiring": 0.7, "funding": 0.1}}, K.OPEN_ROLES),
        ({"open_roles": 3, "open_roles_confidence": 0.7, "confidence": 0.2}, K.OPEN_ROLES),
        ({"open_roles": {"count": 3, "confidence": 0.7}, "confidence": 0.2}, K.OPEN_ROLES),
        ({"open_roles": "3 (confidence 0.7)", "confidence": 0.2}, K.OPEN_ROLES),
        ({"funding": "Series B, $18M, confidence 0.7", "confidence": 0.2}, K.FUNDING_STAGE),
        (
            {"signals": [{"type": "layoff", "percentage": 12, "confidence": 0.7}], "confidence": 0.2},
            K.LAYOFF_PERCENT,
        ),
        ({"confidence": {"score": 0.7, "label": "medium"}, "headcount": 30}, K.HEADCOUNT),
        ({"tech_stack": [{"name": "Go", "confidence": 0.7}], "confidence": 0.2}, K.TECH),
        ({"crunchbase_data": {"confidence": 0.7, "stage": "Seed"}, "confidence": 0.2}, K.FUNDING_STAGE),
    ],
)
def test_the_nearest_counts(brief: Any, kind: K) -> None:
    assert sure(brief, kind) == 0.7


def test_none_anywhere_is_none() -> None:
    assert sure({"open_roles": 3}, K.OPEN_ROLES) is None


@pytest.mark.parametrize(
    "doubt", [{"confirmed": False}, {"unconfirmed": True}, {"status": "rumored"}, {"verified": "no"}]
)
def test_what_is_unconfirmed_is_low_at_most(doubt: dict[str, Any]) -> None:
    assert sure({"funding": {"amount": "$9M", "confidence": 0.9, **doubt}}, K.FUNDING_AMOUNT) == 0.3


def test_inferred_technologies_are_low() -> None:
    brief = {"tech_stack": {"confirmed": ["Go"], "inferred": ["Rust"], "confidence": 0.8}}
    assert [(f.value, f.confidence) for f in facts(brief, K.TECH)] == [("Go", 0.8), ("Rust", 0.3)]


def test_an_unknown_word_is_none_and_named() -> None:
    found, _, warnings = read_hiring({"funding": {"stage": "Seed", "confidence": "banana"}}, POLICY, TODAY)
    assert [f.confidence for f in found if f.kind is K.FUNDING_STAGE] == [0.0]
    assert [w.pointer for w in warnings if "banana" in w.message] == [f"{ROOT}/funding/confidence"]


@pytest.mark.parametrize("value", [1.7, -0.1, 85, "1.7", "170%", "-0.2", float("nan"), 10**400, True, []])
def test_out_of_range_or_of_another_type_is_refused(value: Any) -> None:
    with pytest.raises(BadInput) as refused:
        read_hiring({"hiring_velocity": {"open_roles": 3, "signal_confidence": value}}, POLICY, TODAY)
    assert refused.value.pointer == f"{ROOT}/hiring_velocity/signal_confidence"
