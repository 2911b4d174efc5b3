"""How things look in a terminal: colours, excerpts, spans."""

from rich.console import Console

from ..domain import Action, Outcome, Severity, Span

ACTION_STYLE = {Action.SEND: "bold green", Action.REVISE: "bold yellow", Action.HOLD: "bold red"}
OUTCOME_STYLE = {Outcome.PASS: "green", Outcome.FAIL: "red"}
_WIDE = 120
SEVERITY_STYLE = {
    Severity.HOLD: "black on red",
    Severity.BLOCK: "black on yellow",
    Severity.WARN: "underline",
}


def console(*, stderr: bool = False) -> Console:
    """A console that prints mail text as it is: no markup, no emoji codes, no guessed highlights.

    Output that goes to a file or a pipe is as wide as our tables.
    """
    made = Console(stderr=stderr, highlight=False, emoji=False, markup=False)
    if not made.is_terminal:
        made.width = _WIDE
    return made


def excerpt(text: str, limit: int = 300) -> str:
    """The text on one line, its end cut off where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def span_label(span: Span | None) -> str:
    """Where, and what stands there: `body 18-49 "is clearly scaling"`."""
    return "" if span is None else f'{span.field} {span.start}-{span.end} "{excerpt(span.text, 80)}"'
