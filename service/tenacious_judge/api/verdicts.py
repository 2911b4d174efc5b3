"""GET /verdicts: the audit trail."""

import datetime as dt
from enum import StrEnum
from typing import TypeVar

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from .. import wire
from ..domain import Action, Dimension
from ..errors import BadInput, NotFound
from ..store import VerdictQuery, VerdictRecord
from . import docs, reading
from .problems import BadParameter
from .state import Service

router = APIRouter(route_class=docs.DirectRoute, tags=["verdicts"])

MAX_LIMIT = 200
DEFAULT_LIMIT = 50

_Word = TypeVar("_Word", bound=StrEnum)
_PARAMETERS = [
    docs.parameter("action", "What the answer said to do.", {"type": "string", "enum": list(Action)}),
    docs.parameter("dimension", "A dimension that failed.", {"type": "string", "enum": list(Dimension)}),
    docs.parameter("rule", "The id of a rule that was broken.", {"type": "string"}),
    docs.parameter("since", "ISO 8601 date or time, inclusive.", {"type": "string"}),
    docs.parameter("cursor", "The `next` of the page before.", {"type": "string"}),
    docs.parameter(
        "limit",
        "Items of a page.",
        {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT},
    ),
]


@router.get(
    "/verdicts",
    summary="Verdicts given, newest first",
    responses=docs.answers(docs.json_of(wire.VerdictList), 422, 503),
    openapi_extra={"parameters": _PARAMETERS},
)
async def list_verdicts(request: Request) -> Response:
    """Filters may be combined; all must hold."""
    query = _query(reading.parameters(request, [p["name"] for p in _PARAMETERS]))
    try:
        page = await Service.of(request).pipeline.store.list(query)
    except BadInput as error:  # the store knows its own cursors
        raise BadParameter(error.detail, (error.pointer or "/cursor").lstrip("/")) from None
    items = b",".join(map(_kept, page.items))
    content = b'{"items":[' + items + b'],"next":' + wire.encode(page.next_cursor) + b"}"
    return Response(content, media_type=reading.JSON)


@router.get(
    "/verdicts/{id}",
    summary="One verdict",
    responses=docs.answers(docs.json_of(wire.KeptVerdict), 404, 422, 503),
    openapi_extra={"parameters": [docs.parameter("id", "The answer's id.", {"type": "string"}, "path")]},
)
async def get_verdict(request: Request) -> Response:
    """The answer as it was given; `timings_ms.store` is 0, it was not known when this was written."""
    reading.parameters(request, ())
    record = await Service.of(request).pipeline.store.get(request.path_params["id"])
    if record is None:
        raise NotFound("no verdict has this id")
    return Response(_kept(record), media_type=reading.JSON)


def _kept(record: VerdictRecord) -> bytes:
    return wire.with_member(record.answer, "created_at", record.created_at)


def _query(given: dict[str, str]) -> VerdictQuery:
    return VerdictQuery(
        action=_word(Action, given, "action"),
        dimension=_word(Dimension, given, "dimension"),
        rule=given.get("rule"),
        since=_since(given.get("since")),
        cursor=given.get("cursor"),
        limit=_limit(given.get("limit")),
    )


def _word(words: type[_Word], given: dict[str, str], name: str) -> _Word | None:
    if name not in given:
        return None
    try:
        return words(given[name])
    except ValueError:
        raise BadParameter(f"expected one of {', '.join(words)}", name) from None


def _since(text: str | None) -> dt.datetime | None:
    if text is None:
        return None
    try:
        return wire.read_time(text.replace(" ", "+"), "")  # an unescaped + of a zone arrives as a space
    except BadInput as error:
        raise BadParameter(error.detail, "since") from None


def _limit(text: str | None) -> int:
    if text is None:
        return DEFAULT_LIMIT
    if not (text.isascii() and text.isdecimal() and len(text) <= 4 and 1 <= int(text) <= MAX_LIMIT):
        raise BadParameter(f"expected a whole number from 1 to {MAX_LIMIT}", "limit")
    return int(text)
