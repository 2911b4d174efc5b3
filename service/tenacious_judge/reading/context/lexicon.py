"""Looking a key up: what it stands for in the object where it was found. Answers are kept, so keys are
read once."""

import re
from collections.abc import Callable, KeysView
from functools import cache

from ...domain import FactKind
from . import vocabulary as v
from .keys import LONGEST_KEY, fold
from .meaning import SETTINGS, Meaning, Role

_EARLIER = re.compile(
    r"(?:(?:open_|engineering_|eng_|job_|role_|snapshot|roles|positions|jobs|postings|openings|posts"
    r"|count|was|before|prior"
    r"|previous|from|number_of_)_?){0,6}_?(?P<n>\d{1,3}|sixty|ninety|thirty)_?(?P<unit>d|days?|w|weeks?"
    r"|m|mo|months?)"
    r"(?:_ago|_prior|_before|_back|_earlier|_snapshot|_previous)?(?:_roles|_open_roles|_count)?"
)
_UNIT_DAYS = {"d": 1, "w": 7, "m": 30}
_WORDS = {"sixty": 60, "ninety": 90, "thirty": 30}
_PREFIXES = (
    "current_",
    "latest_",
    "recent_",
    "detected_",
    "estimated_",
    "reported_",
    "num_",
    "number_of_",
    "n_",
    "public_",
    "prospect_",
    "company_",
    "their_",
    "known_",
    "observed_",
    "target_",
    "inferred_",
)
_SUFFIXES = (
    "_signal",
    "_signals",
    "_info",
    "_value",
    "_estimate",
    "_event",
    "_details",
    "_usd",
    "_current",
    "_now",
    "_summary",
    "_status",
    "_brief",
    "_data",
    "_count",
)
_LEADERS = (
    ("vp_eng", "vp engineering"),
    ("vpe", "vp engineering"),
    ("head_of_eng", "head of engineering"),
    ("cto", "cto"),
    ("cio", "cio"),
    ("cpo", "cpo"),
    ("ceo", "ceo"),
    ("cfo", "cfo"),
)
_TOPIC_OF = {kind: topic for topic, kinds in v.INSIDE.items() for kind in kinds} | {
    FactKind.TECH: v.TECH,
    FactKind.FLAG: v.FLAGS,
    FactKind.HEADCOUNT: v.COMPANY,
}
_NEUTRAL = ("", v.COMPANY)
ASIDE = "aside"


def _spread(table: dict[FactKind, str]) -> dict[str, FactKind]:
    return {word: kind for kind, words in table.items() for word in words.split()}


_ANYWHERE = _spread(v.ANYWHERE)
_OUTSIDE = _spread(v.OUTSIDE)
_INSIDE = {topic: _spread(table) for topic, table in v.INSIDE.items()}
_TOPICS = {word: topic for topic, words in v.TOPICS.items() for word in words.split()}
_SIGNALS = {word: topic for topic, words in v.SIGNAL_NAMES.items() for word in words.split()}


class _Known(dict[str, Meaning | None]):
    """Answers as they were first given; a key that is new is worked out, and kept while there is room."""

    __slots__ = ("_resolve", "settings")

    def __init__(self, resolve: Callable[[str], Meaning | None]) -> None:
        super().__init__()
        self._resolve = resolve
        self.settings: set[str] = set()

    def __missing__(self, key: str) -> Meaning | None:
        if len(key) > LONGEST_KEY:
            return None
        meaning = self._resolve(fold(key))
        if len(self) < 4096:
            self[key] = meaning
            if meaning is not None and meaning.role in SETTINGS:
                self.settings.add(key)
        return meaning


