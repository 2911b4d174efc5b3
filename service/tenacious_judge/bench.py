"""Versions of our own bench: which snapshot a PUT makes, and which one is current."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping

from .domain import Json
from .errors import BadInput, Conflict, Unavailable
from .store.base import BenchSnapshot, Store

_RACES = 5  # PUTs of one date at the same moment before we ask the caller to come again


async def put(
    store: Store, content: Mapping[str, Json], as_of: dt.date | None, now: dt.datetime
) -> tuple[BenchSnapshot, bool]:
    """The snapshot that is now current, and whether it is new.

    The same content again is a no-op; other content of the same date is a new revision. Raises `BadInput`
    where the bench has no date, `Conflict` where it is older than the current one. The caller has validated
    `content`.
    """
    if as_of is None:
        raise BadInput("a bench to keep needs a date", pointer="/as_of")
    for _ in range(_RACES):
        current = await store.bench_current()
        snapshot = next_snapshot(current, content, as_of, now)
        if snapshot is current:
            return snapshot, False
        try:
            await store.bench_put(snapshot)
        except Conflict:  # another PUT took this version since we looked
            continue
        return snapshot, True
    raise Unavailable("the bench is being changed by others", retry_after_s=1.0)


def next_snapshot(
    current: BenchSnapshot | None, content: Mapping[str, Json], as_of: dt.date, now: dt.datetime
) -> BenchSnapshot:
    """`current` itself where `content` changes nothing, else the snapshot that follows it."""
    digest = content_digest(content)
    revision = 1
    if current is not None and as_of < current.as_of:
        raise Conflict(f"the current bench is of {current.as_of}, newer than {as_of}", pointer="/as_of")
    if current is not None and as_of == current.as_of:
        if digest == current.digest:
            return current
        revision = current.revision + 1
    raw = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return BenchSnapshot(version_of(as_of, revision), as_of, revision, digest, raw, now)


def version_of(as_of: dt.date, revision: int) -> str:
    """ "2026-05-04"; from the second revision of that date on, "2026-05-04.2"."""
    return as_of.isoformat() if revision == 1 else f"{as_of.isoformat()}.{revision}"


def content_digest(content: Mapping[str, Json]) -> str:
    """ "sha256:..." of the content, whatever its key order and spacing."""
    canonical = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()
