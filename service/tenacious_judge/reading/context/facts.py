"""Everything under a key that names one kind of fact: a leaf, a wrapped value, a list, counts by
discipline."""

from ...domain import FactKind as K
from ...domain import Json
from ...errors import BadInput
from . import vocabulary as v
from .certainty import stated_in
from .keys import step
from .lexicon import lexicon
from .meaning import Meaning, Role
from .objects import handles, read_object, read_unknown
from .readers import READERS
from .settings import Node
from .sink import Scope, Sink
from .values import LONGEST_VALUE, read_count

_NUMERIC = frozenset(
    (
        K.OPEN_ROLES,
        K.ROLES_BEFORE,
        K.ROLES_DELTA,
        K.FUNDING_AMOUNT,
        K.FUNDING_AGE,
        K.LAYOFF_PERCENT,
        K.LAYOFF_HEADCOUNT,
        K.AI_MATURITY,
        K.LEADER_TENURE,
        K.SEGMENT_CONFIDENCE,
    )
)
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
    if key.lower().endswith("_label") and value is not None and not isinstance(value, str):
        raise BadInput(f"{key} must be a text", pointer=pointer)
    if isinstance(value, dict):
        sink.takes(len(value), pointer)
        _read_wrapped(sink, meaning, key, value, pointer, scope)
    elif isinstance(value, list):
        sink.takes(len(value), pointer)
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
    if not node and (kind in _NUMERIC or key.lower().endswith(("_at", "date"))):
        raise BadInput(f"{key} must be a number or a date", pointer=pointer)
    if kind is K.OPEN_ROLES and (meaning.role is Role.BREAKDOWN or _is_breakdown(node)):
        _read_breakdown(sink, meaning, node, pointer, scope)
        return
    inner = scope.inner(lexicon(meaning.topic, kind), scope.rank, pointer)
    if kind is K.OPEN_ROLES:
        node = _read_disciplines(sink, meaning, node, pointer, inner)
    inner.subject, inner.detail = meaning.detail, meaning.detail
    if kind in scope.by_kind or meaning.topic in scope.by_topic:
        inner.confidence = scope.sure(meaning.topic, kind)
    read_object(sink, node, pointer, inner)


def _read_disciplines(sink: Sink, meaning: Meaning, node: Node, pointer: str, scope: Scope) -> Node:
    """Counts of disciplines beside a total (`{"total": 5, "ml": 2}`); what is left of the object."""
    rest: Node = {}
    for key, value in node.items():
        known = scope.lexicon.lookup(key)
        other = known is None or known.role is Role.TOPIC
        if other and isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            sink.fact(meaning, value, step(pointer, key), scope, key.replace("_", " ").lower(), late=1)
        else:
            rest[key] = value
    return rest


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
    """Keep the titles; how many they are counts where the brief states no count (it may list only some)."""
    total = 0
    inner = scope.inner(lexicon(), scope.rank, pointer)
    for i, item in enumerate(items):
        at = f"{pointer}/{i}"
        if isinstance(item, dict):
            said = next((k for k in ("count", "open", "open_roles", "number") if k in item), None)
            count = item[said] if said is not None else 1
            many = 1
            if said is not None and not isinstance(count, (list, dict, bool)):
                many = read_count(count, step(at, said), said) or 1
            total += many
            place = next((item[p] for p in _PLACES if isinstance(item.get(p), str)), "")
            sink.fact(meaning, many, at, inner, str(place).lower(), late=1)
        elif isinstance(item, str):
            total += 1
            sink.statement(key, item, at, inner)
        elif item is not None:
            raise BadInput(f"{key} must be a number or a list of roles", pointer=at)
    if meaning.role is not Role.BREAKDOWN:
        sink.listed.append((meaning, total, pointer, scope))
