"""The pipeline: one mail and many, from JSON to a kept verdict."""

import asyncio
import datetime as dt
import json
import logging
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from tenacious_judge.api import Service
from tenacious_judge.domain import Action, Bench, JudgeMode, Warn
from tenacious_judge.errors import (
    BadInput,
    Conflict,
    DeadlineExceeded,
    JudgeError,
    Misconfigured,
    Overloaded,
    Unavailable,
)
from tenacious_judge.judge import FakeJudge
from tenacious_judge.pipeline import Judged, Order, Turn
from tenacious_judge.pipeline.pipeline import INLINE_BYTES
from tenacious_judge.store import MemoryStore, VerdictQuery
from tenacious_judge.store.sqlite import SqliteStore

from tests.support.service import FakeReader, FakeRubric, as_json, finding, mail, service, with_judge


def order(request: Any = None, *, shadow: bool = False, key: str | None = None, late: bool = False) -> Order:
    now = time.perf_counter()
    raw = request if isinstance(request, bytes) else as_json(mail() if request is None else request)
    return Order(raw, now, now - 1 if late else now + 10, shadow, key)


async def answer(of: Service, asked: Order | None = None) -> Any:
    return json.loads((await of.pipeline.judge(asked or order())).answer)


async def test_an_answer_carries_every_field_of_the_contract() -> None:
    given = await answer(service(FakeRubric(finding()), reader=FakeReader(Warn("/context", "no brief"))))
    assert list(given) == [
        *("id", "verdict", "action", "score", "degraded", "dimensions", "violations", "feedback", "versions"),
        *("judge", "cost", "warnings", "enforced", "cached", "shadow_action", "timings_ms"),
    ]
    assert given["violations"][0]["span"] == {"field": "body", "start": 0, "end": 5, "text": "Elena"}
    assert given["warnings"] == [{"pointer": "/context", "message": "no brief"}]
    assert given["versions"]["policy"].startswith("sha256:")
    assert (given["versions"]["rubric"], given["versions"]["bench"]) == ("sha256:rubric", None)
    assert given["timings_ms"]["total"] >= given["timings_ms"]["rubric"] >= 0
    assert given["cost"]["usd"] > 0


async def test_an_answer_is_kept_before_it_is_given() -> None:
    store = MemoryStore()
    given = await answer(service(FakeRubric(finding()), store=store))
    record = await store.get(given["id"])
    assert record is not None
    kept = json.loads(record.answer)
    assert {**kept, "timings_ms": None} == {**given, "timings_ms": None}
    assert (record.action, record.rules_hit, record.body) == (Action.REVISE, ("SIG-003",), None)


async def test_whole_requests_are_kept_only_when_asked_for() -> None:
    store = MemoryStore()
    given = await answer(service(store=store, store_bodies=True))
    record = await store.get(given["id"])
    assert record is not None
    assert json.loads(record.body or "") == mail()


async def test_without_a_record_there_is_no_answer() -> None:
    store = MemoryStore()
    of = service(store=store)
    await of.pipeline.judge(order())
    store.broken = True
    with pytest.raises(Unavailable):
        await of.pipeline.judge(order())


async def test_shadow_is_recorded_and_always_sends() -> None:
    given = await answer(service(FakeRubric(finding())), order(shadow=True))
    assert (given["verdict"], given["action"], given["shadow_action"]) == ("fail", "send", "revise")
    assert given["enforced"] is False


async def test_the_same_request_gets_the_same_verdict() -> None:
    of = service(FakeRubric(finding()))
    one, two = await answer(of), await answer(of)
    for key in ("id", "timings_ms", "cost"):
        assert one.pop(key) != two.pop(key)
    assert one == two


@pytest.mark.parametrize("size", [10, 100_000])
async def test_large_mails_are_examined_off_the_loop_and_small_ones_on_it(size: int) -> None:
    threads: list[bool] = []

    class Rubric(FakeRubric):
        def judge(self, case: Any) -> Any:
            try:
                asyncio.get_running_loop()
                threads.append(False)
            except RuntimeError:
                threads.append(True)
            return ()

    await service(Rubric()).pipeline.judge(order({"draft": {"body": "a" * size}}))
    assert threads == [size > INLINE_BYTES]


@pytest.mark.parametrize("size", [10, 100_000])
async def test_a_deadline_that_passed_before_judging_began_is_an_error(size: int) -> None:
    of = service()
    with pytest.raises(DeadlineExceeded):
        await of.pipeline.judge(order({"draft": {"body": "a" * size}}, late=True))
    assert not (await of.pipeline.store.list(VerdictQuery())).items


