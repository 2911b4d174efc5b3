"""The figures as a table, as a list of errors, and as JSON."""

from collections.abc import Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..looks import excerpt, span_label
from .judged import Judged
from .scores import Interval, Row, Scores, Share


def print_table(console: Console, title: str, scores: Scores) -> None:
    """One row a dimension, then all cases together and the mean of the dimensions.

    `pass` and `fail` are the recalls of gold passes and gold fails. Columns that count nothing are left out.
    """
    headings = ["", "n", "pass", "fail", "balanced", "95 %"]
    headings += [
        name for name, share in (("spans", scores.total.spans), ("kept", scores.total.kept)) if share.n
    ]
    table = Table(
        title=title, title_justify="left", title_style="bold", header_style="bold", box=box.SIMPLE_HEAD
    )
    for i, heading in enumerate(headings):
        table.add_column(heading, justify="right" if i else "left", no_wrap=True)
    for row in scores.rows:
        table.add_row(*_cells(row, headings))
    table.add_section()
    table.add_row(*_cells(scores.total, headings))
    mean = ["mean of dimensions", "", "", "", _number(scores.mean), _between(scores.mean_interval)]
    table.add_row(*mean, style="bold")
    console.print(table)


def print_errors(console: Console, judged: Sequence[Judged]) -> None:
    """Each case where something is wrong: the label, its reason, and what the gate found."""
    wrong = [j for j in judged if j.wrong]
    for j in wrong:
        gold = j.case.gold
        console.rule(Text.assemble((j.case.id, "bold"), f" ({j.case.trust})"), align="left", style="dim")
        of = gold.dimension.value if gold.dimension else "the mail"
        console.print(Text.assemble(("gold  ", "dim"), (f"{gold.verdict} ", "bold"), of, f": {gold.reason}"))
        console.print(Text.assemble(("said  ", "dim"), _said(j)))
        console.print(Text.assemble(("mail  ", "dim"), excerpt(j.case.body)))
        for finding in j.findings:
            console.print(
                Text.assemble(
                    ("      ", ""),
                    (f"{finding.rule} {finding.severity} ", "bold"),
                    f"{span_label(finding.span)} {finding.message}",
                )
            )
    console.print(f"{len(wrong)} of {len(judged)} cases are wrong", style="bold")


def as_json(groups: Sequence[tuple[str, Scores]], judged: Sequence[Judged]) -> dict[str, Any]:
    """The whole report for machines."""
    return {
        "cases": len(judged),
        "refused": sum(j.verdict is None for j in judged),
        "scores": {name: _scores(scores) for name, scores in groups},
        "errors": [_error(j) for j in judged if j.wrong],
    }


def _said(judged: Judged) -> Text:
    if judged.verdict is None:
        return Text(f"refused: {judged.error}", style="red")
    text = Text(f"{judged.said}", style="bold" if judged.right else "bold red")
    text.append(f", {judged.verdict.action}")
    if judged.span_found is False:
        text.append(f", nothing found at {judged.case.gold.span!r}", style="red")
    if judged.case.clean and not judged.kept:
        text.append(", but the mail is clean", style="red")
    return text


def _cells(row: Row, headings: Sequence[str]) -> list[str]:
    cells = {
        "": row.name.replace("_", " "),
        "n": str(row.passes.n + row.fails.n),
        "pass": _counted(row.passes),
        "fail": _counted(row.fails),
        "balanced": _number(row.balanced),
        "95 %": _between(row.interval),
        "spans": _counted(row.spans),
        "kept": _counted(row.kept),
    }
    return [cells[heading] for heading in headings]


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _between(interval: Interval | None) -> str:
    return "" if interval is None else f"{interval.low:.2f}-{interval.high:.2f}"


def _counted(share: Share) -> str:
    return "-" if not share.n else f"{_number(share.value)} of {share.n}"


def _scores(scores: Scores) -> dict[str, Any]:
    return {
        "rows": [_row(row) for row in (*scores.rows, scores.total)],
        "mean_balanced_accuracy": scores.mean,
        "mean_interval": _pair(scores.mean_interval),
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "name": row.name,
        "passes": row.passes.n,
        "pass_recall": row.passes.value,
        "fails": row.fails.n,
        "fail_recall": row.fails.value,
        "balanced_accuracy": row.balanced,
        "interval": _pair(row.interval),
        "spans": row.spans.n,
        "span_recall": row.spans.value,
        "clean": row.kept.n,
        "keep_rate": row.kept.value,
    }


def _pair(interval: Interval | None) -> list[float] | None:
    return None if interval is None else [interval.low, interval.high]


def _error(judged: Judged) -> dict[str, Any]:
    gold, verdict = judged.case.gold, judged.verdict
    return {
        "id": judged.case.id,
        "where": judged.case.where,
        "trust": judged.case.trust,
        "gold": {
            "verdict": gold.verdict,
            "dimension": gold.dimension,
            "reason": gold.reason,
            "clean": judged.case.clean,
        },
        "said": judged.said,
        "action": verdict.action if verdict else None,
        "refused": judged.error or None,
        "span_found": judged.span_found,
        "findings": [
            {
                "rule": f.rule,
                "severity": f.severity,
                "dimension": f.dimension,
                "message": f.message,
                "span": None
                if f.span is None
                else {"field": f.span.field, "start": f.span.start, "end": f.span.end, "text": f.span.text},
            }
            for f in judged.findings
        ],
    }
