"""Hiring briefs in the shapes they arrive in: which facts, at which confidence, with which pointer."""

import datetime as dt
from typing import Any

import pytest
from tenacious_judge.domain import FactKind as K
from tenacious_judge.reading.context import read_hiring

from tests.unit.reading.context.support import POLICY, TODAY, facts, resolve, values

ROOT = "/context/hiring_signal_brief"
FULL: dict[str, Any] = {
    "prospect_name": "Halden Freight",
    "generated_at": "2026-05-01T08:00:00Z",
    "primary_segment_match": "segment_1_series_a_b",
    "segment_confidence": 0.8,
    "ai_maturity": {"score": 2, "confidence": 0.7, "justifications": [{"signal": "named_ai_leadership"}]},
    "hiring_velocity": {
        "open_roles_today": 3,
        "open_roles_60_days_ago": 2,
        "velocity_label": "increased_modestly",
        "signal_confidence": 0.38,
    },
    "buying_window_signals": {
        "funding_event": {
            "detected": True,
            "stage": "series_b",
            "amount_usd": 18000000,
            "closed_at": "2026-03-17",
        },
        "layoff_event": {
            "detected": False,
            "date": None,
            "headcount_reduction": None,
            "percentage_cut": None,
        },
        "leadership_change": {
            "detected": True,
            "role": "cto",
            "new_leader_name": "Ana Ruiz",
            "started_at": "2026-04-02",
        },
    },
    "tech_stack": ["Go", "Kafka"],
    "honesty_flags": ["weak_hiring_velocity_signal"],
}


def only(brief: Any, kind: K) -> Any:
    (fact,) = facts(brief, kind)
    return fact


def test_the_full_shape_gives_every_kind_with_its_pointer() -> None:
    expected = {
        K.COMPANY: ("Halden Freight", "prospect_name"),
        K.OPEN_ROLES: (3, "hiring_velocity/open_roles_today"),
        K.ROLES_BEFORE: (2, "hiring_velocity/open_roles_60_days_ago"),
        K.VELOCITY: ("rising", "hiring_velocity/velocity_label"),
        K.FUNDING_DETECTED: (True, "buying_window_signals/funding_event/detected"),
        K.FUNDING_STAGE: ("series_b", "buying_window_signals/funding_event/stage"),
        K.FUNDING_AMOUNT: (18e6, "buying_window_signals/funding_event/amount_usd"),
        K.FUNDING_DATE: (dt.date(2026, 3, 17), "buying_window_signals/funding_event/closed_at"),
        K.LAYOFF_DETECTED: (False, "buying_window_signals/layoff_event/detected"),
        K.LEADERSHIP_CHANGE: (True, "buying_window_signals/leadership_change/detected"),
        K.LEADER_ROLE: ("cto", "buying_window_signals/leadership_change/role"),
        K.LEADER_NAME: ("Ana Ruiz", "buying_window_signals/leadership_change/new_leader_name"),
        K.LEADER_DATE: (dt.date(2026, 4, 2), "buying_window_signals/leadership_change/started_at"),
        K.AI_MATURITY: (2.0, "ai_maturity/score"),
        K.SEGMENT: ("1", "primary_segment_match"),
        K.SEGMENT_CONFIDENCE: (0.8, "segment_confidence"),
        K.FLAG: ("weak_hiring_velocity_signal", "honesty_flags/0"),
    }
    for kind, (value, pointer) in expected.items():
        fact = only(FULL, kind)
        assert (fact.value, fact.pointer) == (value, f"{ROOT}/{pointer}"), kind
    assert values(FULL, K.TECH) == ["Go", "Kafka"]


def test_every_fact_of_it_is_dated_and_points_into_the_brief() -> None:
    found, made, warnings = read_hiring(FULL, POLICY, TODAY)
    assert made == dt.date(2026, 5, 1)
    assert warnings == []
    for fact in found:
        assert fact.as_of == made
        resolve(FULL, fact.pointer, ROOT)


def test_what_is_not_understood_stays_a_statement() -> None:
    brief = {
        "runway_months": 18,
        "initiatives": ["moving to Kubernetes"],
        "notes": {"board": {"mood": "wary"}},
    }
    said = {(f.subject, f.value, f.pointer) for f in facts(brief, K.STATEMENT)}
    assert said == {
        ("runway_months", 18, f"{ROOT}/runway_months"),
        ("initiatives", "moving to Kubernetes", f"{ROOT}/initiatives/0"),
        ("mood", "wary", f"{ROOT}/notes/board/mood"),
    }


