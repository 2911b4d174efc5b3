"""The parts of a mail: greeting, paragraphs, bullets, quoted lines, signature; and its sentences."""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum

from ..records import record
from .signature import MAX_LINE, Signature, find_signature
from .wordlist import words_of

LONGEST = 1200
"""Code points of the longest sentence: rules look around inside one, so its length bounds their work."""


class Part(StrEnum):
    """What a stretch of the body is. QUOTED lines begin with ">" and repeat what was said before."""

    GREETING = "greeting"
    TEXT = "text"
    BULLET = "bullet"
    QUOTED = "quoted"
    SIGNATURE = "signature"
    SUBJECT = "subject"


@record(frozen=True, slots=True)
class Sentence:
    """`text.clean[start:end]`, without the blanks around it. `question`: it ends in a question mark."""

    index: int
    start: int
    end: int
    part: Part
    paragraph: int
    question: bool


Block = tuple[Part, int, int]


@record(frozen=True, slots=True)
class Layout:
    sentences: tuple[Sentence, ...]
    signature: Signature | None
    greeting: str
    """The words of the greeting, in lower case, without the comma: "hi elena", "dear dr. vogel", "elena", or
    ""."""


_LINE = re.compile(r"[^\n]+")
_GREETING = re.compile(
    r"(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|habari|jambo|salaam|bonjour|"
    r"guten (?:tag|morgen)|sehr geehrter?|hallo|madame|monsieur|to)\b[^\n,:–!.?]{0,60}(?:\.[^\n,:–!.?]{1,40})?[,:–!]?"
    r"|[a-z][\w'.-]*(?: [a-z][\w'.-]*){0,2}\s*[,:–-])\s*(?=\n|$)"
)
_CALLS = tuple(",:–-")
_SALUTES = (
    "hi", "hello", "hey", "dear", "good", "greetings", "habari", "jambo", "salaam", "bonjour", "guten", "sehr",
    "hallo", "madame", "monsieur", "to",
)  # fmt: skip
_INLINE_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|bonjour|guten tag|habari)\b[^\n,:–!.?]{0,40}(?:\.[^\n,:–!.?]{1,40})?[,–!:]|"
    r"[a-z][\w'-]*(?: [a-z][\w'-]*)?\s?[,–](?= )"
)
_NAME_WORD = re.compile(r"\w[\w'.-]*")
_SALUTING = re.compile(
    r"(?:and|the|team|all|there|every(?:one|body)|both|folks|again|good|morning|afternoon|evening|day|to|at|from|of|in|von|van|"
    r"der|den|de|du|des|la|le|di|da|dos|al|el|bin|und|et|y|geehrter?|sehr|frau|herr|madame|monsieur|guten|tag|dear|hello|hi|mr|"
    r"mrs|ms|dr|prof|professor|cto|ceo|vp|friends?|colleagues?|sir|madam)\.?"
)
_MARKS = "-*•(0123456789"
_BULLET = re.compile(r"\s*(?:[-*•]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_MOMENT = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|"
    r"aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|at|[ap]\.?m\.?|utc|gmt|cet|est|pst|\d{1,2}(?:st|nd|rd|th)?|20\d\d|"
    r"\d{1,2}[:.h]\d\d|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|[+-]\d{4})"
)
# "On Mon, 4 May 2026 at 10:12, Elena Ruiz <elena@x.example> wrote:": a moment, a name, nothing else.
_ATTRIBUTION = re.compile(
    rf"\s*on {_MOMENT}(?:[ ,]+{_MOMENT}){{0,8}}[ ,]+(?:[^\W\d][\w'.-]*[ ,]+){{1,4}}(?:<[^>]{{3,60}}> )?wrote:\s*$"
)
# A mark that ends a sentence, or an empty line; it begins with one class, which `re` looks for fast.
_END = re.compile(r"[.!?…\n](?:(?<=\n)(?=[^\S\n]*\n)|(?<!\n)[.!?…]*[\"')\]]*(?!\S))")
# After these the sentence goes on, whatever follows.
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|mr|mrs|ms|dr|prof|st|vs|approx|nos?|fig|al|dept|"
    r"jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|ca|cf|incl|avg|min|max)|"
    r"(?<![\w'.])(?<!series )(?<!serie )(?<!série )(?<!round )(?<!plan )(?<!phase )(?<!option )(?<!tier )(?<!class )(?<!part )"
    r"(?<!step )(?<! an )(?<! a )(?<!the )(?<!our )(?<!your )(?<!level )(?<!team )(?<!group )(?<!type )(?<!variant )(?<!version )[a-z])\.$"
)
# These may end a sentence as well.
_MAY_END = re.compile(r"\b(?:inc|ltd|co|corp|est|etc|jr|sr|u\.s|u\.k|a\.m|p\.m|resp)\.$")
_SHORT_WORDS = words_of(
    """mr mrs ms dr prof st vs approx no nos fig al dept jan feb mar apr jun jul aug sep sept oct nov dec ca cf
    incl avg min max inc ltd co corp est etc jr sr resp"""
)
_OPENS = (
    r"would|could|can|might|is|are|do|does|did|shall|should|will|how|what|which|who|when|where|why|if|we|we're|we've|i|i'd|i'm|"
    r"you|your|our|the|this|that|these|those|it|it's|they|there|happy|worth|let|please|thanks"
)
_BEGINS_SMALL = re.compile(rf"(?:{_OPENS})\b")
_BEGINS = re.compile(
    rf"(?:{_OPENS}|may|was|were|have|has|had|so|and|but|a|an|my|no|yes|not|as|in|on|at|for|with|since|while|because|then|open|"
    r"free|any|one|two|three|four|five|most|every|all|both|each|nobody|nothing)\b"
)


