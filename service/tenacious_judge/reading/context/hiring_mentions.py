"""Open roles, earlier counts and the trend of hiring in a sentence of a brief."""

import re
from collections.abc import Iterator

from ...domain import FactKind as K
from ..numbers import Number, NumberKind
from ..wordlist import words_of
from . import vocabulary as v
from .labels import trend
from .mention import NO, Mention

_ROLE_NOUNS = words_of(
    """roles role openings opening positions position vacancies vacancy postings posting posts reqs req
    requisitions jobs"""
)
HIRING_WORDS = _ROLE_NOUNS | words_of(
    "hiring velocity post job recruiting recruitment headcount role open trend"
)
_STOPS = words_of("in of for and with at across from to on by is are were was while but the ago")
_GENERIC = words_of(
    """open public live active current new engineering technical tech eng job hiring posted advertised total
    unfilled more other additional visible listed published software developer engineer engineers developers
    confirmed"""
)
_HIRING = re.compile(
    r"\b(?:hiring|velocity|job[- ]posts?|job[- ]postings?|postings?|open roles|roles|openings|recruiting"
    r"|recruitment|headcount growth|trend)\b"
)
_TREND = re.compile(
    r"\b(?:up|down|rising|rose|risen|increas(?:ed|ing|es)|growing|grew|grown|accelerat(?:ed|ing|es)"
    r"|climb(?:ed|ing)|flat|stable|steady|unchanged|falling|fell|declin(?:ed|ing)|decreas(?:ed|ing)"
    r"|slow(?:ed|ing)(?: down)?|paused|frozen|freeze|weak|unclear|insufficient|unknown|strong|high|low"
    r"|moderate|modest|surging|shrinking|slow|fast)\b"
)
_MULTIPLES = (("tripled", "tripled"), ("trebled", "tripled"), ("doubled", "doubled"), ("halved", "falling"))
_CERTAINTY_AFTER = re.compile(r"[ -]?(?:conf|signal|certainty)|[)\]]")
_CERTAINTY_BEFORE = re.compile(r"\bconf(?:idence)?[^a-z]{0,3}(?:is |of )?$|[(\[]$")
_AGO_BEFORE = re.compile(r"\b(?:ago|earlier|previously)[ :,(]{1,3}$")
_PREVIOUS = re.compile(
    r"(?:up|down) from(?: just| only)? $|\bfrom $|\bversus $|\bvs\.? $|\bcompared (?:to|with) $|\bagainst $"
    r"|(?:previously|earlier|before|prior|ago|back)[ :,(]{1,3}$|\bwas $|\bwere $"
)
_AGO = re.compile(
    r"(?: (?:open )?(?:roles?|openings|positions))? (?:at )?"
    r"(?:\(?(?:\d{1,3}|sixty|ninety|thirty|two|three|a) ?(?:days?|d|weeks?|months?|mo|quarter) "
    r"(?:ago|earlier|prior|before|back)|(?:last|the previous|a) quarter|previously|before|earlier"
    r"|last (?:month|quarter)|in (?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\b)"
)
_LABELLED = re.compile(
    r"(?:(?:open|job|engineering|public|active) )?"
    r"(?:roles?|openings?|positions?|postings?|posts|reqs|vacancies)"
    r"(?: (?:open|count|today|now|total|currently|is|are))* ?(?:[:=(-] ?| )$"
    r"|role[_ ]count ?[:= ] ?$|open_roles ?[:= ] ?$"
)
_NO_ROLES = re.compile(r"\b(?:no|zero) (?:\w+ ){0,3}(?:roles|openings|positions|vacancies|postings|jobs)\b")


def roles(low: str, seen: frozenset[str], numbers: tuple[Number, ...], before: str) -> Iterator[Mention]:
    """Counts of open roles, now and earlier. `before`: what the sentence before was about."""
    if HIRING_WORDS.isdisjoint(seen) and before != v.ROLES:
        return
    about = bool(_HIRING.search(low))
    none = _NO_ROLES.search(low) if "no" in seen or "zero" in seen else None
    if none is not None:
        yield Mention(*none.span(), v.ROLES, K.OPEN_ROLES, 0)
    for number in numbers:
        if number.kind is not NumberKind.COUNT or number.loose or number.value != int(number.value):
            continue
        ahead = low[max(0, number.start - 28) : number.start]
        counted, subject = _role_noun(number.noun)
        dated = bool(_AGO.match(low, number.end)) or bool(_AGO_BEFORE.search(ahead))
        earlier = dated or bool(_PREVIOUS.search(ahead))
        if (earlier and (counted or about)) or (dated and before == v.ROLES):
            yield Mention(number.start, number.end, v.ROLES, K.ROLES_BEFORE, int(number.value))
        elif counted or _LABELLED.search(ahead):
            yield Mention(number.start, number.end, v.ROLES, K.OPEN_ROLES, int(number.value), subject)


def _role_noun(noun: str) -> tuple[bool, str]:
    """Whether the words after a number count roles, and of which discipline."""
    before: list[str] = []
    for word in noun.split():
        if word in _ROLE_NOUNS:
            return True, " ".join(w for w in before if w not in _GENERIC)
        if word in _STOPS:
            return False, ""
        before.append(word)
    return False, ""


def pace(low: str, seen: frozenset[str], topic: str) -> Iterator[Mention]:
    """The trend or pace of hiring, at most one in a sentence."""
    about = None if HIRING_WORDS.isdisjoint(seen) else _HIRING.search(low)
    if about is None and topic != v.ROLES:
        return
    at = about.start() if about else 0
    for word, value in _MULTIPLES:
        spot = low.find(word) if word in seen else -1
        if spot >= 0 and not NO.search(low[max(0, spot - 20) : spot]):
            yield Mention(spot, spot + len(word), v.ROLES, K.VELOCITY, value)
            return
    for match in _TREND.finditer(low):
        start, end = match.span()
        if not at - 40 <= start <= at + 70 or _is_confidence(low, start, end):
            continue
        found = trend(match.group())
        if found is not None:
            denied = bool(NO.search(low[max(0, start - 12) : start]))
            value = "unknown" if denied else found[0]
            yield Mention(start, end, v.ROLES, K.VELOCITY, value, "pace" if found[1] else "")
            return


def _is_confidence(low: str, start: int, end: int) -> bool:
    """True for the "high" of "(high)", "high confidence", "confidence: high"."""
    if _CERTAINTY_AFTER.match(low, end):
        return True
    return bool(_CERTAINTY_BEFORE.search(low[max(0, start - 16) : start]))
