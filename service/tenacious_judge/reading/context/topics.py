"""A signal in whatever it arrives as: an object, a list, a text, a bare number, yes or no."""

from functools import lru_cache

from ...domain import FactKind as K
from ...domain import Json
from ...errors import BadInput
from ..wordlist import words_of
from . import vocabulary as v
from .events import EVENTS, detected
from .facts import beside, read_fact
from .keys import fold, step
from .lexicon import lexicon
from .meaning import Meaning, Role
from .objects import handles, lexicon_for, read_object, read_signal, read_unknown, settle
from .prose import read_text
from .readers import READERS
from .settings import Node, low
from .sink import ASIDE, FLAT, Scope, Sink
from .techs import split_techs
from .values import denies, nothing

# The kind of a bare value where a whole signal was expected.
_BARE = {
    v.FUNDING: K.FUNDING_AMOUNT,
    v.ROLES: K.OPEN_ROLES,
    v.AI: K.AI_MATURITY,
    v.SEGMENT: K.SEGMENT,
    v.COMPANY: K.COMPANY,
}


@handles(Role.TOPIC)
def read_topic(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> None:
    """Everything under a key that names a signal."""
    lex, rank = lexicon_for(scope, meaning.topic)
    inner = scope.inner(lex, rank, pointer)
    inner.detail = meaning.detail
    if isinstance(value, str):
        _read_text(sink, meaning, key, value, pointer, inner)
    elif isinstance(value, dict):
        sink.takes(len(value), pointer)
        _read_mapping(sink, meaning, key, value, pointer, inner)
    elif isinstance(value, list):
        sink.takes(len(value), pointer)
        _read_sequence(sink, meaning, key, value, pointer, inner)
    elif value is not None:
        _read_bare(sink, meaning, key, value, pointer, inner)


# Keys of a technology that name no part of a stack.
_TECH_KEYS = words_of(
    "tech_stack name technology value tech stack technologies detected_stack confirmed inferred"
)


@lru_cache(maxsize=512)
def _kind(topic: str, kind: K, key: str) -> Meaning:
    return Meaning(Role.FACT, fold(key), topic, kind)


def _read_mapping(sink: Sink, meaning: Meaning, key: str, node: Node, pointer: str, scope: Scope) -> None:
    topic = meaning.topic
    if topic == v.FLAGS:
        for name, value in node.items():
            read_flag_name(sink, fold(name), value, step(pointer, name), scope)
    elif topic == v.TECH:
        _read_techs(sink, node, pointer, scope)
    else:
        if topic == v.COMPANY:
            scope.rank = ASIDE if meaning.key in v.ASIDE else FLAT if scope.rank <= FLAT else scope.rank
            if "title" in node or "company" in node:
                scope.lexicon = lexicon()  # a person's card: its name is no company's
        read_object(sink, node, pointer, scope)


def _read_sequence(
    sink: Sink, meaning: Meaning, key: str, items: list[Json], pointer: str, scope: Scope
) -> None:
    topic = meaning.topic
    if not items:
        if topic in EVENTS:
            sink.fact(detected(topic), False, pointer, scope)
        return
    for i, item in _latest_first(items) if topic in EVENTS else enumerate(items):
        at = f"{pointer}/{i}"
        if isinstance(item, str):
            _read_text(sink, meaning, key, item, at, scope)
        elif isinstance(item, dict):
            inner = scope.inner(scope.lexicon, scope.rank, at)
            inner.detail = scope.detail
            if topic == v.TECH or not read_signal(sink, item, at, _outside(scope, at)):
                _read_mapping(sink, meaning, key, item, at, inner)
        elif item is not None:
            _read_item(sink, meaning, key, item, at, scope)


def _read_item(sink: Sink, meaning: Meaning, key: str, item: Json, pointer: str, scope: Scope) -> None:
    if isinstance(item, list) and meaning.topic in (v.TECH, v.FLAGS):
        _read_sequence(sink, meaning, key, item, pointer, scope.inner(scope.lexicon, scope.rank, pointer))
    elif meaning.topic in (v.COMPANY, v.AI) and not isinstance(item, list):
        read_unknown(sink, key, item, pointer, scope)
    else:
        raise BadInput(f"{key} cannot hold this", pointer=pointer)


def _outside(scope: Scope, pointer: str) -> Scope:
    """The scope in which an item of a signal's list may still name another signal."""
    return scope.inner(lexicon(), scope.rank, pointer)


def _latest_first(items: list[Json]) -> list[tuple[int, Json]]:
    """Events by the day they carry, the latest first, so that the first fact is the one in force."""

    def day(entry: tuple[int, Json]) -> str:
        node = entry[1]
        if not isinstance(node, dict):
            return ""
        return max(
            (
                str(x)
                for k, x in node.items()
                if isinstance(x, str) and x[:2] == "20" and len(x) >= 7 and "_" not in x
            ),
            default="",
        )

    return sorted(enumerate(items), key=day, reverse=True)


def _read_bare(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> None:
    """A number, or yes or no."""
    topic = meaning.topic
    if isinstance(value, bool) and topic in EVENTS:
        sink.fact(detected(topic), value, pointer, scope)
        if value and scope.detail:
            sink.fact(_kind(topic, K.LEADER_ROLE, key), scope.detail, pointer, scope)
    elif topic == v.LAYOFF and not isinstance(value, bool):
        _read_cut(sink, key, value, pointer, scope)
    elif topic == v.ROLES and isinstance(value, float) and not value.is_integer():
        read_unknown(sink, key, value, pointer, scope)
    elif topic in _BARE:
        READERS[_BARE[topic]](sink, _kind(topic, _BARE[topic], key), key, value, pointer, scope)
    else:
        raise BadInput(f"{key} must be an object or a text", pointer=pointer)


def _read_cut(sink: Sink, key: str, value: Json, pointer: str, scope: Scope) -> None:
    """`layoffs: 0` is none, 0.18 a share, 40 people."""
    kind = K.LAYOFF_PERCENT if isinstance(value, float) and 0 < value < 1 else K.LAYOFF_HEADCOUNT
    if value == 0:
        sink.fact(detected(v.LAYOFF), False, pointer, scope)
        return
    sink.fact(detected(v.LAYOFF), True, pointer, scope)
    READERS[kind](sink, _kind(v.LAYOFF, kind, key), key, value, pointer, scope)


def _read_text(sink: Sink, meaning: Meaning, key: str, text: str, pointer: str, scope: Scope) -> None:
    topic = meaning.topic
    if not text:
        return
    if topic not in EVENTS:
        scope = beside(sink, text, pointer, scope)
    if topic == v.TECH:
        part = "" if meaning.key in _TECH_KEYS else meaning.key
        for name in split_techs(text) if len(text) < 400 else ():
            sink.fact(_kind(topic, K.TECH, key), name, pointer, scope, part)
        if text.count(" ") > 3:
            sink.statement(key, text, pointer, scope)
    elif topic == v.FLAGS:
        for name in text.replace(";", ",").split(",")[:50]:
            read_flag_name(sink, fold(name), True, pointer, scope)
    elif topic in (v.SEGMENT, v.COMPANY):
        read_fact(sink, _kind(topic, _BARE[topic], key), key, text, pointer, scope)
    elif topic in EVENTS:
        _read_event_text(sink, meaning, key, text, pointer, scope)
    else:
        _read_level(sink, meaning, key, text, pointer, scope)


def _read_event_text(sink: Sink, meaning: Meaning, key: str, text: str, pointer: str, scope: Scope) -> None:
    topic = meaning.topic
    if nothing(text) and text.strip().lower() != "none":
        return
    if denies(text):
        sink.fact(detected(topic), False, pointer, scope)
        sink.statement(key, text, pointer, scope)
        return
    if scope.detail and text.count(" ") < 3:  # `new_cto: "Ana Ruiz"`
        sink.fact(detected(topic), True, pointer, scope)
        sink.fact(_kind(topic, K.LEADER_NAME, key), text.strip(), pointer, scope)
    else:
        read_text(sink, text, pointer, scope, topic)
    if scope.detail:
        sink.fact(_kind(topic, K.LEADER_ROLE, key), scope.detail, pointer, scope)


def _read_level(sink: Sink, meaning: Meaning, key: str, text: str, pointer: str, scope: Scope) -> None:
    """Hiring or AI maturity in words: a label, a number, else a text."""
    topic = meaning.topic
    if topic == v.ROLES:
        label = _kind(topic, K.VELOCITY, key)
        short = text.count(" ") < 3
        if short and READERS[K.VELOCITY](sink, label, key, text, pointer, scope):
            return
        if text.strip().isdigit() and len(text) < 16:
            READERS[K.OPEN_ROLES](sink, _kind(topic, K.OPEN_ROLES, key), key, text, pointer, scope)
            return
    elif text.count(" ") < 5 and READERS[K.AI_MATURITY](
        sink, _kind(topic, K.AI_MATURITY, key), key, text, pointer, scope
    ):
        return
    read_text(sink, text, pointer, scope, topic)


def _read_techs(sink: Sink, node: Node, pointer: str, scope: Scope) -> None:
    """`{"confirmed": [...]}`, `{"backend": "Go"}`, `{"name": "Go", "confidence": 0.9}`, `{"kafka": true}`."""
    entries, _ = settle(sink, node, pointer, scope)
    for meaning, key, value in entries:
        role = meaning.role if meaning is not None else None
        if role in (Role.PROVENANCE, Role.DATE, Role.STATUS):
            continue
        at = step(pointer, key)
        inner = scope.inner(scope.lexicon, scope.rank, at)
        if role is Role.UNCONFIRMED:
            inner.capped = low(sink)
        _read_tech(sink, key, value, at, inner)


def _read_tech(sink: Sink, key: str, value: Json, pointer: str, scope: Scope) -> None:
    about = Meaning(Role.TOPIC, fold(key), v.TECH)
    kind = _kind(v.TECH, K.TECH, key)
    if isinstance(value, str):
        _read_text(sink, about, key, value, pointer, scope)
    elif isinstance(value, bool):
        if value:
            sink.fact(kind, key, pointer, scope)
    elif isinstance(value, dict):
        _read_techs(sink, value, pointer, scope)
    elif isinstance(value, list):
        _read_sequence(sink, about, key, value, pointer, scope)
    elif value is not None:
        read_unknown(sink, key, value, pointer, scope)


@handles(Role.FLAG)
def _read_flag(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> None:
    read_flag_name(sink, meaning.key, value, pointer, scope)


@handles(Role.CONFIRMED, Role.UNCONFIRMED)
def _read_sorted_out(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> None:
    """`{"confirmed": [...], "inferred": [...]}` inside a signal: the same signal, the second at low
    confidence."""
    inner = scope.inner(scope.lexicon, scope.rank, pointer)
    if meaning.role is Role.UNCONFIRMED:
        inner.capped = low(sink)
    read_unknown(sink, key, value, pointer, inner)


def read_flag_name(sink: Sink, name: str, value: Json, pointer: str, scope: Scope) -> None:
    """An honesty flag that is set: named in a list, or true under its own name."""
    if not name or value is None or value is False:
        return
    if isinstance(value, str) and (nothing(value) or denies(value)):
        return
    sink.fact(_kind(v.FLAGS, K.FLAG, "flag"), name, pointer, scope)
