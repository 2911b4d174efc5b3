"""The gate in this process: what the service does to a request, without HTTP and without a store."""

import asyncio
import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from ..datafiles import policy_path
from ..domain import Cost, JudgeMode, JudgeReport, Request, Timings, Verdict
from ..logs import where
from ..pipeline.engine import Engine, ask, conclude, examine
from ..policy import load
from ..reading.case import Case, read_case
from ..rubric.engine import Rubric
from ..store import new_id
from ..wire import answer, encode, with_timings


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict on `request`. `crash` names the bug that held the mail, or is empty."""

    request: Request
    verdict: Verdict
    seconds: float
    crash: str = ""


class Gate:
    """Judges as `POST /judge` does, with no bench of its own: a request brings one or has none."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._runner = asyncio.Runner()

    def judge(self, raw: bytes) -> Ruling:
        """The verdict on a request in JSON. Raises `BadInput` for what the service answers with 422."""
        examined = examine(self._engine, raw, dt.datetime.now(dt.UTC), lambda _: (None, ()))
        report, bug = JudgeReport(), None
        if examined.case is not None and examined.crash is None:
            report, bug = self._ask(examined.case)
        crash = examined.crash or bug
        verdict = conclude(self._engine, examined, report, shadow=False)
        return Ruling(examined.request, verdict, examined.seconds, where(crash) if crash else "")

    def _ask(self, case: Case) -> tuple[JudgeReport, Exception | None]:
        if self._engine.policy.judge.mode is JudgeMode.NONE:
            return JudgeReport(), None
        return self._runner.run(ask(self._engine, case))

    def answer(self, ruling: Ruling) -> bytes:
        """The ruling in the service's JSON."""
        verdict = ruling.verdict
        made = answer(
            new_id(), verdict, self._engine.versions(None), Cost(), self._engine.failure_mode(verdict)
        )
        took_ms = ruling.seconds * 1000
        return with_timings(encode(made), Timings(rubric=took_ms, total=took_ms))


def open_gate(policy: Path | None = None) -> Gate:
    """A gate under the policy file, by default the shipped one. Raises `Misconfigured` where it is wrong."""
    values = load(policy or policy_path())
    return Gate(Engine(values, Rubric(values), read_case))
