"""How a place is said."""

import datetime as dt

import pytest
from tenacious_judge.domain import Field
from tenacious_judge.reading.passage import Passage
from tenacious_judge.reading.text import read_text

FLAGS = ("asked", "conditional", "negated", "hedged", "quoted")


def flags(text: str, words: str) -> set[str]:
    passage = Passage(read_text(Field.BODY, text), dt.date(2026, 5, 6))
    start = passage.flat.index(words)
    status = passage.status(start, start + len(words))
    return {flag for flag in FLAGS if getattr(status, flag)}


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("You raised $20M in March.", "raised", set()),
        ("Are you scaling the team?", "scaling", {"asked"}),
        ("I wonder whether you doubled the team.", "doubled", {"asked"}),
        ("You raised $20M in March - is hiring the bottleneck?", "raised", set()),
        ("You raised $20M in March - is hiring the bottleneck?", "hiring", {"asked"}),
        ("If you are scaling, we can help.", "scaling", {"conditional"}),
        ("If you are scaling, we can help.", "help", {"conditional"}),
        ("You raised $20M; if hiring hurts, call me.", "raised", set()),
        ("We cannot put six on this.", "six", {"negated"}),
        ("We don't promise six, but three are free.", "three", set()),
        ("Not only have you doubled, you tripled.", "doubled", set()),
        ("You may be adding Go capacity.", "adding", {"hedged"}),
        ("You raised in May and doubled.", "doubled", set()),
    ],
)
def test_a_place_is_said_so(text: str, words: str, said: set[str]) -> None:
    assert flags(text, words) == said


def test_words_between_quotation_marks_are_quoted() -> None:
    assert "quoted" in flags('You wrote "we are falling behind" in May.', "falling behind")


def test_an_apostrophe_opens_no_quotation() -> None:
    assert "quoted" not in flags("It's your team's plan and that's fine.", "plan")
