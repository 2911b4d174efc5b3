"""Patterns as data: names, word classes and RE2, matched all at once, each error naming its file and line.

In a pattern a blank stands for any run of blanks, hyphens or a line break; `<name>` for a class of words
(`classes*.yml`); a word at either end ends there (`\\b` is put in). RE2 is linear: no text makes it hang.
Text and patterns are Latin-1 bytes, one byte a character, so that offsets need no translation.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import re2
import yaml

from ..errors import Misconfigured
from .pieces import bounded, pieces

HERE = Path(__file__).parent / "cues"
_MEMORY = 256 << 20
_CLASS = re.compile(r"<([a-z_]+)>")
_SENTINEL = "(?s)."
_UNANCHORED = re2._re2.RE2.Anchor.UNANCHORED


_WORDS_TAKEN = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")


class Located(str):
    """A string of a YAML file that knows its line."""

    line: int = 0


class _Loader(yaml.SafeLoader):
    """SafeLoader whose strings know their line and whose mappings refuse a key twice; "no" is a word here."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _WORDS_TAKEN]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _located(loader: _Loader, node: yaml.ScalarNode) -> Located:
    text = Located(loader.construct_scalar(node))
    text.line = node.start_mark.line + 1
    return text


def _unique(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key, _ in node.value:
        name = loader.construct_object(key)
        if name in seen:
            raise yaml.constructor.ConstructorError(None, None, f"{name!r} stands here twice", key.start_mark)
        seen.add(name)
    return loader.construct_mapping(node, deep=True)


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(?:true|false)$"), list("tf"))
_Loader.add_constructor("tag:yaml.org,2002:str", _located)
_Loader.add_constructor("tag:yaml.org,2002:map", _unique)


def load_yaml(path: Path) -> Any:
    """The file's content, strings as `Located`. Raises Misconfigured with file and line."""
    try:
        # YAML would take "(?: " for a key; groups capture nothing here, so a plain one says the same.
        return yaml.load(path.read_text(encoding="utf-8").replace("(?: ", "( "), _Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Misconfigured(f"{path.name}:{line}: {error.problem}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path.name}: {error}") from error


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern under a name; several entries may share a name."""

    name: str
    pattern: str
    file: str = ""
    line: int = 0


@lru_cache(maxsize=1)
def word_classes() -> Mapping[str, str]:
    """Class name -> alternation, classes within classes resolved; `classes.yml` first, then others."""
    done: dict[str, str] = {}
    for path in sorted(HERE.glob("classes*.yml")):
        for name, words in load_yaml(path).items():
            if name in done:
                raise Misconfigured(f"{path.name}:{getattr(name, 'line', 1)}: <{name}> stands in two files")
            alternatives = [str(w) for w in words] if isinstance(words, list) else [str(words)]
            parts = (_fill(a, done, f"{path.name}: {name}") for a in alternatives)
            done[str(name)] = "(?:" + "|".join(parts) + ")"
    return done


def _fill(pattern: str, classes: Mapping[str, str], where: str) -> str:
    def swap(match: re.Match[str]) -> str:
        if match[1] not in classes:
            raise Misconfigured(f"{where}: no class of words is called <{match[1]}>")
        return classes[match[1]]

    return _CLASS.sub(swap, pattern)


def expand(entry: Entry) -> str:
    """The RE2 source of an entry."""
    return _source(_filled(entry))


def _filled(entry: Entry) -> str:
    filled = _fill(entry.pattern, word_classes(), f"{entry.file}:{entry.line}")
    # Their places in the bytes that are matched: see text.to_latin.
    return filled.replace("–", "\x96").replace("€", "\x80")


def _source(filled: str) -> str:
    source = _blanks(filled)
    head = r"\b" if re.match(r"[\w(]", source) and not source.startswith("(?<") else ""
    # An optional last piece ends a word too, with it or without: "engineers?", "back(?: to)?".
    tail = r"\b" if re.search(r"(?:[\w)]|(?<!\\)[?*])$", source) else ""
    return head + source + tail


def _blanks(source: str) -> str:
    """A blank outside a character class becomes a run of blanks, hyphens or one paragraph break."""
    out: list[str] = []
    inside = False
    for i, char in enumerate(source):
        if char == "[" and (i == 0 or source[i - 1] != "\\"):
            inside = True
        elif char == "]" and (i == 0 or source[i - 1] != "\\"):
            inside = False
        out.append(r"[ \x1f-]+" if char == " " and not inside else char)
    # An optional blank ("start ?ups") is no run at all or one; "+?" would ask for one.
    return "".join(out).replace(r"[ \x1f-]+?", r"[ \x1f-]*")


def spans(compiled: Any, latin: bytes) -> list[tuple[int, int]]:
    """All matches of a compiled RE2, left to right, not overlapping: `finditer` at a third of its cost."""
    match = compiled._regexp.Match
    size = len(latin)
    found: list[tuple[int, int]] = []
    at = 0
    while at <= size:
        start, end = match(_UNANCHORED, latin, at, size)[0]
        if start < 0:
            break
        found.append((start, end))
        at = end if end > at else at + 1
    return found


class PatternSet:
    """Many named patterns: one pass finds which of their pieces occur, then what can match is located."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._options = re2.Options()
        self._options.encoding = re2.Options.Encoding.LATIN1
        self._options.max_mem = _MEMORY
        self._options.log_errors = False
        self._options.never_capture = True
        self._set = re2.Set.SearchSet(self._options)
        self._names: list[str] = []
        self._compiled: list[Any] = []
        self._pieces: dict[str, int] = {}
        # By piece: the patterns that it lets in, each with the other pieces they need.
        self._admits: list[list[tuple[int, tuple[int, ...]]]] = []
        sources: list[str] = []
        for entry in entries:
            filled = _filled(entry)
            source = _source(filled)
            self._compiled.append(_compile(source, self._options, entry))
            self._admit(len(self._names), filled, source)
            self._names.append(entry.name)
            sources.append(f"{entry.name}\t{source}")
        for piece in self._pieces:
            self._set.Add(piece.encode("latin-1"))
        self._set.Add(_SENTINEL.encode())
        self._set.Compile()
        self.digest = hashlib.sha256("\n".join(sources).encode()).hexdigest()

    def __len__(self) -> int:
        return len(self._names)

    def _admit(self, index: int, filled: str, source: str) -> None:
        """File a pattern under the rarest of its pieces."""
        parts = pieces(filled)
        needed = [source] if parts == (filled,) else [_blanks(bounded(part, filled)) for part in parts]
        for piece in needed:
            if piece not in self._pieces:
                self._pieces[piece] = len(self._pieces)
                self._admits.append([])
        rare = min(needed, key=_common) if len(needed) > 1 else needed[0]
        others = {self._pieces[piece] for piece in needed if piece != rare}
        self._admits[self._pieces[rare]].append((index, tuple(sorted(others))))

    def which(self, latin: bytes) -> list[int]:
        """Indexes of the patterns whose pieces all occur. Raises MemoryError rather than miss one."""
        if not latin:
            return []
        matched: Sequence[int] | None = self._set.Match(latin)
        # The last entry matches every text: without it the matcher gave up, which must not read as "no hit".
        if not matched or len(self._pieces) not in matched:
            raise MemoryError("the pattern matcher ran out of memory")
        there = set(matched)
        admits = self._admits
        return sorted(
            index
            for piece in there
            if piece < len(admits)
            for index, others in admits[piece]
            if not others or there.issuperset(others)
        )

    def find(self, latin: bytes) -> dict[str, list[tuple[int, int]]]:
        """Name -> places, sorted, of all patterns that hit."""
        hits: dict[str, list[tuple[int, int]]] = {}
        for index in self.which(latin):
            places = spans(self._compiled[index], latin)
            if places:
                hits.setdefault(self._names[index], []).extend(places)
        for places in hits.values():
            if len(places) > 1:
                places.sort()
        return hits


# Words that stand in most mails: a piece they match says little.
_EVERYDAY = (
    b" we you i your our the team engineering to of in on for with and a an is are was has have could would "
    b"can if not more that this which from at by as who how what them they it its us so while when after "
    b"will now new one two four 12 engineers people help work company build hire place start take keep week "
)


def _common(piece: str) -> int:
    """How often a piece matches everyday words."""
    return len(Finder(piece).places(_EVERYDAY))


class Finder:
    """One RE2 over Latin-1 bytes: linear, whatever the text. For patterns that belong to code, not to
    data."""

    def __init__(self, source: str) -> None:
        options = re2.Options()
        options.encoding = re2.Options.Encoding.LATIN1
        options.never_capture = True
        self._regex = re2.compile(source.encode("latin-1"), options)

    def places(self, latin: bytes) -> list[tuple[int, int]]:
        """All matches, left to right, not overlapping."""
        return spans(self._regex, latin)


def _compile(source: str, options: Any, entry: Entry) -> Any:
    try:
        return re2.compile(source.encode("latin-1"), options)
    except (re2.error, UnicodeEncodeError) as error:
        text = error.args[0] if error.args else error
        reason = text.decode(errors="replace") if isinstance(text, bytes) else str(text)
        raise Misconfigured(
            f"{entry.file}:{entry.line}: not a pattern: {reason} in {entry.pattern!r}"
        ) from error


def pattern_list(name: str, patterns: Any, file: str, line: int) -> list[Entry]:
    """The entries of one list of a file. Raises Misconfigured naming the line of what is no string."""
    if not isinstance(patterns, list):
        raise Misconfigured(f"{file}:{line}: {name} must be a list of patterns")
    entries: list[Entry] = []
    for pattern in patterns:
        if not isinstance(pattern, Located):
            after = entries[-1].line if entries else line
            raise Misconfigured(
                f"{file}:{after + 1}: {name}: {pattern!r} is no string; quote it ('(?: ' reads as a key)"
            )
        entries.append(Entry(name, str(pattern), file, pattern.line))
    return entries


def load_cues(folder: Path = HERE) -> list[Entry]:
    """All cues of the folder's files (`name: [patterns]`), `classes*.yml` apart."""
    entries: list[Entry] = []
    for path in sorted(folder.glob("*.yml")):
        if path.name.startswith("classes"):
            continue
        for name, patterns in (load_yaml(path) or {}).items():
            entries.extend(pattern_list(str(name), patterns, path.name, getattr(name, "line", 1)))
    return entries
