"""Whether a mail says how little its evidence about peers carries."""

from ...reading.case import Case
from ...reading.layout import Sentence
from ...reading.passage import Passage
from ...reading.peers.claims import Claim
from ...reading.peers.stance import is_about_reader
from ...reading.peers.units import units_of


def limits_said(case: Case, claim: Claim) -> bool:
    """True when that sentence or one beside it says how little the evidence about peers carries."""
    passage, sentence = claim.passage, claim.unit.sentence.index
    for s in passage.prose():
        if abs(s.index - sentence) > 1:
            continue
        doubts = (p for cue in ("gap_limit", "caveat") for p in passage.cue(cue) if s.start <= p[0] < s.end)
        if any(not is_about_reader(case, passage, *_around(case, passage, s, p[0])) for p in doubts):
            return True
    return False


def _around(case: Case, passage: Passage, sentence: Sentence, at: int) -> tuple[int, int]:
    piece = next((u for u in units_of(case, passage, sentence) if u.start <= at < u.end), None)
    return (sentence.start, sentence.end) if piece is None else (piece.start, piece.end)
