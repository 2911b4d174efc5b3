"""Every way to be unsure, in one place. None of them is `send`; none of them is an HTTP 500."""

import asyncio
import math
from collections.abc import Callable
from typing import Any

import pytest
from tenacious_judge.api import Service
from tenacious_judge.domain import Dimension, JudgeMode, JudgeReport, Opinion, Severity, Unread
from tenacious_judge.errors import Unavailable
from tenacious_judge.judge import FakeJudge
from tenacious_judge.store import MemoryStore, VerdictRecord

from tests.support.service import FakeReader, FakeRubric, client, finding, mail, service, with_judge

VETO = with_judge(JudgeMode.VETO, timeout_ms=20)
ADVISE = with_judge(JudgeMode.ADVISE, timeout_ms=20)


def opinions(probability: float, *, of: tuple[Dimension, ...] = tuple(Dimension)) -> JudgeReport:
    return JudgeReport("fake", "fake", "ok", tuple(Opinion(d, probability, 0.5, True) for d in of))


HELD: dict[str, Callable[[], Service]] = {
    "reading meets a bug": lambda: service(reader=FakeReader(error=KeyError("x"))),
    "reading recurses too deep": lambda: service(reader=FakeReader(error=RecursionError())),
    "reading runs out of memory": lambda: service(reader=FakeReader(error=MemoryError())),
    "a rule meets a bug": lambda: service(FakeRubric(error=ZeroDivisionError())),
    "a rule's assertion fails": lambda: service(FakeRubric(error=AssertionError())),
    "a rule holds": lambda: service(FakeRubric(finding(Severity.HOLD))),
    "an integrity rule holds": lambda: service(FakeRubric(finding(Severity.HOLD, None))),
    "the judge is missing": lambda: service(policy=VETO),
    "the adviser is missing": lambda: service(policy=ADVISE),
    "the judge is slow": lambda: service(policy=VETO, judge=FakeJudge(delay_s=30)),
    "the judge meets a bug": lambda: service(policy=VETO, judge=FakeJudge(error=KeyError("x"))),
    "the judge times out by itself": lambda: service(policy=VETO, judge=FakeJudge(error=TimeoutError())),
    "the judge says nothing": lambda: service(policy=VETO, judge=FakeJudge(report=JudgeReport())),
    "the judge leaves one dimension out": lambda: service(
        policy=VETO, judge=FakeJudge(report=opinions(0.9, of=tuple(Dimension)[:4]))
    ),
    "the judge answers NaN": lambda: service(policy=VETO, judge=FakeJudge(math.nan)),
    "the judge answers 1.7": lambda: service(policy=VETO, judge=FakeJudge(1.7)),
    "the judge answers nonsense": lambda: service(policy=VETO, judge=FakeJudge(report="PASS")),  # type: ignore[arg-type]
    **{
        f"the judge is unread: {cause.value}": lambda cause=cause: service(  # type: ignore[misc]
            policy=VETO, judge=FakeJudge(unread=cause)
        )
        for cause in Unread
    },
}


@pytest.mark.parametrize("name", HELD)
async def test_the_mail_is_held(name: str) -> None:
    of = HELD[name]()
    async with client(of) as c:
        response = await c.post("/judge", json=mail())
    assert response.status_code == 200
    answer = response.json()
    assert (answer["verdict"], answer["action"]) == ("fail", "hold")
    assert answer["feedback"]
    if answer["degraded"]:
        assert [d["verdict"] for d in answer["dimensions"]] == ["fail"] * 5
        assert answer["score"] == 0


class SlowStore(MemoryStore):
    async def append(self, record: VerdictRecord) -> VerdictRecord:
        await asyncio.sleep(0)
        raise Unavailable("the store did not commit", retry_after_s=1.0)


class BuggyStore(MemoryStore):
    async def append(self, record: VerdictRecord) -> VerdictRecord:
        raise RuntimeError("x")


def closed() -> MemoryStore:
    store = MemoryStore()
    store.broken = True
    return store


@pytest.mark.parametrize("make", [closed, SlowStore, BuggyStore])
async def test_without_a_record_there_is_no_answer(make: Callable[[], MemoryStore]) -> None:
    async with client(service(store=make())) as c:
        response = await c.post("/judge", json=mail())
    assert response.status_code == 503
    assert int(response.headers["retry-after"]) >= 1
    assert "action" not in response.json()


@pytest.mark.parametrize(
    "request_",
    [
        {},
        {"draft": {"body": ""}},
        {"draft": {"body": "\u00a0\u2003"}},
        {"draft": {"body": "a", "Kind": "cold"}},
        {"draft": {"body": "a"}, "bench_summary": {}},
        {"draft": {"body": "a"}, "context": {"hiring_signal_breif": {}}},
        {"draft": {"body": "a"}, "context": {"prospect_id": "stored-elsewhere"}},
    ],
)
async def test_what_cannot_be_read_gets_no_verdict(request_: Any) -> None:
    async with client(service()) as c:
        response = await c.post("/judge", json=request_)
    assert response.status_code == 422
    assert "action" not in response.json()


@pytest.mark.parametrize("query", ["mode=shaddow", "shadow=true", "reserve=true", "mode=enforce&mode=shadow"])
async def test_a_parameter_is_never_ignored(query: str) -> None:
    async with client(service()) as c:
        response = await c.post(f"/judge?{query}", json=mail())
    assert response.status_code == 422
    assert response.json()["parameter"] in query
