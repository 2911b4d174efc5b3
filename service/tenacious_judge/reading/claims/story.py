"""Stories: what is told of a client or of our own work goes on to be told of them in the next sentence."""

import re

from ..worded import worded
from . import subject_words as say
from .scope import Scope

_PAST = re.compile(
    r"\b(?:[a-z]{2,}ed|was|were|took|had|went|ran|built|did|came|began|broke|made|left|lost|put|found|cut|"
    r"spent|kept|got|wrote|sat|set)\b"
)
_YOURS = worded(r"\byou(?:r|rs)?\b")
_TELLERS = ("we", "other")


def in_story(scope: Scope, position: int) -> bool:
    """True where a story of ours or of somebody else's is under way and the reader is not named since."""
    passage, flat = scope.passage, scope.flat
    sentence = passage.sentence_at(position)
    here = passage.spoken_of(sentence)
    if not here.search(_YOURS, flat, sentence.start, position) and _ours_past(flat, sentence.start, position):
        return True
    if any(sentence.start <= a < position for a, _ in scope.subjects.names) or here.search(
        _YOURS, flat, sentence.start, sentence.end
    ):
        return False
    for before in reversed(passage.sentences[max(0, sentence.index - 2) : sentence.index]):
        if passage.spoken_of(before).search(_YOURS, flat, before.start, before.end) or any(
            before.start <= a < before.end for a, _ in scope.subjects.names
        ):
            return False
        if _ours_past(flat, before.start, before.end):
            return True
    return False


def _ours_past(flat: str, start: int, end: int) -> bool:
    told = next((m for m in say.TOKEN.finditer(flat, start, end) if m.lastgroup in _TELLERS), None)
    return told is not None and _PAST.search(flat, start, end) is not None
