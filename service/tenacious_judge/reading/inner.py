"""Words cut in two by emphasis, "circ**ling** back", or by the end of a line, "circ-" and "ling" below."""

import re
from collections.abc import Sequence
from typing import Any

_MARKS = re.compile(r"(?<=[^\W\d_])[*~]{1,3}(?=[^\W\d_])")
_BREAK = re.compile(r"\b([^\W\d_]+)-\n(?=([^\W\d_]+))")
# An ending that is no word: "ling", "ching", "tion". A compound is cut before a word: "long-", "term".
_ENDING = re.compile(
    r"[b-df-hj-np-tv-xz]{0,3}(?:ings?|ed|ly|ers?|t?ions?|ments?|[ae]nces?|[ai]ble|ous|ive|ity|i[sz]e[ds]?|ness|"
    r"[bcdgkpt]le[ds]?|y)"
)
_WORD = re.compile(
    r"(?:k|r|th|st|str|br|w|sw|s|p|m|z|spr|fl|cl)ings?|(?:l|f|r|b|sh|w|br|sp|fl|shr)ed|[hp]er|t?able|cable|"
    r"(?:fl|b|m|tr|sk|dr|wh|cr|pl|sh|sl|sp)y|[fh]ence|(?:pr|r|s|w)i[sz]e[ds]?|[dfghl]ive"
)


def inner_places(text: str) -> list[tuple[int, int]]:
    """The stretches between the two halves of a word, in order: marks, or a hyphen with its line feed."""
    if not ("*" in text or "~" in text or "-\n" in text):
        return []
    marks = [m.span() for m in _MARKS.finditer(text) if _one_case(text[m.start() - 1], text[m.end()])]
    breaks = [(m.end(1), m.end()) for m in _BREAK.finditer(text) if _is_one_word(m[1], m[2])]
    return sorted(marks + breaks)


def leave_out(places: Sequence[tuple[int, int]], *lists: list[Any]) -> None:
    """Take the places out of every list."""
    for items in lists if places else ():
        kept = [
            items[a:b]
            for a, b in zip([0, *(b for _, b in places)], [*(a for a, _ in places), None], strict=True)
        ]
        items[:] = [item for piece in kept for item in piece]


def _one_case(before: str, after: str) -> bool:
    """False for "Python*SQL": two words."""
    return not (before.islower() and after.isupper())


def _is_one_word(head: str, tail: str) -> bool:
    head, tail = head.lower(), tail.lower()
    if _WORD.fullmatch(tail):
        return False
    # "fol-lowing" is cut between its doubled letters; "part-time" has a longer head.
    doubled = len(head) <= 3 and head[-1] == tail[0] and tail[0] not in "aeiou" and len(tail) > 3
    return doubled or _ENDING.fullmatch(tail) is not None
