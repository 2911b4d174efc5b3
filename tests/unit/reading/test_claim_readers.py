"""Readers of claims are asked only where something stands that a claim of theirs may begin with."""

import re
from pathlib import Path

from tenacious_judge.reading import claims

FOLDER = Path(claims.__file__).parent
LISTED = frozenset().union(*(begins for _, begins in claims._READERS))


def test_every_cue_that_a_reader_asks_for_opens_a_reader() -> None:
    asked: set[str] = set()
    for file in FOLDER.glob("*.py"):
        for call in re.findall(r"scope\.hits\(([^()]*)\)", file.read_text(encoding="utf-8")):
            asked |= set(re.findall(r'"(sig_\w+[a-z])"', call))
    assert len(asked) > 15
    assert asked <= LISTED
