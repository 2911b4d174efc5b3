"""Wordings as data: lists of `words.yml`, each one expression for a single statement; sets of words."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from ...errors import Misconfigured
from ..patterns import load_yaml

_FILE = Path(__file__).parent / "words.yml"
_SETS = Path(__file__).parent / "sets.yml"


@lru_cache(maxsize=1)
def _lists() -> Mapping[str, Any]:
    lists: Mapping[str, Any] = load_yaml(_FILE)
    return lists


def words(name: str) -> re.Pattern[str]:
    """The list of that name, compiled. Raises Misconfigured, with the line, for what is no pattern."""
    alternatives = _lists().get(name)
    if not isinstance(alternatives, list):
        raise Misconfigured(f"{_FILE.name}: no list is called {name}")
    for alternative in alternatives:
        try:
            re.compile(alternative)
        except re.error as error:
            raise Misconfigured(f"{_FILE.name}:{alternative.line}: {error}") from error
    return re.compile("|".join(alternatives))


@lru_cache(maxsize=1)
def _sets() -> Mapping[str, str]:
    sets: Mapping[str, str] = load_yaml(_SETS)
    return sets


def word_set(name: str) -> frozenset[str]:
    """The words of a list of `sets.yml`."""
    if name not in _sets():
        raise Misconfigured(f"{_SETS.name}: no list is called {name}")
    return frozenset(_sets()[name].split())
