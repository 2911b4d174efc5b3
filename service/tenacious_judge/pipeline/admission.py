"""Who gets in: a permit first, and a plain refusal when all are given out."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager

from prometheus_client import Gauge

from ..errors import Overloaded

_RETRY_AFTER_S = 1.0


class Admission:
    """At most `limit` requests at a time. No queue: being told to come back beats waiting unseen. Only what
    has begun to be answered may wait, see `Turn`."""

    def __init__(self, limit: int, gauge: Gauge, *, max_arriving_bytes: int = 64_000_000) -> None:
        self.limit = limit
        self.in_flight = 0
        self.arriving_bytes = 0
        self._max_arriving_bytes = max_arriving_bytes
        self._gauge = gauge
        self._waiting: deque[asyncio.Future[None]] = deque()

    def check(self) -> None:
        """Raise `Overloaded` when no permit is left: for before a body is read, as reading it holds none."""
        if self.in_flight >= self.limit:
            raise Overloaded(f"{self.limit} requests are being judged", retry_after_s=_RETRY_AFTER_S)

    @contextmanager
    def permit(self) -> Iterator[None]:
        """Hold a permit for the block. Raises `Overloaded` when none is left."""
        self.check()
        self.in_flight += 1
        self._gauge.set(self.in_flight)
        try:
            yield
        finally:
            self.in_flight -= 1
            self._gauge.set(self.in_flight)
            self._wake()

    @contextmanager
    def arriving(self) -> Iterator[Callable[[int], None]]:
        """A function to call with the bytes of a body that are here; it raises `Overloaded` where those of
        all bodies under way would fill the memory. They hold no permit, so nothing else bounds them."""
        mine = 0

        def have(size: int) -> None:
            nonlocal mine
            self.arriving_bytes += size - mine
            mine = size
            if self.arriving_bytes > self._max_arriving_bytes:
                raise Overloaded("too much is arriving at once", retry_after_s=_RETRY_AFTER_S)

        try:
            yield have
        finally:
            self.arriving_bytes -= mine

    async def free(self, deadline: float) -> None:
        """Return when a permit is left. Raises `Overloaded` at `deadline` (`time.perf_counter`)."""
        while self.in_flight >= self.limit:
            waiter = asyncio.get_running_loop().create_future()
            self._waiting.append(waiter)
            try:
                async with asyncio.timeout(max(0.0, deadline - time.perf_counter())):
                    await waiter
            except TimeoutError:
                self.check()
            except asyncio.CancelledError:
                if waiter.done() and not waiter.cancelled():  # it was our turn: pass it on
                    self._wake()
                raise

    def _wake(self) -> None:
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return


class Turn:
    """One permit for all that a batch has in flight, and none while it has nothing: a batch that arrives
    slowly keeps nobody out."""

    def __init__(self, admission: Admission) -> None:
        self._admission = admission
        self._entering = asyncio.Lock()
        self._held = ExitStack()
        self._users = 0

    @asynccontextmanager
    async def taken(self, deadline: float) -> AsyncIterator[None]:
        """Hold the permit for the block, waiting for one where need be. Raises `Overloaded` at `deadline`."""
        async with self._entering:
            if not self._users:
                await self._admission.free(deadline)
                self._held.enter_context(self._admission.permit())
            self._users += 1
        try:
            yield
        finally:
            self._users -= 1
            if not self._users:
                self._held.close()
