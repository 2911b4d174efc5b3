"""The visible text of an HTML body, each character with the place it came from; and what is hidden in it."""

import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "tr",
        "table",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "section",
        "article",
        "header",
        "footer",
        "hr",
        "pre",
        "td",
    ]
)
_SILENT = frozenset(["script", "style", "head", "title", "template", "noscript", "object", "iframe"])
_VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"]
)
_INVISIBLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*(?:0(?![.\d])|[01](?:\.\d+)?px)|opacity\s*:\s*0(?![.\d]*[1-9])|"
    r"(?:max-)?(?:height|width)\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{3,}|mso-hide\s*:\s*all|clip\s*:\s*rect\(0|"
    r"line-height\s*:\s*0(?![.\d])"
)
_COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;!]+)")
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!]+)")
_WHITE = frozenset(
    {
        "#fff",
        "#ffffff",
        "white",
        "transparent",
        "rgb(255,255,255)",
        "rgba(0,0,0,0)",
        "#fefefe",
        "rgba(255,255,255,0)",
    }
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
MAX_DEPTH = 200


@dataclass(frozen=True, slots=True)
class Visible:
    """`shown[i]` came from `html[starts[i]:ends[i]]`; `hidden` are the places of text that is not shown."""

    shown: str
    starts: list[int]
    ends: list[int]
    hidden: tuple[tuple[int, int], ...]


def visible_text(html: str) -> Visible:
    """What a reader sees of an HTML body. Never raises: broken markup is read as far as it goes."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return Visible("".join(reader.chars), reader.starts, reader.ends, tuple(reader.hidden))


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = html
        self.chars: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.hidden: list[tuple[int, int]] = []
        self._stack: list[tuple[str, bool, bool]] = []
        self._lines = [0]
        for match in re.finditer("\n", html):
            self._lines.append(match.end())

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._break(tag)
        if tag in _VOID:
            return
        values = {k: (v or "").lower() for k, v in attrs}
        outer_silent, outer_hidden = (
            (self._stack[-1][1], self._stack[-1][2]) if self._stack else (False, False)
        )
        silent = outer_silent or tag in _SILENT
        hidden = (
            outer_hidden or "hidden" in values or (values.get("aria-hidden") == "true" and "style" in values)
        )
        hidden = hidden or _hides(values.get("style", ""), values)
        if len(self._stack) < MAX_DEPTH:
            self._stack.append((tag, silent, hidden))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        for i in range(len(self._stack) - 1, -1, -1):
            if self._stack[i][0] == tag:
                del self._stack[i:]
                break
        if tag in _BLOCKS:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        self._take([(c, 1) for c in data])

    def handle_entityref(self, name: str) -> None:
        self._entity()

    def handle_charref(self, name: str) -> None:
        self._entity()

    def handle_comment(self, data: str) -> None:
        if len(data.split()) > 3 and not data.startswith("["):
            start = self._at()
            self.hidden.append((start, start + len(data) + 7))

    def _entity(self) -> None:
        match = _ENTITY.match(self.source, self._at())
        if match is None:
            self._take([("&", 1)])
            return
        text = unescape(match.group())
        self._take([(text[0], len(match.group()))] if text else [])

    def _take(self, pieces: list[tuple[str, int]]) -> None:
        at = self._at()
        if self._stack and (self._stack[-1][1] or self._stack[-1][2]):
            size = sum(n for _, n in pieces)
            if not self._stack[-1][1] and "".join(c for c, _ in pieces).strip():
                self.hidden.append((at, at + size))
            return
        pre = any(tag == "pre" for tag, _, _ in self._stack)
        for char, size in pieces:
            self.chars.append(" " if char in "\r\n\t" and not pre else char)
            self.starts.append(at)
            self.ends.append(at + size)
            at += size

    def _break(self, tag: str) -> None:
        at = min(self._at(), len(self.source) - 1)
        count = 2 if tag in ("p", "blockquote", "table", "ul", "ol", "h1", "h2", "h3") else 1
        tail = "".join(self.chars[-2:])
        have = len(tail) - len(tail.rstrip("\n"))
        for _ in range(max(0, count - have) if tag != "br" else 1):
            self.chars.append("\n")
            self.starts.append(at)
            self.ends.append(at + 1)


def _hides(style: str, attributes: dict[str, str]) -> bool:
    if style and _INVISIBLE.search(style):
        return True
    colour = _COLOUR.search(style)
    text = re.sub(r"\s", "", colour[1] if colour else attributes.get("color", ""))
    if not text:
        return False
    ground = _BACKGROUND.search(style)
    behind = re.sub(r"\s", "", ground[1]) if ground else attributes.get("bgcolor", "#ffffff")
    return text == behind or (text in _WHITE and behind in _WHITE)
