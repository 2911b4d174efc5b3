"""What a prospect's turns say about being written to."""

from pathlib import Path

import pytest
from tenacious_judge.reading.optout import Stance, read_word

from tests.support.judged import case_of

LINES = (Path(__file__).parent / "optout_lines.txt").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("line", LINES)
def test_the_standing_word(line: str) -> None:
    stance, locale, said = line.split(" ", 2)
    more = {} if locale == "-" else {"locale": locale}
    word = read_word(case_of("x", kind="reply", said=[said], **more))
    assert word.stance is Stance[stance]
    if word.said:
        assert word.said in said


def test_no_thread_is_open() -> None:
    assert read_word(case_of("x")).stance is Stance.OPEN


def test_a_stop_stands_until_the_prospect_opens_again() -> None:
    stop = "Please unsubscribe me."
    assert read_word(case_of("x", said=[stop, "Thank you."])).asked_to_stop
    assert not read_word(case_of("x", said=[stop, "Could you send a profile after all?"])).asked_to_stop
