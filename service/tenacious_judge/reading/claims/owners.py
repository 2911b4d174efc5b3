"""Whose number it is: what we offer, decline or placed, what they asked us for and what counts peers is no
claim about the prospect."""

import re
from collections.abc import Sequence

from ...domain import Role
from ..case import Case
from ..passage import Passage
from ..peers.claims import read_claims as read_peers
from ..promises import Capacity, HeadKind, Stance, read_capacity
from ..promises.statement import Statement
from .model import Claim, ClaimKind

_COUNTS = frozenset((ClaimKind.ROLES, ClaimKind.ROLES_BEFORE, ClaimKind.ROLES_DELTA, ClaimKind.HEADCOUNT))
_ROLES = frozenset((ClaimKind.ROLES, ClaimKind.ROLES_BEFORE, ClaimKind.ROLES_DELTA))
_OURS = frozenset((Stance.FIRM, Stance.GATED, Stance.DECLINED, Stance.RECORD))
_REST = re.compile(
    r"\b(?:other|remaining|rest|further|last|missing|leftover|more)(?: the| of| those)*\s*$|\brest\b"
)
_A_GROUP = re.compile(
    r"\b(?:an? (?:[\w-]+ )?(?:squad|pod|crew|cell)|(?:another|first|second|third|next|further|new|"
    r"extra|additional|"
    r"small|fresh)(?: [\w-]+)? (?:group|squad|pod|team|unit|crew|cell)) of(?: about| up to| around)?\s*$"
)
_AT_ONCE = re.compile(
    r"[\w-]+ (?:[\w-]+ )?(?:people|engineers|developers|hires) at (?:once|a time|short|the same)\b"
)
_THE = re.compile(r"\b(?:the|your|those|these|all|its|their)\s$")
_YOU_HAVE = re.compile(r"[^.?!;,]{0,20}\b(?:you|your)\b")
_YOUR_OWN = re.compile(r"\byour?\b")
_YOU_ARE = re.compile(
    r"\b(?:you|your|company|it|team)(?: are|'re| is| run| have| lead| has)?\b[^.?!;]{0,24}$"
)


def theirs(case: Case, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims without those whose number belongs to somebody else."""
    if not any(c.kind in _COUNTS for c in claims):
        return tuple(claims)
    owned = _Owned(case)
    roles = {(id(c.passage), c.start) for c in claims if c.kind in _ROLES}
    return tuple(
        c
        for c in claims
        if c.kind not in _COUNTS
        or not ((c.kind is ClaimKind.HEADCOUNT and (id(c.passage), c.start) in roles) or owned.elsewhere(c))
    )


# "Two job posts, from Gannet Health and Orla Clinics": those of firms named there.
_NAMED_AFTER = re.compile(
    r"[\w ]{0,12},? (?:one each |both |each )?(?:from|at|by|of) (?P<name>[A-Z][\w&-]+)(?: [A-Z][\w&-]+)*"
    r"(?:(?P<more>,? (?:and|or|&) [A-Z])|,|\.| -)"
)


class _Owned:
    """Numbers of one mail that the readers of promises and of peers take."""

    def __init__(self, case: Case) -> None:
        self.capacity: Capacity = case.once(read_capacity)
        self.asked = {r.count for r in self.capacity.requests if r.count is not None}
        self.spoken = {n.value for _, turn in case.turns_of(Role.PROSPECT) for n in turn.numbers}
        self.company = case.company
        self.peers = [
            (claim.passage, amount.start, amount.end)
            for claim in case.once(read_peers).claims
            for amount in claim.amounts
            if amount.end > amount.start
        ]

    def elsewhere(self, claim: Claim) -> bool:
        """True where somebody else owns the number of the claim."""
        passage, start = claim.passage, claim.start
        if any(p is passage and a <= start < b for p, a, b in self.peers):
            return True
        if claim.kind in _ROLES and self._of_a_stranger(claim):
            return True
        if claim.kind is ClaimKind.HEADCOUNT and (_indefinite(passage, start) or claim.low in self.spoken):
            return True
        for said in self.capacity.statements:
            if said.passage is passage and said.start <= start < said.end and self._not_theirs(claim, said):
                return True
        return self._left_over(claim)

    def _of_a_stranger(self, claim: Claim) -> bool:
        passage = claim.passage
        sentence = passage.sentence_at(claim.start)
        found = _NAMED_AFTER.match(passage.text.clean, claim.end, sentence.end + 1)
        if found is None or found["name"].lower() in self.company:
            return False
        if not self.company and found["more"] is None:
            return False
        return _YOUR_OWN.search(passage.flat, *passage.clause_at(claim.start)) is None

    def _not_theirs(self, claim: Claim, said: Statement) -> bool:
        if said.kind is HeadKind.ROLES and _yours(claim.passage.flat, said.start, said.end):
            return False
        counted = said.kind in (HeadKind.PEOPLE, HeadKind.STACK)
        if said.said.stance in _OURS and (counted or said.said.stance is not Stance.RECORD):
            # Nothing but a number is ours only where capacity is what the mail is about.
            return not said.said.default or claim.kind is ClaimKind.HEADCOUNT or bool(self.asked)
        return counted and said.count in self.asked

    def _left_over(self, claim: Claim) -> bool:
        """ "The other four seats": what is left of the request once we have given or declined our part."""
        flat = claim.passage.flat
        if not _REST.search(flat, max(0, claim.start - 24), claim.start):
            return False
        wholes = self.asked | {
            s.count for s in self.capacity.statements if s.said.stance is Stance.DECLINED and s.count
        }
        parts = [s.count for s in self.capacity.statements if s.firm and s.count]
        return any(w - p == claim.high for w in wholes for p in parts)


def _yours(flat: str, start: int, end: int) -> bool:
    """ "The three seats you are trying to fill": theirs, whatever we offer for them."""
    return _THE.search(flat, max(0, start - 12), start) is not None or _YOU_HAVE.match(flat, end) is not None


def _indefinite(passage: Passage, start: int) -> bool:
    """ "A second group of two": some group, not theirs."""
    if _AT_ONCE.match(passage.flat, start, start + 60):
        return True
    found = _A_GROUP.search(passage.flat, max(0, start - 48), start)
    sentence = passage.sentence_at(start)
    return found is not None and not _YOU_ARE.search(passage.flat, sentence.start, found.start())
