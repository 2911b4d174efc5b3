"""The two parts of a mail side by side: where its HTML says something that its text does not."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .text import Text
from .wordlist import words_of

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_WEIGHTY = re.compile(
    r"not|no|never|cannot|without|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|fifteen|twenty|thirty|forty|fifty|dozen|hundred|thousand|million|monday|tuesday|"
    r"wednesday|thursday|friday|january|february|march|april|june|july|august|september|"
    r"october|november|december|today|tomorrow|guarantee|guaranteed|free|double|doubled|half|most|every"
)
_ADDRESSES = re.compile(
    r"<?(?:mailto:|tel:)?[\w.+-]+@[\w.-]+\w>?|<?(?:https?://|www\.)[^\s<>]+>?|<(?:tel|mailto):[^>\n]*>|"
    r"\[(?:image|cid|logo|img):[^\]\n]*\]|"
    r"\b[a-z0-9][\w-]*(?:\.[a-z0-9-]+)*\.(?:com|io|ai|dev|net|org|co|example|africa|eu|de|fr|uk|ke|tech|app|consulting|test)\b(?:/\S*)?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s")
_PHONE = re.compile(
    r"(?:(?:tel|phone|mobile|cell|office|direct|m|t|p|o|fax)\b[.:]?\s*)?\+?\(?\d[\d\s().–-]{6,18}\d",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"(?:(?:to )?(?:click here to )?(?:unsubscribe|opt out)(?: here| now| at any time| from (?:this list|these emails?|our emails?|"
    r"future emails?))?(?: or )?)+|(?:click here|unsubscribe here)|"
    r"view (?:this )?(?:e-?mail |message |it )?(?:in|on) (?:your |a |the )?(?:web )?browser|view online|"
    r"(?:manage |update |change )?(?:your |e-?mail |my )*preferences|(?:our )?privacy (?:policy|notice)|terms(?: of (?:use|service))?|"
    r"imprint|impressum|(?:©|\(c\)|copyright)(?: ©)? ?(?:\d{4}(?:[–-]\d{4})?)? ?(?:(?!\w*(?:ing|ly|ers?)\b)[\w.&]+ ?){0,3}|all rights reserved|"
    r"linkedin|twitter|x|github|facebook|instagram|youtube|xing|website|blog|"
    r"this (?:e-?mail|message)(?: and any attachments)? (?:is|are) confidential(?: and (?:is |are )?(?:intended|meant) (?:only |solely )?"
    r"for the (?:named |intended )?(?:recipient|addressee)s?(?: only)?)?|"
    r"sent from my (?:iphone|ipad|mobile|phone|android device)|get outlook for (?:ios|android|mac)|"
    r"tel|phone|mobile|cell|office|direct|fax|e-?mail|web",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?:\d{1,5}[A-Za-z]? (?:(?!\w*(?:ing|ly|ers?)\b)[A-Z][\w'.]+ ){1,3}(?:Street|Road|Avenue|Lane|Way|Drive|Square|St|Rd|Ave|Blvd|Boulevard|Place|"
    r"Court|Row|Quay|House|Plaza|Park)\.?|[A-Z][\w]+(?:stra(?:ß|ss)e|str\.|allee|platz|weg) \d{1,4}[a-z]?|"
    r"P\.?O\.? Box \d{1,6}(?:[ –-]\d{1,6})?|(?:Suite|Floor|Unit) \d{1,4}[A-Za-z]?)"
)
_CITY = re.compile(
    r"(?:\d{4,6} )?(?!\w*(?:ing|ly|ers?)\b)[A-Z][\w'.-]+(?: (?!\w*(?:ing|ly|ers?)\b)[A-Z][\w'.-]+)?(?: [A-Z0-9]{2,5}(?: ?[A-Z0-9]{2,4})?)?|\d{4,6}"
)
_PIECES = re.compile(r"\s*[,|·•;–/]\s*|\.(?:\s+|\Z)|\s{2,}")
_TITLES = words_of(
    "partner lead manager director head founder engineer consultant associate executive officer principal analyst "
    "advisor adviser vp cto ceo coo delivery account accounts partnerships outreach research sales development "
    "representative strategist architect senior of and the co vice president chief technology operating client"
)


class Token(NamedTuple):
    """A word in lower case at `clean[start:end]`."""

    word: str
    start: int
    end: int


def weighs(word: str) -> bool:
    """True for a word of which one changes what is promised: a negation, number, day or month."""
    return _WEIGHTY.fullmatch(word) is not None or word.endswith("n't") or any(c.isdigit() for c in word)


def running_words(text: str) -> list[str]:
    return [match.group() for match in WORD.finditer(text.lower())]


def difference(text: Text, shown: Text) -> tuple[int, int] | None:
    """The place in `shown.clean` where it begins to read otherwise than `text`, or None where both read alike.

    Addresses, list numbers and the lines of a footer count on neither side; after the last words that both
    have, lines of a signature may follow.
    """
    ours, theirs = _lines(text), _lines(shown)
    a = [token for line in ours for token in line]
    b = [token for line in theirs for token in line]
    same = 0
    while same < min(len(a), len(b)) and a[same].word == b[same].word:
        same += 1
    if same == len(a) == len(b):
        return None
    known = {token.word for token in a}
    both = known | {token.word for token in b}
    if same and _signs(_rest(theirs, same), known) and _signs(_rest(ours, same), both, titled=False):
        return None
    place = b[same : same + 12] or b[-1:]
    return (place[0].start, place[-1].end) if place else (0, 0)


def _rest(lines: list[list[Token]], skip: int) -> Iterator[list[Token]]:
    for line in lines:
        if skip < len(line):
            yield line[skip:]
        skip = max(0, skip - len(line))


def _signs(lines: Iterator[list[Token]], known: set[str], *, titled: bool = True) -> bool:
    return all(
        len(line) <= 6 and all((t.word in _TITLES or t.word in known) and not weighs(t.word) for t in line)
        and (not titled or any(t.word in _TITLES for t in line))
        for line in lines
    )  # fmt: skip


def _lines(text: Text) -> list[list[Token]]:
    """The words of each line that is no footer."""
    lines: list[list[Token]] = []
    for match in re.finditer(r"[^\n]+", text.clean):
        line = match.group()
        bare = _ADDRESSES.sub(lambda m: " " * len(m.group()), line)
        if number := _NUMBERED.match(bare):
            bare = " " * number.end() + bare[number.end() :]
        if _light(bare):
            continue
        at = match.start()
        low = bare.lower() if len(bare.lower()) == len(bare) else bare
        lines.append([Token(m.group(), at + m.start(), at + m.end()) for m in WORD.finditer(low)])
    return [line for line in lines if line]


def _light(line: str) -> bool:
    """True for a line of addresses, phone numbers and the formulas of a footer alone."""
    if len(line) > 300 or not line.strip():
        return len(line) <= 300
    placed = False
    cities = 0
    for piece in _PIECES.split(line.strip(" >*_|-–:")):
        piece = piece.strip(" :>*_")
        if not piece or _FOOTER.fullmatch(piece) or _PHONE.fullmatch(piece):
            continue
        if _STREET.fullmatch(piece):
            placed = True
            continue
        cities += 1
        if (
            not placed
            or cities > 3
            or not _CITY.fullmatch(piece)
            or any(_WEIGHTY.fullmatch(w) for w in running_words(piece))
        ):
            return False
    return True
