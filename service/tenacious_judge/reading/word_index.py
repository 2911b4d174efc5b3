"""An index of words: which clauses of `needs` a text meets.

A set automaton keeps in its states which patterns have matched so far, so that every new mail makes it grow;
an index of words does not.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from .needs import MARKS, WORD_LETTERS, Clause

_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789_'")
_TABLE = bytes(c if c in _LETTERS else 32 for c in range(256))
_NO_MARKS = bytes(c for c in range(256) if chr(c) not in MARKS)
_KEPT_WORDS = 30_000
_LONG = 48


@dataclass(frozen=True, slots=True)
class Met:
    """What a text, or one word of it, meets: numbers of `keys`, and bits of `others`."""

    keys: frozenset[int]
    mask: int

    def __or__(self, other: "Met") -> "Met":
        return Met(self.keys | other.keys, self.mask | other.mask)


_NOTHING = Met(frozenset(), 0)


@dataclass(frozen=True, slots=True)
class _Words:
    """A text's words, pairs of neighbours and marks, each once."""

    tokens: frozenset[bytes]
    pairs: AbstractSet[tuple[bytes, bytes]]
    marks: AbstractSet[str]


@lru_cache(maxsize=8)  # one text is asked by several indexes, one after the other
def _words_of(latin: bytes) -> _Words:
    tokens = latin.translate(_TABLE).split()
    pairs = set(pairwise(tokens))
    if b"'" in latin:
        pairs.update(_beside_apostrophes(tokens))
    return _Words(frozenset(tokens), pairs, frozenset(latin.translate(None, _NO_MARKS).decode("ascii")))


def _beside_apostrophes(tokens: list[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Pairs of which one is part of a longer run: the second half of "you'd", the first of "we've"."""
    for first, second in pairwise(tokens):
        if b"'" in first or b"'" in second:
            yield first.rpartition(b"'")[2], second.partition(b"'")[0]


class WordIndex:
    """Tells which clauses a text meets: `keys` as numbers, to be walked through, `others` as bits, to be
    tested. Most clauses are met by every mail, and a number each would cost more than all else. Words once
    seen are remembered."""

    def __init__(self, keys: Iterable[Clause | None], others: Iterable[Clause] = ()) -> None:
        # By where the word is bounded: both ends, left, right, neither.
        self._by: dict[tuple[bool, bool], dict[str, Met]] = {
            (left, right): {} for left in (True, False) for right in (True, False)
        }
        self._pairs: dict[tuple[bytes, bytes], Met] = {}
        self._open = _NOTHING
        for number, key in enumerate(keys):
            if key is not None:
                self._add(key, Met(frozenset([number]), 0))
        for bit, clause in enumerate(others):
            self._add(clause, Met(frozenset(), 1 << bit))
        self._marks = MARKS & self._by[True, True].keys()
        self._longest = max((len(t) for table in self._by.values() for t in table), default=0)
        self._kept: dict[bytes, Met] = {}

    def _add(self, clause: Clause, met: Met) -> None:
        for word in clause:
            if " " in word.text:
                first, _, second = word.text.encode("ascii").partition(b" ")
                pair = first, second
                self._pairs[pair] = self._pairs.get(pair, _NOTHING) | met
                continue
            table = self._by[word.left, word.right]
            table[word.text] = table.get(word.text, _NOTHING) | met
            if not (word.left and word.right) or "'" in word.text or len(word.text) > _LONG:
                self._open |= met

    def there(self, latin: bytes) -> tuple[set[int], int]:
        """Numbers of the keys and bits of the others that the text meets."""
        words = _words_of(latin)
        kept, pairs, marks = self._kept, self._pairs, self._by[True, True]
        found = [marks[mark] for mark in self._marks & words.marks]
        found += [pairs[pair] for pair in pairs.keys() & words.pairs]
        found += [kept.get(token) or self._of(token) for token in words.tokens]
        mask = 0
        for met in found:
            mask |= met.mask
        return set().union(*[met.keys for met in found if met.keys]), mask

    def _of(self, token: bytes) -> Met:
        text = token.decode("ascii")
        if len(text) > _LONG:
            return self._of_long(text)
        size = len(text)
        edges = [i for i in range(size + 1) if _edge(text, i)]
        met = _NOTHING
        for start in range(size):
            left = start in edges
            for end in range(start + 1, min(size, start + self._longest) + 1):
                met = self._look(text[start:end], left, end in edges, met)
        if len(self._kept) >= _KEPT_WORDS:
            self._kept.clear()
        self._kept[token] = met
        return met

    def _look(self, piece: str, left: bool, right: bool, met: Met) -> Met:
        for (need_left, need_right), table in self._by.items():
            if (left or not need_left) and (right or not need_right) and piece in table:
                met |= table[piece]
        return met

    def _of_long(self, text: str) -> Met:
        """No word is so long: its short parts count, and every clause that part of a word may meet."""
        met = self._open
        for part in set(text.split("'")):
            if len(part) <= _LONG:
                met |= self._of(part.encode("ascii"))
        return met


def _edge(text: str, at: int) -> bool:
    """True where `\\b` may hold: an end of the text, or an apostrophe on one side."""
    return at in (0, len(text)) or (text[at - 1] in WORD_LETTERS) != (text[at] in WORD_LETTERS)
