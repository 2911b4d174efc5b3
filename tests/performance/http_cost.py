"""POST /judge beside an echo and a plain version: three servers, taking turns under the same load."""

import asyncio
import os
import statistics
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.server import Server, free_port, running, service_command

from .load import drive
from .mail import RAW

ROUNDS = 5
SECONDS = 1.5  # of a round: processor time is counted in ticks of 10 ms
CONNECTIONS = 8


@dataclass(slots=True)
class Figures:
    """One server. `cpu_us` is its processor time for a request, one a round; `ms` is what clients saw."""

    name: str
    cpu_us: list[float] = field(default_factory=list)
    ms: list[float] = field(default_factory=list)

    @property
    def cpu(self) -> float:
        return statistics.median(self.cpu_us)

    @property
    def per_core(self) -> float:
        """Requests a second that one core serves."""
        return 1e6 / self.cpu


def measure() -> list[Figures]:
    """Echo, plain, service: processor time for a request. Servers on one core, this client on another."""
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {cores[0]})
    try:
        return _measure(cores[-1])
    finally:
        os.sched_setaffinity(0, set(cores))


def _measure(core: int) -> list[Figures]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        servers = [
            (
                Figures(name),
                stack.enter_context(running(command, port, Path(folder, f"{port}.log"), env=env, core=core)),
            )
            for name, command, port, env in _servers(Path(folder))
        ]
        for _, server in servers:
            asyncio.run(drive(server.port, RAW, SECONDS / 3, CONNECTIONS))
        for _ in range(ROUNDS):
            for figures, server in servers:
                _round(figures, server)
        return [figures for figures, _ in servers]


def _round(figures: Figures, server: Server) -> None:
    before = server.cpu_seconds()
    taken = asyncio.run(drive(server.port, RAW, SECONDS, CONNECTIONS))
    figures.cpu_us.append((server.cpu_seconds() - before) / len(taken) * 1e6)
    figures.ms += taken


def _servers(folder: Path) -> list[tuple[str, list[str], int, dict[str, str]]]:
    def uvicorn(app: str, port: int) -> list[str]:
        module = [sys.executable, "-m", "uvicorn", f"tests.performance.servers:{app}"]
        return [*module, "--port", str(port), "--no-access-log", "--log-level", "warning"]

    echo, plain, service = free_port(), free_port(), free_port()
    store = {"TENACIOUS_JUDGE_STORE_URL": f"sqlite:///{folder}/judge.db"}
    return [
        ("raw ASGI echo", uvicorn("echo", echo), echo, {}),
        ("plain FastAPI, 100 re patterns", uvicorn("plain", plain), plain, {}),
        ("this service, store on", service_command(service), service, store),
    ]
