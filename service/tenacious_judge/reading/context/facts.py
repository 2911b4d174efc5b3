"""One value of a known kind -> a fact: a reader for each kind, chosen by its meaning."""

import datetime as dt
from collections.abc import Callable

from ...domain import FactKind as K
from ...domain import Json
from ...errors import BadInput
from . import labels
from . import vocabulary as v
from .certainty import stated_in
from .keys import step
from .lexicon import Meaning, Role, lexicon
from .moments import read_moment
from .objects import Node, handles, read_object, read_unknown
from .sink import Scope, Sink
from .values import (
    LONGEST_VALUE,
    count_in,
    nothing,
    number,
    read_count,
    read_flag,
    read_money,
    read_percent,
)

Reader = Callable[[Sink, Meaning, str, Json, str, Scope], bool]
_NUMERIC = frozenset((K.OPEN_ROLES, K.ROLES_BEFORE, K.ROLES_DELTA, K.FUNDING_AMOUNT, K.FUNDING_AGE, K.LAYOFF_PERCENT,
                      K.LAYOFF_HEADCOUNT, K.AI_MATURITY, K.LEADER_TENURE, K.SEGMENT_CONFIDENCE))  # fmt: skip
_PLACES = (
    "stack",
    "discipline",
    "title",
    "role",
    "function",
    "department",
    "team",
    "name",
    "category",
    "area",
)


