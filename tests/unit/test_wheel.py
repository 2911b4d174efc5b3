"""What is installed has the files that are not code."""

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.support.server import ROOT


def test_the_wheel_carries_every_data_file(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "service" / "tenacious_judge"
    data = {str(p.relative_to(package.parent)) for p in package.rglob("*") if p.is_file() and _is_data(p)}
    assert data
    assert data <= names
    assert "tenacious_judge/_data/policies/default.yml" in names
    assert not [name for name in names if name.endswith(".pyc")]


def _is_data(path: Path) -> bool:
    return path.suffix not in (".py", ".pyc")
