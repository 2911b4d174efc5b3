"""Stacks by name: those the policy and the bench know, and those that people name and the bench may lack."""

import re
from collections.abc import Mapping, Sequence

from ...domain import Bench, Policy
from ..context.keys import fold
from .stack_words import ALONE, COMMON, COVERED_BY, SAME
from .words import NAMED, PLAIN_PEOPLE, SOMEBODY

_WORD = re.compile(r"\.?[a-z0-9][a-z0-9+#]*(?:[.'][a-z0-9+#]+)*")


class Lexicon:
    """Names of stacks, as token sequences, for one policy and one bench."""

    __slots__ = ("_families", "_phrases", "first", "openers")

    def __init__(self, aliases: Mapping[str, Sequence[str]], bench_names: Sequence[str]) -> None:
        self._families = COVERED_BY
        self._phrases: dict[str, str] = {_fold(name): name for name in (*ALONE, *COVERED_BY)}
        for canonical, names in aliases.items():
            for name in (canonical, *names):
                self._phrases[_fold(name)] = canonical
        for name in bench_names:
            self._phrases.setdefault(_fold(name), name)
        # First words of names, with the most words a name that begins so may have.
        self.first: dict[str, int] = {}
        for phrase in self._phrases:
            parts = phrase.split(" ")
            self.first[parts[0]] = max(self.first.get(parts[0], 0), len(parts))
        # Words that engineers may be named from, beside numbers.
        self.openers = frozenset(("a", "an", "another", *SOMEBODY, *PLAIN_PEOPLE, *NAMED, *self.first))

    def name(self, words: Sequence[str]) -> str | None:
        """The stack that these words, taken together, name."""
        return self._phrases.get(" ".join(words))

    @staticmethod
    def common(words: Sequence[str]) -> bool:
        """True for words that are everyday English too."""
        return len(words) == 1 and words[0] in COMMON

    def on_bench(self, stack: str, bench: Bench) -> str | None:
        """The bench's stack that covers `stack`, or None: the bench does not have it."""
        if stack in bench.stacks:
            return stack
        folded = fold(stack)
        if folded in bench.stacks:
            return folded
        family = next((f for f in self._families.get(stack, ()) if f in bench.stacks), None)
        return family or next((name for name in bench.stacks if _bare(name) == _bare(stack)), None)


def _bare(name: str) -> str:
    """ ".NET", "dot_net" and "dotnet" are one stack, however they are written."""
    bare = "".join(c for c in name.lower() if c.isalnum() or c in "+#")
    return SAME.get(bare, bare)


def _fold(name: str) -> str:
    return " ".join(_WORD.findall(name.lower().replace("_", " ").replace("-", " ")))


_KEPT: dict[int, tuple[Mapping[str, Sequence[str]], dict[tuple[str, ...], Lexicon]]] = {}


def lexicon(policy: Policy, bench: Bench | None) -> Lexicon:
    """The names under this policy and bench; kept, since few policies and benches live at once."""
    aliases = policy.stack_aliases
    kept = _KEPT.get(id(aliases))
    if kept is None or kept[0] is not aliases:
        if len(_KEPT) > 16:
            _KEPT.clear()
        kept = _KEPT[id(aliases)] = (aliases, {})
    names = tuple(sorted(bench.stacks)) if bench else ()
    found = kept[1].get(names)
    if found is None:
        if len(kept[1]) > 256:
            kept[1].clear()
        found = kept[1][names] = Lexicon(aliases, names)
    return found
