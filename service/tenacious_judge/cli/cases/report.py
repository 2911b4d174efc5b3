"""The figures as a table, as a list of errors, and as JSON."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from ...domain import Dimension
from ..looks import excerpt, print_columns, print_hanging, short, span_label
from .judged import Judged
from .scores import Interval, Row, Scores, Share


def print_table(console: Console, title: str, scores: Scores) -> None:
    """One row a dimension, then all cases together and the mean of the dimensions, within 80 columns.

    `pass` and `fail` count the gold passes and gold fails that were judged right. Columns that count nothing
    are left out.
    """
    headings = ["", "pass", "fail", "balanced", "95 %"]
    headings += [
        name for name, share in (("spans", scores.total.spans), ("kept", scores.total.kept)) if share.n
    ]
    mean = ["mean of dimensions", "", "", _number(scores.mean), _between(scores.mean_interval)]
    mean += [""] * (len(headings) - len(mean))
    rows = [_cells(row, headings) for row in (*scores.rows, scores.total)]
    console.print(f"{title}: cases judged right", style="bold")
    print_columns(console, [headings, *rows, mean])
    console.print()


def print_errors(console: Console, judged: Sequence[Judged]) -> None:
    """Each case where something is wrong: the label, its reason, and what the gate found."""
    wrong = [j for j in judged if j.wrong]
    for j in wrong:
        gold = j.case.gold
        console.print(Text.assemble((j.case.id, "bold"), f" ({j.case.trust})"))
        of = gold.dimension.value if gold.dimension else "the mail"
        print_hanging(
            console, "  gold  ", Text.assemble((f"{gold.verdict} ", "bold"), of, f": {gold.reason}")
        )
        print_hanging(console, "  said  ", _said(j))
        print_hanging(console, "  mail  ", excerpt(j.case.body))
        for finding in j.findings:
            what = Text.assemble(
                (f"{finding.rule} {finding.severity} ", "bold"),
                f"{span_label(finding.span)} {finding.message}",
            )
            print_hanging(console, "  found ", what)
        console.print()
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
        "": _name(row.name),
        "pass": _counted(row.passes),
        "fail": _counted(row.fails),
        "balanced": _number(row.balanced),
        "95 %": _between(row.interval),
        "spans": _counted(row.spans),
        "kept": _counted(row.kept),
    }
    return [cells[heading] for heading in headings]


def _name(of: str) -> str:
    return short(Dimension(of)) if of in set(Dimension) else of


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _between(interval: Interval | None) -> str:
    return "" if interval is None else f"{interval.low:.2f}-{interval.high:.2f}"


def _counted(share: Share) -> str:
    return "-" if not share.n else f"{share.hits}/{share.n}"


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
