"""The service as it is put together for use: real readers, real rules, the default policy."""

import asyncio
import copy
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from tenacious_judge import bootstrap, wire
from tenacious_judge.api import create_app, examples
from tenacious_judge.domain import Dimension
from tenacious_judge.settings import Settings
from tenacious_judge.store import MemoryStore

HONEST: dict[str, Any] = examples.REQUESTS["honest"]["value"]
DISHONEST: dict[str, Any] = examples.REQUESTS["dishonest"]["value"]


@pytest.fixture(scope="module")
def service() -> Any:
    return bootstrap.build(Settings(store_url="memory:"), MemoryStore())


@pytest.fixture
async def c(service: Any) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(create_app(service))
    async with httpx.AsyncClient(transport=transport, base_url="http://judge") as made:
        yield made


def changed(base: dict[str, Any], *path: str, to: Any) -> dict[str, Any]:
    made = copy.deepcopy(base)
    node = made
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = to
    return made


async def test_the_honest_example_is_sent(c: httpx.AsyncClient) -> None:
    answer = (await c.post("/judge", json=HONEST)).json()
    assert (answer["verdict"], answer["action"], answer["violations"]) == ("pass", "send", [])


async def test_a_store_whose_file_was_deleted_is_not_ready_and_gives_no_verdict(tmp_path: Path) -> None:
    settings = Settings(store_url=f"sqlite:///{tmp_path}/judge.db")
    store = bootstrap.open_store(settings.store_url)
    transport = httpx.ASGITransport(create_app(bootstrap.build(settings, store)))
    async with httpx.AsyncClient(transport=transport, base_url="http://judge") as c:
        assert (await c.get("/readyz")).status_code == 200
        assert (await c.post("/judge", json=HONEST)).status_code == 200
        for name in os.listdir(tmp_path):
            os.unlink(tmp_path / name)
        ready, judged = await c.get("/readyz"), await c.post("/judge", json=HONEST)
    assert ready.status_code == 503
    assert "removed or replaced" in ready.json()["checks"]["store"]
    assert judged.status_code == 503
    assert "removed or replaced" in judged.json()["detail"]
    assert judged.headers["retry-after"]
    assert os.listdir(tmp_path) == []
    await store.close()


async def test_the_dishonest_example_is_told_what_to_change(c: httpx.AsyncClient) -> None:
    raw = (await c.post("/judge", json=DISHONEST)).content
    answer = msgspec.json.decode(raw, type=wire.VerdictAnswer)
    assert answer.action == "revise"
    assert [d.name for d in answer.dimensions] == list(Dimension)
    assert [d.verdict for d in answer.dimensions][1] == "fail"
    for violation in answer.violations:
        assert violation.message
        assert violation.fix
        if violation.span is not None:
            text = DISHONEST["draft"][violation.span.field]
            assert text[violation.span.start : violation.span.end] == violation.span.text
    assert "twelve Go engineers" in answer.feedback
    assert answer.feedback.startswith("1. ")


async def test_every_rule_named_in_an_answer_can_be_looked_up(c: httpx.AsyncClient) -> None:
    answer = (await c.post("/judge", json=DISHONEST)).json()
    for violation in answer["violations"]:
        rule = (await c.get(f"/rules/{violation['rule']}")).json()
        assert (rule["name"], rule["dimension"]) == (violation["name"], violation["dimension"])


async def test_evidence_points_into_the_request(c: httpx.AsyncClient) -> None:
    short = changed(HONEST, "context", "bench_summary", to={"as_of": "2026-05-04", "stacks": {"go": 3}})
    body = HONEST["draft"]["body"].replace(
        "We place senior Python squads", "We can give you six Go engineers"
    )
    answer = (await c.post("/judge", json=changed(short, "draft", "body", to=body))).json()
    evidence = [e for v in answer["violations"] for e in v["evidence"]]
    assert {"pointer": "/context/bench_summary/stacks/go", "value": 3} in evidence


