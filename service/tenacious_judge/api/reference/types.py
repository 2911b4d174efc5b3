"""JSON schemas as a reader of documentation wants them: one line of HTML each."""

import json
from html import escape
from typing import Any

Schema = dict[str, Any]

_NAMES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
    "object": "object",
    "array": "list",
}


def type_of(schema: Schema) -> str:
    """What a value may be, as HTML: `list of <a>ViolationOut</a>`, `text or null`, "send" or "hold"."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f'<a href="#{anchor(name)}">{escape(name)}</a>'
    if "enum" in schema:
        return " or ".join(_value(value) for value in schema["enum"])
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return " or ".join(dict.fromkeys(type_of(option) for option in schema[key]))
    if schema.get("type") == "array":
        return f"list of {type_of(schema['items'])}" if schema.get("items") else "list"
    kind: str | list[str] = schema.get("type", "any value")
    kinds = [kind] if isinstance(kind, str) else kind
    return " or ".join(escape(_NAMES.get(name, name)) for name in kinds)


def limits_of(schema: Schema) -> str:
    """What else holds of it: a range, a length, a form, a default; "" where nothing does."""
    said = [
        _range(schema, "minimum", "maximum", ""),
        _range(schema, "minItems", "maxItems", " items"),
        _range(schema, "minLength", "maxLength", " characters"),
    ]
    if "pattern" in schema:
        said.append(f"form {_value(schema['pattern'])}")
    if "format" in schema:
        said.append(escape(schema["format"]))
    if schema.get("default") is not None and not isinstance(schema["default"], dict | list):
        said.append(f"default {_value(schema['default'])}")
    said += [f"such as {_value(example)}" for example in schema.get("examples", ())[:1]]
    return ", ".join(filter(None, said))


def anchor(name: str) -> str:
    return f"type-{escape(name)}"


def _range(schema: Schema, low: str, high: str, unit: str) -> str:
    least, most = schema.get(low), schema.get(high)
    if least is None and most is None:
        return ""
    if least == most:
        return f"{least}{unit}"
    if most is None:
        return f"at least {least}{unit}"
    return f"at most {most}{unit}" if least is None else f"{least} to {most}{unit}"


def _value(value: object) -> str:
    return f"<code>{escape(json.dumps(value, ensure_ascii=False))}</code>"
