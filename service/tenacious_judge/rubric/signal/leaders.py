"""Changes of leadership and AI maturity, weighed."""

from ...domain import FactKind
from ...reading.claims import Claim, ClaimKind, Stance
from ...reading.claims.words import stems
from .events import LED, denials_of, split, weigh_time
from .known import Known, Support
from .verdicts import Fault, Weighed, contradicted, refs, settle

_NEW_DAYS = 270


def weigh_leader(known: Known, claim: Claim) -> Weighed | None:
    """That a leader changed, in the role said."""
    agree = [known.support(f) for kind in LED for f in known.facts(kind)]
    agree += [known.support(f) for f in known.facts(FactKind.LEADERSHIP_CHANGE) if f.value is True]
    denials = denials_of(known, FactKind.LEADERSHIP_CHANGE, (ClaimKind.LEADER,))
    for fact in known.facts(FactKind.LEADER_TENURE):
        fresh = isinstance(fact.value, (int, float)) and fact.value <= _NEW_DAYS
        (agree if fresh else denials).append(known.support(fact))
    told = list(known.told(ClaimKind.LEADER))
    agree += [t.support for t in told]
    if denials and not any(
        s.spoken or known.confident(s) for s in agree if s.ref.value is not None and s not in denials
    ):
        return contradicted(claim, denials)
    if not agree:
        said = known.mentions(("cto", "vp", "appoint", "leadership", "hire", "join"), 2)
        agree = [said] if said else []
    wrong = _other_role(known, claim)
    if wrong and not any(t.claim.subject == claim.subject for t in told):
        return contradicted(claim, wrong)
    return settle(known, claim, agree, [], needed=True)


def _other_role(known: Known, claim: Claim) -> list[Support]:
    """Facts of another role, where none is of the one said."""
    roles = [f for f in known.facts(FactKind.LEADER_ROLE) if isinstance(f.value, str)]
    if not claim.subject or not roles:
        return []
    if any(_seat(str(f.value)) == _seat(claim.subject) for f in roles):
        return []
    return [known.support(f) for f in roles]


def _seat(role: str) -> str:
    low = role.lower().replace("of ", "").strip()
    for short, words in (
        ("cto", ("cto", "chief technology")),
        ("vp engineering", ("vp eng", "vice president eng", "vpe", "svp eng", "vp engineering")),
        ("ceo", ("ceo", "chief executive")),
        ("head engineering", ("head engineering", "engineering head", "director engineering")),
    ):
        if any(w in low for w in words):
            return short
    return low


def weigh_leader_name(known: Known, claim: Claim) -> Weighed | None:
    """The name of the leader: any part of the one known."""
    said = set(claim.subject.split())
    prospect = set(known.case.prospect.name.lower().split())
    if said & prospect:
        return None
    agree, against = split(
        known, FactKind.LEADER_NAME, lambda f: bool(said & set(str(f.value).lower().replace(".", "").split()))
    )
    if not agree and any(claim.subject.split()[-1] in s.text for s in known.sayings):
        return None
    if (
        not agree
        and not against
        and not (known.facts(FactKind.LEADERSHIP_CHANGE) or known.facts(FactKind.LEADER_ROLE))
    ):
        return None  # the change itself is the finding
    return settle(known, claim, agree, against, needed=True, forgive=True)


def weigh_leader_time(known: Known, claim: Claim) -> Weighed | None:
    """When the change was, against its date or the tenure."""
    return weigh_time(known, claim, FactKind.LEADER_DATE, FactKind.LEADER_TENURE)


def weigh_maturity(known: Known, claim: Claim) -> Weighed | None:
    """AI maturity as a score or in words."""
    flag = known.evidence.flag("weak_ai_maturity_signal")
    if flag is not None and claim.stance is Stance.ASSERTED and not _said_so(known, claim):
        return Weighed(
            Fault.FLAGGED,
            claim,
            f"States AI maturity (“{claim.text.strip()}”) as a fact; the brief flags that signal as weak.",
            refs([known.support(flag)]),
        )
    agree, against = split(
        known,
        FactKind.AI_MATURITY,
        lambda f: isinstance(f.value, (int, float)) and _level_fits(claim, float(f.value)),
    )
    if claim.kind is ClaimKind.AI_SCORE:
        for told in known.told(ClaimKind.AI_SCORE):
            (agree if told.claim.low == claim.low else against).append(told.support)
        return settle(known, claim, agree, against, needed=True)
    for told in known.told(ClaimKind.AI_LEVEL):
        (agree if told.claim.subject == claim.subject else against).append(told.support)
    if not agree:
        said = known.mentions(stems(claim.text), 2)
        agree = [said] if said else []
    return settle(known, claim, agree, against, needed=True)


def _said_so(known: Known, claim: Claim) -> bool:
    """The prospect's own word on it, which beats a flag of the brief."""
    return any(
        t.claim.subject == claim.subject and t.claim.low == claim.low for t in known.turns_of(claim.kind)
    )


def _level_fits(claim: Claim, score: float) -> bool:
    if claim.kind is ClaimKind.AI_SCORE:
        return claim.low - 0.25 <= score <= claim.high + 0.25
    return score >= 2 if claim.subject == "high" else score < 2
