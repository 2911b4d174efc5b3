"""What a statement says of the peers it mentions."""

import re
from enum import StrEnum

from ..layout import Part
from .amounts import NUMERIC, sweeping
from .listing import does_likewise, is_entry, is_heading, lists_who
from .mentions import STRONG, Kind
from .quantity import Amount
from .reader import contrasts, than_reader
from .stance import is_mere_possibility
from .statements import Statement
from .words import word_set, words


class Says(StrEnum):
    """PRACTICE: peers do or have something. SUPERIOR: they are ahead. COMPARE: the reader is measured against
    them. REST: peers beyond those confirmed are said to lack it."""

    PRACTICE = "practice"
    SUPERIOR = "superior"
    COMPARE = "compare"
    REST = "rest"


_VERB = words("verb")
_PASSIVE = words("passive")
_EXPERIENCE = words("experience")
_HABIT = words("habit")
_ALREADY = words("already")
_NEGATIVE = words("negative")
_REST = words("rest")
_THEY = words("they")
_BOTH_FINE = words("both_fine")
_SAME = re.compile(
    r"\b(?:does|do|did|has|have|runs?) (?:this|it|that|so|one|the same)\b|"
    r"\b(?:does|do|did|has|have)(?=[.,;]|$)"
)
_IN_A_SET = re.compile(r"\bin (?:the|our|this) (?:set|sample|comparison|notes|group)\b")
_WE_DID_NOT = re.compile(r"[\"' ]*(?:and |but |so )?(?:i|we)\b")
_IN_PLACE = re.compile(r"\b(?:have|has|had|do|does|run|use|got)(?: \w+)? (?:this|that|it|one|so|the same)\b")
_AT_A_PLACE = re.compile(
    r" (?:at|in|of|from|near|across|around|over at|like) (?:[\w&'.-]+ ){1,4}?"
    r"(?=(?:have|has|had|are|run|use|already|now|all|both|keep|built|employ|do)\b)"
)
_NO_VERB = word_set("no_verb")
_NEXT = re.compile(r" (?:\w+ly )?([a-z]{3,})\b")
_NO_GAP = re.compile(r"\bno (?:\w+ ){0,3}(?:gaps?|differences?|deficits?|shortfalls?|distance)\b")
_SMALL_SET = re.compile(
    r"\b(?:is|are|makes?|remains?) (?:only |just |hardly |not |no |too |still )*(?:an? )?(?:\w+ ){0,2}"
    r"(?:sample|basis|base|survey|trend|pattern|majority|proof|verdict|few to)\b"
)
_RANK = re.compile(
    r"quartile|decile|quintile|percentile|tier|%|per ?cent|"
    r"\b(?:top|upper|bottom|lower) (?:third|half|quarter|fifth|end|part|reaches)\b|"
    r"\b(?:rank|sit|plac|c[oa]me|finish|land)"
)
_THROUGHOUT = re.compile(r"(?:across|throughout|all over|everywhere in|elsewhere in|right across|around)\b")
_AMONG = re.compile(r"\b(?:among|amongst|across) (?:\w+ ){0,3}$")
_DENIED = re.compile(
    r" (?:both |each |still |currently )?(?:do not|don't|does not|doesn't|have not|haven't|has not|hasn't|"
    r"has no|have no|have none|has none|lacks?|go without|goes without)\b"
)
_IS_MEASURED = re.compile(r"\b(?:is|are|has|have|looks?|ranks?|scores?|lags?|sits?|runs?|stands?)\b")
_WITH = re.compile(r" (?:with|who|that|which|whose|having|using|running|building|offering)\b")
_CONTRASTED = frozenset((Kind.LIKE, Kind.MARKET, Kind.PEER, Kind.ALL, Kind.FIRMS, Kind.BARE))


def says_of_peers(said: Statement) -> Says | None:
    """What is claimed of the peers, or None where nothing is."""
    found = _says(said)
    if found is None and said.lead.kind in _CONTRASTED and contrasts(said.case, said.passage, said.unit):
        return Says.PRACTICE
    return found


