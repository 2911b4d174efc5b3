"""What goes into the pipeline and what comes out."""

import hashlib
from dataclasses import dataclass

from ..domain import Action, Outcome, Timings


@dataclass(frozen=True, slots=True)
class Order:
    """One mail to judge, as it arrived. `arrived` and `deadline` are seconds of `time.perf_counter`.

    `key` is the caller's idempotency key, None where there is none.
    """

    raw: bytes
    arrived: float
    deadline: float
    shadow: bool = False
    key: str | None = None

    def digest(self) -> str:
        """ "sha256:..." of what was asked: the body as sent, and whether its verdict is enforced."""
        content = hashlib.sha256(b"shadow\n" if self.shadow else b"enforce\n")
        content.update(self.raw)
        return f"sha256:{content.hexdigest()}"


@dataclass(frozen=True, slots=True)
class Judged:
    """A kept verdict. `answer` is the JSON to send; `timings` is None where it repeats an earlier answer."""

    id: str
    verdict: Outcome
    action: Action
    answer: bytes
    timings: Timings | None = None

    @property
    def replayed(self) -> bool:
        return self.timings is None
