"""Walking a brief: every key is looked up, every leaf becomes a fact or a statement, every pointer is
exact."""

import datetime as dt
from collections.abc import Callable

from ...domain import Json
from . import vocabulary as v
from .keys import fold, step
from .lexicon import Lexicon, lexicon, statements_only, topic_named
from .meaning import Meaning, Role
from .settings import SETTINGS, Node
from .sink import ASIDE, FLAT, NESTED, OWN, Scope, Sink

Entry = tuple[Meaning | None, str, Json]
Nulls = list[tuple[Meaning, str]]
Handler = Callable[[Sink, Meaning, str, Json, str, Scope], None]
Sift = Callable[[Sink, list[Entry], Nulls, str, Scope], list[Entry]]
_FACT, _TOPIC = Role.FACT, Role.TOPIC
_handlers: dict[Role, Handler] = {}
_sifts: dict[str, Sift] = {}


def handles(*roles: Role) -> Callable[[Handler], Handler]:
    """The decorated function reads entries of these roles; modules above this one register what they know."""

    def register(handler: Handler) -> Handler:
        _handlers.update(dict.fromkeys(roles, handler))
        return handler

    return register


def sifts(*topics: str) -> Callable[[Sift], Sift]:
    """The decorated function sees all entries of such a topic's objects first, and returns those to be
    read."""

    def register(sift: Sift) -> Sift:
        _sifts.update(dict.fromkeys(topics, sift))
        return sift

    return register


def read_object(sink: Sink, node: Node, pointer: str, scope: Scope) -> None:
    """All facts of an object whose `scope` is already its own."""
    sink.takes(len(node), pointer)
    lex = scope.lexicon
    if lex.topic in _sifts and lex.wraps is None:
        entries, nulls = settle(sink, node, pointer, scope)
        for meaning, key, value in _sifts[lex.topic](sink, entries, nulls, pointer, scope):
            read_entry(sink, meaning, key, value, step(pointer, key), scope)
    elif lex.sets(node.keys()):
        for meaning, key, value in settle(sink, node, pointer, scope)[0]:
            read_entry(sink, meaning, key, value, step(pointer, key), scope)
    else:
        for key, value in node.items():
            if value is not None:
                read_entry(sink, lex.lookup(key), key, value, step(pointer, key), scope)


def read_entry(
    sink: Sink, meaning: Meaning | None, key: str, value: Json, pointer: str, scope: Scope
) -> None:
    """One key of an object, by what it means."""
    if meaning is not None:
        _handlers[meaning.role](sink, meaning, key, value, pointer, scope)
    elif isinstance(value, str) and not scope.lexicon.neutral:
        if value:
            sink.statement(key, value, pointer, scope)
    else:
        read_unknown(sink, key, value, pointer, scope)


def settle(sink: Sink, node: Node, pointer: str, scope: Scope) -> tuple[list[Entry], Nulls]:
    """Confidences and dates of the object go into its scope; what is left comes back, and the known keys
    set to null."""
    lookup = scope.lexicon.lookup
    entries: list[Entry] = []
    nulls: list[tuple[Meaning, str]] = []
    settings: list[tuple[Meaning, str, Json]] = []
    for key, value in node.items():
        meaning = lookup(key)
        if value is None:
            if meaning is not None and meaning.role is _FACT:
                nulls.append((meaning, key))
        elif meaning is None or meaning.role is _FACT or meaning.role is _TOPIC:
            entries.append((meaning, key, value))
        else:
            settings.append((meaning, key, value))
    if settings:
        settings.sort(key=_order)
        for meaning, key, value in settings:
            setting = SETTINGS.get(meaning.role)
            if setting is None or not setting(sink, meaning, value, step(pointer, key), scope, node):
                entries.append((meaning, key, value))
        scope.spoken = scope.sure(scope.lexicon.topic, None)
    return entries, nulls


def _order(setting: tuple[Meaning, str, Json]) -> int:
    return setting[0].role


