"""Counts that follow from what the prospect wrote: nine open, two of them on ice, leaves seven."""

import re
from dataclasses import dataclass

from ...domain import EvidenceRef, FactKind
from ...reading.case import Case
from ...reading.claims import ClaimKind, Stance
from ...reading.numbers import Number, NumberKind
from ...reading.passage import Passage
from .known import Known, Support, number_of

_OUT_AFTER = re.compile(
    r"[^.?!;]{0,34}?\b(?P<how>on ice|on hold|paused|frozen|parked|filled|closed|pulled|"
    r"gone|cancell?ed|withdrawn|"
    r"dropped|removed|taken(?: down)?|off the (?:page|list)|came down|duplicates?|stale|"
    r"dead|expired|scrapped|"
    r"shelved|signed|accepted|hired)\b"
)
_OUT_BEFORE = re.compile(
    r"\b(?P<how>pulled|filled|closed|cancell?ed|froze|paused|dropped|removed|withdrew|"
    r"withdrawn|took down|taken "
    r"down|scrapped|shelved|hired for|parked)(?: already| just| the| another)*\s*$"
)
_OF_THEM = re.compile(
    r"\s*(?:of (?:them|those|these|the|our)\b|(?:\w+ )?(?:roles?|seats?|positions?|"
    r"openings?|postings?|reqs?)\b|"
    r"(?:got|are|were|have been|is|was)\b)"
)
_KEPT = ("on ice", "on hold", "paused", "frozen", "froze", "parked")


@dataclass(frozen=True, slots=True)
class Left:
    """`count` roles remain of `total`; `gone`: the others are no longer open at all."""

    count: float
    total: float
    gone: bool
    support: Support


def counts_of(case: Case) -> tuple[Left, ...]:
    """Counts that follow from the prospect's turns. Use through `case.once`."""
    known = case.once(Known)
    if not known.spoken:
        return ()
    totals = {number_of(f) for f in known.facts(FactKind.OPEN_ROLES)}
    totals |= {
        t.claim.low
        for t in known.turns
        if t.claim.kind is ClaimKind.ROLES and t.claim.degree != 1 and t.claim.stance is Stance.ASSERTED
    }
    out = []
    for turn, passage in known.spoken:
        support = Support(1.0, EvidenceRef(turn.pointer, turn.content[:120]), True)
        for number in passage.numbers[:40]:
            how = _taken_out(passage, number)
            wholes = {number.whole} if number.whole is not None else totals
            if how:
                out += [
                    Left(total - number.value, total, how not in _KEPT, support)
                    for total in wholes
                    if total is not None and total - number.value >= 0
                ]
    return tuple(out)


def _taken_out(passage: Passage, number: Number) -> str:
    """How that many roles left the list, or nothing."""
    if number.kind not in (NumberKind.COUNT, NumberKind.RATIO):
        return ""
    sentence = passage.sentence_at(number.start)
    rest = passage.flat[number.end : sentence.end]
    if number.kind is NumberKind.COUNT and not _OF_THEM.match(rest):
        return ""
    before = _OUT_BEFORE.search(passage.flat, sentence.start, number.start)
    found = before or _OUT_AFTER.match(rest)
    return found["how"] if found else ""
