"""The visible text of an HTML body, each character with the place it came from; and what is sent unseen.

A browser's parser builds the tree; this module says what of it a reader of mail sees.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from justhtml import Comment, Element, JustHTML, Node, Template, Text

from .html_source import Piece, locate
from .html_style import Look, Sheet, broken, declarations, inline, look, read_sheet
from .wordlist import words_of

MAX_HTML = 102_400
"""Characters of the longest HTML that is read. Mail programs cut off what is longer."""

MAX_DEPTH = 200
"""Levels of the deepest nesting that is read."""

_PARAGRAPHS = words_of("p blockquote table ul ol dl h1 h2 h3 h4 h5 h6 pre hr figure form")
_BLOCKS = _PARAGRAPHS | words_of(
    "div li tr section article header footer td th tbody thead tfoot caption address aside center dd details "
    "dialog dir dt fieldset figcaption hgroup legend main menu nav optgroup option summary body html select "
    "textarea button object video audio noscript marquee xmp plaintext listing search"
)
_RAW = frozenset(["xmp", "plaintext", "iframe", "noembed", "noframes", "style", "script"])
_UNSEEN = frozenset(["iframe", "noembed", "noframes", "template", "datalist", "rp", "metadata"])
_LABELS = frozenset(["desc", "title"])
_LABEL_ATTRIBUTES = (
    "alt",
    "title",
    "aria-label",
    "placeholder",
    "summary",
    "label",
    "value",
    "aria-description",
)
_NOTE_ATTRIBUTES = ("content", "aria-describedby", "aria-roledescription", "name", "class", "id")
_CONDITION = re.compile(r"\[if\b[^\]]*\]>(.*?)(?:<!\[endif\]|\Z)", re.DOTALL | re.IGNORECASE)
_DATA_SCRIPT = re.compile(r"application/(?:ld\+)?json")
_SPELLED = re.compile(r"(?:(?<!\S)[^\W\d_][ \t]*\n\s*){6,}")
_LETTERS = re.compile(r"[^\W\d_]{2}|\d")


class Kind(StrEnum):
    """How text is unseen. HIDDEN: by its style or its element. LABEL: seen on hover, or with images off.
    OUTLOOK: by all programs but one. NOTE: by every reader, as comments are."""

    HIDDEN = "hidden"
    LABEL = "label"
    OUTLOOK = "outlook"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Unseen:
    """Text of `html[start:end]` that is sent and not shown as text."""

    kind: Kind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Visible:
    """`shown[i]` came from `html[starts[i]:ends[i]]`. `unsettled` are places, with the reason, of which it
    cannot be told what a reader sees; `whole` is False for HTML too long to be read."""

    shown: str
    starts: list[int]
    ends: list[int]
    unseen: tuple[Unseen, ...] = ()
    unsettled: tuple[tuple[int, int, str], ...] = ()
    whole: bool = True

    @property
    def hidden(self) -> tuple[tuple[int, int], ...]:
        """Places of text that its style or element hides."""
        return tuple((u.start, u.end) for u in self.unseen if u.kind is Kind.HIDDEN)


def visible_text(html: str) -> Visible:
    """What a reader sees of an HTML body. Never raises: broken markup is read as browsers read it."""
    if len(html) > MAX_HTML:
        return Visible("", [], [], whole=False)
    reader = _Reader(html)
    reader.read()
    shown = "".join(reader.chars)
    if spelled := _SPELLED.search(shown):
        first, last = spelled.start(), spelled.end() - 1
        reader.doubt(reader.starts[first], reader.ends[last], "its letters stand apart one by one")
    return Visible(shown, reader.starts, reader.ends, tuple(reader.unseen), tuple(reader.unsettled))


@dataclass(frozen=True, slots=True)
class _Place:
    """What a node inherits. `where` is the last place of the source that is known."""

    look: Look = field(default_factory=Look)
    kind: Kind | None = None
    pre: bool = False
    parent: str = ""
    foreign: bool = False
    depth: int = 0


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.chars: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.unseen: list[Unseen] = []
        self.unsettled: list[tuple[int, int, str]] = []
        self._shift = int(source.startswith("\ufeff"))
        self._at = 0
        self._sheet = Sheet()

    def doubt(self, start: int, end: int, why: str) -> None:
        self.unsettled.append((min(start, end), max(start, end), why))

    def read(self) -> None:
        root = JustHTML(self.source, sanitize=False, track_node_locations=True, scripting_enabled=False).root
        self._sheet = read_sheet("\n".join(_css(root)))
        if self._sheet.odd:
            at = max(0, self.source.lower().find("<style"))
            self.doubt(at, min(at + 200, len(self.source)), self._sheet.odd)
        # (node, what it inherits) to open, (name, None) to close.
        stack: list[tuple[Node | Text | str, _Place | None]] = [(root, _Place())]
        while stack:
            node, place = stack.pop()
            if place is None:
                self._break(str(node))
            elif isinstance(node, Text):
                self._text(node, place)
            elif isinstance(node, Comment):
                self._comment(node)
            elif isinstance(node, Node):
                inner = self._open(node, place, stack) if isinstance(node, Element) else place
                if inner is None:
                    continue
                content = node.template_content if isinstance(node, Template) else None
                children = [*(node.children or ()), *((content.children or ()) if content else ())]
                stack.extend((child, inner) for child in reversed(children))

    def _open(
        self, node: Element, outer: _Place, stack: list[tuple[Node | Text | str, _Place | None]]
    ) -> _Place | None:
        name = node.name.lower()
        start = self._origin(node)
        self._at = max(start, 0)
        attributes: dict[str, str | None] = {k.lower(): v for k, v in (node.attrs or {}).items()}
        own = declarations(attributes.get("style") or "")
        seen = look(name, attributes, own, outer.look)
        if self._sheet.hides(name, attributes) and own.get("display", "none") == "none":
            seen = seen._replace(hidden=True)
        kind = _kind(name, node, attributes, outer)
        self._labels(attributes, start, hidden=name == "input" and attributes.get("type") == "hidden")
        if outer.depth == MAX_DEPTH:
            self.doubt(start, start + 1, "it is nested deeper than is read")
        if name == "br":
            self._break(name)
        elif broken(own) or (name in _BLOCKS and not inline(own)):
            self._break(name)
            stack.append((name, None))
        pre = outer.pre or name in ("pre", "xmp", "plaintext", "textarea", "listing")
        pre = pre or own.get("white-space", "").startswith(("pre", "break-spaces"))
        if name in ("style", "script") and kind is not Kind.HIDDEN:
            self._note(node, start)
            return None
        foreign = node.namespace not in (None, "html")
        return _Place(seen, kind, pre, name, foreign, outer.depth + 1)

    def _origin(self, node: Node | Text) -> int:
        at = node.origin_offset
        return self._at if at is None else min(at + self._shift, max(0, len(self.source) - 1))

    def _labels(self, attributes: dict[str, str | None], start: int, *, hidden: bool) -> None:
        for names, kind in (
            (_LABEL_ATTRIBUTES, Kind.LABEL),
            (_NOTE_ATTRIBUTES, Kind.NOTE),
            (("srcdoc",), Kind.HIDDEN),
        ):
            for name in names:
                value = attributes.get(name) or ""
                if len(value) > 3:
                    at = self.source.find(value, start)
                    found = 0 <= at - start < 4000
                    begin, end = (at, at + len(value)) if found else (start, start + 1)
                    self.unseen.append(Unseen(Kind.NOTE if hidden else kind, value, begin, end))

    def _note(self, node: Node, start: int) -> None:
        text = "".join(c.data or "" for c in node.children or () if isinstance(c, Text))
        if text.strip():
            self.unseen.append(Unseen(Kind.NOTE, text, start, min(start + len(text) + 40, len(self.source))))

    def _comment(self, node: Comment) -> None:
        start = self._origin(node)
        self._at = start
        self._remark(str(node.data or ""), start)

    def _remark(self, data: str, start: int) -> None:
        end = min(start + len(data) + 7, len(self.source))
        found = _CONDITION.match(data.lstrip())
        if found is None or not found[1].strip():
            self.unseen.append(Unseen(Kind.NOTE, data, start, end))
            return
        inner = _Reader(found[1])
        inner.read()
        self.unseen.append(Unseen(Kind.OUTLOOK, "".join(inner.chars), start, end))
        texts = [u.text for u in inner.unseen if u.kind is not Kind.LABEL]
        self.unseen += [Unseen(Kind.NOTE, text, start, end) for text in texts]

    def _text(self, node: Text, place: _Place) -> None:
        start = self._at = self._origin(node)
        data = node.data or ""
        raw = place.parent in _RAW or place.parent in ("textarea", "title")
        references = place.parent not in _RAW
        pieces, unshown = locate(
            self.source, start, data, markup=not raw and not place.foreign, references=references
        )
        for piece in unshown:
            self._remark(piece.text[2:-1], piece.start)
            self.unseen.append(Unseen(Kind.HIDDEN, _bare(piece.text), piece.start, piece.end))
        if not pieces:
            return
        self._at = max(0, pieces[-1].end - 1)
        kind = Kind.HIDDEN if place.look.unseen and place.kind is None else place.kind
        if kind is not None:
            text = "".join(p.text for p in pieces)
            if text.strip():
                self.unseen.append(Unseen(kind, text, pieces[0].start, pieces[-1].end))
            return
        if place.look.odd and _LETTERS.search(data):
            self.doubt(pieces[0].start, pieces[-1].end, place.look.odd)
        for piece in pieces:
            self._take(piece, pre=place.pre)

    def _take(self, piece: Piece, *, pre: bool) -> None:
        one = len(piece.text) == piece.end - piece.start
        for i, char in enumerate(piece.text):
            self.chars.append(" " if char in "\r\n\t" and not pre else char)
            self.starts.append(piece.start + i if one else piece.start)
            self.ends.append(piece.start + i + 1 if one else piece.end)

    def _break(self, name: str) -> None:
        at = min(self._at, max(0, len(self.source) - 1))
        tail = "".join(self.chars[-2:])
        have = len(tail) - len(tail.rstrip("\n"))
        wanted = 2 if name in _PARAGRAPHS else 1
        for _ in range(1 if name == "br" else max(0, wanted - have)):
            self.chars.append("\n")
            self.starts.append(at)
            self.ends.append(min(at + 1, len(self.source)))


def _css(root: Node) -> Iterator[str]:
    stack: list[Node | Text] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Text):
            continue
        children = node.children or ()
        if node.name == "style":
            yield "".join(c.data or "" for c in children if isinstance(c, Text))
        stack.extend(reversed(children))


def _kind(name: str, node: Element, attributes: dict[str, str | None], outer: _Place) -> Kind | None:
    """How the text inside an element is unseen, or None where it is seen."""
    if outer.kind is Kind.HIDDEN:
        return Kind.HIDDEN
    if name == "script":
        return Kind.NOTE if _DATA_SCRIPT.match((attributes.get("type") or "").lower()) else Kind.HIDDEN
    if name in _UNSEEN or (name == "audio" or name == "video"):
        return Kind.HIDDEN if name in _UNSEEN else outer.kind
    if name == "title" and node.namespace in (None, "html"):
        return Kind.NOTE
    return Kind.LABEL if name in _LABELS else outer.kind


def _bare(markup: str) -> str:
    """The words of a declaration or instruction that no reader is shown, without those that are markup."""
    text = markup.strip("<>!?/[] ").removeprefix("CDATA[")
    return (
        "" if re.match(r"(?:xml\b|\[?if\b|endif|doctype\b|ENTITY\b)|[\w:-]*\Z", text, re.IGNORECASE) else text
    )
