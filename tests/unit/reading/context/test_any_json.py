"""Whatever JSON a context holds reads, or is refused with a pointer to the bad value; nothing else."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tenacious_judge.domain import Json, RawContext
from tenacious_judge.errors import BadInput
from tenacious_judge.reading.context import (
    read_bench,
    read_gap,
    read_gap_brief,
    read_hiring,
    read_segment,
    read_thread,
)
from tenacious_judge.reading.context import vocabulary as v

from tests.unit.reading.context.support import POLICY, TODAY, resolve

_TABLES: list[Mapping[Any, str]] = [v.TOPICS, v.ANYWHERE, v.OUTSIDE, *v.INSIDE.values()]
_WORDS = sorted(
    {word for table in _TABLES for words in table.values() for word in words.split()}
    | v.CONFIDENCE
    | v.CONFIDENCE_MAP
    | v.DATES
    | v.GAP
    | v.VALUE
    | {"stacks", "python", "go", "available_engineers", "seniority_mix", "reserved", "locked_until", "note"}
    | {
        "gap_findings",
        "peer_evidence",
        "practice",
        "peers",
        "role",
        "content",
        "sent_at",
        "a/b",
        "c~d",
        "",
        "_x",
    }
)
_TEXTS = [
    "",
    "high",
    "banana",
    "6",
    "six",
    "half a dozen",
    "Series B",
    "$18M",
    "€12m",
    "18%",
    "0.18",
    "2026-03-17",
    "March 2026",
    "not-a-date",
    "none",
    "no layoffs",
    "New CTO Ana Ruiz joined in April 2026",
    "2/3",
    "segment_4",
    "abstain",
    "Go, Kafka",
    "2 locked until 2026-06-01",
    "Two of five peers (Alder, Brisk) publish suites; confidence high",
    "true",
    "rising",
    "1e999",
    "three months ago",
    "2026-02-30",
    "9" * 40,
    "Prospect: can you do six?\nAgent: three.",
    "\x00\ud800 confidence 1.7",
    "-5",
    "(high)",
    "confidence 99999999999999999999",
    "q1 2026",
    "through June",
]
_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from([0, 1, -1, 2, 3, 7, 18, 180, 2026, 0.18, 0.5, 1.7, 2.5, 1e15, 1e300, -0.0, 10**30]),
    st.integers(),
    st.floats(),
    st.sampled_from(_TEXTS),
    st.text(max_size=30),
)
_JSON: st.SearchStrategy[Any] = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(_WORDS), st.text(max_size=8)), inner, max_size=6),
    ),
    max_leaves=24,
)
_MANY = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _pointers(found: object) -> Iterator[str]:
    """Every pointer in what was read."""
    if isinstance(found, (tuple, list)):
        for item in found:
            yield from _pointers(item)
    elif isinstance(found, dict):
        yield from _pointers(list(found.values()))
    else:
        for name in getattr(type(found), "__slots__", ()):
            value = getattr(found, name)
            if "pointer" in name:
                yield from [value] if value else []
            elif not isinstance(value, (str, int, float, dt.date)):
                yield from _pointers(value)


def _read(read: Callable[[Json], object], json: Json) -> tuple[object, BadInput | None]:
    """What was read, or the refusal."""
    try:
        return read(json), None
    except BadInput as refusal:
        return (), refusal


def _check(read: Callable[[Json], object], json: Json, root: str) -> None:
    found, refusal = _read(read, json)
    pointers = list(_pointers(found)) if refusal is None else [refusal.pointer or "no pointer"]
    for pointer in pointers:
        resolve(json, pointer, root)


_READERS: dict[str, Callable[[Json], object]] = {
    "/context/hiring_signal_brief": lambda json: read_hiring(json, POLICY, TODAY),
    "/context/bench_summary": lambda json: read_bench(json, "/context/bench_summary", POLICY, TODAY),
    "/context/competitor_gap_brief": lambda json: read_gap_brief(json, POLICY, TODAY),
    "/context/prior_thread": lambda json: read_thread(json, "/context/prior_thread"),
    "/context/icp_segment": lambda json: read_segment(json, (), POLICY, TODAY),
}


@pytest.mark.parametrize("root", _READERS)
@given(json=_JSON)
@_MANY
def test_any_json_reads_or_is_refused_with_a_pointer_that_resolves(root: str, json: Any) -> None:
    _check(_READERS[root], json, root)


@pytest.mark.parametrize("root", _READERS)
@given(data=st.data())
@_MANY
def test_any_value_under_any_known_key(root: str, data: st.DataObject) -> None:
    """Known keys, two deep, with hostile values: where most of the code is."""
    inner = st.one_of(_SCALARS, st.lists(_SCALARS, max_size=3))
    nested = st.one_of(inner, st.dictionaries(st.sampled_from(_WORDS), inner, max_size=5))
    json = data.draw(st.dictionaries(st.sampled_from(_WORDS), nested, min_size=1, max_size=6))
    _check(_READERS[root], json, root)


@given(text=st.one_of(st.text(max_size=400), st.lists(st.sampled_from(_TEXTS), max_size=8).map(" ".join)))
@_MANY
def test_any_text_reads_everywhere(text: str) -> None:
    for root, read in _READERS.items():
        _check(read, text, root)


@given(as_of=st.dates(), text=st.sampled_from([*_TEXTS, "closed 90 days ago", "last quarter"]))
@_MANY
def test_any_clock_does(as_of: dt.date, text: str) -> None:
    read_hiring({"funding": text, "date": "2026-05-01"}, POLICY, as_of)
    read_bench({"go": {"available_engineers": 3, "note": text}}, "/b", POLICY, as_of)
    read_gap(RawContext(competitor_gap_brief=text), POLICY, as_of)
    read_segment("segment_1", read_hiring(text, POLICY, as_of)[0], POLICY, as_of)


@pytest.mark.parametrize("root", _READERS)
@pytest.mark.parametrize("shape", ["list", "object", "both"])
def test_deep_nesting_never_overflows_the_stack(root: str, shape: str) -> None:
    for keys in (
        ["a"],
        ["funding"],
        ["tech_stack"],
        ["details"],
        ["competitor_gap"],
        ["messages"],
        ["stacks"],
        ["gap_findings"],
    ):
        json: Any = {"open_roles": 3}
        for level in range(5000):
            listed = shape == "list" or (shape == "both" and level % 2)
            json = [json] if listed else {keys[0]: json}
        _, refusal = _read(_READERS[root], json)
        assert refusal is None or (refusal.pointer or "").startswith(root)


def test_the_same_brief_reads_the_same_whatever_was_read_before() -> None:
    brief: Json = {"hiring_velocity": {"open_roles_today": 3, "signal_confidence": 0.38}, "odd_key": "x"}
    first = read_hiring(brief, POLICY, TODAY)
    for word in _WORDS:
        _read(_READERS["/context/hiring_signal_brief"], {word: {word: "high"}, "odd_key": {"funding": word}})
    assert read_hiring(brief, POLICY, TODAY) == first


@pytest.mark.parametrize(
    "root", ["/context/hiring_signal_brief", "/context/bench_summary", "/context/competitor_gap_brief"]
)
@pytest.mark.parametrize(
    "json",
    [
        {f"key_{i}": i for i in range(20_000)},
        {"titles": ["x"] * 20_000},
        {"stacks": {f"s{i}": 1 for i in range(20_000)}},
        {"confidence_by_signal": {f"k{i}": 0.5 for i in range(20_000)}},
        {"peers": ["Alder"] * 20_000},
    ],
)
def test_more_than_any_real_brief_holds_is_refused_soon(root: str, json: Any) -> None:
    with pytest.raises(BadInput, match="more than"):
        _READERS[root](json)
