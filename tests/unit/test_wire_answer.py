"""Answers: encoding, and members added without encoding again."""

import json
from enum import StrEnum

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tenacious_judge import wire
from tenacious_judge.domain import Cost, Field, JudgeReport, Severity, Timings, Versions
from tenacious_judge.policy import decide

from tests.support.service import DEFAULT, finding

VERSIONS = Versions("0", "sha256:p", "sha256:r")


class Located(str):
    """A text that knows its line, as YAML readers make them."""

    __slots__ = ("line",)


def encoded(text: str) -> bytes:
    found = (finding(text=text, message=text, fix=text, field=Field.SUBJECT),)
    verdict = decide(found, JudgeReport(), DEFAULT, ())
    return wire.encode(wire.answer("vrd_1", verdict, VERSIONS, Cost(), None))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives(text: str) -> None:
    raw = wire.with_timings(encoded(text), Timings(0.1, 0.2, 0.3, 0.4, 1.0))
    answer = json.loads(raw)
    assert answer["violations"][0]["span"]["text"] == text
    assert answer["timings_ms"] == {"queue": 0.1, "rubric": 0.2, "judge": 0.3, "store": 0.4, "total": 1.0}
    assert msgspec.json.decode(raw, type=wire.VerdictAnswer).violations[0].severity is Severity.BLOCK


def test_a_text_of_a_subclass_is_a_text() -> None:
    assert encoded(Located("Elena")) == encoded("Elena")


def test_what_is_no_json_is_an_error_and_no_guess() -> None:
    with pytest.raises(TypeError, match="complex"):
        wire.encode({"a": 1j})


def test_a_member_is_added_at_the_end() -> None:
    class Word(StrEnum):
        A = "a"

    assert wire.with_member(b'{"x":1}', "index", 7) == b'{"x":1,"index":7}'
    assert wire.with_member(b'{"x":1}', "w", Word.A) == b'{"x":1,"w":"a"}'
