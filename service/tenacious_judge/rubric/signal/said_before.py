"""Claims that the mail itself takes back or puts under doubt: what we wrote before and correct now, what
a sentence beside them calls unconfirmed."""

import re

from ...domain import DraftKind, Role
from ...reading.case import Case
from ...reading.claims import Claim, ClaimKind, Stance
from ...reading.passage import Passage
from .verdicts import Fault, Weighed

_RECOUNTED = re.compile(
    r"(?<!as )(?:\b(?:i|we) (?:had |have |first |originally |earlier |wrongly |"
    r"mistakenly |once )?(?:said|wrote|"
    r"written|quoted|gave(?: you)?|told you|counted|put|listed|cited|stated|claimed|named|called|spoke of|"
    r"mentioned|had)\b|\b(?:my|our) (?:\w+ ){0,2}(?:mail|notes?|message|email|line|figure|count|number|"
    r"records?|list|brief|file|research|scraper|data)\b|"
    r"\b(?:strike|disregard|ignore|forget|scrap|withdraw)\b|\b(?:rather than|instead of|and not|not)\b)"
    r"(?P<gap>[^.?!;]{0,60})$"
)
_NEWER = re.compile(
    r"\b(?:it is|it's|is now|should (?:be|have)|actually|in fact|the right|the correct|but|turns out|now)\b"
    r"|\s[–-]\s"
)
_TAKEN_BACK = re.compile(
    r"^[^.?!;]{0,30}?(?:\bi (?:quoted|gave|wrote|named|counted|mentioned|sent|put)\b|\bin my (?:\w+ )?"
    r"(?:mail|note|message|email)\b|\bwas (?:my|a|our) (?:mistake|error|slip)|\bwas wrong\b)"
)
# They put us right, or our notes were behind.
_PUT_RIGHT = re.compile(
    r"\b(?:thank you|thanks|grateful|obliged) for (?:the|your|that|this) (?:quick |kind |open |frank )?"
    r"(?:update|correction|clarification|news|word)|\b(?:you are|you're) right\b|\bstand corrected\b|"
    r"\b(?:my|our) (?:\w+ ){0,1}(?:notes?|records?|list|brief|file|scraper|data|count) (?:still|was|"
    r"were|had|has) "
)
_UNCONFIRMED = re.compile(
    r"\b(?:(?:cannot|can't|could not|couldn't|have not|haven't|unable to|not been able to|"
    r"did not|didn't|not) "
    r"(?:yet )?(?:confirm\w*|verif\w+|check(?:ed)?|establish\w*)|unconfirmed|unverified|(?:take|treat|read) "
    r"[^.?!;]{0,40}\bas (?:a )?(?:conditional|rumou?r|hearsay|unconfirmed|provisional|"
    r"guess)|(?:only|just|may be"
    r"|might be|could be) (?:a )?(?:rumou?r|hearsay|gossip)|grain of salt|not (?:certain|"
    r"sure) (?:it|that|of)|"
    r"if (?:that|this|it) (?:is (?:wrong|mistaken|true|so|right)|holds)|second[- ]hand|"
    r"no (?:\w+ ){0,3}(?:source|"
    r"filing|statement|announcement|release|proof|trace|record|confirmation)s?\b|(?:nothing|nobody|none|"
    r"no one)"
    r"(?: \w+){0,3} (?:confirms?|confirmed|backs?|backed|verif\w+|supports?)|(?:treat|hold|regard|count|"
    r"keep|leave)"
    r"(?: it| that| this| the \w+)? (?:as )?open|(?:a )?single (?:source|mention)|remains? to be (?:seen|"
    r"confirmed)|"
    r"(?:take|treat|read) (?:it|that|this) with)\b"
)
# "A blog has you raising $20M. True, or invented?"
_ATTRIBUTED = re.compile(
    r"\b(?:blogs?|newsletters?|databases?|articles?|papers?|press|sites?|sources?|reports?|posts?|"
    r"trackers?|listings?|"
    r"crunchbase|pitchbook|linkedin|according|somebody|someone|rumou?rs?|gossip|magazines?|journalists?|"
    r"podcasts?|wiki\w*)\b"
)
_TRUE = re.compile(
    r"[\s\"']*(?:and )?(?:is (?:that|it|this|any of)|true|correct|right|fact|accurate|"
    r"does (?:that|it)|did (?:that|it)|can you confirm|have (?:i|they)|am i|are they|was (?:that|it)|"
    r"how much of (?:that|it)|what is true)\b"
)
_I_ASKED = re.compile(
    r"\b(?:i|we)(?: had| once| first)? (?:asked|wrote|mailed|e-?mailed|enquired|inquired|spoke|talked|"
    r"congratulated|had (?:you|it|them|this)(?: down)? (?:at|for|as))\b"
    r"[^.?!;,]{0,40}$"
)
_DOUBTED = (Fault.WEAK, Fault.FLAGGED)
_BARE_NAME = re.compile(r"^re\s*:")


