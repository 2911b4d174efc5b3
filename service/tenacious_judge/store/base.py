"""What every store keeps and answers. Adapters: `sqlite` (default), `memory` (tests)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ..domain import Action, Dimension, Outcome


@dataclass(frozen=True, slots=True)
class Idempotency:
    """A caller's key, and the digest of the body it came with."""

    key: str
    body_digest: str


@dataclass(frozen=True, slots=True)
class VerdictRecord:
    """One audit row. `id` is "vrd_" + ULID, so ids sort by time; `created_at` is in UTC.

    `answer` is the JSON that was sent, byte for byte. `body`: the mail as sent, kept only if policy says so.
    """

    id: str
    created_at: dt.datetime
    action: Action
    verdict: Outcome
    dimensions_failed: tuple[Dimension, ...]
    rules_hit: tuple[str, ...]
    request_digest: str
    policy_digest: str
    bench_version: str | None
    answer: bytes
    body: str | None = None
    idempotency: Idempotency | None = None


@dataclass(frozen=True, slots=True)
class VerdictQuery:
    """Filters, all of which must hold. `cursor`: `next_cursor` of the page before; `since` is inclusive."""

    action: Action | None = None
    dimension: Dimension | None = None
    rule: str | None = None
    since: dt.datetime | None = None
    cursor: str | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class VerdictPage:
    """Newest first. `next_cursor` is None on the last page."""

    items: tuple[VerdictRecord, ...]
    next_cursor: str | None = None


@dataclass(frozen=True, slots=True)
class BenchSnapshot:
    """A bench as it was PUT. `version` is "2026-05-04", from the second revision of a date "2026-05-04.2".

    `content` is the JSON as sent; `digest` ("sha256:...") is of its canonical form: key order is no change.
    """

    version: str
    as_of: dt.date
    revision: int
    digest: str
    content: bytes
    created_at: dt.datetime


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """A policy as it was put. `number` counts from 1; `base` is the digest of the policy file that was in use
    then: another file is a new beginning. `content` is JSON that `policy.from_json` reads."""

    number: int
    digest: str
    base: str
    content: bytes
    created_at: dt.datetime


class Store(Protocol):
    """Durable where the adapter is. Every call raises `errors.Unavailable` when the store cannot answer."""

    @property
    def queue_depth(self) -> int:
        """Writes that wait for their commit."""
        ...

    async def append(self, record: VerdictRecord) -> VerdictRecord:
        """The record that stands, once it is durable: `record`, or the first one with its idempotency key.

        Raises `Conflict` where the key stands with another body, `Unavailable` where the queue is full.
        """
        ...

    async def get(self, id: str) -> VerdictRecord | None: ...

    async def by_key(self, key: str) -> VerdictRecord | None:
        """The record first written with that idempotency key, or None."""
        ...

    async def list(self, query: VerdictQuery) -> VerdictPage:
        """Raises `BadInput` for a cursor that is none or a limit below 1."""
        ...

    async def check_writable(self) -> None:
        """Write and commit something; raises `Unavailable` where that fails."""
        ...

    async def bench_put(self, snapshot: BenchSnapshot) -> None:
        """Keep it. Raises `Conflict` where its version is taken; `bench.put` picks versions."""
        ...

    async def bench_current(self) -> BenchSnapshot | None:
        """The latest by `as_of`, then revision; None before the first."""
        ...

    async def bench_history(self, limit: int = 100) -> Sequence[BenchSnapshot]:
        """Newest first."""
        ...

    async def policy_put(self, version: PolicyVersion) -> None:
        """Keep it. Raises `Conflict` where its number is taken."""
        ...

    async def policy_history(self, limit: int = 100) -> Sequence[PolicyVersion]:
        """Newest first."""
        ...

    async def close(self) -> None:
        """Finish what was queued, then let go. Later calls raise `Unavailable`; closing twice is fine."""
        ...