Said = Callable[[str], bool]
"""Whether these words were said before this mail."""


def read_layout(clean: str, flat: str, said: Said | None = None) -> Layout:
    """Parts and sentences of a body; `clean` and `flat` as `Text` has them.

    A line behind ">" is a quotation where `said` knows its words, or where nothing is known of what was said.
    """
    signature = find_signature(clean, flat)
    stop = signature.start if signature else len(clean)
    greeting, begin = _find_greeting(clean, flat, stop)
    sentences: list[Sentence] = []
    if begin:
        sentences.append(_sentence(0, 0, begin, Part.GREETING, 0, clean))
    _read_sentences(clean, _blocks(clean, flat, begin, stop, said), flat, sentences)
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
    low = flat[line.start() : line.end()].strip("\x1f ")
    found = _GREETING.fullmatch(low) if low.endswith(_CALLS) or low.startswith(_SALUTES) else None
    if not found or not _greets(line.group()):
        return "", 0
    return found.group().strip(" ,:–!-"), line.end()


def _greets(line: str) -> bool:
    """True when nothing but a salutation, names and titles stands there: "Hi Elena with 20 engineers," says
    more."""
    words = _NAME_WORD.findall(line)
    small = [word for word in words[1:] if not word[0].isupper() and not _SALUTING.fullmatch(word.lower())]
    return not any(word[0].isdigit() for word in words) and len(small) <= 2 and len(words) - len(small) <= 8


def _read_sentences(clean: str, blocks: list[Block], flat: str, out: list[Sentence]) -> None:
    """Paragraphs are blocks between empty lines; a bullet or quoted line is a block of its own."""
    paragraph = _next(out)
    for part, start, end in blocks:
        for first, last in _cut(clean, flat, start, end):
            if clean[first:last].strip():
                out.append(_sentence(len(out), first, last, part, paragraph, clean))
        paragraph += 1


def _cut(clean: str, flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a block, in order."""
    at = start
    for mark in _END.finditer(clean, start, end):
        cut = mark.end()
        if cut == end or not _goes_on(clean, flat, at, mark.start(), cut):
            yield from _bounded(clean, at, cut)
            at = cut
    if at < end:
        yield from _bounded(clean, at, end)


def _bounded(clean: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch in pieces of at most LONGEST code points, cut at blanks: what runs on is no sentence."""
    while end - start > LONGEST:
        cut = clean.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _goes_on(clean: str, flat: str, at: int, mark: int, cut: int) -> bool:
    """True when the full stop ends no sentence: an abbreviation, an initial, or a lower-case word follows.

    In doubt the sentence ends: a claim that runs into a question would pass for asked.
    """
    if flat[mark] not in ".…":
        return False
    following = clean[cut : cut + 12].lstrip(" \n\"'(")
    if _may_be_short(flat[max(at, mark - 14) : mark]):
        if _ABBREVIATION.search(flat, max(at, mark - 14), mark + 1) is not None:
            return following[:1].isalnum()
        if _MAY_END.search(flat, max(at, mark - 12), mark + 1) is not None:
            return following[:1].isalnum() and not _begins(following)
    return following[:1].islower() and not _begins(following) and "\n" not in clean[cut : cut + 2]


def _may_be_short(before: str) -> bool:
    """False where a whole word that is no abbreviation stands before the full stop."""
    words = before.split()
    last = words[-1] if len(words) > 1 else ""
    return len(last) < 2 or last in _SHORT_WORDS or not last.isalnum()


def _begins(following: str) -> bool:
    """True for a word that a sentence may begin with."""
    return (_BEGINS_SMALL if following[:1].islower() else _BEGINS).match(following.lower()) is not None


def _part(low: str, said: Said | None) -> Part:
    """What a line is by its beginning."""
    bare = low.lstrip(" \x1f")
    if bare.startswith(">"):
        return Part.QUOTED if said is None or said(bare) else Part.TEXT
    if bare.startswith("on ") and _ATTRIBUTION.match(low):
        return Part.QUOTED
    marked = bare[:1] in _MARKS or bare[1:2] == ")"
    return Part.BULLET if marked and _BULLET.match(low) else Part.TEXT


def _blocks(clean: str, flat: str, begin: int, stop: int, said: Said | None) -> list[Block]:
    blocks: list[Block] = []
    opened: int | None = None
    last = begin
    for line in _LINE.finditer(clean, begin, stop):
        start, end = line.span()
        low = flat[start:end]
        part = _part(low, said)
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
