"""GET /policy: the policy in force."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from .. import wire
from . import docs, reading
from .state import Service

router = APIRouter(route_class=docs.DirectRoute, tags=["policy"])

_SCHEMA = {"type": "object", "properties": {"digest": {"type": "string"}}, "required": ["digest"]}


@router.get(
    "/policy",
    summary="The policy in force",
    responses=docs.answers({reading.JSON: {"schema": _SCHEMA}}, 422),
)
async def get_policy(request: Request) -> Response:
    """Every threshold, list, severity and failure mode; `digest` is the one in `versions.policy`."""
    reading.parameters(request, ())
    policy = Service.of(request).pipeline.engine.policy
    return Response(wire.encode(policy), media_type=reading.JSON)
