"""What was answered was kept: the real server, killed under load."""

import asyncio
import itertools
import json
import uuid
from pathlib import Path

import httpx

from tests.support.server import Server, free_port, running, service_command

CLIENTS = 12
ANSWERS = 150
LIVES = 3
REQUEST = {
    "draft": {
        "subject": "The routing rewrite",
        "body": "Priya,\n\nWould Tuesday 12 May at 10:00 suit you?\n\nMark",
    },
    "as_of": "2026-05-06T09:00:00Z",
}


async def test_sigkill_under_load_loses_no_answered_verdict(tmp_path: Path) -> None:
    """Three lives on one file: answering before the commit would survive a single kill too often."""
    store = {"TENACIOUS_JUDGE_STORE_URL": f"sqlite:///{tmp_path}/judge.db"}
    answered: dict[str, bytes] = {}
    for life in range(LIVES):
        port = free_port()
        with running(service_command(port), port, tmp_path / f"{life}.log", env=store) as server:
            broken = await _load_and_kill(server, answered)
        assert any(broken), "no request was in flight when the server was killed"
    assert len(answered) >= LIVES * ANSWERS

    port = free_port()
    with running(service_command(port), port, tmp_path / "last.log", env=store) as server:
        async with httpx.AsyncClient(base_url=server.url, timeout=10) as client:
            kept = await _all_kept(client)
            one = next(iter(answered))
            again = (await client.get(f"/verdicts/{one}")).json()
    assert answered.keys() <= kept
    assert again["verdict"] == json.loads(answered[one])["verdict"]


async def _load_and_kill(server: Server, answered: dict[str, bytes]) -> list[bool]:
    """Let clients post until enough is answered, then SIGKILL; says of each client whether it was cut off."""
    enough, killed = asyncio.Event(), asyncio.Event()
    here: dict[str, bytes] = {}
    clients = [asyncio.create_task(_post(server.url, here, enough, killed)) for _ in range(CLIENTS)]
    loaded = asyncio.create_task(enough.wait())
    await asyncio.wait([loaded, *clients], return_when=asyncio.FIRST_COMPLETED)
    server.kill()
    killed.set()
    broken = await asyncio.gather(*clients)
    answered.update(here)
    return broken


async def _post(url: str, answered: dict[str, bytes], enough: asyncio.Event, killed: asyncio.Event) -> bool:
    """Post until the server is gone, noting each answer; true where a request was cut off."""
    mine = uuid.uuid4()  # a key told twice, even across lives, is rightly answered from the file
    async with httpx.AsyncClient(base_url=url, timeout=10) as client:
        for number in itertools.count():
            headers = {"Idempotency-Key": f"{mine}-{number}"} if number % 2 else {}
            try:
                answer = await client.post("/judge", json=REQUEST, headers=headers)
            except httpx.TransportError:
                await killed.wait()
                return True
            assert answer.status_code == 200, answer.text
            answered[answer.json()["id"]] = answer.content
            if len(answered) >= ANSWERS:
                enough.set()
    raise AssertionError


async def _all_kept(client: httpx.AsyncClient) -> set[str]:
    """Every id in the audit trail, page by page."""
    kept: set[str] = set()
    cursor: str | None = None
    while True:
        parameters = {"limit": "100"} | ({"cursor": cursor} if cursor else {})
        page = (await client.get("/verdicts", params=parameters)).json()
        kept |= {item["id"] for item in page["items"]}
        cursor = page["next"]
        if cursor is None:
            return kept
