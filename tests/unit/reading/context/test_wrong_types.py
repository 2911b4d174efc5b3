"""A value of the wrong JSON type is refused by its field, never passed over."""

import datetime as dt
import json
from typing import Any

import pytest
from tenacious_judge.errors import BadInput
from tenacious_judge.reading.case import Case, read_case
from tenacious_judge.wire import decode

from tests.support.judged import POLICY


def read(context: dict[str, Any]) -> Case:
    raw = {"draft": {"body": "Hi"}, "context": context, "as_of": "2026-05-06T09:00:00Z"}
    return read_case(decode(json.dumps(raw).encode(), now=dt.datetime.now(dt.UTC)), POLICY)


def go(count: Any) -> dict[str, Any]:
    return {"bench_summary": {"as_of": "2026-05-04", "stacks": {"go": {"available_engineers": count}}}}


def funding(**more: Any) -> dict[str, Any]:
    return {
        "hiring_signal_brief": {"buying_window_signals": {"funding_event": {"stage": "Series A", **more}}}
    }


@pytest.mark.parametrize(
    ("context", "pointer"),
    [
        (go([1]), "/context/bench_summary/stacks/go/available_engineers"),
        (go({"a": 1}), "/context/bench_summary/stacks/go/available_engineers"),
        (go({}), "/context/bench_summary/stacks/go/available_engineers"),
        (funding(detected=[]), "/context/hiring_signal_brief/buying_window_signals/funding_event/detected"),
        (funding(detected={}), "/context/hiring_signal_brief/buying_window_signals/funding_event/detected"),
        (
            funding(detected=True, closed_at={}),
            "/context/hiring_signal_brief/buying_window_signals/funding_event/closed_at",
        ),
        (
            {"hiring_signal_brief": {"hiring_velocity": {"velocity_label": 5}}},
            "/context/hiring_signal_brief/hiring_velocity/velocity_label",
        ),
        ({"prior_thread": [{"role": "agent", "content": []}]}, "/context/prior_thread/0/content"),
        (
            {"prior_thread": [{"role": "agent", "content": "hi", "sent_at": -1}]},
            "/context/prior_thread/0/sent_at",
        ),
    ],
)
def test_a_wrong_type_names_its_field(context: dict[str, Any], pointer: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(context)
    assert refused.value.pointer == pointer


def test_counts_by_level_are_a_count() -> None:
    bench = read(go({"senior": 1, "mid": 2})).bench
    assert bench is not None
    assert bench.stacks["go"].available == 3


def test_a_bench_dated_after_the_mail_is_named() -> None:
    context = go(3)
    context["bench_summary"]["as_of"] = "2029-05-04"
    assert [w.pointer for w in read(context).warnings if "after the day" in w.message] == [
        "/context/bench_summary"
    ]


@pytest.mark.parametrize(
    ("made", "warns"), [("2026-04-29", False), ("2026-04-28", True), ("2026-03-01", True)]
)
def test_a_brief_older_than_a_week_is_named(made: str, warns: bool) -> None:
    context = {"hiring_signal_brief": {"generated_at": made, "open_roles": 3}}
    found = [w for w in read(context).warnings if "days old" in w.message]
    assert bool(found) == warns
