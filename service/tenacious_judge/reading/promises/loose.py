"""Starts of engineers named elsewhere: "They can start tomorrow", "Deployment takes five days"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice

from ..layout import Part, Sentence
from ..passage import Passage
from .claims import starts_claimed
from .limits import LONGEST_SENTENCE, MOST_SENTENCES
from .segments import Segment, segments
from .starts import SPANS, Start, begins, lead_time, near_meeting, plain_lead, read_starts
from .statement import Statement

_OPENING = re.compile(
    r"\W*(?:(?:as early as|by|on|from|this|already|the earliest is|earliest:?|that would be|"
    r"it would be|how about) )?(?:the )?"
)
_NOT_THEN = re.compile(r"\b(?:too (?:early|soon|tight)|not|no|cannot|\w+n't|impossible|unrealistic|out of)\b")


def loose_starts(
    passage: Passage, statements: Sequence[Statement], asked: bool = False
) -> Iterable[tuple[Start, tuple[str, ...]]]:
    """Each with the stacks it is about: those offered last before it. `asked`: people were asked for."""
    times = _times(passage)
    for sentence in islice(passage.prose(), MOST_SENTENCES) if times else ():
        at = bisect_left(times, sentence.start)
        timed = at < len(times) and times[at] < sentence.end
        if not timed or sentence.end - sentence.start > LONGEST_SENTENCE:
            continue
        if not begins(passage, sentence.start, sentence.end):
            continue
        for part in segments(passage, sentence):
            own = [s for s in statements if s.passage is passage]
            if part.condition or any(part.start <= s.start < part.end for s in own):
                continue
            before = [s for s in own if s.start < part.start and s.firm]
            for start in read_starts(passage, part, ()):
                if starts_claimed(passage, part, start, asked or bool(before)):
                    yield start, before[-1].stacks if before else ()


def _times(passage: Passage) -> list[int]:
    """Where times are said, sorted."""
    spans = (n.start for n in passage.numbers if n.kind in SPANS)
    soon = (a for a, _ in passage.cue("bench_soon"))
    return sorted([*(when.start for when in passage.dates), *spans, *soon])


def answered_start(passage: Passage) -> Start | None:
    """The date that opens the mail, in answer to "when?": "Monday.", "As early as 11 May." """
    first = next((s for s in passage.prose() if s.part is Part.TEXT), None)
    if first is None or first.question:
        return None
    when = next(iter(passage.dates_in(first.start, first.end)), None)
    if when is None:
        return _answered_lead(passage, first)
    if not _OPENING.fullmatch(passage.flat, first.start, when.start):
        return None
    if _NOT_THEN.search(passage.flat, when.end, first.end):
        return None
    if near_meeting(passage, Segment(first.start, first.end), when.start, when.end):
        return None
    return Start(when.start, when.end, when.low, when.high)


_LEAD_OPENING = re.compile(
    r"\W*(?:(?:give|allow) (?:us|me) |(?:we|i)(?:'d| would)? need |it (?:takes|would take)(?: us)? |that takes |in |within |inside )?"
    r"(?:just |only |about |around |no more than |at most |the )*"
)


def _answered_lead(passage: Passage, first: Sentence) -> Start | None:
    """The lead time that opens the mail: "Give us three working days." """
    number = next(iter(passage.numbers_in(first.start, first.end)), None)
    if number is None:
        return plain_lead(passage, first.start, first.end)
    if not _LEAD_OPENING.fullmatch(passage.flat, first.start, number.start):
        return None
    return lead_time(passage, number)
