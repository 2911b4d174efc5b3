"""How much of a thread is read: the newest turns, and no more than a moment allows.

What lies beyond is never passed over: `Case.unread_turns` counts it, and the mail is held.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..domain import Turn
from .text import MAX_READ

MOST_TURNS = 400
MOST_LETTERS = 200_000


def within_reach(thread: Sequence[Turn]) -> tuple[tuple[Turn, ...], int]:
    """The turns that are read, oldest first, and how many are not, or not to their end.

    A turn too long for one reading (a mail with all that it answers to below it) becomes several.
    """
    kept: list[Turn] = []
    letters = 0
    for place, turn in enumerate(reversed(thread)):
        letters += len(turn.content)
        pieces = tuple(_pieces(turn))
        if letters > MOST_LETTERS or len(kept) + len(pieces) > MOST_TURNS:
            return tuple(reversed(kept)), len(thread) - place
        kept.extend(reversed(pieces))
    return tuple(reversed(kept)), 0


def _pieces(turn: Turn) -> Iterator[Turn]:
    """The turn in parts that are read whole, cut between lines, sentences or words where there are any."""
    rest = turn.content
    while len(rest) > MAX_READ:
        ends = (rest.rfind(mark, MAX_READ // 2, MAX_READ) + 1 for mark in ("\n", ". ", " "))
        cut = next(filter(None, ends), MAX_READ)
        yield replace(turn, content=rest[:cut])
        rest = rest[cut:]
    yield turn if rest is turn.content else replace(turn, content=rest)
