"""A brief that is text -> facts: each sentence is kept, and the figures in it are read with the
confidence beside them."""

import datetime as dt
import re
from dataclasses import dataclass
from itertools import pairwise

from ...domain import FactKind, FactValue
from ..wordlist import words_of
from . import vocabulary as v
from .binding import bind
from .certainty import Stated, overall, stated_in
from .mention import Mention
from .mentions import scan
from .moments import Moment, moments_in
from .sentences import MAX_PIECES, MAX_TEXT, clauses, lower
from .sink import Scope, Sink, make_fact
from .techs import techs_in

_EVENTS = (v.FUNDING, v.LAYOFF, v.LEADERSHIP)
_DATED = {
    v.FUNDING: FactKind.FUNDING_DATE,
    v.LAYOFF: FactKind.LAYOFF_DATE,
    v.LEADERSHIP: FactKind.LEADER_DATE,
}
_AGES = (FactKind.LEADER_TENURE, FactKind.FUNDING_AGE)
_CLOSED = re.compile(r"\b(?:closed|raised|funded|round)\b")
_SEEN = re.compile(
    r"\b(?:as of|as at|generated(?: on)?|dated|updated(?: on)?|snapshot(?: of| from| taken)?"
    r"|prepared(?: on)?|checked(?: on)?|compiled(?: on)?"
    r"|brief(?: of| from)?|last refreshed|retrieved(?: on)?|date|captured(?: on)?|observed(?: on)?"
    r"|status)[ :,-]{0,2}$"
)
_WORD = re.compile(r"[a-z]+")
_FILLING = words_of(
    "the a this that is are it in of on all its signal source and only here both they remains was"
)
_COMPANY = re.compile(r"^(?:Company|Prospect|Account|Company name)\s?[:=-]\s?([^,;|(]{2,60})")


@dataclass(slots=True)
class _Piece:
    """A sentence, or a clause of one (`joined` to the one before), with what was found in it.

    `sure`: what a later sentence says of it ("Confidence: high."); `hedge`: a later doubt, of the kinds
    in `doubted`.
    """

    text: str
    joined: bool
    mentions: list[Mention]
    stated: list[Stated]
    sure: float | None = None
    hedge: float | None = None
    doubted: tuple[FactKind, ...] = ()

    @property
    def firm(self) -> bool:
        return self.sure is not None or any(s.firm for s in self.stated)

    @property
    def topics(self) -> set[str]:
        return {m.topic for m in self.mentions}


def read_text(
    sink: Sink,
    text: str,
    pointer: str,
    scope: Scope,
    topic: str = "",
    *,
    keep: bool = True,
    without: frozenset[str] = frozenset(),
) -> None:
    """Facts of a text; a date that it gives for itself becomes the scope's.

    `topic`: what it is about where it does not say; `keep`: each sentence is a statement too; `without`:
    topics left out.
    """
    found, default = _pieces(sink, text, pointer, topic)
    seen = next((m for piece in found for m in piece.mentions if m.kind is FactKind.BRIEF_DATE), None)
    if seen is not None and scope.as_of is None and isinstance(seen.value, dt.date):
        scope.as_of = seen.value
    for piece in found:
        _emit(sink, piece, pointer, scope, default, keep, without)


def _pieces(sink: Sink, text: str, pointer: str, topic: str) -> tuple[list[_Piece], float | None]:
    """The sentences with their facts and confidences, and the confidence that the text states for all of
    it."""
    found: list[_Piece] = []
    last = topic
    default: float | None = None
    left = sink.unread_text
    sink.unread_text = max(0, left - len(text))
    for piece, joined in clauses(text[:left]):
        low = lower(piece)
        stated = stated_in(low, sink.policy.confidence.words)
        before = found[-1].topics if found else set()
        mentions = _mentions(
            sink, piece, low.replace("_", " "), topic, last, v.ROLES if v.ROLES in before else ""
        )
        last = next((m.topic for m in reversed(mentions) if m.topic in _EVENTS), last)
        for said in stated:
            if said.unknown:
                sink.warn(pointer, f"confidence {said.unknown[:40]!r} is not known: counts as none")
        if stated and not mentions:
            if stated[0].firm and (overall(low) or not found):
                default = stated[0].value
            elif _says_only(low, stated):
                _look_back(found, low, stated)
        found.append(_Piece(piece, joined, mentions, stated))
    if len(found) == MAX_PIECES or len(text) > min(left, MAX_TEXT):
        sink.warn(pointer, "a text this long is read in part")
    _share(found)
    return found, default


def _says_only(low: str, stated: list[Stated]) -> bool:
    """True for a sentence that says how sure something is, and nothing else."""
    rest = low
    for said in reversed(stated):
        rest = rest[: said.start] + rest[said.end :]
    return len([word for word in _WORD.findall(rest) if word not in _FILLING]) <= 1


