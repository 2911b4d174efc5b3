"""What a style does to the text under it: hides it, moves it, breaks the line. Of CSS only what mails use."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n]?|(.))", re.DOTALL)
_SIZE = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+))(px|pt|em|rem|%|ex|ch|vw|vh)?\Z")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+)(%?))?\s*\)")
_HEX = re.compile(r"#([0-9a-f]{3,8})\Z")
_NAMED = {"white": "#ffffff", "black": "#000000", "snow": "#fffafa", "ivory": "#fffff0", "red": "#ff0000"}
_CLIPPED = ("height", "max-height", "width", "max-width")
_MOVED = ("left", "top", "right", "bottom", "text-indent", "margin-left", "margin-top", "margin")
_OUTLOOK_BOXES = frozenset({"a", "table", "tr", "td", "div"})
_NEAR = 30
_PLACED = frozenset({"absolute", "fixed"})

Colour = tuple[int, int, int]


class Look(NamedTuple):
    """How text under an element looks: `colour` and `ground` are None where they cannot be told."""

    hidden: bool = False
    tiny: bool = False
    flat: bool = False
    colour: Colour | str | None = (0, 0, 0)
    ground: Colour | str | None = (255, 255, 255)
    odd: str = ""

    @property
    def unseen(self) -> bool:
        return self.hidden or self.tiny or self.flat or _alike(self.colour, self.ground)


def declarations(style: str) -> dict[str, str]:
    """The properties of a style in lower case, the last of each."""
    if "\\" in style:
        style = _ESCAPE.sub(_unescape, style)
    found: dict[str, str] = {}
    for part in _COMMENT.sub("", style).split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = value.lower().replace("!important", "").strip()
    return found


def _unescape(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else 0
    return chr(code) if 0 < code < 0x110000 else match[2] or ""


def look(name: str, attributes: Mapping[str, str | None], own: dict[str, str], outer: Look) -> Look:
    """The look under an element, from what is around it and its own properties."""
    hidden = outer.hidden or "hidden" in attributes or hides(own)
    hidden = hidden or (own.get("mso-hide") == "all" and name not in _OUTLOOK_BOXES)
    tiny = _tiny(own["font-size"]) if "font-size" in own else outer.tiny
    flat = _zero(own["line-height"]) if "line-height" in own else outer.flat
    ground = outer.ground
    if "background" in attributes:
        ground = None
    elif attributes.get("bgcolor"):
        ground = _colour((attributes["bgcolor"] or "").lower())
    for key in ("background", "background-color"):
        if key in own:
            ground = _ground(own[key], ground)
    if own.get("background-image", "none") != "none":
        ground = None
    colour = outer.colour
    if name == "a":
        colour = None  # a link has a colour of its own
    if attributes.get("color"):
        colour = _colour((attributes["color"] or "").lower())
    if "color" in own and own["color"] != "inherit":
        colour = _colour(own["color"])
    colour = "transparent" if own.get("-webkit-text-fill-color") == "transparent" else colour
    return Look(hidden, tiny, flat, colour, ground, outer.odd or oddity(name, attributes, own))


def hides(own: Mapping[str, str]) -> bool:
    """True where these properties alone keep text from being seen."""
    if own.get("display") == "none" or own.get("visibility") in ("hidden", "collapse"):
        return True
    if _number(own.get("opacity", "1")) < 0.1 or "opacity(0" in own.get("filter", "").replace(" ", ""):
        return True
    if any(_zero(own[key]) for key in _CLIPPED if key in own):
        return True
    if any(re.search(r"(?<![\w.])-\d{3,}", own[key]) for key in _MOVED if key in own):
        return True
    return "rect(0" in own.get("clip", "").replace(" ", "") or own.get("clip-path", "none") != "none"


def shrinks(own: Mapping[str, str]) -> bool:
    return _tiny(own.get("font-size", "12px"))


def oddity(name: str, attributes: Mapping[str, str | None], own: Mapping[str, str]) -> str:
    """Why the order or the shape of the text under an element cannot be told, or ""."""
    if name == "bdo" or "override" in own.get("unicode-bidi", ""):
        return "its direction is turned around"
    if own.get("transform", "none") != "none" or own.get("rotate", "none") != "none":
        return "it is turned or moved"
    if "reverse" in own.get("flex-direction", "") + own.get("flex-flow", "") or "order" in own:
        return "its parts are shown in another order"
    if own.get("position") in _PLACED:
        return "it is placed over other text"
    if (name == "ol" and attributes.get("start") not in (None, "", "1")) or (
        name == "li" and attributes.get("value")
    ):
        return "its list counts from a number of its own"
    struck = name in ("s", "strike", "del") or "line-through" in (
        own.get("text-decoration", "") + own.get("text-decoration-line", "")
    )
    return "it is struck out" if struck else ""


def inline(own: Mapping[str, str]) -> bool:
    """True for a block that a style puts into the line, as letters of a word can be."""
    display = own.get("display", "")
    if display == "inline":
        return True
    if not display.startswith("inline-"):
        return False
    width = _SIZE.match(own.get("width", own.get("max-width", "")))
    return width is None or (width[2] in (None, "px", "pt") and float(width[1]) < 50)


def broken(own: Mapping[str, str]) -> bool:
    return own.get("display", "") in (
        "block",
        "table",
        "flex",
        "grid",
        "list-item",
        "table-row",
        "table-cell",
    )


def _number(value: str) -> float:
    found = _SIZE.match(value)
    return float(found[1]) / (100 if found[2] == "%" else 1) if found else 1.0


def _zero(value: str) -> bool:
    found = _SIZE.match(value)
    return found is not None and float(found[1]) == 0


def _tiny(value: str) -> bool:
    found = _SIZE.match(value)
    if found is None:
        return False
    size = float(found[1])
    return size <= {"%": 10, "em": 0.15, "rem": 0.15, "ex": 0.3, "ch": 0.3}.get(found[2] or "px", 2)


def _ground(value: str, outer: Colour | str | None) -> Colour | str | None:
    if "url(" in value or "gradient" in value:
        return None
    for token in re.split(r"\s+(?![^(]*\))", value):
        if token in ("none", "transparent", "inherit", "initial"):
            return outer
        if token.startswith(("#", "rgb")) or token.isalpha():
            return _colour(token)
    return outer


def _colour(value: str) -> Colour | str:
    value = _NAMED.get(value.strip(), value.strip())
    if re.fullmatch(r"[0-9a-f]{6}", value):
        value = "#" + value
    if found := _HEX.match(value):
        digits = found[1]
        if len(digits) in (4, 8) and int(digits[-1 if len(digits) == 4 else -2 :], 16) < 3:
            return "transparent"
        if len(digits) < 6:
            digits = "".join(2 * d for d in digits)
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    if found := _RGB.match(value):
        alpha = float(found[4]) / (100 if found[5] else 1) if found[4] and found[4] != "." else 1.0
        return "transparent" if alpha < 0.1 else (int(found[1]), int(found[2]), int(found[3]))
    return value


def _alike(colour: Colour | str | None, ground: Colour | str | None) -> bool:
    if colour == "transparent":
        return True
    if isinstance(colour, tuple) and isinstance(ground, tuple):
        return sum(abs(a - b) for a, b in zip(colour, ground, strict=True)) < _NEAR
    return colour is not None and colour == ground


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the style sheets of a mail hide, by tag, class and id; `odd` says why more cannot be told."""

    tags: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    odd: str = ""

    def hides(self, name: str, attributes: Mapping[str, str | None]) -> bool:
        if name in self.tags or (self.ids and (attributes.get("id") or "").lower() in self.ids):
            return True
        return bool(self.classes) and not self.classes.isdisjoint(
            (attributes.get("class") or "").lower().split()
        )