class Lexicon:
    """The keys of one sort of object: those of `topic`, or ("") of the brief itself.

    `wraps` is set for an object that stands where one value was expected (`{"value": 6, "confidence": 0.9}`).
    `lookup(key)` is what a key means here, or None: then its value is kept as a statement. `sets(node)` is
    True where some key of an object may say something about the object itself: how sure it is, when it was
    made.
    """

    __slots__ = ("_known", "inside", "lookup", "neutral", "topic", "wraps")

    def __init__(self, topic: str, wraps: FactKind | None = None) -> None:
        self.topic = topic
        self.wraps = wraps
        self.neutral = topic in _NEUTRAL
        self.inside = dict(_INSIDE.get(topic, {}))
        if wraps is not None:
            words = (*v.VALUE, "score", "label", "amount", "count", "number", "total", "name")
            self.inside |= dict.fromkeys(words, wraps)
        self._known = _Known(self._resolve)
        self.lookup: Callable[[str], Meaning | None] = self._known.__getitem__

    def sets(self, node: KeysView[str]) -> bool:
        known = self._known
        if not known.keys() >= node:
            for key in node:
                known[key]
            if not known.keys() >= node:
                return True  # no room was left to remember one of them
        return not known.settings.isdisjoint(node)

    def _resolve(self, key: str) -> Meaning | None:
        if self.topic == ASIDE:
            return Meaning(Role.CONFIDENCE, key, self.topic) if key in v.CONFIDENCE else None
        return self._plain(key) or self._pattern(key) or self._trimmed(key)

    def _plain(self, key: str) -> Meaning | None:
        if key in v.CONFIDENCE:
            return Meaning(Role.CONFIDENCE, key, self.topic)
        if key in v.CONFIDENCE_MAP:
            return Meaning(Role.CONFIDENCE_MAP, key)
        if key in v.UNCONFIRMED:
            return Meaning(Role.UNCONFIRMED, key)
        if key in v.CONFIRMED:
            return Meaning(Role.CONFIRMED, key)
        kind = self.inside.get(key) or (_OUTSIDE.get(key) if self.neutral else None) or self._anywhere(key)
        if kind is FactKind.SEGMENT_CONFIDENCE:
            return Meaning(Role.CONFIDENCE_FOR, key, v.SEGMENT, None, key)
        if kind is not None:
            return Meaning(Role.FACT, key, _TOPIC_OF.get(kind, ""), kind, _detail(kind, key))
        return self._structure(key)

    def _anywhere(self, key: str) -> FactKind | None:
        return None if self.topic in (v.TECH, v.FLAGS) else _ANYWHERE.get(key)

    def _structure(self, key: str) -> Meaning | None:
        topic = _TOPICS.get(key)
        if topic is not None and (self.topic != v.TECH or topic == v.TECH):
            return Meaning(Role.TOPIC, key, topic, None, _leader(key) if topic == v.LEADERSHIP else "")
        for role, words in (
            (Role.DATE, v.DATES),
            (Role.GAP, v.GAP),
            (Role.PROVENANCE, v.PROVENANCE),
            (Role.LIST, v.LISTS),
            (Role.FLAG, v.FLAG_NAMES),
            (Role.WRAPPER, v.META),
            (Role.STATUS, v.STATUS),
        ):
            if key in words and not (role is Role.LIST and not self.neutral):
                return Meaning(role, key, self.topic)
        if not self.neutral and key in v.WRAPPERS:
            return Meaning(Role.WRAPPER, key, self.topic)
        return None

    def _pattern(self, key: str) -> Meaning | None:
        for affix in ("_confidence", "_conf", "_confidence_score", "_confidence_level"):
            if key.endswith(affix):
                return self._confidence_for(key, key[: -len(affix)])
        for affix in ("confidence_in_", "confidence_of_", "confidence_for_", "confidence_"):
            if key.startswith(affix):
                return self._confidence_for(key, key[len(affix) :])
        if key.endswith("_ms"):
            return Meaning(Role.INTERNAL, key)
        if "_by_" in key or key.startswith("by_") or "breakdown" in key:
            name = key.split("_by_")[0].split("_breakdown")[0]
            counts = FactKind.OPEN_ROLES in (_ANYWHERE.get(name), _OUTSIDE.get(name))
            if counts or key.startswith("role_breakdown") or self.topic == v.ROLES:
                return Meaning(Role.BREAKDOWN, key, v.ROLES, FactKind.OPEN_ROLES)
        return self._earlier(key)

    def _earlier(self, key: str) -> Meaning | None:
        match = _EARLIER.fullmatch(key)
        if match is None or not (
            self.topic == v.ROLES or "role" in key or "position" in key or "posting" in key
        ):
            return None
        number = match["n"]
        days = _WORDS.get(number) or int(number)
        days *= _UNIT_DAYS[match["unit"][0]]
        return Meaning(Role.FACT, key, v.ROLES, FactKind.ROLES_BEFORE, "" if days == 60 else str(days))

    def _confidence_for(self, key: str, name: str) -> Meaning:
        about = self._plain(name) or self._trimmed(name)
        if about is not None and about.role in (Role.FACT, Role.TOPIC):
            return Meaning(Role.CONFIDENCE_FOR, key, about.topic, about.kind, name)
        return Meaning(Role.CONFIDENCE_FOR, key, "", None, name)

    def _trimmed(self, key: str) -> Meaning | None:
        for prefix in _PREFIXES:
            if key.startswith(prefix):
                return self._near(key[len(prefix) :])
        for suffix in _SUFFIXES:
            if key.endswith(suffix):
                return self._near(key[: -len(suffix)])
        return None

    def _near(self, key: str) -> Meaning | None:
        """What a trimmed key means; only what is plain enough to survive the trimming."""
        found = self._plain(key)
        return found if found is not None and found.role in (Role.FACT, Role.TOPIC) else None


def _detail(kind: FactKind, key: str) -> str:
    if kind in (FactKind.LEADER_TENURE, FactKind.LEADER_DATE, FactKind.LEADER_INTERIM):
        return _leader(key)
    if kind is FactKind.HEADCOUNT:
        return "engineering" if "eng" in key else ""
    return ""


def _leader(key: str) -> str:
    return next((role for part, role in _LEADERS if part in key), "")


@cache
def lexicon(topic: str = "", wraps: FactKind | None = None) -> Lexicon:
    """The one lexicon of a topic, and of the kind of value an object stands in for."""
    return Lexicon(topic, wraps)


@cache
def statements_only() -> Lexicon:
    """For objects that belong to a signal and are not understood: nothing in them is taken for its
    figures."""
    return Lexicon(ASIDE)


def topic_named(name: str) -> Meaning | None:
    """What a signal's type ("funding", "new CTO", "open roles") is about, or None."""
    key = fold(name)
    found = lexicon().lookup(key)
    if found is not None and found.role in (Role.FACT, Role.TOPIC):
        return found
    topic = _SIGNALS.get(key)
    return Meaning(Role.TOPIC, key, topic) if topic else None
