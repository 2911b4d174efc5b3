"""Facts in a sentence of a brief: where each stands, its kind and value. One scanner for each signal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...domain import FactKind as K
from ...domain import FactValue
from ..numbers import Number, NumberKind, read_numbers
from . import vocabulary as v
from .keys import words
from .labels import is_interim, leader_role, trend


@dataclass(frozen=True, slots=True)
class Mention:
    """`low[start:end]` says a fact."""

    start: int
    end: int
    topic: str
    kind: K
    value: FactValue
    subject: str = ""


_ROLE_NOUNS = words(
    """roles role openings opening positions position vacancies vacancy postings posting posts reqs req
    requisitions jobs"""
)
_STOPS = words("in of for and with at across from to on by is are were was while but the ago")
_GENERIC = words(
    """open public live active current new engineering technical tech eng job hiring posted advertised
    total unfilled more other additional visible listed published software developer engineer
    engineers developers confirmed"""
)
_PEOPLE = words("""employees people staff workers staffers headcount jobs positions roles engineers""")
_LAYOFF = re.compile(
    r"\b(?:laid[ -]off|lay[ -]?offs?|laying off|let go|let \w+ (?:people|staff|employees) go|reductions? in force|rif|redundanc\w{1,4}|"
    r"job cuts|downsiz\w{1,4}|(?:headcount|workforce|staff) (?:cut|reduction)s?|restructur\w{1,4}|"
    r"(?:cut|cuts|cutting|shed|reduced|reducing|trimmed)(?: \S+){0,4} (?:staff|headcount|workforce|people|jobs|employees|team|roles|positions))\b"
)
_NEGATED = r"\b(?:no|without|zero|never|not|hasn't|haven't|nor|none|any)\b(?: \S+){0,4}?[ ,]{0,2}$"
_NO = re.compile(_NEGATED)
_NONE_AFTER = re.compile(
    r" ?(?:events? |changes? )?(?:[:=-] ?|(?:were |was |is |are )(?:not )?)?(?:none|no\b|not detected|not found|nil|n/a|detected: (?:false|no)|found: none|false|no record)"
)
_STAGE = re.compile(r"\b(?:pre[- ]?seed|seed|series[ -_]?[a-k])\b(?!ed)")
_NO_FUNDING = re.compile(
    r"\b(?:no|without|not) (?:\w+ ){0,2}(?:funding|fundrais\w{1,3}|raise|round|rounds)\b|\bbootstrapped\b|\bfunding(?: event)? ?[:=] ?(?:none|no\b|not detected|n/a)|\b(?:has|have)(?: not|n't) raised\b"
)
_FUNDING = re.compile(
    r"\b(?:fund(?:ing|ed|raise|raising)?|rais(?:ed|es|ing|e)|round|investment|investors?|closed|led by|series|seed|capital|backed)\b"
)
_NOT_FUNDING = re.compile(
    r"\b(?:revenue|arr|mrr|valuation|valued|budget|salary|salaries|spend|cost|contract|gmv|per (?:month|year))\b"
)
_HIRING = re.compile(
    r"\b(?:hiring|velocity|job[- ]posts?|job[- ]postings?|postings?|open roles|roles|openings|recruiting|recruitment|headcount growth)\b"
)
_TREND = re.compile(
    r"\b(?:up|down|rising|rose|risen|increas(?:ed|ing|es)|growing|grew|grown|accelerat(?:ed|ing|es)|climb(?:ed|ing)|flat|stable|steady|unchanged|falling|fell|"
    r"declin(?:ed|ing)|decreas(?:ed|ing)|slow(?:ed|ing)(?: down)?|paused|frozen|freeze|weak|unclear|insufficient|unknown|strong|high|low|moderate|modest|surging|shrinking|slow|fast)\b"
)
_LEADER = r"(?:cto|chief technolog\w{2,4} officer|(?:vp|svp|evp|vice president)(?: of|,)? ?(?:engineering|eng)|head of (?:engineering|ai|data|platform)[\w &]{0,20}?|vpe|cio|chief ai officer|cpo|ceo|engineering leader\w{0,4}|director of engineering)"
_CHANGE = re.compile(
    rf"\b(?:new|incoming|newly (?:appointed|hired|named)|interim|acting|first)(?: \S+){{0,2}}? {_LEADER}\b"
    rf"|\b(?:appoint|nam|hir|promot|recruit|brought|bring|install|elevat)(?:ed|es|ing|s)?\b(?: \S+){{0,6}}? {_LEADER}\b"
    rf"|\b{_LEADER}\b(?: \S+){{0,4}}? (?:joined|started|left|departed|stepped down|resigned|took over|was (?:appointed|hired|named|replaced)|appointed|hired|named|replaced|arrived|changed|exit\w{{0,2}})\b"
    rf"|\b(?:joined|started|took over|stepped in|came in)(?: \S+){{0,3}}? as(?: \S+){{0,2}}? {_LEADER}\b"
    rf"|\bleadership (?:change|transition)s?\b|\bchange (?:of|in) (?:engineering |technical )?leadership\b"
)
_TITLE = re.compile(rf"\b{_LEADER}\b")
_NAME = re.compile(
    r"(?:appointed|hired|named|promoted|[Cc][Tt][Oo][,:]?|[Ee]ngineering[,:]?|joined:?|[Ll]eader[,:]?|brought in) \(?((?:Dr\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,2})"
    r"|\b([A-Z][\w'-]+(?: [A-Z][\w'-]+){1,2}),? (?:was |has been |is )?(?:joined|appointed|named|hired|became|took over|started|promoted)"
)
_TENURE = re.compile(
    rf"\b{_LEADER}\b(?: \S+){{0,3}}? (?:tenure|in (?:the )?(?:role|seat|post|job)|for)[ :=]{{1,3}}(\d{{1,4}}) (day|week|month|year)s?|\b{_LEADER}(?: \S+){{0,2}}? (\d{{1,4}}) (day|week|month|year)s? in(?:to)?\b"
)
_AI = re.compile(
    r"\bai[ _-]?(?:maturity|readiness)(?:[ _-](?:score|level|rating))?(?: (?:is|of|at|scores?|rated|estimated|reads|stands))*(?: at)? ?[:=~(-]{0,2} ?"
    r"(?:level )?(?P<value>[0-3](?:\.\d)?(?![\d.%])|zero|one|two|three|none|low|medium|moderate|high)\b"
)
_SEGMENT = re.compile(
    r"\b(?:icp[ _-])?segment[ :=_-]{1,3}(?P<n>[0-4])(?!\d)(?:_[a-z_]+)?|\bsegment ?[:=] ?(?P<abstain>abstain|unknown|none)\b|\babstain\b"
)
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_WORTH = {
    "zero": 0,
    "none": 0,
    "one": 1,
    "low": 1,
    "two": 2,
    "medium": 2,
    "moderate": 2,
    "three": 3,
    "high": 3,
}
_PREVIOUS = re.compile(
    r"(?:up|down) from(?: just| only)? $|\bfrom $|\bversus $|\bvs\.? $|\bcompared (?:to|with) $|\bagainst $|(?:previously|earlier|before|prior)[ :,]{1,2}$|\bwas $|\bwere $"
)
_AGO = re.compile(
    r"(?: (?:open )?(?:roles?|openings|positions))? (?:at )?(?:\(?(?:\d{1,3}|sixty|ninety|thirty|two|three|a) ?(?:days?|d|weeks?|months?|mo|quarter) (?:ago|earlier|prior|before|back)|(?:last|the previous|a) quarter|previously|before|earlier|last (?:month|quarter))"
)
_LABELLED = re.compile(
    r"(?:(?:open|job|engineering|public|active) )?(?:roles?|openings?|positions?|postings?|posts|reqs|vacancies)(?: (?:open|count|today|now|total|currently|is|are))* ?[:=(-] ?$|role[_ ]count ?[:= ] ?$|open_roles ?[:= ] ?$"
)
_NO_ROLES = re.compile(r"\b(?:no|zero) (?:\w+ ){0,3}(?:roles|openings|positions|vacancies|postings|jobs)\b")


def scan(text: str, low: str, topic: str = "") -> list[Mention]:
    """All facts of a sentence, in no order. `topic` says what it is about where the text itself does not."""
    numbers = read_numbers(low) if len(low) < 2000 else ()
    found: list[Mention] = []
    layoff = list(_layoffs(low, topic))
    found += layoff
    funding = topic == v.FUNDING or (bool(_FUNDING.search(low)) and not _NOT_FUNDING.search(low))
    found += _funding(low)
    found += _roles(low, numbers)
    found += _hiring(low, topic)
    found += _leaders(text, low, topic)
    found += _others(low)
    cut = any(m.kind is K.LAYOFF_DETECTED and m.value for m in layoff)
    for number in numbers:
        found += _figure(number, low, cut, funding)
    return found


def _denied(low: str, start: int, end: int) -> bool:
    return bool(_NO.search(low[max(0, start - 40) : start])) or bool(_NONE_AFTER.match(low, end))


def _layoffs(low: str, topic: str) -> Iterator[Mention]:
    match = _LAYOFF.search(low)
    if match is not None:
        yield Mention(*match.span(), v.LAYOFF, K.LAYOFF_DETECTED, not _denied(low, *match.span()))
    elif topic == v.LAYOFF:
        yield Mention(0, 1, v.LAYOFF, K.LAYOFF_DETECTED, True)


def _funding(low: str) -> Iterator[Mention]:
    none = _NO_FUNDING.search(low)
    if none is not None:
        yield Mention(*none.span(), v.FUNDING, K.FUNDING_DETECTED, False)
        return
    for match in _STAGE.finditer(low):
        name = match.group().replace("-", "_").replace(" ", "_")
        stage = (
            "pre_seed"
            if name.startswith("pre")
            else f"series_{name[-1]}"
            if name.startswith("series")
            else name
        )
        if not re.search(
            r"\b(?:no|not|before|pre)[ -](?:a )?$", low[max(0, match.start() - 10) : match.start()]
        ):
            yield Mention(*match.span(), v.FUNDING, K.FUNDING_STAGE, stage)


def _roles(low: str, numbers: tuple[Number, ...]) -> Iterator[Mention]:
    if _NO_ROLES.search(low):
        start, end = _NO_ROLES.search(low).span()  # type: ignore[union-attr]
        yield Mention(start, end, v.ROLES, K.OPEN_ROLES, 0)
    for number in numbers:
        if number.kind is not NumberKind.COUNT or number.loose or number.value != int(number.value):
            continue
        before = low[max(0, number.start - 28) : number.start]
        counted, subject = _role_noun(number.noun)
        earlier = bool(_PREVIOUS.search(before)) or bool(_AGO.match(low, number.end))
        if earlier and (counted or _HIRING.search(low)):
            yield Mention(number.start, number.end, v.ROLES, K.ROLES_BEFORE, int(number.value))
        elif counted or _LABELLED.search(before):
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


def _hiring(low: str, topic: str) -> Iterator[Mention]:
    about = _HIRING.search(low)
    if about is None and topic != v.ROLES:
        return
    at = about.start() if about else 0
    for word, value in (
        ("tripled", "tripled"),
        ("trebled", "tripled"),
        ("doubled", "doubled"),
        ("halved", "falling"),
    ):
        spot = low.find(word)
        if spot >= 0 and not _NO.search(low[max(0, spot - 20) : spot]):
            yield Mention(spot, spot + len(word), v.ROLES, K.VELOCITY, value)
            return
    for match in _TREND.finditer(low):
        near = at - 40 <= match.start() <= at + 70
        confidence = re.match(r"[ -]?(?:conf|signal|certainty)|[)\]]", low[match.end() : match.end() + 6])
        labelled = re.search(
            r"\bconf(?:idence)?[^a-z]{0,3}(?:is |of )?$|[(\[]$",
            low[max(0, match.start() - 16) : match.start()],
        )
        if not near or confidence or labelled:
            continue
        found = trend(match.group())
        if found is not None:
            denied = bool(_NO.search(low[max(0, match.start() - 12) : match.start()]))
            yield Mention(
                *match.span(),
                v.ROLES,
                K.VELOCITY,
                "unknown" if denied else found[0],
                "pace" if found[1] else "",
            )
            return


def _leaders(text: str, low: str, topic: str) -> Iterator[Mention]:
    tenure = _TENURE.search(low)
    if tenure is not None:
        many, unit = tenure[1] or tenure[3], tenure[2] or tenure[4]
        title = _TITLE.search(low)
        role = leader_role(title.group()) if title else ""
        yield Mention(*tenure.span(), v.LEADERSHIP, K.LEADER_TENURE, int(many) * _DAYS[unit], role)
    match = _CHANGE.search(low)
    if match is None and topic != v.LEADERSHIP:
        return
    start, end = match.span() if match else (0, 1)
    happened = match is None or not _denied(low, start, end)
    yield Mention(start, end, v.LEADERSHIP, K.LEADERSHIP_CHANGE, happened)
    if not happened:
        return
    title = _TITLE.search(low, start) or _TITLE.search(low)
    if title is not None:
        yield Mention(*title.span(), v.LEADERSHIP, K.LEADER_ROLE, leader_role(title.group()))
    if is_interim(low):
        yield Mention(start, end, v.LEADERSHIP, K.LEADER_INTERIM, True)
    name = _NAME.search(text)
    if name is not None and not _TITLE.search((name[1] or name[2]).lower()):
        yield Mention(*name.span(), v.LEADERSHIP, K.LEADER_NAME, name[1] or name[2])


def _others(low: str) -> Iterator[Mention]:
    for match in _AI.finditer(low):
        said = match["value"]
        value = float(said) if said[0].isdigit() else float(_WORTH[said])
        yield Mention(*match.span(), v.AI, K.AI_MATURITY, value)
    for match in _SEGMENT.finditer(low):
        yield Mention(
            *match.span(), v.SEGMENT, K.SEGMENT, match["n"] if match["n"] and match["n"] != "0" else "abstain"
        )
    folded = low.replace(" ", "_").replace("-", "_")
    for name in v.FLAG_NAMES:
        spot = folded.find(name)
        if spot >= 0:
            yield Mention(spot, spot + len(name), v.FLAGS, K.FLAG, name)


def _figure(number: Number, low: str, cut: bool, funding: bool) -> Iterator[Mention]:
    """Money, shares and heads, by what the sentence is about."""
    at = (number.start, number.end)
    kind = number.kind
    if kind is NumberKind.MONEY and funding and not number.loose:
        yield Mention(
            *at, v.FUNDING, K.FUNDING_AMOUNT, number.value, {"€": "EUR", "£": "GBP"}.get(number.unit, "")
        )
    elif kind is NumberKind.PERCENT and cut and 0 < number.value <= 100:
        if not re.match(r" ?(?:conf|sure|certain)", low[number.end : number.end + 8]):
            yield Mention(*at, v.LAYOFF, K.LAYOFF_PERCENT, number.value)
    elif kind is NumberKind.COUNT and not number.loose and number.value == int(number.value):
        words = number.noun.split()[:2]
        if cut and _PEOPLE.intersection(words):
            yield Mention(*at, v.LAYOFF, K.LAYOFF_HEADCOUNT, int(number.value))
        elif {"employees", "people", "staff", "employee", "ftes"}.intersection(words) or re.search(
            r"headcount(?: of| is| at)? ?[:=~]? ?$", low[max(0, number.start - 16) : number.start]
        ):
            yield Mention(*at, v.COMPANY, K.HEADCOUNT, int(number.value))
    elif kind is NumberKind.DAYS and re.search(
        r"\bsince (?:the |their |its |last |latest )*(?:fund|raise|round|series)", low
    ):
        yield Mention(*at, v.FUNDING, K.FUNDING_AGE, round(number.value))
