"""Free text of a brief in pieces that each say one thing: sentences, lines, bullets, clauses between
semicolons."""

import re
from collections.abc import Iterator

MAX_PIECES = 400
"""Pieces of one text that are read; a brief with more is not one."""
MAX_PIECE = 1500
MAX_TEXT = 20_000
"""Characters of one text that are read."""
_PLAIN = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "−": "-",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "\u00a0": " ",
        "\u202f": " ",
        "\u2011": "-",
    }
)
_ENDS = re.compile(r"((?<=[.!?])[\"')\]]? (?=[\"'(\[]?[A-Z0-9])|\n| ?[;|•] ?| [*·] )")
_SHORT = re.compile(
    r"\b(?:approx|inc|ltd|co|corp|no|st|dr|mr|mrs|ms|vs|ca|est|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov"
    r"|dec|e\.g|i\.e|eng|conf)\.$"
)
_BULLET = re.compile(r"^(?:[-*>#]+|\(?\d{1,2}[.)])\s+")


def lower(text: str) -> str:
    """Lower case of the same length."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def pieces(text: str) -> Iterator[str]:
    """Each piece on one line, typographic dashes and quotes plain, without its bullet. At most MAX_PIECES."""
    return (piece for piece, _ in clauses(text))


def clauses(text: str) -> Iterator[tuple[str, bool]]:
    """As `pieces`, each with whether a semicolon or bar joins it to the one before."""
    held = ""
    count = 0
    joined = False
    lines = text[:MAX_TEXT].translate(_PLAIN).splitlines()
    # Blanks are made single first: patterns that meet long runs of them take quadratic time.
    parts = _ENDS.split("\n".join(" ".join(line.split()) for line in lines))
    for i in range(0, len(parts), 2):
        held = f"{held} {parts[i].strip()}" if held else parts[i].strip()
        more = i + 1 < len(parts)
        if not held or (more and len(held) < MAX_PIECE and _SHORT.search(held[-10:].lower())):
            continue
        for start in range(0, len(held), MAX_PIECE):
            if (count := count + 1) > MAX_PIECES:
                return
            yield _BULLET.sub("", held[start : start + MAX_PIECE]), joined
        held = ""
        joined = more and parts[i + 1].strip() in (";", "|")