def taken_back(case: Case, claim: Claim) -> bool:
    """True for a value of an earlier mail that is named to correct it."""
    if claim.passage is case.mail.subject:
        # "Re: nine openings": the old subject line stays on a reply that corrects the nine.
        if claim.low <= 0 or _BARE_NAME.match(claim.passage.flat) is None:
            return False
        # "Re: eight roles" names the thread, and our own mail that began it.
        if case.mail.kind is DraftKind.REPLY or any(
            n.value == claim.low for _, old in case.turns_of(Role.AGENT) for n in old.numbers
        ):
            return True
        return any(
            number.value == claim.low and corrects(passage, number.start)
            for passage in case.mail.passages
            if passage is not claim.passage
            for number in passage.numbers
        )
    passage = claim.passage
    if not corrects(passage, claim.start):
        return False
    sentence = passage.sentence_at(claim.start)
    before = _RECOUNTED.search(passage.flat, sentence.start, claim.start)
    if before is not None and not _NEWER.search(before["gap"]):
        return True
    return _TAKEN_BACK.match(passage.flat[claim.end : sentence.end]) is not None


def recalled(case: Case, claim: Claim) -> bool:
    """ "Eight weeks ago I asked about the three data roles": what an earlier mail of ours had."""
    if claim.kind is not ClaimKind.ROLES or not case.thread:
        return False
    sentence = claim.passage.sentence_at(claim.start)
    if _I_ASKED.search(claim.passage.flat, sentence.start, claim.start) is None:
        return False
    return any(n.value == claim.low for _, old in case.turns_of(Role.AGENT) for n in old.numbers)


def corrects(passage: Passage, at: int) -> bool:
    """True when the sentence at a place, or one beside it, corrects what was said."""
    sentence = passage.sentence_at(at)
    everything = passage.sentences
    first = everything[max(0, sentence.index - 1)].start
    last = everything[min(len(everything) - 1, sentence.index + 1)].end
    if passage.cue_in("sig_correction", first, last) is not None:
        return True
    return _PUT_RIGHT.search(passage.flat, first, last) is not None


def left_open(found: Weighed) -> bool:
    """True for weak evidence that the same or the next sentence calls unconfirmed."""
    if found.fault not in _DOUBTED or found.claim.stance is not Stance.ASSERTED:
        return False
    passage = found.claim.passage
    sentence = passage.sentence_at(found.claim.start)
    everything = passage.sentences
    after = everything[min(len(everything) - 1, sentence.index + 1)]
    if _ATTRIBUTED.search(passage.flat, sentence.start, sentence.end) and (
        after.question and _TRUE.match(passage.flat, after.start, after.end)
    ):
        return True
    return (
        found.claim.kind is not ClaimKind.PACE
        and _UNCONFIRMED.search(passage.flat, sentence.start, after.end) is not None
    )
