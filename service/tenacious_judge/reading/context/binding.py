"""Which confidence of a sentence belongs to which of its facts."""

from .certainty import Stated
from .mention import Mention

_FAR = 60


def bind(mention: Mention, mentions: list[Mention], stated: list[Stated]) -> float | None:
    """The confidence of a fact among all `mentions` of its sentence; None where none is its own.

    One firm statement holds for the whole sentence, unless it stands in brackets: then for the signal right
    before it. Of several, a fact takes the next after it, unless they stand before their facts ("high
    confidence: six roles; ..."); then the last before it. A nearer hedge ("$9M, unconfirmed") lowers it.
    """
    firm = [s for s in stated if s.firm]
    sure = _firm(mention, mentions, firm)
    hedges = [s for s in stated if not s.firm]
    if not hedges:
        return sure
    reach = min((_distance(mention, s) for s in firm), default=_FAR)
    near = [s.value for s in hedges if _distance(mention, s) < (reach if firm else _FAR)]
    if not near:
        return sure
    return min(near) if sure is None else min(sure, *near)


def _distance(mention: Mention, stated: Stated) -> int:
    """Characters between a fact and a statement."""
    return max(0, stated.start - mention.end, mention.start - stated.end)


def _firm(mention: Mention, mentions: list[Mention], firm: list[Stated]) -> float | None:
    if not firm:
        return None
    if len(firm) == 1:
        only = firm[0]
        if only.bracketed and mention.topic != _before(only, mentions):
            return None
        return only.value
    if firm[0].start < min(m.start for m in mentions):
        before = [s for s in firm if s.end <= mention.start]
        return before[-1].value if before else firm[0].value
    after = [s for s in firm if s.start >= mention.end - 1]
    return after[0].value if after else firm[-1].value


def _before(stated: Stated, mentions: list[Mention]) -> str:
    """The topic of the fact right before a statement, else of the first fact."""
    earlier = [m for m in mentions if m.start < stated.start]
    return max(earlier, key=_start).topic if earlier else min(mentions, key=_start).topic


def _start(mention: Mention) -> int:
    return mention.start
