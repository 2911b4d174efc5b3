"""Keys and pointers: one spelling for a key however it was written, and the steps of a JSON Pointer."""

import re
from functools import lru_cache

LONGEST_KEY = 64
"""Longer keys name nothing that is known, and must not fill a cache."""

_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_OTHER = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=8192)
def _fold(text: str) -> str:
    return _OTHER.sub("_", _HUMPS.sub("_", text.replace("%", " pct ")).lower()).strip("_")


def fold(text: str) -> str:
    """snake_case of a key or label: "Series B", "seriesB" and "series-b" are all "series_b"."""
    return _fold(text) if len(text) <= LONGEST_KEY else _fold(text[:LONGEST_KEY])


def step(pointer: str, key: str) -> str:
    """`pointer` extended by one object key, escaped as RFC 6901 has it."""
    if "/" in key or "~" in key:
        key = key.replace("~", "~0").replace("/", "~1")
    return f"{pointer}/{key}"
