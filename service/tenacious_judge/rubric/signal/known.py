"""What is known about the prospect: the brief, the public record, and their own words, which beat
an older brief."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ...domain import EvidenceRef, Fact, FactKind, FactValue, Field, Role, Turn
from ...reading.case import Case
from ...reading.claims import Claim, ClaimKind, Stance, Voice, names, read_claims
from ...reading.claims.words import GENERIC, stems
from ...reading.passage import Passage
from ...reading.text import lower, read_text
from .spoken import spoken_claims

_MOST_STATEMENTS = 80
_MOST_FACTS = 400
_LONGEST_KEPT = 240


_NO_GROWTH = re.compile(
    r"\b(?:(?:is|are|was|were|just|only|mostly|all|normal|usual|ordinary|natural|simply|it's|"
    r"purely) (?:\w+ ){0,2}"
    r"(?:turnover|attrition|churn|backfills?|replacements?|leavers)\b|backfilling|replacing (?:leavers|"
    r"people)|"
    r"(?:not|n't|no longer|nobody is|stopped) (?:\w+ ){0,2}(?:growing|expanding|scaling|hiring|"
    r"adding (?:people|heads|headcount|anyone))\b|"
    r"no (?:growth|expansion|hiring (?:push|plans?|spree)|new heads|net new|plans to (?:hire|grow|expand))\b|"
    r"head ?count (?:is|stays|remains|will stay) (?:flat|level|the same|frozen|fixed|capped)|"
    r"hiring (?:is|has been) "
    r"(?:frozen|paused|on hold|stopped)|(?:hiring )?freeze\b)"
)


@dataclass(frozen=True, slots=True)
class Support:
    """One piece of evidence. `spoken`: the prospect's own words, which beat a brief."""

    confidence: float
    ref: EvidenceRef
    spoken: bool = False
    as_of: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """A text that stands as evidence, by the stems of its content words."""

    words: frozenset[str]
    text: str
    support: Support
    name: bool = False
    """The name of a thing they have, which tells of nothing that happens to it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim found in a text that is evidence: a turn of the prospect's, the public record, a note."""

    claim: Claim
    support: Support


