"""Where the characters of parsed text stand in the source: the way back that a parser does not keep."""

import re
from html import unescape
from html.entities import html5
from typing import NamedTuple

_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]{0,31};?)")
_TAG = re.compile(r"</?[a-zA-Z][^>]*(?:>|\Z)")
_PLAIN = re.compile(r"[^&<\r\x00]+")
_MARKUP = re.compile(r"</?[a-zA-Z]|<[!?/]")
_COMMENT_END = re.compile(r"--!?>|\Z")


class Piece(NamedTuple):
    """`text` came from `source[start:end]`; characters one by one where both are of one length."""

    text: str
    start: int
    end: int


def locate(
    source: str, at: int, data: str, *, markup: bool, references: bool
) -> tuple[list[Piece], list[Piece]]:
    """The pieces that make up `data`, read from `source[at:]`, and the markup that stands among them unshown.

    `markup`: tags and comments may stand between; `references`: "&amp;" is one character. Where the two part
    company the rest is one piece at the place where they did.
    """
    pieces: list[Piece] = []
    unshown: list[Piece] = []
    done, size = 0, len(data)
    if source[at : at + 1] == "\n" != data[:1]:
        at += 1  # the line feed after <pre> is not text
    while done < size and at < len(source):
        if markup and source[at] == "<" and _MARKUP.match(source, at):
            at, done = _past(source, at, data, done, unshown)
        else:
            text, end = _next(source, at, size - done, references)
            if not data.startswith(text, done):
                break
            pieces += [Piece(text, at, end)] if text else []
            done, at = done + len(text), end
    if done < size:
        here = min(at, max(0, len(source) - 1))
        pieces.append(Piece(data[done:], here, min(here + 1, len(source))))
    return pieces, unshown


def _next(source: str, at: int, most: int, references: bool) -> tuple[str, int]:
    """The text that a stretch of the source stands for, and where the stretch ends."""
    if plain := _PLAIN.match(source, at, at + most):
        return plain.group(), plain.end()
    if source[at] == "\r":
        return "\n", at + 1 + (source[at + 1 : at + 2] == "\n")
    if source[at] == "\x00":
        return "", at + 1
    return _reference(source, at) if references and source[at] == "&" else (source[at], at + 1)


def _past(source: str, at: int, data: str, done: int, unshown: list[Piece]) -> tuple[int, int]:
    """Behind a tag or comment, in the source and, where the parser gave it as text, in the data."""
    tag = _TAG.match(source, at)
    if tag is not None:
        end = tag.end()
    elif source.startswith("<!--", at):
        closed = _COMMENT_END.search(source, at + 2)
        end = closed.end() if closed else len(source)
    else:
        stop = source.find(">", at)
        end = len(source) if stop < 0 else stop + 1
    raw = source[at:end]
    text = _decoded(raw) if data[done] == "<" else ""
    given = text != "" and data.startswith(text, done)
    if given or (tag is None and not raw.startswith("<!--")):
        unshown.append(Piece(raw, at, end))
    return end, done + len(text) if given else done


def _decoded(raw: str) -> str:
    parts: list[str] = []
    at = 0
    while at < len(raw):
        text, at = _next(raw, at, len(raw) - at, True)
        parts.append(text)
    return "".join(parts)


def _reference(source: str, at: int) -> tuple[str, int]:
    found = _REFERENCE.match(source, at)
    if found is None:
        return "&", at + 1
    if found.group()[1] == "#":
        return _number(found.group()), found.end()
    name = found.group()[1:]
    for size in range(len(name), 1, -1):
        if name[:size] in html5:
            return html5[name[:size]], at + 1 + size
    return "&", at + 1


def _number(reference: str) -> str:
    digits = reference.rstrip(";").lstrip("&#")
    base, digits = (16, digits[1:]) if digits[:1] in "xX" else (10, digits)
    digits = digits.lstrip("0")
    if len(digits) > 7:
        return "\ufffd"
    return unescape(f"&#{int(digits or '0', base)};") or chr(int(digits or "0", base))
