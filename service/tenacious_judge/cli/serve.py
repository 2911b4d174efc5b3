"""`tenacious-judge serve`: the service in this very process, so that whoever started it can stop it."""

import argparse
import logging
import os
from dataclasses import replace

import uvicorn

from ..bootstrap import create_app
from ..settings import checked, from_environment
from . import exits

_GRACE_S = 25
"""Seconds that mails in flight have to be finished after a signal said stop."""


def run(arguments: argparse.Namespace) -> int:
    """Serves until a signal says stop. Flags win over `TENACIOUS_JUDGE_HOST` and `_PORT`."""
    flags = {name: value for name in ("host", "port") if (value := getattr(arguments, name)) is not None}
    settings = checked(replace(from_environment(os.environ), **flags))
    logging.basicConfig(level=logging.INFO, format="%(levelname)s:     %(message)s")
    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE_S,
    )
    return exits.OK
