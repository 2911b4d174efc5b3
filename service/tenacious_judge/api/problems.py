"""Every error as RFC 9457 problem+json. No other module writes one."""

import math

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from .. import wire
from ..errors import BadInput, JudgeError

MEDIA_TYPE = "application/problem+json"

_TITLES = {
    "bad-input": "A field is wrong",
    "too-large": "The body is too large",
    "unsupported-media": "This content type is not read here",
    "not-found": "There is no such thing",
    "method-not-allowed": "This method is not allowed here",
    "conflict": "This conflicts with what is there",
    "unauthorized": "A key is needed",
    "forbidden": "This key does not open that",
    "body-timeout": "The body came too slowly",
    "overloaded": "Too many requests at once",
    "unavailable": "The service cannot answer now",
    "deadline-exceeded": "The deadline passed before judging began",
}
_MAX_DETAIL = 500
_CHALLENGE = "Bearer"


class BadParameter(BadInput):
    """A query parameter or header is wrong; `parameter` names it."""

    def __init__(self, detail: str, parameter: str) -> None:
        super().__init__(detail)
        self.parameter = parameter


def describe(error: JudgeError) -> wire.Problem:
    """The problem that tells of `error`, without a request id."""
    return wire.Problem(
        type=f"urn:tenacious-judge:error:{error.slug}",
        title=_TITLES.get(error.slug, "Error"),
        status=error.status,
        detail=error.detail[:_MAX_DETAIL],
        retryable=error.retryable,
        pointer=error.pointer[:_MAX_DETAIL] if error.pointer is not None else None,
        parameter=getattr(error, "parameter", None),
    )


def respond(error: JudgeError, request_id: str | None) -> Response:
    problem = describe(error)
    problem.request_id = request_id
    headers = {}
    if error.retry_after_s is not None:
        headers["Retry-After"] = str(math.ceil(error.retry_after_s))
    if error.status == 408:
        headers["Connection"] = "close"  # the rest of the body may still be on its way
    if error.status == 401:
        headers["WWW-Authenticate"] = _CHALLENGE
    return _response(problem, headers)


async def on_judge_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, JudgeError)
    return respond(error, request_id_of(request))


async def on_http_exception(request: Request, error: Exception) -> Response:
    """What the router itself says: 404 and 405."""
    assert isinstance(error, HTTPException)
    slug = {404: "not-found", 405: "method-not-allowed"}.get(error.status_code, "bad-input")
    problem = wire.Problem(
        type=f"urn:tenacious-judge:error:{slug}",
        title=_TITLES[slug],
        status=error.status_code,
        detail=f"{request.method} on this path" if slug == "method-not-allowed" else "no such path",
        retryable=False,
        request_id=request_id_of(request),
    )
    return _response(problem, dict(error.headers or {}))


def request_id_of(request: Request) -> str | None:
    found = request.scope.get("request_id")
    return found if isinstance(found, str) else None


def _response(problem: wire.Problem, headers: dict[str, str]) -> Response:
    return Response(wire.encode(problem), problem.status, headers, media_type=MEDIA_TYPE)
