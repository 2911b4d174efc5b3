"""Threads of any length: read as far as a moment allows, and held where that is not to their beginning."""

import datetime as dt
import time
from collections.abc import Sequence
from typing import Any

import pytest
from tenacious_judge.domain import Finding, Role, Severity, Turn
from tenacious_judge.reading.case import read_case
from tenacious_judge.reading.extent import MOST_LETTERS, MOST_TURNS, within_reach
from tenacious_judge.reading.text import MAX_READ
from tenacious_judge.wire import decode

from tests.support.judged import POLICY, RUBRIC, SIGNATURE

STOP = {"role": "prospect", "content": "Please take me off your list and stop writing to me."}
PITCH = (
    "Hi Ines,\n\nTwo of our Go engineers could start in June. Would Tuesday 12 May at 10:00 suit?" + SIGNATURE
)
MOMENT_S = 1.5


def judged(thread: Sequence[Any], body: str = PITCH) -> tuple[Finding, ...]:
    context = {"prior_thread": list(thread), "bench_summary": {"stacks": {"go": {"available_engineers": 3}}}}
    request: Any = {"draft": {"body": body, "kind": "reply"}, "context": context, "as_of": "2026-05-06"}
    return RUBRIC.judge(read_case(decode(request, now=dt.datetime.now(dt.UTC)), POLICY))


def stops(thread: Sequence[Any]) -> list[Finding]:
    return [f for f in judged(thread) if f.rule == "TON-301"]


def chat(count: int) -> list[dict[str, str]]:
    """Turns that promise and ask, each with words of its own."""
    return [
        {"role": "agent", "content": f"We could place {i % 7 + 2} Go engineers from June, ticket {i}."}
        if i % 2
        else {
            "role": "prospect",
            "content": f"Thanks for note {i}; how many could start by {i % 28 + 1} June?",
        }
        for i in range(count)
    ]


@pytest.mark.parametrize("content", ["No.", "Thanks, tell me more about your rates next week.", None])
def test_ten_thousand_turns_cost_a_moment(content: str | None) -> None:
    thread = chat(10_000) if content is None else [{"role": "prospect", "content": content}] * 10_000
    judged(thread[:10])
    began = time.thread_time()
    held = stops(thread)
    assert time.thread_time() - began < MOMENT_S
    assert held[0].severity is Severity.HOLD
    assert f"{10_000 - MOST_TURNS} turns" in held[0].message


def test_as_many_turns_as_are_read_cost_a_moment_too() -> None:
    long = [{**turn, "content": f"{turn['content']} " * 8} for turn in chat(MOST_TURNS)]
    judged(long[:10])
    began = time.thread_time()
    judged(long)
    assert time.thread_time() - began < MOMENT_S


def test_a_request_to_stop_stands_however_many_turns_follow_it() -> None:
    later = [{"role": "prospect", "content": f"Note {i} has come."} for i in range(MOST_TURNS - 1)]
    assert not stops(later)
    (held,) = stops([STOP, *later])
    assert "take me off your" in held.message


def test_what_is_beyond_reach_is_held() -> None:
    (held,) = stops([STOP, *chat(MOST_TURNS)])
    assert "oldest 1 turns of the thread are not read" in held.message


def test_a_request_to_stop_at_the_end_of_a_long_turn_is_heard() -> None:
    trail = "Some words that answer to nothing at all. " * (MAX_READ // 10)
    (held,) = stops([{"role": "prospect", "content": trail + STOP["content"]}])
    assert "take me off your" in held.message


def test_a_number_that_our_side_gave_long_ago_may_not_change_in_silence() -> None:
    ours = {"role": "agent", "content": "We can place three Go engineers from 1 June."}
    small_talk = [{"role": "prospect", "content": "Let me ask around and come back to you."}] * 300
    body = "Hi Ines,\n\nAs discussed, two Go engineers start on 1 June." + SIGNATURE
    assert "BEN-014" in {f.rule for f in judged([ours, *small_talk], body)}


@pytest.mark.parametrize("mark", ["\n", ". ", " ", ""])
def test_a_long_turn_is_read_in_parts_that_make_it_up(mark: str) -> None:
    turn = Turn(Role.PROSPECT, ("word" + mark) * 8_000, "/context/prior_thread/0")
    kept, left = within_reach([turn])
    assert left == 0
    assert "".join(part.content for part in kept) == turn.content
    assert all(len(part.content) <= MAX_READ and part.pointer == turn.pointer for part in kept)


def test_more_letters_than_are_read_leave_the_oldest_turns_out() -> None:
    thread = [Turn(Role.PROSPECT, "a" * 1_000, f"/{i}") for i in range(MOST_LETTERS // 1_000 + 3)]
    kept, left = within_reach(thread)
    assert left == 3
    assert kept == tuple(thread[3:])
