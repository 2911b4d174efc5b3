"""One thread that owns the writing connection: group commit with acknowledgement."""

import asyncio
import contextlib
import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from ..errors import Unavailable

T = TypeVar("T")
_MAX_BATCH = 512


@dataclass(slots=True)
class _Job:
    work: Callable[[sqlite3.Connection], Any]
    loop: asyncio.AbstractEventLoop
    done: asyncio.Future[Any]
    result: Any = None
    error: Exception | None = None


class Writer:
    """Runs jobs in submission order. A job's future resolves only after its transaction is committed and
    `check` has found what was committed to be where it belongs."""

    def __init__(self, db: sqlite3.Connection, check: Callable[[], None], *, max_queue: int) -> None:
        self._db = db
        self._check = check
        self._max_queue = max_queue
        self._jobs: deque[_Job] = deque()
        self._running = 0
        self._closing = False
        self._wake = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="store-write", daemon=True)
        self._thread.start()

    @property
    def depth(self) -> int:
        return len(self._jobs) + self._running

    def submit(self, work: Callable[[sqlite3.Connection], T]) -> asyncio.Future[T]:
        """A future of the running loop for `work`'s result. Raises `Unavailable` when full or closed."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        with self._wake:
            if self._closing or not self._thread.is_alive():
                raise Unavailable("the store is closed", retry_after_s=1.0)
            if self.depth >= self._max_queue:
                raise Unavailable(f"{self.depth} writes wait for the store", retry_after_s=1.0)
            self._jobs.append(_Job(work, loop, done))
            self._wake.notify()
        return done

    def close(self) -> None:
        """Commit what waits, then end the thread and the connection."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self._thread.join()

    def _run(self) -> None:
        while batch := self._take():
            self._commit(batch)
            self._running = 0
            _acknowledge(batch)
        self._db.close()

    def _take(self) -> list[_Job]:
        """All that waits, up to a bound; empty when closing and nothing waits."""
        with self._wake:
            while not self._jobs and not self._closing:
                self._wake.wait()
            batch = [self._jobs.popleft() for _ in range(min(len(self._jobs), _MAX_BATCH))]
            self._running = len(batch)
        return batch

    def _commit(self, batch: list[_Job]) -> None:
        """One transaction for all. Where one job fails, each gets its own, so that it fails alone."""
        failed = self._transact(batch)
        if failed is not None and len(batch) > 1 and failed.of_a_job:
            for job in batch:
                self._commit([job])
        elif failed is not None:
            for job in batch:
                job.error = failed.error

    def _transact(self, batch: list[_Job]) -> "_Failed | None":
        of_a_job = False
        try:
            self._db.execute("BEGIN IMMEDIATE")
            of_a_job = True
            for job in batch:
                job.result = job.work(self._db)
            of_a_job = False
            self._db.execute("COMMIT")
            self._check()
        except Exception as error:
            with contextlib.suppress(sqlite3.Error):  # nothing is open where BEGIN or the disk failed
                self._db.execute("ROLLBACK")
            return _Failed(error, of_a_job)
        return None


@dataclass(frozen=True, slots=True)
class _Failed:
    """Why nothing was committed: `of_a_job` is False where the file itself cannot be written."""

    error: Exception
    of_a_job: bool


def _acknowledge(batch: list[_Job]) -> None:
    """Tell each loop once, for all of its jobs."""
    by_loop: dict[asyncio.AbstractEventLoop, list[_Job]] = {}
    for job in batch:
        by_loop.setdefault(job.loop, []).append(job)
    for loop, jobs in by_loop.items():
        try:
            loop.call_soon_threadsafe(_resolve, jobs)
        except RuntimeError:  # the loop ended before its answer came; the rows stand
            continue


def _resolve(jobs: list[_Job]) -> None:
    for job in jobs:
        if job.done.done():  # the caller gave up
            continue
        if job.error is None:
            job.done.set_result(job.result)
        else:
            job.done.set_exception(job.error)
