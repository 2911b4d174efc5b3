"""Clients that send a byte at a time, over real connections: they keep nobody out, and are sent away."""

import contextlib
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.e2e.test_kill import REQUEST
from tests.support.server import Server, free_port, running, service_command

PERMITS = 4
TIMEOUT_S = 3.0
JSON, NDJSON = "application/json", "application/x-ndjson"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("slow")
    env = {
        "TENACIOUS_JUDGE_STORE_URL": f"sqlite:///{folder}/judge.db",
        "TENACIOUS_JUDGE_MAX_IN_FLIGHT": str(PERMITS),
        "TENACIOUS_JUDGE_BODY_TIMEOUT_MS": str(int(TIMEOUT_S * 1000)),
    }
    port = free_port()
    with running(service_command(port), port, folder / "log", env=env) as started:
        yield started


@contextlib.contextmanager
def slow_clients(server: Server, count: int, path: str, kind: str) -> Iterator[list[socket.socket]]:
    """Connections that have sent the head of a request and the first byte of its body."""
    head = f"POST {path} HTTP/1.1\r\nHost: judge\r\nContent-Type: {kind}\r\nContent-Length: 500\r\n\r\n" + "{"
    with contextlib.ExitStack() as opened:
        clients = [
            opened.enter_context(socket.create_connection(("127.0.0.1", server.port), TIMEOUT_S * 5))
            for _ in range(count)
        ]
        for client in clients:
            client.sendall(head.encode())
        yield clients


@pytest.mark.parametrize(
    ("path", "kind"), [("/judge", JSON), ("/judge/batch", JSON), ("/judge/batch", NDJSON)]
)
def test_mails_are_judged_while_slow_bodies_arrive(server: Server, path: str, kind: str) -> None:
    with slow_clients(server, 3 * PERMITS, path, kind) as clients, httpx.Client(timeout=10) as client:
        time.sleep(0.2)
        for _ in range(3):
            for slow in clients:
                slow.sendall(b" ")
            assert client.post(f"{server.url}/judge", json=REQUEST).status_code == 200
        assert "tenacious_judge_in_flight 0.0" in client.get(f"{server.url}/metrics").text


def test_a_thread_of_thousands_of_turns_holds_up_no_health_check(server: Server) -> None:
    thread = [{"role": "prospect", "content": f"Note {i}: six Go engineers by June?"} for i in range(10_000)]
    request = {**REQUEST, "context": {"prior_thread": thread}}
    waits = []
    with ThreadPoolExecutor(1) as pool, httpx.Client(base_url=server.url, timeout=30) as client:
        judged = pool.submit(httpx.post, f"{server.url}/judge", json=request, timeout=30)
        while not judged.done():
            begun = time.monotonic()
            assert client.get("/healthz").status_code == 200
            waits.append(time.monotonic() - begun)
            time.sleep(0.01)
    assert judged.result().json()["action"] == "hold"
    assert len(waits) > 5
    assert max(waits) < 0.5


def test_a_body_that_takes_too_long_is_a_408_and_the_connection_ends(server: Server) -> None:
    with slow_clients(server, 1, "/judge", JSON) as (slow,):
        begun = time.monotonic()
        answer = b""
        with contextlib.suppress(OSError):
            while time.monotonic() - begun < TIMEOUT_S - 0.5:
                slow.sendall(b" ")  # a byte now and then does not put the end off
                time.sleep(0.2)
            while chunk := slow.recv(4096):
                answer += chunk
        assert TIMEOUT_S - 0.5 < time.monotonic() - begun < TIMEOUT_S + 5
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"application/problem+json" in answer
    assert b"urn:tenacious-judge:error:body-timeout" in answer
