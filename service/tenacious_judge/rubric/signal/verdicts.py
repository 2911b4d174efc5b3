"""How a claim stands against the evidence, and what is said about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...domain import EvidenceRef, Severity
from ...reading.claims import Claim, ClaimKind, Stance
from .known import Known, Support


class Fault(StrEnum):
    """What is wrong with a claim: the id of the rule that it breaks."""

    CONTRADICTED = "SIG-001"
    UNSUPPORTED = "SIG-002"
    GROWTH = "SIG-003"
    WEAK = "SIG-004"
    STALE = "SIG-005"
    INVENTED = "SIG-006"
    STATE = "SIG-007"
    CERTAIN = "SIG-008"
    SAID = "SIG-009"
    FLAGGED = "SIG-010"


@dataclass(frozen=True, slots=True)
class Weighed:
    """One claim found wanting."""

    fault: Fault
    claim: Claim
    message: str
    evidence: tuple[EvidenceRef, ...] = ()
    severity: Severity | None = None


TOPIC = {
    ClaimKind.ROLES: "the number of open roles",
    ClaimKind.ROLES_BEFORE: "the earlier number of open roles",
    ClaimKind.ROLES_DELTA: "the change in open roles",
    ClaimKind.ROLES_RATIO: "the change in open roles",
    ClaimKind.ROLES_PERCENT: "the change in open roles",
    ClaimKind.HEADCOUNT: "the headcount",
    ClaimKind.HEADCOUNT_RATIO: "the growth of the team",
    ClaimKind.TREND: "the hiring trend",
    ClaimKind.PACE: "hiring",
    ClaimKind.FREEZE: "a hiring freeze",
    ClaimKind.FUNDING: "a raise",
    ClaimKind.FUNDING_STAGE: "the funding stage",
    ClaimKind.FUNDING_AMOUNT: "the amount raised",
    ClaimKind.FUNDING_TIME: "the time of the raise",
    ClaimKind.LAYOFF: "a layoff",
    ClaimKind.LAYOFF_PERCENT: "the share laid off",
    ClaimKind.LAYOFF_COUNT: "how many were laid off",
    ClaimKind.LAYOFF_TIME: "the time of the layoff",
    ClaimKind.LEADER: "a change of leadership",
    ClaimKind.LEADER_NAME: "the leader's name",
    ClaimKind.LEADER_TIME: "the time of the change",
    ClaimKind.AI_SCORE: "AI maturity",
    ClaimKind.AI_LEVEL: "AI maturity",
    ClaimKind.TECH: "the technology in use",
    ClaimKind.EVENT: "this initiative",
    ClaimKind.MONEY: "this figure",
    ClaimKind.STATE: "this state of affairs",
}


def contradicted(claim: Claim, against: Sequence[Support]) -> Weighed:
    """The evidence says something else."""
    shown = against[0]
    who = "the prospect wrote otherwise" if shown.spoken else f"the evidence has {_shown(shown)}"
    return Weighed(
        Fault.CONTRADICTED,
        claim,
        f"States {TOPIC[claim.kind]} as “{claim.text.strip()}”; {who}.",
        refs(against),
    )


def unsupported(claim: Claim) -> Weighed:
    return Weighed(
        Fault.UNSUPPORTED,
        claim,
        f"States {TOPIC[claim.kind]} (“{claim.text.strip()}”); nothing that is known about the "
        f"prospect says so.",
    )


def weak(known: Known, claim: Claim, support: Support) -> Weighed:
    return Weighed(
        Fault.WEAK,
        claim,
        f"States {TOPIC[claim.kind]} (“{claim.text.strip()}”) as a fact; its evidence has "
        f"confidence {support.confidence:.2f} (needs {known.needed:.2f}).",
        (support.ref,),
    )


def refs(supports: Sequence[Support]) -> tuple[EvidenceRef, ...]:
    return tuple(dict.fromkeys(s.ref for s in supports[:3]))


def settle(
    known: Known,
    claim: Claim,
    agree: Sequence[Support],
    against: Sequence[Support],
    *,
    needed: bool = False,
    forgive: bool = False,
) -> Weighed | None:
    """The common judgement of a claim with a value. `needed`: without any evidence it is unsupported;
    `forgive`: weak but agreeing evidence is enough.

    What the prospect wrote decides over a brief; otherwise one confident agreement is enough.
    """
    spoken = [s for s in against if s.spoken]
    if spoken and not any(s.spoken for s in agree):
        return contradicted(claim, spoken)
    if agree:
        best = max(agree, key=lambda s: s.confidence)
        if known.confident(best) or forgive or claim.stance is Stance.LEANING:
            return None
        if against and max(s.confidence for s in against) > best.confidence:
            return contradicted(claim, sorted(against, key=lambda s: -s.confidence))
        return weak(known, claim, best)
    if against:
        return contradicted(claim, sorted(against, key=lambda s: -s.confidence))
    return unsupported(claim) if needed else None


def _shown(support: Support) -> str:
    value = support.ref.value
    return (
        f"“{value[:60]}”"
        if isinstance(value, str)
        else f"{value:,}"
        if isinstance(value, (int, float)) and not isinstance(value, bool)
        else str(value).lower()
    )
