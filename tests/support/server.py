"""A server in a process of its own, on 127.0.0.1 and a free port."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_S = 60.0


@dataclass(slots=True)
class Server:
    """A process that answers on `port`. `log` is the file its output goes to."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cpu_seconds(self) -> float:
        """Processor time of the process so far, all of its threads."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def kill(self) -> None:
        """SIGKILL, and wait until it is gone."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int:
        """SIGTERM; returns the exit code."""
        self.process.terminate()
        try:
            return self.process.wait(START_S)
        except subprocess.TimeoutExpired:
            self.kill()
            raise


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def service_command(port: int) -> list[str]:
    """The installed command, as a user starts it."""
    return [str(Path(sys.executable).with_name("tenacious-judge")), "serve", "--port", str(port)]


@contextlib.contextmanager
def running(
    command: Sequence[str],
    port: int,
    log: Path,
    *,
    env: Mapping[str, str] | None = None,
    core: int | None = None,
) -> Iterator[Server]:
    """Start it, wait until it listens, stop it at the end. `core` pins it to one processor where possible."""
    pinned = ["taskset", "-c", str(core)] if core is not None and shutil.which("taskset") else []
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*pinned, *command], cwd=ROOT, env={**os.environ, **(env or {})}, stdout=output, stderr=output
        )
    server = Server(process, port, log)
    try:
        _await_port(server)
        yield server
    finally:
        if process.poll() is None:
            server.stop()


def _await_port(server: Server) -> None:
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            break
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", server.port), 0.2):
            return
        time.sleep(0.05)
    server.process.kill()
    raise RuntimeError(f"the server did not start:\n{server.log.read_text(errors='replace')[-2000:]}")