async def test_a_judge_slower_than_the_policy_allows_holds_and_is_not_waited_for() -> None:
    judge = FakeJudge(delay_s=30)
    begun = time.perf_counter()
    given = await answer(service(policy=with_judge(JudgeMode.VETO, timeout_ms=20), judge=judge))
    assert time.perf_counter() - begun < 5
    assert (given["action"], given["judge"]["status"], given["judge"]["failure_mode"]) == (
        "hold",
        "timeout",
        "hold",
    )


async def test_the_judge_is_not_asked_where_the_policy_wants_none() -> None:
    judge = FakeJudge()
    given = await answer(service(judge=judge))
    assert judge.calls == 0
    assert (given["versions"]["judge"], given["judge"]["status"]) == (None, "none")


async def test_versions_name_the_judge_that_was_asked() -> None:
    given = await answer(service(policy=with_judge(JudgeMode.VETO), judge=FakeJudge()))
    assert given["versions"]["judge"] == "fake sha256:0"
    assert [d["judge_pass_probability"] for d in given["dimensions"]] == [0.9] * 5


async def test_a_repeat_of_a_key_gets_the_first_answer_to_the_letter() -> None:
    of = service(FakeRubric(finding()))
    first = await of.pipeline.judge(order(key="k"))
    again = await of.pipeline.judge(order(key="k"))
    assert again.answer == first.answer
    assert (first.replayed, again.replayed) == (False, True)


async def test_another_request_under_the_same_key_is_a_conflict() -> None:
    of = service()
    await of.pipeline.judge(order(key="k"))
    with pytest.raises(Conflict):
        await of.pipeline.judge(order({"draft": {"body": "other"}}, key="k"))
    with pytest.raises(Conflict):
        await of.pipeline.judge(order(key="k", shadow=True))


async def test_two_replicas_at_once_under_one_key_give_one_answer(tmp_path: Path) -> None:
    """Neither sees the other's row before both are judged; the store decides which stands."""
    stores = [SqliteStore.open(tmp_path / "judge.db") for _ in range(2)]
    replicas = [service(store=store) for store in stores]
    answers = await asyncio.gather(*(of.pipeline.judge(order(key="k")) for of in replicas * 3))
    assert len({a.answer for a in answers}) == 1
    assert len((await stores[0].list(VerdictQuery())).items) == 1
    for store in stores:
        await store.close()


async def test_a_request_without_a_bench_is_judged_against_the_stored_one() -> None:
    reader = FakeReader()
    of = service(reader=reader)
    await answer(of)
    await of.pipeline.put_bench({"as_of": "2026-05-04", "go": 3})
    given = await answer(of)
    assert given["versions"]["bench"] == "2026-05-04"
    assert given["warnings"] == [{"pointer": "/bench/as_of", "message": "read"}]
    own = await answer(of, order(mail(context={"bench_summary": {"go": 3}})))
    assert own["versions"]["bench"] is None
    stored = Bench({}, as_of=dt.date(2026, 5, 4), pointer="/bench", stored=True)
    assert reader.benches == [None, stored, None]


async def test_an_empty_bench_of_the_request_is_not_replaced_by_the_stored_one() -> None:
    reader = FakeReader()
    of = service(reader=reader)
    await of.pipeline.put_bench({"as_of": "2026-05-04", "go": 3})
    await answer(of, order(mail(context={"bench_summary": {}})))
    assert reader.benches == [None]


async def test_a_bench_put_elsewhere_is_seen_within_a_second() -> None:
    store = MemoryStore()
    here, there = service(store=store), service(store=store)
    clock = [0.0]
    here.pipeline.bench._clock = lambda: clock[0]
    await there.pipeline.put_bench({"as_of": "2026-05-04"})
    assert (await answer(here))["versions"]["bench"] == "2026-05-04"
    await there.pipeline.put_bench({"as_of": "2026-05-05"})
    clock[0] = 1.0
    assert (await answer(here))["versions"]["bench"] == "2026-05-05"


@pytest.mark.parametrize(("content", "pointer"), [({"go": 3}, "/as_of"), ({"as_of": "soon"}, "/as_of")])
async def test_a_bench_without_a_date_is_refused(content: Any, pointer: str) -> None:
    with pytest.raises(BadInput) as caught:
        await service().pipeline.put_bench(content)
    assert caught.value.pointer == pointer


async def test_what_has_begun_waits_for_a_permit_and_shares_it() -> None:
    admission = service(max_in_flight=1).pipeline.admission
    turn = Turn(admission)
    seen: list[int] = []

    async def item() -> None:
        async with turn.taken(time.perf_counter() + 5):
            seen.append(admission.in_flight)
            await asyncio.sleep(0.02)

    with admission.permit():
        items = [asyncio.create_task(item()) for _ in range(3)]
        await asyncio.sleep(0.02)
        assert seen == []
    await asyncio.gather(*items)
    assert seen == [1, 1, 1]
    assert admission.in_flight == 0


