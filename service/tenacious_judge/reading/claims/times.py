"""Times beside a claim."""

from ..dates import When
from .scope import Scope


def time_near(scope: Scope, start: int, end: int) -> When | None:
    """The time said with a claim: in its clause, or right after it in the next; None where there is none."""
    passage = scope.passage
    a, b = passage.clause_at(start)
    found = [w for w in passage.dates if a <= w.start < max(b, end)]
    if not found:
        sentence = passage.sentence_at(start)
        found = [w for w in passage.dates if end <= w.start <= min(end + 32, sentence.end)]
    if not found:
        return None
    return min(found, key=lambda w: max(w.start - end, start - w.end, 0))
