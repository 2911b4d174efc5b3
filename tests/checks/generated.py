"""Generated files are fresh: service/RULES.md is what the rules say today.

python tests/checks/generated.py      exit code 1 where `make docs` has to be run
"""

import sys
from pathlib import Path

from tenacious_judge.cli.rules import markdown

RULES = Path(__file__).resolve().parents[2] / "service" / "RULES.md"


def main() -> int:
    kept = RULES.read_text(encoding="utf-8") if RULES.exists() else ""
    if kept != markdown():
        print("service/RULES.md is stale: run `make docs` and commit it")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
