"""`tenacious-judge serve` as an operator meets it."""

import asyncio
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from tenacious_judge.datafiles import policy_path

from tests.e2e.test_kill import REQUEST
from tests.support.server import ROOT, free_port, running, service_command


async def test_sigterm_lets_mails_in_flight_finish(tmp_path: Path) -> None:
    store = {"TENACIOUS_JUDGE_STORE_URL": f"sqlite:///{tmp_path}/judge.db"}
    port = free_port()
    with running(service_command(port), port, tmp_path / "log", env=store) as server:
        async with httpx.AsyncClient(base_url=server.url, timeout=10) as client:
            assert (await client.get("/readyz")).status_code == 200
            posts = [asyncio.create_task(client.post("/judge", json=REQUEST)) for _ in range(20)]
            await asyncio.sleep(0.01)
            server.process.terminate()
            done = await asyncio.gather(*posts, return_exceptions=True)
            answers = [one for one in done if isinstance(one, httpx.Response)]
            assert answers
            assert {answer.status_code for answer in answers} == {200}
        assert server.process.wait(30) in (0, -signal.SIGTERM)


def test_a_wrong_setting_stops_the_start_and_says_which(tmp_path: Path) -> None:
    env = {"PATH": "/usr/bin:/bin", "TENACIOUS_JUDGE_STORE_ULR": "memory:"}
    command = service_command(free_port())
    refused = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, timeout=60)
    assert refused.returncode == 78
    assert b"TENACIOUS_JUDGE_STORE_ULR" in refused.stderr
    assert b"Traceback" not in refused.stderr


def test_a_port_that_is_taken_is_named_with_what_to_do(tmp_path: Path) -> None:
    env = {"PATH": "/usr/bin:/bin", "TENACIOUS_JUDGE_STORE_URL": f"sqlite:///{tmp_path}/judge.db"}
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        refused = subprocess.run(
            service_command(port), cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60
        )
    assert refused.returncode == 69
    assert refused.stderr.startswith(f"tenacious-judge: cannot listen on 127.0.0.1:{port}: the port is taken")
    assert "--port" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (tmp_path / "judge.db").exists()


def test_a_policy_that_breaks_its_own_examples_is_said_in_a_line(tmp_path: Path) -> None:
    policy = tmp_path / "p.yml"
    text = policy_path().read_text(encoding="utf-8").replace("action: send", "action: hold", 1)
    policy.write_text(text, encoding="utf-8")
    env = {
        "PATH": "/usr/bin:/bin",
        "TENACIOUS_JUDGE_STORE_URL": "memory:",
        "TENACIOUS_JUDGE_POLICY_PATH": str(policy),
    }
    refused = subprocess.run(
        service_command(free_port()), cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60
    )
    assert refused.returncode == 78
    assert "golden example" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("host", "said"), [("192.0.2.1", "no address of this machine"), ("no.such.host.invalid", "has that name")]
)
def test_a_host_that_is_not_ours_is_named(tmp_path: Path, host: str, said: str) -> None:
    command = [*service_command(free_port()), "--host", host]
    env = {"PATH": "/usr/bin:/bin", "TENACIOUS_JUDGE_STORE_URL": "memory:"}
    refused = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60)
    assert refused.returncode == 69
    assert host in refused.stderr
    assert said in refused.stderr


def test_uvicorn_can_serve_it_from_a_checkout() -> None:
    code = "import service.main; print(type(service.main.app).__name__)"
    env = {"PATH": "/usr/bin:/bin", "TENACIOUS_JUDGE_STORE_URL": "memory:"}
    loaded = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert loaded.stdout.strip() == "FastAPI"
