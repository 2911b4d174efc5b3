"""POST /judge over HTTP: headers, modes, limits, and what a refusal looks like."""

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

JSON = {"content-type": "application/json"}


@pytest.fixture
async def c() -> AsyncIterator[httpx.AsyncClient]:
    async with client(service(FakeRubric(finding()))) as made:
        yield made


def assert_problem(response: httpx.Response, status: int, **members: Any) -> None:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == status
    assert problem["type"].startswith("urn:tenacious-judge:error:")
    assert problem["title"]
    assert problem["detail"]
    assert problem["request_id"] == response.headers["x-request-id"]
    assert members.items() <= problem.items()


def latin(name: str, value: str) -> dict[bytes, bytes]:
    """A header with bytes that httpx would not send by itself."""
    return {name.encode(): value.encode("latin-1")}


async def test_a_rejected_mail_is_no_http_error(c: httpx.AsyncClient) -> None:
    response = await c.post("/judge", json=mail())
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert response.json()["action"] == "revise"


async def test_stages_are_in_a_header_too(c: httpx.AsyncClient) -> None:
    response = await c.post("/judge", json=mail())
    total = response.json()["timings_ms"]["total"]
    assert f"total;dur={total:.3f}" in response.headers["server-timing"]


async def test_a_request_id_is_echoed(c: httpx.AsyncClient) -> None:
    for path in ("/judge", "/nowhere"):
        response = await c.post(path, json=mail(), headers={"X-Request-ID": "r-7"})
        assert response.headers["x-request-id"] == "r-7"


@pytest.mark.parametrize("bad", ["", "a" * 129, "a b", "a\u00e9"])
async def test_a_request_id_that_no_log_should_hold_is_replaced(c: httpx.AsyncClient, bad: str) -> None:
    response = await c.post("/judge", json=mail(), headers=latin("X-Request-ID", bad))
    made = response.headers["x-request-id"]
    assert made != bad
    assert made.isalnum()


async def test_a_repeat_under_a_key_is_told_from_the_first(c: httpx.AsyncClient) -> None:
    first = await c.post("/judge", json=mail(), headers={"Idempotency-Key": "k-1"})
    again = await c.post("/judge", json=mail(), headers={"Idempotency-Key": "k-1"})
    assert again.content == first.content
    assert "idempotent-replayed" not in first.headers
    assert again.headers["idempotent-replayed"] == "true"
    assert_problem(await c.post("/judge", json=mail(as_of=None), headers={"Idempotency-Key": "k-1"}), 409)


@pytest.mark.parametrize("key", ["", "a" * 256, "a b", "\u00e9"])
async def test_a_key_that_cannot_be_kept_is_refused(c: httpx.AsyncClient, key: str) -> None:
    response = await c.post("/judge", json=mail(), headers=latin("Idempotency-Key", key))
    assert_problem(response, 422, parameter="Idempotency-Key")


async def test_shadow_mode(c: httpx.AsyncClient) -> None:
    answer = (await c.post("/judge?mode=shadow", json=mail())).json()
    assert (answer["enforced"], answer["action"], answer["shadow_action"]) == (False, "send", "revise")
    assert answer["verdict"] == "fail"


async def test_reservations_are_refused_and_not_forgotten(c: httpx.AsyncClient) -> None:
    assert_problem(await c.post("/judge?reserve=true", json=mail()), 422, parameter="reserve")
    assert (await c.post("/judge?reserve=false", json=mail())).status_code == 200


@pytest.mark.parametrize("query", ["mode=loud", "mode=", "verbose=1", "mode=shadow&mode=shadow"])
async def test_a_parameter_nobody_knows_is_refused(c: httpx.AsyncClient, query: str) -> None:
    assert_problem(await c.post(f"/judge?{query}", json=mail()), 422, parameter=query.partition("=")[0])


@pytest.mark.parametrize(
    "headers",
    [
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": "application/x-ndjson"},
        {"content-type": "application/json; charset=latin-1"},
        {"content-type": "application/json", "content-encoding": "gzip"},
    ],
)
async def test_another_content_type_is_a_415(c: httpx.AsyncClient, headers: dict[str, str]) -> None:
    assert_problem(await c.post("/judge", content=as_json(mail()), headers=headers), 415)


