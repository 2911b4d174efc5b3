"""Technology, headcount, initiatives, figures, states of affairs and attributions, weighed by words."""

import re

from ...domain import DraftKind, EvidenceRef, FactKind
from ...reading.claims import Claim, ClaimKind, Stance
from ...reading.claims.affairs import AFFAIR
from ...reading.claims.deeds import DEED
from ...reading.claims.tech import canonical
from ...reading.claims.words import stems
from ...reading.dates import Grain
from ...reading.numbers import NumberKind
from ...reading.wordlist import words_of
from .kin import figures_of, kindred, substance
from .kin import talked_of as _talked_of
from .known import Known, Support, number_of
from .verdicts import Fault, Weighed, contradicted, refs, settle, unsupported, weak

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
    r"\b(?:announced|published|posted|confirmed|shared|stated|presented|committed|wrote|noted|indicated)\b"
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
_GONE = re.compile(
    r"\b(?:off|away from|instead of|over|replac\w+|retir\w+|dropp\w+|no longer|not|without|left|"
    r"abandon\w+|sunset\w*|rather than|never|from|decommission\w+|ditch\w+)\s+(?:[\w'-]+\s+){0,4}$"
)
_GRANTED = re.compile(r"\b(?:your|the|this|that)\s+(?:[\w.+#/&'-]+\s+){0,3}$")
_ANYTHING = words_of("open clos start begin end new board need want role hir fund series gone live ask")
"""Stems that every brief has: sharing one shows nothing of an affair told of nobody."""
_YOU = re.compile(r"\b(?:you|your|yours|you're|you've|you'll)\b")
_US = re.compile(r"\b(?:we|our|ours|we're|we've|we'll|we'd|squads?|tenacious)\b")
_PEERS = re.compile(r"\b(?:competitors?|peers?|rivals?)\b")


def weigh_tech(known: Known, claim: Claim) -> Weighed | None:
    """A technology in use."""
    facts = known.facts(FactKind.TECH)
    agree = [
        known.support(f)
        for f in facts
        if canonical(str(f.value)) == claim.subject or claim.subject in str(f.value).lower().split()
    ]
    spoken = [t.support for t in known.turns_of(ClaimKind.TECH) if t.claim.subject == claim.subject]
    if spoken or any(s.support.spoken and claim.subject in s.text for s in known.sayings):
        return None
    flag = known.evidence.flag("tech_stack_inferred_not_confirmed")
    if flag is not None and claim.stance is Stance.ASSERTED:
        return Weighed(
            Fault.FLAGGED,
            claim,
            f"States the technology in use (“{claim.text.strip()}”) as a fact; the brief flags "
            f"its stack as inferred, not confirmed.",
            refs([known.support(flag)]),
        )
    if not agree:
        named = re.compile(rf"(?<![\w]){re.escape(claim.subject)}(?![\w])")
        found = [(s, m) for s in known.sayings if (m := named.search(s.text))]
        gone = [s.support for s, m in found if _GONE.search(s.text, 0, m.start())]
        agree = [s.support for s, _ in found if s.support not in gone]
        if gone and not agree:
            return contradicted(claim, gone)
    if not agree and facts:
        other = ", ".join(str(f.value) for f in facts[:4])
        return Weighed(
            Fault.UNSUPPORTED,
            claim,
            f"Says that the prospect runs “{claim.text.strip()}”; the brief lists {other}.",
            refs([known.support(f) for f in facts[:2]]),
        )
    return settle(known, claim, agree, [], missing=unsupported(claim))


def weigh_headcount(known: Known, claim: Claim) -> Weighed | None:
    """How many people there are."""
    agree: list[Support] = []
    against: list[Support] = []
    for fact in known.facts(FactKind.HEADCOUNT):
        if not isinstance(fact.value, (int, float)) or (
            claim.subject and not fact.subject and claim.high < fact.value
        ):
            continue
        (agree if claim.low * 0.9 <= fact.value <= claim.high * 1.1 else against).append(known.support(fact))
    for told in known.told(ClaimKind.HEADCOUNT):
        (
            agree if told.claim.low * 0.9 <= claim.high and claim.low <= told.claim.high * 1.1 else against
        ).append(told.support)
    if not agree and any(
        re.search(rf"(?<!\d){int(claim.low)}(?!\d)", s.text)
        and s.words & {"headcount", "employe", "staff", "peopl", "engin"}
        for s in known.sayings
    ):
        return None
    return settle(known, claim, agree, against, missing=unsupported(claim))


