"""The project's own labelled mails: judged as the label says, with its span, and clean ones are sent."""

from collections import Counter
from pathlib import Path

import pytest
from tenacious_judge.cli.cases.judged import Judged, judge_all
from tenacious_judge.cli.cases.labelled import load
from tenacious_judge.cli.gate import open_gate
from tenacious_judge.domain import Dimension, Outcome

CASES = Path(__file__).parent / "cases"
FILES = sorted(CASES.glob("*.jsonl"))
_LINES = (CASES / "known_wrong.txt").read_text(encoding="utf-8").splitlines()
KNOWN = {line for line in _LINES if line and not line.startswith("#")}
"""Cases that are judged wrong today: each is a defect to mend, and the list may only shrink."""


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_every_case_is_judged_as_labelled(file: Path) -> None:
    cases = load([file])
    wrong = {judged.case.id: _why(judged) for judged in judge_all(cases, open_gate()) if judged.wrong}
    assert {id: why for id, why in wrong.items() if id not in KNOWN} == {}
    ids = {case.id for case in cases}
    assert sorted(KNOWN & ids - wrong.keys()) == [], "mended: strike them off known_wrong.txt"


def test_the_cases_are_many_and_balanced() -> None:
    counted = Counter((case.gold.dimension, case.gold.verdict) for case in load(FILES))
    for dimension in Dimension:
        passes, fails = counted[dimension, Outcome.PASS], counted[dimension, Outcome.FAIL]
        assert passes + fails >= 60
        assert 0.4 <= passes / (passes + fails) <= 0.6


def _why(judged: Judged) -> str:
    if judged.verdict is None:
        return judged.error
    found = ", ".join(f"{f.rule} {f.span.text if f.span else ''!r}" for f in judged.findings)
    return f"{judged.said}, {judged.verdict.action}: {found or 'nothing found'}"
