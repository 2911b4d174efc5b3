"""Free text of a brief in pieces that each say one thing: sentences, lines, bullets, clauses between
semicolons."""

import re
from collections.abc import Iterator

MAX_PIECES = 400
"""Pieces of one text that are read; a brief with more is not one."""
MAX_PIECE = 1500
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
_ENDS = re.compile(r"((?<=[.!?])[\"')\]]?\s+(?=[\"'(\[]?[A-Z0-9])|\s*[\r\n]+\s*|\s*[;|•]\s*|\s+[*·]\s+)")
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
    parts = _ENDS.split(text[: MAX_PIECE * 200].translate(_PLAIN))
    for i in range(0, len(parts), 2):
        held = " ".join(f"{held} {parts[i]}".split())
        more = i + 1 < len(parts)
        if not held or (more and len(held) < MAX_PIECE and _SHORT.search(held[-10:].lower())):
            continue
        if (count := count + 1) > MAX_PIECES:
            return
        yield _BULLET.sub("", held)[:MAX_PIECE], joined
        held = ""
        joined = more and parts[i + 1].strip() in (";", "|")
