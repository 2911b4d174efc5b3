"""Patterns are data; a broken one names its file and line."""

from pathlib import Path

import pytest
from tenacious_judge.errors import Misconfigured
from tenacious_judge.reading.patterns import Entry, PatternSet, load_cues, load_yaml


def test_a_blank_stands_for_blanks_hyphens_and_line_breaks() -> None:
    patterns = PatternSet([Entry("x", "circl(e|ing) back")])
    for text in (b"circle back", b"circle-back", b"circling  back", b"circle \x1f back"):
        assert patterns.find(text)["x"] == [(0, len(text))]
    assert patterns.find(b"circle backwards") == {}


def test_an_optional_blank_may_be_missing() -> None:
    patterns = PatternSet([Entry("x", r"(?:start ?ups?|\d+ ?%) less")])
    for text in (b"startup less", b"start-ups less", b"40% less", b"40 % less"):
        assert patterns.find(text)["x"] == [(0, len(text))]


def test_a_broken_pattern_names_file_and_line() -> None:
    with pytest.raises(Misconfigured, match=r"tone\.yml:7: not a pattern"):
        PatternSet([Entry("x", "circle (back", "tone.yml", 7)])


def test_an_unknown_class_of_words_is_named() -> None:
    with pytest.raises(Misconfigured, match=r"tone\.yml:7: no class of words is called <nowhere>"):
        PatternSet([Entry("x", "<nowhere> back", "tone.yml", 7)])


def test_a_cue_that_is_no_string_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "bad.yml").write_text("cue:\n  - fine\n  - {a: b}\n")
    with pytest.raises(Misconfigured, match=r"bad\.yml:3"):
        load_cues(tmp_path)


def test_a_key_given_twice_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "bad.yml"
    path.write_text("a: 1\nb: 2\na: 3\n")
    with pytest.raises(Misconfigured, match=r"bad\.yml:3"):
        load_yaml(path)


def test_no_and_on_are_words() -> None:
    assert all(isinstance(entry.pattern, str) for entry in load_cues())
