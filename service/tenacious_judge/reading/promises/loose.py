"""Starts said of engineers who are named elsewhere: "They can start tomorrow", "Deployment takes five days"."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice

from ..numbers import NumberKind
from ..passage import Passage
from .claims import starts_claimed
from .offers import LONGEST_SENTENCE, MOST_SENTENCES, Statement
from .segments import segments
from .starts import Start, begins, read_starts

_SPANS = (NumberKind.DAYS, NumberKind.MINUTES)


def loose_starts(
    passage: Passage, statements: Sequence[Statement]
) -> Iterable[tuple[Start, tuple[str, ...]]]:
    """Each with the stacks it is about: those offered last before it."""
    times = _times(passage)
    for sentence in islice(passage.prose(), MOST_SENTENCES) if times else ():
        at = bisect_left(times, sentence.start)
        timed = at < len(times) and times[at] < sentence.end
        if not timed or sentence.end - sentence.start > LONGEST_SENTENCE:
            continue
        if not begins(passage.flat, sentence.start, sentence.end):
            continue
        for part in segments(passage.flat, sentence):
            own = [s for s in statements if s.passage is passage]
            if part.condition or any(part.start <= s.start < part.end for s in own):
                continue
            before = [s for s in own if s.start < part.start and s.firm]
            for start in read_starts(passage, part, ()):
                if starts_claimed(passage, part, start, bool(before)):
                    yield start, before[-1].stacks if before else ()


def _times(passage: Passage) -> list[int]:
    """Where times are said, sorted."""
    spans = (n.start for n in passage.numbers if n.kind in _SPANS)
    soon = (a for a, _ in passage.cue("bench_soon"))
    return sorted([*(when.start for when in passage.dates), *spans, *soon])
