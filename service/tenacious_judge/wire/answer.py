"""What `POST /judge` answers: the types are the contract, its encoding and its JSON schema at once."""

from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from ..domain import (
    Action,
    Cost,
    Dimension,
    DimensionVerdict,
    FailureMode,
    Field,
    Finding,
    JudgeReport,
    Outcome,
    Severity,
    Span,
    Timings,
    Verdict,
    Versions,
    Warn,
)

Share = Annotated[float, Meta(ge=0, le=1)]
Milliseconds = Annotated[float, Meta(ge=0)]


class SpanOut(Struct):
    """Unicode code point offsets into the field as sent: `field_text[start:end] == text`, always."""

    field: Field
    start: Annotated[int, Meta(ge=0)]
    end: Annotated[int, Meta(ge=0)]
    text: str


class EvidenceOut(Struct):
    """A JSON Pointer into the request (`/context/...`) or the stored bench (`/bench/...`), and its value."""

    pointer: str
    value: str | int | float | bool | None


class ViolationOut(Struct):
    """One rule broken at one place. `dimension` is null for integrity rules: those fail the mail alone."""

    rule: str
    name: str
    dimension: Dimension | None
    severity: Severity
    source: str
    span: SpanOut | None
    message: str
    evidence: list[EvidenceOut]
    fix: str


class DimensionOut(Struct):
    """`rubric_score` = 0.2 ** (blocks + holds) * 0.9 ** warns of this dimension's rubric violations.

    `score` is 0 where the answer is degraded and `judge.failure_mode` is hold; the smaller of `rubric_score`
    and `judge_pass_probability` where a violation of source judge stands; otherwise `rubric_score`.
    """

    name: Dimension
    verdict: Outcome
    score: Share
    rubric_score: Share
    judge_pass_probability: Share | None
    threshold: Share | None


class VersionsOut(Struct):
    """Digests of all that the verdict depends on: same request and same versions, same verdict."""

    service: str
    policy: str
    rubric: str
    judge: str | None
    prompt: str | None
    bench: str | None


class JudgeOut(Struct):
    """`status`: "none" where the policy asks for no judge, "ok", "skipped" where judging broke off before, or
    why there is no answer. `failure_mode`: what the policy does about that; null where nothing is missing."""

    engine: str
    model: str
    status: str
    failure_mode: FailureMode | None


class TimingsOut(Struct):
    """Milliseconds. `store` is 0 in answers to an Idempotency-Key: their text is fixed before it is kept."""

    queue: Milliseconds
    rubric: Milliseconds
    judge: Milliseconds
    store: Milliseconds
    total: Milliseconds


class CostOut(Struct):
    """What the mail's compute cost at the configured prices, from measured time, and the judge's tokens."""

    usd: Annotated[float, Meta(ge=0)]
    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int


class WarningOut(Struct):
    """A remark on the input: what was not known or not read. Never fails a mail."""

    pointer: str
    message: str


class Judgement(Struct, kw_only=True):
    """The judged mail.

    `score` is the product of the five dimension scores, times 0.2 for each integrity violation. Scores are
    rounded to four decimals at each step, so all of them can be recomputed from this answer.
    """

    id: str
    verdict: Outcome
    action: Annotated[Action, Meta(description="send exactly when the verdict is pass or enforced is false.")]
    score: Share
    degraded: Annotated[bool, Meta(description="A part that the policy requires did not answer.")]
    dimensions: Annotated[list[DimensionOut], Meta(min_length=5, max_length=5)]
    violations: list[ViolationOut]
    feedback: Annotated[str, Meta(description="Numbered edit instructions; empty on a clean pass.")]
    versions: VersionsOut
    judge: JudgeOut
    cost: CostOut
    warnings: list[WarningOut]
    enforced: bool
    cached: bool
    shadow_action: Annotated[Action | None, Meta(description="In shadow mode: what it would have been.")]


class VerdictAnswer(Judgement, kw_only=True):
    __doc__ = Judgement.__doc__

    timings_ms: TimingsOut


class BatchAnswer(VerdictAnswer, kw_only=True):
    """A judged mail of a batch; `index` is its place in the batch, from 0."""

    index: int


class KeptVerdict(VerdictAnswer, kw_only=True):
    """A verdict of the audit trail: the answer as given, and when (ISO 8601, UTC)."""

    created_at: str


class VerdictList(Struct):
    """Newest first. `next` is the cursor of the next page, null on the last."""

    items: list[KeptVerdict]
    next: str | None


def _plain(value: object) -> object:
    """Texts that remember where they stood in a file are texts."""
    if isinstance(value, str):
        return str.__str__(value)
    raise TypeError(f"{type(value).__name__} has no place in an answer")


_ENCODER = msgspec.json.Encoder(enc_hook=_plain)
encode = _ENCODER.encode


def answer(
    id: str, verdict: Verdict, versions: Versions, cost: Cost, failure_mode: FailureMode | None
) -> Judgement:
    """The answer to a judged mail, still without its timings (see `with_timings`)."""
    return Judgement(
        id=id,
        verdict=verdict.verdict,
        action=verdict.action,
        score=verdict.score,
        degraded=verdict.degraded,
        dimensions=[_dimension(d) for d in verdict.dimensions],
        violations=[_violation(f) for f in verdict.violations],
        feedback=verdict.feedback,
        versions=_versions(versions),
        judge=_judge(verdict.judge, failure_mode),
        cost=_cost(cost),
        warnings=[_warning(w) for w in verdict.warnings],
        enforced=verdict.enforced,
        cached=False,
        shadow_action=verdict.shadow_action,
    )


def with_timings(encoded: bytes, timings: Timings) -> bytes:
    """The encoded answer with its timings: they are known last, when the rest is text already."""
    return with_member(encoded, "timings_ms", _timings(timings))


def with_member(encoded: bytes, name: str, value: Any) -> bytes:
    """A JSON object with one member more, without reading it again."""
    return encoded[:-1] + b',"' + name.encode() + b'":' + encode(value) + b"}"


def _dimension(verdict: DimensionVerdict) -> DimensionOut:
    return DimensionOut(
        verdict.name,
        verdict.verdict,
        verdict.score,
        verdict.rubric_score,
        verdict.judge_pass_probability,
        verdict.threshold,
    )


def _violation(finding: Finding) -> ViolationOut:
    return ViolationOut(
        finding.rule,
        finding.name,
        finding.dimension,
        finding.severity,
        finding.source,
        _span(finding.span),
        finding.message,
        [EvidenceOut(e.pointer, e.value) for e in finding.evidence],
        finding.fix,
    )


def _span(span: Span | None) -> SpanOut | None:
    return SpanOut(span.field, span.start, span.end, span.text) if span is not None else None


def _versions(versions: Versions) -> VersionsOut:
    return VersionsOut(
        versions.service, versions.policy, versions.rubric, versions.judge, versions.prompt, versions.bench
    )


def _judge(report: JudgeReport, failure_mode: FailureMode | None) -> JudgeOut:
    return JudgeOut(report.engine, report.model, report.status, failure_mode)


def _timings(timings: Timings) -> TimingsOut:
    return TimingsOut(
        round(timings.queue, 3),
        round(timings.rubric, 3),
        round(timings.judge, 3),
        round(timings.store, 3),
        round(timings.total, 3),
    )


def _cost(cost: Cost) -> CostOut:
    return CostOut(cost.usd, cost.prompt_tokens, cost.cached_tokens, cost.completion_tokens)


def _warning(warning: Warn) -> WarningOut:
    return WarningOut(warning.pointer, warning.message)
