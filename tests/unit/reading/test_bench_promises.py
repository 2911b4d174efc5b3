"""Promises of engineers as typed data: heads, stances, starts, sums."""

import datetime as dt

import pytest
from tenacious_judge.datafiles import policy_path
from tenacious_judge.domain import Field
from tenacious_judge.policy import load
from tenacious_judge.reading.passage import Passage
from tenacious_judge.reading.promises import Stance, Statement, add_up, lexicon
from tenacious_judge.reading.promises.offers import OfferReader
from tenacious_judge.reading.text import read_text

POLICY = load(policy_path("default"))
TODAY = dt.date(2026, 5, 6)


def statements(text: str) -> tuple[Statement, ...]:
    passage = Passage(read_text(Field.BODY, text), TODAY)
    return OfferReader(passage, lexicon(POLICY, None)).read()


@pytest.mark.parametrize(
    ("text", "count", "stacks"),
    [
        ("We can send six (6) Go engineers.", 6, ("go",)),
        ("We can send half a dozen Golang people.", 6, ("go",)),
        ("We can send a pair of site reliability engineers.", 2, ("infra",)),
        ("We can send four to six React developers.", 6, ("frontend",)),
        ("We can send 3x Go engineers.", 3, ("go",)),
        ("We can send a six-person machine learning team.", 6, ("ml",)),
        ("We can send six Go and Python engineers.", 6, ("go", "python")),
        ("We can send three engineers who write Haskell.", 3, ("haskell",)),
        ("We can send five gophers.", 5, ("go",)),
        ("We can send a squad of five.", 5, ()),
        ("We can send a Scala trio.", 3, ("scala",)),
        ("Go: 4, Python: 2, all free in June.", 4, ("go",)),
    ],
)
def test_people_are_counted_with_their_stack(text: str, count: int, stacks: tuple[str, ...]) -> None:
    first = statements(text)[0]
    assert (first.count, first.stacks, first.said.stance) == (count, stacks, Stance.FIRM)


@pytest.mark.parametrize(
    "text",
    [
        "A 30-minute call on Tuesday 12 May at 10:00 is enough.",
        "You saved 40 % with three services on Go 1.22.",
        "Python 3 runs in two regions.",
        "We go to the market in six weeks.",
        "Let us talk at five.",
    ],
)
def test_other_numbers_are_no_people(text: str) -> None:
    assert [s for s in statements(text) if s.count is not None] == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("We cannot put six Go engineers on this.", Stance.DECLINED),
        ("Six Go engineers is more than we have.", Stance.DECLINED),
        ("I wish we had six Go engineers.", Stance.DECLINED),
        ("Six Go engineers could follow once our delivery lead confirms.", Stance.GATED),
        ("We might find six Go engineers.", Stance.GATED),
        ("You asked for six Go engineers.", Stance.THEIRS),
        ("Your six Go engineers did well.", Stance.THEIRS),
        ("We placed six Go engineers last year.", Stance.RECORD),
        ("Six Go engineers of ours are committed to another client until August.", Stance.NONE),
        ("Hiring six Go engineers takes two quarters.", Stance.THEIRS),
        ("No problem, six Go engineers start in June.", Stance.FIRM),
        ("If you sign this week, six Go engineers start in June.", Stance.FIRM),
        ("Shall we send six Go engineers?", Stance.FIRM),
        ("Do you need six Go engineers?", Stance.NONE),
    ],
)
def test_the_stance_follows_from_who_says_what(text: str, stance: Stance) -> None:
    assert statements(text)[0].said.stance is stance


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Three Go engineers now and three more in July.", 6),
        ("Two Go engineers start on 18 May, two on 1 June and two in July.", 6),
        ("We have three Go engineers free. Two Go engineers could start on 18 May.", 3),
        ("Four Go engineers could join: two on billing and two on routing.", 4),
        ("Three Go engineers, two senior and one mid-level, could join.", 3),
        ("Two Go engineers start in June, and we scale to seven by August.", 7),
        ("All three Go engineers are free. The three Go engineers start in June.", 3),
        ("- 2 Go engineers for billing\n- 2 Go engineers for routing", 4),
    ],
)
def test_sums_run_over_sentences_and_lists(text: str, total: int) -> None:
    assert add_up([s for s in statements(text) if s.firm and s.stacks == ("go",)]) == total


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("Two Go engineers can start on Monday 11 May.", dt.date(2026, 5, 11)),
        ("Two Go engineers can be onboarded within 48 hours.", dt.date(2026, 5, 8)),
        ("Two Go engineers start immediately.", dt.date(2026, 5, 7)),
        ("Two Go engineers would be with you in two to three weeks.", dt.date(2026, 5, 27)),
        ("Two Go engineers can start in September.", dt.date(2026, 9, 30)),
    ],
)
def test_starts_are_days(text: str, latest: dt.date) -> None:
    when = statements(text)[0].when
    assert when is not None
    assert when.high == latest


@pytest.mark.parametrize(
    "text",
    [
        "Two Go engineers are available; could we talk on Friday?",
        "Two Go engineers are available now.",
        "Two Go engineers for a three-month engagement are available.",
        "I will send two Go engineers' profiles by Friday.",
    ],
)
def test_other_times_are_no_start(text: str) -> None:
    assert [s.when for s in statements(text) if s.when is not None] == []


def test_hostile_text_ends_soon() -> None:
    for text in ("six Go engineers and " * 900, "yes, " * 4000, "Six Go engineers can start. " * 700):
        assert len(statements(text)) <= 40
