"""`tenacious-judge judge FILE`: one mail, judged, for eyes or for a pipe."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.text import Text

from ..domain import Field, Finding, Request, Severity, Verdict
from ..errors import BadInput
from . import exits
from .gate import open_gate
from .looks import ACTION_STYLE, OUTCOME_STYLE, SEVERITY_STYLE, console, print_hanging, span_label


def run(arguments: argparse.Namespace) -> int:
    """Prints the verdict; the exit code is its action."""
    gate = open_gate(arguments.policy)
    piped = arguments.file == "-"
    raw = sys.stdin.buffer.read() if piped else Path(arguments.file).read_bytes()
    try:
        ruling = gate.judge(raw)
    except BadInput as error:
        where = "standard input" if piped else arguments.file
        raise BadInput(f"{where}: {error.pointer or 'the document'}: {error.detail}") from None
    if arguments.json:
        sys.stdout.buffer.write(gate.answer(ruling) + b"\n")
    else:
        show(console(), ruling.request, ruling.verdict)
    if ruling.crash:
        print(f"tenacious-judge: held because of a bug: {ruling.crash}", file=sys.stderr)
    return exits.OF_ACTION[ruling.verdict.action]


def show(out: Console, request: Request, verdict: Verdict) -> None:
    """The action, the five dimensions, the mail with what is wrong marked in it, and why."""
    headline = Text(f" {verdict.action.value.upper()} ", style=f"reverse {ACTION_STYLE[verdict.action]}")
    out.print(
        Text.assemble(headline, f"  score {verdict.score:.2f}", "  degraded" if verdict.degraded else "")
    )
    out.print()
    for dimension in verdict.dimensions:
        mark = Text(f"{dimension.verdict.value:<5}", style=OUTCOME_STYLE[dimension.verdict])
        out.print(Text.assemble("  ", mark, f"{dimension.name.value:<31}{dimension.score:.2f}"))
    out.print()
    for text in _mail(request, verdict.violations):
        out.print(text)
        out.print()
    for number, finding in enumerate(verdict.violations, 1):
        _explain(out, number, finding)
    for warning in verdict.warnings:
        print_hanging(out, "note    ", f"{warning.pointer}: {warning.message}")


def _mail(request: Request, findings: tuple[Finding, ...]) -> Iterator[Text]:
    """Each field of the mail that was sent, its violations marked."""
    draft = request.draft
    if draft.subject:
        yield Text.assemble(("Subject: ", "dim"), _marked(draft.subject, Field.SUBJECT, findings))
    if draft.body:
        yield _marked(draft.body, Field.BODY, findings)
    if draft.html:
        yield _marked(draft.html, Field.HTML, findings)


def _marked(text: str, field: Field, findings: tuple[Finding, ...]) -> Text:
    """The text, the mildest violations painted first so that the worst stay on top."""
    marked = Text(text)
    for severity in (Severity.WARN, Severity.BLOCK, Severity.HOLD):
        for finding in findings:
            if finding.severity is severity and finding.span is not None and finding.span.field is field:
                marked.stylize(SEVERITY_STYLE[severity], finding.span.start, finding.span.end)
    return marked


def _explain(out: Console, number: int, finding: Finding) -> None:
    style = SEVERITY_STYLE[finding.severity]
    title = (f" {finding.severity} ", style)
    out.print(Text.assemble(f"{number}. ", title, (f" {finding.rule} {finding.name}", "bold")))
    if finding.span is not None:
        print_hanging(out, "   at   ", span_label(finding.span))
    print_hanging(out, "   why  ", finding.message)
    for evidence in finding.evidence:
        print_hanging(out, "   see  ", f"{evidence.pointer} = {evidence.value!r}")
    if finding.fix:
        print_hanging(out, "   fix  ", finding.fix)
    out.print()
