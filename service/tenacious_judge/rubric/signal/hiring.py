"""Open roles, their change and the pace of hiring, weighed."""

import datetime as dt
from collections.abc import Iterable

from ...domain import Fact, FactKind, Severity
from ...reading.claims import Claim, ClaimKind, Stance
from ...reading.claims.disciplines import discipline, same_discipline
from ...reading.claims.stance import Stances
from ...reading.claims.words import stems
from .known import Known, Support
from .verdicts import Fault, Weighed, contradicted, refs, settle, unsupported

_UP = frozenset(("rising", "doubled", "tripled"))
_RATIOS = {"doubled": 2.0, "tripled": 3.0}
_GROWTH_WORDS = ("hir", "scal", "grow", "growth", "expand", "recruit", "headcount", "role")


def weigh_roles(known: Known, claim: Claim) -> Weighed | None:
    """A count of open roles."""
    limited = claim.stance is Stance.LIMITED or Stances(claim.passage).limit_near(claim.start)
    agree, against = _split(known, claim)
    missing = None if claim.stance is Stance.LIMITED and not known.empty and not known.facts(FactKind.OPEN_ROLES) else unsupported(claim)
    found = settle(known, claim, agree, against, missing=missing, forgive=limited)
    if found is not None or limited:
        return found
    if claim.degree == 2:
        found = _then(known, claim)
    return found or _stale(known, claim, agree)


def _split(known: Known, claim: Claim) -> tuple[list[Support], list[Support]]:
    agree: list[Support] = []
    against: list[Support] = []
    told = [t for t in known.told(ClaimKind.ROLES) if t.claim.degree != 1 or claim.degree == 1]
    for one in told:
        fits = _overlap(claim, one.claim.low, one.claim.high) or (claim.degree == 1 and claim.low <= one.claim.high)
        (agree if fits else against).append(one.support)
    facts = known.facts(FactKind.OPEN_ROLES)
    totals = [f for f in facts if not f.subject or not discipline(f.subject.lower())]
    parts = [f for f in facts if f not in totals]
    own = [f for f in parts if claim.subject and same_discipline(discipline(f.subject.lower()), claim.subject)]
    for fact in own or totals or ():
        count = float(fact.value) if isinstance(fact.value, (int, float)) else -1.0
        fits = _says(claim, count) or (not own and claim.degree == 1 and claim.low <= count)
        (agree if fits else against).append(known.support(fact))
    if claim.subject and not agree and not own:
        against += [known.support(f) for f in parts if not totals][:1]
    if not agree and parts and not claim.subject:
        _by_sum(known, claim, parts, agree, against)
    if not agree and own:
        agree += [known.support(f) for f in totals if _says(claim, float(f.value)) and len(parts) == len(own) == 1]  # type: ignore[arg-type]
    return agree, against


def _by_sum(known: Known, claim: Claim, parts: list[Fact], agree: list[Support], against: list[Support]) -> None:
    """A total may be the sum of the disciplines, a count one of them."""
    total = sum(f.value for f in parts if isinstance(f.value, int))
    weakest = min((known.support(f) for f in parts), key=lambda s: s.confidence)
    if _says(claim, total) or any(_says(claim, float(f.value)) for f in parts if isinstance(f.value, int)):
        agree.append(weakest)
    elif not against:
        against.append(weakest)


def _says(claim: Claim, count: float) -> bool:
    if claim.degree == 2:
        return count == claim.high
    return claim.low <= count <= claim.high


def _overlap(claim: Claim, low: float, high: float) -> bool:
    top = claim.high
    return claim.low <= high and low <= top if claim.degree != 2 else low <= top <= high


def _then(known: Known, claim: Claim) -> Weighed | None:
    """ "from four to nine": the four."""
    return _earlier(known, claim, claim.low, claim.low)


def weigh_before(known: Known, claim: Claim) -> Weighed | None:
    """An earlier count of open roles."""
    return _flagged(known, claim) or _earlier(known, claim, claim.low, claim.high)


def _earlier(known: Known, claim: Claim, low: float, high: float) -> Weighed | None:
    agree: list[Support] = []
    against: list[Support] = []
    for value, support in _befores(known):
        (agree if low - 0.5 <= value <= high + 0.5 else against).append(support)
    agree += [t.support for t in known.told(ClaimKind.ROLES_BEFORE, ClaimKind.ROLES) if t.claim.low <= high and low <= t.claim.high]
    return settle(known, claim, agree, against, missing=unsupported(claim))


def _befores(known: Known) -> Iterable[tuple[float, Support]]:
    for fact in known.facts(FactKind.ROLES_BEFORE):
        if isinstance(fact.value, (int, float)):
            yield float(fact.value), known.support(fact)
    now = [f for f in known.facts(FactKind.OPEN_ROLES) if not f.subject and isinstance(f.value, (int, float))]
    for fact in known.facts(FactKind.ROLES_DELTA):
        for total in now:
            yield float(total.value) - float(fact.value), known.support(fact)  # type: ignore[arg-type]