_NARROW = re.compile(r"max-|min-|device|prefers-|orientation|print|-ms-|-webkit-|resolution|hover")
_BRACES = re.compile(r"([{}])")
_PSEUDO = re.compile(r":{1,2}[-\w]+(?:\([^)]*\))?")
_ATTRIBUTE = re.compile(r"\[[^\]]*\]")
_CLIENTS = re.compile(
    r"g-img|data-ogs|x-apple|style\s*[*^~|]?=|yahoo|owa|gmail|outlook|aolmail|u ?\+|moz-text"
)
_SAYS = re.compile(r"[^\W_]|attr\s*\(|counter")


def read_sheet(css: str) -> Sheet:
    """What is hidden under all conditions; a rule for narrow screens or one client hides nothing here."""
    sheet = Sheet()
    preludes: list[str] = []
    pieces = _BRACES.split(_COMMENT.sub(" ", css))
    opened = False
    for text, brace in zip(pieces[::2], pieces[1::2], strict=False):
        if brace == "{":
            preludes.append(text.rpartition(";")[2].strip().lower())
        elif preludes:
            selector = preludes.pop()
            narrow = any(p.startswith("@") and _NARROW.search(p) for p in preludes)
            if opened and not selector.startswith("@"):
                sheet = _add(sheet, selector, declarations(text), narrow)
        opened = brace == "{"
    return sheet


def _add(sheet: Sheet, selector: str, own: dict[str, str], narrow: bool) -> Sheet:
    says = own.get("content", "none")
    if says not in ("none", "normal") and _SAYS.search(says):
        sheet = replace(sheet, odd="a style sheet writes text of its own")
    if narrow:
        return sheet
    if "override" in own.get("unicode-bidi", "") or (own.get("transform", "none") != "none"):
        sheet = replace(sheet, odd="a style sheet turns text around")
    if not (hides(own) or shrinks(own)):
        return sheet
    tags, classes, ids = set(sheet.tags), set(sheet.classes), set(sheet.ids)
    for single in selector.split(","):
        if _CLIENTS.search(single) or ":hover" in single:
            continue
        parts = _ATTRIBUTE.sub("", _PSEUDO.sub("", single)).split()
        last = parts[-1] if parts else ""
        named = re.findall(r"([.#])([-\w]+)", last)
        classes |= {n for mark, n in named if mark == "."}
        ids |= {n for mark, n in named if mark == "#"}
        if not named and len(parts) == 1 and last.isalnum():
            tags.add(last)
        elif not named:
            sheet = replace(sheet, odd="a style sheet hides text in a way that is not read")
    return Sheet(frozenset(tags), frozenset(classes), frozenset(ids), sheet.odd)
