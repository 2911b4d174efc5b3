"""The policy: values from a file, checked; and the decision they lead to, which is pure."""

from .decide import JUDGE_RULE, decide, fail_closed
from .load import from_json, load, loads, to_json

__all__ = ["JUDGE_RULE", "decide", "fail_closed", "from_json", "load", "loads", "to_json"]
