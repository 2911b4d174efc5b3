"""Which segment governs: the declared one, unless a dated fact contradicts it; else the one that the
facts make."""

import datetime as dt
from collections.abc import Iterable

from ...domain import Evidence, Fact, FactKind, Json, Policy, Segment, SegmentReading
from ..wordlist import words_of
from .labels import segment_label, segment_number
from .lexicon import lexicon
from .objects import read_object, top_scope
from .sink import OWN, Sink
from .values import denies

POINTER = "/context/icp_segment"
_LEADERS = frozenset(("cto", "vp engineering", "head of engineering", "chief ai officer", "cio", ""))
_EARLY = frozenset(("pre_seed", "seed", "series_a", "series_b"))
_CAPABILITY = words_of(
    """capability capabilities capability_gap capability_signal initiative initiatives specialised_need
    specialized_need specialized_capability named_ai_ml_leadership ai_ml_leadership_title
    job_titles_sample raw_titles signal_summary strategic_comms exec_commentary ai_initiatives
    ai_roles focus project projects migration"""
)
_SPECIAL = words_of(
    """ml ai llm pytorch tensorflow mlflow langchain pinecone databricks snowflake dbt airflow spark kafka
    huggingface sagemaker openai vector mlops rag kubernetes"""
)


def read_segment(
    json: Json, facts: Iterable[Fact], policy: Policy, as_of: dt.date, pointer: str = POINTER
) -> SegmentReading:
    """The governing segment, from `context.icp_segment`, else the brief's own keys, else derived from the
    facts.

    Raises BadInput for a segment that is neither text, number, object nor null, and for a bad confidence.
    """
    evidence = facts if isinstance(facts, Evidence) else Evidence(tuple(facts))
    today = as_of.date() if isinstance(as_of, dt.datetime) else as_of
    declared = _declared(json, evidence, policy, today, pointer)
    if declared is None:
        return _derive(evidence, policy, today) or SegmentReading()
    contradiction = _contradicted(declared, evidence, policy, today)
    return contradiction if contradiction is not None else declared


def _declared(
    json: Json, evidence: Evidence, policy: Policy, today: dt.date, pointer: str
) -> SegmentReading | None:
    """What is declared, the request's own word before the brief's; their confidences complete each other."""
    stated = evidence.of(FactKind.SEGMENT)
    sure = evidence.first(FactKind.SEGMENT_CONFIDENCE)
    own = _read(json, policy, today, pointer)
    if own is not None:
        same = next((f for f in stated if f.value == own.value), None)
        confidence = (
            own.confidence
            if own.confidence is not None
            else _confidence(same, sure if same or not stated else None)
        )
        return _reading(own, confidence, policy)
    if not stated:
        return None
    first = stated[0]
    return _reading(first, _confidence(first, sure), policy)


def _confidence(fact: Fact | None, sure: Fact | None) -> float | None:
    """A stated segment confidence, else the nearest of the brief that names the segment."""
    if sure is not None and isinstance(sure.value, float):
        return sure.value
    return None if fact is None else fact.confidence


def _read(json: Json, policy: Policy, today: dt.date, pointer: str) -> Fact | None:
    """The fact in `context.icp_segment`."""
    if json is None or json == "":
        return None
    if isinstance(json, dict):
        sink = Sink(policy, today)
        read_object(sink, json, pointer, top_scope(None).inner(lexicon("segment"), OWN, pointer))
        found = Evidence(sink.facts())
        fact = found.first(FactKind.SEGMENT)
        sure = found.first(FactKind.SEGMENT_CONFIDENCE)
        value = float(sure.value) if sure is not None and isinstance(sure.value, float) else None
        return None if fact is None else Fact(fact.kind, fact.value, value, None, fact.pointer)
    label = segment_label(json, pointer)
    number = segment_number(label, policy.segment.aliases)
    return Fact(FactKind.SEGMENT, label if number is None else str(number or "abstain"), None, None, pointer)


def _reading(fact: Fact, confidence: float | None, policy: Policy) -> SegmentReading:
    label = str(fact.value)
    number = segment_number(label, policy.segment.aliases)
    segment = None if number is None else Segment(number)
    return SegmentReading(segment, confidence, label, fact.pointer, False, "declared")


def _contradicted(
    declared: SegmentReading, evidence: Evidence, policy: Policy, today: dt.date
) -> SegmentReading | None:
    """The derived reading where a dated, confident layoff or leadership fact speaks against the declared
    one."""
    if declared.segment in (None, Segment.ABSTAIN):
        return None
    layoff, leader = _layoff(evidence, policy, today), _leader(evidence, policy, today)
    wrong = (
        (layoff is not None and declared.segment is not Segment.RESTRUCTURING)
        or (
            layoff is None
            and declared.segment is Segment.RESTRUCTURING
            and _old(evidence, FactKind.LAYOFF_DATE, policy)
        )
        or (
            leader is None
            and declared.segment is Segment.LEADERSHIP_TRANSITION
            and _old(evidence, FactKind.LEADER_DATE, policy)
        )
        or (leader is not None and declared.segment in (Segment.RECENTLY_FUNDED, Segment.CAPABILITY_GAP))
    )
    return _derive(evidence, policy, today) if wrong else None


def _old(evidence: Evidence, kind: FactKind, policy: Policy) -> bool:
    """True where a confident fact dates the event; called when that date is outside its window."""
    return any(_sure(fact, policy) for fact in evidence.of(kind))


