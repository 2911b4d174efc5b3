"""GET /docs: every call on one page, made from the OpenAPI document. It loads nothing: neither scripts nor
anything from elsewhere, so it reads the same on a machine without internet."""

import base64
import hashlib

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .page import STYLE, render

PATH = "/docs"

_STYLE_DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
_HEADERS = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_STYLE_DIGEST}'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def install(app: FastAPI) -> None:
    """Serve the page at `PATH`. It is made on the first visit."""
    made: list[bytes] = []

    async def page(_: Request) -> Response:
        if not made:
            made.append(render(app.openapi()).encode())
        return Response(made[0], headers=_HEADERS, media_type="text/html")

    app.router.routes.append(Route(PATH, page, methods=["GET"]))
