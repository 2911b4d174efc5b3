"""Pitches that a fact of the brief contradicts, whatever the segment is called."""

from collections.abc import Iterator, Mapping

from ...domain import Dimension, EvidenceRef, Json, Segment, Severity
from ...reading.case import Case
from ...reading.pitch import LEVERS, Mark, Pitches, read_pitches, stated_needs
from ..registry import Example, Hit, rule
from .known import fresh_funding, governing, leader_changed, recent_layoff, ref, weak_maturity

_SOURCE = "DOMAIN 3"


def outright(case: Case, pitches: Pitches, lever: Segment, own: Segment | None = None) -> Mark | None:
    """Where a lever is pitched: a clear sentence, or hints enough; None where the prospect asked for it.

    Where the mail has no word of `own`, the lever that would fit, one hint that offers is enough.
    """
    mark = pitches.core(lever)
    if mark is None and pitches.weight(lever) >= 2:
        mark = pitches.first(lever)
    if mark is None and own is not None and not pitches.weight(own):
        mark = pitches.hint(lever)
    if mark is None and _spread(pitches, lever, own):
        mark = pitches.first(lever)
    return None if mark is None or lever in case.once(stated_needs) else mark


_SPREAD = 0.9


def _spread(pitches: Pitches, lever: Segment, own: Segment | None) -> bool:
    """True where no sentence pitches outright but the mail as a whole does, and has little of `own`."""
    said = pitches.spread(lever)
    if own is not None and not pitches.marks.get(own) and pitches.plain(lever) is not None:
        return True
    if said < _SPREAD or not pitches.offers(lever):
        return False
    rest = max((pitches.spread(other) for other in LEVERS if other is not lever), default=0.0)
    beside = pitches.spread(own) if own is not None else rest
    return said >= 1.5 * beside and said >= rest


MOST = 3
"""Places that one rule points to in one mail; more say nothing new."""


def hits(
    pitches: Pitches,
    mark: Mark,
    message: str,
    *evidence: EvidenceRef,
    fix: str = "",
    severity: Severity | None = None,
) -> Iterator[Hit]:
    """A hit at each sentence that pitches the mark's segment, at the mark itself where none does."""
    for place in (pitches.cores(mark.segment) or [mark])[:MOST]:
        yield Hit(place.passage.span(place.start, place.end), message, evidence, fix, severity)


def _layoff_brief(percent: int = 18) -> Mapping[str, Json]:
    return {
        "company": "Harrow Logistics",
        "primary_segment_match": "segment_2_mid_market_restructuring",
        "layoff_event": {"detected": True, "percentage": percent, "date": "2026-04-02", "confidence": 0.9},
    }


_AT = "2026-05-06T09:00:00Z"


@rule(
    "ICP-001",
    name="growth-pitch-after-layoff",
    dimension=Dimension.ICP,
    severity=Severity.BLOCK,
    what="Pitches growth or speed of hiring to a company that has just cut staff.",
    why="To people who have lost colleagues it reads as not having looked; the account is gone.",
    bad=Example(
        "Grant,\n\nWe help teams scale engineering faster than recruiting allows. Thursday 14 May?",
        {"context": {"hiring_signal_brief": _layoff_brief()}, "as_of": _AT},
    ),
    good=Example(
        "Grant,\n\nWe keep release dates with the people you have, at a fixed price. Thursday 14 May?",
        {"context": {"hiring_signal_brief": _layoff_brief()}, "as_of": _AT},
    ),
    source=_SOURCE,
    fix="Pitch steady delivery at lower cost instead of growth, or drop the sentence.",
)
def growth_after_layoff(case: Case) -> Iterator[Hit]:
    layoff = recent_layoff(case)
    if layoff is None:
        return
    pitches = case.once(read_pitches)
    mark = outright(case, pitches, Segment.RECENTLY_FUNDED, Segment.RESTRUCTURING) or _on_the_round(
        case, pitches
    )
    if mark is not None:
        yield from hits(
            pitches, mark, "Pitches growth to a company whose brief shows a recent layoff.", ref(layoff)
        )


def _on_the_round(case: Case, pitches: Pitches) -> Mark | None:
    """Praise for a round as the only ground of an offer, with nothing of what the cuts call for."""
    mark = pitches.named(Segment.RECENTLY_FUNDED, "icp_growth_event")
    if mark is None or pitches.offer is None or pitches.weight(Segment.RESTRUCTURING):
        return None
    return None if Segment.RECENTLY_FUNDED in case.once(stated_needs) else mark


