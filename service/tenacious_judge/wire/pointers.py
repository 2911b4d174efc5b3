"""JSON Pointers (RFC 6901), and msgspec's error paths turned into them."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import inspect

from ..errors import BadInput

_PATH = re.compile(r" - at `(?:key in )?\$(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.(?P<name>\w+)|\[(?P<index>\d+)\]")
_UNKNOWN = re.compile(r"^Object contains unknown field `(?P<name>.*)`$", re.DOTALL)
_MISSING = re.compile(r"^Object missing required field `(?P<name>\w+)`$")
_NO_SUCH_WORD = re.compile(r"^Invalid enum value (?P<got>.*)$", re.DOTALL)
_EXPECTED = re.compile(r"^Expected `(?P<wanted>[^`]*)`, got `(?P<got>[^`]*)`$")
_WORDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
}
_MAX_NAME = 80


def child(pointer: str, step: str | int) -> str:
    """The pointer of a member or element of what `pointer` names."""
    return f"{pointer}/{step}" if isinstance(step, int) else f"{pointer}/{escape(step)}"


def escape(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def bad_input(error: msgspec.ValidationError, wanted: Any) -> BadInput:
    """The complaint in our words, with the field's pointer and, where only some words are allowed, these.

    `wanted` is the type of the whole document.
    """
    text = str(error)
    at = _PATH.search(text)
    steps: list[str | int] = []
    if at:
        text = text[: at.start()]
        steps = [int(s["index"]) if s["index"] else s["name"] for s in _STEP.finditer(at["path"])]
    pointer = ""
    for step in steps:
        pointer = child(pointer, step)
    if unknown := _UNKNOWN.match(text):
        name = unknown["name"]
        return BadInput(f"unknown field {name[:_MAX_NAME]!r}", pointer=child(pointer, name))
    if missing := _MISSING.match(text):
        return BadInput(f"the field {missing['name']!r} is missing", pointer=child(pointer, missing["name"]))
    words = _words_at(inspect.type_info(wanted), steps)
    if strange := _NO_SUCH_WORD.match(text):
        return BadInput(f"expected {words}, got {strange['got'][:_MAX_NAME]}", pointer=pointer)
    if expected := _EXPECTED.match(text):
        kinds = words or " or ".join(_say(name) for name in expected["wanted"].split(" | "))
        return BadInput(f"expected {kinds}, got {_say(expected['got'])}", pointer=pointer)
    return BadInput(text, pointer=pointer)


def _words_at(type_: inspect.Type, steps: list[str | int]) -> str:
    """ "one of cold, warm" where a type that is reached by these steps allows certain words only, else ""."""
    found = [type_]
    for step in steps:
        found = [inner for outer in found for inner in _inside(outer, step)]
    enums = [
        option.cls for outer in found for option in _options(outer) if isinstance(option, inspect.EnumType)
    ]
    return f"one of {', '.join(str(word.value) for word in enums[0])}" if enums else ""


def _inside(type_: inspect.Type, step: str | int) -> Iterator[inspect.Type]:
    for option in _options(type_):
        if isinstance(option, inspect.StructType) and isinstance(step, str):
            yield from (field.type for field in option.fields if field.encode_name == step)
        elif isinstance(option, inspect.ListType) and isinstance(step, int):
            yield option.item_type


def _options(type_: inspect.Type) -> Iterator[inspect.Type]:
    if isinstance(type_, inspect.UnionType):
        for option in type_.types:
            yield from _options(option)
    elif isinstance(type_, inspect.Metadata):
        yield from _options(type_.type)
    else:
        yield type_


def _say(name: str) -> str:
    return _WORDS.get(name, name)
