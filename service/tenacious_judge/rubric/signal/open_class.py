"""Technology, headcount, initiatives, figures and states of affairs, weighed by words."""

import re

from ...domain import FactKind
from ...reading.claims import Claim, ClaimKind, Stance
from ...reading.claims.affairs import AFFAIR
from ...reading.claims.deeds import DEED
from ...reading.claims.tech import canonical
from ...reading.wordlist import words_of
from .kin import figures_of, kindred, substance
from .kin import talked_of as _talked_of
from .known import Known, Support
from .verdicts import Fault, Weighed, contradicted, refs, settle, weak

_GONE = re.compile(
    r"\b(?:off|away from|instead of|over|replac\w+|retir\w+|dropp\w+|no longer|not|without|left|"
    r"abandon\w+|sunset\w*|rather than|never|from|decommission\w+|ditch\w+)\s+(?:[\w'-]+\s+){0,4}$"
)
_GRANTED = re.compile(r"\b(?:your|the|this|that)\s+(?:[\w.+#/&'-]+\s+){0,3}$")
_ANYTHING = words_of("open clos start begin end new board need want role hir fund series gone live ask")
"""Stems that every brief has: sharing one shows nothing of an affair told of nobody."""
_OF_SYSTEMS = re.compile(
    r"\b(?:migrat|mov(?:e|ing)|port(?:ed|ing)|split|carv|break|consolidat|replac|retir|decommission|transition|"
    r"convert|switch|shift|overhaul|moderni[sz]|cut[ -]?over|tak(?:e|ing)|wean|lift|pull|"
    r"re[ -]?(?:writ|wrote|platform|buil|factor|architect))"
)
_THEIRS = re.compile(r"\b(?:you|your|yours|team|company)\b|'s\b")
_NAMED = re.compile(r"(?<=[a-z,] )[A-Z]")
"""A capital inside a sentence."""
_TOLD_OF = re.compile(r"\s+(?:has|have|had|was|were)\b")
_NEAR = 16
"""Letters before a thing in which its name or number stands; twice as many behind it."""
_YOU = re.compile(r"\b(?:you|your|yours|you're|you've|you'll)\b")
_US = re.compile(r"\b(?:we|our|ours|we're|we've|we'll|we'd|squads?|tenacious)\b")


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
    return settle(known, claim, agree, [], needed=True)


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
    return settle(known, claim, agree, against, needed=True)


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


def _pinned_down(known: Known, claim: Claim) -> bool:
    """True where the words can mean only the reader's: a change of their systems, something called theirs or
    told of, or one with a name, a number or a day. "The integration tickets", "the next version" are work of
    any kind."""
    passage, flat = claim.passage, claim.passage.flat
    start, end = passage.clause_at(claim.start)
    before = flat[start : claim.start]
    if (
        _OF_SYSTEMS.search(claim.text.lower())
        or _THEIRS.search(flat, start, min(end, claim.end + _NEAR))
        or (known.case.company and known.case.company in before)
    ):
        return True
    if _TOLD_OF.match(flat, claim.end):
        return True
    near = max(start, claim.start - _NEAR), min(end, claim.end + 2 * _NEAR)
    figured = any(True for _ in passage.numbers_in(*near)) or any(True for _ in passage.dates_in(*near))
    return figured or _NAMED.search(passage.text.clean, near[0], claim.end) is not None


def weigh_event(known: Known, claim: Claim) -> Weighed | None:
    """An initiative: some text must share its words."""
    if _guessed(claim) or _told_of_us(known, claim):
        return None
    words = substance(known, claim)
    said = known.mentions(words, min(2, len(words)), names=len(words) > 1) or kindred(known, claim)
    if said is None and (_talked_of(known, claim) or not _pinned_down(known, claim)):
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
