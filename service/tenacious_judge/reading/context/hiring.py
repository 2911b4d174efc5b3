"""The hiring brief, whatever its shape -> facts with value, confidence, date and pointer."""

import datetime as dt

from ...domain import Fact, FactKind, Json, Policy, Prospect, Warn
from ...errors import BadInput
from ..wordlist import words_of
from . import topics as _topics  # noqa: F401  (registers how signals and facts are read)
from . import vocabulary as v
from .derived import derive
from .keys import step
from .lexicon import lexicon
from .meaning import Role
from .mentions import may_tell
from .moments import read_moment
from .objects import read_items, read_object, top_scope
from .prose import read_text
from .settings import Node
from .sink import MAX_VALUES, PROSE, Sink, make_fact

POINTER = "/context/hiring_signal_brief"
_READ = frozenset((v.FUNDING, v.LAYOFF, v.LEADERSHIP, v.ROLES, v.AI))
_UNREAD_TEXTS = words_of(
    """domain location raw_titles job_titles_sample titles job_titles industry products services teams systems
    hq_timezone website address"""
)


def read_hiring(
    json: Json, policy: Policy, as_of: dt.date, pointer: str = POINTER
) -> tuple[tuple[Fact, ...], dt.date | None, list[Warn]]:
    """All facts of a brief, the most specific first, the day it was made, and warnings.

    `json` is an object, a text, a list of either, or null. Raises BadInput for any other type, a wrong
    type where one is known, a number out of range or a date that is none, with the JSON pointer.
    """
    sink = Sink(policy, _day(as_of))
    made = _read(sink, json, pointer)
    facts = derive(sink.facts(), policy, sink.today)
    if json and made is None:
        sink.warn(pointer, "no date: freshness not checked")
    if made is not None and (age := (sink.today - made).days) > policy.freshness.brief_warn_days:
        sink.warn(pointer, f"{age} days old: made on {made}")
    elif made is not None and not any(f.kind is FactKind.BRIEF_DATE for f in facts):
        facts = (*facts, make_fact(FactKind.BRIEF_DATE, made, None, made, pointer, "", "brief"))
    return facts, made, sink.warnings


def _day(as_of: dt.date) -> dt.date:
    return as_of.date() if isinstance(as_of, dt.datetime) else as_of


def _read(sink: Sink, json: Json, pointer: str) -> dt.date | None:
    """Read the brief into `sink`; the day it was made."""
    scope = top_scope(None)
    if json is None or json == "":
        return None
    if isinstance(json, str):
        read_text(sink, json, pointer, scope)
        return scope.as_of
    if isinstance(json, dict):
        if len(json) > MAX_VALUES:
            sink.takes(len(json), pointer)
        made = scope.as_of = _made_on(sink, json, pointer)
        read_object(sink, json, pointer, scope)
        made = made or scope.as_of
    elif isinstance(json, list) and all(isinstance(item, (str, dict)) for item in json):
        read_items(sink, "hiring_signal_brief", json, pointer, scope)
        made = None
    else:
        raise BadInput("a brief is an object, a text or null", pointer=pointer)
    sink.count_lists()
    _read_texts(sink)
    return made


def _made_on(sink: Sink, node: Node, pointer: str) -> dt.date | None:
    """The brief's own date: a date key of its own or of its `meta`; the latest where it has several."""
    found: list[dt.date] = []
    lookup = lexicon().lookup
    for key, value in node.items():
        meaning = lookup(key)
        if meaning is None:
            continue
        if meaning.role is Role.WRAPPER and isinstance(value, dict):
            inner = _made_on(sink, value, step(pointer, key))
            found += [inner] if inner else []
        elif (
            meaning.role is Role.DATE and isinstance(value, (str, int, float)) and not isinstance(value, bool)
        ):
            moment = read_moment(value, sink.today, step(pointer, key), key)
            found += [moment.day] if moment else []
    return max(found, default=None)


def _read_texts(sink: Sink) -> None:
    """Remarks and summaries tell what no key did; of a signal that has its own keys they are not asked."""
    missing = frozenset(_READ - sink.topics)
    if not missing:
        return
    without = frozenset((_READ - missing) | {v.TECH, v.SEGMENT, v.COMPANY, v.FLAGS, ""})
    for text, pointer, scope in sink.texts[:60]:
        if len(text) < 20_000 and may_tell(text, missing) and _UNREAD_TEXTS.isdisjoint(pointer.split("/")):
            inner = scope.inner(scope.lexicon, PROSE, pointer)
            inner.as_of = scope.as_of
            read_text(sink, text, pointer, inner, keep=False, without=without)


def read_public_record(prospect: Prospect) -> tuple[Fact, ...]:
    """What the prospect said in public, each entry a statement dated as it was said."""
    return tuple(
        Fact(
            FactKind.STATEMENT,
            record.summary,
            None,
            record.date,
            record.pointer,
            "public_record",
            "public_record",
        )
        for record in prospect.public_record
        if record.summary
    )
