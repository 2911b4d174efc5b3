"""Where facts are gathered while a brief is read, and what an object passes down to what it holds."""

import datetime as dt
from collections.abc import Mapping
from itertools import chain

from ...domain import Fact, FactKind, FactValue, Json, Policy, Warn
from ...errors import BadInput
from .confidence import read_confidence
from .lexicon import Lexicon
from .meaning import Meaning

MAX_BRIEF_TEXT = 40_000
"""Characters of free text that are read in one brief."""
MAX_VALUES = 5_000
"""Values that one brief, bench or gap may hold; no real one has a tenth of that."""
DEEPEST = 40
"""Levels of nesting that are read; no brief has a quarter of that."""

# Most specific first: a signal's own object, a key of the brief, a key of some other record
# (`crunchbase_data`), one inside another signal's object, free text.
OWN, FLAT, ASIDE, NESTED, PROSE = range(0, 10, 2)

_new = object.__new__
_STATEMENT = FactKind.STATEMENT
_set_kind, _set_value, _set_confidence, _set_as_of, _set_pointer, _set_subject, _set_source = (
    Fact.__dict__[name].__set__
    for name in ("kind", "value", "confidence", "as_of", "pointer", "subject", "source")
)


def make_fact(
    kind: FactKind,
    value: FactValue,
    confidence: float | None,
    as_of: dt.date | None,
    pointer: str,
    subject: str,
    source: str,
) -> Fact:
    """`Fact(...)` at half its cost: a brief has a hundred, and a frozen class's own constructor sets
    fields slowly."""
    fact: Fact = _new(Fact)
    _set_kind(fact, kind)
    _set_value(fact, value)
    _set_confidence(fact, confidence)
    _set_as_of(fact, as_of)
    _set_pointer(fact, pointer)
    _set_subject(fact, subject)
    _set_source(fact, source)
    return fact


def check_size(json: Json, pointer: str) -> None:
    """BadInput for a bench or gap with more values, or deeper, than any real one."""
    count = depth = 0
    level: list[Json] = [json]
    while level:
        count += len(level)
        depth += 1
        if count > MAX_VALUES:
            raise BadInput(f"more than {MAX_VALUES} values", pointer=pointer)
        if depth > DEEPEST:
            raise BadInput(f"nested more than {DEEPEST} levels deep", pointer=pointer)
        deeper: list[Json] = []
        for node in level:
            if isinstance(node, dict):
                deeper += node.values()
            elif isinstance(node, list):
                deeper += node
        level = deeper


class Scope:
    """What an object passes down: how it is read, how sure it is, when it was seen, how specific it is."""

    __slots__ = (
        "as_of",
        "by_kind",
        "by_name",
        "by_topic",
        "capped",
        "confidence",
        "depth",
        "detail",
        "lexicon",
        "rank",
        "source",
        "spoken",
        "subject",
    )

    def __init__(self, lexicon: Lexicon, rank: int, as_of: dt.date | None, source: str = "brief") -> None:
        self.lexicon = lexicon
        self.rank = rank
        self.as_of = as_of
        self.source = source
        self.depth = 0
        self.confidence: float | None = None
        self.by_topic: Mapping[str, float] = {}
        self.by_kind: Mapping[FactKind, float] = {}
        self.by_name: Mapping[str, float] = {}
        self.capped: float | None = None
        self.spoken: float | None = None
        self.subject = ""
        self.detail = ""

    def inner(self, lexicon: Lexicon, rank: int, pointer: str) -> "Scope":
        """The scope of an object inside this one."""
        if self.depth >= DEEPEST:
            raise BadInput(f"nested more than {DEEPEST} levels deep", pointer=pointer)
        scope: Scope = _new(Scope)  # a brief has dozens: each field is set once
        scope.lexicon = lexicon
        scope.rank = rank
        scope.as_of = self.as_of
        scope.source = self.source
        scope.depth = self.depth + 1
        scope.confidence = self.confidence
        scope.by_topic = self.by_topic
        scope.by_kind = self.by_kind
        scope.by_name = self.by_name
        scope.capped = self.capped
        scope.subject = scope.detail = ""
        scope.spoken = scope.sure(lexicon.topic, None)
        return scope

    def sure(self, topic: str, kind: FactKind | None) -> float | None:
        """The nearest confidence for a fact of `topic` and `kind`."""
        found = self.by_kind.get(kind) if self.by_kind and kind is not None else None
        if found is None:
            found = self.by_topic.get(topic) if self.by_topic else None
        if found is None:
            found = self.confidence
        return found if self.capped is None else self.capped if found is None else min(found, self.capped)


