"""A pattern taken apart: its alternatives, each a row of elements with their quantifiers."""

import re
from functools import lru_cache

_ATOM = re.compile(r"\\x[0-9a-f]{2}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?:|\(|.", re.DOTALL)
_COUNT = re.compile(r"[?*+]\??|\{(\d+)(,?)(\d*)\}\??")

_LOOK = re.compile(r"\(\?<?[=!]")
_NAMED = re.compile(r"\(\?P<\w+>")

Atom = tuple[str, str]
"""One element of a pattern and its quantifier ("" for none)."""


def alternatives(source: str) -> list[list[Atom]]:
    """The top-level alternatives of a pattern, each as its atoms."""
    out: list[list[Atom]] = [[]]
    at = 0
    while at < len(source):
        atom = _ATOM.match(source, at)
        assert atom is not None
        text = atom.group()
        at = atom.end()
        if text in ("(", "(?:"):
            close = _closing(source, at)
            text = text + source[at : close + 1]
            at = close + 1
        elif text == "|":
            out.append([])
            continue
        count = _COUNT.match(source, at)
        if count is not None:
            at = count.end()
        out[-1].append((text, count.group() if count is not None else ""))
    return out


def _closing(source: str, at: int) -> int:
    depth = 1
    while at < len(source):
        atom = _ATOM.match(source, at)
        assert atom is not None
        text = atom.group()
        depth += text in ("(", "(?:")
        depth -= text == ")"
        if not depth:
            return at
        at = atom.end()
    return len(source) - 1


def without_looks(source: str) -> str:
    """The source without what only looks ahead or behind, and without names of groups: it matches wherever
    `source` does, and elsewhere too."""
    out: list[str] = []
    at = 0
    while at < len(source):
        if look := _LOOK.match(source, at):
            at = _closing(source, look.end()) + 1
        elif named := _NAMED.match(source, at):
            out.append("(?:")
            at = named.end()
        else:
            atom = _ATOM.match(source, at)
            assert atom is not None
            out.append(atom.group())
            at = atom.end()
    return "".join(out)


@lru_cache(maxsize=512)  # a group is asked for several times, one after the other
def ways(group: str) -> list[list[Atom]]:
    """The alternatives of a group with its brackets."""
    return alternatives(group[3:-1] if group.startswith("(?:") else group[1:-1])


def reach(count: str) -> int:
    """The most repetitions a quantifier allows; 1 for none."""
    if not count or count[0] == "?":
        return 1
    if count[0] in "*+":
        return 1000
    found = _COUNT.match(count)
    assert found is not None
    return int(found[3]) if found[3] else 1000 if found[2] else int(found[1])


def optional(count: str) -> bool:
    return count[:1] in ("?", "*") or count.startswith(("{0", "{,"))
