"""Which words a text must hold for a pattern to match at all, and an index that asks a text for all of them.

A set automaton keeps in its states which patterns have matched so far, so that every new mail makes it grow;
an index of words does not. It lets some patterns through that do not match, and never keeps out one that
does: what this module does not understand demands nothing.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
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


class WordIndex:
    """Clauses by number; `there` tells which of them a text meets. Words once seen are remembered."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        # By where the word is bounded: both ends, left, right, neither.
        self._by: dict[tuple[bool, bool], dict[str, list[int]]] = {
            (left, right): {} for left in (True, False) for right in (True, False)
        }
        self._pairs: dict[bytes, list[int]] = {}
        for number, clause in enumerate(clauses):
            for word in clause:
                if " " in word.text:
                    self._pairs.setdefault(word.text.encode("ascii"), []).append(number)
                    continue
                self._by[word.left, word.right].setdefault(word.text, []).append(number)
        self._marks = _MARKS & self._by[True, True].keys()
        self._longest = max((len(t) for table in self._by.values() for t in table), default=0)
        self._open = {
            number
            for (left, right), table in self._by.items()
            for text, numbers in table.items()
            if not (left and right) or "'" in text or len(text) > _LONG
            for number in numbers
        }
        self._kept: dict[bytes, tuple[int, ...]] = {}

    def there(self, latin: bytes) -> set[int]:
        """Numbers of the clauses that the text meets."""
        found: set[int] = set()
        kept = self._kept
        for mark in self._marks.intersection(latin.decode("latin-1")):
            found.update(self._by[True, True][mark])
        tokens = latin.translate(_TABLE).split()
        pairs = self._pairs
        for first, second in pairwise(tokens):
            numbers = pairs.get(first + b" " + second)
            if numbers is not None:
                found.update(numbers)
        if b"'" in latin:
            self._beside_apostrophes(tokens, found)
        for token in set(tokens):
            met = kept.get(token)
            found.update(self._of(token) if met is None else met)
        return found

    def _beside_apostrophes(self, tokens: list[bytes], found: set[int]) -> None:
        """Pairs of which one is part of a longer run: the second half of "you'd", the first of "we've"."""
        for first, second in pairwise(tokens):
            if b"'" in first or b"'" in second:
                pair = first.rpartition(b"'")[2] + b" " + second.partition(b"'")[0]
                found.update(self._pairs.get(pair, ()))

    def _of(self, token: bytes) -> tuple[int, ...]:
        text = token.decode("ascii")
        if len(text) > _LONG:
            return tuple(self._of_long(text))
        found: set[int] = set()
        size = len(text)
        edges = [i for i in range(size + 1) if _edge(text, i)]
        for start in range(size):
            left = start in edges
            for end in range(start + 1, min(size, start + self._longest) + 1):
                self._look(text[start:end], left, end in edges, found)
        if len(self._kept) >= _KEPT_WORDS:
            self._kept.clear()
        numbers = self._kept[token] = tuple(found)
        return numbers

    def _look(self, piece: str, left: bool, right: bool, found: set[int]) -> None:
        for (need_left, need_right), table in self._by.items():
            if (left or not need_left) and (right or not need_right):
                found.update(table.get(piece, ()))

    def _of_long(self, text: str) -> set[int]:
        """No word is so long: its short parts count, and every clause that part of a word may meet."""
        found = set(self._open)
        for part in set(text.split("'")):
            if len(part) <= _LONG:
                found.update(self._of(part.encode("ascii")))
        return found


def _edge(text: str, at: int) -> bool:
    """True where `\\b` may hold: an end of the text, or an apostrophe on one side."""
    return at in (0, len(text)) or (text[at - 1] in _WORD) != (text[at] in _WORD)
