"""What is known about the prospect, our capacity and the peers: one list of facts, and typed views of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

FactValue = str | int | float | bool | date


class FactKind(StrEnum):
    """Kinds of fact. The comment gives the type and unit of `Fact.value`."""

    COMPANY = "company"  # str
    HEADCOUNT = "headcount"  # int, people
    OPEN_ROLES = "open_roles"  # int; subject: discipline, "" for all
    ROLES_BEFORE = (
        "roles_before"  # int, open roles at an earlier date (60 days unless subject says otherwise)
    )
    ROLES_DELTA = "roles_delta"  # int, change in open roles
    VELOCITY = "velocity"  # str: "rising", "flat", "falling", "doubled", "tripled", "unknown"
    FUNDING_DETECTED = "funding_detected"  # bool
    FUNDING_STAGE = "funding_stage"  # str: "seed", "series_a", ...
    FUNDING_AMOUNT = "funding_amount"  # float, US dollars unless subject names a currency
    FUNDING_DATE = "funding_date"  # date
    FUNDING_AGE = "funding_age"  # int, days before as_of
    LAYOFF_DETECTED = "layoff_detected"  # bool
    LAYOFF_PERCENT = "layoff_percent"  # float, 0..100
    LAYOFF_HEADCOUNT = "layoff_headcount"  # int, people
    LAYOFF_DATE = "layoff_date"  # date
    LEADERSHIP_CHANGE = "leadership_change"  # bool
    LEADER_ROLE = "leader_role"  # str: "cto", "vp engineering", ...
    LEADER_NAME = "leader_name"  # str
    LEADER_DATE = "leader_date"  # date
    LEADER_TENURE = "leader_tenure"  # int, days
    LEADER_INTERIM = "leader_interim"  # bool
    AI_MATURITY = "ai_maturity"  # float, 0..3
    TECH = "tech"  # str, one technology
    SEGMENT = "segment"  # str: "1".."4", "abstain", or free text
    SEGMENT_CONFIDENCE = "segment_confidence"  # float, 0..1
    FLAG = "flag"  # str, an honesty flag
    BRIEF_DATE = "brief_date"  # date the brief was made
    STATEMENT = "statement"  # str, any other text or value; subject: its key


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known. `confidence` is 0..1, or None where none is stated anywhere (the policy's default
    counts).

    `source` says where it comes from: "brief", "gap", "public_record", "prospect" (said in the thread).
    """

    kind: FactKind
    value: FactValue
    confidence: float | None
    as_of: date | None
    pointer: str
    subject: str = ""
    source: str = "brief"


@dataclass(frozen=True, slots=True)
class Evidence:
    """All facts about the prospect, in the order they were read. Falsy when nothing is known."""

    facts: tuple[Fact, ...] = ()
    brief_present: bool = False
    brief_date: date | None = None
    _by_kind: Mapping[FactKind, tuple[Fact, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_kind: dict[FactKind, tuple[Fact, ...]] = {}
        for fact in self.facts:
            by_kind[fact.kind] = (*by_kind.get(fact.kind, ()), fact)
        object.__setattr__(self, "_by_kind", by_kind)

    def __bool__(self) -> bool:
        return bool(self.facts)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def of(self, kind: FactKind) -> tuple[Fact, ...]:
        """All facts of a kind, in reading order; empty when none."""
        return self._by_kind.get(kind, ())

    def first(self, kind: FactKind) -> Fact | None:
        """The first fact of a kind (the most specific shape is read first), or None."""
        facts = self._by_kind.get(kind)
        return facts[0] if facts else None

    def flag(self, name: str) -> Fact | None:
        """The honesty flag of that name, or None."""
        return next((f for f in self.of(FactKind.FLAG) if f.value == name), None)


@dataclass(frozen=True, slots=True)
class StackCapacity:
    """Engineers of one stack. `available` already leaves out what is locked at `as_of`.

    `seniority` maps "senior"/"mid"/"junior" to counts and is empty where the bench does not say.
    """

    stack: str
    available: int
    pointer: str
    listed: int = 0
    locked_until: date | None = None
    seniority: Mapping[str, int] = field(default_factory=dict)
    deploy_days: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bench:
    """Our capacity. `stacks` is keyed by canonical stack name; `total` is None where the bench gives none.

    `unread`: stacks that the bench names, without a count that could be read.
    """

    stacks: Mapping[str, StackCapacity]
    total: int | None = None
    total_pointer: str = ""
    as_of: date | None = None
    pointer: str = "/context/bench_summary"
    stored: bool = False
    unread: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Peer:
    """A competitor the gap brief names. `practices` are texts of what was seen there."""

    name: str
    pointer: str
    practices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GapFinding:
    """A practice the brief confirms at peers. `peer_count`/`peer_total` are None where it gives no
    arithmetic."""

    practice: str
    pointer: str
    peers: tuple[str, ...] = ()
    peer_count: int | None = None
    peer_total: int | None = None
    confidence: float | None = None
    confidence_pointer: str = ""
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """The competitor gap brief. `present` is False where there is none (null, absent, empty)."""

    present: bool = False
    findings: tuple[GapFinding, ...] = ()
    peers: tuple[Peer, ...] = ()
    confidence: float | None = None
    confidence_pointer: str = ""
    as_of: date | None = None
    text: str = ""
    pointer: str = "/context/competitor_gap_brief"


class Segment(IntEnum):
    """Tenacious's four segments; ABSTAIN where none may be pitched."""

    ABSTAIN = 0
    RECENTLY_FUNDED = 1
    RESTRUCTURING = 2
    LEADERSHIP_TRANSITION = 3
    CAPABILITY_GAP = 4


@dataclass(frozen=True, slots=True)
class SegmentReading:
    """Which segment governs. `segment` is None where nothing was declared and nothing can be derived,
    or where the label is none of the four (then `label` keeps its text). `confidence` None: not stated."""

    segment: Segment | None = None
    confidence: float | None = None
    label: str = ""
    pointer: str = ""
    derived: bool = False
    reason: str = ""
