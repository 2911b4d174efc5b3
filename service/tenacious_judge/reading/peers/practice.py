"""Which practice a text speaks of, and whether two texts speak of the same one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...errors import Misconfigured
from ..patterns import load_yaml
from .words import word_set

_TOKEN = re.compile(r"[a-z0-9][a-z0-9+#]*(?:/[a-z0-9]+)*")
_ENDINGS = ("ings", "ing", "ions", "ion", "ies", "ied", "ers", "ed", "es", "er", "s", "e", "y")
_NOUNS = ("ment", "ments")
_KEPT = ("ey", "oy", "ay")
_LONGEST = 4
_COMMON = word_set("common")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a text is about: subjects that tell practices apart, those that do not, and its telling words."""

    specific: frozenset[str]
    soft: frozenset[str]
    words: frozenset[str]
    content: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.specific or self.soft)

    def shares(self, other: "Topic") -> bool:
        """True when both surely speak of one thing: a specific subject in common, every word of the other, or
        a telling word; two of those where each has a subject of its own."""
        if self.specific & other.specific or (len(other.content) > 1 and other.content <= self.content):
            return True
        if len(own := self.content - _OWNERS) > 1 and own <= other.content:
            return True
        return len(self.words & other.words) > bool(self.specific and other.specific)


_OWNERS = frozenset(("their", "own", "its", "them"))

NOTHING = Topic(frozenset(), frozenset(), frozenset())


_OTHER_SENSE = {
    "trace": "sign", "traces": "sign", "page": "show", "pages": "show", "product": "item", "products": "item",
}  # fmt: skip
"""No trace of a thing is no tracing; a web page pages nobody; a product is no production."""


def stem(word: str) -> str:
    """The word without its commonest endings: "evaluations" and "evaluate" are both "evaluat"."""
    word = _OTHER_SENSE.get(word, word)
    if len(word) > 8 and word.endswith(_NOUNS):
        word = word.removesuffix("s")[:-4].removesuffix("e")  # "deployment" is what one deploys
    elif not word.endswith(_KEPT):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                word = word[: -len(ending)]
                break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls" else word


def _read_phrases() -> dict[tuple[str, ...], tuple[bool, str]]:
    """Stemmed phrase -> (soft, subject)."""
    path = Path(__file__).parent / "practices.yml"
    known: dict[tuple[str, ...], tuple[bool, str]] = {}
    for kind, subjects in load_yaml(path).items():
        for subject, phrases in subjects.items():
            for phrase in phrases:
                words = tuple(stem(w) for w in _tokens(str(phrase)))
                if not 0 < len(words) <= _LONGEST:
                    raise Misconfigured(
                        f"{path.name}:{phrase.line}: {phrase!r} must have one to {_LONGEST} words"
                    )
                known.setdefault(words, (str(kind) == "soft", str(subject)))
    return known


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.replace("-", " "))


_PHRASES = _read_phrases()
_EMPTY = frozenset(stem(w) for w in word_set("stop")) | frozenset(("the", "of", "to", "an", "its", "own"))
_STEMS = frozenset(stem(w) for w in _COMMON)


@lru_cache(maxsize=4096)
def read_topic(text: str) -> Topic:
    """The topic of a text in lower case; at most its first 600 characters count."""
    stems = [stem(w) for w in _tokens(text[:600])]
    specific: set[str] = set()
    soft: set[str] = set()
    words: set[str] = set()
    used: set[int] = set()
    for at, span, (is_soft, subject) in _found(stems):
        used.update(range(at, at + span))
        (soft if is_soft else specific).add(subject)
    for i, word in enumerate(stems):
        if i not in used and len(word) >= 4 and word not in _STEMS and not word[0].isdigit():
            words.add(word)
    if "ai" in soft and "platform" in specific:
        specific.add("mlops")
    content = frozenset(s for s in stems if len(s) > 1 and s not in _EMPTY)
    return Topic(frozenset(specific), frozenset(soft), frozenset(words), content)


def _found(stems: list[str]) -> Iterator[tuple[int, int, tuple[bool, str]]]:
    """All phrases of the lexicon; of the specific ones that begin at a word, the longest."""
    known = _PHRASES
    for i in range(len(stems)):
        told = False
        for size in range(min(_LONGEST, len(stems) - i), 0, -1):
            hit = known.get(tuple(stems[i : i + size]))
            if hit is not None and (hit[0] or not told):
                yield i, size, hit
                told = told or not hit[0]


def same_practice(said: Topic, confirmed: Topic) -> bool:
    """True when what is said can be what was confirmed; a claim that names no practice can be any."""
    if said.shares(confirmed):
        return True
    if said.specific:
        return False
    if said.soft - {"blog", "data"}:
        if "team" in said.soft and "hire" in confirmed.soft and "team" not in confirmed.soft:
            return False
        if (
            not confirmed.specific
            and len(said.words) > 1
            and confirmed.words
            and not (said.words & confirmed.words)
        ):
            return False  # one model summarises case files, another drafts contracts
        return bool((said.soft & confirmed.soft) - {"blog"}) and ("ai" in said.soft) <= (
            "ai" in confirmed.soft or "mlops" in confirmed.specific
        )
    return not said.words or bool(said.soft & confirmed.soft)


def other_practice(said: Topic, confirmed: Topic, *, told: bool) -> bool:
    """True when what is said is surely not what was confirmed: a vacancy has become a team; or each has a
    subject of its own, or a model does other things, and no word of it is `told`. Other words alone prove
    nothing."""
    if said.specific & confirmed.specific:
        return False
    if "hire" in confirmed.soft - said.soft and ("team" in said.soft - confirmed.soft or said.specific):
        return True
    if told or said.words & confirmed.words:
        return False
    if "ai" in said.soft & confirmed.soft and not (said.specific or confirmed.specific):
        return len(said.words) > 1 and bool(confirmed.words)
    return bool(said.specific and confirmed.specific)


def any_same(said: Topic, confirmed: Iterable[Topic]) -> bool:
    return any(same_practice(said, topic) for topic in confirmed)
