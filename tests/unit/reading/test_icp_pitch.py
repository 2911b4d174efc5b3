"""Pitches are read by intent: many wordings of each lever, and words that look like one and are none."""

import datetime as dt

import pytest
from tenacious_judge.datafiles import policy_path
from tenacious_judge.domain import Draft, DraftKind, Json, RawContext, Request, Segment
from tenacious_judge.policy import load
from tenacious_judge.reading.case import Case, read_case
from tenacious_judge.reading.pitch import LEVERS, read_pitches, read_stance, stated_needs

POLICY = load(policy_path("default"))
NOW = dt.datetime(2026, 5, 6, 9, tzinfo=dt.UTC)
SIGNATURE = "\n\nBest,\nMarta Lindqvist\nPartner, Tenacious Consulting\nhttps://tenacious.example/m"


def case_of(text: str, brief: Json = None, thread: Json = None) -> Case:
    draft = Draft(f"Hi Sam,\n\n{text}{SIGNATURE}", "", None, DraftKind.COLD)
    context = RawContext(hiring_signal_brief=brief, prior_thread=thread)
    return read_case(Request(draft, context, NOW), POLICY)


def pitched(text: str) -> set[Segment]:
    pitches = read_pitches(case_of(text))
    return {lever for lever in LEVERS if pitches.core(lever) is not None}


GROWTH = """
We help post-Series A teams add engineering muscle in two weeks rather than two quarters.
Our pods let founders double output without doubling recruiters.
If you're planning to grow from 12 to 30 engineers this year, we can shoulder half of that.
Teams in hypergrowth use us to stay ahead of their headcount plan.
We'd love to support your expansion with additional engineering firepower.
Capital raised, ambitions up: you need delivery capacity that arrives before the competition wakes up.
We can help you capitalise on your momentum and ship twice as much by Q4.
To hit those growth numbers you'll need more engineers than the local market can give you.
Let us take recruiting off the critical path so that the product gets out the door this summer.
Our squads make sure that your roadmap never waits on recruiting.
An additional squad would let you bring forward the launch you planned for winter.
"""
COST = """
Our clients typically see a 35% drop in engineering spend within a quarter.
We take expensive roles and deliver them from Kigali at a blended rate your CFO will like.
A dedicated team from us comes in at less than half of a Boston salary.
We make engineering dollars go further.
We absorb the work of the roles you eliminated, at a lower run-rate.
You could run the platform team for 60 cents on the dollar.
We can cover the gap the layoffs left, without adding to payroll.
With fewer hands on deck, what slips first is usually maintenance; we take that over for a flat fee.
You can stretch the money you have into next spring with our team.
Our offer is simple: the same engineers, forty percent less.
Our model swaps fixed payroll for a monthly invoice you can stop at any time.
"""
LEADER = """
New CTOs often use the opening quarter to decide which suppliers stay.
As you settle in as VP Engineering, a second opinion on your outsourcing partners may be timely.
Stepping into a new organisation means inheriting someone else's vendor decisions.
You have a window right now to reset the vendor landscape before it hardens.
Many new VPs tell us that the agencies they inherited were never properly evaluated.
Now that you've had a few weeks in the chair, is the supplier mix what you would have picked?
Every change of CTO brings a vendor shake-out, and the earlier it happens the better.
"""
CAPABILITY = """
We design and deliver LLM evaluation frameworks as a fixed ten-week engagement.
The missing piece is usually evaluation; we build that harness, train your people, and leave.
We'd take your retrieval prototype to production in a scoped build.
A short, bounded project for your feature platform, run by engineers who have done it before.
Few teams have in-house expertise in data contracts, so we supply it for the eight weeks it takes.
We close capability gaps in applied AI with small expert pods.
We can help you build an internal ML platform.
"""
NONE = """
I'd be glad to compare notes on how you plan engineering capacity this year.
Are you adding to the team this year, or holding it where it is?
I can't tell from outside whether the drop in postings is a freeze or a pause.
We don't pitch teams on speed or savings; I'd rather hear what you need.
This is not a cost-cutting mail, and it is not about scaling faster than recruiting either.
Growth Street Capital is your investor, I believe.
How is the growth team structured?
The cost of delay is high, so let me ask instead.
Savings accounts are your core product, so reliability must matter.
I read your post on queue design with interest.
You run an ML platform team of four, according to the careers page.
You wrote that "we have to scale faster than recruiting allows", and I wondered what came of it.
Is the constraint hiring speed, cost, or one particular skill?
Our engineers usually start within two weeks.
The round you closed in March was reported at $18M.
A squad can flex up or down with a month's notice.
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", lines(GROWTH))
def test_speed_and_growth(text: str) -> None:
    assert Segment.RECENTLY_FUNDED in pitched(text)


@pytest.mark.parametrize("text", lines(COST))
def test_lower_cost_and_reliability(text: str) -> None:
    assert pitched(text) == {Segment.RESTRUCTURING}


@pytest.mark.parametrize("text", lines(LEADER))
def test_a_new_leader_and_the_vendors(text: str) -> None:
    assert pitched(text) == {Segment.LEADERSHIP_TRANSITION}


@pytest.mark.parametrize("text", lines(CAPABILITY))
def test_a_bounded_specialised_build(text: str) -> None:
    assert pitched(text) == {Segment.CAPABILITY_GAP}


@pytest.mark.parametrize("text", lines(NONE))
def test_no_lever(text: str) -> None:
    assert pitched(text) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Founder on a podcast: we will never outsource engineering.", "outsourcing"),
        ("The CTO says everything is built in-house and always will be.", "outsourcing"),
        ("Does not work with agencies, as a matter of principle.", "outsourcing"),
        ("Led by an acting CTO until the search ends.", "interim"),
        ("They let 60 percent of the staff go in April.", "layoff"),
        ("Moved its tests in-house and works with two outside design agencies.", None),
        ("The permanent CTO replaced the interim CTO in 2024.", None),
        ("They chose managed databases over running their own.", None),
        ("They let 12 percent of the staff go in April.", None),
    ],
)
def test_who_gets_no_pitch(text: str, kind: str | None) -> None:
    stance = read_stance(case_of("We place squads.", brief={"company": "Vetra", "notes": text}))
    assert (stance.kind if stance else None) == kind


def test_what_the_prospect_asked_for() -> None:
    thread: Json = [{"role": "prospect", "content": "What would it cost? We want that bill down."}]
    assert Segment.RESTRUCTURING in stated_needs(case_of("Thank you.", thread=thread))
    assert stated_needs(case_of("Thank you.")) == frozenset()
