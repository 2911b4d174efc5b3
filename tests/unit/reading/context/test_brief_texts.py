"""A hiring brief that is text: every sentence is kept, its figures are read, each with its own confidence."""

import datetime as dt

import pytest
from tenacious_judge.domain import FactKind as K
from tenacious_judge.reading.context import read_hiring

from tests.unit.reading.context.support import POLICY, TODAY, facts, values

ROOT = "/context/hiring_signal_brief"
BRIEF = (
    "Brief as of 2026-05-01. Company: Halden Freight. Closed a $14M Series A on 17 February 2026 (confidence "
    "high). Three open engineering roles, up from one 60 days ago (confidence 0.4). No layoffs. No change of "
    "leadership. AI maturity 1 of 3 (medium). Stack: Go, Kafka and Postgres (inferred)."
)


def test_a_whole_brief() -> None:
    found, made, _ = read_hiring(BRIEF, POLICY, TODAY)
    typed = {(f.kind, f.value, f.confidence) for f in found if f.kind is not K.STATEMENT}
    assert made == dt.date(2026, 5, 1)
    assert typed == {
        (K.BRIEF_DATE, dt.date(2026, 5, 1), None),
        (K.COMPANY, "Halden Freight", None),
        (K.FUNDING_STAGE, "series_a", 0.9),
        (K.FUNDING_AMOUNT, 14e6, 0.9),
        (K.FUNDING_DATE, dt.date(2026, 2, 17), 0.9),
        (K.OPEN_ROLES, 3, 0.4),
        (K.ROLES_BEFORE, 1, 0.4),
        (K.VELOCITY, "rising", 0.4),
        (K.LAYOFF_DETECTED, False, None),
        (K.LEADERSHIP_CHANGE, False, None),
        (K.AI_MATURITY, 1.0, 0.5),
        (K.TECH, "Go", 0.3),
        (K.TECH, "Kafka", 0.3),
        (K.TECH, "Postgres", 0.3),
    }
    assert {f.pointer for f in found} == {ROOT}
    assert {f.as_of for f in found} == {made}


def test_every_sentence_is_a_statement_with_its_confidence() -> None:
    said = facts(
        "Six open roles (high). They pair-program a lot; nobody likes it, confidence 0.4.", K.STATEMENT
    )
    assert [(f.value, f.confidence) for f in said] == [
        ("Six open roles (high).", 0.9),
        ("They pair-program a lot", None),
        ("nobody likes it, confidence 0.4.", 0.4),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("half a dozen open roles", K.OPEN_ROLES, 6),
        ("a couple of openings", K.OPEN_ROLES, 2),
        ("12 engineering positions are open", K.OPEN_ROLES, 12),
        ("open_roles=7", K.OPEN_ROLES, 7),
        ("Roles: 5", K.OPEN_ROLES, 5),
        ("no open engineering roles", K.OPEN_ROLES, 0),
        ("9 roles now against 3 sixty days ago", K.ROLES_BEFORE, 3),
        ("Open roles today: 3, 60 days ago: 2", K.ROLES_BEFORE, 2),
        ("job posts: 6 this month versus 2 in March", K.ROLES_BEFORE, 2),
        ("Six open roles, five in February", K.ROLES_BEFORE, 5),
        ("Open roles: 5, confidence 0.8; sixty days ago 4", K.ROLES_BEFORE, 4),
        ("Open roles: 5. Sixty-day trend: increased from 4", K.ROLES_BEFORE, 4),
        ("hiring has doubled", K.VELOCITY, "doubled"),
        ("velocity label increased_modestly", K.VELOCITY, "rising"),
        ("hiring velocity weak", K.VELOCITY, "unknown"),
        ("a hiring freeze is in place", K.VELOCITY, "falling"),
        ("closed a Series B", K.FUNDING_STAGE, "series_b"),
        ("a pre-seed round", K.FUNDING_STAGE, "pre_seed"),
        ("raised €12m in a Series A", K.FUNDING_AMOUNT, 12e6),
        ("a seed round of nine million dollars", K.FUNDING_AMOUNT, 9e6),
        ("Series A, closed March 2026", K.FUNDING_DATE, dt.date(2026, 3, 1)),
        ("Series A (3mo ago)", K.FUNDING_AGE, 90),
        ("no funding detected", K.FUNDING_DETECTED, False),
        ("the company is bootstrapped", K.FUNDING_DETECTED, False),
        ("cut about a fifth of its workforce in February", K.LAYOFF_PERCENT, 20.0),
        ("120 people let go", K.LAYOFF_HEADCOUNT, 120),
        ("laid off 12% of staff on 2026-03-20", K.LAYOFF_DATE, dt.date(2026, 3, 20)),
        ("no layoffs in the last 120 days", K.LAYOFF_DETECTED, False),
        ("Layoffs: none", K.LAYOFF_DETECTED, False),
        ("they have not cut staff", K.LAYOFF_DETECTED, False),
        ("laid off nobody", K.LAYOFF_DETECTED, False),
        ("new VP of Engineering, Tomas Berg, since 10 April 2026", K.LEADER_ROLE, "vp engineering"),
        ("New VP of Engineering, Tomas Berg, since April", K.LEADER_NAME, "Tomas Berg"),
        ("an interim CTO took over", K.LEADER_INTERIM, True),
        ("Leadership: no change detected", K.LEADERSHIP_CHANGE, False),
        ("the CTO has been in seat for 8 months", K.LEADER_TENURE, 240),
        ("AI maturity: 2/3", K.AI_MATURITY, 2.0),
        ("ai_maturity=2", K.AI_MATURITY, 2.0),
        ("AI readiness is low", K.AI_MATURITY, 1.0),
        ("Segment 2", K.SEGMENT, "2"),
        ("segment: abstain", K.SEGMENT, "abstain"),
        ("flags: weak hiring velocity signal", K.FLAG, "weak_hiring_velocity_signal"),
        ("they run Kubernetes", K.TECH, "Kubernetes"),
        ("a company of 140 people", K.HEADCOUNT, 140),
    ],
)
def test_figures_in_a_sentence(text: str, kind: K, value: object) -> None:
    assert value in values(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("revenue of $9M", K.FUNDING_AMOUNT),
        ("Open roles: 5. Scala, inferred from one talk", K.ROLES_BEFORE),
        ("40 engineers attended a meetup", K.OPEN_ROLES),
        ("confidence 40%", K.LAYOFF_PERCENT),
        ("they will raise the bar", K.FUNDING_STAGE),
        ("the CTO wrote a blog post", K.LEADERSHIP_CHANGE),
        ("they cut costs", K.LAYOFF_DETECTED),
    ],
)
def test_what_is_no_such_figure(text: str, kind: K) -> None:
    assert values(text, kind) == []


