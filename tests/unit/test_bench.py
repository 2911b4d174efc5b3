"""Which version a PUT of the bench makes."""

import asyncio
import datetime as dt

import pytest
from tenacious_judge import bench
from tenacious_judge.domain import Json
from tenacious_judge.errors import BadInput, Conflict
from tenacious_judge.store import BenchSnapshot, MemoryStore

NOW = dt.datetime(2026, 5, 6, 9, tzinfo=dt.UTC)
MONDAY = dt.date(2026, 5, 4)


def content(go: int) -> dict[str, Json]:
    return {"as_of": "2026-05-04", "stacks": {"go": {"available_engineers": go}}}


async def test_the_first_bench_is_versioned_by_its_date() -> None:
    store = MemoryStore()
    snapshot, created = await bench.put(store, content(3), MONDAY, NOW)
    assert (snapshot.version, created) == ("2026-05-04", True)
    assert await store.bench_current() == snapshot


async def test_identical_content_is_a_no_op_whatever_the_key_order() -> None:
    store = MemoryStore()
    first, _ = await bench.put(store, content(3), MONDAY, NOW)
    again, created = await bench.put(store, dict(reversed(content(3).items())), MONDAY, NOW)
    assert again == first
    assert not created
    assert len(await store.bench_history()) == 1


async def test_other_content_of_the_same_date_is_a_revision() -> None:
    store = MemoryStore()
    await bench.put(store, content(3), MONDAY, NOW)
    second, _ = await bench.put(store, content(2), MONDAY, NOW)
    back, _ = await bench.put(store, content(3), MONDAY, NOW)
    assert [second.version, back.version] == ["2026-05-04.2", "2026-05-04.3"]
    assert await store.bench_current() == back


async def test_an_older_bench_is_a_conflict_and_changes_nothing() -> None:
    store = MemoryStore()
    first, _ = await bench.put(store, content(3), MONDAY, NOW)
    with pytest.raises(Conflict, match="2026-05-04, newer than 2026-05-03"):
        await bench.put(store, content(3), MONDAY - dt.timedelta(days=1), NOW)
    assert await store.bench_history() == [first]


async def test_a_newer_date_is_a_new_version_even_with_the_same_content() -> None:
    store = MemoryStore()
    await bench.put(store, content(3), MONDAY, NOW)
    next_week, created = await bench.put(store, content(3), MONDAY + dt.timedelta(days=7), NOW)
    assert (next_week.version, created) == ("2026-05-11", True)


async def test_a_bench_without_a_date_is_refused() -> None:
    with pytest.raises(BadInput) as refused:
        await bench.put(MemoryStore(), content(3), None, NOW)
    assert refused.value.pointer == "/as_of"


class RacingStore(MemoryStore):
    """Lets another replica put a bench between each look and the put that follows it."""

    def __init__(self) -> None:
        super().__init__()
        self.rivals = [1, 2]

    async def bench_put(self, snapshot: BenchSnapshot) -> None:
        if self.rivals:
            rival = bench.next_snapshot(await self.bench_current(), content(self.rivals.pop()), MONDAY, NOW)
            await super().bench_put(rival)
        await super().bench_put(snapshot)


async def test_a_put_that_loses_a_race_follows_the_winner() -> None:
    store = RacingStore()
    snapshot, _ = await bench.put(store, content(9), MONDAY, NOW)
    assert snapshot.version == "2026-05-04.3"
    assert await store.bench_current() == snapshot


async def test_concurrent_puts_all_become_versions() -> None:
    store = MemoryStore()
    await asyncio.gather(*(bench.put(store, content(n), MONDAY, NOW) for n in range(5)))
    assert len({b.version for b in await store.bench_history()}) == 5
