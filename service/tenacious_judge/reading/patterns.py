"""Patterns as data: names, word classes and RE2, each error naming its file and line.

In a pattern a blank stands for any run of blanks, hyphens or a line break; `<name>` for a class of words
(`classes*.yml`); a word at either end ends there (`\\b` is put in). RE2 is linear: no text makes it hang.
Text and patterns are Latin-1 bytes, one byte a character, so that offsets need no translation.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import re2
import yaml

from ..errors import Misconfigured
from .hits import Hits, spans
from .needs import Clause, clauses_of
from .word_index import WordIndex

HERE = Path(__file__).parent / "cues"
_MEMORY = 16 << 20
_CLASS = re.compile(r"<([a-z_]+)>")


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


class PatternSet:
    """Many named patterns: an index of words tells which can match a text, and those are located."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._options = re2.Options()
        self._options.encoding = re2.Options.Encoding.LATIN1
        self._options.max_mem = _MEMORY
        self._options.log_errors = False
        self._options.never_capture = True
        self._names: list[str] = []
        self._compiled: list[Any] = []
        needs: list[list[Clause]] = []
        for entry in entries:
            source = _source(_filled(entry))
            self._compiled.append(_compile(source, self._options, entry))
            needs.append(clauses_of(source))
            self._names.append(entry.name)
        self._file(needs)

    def __len__(self) -> int:
        return len(self._names)

    def _file(self, needs: list[list[Clause]]) -> None:
        """File each pattern under the rarest of its clauses, with the others it needs."""
        clauses = list(dict.fromkeys(clause for own in needs for clause in own))
        met = WordIndex(clauses).there(_EVERYDAY)[0]
        everyday = {clauses[number] for number in met}
        rarest = [min(own, key=lambda c: (c in everyday, len(c)), default=None) for own in needs]
        filed = list(zip(needs, rarest, strict=True))
        # The clauses that most patterns need have the lowest bits, so that most masks are short.
        asked = Counter(clause for own, key in filed for clause in own if clause != key)
        others = [clause for clause, _ in asked.most_common()]
        bit = {clause: 1 << i for i, clause in enumerate(others)}
        self._index = WordIndex(rarest, others)
        self._all = (1 << len(others)) - 1
        self._always = [index for index, key in enumerate(rarest) if key is None]
        self._needed = [sum({bit[c] for c in own if c != key}) for own, key in filed]

    def find(self, latin: bytes) -> Hits:
        """What the patterns hit, by name; each name is located when it is asked for."""
        return Hits(self._can_match(latin), self._compiled, latin)

    def _can_match(self, latin: bytes) -> dict[str, list[int]]:
        """Indexes of the patterns that can match, by name: all that do and some that do not."""
        keyed, there = self._index.there(latin)
        needed, missing = self._needed, self._all ^ there
        found = [index for index in keyed if not needed[index] & missing]
        found += self._always
        names: dict[str, list[int]] = {}
        for index in found:
            names.setdefault(self._names[index], []).append(index)
        return names


# Words that stand in most mails: a clause they meet says little.
_EVERYDAY = (
    b" we you i your our the team engineering to of in on for with and a an is are was has have could would "
    b"can if not more that this which from at by as who how what them they it its us so while when after "
    b"will now new one two four 12 engineers people help work company build hire place start take keep week "
)


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


@lru_cache(maxsize=1)
def own_cues() -> tuple[Entry, ...]:
    """The cues of the package: several sets are made of them, and reading the files takes a second."""
    return tuple(load_cues())


def load_cues(folder: Path = HERE) -> list[Entry]:
    """All cues of the folder's files (`name: [patterns]`), `classes*.yml` apart."""
    entries: list[Entry] = []
    for path in sorted(folder.glob("*.yml")):
        if path.name.startswith("classes"):
            continue
        for name, patterns in (load_yaml(path) or {}).items():
            entries.extend(pattern_list(str(name), patterns, path.name, getattr(name, "line", 1)))
    return entries