def sure(text: str) -> dict[object, float | None]:
    return {f.value: f.confidence for f in facts(text) if f.kind is not K.STATEMENT}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Series B $18M, confidence 0.9, closed March 2026",
            {"series_b": 0.9, 18e6: 0.9, dt.date(2026, 3, 1): 0.9},
        ),
        ("six open roles (high confidence), Series B (low)", {6: 0.9, "series_b": 0.3}),
        ("high confidence: six open roles; low confidence: Series B", {6: 0.9, "series_b": 0.3}),
        ("six open roles (0.38)", {6: 0.38}),
        ("Six open roles. Confidence: high.", {6: 0.9}),
        (
            "Round: Series B. Amount: $18M. Confidence: high. Open roles: 3.",
            {"series_b": 0.9, 18e6: 0.9, 3: None},
        ),
        ("Open roles: 3; velocity flat, confidence 0.4", {3: 0.4, "flat": 0.4}),
        ("Open roles: 3. Overall confidence: medium.", {3: 0.5}),
        ("Confidence low across the board. Six roles.", {6: 0.3}),
        ("Raised a seed round of $9M; the amount is unconfirmed", {"seed": None, 9e6: 0.3}),
        ("a rumoured seed round", {"seed": 0.3}),
        ("$9M seed, confirmed by the founder", {"seed": 0.9, 9e6: 0.9}),
        ("Raised a seed round, three open roles (low)", {"seed": None, 3: 0.3}),
        ("six open roles, 90% confidence", {6: 0.9}),
        ("six open roles, high confidence (0.92)", {6: 0.92}),
        ("Laid off 40 people (12%)", {True: None, 40: None, 12.0: None}),
    ],
)
def test_which_confidence_belongs_to_which_fact(text: str, expected: dict[object, float | None]) -> None:
    assert sure(text) == expected


def test_an_unknown_word_for_a_confidence_is_none_and_named() -> None:
    found, _, warnings = read_hiring("Six open roles, confidence: banana", POLICY, TODAY)
    assert [f.confidence for f in found if f.kind is K.OPEN_ROLES] == [0.0]
    assert any("banana" in w.message and w.pointer == ROOT for w in warnings)


def test_ten_thousand_sentences_are_read_in_part_and_soon() -> None:
    found = facts("Six open roles. " * 10_000)
    assert 0 < len(found) < 3000
