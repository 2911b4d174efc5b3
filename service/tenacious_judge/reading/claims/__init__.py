"""Claims: what a text says about the prospect, typed. `read_claims` for a text, `mail_claims` for a "
"mail."""

from itertools import islice

from ..case import Case
from ..passage import Passage
from .affairs import AFFAIR, read_affairs
from .funding import read_funding
from .layoffs import read_layoffs
from .leaders import read_leaders
from .maturity import read_maturity
from .model import Claim, ClaimKind, Stance
from .money import read_money
from .owners import theirs
from .pace import read_pace
from .plans import read_plans
from .roles import read_roles
from .scope import Scope
from .state import read_certain, read_headcount, read_said, read_state
from .subject import Voice
from .tech import read_tech

__all__ = ["Claim", "ClaimKind", "Scope", "Stance", "Voice", "mail_claims", "names", "read_claims"]

_MOST = 48
"""Claims read of one text; no honest mail makes half as many."""
# Each reader with what its claims begin with: it is not asked where none of that occurs.
_READERS = tuple(
    (read, frozenset(begins.split()))
    for read, begins in (
        (read_roles, "number sig_no_roles"),
        (
            read_pace,
            "sig_degree_np sig_degree_vp sig_degree_word sig_burst_vp sig_trend_up sig_trend_down "
            "sig_trend_flat sig_freeze sig_grow_vp sig_hire_vp",
        ),
        (read_funding, "sig_stage sig_raise sig_investor number figure"),
        (read_layoffs, "sig_layoff"),
        (read_leaders, "sig_leader"),
        (read_maturity, "sig_ai_score sig_ai_high sig_ai_low"),
        (read_tech, "sig_tech_owned sig_tech_said sig_tech_name"),
        (read_plans, "sig_event_noun sig_plan_verb"),
        (read_money, "sig_money"),
        (read_state, "sig_pain sig_state sig_deed sig_granted sig_leaving sig_theirs name"),
        (read_said, "sig_said"),
        (read_certain, "sig_certain"),
        (read_headcount, "number"),
        (read_affairs, "sig_scheduled sig_gerund sig_affair sig_event_noun"),
    )
)


# A count of roles says nothing on the affair told beside it.
_COUNTS = (ClaimKind.ROLES, ClaimKind.ROLES_BEFORE, ClaimKind.FUNDING, ClaimKind.FUNDING_STAGE)


def read_claims(
    passage: Passage, voice: Voice, company: str = "", peers: tuple[str, ...] = ()
) -> tuple[Claim, ...]:
    """All claims of a passage, reader by reader."""
    scope = Scope(passage, voice, company, peers)
    readers = [read for read, begins in _READERS if not begins.isdisjoint(scope.present)]
    claims = tuple(islice((claim for read in readers for claim in read(scope)), _MOST))
    return tuple(
        c
        for c in claims
        if not (c.kind is ClaimKind.STATE and c.degree and _told_otherwise(c, claims))
        and not (c.kind is ClaimKind.EVENT and _a_cut(c, claims))
    )


def _a_cut(claim: Claim, claims: tuple[Claim, ...]) -> bool:
    """ "Twelve per cent went in February": people who went, and no deed of theirs."""
    return any(
        other.kind is ClaimKind.LAYOFF and other.start < claim.end and claim.start < other.end
        for other in claims
    )


def _told_otherwise(claim: Claim, claims: tuple[Claim, ...]) -> bool:
    """A general statement on something of theirs gives way to a typed claim in the same clause."""
    a, b = claim.passage.clause_at(claim.start)
    return any(
        other is not claim
        and other.degree != AFFAIR
        and a <= other.start < b
        and not (claim.degree == AFFAIR and other.kind in _COUNTS and abs(other.start - claim.end) > 12)
        for other in claims
    )


def names(case: Case) -> tuple[str, tuple[str, ...]]:
    """The prospect's company and the peers, in lower case."""
    return case.company, tuple(peer.name.lower() for peer in case.gap.peers)


def mail_claims(case: Case) -> tuple[Claim, ...]:
    """The claims of the mail, subject first. Use through `case.once`."""
    company, peers = names(case)
    claims = [c for p in case.mail.passages for c in read_claims(p, Voice.MAIL, company, peers)]
    return theirs(case, claims)
