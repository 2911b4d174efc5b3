"""A pattern of code is kept shut only where it cannot match."""

import re
from collections.abc import Iterator
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tenacious_judge.reading.atoms import without_looks
from tenacious_judge.reading.worded import Spoken, Worded, worded

_MODULES = ("frames", "cited", "marks", "stance", "acting", "unowned", "around", "claims", "starts")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\bmay\b(?! \d)(?!,? 20\d\d)", r"\bmay\b"),
        (r"(?<!\bno )(?<=a )more(?= than)", "more"),
        (r"(?P<past>was )?joined", "(?:was )?joined"),
        (r"go(?!ne(?: by|\)))es[)(]", "goes[)(]"),
    ],
)
def test_what_looks_around_is_left_out(source: str, expected: str) -> None:
    assert without_looks(source) == expected


def _own_patterns() -> Iterator[tuple[str, Worded]]:
    for name in _MODULES:
        for key, value in vars(import_module(f"tenacious_judge.reading.promises.{name}")).items():
            if isinstance(value, Worded):
                yield f"{name}.{key}", value


_OWN = tuple(_own_patterns())


def test_most_patterns_need_words() -> None:
    assert sum(bool(pattern.needs) for _, pattern in _OWN) > 0.9 * len(_OWN) > 60


_LETTERS = re.compile(r"[a-z]+(?:'[a-z]+)?")
_WORDS = st.sampled_from(
    sorted({word for _, pattern in _OWN for word in _LETTERS.findall(pattern.regex.pattern)})
)
_JOINTS = st.sampled_from([" ", " ", " ", ", ", "-", "; ", ": ", " 5 ", "é ", "n't ", "ed ", "'s "])


@given(st.lists(st.tuples(_WORDS, _JOINTS), max_size=12))
def test_no_match_is_lost(words: list[tuple[str, str]]) -> None:
    text = "".join(word + joint for word, joint in words)
    here = Spoken(text)
    for name, pattern in _OWN:
        for start in (0, len(words[0][0]) if words else 0):
            plain = pattern.regex.search(text, start)
            tried = here.search(pattern, text, start)
            assert (plain and plain.span()) == (tried and tried.span()), name


def test_a_pattern_made_late_is_tried() -> None:
    assert Spoken("nothing of the sort") is not None
    late = worded(r"\bquaggas? of\b")
    here = Spoken("two quaggas of ours")
    assert here.search(late, "two quaggas of ours") is not None
    assert here.match(late, "quagga of") is not None
    assert [m.group() for m in here.all(late, "quagga of quaggas of")] == ["quagga of", "quaggas of"]
    assert Spoken("two zebras").search(late, "two zebras") is None