def _derive(evidence: Evidence, policy: Policy, today: dt.date) -> SegmentReading | None:
    """Priority: layoff, then new engineering leader, then capability signal, then funding; else abstain.

    None where the facts say nothing of any of these, or a round's date is missing that would decide.
    """
    rules = policy.segment
    for segment, fact, reason in (
        (Segment.RESTRUCTURING, _layoff(evidence, policy, today), f"layoff within {rules.layoff_days} days"),
        (
            Segment.LEADERSHIP_TRANSITION,
            _leader(evidence, policy, today),
            f"new engineering leader within {rules.leadership_days} days",
        ),
        (
            Segment.CAPABILITY_GAP,
            _capability(evidence, policy),
            f"capability signal and AI maturity of {rules.capability_min_maturity} or more",
        ),
        (
            Segment.RECENTLY_FUNDED,
            _funding(evidence, policy, today),
            f"funding within {rules.funding_days} days",
        ),
    ):
        if fact is not None:
            return SegmentReading(segment, fact.confidence, str(segment.value), fact.pointer, True, reason)
    if _undecided(evidence) or not _informed(evidence):
        return None
    return SegmentReading(Segment.ABSTAIN, None, "abstain", "", True, "no segment's signal is present")


def _informed(evidence: Evidence) -> bool:
    kinds = (
        FactKind.FUNDING_STAGE,
        FactKind.FUNDING_DETECTED,
        FactKind.FUNDING_AGE,
        FactKind.FUNDING_DATE,
        FactKind.AI_MATURITY,
        FactKind.LAYOFF_DETECTED,
        FactKind.LEADERSHIP_CHANGE,
    )
    return any(evidence.of(kind) for kind in kinds)


def _undecided(evidence: Evidence) -> bool:
    """True for a round without a date: it may be fresh."""
    if evidence.of(FactKind.FUNDING_AGE) or evidence.of(FactKind.FUNDING_DATE):
        return False
    denied = any(f.value is False for f in evidence.of(FactKind.FUNDING_DETECTED))
    return not denied and any(f.value in _EARLY for f in evidence.of(FactKind.FUNDING_STAGE))


def _sure(fact: Fact, policy: Policy) -> bool:
    return fact.confidence is None or fact.confidence >= policy.confidence.needed


def _layoff(evidence: Evidence, policy: Policy, today: dt.date) -> Fact | None:
    """The date of a layoff inside the window."""
    if any(f.value is False for f in evidence.of(FactKind.LAYOFF_DETECTED)[:1]):
        return None
    return _within(evidence.of(FactKind.LAYOFF_DATE), policy, today, policy.segment.layoff_days)


def _within(facts: tuple[Fact, ...], policy: Policy, today: dt.date, days: int) -> Fact | None:
    for fact in facts:
        if isinstance(fact.value, dt.date) and _sure(fact, policy) and 0 <= (today - fact.value).days <= days:
            return fact
    return None


def _leader(evidence: Evidence, policy: Policy, today: dt.date) -> Fact | None:
    """The start of a new CTO or VP Engineering (not an interim one) inside the window."""
    change = evidence.first(FactKind.LEADERSHIP_CHANGE)
    if change is not None and change.value is False:
        return None
    roles = {str(f.value) for f in evidence.of(FactKind.LEADER_ROLE)} or {""}
    if not roles & _LEADERS or any(f.value is True for f in evidence.of(FactKind.LEADER_INTERIM)):
        return None
    days = policy.segment.leadership_days
    dated = _within(evidence.of(FactKind.LEADER_DATE), policy, today, days)
    if dated is not None:
        return dated
    tenures = evidence.of(FactKind.LEADER_TENURE)
    return next(
        (f for f in tenures if isinstance(f.value, int) and f.value <= days and _sure(f, policy)), None
    )


def _capability(evidence: Evidence, policy: Policy) -> Fact | None:
    """The AI maturity, where it is high enough and something names a specialised need."""
    maturity = evidence.first(FactKind.AI_MATURITY)
    if maturity is None or not isinstance(maturity.value, float) or not _sure(maturity, policy):
        return None
    if maturity.value < policy.segment.capability_min_maturity:
        return None
    techs = any(
        _SPECIAL.intersection(str(f.value).lower().replace("-", " ").split())
        for f in evidence.of(FactKind.TECH)
    )
    named = any(_sure(f, policy) and _names_capability(f) for f in evidence.of(FactKind.STATEMENT))
    return maturity if techs or named else None


def _names_capability(fact: Fact) -> bool:
    """True for a statement under a key such as `capability_signal` or `initiatives` that denies nothing."""
    if fact.value is False or (isinstance(fact.value, str) and denies(fact.value)):
        return False
    return not _CAPABILITY.isdisjoint((fact.subject, *fact.pointer.split("/")[3:]))


def _funding(evidence: Evidence, policy: Policy, today: dt.date) -> Fact | None:
    """The date or age of a Series A or B (or seed, or unnamed) round inside the window."""
    if any(f.value is False for f in evidence.of(FactKind.FUNDING_DETECTED)[:1]):
        return None
    stage = evidence.first(FactKind.FUNDING_STAGE)
    if stage is not None and str(stage.value) not in _EARLY:
        return None
    days = policy.segment.funding_days
    dated = _within(evidence.of(FactKind.FUNDING_DATE), policy, today, days)
    if dated is not None:
        return dated
    ages = evidence.of(FactKind.FUNDING_AGE)
    return next(
        (f for f in ages if isinstance(f.value, int) and 0 <= f.value <= days and _sure(f, policy)), None
    )
