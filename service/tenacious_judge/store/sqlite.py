"""The default store: one SQLite file, durable before it answers.

Writes queue for one writer thread, which commits all that wait in one transaction (group commit) and only
then tells each caller. WAL with synchronous=FULL: what was acknowledged survives SIGKILL and power loss.
Once its file is removed or replaced nothing is acknowledged or read any more.
"""

import asyncio
import datetime as dt
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self, TypeVar

from ..errors import Conflict, Unavailable
from . import rows, schema, trouble
from .base import BenchSnapshot, PolicyVersion, VerdictPage, VerdictQuery, VerdictRecord
from .paging import check_query, page, same_body
from .writer import Writer

T = TypeVar("T")


class SqliteStore:
    """Open with `SqliteStore.open(path)`. Several processes may share the file.

    `max_queue` writes may wait, the next raises `Unavailable`; so does a write not durable after `timeout_s`.
    """

    def __init__(self, path: Path, *, max_queue: int = 4096, timeout_s: float = 5.0) -> None:
        writing = schema.connect(path)
        self._reader = schema.connect(path)
        self._check = trouble.watch(path)
        self._writer = Writer(writing, self._check, max_queue=max_queue)
        self._reads = ThreadPoolExecutor(1, thread_name_prefix="store-read")
        self._timeout_s = timeout_s

    @classmethod
    def open(cls, path: Path | str, *, max_queue: int = 4096, timeout_s: float = 5.0) -> Self:
        """The store at `path`, made or migrated where needed. Raises `Misconfigured` where that fails."""
        where = Path(path)
        schema.prepare(where)
        return cls(where, max_queue=max_queue, timeout_s=timeout_s)

    @property
    def queue_depth(self) -> int:
        return self._writer.depth

    async def append(self, record: VerdictRecord) -> VerdictRecord:
        standing = await self._write(lambda db: _append(db, record))
        return standing if standing is record else same_body(standing, record)

    async def get(self, id: str) -> VerdictRecord | None:
        return await self._read(lambda db: rows.one(db, "SELECT * FROM verdict WHERE id = ?", id))

    async def by_key(self, key: str) -> VerdictRecord | None:
        return await self._read(lambda db: _by_key(db, key))

    async def list(self, query: VerdictQuery) -> VerdictPage:
        check_query(query)
        return await self._read(lambda db: page(rows.search(db, query), query.limit))

    async def check_writable(self) -> None:
        now = dt.datetime.now(dt.UTC).isoformat()
        await self._write(lambda db: db.execute("INSERT OR REPLACE INTO probe VALUES (1, ?)", (now,)))

    async def bench_put(self, snapshot: BenchSnapshot) -> None:
        await self._write(lambda db: _bench_put(db, snapshot))

    async def bench_current(self) -> BenchSnapshot | None:
        history = await self.bench_history(1)
        return history[0] if history else None

    async def bench_history(self, limit: int = 100) -> Sequence[BenchSnapshot]:
        return await self._read(lambda db: rows.benches(db, limit))

    async def policy_put(self, version: PolicyVersion) -> None:
        await self._write(lambda db: _policy_put(db, version))

    async def policy_history(self, limit: int = 100) -> Sequence[PolicyVersion]:
        return await self._read(lambda db: rows.policies(db, limit))

    async def close(self) -> None:
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        self._writer.close()
        self._reads.shutdown()
        self._reader.close()

    async def _write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        pending = self._writer.submit(work)
        try:
            async with asyncio.timeout(self._timeout_s):
                return await pending
        except TimeoutError:
            raise Unavailable(
                f"the store did not commit within {self._timeout_s:g} s", retry_after_s=1.0
            ) from None
        except sqlite3.Error as error:
            raise trouble.unavailable("write", error) from error

    async def _read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        def checked() -> T:
            self._check()
            return work(self._reader)

        try:
            return await asyncio.get_running_loop().run_in_executor(self._reads, checked)
        except (sqlite3.Error, RuntimeError) as error:  # RuntimeError: the executor is shut down
            raise trouble.unavailable("read", error) from error


def _append(db: sqlite3.Connection, record: VerdictRecord) -> VerdictRecord:
    if record.idempotency is not None:
        first = _by_key(db, record.idempotency.key)
        if first is not None:
            return first
    db.execute(rows.INSERT_VERDICT, rows.verdict_row(record))
    db.executemany("INSERT INTO tag VALUES (?, ?)", rows.tags(record))
    return record


def _by_key(db: sqlite3.Connection, key: str) -> VerdictRecord | None:
    return rows.one(db, "SELECT * FROM verdict WHERE idempotency_key = ?", key)


def _bench_put(db: sqlite3.Connection, snapshot: BenchSnapshot) -> None:
    if db.execute("SELECT 1 FROM bench WHERE version = ?", (snapshot.version,)).fetchone():
        raise Conflict(f"bench version {snapshot.version} is taken")
    db.execute("INSERT INTO bench VALUES (?, ?, ?, ?, ?, ?)", rows.bench_row(snapshot))


def _policy_put(db: sqlite3.Connection, version: PolicyVersion) -> None:
    if db.execute("SELECT 1 FROM policy WHERE number = ?", (version.number,)).fetchone():
        raise Conflict(f"policy version {version.number} is taken")
    db.execute("INSERT INTO policy VALUES (?, ?, ?, ?, ?)", rows.policy_row(version))