@pytest.mark.parametrize(
    ("brief", "kind", "value"),
    [
        ({"open_roles": 3}, K.OPEN_ROLES, 3),
        ({"role_count": "3"}, K.OPEN_ROLES, 3),
        ({"numOpenRoles": 3}, K.OPEN_ROLES, 3),
        ({"Open Engineering Roles": "half a dozen"}, K.OPEN_ROLES, 6),
        ({"jobs_open": "5+"}, K.OPEN_ROLES, 5),
        ({"job_post_velocity": 4}, K.OPEN_ROLES, 4),
        ({"job_post_velocity": {"open_roles": 8, "velocity": "high"}}, K.OPEN_ROLES, 8),
        ({"hiring": {"roles_open": 12}}, K.OPEN_ROLES, 12),
        ({"open_roles": {"value": 6, "confidence": 0.9}}, K.OPEN_ROLES, 6),
        ({"open_roles": "zero"}, K.OPEN_ROLES, 0),
        ({"hiring_velocity": {"previous_open_roles": 4}}, K.ROLES_BEFORE, 4),
        ({"job_post_velocity": {"snapshot_60d": 7}}, K.ROLES_BEFORE, 7),
        ({"job_post_velocity": {"velocity_delta": -7}}, K.ROLES_DELTA, -7),
        ({"hiring_velocity": {"delta": "+2"}}, K.ROLES_DELTA, 2),
        ({"velocity_label": "tripled_or_more"}, K.VELOCITY, "tripled"),
        ({"velocity_label": "insufficient_signal"}, K.VELOCITY, "unknown"),
        ({"job_post_velocity": {"velocity_trend": "declining"}}, K.VELOCITY, "falling"),
        ({"hiring_velocity": "Doubled"}, K.VELOCITY, "doubled"),
        ({"hiring_trend": "up slightly"}, K.VELOCITY, "rising"),
        ({"company_stage": "Series B"}, K.FUNDING_STAGE, "series_b"),
        ({"last_round": "seriesA"}, K.FUNDING_STAGE, "series_a"),
        ({"funding": {"round": "B"}}, K.FUNDING_STAGE, "series_b"),
        ({"funding": {"type": "Pre-Seed"}}, K.FUNDING_STAGE, "pre_seed"),
        ({"funding_amount": "$9M"}, K.FUNDING_AMOUNT, 9e6),
        ({"raised_usd": 9000000}, K.FUNDING_AMOUNT, 9e6),
        ({"funding": {"amount": "18,000,000 USD"}}, K.FUNDING_AMOUNT, 18e6),
        ({"funding": {"amount_millions": 18}}, K.FUNDING_AMOUNT, 18e6),
        ({"last_funding_amount": "nine million dollars"}, K.FUNDING_AMOUNT, 9e6),
        ({"funding": {"announced_on": "17 March 2026"}}, K.FUNDING_DATE, dt.date(2026, 3, 17)),
        ({"funding_date": "2026-03"}, K.FUNDING_DATE, dt.date(2026, 3, 1)),
        ({"days_since_last_funding": 35}, K.FUNDING_AGE, 35),
        ({"funding": {"last_funding_months": 3}}, K.FUNDING_AGE, 91),
        ({"months_since_funding": "four"}, K.FUNDING_AGE, 122),
        ({"layoff_detected": True, "layoff_percentage": 18}, K.LAYOFF_PERCENT, 18.0),
        ({"layoff_percentage": 0.18}, K.LAYOFF_PERCENT, 18.0),
        ({"layoffs": {"percent": "22%"}}, K.LAYOFF_PERCENT, 22.0),
        ({"headcount_reduction_pct": 12.5}, K.LAYOFF_PERCENT, 12.5),
        ({"layoffs": {"headcount": 48, "event": "layoff"}}, K.LAYOFF_HEADCOUNT, 48),
        ({"layoffs": {"days_ago": 10}}, K.LAYOFF_DATE, dt.date(2026, 4, 26)),
        ({"layoff_event": {"date": "2026-02-15"}}, K.LAYOFF_DETECTED, True),
        ({"layoffs": "none"}, K.LAYOFF_DETECTED, False),
        ({"layoffs": []}, K.LAYOFF_DETECTED, False),
        ({"layoffs": False}, K.LAYOFF_DETECTED, False),
        ({"layoffs": {"event": None, "headcount": 0, "percentage": 0.0}}, K.LAYOFF_DETECTED, False),
        ({"leadership_change": {"event": None, "headline": None}}, K.LEADERSHIP_CHANGE, False),
        ({"leadership_change": {"event": "named Head of AI"}}, K.LEADERSHIP_CHANGE, True),
        ({"leadership_change": "no change"}, K.LEADERSHIP_CHANGE, False),
        ({"leadership_change": {"title": "VP of Engineering"}}, K.LEADER_ROLE, "vp engineering"),
        ({"leadership_change": {"type": "new_cto", "name": "Ana"}}, K.LEADER_ROLE, "cto"),
        ({"new_cto": "Ana Ruiz"}, K.LEADER_ROLE, "cto"),
        ({"new_cto": {"name": "Ana Ruiz"}}, K.LEADER_NAME, "Ana Ruiz"),
        ({"cto_tenure_days": 45}, K.LEADER_TENURE, 45),
        ({"cto_tenure_days": 45}, K.LEADERSHIP_CHANGE, True),
        ({"leadership_change": {"role": "Interim CTO"}}, K.LEADER_INTERIM, True),
        ({"leadership_change": {"role": "CTO", "status": "interim"}}, K.LEADER_INTERIM, True),
        ({"ai_maturity_score": 2}, K.AI_MATURITY, 2.0),
        ({"ai_maturity": "2/3"}, K.AI_MATURITY, 2.0),
        ({"ai_score": "level 1"}, K.AI_MATURITY, 1.0),
        ({"ai_maturity": {"level": "moderate"}}, K.AI_MATURITY, 2.0),
        ({"crunchbase_data": {"headcount": 130}}, K.HEADCOUNT, 130),
        ({"icp_classification": {"segment": "segment_4_capability_gaps"}}, K.SEGMENT, "4"),
        ({"assigned_segment": 3}, K.SEGMENT, "3"),
        ({"segment": "unknown"}, K.SEGMENT, "abstain"),
        ({"segment": "Series A FinTech"}, K.SEGMENT, "Series A FinTech"),
        ({"primary_stack": "python"}, K.TECH, "python"),
        ({"tech_stack": {"backend": "Go"}}, K.TECH, "Go"),
        (
            {"flags": {"layoff_overrides_funding": True, "bench_gap_detected": False}},
            K.FLAG,
            "layoff_overrides_funding",
        ),
        ({"weak_ai_maturity_signal": True}, K.FLAG, "weak_ai_maturity_signal"),
        ({"honesty_flags": "tech stack inferred not confirmed"}, K.FLAG, "tech_stack_inferred_not_confirmed"),
        ({"signals": [{"type": "funding", "value": "Series B"}]}, K.FUNDING_STAGE, "series_b"),
        ({"signals": [{"signal": "open_roles", "value": 6}]}, K.OPEN_ROLES, 6),
        ({"signals": [{"type": "hiring_velocity", "value": "tripled"}]}, K.VELOCITY, "tripled"),
        ({"signals": {"hiring": {"open_roles": 6}}}, K.OPEN_ROLES, 6),
        ({"facts": ["Closed a $14M Series A in February 2026"]}, K.FUNDING_AMOUNT, 14e6),
        ({"summary": "They closed a Series A and have three open Go roles."}, K.OPEN_ROLES, 3),
    ],
)
def test_synonyms_are_read_by_meaning(brief: dict[str, Any], kind: K, value: object) -> None:
    fact = only(brief, kind)
    assert fact.value == value
    resolve(brief, fact.pointer, ROOT)


