"""Words that stand for a value: funding stages, hiring trends, leaders' titles, AI maturity levels,
segments."""

import re
from collections.abc import Mapping
from functools import lru_cache

from ...domain import Json
from ...errors import BadInput
from .keys import fold

_STAGE = re.compile(r"(?:^|_)(pre_?seed|seed|series_?[a-k]|angel|bridge|mezzanine)(?:_|$|\d)")
_BARE_SERIES = re.compile(r"([a-k])\d?")
_STAGE_WORDS = {
    "growth": "growth",
    "growth_stage": "growth",
    "ipo": "public",
    "public": "public",
    "public_company": "public",
    "bootstrapped": "bootstrapped",
    "private_equity": "private_equity",
    "pe": "private_equity",
    "debt": "debt",
    "venture_debt": "debt",
    "acquired": "acquired",
    "early_stage": "early",
    "early": "early",
    "late_stage": "late",
}

_TRENDS: dict[str, str] = {
    "tripled": "tripled tripled_or_more triple tripling 3x threefold quadrupled more_than_tripled trebled 4x",
    "doubled": "doubled doubled_or_more double doubling 2x twofold more_than_doubled",
    "rising": """rising rose increasing increased increased_modestly increased_sharply up growing grew
        accelerating accelerated upward climbing expanding ramping positive surging strong_growth
        modest_increase moderate_increase increase growth up_modestly scaling rapid_growth slight_increase
        trending_up improving higher hot surge slightly_up modestly_up slightly_rising rising_fast
        ramping_up aggressive hypergrowth rapid up_sharply""",
    "falling": """falling fell decreasing decreased down declining declined slowing slowed decelerating
        downward contracting shrinking negative decrease decline trending_down cooling dropping dropped
        halved lower paused frozen freeze hiring_freeze modest_decrease slight_decrease slightly_down
        reduced stalled slowdown""",
    "flat": """flat stable steady unchanged constant level static stagnant no_change sideways neutral
        plateau same""",
    "unknown": """unknown insufficient_signal insufficient insufficient_data unclear none n_a na undetermined
        no_signal not_enough_data inconclusive ambiguous indeterminate mixed""",
}
_TREND_OF = {word: trend for trend, words in _TRENDS.items() for word in words.split()}
# A pace, not a trend: "high" is taken for a rise, anything less asserts none.
_PACE_OF = {
    "high": "rising",
    "very_high": "rising",
    "fast": "rising",
    "strong": "rising",
    "moderate": "flat",
    "medium": "flat",
    "normal": "flat",
    "average": "flat",
    "low": "flat",
    "slow": "flat",
    "very_low": "flat",
    "minimal": "flat",
    "modest": "flat",
    "weak": "unknown",
}

_INTERIM = re.compile(r"\b(?:interim|acting|temporary|fractional)\b[ -]?")
_TITLES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\b(?:s?vp|evp|vice president)\b(?: of|,)? ?(?:software |product )?eng(?:ineering)?\b|\bvpe\b"
        ),
        "vp engineering",
    ),
    (re.compile(r"\bcto\b|\bchief technolog(?:y|ical) officer\b|\bchief technical officer\b"), "cto"),
    (
        re.compile(r"\b(?:head|director) of (?:software )?engineering\b|\bengineering director\b"),
        "head of engineering",
    ),
    (re.compile(r"\bcio\b|\bchief information officer\b"), "cio"),
    (re.compile(r"\bcpo\b|\bchief product officer\b"), "cpo"),
    (re.compile(r"\bcfo\b|\bchief financial officer\b"), "cfo"),
    (re.compile(r"\bceo\b|\bchief executive(?: officer)?\b"), "ceo"),
    (re.compile(r"\bcoo\b|\bchief operating officer\b"), "coo"),
    (re.compile(r"\bchief data officer\b|\bcdo\b"), "cdo"),
    (re.compile(r"\bchief ai officer\b|\bcaio\b"), "chief ai officer"),
)

