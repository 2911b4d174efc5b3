"""Money raised: that it was, at which stage, how much, when."""

from collections.abc import Iterator
from dataclasses import replace

from ..numbers import Number, NumberKind
from ..passage import Place
from . import raise_words as say
from .bare_sums import theirs_alone
from .model import Claim, ClaimKind, Stance
from .scope import Scope
from .subject import Voice
from .sums import currency, money_bounds
from .times import time_near
from .words import stems


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
    yield from _it_closed(scope)


def _it_closed(scope: Scope) -> Iterator[Claim]:
    """ "The Series A was ahead of you. It closed in April.": the time of the round told before."""
    passage = scope.passage
    rounds = {passage.sentence_at(a).index for a, _ in scope.hits("sig_stage", "sig_raise")}
    for sentence in passage.sentences:
        if sentence.index - 1 not in rounds or sentence.index in rounds:
            continue
        for found in passage.spoken_of(sentence).all(
            say.IT_CLOSED, scope.flat, sentence.start, sentence.end + 1
        ):
            if not scope.readable(found.start()):
                continue
            when = next(
                (w for w in passage.dates_in(found.start(), sentence.end) if w.start <= found.end() + 6), None
            )
            if when is not None:
                end = max(found.end(), when.end)
                stance = scope.stance(*found.span(), noun=False)
                yield Claim(ClaimKind.FUNDING_TIME, passage, found.start(), end, stance, when=when)


def _counts_things(scope: Scope, number: Number) -> bool:
    """ "Four million parcels": no sum."""
    text = scope.flat[number.start : number.end]
    return say.CURRENCY.search(text) is None and say.THINGS.match(scope.flat, number.end) is not None


def _as_done(scope: Scope, claim: Claim) -> Claim:
    """Denied where the text of theirs says that the round has not closed."""
    if scope.voice is not Voice.MAIL and say.NOT_DONE.match(scope.flat, claim.end):
        return replace(claim, stance=Stance.NEGATED)
    return claim


def _investors(scope: Scope, seen: set[int]) -> Iterator[Claim]:
    """Who led the round, by name."""
    for place in scope.hits("sig_investor"):
        if scope.passage.sentence_at(place[0]).index not in seen:
            continue
        for found in say.NAME.finditer(scope.passage.text.clean[place[0] : place[1]]):
            start, end = place[0] + found.start(), place[0] + found.end()
            if scope.subjects.named(start, end) or found.group().lower() in say.NO_INVESTORS:
                continue
            claim = scope.claim(
                ClaimKind.EVENT, start, end, noun=True, figure=True, words=stems(found.group().lower())
            )
            if claim is not None:
                yield claim


def stage_named(text: str) -> str:
    """ "series_b", "seed", ... for the words of a stage, "" for none."""
    found = say.STAGE_WORD.search(text)
    if found is None:
        return ""
    if found[1] or found["letter"]:
        return f"series_{found[1] or found['letter']}"
    names = ("", "", "pre_seed", "seed", "angel", "growth", "bridge", "mezzanine", "ipo")
    return names[found.lastindex or 0]


def _generic(scope: Scope, place: Place) -> bool:
    """Stages of others: "Series B teams", "after a Series B, hiring gets hard"."""
    here = scope.here(place[0])
    after = scope.after(place[1], 40)
    if here.match(say.GENERIC_AFTER, after) and not say.LIKE_YOURS.match(scope.after(place[1], 60)):
        return True
    before = scope.before(place[0], 40)
    if "public" in scope.flat[slice(*place)] and say.SHOWN.search(before):
        return True
    if here.search(say.YOUR_BEFORE, before):
        return False
    if here.search(say.INDEFINITE_AFTER, before):
        return say.YOU_HAVE.search(scope.before(place[0], 90)) is None
    return here.search(say.GENERIC_BEFORE, before) is not None and say.YOU.search(before) is None


def _future(scope: Scope, start: int) -> bool:
    here, before = scope.here(start), scope.before(start, 36)
    return here.search(say.FUTURE, before) is not None and here.search(say.OWING_TO, before) is None


def _is_noun(text: str) -> bool:
    return say.TOLD_RAISE.match(text) is None


def _not_money(scope: Scope, place: Place) -> bool:
    """ "raised concerns", "new round of interviews", "close of the round table"."""
    text, after = scope.flat[slice(*place)], scope.after(place[1], 24)
    if text.startswith("you") and say.THING_RAISED.search(scope.before(place[0], 30)):
        return True
    if say.RAISED_WHAT.match(text) and say.RAISED_OTHER.match(after):
        return True
    if say.ROUND_END.search(text) and say.ROUND_OTHER.match(after):
        return True
    if say.LED_BY.match(text):
        return say.MONEY_WORDS.search(scope.before(place[0], 80)) is None
    return False


def _recent(scope: Scope, place: Place) -> int:
    here = scope.here(place[0])
    around = scope.before(place[0], 20) + scope.flat[slice(*place)]
    return 1 if here.search(say.RECENT, around) else 0


def _times(scope: Scope, claim: Claim) -> Iterator[Claim]:
    here = scope.here(claim.start)
    when = time_near(scope, claim.start, claim.end)
    ago = here.search(say.SINCE_THEN, scope.before(claim.start, 40))
    if ago is not None:
        days = say.SPANS[ago["unit"]] * (int(ago["n"]) if ago["n"].isdigit() else say.SMALL.get(ago["n"], 1))
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
    here = scope.here(at)
    if at < claim.start and here.search(say.WE_SPOKE, scope.before(at, 30)):
        return False
    between = scope.flat[min(claim.end, at) : max(claim.start, at)]
    return (
        here.search(say.ELSEWHERE, between) is None
        and scope.passage.sentence_at(at).index == scope.passage.sentence_at(claim.start).index
    )


def _amounts(scope: Scope, seen: set[int]) -> Iterator[Claim]:
    for number in scope.numbers:
        if number.kind is not NumberKind.MONEY or not scope.readable(number.start):
            continue
        sentence = scope.passage.sentence_at(number.start)
        clause = scope.passage.clause_at(number.start)
        around = scope.flat[clause[0] : clause[1]]
        money = say.MONEY_WORDS.search(around) or (sentence.index in seen)
        money = money or (bool(seen) and number.value >= say.ROUND)
        bare = not money and number.value >= say.ROUND and theirs_alone(scope, number, clause)
        money = money or bare
        if (
            not money
            or scope.here(number.start).search(say.OTHER_MONEY, scope.flat[number.end : number.end + 30])
            or scope.here(number.start).search(say.OTHER_MONEY, scope.before(number.start, 22))
        ):
            continue
        if _future(scope, number.start) and not say.RAISED.search(around):
            continue
        if _counts_things(scope, number):
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
    for found in say.FIGURE.finditer(scope.flat) if "figure" in scope.flat else ():
        low, high = say.FIGURES[found[1]]
        claim = (
            scope.claim(ClaimKind.FUNDING_AMOUNT, *found.span(), noun=True, figure=True, low=low, high=high)
            if scope.readable(found.start())
            else None
        )
        if claim is not None:
            yield claim
