"""Phrase rules: entries of `rules/*.yml` become rules; a broken one names its file and line and stops the
start.

An entry has id, name, dimension, severity, what, why, source, fix, bad, good, `patterns` and optionally
`message`, `except` (a hit that overlaps one of these is none), `where` (body, subject, signature), `kinds`,
`unless` (places said so are no hits: quoted, negated, asked, conditional, hedged; rejected: named only to
refuse it; others: quoted from or put down to somebody else; stopped: the prospect asked to stop), `not_for`
(registers that may say it) and `once` (report the first hit only). `dimension: null` is for integrity rules
(INT-...) alone. What is part of the prospect's company name is never a hit.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from ..domain import Dimension, DraftKind, Severity
from ..errors import Misconfigured
from ..reading.case import Case
from ..reading.optout import read_word
from ..reading.passage import Passage
from ..reading.patterns import Entry, PatternSet, load_yaml, pattern_list
from ..reading.voice import inside_company_name, others_words, quoted_back, rejected
from .registry import Example, Hit, Rule

RULES = Path(__file__).parent / "rules"
_REQUIRED = ("id", "name", "dimension", "severity", "what", "why", "source", "fix", "bad", "good", "patterns")
_OPTIONAL = ("message", "except", "where", "kinds", "unless", "not_for", "once")
_FLAGS = ("quoted", "negated", "asked", "conditional", "hedged")
_VOICES = ("rejected", "others", "stopped")
_REGISTERS = ("formal_address", "relationship_first", "direct")
_PLACES = ("body", "subject", "signature")
_SHOWN = 20
_MOST = 200
"""Places of a rule that are weighed in one passage; a mail with more is too long on any count."""
Places = Mapping[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class PhraseRule:
    """One entry of a rule file, checked."""

    rule_id: str
    message: str
    where: tuple[str, ...]
    kinds: tuple[DraftKind, ...]
    unless: tuple[str, ...]
    not_for: tuple[str, ...]
    once: bool

    def hits(self, case: Case) -> Iterable[Hit]:
        """The places of the mail that match, less those excepted."""
        found = case.once(_matches)
        if self.rule_id not in found.rules:
            return ()
        if self.kinds and case.mail.kind not in self.kinds:
            return ()
        if self.not_for and any(getattr(case.register, name, False) for name in self.not_for):
            return ()
        hits = self._hits(case, found)
        return islice(hits, 1 if self.once else _SHOWN)

    def _hits(self, case: Case, found: "_Matches") -> Iterator[Hit]:
        for passage, places in found.places:
            if ("subject" if passage is case.mail.subject else "body") not in self.where:
                continue
            excepted = places.get(f"{self.rule_id}!", [])
            meant = (
                (start, end)
                for start, end in places.get(self.rule_id, [])[:_MOST]
                if not any(a < end and b > start for a, b in excepted)
                and self._meant(case, passage, start, end)
            )
            for start, end in _joined(meant):
                shown = passage.span(start, end)
                yield Hit(shown, self.message.replace("{text}", shown.text) if self.message else "")

    def _meant(self, case: Case, passage: Passage, start: int, end: int) -> bool:
        if start >= passage.prose_end and "signature" not in self.where:
            return False
        return not (inside_company_name(case, passage, start, end) or self._spared(case, passage, start, end))

    def _spared(self, case: Case, passage: Passage, start: int, end: int) -> bool:
        if not self.unless:
            return False
        if "stopped" in self.unless and case.once(read_word).asked_to_stop:
            return True
        if "rejected" in self.unless and rejected(passage, start):
            return True
        if "others" in self.unless and (
            quoted_back(case, passage, start, end) or others_words(passage, start, end)
        ):
            return True
        flags = [flag for flag in self.unless if flag in _FLAGS]
        if not flags:
            return False
        status = passage.status(start, end)
        return any(getattr(status, flag) for flag in flags)


def _joined(places: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Sorted places, those that overlap as one."""
    at: tuple[int, int] | None = None
    for start, end in places:
        if at is not None and start < at[1]:
            at = (at[0], max(at[1], end))
            continue
        if at is not None:
            yield at
        at = (start, end)
    if at is not None:
        yield at


