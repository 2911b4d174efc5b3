"""How many things a mail asks for, and whether its ask for time names a day."""

from pathlib import Path

import pytest
from tenacious_judge.reading.asks import Topic, read_asks

from tests.support.judged import SIGNATURE, case_of

LINES = (Path(__file__).parent / "asks_lines.txt").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("line", LINES)
def test_asks(line: str) -> None:
    number, kind, body = line.split(" ", 2)
    asks = read_asks(case_of(f"Hi Jo,\n\nSeven roles are open.\n\n{body}{SIGNATURE}"))
    assert len(asks.asks) == int(number)
    assert ("c" if asks.concrete else "v" if asks.meets else "n") == kind


def test_the_same_ask_twice_is_one() -> None:
    asks = read_asks(case_of("Could we talk on Tuesday? If so, pick a slot on Tuesday here." + SIGNATURE))
    assert [ask.topic for ask in asks.asks] == [Topic.MEET]


def test_a_booking_link_in_the_signature_is_no_second_ask() -> None:
    body = "Please send me the job description." + SIGNATURE + "\nBook a call: cal.tenacious.example/mark"
    assert [ask.topic for ask in read_asks(case_of(body)).asks] == [Topic.SEND]


def test_a_day_in_the_subject_counts() -> None:
    assert read_asks(
        case_of("Would that suit?" + SIGNATURE, subject="20 minutes on Tuesday 12 May?")
    ).concrete
