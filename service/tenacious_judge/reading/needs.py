"""Which words a text must hold for a pattern to match at all.

It lets some patterns through that do not match, and never keeps out one that does: what this module does not
understand demands nothing.
"""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from .atoms import Atom, alternatives, optional, reach, ways

WORD_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
_MOST_SPELLINGS = 64
_MOST_WORDS = 600
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
            if text in WORD_LETTERS and (least := _least(count)):
                # "so{3,}": "sooo" stands there, and the word may go on.
                self.spellings = tuple(spelling + text * least for spelling in self.spellings)
                self._close(False)
            elif spelled is not None and len(spelled) * len(self.spellings) <= _MOST_SPELLINGS:
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
