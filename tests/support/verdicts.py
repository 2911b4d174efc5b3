"""Verdicts as short as a test wants them."""

from tenacious_judge.domain import (
    Action,
    Dimension,
    DimensionVerdict,
    Field,
    Finding,
    Outcome,
    Severity,
    Span,
    Verdict,
)


def finding(
    dimension: Dimension | None,
    *,
    severity: Severity = Severity.BLOCK,
    span: tuple[int, int] | None = None,
    body: str = "",
    rule: str = "XX-001",
) -> Finding:
    """A finding of `dimension`; `span` are offsets into the body `body`."""
    where = None if span is None else Span(Field.BODY, *span, body[span[0] : span[1]])
    return Finding(rule, "a-rule", dimension, severity, "A message.", "A fix.", where)


def verdict(*findings: Finding) -> Verdict:
    """The verdict that the findings lead to, scores left out."""
    failing = [f for f in findings if f.severity is not Severity.WARN]
    failed = {f.dimension for f in failing}
    held = any(f.severity is Severity.HOLD for f in findings)
    return Verdict(
        verdict=Outcome.FAIL if failing else Outcome.PASS,
        action=Action.HOLD if held else Action.REVISE if failing else Action.SEND,
        score=0.0 if failing else 1.0,
        dimensions=tuple(
            DimensionVerdict(d, *((Outcome.FAIL, 0.0, 0.0) if d in failed else (Outcome.PASS, 1.0, 1.0)))
            for d in Dimension
        ),
        violations=findings,
        feedback="",
    )
