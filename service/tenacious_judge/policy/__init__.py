"""The policy: values from a file, checked; and the decision they lead to, which is pure."""

from .decide import JUDGE_RULE, decide, fail_closed
from .load import load, loads

__all__ = ["JUDGE_RULE", "decide", "fail_closed", "load", "loads"]
