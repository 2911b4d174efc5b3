"""The service's own bench: put, current, history."""

from collections.abc import Mapping

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from .. import wire
from ..errors import BadInput, NotFound
from ..store import BenchSnapshot
from . import docs, reading
from .state import Service

router = APIRouter(route_class=docs.DirectRoute, tags=["bench"])

_MAX_HISTORY = 100


@router.put(
    "/bench",
    summary="Put the current bench",
    responses=docs.answers(docs.json_of(wire.BenchOut), *(401, 403, 408, 409, 413, 415, 422, 503, 504)),
    openapi_extra=docs.takes({reading.JSON: {"schema": {"type": "object"}, "examples": {
        "counts": {"value": {"as_of": "2026-05-04", "stacks": {"python": {"available_engineers": 7}}}}
    }}}),
)  # fmt: skip
async def put_bench(request: Request) -> Response:
    """In any shape that a request's `bench_summary` may have, with `as_of`. Older than the current one: 409.
    The same date with other content: a new revision. The same content: nothing changes."""
    service = Service.of(request)
    reading.admin(request, service.limits.admin_key)
    reading.parameters(request, ())
    reading.content_type(request)
    limits = service.limits
    raw = await reading.body(request, limits.max_body_bytes, limits.body_timeout_s)
    content = wire.parse(raw)
    if not isinstance(content, Mapping):
        raise BadInput("expected an object", pointer="")
    snapshot = await service.pipeline.put_bench(content)
    return _json(_out(snapshot))


@router.get(
    "/bench", summary="The current bench", responses=docs.answers(docs.json_of(wire.BenchOut), 404, 422, 503)
)
async def get_bench(request: Request) -> Response:
    """What requests without a `bench_summary` are judged against."""
    reading.parameters(request, ())
    snapshot = await Service.of(request).pipeline.store.bench_current()
    if snapshot is None:
        raise NotFound("no bench was put yet")
    return _json(_out(snapshot))


@router.get(
    "/bench/history",
    summary="Benches of the past",
    responses=docs.answers(docs.json_of(wire.BenchList), 422, 503),
)
async def bench_history(request: Request) -> Response:
    """The latest hundred, newest first."""
    reading.parameters(request, ())
    history = await Service.of(request).pipeline.store.bench_history(_MAX_HISTORY)
    return _json(wire.BenchList([_out(snapshot) for snapshot in history]))


def _out(snapshot: BenchSnapshot) -> wire.BenchOut:
    return wire.BenchOut(
        version=snapshot.version,
        as_of=snapshot.as_of,
        revision=snapshot.revision,
        digest=snapshot.digest,
        created_at=snapshot.created_at,
        bench=msgspec.Raw(snapshot.content),
    )


def _json(value: object) -> Response:
    return Response(wire.encode(value), media_type=reading.JSON)
