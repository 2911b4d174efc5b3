"""Whether a sentence offers: it names us, or help, or urges the reader. Asked of single sentences only."""

from ..passage import Passage
from ..patterns import Finder

_US = Finder(
    r"\b(?:we|us|our|ours|helps?|useful|of use|squads?|pods?|worth|interested|tenacious|partner|what if|"
    r"imagine|outside (?:help|hands|teams?|engineers|capacity|partners?)|would you like|"
    r"(?:you|your team|they) want to|ready to|"
    r"external (?:teams?|partners?|engineers)|shall|"
    r"what (?:would|could) (?:you|your team) (?:do|build|ship|make|achieve|change))\b"
)
_URGES = Finder(
    r"\b(?:you(?:'ll| will| would)? need|you (?:could|can|might|should)|"
    r"(?:that|this) would (?:put|give|let|get|bring)|consider|imagine|let's|let us|"
    r"engineers|capacity|hands|a way to|worth|time to|moment to|now is|is the moment|stop waiting|why wait)\b"
)


def names_us(passage: Passage, start: int, end: int) -> bool:
    """True where [start, end) speaks of us, of ours or of help."""
    return bool(_US.places(passage.text.latin[start:end]))


def urges(passage: Passage, start: int, end: int) -> bool:
    """True where [start, end) turns a remark about the reader into an offer, without a word of us."""
    return bool(_URGES.places(passage.text.latin[start:end]))


def names_ours(passage: Passage) -> bool:
    """True where the prose of a mail speaks of us or of ours anywhere."""
    return names_us(passage, 0, passage.prose_end)
