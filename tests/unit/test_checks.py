"""The checks of the repository find what they are for."""

from pathlib import Path

import pytest

from tests.checks import tracked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fine /workshop/x and https://example.org", None),
        ("lock: https://files.pythonhosted" + ".org/x", "a registry host"),
        ("see https://py" + "pi.org/simple", "a registry host"),
        ("cd /wor" + "k/main", "a path of one machine"),
        ("--find-links=/opt/whee" + "ls", "a path of one machine"),
    ],
)
def test_machines_and_registries_are_named_by_line(tmp_path: Path, text: str, found: str | None) -> None:
    (tmp_path / "file.txt").write_text(f"first\n{text}\n")
    problems = list(tracked.problems("file.txt", tmp_path))
    if found is None:
        assert not problems
    else:
        (problem,) = problems
        assert problem.startswith(f"file.txt:2: {found}")


def test_a_large_file_is_named_unless_it_is_the_embedded_judge(tmp_path: Path) -> None:
    (tmp_path / "models" / "embedded").mkdir(parents=True)
    weights, other = "models/embedded/big.bin", "big.bin"
    for path in (weights, other):
        (tmp_path / path).write_bytes(b"x" * 1_000_001)
    assert not list(tracked.problems(weights, tmp_path))
    assert list(tracked.problems(other, tmp_path)) == ["big.bin:1: larger than 1,000,000 bytes"]
