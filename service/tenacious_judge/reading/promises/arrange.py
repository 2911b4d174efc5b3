"""Heads beside each other: a stack they share, and the start that belongs to each."""

from collections.abc import Sequence
from dataclasses import replace

from ..layout import Sentence
from . import marks as m
from .heads import Head
from .phrase import HeadKind
from .segments import Segment
from .starts import Start
from .statement import Said, Statement
from .unowned import BESIDES


def places_in(heads: Sequence[Head], part: Segment) -> list[tuple[int, int]]:
    return [(h.start, h.end) for h in heads if part.start <= h.start < part.end]


def shared(flat: str, heads: list[Head]) -> list[Head]:
    """ "Two senior and two mid-level Go engineers": the first number counts the stack of the second."""
    for i in range(len(heads) - 2, -1, -1):
        head, following = heads[i], heads[i + 1]
        between = flat[head.end : following.start].strip()
        if (
            head.seniority
            and not head.stacks
            and following.stacks
            and between in ("and", ",", "plus", "&", "or")
        ):
            heads[i] = replace(head, stacks=following.stacks, kind=HeadKind.PEOPLE)
    return heads


def start_of(head: Head, following: int, starts: Sequence[Start]) -> Start | None:
    """The head's own start: the first after it and before the next head of its part, else one
    the part shares."""
    own = next((s for s in starts if head.end <= s.start < following), None)
    return own or next((s for s in reversed(starts) if s.start < head.start or s.start >= following), None)


def besides(head: Head, said: Said, trail: str, before: Sequence[Statement]) -> bool:
    """ "Two Go engineers on the API. Two on the workers.": other people, for other work."""
    if not (said.default and head.kind is HeadKind.BARE and before and before[-1].firm):
        return False
    last = before[-1]
    return BESIDES.match(trail) is not None and BESIDES.match(last.passage.flat, last.end) is not None


def out_of(head: Head, sentence: Sentence, lead: str, before: Sequence[Statement]) -> bool:
    """ "We have five available, so two is no difficulty": two of the five."""
    last = before[-1] if before else None
    if (
        last is None
        or head.kind is not HeadKind.BARE
        or not last.said.pool
        or sentence.index - last.sentence > 1
    ):
        return False
    return (head.count or 0) <= (last.count or 0) and m.SO.search(lead) is not None


def either(head: Head, sentence: Sentence, part: int, before: Sequence[Statement]) -> bool:
    """A number alone after two stacks: it cannot be told which of them it counts."""
    same = {s.stacks for s in before if s.sentence == sentence.index and s.part != part and s.stacks}
    return head.kind is HeadKind.BARE and len(same) > 1
