"""Findings and peers of a gap brief that is an object."""

import datetime as dt
from collections.abc import Iterator

from ...domain import GapFinding, Json, Policy, Warn
from ...errors import BadInput
from ...records import record
from ..wordlist import words_of
from . import vocabulary as v
from .certainty import stated_in
from .confidence import read_confidence
from .keys import fold, step
from .moments import moments_in, read_moment
from .peer_list import name_of
from .peers import Tally, confirming, denies_gap, leading_name, listed, names_in, tally
from .sentences import lower
from .values import nothing, read_flag

FINDINGS = words_of(
    """gap_findings findings gaps confirmed_gaps missing_practices practices confirmed_practices
    capability_gaps top_gaps peer_practices top_gap gap finding observations confirmed_findings
    competitor_gaps observed_gaps practice_gaps peer_findings confirmed key_gaps primary_gap
    gap_list peer_signals confirmed_gap main_gap practice"""
)
_PRACTICES = (
    "practice",
    "gap",
    "finding",
    "title",
    "name",
    "capability",
    "description",
    "summary",
    "text",
    "claim",
    "what",
    "label",
)
_EVIDENCE = words_of(
    """peer_evidence evidence peers companies competitors supporting_peers adopters seen_at peers_with
    peers_showing who observed_at_peers examples sources_by_peer peer_names peer_companies
    confirmed_peers supporting_evidence"""
)
_COUNTS = words_of(
    """peer_count evidence_count peers_count peers_showing adopters count n_peers num_peers peers_with"""
)
_TOTALS = words_of(
    """peer_total total_peers peers_total out_of of sample_size peers_analyzed peers_checked
    peers_compared peers_examined peers_reviewed peers_looked_at peers_studied
    companies_compared denominator"""
)
_RATIOS = words_of("prevalence ratio peer_ratio share adoption peers_ratio tally arithmetic")


@record(frozen=True, slots=True)
class GapReader:
    """What findings are read against."""

    policy: Policy
    today: dt.date
    warnings: list[Warn]


def read_findings(
    reader: GapReader, value: Json, pointer: str, peers: tuple[str, ...], total: int | None
) -> Iterator[GapFinding]:
    """Findings of a list, an object or a text; those that say that there is no gap are left out."""
    if isinstance(value, str):
        found = _of_text(reader, value, pointer, peers, total)
        if found is not None:
            yield found
    elif isinstance(value, dict):
        found = _of_object(reader, value, pointer, peers, total)
        if found is not None:
            yield found
        else:
            yield from _keyed(reader, value, pointer, peers, total)
    elif isinstance(value, list):
        for i, item in enumerate(value):
            if isinstance(item, list):
                raise BadInput("a finding is a text or an object", pointer=f"{pointer}/{i}")
            if item is not None:
                yield from read_findings(reader, item, f"{pointer}/{i}", peers, total)
    elif value is not None and not isinstance(value, bool):
        raise BadInput("a finding is a text or an object", pointer=pointer)


def _keyed(
    reader: GapReader, node: dict[str, Json], pointer: str, peers: tuple[str, ...], total: int | None
) -> Iterator[GapFinding]:
    """`{"model registry": {"peer_evidence": [...]}}`: findings under their practice."""
    for key, value in node.items():
        if isinstance(value, dict) and fold(key) not in v.META:
            found = _of_object(reader, {"practice": key, **value}, step(pointer, key), peers, total)
            if found is not None:
                yield found


def _of_text(
    reader: GapReader, text: str, pointer: str, peers: tuple[str, ...], total: int | None
) -> GapFinding | None:
    text = confirming(text)
    if nothing(text) or denies_gap(text):
        return None
    names = names_in(text, peers)
    counted = tally(text, names)
    low = lower(text[:400])
    stated = stated_in(low, reader.policy.confidence.words)
    sure = min((s.value for s in stated if s.firm), default=None)
    told = (m for _, _, m in moments_in(low, reader.today) if m.day <= reader.today)
    day = next((m.latest(reader.today) for m in told), None)
    return GapFinding(
        text,
        pointer,
        names,
        counted.count,
        counted.total or _whole(counted.count, total),
        sure,
        pointer if sure is not None else "",
        day,
    )


def _whole(count: int | None, total: int | None) -> int | None:
    return total if total is not None and count is not None and count <= total and total > 1 else None


