"""The gate in this process: what the service does to a request, without HTTP and without a store."""

from pathlib import Path

from .. import __version__
from ..datafiles import policy_path
from ..domain import Cost, JudgeReport, Policy, Request, Timings, Verdict, Versions
from ..policy import decide, load
from ..reading.case import read_case
from ..rubric import engine
from ..store.ids import new_id
from ..wire import answer, encode, with_timings


class Gate:
    """Read, run every rule, decide. Pure: the same request gives the same verdict."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._rubric = engine.Rubric(policy)

    def judge(self, request: Request) -> Verdict:
        """The verdict, as `POST /judge` gives it. Raises `BadInput` for what the service answers with 422."""
        case = read_case(request, self._policy, None)
        return decide(self._rubric.judge(case), JudgeReport(), self._policy, case.warnings)

    def answer(self, verdict: Verdict, timings: Timings) -> bytes:
        """The verdict in the service's JSON."""
        versions = Versions(__version__, self._policy.digest, engine.digest())
        return with_timings(encode(answer(new_id(), verdict, versions, Cost(), None)), timings)


def open_gate(policy: Path | None = None) -> Gate:
    """A gate under the policy file, by default the shipped one. Raises `Misconfigured` where it is wrong."""
    return Gate(read_policy(policy or policy_path()))


def read_policy(path: Path) -> Policy:
    """The policy at `path`, checked: ranges, unknown keys, and that every rule it names exists."""
    policy = load(path)
    engine.Rubric(policy)
    return policy
