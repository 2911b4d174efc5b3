"""The days a mail puts to the reader for a talk: not those of a release, an absence or a free engineer."""

import re
from collections.abc import Iterator

from .layout import Part, Sentence
from .passage import Passage, Place
from .time_model import When

MOST = 100
"""Sentences that are weighed; a mail with more is too long on any count."""
_WITH_US = re.compile(
    r"\b(?:i|we|you|me|us|your|yours|my|our|let's|i'd|i'll|we'd|we'll|i'm|we're|works?|suits?"
    r"|(?:happy|glad|pleased|keen|delighted|ready|free|curious|grateful) (?:to|for|on|at|if))\b"
)
_LOOSE = re.compile(
    r"\b(?:sometime|some time|whenever|any ?time(?! (?:from|between|after|before|on|until|till|that))"
    r"|at your convenience)\b"
)
_OPENING = re.compile(
    r"(?:(?:or|and|so|then|say|perhaps|maybe|possibly|otherwise|alternatively|failing that|if so|if yes"
    r"|ideally|on|at|from|for|by phone|(?:my|our|a|one|the)(?: \w+)? (?:proposal|suggestion|offer|slot|day"
    r"|date|choice|preference)|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?)[,:]? ?)*$"
)
"""What may stand before a day that opens a sentence of ours."""
_PUT = re.compile(
    r"\b(?:i|me|us|you|yours|my|if (?:so|not|that|it|this|you)|perhaps|maybe|otherwise|fits?|suits?|works?"
    r"|easiest|best|better|convenient|proposal|suggestion|offer|free|open|here)\b"
)
_FRONTED = re.compile(
    r"^\W*(?:\w+, )?(?:would|does|do|is|are|could|might|may|will|can|shall)"
    r"(?: (?:it be|that be|the|on|perhaps|by any chance))*,? $"
)
"""Before a day that is what a question asks about: "Would Tuesday be ..."."""
_MAY_WE = re.compile(r"\b(?:may|shall|could|can|should|might) (?:i|we)\b")
_LAST = re.compile(r"(?:[:,;–-]|\bthen|\bsay|\bperhaps) (?:(?:then|say|perhaps|maybe|on) )*$")
_OF_US = re.compile(
    r"\b(?:i|i'd|i'll|i'm|me|us|we|we'd|we'll|you(?:'d| would| could| can| might| may)|one of us)\b"
)
_TIMES_ONLY = re.compile(
    r"(?:[\s,.:;–-]|\d|\b(?:(?:mon|tues|wednes|thurs|fri)day|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sep\w*"
    r"|oct\w*|nov\w*|dec\w*|at|from|to|until|or|and|by|on|in the|noon|midday|nine|ten|eleven|twelve|one|two"
    r"|three|four|five|half past|quarter past|morning|afternoon|early|late|phone|video|cest|cet|gmt|bst|utc"
    r"|eat|est|edt|pst|pt|et|[ap]\.?m\.?|uhr|h|o'clock|(?:your|our|local) time|minutes|online)\b)*[.!]?$"
)
_DEADLINE = re.compile(r"\b(?:by|before|until|till|since|after) (?:the )?$")
_NEAR = 3
"""Characters between two words of one day: "Tuesday, 12 May"."""
_ARTICLE = 8
"""Characters between a word that takes a day and the day: " on the ", " about "."""


def day_put(passage: Passage, start: int, end: int) -> Place | None:
    """The first coming day or named week in [start, end) that no other matter takes."""
    lost: list[Place] = []
    for said in _days(passage, start, end):
        whole = said[0].start, said[-1].end
        coming = all(when.high >= passage.today for when in said)
        ago = "ago" in passage.flat[whole[0] : whole[1]]
        if coming and not ago and not _takes(passage, whole[0]) and not _took(passage, whole[1]):
            return whole
        lost.append(whole)
    for a, b in passage.cue("day_named"):
        if a < end and b > start and not any(c < b and d > a for c, d in lost) and not _takes(passage, a):
            return a, b
    return None


def _days(passage: Passage, start: int, end: int) -> Iterator[list[When]]:
    """The days and named weeks said in [start, end); the words of one day together: "Tuesday", "12 May"."""
    together: list[When] = []
    for when in passage.dates_in(start, end):
        if not when.concrete:
            continue
        if together and when.start - together[-1].end > _NEAR:
            yield together
            together = []
        together.append(when)
    if together:
        yield together


def day_of_a_deed(passage: Passage, sentence: Sentence, day: Place) -> bool:
    """True when somebody does something on that day, or has to be done by it."""
    if sentence.question and _MAY_WE.search(passage.flat, sentence.start, sentence.end):
        return False
    if _DEADLINE.search(passage.flat[sentence.start : day[0]]):
        return True
    return passage.cue_in("deed_on_a_day", sentence.start, sentence.end) is not None


def _takes(passage: Passage, day: int) -> bool:
    return any(day - _ARTICLE <= b <= day for _, b in passage.cue("day_taken_before"))


def _took(passage: Passage, day_end: int) -> bool:
    return any(0 <= a - day_end <= _NEAR for a, _ in passage.cue("day_taken_after"))


def day_offered(passage: Passage) -> bool:
    """A question, or a word of ours about talking, that names a coming day and leaves it at that; or a
    coming day that opens a sentence and is put to the reader there."""
    return any(
        _offers(passage, sentence)
        for sentence in passage.sentences[:MOST]
        if sentence.part in (Part.TEXT, Part.BULLET, Part.SUBJECT)
    )


def _offers(passage: Passage, sentence: Sentence) -> bool:
    a, b = sentence.start, sentence.end
    day = day_put(passage, a, b)
    if day is None or passage.cue_in("past_meeting", a, b) or _LOOSE.search(passage.flat, a, b):
        return False
    ours = _WITH_US.search(passage.flat, a, b) is not None
    if ours and passage.cue_in("talk_of_any_kind", a, b) is not None:
        return True
    if day_of_a_deed(passage, sentence, day):
        return False
    before, rest = passage.flat[a : day[0]], passage.flat[day[1] : b]
    if sentence.question and (ours or _FRONTED.match(before)):
        return True
    if _LAST.search(before) and _TIMES_ONLY.match(rest):
        return True
    if _OPENING.match(before) is not None:
        return _TIMES_ONLY.match(rest) is not None or _PUT.search(rest) is not None
    return _OF_US.search(passage.flat, a, b) is not None
