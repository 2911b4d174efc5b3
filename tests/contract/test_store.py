"""What every store must do, run over each of them."""

import asyncio
import dataclasses
import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tenacious_judge.domain import Action, Dimension
from tenacious_judge.errors import BadInput, Conflict, Unavailable
from tenacious_judge.store import (
    Idempotency,
    MemoryStore,
    PolicyVersion,
    Store,
    VerdictQuery,
)
from tenacious_judge.store.sqlite import SqliteStore

from tests.support.records import NOON, record, snapshot


@pytest.fixture(params=["memory", "sqlite"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    made: Store = MemoryStore() if request.param == "memory" else SqliteStore.open(tmp_path / "judge.db")
    yield made
    await made.close()


async def test_what_was_appended_comes_back_whole(store: Store) -> None:
    full = record(
        Action.HOLD,
        dimensions=(Dimension.BENCH, Dimension.TONE),
        rules=("BENCH-001", "TONE-004"),
        at=NOON,
        idempotency=Idempotency("k", "sha256:cc"),
        body="Elena,\n\nzero\u200bwidth and 🙂",
    )
    bare = dataclasses.replace(record(), bench_version=None)
    assert await store.append(full) == full
    assert await store.append(bare) == bare
    assert await store.get(full.id) == full
    assert await store.get(bare.id) == bare


async def test_an_unknown_id_or_key_is_none(store: Store) -> None:
    assert await store.get("vrd_unknown") is None
    assert await store.by_key("unknown") is None


async def test_a_repeated_key_with_the_same_body_answers_the_first(store: Store) -> None:
    key = Idempotency("order-7", "sha256:cc")
    first, second = record(idempotency=key), record(Action.HOLD, idempotency=key)
    await store.append(first)
    assert await store.append(second) == first
    assert await store.get(second.id) is None
    assert await store.by_key("order-7") == first


async def test_a_repeated_key_with_another_body_is_a_conflict(store: Store) -> None:
    first = record(idempotency=Idempotency("order-7", "sha256:cc"))
    await store.append(first)
    with pytest.raises(Conflict):
        await store.append(record(idempotency=Idempotency("order-7", "sha256:dd")))
    assert await store.by_key("order-7") == first


async def test_of_many_at_once_with_one_key_one_record_stands(store: Store) -> None:
    rivals = [record(idempotency=Idempotency("k", "sha256:cc")) for _ in range(20)]
    standing = await asyncio.gather(*map(store.append, rivals))
    assert len({r.id for r in standing}) == 1
    assert len((await store.list(VerdictQuery(limit=50))).items) == 1


async def test_the_list_is_newest_first_and_pages_without_gaps_or_repeats(store: Store) -> None:
    made = [await store.append(record()) for _ in range(7)]
    seen: list[str] = []
    query = VerdictQuery(limit=3)
    for _ in range(3):
        page = await store.list(query)
        seen += [r.id for r in page.items]
        query = dataclasses.replace(query, cursor=page.next_cursor)
    assert seen == [r.id for r in reversed(made)]
    assert page.next_cursor is None


async def test_a_full_last_page_has_no_next_cursor(store: Store) -> None:
    for _ in range(4):
        await store.append(record())
    assert (await store.list(VerdictQuery(limit=4))).next_cursor is None


async def test_rows_that_arrive_between_pages_do_not_shift_them(store: Store) -> None:
    old = [await store.append(record()) for _ in range(4)]
    first = await store.list(VerdictQuery(limit=2))
    await store.append(record())
    second = await store.list(VerdictQuery(limit=2, cursor=first.next_cursor))
    assert [r.id for r in (*first.items, *second.items)] == [r.id for r in reversed(old)]


async def test_every_filter_must_hold(store: Store) -> None:
    tone = await store.append(record(Action.REVISE, dimensions=(Dimension.TONE,), rules=("TONE-001",)))
    both = await store.append(
        record(
            Action.REVISE,
            dimensions=(Dimension.TONE, Dimension.GAP),
            rules=("TONE-001", "GAP-001", "GAP-001"),
        )
    )
    held = await store.append(record(Action.HOLD, dimensions=(Dimension.GAP,), rules=("GAP-001",)))
    warned = await store.append(record(Action.SEND, rules=("TONE-009",)))

    async def found(**filters: object) -> list[str]:
        return [r.id for r in (await store.list(VerdictQuery(**filters))).items]  # type: ignore[arg-type]

    assert await found(action=Action.REVISE) == [both.id, tone.id]
    assert await found(dimension=Dimension.GAP) == [held.id, both.id]
    assert await found(rule="GAP-001") == [held.id, both.id]
    assert await found(rule="TONE-009") == [warned.id]
    assert await found(action=Action.REVISE, dimension=Dimension.GAP, rule="TONE-001") == [both.id]
    assert await found(action=Action.SEND, dimension=Dimension.GAP) == []
    assert await found(rule="GAP") == []
    assert await found(rule="GAP-001", cursor=held.id) == [both.id]


async def test_since_is_inclusive(store: Store) -> None:
    now = dt.datetime.now(dt.UTC)
    for minutes in (-10, 0, 10):
        await store.append(record(at=now + dt.timedelta(minutes=minutes)))
    page = await store.list(VerdictQuery(since=now))
    assert [r.created_at - now for r in page.items] == [dt.timedelta(minutes=10), dt.timedelta(0)]
    assert (await store.list(VerdictQuery(since=now + dt.timedelta(days=1)))).items == ()


@pytest.mark.parametrize("cursor", ["", "nonsense", "vrd_", "vrd_01J'; DROP TABLE verdict; --"])
async def test_a_cursor_that_is_none_is_bad_input(store: Store, cursor: str) -> None:
    with pytest.raises(BadInput) as refused:
        await store.list(VerdictQuery(cursor=cursor))
    assert refused.value.pointer == "/cursor"


async def test_a_limit_below_one_is_bad_input(store: Store) -> None:
    with pytest.raises(BadInput):
        await store.list(VerdictQuery(limit=0))


async def test_it_says_that_it_can_write(store: Store) -> None:
    await store.check_writable()
    await store.check_writable()


async def test_after_close_nothing_is_acknowledged(store: Store) -> None:
    await store.close()
    await store.close()
    for attempt in (
        store.append(record()),
        store.check_writable(),
        store.get("vrd_x"),
        store.bench_current(),
    ):
        with pytest.raises(Unavailable):
            await attempt


async def test_the_current_bench_is_the_latest_date_then_revision(store: Store) -> None:
    assert await store.bench_current() is None
    may, june = dt.date(2026, 5, 4), dt.date(2026, 6, 1)
    kept = [
        snapshot("2026-06-01", june),
        snapshot("2026-05-04.10", may, 10),
        snapshot("2026-05-04.9", may, 9),
        snapshot("2026-06-01.2", june, 2),
    ]
    for one in kept:
        await store.bench_put(one)
    assert await store.bench_current() == kept[3]
    assert list(await store.bench_history()) == [kept[3], kept[0], kept[1], kept[2]]
    assert list(await store.bench_history(limit=1)) == [kept[3]]


async def test_a_bench_version_is_taken_once(store: Store) -> None:
    await store.bench_put(snapshot("2026-05-04", dt.date(2026, 5, 4)))
    with pytest.raises(Conflict):
        await store.bench_put(snapshot("2026-05-04", dt.date(2026, 5, 4)))


async def test_policies_come_back_newest_first_and_a_number_is_taken_once(store: Store) -> None:
    first = PolicyVersion(1, "sha256:11", "sha256:00", b'{"version":"1"}', NOON)
    second = dataclasses.replace(first, number=2, digest="sha256:22")
    await store.policy_put(first)
    await store.policy_put(second)
    assert list(await store.policy_history()) == [second, first]
    assert list(await store.policy_history(1)) == [second]
    with pytest.raises(Conflict):
        await store.policy_put(dataclasses.replace(first, number=2))
