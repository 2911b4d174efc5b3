"""Which words a text must hold for a pattern to match at all.

It lets some patterns through that do not match, and never keeps out one that does: what this module does not
understand demands nothing.
"""

import re
from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from .atoms import Atom, alternatives, optional, reach, ways

WORD_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
_MOST_SPELLINGS = 64
_MOST_WORDS = 600
_MOST_PAIRS = 60
_TELLING = 3
_FLAGS = re.compile(r"(?<!\\)\(\?(?!:)")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters, or two with a blank for what stands between them. `left`, `right`: a word begins,
    ends there; else it may go on."""

    text: str
    left: bool
    right: bool


MARKS = frozenset('!"#$%&()*+/:;<=>?@[]_`{|}')
Clause = frozenset[Word]
"""One of these must stand in the text."""


def clauses_of(source: str) -> list[Clause]:
    """What must all stand in a text that `source` (RE2, lower case) matches; [] where that is unclear."""
    if _FLAGS.search(source):
        return []
    return [clause for clause in _any_way(alternatives(source), [], []) if _worth(clause)[0] >= _TELLING]


def _any_way(all_ways: list[list[Atom]], head: list[Atom], tail: list[Atom]) -> list[Clause]:
    """What every one of the ways needs, between `head` and `tail`."""
    each = [_Reader(way, head, tail).read() for way in all_ways]
    if len(each) == 1:
        return each[0]
    if not all(each):
        return []
    for best in (max(own, key=_worth) for own in each), (min(own, key=len) for own in each):
        chosen: Clause = frozenset().union(*best)
        if len(chosen) <= _MOST_WORDS:
            return [chosen]
    return []


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
    """Reads one alternative from left to right, keeping the ways in which the present word may be spelled.
    `head` and `tail` are what stands before and after it."""

    def __init__(self, atoms: list[Atom], head: list[Atom], tail: list[Atom]) -> None:
        self.atoms = atoms
        self.head = head
        self.tail = tail
        self.spellings: tuple[str, ...] = ("",)
        self.left = self._broken_before(0)
        self.clauses: list[Clause] = []

    def read(self) -> list[Clause]:
        for i, (text, count) in enumerate(self.atoms):
            spelled = _spelled(text, count)
            if text in WORD_LETTERS and (least := _least(count)):
                # "so{3,}": "sooo" stands there, and the word may go on.
                self.spellings = tuple(spelling + text * least for spelling in self.spellings)
                self._close([])
            elif spelled is not None and len(spelled) * len(self.spellings) <= _MOST_SPELLINGS:
                self.spellings = tuple([a + b for a in self.spellings for b in spelled])
            elif (mark := _mark(text, count)) is not None:
                self._close(self._from(i))
                self.clauses.append(frozenset([Word(mark, True, True)]))
                self.left = mark != "_"
            else:
                self._close(self._from(i))
                if spelled is not None and not optional(count):
                    self.left = False
                    self.spellings = spelled
                    continue
                if text.startswith("(") and not optional(count):
                    self._enter(i)
                self.left = self._broken_before(i + 1)
        self._close(self.tail)
        return self.clauses

    def _enter(self, i: int) -> None:
        """Read the group that atom `i` is."""
        text, count = self.atoms[i]
        once = reach(count) == 1
        head, tail = self.head + self.atoms[:i], self._from(i + 1)
        self.clauses += _any_way(ways(text), head if once else [], tail if once else [])

    def _from(self, i: int) -> list[Atom]:
        return self.atoms[i:] + self.tail

    def _broken_before(self, i: int) -> bool:
        """True where no word goes on at atom `i`."""
        return _breaks((self.head + self.atoms[:i])[::-1], -1)

    def _close(self, rest: list[Atom]) -> None:
        """The word ends here, and `rest` comes."""
        if "" not in self.spellings:
            right = _breaks(rest, 0)
            self.clauses.append(frozenset(Word(text, self.left, right) for text in self.spellings))
            if self.left and right:
                self._pair(_next_words(rest) or ())
        self.spellings = ("",)
        self.left = False

    def _pair(self, following: Collection[str]) -> None:
        """The word and the next stand side by side."""
        if not 0 < len(self.spellings) * len(following) <= _MOST_PAIRS:
            return
        pairs = [f"{a} {b}" for a in self.spellings for b in following]
        if not any("'" in pair for pair in pairs):
            self.clauses.append(frozenset(Word(pair, True, True) for pair in pairs))


def _breaks(row: list[Atom], edge: int) -> bool:
    """True where a row of atoms, walked from its `edge`, surely comes upon what is no part of a word."""
    for text, count in row:
        if not _all_broken(text, edge):
            return False
        if not optional(count):
            return True
    return False


@lru_cache(maxsize=512)
def _all_broken(text: str, edge: int) -> bool:
    """True where an atom, if it stands there at all, has a break at that edge."""
    inner = ways(text) if text.startswith("(") else [[(text, "")]]
    return all(way and _bounds(way[edge]) for way in inner)


def _next_words(row: list[Atom]) -> tuple[str, ...] | None:
    """Whole words of which one comes after the break that a row begins with; None where that is unclear."""
    if not row or not _all_broken(row[0][0], 0):
        return None
    (text, count), rest = row[0], row[1:]
    if text == r"\b":
        return _next_words(rest)
    if not text.startswith("("):
        return _first_words(rest)
    found = [_next_words(way + rest) for way in ways(text)]
    return _joined([*found, _next_words(rest)] if optional(count) else found)


def _first_words(row: list[Atom]) -> tuple[str, ...] | None:
    """Whole words of which one stands at a row's beginning; None where that is unclear."""
    spellings: tuple[str, ...] = ("",)
    for i, (text, count) in enumerate(row):
        spelled = _spelled(text, count)
        if spelled is not None and len(spelled) * len(spellings) <= _MOST_PAIRS:
            spellings = tuple([a + b for a in spellings for b in spelled])
        elif spellings != ("",):
            return spellings if "" not in spellings and _breaks(row[i:], 0) else None
        elif text.startswith("("):
            rest = row[i + 1 :]
            found = [_first_words(way + rest if reach(count) == 1 else way) for way in ways(text)]
            return _joined([*found, _first_words(rest)] if optional(count) else found)
        elif not _all_broken(text, 0):
            return None
    return None


