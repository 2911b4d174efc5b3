"""Records to SQLite rows and back."""

import datetime as dt
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from ..domain import Action, Dimension, Outcome
from .base import BenchSnapshot, Idempotency, PolicyVersion, VerdictQuery, VerdictRecord
from .ids import id_floor

INSERT_VERDICT = "INSERT INTO verdict VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)
_ID_SLACK = dt.timedelta(minutes=5)  # an id may be made before the moment its record names
_TAGGED = "SELECT 1 FROM tag o WHERE o.name = ? AND o.verdict_id = v.id"

Value = str | int | bytes | None


def verdict_row(record: VerdictRecord) -> tuple[Value, ...]:
    key = record.idempotency
    return (
        record.id,
        _to_us(record.created_at),
        record.action.value,
        record.verdict.value,
        " ".join(record.dimensions_failed),
        " ".join(record.rules_hit),
        record.request_digest,
        record.policy_digest,
        record.bench_version,
        record.answer,
        record.body,
        key.key if key else None,
        key.body_digest if key else None,
    )


def tags(record: VerdictRecord) -> Iterator[tuple[str, str]]:
    """What the record can be found by, in an index that is ordered by id within each name."""
    yield f"action:{record.action}", record.id
    for dimension in record.dimensions_failed:
        yield f"dimension:{dimension}", record.id
    for rule in dict.fromkeys(record.rules_hit):
        yield f"rule:{rule}", record.id


def one(db: sqlite3.Connection, sql: str, value: str) -> VerdictRecord | None:
    row = db.execute(sql, (value,)).fetchone()
    return None if row is None else _record(row)


def search(db: sqlite3.Connection, query: VerdictQuery) -> list[VerdictRecord]:
    """Newest first, one more than the limit where there are more. Walks a tag or the table in id order."""
    wanted = (("action", query.action), ("dimension", query.dimension), ("rule", query.rule))
    names = [f"{kind}:{value}" for kind, value in wanted if value is not None]
    source, id, where = "verdict v", "v.id", [f"EXISTS ({_TAGGED})"] * len(names)
    if names:
        source, id, where[0] = (
            "tag t CROSS JOIN verdict v ON v.id = t.verdict_id",
            "t.verdict_id",
            "t.name = ?",
        )
    values: list[Value] = [*names]
    if query.since is not None:
        where += ["v.created_us >= ?", f"{id} >= ?"]
        values += [_to_us(query.since), id_floor(query.since - _ID_SLACK)]
    if query.cursor is not None:
        where.append(f"{id} < ?")
        values.append(query.cursor)
    condition = f"WHERE {' AND '.join(where)}" if where else ""
    sql = f"SELECT v.* FROM {source} {condition} ORDER BY {id} DESC LIMIT ?"
    return [_record(row) for row in db.execute(sql, (*values, query.limit + 1))]


def bench_row(snapshot: BenchSnapshot) -> tuple[Value, ...]:
    return (
        snapshot.version,
        snapshot.as_of.isoformat(),
        snapshot.revision,
        snapshot.digest,
        snapshot.content,
        _to_us(snapshot.created_at),
    )


def benches(db: sqlite3.Connection, limit: int) -> Sequence[BenchSnapshot]:
    found = db.execute("SELECT * FROM bench ORDER BY as_of DESC, revision DESC LIMIT ?", (limit,))
    return [
        BenchSnapshot(version, dt.date.fromisoformat(as_of), revision, digest, content, _from_us(created))
        for version, as_of, revision, digest, content, created in found
    ]


def policy_row(version: PolicyVersion) -> tuple[Value, ...]:
    return version.number, version.digest, version.base, version.content, _to_us(version.created_at)


def policies(db: sqlite3.Connection, limit: int) -> Sequence[PolicyVersion]:
    found = db.execute("SELECT * FROM policy ORDER BY number DESC LIMIT ?", (limit,))
    return [
        PolicyVersion(number, digest, base, content, _from_us(created))
        for number, digest, base, content, created in found
    ]


def _record(row: tuple[Any, ...]) -> VerdictRecord:
    id, created, action, verdict, dimensions, rules, request, policy, bench, answer, body, key, key_body = row
    return VerdictRecord(
        id=id,
        created_at=_from_us(created),
        action=Action(action),
        verdict=Outcome(verdict),
        dimensions_failed=tuple(Dimension(name) for name in dimensions.split()),
        rules_hit=tuple(rules.split()),
        request_digest=request,
        policy_digest=policy,
        bench_version=bench,
        answer=answer,
        body=body,
        idempotency=None if key is None else Idempotency(key, key_body),
    )


def _to_us(moment: dt.datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def _from_us(microseconds: int) -> dt.datetime:
    return _EPOCH + microseconds * _MICROSECOND
