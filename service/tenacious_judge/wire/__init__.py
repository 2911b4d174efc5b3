"""The JSON contract: its types, decoding into the domain and encoding out of it."""

from .answer import (
    BatchAnswer,
    Judgement,
    KeptVerdict,
    VerdictAnswer,
    VerdictList,
    answer,
    encode,
    with_member,
    with_timings,
)
from .request import JudgeRequest, decode
from .resources import (
    BatchProblem,
    BenchList,
    BenchOut,
    ExampleOut,
    Health,
    PolicyHistory,
    PolicyVersionOut,
    Problem,
    Rollback,
    RuleList,
    RuleOut,
)
from .strict_json import parse
from .times import read_time

__all__ = [
    "BatchAnswer",
    "BatchProblem",
    "BenchList",
    "BenchOut",
    "ExampleOut",
    "Health",
    "JudgeRequest",
    "Judgement",
    "KeptVerdict",
    "PolicyHistory",
    "PolicyVersionOut",
    "Problem",
    "Rollback",
    "RuleList",
    "RuleOut",
    "VerdictAnswer",
    "VerdictList",
    "answer",
    "decode",
    "encode",
    "parse",
    "read_time",
    "with_member",
    "with_timings",
]
