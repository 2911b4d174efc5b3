"""What a judge's report amounts to under a policy: opinions that count, or the cause of there being none."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ..domain import (
    Dimension,
    FailureMode,
    Finding,
    JudgeMode,
    JudgeReport,
    Opinion,
    Policy,
    Severity,
    Unread,
)

JUDGE_RULE = "JDG-001"
"""The id of violations that the judge found and no rule did."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`opinions` covers all five dimensions or none. `closed`: the mail must be held for want of a judge."""

    report: JudgeReport
    opinions: Mapping[Dimension, Opinion] = field(default_factory=dict)
    vetoes: tuple[Finding, ...] = ()
    degraded: bool = False
    closed: bool = False


def read(report: JudgeReport, policy: Policy) -> Reading:
    """Any doubt about the report (an opinion short, one too many, no probability) makes it unread."""
    mode = policy.judge.mode
    if mode is JudgeMode.NONE:
        return Reading(JudgeReport())
    cause = report.unread or _defect(report)
    if cause is not None:
        closed = policy.judge.failure_modes.get(cause, FailureMode.HOLD) is FailureMode.HOLD
        unread = replace(report, opinions=(), unread=cause, status=cause.value)
        return Reading(unread, degraded=True, closed=closed)
    vetoes = tuple(_veto(o) for o in report.opinions if mode is JudgeMode.VETO and _fails(o))
    return Reading(report, {o.dimension: o for o in report.opinions}, vetoes)


def _defect(report: JudgeReport) -> Unread | None:
    if not report.opinions:
        return Unread.MISSING
    if sorted(o.dimension for o in report.opinions) != sorted(Dimension):
        return Unread.UNREADABLE
    if not all(_is_share(o.pass_probability) and _is_share(o.threshold) for o in report.opinions):
        return Unread.NOT_FINITE
    return None


def _is_share(value: float) -> bool:
    return math.isfinite(value) and 0.0 <= value <= 1.0


def _fails(opinion: Opinion) -> bool:
    return opinion.veto and opinion.pass_probability < opinion.threshold


def _veto(opinion: Opinion) -> Finding:
    return Finding(
        rule=JUDGE_RULE,
        name="judge-veto",
        dimension=opinion.dimension,
        severity=Severity.BLOCK,
        message=(
            f"The judge gives this mail {opinion.pass_probability:.2f} to pass "
            f"{opinion.dimension.value.replace('_', ' ')}; it needs {opinion.threshold:.2f}."
        ),
        fix="Say only what the brief, the bench and the thread support.",
        source="judge",
    )