def test_detected_false_beats_a_filled_in_stage() -> None:
    brief = {"funding_event": {"detected": False, "stage": "Series C", "amount_usd": 50000000}}
    assert values(brief, K.FUNDING_DETECTED) == [False]
    assert values(brief, K.FUNDING_STAGE) == []
    assert values(brief, K.FUNDING_AMOUNT) == []
    assert {f.subject for f in facts(brief, K.STATEMENT)} == {"stage", "amount_usd"}


def test_contradictory_duplicates_are_all_kept_the_signals_own_object_first() -> None:
    brief = {"crunchbase_data": {"open_roles": 12}, "open_roles": 7, "job_post_velocity": {"open_roles": 0}}
    assert values(brief, K.OPEN_ROLES) == [0, 7, 12]


def test_details_inside_another_signal_come_after_the_signals_own() -> None:
    brief = {
        "ai_maturity": {"score": 0, "details": {"funding": {"stage": "Seed"}}},
        "funding": {"stage": "Series A"},
    }
    assert values(brief, K.FUNDING_STAGE) == ["series_a", "seed"]


def test_of_several_events_the_latest_is_first() -> None:
    brief = {"layoffs": [{"date": "2025-01-01", "percentage": 5}, {"date": "2026-03-01", "percentage": 12}]}
    assert values(brief, K.LAYOFF_PERCENT) == [12.0, 5.0]