class Sink:
    """The facts and warnings of one brief, in ranks; `policy` and `today` are what values are read
    against."""

    __slots__ = ("_ranks", "listed", "policy", "room", "texts", "today", "topics", "unread_text", "warnings")

    def __init__(self, policy: Policy, today: dt.date) -> None:
        self.policy = policy
        # Relative dates need room on both sides of the clock.
        self.today = min(max(today, dt.date(1970, 1, 1)), dt.date(2200, 1, 1))
        self.warnings: list[Warn] = []
        self.topics: set[str] = set()
        self.unread_text = MAX_BRIEF_TEXT
        self.room = MAX_VALUES
        self.texts: list[tuple[str, str, Scope]] = []
        self.listed: list[tuple[Meaning, int, str, Scope]] = []
        self._ranks: tuple[list[Fact], ...] = tuple([] for _ in range(10))

    def fact(
        self, meaning: Meaning, value: FactValue, pointer: str, scope: Scope, subject: str = "", late: int = 0
    ) -> None:
        """Add a fact of `meaning.kind` at the nearest confidence; `late` (1) puts it behind those of its
        rank."""
        kind = meaning.kind
        assert kind is not None
        self.topics.add(meaning.topic)
        self._ranks[scope.rank + late].append(
            make_fact(
                kind, value, scope.sure(meaning.topic, kind), scope.as_of, pointer, subject, scope.source
            )
        )

    def put(self, fact: Fact, rank: int, topic: str = "") -> None:
        self.topics.add(topic)
        self._ranks[rank].append(fact)

    def statement(self, key: str, value: FactValue, pointer: str, scope: Scope) -> None:
        """Keep a leaf that stands for itself; `key` is its subject."""
        fact: Fact = _new(Fact)  # make_fact, written out: most leaves come through here
        _set_kind(fact, _STATEMENT)
        _set_value(fact, value)
        _set_confidence(fact, scope.by_name.get(key, scope.spoken) if scope.by_name else scope.spoken)
        _set_as_of(fact, scope.as_of)
        _set_pointer(fact, pointer)
        _set_subject(fact, key)
        _set_source(fact, scope.source)
        self._ranks[scope.rank].append(fact)

    def takes(self, count: int, pointer: str) -> None:
        """Make room for `count` more values; BadInput when the brief holds more than any real one."""
        self.room -= count
        if self.room < 0:
            raise BadInput(f"more than {MAX_VALUES} values", pointer=pointer)

    def warn(self, pointer: str, message: str) -> None:
        self.warnings.append(Warn(pointer, message))

    def confidence(self, value: Json, pointer: str) -> float:
        return read_confidence(value, self.policy, pointer, self.warnings)

    def facts(self) -> tuple[Fact, ...]:
        """All facts, the most specific first; those of one rank as they were read."""
        return tuple(chain.from_iterable(self._ranks))

    def count_lists(self) -> None:
        """Lists of roles count as open roles where no number of them is stated."""
        kind = FactKind.OPEN_ROLES
        if self.listed and not any(f.kind is kind and not f.subject for rank in self._ranks for f in rank):
            for meaning, total, pointer, scope in self.listed:
                self.fact(meaning, total, pointer, scope)
