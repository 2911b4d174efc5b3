"""How things look in a terminal: colours, excerpts, spans, columns."""

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from ..domain import Action, Dimension, Outcome, Severity, Span

ACTION_STYLE = {Action.SEND: "bold green", Action.REVISE: "bold yellow", Action.HOLD: "bold red"}
OUTCOME_STYLE = {Outcome.PASS: "green", Outcome.FAIL: "red"}
SEVERITY_STYLE = {
    Severity.HOLD: "black on red",
    Severity.BLOCK: "black on yellow",
    Severity.WARN: "underline",
}
_GAP = "  "


def console(*, stderr: bool = False) -> Console:
    """A console that prints mail text as it is: no markup, no emoji codes, no guessed highlights.

    A terminal gets lines as wide as it is; a file or a pipe gets them whole, for `grep` and `diff`.
    """
    stream = sys.stderr if stderr else sys.stdout
    whole = not stream.isatty()
    return Console(stderr=stderr, highlight=False, emoji=False, markup=False, soft_wrap=whole)


def print_hanging(out: Console, label: str, text: Text | str, *, style: str = "dim") -> None:
    """The text after a label, its further lines below its first."""
    rest = Text(text) if isinstance(text, str) else text
    width = out.width - len(label)
    lines = [rest] if out.soft_wrap or width < len(label) else rest.wrap(out, width)
    for i, line in enumerate(lines):
        whole = Text.assemble((label, style) if i == 0 else " " * len(label), line)
        whole.rstrip()
        out.print(whole, soft_wrap=True)


def print_columns(out: Console, rows: Sequence[Sequence[str]], *, left: int = 1, bold: int = 1) -> None:
    """Rows in aligned columns, the first `left` of them to the left, others to the right; the first `bold`
    rows are headings. Nothing is ever cut: where a terminal is too narrow it breaks the line itself."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for number, row in enumerate(rows):
        cells = [
            cell.ljust(w) if i < left else cell.rjust(w)
            for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        ]
        out.print(_GAP.join(cells).rstrip(), style="bold" if number < bold else None, soft_wrap=True)


def short(dimension: Dimension | None) -> str:
    """A dimension in a column: "bench commitment"; a rule without one is about integrity."""
    return " ".join(dimension.value.split("_")[:2]) if dimension is not None else "integrity"


def excerpt(text: str, limit: int = 300) -> str:
    """The text on one line, its end cut off where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def span_label(span: Span | None) -> str:
    """Where, and what stands there: `body 18-49 "is clearly scaling"`."""
    return "" if span is None else f'{span.field} {span.start}-{span.end} "{excerpt(span.text, 80)}"'
