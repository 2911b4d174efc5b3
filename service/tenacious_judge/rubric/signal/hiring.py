"""Counts of open roles and their change, weighed."""

import datetime as dt
from collections.abc import Iterator

from ...domain import Fact, FactKind, Severity
from ...reading.claims import Claim, ClaimKind, Stance
from ...reading.claims.disciplines import discipline, same_discipline
from ...reading.claims.stance import Stances
from .known import Known, Support, number_of
from .thread_counts import counts_of
from .verdicts import Fault, Weighed, refs, settle

_FACTORS = {"doubled": 2.0, "tripled": 3.0}


def weigh_roles(known: Known, claim: Claim) -> Weighed | None:
    """A count of open roles. With its limit said, a count that agrees is enough at any confidence."""
    limited = claim.stance is Stance.LIMITED or Stances(claim.passage).limit_near(claim.start)
    agree, against = _for_and_against(known, claim)
    silent = claim.stance is Stance.LIMITED and not known.empty and not known.facts(FactKind.OPEN_ROLES)
    found = settle(known, claim, agree, against, needed=not silent, forgive=limited)
    if found is not None or claim.stance is Stance.LIMITED:
        return found
    if claim.degree == 2 and not limited:
        # "From four to nine": the four was before.
        found = _earlier(known, claim, claim.low, claim.low)
    return found or _stale(known, claim, agree)


def _for_and_against(known: Known, claim: Claim) -> tuple[list[Support], list[Support]]:
    agree: list[Support] = []
    against: list[Support] = []
    for told in known.told(ClaimKind.ROLES):
        if told.claim.degree == 1 and claim.degree != 1:
            agree += [told.support] if _all_we_know(known, claim, told.claim) else []
            continue
        fits = _overlaps(claim, told.claim) or (claim.degree == 1 and claim.low <= told.claim.high)
        (agree if fits else against).append(told.support)
    parts, totals = _counts(known)
    own = [(c, f) for c, f in parts if claim.subject and same_discipline(_discipline(f), claim.subject)]
    for count, fact in own or totals:
        # A part of the roles may be any number up to all of them.
        fits = _says(claim, count) or (not own and claim.degree == 1 and claim.low <= count)
        (agree if fits else against).append(known.support(fact))
    for left in known.case.once(counts_of):
        if left.none and claim.low > 0:
            # Nothing is left open: no part of it either.
            agree = [s for s in agree if s.spoken and s.ref != left.support.ref]
            against.append(left.support)
        elif claim.degree != 1 and not claim.subject:
            if claim.low <= left.count <= claim.high:
                agree.append(left.support)
            elif left.gone and _says(claim, left.total):
                agree = [s for s in agree if s.spoken]
                against.append(left.support)
    if not agree and own and len(parts) == 1:
        agree += [known.support(f) for c, f in totals if _says(claim, c)]
    if not agree and parts and not claim.subject:
        _by_parts(known, claim, parts, agree, against)
    elif claim.subject and not agree and not own and not totals:
        against += [known.support(f) for _, f in parts[:1]]
    return agree, against


def _all_we_know(known: Known, claim: Claim, told: Claim) -> bool:
    """ "Two backend roles", and of no others we know: those are the two roles."""
    return bool(told.subject) and _overlaps(claim, told) and not known.facts(FactKind.OPEN_ROLES)


def _counts(known: Known) -> tuple[list[tuple[float, Fact]], list[tuple[float, Fact]]]:
    """Open roles by discipline, and in all."""
    parts: list[tuple[float, Fact]] = []
    totals: list[tuple[float, Fact]] = []
    for fact in known.facts(FactKind.OPEN_ROLES):
        count = number_of(fact)
        if count is not None:
            (parts if _discipline(fact) else totals).append((count, fact))
    return parts, totals


def _discipline(fact: Fact) -> str:
    return discipline(fact.subject.lower())


def _by_parts(
    known: Known,
    claim: Claim,
    parts: list[tuple[float, Fact]],
    agree: list[Support],
    against: list[Support],
) -> None:
    """A count may be the sum of the disciplines, or one of them."""
    weakest = min((known.support(f) for _, f in parts), key=lambda s: s.confidence)
    if _says(claim, sum(c for c, _ in parts)) or any(_says(claim, c) for c, _ in parts):
        agree.append(weakest)
    elif not against:
        against.append(weakest)


def _says(claim: Claim, count: float) -> bool:
    return count == claim.high if claim.degree == 2 else claim.low <= count <= claim.high


def _overlaps(claim: Claim, told: Claim) -> bool:
    low = claim.high if claim.degree == 2 else claim.low
    return low <= told.high and told.low <= claim.high


def weigh_before(known: Known, claim: Claim) -> Weighed | None:
    """An earlier count of open roles."""
    if _counted_then(known, claim):
        return None
    return flag_on_pace(known, claim) or _earlier(known, claim, claim.low, claim.high)


def _counted_then(known: Known, claim: Claim) -> bool:
    """ "In late April you had six roles": the count of a brief of late April, told with its time."""
    day = known.evidence.brief_date
    if day is None or not any(_says(claim, total) for total, s in _totals(known) if known.confident(s)):
        return False
    sentence = claim.passage.sentence_at(claim.start)
    room = dt.timedelta(days=12)
    return any(
        when.low - room <= day <= when.high + room
        for when in claim.passage.dates_in(sentence.start, sentence.end)
    )


