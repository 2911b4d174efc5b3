"""The amounts of a statement about peers, less those that claim nothing: the size of the set, the unseen."""

import re

from ..passage import Passage
from .mentions import Kind, Mention
from .quantity import Amount, Quantity, in_unit, of_mention
from .statements import leading
from .units import Unit
from .words import words

_ANAPHOR = words("anaphor")
_OTHERS_TOO = words("others_too")
_NONE = words("none")
_WERE_READ = re.compile(
    r"(?: [a-z'-]+){0,3}? (?:read|reviewed|compared|checked|examined|looked at|surveyed|studied|covered|"
    r"sampled|considered|in all|in total|altogether)(?:[.,:;)]|$)"
)
_STOP = re.compile(r"[,;:.?!]")
_OF_A_SET = words("of_a_set")
_AT_LARGE = (Kind.FIRMS, Kind.BARE)
NUMERIC = (Amount.COUNT, Amount.RATIO, Amount.SHARE)
_SWEEPING = (*NUMERIC, Amount.MOST, Amount.ALL, Amount.RANK, Amount.MANY)
_ALONE = {
    "all": Amount.ALL,
    "each": Amount.ALL,
    "every one": Amount.ALL,
    "most": Amount.MOST,
    "the majority": Amount.MOST,
    "many": Amount.MANY,
    "several": Amount.SOME,
    "some": Amount.SOME,
    "half": Amount.SHARE,
    "none": Amount.NONE,
}


def amounts_of(passage: Passage, unit: Unit, own: tuple[Mention, ...], carried: bool) -> tuple[Quantity, ...]:
    """Those with a mention first; a bare plural gives way to a number that stands apart."""
    lead = leading(own)
    counted = [m for m in own if m is lead or m.kind not in _AT_LARGE]
    counted = [m for m in counted if m.kind is not Kind.NAME]
    found = [of_mention(passage, unit, m) for m in counted] + _and_others(passage, unit, own)
    apart = [
        q
        for q in in_unit(passage, unit, speaks_of_peers=True)
        if not any(q.start < f.end and q.end > f.start for f in found)
        and not any(m.kind is Kind.NAME and m.start <= q.start < m.end for m in own)
    ]
    if carried and not apart:
        apart = _alone(unit)
    elif own and not found and not apart:
        apart = _part(unit)
    but = _ALL_BUT.search(unit.text)
    if but is not None:
        most = Quantity(Amount.MOST, unit.start + but.start(), unit.start + but.end())
        apart = [q for q in apart if q.end <= most.start or q.start >= most.end] + [most]
        found = [q for q in found if q.end <= most.start or q.start >= most.end]
    found, apart = _seen_only(passage, found), _seen_only(passage, apart)
    if any(q.amount in NUMERIC for q in (*found, *apart)):
        found = [q for q in found if q.amount is not Amount.BARE]
    return tuple(_set_apart(passage, [*found, *apart]))


def sweeping(amounts: tuple[Quantity, ...]) -> bool:
    """True where a number, a share or a rank is given, and not only "peers" or "some"."""
    return any(q.amount in _SWEEPING for q in amounts)


def credited(amounts: tuple[Quantity, ...], mentions: tuple[Mention, ...]) -> float:
    """How many peers the statement credits with something: its count, or its names."""
    counted = max((q.low for q in amounts if q.amount in (Amount.COUNT, Amount.RATIO)), default=0.0)
    return max(counted, float(len({m.name for m in mentions if m.kind is Kind.NAME})))


def _seen_only(passage: Passage, amounts: list[Quantity]) -> list[Quantity]:
    """Without those of whom it is only said that nothing was seen: "three of them show nothing public"."""
    unseen = passage.cue("gap_none_seen")

    def is_unseen(q: Quantity) -> bool:
        return any(
            0 <= at - q.end < 60
            and not _STOP.search(passage.flat, q.end, at)
            and _NONE.search(passage.flat, q.end, end) is not None
            for at, end in unseen
        )

    counted = (*NUMERIC, Amount.MORE)
    return [q for q in amounts if q.amount not in counted or not is_unseen(q)]


def _and_others(passage: Passage, unit: Unit, own: tuple[Mention, ...]) -> list[Quantity]:
    """ "Arden, Kestrel and others": one more than it names, at least."""
    named = [m for m in own if m.kind is Kind.NAME]
    for mention in named:
        found = _OTHERS_TOO.match(passage.flat, mention.end, min(unit.end, mention.end + 60))
        if found:
            return [Quantity(Amount.COUNT, mention.start, found.end(), len({m.name for m in named}) + 1)]
    return []


def _set_apart(passage: Passage, amounts: list[Quantity]) -> list[Quantity]:
    """ "Of five peers, two run": the five is the whole, and no claim of its own."""

    def is_set(q: Quantity) -> bool:
        before = passage.flat[max(0, q.start - 60) : q.start]
        if q.amount is not Amount.COUNT:
            return False
        return _OF_A_SET.search(before) is not None or _WERE_READ.match(passage.flat, q.end) is not None

    sets = [q for q in amounts if is_set(q)]
    if not sets:
        return amounts
    whole = max(q.low for q in sets)
    rest = [_of_whole(q, whole) for q in amounts if q not in sets]
    return rest or [Quantity(Amount.THOSE, sets[0].start, sets[0].end)]


def _of_whole(q: Quantity, whole: float) -> Quantity:
    if q.amount is Amount.COUNT and q.low <= whole and whole > 1:
        return Quantity(Amount.RATIO, q.start, q.end, q.low, whole)
    return q


_ALL_BUT = re.compile(r"\ball (?:\w+ )?but (?:one|two|three|\d+|a (?:few|couple|handful))\b")
_PART = re.compile(
    r"\b(?P<who>most|(?:the )?(?:\w+ )?majority|half|many) of "
    r"(?:them|these|those|this|that|the (?:set|group|lot|\w+s))\b"
)


def _part(unit: Unit) -> list[Quantity]:
    """ "The majority of them, Arden and Kestrel included": a part of a set told before."""
    found = _PART.search(unit.text)
    if found is None:
        return []
    word = found["who"].split()[-1]
    amount = _ALONE.get(word, Amount.MOST)
    start, end = unit.start + found.start(), unit.start + found.end()
    return [Quantity(amount, start, end, 50.0 if amount is Amount.SHARE else 0.0)]


def _alone(unit: Unit) -> list[Quantity]:
    """ "Most do", after a sentence about peers."""
    match = _ANAPHOR.match(unit.text)
    amount = _ALONE.get(match["who"]) if match else None
    if match is None or amount is None:
        return []
    start, end = unit.start + match.start("who"), unit.start + match.end("who")
    return [Quantity(amount, start, end, 50.0 if amount is Amount.SHARE else 0.0)]
