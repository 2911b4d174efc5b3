"""What the tests of the context reader share: the default policy, a clock, pointers that must resolve."""

import datetime as dt
from typing import Any

from tenacious_judge.datafiles import policy_path
from tenacious_judge.domain import Fact, FactKind, Json
from tenacious_judge.policy import load
from tenacious_judge.reading.context import read_hiring

POLICY = load(policy_path())
TODAY = dt.date(2026, 5, 6)


def resolve(json: Json, pointer: str, root: str) -> Any:
    """The value at `pointer`, a JSON Pointer that begins with `root`; raises where there is none."""
    assert pointer == root or pointer.startswith(root + "/"), pointer
    value: Any = json
    for part in pointer[len(root) :].split("/")[1:]:
        part = part.replace("~1", "/").replace("~0", "~")
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


def facts(brief: Any, kind: FactKind | None = None) -> list[Fact]:
    """The facts of a brief, of one kind or all."""
    return [f for f in read_hiring(brief, POLICY, TODAY)[0] if kind is None or f.kind is kind]


def values(brief: Any, kind: FactKind) -> list[object]:
    return [f.value for f in facts(brief, kind)]
