"""The gap brief as claims are checked against it: findings and topics, names and their short forms."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ...domain import EvidenceRef, Gap, GapFinding, Json
from ..case import Case
from ..numbers import read_numbers
from .practice import Topic, read_topic
from .words import word_set

_NO_SHORT = word_set("no_short")


@dataclass(frozen=True, slots=True)
class Confirmed:
    """One finding. `names` in lower case; `confidence` is the nearest stated one, or the policy's default."""

    source: GapFinding
    topic: Topic
    names: frozenset[str]
    count: int | None
    total: int | None
    confidence: float
    confidence_pointer: str
    as_of: dt.date | None

    @property
    def ref(self) -> EvidenceRef:
        return EvidenceRef(self.source.pointer, self.source.practice)


@dataclass(frozen=True, slots=True)
class Known:
    """`forms` maps each spelling a mail may use, in lower case, to the peer's full name in lower case.
    `seen_at` holds what the brief says of single peers outside its findings."""

    present: bool
    findings: tuple[Confirmed, ...]
    forms: Mapping[str, str]
    seen_at: Mapping[str, Topic]
    pointer: str
    as_of: dt.date | None
    confidence: float
    texts: str

    @property
    def ref(self) -> EvidenceRef:
        return EvidenceRef(self.pointer, None)


def read_known(case: Case) -> Known:
    """The gap brief of a case."""
    gap = case.gap
    default = case.policy.confidence.default
    overall = default if gap.confidence is None else gap.confidence
    findings = _merged(_confirmed(gap, finding, overall) for finding in gap.findings)
    names = dict.fromkeys([p.name for p in gap.peers] + [n for f in gap.findings for n in f.peers])
    forms: dict[str, str] = {}
    for name in names:
        _add_forms(forms, name.strip().lower(), case.company)
    seen_at = {
        p.name.strip().lower(): read_topic(" ; ".join(p.practices).lower()) for p in gap.peers if p.practices
    }
    return Known(gap.present, findings, forms, seen_at, gap.pointer, gap.as_of, overall, gap.text.lower())


def _merged(findings: Iterable[Confirmed]) -> tuple[Confirmed, ...]:
    """One finding for a practice that is told peer by peer: "Arden runs ...", "Brisk runs ..."."""
    out: list[Confirmed] = []
    for new in findings:
        for i, old in enumerate(out):
            told_apart = len(old.names) == (old.count or 0) and len(new.names) == (new.count or 0)
            if new.topic and new.topic == old.topic and new.names and old.names and told_apart:
                names = old.names | new.names
                least = min(old, new, key=lambda f: f.confidence)
                days = [f.as_of for f in (old, new) if f.as_of is not None]
                out[i] = replace(
                    least, source=old.source, names=names, count=len(names),
                    total=max(old.total or 0, new.total or 0) or None, as_of=min(days, default=None),
                )  # fmt: skip
                break
        else:
            out.append(new)
    return tuple(out)


def _confirmed(gap: Gap, finding: GapFinding, overall: float) -> Confirmed:
    own = finding.confidence is not None
    names = frozenset(n.strip().lower() for n in finding.peers)
    count = finding.peer_count if finding.peer_count is not None else len(names) or None
    return Confirmed(
        finding, read_topic(_without(finding.practice.lower(), names)), names, count, finding.peer_total,
        finding.confidence if finding.confidence is not None else overall,
        finding.confidence_pointer if own else gap.confidence_pointer,
        finding.as_of or gap.as_of,
    )  # fmt: skip


_SURENESS = re.compile(
    r"\bconfidence:? (?:is )?(?:very )?(?:high|medium|moderate|low|[\d.]+)|"
    r"\b(?:high|medium|moderate|low) confidence\b"
)


def _without(practice: str, names: frozenset[str]) -> str:
    """A practice told in a sentence, less who does it and how sure it is."""
    for name in names:
        practice = practice.replace(name, " ")
    return _SURENESS.sub(" ", practice)


def _add_forms(forms: dict[str, str], name: str, company: str) -> None:
    if len(name) < 2 or name == company:
        return
    forms[name] = name
    first = name.split()[0].rstrip(",.")
    if first != name and len(first) >= 4 and first not in _NO_SHORT and not company.startswith(first):
        forms.setdefault(first, name)


def stated_numbers(brief: Json) -> frozenset[int]:
    """Every number a brief could mean by a total: its integers, numbers in texts, lengths of lists."""
    return frozenset(_numbers(brief, 0))


def _numbers(node: Json, depth: int) -> Iterator[int]:
    if isinstance(node, bool) or node is None or depth > 20:
        return
    if isinstance(node, int):
        yield node
    elif isinstance(node, str):
        for number in read_numbers(node[:2000].lower()):
            yield int(number.value)
            if number.whole is not None:
                yield int(number.whole)
    elif isinstance(node, Mapping):
        yield len(node)
        for value in node.values():
            yield from _numbers(value, depth + 1)
    elif not isinstance(node, float):
        yield len(node)
        for item in node[:200]:
            yield from _numbers(item, depth + 1)


__all__ = ["Confirmed", "Known", "read_known", "stated_numbers"]
