"""Parts of the OpenAPI document. Schemas come from the wire types, so code and document cannot part ways."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from .. import wire
from .problems import MEDIA_TYPE

Part = dict[str, Any]
Answers = dict[int | str, Part]

_REFS = "#/components/schemas/{name}"
_TYPES = (
    wire.JudgeRequest,
    wire.VerdictAnswer,
    wire.KeptVerdict,
    wire.VerdictList,
    wire.RuleOut,
    wire.RuleList,
    wire.BenchOut,
    wire.BenchList,
    wire.PolicyHistory,
    wire.Rollback,
    wire.BatchAnswer,
    wire.BatchProblem,
    wire.Health,
    wire.Problem,
)
_WHY = {
    401: "The admin key is missing.",
    403: "This is not the admin key.",
    404: "There is no such thing.",
    408: "The body did not arrive in time.",
    409: "Conflicts with what is there.",
    413: "The body is too large.",
    415: "Not a content type that is read here.",
    422: "A field, parameter or header is wrong; `pointer` or `parameter` names it.",
    429: "As many requests as allowed are in flight; see Retry-After.",
    503: "The store or an engine is down; there is no verdict. See Retry-After.",
    504: "The deadline passed before judging began.",
}
_RETRYABLE = (429, 503, 504)
_RETRY_AFTER = {"description": "Seconds.", "required": True, "schema": {"type": "integer", "minimum": 1}}


class DirectRoute(APIRoute):
    """A documented route whose endpoint takes the request and returns the response, with nothing in between:
    half the processor time of FastAPI's own handling."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handler: Callable[[Request], Coroutine[Any, Any, Response]] = self.endpoint
        return handler


def ref(type_: type) -> Part:
    return {"$ref": _REFS.format(name=type_.__name__)}


def takes(content: Mapping[str, Part]) -> Part:
    """A required body of one of several media types."""
    return {"requestBody": {"required": True, "content": dict(content)}}


def parameter(name: str, text: str, schema: Part, where: str = "query") -> Part:
    return {"name": name, "in": where, "required": where == "path", "description": text, "schema": schema}


def answers(content: Mapping[str, Part], *problems: int, text: str = "OK", status: int = 200) -> Answers:
    """The answer and the problems that an endpoint can give."""
    found: Answers = {status: {"description": text, "content": dict(content)}}
    for code in problems:
        found[code] = {"description": _WHY[code], "content": {MEDIA_TYPE: {"schema": ref(wire.Problem)}}}
        if code in _RETRYABLE:
            found[code]["headers"] = {"Retry-After": _RETRY_AFTER}
    return found


def json_of(type_: type) -> dict[str, Part]:
    return {"application/json": {"schema": ref(type_)}}


def install(app: FastAPI) -> None:
    """Give `app` a document whose schemas are the wire types."""
    components = msgspec.json.schema_components(_TYPES, ref_template=_REFS)[1]

    def document() -> Part:
        if app.openapi_schema is None:
            made = get_openapi(
                title=app.title, version=app.version, description=app.description, routes=app.routes
            )
            made.setdefault("components", {})["schemas"] = components
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]
