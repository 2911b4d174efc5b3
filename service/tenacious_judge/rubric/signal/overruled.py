"""Facts that the prospect's words take out of the brief: a round not closed, a cut that never was."""

import re
from collections.abc import Sequence

from ...reading.claims import Claim, ClaimKind, Stance
from ...reading.claims.answers import gone_tech, no_cut, not_new, undone
from .known import Known, Told
from .verdicts import Weighed, contradicted

_RAISE = (ClaimKind.FUNDING, ClaimKind.FUNDING_STAGE, ClaimKind.FUNDING_AMOUNT, ClaimKind.FUNDING_TIME)
_CUT = (ClaimKind.LAYOFF, ClaimKind.LAYOFF_PERCENT, ClaimKind.LAYOFF_COUNT, ClaimKind.LAYOFF_TIME)
_LEADER = (ClaimKind.LEADER, ClaimKind.LEADER_TIME)
_LED = (ClaimKind.LEADER,)
_CHANGE = (ClaimKind.ROLES_RATIO, ClaimKind.ROLES_PERCENT, ClaimKind.ROLES_DELTA)
_STOP = re.compile(r"\b(?:fr[eo]ez\w*|froze\w*|paus\w+|stop\w*|on hold|stale|leftovers?|no longer)\b")
_LONG = 365.0
"""Days in a post after which nobody calls it new."""
_AI = (ClaimKind.AI_LEVEL, ClaimKind.AI_SCORE)
# "Thank you for the correction on the round": named to take it back.
_ACCEPTED = re.compile(
    r"\b(?:thank you|thanks|grateful|obliged|sorry|apolog\w+)\b[^.?!;]{0,40}\b(?:correct\w+|clarif\w+|"
    r"putting|put|setting|straight|right|"
    r"updat\w+|telling|clearing|wrong|mix-?up|premature|assum\w+)\b|\b(?:i|we|i'll|i've|we've|"
    r"i'd)(?: \w+){0,2} (?:not|n't|no longer|never)"
    r"(?: \w+){0,3} (?:assum\w+|take|treat|mention|count|build|rely|lean|refer|repeat|plan|write|bring)\b|"
    r"\b(?:i|we|i've|we've|my|our)\b[^.?!;]{0,40}\b(?:struck|deleted|removed|corrected|misread|mistook|"
    r"mistaken|wrong|premature|too early|"
    r"took out|taken out|withdraw|withdrawn|out of date|crossed out|ahead of)\b"
)
_STANDING = (Stance.ASSERTED, Stance.LEANING)


def overruled(known: Known, claim: Claim) -> Weighed | None:
    """A finding where the prospect's latest word on the thing is that it is not so."""
    found = _against(known, claim) if known.turns else None
    if found is None:
        return None
    sentence = claim.passage.sentence_at(claim.start)
    return None if _ACCEPTED.search(claim.passage.flat, sentence.start, sentence.end) else found


def _against(known: Known, claim: Claim) -> Weighed | None:
    sentence = claim.passage.sentence_at(claim.start)
    flat, a, b = claim.passage.flat, sentence.start, sentence.end
    if claim.kind in _RAISE:
        said = _last(known, _RAISE)
        if said is None or not _same_round(known, claim, said.claim) or undone(flat, a, b):
            return None
        return contradicted(claim, [said.support])
    if claim.kind in _CUT:
        said = _last(known, _CUT)
        return None if said is None or no_cut(flat, a, b) else contradicted(claim, [said.support])
    if claim.kind in _LEADER:
        said = _last(known, _LED)
        if said is None or not_new(flat, a, b, claim.passage.today.year) or claim.degree:
            return None
        return contradicted(claim, [said.support])
    if claim.kind is ClaimKind.TECH:
        said = _last(known, (ClaimKind.TECH,), claim.subject)
        if said is None or gone_tech(flat, claim.start, claim.end, a, b):
            return None
        return contradicted(claim, [said.support])
    if claim.kind in _AI:
        return _ai(known, claim)
    if claim.kind in _CHANGE and not _STOP.search(flat, a, b):
        stopped = [t.support for t in known.turns_of(ClaimKind.FREEZE)]
        return contradicted(claim, stopped) if stopped else None
    return None


def borne_out(known: Known, claim: Claim) -> bool:
    """ "Nine years in the chair", as the prospect wrote, whatever the brief dates."""
    return claim.kind is ClaimKind.LEADER_TIME and claim.low >= _LONG and _last(known, _LED) is not None


def _last(known: Known, kinds: Sequence[ClaimKind], subject: str = "") -> Told | None:
    """The prospect's denial, where nothing that they wrote later says otherwise."""
    found = None
    for told in known.turns:
        if told.claim.kind not in kinds or (subject and told.claim.subject != subject):
            continue
        if told.claim.stance is Stance.NEGATED:
            found = told
        elif told.claim.stance in _STANDING and not (found and _beside(found.claim, told.claim)):
            found = None
    return found


def _beside(denial: Claim, other: Claim) -> bool:
    """True for what the sentence that denies, or the rest of its turn, names: "the round", "until August"."""
    return denial.passage is other.passage


def _same_round(known: Known, claim: Claim, denial: Claim) -> bool:
    """ "We have not raised a Series C" says nothing against the Series B."""
    if not denial.subject:
        return True
    if claim.kind is ClaimKind.FUNDING_STAGE:
        return claim.subject == denial.subject
    stages = {str(f.value) for f in known.evidence if f.kind.value == "funding_stage"}
    return not stages or denial.subject in stages


def _ai(known: Known, claim: Claim) -> Weighed | None:
    """ "We have no ML team": whatever a brief scores."""
    spoken = [t for t in known.turns if t.claim.kind is ClaimKind.AI_LEVEL and t.claim.stance in _STANDING]
    if not spoken:
        return None
    said = spoken[-1]
    if claim.kind is ClaimKind.AI_SCORE:
        fits = (claim.high >= 2) == (said.claim.subject == "high")
    else:
        fits = claim.subject == said.claim.subject
    return None if fits else contradicted(claim, [said.support])
