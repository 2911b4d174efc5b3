"""The other answers of the API: rules, benches, health, and problems."""

import datetime as dt
from typing import Annotated, Any

from msgspec import Meta, Raw, Struct

from ..domain import Dimension, Severity


class Problem(Struct, kw_only=True, omit_defaults=True):
    """RFC 9457. `pointer`: JSON Pointer of the field at fault; `parameter`: the query parameter or header."""

    type: str
    title: str
    status: int
    detail: str
    retryable: bool
    request_id: str | None = None
    pointer: str | None = None
    parameter: str | None = None


class BatchProblem(Problem, kw_only=True, omit_defaults=True):
    """A batch item that could not be judged; `index` is its place in the batch, from 0."""

    index: int


class ExampleOut(Struct):
    """A mail. `request` holds whatever else of `POST /judge` it needs."""

    body: str
    request: dict[str, Any]


class RuleOut(Struct):
    """One rule. `bad` breaks it, `good` is a near neighbour that does not. `enabled` and `severity` are the
    policy's."""

    id: str
    name: str
    dimension: Dimension | None
    severity: Severity
    enabled: bool
    what: str
    why: str
    bad: ExampleOut | None
    good: ExampleOut | None
    source: str
    fix: str


class RuleList(Struct):
    items: list[RuleOut]


class BenchOut(Struct):
    """A bench as it was put. `version` is its date, from the second revision of a date on with a suffix."""

    version: str
    as_of: dt.date
    revision: int
    digest: str
    created_at: dt.datetime
    bench: Annotated[Raw, Meta(extra_json_schema={"type": "object"}, description="The JSON as it was put.")]


class BenchList(Struct):
    """Newest first."""

    items: list[BenchOut]


class PolicyVersionOut(Struct):
    """A policy as it was put. `current` says whether it is the one in force."""

    number: int
    digest: str
    created_at: dt.datetime
    current: bool
    policy: Annotated[
        Raw, Meta(extra_json_schema={"type": "object"}, description="The policy, without digest.")
    ]


class PolicyHistory(Struct):
    """Newest first. `file`: the digest of the policy the service was started with."""

    file: str
    items: list[PolicyVersionOut]


class Rollback(Struct, forbid_unknown_fields=True):
    """`digest` of the policy to go back to; without it, the one before the current."""

    digest: str | None = None


class Health(Struct):
    status: Annotated[str, Meta(description='"ok" or "not ready"')]
    version: str
    checks: dict[str, str] = {}
