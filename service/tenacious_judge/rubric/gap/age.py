"""How old the evidence about peers is."""

import datetime as dt
import re
from collections.abc import Iterator

from ...domain import Dimension, EvidenceRef, Json, Severity
from ...reading.case import Case
from ...reading.peers.amounts import NUMERIC
from ...reading.peers.claims import Claim
from ..registry import Example, Hit, rule
from .verdicts import Judged, judged_claims


def _brief(as_of: str | None) -> dict[str, Json]:
    brief: dict[str, Json] = {
        "as_of": as_of,
        "confirmed_gaps": ["two of five peers publish model cards"],
        "confidence": "high",
    }
    return {"context": {"competitor_gap_brief": brief}, "as_of": "2026-05-06T09:00:00Z"}


_CLAIM = "Two of five peers publish model cards."


def _age(case: Case, judged: Judged) -> tuple[int, dt.date] | None:
    """Days since the latest evidence behind a claim, and its date; None where none is dated."""
    seen = [f.as_of for f in judged.basis if f.as_of is not None]
    return ((case.today - max(seen)).days, max(seen)) if seen else None


def _used(case: Case) -> Iterator[Judged]:
    """Claims that rest on findings of the brief."""
    return (j for j in case.once(judged_claims) if j.basis)


@rule(
    "GAP-010",
    name="old-gap-as-current",
    dimension=Dimension.GAP,
    severity=Severity.BLOCK,
    what="States evidence about peers that is older than 60 days as current.",
    why="Job boards and teams change within a quarter.",
    bad=Example(f"{_CLAIM} Is that of interest?", _brief("2026-02-20")),
    good=Example(
        "As of late February, two of five peers published model cards; it may have changed since.",
        _brief("2026-02-20"),
    ),
    source="DOMAIN 4",
    fix='Say when it was seen ("as of February"), or renew the gap brief.',
)
def old(case: Case) -> Iterator[Hit]:
    policy = case.policy.freshness
    for judged in _used(case):
        age = _age(case, judged)
        if age is None or not policy.gap_revise_days < age[0] <= policy.gap_hold_days:
            continue
        if judged.claim.told and not _dated(case, judged.claim, age[1]):
            yield _hit(
                judged.claim, f"The evidence is {age[0]} days old and is stated as current.", age[1], judged
            )


@rule(
    "GAP-011",
    name="gap-too-old",
    dimension=Dimension.GAP,
    severity=Severity.HOLD,
    what="Uses evidence about peers that is older than 120 days.",
    why="Evidence that old is no evidence of today, however it is worded.",
    bad=Example(_CLAIM, _brief("2025-12-20")),
    good=Example(_CLAIM, _brief("2026-04-20")),
    source="DOMAIN 4",
    fix="Renew the gap brief before writing about peers.",
)
def too_old(case: Case) -> Iterator[Hit]:
    for judged in _used(case):
        age = _age(case, judged)
        if age is not None and age[0] > case.policy.freshness.gap_hold_days and not _left_out(judged.claim):
            yield _hit(
                judged.claim, f"The evidence is {age[0]} days old; it may not be used.", age[1], judged
            )


_OUT = re.compile(
    r"\b(?:too|so|rather|very) (?:old|stale|dated)\b|\bout of date\b|\boutdated\b|\bstale\b|\bexpired\b|"
    r"\b(?:left|leave|leaving|keep|kept|keeping) (?:\w+ ){1,3}out\b|"
    r"\b(?:not|n't|no longer|nor) (?:\w+ )?(?:use|quote|cite|repeat|show|share|rely|lean|bring|draw)\b"
)


def _left_out(claim: Claim) -> bool:
    """True where it is only said that the evidence is too old to use: nobody is named or counted."""
    said = claim.names or claim.topic.specific or any(a.amount in NUMERIC for a in claim.amounts)
    return not said and _OUT.search(claim.unit.text) is not None


@rule(
    "GAP-012",
    name="gap-undated",
    dimension=Dimension.GAP,
    severity=Severity.WARN,
    what="Uses evidence about peers that carries no date.",
    why="Without a date nobody can tell whether it still holds.",
    bad=Example(_CLAIM, _brief(None)),
    good=Example(_CLAIM, _brief("2026-04-20")),
    source="DOMAIN 4",
    fix="Date the gap brief.",
)
def undated(case: Case) -> Iterator[Hit]:
    first = next((j for j in _used(case) if j.claim.told and _age(case, j) is None), None)
    if first is not None:
        yield Hit(
            first.claim.passage.span(first.claim.start, first.claim.end),
            "The gap brief has no date: its freshness was not checked.",
        )


def _hit(claim: Claim, message: str, day: dt.date, judged: Judged) -> Hit:
    return Hit(
        claim.passage.span(claim.start, claim.end),
        message,
        (EvidenceRef(judged.basis[0].source.pointer, day.isoformat()),),
    )


def _dated(case: Case, claim: Claim, seen: dt.date) -> bool:
    """True when the sentence, or one beside it, says a time near that of the evidence."""
    passage = claim.passage
    own = claim.unit.sentence
    goes_on = not claim.mentions  # about those of a sentence before
    near = [
        s
        for s in passage.prose()
        if abs(s.index - own.index) <= 1 or (goes_on and s.paragraph == own.paragraph)
    ]
    times = [w for s in near for w in passage.dates_in(s.start, s.end)]
    reach = dt.timedelta(days=31)
    month = seen.strftime("%B").lower()
    if month != "may" and any(f" {month} " in passage.flat[s.start : s.end] for s in near):
        return True  # "in our March notes"
    return any(
        w.low - reach <= seen <= w.high + reach and w.low < case.today - dt.timedelta(days=14) for w in times
    )
