"""Patterns of code that are tried only where the words they need stand.

The stdlib tries every alternative at every word before it says that nothing is there; an index of words says
so for all patterns of a stretch at once.
"""

import re
import sys
from functools import cached_property
from typing import NamedTuple

from .atoms import without_looks
from .needs import Clause, clauses_of
from .word_index import WordIndex


class Worded(NamedTuple):
    """A pattern, and as bits the clauses that a text must meet for it to match."""

    regex: re.Pattern[str]
    needs: int


class _Gate:
    """All worded patterns of the package, and the index of the words that they need."""

    def __init__(self) -> None:
        self._bits: dict[Clause, int] = {}

    def pattern(self, source: str) -> Worded:
        # An index that lacks the new words would keep the pattern shut for ever.
        self.__dict__.pop("index", None)
        clauses = clauses_of(without_looks(source))
        needs = sum({self._bits.setdefault(clause, 1 << len(self._bits)) for clause in clauses})
        return Worded(re.compile(source), needs)

    @cached_property
    def index(self) -> WordIndex:
        return WordIndex((), self._bits)

    @property
    def every(self) -> int:
        return (1 << len(self._bits)) - 1


_GATE = _Gate()


def worded(source: str) -> Worded:
    """The pattern, to be asked for through `Spoken`."""
    return _GATE.pattern(source)


class Spoken:
    """The words of a stretch of text: worded patterns are tried in it, or in parts of it, through this."""

    __slots__ = ("_missing",)

    def __init__(self, text: str) -> None:
        met = _GATE.index.there(text.encode("latin-1", "replace"))[1]
        self._missing = _GATE.every ^ met

    def search(
        self, pattern: Worded, text: str, start: int = 0, end: int = sys.maxsize
    ) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return None if pattern.needs & self._missing else pattern.regex.search(text, start, end)

    def match(
        self, pattern: Worded, text: str, start: int = 0, end: int = sys.maxsize
    ) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return None if pattern.needs & self._missing else pattern.regex.match(text, start, end)

    def all(self, pattern: Worded, text: str, start: int = 0, end: int = sys.maxsize) -> list[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        if pattern.needs & self._missing:
            return []
        return list(pattern.regex.finditer(text, start, end))
