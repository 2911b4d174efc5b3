"""Claims about capacity that count nobody: "all of it", "consider it done", "as many as you like"."""

import re

from ..layout import Sentence
from ..passage import Passage, Place
from ..worded import Spoken, worded
from . import frames as f
from .frames import Stance
from .gates import gated
from .heads import Head
from .limits import LONGEST_SENTENCE, MOST_PLACES
from .phrase import HeadKind
from .segments import Segment, segments
from .stance import StanceReader
from .starts import Start

_CONDITION = re.compile(
    r"[\s\"'(,]*(?:only )?(?:if|once|when|whenever|unless|until|provided|assuming|whether|in case)\b"
)
_YOU_WILL = re.compile(
    r"^\W*(?:(?:with us|so|and|then),? )*(?:you|your (?:team|roadmap|plan|squad))(?:'ll| will| would| can| won't| need)"
)
# "What I would rather not do: name a number today."
_NOT_DO = worded(r"\b(?:not|never|\w+n't|cannot|refuse to|avoid)(?: do| doing| promise| say)?: ?$")
# "Clause 4 asks us to guarantee six": what somebody wants of us.
_WANTED_OF_US = worded(
    r"\b(?:ask|asks|asked|asking|want|wants|wanted|requires?|required|requiring|expect|expects|expected|oblige[sd]?|obliging|"
    r"bind|binds|commit|commits|force[sd]?|press|presses|pressed|have|has|need|needs|like|likes) (?:us|me|tenacious|our side)(?: \w+)? (?:to )?$"
)
_AND = re.compile(r"\b(?:and|but|so|then)\b")
_OPPOSED = worded(r"^[^.!?]{0,80}\b(?:but|however|except|only that|though)\b")


def part_of(passage: Passage, sentence: Sentence, start: int) -> Segment:
    """The statement that `start` stands in."""
    parts = segments(passage, sentence)
    return next((p for p in parts if start < p.end), parts[-1])


def stance_at(passage: Passage, start: int, end: int) -> Stance:
    """The stance of a place that stands for engineers ("the full team you asked for")."""
    sentence = passage.sentence_at(start)
    if sentence.end - sentence.start > LONGEST_SENTENCE:
        return Stance.NONE
    head = Head(start, end, HeadKind.PEOPLE, None)
    said = StanceReader(passage, sentence, segments(passage, sentence), (head,)).read(head)
    if said.stance is Stance.FIRM and gated(passage, sentence, start, end, sentence.end):
        return Stance.GATED
    return said.stance


def claimed(passage: Passage, start: int, end: int, *, opposed: bool = False, yours: bool = False) -> bool:
    """True when our side says, plainly, what stands at [start, end): not refused, gated, asked or put in doubt.

    `opposed`: a "but" later in the sentence takes it back. `yours`: it may be said of the reader ("you will never
    be short of people").
    """
    sentence = passage.sentence_at(start)
    if start >= passage.prose_end or sentence.end - sentence.start > LONGEST_SENTENCE:
        return False
    if passage.quoted(start, end):
        return False
    # A claim that runs on past its condition ("if you need more, we find them") stands in what follows it.
    part = part_of(passage, sentence, end - 1)
    start = max(start, part.start)
    flat, here = passage.flat, passage.spoken_at(start)
    pre, post = flat[part.start : start], flat[end : part.end]
    if part.condition or _CONDITION.match(flat, part.start, end):
        return False
    if here.search(_NOT_DO, flat, sentence.start, start):
        return False
    if not sentence.question and here.search(_WANTED_OF_US, flat, sentence.start, start):
        return False
    if refused(here, pre) or here.match(f.DECLINE_AFTER, post) or here.search(f.MAYBE, pre):
        return False
    if opposed and here.match(_OPPOSED, flat[end : sentence.end]):
        return False
    if sentence.question and not here.search(f.OFFER_QUESTION, flat[part.start : end]):
        return False
    return (_ours(here, pre, flat[start:end]) or (yours and _YOU_WILL.match(pre) is not None)) and not gated(
        passage, sentence, start, end, sentence.end
    )


def refused(here: Spoken, pre: str) -> bool:
    """True when a negation before a place reaches it."""
    spared = [m.span() for m in here.all(f.NO_NEGATION, pre)]
    last = None
    for match in here.all(f.NEGATION, pre):
        if not any(a <= match.start() < b for a, b in spared):
            last = match
    return last is not None and re.search(r"\b(?:and|but|so|then)\b", pre[last.end() :]) is None


def _ours(here: Spoken, pre: str, own: str) -> bool:
    """Our side is the one that acts, or nobody is named."""
    for match in reversed(here.all(f.SUBJECT, pre)):
        between = pre[match.end() :]
        if match["ours"] is None and here.search(f.OBJECT_AFTER, pre, 0, match.start()):
            continue
        if match["ours"]:
            between = _AND.split(between)[-1]
            past = here.search(f.PAST, between) and not here.search(f.MODAL, between)
            return not (past or here.search(f.OBSERVE, between))
        return match["yours"] is not None and here.search(f.YOU_GET, f"{between}{own}") is not None
    return True


def places(passage: Passage, cue: str, **how: bool) -> list[Place]:
    """Places of a cue that are claimed."""
    return [(a, b) for a, b in passage.cue(cue)[:MOST_PLACES] if claimed(passage, a, b, **how)]


def told_of_reader(passage: Passage, at: int) -> bool:
    """True where the last subject before `at` in its sentence is the reader or somebody else, not us."""
    subjects = passage.spoken_at(at).all(f.SUBJECT, passage.flat, passage.sentence_at(at).start, at)
    return bool(subjects) and subjects[-1]["ours"] is None


def told_of_them(passage: Passage, start: int, end: int) -> bool:
    """True where "they", offered before, are plainly said to be what stands at [start, end)."""
    part = part_of(passage, passage.sentence_at(start), end - 1)
    pre = passage.flat[part.start : start]
    if _THEY.match(passage.flat[part.start : end]) is None or passage.sentence_at(start).question:
        return False
    here = passage.spoken_at(start)
    return not (refused(here, pre) or here.search(f.MAYBE, pre) or passage.quoted(start, end))


_THEY = re.compile(
    r"^\W*(?:(?:and|so|then|both|all)\W+)*(?:they|these|those|both|all|each|everyone|the (?:team|squad|pod|group|crew|people|engineers|developers|two|three|four|five|six|first|second|third))\b"
)
_ABOUT_TEAM = worded(
    r"\b(?:deploy\w*|onboard\w*|lead time|mobili[sz]\w+|turnaround|ramp|kick-?off|first day|day one|shipping|productive|first commit|staff\w*|start\w*|how (?:soon|fast|quickly)|team|squad|engineers?|people|they|them)\b"
)


def starts_claimed(passage: Passage, part: Segment, start: Start, after_offer: bool) -> bool:
    """True when a start time outside any head is ours to keep: "they can start tomorrow", "deployment takes two days"."""
    text = passage.flat[part.start : part.end]
    here = passage.spoken_at(part.start)
    if _THEY.match(text) and after_offer:
        pre = passage.flat[part.start : start.start]
        return not (
            refused(here, pre) or here.search(f.MAYBE, pre) or passage.sentence_at(part.start).question
        )
    return here.search(_ABOUT_TEAM, text) is not None and claimed(passage, start.start, start.end)