def _says(said: Statement) -> Says | None:
    if _SMALL_SET.search(said.text) and not _names_practice(said):
        return None  # "three peers are a small sample"
    if is_heading(said):
        return None
    if _NO_GAP.search(said.text) or (said.lead.kind is Kind.ALL and _EXPERIENCE.search(_from_lead(said))):
        return None
    if _says_of_rest(said):
        open_ = said.cue("gap_none_seen") or is_mere_possibility(said.unit)
        return None if open_ else Says.REST
    if _is_experience(said) or (said.carried and _BOTH_FINE.search(said.text) and not said.topic.specific):
        return None
    subject = said.carried or _is_subject(said)
    ranked = _says_of_rank(said, subject)
    return ranked if ranked is not None else _says_of_practice(said, subject)


def _says_of_rest(said: Statement) -> bool:
    if said.lead.kind is Kind.NAME and _DENIED.match(said.passage.flat, _last_name(said)):
        return True
    rest = _REST.search(said.text)
    denied = rest is not None and _NEGATIVE.search(said.text) is not None
    if rest is not None and _WE_DID_NOT.match(said.text):
        return False  # "I have not studied the others"
    if said.lead.kind is Kind.ALL and not (
        _names_practice(said)
        or _SAME.search(said.text)
        or any(said.topic.shares(f.topic) for f in said.known.findings)
    ):
        return False  # "they take tickets from your lead, nobody else"
    return denied or any(q.amount is Amount.NONE for q in said.amounts)


def _last_name(said: Statement) -> int:
    return max((m.end for m in said.mentions if m.kind is Kind.NAME), default=said.unit.start)


def _is_experience(said: Statement) -> bool:
    """ "Teams struggle to hire", "peers tell us": what anyone may say, unless counted and specific."""
    if said.lead.kind in (Kind.NAME, Kind.STRANGER) or not _EXPERIENCE.search(_from_lead(said)):
        return False
    return not (said.topic.specific and said.lead.kind in STRONG and sweeping(said.amounts))


def _from_lead(said: Statement) -> str:
    """The text from the peers on: what is said of them, not what we do ("we find", "you need")."""
    start = said.lead.start if said.unit.start <= said.lead.start < said.unit.end else said.unit.start
    return said.passage.flat[start : said.unit.end]


def _says_of_rank(said: Statement, subject: bool) -> Says | None:
    lead = said.lead
    if lead.kind is Kind.LEAD and not subject and _RANK.search(said.passage.flat, lead.start, lead.end):
        return Says.COMPARE
    if lead.kind is Kind.ALL and not _names_practice(said):
        return None
    rival = lead.kind in STRONG or (subject and lead.kind in (Kind.NAME, Kind.STRANGER))
    if lead.kind is not Kind.NORM and rival and said.cue("gap_superior"):
        return Says.SUPERIOR
    if subject and than_reader(said.case, said.passage, said.unit):
        return Says.SUPERIOR
    measured = lead.kind in STRONG or (lead.kind is Kind.LIKE and _IS_MEASURED.search(said.text) is not None)
    if said.cue("gap_compare") and measured and not subject:
        return Says.COMPARE
    return None


def _names_practice(said: Statement) -> bool:
    return bool(said.topic.specific or said.topic.soft & {"ai", "hire"})


def _says_of_practice(said: Statement, subject: bool) -> Says | None:
    topic, kind = said.topic, said.lead.kind
    practice = bool(topic.specific or topic.soft & {"ai", "team", "hire"} or topic.words)
    if kind is Kind.ALL:
        claimed = subject and _names_practice(said)
    elif kind is Kind.LIKE and said.cue("gap_limit") and not (topic.specific or topic.soft):
        claimed = False  # "one of three is not a verdict"
    elif kind is Kind.LIKE:
        practice = practice or _IN_PLACE.search(said.text) is not None
        framed = not said.known.findings and any(q.amount is Amount.RATIO for q in said.amounts)
        subject = subject or (framed and len(said.topic.words) > 1)
        claimed = subject and practice and _is_told_of_like(said)
    elif kind in (Kind.FIRMS, Kind.BARE):
        claimed = (subject or _is_passive(said)) and _is_told_of_firms(said)
    elif kind in (Kind.NAME, Kind.STRANGER):
        titled = said.unit.sentence.part is Part.SUBJECT and not said.amounts
        claimed = (
            subject or (practice and not titled) or lists_who(said) or does_likewise(said) or is_entry(said)
        )
    elif said.carried:
        claimed = practice or bool(said.amounts)
    else:
        shared = any(q.amount in (Amount.RATIO, Amount.SHARE) for q in said.amounts)
        claimed = subject or shared or _is_passive(said)
    return Says.PRACTICE if claimed else None


