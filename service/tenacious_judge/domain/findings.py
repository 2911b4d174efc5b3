"""What a rule says about a mail."""

from dataclasses import dataclass
from enum import StrEnum


class Dimension(StrEnum):
    """The five dimensions, in the order every answer lists them."""

    SIGNAL = "signal_grounding_fidelity"
    BENCH = "bench_commitment_honesty"
    ICP = "icp_segment_appropriateness"
    GAP = "competitor_gap_honesty"
    TONE = "tone_preservation"


class Severity(StrEnum):
    """BLOCK: the generator can fix it. HOLD: a person must look. WARN: never fails a mail."""

    BLOCK = "block"
    HOLD = "hold"
    WARN = "warn"


class Field(StrEnum):
    SUBJECT = "subject"
    BODY = "body"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Span:
    """Code point offsets into a field as sent: `field_text[start:end] == text`, always."""

    field: Field
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class EvidenceRef:
    """JSON Pointer into the request (/context/...) or the stored bench (/bench/...), and the value there."""

    pointer: str
    value: str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule broken at one place. `dimension` is None for integrity rules alone."""

    rule: str
    name: str
    dimension: Dimension | None
    severity: Severity
    message: str
    fix: str
    span: Span | None = None
    evidence: tuple[EvidenceRef, ...] = ()
    source: str = "rubric"


@dataclass(frozen=True, slots=True)
class Warn:
    """A remark on the input: what was not known or not read. Never fails a mail."""

    pointer: str
    message: str