def _changes(known: Known) -> Iterable[tuple[float, float, Support]]:
    """Pairs of (then, now) with the weaker of their supports."""
    now = [f for f in known.facts(FactKind.OPEN_ROLES) if not f.subject and isinstance(f.value, (int, float))]
    for before, support in _befores(known):
        for fact in now:
            other = known.support(fact)
            yield before, float(fact.value), min(support, other, key=lambda s: s.confidence)  # type: ignore[arg-type]


def weigh_change(known: Known, claim: Claim) -> Weighed | None:
    """A difference, factor or share of change in open roles."""
    flagged = _flagged(known, claim)
    if flagged is not None and claim.degree == 0:
        return flagged
    agree: list[Support] = []
    against: list[Support] = []
    for before, now, support in _changes(known):
        (agree if _change_fits(claim, before, now) else against).append(support)
    if claim.kind is ClaimKind.ROLES_DELTA:
        for fact in known.facts(FactKind.ROLES_DELTA):
            fits = isinstance(fact.value, (int, float)) and claim.low <= fact.value <= claim.high
            (agree if fits else against).append(known.support(fact))
    else:
        _by_label(known, claim, agree, against)
    agree += [t.support for t in known.told(claim.kind) if t.claim.low <= claim.high and claim.low <= t.claim.high]
    if not agree and claim.kind is ClaimKind.ROLES_DELTA and claim.degree == 1:
        fewer = [known.support(f) for f in known.facts(FactKind.OPEN_ROLES) if isinstance(f.value, (int, float)) and claim.low <= f.value]
        if fewer:
            return settle(known, claim, fewer, (), forgive=False)
    return settle(known, claim, agree, against, missing=unsupported(claim))


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
        factor = _RATIOS.get(str(fact.value))
        if factor is not None:
            fits = claim.low <= factor <= claim.high if claim.kind is ClaimKind.ROLES_RATIO else abs(claim.low - 100 * (factor - 1)) < 12
            (agree if fits else against).append(known.support(fact))
        elif fact.value in ("flat", "falling"):
            against.append(known.support(fact))


def weigh_team_ratio(known: Known, claim: Claim) -> Weighed | None:
    """ "doubled the team": open roles say nothing about it."""
    agree = [t.support for t in known.told(ClaimKind.HEADCOUNT_RATIO) if t.claim.low <= claim.high and claim.low <= t.claim.high]
    return settle(known, claim, agree, [], missing=unsupported(claim))


def directions(known: Known) -> dict[str, list[Support]]:
    """Evidence by direction: "up", "down", "flat"."""
    out: dict[str, list[Support]] = {"up": [], "down": [], "flat": []}
    level = any(f.value == "flat" for f in known.facts(FactKind.VELOCITY))
    for before, now, support in _changes(known):
        if level and abs(now - before) <= max(1.0, 0.15 * before):
            continue  # one role more, and the brief itself calls it flat
        out["up" if now > before else "down" if now < before else "flat"].append(support)
    for fact in known.facts(FactKind.VELOCITY):
        value = str(fact.value)
        name = "up" if value in _UP else {"falling": "down", "flat": "flat"}.get(value)
        if name:
            out[name].append(known.support(fact))
    if not any(out.values()):
        for fact in known.facts(FactKind.ROLES_DELTA):
            if isinstance(fact.value, (int, float)):
                out["up" if fact.value > 0 else "down" if fact.value < 0 else "flat"].append(known.support(fact))
    for told in known.told(ClaimKind.TREND):
        out[told.claim.subject].append(told.support)
    out["up"] += [t.support for t in known.told(ClaimKind.PACE) if t.claim.degree >= 1]
    out["down"] += [t.support for t in known.told(ClaimKind.FREEZE)]
    return out


def weigh_trend(known: Known, claim: Claim) -> Weighed | None:
    """A direction of hiring."""
    flagged = _flagged(known, claim)
    if flagged is not None:
        return flagged
    by = directions(known)
    against = [s for name, supports in by.items() if name != claim.subject for s in supports]
    return settle(known, claim, by[claim.subject], against, missing=unsupported(claim))


