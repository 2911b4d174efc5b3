"""Whose words these are, and whether they are meant: the prospect's own quoted back, or named to refuse them."""

import re

from ..domain import Field, Role
from .case import Case
from .passage import Passage

_NEGATOR = (
    r"no|not|never|without|avoid(?:ing|s|ed)?|skip(?:ping)?|spar(?:e|ing) you|instead of|rather than|neither|nor|nothing|"
    r"none of|free of|short of|cannot|\w+n't|minus|refuse(?:s|d)? to|far from|clear of|believe in|tired of|enough of|leav(?:e|ing) out|"
    r"distrust|allergic to|save you|saving you|hold(?:ing)? back on|less"
)
# One of these stands in every refusal: looked for first, as few texts have one.
_REFUSING = (
    "no", "n't", "never", "neither", "without", "avoid", "skip", "spar", "instead", "rather", "minus", "refuse", "free of",
    "short of", "far from", "clear of", "believe in", "tired of", "enough of", "leav", "distrust", "allergic", "sav",
    "back on", "less",
)  # fmt: skip
_FILLER = (
    r"a|an|the|any|another|one|of|your|my|our|us|this|that|these|those|here|to|do|doing|going|trying|use|using|usual|promise|"
    r"promising|call|it|say|saying|claim|claiming|offer|offering|sell|selling|pitch|pitching|more|talk|about|or|and|be|"
    r"being|just|simply|want|wanting|write|writing|send|sending|you|we|i|with|for|by|mean|meaning|make|making|sort|kind|"
    r"type|in|would|will|am|going|vendor|sales|email|mail|note|line|big|grand|such|need|have|asking|telling|saying|words?|like|terms?|phrases?|claims?|lines?"
)
_REJECTED = re.compile(rf"\b(?:{_NEGATOR})(?:[\s\"'(-]+(?:{_FILLER})){{0,8}}[\s\"'(-]*$")
_REJECTED_LIST = re.compile(
    r"\b(?:no|without|skip the|spare you the|none of the|minus the)\b[^.!?;:–]{1,60}\b(?:or|nor) (?:\w+ )?[\"']?$"
)
_ONLY = re.compile(r"\bnot (?:just|only|merely|simply)[\s\"']*(?:\w+ ){0,2}[\"']?$")
_SPEECH = (
    r"call(?:ed|s|ing)?|describ\w+|wrote|writes?|written|said|says?|saying|puts?(?! (?:you|us|me|them)\b)|asked|asks?|asking|mention\w*|phrased?|"
    r"term(?:ed|s)?|label\w*|refer\w*|named|names|naming|quot\w+|told|tells?|headlined?|titled|noted?|notes|complain\w*|"
    r"warn\w*|request\w*|joked|argued?|argues|reads?|advertis\w+|lists?|listed|wants?|wanted|invited|suggest\w*|propos\w*|"
    r"banned|bans|dislikes?|hates?|hated|objected|objects|word|words|phrase|term"
)
_ATTRIBUTED = re.compile(
    r"\b(?:you|your|he|she|they|the (?:\w+ )?(?:post|posting|listing|ad|advert|jd|article|talk|page|site|description|piece|"
    r"interview|report|review)|[a-z]+'s (?:\w+ )?(?:post|talk|note|article|reply|mail|message|words?))\b"
    rf"[^.!?;]{{0,40}}?\b(?:{_SPEECH})\b(?P<gap>[^.!?]{{0,60}})$"
)
_OURS = re.compile(r"\b(?:i|i'm|we|we're|my|our|i'd|i've|we've|just)\b")
_SELF = re.compile(
    r"\b(?:we|our \w+|clients|customers)\b[^.!?\"]{0,20}?\b(?:call|are|deliver|offer|provide|bring|say|describe|send|hire|supply)\b"
    r"[^.!?\"]{0,24}[\"']$"
)
_TITLED = re.compile(
    r"\b(?:your|his|her|their) (?:\w+ ){0,3}(?:post|posting|talk|article|note|listing|ad|advert|rant|thread|paper|keynote|blog|"
    r"piece|memo|page|rfc|interview|readme|podcast|slides|deck|newsletter|remark|comment|line|point|question)s?"
    r"(?: (?:on|about|against|that|why|how|titled|called|named|from|of|in|last|with))[^.!?,;]{0,50}$"
)

_SUFFIX = re.compile(r",? (?:inc|ltd|llc|gmbh|ag|sa|sas|plc|limited|corp|co|bv|kg|se)\.?$")


def rejected(passage: Passage, start: int) -> bool:
    """True when the words at `start` are named only to refuse them: "no hype", "rather than circle back"."""
    before = passage.flat[max(passage.sentence_at(start).start, start - 90) : start]
    if not any(map(before.__contains__, _REFUSING)) or _ONLY.search(before):
        return False
    return _REJECTED.search(before) is not None or _REJECTED_LIST.search(before) is not None


def others_words(passage: Passage, start: int, end: int) -> bool:
    """True when [start, end) is quoted from, or put down to, somebody else: 'you called it "falling behind"'.

    What we say that clients call us, in quotation marks, stays ours.
    """
    if _attributed(passage, start):
        return True
    if not passage.quoted(start, end):
        return False
    opening = max(passage.flat.rfind('"', 0, start), passage.flat.rfind("'", 0, start)) + 1
    return _SELF.search(passage.flat, max(0, opening - 70), opening) is None


def quoted_back(case: Case, passage: Passage, start: int, end: int) -> bool:
    """True when [start, end) stands in quotation marks, or in the subject of a reply, and the prospect wrote it."""
    if not case.thread or not (passage.quoted(start, end) or _answered_subject(passage)):
        return False
    words = passage.flat[start:end]
    return any(words in turn.flat for _, turn in case.turns_of(Role.PROSPECT))


def _answered_subject(passage: Passage) -> bool:
    return passage.field is Field.SUBJECT and passage.flat.lstrip().startswith(("re:", "aw:", "re :"))


def _attributed(passage: Passage, start: int) -> bool:
    begin = passage.clause_at(start)[0]
    sentence = passage.sentence_at(start)
    head = passage.flat[max(sentence.start, begin - 80) : begin].rstrip()
    if head.endswith((":", '"')) and "," not in head[-2:]:
        begin = max(sentence.start, begin - 80)
    found = _ATTRIBUTED.search(passage.flat, begin, start)
    if found is not None and not _OURS.search(found["gap"]):
        return True
    titled = _TITLED.search(passage.flat, begin, start)
    return titled is not None and not _OURS.search(titled.group())


def inside_company_name(case: Case, passage: Passage, start: int, end: int) -> bool:
    """True when [start, end) is part of the prospect's company name as the mail writes it ("Bench Growth")."""
    name = case.names[0].lower() if case.names else ""
    if len(name) < 2 or (passage.flat[start:end] not in name and name not in passage.flat):
        return False
    short = _SUFFIX.sub("", name)
    return any(_covers(passage, form, start, end) for form in {name, short} if len(form) > 1)


def _covers(passage: Passage, name: str, start: int, end: int) -> bool:
    at = passage.flat.find(name, max(0, end - len(name)), start + len(name))
    if at < 0 or at > start or at + len(name) < end:
        return False
    # A name is written with a capital: "your bench" at the company Bench is no name.
    return passage.text.clean[at].isupper() or not passage.text.clean[at].isalpha()
