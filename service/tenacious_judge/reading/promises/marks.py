"""What stands beside a number of people: that it is a total, added, the rest, of a level or a stack."""

import re

from ..numbers import NumberKind
from ..passage import Passage
from ..worded import Spoken, worded
from . import words as w

REACHED = worded(
    r"\b(?:scal|ramp|grow|go|going|take|taking|expand|extend|increas|bring|get|mov|stretch|ris|doubl|build|step|rais|push|top|climb|reach)\w*\b[^.;,]{0,28}\b(?:to|at|up to) (?:a total of |as many as |about |around )?$"
    r"|\b(?:total of|totalling|totaling|makes|making|reach(?:ing)?|sum of|altogether|in all) (?:it |that |us |them |for )?$"
)
IN_TOTAL = worded(r"^(?: [\w-]+){0,2},? (?:in total|in all|altogether|all told|overall|total)\b")
DEFINITE = worded(
    r"\b(?:the|those|these|all|our|my|both|same|said) (?:of (?:the|our|those) |same |first |full |of )*$"
)
ADDED = worded(
    r"\b(?:adds?|adding|add|plus|extra|top(?:s|ped|ping)? (?:it |that |them )?up (?:with|by)|on top of (?:that|those|them),?|as well as|join(?:ed)? by)\b[^.;,]{0,14}$|\b(?:joined|followed|reinforced|strengthened|supplemented|backed|complemented|supported)\b[^.;]{0,48}\bby $"
)
REFUSES = re.compile(
    r"\W*(?:(?:sadly|unfortunately|but|then|alas|sorry|no)\W+)*(?:i|we|that|those|it|they)(?:'d| would| am| are| is|'m|'re)? "
    r"(?:cannot|can't|won't|will not|could not|couldn't|not|isn't|aren't|would not|wouldn't|do not|don't|have none)\b"
)
FOLLOWS = worded(
    r"^(?: [\w-]+){0,3}? (?:follow(?:s|ing)?|come after|comes after|later on|afterwards|as well|too[.,]|next after|to follow)\b|^ (?:of theirs\b|from the same (?:group|team|pool)\b)"
)
REST = worded(r"\b(?:other|remaining|missing|outstanding|final|last) $")
AFTER_STACK = re.compile(
    r"(?: who| that)?(?: all| each| have| are| has)*(?: really| also| deeply| mostly| long)? ?(?:\(|: |, all |, |fluent in |skilled in |experienced (?:in|with) |strong (?:in|on) |versed in |know |knows |write |writes |writing |speak |"
    r"work in |works? with |working in |working on |live in |breathe |think in |code in |swear by |grew up (?:in|on|with) |come from |specialis(?:ed|ing) in |specializ(?:ed|ing) in |from |with (?:\w+ ){0,2}|in |on |for |versed in |good at |deep in |trained (?:in|on) |built on |of )"
    r"(?:the |your |our |production |real |solid |modern |a |more |some |and )*"
)
LEVEL_AFTER = re.compile(
    r"^(?:,? (?:all |both |each )?(?:at|of) (?:a )?(?P<a>[a-z]+)[- ]level|, (?:all |both )?(?P<b>[a-z]+)s?(?:[- ]level)?(?: ones| people| engineers)?(?=[,.])| (?P<c>senior|mid|junior|principal|staff)s?(?=[,.;]| and\b|$)| with (?P<d>senior|junior|principal)(?:[- ]level)? (?:experience|backgrounds?|track records?))"
)


def level_after(here: Spoken, trail: str) -> str:
    """The level that stands after the people: "three Go engineers at senior level", "..., senior ones,"."""
    found = LEVEL_AFTER.match(trail)
    if found is None and here.search(YEARS, trail):
        return "senior"
    return w.SENIORITY.get(found["a"] or found["b"] or found["c"] or found["d"], "") if found else ""


YEARS = worded(
    r"\b(?:each|all|both|every one)(?: of (?:them|whom))? with (?:\w+ ){0,2}(?:eight|nine|ten|eleven|twelve|fifteen|twenty|[89]|1\d|2\d)(?: or more|\+| plus)? years?\b"
)
# A number alone whose people are given: "20 are yours", "twenty available for you".
GIVEN = worded(
    r" (?:(?:of (?:them|ours|our people) )?(?:is|are|can be|will be|could be|stand|sit|wait) )?(?:all |now |already )?"
    r"(?:available|idle|unbooked|free(?! of)|ready|yours|waiting|for you|with you|on hand|lined up|reserved|set aside|at your disposal|from us|to spare|can start|could start|will start|start|join)\b"
)
SO = re.compile(r"\bso (?:that )?(?:the |your |all |just |only )?$")


OWN = re.compile(r"\b(?:our|my)(?: [a-z-]+)? $")
_BACK = 160
"""Letters that "one of them" reaches back for what it counts."""
_WORD = re.compile(r"[a-z][\w'-]*")


def counted_things(passage: Passage, at: int) -> int:
    """Where the last things counted before `at` stand that are neither people nor roles ("four insurers"), or -1."""
    for number in reversed(list(passage.numbers_in(max(0, at - _BACK), at))):
        if number.kind in (NumberKind.COUNT, NumberKind.RATIO) and number.end < at:
            return number.end if _things(number.noun) else -1
    return -1


def _things(noun: str) -> bool:
    for word in _WORD.findall(noun)[:3]:
        if word in w.PEOPLE or word in w.ROLES or word in w.GROUPS or word in w.STOP:
            return False
        if word.endswith("s") and not word.endswith("ss"):
            return word not in w.SENIOR_PEOPLE and word not in w.NAMED
    return False