def weigh_pace(known: Known, claim: Claim) -> Weighed | None:
    """Hiring, growing, growing fast."""
    if claim.degree == 2:
        return _weigh_growth(known, claim)
    roles = [known.support(f) for f in known.facts(FactKind.OPEN_ROLES) if f.value and not isinstance(f.value, str)]
    none = [known.support(f) for f in known.facts(FactKind.OPEN_ROLES) if f.value == 0]
    roles += [t.support for t in known.told(ClaimKind.ROLES, ClaimKind.PACE)]
    by = directions(known)
    spoken = [t.support for t in known.told(ClaimKind.FREEZE)]
    if spoken:
        return contradicted(claim, spoken)
    if claim.degree == 0:
        said = known.mentions(_GROWTH_WORDS, 1)
        agree = roles + by["up"] + ([said] if said else [])
        return settle(known, claim, agree, [] if agree else none, missing=unsupported(claim), forgive=True)
    flagged = _flagged(known, claim)
    if flagged is not None:
        return flagged
    contrary = [s for s in (*by["down"], *by["flat"]) if known.confident(s)]
    if contrary and not any(known.confident(s) for s in by["up"]):
        return contradicted(claim, contrary)
    said = known.mentions(_GROWTH_WORDS, 1)
    agree = roles + by["up"] + ([said] if said else [])
    found = settle(known, claim, agree, [] if agree else none, missing=unsupported(claim))
    return found or _new_capability(known, claim)


def _new_capability(known: Known, claim: Claim) -> Weighed | None:
    """ "building ML capability": the discipline must be known of, not only that there are roles."""
    words = claim.text.replace("-", " ").split()
    if not any(w in ("capability", "capabilities", "capacity", "function", "practice") for w in words):
        return None
    named = next((d for w in words if (d := discipline(w))), "")
    if not named or known.mentions(stems(claim.text), 2) is not None:
        return None
    if any(same_discipline(discipline(w), named) for s in known.sayings for w in s.text.replace("/", " ").split() if discipline(w)):
        return None
    return unsupported(claim)


def _weigh_growth(known: Known, claim: Claim) -> Weighed | None:
    spoken = [t.support for t in known.turns_of(ClaimKind.PACE) if t.claim.degree >= claim.degree]
    if spoken:
        return None
    flagged = _flagged(known, claim)
    by = directions(known)
    rise = max(by["up"], key=lambda s: s.confidence, default=None)
    counts = [f for f in known.facts(FactKind.OPEN_ROLES) if isinstance(f.value, (int, float)) and not f.subject]
    counts = counts or [f for f in known.facts(FactKind.OPEN_ROLES) if isinstance(f.value, (int, float))]
    most = max((float(f.value) for f in counts), default=None)  # type: ignore[arg-type]
    least = known.case.policy.growth.min_open_roles
    contrary = [*by["down"], *by["flat"]]
    leaning = claim.stance is Stance.LEANING
    if leaning and most is not None and most >= least and not contrary and flagged is None:
        return None
    reasons = []
    if most is None or most < least:
        reasons.append(f"{most:.0f} open roles are known (needs {least})" if most is not None else "no open roles are known")
    if rise is None:
        reasons.append("no rise is known" if not contrary else f"the trend is “{contrary[0].ref.value}”")
    elif not known.confident(rise) and not leaning:
        reasons.append(f"the rise has confidence {rise.confidence:.2f} (needs {known.needed:.2f})")
    if flagged is not None:
        reasons.append("the brief flags its hiring signal as weak")
    if not reasons:
        return None
    shown = [known.support(f) for f in counts[:1]] + ([rise] if rise else contrary[:1])
    return Weighed(Fault.GROWTH, claim, f"States fast growth (“{claim.text.strip()}”) as a fact: {'; '.join(reasons)}.", refs(shown))


def weigh_freeze(known: Known, claim: Claim) -> Weighed | None:
    """A hiring freeze."""
    agree = [t.support for t in known.told(ClaimKind.FREEZE)]
    said = known.mentions(("freez", "frozen", "froze", "paus"), 1)
    return settle(known, claim, agree + ([said] if said else []), [], missing=unsupported(claim))


def _flagged(known: Known, claim: Claim) -> Weighed | None:
    flag = known.evidence.flag("weak_hiring_velocity_signal")
    if flag is None or claim.stance is Stance.LEANING:
        return None
    return Weighed(Fault.FLAGGED, claim, f"States the pace of hiring (“{claim.text.strip()}”) as a fact; the brief flags its hiring signal as weak.",
                   refs([known.support(flag)]))


def _stale(known: Known, claim: Claim, agree: list[Support]) -> Weighed | None:
    """Counts of an old brief may not be asserted."""
    limit = known.case.policy.freshness.brief_hold_days
    if any(s.spoken for s in agree):
        return None
    for support in agree:
        day = known.evidence.brief_date or support.as_of
        if day is None or _age(known, day) <= limit:
            return None
    if not agree:
        return None
    day = known.evidence.brief_date or agree[0].as_of
    assert day is not None
    return Weighed(Fault.STALE, claim, f"States a count (“{claim.text.strip()}”) from a brief of {day.isoformat()}, {_age(known, day)} days old (at most {limit}).",
                   refs(agree), Severity.HOLD)


def _age(known: Known, day: dt.date) -> int:
    return (known.case.today - day).days


