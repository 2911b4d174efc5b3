"""How sure a brief says it is: numbers, words, percentages, and words that nobody knows."""

import re
from collections.abc import Mapping
from functools import lru_cache

from ...domain import Json, Policy, Warn
from ...errors import BadInput
from .keys import fold

_SAME = {
    "med": "medium",
    "mid": "medium",
    "average": "medium",
    "fair": "medium",
    "partial": "medium",
    "mixed": "medium",
    "strong": "high",
    "confirmed": "high",
    "verified": "high",
    "certain": "high",
    "solid": "high",
    "firm": "high",
    "weak": "low",
    "unconfirmed": "low",
    "unverified": "low",
    "inferred": "low",
    "tentative": "low",
    "thin": "low",
    "rumored": "low",
    "rumoured": "low",
    "speculative": "low",
    "limited": "low",
    "poor": "low",
    "shaky": "low",
    "n_a": "none",
    "na": "none",
    "null": "none",
    "zero": "none",
    "nil": "none",
    "insufficient": "insufficient_signal",
    "insufficient_data": "insufficient_signal",
    "no_signal": "insufficient_signal",
    "not_enough_signal": "insufficient_signal",
    "undetermined": "unknown",
    "absent": "none",
    "unavailable": "unknown",
    "missing": "none",
}
_NUMBER = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,6})?|\.\d{1,6}) ?(%|percent)?")
_DENIED = frozenset(("not", "no", "isn", "without", "never"))


def read_confidence(value: Json, policy: Policy, pointer: str, warnings: list[Warn]) -> float:
    """0..1. A number outside raises BadInput; an unknown word is 0.0 and a Warn. `value` is not None."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise BadInput(
            "a confidence is a number from 0 to 1 or a word such as high, medium, low", pointer=pointer
        )
    if isinstance(value, str):
        return _worded(value, policy, pointer, warnings)
    if not 0 <= value <= 1:
        raise BadInput("a confidence lies between 0 and 1", pointer=pointer)
    return float(value)


def _worded(text: str, policy: Policy, pointer: str, warnings: list[Warn]) -> float:
    plain = policy.confidence.words.get(text.lower())
    if plain is not None:
        return plain
    share = plain_number(text)
    if share is not None:
        if not 0 <= share <= 1:
            raise BadInput("a confidence lies between 0 and 1", pointer=pointer)
        return share
    found = of_words(text, policy.confidence.words)
    if found is None:
        warnings.append(Warn(pointer, f"confidence {text[:40]!r} is not a known word: counts as none"))
        return 0.0
    return found


@lru_cache(maxsize=1024)
def _number(text: str) -> float | None:
    match = re.fullmatch(r"([+-]?(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9}))\s?(%|percent)?", text.strip())
    if match is None:
        return None
    return float(match[1]) / (100 if match[2] else 1)


def plain_number(text: str) -> float | None:
    """The share that a text such as "0.85" or "85%" gives, unchecked; None when it is no such text."""
    return _number(text) if len(text) <= 24 else None


def of_words(text: str, words: Mapping[str, float]) -> float | None:
    """The confidence that a text gives in words ("High", "very low", "medium - one source"); None when
    none known.

    Where it names several, the lowest counts. A denied word ("not high") is none.
    """
    if len(text) > 200:
        return None
    folded = fold(text[:60])
    direct = _word(folded, words)
    if direct is not None:
        return direct
    numbered = _NUMBER.search(text)
    if numbered is not None:
        share = float(numbered[1]) / (100 if numbered[2] else 1)
        if 0 <= share <= 1:
            return share
    parts = folded.split("_")
    if _DENIED.intersection(parts):
        return 0.0 if any(_word(p, words) is not None for p in parts) else None
    found = [w for w in _pairs(parts, words) if w is not None]
    return min(found) if found else None


def _pairs(parts: list[str], words: Mapping[str, float]) -> list[float | None]:
    """Each known word, where "very low" counts as one."""
    out: list[float | None] = []
    skip = False
    for i, part in enumerate(parts):
        if skip:
            skip = False
            continue
        pair = _word(f"{part}_{parts[i + 1]}", words) if i + 1 < len(parts) else None
        skip = pair is not None
        out.append(pair if pair is not None else _word(part, words))
    return out


def _word(folded: str, words: Mapping[str, float]) -> float | None:
    found = words.get(folded)
    if found is None and folded in _SAME:
        found = words.get(_SAME[folded])
    return found
