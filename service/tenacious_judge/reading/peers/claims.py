"""Every claim of a mail about competitors or peers: who, how many, which practice, and how it is said."""

import re
from dataclasses import dataclass, field, replace

from ..case import Case
from ..layout import Part, Sentence
from ..passage import Passage
from .amounts import amounts_of, credited, sweeping
from .known import Known, read_known
from .mentions import OTHER_THINGS, Kind, Mention, find_mentions
from .practice import NOTHING, Topic, read_topic
from .predicate import Says, says_of_peers
from .quantity import Amount, Quantity
from .reader import lacks_somewhere, than_reader
from .stance import Mode, is_mere_possibility, stance
from .statements import Statement, leading, place_of, topic_of
from .strangers import find_strangers
from .unbriefed import doers
from .units import Unit, units_of
from .words import word_set, words

__all__ = ["Claim", "PeerTalk", "Says", "read_claims"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement about peers. `amounts` are all it gives; `topic` is what it names, `wide` what is spoken
    of around it where it names no known practice; `said` counts the peers credited before, for "two more"."""

    passage: Passage
    unit: Unit
    says: Says
    mode: Mode
    mentions: tuple[Mention, ...]
    amounts: tuple[Quantity, ...]
    topic: Topic
    wide: Topic
    start: int
    end: int
    said: float = 0.0

    @property
    def told(self) -> bool:
        """True unless it is left open."""
        return self.mode in (Mode.ASSERTED, Mode.HEDGED)

    @property
    def names(self) -> frozenset[str]:
        return frozenset(m.name for m in self.mentions if m.kind is Kind.NAME)

    @property
    def strangers(self) -> tuple[Mention, ...]:
        return tuple(m for m in self.mentions if m.kind is Kind.STRANGER)


@dataclass(slots=True)
class _Context:
    """What the sentences before have set up: of which peers, doing what, how many already credited, and
    whether they were named."""

    sentence: int = -9
    topic: Topic = NOTHING
    said: float = 0.0
    listed: bool = False
    mention: Mention | None = None
    claims: list[Claim] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PeerTalk:
    """All that a mail says of peers; `sentences` are those that mention them."""

    known: Known
    claims: tuple[Claim, ...]
    sentences: frozenset[tuple[str, int]]

    def near(self, passage: Passage, sentence: int) -> bool:
        """True when peers are spoken of in that sentence or beside it."""
        where = passage.field.value
        return any((where, sentence + d) in self.sentences for d in (-1, 0, 1))


_ANAPHOR = words("anaphor")
_REST = words("rest")
_TALLY = words("tally")
_AS_BEFORE = words("as_before")
_COPULA = re.compile(r"that|it|which")
_FAINT = frozenset((Kind.ALL, Kind.FIRMS, Kind.BARE))
_HEAD = re.compile(r" (?:of (?:the |our |these |those |your )?)?(?:\w+ )?([a-z]+)\b(?: ([a-z]+)\b)?")
_NEXT_WORD = re.compile(r" (?:of (?:the |our |these |those |your )?)?([a-z]+)\b()")
_NO_PEERS = OTHER_THINGS | word_set("not_companies") | word_set("persons")
_BARE = Quantity(Amount.BARE, 0, 0)
_MOST = 80
"""Claims of one passage that are read; a mail with more is too long on any count."""


def read_claims(case: Case) -> PeerTalk:
    """The claims of a mail, in order. Use `case.once(read_claims)`."""
    known = read_known(case)
    claims: list[Claim] = []
    sentences: set[tuple[str, int]] = set()
    for passage in case.mail.passages:
        mentions = find_mentions(case, passage, known)
        spoken = bool(mentions) or lacks_somewhere(case, passage, 0, passage.prose_end)
        named = doers(case, passage, known)
        if not spoken and not named:
            continue
        context = _Context()
        for sentence in passage.prose():
            if len(context.claims) >= _MOST:
                break
            inside = tuple(m for m in mentions if sentence.start <= m.start < sentence.end)
            near = bool(inside) or context.sentence >= sentence.index - 2
            near = spoken and (near or _may_name(case, passage, sentence))
            does = tuple(m for m in named if sentence.start <= m.start < sentence.end)
            if not near and not does and context.sentence < sentence.index - 2:
                continue
            if inside:
                sentences.add((passage.field.value, sentence.index))
            for unit in units_of(case, passage, sentence):
                own = tuple(m for m in inside if unit.start <= m.start < unit.end)
                _read_unit(case, passage, unit, own, known, context, near, does)
        claims += context.claims
    return PeerTalk(known, tuple(claims), frozenset(sentences))


def _may_name(case: Case, passage: Passage, sentence: Sentence) -> bool:
    """True where a rival may be named without being called one: the reader's lack is told there or after."""
    following = passage.sentences[min(sentence.index + 2, len(passage.sentences) - 1)]
    return lacks_somewhere(case, passage, sentence.start, following.end)


def _read_unit(
    case: Case,
    passage: Passage,
    unit: Unit,
    own: tuple[Mention, ...],
    known: Known,
    context: _Context,
    near: bool,
    does: tuple[Mention, ...],
) -> None:
    carried = not own and _carries_on(case, passage, unit, context)
    mentions = (*own, *find_strangers(case, passage, unit, own, known)) if near else own
    if does and not any(m.kind is Kind.STRANGER for m in mentions):
        mentions = (*mentions, *(m for m in does if unit.start <= m.start < unit.end))
    lead = leading(mentions) or (context.mention if carried else None)
    if lead is None:
        return
    amounts = amounts_of(passage, unit, own, carried)
    if carried and context.listed and any(q.amount is Amount.ALL for q in amounts):
        amounts = tuple(replace(q, amount=Amount.THOSE) if q.amount is Amount.ALL else q for q in amounts)
    topic = topic_of(case, passage, unit, mentions, amounts)
    said = Statement(case, passage, unit, known, own, mentions, lead, amounts, topic, carried)
    mode = _mode(said)
    claimed = mode is not Mode.IDLE and _note(said, mode, context)
    if (own or carried or does) and mode is not Mode.IDLE and (lead.kind not in _FAINT or claimed):
        context.sentence = unit.sentence.index
        context.mention = lead if mentions else context.mention
        context.listed = any(m.kind is Kind.NAME for m in own) if own else context.listed
        context.topic = topic or context.topic


def _mode(said: Statement) -> Mode:
    place = said.lead if said.mentions else Mention(said.lead.kind, said.unit.start, said.unit.start + 1)
    mode = stance(said.case, said.passage, said.unit, place, said.amounts[0] if said.amounts else _BARE)
    if mode not in (Mode.ASSERTED, Mode.HEDGED) or not is_mere_possibility(said.unit):
        return mode
    return Mode.HEDGED if said.lead.kind is Kind.NAME or sweeping(said.amounts) else Mode.OPEN


def _note(said: Statement, mode: Mode, context: _Context) -> bool:
    """Keep what the statement claims; False where it claims nothing."""
    says = says_of_peers(said)
    if says is None:
        return False
    start, end = place_of(said.unit, said.mentions, said.amounts)
    wide = _wide(said, context)
    context.claims.append(
        Claim(said.passage, said.unit, says, mode, said.mentions, said.amounts, said.topic, wide, start, end,
              context.said)
    )  # fmt: skip
    if says is Says.PRACTICE:
        context.said = max(context.said, credited(said.amounts, said.mentions))
    return True


def _wide(said: Statement, context: _Context) -> Topic:
    """The topic of the statement's neighbourhood, where it names no practice that is known; else its own."""
    if said.topic.specific:
        return said.topic
    own = said.unit.sentence
    if not said.topic.soft and _AS_BEFORE.search(said.text):
        return read_topic(said.passage.flat[max(0, said.unit.start - 500) : said.unit.start])
    near = [
        s
        for s in said.passage.prose()
        if abs(s.index - own.index) <= 1 and abs(s.paragraph - own.paragraph) <= 1
    ]
    around = read_topic(said.passage.flat[near[0].start : near[-1].end]) if near else said.topic
    return around if around else context.topic


def _speaks_of_others(who: str, after: str) -> bool:
    """True for "each person", "both senior engineers", "one unclear job post": no peers are meant."""
    found = (pattern.match(after) for pattern in (_NEXT_WORD, _HEAD))
    one = who.split()[-1] in ("one", "another")
    return any(m is not None and (m[1] in _NO_PEERS or (one and m[2] in _NO_PEERS)) for m in found)


def _carries_on(case: Case, passage: Passage, unit: Unit, context: _Context) -> bool:
    """True when the statement names nobody and goes on about the peers of a sentence before."""
    recent = context.mention is not None and unit.sentence.index - context.sentence <= 2
    if not recent or unit.sentence.part is Part.SUBJECT:
        return False
    if passage.cue_in("gap_compare", unit.start, unit.end) or than_reader(case, passage, unit):
        return True
    match = _ANAPHOR.match(unit.text)
    if match is not None and _speaks_of_others(match["who"], unit.text[match.end() :]):
        return False
    if match is not None and _COPULA.match(match["who"]):
        return _TALLY.search(unit.text) is not None
    return match is not None or _REST.search(unit.text) is not None
