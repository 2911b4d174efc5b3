"""From findings and a judge's report to the verdict. Pure: no clock, no files, nothing remembered."""

from collections import Counter
from collections.abc import Sequence

from .. import feedback
from ..domain import (
    Action,
    Dimension,
    DimensionVerdict,
    Finding,
    JudgeReport,
    Outcome,
    Policy,
    Severity,
    Verdict,
    Warn,
)
from . import opinions, scores
from .opinions import JUDGE_RULE, Reading

__all__ = ["JUDGE_RULE", "MAX_VIOLATIONS", "decide", "fail_closed"]

MAX_VIOLATIONS = 40
"""Most violations listed for one dimension; the mildest beyond are left out, and a warning says so."""

_RUBRIC = "rubric"
_DIMENSIONS = tuple(Dimension)


def decide(
    findings: Sequence[Finding],
    report: JudgeReport,
    policy: Policy,
    warnings: Sequence[Warn],
    *,
    shadow: bool = False,
) -> Verdict:
    """The verdict on a mail whose rules all ran.

    | findings                     | judge                                | verdict | action |
    |------------------------------|--------------------------------------|---------|--------|
    | any hold                     | whatever                             | fail    | hold   |
    | any                          | required, unread, failure mode hold  | fail    | hold   |
    | any block                    | otherwise                            | fail    | revise |
    | warns at most                | vetoes a dimension                   | fail    | revise |
    | warns at most                | none, agrees, advises or rubric_only | pass    | send   |
    """
    reading = opinions.read(report, policy)
    reason = ""
    if reading.closed:
        reason = f"the judge that the policy requires gave no usable answer ({reading.report.status})."
    return _verdict((*findings, *reading.vetoes), reading, warnings, shadow, reason)


def fail_closed(
    reason: str, findings: Sequence[Finding], warnings: Sequence[Warn], *, shadow: bool = False
) -> Verdict:
    """The verdict on a mail that could not be judged to the end: fail, hold, degraded, every dimension 0."""
    reading = Reading(JudgeReport(status="skipped"), degraded=True, closed=True)
    return _verdict(findings, reading, warnings, shadow, reason)


def _verdict(
    findings: Sequence[Finding], reading: Reading, warnings: Sequence[Warn], shadow: bool, reason: str
) -> Verdict:
    listed, warnings = _listed(findings, warnings)
    by_dimension: dict[Dimension | None, list[Finding]] = {}
    for finding in listed:
        by_dimension.setdefault(finding.dimension, []).append(finding)
    dimensions = tuple(_dimension(d, by_dimension.get(d, ()), reading) for d in _DIMENSIONS)
    action = _action(listed, dimensions, reading)
    return Verdict(
        verdict=Outcome.PASS if action is Action.SEND else Outcome.FAIL,
        action=Action.SEND if shadow else action,
        score=scores.product([*(d.score for d in dimensions), scores.of(by_dimension.get(None, ()))]),
        dimensions=dimensions,
        violations=listed,
        feedback=feedback.write(listed, hold_reason=reason),
        degraded=reading.degraded,
        enforced=not shadow,
        shadow_action=action if shadow else None,
        judge=reading.report,
        warnings=tuple(warnings),
    )


def _dimension(name: Dimension, mine: Sequence[Finding], reading: Reading) -> DimensionVerdict:
    rubric_score = scores.of(f for f in mine if f.source == _RUBRIC)
    opinion = reading.opinions.get(name)
    probability = round(opinion.pass_probability, scores.DIGITS) if opinion else None
    vetoed = any(f.source != _RUBRIC for f in mine)
    score = min(rubric_score, probability) if vetoed and probability is not None else rubric_score
    failed = reading.closed or any(map(_fails, mine))
    return DimensionVerdict(
        name=name,
        verdict=Outcome.FAIL if failed else Outcome.PASS,
        score=0.0 if reading.closed else score,
        rubric_score=rubric_score,
        judge_pass_probability=probability,
        threshold=opinion.threshold if opinion else None,
    )


def _action(findings: Sequence[Finding], dimensions: Sequence[DimensionVerdict], reading: Reading) -> Action:
    if reading.closed or any(f.severity is Severity.HOLD for f in findings):
        return Action.HOLD
    if any(map(_fails, findings)) or any(d.verdict is not Outcome.PASS for d in dimensions):
        return Action.REVISE
    return Action.SEND


def _fails(finding: Finding) -> bool:
    return finding.severity is not Severity.WARN


def _listed(
    findings: Sequence[Finding], warnings: Sequence[Warn]
) -> tuple[tuple[Finding, ...], Sequence[Warn]]:
    """In order, the worst first, with a limit for each dimension: none may crowd out another's failure."""
    count: Counter[Dimension | None] = Counter()
    listed: list[Finding] = []
    for finding in feedback.order(findings):
        count[finding.dimension] += 1
        if count[finding.dimension] <= MAX_VIOLATIONS:
            listed.append(finding)
    cut = len(findings) - len(listed)
    if cut:
        return tuple(listed), (*warnings, Warn("/draft", f"{cut} more violations are not listed"))
    return tuple(listed), warnings
