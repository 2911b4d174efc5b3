"""Read a policy file. A wrong one is refused with file, line and key: no service starts on a guess."""

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from ..domain import Json, Policy
from ..errors import BadInput, Misconfigured
from .ranges import complaints

_ADAPTER = TypeAdapter(Policy)
_UNKNOWN_KEY = "unexpected_keyword_argument"
_Key = str | int
_Path = tuple[_Key, ...]


def load(path: Path) -> Policy:
    """The policy in `path`, with its digest. Raises `Misconfigured` naming file, line and key."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path}: cannot be read ({type(error).__name__})") from None
    return loads(text, str(path))


def loads(text: str, name: str = "policy") -> Policy:
    """The policy in a YAML text, which may be JSON as `GET /policy` shows it; `name` stands for the file in
    errors."""
    source = _Source(name)
    data = source.read(text)
    try:
        return _checked(data)
    except _Wrong as wrong:
        raise source.error(wrong.complaint) from None


def from_json(content: Mapping[str, Json]) -> Policy:
    """The policy in a JSON object, as `GET /policy` shows it. Raises `BadInput` with the pointer of what is
    wrong."""
    try:
        return _checked(content)
    except _Wrong as wrong:
        path, message = wrong.complaint
        raise BadInput(message, pointer="".join(f"/{_escaped(step)}" for step in path)) from None


def to_json(policy: Policy) -> bytes:
    """The policy as JSON that `from_json` reads, without its digest."""
    return json.dumps(_plain(policy), ensure_ascii=False, separators=(",", ":")).encode()


class _Wrong(Exception):
    def __init__(self, complaint: tuple[_Path, str]) -> None:
        super().__init__(complaint[1])
        self.complaint = complaint


def _checked(content: Mapping[str, Any]) -> Policy:
    """A `digest` is what `GET /policy` showed before somebody changed the rest: never taken over."""
    if not isinstance(content.get("digest", ""), str):
        raise _Wrong((("digest",), "expected text (it is computed anew, never taken over)"))
    text = json.dumps({key: value for key, value in content.items() if key != "digest"}, default=str)
    try:
        # JSON is pydantic's strict mode that still takes lists for tuples and words for enums.
        policy = _ADAPTER.validate_json(text, strict=True)
    except ValidationError as error:
        raise _Wrong(_first(error)) from None
    for complaint in complaints(policy):
        raise _Wrong(complaint)
    return dataclasses.replace(policy, digest=digest(policy))


def _escaped(step: _Key) -> str:
    return str(step).replace("~", "~0").replace("/", "~1")


def digest(policy: Policy) -> str:
    """ "sha256:..." of the canonical form: comments, order and defaults spelled out make no difference."""
    canonical = json.dumps(_plain(policy), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"


def _plain(policy: Policy) -> dict[str, Any]:
    values: dict[str, Any] = _ADAPTER.dump_python(policy, mode="json")
    values.pop("digest")
    return values


def _first(error: ValidationError) -> tuple[_Path, str]:
    errors = error.errors(include_url=False, include_input=False)
    # A misspelt key is both unknown and missing; the unknown one is where to look.
    first = next((e for e in errors if e["type"] == _UNKNOWN_KEY), errors[0])
    path = tuple(step for step in first["loc"] if step != "[key]")
    words = {_UNKNOWN_KEY: "unknown key", "missing": "is missing"}
    return path, words.get(first["type"], first["msg"])


class _Source:
    """A YAML text and the line of each of its keys."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._lines: dict[_Path, int] = {}

    def read(self, text: str) -> Any:
        try:
            root = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise Misconfigured(f"{self.name}:{line}: not YAML: {error.problem}") from None
        except yaml.YAMLError as error:
            raise Misconfigured(f"{self.name}: not YAML: {error}") from None
        if not isinstance(root, yaml.MappingNode):
            raise Misconfigured(f"{self.name}:1: expected keys and values")
        return self._value(root, ())

    def error(self, complaint: tuple[_Path, str]) -> Misconfigured:
        path, message = complaint
        known = next((path[:n] for n in range(len(path), 0, -1) if path[:n] in self._lines), ())
        key = ".".join(map(str, path)) or "the file"
        return Misconfigured(f"{self.name}:{self._lines.get(known, 1)}: {key}: {message}")

    def _value(self, node: yaml.Node, path: _Path) -> Any:
        self._lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*path, i)) for i, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: _Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
            here = (*path, key)
            if key in found:
                self._lines[here] = key_node.start_mark.line + 1
                raise self.error((here, "stands twice"))
            self._lines[here] = key_node.start_mark.line + 1
            found[key] = self._value(value_node, here)
        return found

    def _scalar(self, node: yaml.Node) -> Any:
        loader = yaml.SafeLoader("")
        try:
            return loader.construct_object(node, deep=True)
        except (yaml.YAMLError, ValueError):
            raise Misconfigured(f"{self.name}:{node.start_mark.line + 1}: not a plain value") from None
        finally:
            loader.dispose()