async def test_waiting_for_a_permit_ends_at_the_deadline_and_passes_the_turn_on() -> None:
    admission = service(max_in_flight=1).pipeline.admission
    with admission.permit():
        with pytest.raises(Overloaded):
            await admission.free(time.perf_counter() + 0.02)
        gone = asyncio.create_task(admission.free(time.perf_counter() + 5))
        stays = asyncio.create_task(admission.free(time.perf_counter() + 5))
        await asyncio.sleep(0.01)
    gone.cancel()  # woken in the same step
    await asyncio.wait_for(stays, 1)


async def test_permits_run_out_and_come_back() -> None:
    of = service(max_in_flight=1)
    with of.pipeline.admission.permit(), pytest.raises(Overloaded) as caught, of.pipeline.admission.permit():
        pass
    assert caught.value.retry_after_s
    with of.pipeline.admission.permit():
        assert of.pipeline.admission.in_flight == 1
    assert of.pipeline.admission.in_flight == 0


async def many(*orders: Order | JudgeError) -> AsyncIterator[Order | JudgeError]:
    for one in orders:
        yield one


async def test_one_bad_item_sinks_no_other() -> None:
    of = service()
    asked = many(order(), order(b"{"), BadInput("too many", pointer=""), order())
    found = {i: item async for i, item in of.pipeline.judge_many(asked)}
    assert [isinstance(found[i], Judged) for i in range(4)] == [True, False, False, True]


async def test_many_come_back_in_the_order_they_are_done() -> None:
    class Judge(FakeJudge):
        async def judge(self, case: Any) -> Any:
            await asyncio.sleep(0.05 if case.draft.body == "slow" else 0)
            return await super().judge(case)

    of = service(policy=with_judge(JudgeMode.VETO), judge=Judge())
    asked = many(order({"draft": {"body": "slow"}}), order(), order())
    assert [i async for i, _ in of.pipeline.judge_many(asked)] == [1, 2, 0]


async def test_no_more_than_so_many_are_judged_at_once() -> None:
    running, most = 0, 0

    class Judge(FakeJudge):
        async def judge(self, case: Any) -> Any:
            nonlocal running, most
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.001)
            running -= 1
            return await super().judge(case)

    of = service(policy=with_judge(JudgeMode.VETO), judge=Judge())
    found = [i async for i, _ in of.pipeline.judge_many(many(*(order() for _ in range(20))), parallel=3)]
    assert (len(found), most) == (20, 3)


async def test_who_stops_listening_stops_the_work() -> None:
    judge = FakeJudge(delay_s=30)
    of = service(policy=with_judge(JudgeMode.VETO, timeout_ms=60_000), judge=judge)
    verdicts = of.pipeline.judge_many(many(order(b"{"), order(), order()))
    async for _ in verdicts:
        break
    await verdicts.aclose()
    assert len(asyncio.all_tasks()) == 1


async def test_logs_say_where_and_never_what(caplog: pytest.LogCaptureFixture) -> None:
    error = KeyError("Elena Ruiz, confidential")
    with caplog.at_level(logging.DEBUG):
        await service(FakeRubric(error=error)).pipeline.judge(order())
    assert "KeyError at service.py" in caplog.text
    assert "Elena" not in caplog.text


@pytest.mark.parametrize("error", [KeyError("x"), Misconfigured("cues.yml:3: broken")])
def test_rules_that_cannot_judge_at_all_stop_the_start(error: Exception) -> None:
    service().pipeline.warm_up()
    with pytest.raises(Misconfigured, match=r"cannot judge|cues\.yml:3"):
        service(FakeRubric(error=error)).pipeline.warm_up()


@pytest.mark.parametrize("broken", [None, "store", "rubric", "judge", "blind"])
async def test_readiness_asks_every_part(broken: str | None) -> None:
    store = MemoryStore()
    rubric = FakeRubric(*(() if broken == "blind" else (finding(),)))
    rubric.error = RuntimeError("x") if broken == "rubric" else None
    store.broken = broken == "store"
    judge = FakeJudge(error=RuntimeError("x") if broken == "judge" else None)
    checks = await service(
        rubric, store=store, policy=with_judge(JudgeMode.VETO), judge=judge
    ).pipeline.check()
    # Which policy is in force cannot be known without the store.
    wrong = {None: set(), "blind": {"rubric"}, "store": {"store", "policy"}}.get(broken, {broken})
    assert {name for name, result in checks.items() if result != "ok"} == wrong
