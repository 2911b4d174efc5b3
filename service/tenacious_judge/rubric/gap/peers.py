"""Claims about peers that the gap brief does not carry."""

from collections.abc import Iterator

from ...domain import Dimension, Json, Severity
from ...reading.case import Case
from ..registry import Example, Hit, rule
from .verdicts import Judged, Wrong, judged_claims

CONTEXT: dict[str, Json] = {
    "competitor_gap_brief": {
        "as_of": "2026-04-20",
        "gap_findings": [
            {
                "practice": "dedicated MLOps team",
                "peer_evidence": [{"company": "Arden Cargo"}, {"company": "Kestrel Lines"}],
                "peer_count": 2, "peer_total": 5, "confidence": 0.8,
            }
        ],
    }
}  # fmt: skip
_AS_OF = "2026-05-06T09:00:00Z"
BRIEF: dict[str, Json] = {"context": CONTEXT, "as_of": _AS_OF}
_UNSURE: dict[str, Json] = {
    "context": {
        "competitor_gap_brief": {
            "as_of": "2026-04-20",
            "confirmed_gaps": ["two of five peers run an evaluation harness"],
            "confidence": "low",
        }
    },
    "as_of": _AS_OF,
}
_SOURCE = "DOMAIN 4"


def _hits(case: Case, wrong: Wrong, message: str) -> Iterator[Hit]:
    for judged in case.once(judged_claims):
        if judged.wrong is wrong:
            yield _hit(judged, message)


def _hit(judged: Judged, message: str) -> Hit:
    claim = judged.claim
    span = claim.passage.span(claim.start, claim.end)
    return Hit(span, message.format(detail=judged.detail), judged.evidence)


@rule(
    "GAP-001",
    name="peer-claim-without-brief",
    dimension=Dimension.GAP,
    severity=Severity.BLOCK,
    what="Says what competitors or peers do although no gap brief confirms anything about them.",
    why="The reader knows this market better than we do: it is checked in seconds and never forgotten.",
    bad=Example("Your competitors already run dedicated ML platform teams."),
    good=Example("Do you see competitors putting people on ML platform work full time?"),
    source=_SOURCE,
    fix="Drop the claim about peers, or ask an open question about the market instead.",
)
def without_brief(case: Case) -> Iterator[Hit]:
    yield from _hits(case, Wrong.NO_BRIEF, "Claims something about competitors or peers; {detail}.")


@rule(
    "GAP-002",
    name="too-many-peers",
    dimension=Dimension.GAP,
    severity=Severity.BLOCK,
    what="Speaks of more peers than the gap brief confirms, or of a rank it does not give.",
    why='"Most of your competitors", said of two of five, is the statistic that the reader will check.',
    bad=Example("Most of your peers run a dedicated MLOps team.", BRIEF),
    good=Example(
        "Two of five peers run a dedicated MLOps team; at the other three we saw no public sign.", BRIEF
    ),
    source=f"{_SOURCE}; P-033",
    fix='Give the brief\'s arithmetic ("two of five"), name the peers; say of the rest that none was seen.',
)
def too_many(case: Case) -> Iterator[Hit]:
    yield from _hits(case, Wrong.AMOUNT, "Goes beyond the evidence: {detail}.")


@rule(
    "GAP-003",
    name="unconfirmed-peer",
    dimension=Dimension.GAP,
    severity=Severity.BLOCK,
    what="Names a peer that the gap brief does not have, or not for this practice.",
    why="The reader knows these companies, often the people in them.",
    bad=Example("Arden Cargo and Borealis Shipping both run a dedicated MLOps team.", BRIEF),
    good=Example("Arden Cargo and Kestrel Lines both run a dedicated MLOps team.", BRIEF),
    source=_SOURCE,
    fix="Name only the peers at which the brief confirms this practice.",
)
def unconfirmed_peer(case: Case) -> Iterator[Hit]:
    yield from _hits(case, Wrong.NAME, "Names a peer without evidence: {detail}.")


@rule(
    "GAP-004",
    name="unconfirmed-practice",
    dimension=Dimension.GAP,
    severity=Severity.BLOCK,
    what="Says that peers do something other than what the gap brief confirms.",
    why="A hire is no platform team; a blog post is no product. Each step up is our invention.",
    bad=Example("Two of five peers run an offline evaluation harness.", BRIEF),
    good=Example("Two of five peers have people who do nothing but MLOps.", BRIEF),
    source=_SOURCE,
    fix="Say only the practice that the brief confirms, in its own terms.",
)
def unconfirmed_practice(case: Case) -> Iterator[Hit]:
    yield from _hits(case, Wrong.PRACTICE, "This practice is not confirmed; {detail}.")


@rule(
    "GAP-005",
    name="unsure-gap-asserted",
    dimension=Dimension.GAP,
    severity=Severity.BLOCK,
    what="States a finding about peers as a fact although its confidence is below the line.",
    why="What we only suspect, the reader may know to be false.",
    bad=Example("Two of five peers run an evaluation harness.", _UNSURE),
    good=Example(
        "One thin source has two of five peers running an evaluation harness; does that match what you see?",
        _UNSURE,
    ),
    source=_SOURCE,
    fix="Ask instead of asserting, or say openly how thin the evidence is.",
)
def unsure(case: Case) -> Iterator[Hit]:
    yield from _hits(case, Wrong.UNSURE, "States as a fact what the brief only suspects: {detail}.")


@rule(
    "GAP-006",
    name="absence-at-peers",
    dimension=Dimension.GAP,
    severity=Severity.BLOCK,
    what="Says that the remaining peers, or none of them, do something; only that none was seen may be said.",
    why="A practice that was not seen in public may well be there.",
    bad=Example("Two of five peers run a dedicated MLOps team. The other three do not.", BRIEF),
    good=Example(
        "Two of five peers run a dedicated MLOps team. At the other three we saw no public sign of one.",
        BRIEF,
    ),
    source=_SOURCE,
    fix='Write that no public sign was seen at the others ("we saw none at the other three").',
)
def absence(case: Case) -> Iterator[Hit]:
    yield from _hits(
        case,
        Wrong.REST,
        "States as a fact that peers lack something; the evidence only shows that none was seen.",
    )
