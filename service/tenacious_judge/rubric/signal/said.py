"""What the prospect is said to have said, and claimed proof, weighed."""

import re

from ...domain import DraftKind, EvidenceRef, FactKind
from ...reading.claims import Claim
from ...reading.claims.words import stems
from ...reading.dates import Grain
from ...reading.numbers import NumberKind
from .known import Known, number_of
from .verdicts import Fault, Weighed

_EXCHANGE = re.compile(
    r"\b(?:call|conversation|chat|meeting|discussion|exchange|email|mail|note|message|request|"
    r"question|reply|interest|inquiry|enquiry|discussed|agreed|requested|spoken|promised|arranged|"
    r"talked)\b"
)
_PUBLISHED = re.compile(
    r"\b(?:post|blog|blogged|article|talk|interview|podcast|keynote|tweet\w*|thread|essay|write "
    r"?up|panel|webinar|paper|published|announce\w*|press|remarks?|comment|quote|posted|wrote|"
    r"quoted|publicly)\b"
)
_ANNOUNCED = re.compile(
    r"\b(?:announce\w*|published|posted|confirmed|shared|stated|presented|committed|wrote|noted|indicated)\b"
)
_AS_SAID = re.compile(
    r"(?:as |like )you(?:'ve| have)? (?:\w+ )?(?:said|told|wrote|mentioned|stated|explained|confirmed|"
    r"noted|put it|"
    r"indicated)\b|you(?:'ve| have)? (?:\w+ )?(?:said|told me|told us|wrote|mentioned|stated|explained|"
    r"confirmed|"
    r"noted|indicated)$"
)
_CLAUSE_HEAD = re.compile(r"(?:^|[,;:–-]|\b(?:and|but|so|since|because|for))[\s\"'(]*$")
_DATED = (Grain.DAY, Grain.MONTH)
_PEERS = re.compile(r"\b(?:competitors?|peers?|rivals?)\b")


def weigh_said(known: Known, claim: Claim, others: bool) -> Weighed | None:
    """What the prospect is said to have said. `others`: the sentence holds claims weighed by themselves."""
    case = known.case
    if _ANNOUNCED.search(claim.text) and (others or _figure_known(known, claim)):
        return None
    if known.spoke:
        return _misquoted(known, claim) or _misdated(known, claim)
    if _EXCHANGE.search(claim.text) and (case.thread or case.mail.kind is not DraftKind.COLD):
        return None
    if case.prospect.public_record:
        return None
    if case.mail.kind is not DraftKind.COLD and not case.thread and not _PUBLISHED.search(claim.text):
        return None
    tail = claim.words
    if tail and known.mentions(tail, min(2, len(tail))) is not None:
        return None
    if _PUBLISHED.search(claim.text) and known.mentions(
        (
            "post",
            "blog",
            "articl",
            "talk",
            "interview",
            "podcast",
            "keynot",
            "tweet",
            "twitter",
            "essay",
            "said",
            "wrot",
            "announc",
            "press",
            "publish",
            "commentari",
        ),
        1,
    ):
        return None
    return Weighed(
        Fault.SAID,
        claim,
        f"Refers to words of the prospect's (“{claim.text.strip()}”); neither the thread nor the "
        f"public record has any.",
    )


def _figure_known(known: Known, claim: Claim) -> bool:
    """ "In April you announced that about 18% of staff would leave": the brief has the 18."""
    sentence = claim.passage.sentence_at(claim.start)
    told = {n.value for n in claim.passage.numbers_in(claim.end, sentence.end)}
    facts = [
        v for f in known.evidence if (v := number_of(f)) is not None and known.confident(known.support(f))
    ]
    return any(v in told or round(v * 100, 4) in told for v in facts)


def _misdated(known: Known, claim: Claim) -> Weighed | None:
    """A day of a month put in their mouth that nobody has named: "as you said, it must be live by 1 "
    "October"."""
    passage = claim.passage
    sentence = passage.sentence_at(claim.start)
    if not _AS_SAID.match(claim.text) or not _CLAUSE_HEAD.search(passage.flat[sentence.start : claim.start]):
        return None
    end = min(passage.clause_at(claim.end + 2)[1], sentence.end)
    named = [w for w in passage.dates_in(claim.end, end) if w.grain in _DATED and w.start > claim.end + 12]
    told = [w for _, other in known.case.turns for w in other.dates]
    if not named or any(w.grain not in _DATED or w.low.month == n.low.month for w in told for n in named):
        return None
    months = [n.low.strftime("%B").lower() for n in named]
    if any(month in s.text for s in known.sayings for month in months):
        return None
    return Weighed(
        Fault.SAID,
        claim,
        f"Puts a date in the prospect's mouth (“{passage.flat[named[0].start : named[0].end]}”); no turn "
        f"of the "
        f"thread names it.",
    )


def _misquoted(known: Known, claim: Claim) -> Weighed | None:
    """A number that the prospect gave for the same thing differs from the one put in their mouth."""
    passage = claim.passage
    sentence = passage.sentence_at(claim.start)
    for number in passage.numbers_in(claim.end, min(sentence.end, claim.end + 80)):
        things = stems(number.noun)[:2]
        if number.kind is not NumberKind.COUNT or not things:
            continue
        said = [
            (n, turn)
            for turn, other in known.spoken
            for n in other.numbers
            if n.kind is number.kind and set(stems(n.noun)[:2]) & set(things)
        ]
        if said and not any(n.low <= number.high and number.low <= n.high for n, _ in said):
            turn = said[-1][1]
            return Weighed(
                Fault.CONTRADICTED,
                claim,
                f"Says that the prospect gave {number.value:.0f}; they wrote {said[-1][0].value:.0f}.",
                (EvidenceRef(turn.pointer, turn.content[:120]),),
            )
    return None


def weigh_certain(known: Known, claim: Claim, others: bool) -> Weighed | None:
    """Claimed proof: evidence must say it. `others`: the sentence holds claims weighed by themselves."""
    if others:
        return None
    gap = known.case.gap
    sentence = claim.passage.sentence_at(claim.start)
    if _PEERS.search(claim.passage.flat, sentence.start, sentence.end):
        confidence = (
            gap.confidence
            if gap.confidence is not None
            else max((f.confidence or known.needed for f in gap.findings), default=0.0)
        )
        if gap.present and confidence >= known.needed:
            return None
        return Weighed(
            Fault.CERTAIN,
            claim,
            f"Claims proof (“{claim.text.strip()}”) about competitors; no confident evidence "
            f"about them was given.",
        )
    said = known.mentions(claim.words, min(2, max(1, len(claim.words))))
    if said is not None and known.confident(said):
        return None
    if any(known.confident(known.support(f)) and f.kind is not FactKind.COMPANY for f in known.evidence):
        return None
    return Weighed(
        Fault.CERTAIN,
        claim,
        f"Claims proof (“{claim.text.strip()}”); no evidence about the prospect is confident.",
    )
