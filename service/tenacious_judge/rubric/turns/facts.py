"""Facts and terms across turns: what an earlier mail of ours stated may not silently change."""

import re
from collections.abc import Iterable

from ...domain import Dimension, EvidenceRef, Json, Role, Severity, Turn
from ...reading.case import Case
from ...reading.claims import Claim, ClaimKind, Stance, Voice, mail_claims, names, read_claims
from ...reading.claims.words import stems
from ...reading.numbers import Number, NumberKind
from ...reading.passage import Passage
from ...reading.patterns import Finder
from ..registry import Example, Hit, rule
from ..signal.known import Known
from ..signal.said_before import corrects, taken_back
from ..signal.thread_counts import counts_of

_SOURCE = "DOMAIN, across turns"
_FIXED = (
    ClaimKind.ROLES,
    ClaimKind.FUNDING_STAGE,
    ClaimKind.FUNDING_AMOUNT,
    ClaimKind.LAYOFF_PERCENT,
    ClaimKind.LAYOFF_COUNT,
    ClaimKind.LEADER_NAME,
    ClaimKind.AI_SCORE,
    ClaimKind.HEADCOUNT,
)
_FRESH = re.compile(
    r"\b(?:now|just|new|today|currently|since|this (?:week|month|morning)|latest|up from|down "
    r"from|another|as of|has (?:grown|risen|fallen|moved|gone))\b"
)
_AS_SAID = Finder(
    r"\bas (?:i|we) (?:said|mentioned|wrote|noted|told|explained|described|promised|put it)\b|"
    r"\bas (?:mentioned|noted|"
    r"stated|described) (?:before|earlier|above|in my)\b|\b(?:i|we) (?:already |earlier )?(?:mentioned|"
    r"told you|wrote) "
    r"(?:earlier|before|last|that)\b"
)
_RECALLED = (NumberKind.DAYS, NumberKind.PERCENT, NumberKind.COUNT)
_ROLE_THREAD: Json = [
    {"role": "agent", "content": "Hi Elena, I counted four open platform roles on your careers page."},
    {"role": "prospect", "content": "What would you suggest?"},
]
_NINE: Json = {
    "company": "Halden Freight",
    "as_of": "2026-05-04",
    "hiring_velocity": {"open_roles_today": 9, "signal_confidence": 0.85},
}


@rule(
    "SIG-101",
    name="changed-fact",
    dimension=Dimension.SIGNAL,
    severity=Severity.BLOCK,
    what="States another value than an earlier mail of ours did, without saying so.",
    why="A reader who kept the first mail sees a sender who does not know what they said.",
    bad=Example(
        "Elena,\n\nAs I wrote, you have nine open platform roles.",
        {"kind": "reply", "context": {"prior_thread": _ROLE_THREAD, "hiring_signal_brief": _NINE}},
    ),
    good=Example(
        "Elena,\n\nA correction: I said four open roles; it is nine.",
        {"kind": "reply", "context": {"prior_thread": _ROLE_THREAD, "hiring_signal_brief": _NINE}},
    ),
    source=_SOURCE,
    fix="Keep to the earlier value, or correct it openly: say what you wrote and what it is.",
)
def changed_fact(case: Case) -> Iterable[Hit]:
    yield from _changed_terms(case)
    yield from _recalled(case)
    if not any(turn.role is Role.AGENT for turn in case.thread):
        return
    mine = [
        c
        for c in case.once(mail_claims)
        if c.kind in _FIXED and c.stance in (Stance.ASSERTED, Stance.LEANING, Stance.LIMITED)
    ]
    if not mine:
        return
    earlier = case.once(_agent_claims)
    for claim in mine:
        said = [(turn, c) for turn, c in earlier if c.kind is claim.kind and _comparable(c, claim)]
        if (
            not said
            or any(_agrees(c, claim) for _, c in said)
            or _corrected(claim)
            or _prospect_says(case, claim)
            or taken_back(case, claim)
            or _corrected_elsewhere(case, claim, said[-1][1])
        ):
            continue
        turn, before = said[-1]
        span = claim.passage.span(claim.start, claim.end)
        yield Hit(
            span,
            f"Says “{span.text}”; an earlier mail of ours said “{before.text.strip()}”.",
            (EvidenceRef(turn.pointer, before.text.strip()),),
        )


def _agent_claims(case: Case) -> tuple[tuple[Turn, Claim], ...]:
    company, peers = names(case)
    return tuple(
        (turn, c)
        for turn, passage in case.turns_of(Role.AGENT)
        for c in read_claims(passage, Voice.MAIL, company, peers)
        if c.stance in (Stance.ASSERTED, Stance.LEANING, Stance.LIMITED)
    )


