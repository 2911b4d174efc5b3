"""The list of rules: what each is, why it stands, and an example on either side of its line.

A structural rule is a function under `@rule(...)`; a phrase rule is an entry of `rules/*.yml`. Both end up
here as a `Rule`, so that documentation, API and tests treat them alike.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from ..domain import Dimension, EvidenceRef, Json, Severity, Span
from ..reading.case import Case


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule is broken. `message`, `fix`, `severity` fall back to the rule's own."""

    span: Span | None
    message: str = ""
    evidence: tuple[EvidenceRef, ...] = ()
    fix: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A mail for the docs and tests. `request` holds whatever else it needs: subject, kind, context,
    as_of."""

    body: str
    request: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `bad` breaks it, `good` is a near neighbour that does not."""

    id: str
    name: str
    dimension: Dimension | None
    severity: Severity
    what: str
    why: str
    bad: Example
    good: Example
    source: str
    fix: str
    check: Callable[[Case], Iterable[Hit]]


_RULES: dict[str, Rule] = {}


def rule(
    id: str,
    *,
    name: str,
    dimension: Dimension | None,
    severity: Severity,
    what: str,
    why: str,
    bad: Example,
    good: Example,
    source: str,
    fix: str,
) -> Callable[[Callable[[Case], Iterable[Hit]]], Callable[[Case], Iterable[Hit]]]:
    """Register the decorated function as a structural rule. A second rule of the same id is an error."""

    def register(check: Callable[[Case], Iterable[Hit]]) -> Callable[[Case], Iterable[Hit]]:
        add(Rule(id, name, dimension, severity, what, why, bad, good, source, fix, check))
        return check

    return register


def add(entry: Rule) -> None:
    if entry.id in _RULES:
        raise ValueError(f"two rules are called {entry.id}")
    _RULES[entry.id] = entry


def all_rules() -> tuple[Rule, ...]:
    """Every registered rule, by id. `rubric.engine.load` imports the modules that register them."""
    return tuple(_RULES[key] for key in sorted(_RULES))