@pytest.mark.parametrize("kind", ["application/json", "Application/JSON; charset=UTF-8"])
async def test_json_is_read_however_it_is_spelt(c: httpx.AsyncClient, kind: str) -> None:
    response = await c.post("/judge", content=as_json(mail()), headers={"content-type": kind})
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("content", "pointer"),
    [
        (b"", ""),
        (b"{", ""),
        (b"null", ""),
        (b'{"draft": {"body": "a\\ud800"}}', "/draft/body"),
        (b'{"draft": {"body": "a\\u0000"}}', "/draft/body"),
        (b'{"draft": {"body": "a"}, "context": {"bench_summary": {"go": NaN}}}', "/context/bench_summary/go"),
        (b'{"draft": {"body": "a"}, "contxt": {}}', "/contxt"),
        (b'{"draft": {"body": ["a"]}}', "/draft/body"),
        (b"[" * 200_000, ""),
    ],
)
async def test_bad_input_is_a_422_that_names_the_field(
    c: httpx.AsyncClient, content: bytes, pointer: str
) -> None:
    assert_problem(
        await c.post("/judge", content=content, headers=JSON), 422, pointer=pointer, retryable=False
    )


async def test_a_422_for_a_strange_word_lists_those_that_are_known(c: httpx.AsyncClient) -> None:
    response = await c.post("/judge", json={"draft": {"body": "a", "kind": "colld"}})
    detail = "expected one of cold, warm, reply, reengagement, got 'colld'"
    assert_problem(response, 422, pointer="/draft/kind", detail=detail)


async def test_what_is_wrong_is_not_echoed_at_length(c: httpx.AsyncClient) -> None:
    response = await c.post("/judge", json={"draft": {"body": "a", "x" * 100_000: 1}})
    assert_problem(response, 422)
    assert len(response.json()["detail"]) < 600


