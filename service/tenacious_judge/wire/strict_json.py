"""JSON as strictly as a gate needs it: one reading of a document, and a pointer to whatever is wrong."""

import json
import math
import re
from collections.abc import Iterable

from ..domain import Json
from ..errors import BadInput
from .pointers import child

MAX_DEPTH = 64
"""Levels of nesting; real briefs have six or seven."""

MAX_NUMBER = 1e15
"""Largest magnitude of a number: above any amount of money or people, below the end of exact floats."""

_LONG = 16  # digits of an integer that may be above MAX_NUMBER
_TOO_LONG = 17  # that must be
_MAX_ECHO = 80
_RISKY_ESCAPE = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")


class _Unfit(Exception):
    """Something in the text that a document may not hold; where it stands is found by reading again."""


def parse(raw: bytes) -> Json:
    """The document, free of duplicate keys, NaN, lone surrogates, null characters, absurd numbers and depths.

    Raises `BadInput` with the pointer of the first such place; "" stands for the document as a whole.
    """
    text = _utf8(raw)
    try:
        document: Json = _DECODER.decode(text)
    except _Unfit:
        raise _unfit(text) from None
    except RecursionError:
        raise BadInput(f"nested deeper than {MAX_DEPTH} levels", pointer="") from None
    except json.JSONDecodeError as error:
        raise BadInput(_malformed(text, error), pointer="") from None
    # Escapes and brackets in the text tell whether there is anything left to look for, without walking it.
    texts = b"\\u" in raw and _RISKY_ESCAPE.search(raw) is not None
    if texts or raw.count(b"{") + raw.count(b"[") > MAX_DEPTH:
        check(document, texts=texts)
    return document


def check(document: Json, *, texts: bool = True) -> None:
    """Raise `BadInput` for what `parse` refuses in a document that was parsed elsewhere.

    `texts` says whether strings are looked at too. One loop, and no pointers until one is needed.
    """
    if not _is_clean(document, texts):
        _explain(document)


def _is_clean(document: Json, texts: bool) -> bool:
    if _bad_leaf(document, texts):
        return False
    stack: list[tuple[Json, int]] = [(document, 0)]
    while stack:
        value, depth = stack.pop()
        if isinstance(value, dict):
            items: Iterable[Json] = value.values()
            if texts and any(map(_bad_text, value)):
                return False
        elif isinstance(value, list):
            items = value
        else:
            continue
        if depth >= MAX_DEPTH:
            return False
        for item in items:
            kind = type(item)
            if kind is dict or kind is list:
                stack.append((item, depth + 1))
            elif (kind is not str or texts) and _bad_leaf(item, texts):
                return False
    return True


def _bad_leaf(value: Json, texts: bool) -> bool:
    kind = type(value)
    if kind is int or kind is float:
        return not -MAX_NUMBER <= value <= MAX_NUMBER  # type: ignore[operator]  # also true of NaN
    return texts and kind is str and _bad_text(value)  # type: ignore[arg-type]


def _bad_text(text: str) -> bool:
    return "\x00" in text or any("\ud800" <= char <= "\udfff" for char in text)


def _explain(document: Json) -> None:
    """Find the place again, this time with its pointer, and raise."""
    stack: list[tuple[Json, str, int]] = [(document, "", 0)]
    while stack:
        value, pointer, depth = stack.pop()
        if isinstance(value, dict | list) and depth >= MAX_DEPTH:
            raise BadInput(f"nested deeper than {MAX_DEPTH} levels", pointer=pointer)
        if isinstance(value, dict):
            bad = next((key for key in value if _bad_text(key)), None)
            if bad is not None:
                raise BadInput("a key holds a null character or a lone surrogate", pointer=pointer)
            stack.extend((item, child(pointer, key), depth + 1) for key, item in reversed(value.items()))
        elif isinstance(value, list):
            stack.extend((value[i], child(pointer, i), depth + 1) for i in range(len(value) - 1, -1, -1))
        elif _bad_leaf(value, texts=True):
            raise BadInput(_leaf_detail(value), pointer=pointer)
    raise BadInput("this document cannot be read", pointer="")


def _leaf_detail(value: Json) -> str:
    if isinstance(value, str):
        return "text with a null character" if "\x00" in value else "text with a lone surrogate"
    if isinstance(value, float) and math.isnan(value):
        return "NaN is no JSON number"
    return "a number out of range"


def _utf8(raw: bytes) -> str:
    if not raw.strip():
        raise BadInput("the body is empty; JSON was expected", pointer="")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(f"not UTF-8 at byte {error.start}", pointer="") from None


def _malformed(text: str, error: json.JSONDecodeError) -> str:
    at = len(text[: error.pos].encode("utf-8", "surrogatepass"))
    return f"malformed JSON at byte {at} (line {error.lineno}, column {error.colno})"


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Unfit
    return found


def _integer(digits: str) -> int:
    if len(digits) < _LONG:
        return int(digits)
    if len(digits) > _TOO_LONG or not -MAX_NUMBER <= int(digits) <= MAX_NUMBER:
        raise _Unfit
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if not -MAX_NUMBER <= value <= MAX_NUMBER:
        raise _Unfit
    return value


def _constant(name: str) -> float:
    raise _Unfit


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_float, parse_constant=_constant
)


class _Twice:
    """Marks an object with a duplicate key while its place is looked for."""

    def __init__(self, key: str) -> None:
        self.key = key


def _unfit(text: str) -> BadInput:
    """Read again, with marks instead of errors, to say what is wrong and where."""

    def mark(pairs: list[tuple[str, Json]]) -> object:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        names = [key for key, _ in pairs]
        return _Twice(next(key for key in found if names.count(key) > 1))

    def integer(digits: str) -> int | float:
        return int(digits) if len(digits) <= _TOO_LONG else math.inf

    try:
        document: object = json.JSONDecoder(object_pairs_hook=mark, parse_int=integer).decode(text)
    except json.JSONDecodeError as error:
        return BadInput(_malformed(text, error), pointer="")
    except RecursionError:
        return BadInput(f"nested deeper than {MAX_DEPTH} levels", pointer="")
    stack: list[tuple[object, str]] = [(document, "")]
    while stack:
        value, pointer = stack.pop()
        if isinstance(value, _Twice):
            name = value.key[:_MAX_ECHO]
            return BadInput(f"the key {name!r} stands twice", pointer=child(pointer, value.key))
        if isinstance(value, int | float) and _bad_leaf(value, texts=False):
            return BadInput(_leaf_detail(value), pointer=pointer)
        if isinstance(value, dict):
            stack.extend((item, child(pointer, key)) for key, item in reversed(value.items()))
        elif isinstance(value, list):
            stack.extend((item, child(pointer, i)) for i, item in reversed(list(enumerate(value))))
    return BadInput("this document cannot be read", pointer="")
