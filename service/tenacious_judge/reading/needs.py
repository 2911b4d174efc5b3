"""Which words a text must hold for a pattern to match at all, and an index that asks a text for all of them.

A set automaton keeps in its states which patterns have matched so far, so that every new mail makes it grow;
an index of words does not. It lets some patterns through that do not match, and never keeps out one that
does: what this module does not understand demands nothing.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from .atoms import Atom, alternatives, optional, reach, ways

_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789_'")
_WORD = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
_TABLE = bytes(c if c in _LETTERS else 32 for c in range(256))
_MOST_SPELLINGS = 64
_MOST_WORDS = 600
_TELLING = 3
_FLAGS = re.compile(r"(?<!\\)\(\?(?!:)")
_KEPT_WORDS = 30_000
_LONG = 48


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters, or two with a blank for what stands between them. `left`, `right`: a word begins,
    ends there; else it may go on."""

    text: str
    left: bool
    right: bool


_MARKS = frozenset('!"#$%&()*+/:;<=>?@[]_{|}')
Clause = frozenset[Word]
"""One of these must stand in the text."""


def clauses_of(source: str) -> list[Clause]:
    """What must all stand in a text that `source` (RE2, lower case) matches; [] where that is unclear."""
    if _FLAGS.search(source):
        return []
    return [
        clause for clause in _any_way(alternatives(source), False, False) if _worth(clause)[0] >= _TELLING
    ]


def _any_way(all_ways: list[list[Atom]], left: bool, right: bool) -> list[Clause]:
    if len(all_ways) == 1:
        return _Reader(all_ways[0], left, right).read()
    chosen: set[Word] = set()
    for way in all_ways:
        clauses = _Reader(way, left, right).read()
        if not clauses:
            return []
        chosen |= max(clauses, key=_worth)
    return [frozenset(chosen)] if len(chosen) <= _MOST_WORDS else []


# Words of most mails: a clause that asks for one of them tells little.
_COMMON = """
a all an and any are as at be but by can could for from have how i if in is it more no not now of on one or
our that the this to two we what who will with would you your
"""
EVERYDAY = frozenset(_COMMON.split())


def _worth(clause: AbstractSet[Word]) -> tuple[int, int]:
    """How telling a clause is: its shortest word, then how few it has."""
    shortest = min(len(w.text) + w.left + w.right for w in clause)
    common = any(w.text in EVERYDAY for w in clause)
    return (min(shortest, _TELLING) if common else shortest + 1), -len(clause)


class _Reader:
    """Reads one alternative from left to right, keeping the ways in which the present word may be spelled."""

    def __init__(self, atoms: list[Atom], left: bool, right: bool) -> None:
        self.atoms = atoms
        self.bounded = left, right
        self.spellings: tuple[str, ...] = ("",)
        self.left = left
        self.before: tuple[str, ...] = ()
        self.clauses: list[Clause] = []

    def read(self) -> list[Clause]:
        for i, (text, count) in enumerate(self.atoms):
            spelled = _spelled(text, count)
            if spelled is not None and len(spelled) * len(self.spellings) <= _MOST_SPELLINGS:
                self.spellings = tuple(dict.fromkeys(a + b for a in self.spellings for b in spelled))
            elif (mark := _mark(text, count)) is not None:
                self._close(mark != "_")
                self.clauses.append(frozenset([Word(mark, True, True)]))
                self.left = mark != "_"
            elif text == r"\b":
                self._close(True, self.before if self.spellings == ("",) else ())
                self.left = True
            elif _is_break(text, count):
                whole = self.left and "" not in self.spellings
                self._close(True, self.spellings if whole else self.before if self.spellings == ("",) else ())
                self.left = True
            else:
                self._close(False)
                if spelled is not None and not optional(count):
                    self.spellings = spelled
                elif text.startswith("(") and not optional(count):
                    once = reach(count) == 1
                    before = once and (_bounds(self.atoms[i - 1]) if i else self.bounded[0])
                    after = once and (
                        _bounds(self.atoms[i + 1]) if i + 1 < len(self.atoms) else self.bounded[1]
                    )
                    self.clauses += _any_way(ways(text), before, after)
        self._close(self.bounded[1])
        return self.clauses

    def _close(self, right: bool, before: tuple[str, ...] = ()) -> None:
        """The word ends here. `before`: whole words of which one stands just before what comes next."""
        if "" not in self.spellings:
            self.clauses.append(frozenset(Word(text, self.left, right) for text in self.spellings))
            pairs = [f"{a} {b}" for a in self.before for b in self.spellings]
            if self.left and right and 0 < len(pairs) <= _MOST_WORDS and not any("'" in p for p in pairs):
                self.clauses.append(frozenset(Word(pair, True, True) for pair in pairs))
        self.spellings = ("",)
        self.before = before
        self.left = False


