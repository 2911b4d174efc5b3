"""Threads as lists, single messages and texts: who said what, oldest first."""

from typing import Any

import pytest
from tenacious_judge.domain import Role
from tenacious_judge.errors import BadInput
from tenacious_judge.reading.context import read_thread

ROOT = "/context/prior_thread"
A, P, B = Role.AGENT, Role.PROSPECT, Role.BACKGROUND


def said(json: Any) -> list[tuple[Role, str]]:
    return [(turn.role, turn.content) for turn in read_thread(json, ROOT)[0]]


@pytest.mark.parametrize(
    ("json", "expected"),
    [
        (None, []),
        ([], []),
        ("", []),
        ([{"role": "agent", "content": "a"}, {"role": "prospect", "content": "b"}], [(A, "a"), (P, "b")]),
        ([{"role": "user", "message": "b"}], [(P, "b")]),
        ({"role": "Prospect", "content": "b"}, [(P, "b")]),
        ({"messages": [{"from": "assistant", "text": "a"}]}, [(A, "a")]),
        ([{"role": "zebra", "content": "x"}, {"content": "y"}], [(B, "x"), (B, "y")]),
        ([{"role": "prospect", "content": None}, {"role": "prospect", "content": " "}], []),
        ([{"role": "user", "content": [{"type": "text", "text": "b"}]}], [(P, "b")]),
        (["Prospect: b", "Agent: a"], [(P, "b"), (A, "a")]),
        ("Prospect: can you do six?\nAgent: three.", [(P, "can you do six?"), (A, "three.")]),
        ("[agent] a\n> [prospect]: b", [(B, "[agent] a"), (P, "b")]),
        ("agent: Could we speak on Friday? prospect: Why?", [(A, "Could we speak on Friday?"), (P, "Why?")]),
        ("Prospect (7 April 2026, on a poor line from Musanze): To repeat", [(P, "To repeat")]),
        ("Can you staff six?", [(P, "Can you staff six?")]),
        (
            "The prospect asked for six. We offered three.",
            [(P, "The prospect asked for six."), (A, "We offered three.")],
        ),
        ("Note: call me. Re: budget", [(P, "Note: call me. Re: budget")]),
    ],
)
def test_shapes(json: Any, expected: list[tuple[Role, str]]) -> None:
    assert said(json) == expected


def test_turns_are_put_in_order_where_all_are_dated() -> None:
    json = [
        {"role": "agent", "content": "late", "sent_at": "2026-05-02T09:00:00Z"},
        {"role": "prospect", "content": "early", "date": "2026-05-01"},
    ]
    turns, _ = read_thread(json, ROOT)
    assert [t.content for t in turns] == ["early", "late"]
    assert [t.pointer for t in turns] == [f"{ROOT}/1/content", f"{ROOT}/0/content"]
    assert all(t.sent_at is not None and t.sent_at.tzinfo is not None for t in turns)


def test_unknown_roles_are_named() -> None:
    assert [w.pointer for w in read_thread([{"role": "zebra", "content": "x"}], ROOT)[1]] == [
        f"{ROOT}/0/role"
    ]


@pytest.mark.parametrize(
    ("json", "pointer"),
    [
        (5, ""),
        ([5], "/0"),
        ([{"role": 5, "content": "x"}], "/0/role"),
        ([{"role": "agent", "content": 5}], "/0/content"),
        ([{"role": "agent", "content": "x", "sent_at": "soon"}], "/0/sent_at"),
        ([{"role": "agent", "content": "x", "sent_at": True}], "/0/sent_at"),
    ],
)
def test_bad_values_are_refused(json: Any, pointer: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_thread(json, ROOT)
    assert refused.value.pointer == ROOT + pointer


def test_ten_thousand_turns() -> None:
    assert len(said([{"role": "agent", "content": "hello"}] * 10_000)) == 10_000
