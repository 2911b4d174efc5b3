"""Findings as edit instructions: what a person must look at, what to change where, what to leave alone."""

from collections.abc import Iterable, Sequence

from .domain import Dimension, Finding, Severity, Span

MAX_QUOTE = 120
"""Characters of a span that an instruction repeats; longer spans lose their middle."""

_NAMES = {
    Dimension.SIGNAL: "signal grounding",
    Dimension.BENCH: "bench commitment",
    Dimension.ICP: "segment fit",
    Dimension.GAP: "competitor gap",
    Dimension.TONE: "tone",
}
_RANK = {Severity.HOLD: 1, Severity.BLOCK: 2, Severity.WARN: 3}
_FIELDS = {"subject": 0, "body": 1, "html": 2}


def order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Integrity first, then what holds, what blocks, what warns; within each by place in the mail."""
    return tuple(sorted(findings, key=_place))


def write(findings: Sequence[Finding], *, hold_reason: str = "") -> str:
    """Numbered instructions, one a line, in the order of `order`; empty when nothing is to be said.

    `hold_reason` says why a person must look although no rule is broken (a part of the service did
    not answer).
    """
    ordered = order(findings)
    must = [f for f in ordered if f.severity is not Severity.WARN]
    may = [f for f in ordered if f.severity is Severity.WARN]
    steps = [f"A person must look before this is sent: {hold_reason}"] if hold_reason else []
    steps += _distinct(map(_instruction, must))
    good = ["Good to send as it is."] if may and not steps else []
    steps += _distinct(f"Optional: {_instruction(f)}" for f in may)
    numbered = [f"{i}. {step}" for i, step in enumerate(steps, 1)]
    return "\n".join([*good, *numbered, *_keep(must)])


def _instruction(finding: Finding) -> str:
    where = f"{_where(finding.span)}: " if finding.span is not None else ""
    person = "A person must look. " if finding.severity is Severity.HOLD else ""
    return f"{where}{person}{_sentence(finding.message)} {_sentence(finding.fix)}".rstrip()


def _where(span: Span) -> str:
    text = " ".join(span.text.split())
    if len(text) > MAX_QUOTE:
        half = MAX_QUOTE // 2
        text = f"{text[:half].rstrip()} … {text[-half:].lstrip()}"
    return f'In the {span.field}, "{text}"'


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?" else f"{text}."


def _keep(failing: Sequence[Finding]) -> list[str]:
    broken = {f.dimension for f in failing}
    fine = [name for dimension, name in _NAMES.items() if dimension not in broken]
    if not fine or not failing:
        return []
    listed = fine[0] if len(fine) == 1 else f"{', '.join(fine[:-1])} and {fine[-1]}"
    return [f"Keep the rest as it is: {listed} {'is' if len(fine) == 1 else 'are'} fine."]


def _distinct(instructions: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(instructions))


def _place(finding: Finding) -> tuple[int, int, int, str]:
    integrity = finding.dimension is None and finding.severity is not Severity.WARN
    rank = 0 if integrity else _RANK[finding.severity]
    if finding.span is None:
        return rank, len(_FIELDS), 0, finding.rule
    return rank, _FIELDS[finding.span.field], finding.span.start, finding.rule
