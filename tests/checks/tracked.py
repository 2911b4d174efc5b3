"""Nothing of one machine in the repository: no registry host, no local path, no large file.

python tests/checks/tracked.py      exit code 1 and a list of places where something is found
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MAX_BYTES = 1_000_000
LARGE_FILES = "models/embedded/"
# Bracketed, so that this file does not find itself.
FORBIDDEN = {
    "a registry host": re.compile(
        rb"pyp[i]\.org|pythonhoste[d]\.org|registry\.npmj[s]\.org|deb\.debia[n]\.org"
    ),
    "a path of one machine": re.compile(
        rb"(?<![\w.])/(?:wor[k]|far[m]|opt/whee[l]s|opt/pyp[i]|root/\.pyen[v])\b"
    ),
}


def main() -> int:
    found = [problem for path in _tracked() for problem in problems(path, ROOT)]
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


def problems(path: str, root: Path) -> Iterator[str]:
    """What is wrong with one file, as "path:line: what"."""
    file = root / path
    if not file.is_file():
        return
    content = file.read_bytes()
    if len(content) > MAX_BYTES and not path.startswith(LARGE_FILES):
        yield f"{path}:1: larger than {MAX_BYTES:,} bytes"
    for what, pattern in FORBIDDEN.items():
        for match in pattern.finditer(content):
            line = content.count(b"\n", 0, match.start()) + 1
            yield f"{path}:{line}: {what}: {match.group().decode()}"


def _tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return listed.stdout.rstrip("\0").split("\0")


if __name__ == "__main__":
    sys.exit(main())