def _joined(found: list[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    words = dict.fromkeys(word for own in found for word in own or ())
    return tuple(words) if all(found) and len(words) <= _MOST_PAIRS else None


def _bounds(atom: Atom) -> bool:
    return atom[0] == r"\b" or _is_break(*atom)


def _mark(text: str, count: str) -> str | None:
    """The mark that must stand there, as it is, as "[<]" or escaped."""
    bare = text[1:-1] if len(text) > 2 and text[0] == "[" else text
    bare = bare[1:] if len(bare) == 2 and bare[0] == "\\" else bare
    if optional(count) or bare not in MARKS or (len(text) == 1 and text in "()[]{}|$?*+"):
        return None
    return bare


def _least(count: str) -> int:
    """How often a letter stands at the least that may stand more often; 0 where it need not."""
    if count == "+":
        return 1
    found = re.fullmatch(r"\{([1-9])(?:,\d*)?\}", count)
    return int(found[1]) if found else 0


def _is_break(text: str, count: str) -> bool:
    """True for what surely stands and is no letter: a blank, a mark."""
    if optional(count):
        return False
    if text.startswith("["):
        return re.fullmatch(r"\[(?: |-|,|;|:|\\x1f|\\s|/)+\]", text) is not None
    return (
        text == r"\s" or (len(text) == 1 and text.isascii() and text in ' ,;:/-"!') or text in (r"\.", r"\?")
    )


@lru_cache(maxsize=512)
def _spelled(text: str, count: str) -> tuple[str, ...] | None:
    """The spellings of an atom that is letters and nothing else; None where it is more."""
    if count not in ("", "?"):
        return None
    own: tuple[str, ...] | None = None
    if text == "'" or text in WORD_LETTERS:
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
