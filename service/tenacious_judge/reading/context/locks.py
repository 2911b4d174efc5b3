"""Capacity that is spoken for: "3 locked for Acme until 2026-06-01", "all committed through June"."""

import datetime as dt
import re
from functools import lru_cache

from ...records import record
from ..numbers import NumberKind, read_numbers
from .moments import moments_in
from .sentences import lower

_LOCK = re.compile(
    r"\b(?:locked|reserved|committed|booked|allocated|earmarked|assigned|unavailable|on hold|held|taken"
    r"|blocked|spoken for|"
    r"engaged|tied up|deployed|busy|promised|pre-?committed|rolling off|not free|not available|occupied"
    r"|on (?:the |an? )?[\w ]{0,40}engagement)\b"
)
_UNLOCK = re.compile(
    r"\b(?:no|not|none|nothing|nobody|never|without|zero|isn't|aren't)\b(?: \w+){0,2} ?(?:yet )?$"
)
_FREED = re.compile(r"\b(?:no longer|previously|formerly|was|were|released|ended|expired|freed|lifted)\b")
_UNTIL = re.compile(
    r"\b(?:until|till|thru|through|to|by the end of|through the end of|until the end of|until end of"
    r"|through end of|up to|ending|ends|back|free(?:s up)?(?: on| from| in)?|available (?:from|again|on)"
    r"|before|released? on|rolls? off)\b[^\d]{0,24}$"
)
_WHOLE = re.compile(r"\b(?:through|thru|end of)\b[^\d]{0,16}$")
# Engineers beside those listed: "a further 5 are reserved and not counted here", "net of 2 reserved".
_APART = re.compile(
    r"\b(?:a further|further|another|an additional|additional) "
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|\b(?:not|already|isn't|aren't|none) (?:\w+ )?"
    r"(?:counted|included|listed|subtracted|deducted|excluded|netted)"
    r"|\bnot in (?:this|the) (?:count|number|figure)"
    r"|\b(?:excludes|excluding|excluded|net of|after subtracting|after deducting|over and above)\b"
)
_ALL = re.compile(r"\b(?:all|both|entire|whole|fully|everyone|every)\b")


@record(frozen=True, slots=True)
class Lock:
    """`count` engineers (None: all) are not free before `until` (None: no end is said)."""

    count: int | None
    until: dt.date | None


@lru_cache(maxsize=512)
def lock_in(text: str, listed: int, today: dt.date) -> Lock | None:
    """The lock that a note tells of, None when it tells of none."""
    low = lower(text[:600])
    match = _LOCK.search(low)
    if match is None or _UNLOCK.search(low[max(0, match.start() - 24) : match.start()]):
        return None
    if _APART.search(low):
        return None
    until = _until(low, today)
    if until is None and _FREED.search(low):
        return None
    return Lock(None if _ALL.search(low) else _count(low, match.start(), listed), until)


def _until(low: str, today: dt.date) -> dt.date | None:
    """The first day free again: "until 1 June" is that day, "through June" the day after its last."""
    for start, _, moment in moments_in(low, today):
        before = low[max(0, start - 40) : start]
        if _UNTIL.search(before) or _LOCK.search(before):
            return moment.after if _WHOLE.search(before) else moment.day
    return None


def _count(low: str, at: int, listed: int) -> int | None:
    """The engineers locked: the nearest count at or before the word, else one right after it; None for
    all."""
    best: int | None = None
    for number in read_numbers(low):
        counted = number.kind in (NumberKind.COUNT, NumberKind.RATIO) and not number.loose
        whole = number.value == int(number.value) and 0 < number.value <= max(listed, 1)
        near = number.start < at or (best is None and number.start - at < 24)
        if counted and whole and near:
            best = int(number.value)
    return best
