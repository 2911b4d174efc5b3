"""A bench that must be one: for `PUT /bench`, where a body without any capacity is an error."""

import datetime as dt

from ..domain import Bench, Json, Policy
from ..errors import BadInput
from .context import read_bench as read_any_bench


def read_bench(json: Json, pointer: str, policy: Policy, as_of: dt.date) -> Bench:
    """The bench of `json` at `as_of`. BadInput for a wrong value and where it names no capacity."""
    bench, _ = read_any_bench(json, pointer, policy, as_of)
    if bench is None:
        raise BadInput("a bench must name the engineers available", pointer=pointer)
    return bench
