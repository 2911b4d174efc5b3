"""Numbers written as a sum or otherwise than in Arabic digits: "3 + 3", "2 x 3", "three pairs of", "VI"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..numbers import Number, NumberKind
from .tokens import Token

_TEAMS = "squads|teams|pods|crews|groups|lots|sets|batches|waves|cells|units"
_BETWEEN = re.compile(
    rf"(?:[a-z-]+|\d+)\s*(?P<op>\+|×|\*|x|/|\^|plus|times|(?P<of>(?:[a-z]+ )?(?:{_TEAMS}) of))?\s*"
)
_SETS = {"pairs": 2, "duos": 2, "trios": 3, "quartets": 4, "quintets": 5, "handfuls": 5}
_ROMANS = ("ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_ROMAN = {word: i for i, word in enumerate(_ROMANS, start=2)}
_NAMED = frozenset(
    ("phase", "series", "part", "wave", "stage", "tier", "level", "type", "chapter", "war", "version")
)
_KINDS = (NumberKind.COUNT, NumberKind.MULTIPLE, NumberKind.LABEL)
_ALWAYS = (24, 7)


def worked_out(tokens: list[Token], flat: str, clean: str) -> list[Token]:
    """The tokens with each such number as one."""
    out: list[Token] = []
    done = 0
    for i in [i for i, t in enumerate(tokens) if t.number is not None or t.text in _ROMAN]:
        if i < done:
            continue
        out += tokens[done:i]
        if tokens[i].number is None:
            merged, size = [_roman(tokens[i], out[-1].text if out else "", clean)], 1
        else:
            merged, size = _joined(tokens, i, flat)
        out += merged
        done = i + size
    return out + tokens[done:]


def _joined(tokens: Sequence[Token], i: int, flat: str) -> tuple[list[Token], int]:
    first = tokens[i]
    number = first.number
    if number is None or number.kind not in _KINDS:
        return [first], 1
    following = tokens[i + 1].text if i + 1 < len(tokens) else ""
    if following[:1] == "x" and following[1:].isdecimal() and len(following) < 5:
        by = float(following[1:])
        return [_token(flat, first.start, tokens[i + 1].end, number, number.value * by or by)], 2
    times = _SETS.get(tokens[i + 1].text) if i + 2 < len(tokens) else None
    if times is not None and tokens[i + 2].text == "of" and not _of_hands(tokens, i + 3):
        return [_token(flat, first.start, tokens[i + 2].end, number, number.value * times)], 3
    for k in range(i + 1, min(i + 6, len(tokens))):
        value = _value(tokens[k])
        if value is not None:
            break
    else:
        return [first], 1
    between = _BETWEEN.fullmatch(flat, first.start, tokens[k].start)
    result = _result(number, value, between, flat) if between is not None else None
    if between is None or result is None:
        return [first], 1
    middle = list(tokens[i + 1 : k - 2]) if between["of"] else []
    return [_token(flat, first.start, tokens[k].end, number, result), *middle], k - i + 1


def _result(number: Number, value: float, between: re.Match[str], flat: str) -> float | None:
    a, b, op = number.value, value, between["op"] or ""
    if not op:
        mark = flat[number.end - 1]
        op = mark if mark in "+x" and flat[number.start].isdigit() else ""
        if not op:
            return a * b if number.word and number.kind is NumberKind.MULTIPLE else None
    if op in ("+", "plus"):
        return a + b
    if op == "/":
        return None if (a, b) == _ALWAYS else max(a, b)
    if op == "^":
        return min(a**b, 9_999) if b < 20 else None
    return a * b if a else b


def _of_hands(tokens: Sequence[Token], j: int) -> bool:
    return j < len(tokens) and tokens[j].text in ("hands", "eyes")


def _value(token: Token) -> float | None:
    if token.number is not None:
        return token.number.value if token.number.kind in _KINDS else None
    return float(token.text) if token.text.isdecimal() and len(token.text) < 5 else None


def _token(flat: str, start: int, end: int, number: Number, value: float) -> Token:
    made = replace(number, start=start, end=end, kind=NumberKind.COUNT, value=value, low=value, high=value)
    return Token(flat[start:end], start, end, made)


def _roman(token: Token, before: str, clean: str) -> Token:
    value = _ROMAN[token.text]
    if not clean[token.start : token.end].isupper() or before in _NAMED:
        return token
    # A label: it counts the people named after it, and stands for none alone.
    number = Number(token.start, token.end, NumberKind.LABEL, value, value, value)
    return token._replace(number=number)
