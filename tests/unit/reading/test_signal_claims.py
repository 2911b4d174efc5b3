"""Claims about the prospect: whom a sentence is about, how it is said, and which value it names."""

import datetime as dt

import pytest
from tenacious_judge.domain import Field
from tenacious_judge.reading.claims import Claim, ClaimKind, Stance, Voice, read_claims
from tenacious_judge.reading.passage import Passage
from tenacious_judge.reading.text import read_text

TODAY = dt.date(2026, 5, 6)


def claims(text: str, voice: Voice = Voice.MAIL, company: str = "halden freight") -> tuple[Claim, ...]:
    return read_claims(Passage(read_text(Field.BODY, text), TODAY), voice, company, ("northgate",))


def one(text: str, kind: ClaimKind, voice: Voice = Voice.MAIL) -> Claim:
    found = [c for c in claims(text, voice) if c.kind is kind]
    assert len(found) == 1, [(c.kind, c.text) for c in claims(text, voice)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("You are scaling aggressively.", Stance.ASSERTED),
        ("Is your aggressive hiring outrunning recruiting?", Stance.ASSERTED),
        ("How are you keeping up while growing so quickly?", Stance.ASSERTED),
        ("Since you are scaling so fast, onboarding matters.", Stance.ASSERTED),
        ("You seem to be growing quickly.", Stance.LEANING),
        ("You are growing quickly, aren't you?", Stance.LEANING),
        ("Are you growing quickly?", Stance.OPEN),
        ("If you are growing quickly, a call may help.", Stance.OPEN),
        ("Perhaps you are growing quickly.", Stance.OPEN),
        ("I wonder whether you are growing quickly.", Stance.OPEN),
        ("I cannot tell whether you are growing quickly.", Stance.LIMITED),
        ("You are not growing quickly.", Stance.NEGATED),
    ],
)
def test_how_a_claim_is_said(text: str, stance: Stance) -> None:
    assert one(text, ClaimKind.PACE).stance is stance


@pytest.mark.parametrize(
    "text",
    [
        "We help teams scale quickly.",
        "Most teams that scale quickly run short of leads.",
        "Our own team has grown quickly.",
        "Scaling quickly is hard.",
        "Northgate is growing quickly.",
        "A client of ours went through hypergrowth.",
        "We can have you scaling quickly.",
    ],
)
def test_what_is_not_about_the_prospect_is_no_claim(text: str) -> None:
    assert [c for c in claims(text) if c.kind is ClaimKind.PACE] == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("You have nine open roles.", 9, 9),
        ("Halden Freight lists 14 openings.", 14, 14),
        ("I counted half a dozen postings.", 6, 6),
        ("Open engineering roles at Halden Freight: 11.", 11, 11),
        ("Your role count stands at 12.", 12, 12),
        ("You are looking for fifteen engineers.", 15, 15),
        ("There are no open roles on your page.", 0, 0),
    ],
)
def test_a_count_of_roles(text: str, low: float, high: float) -> None:
    claim = one(text, ClaimKind.ROLES)
    assert (claim.low, claim.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Roles are up from four.", ClaimKind.ROLES_BEFORE),
        ("Sixty days ago you had four roles open.", ClaimKind.ROLES_BEFORE),
        ("That is three more roles than in March.", ClaimKind.ROLES_DELTA),
        ("Your open roles have doubled.", ClaimKind.ROLES_RATIO),
        ("You doubled your team.", ClaimKind.HEADCOUNT_RATIO),
        ("Your openings are up 40% since March.", ClaimKind.ROLES_PERCENT),
        ("Your hiring has picked up since March.", ClaimKind.TREND),
        ("Your 60-person engineering team is busy.", ClaimKind.HEADCOUNT),
        ("Your Series B closed.", ClaimKind.FUNDING_STAGE),
        ("You raised $18M.", ClaimKind.FUNDING_AMOUNT),
        ("You let 20% of the team go.", ClaimKind.LAYOFF_PERCENT),
        ("Your new CTO has started.", ClaimKind.LEADER),
        ("Your AI maturity score is 2.", ClaimKind.AI_SCORE),
        ("Your Django monolith is old.", ClaimKind.TECH),
        ("You are migrating to Kubernetes.", ClaimKind.EVENT),
        ("You have 18 months of runway.", ClaimKind.MONEY),
        ("Hiring is your bottleneck.", ClaimKind.STATE),
        ("You mentioned that onboarding is slow.", ClaimKind.SAID),
    ],
)
def test_each_kind_of_claim_is_found(text: str, kind: ClaimKind) -> None:
    assert kind in [c.kind for c in claims(text)]


def test_the_prospect_speaks_of_themselves_as_we() -> None:
    claim = one("We have twelve open roles.", ClaimKind.ROLES, Voice.PROSPECT)
    assert (claim.low, claim.stance) == (12, Stance.ASSERTED)


def test_spans_lie_in_the_text() -> None:
    text = "You closed your Series\u00a0B in March, and nine open roles followed."
    for claim in claims(text):
        span = claim.passage.span(claim.start, claim.end)
        assert text[span.start : span.end] == span.text
