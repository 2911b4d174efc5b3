"""Layoffs: that there were some, what share, how many people, when."""

import re
from collections.abc import Iterator

from ..numbers import NumberKind
from ..passage import Place
from .model import Claim, ClaimKind, Stance
from .scope import Scope
from .times import time_near

_LET_OTHER = re.compile(r"let (?:\w+ )*(?:it|this|that|the (?:idea|thread|matter)|go of|us|me)\b")
_CUT_OTHER = re.compile(
    r"\b(?:time|cost|costs|spend|risk|bill|cycle|onboarding|lead time|latency|effort|noise|scope|corners|burn|delay|dependency|dependence|"
    r"load|pressure|ramp|interview|vacanc|open roles|hiring time|backlog|attrition)\b"
)
_GENERIC_STRUCTURE = re.compile(r"restructur|reorgani[sz]")
_NONE = re.compile(r"\b(?:no|without|avoid\w*|zero|not|never|haven't|hasn't|didn't|any)\b[^.?!;,]{0,24}$")
_HIRING_CUT = re.compile(r"roles|positions|jobs|headcount")


def read_layoffs(scope: Scope) -> Iterator[Claim]:
    """Existence, share, number and time of a cut; one claim of existence a sentence."""
    seen: set[int] = set()
    for place in scope.hits("sig_layoff"):
        index = scope.passage.sentence_at(place[0]).index
        if index in seen or _else(scope, place):
            continue
        noun = _is_noun(scope.flat[slice(*place)])
        claim = scope.claim(ClaimKind.LAYOFF, *place, noun=noun, figure=not noun)
        if claim is None:
            continue
        if claim.stance is Stance.ASSERTED and _NONE.search(scope.before(place[0], 40)) is not None:
            continue
        seen.add(index)
        yield claim
        yield from _figures(scope, claim)
        when = time_near(scope, *place)
        if when is not None and not re.search(r"\b(?:call|minutes|free|talk|chat|roles|raised|series)\b", scope.flat[min(place[1], when.start) : max(place[0], when.start)]):
            yield Claim(ClaimKind.LAYOFF_TIME, scope.passage, min(place[0], when.start), max(place[1], when.end), claim.stance, when=when)


def _else(scope: Scope, place: Place) -> bool:
    text = scope.flat[slice(*place)]
    if text.startswith(("let", "letting")):
        return _LET_OTHER.match(text) is not None or not re.search(r"\b(?:people|staff|engineers|employees|team|of|%|percent|\d+|colleagues|half|third|quarter|members)\b", text + scope.after(place[1], 14))
    if re.match(r"(?:cut|reduc|trimm|shed|slash|drop|eliminat|lost|losing|remov|par|thinn|shr|cull|ax|down)", text):
        if _CUT_OTHER.search(text) or (re.search(r"\b(?:on|from|out of|to|for|with|before|of your) (?:your |the )?(?:team|engineers|roles)\b", text) and "%" not in text and not re.search(r"\d|percent|third|quarter|half|fifth", text)):
            return True
        return bool(re.search(r"(?:roles|positions)$", text) and re.search(r"\b(?:open|posted|listed|your list)\b", text))
    return False


def _is_noun(text: str) -> bool:
    return re.match(r"(?:laid|laying|let|made|cut\b|cutting|reduc(?:ed|ing)|trimm|shed|slash|axed|shrank|pared|dropp|eliminat|losing|lost|removed|parted|said|downsiz(?:ed|ing)|restructured|reorganised|reorganized|riffed|doing|do |deliver|ship|thinned|culled)", text) is None


def _figures(scope: Scope, claim: Claim) -> Iterator[Claim]:
    sentence = scope.passage.sentence_at(claim.start)
    text = scope.flat
    for number in scope.passage.numbers:
        if not sentence.start <= number.start < sentence.end:
            continue
        near = min(abs(number.start - claim.end), abs(claim.start - number.end)) < 60 or claim.start <= number.start < claim.end
        if not near:
            continue
        if number.kind is NumberKind.PERCENT and not re.search(r"\b(?:open|roles|hiring|raised|faster|cheaper|cost)\b", number.noun[:18]):
            low, high = share_bounds(scope, number.start, number.low, number.high)
            yield Claim(ClaimKind.LAYOFF_PERCENT, scope.passage, number.start, number.end, claim.stance, low, high)
        elif number.kind is NumberKind.RATIO and number.whole and number.whole <= 12 and claim.start - 30 <= number.start <= claim.end + 30:
            share = 100 * number.value / number.whole
            yield Claim(ClaimKind.LAYOFF_PERCENT, scope.passage, number.start, number.end, claim.stance, share - 3, share + 3)
        elif number.kind is NumberKind.COUNT and re.match(
            r"(?:of (?:your |its |the )?)?(?:[a-z]+ ){0,2}(?:people|staff|employees|jobs|engineers|roles|positions|colleagues|workers|redundancies|layoffs|heads|members)\b", number.noun
        ) and not re.search(r"\b(?:open|posted|listed)\b", number.noun) and (claim.start <= number.start < claim.end + 30 or (text[number.end : claim.start].count(" ") < 6 and number.end <= claim.start)):
            yield Claim(ClaimKind.LAYOFF_COUNT, scope.passage, number.start, number.end, claim.stance, number.low * 0.93, number.high * 1.07)


def share_bounds(scope: Scope, start: int, low: float, high: float) -> tuple[float, float]:
    """ "18 %" is 17.5 to 18.5, "about a fifth" 16 to 24, "nearly 20 %" 16 to 20."""
    before = scope.before(start, 24)
    if re.search(r"\b(?:about|around|roughly|approximately|some|circa|close to|or so)\s*$|~\s*$", before):
        return low * 0.85, high * 1.15
    if re.search(r"\b(?:nearly|almost|just under|close on)\s*$", before):
        return low * 0.82, high
    if re.search(r"\b(?:over|more than|north of|at least|upwards of|just over)\s*$", before):
        return low, high * 1.25
    return low - 0.6, high + 0.6
