"""The pitch beside the segment: another's, any where only a question is in place, another programme."""

from collections.abc import Iterator, Mapping

from ...domain import Dimension, EvidenceRef, Json, Segment, Severity
from ...reading.case import Case
from ...reading.pitch import LEVERS, Mark, Pitches, named_programme, read_pitches
from ..registry import Example, Hit, rule
from .contradictions import hits, outright
from .known import (
    declared,
    exploratory,
    fresh_funding,
    governing,
    leader_changed,
    recent_layoff,
    weak_maturity,
)

_SOURCE = "DOMAIN 3"
_AT = "2026-05-06T09:00:00Z"
LEVER = {
    Segment.RECENTLY_FUNDED: "speed and growth",
    Segment.RESTRUCTURING: "lower cost with reliable delivery",
    Segment.LEADERSHIP_TRANSITION: "a new leader's look at vendors",
    Segment.CAPABILITY_GAP: "a bounded, specialised build",
}


def _abstain() -> Mapping[str, Json]:
    return {"company": "Danforth Mills", "primary_segment_match": "abstain", "open_roles": 3}


@rule(
    "ICP-005",
    name="pitch-without-segment",
    dimension=Dimension.ICP,
    severity=Severity.BLOCK,
    what="Pitches a segment's lever where the segment is abstain or its confidence is below 0.60.",
    why="About $480k a misclassification; where the signals do not say, a question is all that is honest.",
    bad=Example(
        "Claire,\n\nWe let you scale the team faster than recruiting can. Thursday 7 May?",
        {"context": {"hiring_signal_brief": _abstain()}, "as_of": _AT},
    ),
    good=Example(
        "Claire,\n\nI see three roles and cannot tell whether they replace people. Do they?",
        {"context": {"hiring_signal_brief": _abstain()}, "as_of": _AT},
    ),
    source=_SOURCE,
    fix="Make it an exploratory mail: ask about the situation and offer a conversation, without a lever.",
)
def pitch_without_segment(case: Case) -> Iterator[Hit]:
    why = exploratory(case)
    if why is None:
        return
    pitches = case.once(read_pitches)
    for lever in LEVERS:
        mark = outright(case, pitches, lever)
        if mark is not None:
            yield from hits(pitches, mark, f"Pitches {LEVER[lever]}, but {why[0]}.", *why[1])


@rule(
    "ICP-006",
    name="pitch-of-another-segment",
    dimension=Dimension.ICP,
    severity=Severity.BLOCK,
    what="Pitches the lever of another segment than the one that governs.",
    why="The wrong lever costs about $480k of contract value.",
    bad=Example(
        "Adaeze,\n\nWe get you to double engineering headcount by autumn. Tuesday 12 May?",
        {"context": {"hiring_signal_brief": {"cto_tenure_days": 45, "segment": 3}}, "as_of": _AT},
    ),
    good=Example(
        "Adaeze,\n\nIn a first quarter, inherited vendors are worth a calm look. Tuesday 12 May?",
        {"context": {"hiring_signal_brief": {"cto_tenure_days": 45, "segment": 3}}, "as_of": _AT},
    ),
    source=_SOURCE,
    fix="Pitch the lever of the company's segment.",
)
def pitch_of_another_segment(case: Case) -> Iterator[Hit]:
    own = governing(case)
    if own is None or own is Segment.ABSTAIN or exploratory(case) is not None:
        return
    pitches = case.once(read_pitches)
    for lever in LEVERS:
        if lever is own or _covered(case, lever):
            continue
        mark = _wrong(case, pitches, lever, own)
        if mark is not None:
            message = f"Pitches {LEVER[lever]}; the company is in segment {own.value} ({LEVER[own]})."
            fix = f"Pitch {LEVER[own]} instead."
            reading = case.segment
            refs = (EvidenceRef(reading.pointer, reading.label),) if reading.pointer else ()
            yield from hits(pitches, mark, message, *refs, fix=fix)
            return


def _covered(case: Case, lever: Segment) -> bool:
    """True where a flat contradiction speaks for itself, and need not be said twice."""
    if lever is Segment.RECENTLY_FUNDED:
        return recent_layoff(case) is not None
    if lever is Segment.RESTRUCTURING:
        return fresh_funding(case) is not None and recent_layoff(case) is None
    if lever is Segment.CAPABILITY_GAP:
        return weak_maturity(case) is not None
    return False


# That a leader is new is the occasion; the pitch is what a new leader looks at.
_EVENT = frozenset(("icp_new_role", "icp_new_leader", "icp_seat_new"))


def _wrong(case: Case, pitches: Pitches, lever: Segment, own: Segment) -> Mark | None:
    """The place of a wrong pitch. Beside the right one it must weigh more; one that helps it may stay."""
    mark = outright(case, pitches, lever, own) or _event_alone(pitches, lever, own)
    if mark is None:
        return None
    right = pitches.weight(own)
    if own is Segment.LEADERSHIP_TRANSITION and pitches.without(own, _EVENT):
        right = 0.0
    if right < 1:
        return mark if _governs(case, own) else None
    if not declared(case):
        return None
    if lever is Segment.RESTRUCTURING and own is not Segment.LEADERSHIP_TRANSITION:
        return mark
    if lever is Segment.LEADERSHIP_TRANSITION and leader_changed(case):
        return None
    return mark if len(pitches.cores(lever)) > 1 and pitches.weight(lever) > right else None


def _event_alone(pitches: Pitches, lever: Segment, own: Segment) -> Mark | None:
    """Praise for a round as the only ground of an offer."""
    mark = pitches.named(lever, "icp_growth_event")
    return mark if mark is not None and pitches.offer is not None and not pitches.weight(own) else None


def _governs(case: Case, own: Segment) -> bool:
    """A derived segment binds where it is a cut or a new leader; a round or a maturity alone leaves room."""
    return declared(case) or own in (Segment.RESTRUCTURING, Segment.LEADERSHIP_TRANSITION)


_LOOMCRAFT: Mapping[str, Json] = {
    "hiring_signal_brief": {"company": "Loomcraft", "headcount": 240},
    "icp_segment": "data_first_mid_market",
}


@rule(
    "ICP-008",
    name="another-programme",
    dimension=Dimension.ICP,
    severity=Severity.BLOCK,
    what="Offers a programme made for another kind of company than the label or the facts say.",
    why="It shows the reader that the mail was meant for somebody else.",
    bad=Example(
        "Bram,\n\nWe work with founders before product-market fit as fractional CTO. Thursday 7 May?",
        {"context": _LOOMCRAFT, "as_of": _AT},
    ),
    good=Example(
        "Bram,\n\nWe work with data-first mid-market firms on data platform builds. Thursday 7 May?",
        {"context": _LOOMCRAFT, "as_of": _AT},
    ),
    source=_SOURCE,
    fix="Name the programme of the company's own kind, or none.",
)
def another_programme(case: Case) -> Iterator[Hit]:
    found = named_programme(case)
    if found is not None:
        yield Hit(found.span, f"An offer for {found.meant_for} to a company {found.actual}.", found.evidence)
