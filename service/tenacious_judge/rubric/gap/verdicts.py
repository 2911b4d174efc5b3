"""A claim about peers held against the gap brief: the first thing that is wrong with it, or nothing."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ...domain import EvidenceRef, Role
from ...reading.case import Case
from ...reading.peers.claims import Claim, PeerTalk, Says, read_claims
from ...reading.peers.known import Confirmed, Known, stated_numbers
from ...reading.peers.mentions import Kind
from ...reading.peers.practice import NOTHING, any_same, other_practice, read_topic, same_practice
from ...reading.peers.quantity import Amount, Quantity
from ...reading.peers.stance import Mode
from .limits import limits_said


class Wrong(StrEnum):
    """What is wrong with a claim; one rule each."""

    NO_BRIEF = "no_brief"
    AMOUNT = "amount"
    NAME = "name"
    PRACTICE = "practice"
    UNSURE = "unsure"
    REST = "rest"
    SUPERIOR = "superior"


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim, what it rests on, and what is wrong (None: nothing). `detail` completes the rule's message."""

    claim: Claim
    basis: tuple[Confirmed, ...]
    wrong: Wrong | None = None
    detail: str = ""
    evidence: tuple[EvidenceRef, ...] = ()


def judged_claims(case: Case) -> tuple[Judged, ...]:
    """Every claim of the mail, judged. Use `case.once(judged_claims)`."""
    talk = case.once(read_claims)
    return tuple(_judge(case, talk, claim) for claim in talk.claims)


def _judge(case: Case, talk: PeerTalk, claim: Claim) -> Judged:
    known = talk.known
    basis = _basis(claim, known)
    if not claim.told or _said_by_prospect(case, claim):
        return Judged(claim, basis)
    if not known.findings and not known.seen_at:
        return Judged(claim, (), Wrong.NO_BRIEF, _no_brief(known), (known.ref,))
    if claim.says is Says.SUPERIOR:
        return Judged(claim, basis, Wrong.SUPERIOR)
    if claim.says is Says.REST:
        return Judged(claim, basis, Wrong.REST, "", tuple(f.ref for f in basis[:1]))
    return _against_brief(case, known, claim, basis)


def _no_brief(known: Known) -> str:
    return (
        "the competitor gap brief confirms nothing"
        if known.present or known.texts
        else "there is no competitor gap brief"
    )


def _basis(claim: Claim, known: Known) -> tuple[Confirmed, ...]:
    """The findings that the claim may rest on: those of its practice, first of the peers it names."""
    same = tuple(f for f in known.findings if claim.topic.shares(f.topic))
    same = same or tuple(f for f in known.findings if _speaks_of(claim, f))
    named = tuple(f for f in same if claim.names & f.names)
    return named or same


def _possible(case: Case, claim: Claim, known: Known) -> tuple[Confirmed, ...]:
    """The findings that the claim may tell in other words: those that are not surely of another practice."""
    found = tuple(
        f for f in known.findings if not other_practice(claim.topic, f.topic, told=_in_mail(case, f))
    )
    return tuple(f for f in found if claim.names & f.names) or found


def _in_mail(case: Case, finding: Confirmed) -> bool:
    """True where a telling word of the finding stands anywhere in the mail."""
    texts = [passage.flat for passage in case.mail.passages]
    return any(word[:6] in text for word in finding.topic.words for text in texts)


def _speaks_of(claim: Claim, finding: Confirmed) -> bool:
    """True when the claim can be about the finding's practice; what it leaves open, its neighbours settle."""
    if same_practice(claim.topic, finding.topic):
        return True
    faint = {"blog", "data", "hire"} if _SOURCE.search(claim.unit.text) else {"blog", "data"}
    return (
        not claim.topic.specific and not claim.topic.soft - faint and same_practice(claim.wide, finding.topic)
    )


_SOURCE = re.compile(
    r"\b(?:sources?|evidence|comes? from|came from|rests? on|based on|seen in|read in|found in|taken from)\b"
)


