"""Companies that get no pitch at all: a person decides."""

from collections.abc import Iterator

from ...domain import Dimension, Segment, Severity, Span
from ...reading.case import Case
from ...reading.pitch import LEVERS, Pitches, Stance, read_pitches, read_stance
from ..registry import Example, Hit, rule

_AT = "2026-05-06T09:00:00Z"
_FIX = {
    "layoff": "Send no pitch after a cut this deep; a person decides whether to write at all.",
    "interim": "Wait for the permanent leader; send no pitch.",
    "outsourcing": "Respect the stand: send no offer of engineers.",
}


@rule(
    "ICP-007",
    name="pitch-where-none-is-in-place",
    dimension=Dimension.ICP,
    severity=Severity.HOLD,
    what="Pitches to a company that cut over 40 percent, has an interim leader, or is against outsourcing.",
    why="No wording makes such a pitch welcome, and the reader remembers it.",
    bad=Example(
        "Inés,\n\nOur squads keep systems running at a fixed monthly price. Tuesday 12 May?",
        {
            "context": {"hiring_signal_brief": {"layoff_detected": True, "layoff_percentage": 45}},
            "as_of": _AT,
        },
    ),
    good=Example(
        "Inés,\n\nI read about the reduction. I have nothing to sell you this month.",
        {
            "context": {"hiring_signal_brief": {"layoff_detected": True, "layoff_percentage": 45}},
            "as_of": _AT,
        },
    ),
    source="DOMAIN 3",
    fix="Send no pitch; a person decides.",
)
def pitch_where_none_is_in_place(case: Case) -> Iterator[Hit]:
    pitches = case.once(read_pitches)
    place = pitches.offer or _outright(pitches)
    stance: Stance | None = case.once(read_stance) if place is not None else None
    if stance is not None:
        yield Hit(place, f"Pitches to a company with {stance.words}.", stance.evidence, _FIX[stance.kind])


def _outright(pitches: Pitches) -> Span | None:
    """The first place that pitches a lever without a word of us."""
    cores = (pitches.core(lever) for lever in LEVERS if lever is not Segment.LEADERSHIP_TRANSITION)
    mark = next((m for m in cores if m is not None), None)
    return mark.passage.span(mark.start, mark.end) if mark is not None else None