class Known:
    """Evidence of one case. Built once a case, through `case.once(Known)`."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.evidence = case.evidence
        self.needed = case.policy.confidence.needed

    def confidence(self, fact: Fact) -> float:
        return self.case.policy.confidence.default if fact.confidence is None else fact.confidence

    def support(self, fact: Fact) -> Support:
        return Support(self.confidence(fact), ref_of(fact), False, fact.as_of)

    def facts(self, kind: FactKind) -> tuple[Fact, ...]:
        return self.evidence.of(kind)

    def confident(self, support: Support) -> bool:
        return support.confidence >= self.needed

    @cached_property
    def empty(self) -> bool:
        """True when nothing at all is known about the prospect."""
        return not any(f.kind is not FactKind.COMPANY for f in self.evidence) and not self.turns

    @cached_property
    def spoken(self) -> tuple[tuple[Turn, Passage], ...]:
        """The prospect's turns."""
        return self.case.turns_of(Role.PROSPECT)

    @cached_property
    def turns(self) -> tuple[Told, ...]:
        """What the prospect said of themselves in the thread, the latest last."""
        return tuple(
            Told(claim, Support(1.0, EvidenceRef(turn.pointer, turn.content[:120]), True))
            for turn, claim in spoken_claims(self.case, self.spoken)
        )

    @cached_property
    def written(self) -> tuple[Told, ...]:
        """Claims in the public record and in the brief's notes."""
        company, peers = names(self.case)
        out = []
        for fact in self.facts(FactKind.STATEMENT)[:_MOST_STATEMENTS]:
            if not isinstance(fact.value, str) or len(fact.value) < 12:
                continue
            support = self.support(fact)
            out += [Told(c, support) for c in _noted(fact.value, self.case.today, company, peers)]
        return tuple(out)

    def told(self, *kinds: ClaimKind) -> Iterator[Told]:
        """Claims of these kinds, as facts, from the thread and then from notes and public record."""
        for told in (*self.turns, *self.written):
            if told.claim.kind in kinds and told.claim.stance in (
                Stance.ASSERTED,
                Stance.LEANING,
                Stance.LIMITED,
            ):
                yield told

    def turns_of(self, kind: ClaimKind) -> list[Told]:
        """The prospect's own claims of a kind."""
        return [
            t
            for t in self.turns
            if t.claim.kind is kind and t.claim.stance in (Stance.ASSERTED, Stance.LEANING)
        ]

    @cached_property
    def no_growth(self) -> tuple[Support, ...]:
        """The prospect's own words that their openings are no growth: turnover, replacements."""
        return tuple(
            Support(1.0, EvidenceRef(turn.pointer, turn.content[:120]), True)
            for turn, passage in self.spoken
            if _NO_GROWTH.search(passage.flat) is not None
        )

    def denied(self, *kinds: ClaimKind) -> Told | None:
        """A denial in a note or the record ("has not raised"); the prospect's own is weighed first."""
        for told in self.written:
            if told.claim.kind in kinds and told.claim.stance is Stance.NEGATED:
                return told
        return None

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """Every text that is evidence: statements, turns of the prospect, the gap brief, names of things."""
        out = []
        for fact in self.evidence.facts[:_MOST_FACTS]:
            text = (
                lower(f"{fact.subject.replace('_', ' ')} {_worded(fact.value)}")
                if fact.kind is FactKind.STATEMENT
                else _named(fact)
            )
            if text:
                out.append(_saying(text, self.support(fact), fact.kind is FactKind.TECH))
        for turn, passage in self.spoken:
            support = Support(1.0, EvidenceRef(turn.pointer, turn.content[:120]), True)
            out.append(_saying(passage.flat, support))
        gap = self.case.gap
        if gap.text:
            out.append(
                _saying(
                    lower(gap.text),
                    Support(
                        gap.confidence if gap.confidence is not None else self.needed,
                        EvidenceRef(gap.pointer, None),
                    ),
                )
            )
        return tuple(out)

    def mentions(self, words: Iterable[str], least: int, *, names: bool = True) -> Support | None:
        """The surest text that shares at least `least` of the stems, or None.

        `names`: bare names of what they have count too."""
        wanted = set(words) - GENERIC or set(words)
        least = min(least, len(wanted))
        found = [s.support for s in self.sayings if len(wanted & s.words) >= least and (names or not s.name)]
        return max(found, key=lambda s: s.confidence, default=None)

    @cached_property
    def spoke(self) -> bool:
        """True when the prospect wrote in the thread."""
        return any(turn.role is Role.PROSPECT for turn in self.case.thread)


def _noted(note: str, today: dt.date, company: str, peers: tuple[str, ...]) -> tuple[Claim, ...]:
    """Claims in a note. Short ones are kept: a brief comes back with every draft."""
    if len(note) > _LONGEST_KEPT:
        return _read_note(note, today, company, peers)
    return _kept_note(note, today, company, peers)


def _read_note(note: str, today: dt.date, company: str, peers: tuple[str, ...]) -> tuple[Claim, ...]:
    return read_claims(Passage(read_text(Field.BODY, note), today), Voice.BRIEF, company, peers)


_kept_note = lru_cache(maxsize=512)(_read_note)


def number_of(fact: Fact) -> float | None:
    """The value as a number, None for texts, dates and yes or no."""
    value = fact.value
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def ref_of(fact: Fact) -> EvidenceRef:
    value = fact.value
    return EvidenceRef(fact.pointer, value.isoformat() if isinstance(value, dt.date) else value)


def _saying(text: str, support: Support, name: bool = False) -> Saying:
    return Saying(frozenset(stems(text)), text, support, name)


def _worded(value: FactValue) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _named(fact: Fact) -> str:
    """The words of a fact that names something."""
    if fact.kind in (FactKind.TECH, FactKind.LEADER_ROLE, FactKind.LEADER_NAME, FactKind.OPEN_ROLES) and (
        fact.subject or isinstance(fact.value, str)
    ):
        return lower(f"{fact.subject} {fact.value}")
    return ""
