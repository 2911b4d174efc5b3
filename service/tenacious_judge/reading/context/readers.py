"""A reader for each kind of fact: one leaf -> one fact, or False where the leaf is better kept as it
stands."""

import datetime as dt
import math
from collections.abc import Callable

from ...domain import FactKind as K
from ...domain import Json
from ...errors import BadInput
from . import labels
from . import vocabulary as v
from .ages import days_of, is_age
from .meaning import Meaning, Role
from .moments import read_moment
from .sink import Scope, Sink
from .values import count_in, nothing, number, read_count, read_flag, read_money, read_percent

Reader = Callable[[Sink, Meaning, str, Json, str, Scope], bool]


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
    return isinstance(value, float) and math.isfinite(value) and not value.is_integer()


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
    if is_age(meaning.key):
        days = days_of(value, meaning.key, pointer)
        if days is not None:
            sink.fact(meaning, sink.today - dt.timedelta(days=min(days, 40_000)), pointer, scope, "age")
        return days is not None
    moment = read_moment(value, sink.today, pointer, key)
    if moment is None:
        return False
    sink.fact(meaning, moment.day, pointer, scope, moment.grain)
    return True


def _age(sink: Sink, meaning: Meaning, key: str, value: Json, pointer: str, scope: Scope) -> bool:
    days = days_of(value, meaning.key, pointer)
    if days is None:
        return False
    sink.fact(meaning, days, pointer, scope, meaning.detail)
    return True


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
    label = labels.segment_label(value, pointer)
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
    K.COMPANY: _word,
    K.HEADCOUNT: _headcount,
    K.OPEN_ROLES: _count,
    K.ROLES_BEFORE: _count,
    K.ROLES_DELTA: _count,
    K.VELOCITY: _trend,
    K.FUNDING_DETECTED: _flag,
    K.FUNDING_STAGE: _stage,
    K.FUNDING_AMOUNT: _money,
    K.FUNDING_DATE: _date,
    K.FUNDING_AGE: _age,
    K.LAYOFF_DETECTED: _flag,
    K.LAYOFF_PERCENT: _percent,
    K.LAYOFF_HEADCOUNT: _count,
    K.LAYOFF_DATE: _date,
    K.LEADERSHIP_CHANGE: _flag,
    K.LEADER_ROLE: _role,
    K.LEADER_NAME: _word,
    K.LEADER_DATE: _date,
    K.LEADER_TENURE: _age,
    K.LEADER_INTERIM: _interim,
    K.AI_MATURITY: _maturity,
    K.SEGMENT: _segment,
    K.SEGMENT_CONFIDENCE: _sureness,
    K.TECH: _word,
}
