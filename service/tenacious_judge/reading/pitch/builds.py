"""Pitches of a bounded, specialised build: a subject, a verb and words of scope make them, no one word."""

import re
from collections.abc import Iterator

from ..layout import Sentence
from ..passage import Passage, Place
from .marks import FOUR, FULL, NEAR, SOFT, STRONG, Raw
from .ours import names_us

_REACH = 70
_OF_READER = (
    "you are ", "you're ", "are you ", "your team is ", "you have ", "have you ", "you've ", "you ",
    "your team ", "your engineers ", "you already ", "your people ",
)  # fmt: skip
_WE_LET = (
    "help you ", "let you ", "helps you ", "lets you ", "helping you ", "so you ", "help your team ",
    "lets your team ",
)  # fmt: skip
_OF_OTHERS = re.compile(
    r"\b(?:few|some|several|many|most|other|two|three|four|five) [\w-]+s (?:who |that )?(?:have |now )?$"
)
_SCOPE = ("icp_bounded", "icp_specialist", "icp_weeks", "icp_gap_word", "icp_gap_core")


def build_marks(passage: Passage) -> Iterator[Raw]:
    """Places for segment 4: a build of ours about a specialised subject; a missing skill that we supply."""
    cues = passage.cues
    offered = "icp_offer" in cues
    for a, b in cues.get("icp_gap_core", ()):
        yield Raw(
            FOUR, a, b, FULL if offered or _ours(passage, passage.sentence_at(a)) else STRONG, "icp_gap_core"
        )
    told: set[int] = set()
    for sentence in _with(passage, "icp_topic"):
        told.add(sentence.index)
        yield _of_sentence(passage, sentence, offered)
    for sentence in _with(passage, "icp_topic_soft"):
        built = _built(passage, sentence, "icp_topic_soft") if sentence.index not in told else None
        if built is not None:
            yield Raw(FOUR, *built, STRONG, "icp_topic_soft")


def _with(passage: Passage, cue: str) -> list[Sentence]:
    """The sentences that hold a cue."""
    indexes = sorted({passage.sentence_at(a).index for a, _ in passage.cue(cue)})
    return [passage.sentences[i] for i in indexes]


def _of_sentence(passage: Passage, sentence: Sentence, offered: bool) -> Raw:
    """A specialised subject: a pitch where we would build it, or where words of scope stand beside it."""
    topic = passage.cue_in("icp_topic", sentence.start, sentence.end) or (sentence.start, sentence.end)
    built = _built(passage, sentence, "icp_topic")
    if built is not None:
        return Raw(FOUR, *built, FULL, "icp_topic")
    scope = _scope(passage, sentence)
    if scope is not None and (offered or _ours(passage, sentence)):
        return Raw(FOUR, *_over(topic, scope), FULL, "icp_topic")
    around = (s for s in passage.sentences if abs(s.index - sentence.index) == 1)
    if any(_ours(passage, s) and _scope(passage, s) for s in around):
        return Raw(FOUR, *topic, FULL, "icp_topic")
    near = passage.cue_in("icp_offer", sentence.start, sentence.end) is not None
    return Raw(FOUR, *topic, NEAR if near else SOFT, "icp_topic")


def _built(passage: Passage, sentence: Sentence, cue: str) -> Place | None:
    """The place of "build ... ML platform" (either order) where it is we who would build."""
    if not _ours(passage, sentence):
        return None
    topics = [p for p in passage.cue(cue) if sentence.start <= p[0] < sentence.end]
    for name in ("icp_build_verb", "icp_build_noun"):
        for verb in passage.cue(name):
            if not sentence.start <= verb[0] < sentence.end or _readers(passage, sentence, verb[0]):
                continue
            near = min(topics, key=lambda t: max(t[0] - verb[1], verb[0] - t[1]))
            if near != verb and max(near[0] - verb[1], verb[0] - near[1]) <= _REACH:
                return _over(near, verb)
    return None


def _readers(passage: Passage, sentence: Sentence, at: int) -> bool:
    """True where the reader or others are said to build: "you are building", "a few lenders run"."""
    before = passage.flat[max(sentence.start, at - 24) : at]
    if _OF_OTHERS.search(before):
        return True
    return before.endswith(_OF_READER) and not before.endswith(_WE_LET)


def _scope(passage: Passage, sentence: Sentence) -> Place | None:
    places = (passage.cue_in(name, sentence.start, sentence.end) for name in _SCOPE)
    return next((place for place in places if place is not None), None)


def _ours(passage: Passage, sentence: Sentence) -> bool:
    return names_us(passage, sentence.start, sentence.end)


def _over(one: Place, two: Place) -> Place:
    return min(one[0], two[0]), max(one[1], two[1])
