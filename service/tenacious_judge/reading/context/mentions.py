"""Facts in a sentence of a brief: where each stands, its kind and value. One scanner for each signal."""

import re
from collections.abc import Iterator

from ...domain import FactKind as K
from ..numbers import Number, NumberKind, read_numbers
from ..wordlist import words_of
from . import vocabulary as v
from .event_mentions import FUNDING_WORDS, LAYOFF_WORDS, LEADER_WORDS, about_funding, layoffs, leaders, rounds
from .hiring_mentions import HIRING_WORDS, pace, roles
from .mention import Mention

_WORD = re.compile(r"[a-z]+")
_COUNTED = words_of(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen couple pair
    half hundred single doubled tripled third quarter fifth tenth thirds quarters double doubling
    triple twice several few handful both"""
)
_PEOPLE = words_of("employees people staff workers staffers headcount jobs positions roles engineers")
_STAFF = words_of("employees people staff employee ftes")
_AI = re.compile(
    r"\bai[ _-]?(?:maturity|readiness)(?:[ _-](?:score|level|rating))?"
    r"(?: (?:is|of|at|scores?|rated|estimated|reads|stands))*(?: at)? ?[:=~(-]{0,2} ?(?:level )?"
    r"(?P<value>[0-3](?:\.\d)?(?![\d.%])|zero|one|two|three|none|low|medium|moderate|high)\b"
)
_WORTH = {
    "zero": 0,
    "none": 0,
    "one": 1,
    "low": 1,
    "two": 2,
    "medium": 2,
    "moderate": 2,
    "three": 3,
    "high": 3,
}
_SEGMENT = re.compile(
    r"\b(?:icp[ _-])?segment[ :=_-]{1,3}(?P<n>[0-4])(?!\d)(?:_[a-z_]+)?"
    r"|\bsegment ?[:=] ?(?P<abstain>abstain|unknown|none)\b|\babstain\b"
)
_HEADCOUNT = re.compile(r"headcount(?: of| is| at)? ?[:=~]? ?$")
_CERTAINTY = re.compile(r" ?(?:conf|sure|certain)")
_SINCE = re.compile(r"\bsince (?:the |their |its |last |latest )*(?:fund|raise|round|series)")
_AMOUNT = re.compile(r"(?:the )?(?:amount|size|total|raised)\b")
_SIGN = {"€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "chf": "CHF"}


_TRIGGERS = {
    v.FUNDING: FUNDING_WORDS,
    v.LAYOFF: LAYOFF_WORDS,
    v.LEADERSHIP: LEADER_WORDS,
    v.ROLES: HIRING_WORDS,
    v.AI: frozenset(("maturity", "readiness")),
}


def may_tell(text: str, topics: frozenset[str]) -> bool:
    """True where a text has a word without which it says nothing of any of these topics."""
    seen = _WORD.findall(text.lower())
    return any(not _TRIGGERS[topic].isdisjoint(seen) for topic in topics)


def scan(text: str, low: str, topic: str = "", last: str = "", before: str = "") -> list[Mention]:
    """All facts of a sentence, in no order; `low` is `text` in lower case.

    `topic`: what it is about where it does not say itself; `last`: the event that was last spoken of;
    `before`: what the sentence before was about.
    """
    seen = frozenset(_WORD.findall(low))
    counts = any(map(str.isdigit, low)) or not _COUNTED.isdisjoint(seen)
    numbers = read_numbers(low) if counts else ()
    cuts = list(layoffs(low, seen, topic))
    found = [
        *cuts,
        *rounds(low, seen, topic),
        *roles(low, seen, numbers, before),
        *pace(low, seen, topic),
        *leaders(text, low, seen, topic),
        *_others(low, seen),
    ]
    cut = any(mention.value is True for mention in cuts)
    funding = (
        topic == v.FUNDING or about_funding(low, seen) or (last == v.FUNDING and bool(_AMOUNT.match(low)))
    )
    for number in numbers:
        found += _figure(number, low, cut, funding)
    return found


def _others(low: str, seen: frozenset[str]) -> Iterator[Mention]:
    """AI maturity, segment, honesty flags."""
    if "maturity" in seen or "readiness" in seen:
        for match in _AI.finditer(low):
            said = match["value"]
            value = float(said) if said[0].isdigit() else float(_WORTH[said])
            yield Mention(*match.span(), v.AI, K.AI_MATURITY, value)
    if "segment" in seen or "abstain" in seen:
        for match in _SEGMENT.finditer(low):
            number = match["n"] or "0"
            yield Mention(*match.span(), v.SEGMENT, K.SEGMENT, "abstain" if number == "0" else number)
    if not _FLAG_WORDS.isdisjoint(seen):
        folded = low.replace(" ", "_").replace("-", "_")
        for name in sorted(v.FLAG_NAMES):
            spot = folded.find(name)
            if spot >= 0:
                yield Mention(spot, spot + len(name), v.FLAGS, K.FLAG, name)


_FLAG_WORDS = frozenset(("signal", "signals", "overrides", "detected", "inferred"))


def _figure(number: Number, low: str, cut: bool, funding: bool) -> Iterator[Mention]:
    """Money, shares and heads, by what the sentence is about."""
    at = (number.start, number.end)
    kind = number.kind
    if kind is NumberKind.MONEY and funding and not number.loose:
        yield Mention(*at, v.FUNDING, K.FUNDING_AMOUNT, number.value, _SIGN.get(number.unit, ""))
    elif kind is NumberKind.PERCENT and cut and 0 < number.value <= 100:
        if not _CERTAINTY.match(low[number.end : number.end + 8]):
            yield Mention(*at, v.LAYOFF, K.LAYOFF_PERCENT, number.value)
    elif kind is NumberKind.COUNT and not number.loose and number.value == int(number.value):
        following = number.noun.split()[:2]
        if cut and _PEOPLE.intersection(following):
            yield Mention(*at, v.LAYOFF, K.LAYOFF_HEADCOUNT, int(number.value))
        elif _STAFF.intersection(following) or _HEADCOUNT.search(
            low[max(0, number.start - 16) : number.start]
        ):
            yield Mention(*at, v.COMPANY, K.HEADCOUNT, int(number.value))
    elif kind is NumberKind.DAYS and _SINCE.search(low):
        yield Mention(*at, v.FUNDING, K.FUNDING_AGE, round(number.value))
