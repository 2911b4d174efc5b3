"""What one policy makes of mails: reading, rules, judge and versions as one value, swapped whole."""

import asyncio
import datetime as dt
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, Self

from .. import __version__, wire
from ..domain import (
    Bench,
    FailureMode,
    Finding,
    JudgeMode,
    JudgeReport,
    Policy,
    Request,
    Unread,
    Verdict,
    Versions,
    Warn,
)
from ..errors import BadInput
from ..judge import Judge
from ..policy import decide, fail_closed
from ..reading.case import Case

CaseReader = Callable[[Request, Policy, Bench | None], Case]


class RubricLike(Protocol):
    """What the engine needs of `rubric.engine.Rubric`."""

    digest: str

    def judge(self, case: Case) -> tuple[Finding, ...]: ...

    def under(self, policy: Policy) -> Self:
        """The same rules under another policy. Raises `Misconfigured` where it does not fit them."""
        ...


@dataclass(frozen=True, slots=True)
class Engine:
    """One policy in force. `read` is `reading.case.read_case`; tests may pass another."""

    policy: Policy
    rubric: RubricLike
    read: CaseReader
    judge: Judge | None = None

    def under(self, policy: Policy) -> "Engine":
        """The same service under another policy. Raises `Misconfigured` where the rules do not fit it."""
        return replace(self, policy=policy, rubric=self.rubric.under(policy))

    def versions(self, bench: str | None) -> Versions:
        """The versions of a verdict; `bench` names the stored bench where one was used."""
        judge = self.judge if self.policy.judge.mode is not JudgeMode.NONE else None
        return Versions(
            service=__version__,
            policy=self.policy.digest,
            rubric=self.rubric.digest,
            judge=judge.version if judge else None,
            prompt=judge.prompt if judge else None,
            bench=bench,
        )

    def failure_mode(self, verdict: Verdict) -> FailureMode | None:
        """What the policy does about the part that is missing; None where none is."""
        if not verdict.degraded:
            return None
        if verdict.judge.unread is None:
            return FailureMode.HOLD
        return self.policy.judge.failure_modes.get(verdict.judge.unread, FailureMode.HOLD)


@dataclass(frozen=True, slots=True)
class Examined:
    """What rules found. `crash` is a bug that ended reading or rules early; then `case` may be None.

    `core_seconds` is processor time of the thread that did the work.
    """

    request: Request
    case: Case | None
    findings: tuple[Finding, ...]
    warnings: tuple[Warn, ...]
    core_seconds: float
    seconds: float
    bench_used: bool = False
    crash: Exception | None = None


BenchReader = Callable[[dt.date], tuple[Bench | None, Sequence[Warn]]]


def examine(engine: Engine, raw: bytes, now: dt.datetime, bench_at: BenchReader) -> Examined:
    """Decode, read and check one mail: all of the work that needs no waiting.

    Raises `BadInput` where the request is at fault. Any other failure of reading or of a rule is returned as
    `crash`: it must hold the mail, and an error may be taken for no objection.
    """
    request = wire.decode(raw, now=now)
    wall, core = time.perf_counter(), time.thread_time()
    case: Case | None = None
    findings: tuple[Finding, ...] = ()
    warnings: tuple[Warn, ...] = ()
    crash: Exception | None = None
    stored = request.context.bench_summary is None
    try:
        bench, bench_warnings = bench_at(request.as_of.date()) if stored else (None, ())
        case = engine.read(request, engine.policy, bench)
        warnings = (*case.warnings, *bench_warnings)
        findings = engine.rubric.judge(case)
    except BadInput:
        raise
    except Exception as error:
        crash = error
    return Examined(
        request,
        case,
        findings,
        warnings,
        core_seconds=time.thread_time() - core,
        seconds=time.perf_counter() - wall,
        bench_used=stored,
        crash=crash,
    )


async def ask(engine: Engine, case: Case) -> tuple[JudgeReport, Exception | None]:
    """The judge's report within the policy's time, and the bug it met if any."""
    policy = engine.policy.judge
    if policy.mode is JudgeMode.NONE:
        return JudgeReport(), None
    if engine.judge is None:
        return _unread(Unread.MISSING), None
    try:
        async with asyncio.timeout(policy.timeout_ms / 1000):
            said: object = await engine.judge.judge(case)
    except TimeoutError:
        return _unread(Unread.TIMEOUT), None
    except Exception as error:
        return _unread(Unread.DEAD), error
    if not isinstance(said, JudgeReport):
        return _unread(Unread.UNREADABLE), TypeError("the judge gave no report")
    return said, None


def conclude(engine: Engine, examined: Examined, report: JudgeReport, *, shadow: bool) -> Verdict:
    """The verdict on what was found; a crash is held."""
    if examined.crash is not None:
        remark = Warn("", "judging broke off because of an error in the service; nothing here was cleared")
        reason = "the service could not finish judging it."
        return fail_closed(reason, examined.findings, (*examined.warnings, remark), shadow=shadow)
    return decide(examined.findings, report, engine.policy, examined.warnings, shadow=shadow)


def _unread(cause: Unread) -> JudgeReport:
    return JudgeReport(engine="none", status=cause.value, unread=cause)
