"""What only the SQLite store has: a file, a queue, a schema."""

import asyncio
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from tenacious_judge.errors import Conflict, Misconfigured, Unavailable
from tenacious_judge.store import Idempotency, VerdictQuery, schema
from tenacious_judge.store.sqlite import SqliteStore

from tests.support.records import record, snapshot


async def test_what_was_acknowledged_is_there_when_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "judge.db"
    store = SqliteStore.open(path)
    made = [await store.append(record()) for _ in range(3)]
    await store.close()
    again = SqliteStore.open(path)
    assert [r.id for r in (await again.list(VerdictQuery())).items] == [r.id for r in reversed(made)]
    await again.close()


async def test_a_row_is_acknowledged_only_after_its_commit(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "judge.db")
    other = sqlite3.connect(tmp_path / "judge.db")
    made = await store.append(record())
    assert other.execute("SELECT id FROM verdict").fetchall() == [(made.id,)]
    other.close()
    await store.close()


async def test_it_commits_to_the_disk_and_not_only_to_the_cache(tmp_path: Path) -> None:
    db = schema.connect(tmp_path / "judge.db")
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert db.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
    db.close()


async def test_writes_that_wait_share_a_commit(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "judge.db")
    gate = Gate(tmp_path / "judge.db")
    waiting = [asyncio.create_task(store.append(record())) for _ in range(100)]
    await asyncio.sleep(0.05)
    assert store.queue_depth == 100
    assert not any(task.done() for task in waiting)
    before = gate.commits()
    gate.open()
    await asyncio.gather(*waiting)
    assert store.queue_depth == 0
    assert 1 <= gate.commits() - before <= 3
    gate.close()
    await store.close()


async def test_a_full_queue_refuses_at_once(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "judge.db", max_queue=4)
    gate = Gate(tmp_path / "judge.db")
    waiting = [asyncio.create_task(store.append(record())) for _ in range(4)]
    await asyncio.sleep(0.05)
    with pytest.raises(Unavailable) as refused:
        await store.append(record())
    assert refused.value.retry_after_s
    gate.close()
    await asyncio.gather(*waiting)
    await store.close()


async def test_a_write_that_is_not_durable_in_time_is_unavailable(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "judge.db", timeout_s=0.05)
    gate = Gate(tmp_path / "judge.db")
    with pytest.raises(Unavailable, match="did not commit"):
        await store.append(record())
    with pytest.raises(Unavailable):
        await store.check_writable()
    gate.close()
    await store.close()


async def test_a_caller_that_gave_up_does_not_stop_the_others(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "judge.db")
    gate = Gate(tmp_path / "judge.db")
    gone, stays = (asyncio.create_task(store.append(record())) for _ in range(2))
    await asyncio.sleep(0.05)
    gone.cancel()
    gate.close()
    await stays
    assert gone.cancelled()
    await store.close()


async def test_one_bad_write_fails_alone(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "judge.db")
    await store.bench_put(snapshot("2026-05-04", date(2026, 5, 4)))
    twice = await store.append(record())
    gate = Gate(tmp_path / "judge.db")
    good = asyncio.create_task(store.append(record()))
    taken = asyncio.create_task(store.bench_put(snapshot("2026-05-04", date(2026, 5, 4))))
    repeated = asyncio.create_task(store.append(twice))
    also_good = asyncio.create_task(store.append(record(idempotency=Idempotency("k", "sha256:cc"))))
    await asyncio.sleep(0.05)
    gate.close()
    assert await store.get((await good).id)
    assert await store.get((await also_good).id)
    with pytest.raises(Conflict):
        await taken
    with pytest.raises(Unavailable, match="the store cannot write: this is there already"):
        await repeated
    await store.close()


async def test_what_sqlite_says_is_logged_and_not_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = SqliteStore.open(tmp_path / "judge.db")
    twice = await store.append(record())
    with pytest.raises(Unavailable) as refused:
        await store.append(twice)
    assert "verdict" not in refused.value.detail
    assert "UNIQUE constraint failed: verdict.id" in caplog.text
    other = sqlite3.connect(tmp_path / "judge.db")
    other.execute("DROP TABLE bench")
    other.close()
    with pytest.raises(Unavailable, match=r"^the store cannot read: it is closed or broken$"):
        await store.bench_current()
    assert "no such table: bench" in caplog.text
    await store.close()


