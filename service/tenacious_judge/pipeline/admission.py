"""Who gets in: a permit first, and a plain refusal when all are given out."""

from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import Gauge

from ..errors import Overloaded

_RETRY_AFTER_S = 1.0


class Admission:
    """At most `limit` requests at a time. No queue: being told to come back beats waiting unseen."""

    def __init__(self, limit: int, gauge: Gauge) -> None:
        self.limit = limit
        self.in_flight = 0
        self._gauge = gauge

    @contextmanager
    def permit(self) -> Iterator[None]:
        """Hold a permit for the block. Raises `Overloaded` when none is left."""
        if self.in_flight >= self.limit:
            raise Overloaded(f"{self.limit} requests are being judged", retry_after_s=_RETRY_AFTER_S)
        self.in_flight += 1
        self._gauge.set(self.in_flight)
        try:
            yield
        finally:
            self.in_flight -= 1
            self._gauge.set(self.in_flight)
