"""What a judge is to the rest of the service."""

from typing import Protocol

from ..domain import JudgeReport
from ..reading.case import Case


class Judge(Protocol):
    """Gives an opinion on each of the five dimensions, or says why not.

    The pipeline bounds the time, and takes whatever a judge raises for `Unread.DEAD`: an adapter may, but
    need not, turn its own failures into a report.
    """

    @property
    def version(self) -> str:
        """Name and digest of model, weights and calibration, for `versions.judge`."""
        ...

    @property
    def prompt(self) -> str | None:
        """ "sha256:..." of the prompt, for `versions.prompt`; None where the judge takes none."""
        ...

    async def judge(self, case: Case) -> JudgeReport:
        """Five opinions with status "ok", or a report with `unread` set. Never a guess."""
        ...

    async def check(self) -> None:
        """Answer a canary. Raises `errors.Unavailable` where that fails or is not finite."""
        ...

    async def close(self) -> None: ...