def test_figures_of_peers_are_not_the_prospects() -> None:
    brief = {
        "competitor_gap": {
            "peers": [{"name": "Alder", "ai_maturity_score": 3, "open_roles": 40}],
            "confidence": "low",
        },
        "competitors": [{"company": "Brisk", "headcount": 900}],
    }
    assert {f.kind for f in facts(brief)} == {K.STATEMENT}
    assert {f.source for f in facts(brief)} == {"gap"}


def test_a_list_of_roles_is_counted_and_disciplines_are_subjects() -> None:
    assert values({"open_roles": ["Go Engineer", "Data Engineer"]}, K.OPEN_ROLES) == [2]
    counted = facts({"open_roles": {"total": 5, "ml": 2}}, K.OPEN_ROLES)
    assert [(f.value, f.subject) for f in counted] == [(5, ""), (2, "ml")]
    by_stack = facts({"open_roles_by_stack": {"go": 1, "data": 4}}, K.OPEN_ROLES)
    assert [(f.value, f.subject) for f in by_stack] == [(1, "go"), (4, "data")]


def test_a_trend_follows_from_two_counts_where_no_label_is_given() -> None:
    brief = {"hiring_velocity": {"open_roles_today": 9, "open_roles_60_days_ago": 3, "confidence": 0.7}}
    fact = only(brief, K.VELOCITY)
    assert (fact.value, fact.confidence, fact.subject) == ("tripled", 0.7, "derived")


def test_a_pace_stands_behind_a_trend() -> None:
    brief = {"job_post_velocity": {"velocity": "low", "velocity_trend": "accelerating"}}
    assert [(f.value, f.subject) for f in facts(brief, K.VELOCITY)] == [("rising", ""), ("flat", "pace")]


@pytest.mark.parametrize("key", ["as_of", "generated_at", "date", "snapshot_date", "lastUpdated"])
def test_the_briefs_date_under_any_of_its_names(key: str) -> None:
    assert read_hiring({key: "2026-04-30", "open_roles": 3}, POLICY, TODAY)[1] == dt.date(2026, 4, 30)


def test_the_briefs_date_in_its_meta() -> None:
    assert read_hiring({"meta": {"generated_at": "2026-04-30"}, "open_roles": 1}, POLICY, TODAY)[
        1
    ] == dt.date(2026, 4, 30)


def test_the_date_of_an_earlier_snapshot_is_not_the_briefs() -> None:
    brief: Any = {"job_post_velocity": {"open_roles": 8, "snapshot_60d": 5, "snapshot_date": "2026-03-07"}}
    found, made, warnings = read_hiring(brief, POLICY, TODAY)
    assert made is None
    assert all(fact.as_of is None for fact in found)
    assert [w.message for w in warnings] == ["no date: freshness not checked"]


@pytest.mark.parametrize("brief", [None, "", {}])
def test_no_brief_is_no_facts_and_no_warning(brief: Any) -> None:
    assert read_hiring(brief, POLICY, TODAY) == ((), None, [])


def test_a_list_of_some_titles_is_no_second_count() -> None:
    brief = {"hiring_velocity": {"open_roles_today": 5, "roles": ["MLOps Engineer", "Data Engineer"]}}
    assert values(brief, K.OPEN_ROLES) == [5]
