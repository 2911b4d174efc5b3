"""`tenacious-judge policy check FILE`."""

import argparse
import asyncio
import datetime as dt

from ..errors import Misconfigured
from ..pipeline import Engine, golden
from ..policy import load
from ..reading.case import read_case
from ..rubric.engine import Rubric
from . import exits
from .looks import console


def run(arguments: argparse.Namespace) -> int:
    """Prints the digest of a policy that is fine; a wrong one is an error that names file and line, or the
    golden example it breaks."""
    arguments.file.stat()  # no such file: said so, and no matter of the policy
    policy = load(arguments.file)
    engine = Engine(policy, Rubric(policy), read_case)  # every rule that it names exists
    for _, complaint in asyncio.run(golden.broken(engine, dt.datetime.now(dt.UTC))):
        raise Misconfigured(f"{arguments.file}: a golden example breaks: {complaint}")
    count = len(policy.golden)
    console().print(
        f"{arguments.file}: version {policy.version}, {count} golden examples hold, {policy.digest}",
        soft_wrap=True,
    )
    return exits.OK