def _look_back(found: list[_Piece], low: str, stated: list[Stated]) -> None:
    """A sentence that only says how sure: of the sentence before, and of those before it about the same
    signal."""
    if not stated[0].firm:
        if found:
            found[-1].hedge = min(s.value for s in stated)
            found[-1].doubted = (FactKind.FUNDING_AMOUNT,) if "amount" in low or "size" in low else ()
        return
    topics: set[str] = set()
    for piece in reversed(found):
        if piece.firm or (topics and not piece.topics <= topics):
            return
        piece.sure = stated[0].value
        topics = topics or piece.topics


def _share(found: list[_Piece]) -> None:
    """Clauses of one sentence about one signal share a confidence: "three roles; velocity flat,
    confidence 0.4"."""
    for piece, following in pairwise(found):
        if following.joined and not piece.firm and piece.topics & following.topics:
            piece.sure = next((s.value for s in following.stated if s.firm), None)


def _mentions(sink: Sink, piece: str, low: str, topic: str, last: str, before: str) -> list[Mention]:
    mentions = scan(piece, low, topic, last, before)
    mentions += [Mention(a, b, v.TECH, FactKind.TECH, name) for a, b, name in techs_in(piece, low)]
    company = _COMPANY.match(piece)
    if company is not None:
        mentions.append(Mention(*company.span(), v.COMPANY, FactKind.COMPANY, company[1].strip(" .")))
    for start, end, moment in moments_in(low, sink.today):
        dated = _date(low, start, end, moment, mentions, topic or last)
        if dated is not None:
            mentions.append(_aged(dated, sink.today))
    return mentions


def _date(
    low: str, start: int, end: int, moment: Moment, mentions: list[Mention], fallback: str
) -> Mention | None:
    """A date belongs to the nearest event of its sentence, else to the one last spoken of; or it dates
    the brief."""
    before = low[max(0, start - 24) : start]
    if _SEEN.search(before) and not (fallback in _EVENTS and before.startswith("date")):
        exact = moment.grain in ("", "month")
        return Mention(start, end, "", FactKind.BRIEF_DATE, moment.day, moment.grain) if exact else None
    if any(m.kind is FactKind.ROLES_BEFORE and 0 <= start - m.end < 30 for m in mentions):
        return None
    events = [m for m in mentions if m.topic in _EVENTS and m.kind not in _AGES]
    if events:
        about = min(events, key=lambda m: min(abs(start - m.end), abs(m.start - end))).topic
    elif fallback in _EVENTS and not any(m.topic in (v.ROLES, v.AI) for m in mentions):
        about = fallback
    elif _CLOSED.search(low):
        about = v.FUNDING
    else:
        return None
    return Mention(start, end, about, _DATED[about], moment.day, moment.grain)


def _aged(mention: Mention, today: dt.date) -> Mention:
    """A round closed "three months ago" has an age, not a date."""
    if (
        mention.kind is not FactKind.FUNDING_DATE
        or mention.subject != "age"
        or not isinstance(mention.value, dt.date)
    ):
        return mention
    age = max(0, (today - mention.value).days)
    return Mention(mention.start, mention.end, mention.topic, FactKind.FUNDING_AGE, age)


def _emit(
    sink: Sink,
    piece: _Piece,
    pointer: str,
    scope: Scope,
    default: float | None,
    keep: bool,
    without: frozenset[str],
) -> None:
    def put(kind: FactKind, value: FactValue, sure: float | None, topic: str, subject: str) -> None:
        nearest = sure if sure is not None else default if default is not None else scope.sure(topic, kind)
        sink.put(
            make_fact(kind, value, nearest, scope.as_of, pointer, subject, scope.source), scope.rank, topic
        )

    if keep:
        said = min((s.value for s in piece.stated), default=piece.sure)
        put(FactKind.STATEMENT, piece.text, said, "", "")
    for mention in piece.mentions:
        if mention.topic not in without:
            sure = _sure(mention, piece, sink.policy.confidence.words.get("low", 0.3))
            put(mention.kind, mention.value, sure, mention.topic, mention.subject)


def _sure(mention: Mention, piece: _Piece, low: float) -> float | None:
    """The confidence of one fact of a sentence; an unknown trend ("hiring velocity weak") is low by
    itself."""
    sure = bind(mention, piece.mentions, piece.stated)
    if sure is None:
        sure = piece.sure
    if sure is None and mention.kind is FactKind.VELOCITY and mention.value == "unknown":
        sure = low
    if piece.hedge is not None and (not piece.doubted or mention.kind in piece.doubted):
        sure = piece.hedge if sure is None else min(sure, piece.hedge)
    return sure
