"""The answer and its parts."""

from dataclasses import dataclass, field
from enum import StrEnum

from .findings import Dimension, Finding, Warn


class Outcome(StrEnum):
    PASS = "pass"
    FAIL = "fail"


class Action(StrEnum):
    SEND = "send"
    REVISE = "revise"
    HOLD = "hold"


class Unread(StrEnum):
    """Why a judge gave no usable answer. A third result beside pass and fail, never a guess."""

    MISSING = "missing"
    TIMEOUT = "timeout"
    OVERLOAD = "overload"
    UNREADABLE = "unreadable"
    NOT_FINITE = "not_finite"
    DEAD = "dead"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Opinion:
    """A judge's probability, 0..1 calibrated, that the mail passes one dimension."""

    dimension: Dimension
    pass_probability: float
    threshold: float
    veto: bool = False


@dataclass(frozen=True, slots=True)
class JudgeReport:
    """What the judge said: an opinion per dimension, or why not. `status` is "none" where policy asks for
    none."""

    engine: str = "none"
    model: str = ""
    status: str = "none"
    opinions: tuple[Opinion, ...] = ()
    unread: Unread | None = None
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    device_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class DimensionVerdict:
    name: Dimension
    verdict: Outcome
    score: float
    rubric_score: float
    judge_pass_probability: float | None = None
    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds a stage took; `total` is wall time of the request."""

    queue: float = 0.0
    rubric: float = 0.0
    judge: float = 0.0
    store: float = 0.0
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class Cost:
    usd: float = 0.0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Versions:
    """Digests of all that a verdict depends on; `judge`, `prompt` and `bench` are None where there is
    none."""

    service: str
    policy: str
    rubric: str
    judge: str | None = None
    prompt: str | None = None
    bench: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `policy.decide` returns; the pipeline adds id, timings and cost when it answers."""

    verdict: Outcome
    action: Action
    score: float
    dimensions: tuple[DimensionVerdict, ...]
    violations: tuple[Finding, ...]
    feedback: str
    degraded: bool = False
    enforced: bool = True
    shadow_action: Action | None = None
    judge: JudgeReport = field(default_factory=JudgeReport)
    warnings: tuple[Warn, ...] = ()
