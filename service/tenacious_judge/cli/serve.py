"""`tenacious-judge serve`: the service in this very process, so that whoever started it can stop it."""

import argparse

import uvicorn

from ..bootstrap import create_app
from . import exits


def run(arguments: argparse.Namespace) -> int:
    """Serves until a signal says stop; finishes what is in flight first."""
    uvicorn.run(
        create_app(),
        host=arguments.host,
        port=arguments.port,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=25,
    )
    return exits.OK
