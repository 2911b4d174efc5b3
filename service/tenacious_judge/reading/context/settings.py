"""Keys that speak of their own object: how sure it is, when it was made, whether it is confirmed."""

from collections.abc import Callable

from ...domain import FactKind, Json
from ...errors import BadInput
from . import vocabulary as v
from .keys import fold, step
from .lexicon import topic_named
from .meaning import Meaning, Role
from .moments import read_moment
from .sink import Scope, Sink
from .values import read_flag

Node = dict[str, Json]
Setting = Callable[[Sink, Meaning, Json, str, Scope, Node], bool]
"""Puts a value into its object's scope; False where the key turns out to hold something else."""

_SEGMENT_CONFIDENCE = Meaning(Role.FACT, "confidence", v.SEGMENT, FactKind.SEGMENT_CONFIDENCE)


def _own_confidence(
    sink: Sink, meaning: Meaning, value: Json, pointer: str, scope: Scope, node: Node
) -> bool:
    """The object's own confidence: nearer than whatever was stated further out."""
    if isinstance(value, dict):
        for key in ("score", "value", "overall", "level", "label"):
            if value.get(key) is not None:
                return _own_confidence(sink, meaning, value[key], step(pointer, key), scope, node)
        return _confidence_map(sink, meaning, value, pointer, scope, node)
    scope.confidence = sink.confidence(value, pointer)
    scope.by_topic, scope.by_kind = {}, {}
    if meaning.topic == v.SEGMENT:
        sink.fact(_SEGMENT_CONFIDENCE, scope.confidence, pointer, scope)
    return True


def _confidence_map(
    sink: Sink, meaning: Meaning, value: Json, pointer: str, scope: Scope, node: Node
) -> bool:
    if not isinstance(value, dict):
        raise BadInput("confidences by signal must be an object", pointer=pointer)
    sink.takes(len(value) * 10, pointer)
    for key, stated in value.items():
        if isinstance(stated, dict):
            stated = stated.get("confidence", stated.get("score", stated.get("value")))
        if stated is None:
            continue
        about = topic_named(key) or Meaning(Role.CONFIDENCE_FOR, fold(key), detail=key)
        _note(about, key, sink.confidence(stated, step(pointer, key)), scope)
    return True


def _confidence_for(
    sink: Sink, meaning: Meaning, value: Json, pointer: str, scope: Scope, node: Node
) -> bool:
    sure = sink.confidence(value, pointer)
    _note(meaning, meaning.detail, sure, scope)
    if meaning.topic == v.SEGMENT:
        sink.fact(_SEGMENT_CONFIDENCE, sure, pointer, scope)
    return True


def _note(about: Meaning, name: str, sure: float, scope: Scope) -> None:
    if about.kind is not None:
        scope.by_kind = {**scope.by_kind, about.kind: sure}
    elif about.topic:
        scope.by_topic = {**scope.by_topic, about.topic: sure}
    else:
        scope.by_name = {**scope.by_name, name: sure}


def _seen_on(sink: Sink, meaning: Meaning, value: Json, pointer: str, scope: Scope, node: Node) -> bool:
    """When the object was made. `snapshot_date` beside an earlier count is that count's date, not the
    object's."""
    if not isinstance(value, (str, int, float)) or isinstance(value, bool):
        if scope.depth == 0:
            raise BadInput(f"{meaning.key} is not a date", pointer=pointer)
        return False
    moment = read_moment(value, sink.today, pointer, meaning.key)
    lookup = scope.lexicon.lookup
    earlier = meaning.key == "snapshot_date" and any(
        (m := lookup(k)) and m.kind is FactKind.ROLES_BEFORE for k in node
    )
    if moment is not None and not earlier:
        scope.as_of = moment.day
    return True


def _confirmed(sink: Sink, meaning: Meaning, value: Json, pointer: str, scope: Scope, node: Node) -> bool:
    """ "confirmed: false", "inferred: true": at most a low confidence, whatever else is said."""
    if isinstance(value, (dict, list)):
        return False
    flag = read_flag(value, pointer, meaning.key)
    if flag is not None and flag is (meaning.role is Role.UNCONFIRMED):
        scope.capped = low(sink)
    return flag is not None


def _status(sink: Sink, meaning: Meaning, value: Json, pointer: str, scope: Scope, node: Node) -> bool:
    if isinstance(value, str) and scope.depth and set(fold(value).split("_")) & v.UNCONFIRMED:
        scope.capped = low(sink)
    return False


def low(sink: Sink) -> float:
    """What "low" counts."""
    return sink.policy.confidence.words.get("low", 0.3)


SETTINGS: dict[Role, Setting] = {
    Role.CONFIDENCE: _own_confidence,
    Role.CONFIDENCE_MAP: _confidence_map,
    Role.CONFIDENCE_FOR: _confidence_for,
    Role.DATE: _seen_on,
    Role.CONFIRMED: _confirmed,
    Role.UNCONFIRMED: _confirmed,
    Role.STATUS: _status,
}
