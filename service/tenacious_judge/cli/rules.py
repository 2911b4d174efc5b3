"""`tenacious-judge rules`: what is checked, as a table, one rule in full, or service/RULES.md."""

import argparse
import itertools
import json
import sys
from collections.abc import Iterator

from rich.text import Text

from ..errors import BadInput
from ..rubric import engine
from ..rubric.registry import Example, Rule
from . import exits
from .looks import console, print_columns, print_hanging, short

_HEAD = """# The rules

Generated from the rules themselves by `make docs`; do not edit. Every example below runs as a test.

`block` and `hold` fail the mail, `warn` never does: `block` says that the generator can fix it from the
feedback, `hold` that a person must look. A policy can change severities and switch rules off.
"""


def run(arguments: argparse.Namespace) -> int:
    rules = _chosen(arguments.id)
    if arguments.markdown:
        sys.stdout.write(markdown())
    elif arguments.id:
        _print_one(rules[0])
    else:
        _print_table(rules)
    return exits.OK


def markdown() -> str:
    """service/RULES.md: a table of contents, then every rule in full."""
    rules = engine.load()
    index = ["| id | name | dimension | severity |", "|---|---|---|---|"]
    index += [
        f"| [{r.id}](#{r.id.lower()}) | {r.name} | {r.dimension or 'integrity'} | {r.severity} |"
        for r in rules
    ]
    return "\n".join([_HEAD, *index, "", *itertools.chain.from_iterable(map(_section, rules))])


def _chosen(id: str | None) -> tuple[Rule, ...]:
    rules = engine.load()
    if id is None:
        return rules
    found = tuple(rule for rule in rules if rule.id.casefold() == id.casefold())
    if not found:
        raise BadInput(f"no rule is called {id}; `tenacious-judge rules` lists them")
    return found


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.id}\n"
    yield f"**{rule.name}** ({rule.dimension or 'integrity'}, {rule.severity})\n"
    yield f"{rule.what}\n"
    yield f"*Why.* {rule.why}\n"
    yield f"*Fix.* {rule.fix}\n"
    yield from _example("Breaks it", rule.bad)
    yield from _example("Does not", rule.good)
    yield f"Source: {rule.source}\n"


def _example(title: str, example: Example) -> Iterator[str]:
    yield f"{title}:\n"
    yield "\n".join(f"> {line}".rstrip() for line in example.body.split("\n")) + "\n"
    if example.request:
        yield f"```json\n{json.dumps(dict(example.request), ensure_ascii=False)}\n```\n"


def _print_table(rules: tuple[Rule, ...]) -> None:
    out = console()
    rows = [(rule.id, rule.severity.value, short(rule.dimension), rule.name) for rule in rules]
    print_columns(out, [("id", "severity", "dimension", "name"), *rows], left=4)
    if out.is_terminal:  # a pipe gets rules and nothing else
        out.print(f"{len(rules)} rules; `tenacious-judge rules ID` explains one", style="dim")


def _print_one(rule: Rule) -> None:
    out = console()
    out.print(
        Text.assemble((rule.id, "bold"), f" {rule.name} ({rule.dimension or 'integrity'}, {rule.severity})")
    )
    parts = (("what", rule.what), ("why", rule.why), ("fix", rule.fix), ("source", rule.source))
    for title, text in parts:
        print_hanging(out, f"{title:<7}", text)
    for title, example in (("bad", rule.bad), ("good", rule.good)):
        print_hanging(out, f"{title:<7}", example.body)
