"""What the endpoints work with, put together by `bootstrap`."""

from dataclasses import dataclass

from starlette.requests import Request

from ..metrics import Metrics
from ..pipeline import Pipeline
from ..rubric.registry import Rule


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes. `body_timeout_s`: for a body to arrive. `deadline_s`: from then until judging begins.
    `admin_key` None: none is needed."""

    max_body_bytes: int = 1_000_000
    max_batch_bytes: int = 16_000_000
    body_timeout_s: float = 10.0
    deadline_s: float = 10.0
    admin_key: str | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """`rules` are all there are, also those that the policy switches off."""

    pipeline: Pipeline
    metrics: Metrics
    limits: Limits
    rules: tuple[Rule, ...]

    @classmethod
    def of(cls, request: Request) -> "Service":
        """The service that this request is for."""
        service = request.app.state.service
        assert isinstance(service, cls)
        return service
