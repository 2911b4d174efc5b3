"""Names of stacks, however a bench writes them -> the policy's canonical ones; and levels of seniority."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ...domain import Policy
from ..wordlist import words_of
from .keys import fold

_NOISE = words_of(
    """engineers engineer devs dev developers developer available availability bench team teams count stack
    stacks eng specialists specialist people free capacity headcount now currently unallocated
    unassigned total number of num squad squads ready pool and the for roles role fte ftes
    engineering seats seat open benched"""
)
_LEVELS: dict[str, str] = {
    word: level
    for level, words in {
        "senior": "senior seniors sr lead leads principal staff architect architects expert experienced",
        "mid": "mid mids intermediate medior middle regular mid_level midlevel",
        "junior": "junior juniors jr entry graduate graduates intern interns associate trainee",
    }.items()
    for word in words.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stacks:
    """Canonical names of a policy: by alias, and the alternation that finds them in texts."""

    by_alias: Mapping[str, str]
    pattern: re.Pattern[str]


_kept: dict[int, tuple[Mapping[str, tuple[str, ...]], Stacks]] = {}


def stacks_of(policy: Policy) -> Stacks:
    """The stack names of a policy; worked out once for each."""
    aliases = policy.stack_aliases
    known = _kept.get(id(aliases))
    if known is not None and known[0] is aliases:
        return known[1]
    by_alias = {fold(name): canonical for canonical, names in aliases.items() for name in (*names, canonical)}
    words = sorted(
        {n.lower() for names in aliases.values() for n in names} | {c.lower() for c in aliases},
        key=len,
        reverse=True,
    )
    pattern = re.compile(
        r"(?<![\w.+#])(?:"
        + "|".join(re.escape(w).replace(r"\ ", r"[ _-]").replace("_", "[ _-]") for w in words)
        + r")(?![\w+#])"
    )
    stacks = Stacks(by_alias, pattern)
    if len(_kept) > 8:
        _kept.clear()
    _kept[id(aliases)] = (aliases, stacks)
    return stacks


def canonical(name: str, stacks: Stacks) -> str:
    """ "go" for "Golang", "go_engineers", "Go (backend)"; an unknown stack keeps its own folded name; ""
    for none."""
    folded = fold(name)
    found = stacks.by_alias.get(folded)
    if found is not None:
        return found
    parts = [p for p in folded.split("_") if p not in _NOISE and p not in _LEVELS]
    joined = "_".join(parts)
    found = stacks.by_alias.get(joined)
    if found is not None:
        return found
    for size in (3, 2, 1):
        for i in range(len(parts) - size + 1):
            found = stacks.by_alias.get("_".join(parts[i : i + size]))
            if found is not None:
                return found
    return joined


@lru_cache(maxsize=512)
def level(name: str) -> str:
    """ "senior", "mid" or "junior" for "senior_4_plus_yrs", "Sr.", "Lead"; "" for none."""
    folded = fold(name)
    if folded in _LEVELS:
        return _LEVELS[folded]
    return next((_LEVELS[p] for p in folded.split("_") if p in _LEVELS), "")
