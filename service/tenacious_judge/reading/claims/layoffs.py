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
    r"\b(?:time|cost|costs|spend|risk|bill|cycle|onboarding|lead time|latency|effort|noise|scope|"
    r"corners|burn|delay|dependency|dependence|"
    r"load|pressure|ramp|interview|vacanc|open roles|hiring time|backlog|attrition)\b"
)
_NONE = re.compile(r"\b(?:no|without|avoid\w*|zero|not|never|haven't|hasn't|didn't|any)\b[^.?!;,]{0,24}$")
_ELSEWHERE = re.compile(r"\b(?:call|minutes|free|talk|chat|roles|raised|series)\b")
_PEOPLE = re.compile(
    r"\b(?:people|staff|engineers|employees|team|of|%|percent|\d+|colleagues|half|third|quarter|members)\b"
)
# "Two people were left", "six people left to train": who remains, not who went.
_TO_DO = re.compile(r"\b(?:was|were|are) left$")
_WENT = (" left", " went", " departed", " gone", " leaving")
# "Two colleagues went to a client who signed on Monday": our people, sent elsewhere.
_MOVED_ON = re.compile(
    r"\s(?:back |over |straight )?(?:to|onto|on|with|into) (?:an?|another|the|our|some|other|their)(?: \w+)? "
    r"(?:clients?|customers?|projects?|engagements?|accounts?|assignments?|holidays?|leave|conference|pilot)\b"
)
_WHO = re.compile(r"\b(?:who|that|which)\b")
_LEFT_OVER = re.compile(r"\s(?:to|on|in|over|over from|out|behind|with|for|of)\b")
_DATED = re.compile(
    r"\s(?:in|on|over|by|during) (?:early |mid-? ?|late |the |last )?(?:january|february|march|april|may|"
    r"june|july|"
    r"august|september|october|november|december|spring|summer|autumn|winter|fall|q[1-4]|20\d\d|month|"
    r"quarter|year)\b"
)
_AFTER_TIME = re.compile(r"\s?(?:[\w']+ )*?(?:with|after|since|despite|given|following|because)\b")
_REDUCED = re.compile(
    r"(?:cut|reduc|trimm|shed|slash|drop|eliminat|lost|losing|remov|par|thinn|shr|cull|ax|down)"
)
_NTH = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9}
_EVERY = re.compile(r"(?:every|each) (second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b")
# "A 15% reduction in onboarding time" is none of people.
_SHARE_CUT = re.compile(r"\w+( )?(?:%|percent|per cent) |(?:cuts?|reductions?) of ")
_OFF_TEAM = re.compile(
    r"\b(?:on|from|out of|to|for|with|before|of your) (?:your |the )?(?:team|engineers|roles)\b"
)
_SHARE = re.compile(r"\d|percent|third|quarter|half|fifth")
_ROLES_END = re.compile(r"(?:roles|positions)$")
_OPEN_ROLES = re.compile(r"\b(?:open|posted|listed|your list)\b")
_TOLD_CUT = re.compile(
    r"(?:laid|laying|let|made|cut\b|cutting|reduc(?:ed|ing)|trimm|shed|slash|axed|shrank|pared|"
    r"dropp|part(?:ed|ing) with|eliminat|losing|lost|removed|parted|said|downsiz(?:ed|ing)|"
    r"restructured|reorganised|"
    r"reorganized|riffed|doing|do |deliver|ship|thinned|culled)"
)
_OTHER_SHARE = re.compile(r"\b(?:open|roles|hiring|raised|faster|cheaper|cost)\b")
_HEADS = re.compile(
    r"(?:of (?:your |its |the )?)?(?:[a-z]+ ){0,2}(?:people|staff|employees|jobs|engineers|roles|"
    r"positions|colleagues|workers|redundancies|layoffs|heads|members)\b"
)
_OPEN = re.compile(r"\b(?:open|posted|listed)\b")
_ABOUT = re.compile(r"\b(?:about|around|roughly|approximately|some|circa|close to|or so)\s*$|~\s*$")
_NEARLY = re.compile(r"\b(?:nearly|almost|just under|close on)\s*$")
_OVER = re.compile(r"\b(?:over|more than|north of|at least|upwards of|just over)\s*$")


