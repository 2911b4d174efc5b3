"""Parts that are more than the whole: "five backend openings, plus three for data" where six are open."""

from collections.abc import Sequence

from ...domain import FactKind
from ...reading.claims import Claim, ClaimKind, Stance
from .known import Known, number_of
from .verdicts import Weighed, contradicted


def too_many_parts(known: Known, claims: Sequence[Claim]) -> list[Weighed]:
    """The last part of a sum of disciplines in one sentence that no known count of open roles reaches."""
    parts = [c for c in claims if c.kind is ClaimKind.ROLES and c.subject and c.stance is Stance.ASSERTED]
    if len(parts) < 2:
        return []
    facts = known.facts(FactKind.OPEN_ROLES)
    totals = [(n, f) for f in facts if not f.subject and (n := number_of(f)) is not None]
    if not totals or any(f.subject for f in facts) or any(known.turns_of(ClaimKind.ROLES)):
        return []
    most, fact = max(totals, key=lambda pair: pair[0])
    last = parts[-1]
    sentence = last.passage.sentence_at(last.start)
    beside = {
        c.subject: c.low
        for c in parts
        if c.passage is last.passage and sentence.start <= c.start < sentence.end
    }
    if len(beside) < 2 or sum(beside.values()) <= most:
        return []
    return [contradicted(last, [known.support(fact)])]
