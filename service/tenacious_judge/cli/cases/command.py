"""The command itself: load, judge with a progress bar, report."""

import argparse
import json
import sys
from collections.abc import Sequence

from rich.progress import track

from ...domain import Dimension
from ...errors import BadInput
from .. import exits
from ..gate import open_gate
from ..looks import console
from . import report
from .judged import Judged, judge_all
from .labelled import Case, load
from .scores import score

_BAR_FROM = 300  # cases; fewer are done before a bar is drawn


def run(arguments: argparse.Namespace) -> int:
    """Prints the table (headline trust, then all), or JSON; with --errors every case that came out wrong."""
    cases = _of(arguments.dimension, load(arguments.files))
    if not cases:
        raise BadInput("no cases to run")
    gate = open_gate(arguments.policy)
    bar = track(
        judge_all(cases, gate),
        total=len(cases),
        description="judging",
        console=console(stderr=True),
        transient=True,
        disable=len(cases) < _BAR_FROM or not sys.stderr.isatty(),
    )
    judged = list(bar)
    groups = [
        (title, score(group, seed=arguments.seed))
        for title, group in (
            ("trust high and medium", [j for j in judged if j.case.headline]),
            ("all trust levels", judged if not all(j.case.headline for j in judged) else []),
        )
        if group
    ]
    if arguments.json:
        json.dump(report.as_json(groups, judged), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
        return exits.OK
    out = console()
    if arguments.errors:
        report.print_errors(out, judged)
    for title, scores in groups:
        report.print_table(out, title, scores)
    _say_refused(judged)
    return exits.OK


def _of(parts: Sequence[str] | None, cases: Sequence[Case]) -> Sequence[Case]:
    """The cases whose dimension has one of the parts in its name; all where none is given."""
    if not parts:
        return cases
    for part in parts:
        if not any(part in d.value for d in Dimension):
            raise BadInput(f"no dimension has {part!r} in its name: {', '.join(Dimension)}")
    return [c for c in cases if c.gold.dimension and any(part in c.gold.dimension for part in parts)]


def _say_refused(judged: Sequence[Judged]) -> None:
    refused = [j for j in judged if j.verdict is None]
    if refused:
        message = (
            f"{len(refused)} cases got no verdict and count as wrong, the first: {refused[0].case.where}"
        )
        console(stderr=True).print(f"{message}: {refused[0].error}", style="red", markup=False)
