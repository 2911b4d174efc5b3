"""The OpenAPI document is the contract: what it allows is answered as it says, and nothing answers 500."""

from typing import Any

import hypothesis
import schemathesis
from hypothesis import HealthCheck
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tenacious_judge import bootstrap
from tenacious_judge.api import create_app, examples
from tenacious_judge.domain import Dimension, Severity
from tenacious_judge.settings import Settings
from tenacious_judge.store import MemoryStore

from tests.support.service import FakeRubric, as_json, client, finding, service

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
FINDINGS = (
    finding(Severity.HOLD, None, at=None),
    finding(Severity.BLOCK, Dimension.BENCH, text="\U0001f642"),
    finding(Severity.WARN, Dimension.TONE),
)


@schemathesis.serializer("application/x-ndjson")
def as_lines(context: Any, value: Any) -> bytes:
    return as_json(value) + b"\n"


schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(service(FakeRubric(*FINDINGS))))


@schema.parametrize()
@hypothesis.settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None
)
def test_every_operation_answers_as_documented(case: "schemathesis.Case[Any]") -> None:
    case.call_and_validate(checks=CHECKS)


# The same over the service as it is put together for use: real readers and rules.
real = schemathesis.openapi.from_asgi(
    "/openapi.json", create_app(bootstrap.build(Settings(store_url="memory:"), MemoryStore()))
)


@real.include(path_regex="^/judge").parametrize()
@hypothesis.settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None
)
def test_real_rules_answer_as_documented_and_never_break_off(case: "schemathesis.Case[Any]") -> None:
    answer = case.call_and_validate(checks=CHECKS)
    assert b"broke off because of an error" not in answer.content


async def test_the_document_names_every_path_of_the_contract() -> None:
    async with client(service()) as c:
        document: dict[str, Any] = (await c.get("/openapi.json")).json()
    paths = {f"{method.upper()} {path}" for path, of in document["paths"].items() for method in of}
    assert paths >= {
        *("POST /judge", "POST /judge/batch", "GET /rules", "GET /rules/{id}", "GET /policy", "PUT /policy"),
        *("GET /policy/history", "POST /policy/rollback", "PUT /bench"),
        *("GET /bench", "GET /bench/history", "GET /verdicts", "GET /verdicts/{id}"),
        *("GET /metrics", "GET /healthz", "GET /readyz"),
    }
    request = document["components"]["schemas"]["JudgeRequest"]
    assert request["additionalProperties"] is False
    assert request["required"] == ["draft"]
    answer = document["components"]["schemas"]["VerdictAnswer"]
    assert {"violations", "timings_ms", "shadow_action"} <= set(answer["required"])
    assert "0.2 **" in document["components"]["schemas"]["DimensionOut"]["description"]


async def test_the_examples_of_the_document_work() -> None:
    async with client(service()) as c:
        for example in examples.REQUESTS.values():
            assert (await c.post("/judge", json=example["value"])).status_code == 200
        assert (await c.post("/judge/batch", json=examples.BATCH["two"]["value"])).status_code == 200