async def chunks(size: int) -> AsyncIterator[bytes]:
    for _ in range(size // 1000):
        yield b" " * 1000


async def test_a_megabyte_is_too_large_announced_or_not(c: httpx.AsyncClient) -> None:
    assert_problem(await c.post("/judge", content=b" " * 1_000_001, headers=JSON), 413)
    unannounced = await c.post("/judge", content=chunks(1_001_000), headers=JSON)
    assert "content-length" not in unannounced.request.headers
    assert_problem(unannounced, 413)


async def test_what_is_announced_as_too_large_is_not_waited_for() -> None:
    async def never() -> AsyncIterator[bytes]:
        await asyncio.sleep(30)
        yield b""

    async with client(service(limits=Limits(body_timeout_s=0.2))) as c:
        response = await c.post("/judge", content=never(), headers={**JSON, "content-length": "1000001"})
    assert_problem(response, 413)


async def test_a_false_content_length_does_not_open_the_gate(c: httpx.AsyncClient) -> None:
    headers = {**JSON, "content-length": "10"}
    assert_problem(await c.post("/judge", content=chunks(1_001_000), headers=headers), 413)


async def test_just_under_the_limit_is_read(c: httpx.AsyncClient) -> None:
    frame = len(as_json({"draft": {"body": ""}}))
    raw = as_json({"draft": {"body": "a" * (1_000_000 - frame)}})
    assert len(raw) == 1_000_000
    assert (await c.post("/judge", content=raw, headers=JSON)).status_code == 200


async def test_a_thread_of_ten_thousand_entries_is_read(c: httpx.AsyncClient) -> None:
    thread = [{"role": "prospect", "content": "No."}] * 10_000
    response = await c.post("/judge", json=mail(context={"prior_thread": thread}))
    assert response.status_code == 200


async def test_a_body_that_does_not_arrive_is_a_408() -> None:
    async def never() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(30)

    async with client(service(limits=Limits(body_timeout_s=0.05))) as c:
        response = await c.post("/judge", content=never(), headers=JSON)
    assert_problem(response, 408, retryable=True)
    assert response.headers["connection"] == "close"


async def test_bodies_under_way_may_not_fill_the_memory() -> None:
    of = service()
    of.pipeline.admission._max_arriving_bytes = 3_000
    async with client(of) as c:
        assert_problem(await c.post("/judge", content=chunks(5_000), headers=JSON), 429, retryable=True)
        assert of.pipeline.admission.arriving_bytes == 0
        assert (await c.post("/judge", json=mail())).status_code == 200


async def test_a_full_house_is_a_429_with_retry_after() -> None:
    of = service(policy=with_judge(JudgeMode.VETO), judge=FakeJudge(delay_s=0.2), max_in_flight=2)
    async with client(of) as c:
        responses = await asyncio.gather(*(c.post("/judge", json=mail()) for _ in range(5)))
    refused = [r for r in responses if r.status_code == 429]
    assert len(refused) == 3
    assert all(int(r.headers["retry-after"]) >= 1 for r in refused)
    assert_problem(refused[0], 429, retryable=True)
    assert of.pipeline.admission.in_flight == 0


async def test_refused_requests_give_their_permits_back() -> None:
    of = service(max_in_flight=1)
    async with client(of) as c:
        for _ in range(3):
            assert (await c.post("/judge", content=b"{", headers=JSON)).status_code == 422
        assert (await c.post("/judge", json=mail())).status_code == 200


async def test_other_methods_and_paths_are_problems(c: httpx.AsyncClient) -> None:
    wrong = await c.get("/judge")
    assert_problem(wrong, 405)
    assert wrong.headers["allow"] == "POST"
    assert_problem(await c.get("/judges"), 404)
    assert_problem(await c.post("/judge/", json=mail()), 404)


async def test_html_alone_is_a_mail(c: httpx.AsyncClient) -> None:
    response = await c.post("/judge", json={"draft": {"html": "<p>Elena</p>"}})
    assert response.status_code == 200


async def test_a_bug_outside_of_judging_is_a_503_without_its_words() -> None:
    of = service()

    def bug() -> None:
        raise RuntimeError("Elena Ruiz")

    of.pipeline.admission.permit = bug  # type: ignore[method-assign,assignment]
    async with client(of) as c:
        response = await c.post("/judge", json=mail())
    assert_problem(response, 503, retryable=True)
    assert "Elena" not in response.text
    assert of.metrics.registry.get_sample_value("tenacious_judge_unexpected_errors_total", {"stage": "http"})


async def test_a_bug_half_way_through_an_answer_cuts_it_off() -> None:
    """Whoever reads a stream to its end must not take half of it for all of it."""
    of = service()

    def bug(*_: Any, **__: Any) -> Any:
        raise RuntimeError("x")

    of.pipeline.judge_many = bug  # type: ignore[method-assign]
    async with client(of) as c:
        with pytest.raises(RuntimeError):
            await c.post("/judge/batch", content=b"{}", headers={"content-type": "application/x-ndjson"})
    assert of.pipeline.admission.in_flight == 0


async def test_answers_are_counted_by_route_and_status(c: httpx.AsyncClient) -> None:
    await c.post("/judge", json=mail())
    await c.post("/judge", content=b"{", headers=JSON)
    await c.get("/elsewhere")
    text = (await c.get("/metrics")).text
    for labels in (
        'method="POST",route="/judge",status="200"',
        'method="POST",route="/judge",status="422"',
        'method="GET",route="other",status="404"',
    ):
        assert f"tenacious_judge_requests_total{{{labels}}} 1.0" in text
    assert "tenacious_judge_in_flight 0.0" in text


async def test_the_answer_is_valid_against_its_own_schema(c: httpx.AsyncClient) -> None:
    import msgspec
    from tenacious_judge import wire

    raw = (await c.post("/judge", json=mail())).content
    answer = msgspec.json.decode(raw, type=wire.VerdictAnswer)
    assert json.loads(msgspec.json.encode(answer)) == json.loads(raw)
