"""What the evidence says of cuts, rounds, leaders and AI maturity: the facts a pitch may collide with."""

import datetime as dt

from ...domain import EvidenceRef, Fact, FactKind, Role, Segment
from ...reading.case import Case
from ...reading.passage import cue_set
from ...reading.text import to_latin


def ref(fact: Fact) -> EvidenceRef:
    value = fact.value.isoformat() if isinstance(fact.value, dt.date) else fact.value
    return EvidenceRef(fact.pointer, value)


def _sure(case: Case, fact: Fact) -> bool:
    return fact.confidence is None or fact.confidence >= case.policy.confidence.needed


def recent_layoff(case: Case) -> Fact | None:
    """A layoff inside the window; one without a date counts as recent."""
    evidence = case.evidence
    found = evidence.first(FactKind.LAYOFF_DETECTED)
    if found is not None and found.value is False:
        return None
    for fact in evidence.of(FactKind.LAYOFF_DATE):
        if isinstance(fact.value, dt.date) and _sure(case, fact):
            return fact if 0 <= (case.today - fact.value).days <= case.policy.segment.layoff_days else None
    if found is not None and _sure(case, found):
        return found
    return evidence.flag("layoff_overrides_funding")


def fresh_funding(case: Case) -> Fact | None:
    """A round inside the window, or one that the brief detects without a date."""
    evidence = case.evidence
    detected = evidence.first(FactKind.FUNDING_DETECTED)
    if detected is not None and detected.value is False:
        return None
    for fact in (*evidence.of(FactKind.FUNDING_DATE), *evidence.of(FactKind.FUNDING_AGE)):
        days = (case.today - fact.value).days if isinstance(fact.value, dt.date) else fact.value
        if isinstance(days, (int, float)) and _sure(case, fact):
            return fact if 0 <= days <= case.policy.segment.funding_days else None
    return detected if detected is not None and _sure(case, detected) else None


def leader_changed(case: Case) -> bool | None:
    """True: a leader is new inside the window. False: denied, or longer ago. None: the evidence is silent."""
    evidence = case.evidence
    window = case.policy.segment.leadership_days
    ages = [
        (case.today - f.value).days for f in evidence.of(FactKind.LEADER_DATE) if isinstance(f.value, dt.date)
    ]
    ages += [f.value for f in evidence.of(FactKind.LEADER_TENURE) if isinstance(f.value, int)]
    if any(0 <= age <= window for age in ages) or _told(case):
        return True
    if ages:
        return False
    stated = evidence.first(FactKind.LEADERSHIP_CHANGE)
    return None if stated is None else stated.value is True


def _told(case: Case) -> bool:
    """True where the prospect, in the thread or in public, says that a leader is new."""
    if any(passage.cue("icp_new_role") for _, passage in case.turns_of(Role.PROSPECT)):
        return True
    texts = [str(f.value) for f in case.evidence.of(FactKind.STATEMENT) if f.source == "public_record"]
    return any(_NEW & cue_set().find(to_latin(text.lower())).keys() for text in texts)


_NEW = {"icp_new_role", "icp_new_leader", "icp_leader_named"}


def weak_maturity(case: Case) -> tuple[str, EvidenceRef | None] | None:
    """Why no capability gap may be pitched: AI maturity below the line, not sure enough or not stated (then
    without evidence); else None."""
    fact = case.evidence.first(FactKind.AI_MATURITY)
    needed = case.policy.segment.capability_min_maturity
    if fact is None or not isinstance(fact.value, (int, float)):
        return None if _own_label(case) else (f"no AI maturity stated (needs {needed})", None)
    if fact.value < needed:
        return f"AI maturity {fact.value:g} (needs {needed})", ref(fact)
    if not _sure(case, fact):
        return f"AI maturity {fact.value:g} at confidence {fact.confidence:.2f} only", ref(fact)
    flag = case.evidence.flag("weak_ai_maturity_signal")
    return ("AI maturity flagged as a weak signal", ref(flag)) if flag is not None else None


def _own_label(case: Case) -> bool:
    """True where a segment outside the four is declared: it is judged on consistency alone."""
    return case.segment.segment is None and bool(case.segment.label)


def governing(case: Case) -> Segment | None:
    """The segment that is declared, or that dated facts put in its place, or that facts make clear."""
    reading = case.segment
    if reading.segment is Segment.ABSTAIN and reading.derived and not declared(case):
        return None
    if reading.segment is Segment.RECENTLY_FUNDED and recent_layoff(case) is not None:
        return (
            Segment.RESTRUCTURING
        )  # a cut without a date, or a flag, that the reading of segments cannot place
    return reading.segment


def declared(case: Case) -> bool:
    """True where the request or the brief names a segment (it may be overridden)."""
    return (
        not case.segment.derived
        or case.request.context.icp_segment not in (None, "")
        or bool(case.evidence.of(FactKind.SEGMENT))
    )


def exploratory(case: Case) -> tuple[str, tuple[EvidenceRef, ...]] | None:
    """Why only an exploratory mail is in place, or None."""
    reading = case.segment
    if governing(case) is Segment.ABSTAIN:
        refs = (EvidenceRef(reading.pointer, reading.label),) if reading.pointer else ()
        return "the segment is abstain", refs
    needed = case.policy.segment.confidence_needed
    confidence = None if reading.derived or reading.segment is None else reading.confidence
    if confidence is not None and confidence < needed:
        sure = case.evidence.first(FactKind.SEGMENT_CONFIDENCE)
        where = sure.pointer if sure is not None else reading.pointer
        words = f"the segment's confidence is {confidence:.2f} (needs {needed:.2f})"
        return words, (EvidenceRef(where, confidence),)
    flag = case.evidence.flag("conflicting_segment_signals")
    if flag is not None and declared(case):
        return "the signals for a segment conflict", (ref(flag),)
    return None
