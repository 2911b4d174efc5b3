"""A judge for tests: says what it is told to, as late or as badly as it is told to."""

import asyncio
from collections.abc import Mapping

from ..domain import Dimension, JudgeReport, Opinion, Unread
from ..errors import Unavailable
from ..reading.case import Case


class FakeJudge:
    """Gives `probability` for every dimension but those in `per_dimension`.

    `unread`, `error` and `delay_s` make it fail the ways real ones do; `report` replaces its whole answer.
    """

    version = "fake sha256:0"
    prompt: str | None = None

    def __init__(
        self,
        probability: float = 0.9,
        *,
        per_dimension: Mapping[Dimension, float] | None = None,
        threshold: float = 0.5,
        veto: bool = True,
        unread: Unread | None = None,
        error: Exception | None = None,
        delay_s: float = 0.0,
        report: JudgeReport | None = None,
    ) -> None:
        self.probability = probability
        self.per_dimension = dict(per_dimension or {})
        self.threshold = threshold
        self.veto = veto
        self.unread = unread
        self.error = error
        self.delay_s = delay_s
        self.report = report
        self.calls = 0

    async def judge(self, case: Case) -> JudgeReport:
        self.calls += 1
        await asyncio.sleep(self.delay_s)
        if self.error is not None:
            raise self.error
        if self.report is not None:
            return self.report
        if self.unread is not None:
            return JudgeReport(engine="fake", model="fake", status=self.unread.value, unread=self.unread)
        return JudgeReport(engine="fake", model="fake", status="ok", opinions=self._opinions())

    async def check(self) -> None:
        if self.error is not None or self.unread is not None:
            raise Unavailable("the judge does not answer")

    async def close(self) -> None:
        return None

    def _opinions(self) -> tuple[Opinion, ...]:
        return tuple(
            Opinion(name, self.per_dimension.get(name, self.probability), self.threshold, self.veto)
            for name in Dimension
        )
