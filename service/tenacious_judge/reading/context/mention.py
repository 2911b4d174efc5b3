"""A fact found in a sentence, and whether the sentence denies it."""

import re

from ...domain import FactKind, FactValue
from ...records import record


@record(frozen=True, slots=True)
class Mention:
    """`low[start:end]` says a fact."""

    start: int
    end: int
    topic: str
    kind: FactKind
    value: FactValue
    subject: str = ""


NO = re.compile(r"\b(?:no|without|zero|never|not|hasn't|haven't|nor|none|any)\b(?: \S+){0,4}?[ ,]{0,2}$")
_NONE_AFTER = re.compile(
    r" ?(?:events? |changes? )?(?:[:=-] ?|(?:were |was |is |are )(?:not )?)?"
    r"(?:none|nobody|no one|no\b|not detected|not found|nil|n/a|detected: (?:false|no)|found: none|false"
    r"|no record)"
)


def denied(low: str, start: int, end: int) -> bool:
    """True where what stands at `start..end` is said not to be: "no known layoffs", "layoffs: none"."""
    return bool(NO.search(low[max(0, start - 40) : start])) or bool(_NONE_AFTER.match(low, end))
