"""Money raised: that it was, at which stage, how much, when."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..numbers import NumberKind
from ..passage import Place
from .bare_sums import theirs_alone
from .model import Claim, ClaimKind, Stance
from .scope import Scope
from .subject import Voice
from .sums import currency, money_bounds
from .times import time_near
from .words import stems

_STAGE_WORD = re.compile(
    r"series[ \x1f-]+([a-h])|(pre[ -]?seed)|(seed)|(angel)|(growth)|(bridge)|(mezzanine)|(ipo|"
    r"initial public|public|listed)|\b(?:your|the|its|an?|their|this|that) (?:new )?(?P<letter>[a-e])\b"
)
_GENERIC_AFTER = re.compile(
    r"\s*(?:/\s?[a-e]|or [a-e]\b|and [a-e]\b|to [a-e]\b)?[\s-]*(?:companies|teams|firms|"
    r"start-?ups|founders|ctos|peers|businesses|leaders|scale-?ups|engineering teams|"
    r"organi[sz]ations|saas|fintechs|clients|tech firms|groups|lenders|b2b|stage (?:companies|"
    r"teams|firms|startups|businesses|founders))\b"
)
_GENERIC_BEFORE = re.compile(
    r"\b(?:teams|companies|firms|startups|start-ups|founders|ctos|others|clients|most|many|"
    r"similar|other|peers|(?:usually|often|typically) (?:after|following)|"
    r"before|between|until|next|toward|towards|reach|approaching|ahead of|a typical|the average|"
    r"any|every|raise|for)\b[\w\s,'-]{0,24}$"
)
_INDEFINITE_AFTER = re.compile(
    r"\b(?:after|following|post|before|between|at|to|of|for|with|on|beyond|past|during|since|"
    r"raising|closing) (?:a|an|their|any|the typical|every)\s*$"
)
_MONEY_WORDS = re.compile(
    r"\b(?:rais\w*|round|series|seed|funding|funded|financing|capital|invest\w*|closed?|backing|"
    r"backed|fundrais\w*|cheque|injection|equity|venture|valuation|war chest|raise|tranche|bridge|"
    r"extension|new money|fresh money|fresh cash)\b"
)
_OTHER_MONEY = re.compile(
    r"\b(?:arr|mrr|revenue|budget|runway|burn|per (?:month|engineer|hour|week|day|seat|head)|a "
    r"month|monthly|hourly|/month|/mo|rate|fee|price|cost|costs|salary|saving|save|sow|invoice|"
    r"contract|turnover|valuation|valued)\b"
)
_RECENT = re.compile(
    r"\b(?:just|recent|recently|fresh|freshly|new|newly|latest|hot on the heels|weeks ago|days "
    r"ago|last week|this (?:week|month|quarter))\b"
)
_NEGATED_RAISE = re.compile(r"\b(?:not|haven't|hasn't|never|yet to|no)\b[^.?!;,]{0,20}$")
# "Your harbour API went public": shown, not listed.
_SHOWN = re.compile(
    r"\b(?:apis?|apps?|products?|beta|features?|releases?|services?|sites?|pages?|docs?|documentation|"
    r"repo\w*|librar\w+|"
    r"tools?|sdk|code|roadmap|reports?|news|announcement|notice|letter|study|models?|data\w*|plans?|"
    r"postings?|roles?|"
    r"cuts?|round|dashboard|results?|figures?|numbers?|incident|outage|post-?mortem)(?: \w+)?\s$"
)
_FUTURE = re.compile(
    r"\b(?:will|going to|about to|plan(?:ning|s)? to|preparing to|next|want to|aim to|before "
    r"(?:your|the) next|expect to|hoping to|to|upcoming|when you)\s+(?:[\w-]+\s+){0,2}$"
)
# "When we talked in February you had raised ...".
_WE_SPOKE = re.compile(
    r"\b(?:we|i|you and i)(?: \w+ly| last| first| both)? (?:talked|spoke|wrote|met|mailed|e-?mailed|"
    r"exchanged|called|"
    r"corresponded|discussed|chatted|looked|saw)\b[^.?!;,]{0,14}$"
)
# "The round has not closed": denied by themselves or by a brief.
_NOT_DONE = re.compile(
    r"\s(?:(?:itself|in question|you saw|you read about|you mention) )?(?:has|have|had|is|was|'s)?"
    r"(?:n't| not| never| yet to| still to)\b(?: yet| been| actually| quite| formally| even)*"
    r" (?:clos\w+|sign\w*|happen\w*|done|final\w*|complet\w*|through|in the bank|rais\w+|real|ours|"
    r"land\w*|confirmed)\b"
)
_ROUND = 2e6
"""Dollars beside a raise told elsewhere in the text that are no price of ours: "$22M is a lot of oxygen"."""
_SMALL = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_SPANS = {"week": 7, "month": 30, "quarter": 91, "year": 365}
_SINCE_THEN = re.compile(
    r"\b(?P<n>an?|\d{1,2}|two|three|four|five|six|seven|eight|nine) (?:full )?"
    r"(?P<unit>week|month|quarter|year)s? "
    r"(?:since|after|on from|into|past) (?:your |the |that |its )?(?:[\w$.-]+ ){0,2}$"
)
_NO_INVESTORS = frozenset(
    ("series", "the", "your", "with", "seed", "who", "which", "that", "and", "round", "investors")
)
_FIGURES = {"six": (1e5, 999999), "seven": (1e6, 9999999), "eight": (1e7, 99999999), "nine": (1e8, 999999999)}
_NAME = re.compile(r"[A-Z][a-z]\w+")
_LIKE_YOURS = re.compile(r"[^.?!;,]{0,40}\b(?:like|such as) (?:you|yours)\b")
_YOUR_BEFORE = re.compile(r"\byour\s+(?:[\w$.-]+\s+){0,3}$")
_YOU_HAVE = re.compile(r"\byou(?:'ve|'re)?\b")
_YOU = re.compile(r"\byou\b")
_OWING_TO = re.compile(r"\bthanks to|due to|according to\b")
_TOLD_RAISE = re.compile(
    r"(?:rais(?!e\b)|having|secur|clos(?!e\b)|land|announc|bagg|pull|brought|bank|complet|finali|wrapp|"
    r"pocket|scoop|took|take|taking|receiv|attract|nail|ink|you|just|have|has|had|company|ve|led|"
    r"backed|funded|valued|newly|recently|freshly|well)"
)
_RAISED_WHAT = re.compile(r"(?:\w+ )*rais\w+$")
_RAISED_OTHER = re.compile(
    r"\s*(?:it|this|that|the (?:bar|question|issue|point|topic)|a (?:question|point|concern|flag|"
    r"good|fair|valid|real|right)|(?:two|three|several|some|both|a few|a couple of) (?:\w+ )?(?:points|"
    r"questions|"
    r"concerns|issues|worries)|with (?:me|us)\b|in your (?:mail|e-?mail|note|reply|message|last)|your|"
    r"concerns?|questions?|an? (?:issue|objection))\b"
)
# "So the question becomes the one you raised".
_THING_RAISED = re.compile(
    r"\b(?:ones?|points?|questions?|issues?|concerns?|topics?|matters?|doubts?|objections?|worry|worries|"
    r"what|all|"
    r"everything|things?|subject|risks?|case|both|two|three|latter|former)\s+(?:that |which )?$"
)
_ROUND_END = re.compile(r"round$")
_ROUND_OTHER = re.compile(
    r"\s*(?:of (?:interviews|hiring|calls|questions|talks|testing|edits|review|cuts|layoffs|"
    r"redundancies)|table|trip)\b"
)
_LED_BY = re.compile(r"(?:led|backed|funded) by")
_ELSEWHERE = re.compile(
    r"\b(?:call|minutes|meet|chat|free|open to|roles?|hir\w+|posted|postings?|joined|cto|vp|"
    r"layoffs?|runway|will|would|until|asks?|expects?|wants?|due|talk|speak|we|our|i|my|deadline|launch|"
    r"go live|headcount|team|migrat\w+)\b"
)
_RAISED = re.compile(r"\braised\b")
_FIGURE = re.compile(r"\b(six|seven|eight|nine)[ -]figure\b")


def read_funding(scope: Scope) -> Iterator[Claim]:
    """Existence, stage, amount and time of a raise; one claim of existence a sentence."""
    seen: set[int] = set()
    for place in scope.hits("sig_stage"):
        if _generic(scope, place):
            continue
        name = stage_named(scope.flat[slice(*place)])
        claim = scope.claim(
            ClaimKind.FUNDING_STAGE,
            *place,
            noun=True,
            subject=name,
            degree=_recent(scope, place),
            figure=scope.definite_event(*place),
            sure=any(0 <= place[0] - n.end < 3 for n in scope.passage.numbers if n.kind is NumberKind.MONEY),
        )
        if claim is None or _future(scope, place[0]):
            continue
        yield _as_done(scope, claim)
        seen.add(scope.passage.sentence_at(place[0]).index)
        yield from _times(scope, claim)
    for place in scope.hits("sig_raise"):
        index = scope.passage.sentence_at(place[0]).index
        if index in seen or _generic(scope, place) or _future(scope, place[0]) or _not_money(scope, place):
            continue
        claim = scope.claim(
            ClaimKind.FUNDING, *place, noun=_is_noun(scope.flat[slice(*place)]), degree=_recent(scope, place)
        )
        if claim is None:
            continue
        seen.add(index)
        yield _as_done(scope, claim)
        yield from _times(scope, claim)
    yield from _amounts(scope, seen)
    yield from _investors(scope, seen)


def _as_done(scope: Scope, claim: Claim) -> Claim:
    """Denied where the text of theirs says that the round has not closed."""
    if scope.voice is not Voice.MAIL and _NOT_DONE.match(scope.flat, claim.end):
        return replace(claim, stance=Stance.NEGATED)
    return claim


def _investors(scope: Scope, seen: set[int]) -> Iterator[Claim]:
    """Who led the round, by name."""
    for place in scope.hits("sig_investor"):
        if scope.passage.sentence_at(place[0]).index not in seen:
            continue
        for found in _NAME.finditer(scope.passage.text.clean[place[0] : place[1]]):
            start, end = place[0] + found.start(), place[0] + found.end()
            if scope.subjects.named(start, end) or found.group().lower() in _NO_INVESTORS:
                continue
            claim = scope.claim(
                ClaimKind.EVENT, start, end, noun=True, figure=True, words=stems(found.group().lower())
            )
            if claim is not None:
                yield claim


def stage_named(text: str) -> str:
    """ "series_b", "seed", ... for the words of a stage, "" for none."""
    found = _STAGE_WORD.search(text)
    if found is None:
        return ""
    if found[1] or found["letter"]:
        return f"series_{found[1] or found['letter']}"
    names = ("", "", "pre_seed", "seed", "angel", "growth", "bridge", "mezzanine", "ipo")
    return names[found.lastindex or 0]


def _generic(scope: Scope, place: Place) -> bool:
    """Stages of others: "Series B teams", "after a Series B, hiring gets hard"."""
    after = scope.after(place[1], 40)
    if _GENERIC_AFTER.match(after) and not _LIKE_YOURS.match(scope.after(place[1], 60)):
        return True
    before = scope.before(place[0], 40)
    if "public" in scope.flat[slice(*place)] and _SHOWN.search(before):
        return True
    if _YOUR_BEFORE.search(before):
        return False
    if _INDEFINITE_AFTER.search(before):
        return _YOU_HAVE.search(scope.before(place[0], 90)) is None
    return _GENERIC_BEFORE.search(before) is not None and _YOU.search(before) is None


def _future(scope: Scope, start: int) -> bool:
    return (
        _FUTURE.search(scope.before(start, 36)) is not None
        and _OWING_TO.search(scope.before(start, 36)) is None
    )


def _is_noun(text: str) -> bool:
    return _TOLD_RAISE.match(text) is None


def _not_money(scope: Scope, place: Place) -> bool:
    """ "raised concerns", "new round of interviews", "close of the round table"."""
    text, after = scope.flat[slice(*place)], scope.after(place[1], 24)
    if text.startswith("you") and _THING_RAISED.search(scope.before(place[0], 30)):
        return True
    if _RAISED_WHAT.match(text) and _RAISED_OTHER.match(after):
        return True
    if _ROUND_END.search(text) and _ROUND_OTHER.match(after):
        return True
    if _LED_BY.match(text):
        return _MONEY_WORDS.search(scope.before(place[0], 80)) is None
    return False


def _recent(scope: Scope, place: Place) -> int:
    around = scope.before(place[0], 20) + scope.flat[slice(*place)]
    return 1 if _RECENT.search(around) else 0


def _times(scope: Scope, claim: Claim) -> Iterator[Claim]:
    when = time_near(scope, claim.start, claim.end)
    ago = _SINCE_THEN.search(scope.before(claim.start, 40))
    if ago is not None:
        days = _SPANS[ago["unit"]] * (int(ago["n"]) if ago["n"].isdigit() else _SMALL.get(ago["n"], 1))
        start = claim.start - len(ago.group())
        yield Claim(
            ClaimKind.FUNDING_TIME, scope.passage, start, claim.end, claim.stance, low=days, high=days
        )
    elif when is not None and _belongs(scope, claim, when.start):
        yield Claim(
            ClaimKind.FUNDING_TIME,
            scope.passage,
            min(claim.start, when.start),
            max(claim.end, when.end),
            claim.stance,
            when=when,
        )


def _belongs(scope: Scope, claim: Claim, at: int) -> bool:
    """False where the time stands with something else: an ask for a slot, a hire, a later plan, a talk "
    "of ours."""
    if at < claim.start and _WE_SPOKE.search(scope.before(at, 30)):
        return False
    between = scope.flat[min(claim.end, at) : max(claim.start, at)]
    return (
        _ELSEWHERE.search(between) is None
        and scope.passage.sentence_at(at).index == scope.passage.sentence_at(claim.start).index
    )


