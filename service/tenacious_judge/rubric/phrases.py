"""Phrase rules: entries of `rules/*.yml` become rules; a broken one names its file and line and stops the
start.

An entry has id, name, dimension, severity, what, why, source, fix, bad, good, `patterns` and optionally
`message`, `except` (a hit that overlaps one of these is none), `where` (body, subject), `kinds`, `unless`
(quoted, negated, asked, conditional, hedged: places said so are no hits) and `once` (report the first hit
only).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..domain import Dimension, DraftKind, Severity
from ..errors import Misconfigured
from ..reading.case import Case
from ..reading.passage import Passage
from ..reading.patterns import Entry, PatternSet, load_yaml, pattern_list
from .registry import Example, Hit, Rule

RULES = Path(__file__).parent / "rules"
_REQUIRED = ("id", "name", "dimension", "severity", "what", "why", "source", "fix", "bad", "good", "patterns")
_OPTIONAL = ("message", "except", "where", "kinds", "unless", "once")
_FLAGS = ("quoted", "negated", "asked", "conditional", "hedged")
Places = Mapping[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class PhraseRule:
    """One entry of a rule file, checked."""

    rule_id: str
    message: str
    where: tuple[str, ...]
    kinds: tuple[DraftKind, ...]
    unless: tuple[str, ...]
    once: bool

    def hits(self, case: Case) -> Iterable[Hit]:
        """The places of the mail that match, less those excepted."""
        if self.kinds and case.mail.kind not in self.kinds:
            return
        for passage, places in case.once(_matches):
            if ("subject" if passage is case.mail.subject else "body") not in self.where:
                continue
            excepted = places.get(f"{self.rule_id}!", [])
            last = -1
            for start, end in places.get(self.rule_id, []):
                if start < last or any(a < end and b > start for a, b in excepted):
                    continue
                if start >= passage.prose_end or self._spared(passage, start, end):
                    continue
                last = end
                shown = passage.span(start, end)
                yield Hit(shown, self.message.replace("{text}", shown.text) if self.message else "")
                if self.once:
                    return

    def _spared(self, passage: Passage, start: int, end: int) -> bool:
        if not self.unless:
            return False
        status = passage.status(start, end)
        return any(getattr(status, flag) for flag in self.unless)


def _matches(case: Case) -> list[tuple[Passage, Places]]:
    patterns = _loaded()[1]
    return [(passage, patterns.find(passage.text.latin)) for passage in case.mail.passages]


@lru_cache(maxsize=1)
def _loaded() -> tuple[tuple[Rule, ...], PatternSet]:
    rules: list[Rule] = []
    entries: list[Entry] = []
    for path in sorted(RULES.glob("*.yml")):
        for raw in load_yaml(path) or []:
            rule, own = _entry(path.name, raw)
            rules.append(rule)
            entries.extend(own)
    return tuple(rules), PatternSet(entries)


def phrase_rules() -> tuple[Rule, ...]:
    """All phrase rules of the rule files. Raises Misconfigured with file and line."""
    return _loaded()[0]


def digest() -> str:
    """Digest of all patterns, part of the rubric's version."""
    return _loaded()[1].digest


def _entry(file: str, raw: Any) -> tuple[Rule, list[Entry]]:
    if not isinstance(raw, dict):
        raise Misconfigured(f"{file}:1: a rule file is a list of rules")
    rule_line: int = getattr(raw.get("id"), "line", 1)
    where = f"{file}:{rule_line}"
    for key in _REQUIRED:
        if not raw.get(key):
            raise Misconfigured(f"{where}: the rule has no {key}")
    for key in raw:
        if key not in _REQUIRED and key not in _OPTIONAL:
            raise Misconfigured(f"{file}:{getattr(key, 'line', 1)}: no field of a rule is called {key}")
    phrase = _phrase(where, raw)
    try:
        dimension = Dimension(raw["dimension"])
        severity = Severity(raw["severity"])
    except ValueError as error:
        raise Misconfigured(f"{where}: {error}") from error
    rule = Rule(
        id=str(raw["id"]), name=str(raw["name"]), dimension=dimension, severity=severity, what=str(raw["what"]),
        why=str(raw["why"]), bad=_example(where, raw["bad"]), good=_example(where, raw["good"]),
        source=str(raw["source"]), fix=str(raw["fix"]), check=phrase.hits,
    )  # fmt: skip
    entries = pattern_list(rule.id, raw["patterns"], file, rule_line)
    entries += pattern_list(f"{rule.id}!", raw.get("except", []), file, rule_line)
    return rule, entries


def _phrase(where: str, raw: Mapping[str, Any]) -> PhraseRule:
    unless = tuple(raw.get("unless", ()))
    fields = tuple(raw.get("where", ("body", "subject")))
    if any(flag not in _FLAGS for flag in unless):
        raise Misconfigured(f"{where}: unless takes {', '.join(_FLAGS)}")
    if any(name not in ("body", "subject") for name in fields):
        raise Misconfigured(f"{where}: where takes body, subject")
    try:
        kinds = tuple(DraftKind(k) for k in raw.get("kinds", ()))
    except ValueError as error:
        raise Misconfigured(f"{where}: {error}") from error
    return PhraseRule(
        str(raw["id"]), str(raw.get("message", "")), fields, kinds, unless, bool(raw.get("once", False))
    )


def _example(where: str, raw: Any) -> Example:
    if isinstance(raw, str):
        return Example(raw)
    if isinstance(raw, dict) and "body" in raw:
        return Example(str(raw["body"]), {str(k): v for k, v in raw.items() if k != "body"})
    raise Misconfigured(f"{where}: an example is a text, or a mapping with a body")