def _against_brief(case: Case, known: Known, claim: Claim, basis: tuple[Confirmed, ...]) -> Judged:
    strangers = claim.strangers
    if strangers:
        return Judged(
            claim, basis, Wrong.NAME, f"{strangers[0].name} is none of the peers of the brief", (known.ref,)
        )
    seen = {
        name
        for name in claim.names
        if name in known.seen_at and known.seen_at[name] and any_same(claim.topic, (known.seen_at[name],))
    }
    basis = basis or _possible(case, claim, known)
    if not basis and not (claim.names and seen == claim.names):
        confirmed = "; ".join(f.source.practice for f in known.findings)[:160] or "no practice"
        return Judged(
            claim,
            (),
            Wrong.PRACTICE,
            f"the brief confirms: {confirmed}",
            tuple(f.ref for f in known.findings[:3]),
        )
    missing = _not_at(claim, known, seen)
    if missing:
        detail = f"the brief does not confirm this practice at {missing}"
        return Judged(claim, basis, Wrong.NAME, detail, tuple(f.ref for f in basis[:2]))
    extra = _smuggled(claim, known)
    if extra:
        confirmed = "; ".join(f.source.practice for f in known.findings)[:160]
        return Judged(claim, basis, Wrong.PRACTICE, f"the brief confirms: {confirmed}", (known.ref,))
    return _of_each(case, known, claim, basis)


_AND = re.compile(r"\b(?:and|plus|as well as|along with) (?:an? |its |their |now |also |both )+")


def _smuggled(claim: Claim, known: Known) -> bool:
    """True for a second practice in one breath that no finding has: "an MLOps team and a feature store"."""
    joints = [joint.end() for joint in _AND.finditer(claim.unit.text)]
    if not joints:
        return False
    second = read_topic(claim.unit.text[joints[-1] :])
    confirmed = {subject for f in known.findings for subject in f.topic.specific}
    confirmed |= {subject for topic in known.seen_at.values() for subject in topic.specific}
    return (
        bool(second.specific) and not second.specific & confirmed and claim.topic.specific > second.specific
    )


def _of_each(case: Case, known: Known, claim: Claim, basis: tuple[Confirmed, ...]) -> Judged:
    """Every subject that the claim shares with the brief must be borne out by a finding of that subject."""
    judged = [_by_finding(case, known, claim, (f,)) for f in basis] or [_by_finding(case, known, claim, ())]
    fine = [j for j in judged if j.wrong is None]
    borne = {subject for j in fine for f in j.basis for subject in f.topic.specific}
    for one in judged:
        shared = {s for f in one.basis for s in f.topic.specific} & claim.topic.specific
        if one.wrong is not None and (not fine or shared - borne):
            return one
    return Judged(claim, tuple(f for j in fine for f in j.basis))


def _by_finding(case: Case, known: Known, claim: Claim, basis: tuple[Confirmed, ...]) -> Judged:
    refs = tuple(f.ref for f in basis)
    seen = {name for name in claim.names if name in known.seen_at}
    strange = claim.names - seen - (basis[0].names if basis else claim.names)
    if basis and basis[0].names and strange:
        detail = f"the brief does not confirm this practice at {min(strange).title()}"
        return Judged(claim, basis, Wrong.NAME, detail, refs)
    for amount in claim.amounts:
        too_much = _too_much(case, claim, amount, basis)
        if too_much:
            return Judged(claim, basis, Wrong.AMOUNT, too_much, refs)
    general = not claim.names and not any(a.amount in _EXACT for a in claim.amounts)
    if claim.says is Says.COMPARE and general:
        return Judged(claim, basis, Wrong.AMOUNT, "it speaks of the peers in general", refs)
    return _by_confidence(case, known, claim, basis)


_AMONG = re.compile(r"\b(?:among (?:them|others)|included|to name (?:but )?(?:a few|two))\b")
_EXACT = (Amount.COUNT, Amount.RATIO, Amount.SHARE, Amount.THOSE)


def _not_at(claim: Claim, known: Known, seen: set[str]) -> str:
    """A peer at which none of the findings of this practice was made."""
    basis = [f for f in known.findings if claim.topic.shares(f.topic)]
    basis = basis or [f for f in known.findings if _speaks_of(claim, f)] or list(known.findings)
    if any(not f.names for f in basis):
        return ""
    confirmed = frozenset(name for f in basis for name in f.names)
    return next(iter(sorted(claim.names - confirmed - seen)), "").title()


