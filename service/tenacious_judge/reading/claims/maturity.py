"""AI maturity: a score, or words for a high or a low one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..numbers import NumberKind
from .model import Claim, ClaimKind, Stance
from .scope import Scope

_SCORED = re.compile(
    r"[^.?!;]{0,40}?(?:\b(?:score[sd]?|level|rating|rated|at|of|is|as|stands? at|sits? at|"
    r"currently|stage|grade|reads?|came (?:in|out) at|comes? (?:in|out) at|a|an)\b|[(:=])"
)
_THREE = re.compile(
    r"(\d(?:\.\d+)?|zero|one|two|three)\s*(?:/|out of|of|on a scale (?:of|to))\s*(?:a possible |"
    r"the )?(?:3|three)\b"
)
_VALUE = {"zero": 0.0, "one": 1.0, "two": 2.0, "three": 3.0, "nought": 0.0}
_LEVELS = {
    "advanced": "high",
    "mature": "high",
    "high": "high",
    "strong": "high",
    "leading": "high",
    "sophisticated": "high",
    "top": "high",
    "impressive": "high",
    "exceptional": "high",
    "early": "low",
    "low": "low",
    "nascent": "low",
    "limited": "low",
    "immature": "low",
    "basic": "low",
    "minimal": "low",
    "weak": "low",
    "modest": "low",
}
_LEVEL = re.compile(r"\b(" + "|".join(_LEVELS) + r")\b")
_MEASURE = re.compile(r"\b(?:peers?|competitors?|others?|average|median|sector|industry|top quartile)\b")
_TOLD_USE = re.compile(
    r"(?:running|run|runs|operating|shipping|shipped|serving|deploy|putting|put|have|has|with|got|"
    r"yet|not|haven)"
)
_OUR_SKILL = re.compile(
    r"\b(?:we|our|to|build|hire|hiring|need|want|for|engineers? (?:in|with)|place[sd]?|"
    r"staff)\s+(?:[\w-]+\s+){0,2}$"
)
_YOUR = re.compile(r"\byour?\b")
_FOR_YOU = re.compile(r"\byour\b")
# "No public sign of machine learning": what was not seen, not what is not there.
_NONE_SEEN = re.compile(r"no (?:public|visible|outward|obvious) ")
_THEIR_TEAM = re.compile(
    r"(?:your|its) [a-z ]*(?:team|function|group|practice|department|unit|platform|squad|lab)"
)
_SAYS_MORE = re.compile(r"\s(?:is|are|was|were|looks|seems|remains|has|have|needs|will|would)\b")
_ONLY_MARKS = re.compile(r"[\s:(–-]*")
_OTHER_NUMBER = re.compile(
    r"(?:minute|hour|week|month|engineer|people|peer|competitor|of (?:the )?(?:peer|five|seven|six))"
)


def read_maturity(scope: Scope) -> Iterator[Claim]:
    """Scores first; words where no score stands in the sentence."""
    scored: set[int] = set()
    for place in scope.hits("sig_ai_score"):
        claim = _score(scope, place)
        if claim is not None:
            scored.add(scope.passage.sentence_at(place[0]).index)
            yield claim
    for level in ("high", "low"):
        for place in scope.hits(f"sig_ai_{level}"):
            if scope.passage.sentence_at(place[0]).index in scored or _aside(scope, place):
                continue
            noun = _TOLD_USE.match(scope.flat[slice(*place)]) is None
            figure = level == "high" and _FOR_YOU.search(scope.after(place[1], 40)) is not None
            figure = figure or any(place[1] <= a < place[1] + 40 for a, _ in scope.subjects.names)
            claim = scope.claim(ClaimKind.AI_LEVEL, *place, noun=noun, figure=figure, subject=level)
            if claim is not None:
                if claim.stance is Stance.ASSERTED and _NONE_SEEN.match(claim.text):
                    claim = replace(claim, stance=Stance.LEANING)
                scored.add(scope.passage.sentence_at(place[0]).index)
                yield claim


def _aside(scope: Scope, place: tuple[int, int]) -> bool:
    """Our own engineers' skills, a plan, a company that offers it."""
    if _THEIR_TEAM.fullmatch(scope.flat, *place) and _SAYS_MORE.match(scope.after(place[1], 16)):
        return True  # what is said of their team tells its level
    before = scope.before(place[0], 30)
    return _OUR_SKILL.search(before) is not None and not _YOUR.search(before)


def _score(scope: Scope, place: tuple[int, int]) -> Claim | None:
    sentence = scope.passage.sentence_at(place[0])
    text = scope.flat
    tail = text[place[1] : min(sentence.end, place[1] + 60)]
    if _MEASURE.search(text, max(sentence.start, place[0] - 26), place[0]):
        return None
    found = _THREE.search(tail)
    at = place[1]
    if found is None:
        head = text[max(sentence.start, place[0] - 34) : place[0]]
        found = _THREE.search(head)
        at = place[0] - len(head)
    if found is not None:
        start, end = at + found.start(1), at + found.end()
        value = _VALUE.get(found[1]) if found[1] in _VALUE else float(found[1])
        assert value is not None
        return scope.claim(ClaimKind.AI_SCORE, start, end, noun=True, figure=True, low=value, high=value)
    for number in scope.numbers:
        if (
            place[0] - 12 <= number.start < place[1] + 44
            and number.kind in (NumberKind.COUNT, NumberKind.LABEL, NumberKind.MINUTES)
            and number.value <= 3
        ):
            between = text[place[1] : number.start] if number.start >= place[1] else ""
            beside = _SCORED.match(between + " ") or _ONLY_MARKS.fullmatch(between)
            if beside and not _OTHER_NUMBER.match(number.noun):
                return scope.claim(
                    ClaimKind.AI_SCORE,
                    number.start,
                    number.end,
                    noun=True,
                    figure=True,
                    low=number.low,
                    high=number.high,
                )
    near = _LEVEL.search(text, max(sentence.start, place[0] - 26), min(sentence.end, place[1] + 30))
    if near is None:
        return None
    start, end = min(near.start(), place[0]), max(near.end(), place[1])
    return scope.claim(ClaimKind.AI_LEVEL, start, end, noun=True, subject=_LEVELS[near[1]])
