"""POST /judge: one mail in, one verdict out."""

import time

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from .. import wire
from ..domain import Timings
from ..pipeline import Order
from . import docs, examples, reading
from .state import Service

router = APIRouter(route_class=docs.DirectRoute, tags=["judge"])

PARAMETERS = [
    docs.parameter(
        "mode",
        "shadow: judged and recorded, with `enforced` false and `action` send; see `shadow_action`.",
        {"type": "string", "enum": ["enforce", "shadow"], "default": "enforce"},
    ),
    docs.parameter(
        "reserve",
        "Reservations come with a later release; true is refused until then.",
        {"type": "string", "enum": ["false"], "default": "false"},
    ),
    docs.parameter(
        "Idempotency-Key",
        "A repeat returns the first answer; with another request it is a 409.",
        {"type": "string", "pattern": "^[!-~]{1,255}$"},
        where="header",
    ),
]


@router.post(
    "/judge",
    summary="Judge one mail",
    responses=docs.answers(
        docs.json_of(wire.VerdictAnswer),
        *(408, 409, 413, 415, 422, 429, 503, 504),
        text="The verdict, good or bad. A rejected mail is never an HTTP error.",
    ),
    openapi_extra={
        "parameters": PARAMETERS,
        **docs.takes(
            {"application/json": {"schema": docs.ref(wire.JudgeRequest), "examples": examples.REQUESTS}}
        ),
    },
)
async def judge(request: Request) -> Response:
    """Checks every claim and promise of the mail against its briefs, the bench and the thread."""
    service = Service.of(request)
    limits = service.limits
    service.pipeline.admission.check()
    reading.content_type(request)
    shadow = reading.shadow(reading.parameters(request, ("mode", "reserve")))
    key = reading.idempotency_key(request)
    raw = await reading.body(request, limits.max_body_bytes, limits.body_timeout_s)
    arrived = time.perf_counter()
    with service.pipeline.admission.permit():
        judged = await service.pipeline.judge(Order(raw, arrived, arrived + limits.deadline_s, shadow, key))
    headers = {"Idempotent-Replayed": "true"} if judged.timings is None else server_timing(judged.timings)
    return Response(judged.answer, 200, headers, media_type=reading.JSON)


def server_timing(timings: Timings) -> dict[str, str]:
    """The stages for a browser's network panel, in milliseconds."""
    stages = (
        f"queue;dur={timings.queue:.3f}, rubric;dur={timings.rubric:.3f}, judge;dur={timings.judge:.3f}, "
        f"store;dur={timings.store:.3f}, total;dur={timings.total:.3f}"
    )
    return {"Server-Timing": stages}
