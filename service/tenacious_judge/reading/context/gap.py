"""The competitor gap brief in any of its shapes -> what it confirms, of whom, how surely, how lately."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from ...domain import Gap, GapFinding, Json, Peer, Policy, RawContext, Warn
from ...errors import BadInput
from ..wordlist import words_of
from . import vocabulary as v
from .confidence import read_confidence
from .findings import FINDINGS, GapReader, read_findings
from .gap_text import read_gap_text
from .keys import fold, step
from .moments import read_moment
from .peer_list import PEERS, read_peers
from .sink import check_size

POINTER = "/context/competitor_gap_brief"
_BRIEF = "/context/hiring_signal_brief"
_NESTED = words_of(
    """competitor_gap competitor_gap_brief competitor_gaps competitive_gap gap_brief gap_analysis peer_gap
    competitor_brief competitor_analysis"""
)
_TOTALS = words_of(
    """peer_count total_peers peers_total n_peers peers_analyzed peers_reviewed sample_size peers_checked
    peer_total competitors_analyzed_count num_peers peers_analysed peer_set_size"""
)
_TOLD = words_of("summary text description narrative brief headline content finding")
_COMPARED = re.compile(
    r"(?:peers?|competitors?|companies|vendors|rivals)_(?:examined|compared|reviewed|checked|analy[sz]ed"
    r"|studied"
    r"|surveyed|considered|in_scope|list|names|set|sampled|looked_at|researched)"
)
_DEEPEST = 12
Keys = list[tuple[str, str, Json]]


def read_gap(context: RawContext, policy: Policy, as_of: dt.date) -> tuple[Gap, list[Warn]]:
    """The gap brief of a request: its own, else the one nested in the hiring brief. Raises BadInput as
    `read_gap_brief`."""
    json, pointer = context.competitor_gap_brief, POINTER
    if json in (None, "", {}, []) and isinstance(context.hiring_signal_brief, dict):
        for key, value in context.hiring_signal_brief.items():
            if value and fold(key) in _NESTED:
                json, pointer = value, step(_BRIEF, key)
                break
    return read_gap_brief(json, policy, as_of, pointer)


def read_gap_brief(
    json: Json, policy: Policy, as_of: dt.date, pointer: str = POINTER
) -> tuple[Gap, list[Warn]]:
    """What a gap brief confirms, and warnings. `present` is False where it holds neither a finding nor a
    peer.

    `json` is an object, a list of findings, a text or null; any other type, a confidence out of range or
    a date that is none is BadInput with its pointer.
    """
    today = as_of.date() if isinstance(as_of, dt.datetime) else as_of
    reader = GapReader(policy, min(max(today, dt.date(1970, 1, 1)), dt.date(2200, 1, 1)), [])
    if json is None or json == "":
        return Gap(pointer=pointer), []
    check_size(json, pointer)
    if isinstance(json, str):
        gap = read_gap_text(reader, json, pointer)
    elif isinstance(json, dict):
        gap = _of_object(reader, json, pointer)
    elif isinstance(json, list) and all(isinstance(item, (dict, str)) for item in json):
        findings = tuple(read_findings(reader, json, pointer, (), None))
        gap = Gap(bool(findings), findings, (), text=_text(json), pointer=pointer)
    else:
        raise BadInput("a gap brief is an object, a text or null", pointer=pointer)
    gap = replace(gap, findings=tuple(_inherit(found, gap) for found in gap.findings))
    if gap.present and gap.as_of is None and not any(f.as_of for f in gap.findings):
        reader.warnings.append(Warn(pointer, "no date: freshness of the gap not checked"))
    return gap, reader.warnings


def _inherit(found: GapFinding, gap: Gap) -> GapFinding:
    """A finding without a confidence or date of its own has those of the brief."""
    if found.confidence is None and gap.confidence is not None:
        found = replace(found, confidence=gap.confidence, confidence_pointer=gap.confidence_pointer)
    if found.as_of is None and gap.as_of is not None:
        found = replace(found, as_of=gap.as_of)
    return found


def _of_object(reader: GapReader, node: dict[str, Json], pointer: str) -> Gap:
    keys: Keys = [(fold(key), key, value) for key, value in node.items() if value is not None]
    confidence, confidence_pointer = _confidence(reader, keys, pointer)
    made = _made_on(reader, keys, pointer)
    peers: list[Peer] = []
    listed: int | None = None
    for folded, key, value in keys:
        if folded in PEERS or _COMPARED.fullmatch(folded):
            found = read_peers(value, step(pointer, key))
            peers += [peer for peer in found if peer.name not in {p.name for p in peers}]
            if not folded.startswith("top_quartile") and found:
                listed = max(listed or 0, len(found))
            if isinstance(value, int) and not isinstance(value, bool) and value > 0:
                listed = max(listed or 0, value)
        elif folded in _TOTALS and isinstance(value, int) and not isinstance(value, bool) and value > 0:
            listed = max(listed or 0, value)
    names = tuple(peer.name for peer in peers)
    findings = tuple(
        found
        for folded, key, value in keys
        if folded in FINDINGS
        for found in read_findings(reader, value, step(pointer, key), names, listed)
    )
    if not findings and not peers:
        nested = next(
            (
                (key, value)
                for folded, key, value in keys
                if folded in _NESTED and isinstance(value, (dict, str))
            ),
            None,
        )
        if nested is not None and pointer.count("/") < _DEEPEST:
            inner = read_gap_text if isinstance(nested[1], str) else _of_object
            return inner(reader, nested[1], step(pointer, nested[0]))  # type: ignore[arg-type]
        findings = tuple(_notes(reader, keys, pointer, names))
    text = _text(node)
    return Gap(
        bool(findings or peers), findings, tuple(peers), confidence, confidence_pointer, made, text, pointer
    )


def _notes(reader: GapReader, keys: Keys, pointer: str, names: tuple[str, ...]) -> Iterator[GapFinding]:
    """Findings told in a summary, where no key lists any."""
    for folded, key, value in keys:
        if folded in _TOLD and isinstance(value, str):
            yield from read_gap_text(reader, value, step(pointer, key), names).findings


def _confidence(reader: GapReader, keys: Keys, pointer: str) -> tuple[float | None, str]:
    for folded, key, value in keys:
        if folded in v.CONFIDENCE or folded in (
            "gap_confidence",
            "competitor_gap_confidence",
            "peer_confidence",
        ):
            at = step(pointer, key)
            if isinstance(value, dict):
                inner = next(
                    (k for k in ("score", "value", "overall", "level", "label") if value.get(k) is not None),
                    None,
                )
                if inner is None:
                    continue
                return read_confidence(value[inner], reader.policy, step(at, inner), reader.warnings), step(
                    at, inner
                )
            return read_confidence(value, reader.policy, at, reader.warnings), at
    return None, ""


def _made_on(reader: GapReader, keys: Keys, pointer: str) -> dt.date | None:
    found: list[dt.date] = []
    for folded, key, value in keys:
        at = step(pointer, key)
        if folded in v.DATES or folded in (
            "evidence_as_of",
            "gap_date",
            "analysis_date",
            "analyzed_at",
            "analysed_at",
        ):
            moment = read_moment(value, reader.today, at, key)
            found += [moment.latest(reader.today)] if moment else []
        elif folded in v.META and isinstance(value, dict):
            inner = _made_on(
                reader,
                [(fold(k), k, x) for k, x in value.items() if x is not None and fold(k) in v.DATES],
                at,
            )
            found += [inner] if inner else []
    return max(found, default=None)


def _text(json: Json) -> str:
    """Every text of the brief, in order, one a line; addresses left out."""
    found: list[str] = []
    stack = [json]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            if node and not node.startswith(("http://", "https://")):
                found.append(node)
        elif isinstance(node, dict):
            stack.extend(reversed(node.values()))
        elif isinstance(node, list):
            stack.extend(reversed(node))
    return "\n".join(found)
