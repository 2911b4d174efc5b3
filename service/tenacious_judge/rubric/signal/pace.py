"""The pace and the direction of hiring, weighed."""

import re

from ...domain import Fact, FactKind
from ...reading.claims import Claim, ClaimKind, Stance
from ...reading.claims.disciplines import discipline, same_discipline
from ...reading.claims.words import stems
from .hiring import changes, flag_on_pace
from .known import Known, Support, number_of
from .verdicts import Fault, Weighed, contradicted, refs, settle, unsupported

_DIRECTION = {"rising": "up", "doubled": "up", "tripled": "up", "falling": "down", "flat": "flat"}
_GROWTH = ("hir", "scal", "grow", "growth", "expand", "recruit", "headcount", "role")
_FROZEN = ("freez", "frozen", "froze", "paus")
_STOP = re.compile(r"\b(?:fr[eo]ez\w*|froze\w*|paus\w+|stop\w*|on hold|not|no|never|until|when|once)\b|n't\b")
_CAPABILITY = frozenset(("capability", "capabilities", "capacity", "function", "practice"))


def directions(known: Known) -> dict[str, list[Support]]:
    """Evidence by direction: "up", "down", "flat"."""
    out: dict[str, list[Support]] = {"up": [], "down": [], "flat": []}
    level = any(f.value == "flat" for f in known.facts(FactKind.VELOCITY))
    for before, now, support in changes(known):
        if level and abs(now - before) <= max(1.0, 0.15 * before):
            continue  # one role more, and the brief itself calls it flat
        out["up" if now > before else "down" if now < before else "flat"].append(support)
    for fact in known.facts(FactKind.VELOCITY):
        name = _DIRECTION.get(str(fact.value))
        if name:
            out[name].append(known.support(fact))
    if not any(out.values()):
        for fact in known.facts(FactKind.ROLES_DELTA):
            delta = number_of(fact) or 0.0
            out["up" if delta > 0 else "down" if delta < 0 else "flat"].append(known.support(fact))
    for told in known.told(ClaimKind.TREND):
        out[told.claim.subject].append(told.support)
    out["up"] += [t.support for t in known.told(ClaimKind.PACE) if t.claim.degree >= 1]
    out["down"] += [t.support for t in known.told(ClaimKind.FREEZE)]
    return out


def weigh_trend(known: Known, claim: Claim) -> Weighed | None:
    """A direction of hiring."""
    denied = _denied_by_them(known, claim) if claim.subject == "up" else None
    if denied is None and any(t.claim.subject == claim.subject for t in known.turns_of(ClaimKind.TREND)):
        return None
    flagged = flag_on_pace(known, claim)
    if flagged is not None:
        return flagged
    if denied is not None:
        return denied
    by = directions(known)
    against = [s for name, supports in by.items() if name != claim.subject for s in supports]
    return settle(known, claim, by[claim.subject], against, needed=True)


def _denied_by_them(known: Known, claim: Claim) -> Weighed | None:
    """ "Five postings is normal turnover for us": no growth, whatever a brief may say."""
    if claim.kind is ClaimKind.PACE and claim.degree == 0:
        return None
    own = known.turns_of(ClaimKind.PACE)
    if not known.no_growth or any(t.claim.degree >= 1 for t in own):
        return None
    return contradicted(claim, known.no_growth)


def weigh_freeze(known: Known, claim: Claim) -> Weighed | None:
    """A hiring freeze."""
    agree = [t.support for t in known.told(ClaimKind.FREEZE)]
    said = known.mentions(_FROZEN, 1)
    return settle(known, claim, agree + ([said] if said else []), [], needed=True)


