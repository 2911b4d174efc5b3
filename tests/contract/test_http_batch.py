"""POST /judge/batch: lists and lines; one bad item sinks no other."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from tenacious_judge.api import Limits
from tenacious_judge.domain import JudgeMode
from tenacious_judge.judge import FakeJudge

from tests.support.service import FakeRubric, as_json, client, finding, mail, service, with_judge

NDJSON = {"content-type": "application/x-ndjson"}


@pytest.fixture
async def c() -> AsyncIterator[httpx.AsyncClient]:
    async with client(service(FakeRubric(finding()), limits=Limits(max_body_bytes=5000))) as made:
        yield made


def lines(*items: Any) -> bytes:
    return b"".join((item if isinstance(item, bytes) else as_json(item)) + b"\n" for item in items)


async def stream(c: httpx.AsyncClient, content: Any, query: str = "") -> list[dict[str, Any]]:
    response = await c.post(f"/judge/batch{query}", content=content, headers=NDJSON)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/x-ndjson"
    assert "x-request-id" in response.headers
    return [json.loads(line) for line in response.text.splitlines()]


async def test_a_list_answers_a_list_in_order(c: httpx.AsyncClient) -> None:
    response = await c.post("/judge/batch", json=[mail(), {"draft": {"body": 7}}, mail(), "text"])
    assert response.status_code == 200
    items = response.json()
    assert [item["index"] for item in items] == [0, 1, 2, 3]
    assert [item.get("action") for item in items] == ["revise", None, "revise", None]
    assert (items[1]["status"], items[1]["pointer"]) == (422, "/draft/body")
    assert (items[3]["status"], items[3]["pointer"]) == (422, "")


async def test_an_item_is_what_judge_would_have_answered(c: httpx.AsyncClient) -> None:
    alone = (await c.post("/judge", json=mail())).json()
    item = (await c.post("/judge/batch", json=[mail()])).json()[0]
    assert item.keys() == {*alone, "index"}
    for name in alone.keys() - {"id", "timings_ms", "cost"}:
        assert item[name] == alone[name]


async def test_lines_answer_lines_with_their_index(c: httpx.AsyncClient) -> None:
    items = await stream(c, lines(mail(), b"{", b"", mail()))
    assert {item["index"]: item.get("action", item.get("status")) for item in items} == {
        0: "revise",
        1: 422,
        2: "revise",
    }


async def test_a_line_is_answered_before_the_next_is_sent(c: httpx.AsyncClient) -> None:
    """Streaming: the second line is only sent once the first is judged."""
    of = service(FakeRubric(finding()))
    judged = asyncio.Event()
    judge = of.pipeline.judge

    async def tell(order: Any) -> Any:
        done = await judge(order)
        judged.set()
        return done

    of.pipeline.judge = tell  # type: ignore[method-assign]

    async def upload() -> AsyncIterator[bytes]:
        raw = lines(mail())
        yield raw[:10]
        yield raw[10:]
        async with asyncio.timeout(5):
            await judged.wait()
        yield as_json(mail())  # the last line needs no end

    async with client(of) as streaming:
        assert [item["index"] for item in await stream(streaming, upload())] == [0, 1]


async def test_lines_come_back_as_they_are_done() -> None:
    class Judge(FakeJudge):
        async def judge(self, case: Any) -> Any:
            await asyncio.sleep(0.05 if case.draft.body == "slow" else 0)
            return await super().judge(case)

    async with client(service(policy=with_judge(JudgeMode.VETO), judge=Judge())) as c:
        items = await stream(c, lines({"draft": {"body": "slow"}}, mail(), mail()))
    assert [item["index"] for item in items] == [1, 2, 0]


async def test_256_items_and_no_more(c: httpx.AsyncClient) -> None:
    assert len((await c.post("/judge/batch", json=[mail()] * 256)).json()) == 256
    over = await c.post("/judge/batch", json=[mail()] * 257)
    assert (over.status_code, over.json()["pointer"]) == (422, "/256")
    items = await stream(c, lines(*[mail()] * 300))
    assert len(items) == 257
    assert [item["status"] for item in items if item["index"] == 256] == [422]


@pytest.mark.parametrize("content", [b"[]", b"{}", b"[", b"", b"null", b"[" * 100_000])
async def test_what_is_no_batch_is_refused_whole(c: httpx.AsyncClient, content: bytes) -> None:
    response = await c.post("/judge/batch", content=content, headers={"content-type": "application/json"})
    assert (response.status_code, response.json()["pointer"]) == (422, "")


async def test_no_lines_at_all_are_a_problem_and_not_silence(c: httpx.AsyncClient) -> None:
    assert [item["status"] for item in await stream(c, b"\n\n")] == [422]


async def test_an_item_too_long_sinks_no_other_in_a_list(c: httpx.AsyncClient) -> None:
    long = {"draft": {"body": "a" * 6000}}
    items = (await c.post("/judge/batch", json=[mail(), long, mail()])).json()
    assert [item.get("status", 200) for item in items] == [200, 413, 200]


async def test_a_line_too_long_ends_the_batch_with_a_problem(c: httpx.AsyncClient) -> None:
    items = await stream(c, lines(mail(), {"draft": {"body": "a" * 6000}}))
    assert {item["index"]: item.get("status", 200) for item in items} == {0: 200, 1: 413}


async def test_modes_and_parameters_are_those_of_judge(c: httpx.AsyncClient) -> None:
    assert [i["action"] for i in await stream(c, lines(mail()), "?mode=shadow")] == ["send"]
    for query in ("reserve=true", "mode=loud", "x=1"):
        assert (await c.post(f"/judge/batch?{query}", json=[mail()])).status_code == 422


async def test_a_key_counts_for_each_item(c: httpx.AsyncClient) -> None:
    headers = {"Idempotency-Key": "k"}
    batch = [mail(), mail()]
    first = await c.post("/judge/batch", json=batch, headers=headers)
    again = await c.post("/judge/batch", json=batch, headers=headers)
    assert again.content == first.content
    assert first.json()[0]["id"] != first.json()[1]["id"]
    changed = await c.post("/judge/batch", json=[mail(), {"draft": {"body": "b"}}], headers=headers)
    assert [item.get("status", 200) for item in changed.json()] == [200, 409]


@pytest.mark.parametrize("kind", ["application/json", "application/x-ndjson"])
async def test_a_batch_takes_a_permit_and_gives_it_back(kind: str) -> None:
    of = service(max_in_flight=1)
    content = as_json([mail()]) if kind == "application/json" else lines(mail())
    async with client(of) as c:
        with of.pipeline.admission.permit():
            full = await c.post("/judge/batch", content=content, headers={"content-type": kind})
        assert full.status_code == 429
        for _ in range(2):
            free = await c.post("/judge/batch", content=content, headers={"content-type": kind})
            assert free.status_code == 200
    assert of.pipeline.admission.in_flight == 0


async def test_a_bug_in_one_item_is_its_own() -> None:
    of = service()
    judge = of.pipeline.judge

    async def sometimes(order: Any) -> Any:
        if b"bug" in order.raw:
            raise RuntimeError("Elena")
        return await judge(order)

    of.pipeline.judge = sometimes  # type: ignore[method-assign]
    async with client(of) as c:
        response = await c.post("/judge/batch", json=[mail(), {"draft": {"body": "bug"}}])
    assert [item.get("status", 200) for item in response.json()] == [200, 503]
    assert "Elena, " not in response.text


@pytest.mark.parametrize(
    "bad", [r'{"draft": {"body": "\ud800"}}', '{"draft": {"body": "Hi"}, "as_of": NaN}', '"text"']
)
async def test_an_item_that_is_no_json_of_ours_sinks_no_other(bad: str) -> None:
    good = json.dumps(mail())
    async with client(service()) as c:
        content = f"[ {good} , {bad},{good} ]"
        answer = await c.post("/judge/batch", content=content, headers={"content-type": "application/json"})
    assert [item.get("verdict") or item.get("status") for item in answer.json()] == ["pass", 422, "pass"]


@pytest.mark.parametrize(
    "body", [r'["\ud800" "x"]', r'["\ud800",]', r'["\ud800"', r'"\ud800"', r'["\ud800"] x']
)
async def test_what_is_no_list_is_refused_whole(body: str) -> None:
    async with client(service()) as c:
        answer = await c.post("/judge/batch", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422