def _too_much(case: Case, claim: Claim, amount: Quantity, basis: tuple[Confirmed, ...]) -> str:
    """Why the amount goes beyond every finding it may rest on, or ""."""
    named = bool(claim.names)
    said = claim.passage.flat[amount.start : amount.end]
    if amount.amount is Amount.RANK:
        if any(re.search(r"quartile|decile|percentile|%", f.source.practice.lower()) for f in basis):
            return ""
        ranked = (
            re.search(r"quartile|decile|quintile|percentile|%|percent|third|half|fifth", said) is not None
        )
        return "no rank is confirmed" if ranked or not (named or _counted(claim)) else ""
    bare = amount.amount in (Amount.BARE, Amount.NAMED_ONE) and not _AMONG.search(claim.unit.text)
    if (named and bare) or amount.amount is Amount.THOSE:
        return ""
    if amount.amount is Amount.NAMED_ONE:
        return "the brief does not rank its peers"
    reasons = [_beyond(case, claim, amount, finding) for finding in basis] or [""]
    return "" if "" in reasons else reasons[0]


def _counted(claim: Claim) -> bool:
    return any(a.amount in (Amount.COUNT, Amount.RATIO, Amount.SHARE) for a in claim.amounts)


def _beyond(case: Case, claim: Claim, amount: Quantity, finding: Confirmed) -> str:
    count, total = finding.count, finding.total
    share = 100.0 * count / total if count is not None and total else None
    tally = f"{count} of {total}" if total else f"{count} peers" if count is not None else "no count"
    told = f"the brief confirms {tally}"
    low = amount.low + claim.said if amount.amount is Amount.MORE else amount.low
    if amount.amount in (Amount.COUNT, Amount.RATIO, Amount.MORE):
        if count is None:
            return told if low > 1 else ""
        if low > count:
            return told
        return _wrong_whole(case, amount, finding, told)
    if amount.amount is Amount.SHARE:
        return "" if share is not None and amount.low <= share + 4.5 else told
    if amount.amount is Amount.MOST:
        return "" if share is not None and share > 50 else told
    if amount.amount in (Amount.ALL, Amount.BARE):
        return "" if share is not None and share >= 100 else told
    if amount.amount is Amount.MANY:
        return "" if share is not None and share >= 50 and (count or 0) >= 3 else told
    if amount.amount is Amount.SOME:
        return told if count == 1 and not limits_said(case, claim) else ""
    if amount.amount is Amount.FEW:
        return "" if share is None or share < (amount.low or 50.0) else told
    return ""


def _wrong_whole(case: Case, amount: Quantity, finding: Confirmed, told: str) -> str:
    """ "Two of five" where the brief looked at six, or at no number that could be five."""
    if amount.whole is None or amount.whole == finding.total:
        return ""
    if finding.total is not None:
        return told
    context = case.request.context
    numbers = stated_numbers(context.competitor_gap_brief or context.hiring_signal_brief)
    return "" if int(amount.whole) in numbers else f"{told}, of no stated number"


def _by_confidence(case: Case, known: Known, claim: Claim, basis: tuple[Confirmed, ...]) -> Judged:
    needed = case.policy.confidence.needed
    sure = max((f.confidence for f in basis), default=known.confidence)
    if sure >= needed or claim.mode is Mode.HEDGED or limits_said(case, claim):
        return Judged(claim, basis)
    best = max(basis, key=lambda f: f.confidence, default=None)
    pointer = best.confidence_pointer if best is not None and best.confidence_pointer else known.pointer
    return Judged(
        claim,
        basis,
        Wrong.UNSURE,
        f"its confidence is {sure:.2f} (needs {needed:.2f})",
        (EvidenceRef(pointer, sure),),
    )


_RELATION = re.compile(r"\b(?:competitors?|rivals?|peers?|competition|others?|everyone)\b")


def _said_by_prospect(case: Case, claim: Claim) -> bool:
    """True when the prospect said it of the peers, in the thread or in public."""
    for _, passage in case.turns_of(Role.PROSPECT):
        for sentence in passage.prose():
            text = passage.flat[sentence.start : sentence.end]
            if not sentence.question and _tells(text, claim):
                return True
    return any(_tells(record.summary.lower(), claim) for record in case.prospect.public_record)


def _tells(text: str, claim: Claim) -> bool:
    named = any(name in text or name.split()[0] in text for name in claim.names) or any(
        s.name.lower() in text for s in claim.strangers
    )
    if not named and not (
        _RELATION.search(text) and not claim.names and any(m.kind is not Kind.LEAD for m in claim.mentions)
    ):
        return False
    topic = read_topic(text[:600])
    return claim.topic.shares(topic) or (named and claim.topic in (NOTHING, topic))