_LEVELS = {
    "none": 0,
    "no": 0,
    "zero": 0,
    "absent": 0,
    "no_signal": 0,
    "low": 1,
    "early": 1,
    "basic": 1,
    "nascent": 1,
    "exploring": 1,
    "emerging": 1,
    "beginner": 1,
    "one": 1,
    "medium": 2,
    "moderate": 2,
    "developing": 2,
    "two": 2,
    "intermediate": 2,
    "active": 2,
    "high": 3,
    "advanced": 3,
    "mature": 3,
    "leading": 3,
    "strong": 3,
    "three": 3,
}
_LEVEL = re.compile(r"(?<![\d.])(\d(?:\.\d+)?)\s?(?:/|of|out of|$|[^\d.%])")

_SEGMENT = re.compile(
    r"(?:icp_|target_|primary_)?(?:segment|seg|icp)_?([0-9])(?![0-9])(?:_.*)?|([0-4])(?:_[a-z].*)?"
)
_SEGMENT_WORDS: tuple[tuple[str, int], ...] = (
    ("abstain", 0),
    ("no_segment", 0),
    ("exploratory", 0),
    ("unclassified", 0),
    ("recently_funded", 1),
    ("freshly_funded", 1),
    ("mid_market_restruct", 2),
    ("restructuring", 2),
    ("leadership_transition", 3),
    ("leadership_change", 3),
    ("capability_gap", 4),
    ("specialized_capability", 4),
    ("specialised_capability", 4),
)


@lru_cache(maxsize=1024)
def stage(text: str) -> str:
    """ "seed", "series_b", "growth", ... ; another text folded; "" for none."""
    folded = fold(text)
    if folded in ("", "none", "unknown", "n_a", "na", "null", "undisclosed"):
        return ""
    match = _STAGE.search(folded)
    if match is not None:
        found = match[1]
        return (
            "pre_seed"
            if found.startswith("pre")
            else f"series_{found[-1]}"
            if found.startswith("series")
            else found
        )
    if _BARE_SERIES.fullmatch(folded):
        return f"series_{folded[0]}"
    return _STAGE_WORDS.get(folded, folded)


@lru_cache(maxsize=1024)
def trend(text: str) -> tuple[str, bool] | None:
    """The hiring trend that a label names, and whether the label only names a pace; None when neither."""
    folded = fold(text)
    found = _TREND_OF.get(folded)
    if found is not None:
        return found, False
    pace = _PACE_OF.get(folded)
    if pace is not None:
        return pace, True
    if len(text) > 80:
        return None
    parts = folded.split("_")
    if "not" in parts or "no" in parts:
        return None
    named = next((_TREND_OF[p] for p in parts if p in _TREND_OF), None)
    if named is not None:
        return named, False
    paced = next((_PACE_OF[p] for p in parts if p in _PACE_OF), None)
    return (paced, True) if paced is not None and len(parts) <= 3 else None


@lru_cache(maxsize=1024)
def leader_role(text: str) -> str:
    """A title as rules know it: "cto", "vp engineering", ...; another one in lower case without "interim"."""
    low = text.lower().replace("_", " ").strip()
    for pattern, role in _TITLES:
        if pattern.search(low):
            return role
    return _INTERIM.sub("", low).strip()


def is_interim(text: str) -> bool:
    return bool(_INTERIM.search(text[:200].lower().replace("_", " ")))


def ai_level(text: str) -> float | None:
    """0..3 (or more, unchecked) from "2", "2/3", "level 2", "moderate"; None when no level is named."""
    match = _LEVEL.search(text[:80].lower())
    if match is not None:
        return float(match[1])
    folded = fold(text)
    found = _LEVELS.get(folded)
    return found if found is not None else next((_LEVELS[p] for p in folded.split("_") if p in _LEVELS), None)


def segment_label(value: Json, pointer: str) -> str:
    """A segment as a text: "4" for 4 and 4.0. BadInput for what is neither text nor a small number."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not -1e6 < value < 1e6:
        raise BadInput("a segment is a name or a number", pointer=pointer)
    return str(int(value)) if value == int(value) else str(value)


def segment_number(label: str, aliases: Mapping[str, int]) -> int | None:
    """0 (abstain) to 4, or None for a label that is none of Tenacious's."""
    folded = fold(label)
    found = aliases.get(folded)
    if found is not None:
        return found
    match = _SEGMENT.fullmatch(folded)
    if match is not None:
        digit = int(match[1] or match[2])
        return digit if digit <= 4 else None
    return next((number for words, number in _SEGMENT_WORDS if words in folded), None)
