"""What a line says of the list or clause that it introduces."""

import re

from .frames import Stance

_THEIR_LIST = re.compile(
    r"\b(?<!as )(?:you(?:r team)? (?:\w+ )?(?:asked|need|want|are (?:hiring|looking|after)|have (?:open|posted|\d)|listed|posted|wrote|mentioned|requested|said)|"
    r"your (?:\w+ ){0,3}(?:list|request|ask|roles?|openings|positions|requirements?|numbers|message|mail|posts?|plan|careers?|team)|(?:open|posted) (?:roles|positions))\b"
)
_REFUSED = re.compile(
    r"\b(?:cannot|can't|not|won't|don't|unable|no(?= (?:capacity|engineers?|people|way|chance|longer|more|one|room|promise|place)|[:,.]))\b(?! problem)"
)
_DONE = re.compile(
    r"\b(?:placed|delivered|staffed|track record|past|so far|to date|since|clients?|references?|case stud\w+|previous)\b"
)
_OUR_LIST = re.compile(
    r"\b(?:we|i|our|us)(?:'ll|'d)?\b.{0,40}\b(?:can|could|will|would|have|offer|propose|suggest|staff|place|start|commit|do|cover|fill|match|meet)\b|\bwhat (?:we|i)\b|\bhere (?:it |they )?(?:is|are|goes)\b|\banswer\b"
)


_SEEN = re.compile(
    r"\b(?:we|i)(?:'ve)?(?: can| could| have)? (?:see|saw|seen|find|found|read|noticed?|count(?:ed)?|observed?|picked up)\b|\bpublic(?:ly)? (?:sources?|records?|pages?|postings?|signals?|visible)\b"
)


def intro_stance(text: str, gate: bool) -> Stance:
    """The stance that a line gives to what it introduces; FIRM where it gives none. `gate`: it names a gate."""
    if gate:
        return Stance.GATED
    if _REFUSED.search(text):
        return Stance.DECLINED
    if _SEEN.search(text):
        return Stance.NONE
    if _DONE.search(text) and not re.search(r"\b(?:can|could|will|would)\b", text):
        return Stance.RECORD
    if _THEIR_LIST.search(text) and not _OUR_LIST.search(text):
        return Stance.THEIRS
    return Stance.FIRM
