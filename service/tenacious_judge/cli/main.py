"""The command line: arguments to commands, errors to exit codes. A command is imported when it is called."""

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn, cast

from .. import __version__
from ..errors import JudgeError
from . import exits

Command = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """Answers wrong usage with 64: argparse's own 2 means hold here."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(exits.USAGE, f"{self.prog}: {message}\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    arguments = parser().parse_args(argv)
    try:
        command = cast("Command", importlib.import_module(f".{arguments.module}", __package__).run)
        return command(arguments)
    except JudgeError as error:
        where = f"{error.pointer}: " if error.pointer else ""
        print(f"tenacious-judge: {where}{error.detail}", file=sys.stderr)
        return exits.of_error(error)
    except BrokenPipeError:  # `| head`: the reader has what it wants
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return exits.OK
    except OSError as error:
        print(f"tenacious-judge: {error.filename or ''}: {error.strerror or error}", file=sys.stderr)
        return exits.of_error(error)
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    description = "Says whether an outbound mail is honest, and why not."
    top = _Parser(prog="tenacious-judge", description=description)
    top.add_argument("--version", action="version", version=f"tenacious-judge {__version__}")
    commands = top.add_subparsers(title="commands", required=True, parser_class=_Parser)

    serve = commands.add_parser("serve", help="start the HTTP service")
    serve.add_argument("--host", help="address to listen on (default 127.0.0.1)")
    serve.add_argument("--port", type=int, help="port to listen on (default 8000)")
    serve.set_defaults(module="serve")

    judge = commands.add_parser("judge", help="judge one mail; exit code 0 send, 1 revise, 2 hold")
    judge.add_argument("file", help="a request as for POST /judge, in JSON; - reads standard input")
    judge.add_argument("--json", action="store_true", help="print the service's answer as it is")
    _add_policy(judge)
    judge.set_defaults(module="judge")

    rules = commands.add_parser("rules", help="list the rules, or explain one")
    rules.add_argument("id", nargs="?", help="a rule, such as SIG-003")
    rules.add_argument("--markdown", action="store_true", help="print all of them as service/RULES.md")
    rules.set_defaults(module="rules")

    cases = commands.add_parser("cases", help="run labelled cases and report how often the gate is right")
    cases.add_argument("files", nargs="+", type=Path, help="JSON Lines: one request with its label a line")
    cases.add_argument("--errors", action="store_true", help="list every case that came out wrong, and why")
    cases.add_argument("--json", action="store_true", help="print the report as JSON, errors included")
    cases.add_argument("--dimension", action="append", help="only cases of this one (any part of its name)")
    cases.add_argument("--seed", type=int, default=0, help="seed of the bootstrap intervals")
    _add_policy(cases)
    cases.set_defaults(module="cases.command")

    policy = commands.add_parser("policy", help="work on policy files")
    check = policy.add_subparsers(title="commands", required=True, parser_class=_Parser).add_parser(
        "check", help="read a policy as the service would, and say what is wrong with it"
    )
    check.add_argument("file", type=Path)
    check.set_defaults(module="policy")
    return top


def _add_policy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--policy", type=Path, help="a policy file (default: the shipped one)")
