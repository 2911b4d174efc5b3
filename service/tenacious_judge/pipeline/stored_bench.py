"""The service's own bench, close at hand: the current snapshot, and what it says at a given day."""

import datetime as dt
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from .. import bench as versions
from ..domain import Bench, Json, Policy, Warn
from ..errors import BadInput
from ..store import BenchSnapshot, Store

Reader = Callable[..., tuple[Bench | None, Sequence[Warn]]]
Read = tuple[Bench | None, tuple[Warn, ...]]

_FRESH_S = 1.0
_KEPT = 16


class StoredBench:
    """Asks the store at most once a second (other processes may PUT a bench too), and reads a snapshot once
    for each day of `as_of`: what is locked depends on it."""

    def __init__(self, store: Store, read: Reader, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._read = read
        self._clock = clock
        self._snapshot: BenchSnapshot | None = None
        self._looked_at: float | None = None
        self._readings: dict[tuple[str, dt.date, str], Read] = {}

    async def current(self) -> BenchSnapshot | None:
        """The current snapshot, None before the first PUT. Raises `Unavailable` when the store is down."""
        now = self._clock()
        if self._looked_at is None or now - self._looked_at >= _FRESH_S:
            self._snapshot = await self._store.bench_current()
            self._looked_at = now
        return self._snapshot

    async def put(self, content: Mapping[str, Json], policy: Policy, now: dt.datetime) -> BenchSnapshot:
        """The snapshot that is current after `content` was put.

        Raises `BadInput` with a pointer for what no rule could read or what has no date, `Conflict` where it
        is older than the current one.
        """
        bench, _ = self._read(content, "", policy, now.date())
        if bench is None:
            raise BadInput("this names no engineers", pointer="")
        if bench.as_of is not None and bench.as_of > now.date() + dt.timedelta(days=1):
            # No later bench could be put before that day, and this one would never grow stale.
            raise BadInput("a bench cannot be dated after tomorrow", pointer="/as_of")
        snapshot, _ = await versions.put(self._store, content, bench.as_of, now)
        self._looked_at = None
        return snapshot

    def read(self, snapshot: BenchSnapshot, policy: Policy, day: dt.date) -> Read:
        """What the snapshot says on that day, with warnings whose pointers begin with /bench."""
        key = (snapshot.digest, day, policy.digest)
        found = self._readings.get(key)
        if found is None:
            bench, warnings = self._read(json.loads(snapshot.content), "/bench", policy, day)
            found = replace(bench, stored=True) if bench is not None else None, tuple(warnings)
            if len(self._readings) >= _KEPT:
                self._readings.clear()
            self._readings[key] = found
        return found