def _earlier(known: Known, claim: Claim, low: float, high: float) -> Weighed | None:
    agree: list[Support] = []
    against: list[Support] = []
    for count, support in _befores(known):
        (agree if low - 0.5 <= count <= high + 0.5 else against).append(support)
    told = known.told(ClaimKind.ROLES_BEFORE, ClaimKind.ROLES)
    agree += [t.support for t in told if t.claim.low <= high and low <= t.claim.high]
    return settle(known, claim, agree, against, needed=True)


def _totals(known: Known) -> list[tuple[float, Support]]:
    facts = (f for f in known.facts(FactKind.OPEN_ROLES) if not f.subject)
    return [(count, known.support(f)) for f in facts if (count := number_of(f)) is not None]


def _befores(known: Known) -> Iterator[tuple[float, Support]]:
    for fact in known.facts(FactKind.ROLES_BEFORE):
        count = number_of(fact)
        if count is not None:
            yield count, known.support(fact)
    for fact in known.facts(FactKind.ROLES_DELTA):
        delta = number_of(fact)
        if delta is not None:
            yield from ((total - delta, known.support(fact)) for total, _ in _totals(known))


def changes(known: Known) -> Iterator[tuple[float, float, Support]]:
    """Pairs of (then, now), each with the weaker of its two supports."""
    for before, support in _befores(known):
        for total, other in _totals(known):
            yield before, total, min(support, other, key=lambda s: s.confidence)


def weigh_change(known: Known, claim: Claim) -> Weighed | None:
    """A difference, factor or share of change in open roles."""
    flagged = flag_on_pace(known, claim)
    if flagged is not None and claim.degree == 0:
        return flagged
    agree: list[Support] = []
    against: list[Support] = []
    for before, now, support in changes(known):
        (agree if _change_fits(claim, before, now) else against).append(support)
    if claim.kind is ClaimKind.ROLES_DELTA:
        _by_delta(known, claim, agree, against)
    else:
        _by_label(known, claim, agree, against)
    told = known.told(claim.kind)
    agree += [t.support for t in told if t.claim.low <= claim.high and claim.low <= t.claim.high]
    if claim.kind is ClaimKind.ROLES_DELTA:
        lost = ((left.count - left.total, left.support) for left in known.case.once(counts_of))
        agree += [support for change, support in lost if claim.low <= change <= claim.high]
    return settle(known, claim, agree, against, needed=True)


def _by_delta(known: Known, claim: Claim, agree: list[Support], against: list[Support]) -> None:
    for fact in known.facts(FactKind.ROLES_DELTA):
        delta = number_of(fact)
        if delta is not None:
            (agree if claim.low <= delta <= claim.high else against).append(known.support(fact))
    if claim.degree == 1 and not agree:
        # "Posted nine roles" may be all that are open, or some of them.
        agree += [support for total, support in _totals(known) if claim.low <= total]


def _change_fits(claim: Claim, before: float, now: float) -> bool:
    if claim.kind is ClaimKind.ROLES_DELTA:
        return claim.low <= now - before <= claim.high
    if before <= 0:
        return False
    if claim.kind is ClaimKind.ROLES_RATIO:
        return claim.low <= now / before <= claim.high
    change = 100 * (now - before) / before
    return claim.low - 4 <= change <= claim.high + 4


def _by_label(known: Known, claim: Claim, agree: list[Support], against: list[Support]) -> None:
    for fact in known.facts(FactKind.VELOCITY):
        factor = _FACTORS.get(str(fact.value))
        if factor is None:
            against += [known.support(fact)] if fact.value in ("flat", "falling") else []
            continue
        if claim.kind is ClaimKind.ROLES_RATIO:
            fits = claim.low <= factor <= claim.high
        else:
            fits = abs(claim.low - 100 * (factor - 1)) < 12
        (agree if fits else against).append(known.support(fact))


def weigh_team_ratio(known: Known, claim: Claim) -> Weighed | None:
    """ "Doubled the team": open roles say nothing about it."""
    told = known.told(ClaimKind.HEADCOUNT_RATIO)
    agree = [t.support for t in told if t.claim.low <= claim.high and claim.low <= t.claim.high]
    return settle(known, claim, agree, [], needed=True)


def flag_on_pace(known: Known, claim: Claim) -> Weighed | None:
    """The honesty flag that forbids to state the pace of hiring as a fact."""
    flag = known.evidence.flag("weak_hiring_velocity_signal")
    if flag is None or claim.stance is Stance.LEANING:
        return None
    return Weighed(
        Fault.FLAGGED,
        claim,
        f"States the pace of hiring (“{claim.text.strip()}”) as a fact; the brief flags its "
        "hiring signal as weak.",
        refs([known.support(flag)]),
    )


def _stale(known: Known, claim: Claim, agree: list[Support]) -> Weighed | None:
    """Counts of an old brief may not be asserted; what the prospect wrote does not age here."""
    limit = known.case.policy.freshness.brief_hold_days
    days = [known.evidence.brief_date or s.as_of for s in agree if not s.spoken]
    oldest = max((day for day in days if day is not None), default=None)
    if oldest is None or len(days) < len(agree) or None in days or _age(known, oldest) <= limit:
        return None
    return Weighed(
        Fault.STALE,
        claim,
        f"States a count (“{claim.text.strip()}”) from a brief of {oldest.isoformat()}, "
        f"{_age(known, oldest)} days old (at most {limit}).",
        refs(agree),
        Severity.HOLD,
    )


def _age(known: Known, day: dt.date) -> int:
    return (known.case.today - day).days
