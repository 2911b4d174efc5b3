"""Around every request: its id, the count of its answer, a last net under bugs. Pure ASGI, so it is cheap."""

import logging
import random
import re
import secrets

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..errors import Unavailable
from ..logs import where
from ..metrics import Metrics
from . import problems

log = logging.getLogger("tenacious_judge")

REQUEST_ID = "X-Request-ID"

_HEADER = REQUEST_ID.lower().encode()
_SAFE_ID = re.compile(rb"[\x21-\x7e]{1,128}")
_ID_BITS = 96
_RANDOM = random.Random(secrets.randbits(128))  # ids are no secret; asking the system each time costs 45 us


class Envelope:
    """Echoes `X-Request-ID`; makes one up where it is absent or not printable ASCII of up to 128 characters.

    An exception that nobody caught becomes a 503 that says to try again: whoever asked has no verdict.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = _request_id(scope)
        scope["request_id"] = request_id
        status = 0

        async def send_enveloped(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = request_id
            await send(message)

        try:
            await self.app(scope, receive, send_enveloped)
        except Exception as error:
            self.metrics.unexpected("http")
            log.error("unexpected error request=%s %s", request_id, where(error))
            if status:  # half an answer is out: cut it off, so that nobody takes it for a whole one
                raise
            refusal = Unavailable("the service could not answer this", retry_after_s=1.0)
            await problems.respond(refusal, request_id)(scope, receive, send_enveloped)
        finally:
            route = scope.get("route")
            self.metrics.request(getattr(route, "path", None), scope["method"], status)


def _request_id(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == _HEADER and _SAFE_ID.fullmatch(value):
            return str(value.decode("ascii"))
    return f"{_RANDOM.getrandbits(_ID_BITS):0{_ID_BITS // 4}x}"