def _guessed(claim: Claim) -> bool:
    """ "You are probably moving ...": a guess; "I hear you are moving ..." is hearsay, and a claim."""
    if claim.stance is not Stance.LEANING:
        return False
    sentence = claim.passage.sentence_at(claim.start)
    granted = claim.kind is ClaimKind.EVENT and _GRANTED.search(
        claim.passage.flat, sentence.start, claim.start
    )
    if granted:
        return False  # "most of them are for the maps rewrite": the guess is about something else
    return claim.passage.cue_in("sig_hearsay", sentence.start, claim.start) is None


def _told_of_us(known: Known, claim: Claim) -> bool:
    """True in a sentence that names nobody, where those before it in the paragraph tell of us.

    "A squad of ours reads first. Shipping starts in the second half."
    """
    passage = claim.passage
    at = passage.sentence_at(claim.start)
    company = known.case.company
    for sentence in reversed(passage.sentences[: at.index + 1]):
        if sentence.paragraph != at.paragraph:
            return False
        text = passage.flat[sentence.start : sentence.end]
        if _YOU.search(text) or (len(company) > 2 and company in text):
            return False
        if _US.search(text):
            return sentence is not at
    return False


def weigh_event(known: Known, claim: Claim) -> Weighed | None:
    """An initiative: some text must share its words."""
    if _guessed(claim) or _told_of_us(known, claim):
        return None
    words = substance(known, claim)
    said = known.mentions(words, min(2, len(words)), names=len(words) > 1) or kindred(known, claim)
    if said is None and _talked_of(known, claim):
        return None
    if said is None:
        return Weighed(
            Fault.INVENTED,
            claim,
            f"Says that the prospect has this under way (“{claim.text.strip()}”); nothing that is "
            f"known about them says so.",
        )
    return None if known.confident(said) else weak(known, claim, said)


def weigh_money(known: Known, claim: Claim) -> Weighed | None:
    """Runway, budget, revenue: some text must name it, with its figure."""
    if _guessed(claim) and not claim.degree:
        return None
    named = [s for s in known.sayings if set(claim.words) & s.words]
    if claim.degree:
        figures = figures_of(claim)
        named = [s for s in named if any(f in s.text for f in figures)]
    if not named:
        return Weighed(
            Fault.INVENTED,
            claim,
            f"States a figure or state of the prospect's money or business "
            f"(“{claim.text.strip()}”); nothing that is known about them says so.",
        )
    best = max((s.support for s in named), key=lambda s: s.confidence)
    return None if known.confident(best) else weak(known, claim, best)


def weigh_state(known: Known, claim: Claim) -> Weighed | None:
    """A priority, a pain, a need."""
    if _guessed(claim):
        return None
    if claim.degree in (DEED, AFFAIR):
        return None if _told_of_us(known, claim) else weigh_deed(known, claim)
    said = known.mentions(claim.words, min(2, max(1, len(claim.words))))
    if said is not None:
        return None if known.confident(said) else weak(known, claim, said)
    if known.spoke and _same_number(known, claim):
        return None
    return Weighed(
        Fault.STATE,
        claim,
        f"States what the prospect feels, needs or puts first (“{claim.text.strip()}”); nothing "
        f"that is known about them says so.",
    )


def weigh_deed(known: Known, claim: Claim) -> Weighed | None:
    """Anything that the reader is told to have done: one word of substance in any text stands for it."""
    words = substance(known, claim)
    telling = tuple(w for w in words if w not in _ANYTHING) if claim.degree == AFFAIR else words
    said = known.mentions(telling or words, 1) or kindred(known, claim)
    if said is not None:
        return None if known.confident(said) else weak(known, claim, said)
    if _talked_of(known, claim):
        return None
    return Weighed(
        Fault.INVENTED,
        claim,
        f"Tells the prospect what they do or did (“{claim.text.strip()}”); nothing that is known about "
        f"them says so.",
    )


def _same_number(known: Known, claim: Claim) -> bool:
    """ "You need four Go engineers": the prospect named that number."""
    wanted = {n.value for n in claim.passage.numbers_in(claim.start, claim.end)}
    return any(n.value in wanted for _, passage in known.spoken for n in passage.numbers)


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
