"""`tenacious-judge policy check FILE`."""

import argparse

from ..policy import load
from ..rubric.engine import Rubric
from . import exits
from .looks import console


def run(arguments: argparse.Namespace) -> int:
    """Prints the digest of a policy that is fine; a wrong one is an error that names file and line."""
    policy = load(arguments.file)
    Rubric(policy)  # every rule that it names exists
    console().print(f"{arguments.file}: version {policy.version}, {policy.digest}", soft_wrap=True)
    return exits.OK
