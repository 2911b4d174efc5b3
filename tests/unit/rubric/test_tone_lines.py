"""Guilty sentences and their honest look-alikes, one a line."""

from pathlib import Path

import pytest

from tests.support.judged import SIGNATURE, found, rules_of

LINES = (Path(__file__).parent / "tone_lines.txt").read_text(encoding="utf-8").splitlines()
GUILTY = [line[2:] for line in LINES if line.startswith("! ")]
HONEST = [line[2:] for line in LINES if line.startswith(". ")]
FORM = ("TON-2", "TON-4")


def words(line: str) -> set[str]:
    hits = rules_of(found(f"Hi Jo,\n\n{line}{SIGNATURE}", kind="reply"))
    return {rule for rule in hits if not rule.startswith(FORM)}


@pytest.mark.parametrize("line", GUILTY)
def test_a_guilty_sentence_is_found(line: str) -> None:
    assert words(line)


@pytest.mark.parametrize("line", HONEST)
def test_an_honest_sentence_is_kept(line: str) -> None:
    assert words(line) == set()
