"""Measure and print. `python -m tests.performance [rubric] [http] [hostile]`, by default all of them."""

import statistics
import sys

from rich.console import Console
from rich.table import Table

from . import hostile, http_cost, rubric_cost
from .mail import BODY, RAW

_AIM_MS = 5


def main(wanted: list[str]) -> None:
    out = Console(highlight=False, width=150)
    words = len(BODY.split())
    out.print(f"One mail: {words} words, {len(RAW):,} bytes with its briefs. Ratios count, not machines.\n")
    parts = {"rubric": _rubric, "http": _http, "hostile": _hostile}
    for name, part in parts.items():
        if not wanted or name in wanted:
            part(out)


def _rubric(out: Console) -> None:
    rows = rubric_cost.stages()
    whole = next(stage.median for stage in rows if stage.name == "whole mail")
    table = _table("One mail in this process, processor time", "stage", "median us", "p99 us", "share")
    for stage in rows:
        table.add_row(stage.name, f"{stage.median:,.0f}", f"{stage.p99:,.0f}", f"{stage.median / whole:.0%}")
    out.print(table, "")
    table = _table(
        "Mails never seen before: the project's own cases, each once", "stage", "median us", "p99 us"
    )
    for stage in rubric_cost.unseen():
        table.add_row(stage.name, f"{stage.median:,.0f}", f"{stage.p99:,.0f}")
    out.print(table, "")


def _http(out: Console) -> None:
    rows = http_cost.measure()
    echo = rows[0].cpu
    title = "POST /judge over HTTP, processor time of the server process for a request"
    table = _table(title, "server", "CPU us", "x echo", "requests/s a core", "client p50 ms", "client p99 ms")
    for figures in rows:
        p99 = statistics.quantiles(figures.ms, n=100)[98]
        table.add_row(
            figures.name,
            f"{figures.cpu:,.0f}",
            f"{figures.cpu / echo:.1f}",
            f"{figures.per_core:,.0f}",
            f"{statistics.median(figures.ms):.1f}",
            f"{p99:.1f}",
        )
    out.print(table, "")


def _hostile(out: Console) -> None:
    title = "Bodies of 100 KB made to be slow, milliseconds"
    columns = ("text", "whole", "slowest rule", "alone", "slowest with its readings", "ms")
    table = _table(title, *columns)
    rows = hostile.measure()
    for row in rows:
        style = "red" if max(row.slowest_ms, row.first_ms) > _AIM_MS else ""
        alone, first = f"{row.slowest_ms:.1f}", f"{row.first_ms:.1f}"
        table.add_row(row.text, f"{row.total:.0f}", row.slowest, alone, row.first, first, style=style)
    out.print(table)
    worst = max(rows, key=lambda row: row.slowest_ms)
    out.print(f"Slowest rule alone: {worst.slowest}, {worst.slowest_ms:.1f} ms over {worst.text!r}.")
    worst = max(rows, key=lambda row: row.first_ms)
    out.print(f"With the readings it made first: {worst.first}, {worst.first_ms:.1f} ms over {worst.text!r}.")
    out.print(f"Aim: {_AIM_MS} ms.\n")


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", header_style="bold")
    for i, column in enumerate(columns):
        table.add_column(column, justify="right" if i else "left", no_wrap=True)
    return table


if __name__ == "__main__":
    main(sys.argv[1:])
