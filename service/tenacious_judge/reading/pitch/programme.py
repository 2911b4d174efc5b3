"""The kind of company that an offer says it is cut for, beside the kind that this one is."""

from dataclasses import dataclass
from enum import StrEnum

from ...domain import EvidenceRef, Fact, FactKind, Span
from ..case import Case
from ..passage import cue_set
from ..text import to_latin
from ..voice import inside_company_name, others_words, rejected
from .ours import names_us


class Kind(StrEnum):
    FOUNDERS = "icp_founders"
    ENTERPRISE = "icp_enterprise"
    MID_MARKET = "icp_mid_market"
    DATA_FIRST = "icp_data_first"
    AI_NATIVE = "icp_ai_native"


_WORDS = {
    Kind.FOUNDERS: "founders before product-market fit",
    Kind.ENTERPRISE: "enterprises with legacy systems",
    Kind.MID_MARKET: "mid-market companies",
    Kind.DATA_FIRST: "data-first companies",
    Kind.AI_NATIVE: "AI-native companies",
}
_LATE = frozenset(
    ("series_b", "series_c", "series_d", "series_e", "growth", "public", "late", "private_equity")
)
_YOUNG = frozenset(("pre_seed", "seed", "angel", "early"))


@dataclass(frozen=True, slots=True)
class Programme:
    """`span` offers what is meant for `meant_for`; `actual` says what the company is."""

    span: Span
    meant_for: str
    actual: str
    evidence: tuple[EvidenceRef, ...]


def named_programme(case: Case) -> Programme | None:
    """The first offer that is cut for another kind of company than this one, or None."""
    named = _named(case)
    if not named:
        return None
    label = case.segment.label if case.segment.segment is None else ""
    if label:
        own = _kinds_of(label)
        if own and not own.intersection(named):
            kind = next(iter(named))
            ref = EvidenceRef(case.segment.pointer, label)
            return Programme(named[kind], _WORDS[kind], f"labelled {label!r}", (ref,))
        return None
    for kind, span in named.items():
        fact = _misfit(case, kind)
        if fact is not None:
            return Programme(span, _WORDS[kind], _described(fact), (EvidenceRef(fact.pointer, _value(fact)),))
    return None


def _named(case: Case) -> dict[Kind, Span]:
    found: dict[Kind, Span] = {}
    for passage in case.mail.passages:
        for kind in Kind:
            for start, end in passage.cue(kind.value):
                sentence = passage.sentence_at(start)
                ours = names_us(passage, sentence.start, sentence.end)
                if start >= passage.prose_end or not ours or kind in found:
                    continue
                if (
                    rejected(passage, start)
                    or passage.status(start, end).negated
                    or others_words(passage, start, end)
                ):
                    continue
                if not inside_company_name(case, passage, start, end):
                    found[kind] = passage.span(start, end)
    return found


def _kinds_of(label: str) -> frozenset[Kind]:
    cues = cue_set().find(to_latin(label.lower().replace("_", " ")))
    return frozenset(kind for kind in Kind if kind.value in cues)


def _misfit(case: Case, kind: Kind) -> Fact | None:
    """The fact that speaks against a kind: its size or its stage."""
    stage = case.evidence.first(FactKind.FUNDING_STAGE)
    size = next((f for f in case.evidence.of(FactKind.HEADCOUNT) if not f.subject), None)
    if kind is Kind.FOUNDERS:
        return _stage(stage, _LATE) or _size(size, 80, 10**9)
    if kind is Kind.ENTERPRISE:
        return _stage(stage, _YOUNG | {"series_a"}) or _size(size, 0, 150)
    if kind is Kind.AI_NATIVE:
        return _immature(case)
    if kind is Kind.MID_MARKET:
        return _stage(stage, _YOUNG) or _size(size, 0, 40)
    return None


def _stage(fact: Fact | None, against: frozenset[str]) -> Fact | None:
    return fact if fact is not None and str(fact.value) in against else None


def _size(fact: Fact | None, low: int, high: int) -> Fact | None:
    return fact if fact is not None and isinstance(fact.value, int) and low <= fact.value < high else None


def _immature(case: Case) -> Fact | None:
    fact = case.evidence.first(FactKind.AI_MATURITY)
    needed = case.policy.segment.capability_min_maturity
    return fact if fact is not None and isinstance(fact.value, (int, float)) and fact.value < needed else None


def _described(fact: Fact) -> str:
    if fact.kind is FactKind.AI_MATURITY:
        return f"at AI maturity {fact.value:g}" if isinstance(fact.value, float) else "at a low AI maturity"
    return f"of {fact.value} people" if fact.kind is FactKind.HEADCOUNT else f"at the stage {fact.value}"


def _value(fact: Fact) -> str | int | float | bool:
    return fact.value if isinstance(fact.value, (str, int, float, bool)) else str(fact.value)
