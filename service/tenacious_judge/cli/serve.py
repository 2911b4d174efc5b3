"""`tenacious-judge serve`: the service in this very process, so that whoever started it can stop it."""

import argparse
import asyncio
import contextlib
import errno
import logging
import os
import socket
from collections.abc import Iterator
from dataclasses import replace

import uvicorn

from ..bootstrap import create_app
from ..errors import Unavailable
from ..settings import checked, from_environment
from . import exits

_GRACE_S = 25
"""Seconds that mails in flight have to be finished after a signal said stop."""

_ELSEWHERE = "choose another with --port or TENACIOUS_JUDGE_PORT"
_REFUSED = {
    errno.EADDRINUSE: f"the port is taken by another program: stop that one, or {_ELSEWHERE}",
    errno.EACCES: f"this user may not listen on that port: {_ELSEWHERE}, from 1024 on",
    errno.EADDRNOTAVAIL: "no address of this machine: choose another with --host or TENACIOUS_JUDGE_HOST",
}

log = logging.getLogger("tenacious_judge")


def run(arguments: argparse.Namespace) -> int:
    """Serves until a signal says stop. Flags win over `TENACIOUS_JUDGE_HOST` and `_PORT`.

    Raises `Unavailable` where it cannot listen, before the store is opened.
    """
    flags = {name: value for name in ("host", "port") if (value := getattr(arguments, name)) is not None}
    settings = checked(replace(from_environment(os.environ), **flags))
    logging.basicConfig(level=logging.INFO, format="%(levelname)s:     %(message)s")
    with _listening(settings.host, settings.port) as sockets:
        app = create_app(settings)
        # The start looks at them too, but uvicorn would say what is wrong in a traceback of a page.
        asyncio.run(app.state.service.pipeline.hold_to_golden())
        config = uvicorn.Config(
            app,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_GRACE_S,
        )
        for one in sockets:
            log.info("serving on %s, Ctrl-C stops it", _url(one))
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=sockets)
    return exits.OK


@contextlib.contextmanager
def _listening(host: str, port: int) -> Iterator[list[socket.socket]]:
    """Sockets bound to every address of `host`. Whoever connects is refused until the service listens."""
    with contextlib.ExitStack() as opened:
        try:
            yield [opened.enter_context(bound) for bound in _bound(host, port)]
        except socket.gaierror:
            raise Unavailable(f"cannot listen on {host}: no machine has that name") from None
        except OSError as error:
            if error.errno not in _REFUSED:
                raise
            raise Unavailable(f"cannot listen on {_spelt(host, port)}: {_REFUSED[error.errno]}") from None


def _bound(host: str, port: int) -> Iterator[socket.socket]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    for family, kind, protocol, _, address in dict.fromkeys(found):
        bound = socket.socket(family, kind, protocol)
        try:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family is socket.AF_INET6:
                bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            bound.bind(address)
        except BaseException:
            bound.close()
            raise
        yield bound


def _url(bound: socket.socket) -> str:
    host, port = bound.getsockname()[:2]
    return f"http://{_spelt(host, port)}"


def _spelt(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
