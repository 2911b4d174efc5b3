"""Where the mail ends and its signature begins, and what below the closing formula is no signature."""

import re

from ..records import record
from .wordlist import words_of


@record(frozen=True, slots=True)
class Signature:
    """The closing block; `lines` leave out the closing formula ("Best,"). `links` counts addresses in it."""

    start: int
    end: int
    lines: tuple[str, ...]
    links: int


MAX_LINE = 200
"""Characters of the longest line that may belong to a signature or a greeting."""

_CLOSING = re.compile(
    r"(?:(?:with )?(?:best|kind|warm|many|very best|kindest|warmest)(?: regards| wishes| thanks)?|regards|warmly|"
    r"sincerely|thanks(?: again| so much)?|thank you|cheers|all the best|respectfully|take care|speak soon|talk soon|"
    r"yours(?: sincerely| truly| faithfully)?|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|(?:viele|freundliche|beste) "
    r"gr(?:ü|ue)(?:ß|ss)e|cordialement|bien (?:à vous|cordialement)|asante(?: sana)?|--|–|-)\s*[,.!]?\s*"
    r"(?:\n|$|(?=[a-z]+(?: [a-z]+)?\s*(?:\n|$)))",
)
_CLOSES = (
    "with", "best", "kind", "warm", "many", "very", "regards", "sincerely", "thank", "cheers", "all the", "respectfully",
    "take care", "speak", "talk", "yours", "mit", "viele", "freundliche", "beste", "cordialement", "bien", "asante",
    "-", "–",
)  # fmt: skip
_URL = re.compile(
    r"(?:https?://|www\.)\S+|\b[a-z0-9][\w-]*(?:\.[a-z0-9-]+)*\.(?:com|io|ai|dev|net|org|co|example|africa|eu|de|fr|uk|ke|tech|app|consulting|email|test)\b(?:/\S*)?"
)
_SEPARATOR = re.compile(r"[/|•–·,](?:(?<!,)|(?= ))")
_WORD = re.compile(r"\w+")
_TITLES = words_of(
    """partner lead manager director head founder engineer consultant associate executive officer principal analyst
    advisor adviser vp cto ceo coo delivery account accounts growth partnerships outreach research sales development
    representative strategist architect"""
)
_PEOPLE = re.compile(
    r"\b(?:engineers|developers|devs|squads?|specialists|programmers|coders|contractors|people|folks|experts|pods?)\b"
)
_PERSON = re.compile(r"\b(?:we|you|your|yours|our|ours|us|i|we're|we've|you're|you've|i'm|i've)\b")
_FOOTER = re.compile(
    r"\b(?:sent from my|unsubscribe|opt[ -]?out|rather not (?:hear|receive|get)|no longer wish|prefer not to|confidential|"
    r"intended (?:only )?for|registered (?:in|office|no)|company (?:no|number|registration)|vat|gdpr|privacy|"
    r"data protection|p\.?o\.? box)\b"
)


def find_signature(clean: str, flat: str) -> Signature | None:
    """The closing block, or None. A line in it that tells something is the mail's: the block begins after
    it."""
    lines = _lines(clean)
    for back in range(1, min(len(lines), 8) + 1):
        start = lines[-back][0]
        if not clean[start : start + 16].lstrip().lower().startswith(_CLOSES):
            continue
        closing = _CLOSING.match(clean[start:].lower().lstrip())
        if closing and (back > 1 or closing.group().strip(" ,-–")):
            block = lines[len(lines) - back :]
            following = [clean[a:b].strip() for a, b in block]
            if all(len(text) <= MAX_LINE and len(text.split()) <= 14 for text in following):
                own = following[1:] if len(following) > 1 else following
                said = [i for i, (a, b) in enumerate(block) if i and _says(clean[a:b].strip(), flat[a:b])]
                if not said:
                    return _signature(clean, flat, start, own)
                if said[-1] + 1 < len(block):
                    return _signature(clean, flat, block[said[-1] + 1][0], following[said[-1] + 1 :])
                return None
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


def _lines(clean: str) -> list[tuple[int, int]]:
    """Where the lines begin and end that hold more than blanks."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in clean.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _says(text: str, low: str) -> bool:
    """True for a line below the closing formula that tells something: no name, title, link or address."""
    if _FOOTER.search(low) and not _PEOPLE.search(low):
        return False
    words = text.split()
    if _PEOPLE.search(low) and _TITLES.isdisjoint(_WORD.findall(low)):
        return True
    if _PERSON.search(low):
        return True
    small = sum(word[0].islower() for word in words)
    return len(words) >= 4 and (text[-1] in ".?!" or 2 * small > len(words)) and not _links(low)


def _signature(clean: str, flat: str, start: int, lines: list[str]) -> Signature:
    return Signature(start, len(clean), tuple(lines), _links(flat[start:]))


def _links(low: str) -> int:
    """How many addresses stand there; only words that could be one are matched."""
    return sum(len(_URL.findall(word)) for word in low.split() if "." in word[:-1] or "://" in word)


def _signature_weight(text: str, low: str) -> int:
    """0: not a signature line; 1: could be one (a short name); 2: surely one (a title, a link, a company)."""
    words = text.split() if len(text) <= MAX_LINE else []
    if not words or len(words) > 16 or text[-1] in "?!:;":
        return 0
    separated = _SEPARATOR.search(text) is not None or "http" in low or "www." in low
    if len(words) > 6 and not separated:
        return 0
    link = _links(low) > 0
    titled = not _TITLES.isdisjoint(_WORD.findall(low))
    capital = sum(w[0].isupper() or not w[0].isalpha() for w in words) >= len(words) - 2
    if text[-1] == "." and not link and not low.endswith(("inc.", "ltd.", "co.")):
        return 0
    if separated and (link or titled) and (capital or len(words) <= 10):
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