def read_layoffs(scope: Scope) -> Iterator[Claim]:
    """Existence, share, number and time of a cut; one claim of existence a sentence."""
    seen: set[int] = set()
    for place in scope.hits("sig_layoff"):
        index = scope.passage.sentence_at(place[0]).index
        if index in seen or _else(scope, place):
            continue
        noun = _is_noun(scope.flat[slice(*place)])
        figure = not noun or scope.definite_event(*place)
        claim = scope.claim(ClaimKind.LAYOFF, *place, noun=noun, figure=figure)
        if claim is None:
            continue
        if claim.stance is Stance.ASSERTED and _NONE.search(scope.before(place[0], 40)) is not None:
            continue
        seen.add(index)
        yield claim
        yield from _figures(scope, claim)
        when = time_near(scope, *place)
        if when is not None and when.end <= place[0] and _AFTER_TIME.match(scope.flat[when.end : place[0]]):
            when = None  # "this quarter with the smaller team": the time of something else
        if when is not None and not _ELSEWHERE.search(
            scope.flat[min(place[1], when.start) : max(place[0], when.start)]
        ):
            yield Claim(
                ClaimKind.LAYOFF_TIME,
                scope.passage,
                min(place[0], when.start),
                max(place[1], when.end),
                claim.stance,
                when=when,
            )


def _else(scope: Scope, place: Place) -> bool:
    text = scope.flat[slice(*place)]
    if text.endswith(_WENT) and _MOVED_ON.match(scope.flat, place[1]):
        return True
    if _TO_DO.search(text) or (
        text.endswith("left")
        and not _WHO.search(text)
        and _LEFT_OVER.match(scope.after(place[1], 24))
        and not _DATED.match(scope.after(place[1], 24))
    ):
        return True
    if text.startswith(("let", "letting")):
        return _LET_OTHER.match(text) is not None or not _PEOPLE.search(text + scope.after(place[1], 14))
    if _SHARE_CUT.match(text) and _CUT_OTHER.search(scope.after(place[1], 30)):
        return True
    if _REDUCED.match(text):
        if _CUT_OTHER.search(text) or (
            _OFF_TEAM.search(text) and "%" not in text and not _SHARE.search(text)
        ):
            return True
        return bool(_ROLES_END.search(text) and _OPEN_ROLES.search(text))
    return False


def _is_noun(text: str) -> bool:
    return _TOLD_CUT.match(text) is None and (_WHO.search(text) is not None or not text.endswith(_WENT))


def _figures(scope: Scope, claim: Claim) -> Iterator[Claim]:
    every = _EVERY.match(scope.flat, claim.start)
    if every is not None:
        share = 100 / _NTH[every[1]]
        yield Claim(
            ClaimKind.LAYOFF_PERCENT, scope.passage, *every.span(), claim.stance, share * 0.85, share * 1.15
        )
    sentence = scope.passage.sentence_at(claim.start)
    text = scope.flat
    for number in scope.numbers:
        if not sentence.start <= number.start < sentence.end:
            continue
        near = (
            min(abs(number.start - claim.end), abs(claim.start - number.end)) < 60
            or claim.start <= number.start < claim.end
        )
        if not near:
            continue
        if number.kind is NumberKind.PERCENT and not _OTHER_SHARE.search(number.noun[:18]):
            low, high = share_bounds(scope, number.start, number.low, number.high)
            yield Claim(
                ClaimKind.LAYOFF_PERCENT, scope.passage, number.start, number.end, claim.stance, low, high
            )
        elif (
            number.kind is NumberKind.RATIO
            and number.whole
            and number.whole <= 12
            and claim.start - 30 <= number.start <= claim.end + 30
        ):
            share = 100 * number.value / number.whole
            yield Claim(
                ClaimKind.LAYOFF_PERCENT,
                scope.passage,
                number.start,
                number.end,
                claim.stance,
                share - 3,
                share + 3,
            )
        elif (
            number.kind is NumberKind.COUNT
            and _HEADS.match(number.noun)
            and not _OPEN.search(number.noun)
            and (
                claim.start <= number.start < claim.end + 30
                or (text[number.end : claim.start].count(" ") < 6 and number.end <= claim.start)
            )
        ):
            yield Claim(
                ClaimKind.LAYOFF_COUNT,
                scope.passage,
                number.start,
                number.end,
                claim.stance,
                number.low * 0.93,
                number.high * 1.07,
            )


def share_bounds(scope: Scope, start: int, low: float, high: float) -> tuple[float, float]:
    """ "18 %" is 17.5 to 18.5, "about a fifth" 16 to 24, "nearly 20 %" 16 to 20."""
    before = scope.before(start, 24)
    if _ABOUT.search(before):
        return low * 0.85, high * 1.15
    if _NEARLY.search(before):
        return low * 0.82, high
    if _OVER.search(before):
        return low, high * 1.25
    return low - 0.6, high + 0.6
