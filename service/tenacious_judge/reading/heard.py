"""What was said before this mail: the words that a quotation may repeat without making them ours."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from ..domain import Json, RawContext
from .number_words import FRACTIONS, MULTIPLES, TENS, UNITS

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"\s*(?:\[?\.{3}\]?|\[?…\]?)\s*")
_NUMBER_WORDS = frozenset((*UNITS, *TENS, *MULTIPLES, *FRACTIONS, "dozen", "couple", "half"))
_NEAR = 80
_SAID = (
    r"(?:wrote|write|said|say|put|called?|asked?|described?|mention(?:ed)?|phrased?|term(?:ed)?|named?|told|posted|published|"
    r"words?|line|phrase|sentence|question|note|mail|reply|message|talk|post|article|interview|posting|listing|ad|advert|page|"
    r"essay|podcast|keynote|thread|comment|headline|title)"
)
_OFFER_BEFORE = re.compile(
    r"\b(?:we|i|we'll|i'll|we've|tenacious)\b ?(?:can|could|will|would|do|have|now|also|already|offer|place|"
    r"send|put|got|free|bring|keep|hold|supply|provide|staff|deliver|give you|ready| )*(?:you )?[\"']?$"
)
_WHETHER = re.compile(r"\b(?:whether|if) $")
_YOURS_BEFORE = re.compile(rf"\b(?:you|your)\b[^.!?\x1f]{{0,50}}?\b{_SAID}\b[^.!?\x1f]{{0,30}}$")
_YOURS_AFTER = re.compile(rf"[,.!?]? ?[^.!?\x1f\"]{{0,30}}\b(?:you|your)\b (?:\w+ ){{0,2}}{_SAID}\b")
_MOST = 200_000
"""Code points of the context that are searched."""
_ALIKE = 0.75
"""Share of neighbouring words that a quotation from memory has in common with what was said."""
_PASSING = 3
"""Words that may stand in quotation marks as a name or somebody's term, without anybody having said them."""


class Heard:
    """The texts of a context, as one run of words."""

    def __init__(self, context: RawContext) -> None:
        self._context = context

    def said(self, words: str) -> bool:
        """True when the context has these words, in this order; the parts around an ellipsis each for
        itself."""
        parts = [_words(part) for part in _GAP.split(words)]
        return any(parts) and all(self._has(part) for part in parts if part)

    def quoted(self, flat: str, start: int, end: int) -> bool:
        """True when what stands in quotation marks at [start, end) is somebody else's: said before, put down
        to the reader, or but a term."""
        words = flat[start:end]
        found = _words(words)
        if len(found) <= _PASSING and not any(_is_number(word) for word in found):
            return True
        offer = _OFFER_BEFORE.search(flat, max(0, start - _NEAR), start)
        if offer is not None and not _WHETHER.search(flat, max(0, offer.start() - 10), offer.start()):
            return False  # we have "six Go engineers" for you: their words, our promise
        before, after = flat[max(0, start - _NEAR) : start], flat[end : end + _NEAR]
        return bool(_YOURS_BEFORE.search(before) or _YOURS_AFTER.match(after)) or self.said(words)

    def _has(self, words: Sequence[str]) -> bool:
        run, pairs, known = self._runs
        if f" {' '.join(words)} " in run:
            return True
        if len(words) <= _PASSING or any(_is_number(word) and word not in known for word in words):
            return False
        alike = sum(pair in pairs for pair in pairwise(words))
        return alike >= _ALIKE * (len(words) - 1)

    @cached_property
    def _runs(self) -> tuple[str, frozenset[tuple[str, str]], frozenset[str]]:
        words: list[str] = []
        for text in _texts(self._context):
            words += _words(text)
            words.append("|")
        return f" {' '.join(words)} ", frozenset(pairwise(words)), frozenset(words)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _is_number(word: str) -> bool:
    return word in _NUMBER_WORDS or any(char.isdigit() for char in word)


def _texts(context: RawContext) -> Iterable[str]:
    records = [record.summary for record in context.prospect.public_record]
    stack: list[Json] = [
        context.competitor_gap_brief,
        context.hiring_signal_brief,
        *records,
        context.prior_thread,
    ]
    left = _MOST
    while stack and left > 0:
        item = stack.pop()
        if isinstance(item, str):
            yield item[:left]
            left -= len(item)
        elif isinstance(item, Mapping):
            stack.extend(item.values())
        elif isinstance(item, Sequence):
            stack.extend(item)