def _bounds(atom: Atom) -> bool:
    return atom[0] == r"\b" or _is_break(*atom)


def _mark(text: str, count: str) -> str | None:
    """The mark that must stand there, as it is, as "[<]" or escaped."""
    bare = text[1:-1] if len(text) > 2 and text[0] == "[" else text
    bare = bare[1:] if len(bare) == 2 and bare[0] == "\\" else bare
    if optional(count) or bare not in _MARKS or (len(text) == 1 and text in "()[]{}|$?*+"):
        return None
    return bare


def _is_break(text: str, count: str) -> bool:
    """True for what surely stands and is no letter: a blank, a mark."""
    if optional(count):
        return False
    if text.startswith("["):
        return re.fullmatch(r"\[(?: |-|,|;|:|\\x1f|\\s|/)+\]", text) is not None
    return (
        text == r"\s" or (len(text) == 1 and text.isascii() and text in ' ,;:/-"!') or text in (r"\.", r"\?")
    )


def _spelled(text: str, count: str) -> tuple[str, ...] | None:
    """The spellings of an atom that is letters and nothing else; None where it is more."""
    if count not in ("", "?"):
        return None
    own: tuple[str, ...] | None = None
    if text == "'" or text in _WORD:
        own = (text,)
    elif re.fullmatch(r"\[[a-z]{1,8}\]", text):
        own = tuple(text[1:-1])
    elif text.startswith("("):
        own = _group(text)
    if own is None:
        return None
    return ("", *own) if count else own


def _group(text: str) -> tuple[str, ...] | None:
    out: list[str] = []
    for way in ways(text):
        spellings: tuple[str, ...] = ("",)
        for atom, count in way:
            spelled = _spelled(atom, count)
            if spelled is None or len(spelled) * len(spellings) > _MOST_SPELLINGS:
                return None
            spellings = tuple(a + b for a in spellings for b in spelled)
        out += spellings
        if len(out) > _MOST_SPELLINGS:
            return None
    return tuple(dict.fromkeys(out))


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
    pairs: frozenset[tuple[bytes, bytes]]
    marks: frozenset[str]


@lru_cache(maxsize=8)  # one text is asked by several indexes, one after the other
def _words_of(latin: bytes) -> _Words:
    tokens = latin.translate(_TABLE).split()
    pairs = set(pairwise(tokens))
    if b"'" in latin:
        pairs.update(_beside_apostrophes(tokens))
    return _Words(frozenset(tokens), frozenset(pairs), _MARKS.intersection(latin.decode("latin-1")))


def _beside_apostrophes(tokens: list[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Pairs of which one is part of a longer run: the second half of "you'd", the first of "we've"."""
    for first, second in pairwise(tokens):
        if b"'" in first or b"'" in second:
            yield first.rpartition(b"'")[2], second.partition(b"'")[0]


class WordIndex:
    """Tells which clauses a text meets: `keys` as numbers, to be walked through, `others` as bits, to be
    tested. Most clauses are met by every mail, and a number each would cost more than all else. Words once
    seen are remembered."""

    def __init__(self, keys: Iterable[Clause], others: Iterable[Clause] = ()) -> None:
        # By where the word is bounded: both ends, left, right, neither.
        self._by: dict[tuple[bool, bool], dict[str, Met]] = {
            (left, right): {} for left in (True, False) for right in (True, False)
        }
        self._pairs: dict[tuple[bytes, bytes], Met] = {}
        self._open = _NOTHING
        for number, clause in enumerate(keys):
            self._add(clause, Met(frozenset([number]), 0))
        for bit, clause in enumerate(others):
            self._add(clause, Met(frozenset(), 1 << bit))
        self._marks = _MARKS & self._by[True, True].keys()
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
    return at in (0, len(text)) or (text[at - 1] in _WORD) != (text[at] in _WORD)