@handles(Role.GAP)
def _read_gap(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> None:
    read_aside(sink, key, value, pointer, scope, source="gap")


@handles(Role.PROVENANCE, Role.INTERNAL)
def _skip(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> None:
    """Addresses of sources and latencies of the generator say nothing about the prospect."""


@handles(Role.LIST, Role.DATE, Role.STATUS, Role.CONFIDENCE, Role.CONFIDENCE_MAP, Role.CONFIDENCE_FOR)
def _read_as_unknown(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> None:
    read_unknown(sink, key, value, pointer, scope)


@handles(Role.WRAPPER)
def _read_inner(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> None:
    if isinstance(value, dict):
        read_object(sink, value, pointer, scope.inner(scope.lexicon, scope.rank, pointer))
    else:
        read_unknown(sink, key, value, pointer, scope)


def read_unknown(sink: Sink, key: str, value: Json, pointer: str, scope: Scope) -> None:
    """A leaf becomes a statement; an object or list that is about no signal is read for signals inside."""
    if isinstance(value, str):
        if value:
            sink.statement(key, value, pointer, scope)
            if scope.lexicon.neutral and value.count(" ") > 1:
                sink.texts.append((value, pointer, scope))
    elif isinstance(value, dict):
        if key[:1] == "_":
            return
        if scope.lexicon.neutral:
            rank = ASIDE if fold(key) in v.ASIDE else scope.rank
            read_object(sink, value, pointer, scope.inner(lexicon(), rank, pointer))
        else:
            read_aside(sink, key, value, pointer, scope)
    elif isinstance(value, list):
        if value:
            read_items(sink, key, value, pointer, scope)
    elif isinstance(value, (bool, int, float)) and key[:1] != "_":
        sink.statement(key, value, pointer, scope)


def read_items(sink: Sink, key: str, items: list[Json], pointer: str, scope: Scope) -> None:
    """A list under a key that names no signal: texts, typed signals (`{"type": "funding", ...}`), other
    objects."""
    sink.takes(len(items), pointer)
    inner: Scope | None = None
    for i, item in enumerate(items):
        if isinstance(item, (dict, list)):
            inner = inner or scope.inner(scope.lexicon, scope.rank, pointer)
            if (
                isinstance(item, dict)
                and scope.lexicon.neutral
                and read_signal(sink, item, f"{pointer}/{i}", inner)
            ):
                continue
            read_unknown(sink, key, item, f"{pointer}/{i}", inner)
        elif isinstance(item, str) and not scope.lexicon.neutral:
            if item:
                sink.statement(key, item, f"{pointer}/{i}", scope)
        elif item is not None:
            read_unknown(sink, key, item, f"{pointer}/{i}", scope)


def read_signal(sink: Sink, item: Node, pointer: str, scope: Scope) -> bool:
    """True when `item` names its own signal (`type`, `signal`, ...), and then it is read as that."""
    for name in v.TYPE:
        said = item.get(name)
        about = topic_named(said) if isinstance(said, str) and len(said) < 64 else None
        if about is None:
            continue
        rest = {key: value for key, value in item.items() if key != name}
        topic = about.topic
        inner = scope.inner(lexicon(topic, about.kind), OWN if scope.rank == FLAT else scope.rank, pointer)
        inner.detail = about.detail
        if about.kind is not None:
            _handlers[_FACT](sink, about, name, rest, pointer, scope)
        else:
            read_object(sink, rest, pointer, inner)
        return True
    return False


def read_aside(sink: Sink, key: str, value: Json, pointer: str, scope: Scope, source: str = "") -> None:
    """Keep every leaf as a statement: the object is not the prospect's own, or not understood."""
    inner = scope.inner(statements_only(), NESTED, pointer)
    inner.source = source or scope.source
    if isinstance(value, dict):
        read_object(sink, value, pointer, inner)
    else:
        read_unknown(sink, key, value, pointer, inner)


def lexicon_for(scope: Scope, topic: str) -> tuple[Lexicon, int]:
    """The lexicon of `topic` and the rank of its facts when found in `scope`."""
    if scope.lexicon.topic == topic:
        return lexicon(topic), scope.rank
    if scope.lexicon.neutral:
        return lexicon(topic), OWN if scope.rank == FLAT else scope.rank
    return lexicon(topic), NESTED


def top_scope(as_of: dt.date | None) -> Scope:
    """The scope of a whole brief."""
    return Scope(lexicon(), FLAT, as_of)
