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
_READERS = (
    read_roles,
    read_pace,
    read_funding,
    read_layoffs,
    read_leaders,
    read_maturity,
    read_tech,
    read_plans,
    read_money,
    read_state,
    read_said,
    read_certain,
    read_headcount,
    read_affairs,
)


# A count of roles says nothing on the affair told beside it.
_COUNTS = (ClaimKind.ROLES, ClaimKind.ROLES_BEFORE, ClaimKind.FUNDING, ClaimKind.FUNDING_STAGE)


def read_claims(
    passage: Passage, voice: Voice, company: str = "", peers: tuple[str, ...] = ()
) -> tuple[Claim, ...]:
    """All claims of a passage, reader by reader."""
    scope = Scope(passage, voice, company, peers)
    if scope.mute:
        return ()
    claims = tuple(islice((claim for reader in _READERS for claim in reader(scope)), _MOST))
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
