"""Scores: a product of factors, so that anyone can recompute them from the answer."""

import math
from collections.abc import Iterable

from ..domain import Finding, Severity

FACTORS = {Severity.BLOCK: 0.2, Severity.HOLD: 0.2, Severity.WARN: 0.9}
"""What one violation of a severity leaves of a score."""

DIGITS = 4


def of(findings: Iterable[Finding]) -> float:
    """0.2 ** (blocks + holds) * 0.9 ** warns, rounded; 1 without findings."""
    return product(FACTORS[f.severity] for f in findings)


def product(factors: Iterable[float]) -> float:
    return round(math.prod(factors, start=1.0), DIGITS)
