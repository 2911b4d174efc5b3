"""Every claim of the mail, weighed once."""

import re
from collections.abc import Callable
from dataclasses import replace

from ...domain import FactKind
from ...reading.case import Case
from ...reading.claims import Claim, ClaimKind, Stance, mail_claims
from ...reading.claims.stance import Stances
from . import events, hiring, leaders, open_class, pace, said
from .known import Known
from .overruled import borne_out, overruled
from .part_sums import too_many_parts
from .said_before import left_open, recalled, taken_back
from .verdicts import Weighed


def _tech(known: Known, claim: Claim) -> Weighed | None:
    """A technology that nothing but the mail's address makes theirs is theirs where their stack is known."""
    if claim.degree and not known.facts(FactKind.TECH):
        return None
    return open_class.weigh_tech(known, claim)


def _maturity(known: Known, claim: Claim) -> Weighed | None:
    """ "Your ML team": a team of theirs, which only evidence on it can speak against."""
    if _THEIR_TEAM.fullmatch(claim.text) and not known.facts(FactKind.AI_MATURITY):
        return None
    return leaders.weigh_maturity(known, claim)


def _amount(known: Known, claim: Claim) -> Weighed | None:
    """A bare sum is a raise where a raise of theirs is known."""
    if claim.degree and not (known.facts(FactKind.FUNDING_AMOUNT) or known.facts(FactKind.FUNDING_STAGE)):
        return None
    return events.weigh_amount(known, claim)


_SCALES: dict[ClaimKind, Callable[[Known, Claim], Weighed | None]] = {
    ClaimKind.ROLES: hiring.weigh_roles,
    ClaimKind.ROLES_BEFORE: hiring.weigh_before,
    ClaimKind.ROLES_DELTA: hiring.weigh_change,
    ClaimKind.ROLES_RATIO: hiring.weigh_change,
    ClaimKind.ROLES_PERCENT: hiring.weigh_change,
    ClaimKind.HEADCOUNT_RATIO: hiring.weigh_team_ratio,
    ClaimKind.TREND: pace.weigh_trend,
    ClaimKind.PACE: pace.weigh_pace,
    ClaimKind.FREEZE: pace.weigh_freeze,
    ClaimKind.FUNDING: events.weigh_funding,
    ClaimKind.FUNDING_STAGE: events.weigh_stage,
    ClaimKind.FUNDING_AMOUNT: _amount,
    ClaimKind.FUNDING_TIME: events.weigh_funding_time,
    ClaimKind.LAYOFF: events.weigh_layoff,
    ClaimKind.LAYOFF_PERCENT: events.weigh_layoff_size,
    ClaimKind.LAYOFF_COUNT: events.weigh_layoff_size,
    ClaimKind.LAYOFF_TIME: events.weigh_layoff_time,
    ClaimKind.LEADER: leaders.weigh_leader,
    ClaimKind.LEADER_NAME: leaders.weigh_leader_name,
    ClaimKind.LEADER_TIME: leaders.weigh_leader_time,
    ClaimKind.AI_SCORE: leaders.weigh_maturity,
    ClaimKind.AI_LEVEL: _maturity,
    ClaimKind.TECH: _tech,
    ClaimKind.HEADCOUNT: open_class.weigh_headcount,
    ClaimKind.EVENT: open_class.weigh_event,
    ClaimKind.MONEY: open_class.weigh_money,
    ClaimKind.STATE: open_class.weigh_state,
}
_DENIABLE = (ClaimKind.FUNDING, ClaimKind.LAYOFF, ClaimKind.LEADER)
_THEIR_TEAM = re.compile(
    r"(?:your|its) [a-z ]*(?:team|function|group|practice|department|unit|platform|squad|lab)"
)
_DENIED = re.compile(
    r"\byou(?:'ve| have)? (?:have |has )?(?:not|never|n't)\b[^.?!;,]{0,24}$|\b(?:you|company|"
    r"team) (?:haven't|hasn't|didn't|has not|did not)\b[^.?!;,]{0,24}$"
)
_WEIGHED_STANCES = (Stance.ASSERTED, Stance.LEANING)


def weighed(case: Case) -> tuple[Weighed, ...]:
    """All claims found wanting, in the order of the text. Use through `case.once`."""
    claims = case.once(mail_claims)
    if not claims:
        return ()
    known = case.once(Known)
    out = [found for claim in claims if (found := _weigh(known, claim, claims)) is not None]
    if not any(w.claim.kind is ClaimKind.ROLES for w in out):
        out += too_many_parts(known, claims)
    return tuple(sorted(out, key=lambda w: w.claim.start))


def _weigh(known: Known, claim: Claim, claims: tuple[Claim, ...]) -> Weighed | None:
    if claim.kind is ClaimKind.CERTAIN:
        return said.weigh_certain(known, claim, _beside(claim, claims))
    if claim.stance is Stance.NEGATED and claim.kind in _DENIABLE:
        return (
            events.weigh_denial(known, claim)
            if _DENIED.search(claim.passage.flat, max(0, claim.start - 40), claim.start)
            else None
        )
    if claim.stance not in _WEIGHED_STANCES and not (
        claim.stance is Stance.LIMITED and claim.kind is ClaimKind.ROLES
    ):
        return None
    if claim.kind is ClaimKind.SAID:
        return said.weigh_said(known, claim, _beside(claim, claims))
    if claim.kind is ClaimKind.ROLES and known.case.mail.subject is claim.passage:
        claim = _as_in_body(claim, claims)
    if borne_out(known, claim) or recalled(known.case, claim):
        return None
    found = overruled(known, claim) or _SCALES[claim.kind](known, claim)
    if found is None or left_open(found) or taken_back(known.case, claim):
        return None
    return found


def _as_in_body(claim: Claim, claims: tuple[Claim, ...]) -> Claim:
    """A count in the subject line stands under the limit that the body sets on the same count."""
    for other in claims:
        same = other.kind is claim.kind and other.passage is not claim.passage and other.low == claim.low
        if same and (other.stance is Stance.LIMITED or Stances(other.passage).limit_near(other.start)):
            return replace(claim, stance=Stance.LIMITED)
    return claim


def _beside(claim: Claim, claims: tuple[Claim, ...]) -> bool:
    """True when the sentence holds another claim."""
    sentence = claim.passage.sentence_at(claim.start)
    return any(
        c is not claim
        and c.passage is claim.passage
        and sentence.start <= c.start < sentence.end
        and c.kind is not ClaimKind.SAID
        for c in claims
    )