def weigh_pace(known: Known, claim: Claim) -> Weighed | None:
    """Hiring (degree 0), growing (1), growing fast (2): each needs more than the one before."""
    frozen = [t.support for t in known.told(ClaimKind.FREEZE)]
    stopped = [s for s in (*frozen, *_not_hiring(known)) if s.spoken]
    if stopped and not _stop_told(claim):
        return contradicted(claim, stopped)
    denied = _denied_by_them(known, claim)
    if denied is not None:
        return denied
    if claim.degree == 2:
        return _weigh_growth(known, claim)
    if frozen:
        return contradicted(claim, frozen)
    by = directions(known)
    open_roles = [f for f in known.facts(FactKind.OPEN_ROLES) if number_of(f) is not None]
    agree = [known.support(f) for f in open_roles if number_of(f)] + by["up"]
    agree += [t.support for t in known.told(ClaimKind.ROLES, ClaimKind.PACE)]
    said = known.mentions(_GROWTH, 1)
    agree += [said] if said else []
    against = [] if agree else [known.support(f) for f in open_roles]
    if claim.degree == 0:
        return settle(known, claim, agree, against, needed=True, forgive=True)
    flagged = flag_on_pace(known, claim)
    if flagged is not None:
        return flagged
    contrary = [s for s in (*by["down"], *by["flat"]) if known.confident(s)]
    if contrary and not any(known.confident(s) for s in by["up"]):
        return contradicted(claim, contrary)
    found = settle(known, claim, agree, against, needed=True)
    return found or _new_capability(known, claim)


def _not_hiring(known: Known) -> list[Support]:
    """The prospect's own "we are not hiring", where they say nothing else later."""
    said = [t for t in known.turns if t.claim.kind is ClaimKind.PACE]
    return [said[-1].support] if said and said[-1].claim.stance is Stance.NEGATED else []


def _stop_told(claim: Claim) -> bool:
    """The sentence itself tells that hiring stands still."""
    sentence = claim.passage.sentence_at(claim.start)
    return _STOP.search(claim.passage.flat, sentence.start, sentence.end) is not None


def _new_capability(known: Known, claim: Claim) -> Weighed | None:
    """ "Building ML capability": the discipline must be known of, not only that there are roles."""
    words = claim.text.replace("-", " ").split()
    named = next((d for w in words if (d := discipline(w))), "")
    if not named or not _CAPABILITY.intersection(words) or known.mentions(stems(claim.text), 2) is not None:
        return None
    for saying in known.sayings:
        if any(
            same_discipline(d, named) for w in saying.text.replace("/", " ").split() if (d := discipline(w))
        ):
            return None
    return unsupported(claim)


def _weigh_growth(known: Known, claim: Claim) -> Weighed | None:
    """A degree of growth: enough open roles and a confident rise, unless the prospect says so themselves."""
    if any(t.claim.degree >= claim.degree for t in known.turns_of(ClaimKind.PACE)):
        return None
    by = directions(known)
    contrary = [*by["down"], *by["flat"]]
    rise = max(by["up"], key=lambda s: s.confidence, default=None)
    fact, most = _most_roles(known)
    least = known.case.policy.growth.min_open_roles
    flagged = flag_on_pace(known, claim) is not None
    leaning = claim.stance is Stance.LEANING
    if leaning and most is not None and most >= least and not contrary and not flagged:
        return None
    reasons = []
    if most is None:
        reasons.append("no open roles are known")
    elif most < least:
        reasons.append(f"{most:.0f} open roles are known (needs {least})")
    if rise is None:
        reasons.append("the trend is not a rise" if contrary else "no rise is known")
    elif not known.confident(rise) and not leaning:
        reasons.append(f"the rise has confidence {rise.confidence:.2f} (needs {known.needed:.2f})")
    if flagged:
        reasons.append("the brief flags its hiring signal as weak")
    if not reasons:
        return None
    shown = ([known.support(fact)] if fact else []) + ([rise] if rise else contrary[:1])
    message = f"States fast growth (“{claim.text.strip()}”) as a fact: {'; '.join(reasons)}."
    return Weighed(Fault.GROWTH, claim, message, refs(shown))


def _most_roles(known: Known) -> tuple[Fact | None, float | None]:
    """The largest count of open roles, the whole before its parts."""
    counts = [(n, f) for f in known.facts(FactKind.OPEN_ROLES) if (n := number_of(f)) is not None]
    whole = [(n, f) for n, f in counts if not f.subject]
    best = max(whole or counts, key=lambda pair: pair[0], default=None)
    return (best[1], best[0]) if best else (None, None)