def _funded_brief() -> Mapping[str, Json]:
    return {
        "company": "Quillhaven",
        "primary_segment_match": "segment_1_series_a_b",
        "funding_event": {
            "detected": True,
            "stage": "series_b",
            "closed_at": "2026-03-11",
            "confidence": 0.9,
        },
        "ai_maturity": {"score": 1, "confidence": 0.8},
    }


@rule(
    "ICP-002",
    name="cost-pitch-after-funding",
    dimension=Dimension.ICP,
    severity=Severity.BLOCK,
    what="Pitches lower cost to a company that has just raised money.",
    why="A funded company buys speed; a savings pitch says that we do not know why it raised.",
    bad=Example(
        "Priya,\n\nOur squads cut your engineering costs by a third. Is Tuesday 12 May good?",
        {"context": {"hiring_signal_brief": _funded_brief()}, "as_of": _AT},
    ),
    good=Example(
        "Priya,\n\nA squad can carry a workstream while you hire. Is Tuesday 12 May good?",
        {"context": {"hiring_signal_brief": _funded_brief()}, "as_of": _AT},
    ),
    source=_SOURCE,
    fix="Pitch delivery ahead of hiring instead of savings, or drop the sentence.",
)
def cost_after_funding(case: Case) -> Iterator[Hit]:
    funding = fresh_funding(case)
    if funding is None or recent_layoff(case) is not None or governing(case) is Segment.RESTRUCTURING:
        return
    pitches = case.once(read_pitches)
    mark = outright(case, pitches, Segment.RESTRUCTURING, Segment.RECENTLY_FUNDED)
    if mark is not None:
        yield from hits(pitches, mark, "Pitches lower cost to a freshly funded company.", ref(funding))


@rule(
    "ICP-003",
    name="capability-pitch-below-maturity",
    dimension=Dimension.ICP,
    severity=Severity.BLOCK,
    what="Pitches a specialised build to a company whose AI maturity is below 2, or not known well enough.",
    why="A company at 0 or 1 has no team to hand such a build to, and no problem that it would solve yet.",
    bad=Example(
        "Priya,\n\nWe would build your ML platform in ten weeks, fixed scope. Is Tuesday 12 May good?",
        {"context": {"hiring_signal_brief": _funded_brief()}, "as_of": _AT},
    ),
    good=Example(
        "Priya,\n\nTwo of your postings mention MLOps. Are you building that practice yourselves?",
        {"context": {"hiring_signal_brief": _funded_brief()}, "as_of": _AT},
    ),
    source=_SOURCE,
    fix="Ask about the plans instead of offering the build, or pitch what the segment calls for.",
)
def capability_below_maturity(case: Case) -> Iterator[Hit]:
    weak = weak_maturity(case)
    if weak is None:
        return
    pitches = case.once(read_pitches)
    mark = outright(case, pitches, Segment.CAPABILITY_GAP)
    if mark is not None:
        told = f"Pitches a specialised build; the brief has {weak[0]}."
        if weak[1] is None:
            yield from hits(pitches, mark, told, severity=Severity.HOLD)
        else:
            yield from hits(pitches, mark, told, weak[1])


@rule(
    "ICP-004",
    name="leadership-opener-without-change",
    dimension=Dimension.ICP,
    severity=Severity.BLOCK,
    what="Opens on a new role or a leader's first months where no engineering leader is new.",
    why="Congratulating a CTO of four years on the new job ends the conversation.",
    bad=Example(
        "Priya,\n\nCongratulations on your new role as CTO. Is Tuesday 12 May good?",
        {"context": {"hiring_signal_brief": {**_funded_brief(), "cto_tenure_days": 900}}, "as_of": _AT},
    ),
    good=Example(
        "Priya,\n\nYou took over as CTO in March. Which partners will you keep?",
        {"context": {"hiring_signal_brief": {"cto_tenure_days": 45, "segment": 3}}, "as_of": _AT},
    ),
    source=_SOURCE,
    fix="Drop the opener; open on something that the brief shows.",
)
def opener_without_change(case: Case) -> Iterator[Hit]:
    if not any(passage.cue("icp_new_role") for passage in case.mail.passages):
        return
    pitches = case.once(read_pitches)
    mark = pitches.named(Segment.LEADERSHIP_TRANSITION, "icp_new_role")
    if mark is None or Segment.LEADERSHIP_TRANSITION in case.once(stated_needs):
        return
    changed = leader_changed(case)
    if changed or (changed is None and governing(case) is Segment.LEADERSHIP_TRANSITION):
        return
    said = "says that there is none" if changed is False else "shows none"
    days = case.policy.segment.leadership_days
    message = f"Speaks of a new leader; the evidence {said} within {days} days."
    yield Hit(mark.passage.span(mark.start, mark.end), message)