def _of_object(
    reader: GapReader, node: dict[str, Json], pointer: str, peers: tuple[str, ...], total: int | None
) -> GapFinding | None:
    keys = {fold(key): key for key in node if node[key] is not None}
    practice = next((node[keys[k]] for k in _PRACTICES if k in keys and isinstance(node[keys[k]], str)), None)
    if not isinstance(practice, str) or nothing(practice):
        return None
    names: list[str] = []
    days: list[dt.date] = []
    pieces = 0
    counted = Tally()
    for folded, key in keys.items():
        at, value = step(pointer, key), node[key]
        if folded in _EVIDENCE and isinstance(value, (list, dict, str)):
            pieces += _evidence(reader, value, at, peers, names, days)
        elif folded in _COUNTS or folded in _TOTALS or folded in _RATIOS:
            counted = _counted(counted, folded, value, at)
    sure, sure_at = _sureness(reader, node, keys, pointer)
    own = _own_day(reader, node, keys, pointer)
    said = tally(practice, tuple(names) or names_in(practice, peers))
    named = tuple(dict.fromkeys(names)) or names_in(practice, peers)
    count = counted.count if counted.count is not None else (len(named) or pieces or said.count or None)
    if count is None and _denied(node, keys):
        return None
    whole = counted.total or said.total or _whole(count, total)
    return GapFinding(practice, pointer, named, count, whole, sure, sure_at, own or min(days, default=None))


def _denied(node: dict[str, Json], keys: dict[str, str]) -> bool:
    """True where its own words say that there is no gap."""
    told = (node[keys[k]] for k in (*_PRACTICES, "why", "rationale", "conclusion", "reason") if k in keys)
    return any(isinstance(text, str) and denies_gap(text) for text in told)


def _counted(known: Tally, folded: str, value: Json, pointer: str) -> Tally:
    if isinstance(value, bool) or (isinstance(value, (int, float)) and (value < 0 or value != value)):
        raise BadInput("a count of peers must be a number of at least 0", pointer=pointer)
    if isinstance(value, str):
        said = tally(value if " " in value else value.replace("/", " of "), ())
        return Tally(said.count if said.count is not None else known.count, said.total or known.total)
    if not isinstance(value, int) or value > 10_000:
        return known
    return Tally(known.count, value) if folded in _TOTALS else Tally(value, known.total)


def _evidence(
    reader: GapReader,
    value: Json,
    pointer: str,
    peers: tuple[str, ...],
    names: list[str],
    days: list[dt.date],
) -> int:
    """Note the names and days of pieces of evidence; how many pieces there are."""
    if isinstance(value, str):
        found = listed(value) or names_in(value, peers)
        names += found
        _days(reader, value, days)
        return len(found)
    if isinstance(value, dict) and not name_of(value, pointer):
        for key, node in value.items():
            names.append(key)
            if isinstance(node, dict):
                own = _own_day(
                    reader, node, {fold(k): k for k in node if node[k] is not None}, step(pointer, key)
                )
                days += [own] if own else []
            elif isinstance(node, str):
                _days(reader, node, days)
        return len(value)
    items = value if isinstance(value, list) else [value]
    for i, item in enumerate(items):
        at = f"{pointer}/{i}" if isinstance(value, list) else pointer
        if isinstance(item, str):
            name = leading_name(item, peers)
            names += [name] if name else []
            _days(reader, item, days)
        elif isinstance(item, dict):
            name = name_of(item, at)
            names += [name] if name else []
            own = _own_day(reader, item, {fold(k): k for k in item if item[k] is not None}, at)
            days += [own] if own else []
        elif item is not None:
            raise BadInput("evidence is a text or an object", pointer=at)
    return sum(item is not None for item in items)


def _days(reader: GapReader, text: str, days: list[dt.date]) -> None:
    found = moments_in(lower(text[:300]), reader.today)
    days += [m.latest(reader.today) for _, _, m in found if m.day <= reader.today][:1]


def _own_day(reader: GapReader, node: dict[str, Json], keys: dict[str, str], pointer: str) -> dt.date | None:
    found: list[dt.date] = []
    for folded, key in keys.items():
        if folded in _EVIDENCE and isinstance(node[key], (list, dict)):
            continue  # "seen_at": who, not when
        if folded in v.DATES or folded in (
            "published",
            "published_at",
            "published_on",
            "evidence_as_of",
            "posted_at",
            "posted_on",
        ):
            moment = read_moment(node[key], reader.today, step(pointer, key), key)
            found += [moment.latest(reader.today)] if moment else []
    return min(found, default=None)


def _sureness(
    reader: GapReader, node: dict[str, Json], keys: dict[str, str], pointer: str
) -> tuple[float | None, str]:
    """The finding's own confidence and where it stands; "confirmed: false" makes it low at most."""
    sure: float | None = None
    at = ""
    for folded, key in keys.items():
        if folded in v.CONFIDENCE or folded == "gap_confidence":
            at = step(pointer, key)
            sure = read_confidence(node[key], reader.policy, at, reader.warnings)
            break
    for folded, key in keys.items():
        if folded in v.CONFIRMED or folded in v.UNCONFIRMED:
            flag = (
                read_flag(node[key], step(pointer, key), key)
                if isinstance(node[key], (bool, str, int))
                else None
            )
            if flag is not None and flag is (folded in v.UNCONFIRMED):
                low = reader.policy.confidence.words.get("low", 0.3)
                sure, at = (low, step(pointer, key)) if sure is None or sure > low else (sure, at)
    return sure, at
