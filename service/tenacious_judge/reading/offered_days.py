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
_LOOSE = re.compile(r"\b(?:sometime|some time|whenever|any ?time|at your convenience)\b")
_OPENING = re.compile(
    r"(?:(?:or|and|so|then|say|perhaps|maybe|possibly|otherwise|alternatively|failing that|if so|if yes"
    r"|ideally|on|at|from|for|by phone|(?:my|our|a|one|the)(?: \w+)? (?:proposal|suggestion|offer|slot|day"
    r"|date|choice|preference)|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?)[,:]? ?)*$"
)
"""What may stand before a day that opens a sentence of ours."""
_PUT = re.compile(
    r"\b(?:i|me|us|you|yours|my|if (?:so|not|that|it|this|you)|perhaps|maybe|otherwise|fits?|suits?|works?"
    r"|easiest|best|better|convenient|proposal|suggestion|offer|free|open)\b"
)
_TIMES_ONLY = re.compile(
    r"(?:[\s,.:;–-]|\d|\b(?:at|from|to|until|or|and|by|on|in the|noon|midday|nine|ten|eleven|twelve|one|two"
    r"|three|four|five|half past|quarter past|morning|afternoon|early|late|phone|video|cest|cet|gmt|bst|utc"
    r"|eat|est|edt|pst|pt|et|[ap]\.?m\.?|uhr|h|o'clock|(?:your|our|local) time|minutes|online)\b)*[.!]?$"
)
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
            return said[0].start, said[0].end
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
    if _WITH_US.search(passage.flat, a, b) and (
        sentence.question or passage.cue_in("talk_of_any_kind", a, b) is not None
    ):
        return True
    return _OPENING.match(passage.flat[a : day[0]]) is not None and _is_put(passage.flat[day[1] : b])


def _is_put(rest: str) -> bool:
    return _TIMES_ONLY.match(rest) is not None or _PUT.search(rest) is not None
