"""JSON Pointers (RFC 6901), and msgspec's error paths turned into them."""

import re

import msgspec

from ..errors import BadInput

_PATH = re.compile(r" - at `(?:key in )?\$(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.(?P<name>\w+)|\[(?P<index>\d+)\]")
_UNKNOWN = re.compile(r"^Object contains unknown field `(?P<name>.*)`$", re.DOTALL)
_MISSING = re.compile(r"^Object missing required field `(?P<name>\w+)`$")
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


def bad_input(error: msgspec.ValidationError, base: str = "") -> BadInput:
    """The same complaint in our words, with the field's pointer; `base` is where the checked value stands."""
    text = str(error)
    pointer = base
    at = _PATH.search(text)
    if at:
        text = text[: at.start()]
        for step in _STEP.finditer(at["path"]):
            pointer = child(pointer, int(step["index"]) if step["index"] else step["name"])
    if unknown := _UNKNOWN.match(text):
        name = unknown["name"]
        return BadInput(f"unknown field {name[:_MAX_NAME]!r}", pointer=child(pointer, name))
    if missing := _MISSING.match(text):
        return BadInput(f"the field {missing['name']!r} is missing", pointer=child(pointer, missing["name"]))
    if expected := _EXPECTED.match(text):
        wanted = " or ".join(_say(name) for name in expected["wanted"].split(" | "))
        return BadInput(f"expected {wanted}, got {_say(expected['got'])}", pointer=pointer)
    return BadInput(text, pointer=pointer)


def _say(name: str) -> str:
    return _WORDS.get(name, name)
