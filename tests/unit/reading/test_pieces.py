"""A pattern is tried only where all its pieces occur, and that loses no hit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tenacious_judge.reading.patterns import Entry, PatternSet
from tenacious_judge.reading.pieces import bounded, pieces


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("circle back", ("circle back",)),
        (r"hire( \w+){0,3} faster", ("hire", "faster")),
        (r"(?:we|our team) [^.]{0,40}promise", ("(?:we|our team)", "promise")),
        (r"(?:laid off|let (?:\w+ ){0,4}go)", ("(?:laid off|let)",)),
        (r"scale( up)? the team", ("scale( up)? the team",)),
        (r"(?:[^.!?]{0,40})", (r"(?:[^.!?]{0,40})",)),
        (r"one( \w+)? ?two", ("one", "two")),
        (r"yes|no( \w+){0,3} way", (r"yes|no( \w+){0,3} way",)),
    ],
)
def test_a_pattern_is_cut_at_its_gaps(pattern: str, expected: tuple[str, ...]) -> None:
    assert pieces(pattern) == expected


def test_a_piece_keeps_the_word_boundaries_that_are_sure() -> None:
    whole = r"(?:we|us) ( \w+){0,3} it"
    assert bounded("(?:we|us)", whole) == r"\b(?:we|us)\b"
    assert bounded("go", r"go[^.]{0,40}home") == r"\bgo"


_WORDS = st.sampled_from(["we", "us", "hire", "hiring", "faster", "than", "the", "team", ".", "go", "gone"])
_PATTERNS = [
    r"hire( \w+){0,3} faster",
    r"(?:we|us) [^.]{0,12}(?:team|gone)",
    r"(?:hir(?:e|ing)( \w+){0,2} team|go( \w+)?)",
    r"(?:\w+ ){1,2}than",
    r"(?:the|a) team",
    r"go(?:ne)?( the)? team",
]
_SET = PatternSet([Entry(pattern, pattern) for pattern in _PATTERNS])


@given(st.lists(_WORDS, max_size=14))
def test_no_hit_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    found = _SET.find(text.encode())
    for pattern in _PATTERNS:
        source = rf"\b{pattern}\b"
        assert found.get(pattern, []) == [m.span() for m in re.finditer(source, text)], pattern
