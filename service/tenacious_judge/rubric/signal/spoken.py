"""The prospect's own claims, turn by turn; a later figure of theirs takes the place of an earlier one."""

from ...domain import Role, Turn
from ...reading.case import Case
from ...reading.claims import Claim, ClaimKind, Stance, Voice, names, read_claims
from ...reading.claims.answers import Topic, read_answers, topics_of, undone
from ...reading.passage import Passage

_FIGURES = (
    ClaimKind.ROLES,
    ClaimKind.FUNDING_AMOUNT,
    ClaimKind.FUNDING_TIME,
    ClaimKind.LAYOFF_PERCENT,
    ClaimKind.LAYOFF_COUNT,
    ClaimKind.HEADCOUNT,
    ClaimKind.AI_LEVEL,
    ClaimKind.AI_SCORE,
)
_RAISE = (ClaimKind.FUNDING, ClaimKind.FUNDING_STAGE)
_SAID = (Stance.ASSERTED, Stance.LEANING, Stance.LIMITED)


def spoken_claims(case: Case, spoken: tuple[tuple[Turn, Passage], ...]) -> tuple[tuple[Turn, Claim], ...]:
    """Claims of the turns `spoken`, the oldest first, each figure as they gave it last."""
    company, peers = names(case)
    wanted = {id(passage) for _, passage in spoken}
    topics: frozenset[Topic] = frozenset()
    ours: set[float] = set()
    out: list[tuple[Turn, Claim]] = []
    for turn, passage in case.turns:
        if id(passage) in wanted:
            claims = list(read_claims(passage, Voice.PROSPECT, company, peers))
            claims += read_answers(passage, topics, company, peers)
            out += [(turn, claim) for claim in _their_own(claims, ours)]
        if turn.role is Role.AGENT:
            ours |= {number.value for number in passage.numbers}
        topics |= topics_of(passage.flat)
    return tuple(pair for i, pair in enumerate(out) if not _outdated(pair[1], out[i + 1 :]))


def _their_own(claims: list[Claim], ours: set[float]) -> list[Claim]:
    """What a turn tells of them, without the figure of ours that it puts right: "you saw nine; it is six"."""
    claims = [c for c in claims if not _undone(c)]
    counts = [c for c in claims if _total(c)]
    if len({c.low for c in counts}) < 2:
        return claims
    repeated = [c for c in counts if c.low == c.high and c.low in ours]
    if not repeated or len(repeated) == len(counts):
        return claims
    return [c for c in claims if not any(c is r for r in repeated)]


def _undone(claim: Claim) -> bool:
    """ "We have not raised a Series C": the stage is named to deny it."""
    if claim.kind not in _RAISE or claim.stance is Stance.NEGATED:
        return False
    sentence = claim.passage.sentence_at(claim.start)
    return undone(claim.passage.flat, sentence.start, sentence.end) is not None


def _total(claim: Claim) -> bool:
    return claim.kind is ClaimKind.ROLES and claim.degree != 1 and claim.stance in _SAID


def _outdated(claim: Claim, later: list[tuple[Turn, Claim]]) -> bool:
    """True for a figure that a later turn of theirs gives anew."""
    if claim.kind not in _FIGURES or (claim.kind is ClaimKind.ROLES and claim.degree == 1):
        return False
    return any(
        other.kind is claim.kind
        and other.passage is not claim.passage
        and other.stance in _SAID
        and (claim.kind is ClaimKind.AI_LEVEL or other.subject == claim.subject)
        and (other.kind is not ClaimKind.ROLES or other.degree != 1)
        for _, other in later
    )
