"""A labelled case with what the gate said about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

import msgspec

from ...domain import Action, Field, Finding, Outcome, Severity, Verdict
from ...errors import JudgeError
from ..gate import Ruling
from .labelled import Case, gold_spans


class Judges(Protocol):
    """What judges a request in JSON: `cli.gate.Gate`, or a fake."""

    def judge(self, raw: bytes) -> Ruling: ...


@dataclass(frozen=True, slots=True)
class Judged:
    """`verdict` is None where the request was refused or met a bug, with `error` saying why: never right.

    `span_found` is None where the case has no gold span.
    """

    case: Case
    verdict: Verdict | None
    error: str = ""
    span_found: bool | None = None

    @property
    def said(self) -> Outcome | None:
        """The verdict on what the label covers."""
        if self.verdict is None:
            return None
        wanted = self.case.gold.dimension
        if wanted is None:
            return self.verdict.verdict
        return next(d.verdict for d in self.verdict.dimensions if d.name is wanted)

    @property
    def right(self) -> bool:
        return self.said is self.case.gold.verdict

    @property
    def kept(self) -> bool:
        """Whether the mail may be sent: what must be so for every clean case."""
        return self.verdict is not None and self.verdict.action is Action.SEND

    @property
    def wrong(self) -> bool:
        """Whether the label is missed, or its span, or an honest mail was stopped."""
        return not self.right or self.span_found is False or (self.case.clean and not self.kept)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What fails the labelled dimension; in a clean or whole-mail case, the mail."""
        if self.verdict is None:
            return ()
        return tuple(f for f in self.verdict.violations if _counts(f, self.case))


def judge_all(cases: Iterable[Case], gate: Judges) -> Iterator[Judged]:
    """Each case judged, in order, as the service would judge it."""
    for case in cases:
        yield _judge(case, gate)


def _judge(case: Case, gate: Judges) -> Judged:
    try:
        ruling = gate.judge(msgspec.json.encode(case.request))
    except JudgeError as error:
        return Judged(case, None, f"{error.pointer or ''} {error.detail}".strip())
    if ruling.crash:
        return Judged(case, None, f"a bug: {ruling.crash}")
    judged = Judged(case, ruling.verdict)
    places = gold_spans(case, ruling.request) if case.gold.verdict is Outcome.FAIL else []
    found = any(_overlaps(f, place) for f in judged.findings for place in places) if places else None
    return replace(judged, span_found=found)


def _counts(finding: Finding, case: Case) -> bool:
    wanted = case.gold.dimension
    whole = wanted is None or case.clean
    return finding.severity is not Severity.WARN and (whole or finding.dimension is wanted)


def _overlaps(finding: Finding, place: tuple[Field, int, int]) -> bool:
    field, start, end = place
    span = finding.span
    return span is not None and span.field is field and span.start < end and start < span.end
