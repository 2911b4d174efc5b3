"""The rest of the API: rules, policy, bench, verdicts, health, figures."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import httpx
import pytest
from tenacious_judge.api import Limits
from tenacious_judge.domain import Severity
from tenacious_judge.store import MemoryStore

from tests.support.service import DEFAULT, FakeRubric, as_json, client, finding, mail, service

BENCH = {"as_of": "2026-05-04", "stacks": {"go": {"available_engineers": 3}}}


@pytest.fixture
async def c() -> AsyncIterator[httpx.AsyncClient]:
    async with client(service(FakeRubric(finding()))) as made:
        yield made


async def test_every_rule_is_listed_and_can_be_asked_for(c: httpx.AsyncClient) -> None:
    items = (await c.get("/rules")).json()["items"]
    ids = [item["id"] for item in items]
    assert ids == sorted(set(ids))
    assert ids == ["JDG-001", "SIG-003", "SIG-004"]
    for item in items:
        assert (await c.get(f"/rules/{item['id']}")).json() == item
        assert item["what"]
        assert item["why"]
    assert (await c.get("/rules/NO-000")).status_code == 404


async def test_rules_are_shown_as_the_policy_has_them() -> None:
    policy = replace(DEFAULT, severities={"SIG-003": Severity.WARN}, disabled_rules=("SIG-004",))
    async with client(service(policy=policy)) as c:
        items = {item["id"]: item for item in (await c.get("/rules")).json()["items"]}
    assert (items["SIG-003"]["severity"], items["SIG-003"]["enabled"]) == ("warn", True)
    assert (items["SIG-004"]["severity"], items["SIG-004"]["enabled"]) == ("block", False)
    assert items["SIG-004"]["good"] == {"body": "good", "request": {"draft": {"kind": "reply"}}}


async def test_the_policy_in_force_is_shown_with_the_digest_of_its_verdicts(c: httpx.AsyncClient) -> None:
    shown = (await c.get("/policy")).json()
    verdict = (await c.post("/judge", json=mail())).json()
    assert shown["digest"] == DEFAULT.digest == verdict["versions"]["policy"]
    assert shown["confidence"]["needed"] == 0.6


async def test_a_bench_is_put_and_shown(c: httpx.AsyncClient) -> None:
    assert (await c.get("/bench")).status_code == 404
    put = await c.put("/bench", json=BENCH)
    assert put.status_code == 200
    assert put.json()["version"] == "2026-05-04"
    assert put.json()["bench"] == BENCH
    assert (await c.get("/bench")).json() == put.json()


async def test_benches_go_forward_in_time_and_by_revision(c: httpx.AsyncClient) -> None:
    first = (await c.put("/bench", json=BENCH)).json()
    same = (await c.put("/bench", json=dict(reversed(BENCH.items())))).json()
    assert same == first
    revised = (await c.put("/bench", json={**BENCH, "stacks": {}})).json()
    assert (revised["revision"], revised["version"] != first["version"]) == (2, True)
    older = await c.put("/bench", json={**BENCH, "as_of": "2026-05-03"})
    assert older.status_code == 409
    assert (await c.put("/bench", json={**BENCH, "as_of": "2026-05-05"})).status_code == 200
    history = (await c.get("/bench/history")).json()["items"]
    assert [item["as_of"] for item in history] == ["2026-05-05", "2026-05-04", "2026-05-04"]
    verdict = (await c.post("/judge", json=mail())).json()
    assert verdict["versions"]["bench"] == "2026-05-05"


@pytest.mark.parametrize(
    ("content", "status", "pointer"),
    [
        (b"{", 422, ""),
        (b"[]", 422, ""),
        (b'{"go": 3}', 422, "/as_of"),
        (b'{"as_of": "soon"}', 422, "/as_of"),
        (b'{"as_of": "2026-05-04", "go": NaN}', 422, "/go"),
        (b" " * 1_000_001, 413, None),
    ],
)
async def test_a_wrong_bench_is_refused(
    c: httpx.AsyncClient, content: bytes, status: int, pointer: str | None
) -> None:
    response = await c.put("/bench", content=content, headers={"content-type": "application/json"})
    assert (response.status_code, response.json().get("pointer")) == (status, pointer)
    assert (await c.get("/bench")).status_code == 404


@pytest.mark.parametrize(
    ("authorization", "status"),
    [
        (None, 401),
        ("", 401),
        ("Basic s3cret", 401),
        ("Bearer ", 401),
        ("Bearer wrong", 403),
        ("Bearer s3cret!", 403),
        ("Bearer s3cret", 200),
        ("bearer s3cret", 200),
    ],
)
async def test_the_bench_asks_for_the_admin_key_where_one_is_set(
    authorization: str | None, status: int
) -> None:
    headers = {} if authorization is None else {"Authorization": authorization}
    async with client(service(limits=Limits(admin_key="s3cret"))) as c:
        response = await c.put("/bench", json=BENCH, headers=headers)
        assert response.status_code == status
        assert ("www-authenticate" in response.headers) == (status == 401)
        assert (await c.post("/judge", json=mail())).status_code == 200


async def test_verdicts_are_listed_newest_first_page_by_page(c: httpx.AsyncClient) -> None:
    ids = [(await c.post("/judge", json=mail())).json()["id"] for _ in range(5)]
    found: list[str] = []
    cursor = ""
    for _ in range(3):
        page = (await c.get(f"/verdicts?limit=2{cursor}")).json()
        found += [item["id"] for item in page["items"]]
        cursor = f"&cursor={page['next']}"
    assert found == ids[::-1]
    assert page["next"] is None


async def test_a_verdict_is_kept_as_it_was_given(c: httpx.AsyncClient) -> None:
    given = (await c.post("/judge", json=mail())).json()
    kept = (await c.get(f"/verdicts/{given['id']}")).json()
    assert dt.datetime.fromisoformat(kept.pop("created_at")).tzinfo is not None
    assert kept.pop("timings_ms").keys() == given.pop("timings_ms").keys()
    assert kept == given
    assert (await c.get("/verdicts/vrd_00000000000000000000000000")).status_code == 404


async def test_an_answer_to_a_key_is_kept_to_the_letter(c: httpx.AsyncClient) -> None:
    given = (await c.post("/judge", json=mail(), headers={"Idempotency-Key": "k"})).json()
    kept = (await c.get(f"/verdicts/{given['id']}")).json()
    kept.pop("created_at")
    assert kept == given


async def test_filters_must_all_hold() -> None:
    rubric = FakeRubric(finding())
    async with client(service(rubric)) as c:
        revised = (await c.post("/judge", json=mail())).json()["id"]
        rubric.findings = (finding(Severity.HOLD, rule="SIG-004"),)
        held = (await c.post("/judge", json=mail())).json()["id"]
        rubric.findings = ()
        sent = (await c.post("/judge", json=mail())).json()["id"]

        async def ids(query: str) -> list[str]:
            return [item["id"] for item in (await c.get(f"/verdicts?{query}")).json()["items"]]

        assert await ids("action=revise") == [revised]
        assert await ids("dimension=signal_grounding_fidelity") == [held, revised]
        assert await ids("rule=SIG-004") == [held]
        assert await ids("rule=SIG-004&action=revise") == []
        assert await ids("since=2026-05-06T09:00:00Z") == [sent, held, revised]
        assert await ids("since=2026-05-06T09:00:01Z") == []
        assert await ids("since=2026-05-06T11:00:00+02:00") == [sent, held, revised]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("action=sent", "action"),
        ("dimension=tone", "dimension"),
        ("since=yesterday", "since"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=-1", "limit"),
        ("limit=ten", "limit"),
        ("limit=\u0661", "limit"),
        ("cursor=1", "cursor"),
        ("acton=send", "acton"),
        ("limit=1&limit=2", "limit"),
    ],
)
async def test_a_wrong_filter_is_named(c: httpx.AsyncClient, query: str, name: str) -> None:
    response = await c.get(f"/verdicts?{query}")
    assert (response.status_code, response.json()["parameter"]) == (422, name)


async def test_a_dead_store_is_a_503_everywhere() -> None:
    store = MemoryStore()
    store.broken = True
    async with client(service(store=store)) as c:
        for path in ("/verdicts", "/verdicts/vrd_0", "/bench", "/bench/history"):
            response = await c.get(path)
            assert (response.status_code, "retry-after" in response.headers) == (503, True)
        assert (await c.put("/bench", json=BENCH)).status_code == 503
        assert (await c.get("/healthz")).status_code == 200
        ready = await c.get("/readyz")
    assert ready.status_code == 503
    assert ready.json()["status"] == "not ready"
    assert ready.json()["checks"]["store"] != "ok"
    assert ready.json()["checks"]["rubric"] != "not asked"


async def test_ready_when_every_part_answers(c: httpx.AsyncClient) -> None:
    ready = await c.get("/readyz")
    assert ready.status_code == 200
    assert ready.json()["checks"] == dict.fromkeys(("store", "policy", "rubric", "judge"), "ok")


async def test_readiness_writes_no_verdict(c: httpx.AsyncClient) -> None:
    await c.get("/readyz")
    assert (await c.get("/verdicts")).json()["items"] == []


async def test_figures_are_in_the_text_format(c: httpx.AsyncClient) -> None:
    response = await c.get("/metrics")
    assert response.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert "# TYPE tenacious_judge_stage_seconds histogram" in response.text


@pytest.mark.parametrize("value", [{"as_of": "2026-05-04", "note": "\u00fc" * 10}, BENCH])
async def test_a_bench_is_kept_as_it_was_put(c: httpx.AsyncClient, value: Any) -> None:
    await c.put("/bench", content=as_json(value), headers={"content-type": "application/json"})
    assert (await c.get("/bench")).json()["bench"] == value
