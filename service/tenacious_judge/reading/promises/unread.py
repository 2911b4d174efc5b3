"""A word that stands where a number would, and is written so that none is read: "s1x", "s-i-x", "sechs"."""

import re

from ..number_words import TENS, UNITS
from ..passage import Place

_FOREIGN = (
    "zwei|drei|vier|f(?:ü|ue)nf|sechs|sieben|acht|neun|zehn|zw(?:ö|oe)lf|zwanzig|deux|trois|quatre|cinq|sept|huit|neuf|dix|"
    "douze|vingt|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|tre|quattro|sei|sette|otto|nove|dieci|twee|drie|"
    "vijf|zes|zeven|negen|tien|mbili|tatu|nne|tano|sita|saba|nane|tisa|kumi"
)
_BEFORE = re.compile(
    rf"(?:^|[\s(])(?P<word>(?:[a-z][ ._-]){{2,6}}[a-z]|{_FOREIGN}|(?=[a-z-]*\d)[a-z\d-]{{2,9}}|"
    r"[^\s\x00-\u024f\u2000-\u206f€]{1,6})"
    r"\s(?:of (?:our|the|my) |more |strong |good |senior |available |free |ready )?$"
)
_LEET = str.maketrans("013457", "oieast")


def unread_number(flat: str, end: int) -> Place | None:
    """Where such a word stands right before `end`, or None."""
    match = _BEFORE.search(flat, max(0, end - 40), end)
    if match is None:
        return None
    word = match["word"]
    if any(c.isdigit() for c in word) and not _a_number(word.replace("-", "")):
        return None
    if re.fullmatch(r"(?:[a-z][ ._-])+[a-z]", word) and not _a_number(re.sub(r"[ ._-]", "", word)):
        return None
    return match.span("word")


def _a_number(word: str) -> bool:
    """True for "s1x", "th4ee" and "6ix": letters and digits of a number word."""
    plain = word.translate(_LEET)
    return any(
        len(known) == len(plain) > 2 and sum(a != b for a, b in zip(known, plain, strict=True)) <= 1
        for known in (*UNITS, *TENS)
    )
