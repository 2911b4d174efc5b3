"""The parts of a mail: greeting, paragraphs, bullets, quoted lines, signature; and its sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 1200
"""Code points of the longest sentence: rules look around inside one, so its length bounds their work."""


class Part(StrEnum):
    """What a stretch of the body is. QUOTED lines begin with ">" and are somebody else's words."""

    GREETING = "greeting"
    TEXT = "text"
    BULLET = "bullet"
    QUOTED = "quoted"
    SIGNATURE = "signature"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text.clean[start:end]`, without the blanks around it. `question`: it ends in a question mark."""

    index: int
    start: int
    end: int
    part: Part
    paragraph: int
    question: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """The closing block; `lines` leave out the closing formula ("Best,"). `links` counts addresses in it."""

    start: int
    end: int
    lines: tuple[str, ...]
    links: int


@dataclass(frozen=True, slots=True)
class Layout:
    sentences: tuple[Sentence, ...]
    signature: Signature | None
    greeting: str
    """The words of the greeting, in lower case, without the comma: "hi elena", "dear dr. vogel", "elena", or
    ""."""


MAX_LINE = 200
"""Characters of the longest line that may belong to a signature or a greeting."""

_LINE = re.compile(r"[^\n]+")
_CLOSING = re.compile(
    r"(?:(?:with )?(?:best|kind|warm|many|very best|kindest|warmest)(?: regards| wishes| thanks)?|regards|warmly|"
    r"sincerely|thanks(?: again| so much)?|thank you|cheers|all the best|respectfully|take care|speak soon|talk soon|"
    r"yours(?: sincerely| truly| faithfully)?|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|(?:viele|freundliche|beste) "
    r"gr(?:ü|ue)(?:ß|ss)e|cordialement|bien (?:à vous|cordialement)|asante(?: sana)?|--|–|-)\s*[,.!]?\s*"
    r"(?:\n|$|(?=[a-z]+(?: [a-z]+)?\s*(?:\n|$)))",
)
_URL = re.compile(
    r"(?:https?://|www\.)\S+|\b[a-z0-9][\w-]*(?:\.[a-z0-9-]+)*\.(?:com|io|ai|dev|net|org|co|example|africa|eu|de|fr|uk|ke|tech|app|consulting|email|test)\b(?:/\S*)?"
)
_TITLE = re.compile(
    r"\b(?:partner|lead|manager|director|head|founder|engineer|consultant|associate|executive|officer|principal|"
    r"analyst|advisor|adviser|vp|cto|ceo|coo|delivery|account|accounts|growth|partnerships|outreach|"
    r"research|sales|development|representative|strategist|architect)\b"
)
_GREETING = re.compile(
    r"(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|habari|jambo|salaam|bonjour|"
    r"guten (?:tag|morgen)|sehr geehrter?|hallo|madame|monsieur|to)\b[^\n,:–!.?]{0,60}(?:\.[^\n,:–!.?]{1,40})?[,:–!]?"
    r"|[a-z][\w'.-]*(?: [a-z][\w'.-]*){0,2}\s*[,:–-])\s*(?=\n|$)"
)
_INLINE_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|bonjour|guten tag|habari)\b[^\n,:–!.?]{0,40}(?:\.[^\n,:–!.?]{1,40})?[,–!:]|"
    r"[a-z][\w'-]*(?: [a-z][\w'-]*)?\s?[,–](?= )"
)
_BULLET = re.compile(r"\s*(?:[-*•]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_ATTRIBUTION = re.compile(r"\s*on\b.{4,80}\bwrote:\s*$")
_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s|\x1f|$)|\n(?=[^\S\n]*\n)|$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|mr|mrs|ms|dr|prof|st|vs|approx|inc|ltd|co|corp|no|nos|fig|est|etc|al|jr|sr|dept|"
    r"jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|u\.s|u\.k|a\.m|p\.m|ca|cf|resp|incl|avg|min|max)|\b[a-z])\.$"
)


def read_layout(clean: str, flat: str) -> Layout:
    """Parts and sentences of a body; `clean` and `flat` as `Text` has them."""
    signature = _find_signature(clean, flat)
    stop = signature.start if signature else len(clean)
    greeting, begin = _find_greeting(clean, flat, stop)
    sentences: list[Sentence] = []
    if begin:
        sentences.append(_sentence(0, 0, begin, Part.GREETING, 0, clean))
    _read_sentences(clean, flat, begin, stop, sentences)
    if signature:
        sentences.append(
            Sentence(len(sentences), signature.start, signature.end, Part.SIGNATURE, _next(sentences), False)
        )
    if not greeting:
        inline = _INLINE_GREETING.match(flat, begin)
        greeting = inline.group().rstrip(" ,–!:") if inline else ""
    return Layout(tuple(sentences), signature, greeting)


def _next(sentences: list[Sentence]) -> int:
    return sentences[-1].paragraph + 1 if sentences else 0


def _sentence(index: int, start: int, end: int, part: Part, paragraph: int, clean: str) -> Sentence:
    piece = clean[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    tail = clean[start:end].rstrip("\"')] ")
    return Sentence(index, start, max(start, end), part, paragraph, tail.endswith("?"))


def _find_greeting(clean: str, flat: str, stop: int) -> tuple[str, int]:
    line = _LINE.search(clean)
    if not line or line.end() > stop or line.end() - line.start() > MAX_LINE:
        return "", 0
    found = _GREETING.fullmatch(flat[line.start() : line.end()].strip("\x1f "))
    if not found:
        return "", 0
    return found.group().strip(" ,:–!-"), line.end()


def _read_sentences(clean: str, flat: str, begin: int, stop: int, out: list[Sentence]) -> None:
    """Paragraphs are blocks between empty lines; a bullet or quoted line is a block of its own."""
    paragraph = _next(out)
    for part, start, end in _blocks(clean, flat, begin, stop):
        at = start
        for mark in _END.finditer(clean, start, end):
            cut = mark.end()
            if cut < end and _goes_on(clean, flat, at, mark.start(), cut):
                continue
            for first, last in _bounded(clean, at, cut):
                if clean[first:last].strip():
                    out.append(_sentence(len(out), first, last, part, paragraph, clean))
            at = cut
        paragraph += 1


def _bounded(clean: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch in pieces of at most LONGEST code points, cut at blanks: what runs on is no sentence."""
    while end - start > LONGEST:
        cut = clean.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _goes_on(clean: str, flat: str, at: int, mark: int, cut: int) -> bool:
    """True when the full stop ends no sentence: an abbreviation, an initial, or a lower-case word follows."""
    if flat[mark] not in ".…":
        return False
    following = clean[cut : cut + 3].lstrip(" \n\"'(")
    if following[:1].islower() and "\n" not in clean[cut : cut + 2]:
        return True
    return _ABBREVIATION.search(flat, max(at, mark - 12), mark + 1) is not None and following[:1].isalnum()


def _blocks(clean: str, flat: str, begin: int, stop: int) -> list[tuple[Part, int, int]]:
    blocks: list[tuple[Part, int, int]] = []
    opened: int | None = None
    last = begin
    for line in _LINE.finditer(clean, begin, stop):
        start, end = line.span()
        low = flat[start:end]
        part = Part.TEXT
        if low.lstrip(" \x1f").startswith(">") or _ATTRIBUTION.match(low):
            part = Part.QUOTED
        elif _BULLET.match(low):
            part = Part.BULLET
        gap = clean.count("\n", last, start) > 1
        if (
            part is Part.TEXT
            and not gap
            and blocks
            and blocks[-1][0] is Part.BULLET
            and opened is None
            and clean[start] == " "
        ):
            blocks[-1] = (Part.BULLET, blocks[-1][1], end)
        elif part is Part.TEXT:
            if opened is not None and not gap:
                blocks[-1] = (Part.TEXT, opened, end)
            else:
                opened = start
                blocks.append((Part.TEXT, start, end))
        else:
            opened = None
            blocks.append((part, start, end))
        last = end
    return blocks


def _find_signature(clean: str, flat: str) -> Signature | None:
    lines = [m.span() for m in _LINE.finditer(clean) if clean[m.start() : m.end()].strip()]
    for back in range(1, min(len(lines), 9) + 1):
        start = lines[-back][0]
        closing = _CLOSING.match(clean[start:].lower().lstrip())
        if closing and back <= 8 and (back > 1 or closing.group().strip(" ,-–")):
            following = [clean[a:b].strip() for a, b in lines[len(lines) - back :]]
            if all(len(text) <= MAX_LINE and len(text.split()) <= 14 for text in following):
                own = following[1:] if len(following) > 1 else following
                return _signature(clean, flat, start, own)
    first = len(lines)
    strong = False
    while first:
        a, b = lines[first - 1]
        weight = _signature_weight(clean[a:b].strip(), flat[a:b])
        if not weight:
            break
        strong = strong or weight == 2
        first -= 1
    if not strong and not (first == len(lines) - 1 and first and _lone_name(clean, lines[-1], lines[-2])):
        return None
    if first >= len(lines) or (first == 0 and len(lines) > 1 and not strong):
        return None
    return _signature(clean, flat, lines[first][0], [clean[a:b].strip() for a, b in lines[first:]])


def _signature(clean: str, flat: str, start: int, lines: list[str]) -> Signature:
    links = len(_URL.findall(flat, start))
    return Signature(start, len(clean), tuple(lines), links)


def _signature_weight(text: str, low: str) -> int:
    """0: not a signature line; 1: could be one (a short name); 2: surely one (a title, a link, a company)."""
    words = text.split() if len(text) <= MAX_LINE else []
    if not words or len(words) > 16 or text[-1] in "?!:;":
        return 0
    separators = sum(text.count(mark) for mark in "/|•–·") + text.count(", ")
    if "http" in low or "www." in low:
        separators += 1
    link = _URL.search(low) is not None
    titled = _TITLE.search(low) is not None
    capital = sum(w[0].isupper() or not w[0].isalpha() for w in words) >= len(words) - 2
    if text[-1] == "." and not link and not re.search(r"(?:inc|ltd|co)\.$", low):
        return 0
    if separators and (link or titled) and (capital or len(words) <= 10):
        return 2
    if len(words) <= 2 and link:
        return 2
    if len(words) <= 6 and capital and (titled or "tenacious" in low):
        return 2
    return 1 if len(words) <= 3 and capital else 0


def _lone_name(clean: str, last: tuple[int, int], before: tuple[int, int]) -> bool:
    text = clean[last[0] : last[1]].strip(" –-")
    return (
        len(text.split()) <= 2
        and text[:1].isupper()
        and text.replace(" ", "").isalpha()
        and clean[before[1] - 1] in ".?!"
    )