def _comparable(one: Claim, two: Claim) -> bool:
    if one.kind is ClaimKind.ROLES:
        if one.degree != two.degree and not one.subject:
            return False  # "the two API roles" beside the six of them all
        return one.subject == two.subject and one.degree in (0, 1) and two.degree in (0, 1)
    return (
        one.kind is ClaimKind.FUNDING_STAGE or one.subject == two.subject or one.kind is ClaimKind.LEADER_NAME
    )


def _agrees(one: Claim, two: Claim) -> bool:
    if one.kind is ClaimKind.LEADER_NAME:
        return bool(set(one.subject.split()) & set(two.subject.split()))
    if one.kind is ClaimKind.FUNDING_STAGE:
        return one.subject == two.subject
    return one.low <= two.high and two.low <= one.high


def _corrected(claim: Claim) -> bool:
    """Openly corrected beside the claim, or (for what moves) said to be new."""
    passage = claim.passage
    sentence = passage.sentence_at(claim.start)
    everything = passage.sentences
    first = everything[max(0, sentence.index - 1)].start
    last = everything[min(len(everything) - 1, sentence.index + 1)].end
    if any(first <= a < last for a, _ in passage.cue("sig_correction")):
        return True
    return (
        claim.kind is ClaimKind.ROLES
        and _FRESH.search(passage.flat, sentence.start, sentence.end) is not None
    )


def _prospect_says(case: Case, claim: Claim) -> bool:
    known = case.once(Known)
    if claim.kind is ClaimKind.ROLES and any(
        claim.low <= left.count <= claim.high for left in case.once(counts_of)
    ):
        return True
    return any(t.claim.kind is claim.kind and _agrees(t.claim, claim) for t in known.turns)


def _corrected_elsewhere(case: Case, claim: Claim, before: Claim) -> bool:
    """ "Nine was my mistake. The page shows six": corrected once, for the whole mail."""
    if claim.kind is not ClaimKind.ROLES:
        return False
    return any(
        number.value in (before.low, claim.low) and corrects(passage, number.start)
        for passage in case.mail.passages
        for number in passage.numbers
    )


def _recalled(case: Case) -> Iterable[Hit]:
    """ "As I mentioned, it took six weeks", where the earlier mail has eleven."""
    if not any(turn.role is Role.AGENT for turn in case.thread):
        return
    earlier = [
        (turn, n)
        for turn, passage in case.turns_of(Role.AGENT)
        for n in passage.numbers
        if n.kind in _RECALLED
    ]
    for passage in case.mail.passages if earlier else ():
        recalling = {passage.sentence_at(start).index for start, _ in _AS_SAID.places(passage.text.latin)}
        for sentence in passage.prose() if recalling else ():
            if sentence.index not in recalling:
                continue
            for number in passage.numbers_in(sentence.start, sentence.end):
                said = [(turn, n) for turn, n in earlier if _same_thing(n, number)]
                if said and not any(n.low <= number.high and number.low <= n.high for _, n in said):
                    if _near_correction(passage, number):
                        continue
                    turn, before = said[-1]
                    span = passage.span(number.start, number.end)
                    yield Hit(
                        span,
                        f"Says “{span.text}” as something said before; an earlier mail of ours had "
                        f"another value.",
                        (EvidenceRef(turn.pointer, before.value),),
                    )


def _same_thing(one: Number, two: Number) -> bool:
    if one.kind is not two.kind or two.kind not in _RECALLED:
        return False
    return two.kind is not NumberKind.COUNT or bool(set(stems(one.noun)[:2]) & set(stems(two.noun)[:2]))


def _changed_terms(case: Case) -> Iterable[Hit]:
    """Terms of ours that the policy lists: another value than before is a person's to give."""
    for term in case.policy.own_terms:
        low = term.lower()
        earlier = [(turn, n) for turn, passage in case.turns_of(Role.AGENT) for n in _beside(passage, low)]
        for passage in case.mail.passages:
            for number in _beside(passage, low):
                if (
                    earlier
                    and not any(abs(n.value - number.value) < 1e-6 for _, n in earlier)
                    and not _near_correction(passage, number)
                ):
                    turn, before = earlier[-1]
                    span = passage.span(number.start, number.end)
                    yield Hit(
                        span,
                        f"Says “{span.text}” for {term}; an earlier mail of ours had another value.",
                        (EvidenceRef(turn.pointer, before.value),),
                        severity=Severity.HOLD,
                    )


def _beside(passage: Passage, term: str) -> list[Number]:
    """Numbers in the clause of a term."""
    at = passage.flat.find(term)
    if at < 0:
        return []
    sentence = passage.sentence_at(at)
    return [n for n in passage.numbers if sentence.start <= n.start < sentence.end and abs(n.start - at) < 60]


def _near_correction(passage: Passage, number: Number) -> bool:
    sentence = passage.sentence_at(number.start)
    return any(sentence.start - 120 <= a < sentence.end for a, _ in passage.cue("sig_correction"))
