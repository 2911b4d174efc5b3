"""A sentence as words, with its numbers as one token each."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..layout import Sentence
from ..numbers import Number, NumberKind

_TOKEN = re.compile(r"\.?[a-z0-9à-ÿ][a-z0-9à-ÿ+#]*(?:[.'][a-z0-9à-ÿ+#]+)*|[,;:()&/–!?.\"%]")


class Token(NamedTuple):
    """`flat[start:end]`; `number` where it is one."""

    text: str
    start: int
    end: int
    number: Number | None = None


def tokens_of(flat: str, sentence: Sentence, numbers: Sequence[Number]) -> list[Token]:
    """Words, marks and numbers of a sentence, in order; `numbers` are those of the sentence."""
    out: list[Token] = []
    at = sentence.start
    for number in numbers:
        out.extend(_plain(flat, at, number.start))
        out.append(Token(flat[number.start : number.end], number.start, number.end, number))
        at = max(at, number.end)
    out.extend(_plain(flat, at, sentence.end))
    return out


def _plain(flat: str, start: int, end: int) -> Iterator[Token]:
    at = start
    for piece in flat[start:end].split(" "):
        stop = at + len(piece)
        # Most pieces are one word; a mark beside it, or a letter that is no letter here, asks for more.
        if piece.isalnum() and piece.isascii():
            yield Token(piece, at, stop)
        elif piece:
            for match in _TOKEN.finditer(flat, at, stop):
                yield Token(match.group(), *match.span())
        at = stop + 1


def people_count(number: Number) -> int | None:
    """The number of people a number may stand for, or None: it is money, a date, a share..."""
    if number.kind is NumberKind.MULTIPLE and not number.word:
        return int(number.value) if number.value == int(number.value) else None
    if number.kind not in (NumberKind.COUNT, NumberKind.RATIO, NumberKind.LABEL, NumberKind.MINUTES):
        return None
    if number.value != int(number.value) or not 0 < number.value < 10_000:
        return None
    # A range promises up to its end; "several" and "10+" at least their beginning.
    return int(number.high if number.value == number.high else number.low)
