"""Starts said of engineers who are named elsewhere: "They can start tomorrow", "Deployment takes five days"."""

from collections.abc import Iterable, Sequence

from ..numbers import NumberKind
from ..passage import Passage
from .claims import starts_claimed
from .offers import Statement
from .segments import segments
from .starts import Start, begins, read_starts

_SPANS = (NumberKind.DAYS, NumberKind.MINUTES)


def loose_starts(
    passage: Passage, statements: Sequence[Statement]
) -> Iterable[tuple[Start, tuple[str, ...]]]:
    """Each with the stacks it is about: those offered last before it."""
    for sentence in passage.prose():
        if not _timed(passage, sentence.start, sentence.end) or not begins(
            passage.flat, sentence.start, sentence.end
        ):
            continue
        for part in segments(passage.flat, sentence):
            own = [s for s in statements if s.passage is passage]
            if part.condition or any(part.start <= s.start < part.end for s in own):
                continue
            before = [s for s in own if s.start < part.start and s.firm]
            for start in read_starts(passage, part, ()):
                if starts_claimed(passage, part, start, bool(before)):
                    yield start, before[-1].stacks if before else ()


def _timed(passage: Passage, start: int, end: int) -> bool:
    """True when a sentence says a time at all."""
    if passage.cue_in("bench_soon", start, end) is not None:
        return True
    if any(start <= when.start < end for when in passage.dates):
        return True
    return any(start <= n.start < end for n in passage.numbers if n.kind in _SPANS)
