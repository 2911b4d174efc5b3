"""Alive, ready, and figures."""

import asyncio

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from .. import __version__, metrics, wire
from . import docs, reading
from .state import Service

router = APIRouter(route_class=docs.DirectRoute, tags=["operations"])

_OK = "ok"


@router.get("/healthz", summary="Alive", responses=docs.answers(docs.json_of(wire.Health)))
async def healthz(request: Request) -> Response:
    """The process answers; nothing else is asked."""
    return _json(wire.Health(_OK, __version__), 200)


@router.get(
    "/readyz",
    summary="Ready",
    responses={
        **docs.answers(docs.json_of(wire.Health)),
        503: {"description": "A check failed.", "content": docs.json_of(wire.Health)},
    },
)
async def readyz(request: Request) -> Response:
    """Writes to the store, has the rules find what is wrong with a bad mail, and asks the judge if any."""
    checks = await Service.of(request).pipeline.check()
    ready = all(result == _OK for result in checks.values()) and bool(checks)
    return _json(wire.Health(_OK if ready else "not ready", __version__, dict(checks)), 200 if ready else 503)


@router.get(
    "/metrics",
    summary="Prometheus figures",
    responses=docs.answers({"text/plain": {"schema": {"type": "string"}}}),
)
async def get_metrics(request: Request) -> Response:
    # Rendering hundreds of series takes milliseconds that no mail should wait for.
    content = await asyncio.to_thread(Service.of(request).metrics.render)
    return Response(content, headers={"content-type": metrics.CONTENT_TYPE})


def _json(value: object, status: int) -> Response:
    return Response(wire.encode(value), status, media_type=reading.JSON)