@dataclass(frozen=True, slots=True)
class _Matches:
    """All places of all phrase rules, by passage; `rules` are the ids that hit anywhere."""

    places: Sequence[tuple[Passage, Places]]
    rules: frozenset[str]


def _matches(case: Case) -> _Matches:
    patterns = _loaded()[1]
    places = [(passage, patterns.find(passage.text.latin)) for passage in case.mail.passages]
    # What a rule excepts is looked for only where the rule hits.
    rules = (name for _, hits in places for name in hits.candidates if name[-1] != "!" and hits.of(name))
    return _Matches(places, frozenset(rules))


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


def _entry(file: str, raw: Any) -> tuple[Rule, list[Entry]]:
    if not isinstance(raw, dict):
        raise Misconfigured(f"{file}:1: a rule file is a list of rules")
    rule_line: int = getattr(raw.get("id"), "line", 1)
    where = f"{file}:{rule_line}"
    integrity = str(raw.get("id", "")).startswith("INT-")
    for key in _REQUIRED:
        if not raw.get(key) and not (key == "dimension" and integrity and key in raw):
            raise Misconfigured(f"{where}: the rule has no {key}")
    for key in raw:
        if key not in _REQUIRED and key not in _OPTIONAL:
            raise Misconfigured(f"{file}:{getattr(key, 'line', 1)}: no field of a rule is called {key}")
    phrase = _phrase(where, raw)
    try:
        dimension = None if raw["dimension"] is None else Dimension(raw["dimension"])
        severity = Severity(raw["severity"])
    except ValueError as error:
        raise Misconfigured(f"{where}: {error}") from error
    rule = Rule(
        id=str(raw["id"]),
        name=str(raw["name"]),
        dimension=dimension,
        severity=severity,
        what=str(raw["what"]),
        why=str(raw["why"]),
        bad=_example(where, raw["bad"]),
        good=_example(where, raw["good"]),
        source=str(raw["source"]),
        fix=str(raw["fix"]),
        check=phrase.hits,
    )
    entries = pattern_list(rule.id, raw["patterns"], file, rule_line)
    entries += pattern_list(f"{rule.id}!", raw.get("except", []), file, rule_line)
    return rule, entries


def _phrase(where: str, raw: Mapping[str, Any]) -> PhraseRule:
    unless = tuple(raw.get("unless", ()))
    fields = tuple(raw.get("where", ("body", "subject")))
    not_for = tuple(raw.get("not_for", ()))
    _only(where, "unless", unless, (*_FLAGS, *_VOICES))
    _only(where, "where", fields, _PLACES)
    _only(where, "not_for", not_for, _REGISTERS)
    try:
        kinds = tuple(DraftKind(k) for k in raw.get("kinds", ()))
    except ValueError as error:
        raise Misconfigured(f"{where}: {error}") from error
    return PhraseRule(
        str(raw["id"]),
        str(raw.get("message", "")),
        fields,
        kinds,
        unless,
        not_for,
        bool(raw.get("once", False)),
    )


def _only(where: str, key: str, given: tuple[str, ...], allowed: tuple[str, ...]) -> None:
    if any(name not in allowed for name in given):
        raise Misconfigured(f"{where}: {key} takes {', '.join(allowed)}")


def _example(where: str, raw: Any) -> Example:
    if isinstance(raw, str):
        return Example(raw)
    if isinstance(raw, dict) and "body" in raw:
        return Example(str(raw["body"]), {str(k): v for k, v in raw.items() if k != "body"})
    raise Misconfigured(f"{where}: an example is a text, or a mapping with a body")
