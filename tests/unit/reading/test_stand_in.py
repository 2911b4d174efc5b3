"""Who the company is cannot be read off the texts that rules see, and answers name it as it is called."""

import datetime as dt

import pytest
from tenacious_judge.domain import EvidenceRef, Field, Prospect, PublicRecord, RawContext, Request
from tenacious_judge.domain.draft import Draft
from tenacious_judge.reading.stand_in import NOBODY, names_of, stand_in
from tenacious_judge.reading.text import Text, read_text

NOW = dt.datetime(2026, 5, 6, 9, tzinfo=dt.UTC)


def read(raw: str, *names: str, reader: str = "") -> Text:
    return stand_in(names, reader).read(read_text(Field.BODY, raw))


@pytest.mark.parametrize(
    "name", ["Growth Harbour", "Stripe", "Series B Software", "3Scale", "Cellar & Cask", "May Mobility"]
)
def test_every_name_reads_alike_and_leads_back(name: str) -> None:
    raw = f"Hi Jo,\n\nnine roles at {name}, and {name}'s\tround."
    text = read(raw, name)
    start = text.flat.index("qorvane")
    end = text.flat.index(", and")
    assert name.lower() not in text.flat
    assert text.span(start, end).text == name
    assert raw[text.span(start, end).start :].startswith(name)
    assert len(text.clean) + text.saved == len(read_text(Field.BODY, raw).clean)
    assert len(text.flat) == len(text.latin) == len(text.clean)


def test_a_name_counts_as_many_words_as_it_has() -> None:
    assert read("At Cellar & Cask today", "Cellar & Cask").flat == "at qorvane qelm today"


@pytest.mark.parametrize(
    ("raw", "flat"),
    [
        ("Growth is slow at Growth Harbour.", "growth is slow at qorvane qelm."),
        ("growth harbour", "growth harbour"),
        ("GROWTH HARBOUR", "qorvane qelm"),
        ("Growth\nHarbour", "qorvane qelm"),
        ("Growth Harbours", "growth harbours"),
    ],
)
def test_ordinary_words_stay(raw: str, flat: str) -> None:
    assert read(raw, "Growth Harbour").flat == flat


@pytest.mark.parametrize(
    ("raw", "flat"),
    [
        ("Halden has nine", "qorvane has nine"),
        ("Halden's nine", "qorvane's nine"),
        ("halden freight", "qorvane qelm"),
        ("Halden Freight GmbH", "qorvane qelm qelm"),
    ],
)
def test_short_forms_are_the_company_too(raw: str, flat: str) -> None:
    assert read(raw, "Halden Freight GmbH").flat == flat


@pytest.mark.parametrize("name", ["March Capital", "Seven Bridges", "Series B Software", "Bright Data"])
def test_a_first_word_that_is_a_word_is_no_short_form(name: str) -> None:
    first = name.split()[0]
    assert read(f"{first} and more", name).flat.startswith(first.lower())


def test_the_reader_keeps_a_name_that_is_the_company_s() -> None:
    text = read("Dear Dr. Wendlinger, at Wendlinger", "Wendlinger Technik", reader="Dr. Jutta Wendlinger")
    assert text.flat == "dear dr. wendlinger, at qorvane"


def test_a_context_reads_alike_but_for_a_value_that_is_the_name_alone() -> None:
    context = RawContext(
        hiring_signal_brief={"company": "Platform", "tech_stack": ["Platform"], "notes": "Platform hires"},
        competitor_gap_brief={"peers": ["Platform", "Northgate"]},
        prior_thread=[{"role": "agent", "content": "Platform it is"}],
        prospect=Prospect(public_record=(PublicRecord("Platform says so", "/p"),)),
    )
    request = Request(Draft("Platform"), context, NOW)
    read_as = stand_in(names_of(context)).request(request)
    assert read_as.draft == request.draft
    assert read_as.context == RawContext(
        hiring_signal_brief={"company": "Platform", "tech_stack": ["Platform"], "notes": "Qorvane hires"},
        competitor_gap_brief={"peers": ["Qorvane", "Northgate"]},
        prior_thread=[{"role": "agent", "content": "Qorvane it is"}],
        prospect=Prospect(public_record=(PublicRecord("Qorvane says so", "/p"),)),
    )


def test_answers_name_the_company_again() -> None:
    names = stand_in(("Halden Freight",))
    assert names.back("Qorvane Qelm, qorvane qelm, Qorvane") == "Halden Freight, halden freight, Halden"
    assert names.back("Nine roles at Qorva") == "Nine roles at Halde"
    assert names.shown(EvidenceRef("/a", "at Qorvane Qelm")) == EvidenceRef("/a", "at Halden Freight")
    assert names.shown(EvidenceRef("/a", 3)) == EvidenceRef("/a", 3)


def test_without_a_name_nothing_changes() -> None:
    text = read_text(Field.BODY, "Nine roles.")
    assert NOBODY.read(text) is text
    assert stand_in(("X",)).read(text) is text
    assert stand_in(("X",)).company == "x"