def _amounts(scope: Scope, seen: set[int]) -> Iterator[Claim]:
    for number in scope.numbers:
        if number.kind is not NumberKind.MONEY or not scope.readable(number.start):
            continue
        sentence = scope.passage.sentence_at(number.start)
        clause = scope.passage.clause_at(number.start)
        around = scope.flat[clause[0] : clause[1]]
        money = _MONEY_WORDS.search(around) or (sentence.index in seen)
        money = money or (bool(seen) and number.value >= _ROUND)
        bare = not money and number.value >= _ROUND and theirs_alone(scope, number, clause)
        money = money or bare
        if (
            not money
            or _OTHER_MONEY.search(scope.flat[number.end : number.end + 30])
            or _OTHER_MONEY.search(scope.before(number.start, 22))
        ):
            continue
        if _future(scope, number.start) and not _RAISED.search(around):
            continue
        low, high = money_bounds(scope, number)
        claim = scope.claim(
            ClaimKind.FUNDING_AMOUNT,
            number.start,
            number.end,
            noun=True,
            figure=True,
            low=low,
            high=high,
            subject=currency(scope, number),
            degree=1 if bare else 0,
        )
        if claim is not None:
            yield claim
            if sentence.index not in seen and scope.definite_time(number.start, number.end):
                yield from _times(scope, claim)  # "Nine million dollars in January"
    for found in _FIGURE.finditer(scope.flat) if "figure" in scope.flat else ():
        low, high = _FIGURES[found[1]]
        claim = (
            scope.claim(ClaimKind.FUNDING_AMOUNT, *found.span(), noun=True, figure=True, low=low, high=high)
            if scope.readable(found.start())
            else None
        )
        if claim is not None:
            yield claim
