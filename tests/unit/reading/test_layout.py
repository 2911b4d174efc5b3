"""The parts of a mail: greeting, sentences, bullets, quotes, signature."""

import datetime as dt

import pytest
from tenacious_judge.domain import Field
from tenacious_judge.reading.layout import Part
from tenacious_judge.reading.passage import Passage
from tenacious_judge.reading.text import read_text

MAIL = """Elena,

You closed a $14M Series B in February. I can't tell what nine roles mean, e.g. for
the platform team.

- Go, from June
- Python
> we are not

Would 20 minutes on Tuesday 12 May work?

Best,
Mara Okello
Research Partner
Tenacious Consulting
tenacious.example"""


def passage(raw: str) -> Passage:
    return Passage(read_text(Field.BODY, raw), dt.date(2026, 5, 6))


def parts(raw: str) -> list[tuple[str, str]]:
    p = passage(raw)
    return [(s.part.value, p.text.clean[s.start : s.end]) for s in p.sentences]


def test_a_mail_falls_into_its_parts() -> None:
    assert parts(MAIL) == [
        ("greeting", "Elena,"),
        ("text", "You closed a $14M Series B in February."),
        ("text", "I can't tell what nine roles mean, e.g. for\nthe platform team."),
        ("bullet", "- Go, from June"),
        ("bullet", "- Python"),
        ("quoted", "> we are not"),
        ("text", "Would 20 minutes on Tuesday 12 May work?"),
        ("signature", "Best,\nMara Okello\nResearch Partner\nTenacious Consulting\ntenacious.example"),
    ]


@pytest.mark.parametrize(
    "signature",
    [
        "Mara / Research Partner / Tenacious Consulting / tenacious.example",
        "Mara Okello\nDelivery Lead, Tenacious Consulting\ntenacious.example",
        "-- \nMara",
        "Kind regards,\nMara Okello",
        "Best, Mara",
        "– Mara",
        "Mara",
        "Mara Okello | Partner | Tenacious | https://tenacious.example",
    ],
)
def test_the_closing_block_is_the_signature(signature: str) -> None:
    body = f"Hi Elena,\n\nThree roles are open. Would Tuesday work?\n\n{signature}"
    p = passage(body)
    assert p.signature is not None
    assert p.text.clean[p.signature.start :].strip() == signature.strip().replace("-- \n", "--\n")


@pytest.mark.parametrize(
    "body",
    [
        "Would Tuesday work?",
        "Three roles are open.\n\nWould Tuesday 12 May work for a call?",
        "Thanks for the candour. We will stop.",
    ],
)
def test_a_mail_without_a_closing_block_has_no_signature(body: str) -> None:
    assert passage(body).signature is None


@pytest.mark.parametrize(
    "greeting", ["Hi Elena,", "Dear Dr. Vogel,", "Elena –", "Guten Tag Herr Vogel,", "Hello Elena Ruiz"]
)
def test_the_first_line_may_be_a_greeting(greeting: str) -> None:
    p = passage(f"{greeting}\n\nThree roles are open.")
    assert p.sentences[0].part is Part.GREETING


def test_abbreviations_initials_and_decimals_end_no_sentence() -> None:
    assert len(parts("We saw 2.5 roles, approx. three, at Acme Inc. in the U.S. market, says J. Smith.")) == 1


@pytest.mark.parametrize(
    "end",
    [
        "you don't.",
        "a Series B.",
        "plan B.",
        "Acme Ltd.",
        "Acme Inc.",
        "at 3 p.m.",
        "in April.",
        "roles, etc.",
    ],
)
@pytest.mark.parametrize("ask", ["Would Tuesday suit?", "would tuesday suit?", "Is it so?", "Shall we talk?"])
def test_a_claim_never_runs_into_the_question_behind_it(end: str, ask: str) -> None:
    assert [text for _, text in parts(f"Others have it and {end} {ask}")] == [
        f"Others have it and {end}",
        ask,
    ]