@handles(Role.FACT, Role.BREAKDOWN)
def read_fact(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> None:
    """Read `value` as `meaning.kind`. What it says beyond that kind stays as a statement."""
    kind = meaning.kind
    assert kind is not None
    if isinstance(value, str) and len(value) > 5:
        scope = beside(sink, value, pointer, scope)
    if isinstance(value, dict):
        _read_wrapped(sink, meaning, key, value, pointer, scope)
    elif isinstance(value, list):
        _read_list(sink, meaning, key, value, pointer, scope)
    elif not READERS[kind](sink, meaning, key, value, pointer, scope):
        read_unknown(sink, key, value, pointer, scope)


def beside(sink: Sink, text: str, pointer: str, scope: Scope) -> Scope:
    """`scope`, or one with the confidence that the value itself states: "Series B (confidence 0.9)"."""
    low = text.lower()
    if len(text) > LONGEST_VALUE or not ("(" in low or "conf" in low or "[" in low or "verified" in low):
        return scope
    stated = stated_in(low, sink.policy.confidence.words)
    if not stated:
        return scope
    inner = scope.inner(scope.lexicon, scope.rank, pointer)
    inner.confidence = inner.spoken = min(s.value for s in stated if s.firm == stated[0].firm)
    inner.by_topic, inner.by_kind = {}, {}
    return inner


def _read_wrapped(sink: Sink, meaning: Meaning, key: str, node: Node, pointer: str, scope: Scope) -> None:
    """`{"value": 6, "confidence": 0.9}` where 6 was expected; for open roles also counts by discipline."""
    kind = meaning.kind
    if not node and kind in _NUMERIC:
        raise BadInput(f"{key} must be a number", pointer=pointer)
    if kind is K.OPEN_ROLES and (meaning.role is Role.BREAKDOWN or _is_breakdown(node)):
        _read_breakdown(sink, meaning, node, pointer, scope)
        return
    inner = scope.inner(lexicon(meaning.topic, kind), scope.rank, pointer)
    inner.subject, inner.detail = meaning.detail, meaning.detail
    if kind in scope.by_kind or meaning.topic in scope.by_topic:
        inner.confidence = scope.sure(meaning.topic, kind)
    read_object(sink, node, pointer, inner)


def _is_breakdown(node: Node) -> bool:
    """True for counts by discipline alone: `{"go": 3, "data": 2}`."""
    lookup = lexicon(v.ROLES).lookup
    for key, value in node.items():
        meaning = lookup(key)
        if isinstance(value, bool) or not isinstance(value, int):
            return False
        if meaning is not None and meaning.role is not Role.TOPIC and key.lower() not in ("data", "platform"):
            return False
    return True


def _read_breakdown(sink: Sink, meaning: Meaning, node: Node, pointer: str, scope: Scope) -> None:
    counts = {
        key: read_count(value, step(pointer, key), key) for key, value in node.items() if key != "total"
    }
    total = read_count(node.get("total"), step(pointer, "total"), "total")
    if meaning.role is not Role.BREAKDOWN or total is not None:
        at = pointer if total is None else step(pointer, "total")
        sink.fact(meaning, sum(c or 0 for c in counts.values()) if total is None else total, at, scope)
    for key, count in counts.items():
        if count is not None:
            sink.fact(meaning, count, step(pointer, key), scope, key.replace("_", " ").lower())


def _read_list(sink: Sink, meaning: Meaning, key: str, items: list[Json], pointer: str, scope: Scope) -> None:
    """A list of roles is counted; elsewhere each item is read for itself."""
    kind = meaning.kind
    if kind is K.OPEN_ROLES:
        _read_roles(sink, meaning, key, items, pointer, scope)
        return
    if kind in _NUMERIC or not items:
        if items or kind in _NUMERIC:
            raise BadInput(f"{key} must be a number", pointer=pointer)
        return
    inner = scope.inner(scope.lexicon, scope.rank, pointer)
    for i, item in enumerate(items):
        if item is not None:
            read_fact(sink, meaning, key, item, f"{pointer}/{i}", inner)


def _read_roles(
    sink: Sink, meaning: Meaning, key: str, items: list[Json], pointer: str, scope: Scope
) -> None:
    total = 0
    inner = scope.inner(lexicon(), scope.rank, pointer)
    for i, item in enumerate(items):
        at = f"{pointer}/{i}"
        if isinstance(item, dict):
            count = item.get("count", item.get("open", item.get("open_roles", 1)))
            many = (
                read_count(count, step(at, "count"), "count") or 1
                if not isinstance(count, (list, dict))
                else 1
            )
            total += many
            place = next((item[p] for p in _PLACES if isinstance(item.get(p), str)), "")
            sink.fact(meaning, many, at, inner, str(place).lower())
        elif isinstance(item, str):
            total += 1
            sink.statement(key, item, at, inner)
        elif item is not None:
            raise BadInput(f"{key} must be a number or a list of roles", pointer=at)
    if meaning.role is not Role.BREAKDOWN:
        sink.fact(meaning, total, pointer, scope)


def _count(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    signed = meaning.kind is K.ROLES_DELTA
    if signed and _not_a_count(value):
        return False
    if (
        isinstance(value, str)
        and meaning.kind is K.OPEN_ROLES
        and count_in(value[:80].strip().lower()) is None
    ):
        label = Meaning(Role.FACT, meaning.key, v.ROLES, K.VELOCITY)
        if not nothing(value) and _trend(sink, label, key, value, pointer, scope):
            return True
    count = read_count(value, pointer, key, signed=signed)
    if count is None:
        return not isinstance(value, str)
    sink.fact(meaning, count, pointer, scope, meaning.detail or scope.subject)
    return not isinstance(value, str) or len(value) < 6


def _not_a_count(value: Json) -> bool:
    """A change may also be a share or a word; then it is kept as it stands."""
    if isinstance(value, str):
        return count_in(value.strip().lower()) is None if len(value) < 80 else True
    return isinstance(value, float) and value != int(value) if value == value else False


def _headcount(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    if isinstance(value, str) and (len(value) > 80 or count_in(value.strip().lower()) is None):
        return False
    return _count(sink, meaning, key, value, pointer, scope)


def _trend(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    if not isinstance(value, str):
        if isinstance(value, bool):
            raise BadInput(f"{key} must be a label", pointer=pointer)
        return False
    found = labels.trend(value[:240])
    if found is None:
        return False
    trend, pace = found
    sink.fact(meaning, trend, pointer, scope, "pace" if pace else "", late=pace)
    if pace:
        sink.statement(key, value, pointer, scope)
    return True


def _flag(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    flag = read_flag(value, pointer, key)
    if flag is None:
        return False
    sink.fact(meaning, flag, pointer, scope)
    return True


def _interim(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    flag = read_flag(value, pointer, key)
    if flag is None and isinstance(value, str) and not nothing(value):
        flag = True
    if flag is not None:
        sink.fact(meaning, flag, pointer, scope)
        if flag and meaning.detail:
            sink.fact(Meaning(Role.FACT, key, v.LEADERSHIP, K.LEADER_ROLE), meaning.detail, pointer, scope)
    return True


def _stage(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    text = _text(value, pointer, key)
    if len(text) > 40 or (
        meaning.key in ("type", "kind", "name", "label", "value", "level") and not _is_stage(text)
    ):
        return False
    stage = labels.stage(text)
    if stage:
        sink.fact(meaning, stage, pointer, scope)
    return True


def _is_stage(text: str) -> bool:
    found = labels.stage(text)
    return found.startswith("series_") or found in ("seed", "pre_seed", "growth", "angel", "bridge", "debt")


def _money(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    found = read_money(value, pointer, key, millions="_m" in meaning.key or "million" in meaning.key)
    if found is None:
        return not isinstance(value, str) or nothing(value)
    amount, currency = found
    named = next((c for c in ("eur", "gbp") if c in meaning.key.split("_")), "")
    sink.fact(meaning, amount, pointer, scope, currency or named.upper())
    return True


def _percent(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    percent = read_percent(value, pointer, key)
    if percent is None:
        return False
    if percent:
        sink.fact(meaning, percent, pointer, scope)
    else:
        sink.statement(key, 0, pointer, scope)
    return True


def _date(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    if _is_age(meaning.key):
        days = _days(value, meaning.key, pointer)
        if days is not None:
            sink.fact(meaning, sink.today - dt.timedelta(days=min(days, 40_000)), pointer, scope, "age")
        return days is not None
    moment = read_moment(value, sink.today, pointer, key)
    if moment is None:
        return False
    sink.fact(meaning, moment.day, pointer, scope, moment.grain)
    return True


def _is_age(key: str) -> bool:
    parts = key.split("_")
    return not {"days", "months", "weeks"}.isdisjoint(parts) or parts[-1] == "age"


def _age(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    days = _days(value, meaning.key, pointer)
    if days is None:
        return False
    sink.fact(meaning, days, pointer, scope, meaning.detail)
    return True


def _days(value: Json, key: str, pointer: str) -> int | None:
    """An age in days; the key names the unit (`..._months`), a text may ("three months")."""
    unit = 30.44 if "month" in key else 7.0 if "week" in key else 1.0
    if isinstance(value, str):
        low = value.strip().lower()
        for word, days in (("month", 30.44), ("mo", 30.44), ("week", 7.0), ("day", 1.0), ("year", 365.25)):
            if word in low:
                unit = days
                break
        found = (
            None
            if nothing(value) or len(low) > 80
            else count_in(low.split(word)[0].strip() if word in low else low)
        )
        if found is None:
            if not nothing(value) and " " not in low:
                raise BadInput(f"{key} must be a number", pointer=pointer)
            return None
        value = found
    age = number(value, pointer, key)
    if age < 0:
        raise BadInput(f"{key} must not be negative", pointer=pointer)
    return round(min(age, 1e6) * unit)


def _role(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    text = _text(value, pointer, key)
    if nothing(text):
        return True
    sink.fact(meaning, labels.leader_role(text[:120]), pointer, scope)
    if labels.is_interim(text):
        sink.fact(Meaning(Role.FACT, key, v.LEADERSHIP, K.LEADER_INTERIM), True, pointer, scope)
    return True


def _word(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    text = _text(value, pointer, key)
    if not nothing(text):
        sink.fact(meaning, text.strip(), pointer, scope)
    return True


def _text(value: Json, pointer: str, key: str) -> str:
    if not isinstance(value, str):
        raise BadInput(f"{key} must be a text", pointer=pointer)
    return value


def _maturity(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    if isinstance(value, str):
        level = None if nothing(value) else labels.ai_level(value)
        if level is None:
            return False
    else:
        level = float(number(value, pointer, key))
    if not 0 <= level <= 3:
        raise BadInput(f"{key} must lie between 0 and 3", pointer=pointer)
    sink.fact(meaning, level, pointer, scope)
    return True


def _segment(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise BadInput(f"{key} must be a segment's name or number", pointer=pointer)
    label = (
        str(int(value)) if isinstance(value, float) and value == value and abs(value) < 1e6 else str(value)
    )
    if not label.strip():
        return True
    segment = labels.segment_number(label, sink.policy.segment.aliases)
    sink.fact(meaning, label.strip() if segment is None else str(segment or "abstain"), pointer, scope)
    return True


def _sureness(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    sure = sink.confidence(value, pointer)
    sink.fact(meaning, sure, pointer, scope)
    return True


READERS: dict[K, Reader] = {
    K.COMPANY: _word, K.HEADCOUNT: _headcount, K.OPEN_ROLES: _count, K.ROLES_BEFORE: _count, K.ROLES_DELTA: _count,
    K.VELOCITY: _trend, K.FUNDING_DETECTED: _flag, K.FUNDING_STAGE: _stage, K.FUNDING_AMOUNT: _money,
    K.FUNDING_DATE: _date, K.FUNDING_AGE: _age, K.LAYOFF_DETECTED: _flag, K.LAYOFF_PERCENT: _percent,
    K.LAYOFF_HEADCOUNT: _count, K.LAYOFF_DATE: _date, K.LEADERSHIP_CHANGE: _flag, K.LEADER_ROLE: _role,
    K.LEADER_NAME: _word, K.LEADER_DATE: _date, K.LEADER_TENURE: _age, K.LEADER_INTERIM: _interim,
    K.AI_MATURITY: _maturity, K.SEGMENT: _segment, K.SEGMENT_CONFIDENCE: _sureness, K.TECH: _word,
}  # fmt: skip
