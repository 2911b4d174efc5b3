"""A service out of fakes: rules that find what a test says, a store in memory, a client without a network."""

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import httpx
from tenacious_judge import policy as policies
from tenacious_judge.api import Limits, Service, create_app
from tenacious_judge.datafiles import policy_path
from tenacious_judge.domain import (
    Bench,
    Dimension,
    FailureMode,
    Field,
    Finding,
    JudgeMode,
    Policy,
    Request,
    Severity,
    Span,
    Unread,
    Warn,
)
from tenacious_judge.errors import BadInput
from tenacious_judge.judge import Judge
from tenacious_judge.metrics import Metrics
from tenacious_judge.pipeline import Admission, Engine, Pipeline, StoredBench
from tenacious_judge.reading.case import Case
from tenacious_judge.rubric.registry import Example, Rule
from tenacious_judge.store import MemoryStore, Store

NOW = dt.datetime(2026, 5, 6, 9, 0, tzinfo=dt.UTC)
RULES = tuple(
    Rule(
        id,
        "a-rule",
        Dimension.SIGNAL,
        Severity.BLOCK,
        "what",
        "why",
        Example("bad"),
        Example("good", {"draft": {"kind": "reply"}}),
        "source",
        "fix",
        lambda case: (),
    )
    for id in ("SIG-003", "SIG-004")
)
# Fake rules cannot judge golden examples.
DEFAULT = replace(policies.load(policy_path()), golden=())
MAIL: dict[str, Any] = {"draft": {"body": "Elena, shall we talk on Tuesday at 10?"}}


def finding(
    severity: Severity = Severity.BLOCK,
    dimension: Dimension | None = Dimension.SIGNAL,
    *,
    rule: str = "SIG-003",
    at: tuple[int, int] | None = (0, 5),
    text: str = "Elena",
    field: Field = Field.BODY,
    message: str = "States growth as a fact",
    fix: str = "Ask instead of asserting",
    source: str = "rubric",
) -> Finding:
    span = Span(field, at[0], at[1], text) if at is not None else None
    return Finding(rule, "a-rule", dimension, severity, message, fix, span, (), source)


class FakeRubric:
    """Finds `findings` in every mail, or raises `error`."""

    digest = "sha256:rubric"

    def __init__(self, *findings: Finding, error: Exception | None = None) -> None:
        self.findings = findings
        self.error = error

    def judge(self, case: Case) -> tuple[Finding, ...]:
        if self.error is not None:
            raise self.error
        return self.findings

    def under(self, policy: Policy) -> "FakeRubric":
        return self


class FakeReader:
    """Reads nothing; remembers the bench it was given."""

    def __init__(self, *warnings: Warn, error: Exception | None = None) -> None:
        self.warnings = warnings
        self.error = error
        self.benches: list[Bench | None] = []

    def __call__(self, request: Request, policy: Policy, bench: Bench | None) -> Case:
        self.benches.append(bench)
        if self.error is not None:
            raise self.error
        return cast("Case", SimpleNamespace(warnings=self.warnings, draft=request.draft))


def read_bench(content: Any, pointer: str, policy: Policy, today: dt.date) -> tuple[Bench, Sequence[Warn]]:
    """A bench of no stacks; a wrong date in it is `BadInput` as in the real reader."""
    text = content.get("as_of")
    try:
        as_of = dt.date.fromisoformat(text) if text is not None else None
    except ValueError:
        raise BadInput("expected a date", pointer=f"{pointer}/as_of") from None
    return Bench({}, as_of=as_of, pointer=pointer), (Warn(f"{pointer}/as_of", "read"),)


def with_judge(
    mode: JudgeMode, *, timeout_ms: int = 2000, failure_modes: Mapping[Unread, FailureMode] | None = None
) -> Policy:
    """The default policy with a judge."""
    modes = {**DEFAULT.judge.failure_modes, **(failure_modes or {})}
    return replace(
        DEFAULT, judge=replace(DEFAULT.judge, mode=mode, timeout_ms=timeout_ms, failure_modes=modes)
    )


def service(
    rubric: FakeRubric | None = None,
    *,
    policy: Policy = DEFAULT,
    reader: FakeReader | None = None,
    judge: Judge | None = None,
    store: Store | None = None,
    limits: Limits = Limits(),  # noqa: B008  # frozen
    max_in_flight: int = 64,
    store_bodies: bool | None = None,
    now: Callable[[], dt.datetime] = lambda: NOW,
) -> Service:
    metrics = Metrics(("SIG-003",), version="0")
    store = store if store is not None else MemoryStore()
    pipeline = Pipeline(
        Engine(policy, rubric or FakeRubric(), reader or FakeReader(), judge),
        store,
        StoredBench(store, read_bench),
        metrics,
        Admission(max_in_flight, metrics.in_flight),
        store_bodies=store_bodies,
        now=now,
    )
    return Service(pipeline, metrics, limits, RULES)


def client(of: Service) -> httpx.AsyncClient:
    """Speaks to the application in this process. Close it, or use it as a context manager."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(create_app(of)), base_url="http://judge")


def mail(**changes: Any) -> dict[str, Any]:
    return {**MAIL, **changes}


def as_json(value: Any) -> bytes:
    return json.dumps(value).encode()
