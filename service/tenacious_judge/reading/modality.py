"""How a stretch of text is said: asserted, asked, conditional, negated, hedged, or in somebody else's
words."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..records import record

# A conjunction belongs to the clause it opens, a punctuation mark to none. No `\b` before it: `re` looks for the
# first letters of a choice fast, and where a word begins is asked of what is found.
_CONJUNCTION = re.compile(
    r"(?:but|because|while|although|though|whereas|however|so that|and (?=(?:we|you|i|they|it|if|your|our|the|there|is|are|do|"
    r"does|would|could|how|what|whether|that|this)\b)|so (?=(?:we|you|i|it|if|the|your|that|my|a)\b)|which|then|"
    r"or (?=(?:is|are|do|have|was)\b))\b"
)
_MARK = re.compile(r"[;:(),–-]")
_OPENER = re.compile(
    r"[\s\"'(]*(?:(?:and|but|so|or|then|now|well|also|hi|hello|[a-z]+,)\s+)?(?:is|are|was|were|do|does|did|have|has|had|would|"
    r"could|can|will|should|may|might|am|shall|what|what's|how|how's|which|who|who's|why|where|when|whose|any|worth|open to|"
    r"curious|isn't|aren't|don't|doesn't|didn't|wouldn't|couldn't|up for|interested|fancy|free|ok|okay|sound|sounds|make sense|"
    r"care to|want|wants?|right|correct|fair|true|yes|no|agree|mind|shall|anything|anyone|could|happy to|useful|helpful|possible|"
    r"in what|at what|to what|for which|by when|since when)\b"
)
_QUOTED = re.compile(
    r"\"[^\"\x1f]{1,600}\"|(?<![\w'])'[^'\x1f]{2,300}(?:'(?=t|s|re|ve|ll|d|m)[^'\x1f]{1,200})*'(?!\w)"
)


@record(frozen=True, slots=True)
class Status:
    """Flags of one place. All False: plainly asserted in our own words."""

    asked: bool = False
    conditional: bool = False
    negated: bool = False
    hedged: bool = False
    quoted: bool = False

    @property
    def asserted(self) -> bool:
        return not (self.asked or self.conditional or self.negated or self.hedged or self.quoted)


def quoted_ranges(flat: str) -> tuple[tuple[int, int], ...]:
    """Stretches between quotation marks, the marks included; apostrophes are none."""
    if '"' not in flat and "'" not in flat:
        return ()
    return tuple(m.span() for m in _QUOTED.finditer(flat))


def boundaries(flat: str) -> list[tuple[int, int]]:
    """Where clauses part, all over a text (lower case, one line), in order; a word that opens one has no width."""
    found: list[tuple[int, int]] = []
    done = 0
    for match in _MARK.finditer(flat):
        at = match.start()
        place = _mark(flat, at, done)
        if place is not None:
            found.append(place)
            done = place[1]
    words = [m.start() for m in _CONJUNCTION.finditer(flat)]
    found += [(at, at) for at in words if not (at and (flat[at - 1].isalnum() or flat[at - 1] == "_"))]
    found.sort()
    return found


def _mark(flat: str, at: int, done: int) -> tuple[int, int] | None:
    """Where the mark at `at` begins and ends as a boundary; dashes take the blanks beside them, from `done` on."""
    mark = flat[at]
    if mark in ";:()":
        return at, at + 1
    after = flat[at + 1 : at + 2]
    if mark == ",":
        return None if after.isdecimal() else (at, at + 1)
    if mark == "–":
        return at - (at > done and flat[at - 1].isspace()), at + 1 + after.isspace()
    return (at - 1, at + 2) if after == " " and at > done and flat[at - 1] == " " else None


def clauses(
    flat: str, start: int, end: int, parted: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """The clauses of a sentence, in order; they cover it but for the boundary marks between them. `parted` as
    `boundaries` gives it."""
    out: list[tuple[int, int]] = []
    at = start
    for i in range(bisect_left(parted, (start - 1, 0)), len(parted)):
        first, last = parted[i]
        if first >= end:
            break
        if first < start or last > end:
            if "–" not in flat[first:last]:
                continue
            first, last = max(first, start), min(last, end)  # the blank beside it belongs to no sentence
        if flat[at:first].strip(" ,\x1f"):
            out.append((at, first))
        at = last
    if flat[at:end].strip(" ,\x1f"):
        out.append((at, end))
    return tuple(out) or ((start, end),)


def asked_from(flat: str, parts: tuple[tuple[int, int], ...]) -> int:
    """Index of the clause from which a question sentence asks; 0 where no clause opens like a question."""
    for i, (start, end) in enumerate(parts):
        if _OPENER.match(flat, start, end):
            return i
    return 0
