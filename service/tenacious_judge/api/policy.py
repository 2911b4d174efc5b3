"""The policy in force: shown, put, its history, and the way back."""

from collections.abc import Mapping

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from .. import wire
from ..domain import Json, Policy
from ..errors import BadInput
from . import docs, reading
from .state import Service

router = APIRouter(route_class=docs.DirectRoute, tags=["policy"])

_SCHEMA = {"type": "object", "properties": {"digest": {"type": "string"}}, "required": ["digest"]}
_CHANGES = docs.answers({reading.JSON: {"schema": _SCHEMA}}, 401, 403, 404, 408, 413, 415, 422, 503, 504)


@router.get(
    "/policy",
    summary="The policy in force",
    responses=docs.answers({reading.JSON: {"schema": _SCHEMA}}, 422, 503),
)
async def get_policy(request: Request) -> Response:
    """Every threshold, list, severity and failure mode; `digest` is the one in `versions.policy`."""
    reading.parameters(request, ())
    return _shown((await Service.of(request).pipeline.policies.current()).policy)


@router.put(
    "/policy",
    summary="Put the policy",
    responses=_CHANGES,
    openapi_extra=docs.takes({reading.JSON: {"schema": {"type": "object"}}}),
)
async def put_policy(request: Request) -> Response:
    """The whole policy as `GET /policy` shows it (a `digest` in it is not looked at). It must judge its own
    golden examples as it says, else it is refused and nothing changes. In force at once, for every replica
    within a second, and after a restart with the same policy file."""
    content = await _object(request)
    return _shown((await Service.of(request).pipeline.put_policy(content)).policy)


@router.get(
    "/policy/history",
    summary="Policies of the past",
    responses=docs.answers(docs.json_of(wire.PolicyHistory), 422, 503),
)
async def policy_history(request: Request) -> Response:
    """The latest hundred that were put, newest first."""
    reading.parameters(request, ())
    policies = Service.of(request).pipeline.policies
    current = (await policies.current()).policy.digest
    items = [
        wire.PolicyVersionOut(v.number, v.digest, v.created_at, False, msgspec.Raw(v.content))
        for v in await policies.history()
    ]
    for item in items:
        if item.digest == current:
            item.current = True
            break
    return Response(wire.encode(wire.PolicyHistory(policies.file, items)), media_type=reading.JSON)


@router.post(
    "/policy/rollback",
    summary="Go back to an earlier policy",
    responses=_CHANGES,
    openapi_extra=docs.takes(docs.json_of(wire.Rollback)),
)
async def roll_back(request: Request) -> Response:
    """To the policy before the current one, or to the one whose digest is given (the file's too)."""
    content = await _object(request)
    digest = content.get("digest")
    if content.keys() - {"digest"}:
        raise BadInput("unknown field", pointer=f"/{sorted(content.keys() - {'digest'})[0]}")
    if digest is not None and not isinstance(digest, str):
        raise BadInput("expected text", pointer="/digest")
    return _shown((await Service.of(request).pipeline.roll_back_policy(digest)).policy)


async def _object(request: Request) -> Mapping[str, Json]:
    service = Service.of(request)
    reading.admin(request, service.limits.admin_key)
    reading.parameters(request, ())
    reading.content_type(request)
    limits = service.limits
    content = wire.parse(await reading.body(request, limits.max_body_bytes, limits.body_timeout_s))
    if not isinstance(content, Mapping):
        raise BadInput("expected an object", pointer="")
    return content


def _shown(policy: Policy) -> Response:
    return Response(wire.encode(policy), media_type=reading.JSON)
