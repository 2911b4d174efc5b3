"""Normalisation: what is read is plain, and every span leads back to what was sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tenacious_judge.domain import Field
from tenacious_judge.reading.text import MAX_READ, read_text


def clean(raw: str) -> str:
    return read_text(Field.BODY, raw).clean


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("plain words", "plain words"),
        ("cir\u200bcle back", "circle back"),
        ("сirсle bаck", "circle back"),
        ("ｃｉｒｃｌｅ", "circle"),
        ("𝐜𝐢𝐫𝐜𝐥𝐞", "circle"),
        ("touch\u00a0\u00a0base", "touch base"),
        ("co\u2011founder", "co-founder"),
        ("it\u2019s \u201cfine\u201d", 'it\'s "fine"'),
        ("first\r\nsecond\rthird", "first\nsecond\nthird"),
        ("a \t b \n c", "a b\nc"),
        ("cafe\u0301", "café"),
        ("soft\u00adhyphen", "softhyphen"),
        ("a\n\u00afb", "a\n\u0304b"),
        ("circ**ling** back", "circling** back"),
        ("check*ing* in", "checking* in"),
        ("CIRC~~LING~~ back", "CIRCLING~~ back"),
        ("circ-\nling back", "circling back"),
        ("fol-\r\nlowing up", "following up"),
    ],
)
def test_a_disguised_text_is_read_as_its_plain_form(raw: str, read: str) -> None:
    assert clean(raw) == read


@pytest.mark.parametrize(
    "raw",
    [
        "**two** engineers",
        "* two\n* three",
        "2*3 and a * b",
        "Python*SQL",
        "a long-\nterm plan",
        "part-\ntime",
        "on-\ncall",
        "founder-\nled",
        "follow-\nup",
    ],
)
def test_marks_about_a_word_and_compounds_at_the_end_of_a_line_stay(raw: str) -> None:
    assert clean(raw) == raw


@pytest.mark.parametrize("name", ["Наталья", "Ελένη", "Müller", "Łukasz", "王小明"])
def test_a_name_in_its_own_script_is_left_alone(name: str) -> None:
    text = read_text(Field.BODY, f"Dear {name},")
    assert name in text.clean
    assert text.confused == ()


def test_hidden_characters_are_known_to_stand_inside_a_word_or_not() -> None:
    text = read_text(Field.BODY, "\ufeffHello wo\u200brld")
    assert [(h.start, h.in_word) for h in text.hidden] == [(0, False), (9, True)]


def test_an_emoji_is_found_and_its_variation_selector_is_nothing_hidden() -> None:
    text = read_text(Field.BODY, "great ❤\ufe0f 😊")
    assert len(text.emoji) == 2
    assert text.hidden == ()


def test_a_span_of_a_normalised_text_covers_what_was_sent() -> None:
    raw = "Just w\u200banted to сirсle  bаck"
    text = read_text(Field.BODY, raw)
    start = text.flat.index("circle back")
    span = text.span(start, start + len("circle back"))
    assert span.text == "сirсle  bаck"
    assert raw[span.start : span.end] == span.text


def test_an_endless_text_is_cut_and_says_so() -> None:
    text = read_text(Field.BODY, "word " * MAX_READ)
    assert text.truncated
    assert len(text.clean) <= MAX_READ


@given(st.text(max_size=300), st.data())
def test_any_span_of_any_text_is_a_slice_of_it(raw: str, data: st.DataObject) -> None:
    text = read_text(Field.BODY, raw)
    assert len(text.clean) == len(text.flat) == len(text.latin)
    if not text.clean:
        return
    start = data.draw(st.integers(0, len(text.clean) - 1))
    end = data.draw(st.integers(start + 1, len(text.clean)))
    span = text.span(start, end)
    assert raw[span.start : span.end] == span.text
    assert span.text


@given(st.text(max_size=200))
def test_reading_a_read_text_changes_nothing(raw: str) -> None:
    once = clean(raw)
    assert clean(once) == once
