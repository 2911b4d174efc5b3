"""The rubric's version names what its findings depend on."""

import shutil
from pathlib import Path

import pytest
import tenacious_judge
from tenacious_judge.rubric import engine

PACKAGE = Path(tenacious_judge.__file__).parent


@pytest.mark.parametrize(
    "changed",
    [
        "rubric/bench/capacity.py",
        "reading/peers/words.yml",
        "reading/cues/tone.yml",
        "rubric/rules/tone_slots.yml",
    ],
)
def test_a_changed_file_is_another_version(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in ("reading", "rubric"):
        shutil.copytree(PACKAGE / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(engine, "__file__", str(tmp_path / "rubric" / "engine.py"))
    same = engine.digest.__wrapped__()
    assert same == engine.digest()
    with (tmp_path / changed).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert engine.digest.__wrapped__() != same
