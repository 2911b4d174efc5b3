"""How many of the peers a statement speaks of: a count, a share, all, most, a rank."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..numbers import Number, NumberKind
from ..passage import Passage
from .mentions import OTHER_THINGS, Kind, Mention, counted_words
from .units import Unit
from .words import word_set, words


class Amount(StrEnum):
    """COUNT: `low` of them. RATIO: `low` of `whole`. SHARE: `low` percent. BARE: the plural alone, so all.
    NAMED_ONE: one picked out by rank ("your biggest competitor"). FEW: a minority. MORE: `low` beside those
    said before. THOSE: the ones just spoken of. RANK: "top quartile"."""

    COUNT = "count"
    RATIO = "ratio"
    SHARE = "share"
    ALL = "all"
    MOST = "most"
    MANY = "many"
    SOME = "some"
    FEW = "few"
    NONE = "none"
    RANK = "rank"
    NAMED_ONE = "named_one"
    BARE = "bare"
    THOSE = "those"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Quantity:
    amount: Amount
    start: int
    end: int
    low: float = 0.0
    whole: float | None = None
    negated: bool = False


_WORDS: dict[str, Amount] = {
    word: amount
    for amount in Amount
    if amount not in (Amount.COUNT, Amount.RATIO, Amount.SHARE, Amount.BARE, Amount.MORE)
    for word in word_set(f"amount_{amount}")
}
_STOP = word_set("stop")
_TOKEN = re.compile(r"[\w'%$/.]+")
_AFTER = words("after")
_SINGULAR = frozenset(("competitor", "rival", "peer", "counterpart", "challenger"))
_MORE = frozenset(["more", "others", "other", "another", "additional", "further"])
_DOING = words("doing")


def of_mention(passage: Passage, unit: Unit, mention: Mention) -> Quantity:
    """The amount that stands with a mention: inside it, left of it or right after; else BARE."""
    flat = passage.flat
    if mention.kind is Kind.NORM:
        return _by_itself(flat, mention)
    if _MOST_OF.match(flat, mention.start):
        return Quantity(Amount.MOST, mention.start, mention.end)
    inner = next((n for n in passage.numbers_in(mention.start, mention.end) if n.kind in _COUNTING), None)
    if inner is not None:
        return _of_number(flat, inner)
    within = _within(flat, mention)
    if within is not None:
        return within
    left = _left(passage, unit, mention)
    if left is not None and left.amount is not Amount.THOSE:
        return left
    after = _AFTER.match(flat, mention.end, mention.end + 60)
    if after:
        amount = Amount.ALL if after["all"] else Amount.MOST
        return Quantity(amount, mention.start, after.end())
    if left is not None:
        return left
    return _by_itself(flat, mention)


_MOST = re.compile(r"(?:much|most|the (?:bulk|majority))\b")
_MOST_OF = re.compile(r"(?:nearly all|almost all|(?:the )?(?:vast |large )?(?:most|majority|bulk)) of\b")
_NOBODY = re.compile(r"(?:nobody|no one)\b")


def _by_itself(flat: str, mention: Mention) -> Quantity:
    """The amount of a mention beside which none stands."""
    amount, low = Amount.BARE, 0.0
    if mention.kind is Kind.LEAD:
        amount = Amount.RANK
    elif mention.kind is Kind.MARKET:
        return _of_market(flat, mention)
    elif mention.kind in (Kind.ALL, Kind.NORM):
        most, nobody = _MOST.match(flat, mention.start), _NOBODY.match(flat, mention.start)
        amount = Amount.MOST if most else Amount.NONE if nobody else Amount.ALL
    elif mention.kind is Kind.NAME or _is_singular(flat, mention):
        amount, low = Amount.COUNT, 1.0
    return Quantity(amount, mention.start, mention.end, low)


def _within(flat: str, mention: Mention) -> Quantity | None:
    """The amount that the mention begins with: "most carriers", "the vast majority of lenders we follow"."""
    if mention.kind not in (Kind.LIKE, Kind.FIRMS, Kind.PEER):
        return None
    for token in list(_TOKEN.finditer(flat, mention.start, mention.end))[:4]:
        amount = _WORDS.get(token.group())
        if amount in (Amount.MOST, Amount.ALL, Amount.MANY, Amount.SHARE):
            return Quantity(amount, mention.start, mention.end)
    return None


def _of_market(flat: str, mention: Mention) -> Quantity:
    first = re.split(r"[ -]", flat[mention.start : mention.end], maxsplit=1)[0]
    amount = _WORDS.get(first)
    if first in ("someone", "somebody"):
        return Quantity(Amount.COUNT, mention.start, mention.end, 1)
    if first in ("nobody",):
        return Quantity(Amount.NONE, mention.start, mention.end)
    if first == "others":  # not everybody
        return Quantity(Amount.SOME, mention.start, mention.end)
    return Quantity(amount or Amount.BARE, mention.start, mention.end)


_COUNTING = (NumberKind.COUNT, NumberKind.RATIO, NumberKind.PERCENT)


_LESS = words("less")
_OVER = re.compile(r"\b(?:more than|over|above|upwards? of|in excess of|well over)(?: a| the)? $")


def _of_number(flat: str, number: Number) -> Quantity:
    before = flat[max(0, number.start - 18) : number.start]
    over, less = _OVER.search(before) is not None, _LESS.search(before) is not None
    if number.kind is NumberKind.RATIO:
        return Quantity(Amount.RATIO, number.start, number.end, number.low + over, number.whole)
    if number.kind is NumberKind.PERCENT:
        if less:
            return Quantity(Amount.FEW, number.start, number.end, number.value)
        return Quantity(Amount.SHARE, number.start, number.end, number.value + 5.0 * over)
    return Quantity(Amount.COUNT, number.start, number.end, number.low + over - less)


def _left(passage: Passage, unit: Unit, mention: Mention) -> Quantity | None:
    """Walk left from the mention over its adjectives to what says how many."""
    flat, begin = passage.flat, max(unit.start, mention.start - 90)
    numbers = [n for n in passage.numbers_in(begin, mention.start) if n.kind in _COUNTING]
    picked: Quantity | None = None
    for steps, token in enumerate(reversed(list(_TOKEN.finditer(flat, begin, mention.start)))):
        number = next((n for n in numbers if n.start < token.end() and token.start() < n.end), None)
        if number is not None:
            counted = _of_number(flat, number)
            if counted.amount is not Amount.COUNT or not _OF_THE.search(flat, begin, number.start):
                return counted
            picked = picked or counted
            continue
        if token.group() in _STOP or steps > 7:
            break
        amount = _amount_of(flat, token, mention)
        if amount is Amount.COUNT:
            return Quantity(Amount.COUNT, token.start(), mention.end, 1)
        if amount is not None and (picked is None or picked.amount in _WEAK):
            negated = _NOT.search(flat, max(begin, token.start() - 16), token.start()) is not None
            picked = Quantity(amount, token.start(), mention.end, negated=negated)
    return picked


_OF_THE = re.compile(r"\bof (?:the |these |those |our |your )?$")
_NOT = re.compile(r"\b(?:not|n't|hardly|far from)(?: quite| nearly| at all)? $")
_WEAK = (Amount.THOSE, Amount.RANK, Amount.NAMED_ONE, Amount.BARE, Amount.COUNT)


def _amount_of(flat: str, token: re.Match[str], mention: Mention) -> Amount | None:
    """What a word left of the mention says; COUNT stands for "a", "one" before a singular."""
    word = token.group()
    singular = _is_singular(flat, mention)
    if word in ("a", "an", "one", "another") and singular:
        return Amount.COUNT
    amount = _WORDS.get(word)
    if word == "few" and flat[max(0, token.start() - 2) : token.start()] == "a ":
        return Amount.SOME
    if amount is Amount.NAMED_ONE and not singular:
        return Amount.BARE
    return amount


def _is_singular(flat: str, mention: Mention) -> bool:
    return re.split(r"[ -]", flat[mention.start : mention.end])[-1] in _SINGULAR


_OTHERS = re.compile(r"\b(?:other|remaining|last) $")
_AMONG_THEM = re.compile(r" (?:\w+ ){0,2}\w+s,? [^,;]{2,60} (?:among them|included)\b")
_SCORE = re.compile(r"\b(?:maturity|score[ds]?|rating|rated|level|grade[ds]?|readiness|confidence)\b")


def in_unit(passage: Passage, unit: Unit, *, speaks_of_peers: bool) -> Iterator[Quantity]:
    """Amounts of a statement about peers that stand apart from their noun: "of five peers, two run"."""
    for number in passage.numbers_in(unit.start, unit.end):
        noun = number.noun.split()
        if number.kind is NumberKind.RATIO:
            if not counted_words(number) & OTHER_THINGS and not _SCORE.search(
                passage.flat, max(0, number.start - 30), number.end + 24
            ):
                yield _of_number(passage.flat, number)
        elif number.kind is NumberKind.PERCENT and speaks_of_peers:
            if re.match(
                r"[ -]*(?:of|have|run|use|publish|keep|already|now|employ|do|are)\b",
                passage.flat[number.end : number.end + 12],
            ):
                yield _of_number(passage.flat, number)
        elif number.kind in (NumberKind.COUNT, NumberKind.LABEL) and _DOING.match(
            passage.flat, number.end + 1, number.end + 40
        ):
            if _OTHERS.search(passage.flat, max(unit.start, number.start - 16), number.start) and (
                not set(noun[:1]) & OTHER_THINGS
            ):
                yield Quantity(Amount.MORE, number.start, number.end, number.low)
            elif noun and noun[0] in _MORE:
                if not set(noun[1:2]) & OTHER_THINGS:
                    yield Quantity(Amount.MORE, number.start, number.end, number.low)
            else:
                yield _of_number(passage.flat, number)
        elif number.kind is NumberKind.COUNT and _AMONG_THEM.match(passage.flat, number.end, unit.end):
            yield _of_number(passage.flat, number)
