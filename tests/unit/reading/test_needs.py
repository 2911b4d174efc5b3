"""A pattern is tried only where the words it needs occur, and that loses no hit."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tenacious_judge.reading.needs import clauses_of
from tenacious_judge.reading.passage import cue_set
from tenacious_judge.reading.patterns import Entry, PatternSet


def needed(source: str) -> list[set[str]]:
    return [{w.text for w in clause} for clause in clauses_of(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\bcircle[ \x1f-]+back\b", [{"circle"}, {"circle back"}, {"back"}]),
        (
            r"\bhires?( (?:very|quite))? fast\b",
            [
                {"hire", "hires"},
                {"hire very", "hires very", "hire quite", "hires quite", "hire fast", "hires fast"},
                {"fast"},
            ],
        ),
        (r"\b(?:we|our team) (?:\w+ )?hire\b", [{"we", "our team"}, {"hire"}]),
        (r"\bengineers?\b", [{"engineer", "engineers"}]),
        (r"\bgr[ae]y\b", [{"gray", "grey"}]),
        (r"\b(?:hire|hiring)[^.]{0,40}faster\b", [{"hire", "hiring"}, {"faster"}]),
        (r"\b(?:laid[ \x1f-]+off|let[ \x1f-]+go)\b", [{"laid off", "let go"}]),
        (r"\bdon't\b", [{"don't"}]),
        (r"\bconfirm\w*", [{"confirm"}]),
        (r"[<][a-z_]+[>]", [{"<"}, {">"}]),
        (r"\d+", []),
        (r"(?:\w+)?", []),
        (r"(?i:hire)", []),
        (r"hire|\d", []),
    ],
)
def test_what_a_pattern_needs(source: str, expected: list[set[str]]) -> None:
    assert needed(source) == expected


_WORDS = st.sampled_from(
    [
        "we",
        "us",
        "hire",
        "hiring",
        "faster",
        "than",
        "the",
        "team",
        ".",
        "go",
        "gone",
        "don't",
        "'we'",
        "é",
        "x" * 60,
        "x" * 50 + "'we",
    ]
)
_PATTERNS = [
    r"hire( \w+){0,3} faster",
    r"(?:we|us) [^.]{0,12}(?:team|gone)",
    r"(?:hir(?:e|ing)( \w+){0,2} team|go( \w+)?)",
    r"(?:\w+ ){1,2}than",
    r"(?:the|a) team",
    r"go(?:ne)?( the)? team",
    r"don't( \w+)? (?:hire|go)",
    r"x{3,}",
    r"\w*ring",
    r"we( (?:go|hire|'we))?( \w+){0,2} (?:the|than)( the)? team",
    r"(?:us|go) (?:the (?:\w+ )?)?(?:hire|gone)(?: (?:the|faster))* than",
    r"(?:we|the team)(?:'we|[.]| go)+ (?:us|hiring)",
]
_SET = PatternSet([Entry(pattern, pattern) for pattern in _PATTERNS])


@given(st.lists(_WORDS, max_size=14))
def test_no_hit_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    found = _SET.find(text.encode("latin-1"))
    for pattern in _PATTERNS:
        tail = "" if pattern.endswith("}") else r"\b"
        source = rf"(?a)\b{pattern}{tail}" if pattern[0] != "\\" else rf"(?a){pattern}\b"
        assert found.get(pattern, []) == [m.span() for m in re.finditer(source, text)], pattern


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "we",
                "you",
                "team",
                "hire",
                "12",
                "engineers",
                "if",
                "not",
                "...",
                "(",
                ")",
                '"',
                "'",
                "raised",
                "$9m",
                "series",
                "b",
            ]
        )
    )
)
def test_no_cue_is_lost(words: list[str]) -> None:
    latin = " ".join(words).encode()
    cues = cue_set()
    assert set(cues.find(latin)) == {
        name for name, pattern in zip(cues._names, cues._compiled, strict=True) if pattern.search(latin)
    }
