"""Records to store, as short as a test wants them."""

import datetime as dt

from tenacious_judge.domain import Action, Dimension, Outcome
from tenacious_judge.store import BenchSnapshot, Idempotency, VerdictRecord, new_id

NOON = dt.datetime(2026, 5, 6, 12, 0, 0, 123456, tzinfo=dt.UTC)


def record(
    action: Action = Action.SEND,
    *,
    dimensions: tuple[Dimension, ...] = (),
    rules: tuple[str, ...] = (),
    at: dt.datetime | None = None,
    idempotency: Idempotency | None = None,
    body: str | None = None,
) -> VerdictRecord:
    return VerdictRecord(
        id=new_id(),
        created_at=at or dt.datetime.now(dt.UTC),
        action=action,
        verdict=Outcome.PASS if action is Action.SEND else Outcome.FAIL,
        dimensions_failed=dimensions,
        rules_hit=rules,
        request_digest="sha256:aa",
        policy_digest="sha256:bb",
        bench_version="2026-05-04",
        answer='{"verdict":"fail","note":"Grüße \\u0000 🙂"}'.encode(),
        body=body,
        idempotency=idempotency,
    )


def snapshot(version: str, as_of: dt.date, revision: int = 1) -> BenchSnapshot:
    return BenchSnapshot(version, as_of, revision, "sha256:ee", b'{"stacks":{}}', NOON)
