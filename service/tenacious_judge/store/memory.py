"""A store in memory: the fake of the tests, and nothing to run a gate on."""

from collections.abc import Sequence

from ..errors import Conflict, Unavailable
from .base import BenchSnapshot, PolicyVersion, VerdictPage, VerdictQuery, VerdictRecord
from .paging import check_query, page, same_body


class MemoryStore:
    """Forgets all when the process ends. Set `broken` and every call fails as a dead disk would."""

    def __init__(self) -> None:
        self.broken = False
        self._records: dict[str, VerdictRecord] = {}
        self._keys: dict[str, str] = {}
        self._benches: dict[str, BenchSnapshot] = {}
        self._policies: dict[int, PolicyVersion] = {}

    @property
    def queue_depth(self) -> int:
        return 0

    async def append(self, record: VerdictRecord) -> VerdictRecord:
        self._check()
        if record.idempotency is not None:
            first = await self.by_key(record.idempotency.key)
            if first is not None:
                return same_body(first, record)
            self._keys[record.idempotency.key] = record.id
        self._records[record.id] = record
        return record

    async def get(self, id: str) -> VerdictRecord | None:
        self._check()
        return self._records.get(id)

    async def by_key(self, key: str) -> VerdictRecord | None:
        self._check()
        return self._records.get(self._keys.get(key, ""))

    async def list(self, query: VerdictQuery) -> VerdictPage:
        self._check()
        check_query(query)
        found = [r for r in sorted(self._records.values(), key=_id, reverse=True) if _matches(r, query)]
        return page(found[: query.limit + 1], query.limit)

    async def check_writable(self) -> None:
        self._check()

    async def bench_put(self, snapshot: BenchSnapshot) -> None:
        self._check()
        if snapshot.version in self._benches:
            raise Conflict(f"bench version {snapshot.version} is taken")
        self._benches[snapshot.version] = snapshot

    async def bench_current(self) -> BenchSnapshot | None:
        history = await self.bench_history(1)
        return history[0] if history else None

    async def bench_history(self, limit: int = 100) -> Sequence[BenchSnapshot]:
        self._check()
        return sorted(self._benches.values(), key=lambda b: (b.as_of, b.revision), reverse=True)[:limit]

    async def policy_put(self, version: PolicyVersion) -> None:
        self._check()
        if version.number in self._policies:
            raise Conflict(f"policy version {version.number} is taken")
        self._policies[version.number] = version

    async def policy_history(self, limit: int = 100) -> Sequence[PolicyVersion]:
        self._check()
        return sorted(self._policies.values(), key=lambda p: p.number, reverse=True)[:limit]

    async def close(self) -> None:
        self.broken = True

    def _check(self) -> None:
        if self.broken:
            raise Unavailable("the store is closed", retry_after_s=1.0)


def _matches(record: VerdictRecord, query: VerdictQuery) -> bool:
    return (
        (query.action is None or record.action is query.action)
        and (query.dimension is None or query.dimension in record.dimensions_failed)
        and (query.rule is None or query.rule in record.rules_hit)
        and (query.since is None or record.created_at >= query.since)
        and (query.cursor is None or record.id < query.cursor)
    )


def _id(record: VerdictRecord) -> str:
    return record.id
