"""The application: routes, errors and documents around a service."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from .. import __version__
from ..errors import JudgeError
from . import batch, bench, docs, health, judge, policy, problems, reference, rules, verdicts
from .envelope import Envelope
from .state import Service

_DESCRIPTION = (
    "Says whether an outbound mail is honest, and why not: five dimensions, each violation with its span, "
    "its evidence and its fix. Errors are `application/problem+json`."
)
_ROUTERS = (judge, batch, rules, policy, bench, verdicts, health)


def create_app(service: Service, *, on_shutdown: Callable[[], Awaitable[None]] | None = None) -> FastAPI:
    """The ASGI application of `service`. `on_shutdown` is awaited after the last request.

    Its start fails with `Misconfigured` where the policy breaks a golden example of its own.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await service.pipeline.hold_to_golden()
        yield
        if on_shutdown is not None:
            await on_shutdown()

    app = FastAPI(
        title="Tenacious judge",
        version=__version__,
        description=_DESCRIPTION,
        lifespan=lifespan,
        redirect_slashes=False,
        docs_url=None,  # FastAPI's own pages load their scripts from elsewhere
        redoc_url=None,
    )
    app.state.service = service
    for module in _ROUTERS:
        app.include_router(module.router)
    # FastAPI puts its pages first; mails come more often than readers of documentation.
    app.router.routes.sort(key=lambda route: not isinstance(route, APIRoute))
    app.add_exception_handler(JudgeError, problems.on_judge_error)
    app.add_exception_handler(HTTPException, problems.on_http_exception)
    app.add_middleware(Envelope, metrics=service.metrics)
    service.metrics.know_routes(route.path for route in app.routes if isinstance(route, APIRoute))
    docs.install(app)
    reference.install(app)
    return app
