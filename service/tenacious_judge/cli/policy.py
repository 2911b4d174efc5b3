"""`tenacious-judge policy check FILE`."""

import argparse

from . import exits
from .gate import read_policy
from .looks import console


def run(arguments: argparse.Namespace) -> int:
    """Prints the digest of a policy that is fine; a wrong one is an error that names file and line."""
    policy = read_policy(arguments.file)
    console().print(f"{arguments.file}: version {policy.version}, {policy.digest}", soft_wrap=True)
    return exits.OK