@pytest.mark.parametrize("name", ["judge.db", "judge.db-wal"])
@pytest.mark.parametrize("replaced", [False, True])
async def test_a_file_that_is_no_longer_there_takes_no_rows(
    tmp_path: Path, name: str, replaced: bool
) -> None:
    store = SqliteStore.open(tmp_path / "judge.db")
    first = await store.append(record())
    path = tmp_path / name
    aside = tmp_path / "aside"
    path.rename(aside)
    if replaced:
        path.write_bytes(aside.read_bytes())
    for attempt in (store.append(record()), store.check_writable(), store.get(first.id)):
        with pytest.raises(Unavailable, match="removed or replaced"):
            await attempt
    aside.rename(path)
    await store.check_writable()
    assert await store.get(first.id) == first
    await store.close()


async def test_two_processes_sharing_a_file_see_one_key_once(tmp_path: Path) -> None:
    one, two = SqliteStore.open(tmp_path / "judge.db"), SqliteStore.open(tmp_path / "judge.db")
    key = Idempotency("k", "sha256:cc")
    rivals = [store.append(record(idempotency=key)) for store in (one, two) for _ in range(10)]
    assert len({r.id for r in await asyncio.gather(*rivals)}) == 1
    await one.close()
    await two.close()


async def test_closing_commits_what_waits(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "judge.db")
    waiting = [asyncio.create_task(store.append(record())) for _ in range(50)]
    await asyncio.sleep(0)
    await store.close()
    made = await asyncio.gather(*waiting)
    again = SqliteStore.open(tmp_path / "judge.db")
    assert len((await again.list(VerdictQuery(limit=100))).items) == len(made) == 50
    await again.close()


def test_a_file_of_a_newer_service_is_refused(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "judge.db")
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(Misconfigured, match="newer service"):
        SqliteStore.open(tmp_path / "judge.db")


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "judge.db"
    path.write_bytes(b"not a database, and certainly somebody's file" * 100)
    before = path.read_bytes()
    with pytest.raises(Misconfigured, match=str(path)):
        SqliteStore.open(path)
    assert path.read_bytes() == before


def test_a_path_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Misconfigured, match="cannot be used"):
        SqliteStore.open(tmp_path / "file" / "judge.db")


async def test_opening_at_once_from_many_threads_makes_one_schema(tmp_path: Path) -> None:
    path = tmp_path / "judge.db"
    await asyncio.gather(*(asyncio.to_thread(schema.prepare, path) for _ in range(8)))
    db = schema.connect(path)
    assert db.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS),)
    db.close()


async def test_a_filtered_page_walks_an_index(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "judge.db")
    db = schema.connect(tmp_path / "judge.db")
    plan = db.execute(
        "EXPLAIN QUERY PLAN SELECT v.* FROM tag t CROSS JOIN verdict v ON v.id = t.verdict_id "
        "WHERE t.name = 'action:hold' AND t.verdict_id < 'x' ORDER BY t.verdict_id DESC LIMIT 3"
    ).fetchall()
    assert not [step for step in plan if "SCAN" in step[3] or "TEMP B-TREE" in step[3]], plan
    db.close()
    await store.close()


class Gate:
    """Holds the file's write lock, so that writes pile up, until it is opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("BEGIN IMMEDIATE")
        self._open = False

    def open(self) -> None:
        if not self._open:
            self._db.execute("ROLLBACK")
            self._open = True

    def commits(self) -> int:
        """Commits in the WAL: frames with a non-zero database size (bytes 4..8 of their header)."""
        wal = Path(f"{self._path}-wal").read_bytes()
        frame = 24 + int.from_bytes(wal[8:12], "big")
        return sum(wal[at + 4 : at + 8] != bytes(4) for at in range(32, len(wal), frame))

    def close(self) -> None:
        self.open()
        self._db.close()