async def test_a_promise_is_held_against_the_stored_bench(c: httpx.AsyncClient) -> None:
    without = changed(DISHONEST, "context", "bench_summary", to=None)
    held = (await c.post("/judge", json=without)).json()
    assert (held["action"], held["versions"]["bench"]) == ("hold", None)
    bench = {"as_of": "2026-05-04", "stacks": {"go": {"available_engineers": 3}}}
    assert (await c.put("/bench", json=bench)).status_code == 200
    answer = (await c.post("/judge", json=without)).json()
    assert (answer["action"], answer["versions"]["bench"]) == ("revise", "2026-05-04")
    pointers = {e["pointer"] for v in answer["violations"] for e in v["evidence"]}
    assert "/bench/stacks/go/available_engineers" in pointers


@pytest.mark.parametrize("body", ["Elena, " * 30_000, "a" * 900_000, "a \u200b" * 20_000, "(" * 100_000])
async def test_no_endless_mail_is_sent(c: httpx.AsyncClient, body: str) -> None:
    answer = (await c.post("/judge", json=changed(HONEST, "draft", "body", to=body))).json()
    assert answer["action"] != "send"
    assert not answer["degraded"]


async def test_the_loop_answers_while_a_hostile_mail_is_judged(c: httpx.AsyncClient) -> None:
    hostile = changed(HONEST, "draft", "body", to="we can put 3 Go engineers and " * 30_000)
    judging = asyncio.create_task(c.post("/judge", json=hostile))
    await asyncio.sleep(0)
    assert (await asyncio.wait_for(c.get("/healthz"), 5)).status_code == 200
    assert (await judging).status_code == 200


@pytest.mark.parametrize(
    ("path", "value", "pointer"),
    [
        (
            ("context", "hiring_signal_brief", "hiring_velocity", "signal_confidence"),
            1.7,
            "/context/hiring_signal_brief/hiring_velocity/signal_confidence",
        ),
        (
            ("context", "bench_summary", "stacks", "python", "available_engineers"),
            -1,
            "/context/bench_summary/stacks/python/available_engineers",
        ),
        (("context", "bench_summary", "as_of"), "2026-13-45", "/context/bench_summary/as_of"),
        (("context", "bench_summary"), 7, "/context/bench_summary"),
    ],
)
async def test_bad_values_in_briefs_are_named(
    c: httpx.AsyncClient, path: tuple[str, ...], value: Any, pointer: str
) -> None:
    response = await c.post("/judge", json=changed(HONEST, *path, to=value))
    assert (response.status_code, response.json().get("pointer")) == (422, pointer)


@pytest.mark.parametrize("brief", [None, "", "Series B in March, confidence high.", {}])
async def test_briefs_may_be_text_or_null(c: httpx.AsyncClient, brief: Any) -> None:
    response = await c.post("/judge", json=changed(HONEST, "context", "hiring_signal_brief", to=brief))
    assert response.status_code == 200
    assert not response.json()["degraded"]


async def test_a_word_for_confidence_that_nobody_knows_is_warned_of(c: httpx.AsyncClient) -> None:
    path = ("context", "hiring_signal_brief", "hiring_velocity", "signal_confidence")
    answer = (await c.post("/judge", json=changed(HONEST, *path, to="banana"))).json()
    assert "/" + "/".join(path) in {w["pointer"] for w in answer["warnings"]}


async def test_a_thread_of_ten_thousand_entries_is_judged(c: httpx.AsyncClient) -> None:
    thread = [{"role": ("agent", "prospect", "clerk")[i % 3], "content": f"Note {i}."} for i in range(10_000)]
    response = await c.post("/judge", json=changed(HONEST, "context", "prior_thread", to=thread))
    assert response.status_code == 200
    assert not response.json()["degraded"]


async def test_contradictory_briefs_are_judged(c: httpx.AsyncClient) -> None:
    brief = {
        **HONEST["context"]["hiring_signal_brief"],
        "open_roles": 0,
        "funding_stage": "seed",
        "buying_window_signals": {"funding_event": {"detected": False, "stage": "series_b"}},
    }
    answer = (await c.post("/judge", json=changed(HONEST, "context", "hiring_signal_brief", to=brief))).json()
    assert answer["action"] != "send"
    assert not answer["degraded"]


async def test_it_is_ready(c: httpx.AsyncClient) -> None:
    assert (await c.get("/readyz")).json()["status"] == "ok"
