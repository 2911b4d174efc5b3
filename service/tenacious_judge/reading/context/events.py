"""Did it happen? Funding, layoffs and leadership changes, where "detected: false" beats whatever else is
filled in."""

from functools import cache

from ...domain import FactKind, Json
from ...errors import BadInput
from ..wordlist import words_of
from . import vocabulary as v
from .event_mentions import person
from .keys import fold, step
from .labels import is_interim
from .lexicon import statements_only
from .meaning import Meaning, Role
from .mentions import scan
from .objects import Entry, Nulls, read_unknown, sifts
from .sentences import lower
from .sink import Scope, Sink
from .values import denies, nothing, read_flag

DETECTED = {
    v.FUNDING: FactKind.FUNDING_DETECTED,
    v.LAYOFF: FactKind.LAYOFF_DETECTED,
    v.LEADERSHIP: FactKind.LEADERSHIP_CHANGE,
}


@cache
def detected(topic: str) -> Meaning:
    return Meaning(Role.FACT, "detected", topic, DETECTED[topic])


EVENTS = tuple(DETECTED)
_PLAIN = ("detected", "is_detected", "found", "occurred", "happened", "confirmed")


@sifts(*EVENTS)
def read_event(sink: Sink, entries: list[Entry], nulls: Nulls, pointer: str, scope: Scope) -> list[Entry]:
    """Say whether the event happened, and return the entries that are still to be read (none when it did
    not)."""
    topic = scope.lexicon.topic
    meaning = detected(topic)
    kind = meaning.kind
    flag, said, rest = _stated(sink, entries, kind, pointer)
    if flag is None:
        flag, said = _implied(rest, nulls, topic, kind, said)
    if flag is not None:
        sink.fact(meaning, flag, step(pointer, said) if said else pointer, scope)
    if flag is False:
        for _, key, value in entries:
            if key != said:
                read_unknown(sink, key, value, step(pointer, key), _silent(scope))
        return []
    if topic == v.LEADERSHIP:
        _who(sink, rest, pointer, scope)
    _told(sink, rest, pointer, scope)
    return rest


def _told(sink: Sink, rest: list[Entry], pointer: str, scope: Scope) -> None:
    """Figures that only the event's own remark gives: `{"detail": "New VP Engineering hired"}`."""
    topic = scope.lexicon.topic
    known = {m.kind for m, _, _ in rest if m is not None} | {DETECTED[topic], FactKind.LEADER_INTERIM}
    for meaning, key, value in rest:
        open_to_it = meaning is None or meaning.role is Role.WRAPPER
        if not open_to_it or not isinstance(value, str) or len(value) > 600:
            continue
        text = value.replace("_", " ")
        if " " not in text:
            continue
        low = lower(text)
        found = person(text, low, 0, 1) if topic == v.LEADERSHIP else scan(text, low, topic)
        for mention in found:
            if mention.topic == topic and mention.kind not in known:
                known.add(mention.kind)
                about = Meaning(Role.FACT, key, topic, mention.kind)
                sink.fact(about, mention.value, step(pointer, key), scope, mention.subject)


def _silent(scope: Scope) -> Scope:
    """The scope in which what a denied event still lists is kept: as statements, nothing more."""
    inner = scope.inner(statements_only(), scope.rank, "")
    inner.depth = scope.depth
    return inner


def _stated(
    sink: Sink, entries: list[Entry], kind: FactKind | None, pointer: str
) -> tuple[bool | None, str, list[Entry]]:
    """What `detected`, `event` and the like say, under which key, and the entries without them.

    A text that is neither yes nor no ("named a new CTO") says yes and stays, to be read as text.
    """
    flag: bool | None = None
    said = ""
    rest: list[Entry] = []
    for entry in entries:
        meaning, key, value = entry
        if meaning is None or meaning.kind is not kind or isinstance(value, (dict, list)):
            if key.lower() in _PLAIN and (isinstance(value, list) or value == {}):
                raise BadInput(f"{key} must be true or false", pointer=step(pointer, key))
            rest.append(entry)
            continue
        answer = read_flag(value, step(pointer, key), key)
        if answer is None and isinstance(value, str):
            answer = not denies(value)
            if answer:
                rest.append((None, key, value))
        if flag is None or answer is False:
            flag, said = answer, key
    return flag, said, rest


def _implied(
    rest: list[Entry], nulls: Nulls, topic: str, kind: FactKind | None, said: str
) -> tuple[bool | None, str]:
    """Without a word on it: figures say yes (for a round, its stage does that itself), only nulls and
    zeros say no."""
    told = next((key for m, key, value in rest if _figure(m, topic) and not _empty(value)), None)
    if told is not None:
        return (None, said) if topic == v.FUNDING else (True, told)
    texts = [value for m, _, value in rest if m is None and isinstance(value, str) and not nothing(value)]
    if texts and topic != v.FUNDING and any(_TELLING.intersection(fold(t).split("_")) for t in texts):
        return None, said
    denied = next((key for meaning, key in nulls if meaning.kind is kind), None)
    if denied is not None:
        return False, denied
    zero = next((key for m, key, value in rest if _figure(m, topic)), None)
    return (False, zero) if zero is not None and topic == v.LAYOFF else (None, said)


def _figure(meaning: Meaning | None, topic: str) -> bool:
    return meaning is not None and meaning.role is Role.FACT and meaning.topic == topic


_TELLING = words_of(
    """appointed named joined hired cto vp new interim layoff laid cut reduced restructuring percent
    replaced promoted departed left stepped"""
)


def _empty(value: Json) -> bool:
    if isinstance(value, str):
        return nothing(value)
    return value is None or value == 0 or value in ([], {})


def _who(sink: Sink, rest: list[Entry], pointer: str, scope: Scope) -> None:
    """The role that the key itself names (`new_cto: {...}`), and "interim" wherever the object says it."""
    for meaning, key, value in rest:
        known = meaning is not None and meaning.kind is not None
        if not known and isinstance(value, str) and is_interim(value):
            about = Meaning(Role.FACT, key, v.LEADERSHIP, FactKind.LEADER_INTERIM)
            sink.fact(about, True, step(pointer, key), scope)
            break
    if scope.detail and not any(m is not None and m.kind is FactKind.LEADER_ROLE for m, _, _ in rest):
        sink.fact(
            Meaning(Role.FACT, "role", v.LEADERSHIP, FactKind.LEADER_ROLE), scope.detail, pointer, scope
        )