def _is_told_of_like(said: Statement) -> bool:
    """Firms like the reader: a claim when counted, or told as what they already do; habits are experience."""
    if any(q.amount in NUMERIC for q in said.amounts):
        framed = any(q.amount is Amount.RATIO for q in said.amounts)
        return bool(said.known.findings) or framed or _names_practice(said)
    if said.passage.flat.startswith("the ", said.lead.start) and _names_practice(said):
        return not _HABIT.search(said.text)
    if _HABIT.search(said.text) or _NEGATIVE.search(said.text):
        return False
    if any(said.topic.shares(f.topic) for f in said.known.findings):
        return True
    return sweeping(said.amounts) or _ALREADY.search(said.text) is not None


def _is_told_of_firms(said: Statement) -> bool:
    """Firms at large: a claim when it is the brief's own subject, or a specific thing they already do."""
    if _HABIT.search(said.text) or _NEGATIVE.search(said.text):
        return False
    if any(said.topic.shares(f.topic) for f in said.known.findings):
        return True
    if said.topic.specific and any(m.kind is Kind.STRANGER for m in said.mentions):
        return True  # "most carriers, Arden and Kestrel among them"
    if said.lead.kind is not Kind.FIRMS or not (said.topic.specific or "ai" in said.topic.soft):
        return False
    if any(q.amount in NUMERIC for q in said.amounts) or _IN_A_SET.search(said.text):
        return True
    return _ALREADY.search(said.text) is not None


_AFTER_PREPOSITION = re.compile(
    r"\b(?:for|with|(?<!close )(?<!up )(?<!next )to|by|from)(?: the| these| those)? $"
)
_NAMED = (Kind.PEER, Kind.NAME, Kind.STRANGER)


def _is_subject(said: Statement) -> bool:
    """True when the statement goes on with a verb whose subject is the mention, or the last of its names."""
    flat, lead, stop = said.passage.flat, said.lead, min(said.unit.end, said.lead.end + 130)
    named = [m.end for m in said.mentions if m.kind in (Kind.NAME, Kind.STRANGER) and m.start > lead.end]
    if lead.kind is Kind.LIKE and _AFTER_PREPOSITION.search(
        flat, max(said.unit.start, lead.start - 12), lead.start
    ):
        return False  # "triage models for two hospital groups"
    if lead.kind is Kind.LIKE and any(
        q.start > lead.end and _VERB.match(flat, q.end, min(said.unit.end, q.end + 90)) for q in said.amounts
    ):
        return True  # "of the six we read, all but one keep a log"
    if lead.kind in _NAMED and any(_VERB.match(flat, end, stop) for end in named):
        return True
    if lead.kind in (Kind.PEER, Kind.MARKET) and _names_practice(said) and _WITH.match(flat, lead.end):
        return True
    if lead.kind is Kind.PEER and _AT_A_PLACE.match(flat, lead.end, stop):
        return True
    if lead.kind is Kind.NORM or _VERB.match(flat, lead.end, stop):
        return True
    if flat[lead.end : lead.end + 1] == "'" and _names_practice(said):
        return True
    if lead.kind is Kind.MARKET and _THROUGHOUT.match(flat, lead.start):
        return _names_practice(said)
    if lead.kind is not Kind.NAME:
        following = _NEXT.match(flat, lead.end, stop)
        if following and following[1] not in _NO_VERB:
            return True
    return _THEY.search(flat, lead.end, stop) is not None


def _is_passive(said: Statement) -> bool:
    before = said.passage.flat[max(said.unit.start, said.lead.start - 90) : said.lead.start]
    among = _AMONG.search(before) is not None and bool(said.topic.specific or "ai" in said.topic.soft)
    return among or _PASSIVE.search(before) is not None
