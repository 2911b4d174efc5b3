"""Counts of open roles, what they were before, and their change."""

import re
from collections.abc import Iterator

from ..numbers import Number, NumberKind
from .disciplines import discipline
from .model import Claim, ClaimKind, Stance
from .scope import Scope
from .subject import Voice
from .words import words_of

_ROLE = r"(?:roles?|positions?|openings?|vacanc(?:y|ies)|reqs?|requisitions?|postings?|posts?|ads?|adverts?|listings?|jobs?|headcount|seats?|slots?|vacant|job)"
_NOUN = re.compile(
    rf"(?P<quals>(?:[\w/&'+#.]+[ -]){{0,4}}?)(?P<role>{_ROLE})\b(?! (?:we|i|our|of ours|you could|function|model|play|market|title|description|share|board)\b)"
)
_STOP = words_of(
    """on for with at in to from who that you we i they can could will would have has are is be start of and-
    then days day weeks week months month minutes minute hours hour years year percent people profiles
    engineers questions reasons slots times"""
)
_HIRING = re.compile(
    r"\b(?:hir(?:e|es|ed|ing)|recruit(?:s|ing)?|look(?:s|ing)? (?:for|to (?:hire|add|fill|bring on|recruit))|search(?:es|ing)? for|hunt(?:s|ing)? for|chas(?:e|ing)|on the lookout for|scouting for|headhunting|after|trying to (?:attract|land|close)|hiring plan of|plans? (?:of|for|to (?:hire|add|recruit))|set (?:out )?to (?:hire|add)|going to hire|advertis\w+(?: for)?|"
    r"seek(?:s|ing)?|in the market for|try(?:ing)? to (?:hire|fill|find|land|recruit)|need(?:s|ing)? to (?:hire|fill)|fill(?:ing)?|"
    r"openings for|roles for|postings for|positions for|ads for|adverts for|vacancies for|reqs for|job ads for|want(?:s|ing)? to (?:hire|add))"
    r"(?: up to| at least| about| around| another| some| roughly| nearly| almost| over| more than| as many as| for| a further| the| these| those| all| exactly| only| just)*\s*$"
)
_PEOPLE = re.compile(
    r"(?:[\w/&'+#.]+[ -]){0,3}(?:engineers?|developers?|devs?|people|specialists?|programmers?|architects?|hires|heads|seniors?|staff|sres?|analysts?|scientists?|engineering)\b"
)
_WANTED = re.compile(
    r"^(?:[\w/&'+#.-]+ ){0,4}(?:engineers?|developers?|devs?|people|hires|specialists?)[\s,]+(?:that |who |whom )?(?:you(?:'re| are)?|it is|they are)"
    r"(?: still| currently| now)? (?:plan(?:ning)? to|intend(?:ing)? to|hop(?:e|ing) to|expect(?:ing)? to|about to|going to|hiring|looking|trying|advertising|seeking|recruiting|searching|want|need)"
)
_COUNTED = re.compile(
    r"\b(?:roles?|positions?|openings?|vacancies|reqs|requisitions|postings|listings|jobs|job board|careers page|role count|count|tally|job ads|job page|jobs page)\b"
    r"(?P<gap>[^.?!;\d]{0,44}?)(?:[:(=]|\b(?:is|are|was|were|at|to|of|hit|reached|now|today|currently|count|shows?|showed|has|have|lists?|listed|grew|climbed|rose|stands?|sits?|totals?|up|doubled|went|comes? to|advertis\w+|carries|i see|we see|i count|we count)\b)"
    r"[\s(–-]*(?:about |around |roughly |nearly |over |just |still |only |almost |now |at )*$"
)
_OURS = re.compile(r"\b(?:we|our|i|us|squad|call|start|minutes|meet|free|available)\b")
_NOTHING_NEW = re.compile(r"^(?:\s(?:\d+|two|three|four|six|eight|ninety|sixty|thirty|a|an|some|about|only|just) (?:few |couple of )?(?:days|weeks|months?|quarter|year)|\s*(?:today|now|as|on|this|and|in|at|at present|right|currently|open|live|from|up|down|versus|compared|against|vs|or|but|to|with|across|since|last|which|that|over|against|–|-|i|we|you|the|according|so|after|before|when|while)\b|\s*[.,;:!?)\x1f(–-]|\s*$)")
_EARLIER_BEFORE = re.compile(
    r"(?:\b(?:up|down|grew|grown|rose|risen|climb\w*|jump\w*|gone|went|move\w*|increas\w*|doubl\w+|tripl\w+|expand\w+|fell|fallen|dropped|shrunk|cut) from|"
    r"\b(?:versus|vs\.?|against|compared (?:with|to)|from|rather than|instead of|where there (?:were|was)|when (?:it|there|you) (?:was|were|had|stood at)|previously|earlier))"
    r"(?: only| just| about| around| roughly| a mere| some| the| your| its)*\s*$"
)
_NOW_AGAINST = re.compile(r"\s(?:today|now|this week|at present|currently)\b[^.?!;]{0,24}\b(?:against|versus|vs|up from|down from|compared)\b")
_AGAINST = re.compile(r"\b(?:today|now|currently)\b[^.?!;]{0,20}\b(?:against|versus|vs\.?|up from|down from|compared (?:with|to))(?: only| just)?\s*$")
_EARLIER_AFTER = re.compile(
    r"^[^.?!;,]{0,34}?\b(?:(?:60|sixty|90|ninety|30|thirty|45|two|three|2|3|six|eight|a few|several|a couple of) (?:days|months|weeks) (?:ago|before|earlier|prior|back)|"
    r"a (?:quarter|month|year) (?:ago|before|earlier)|two months (?:ago|before|earlier)|previously|back in|at the (?:start|beginning|turn) of|last (?:month|quarter|year|autumn|winter|spring|summer|time)|earlier this|in (?:early |mid |mid-|late )?(?:january|february|march|april))\b"
)
_DATED = re.compile(r"^[^.?!;,]{0,24}?\bin (?:early |mid |mid-|late )?(?:january|february|march|april)\b")
_MORE = re.compile(r"^(?:(?:[\w/&'+#.]+ ){0,3}?)(?:more|extra|additional|fewer|less)\b(?P<rest>.*)")
_ADDED = re.compile(
    r"\b(?:added|opened|posted|published|put up|advertised|listed|adding|opening|posting|created|gained|up by|grew by|grown by|rose by|risen by|increased by|climbed by|an? (?:net )?increase of|up|rise of|"
    r"net new|net|jump of|plus|\+|down by|fell by|dropped by|fewer by|gain of|addition of|closed|removed|shed|by)(?: another| a further| some| about| around| just| roughly| net| as many as| in total)*\s*$"
)
_HIRE_TOPIC = re.compile(
    r"\b(?:roles?|hiring|openings?|positions?|postings?|vacanc|reqs?|requisitions|recruit\w*|job board|jobs page|job ads?|careers page|careers site|hiring page|count on|velocity|listings|job posts?|role count)\b"
)
_TEAM_TOPIC = re.compile(r"\b(?:team|headcount|staff|workforce|engineering(?: org| group| department| team)?|engineers|company|organi[sz]ation|org|people|squad|department|size)\b")
_DOWN = re.compile(r"\b(?:down|fewer|less|fell|fallen|drop\w*|declin\w*|decreas\w*|lower|shr[aiu]nk\w*|cut|closed|removed|shed|reduc\w+)\b")
_CHANGE = re.compile(
    r"\b(?:up|down|grew|grown|grow|rose|risen|climb\w*|jump\w*|increas\w*|increase|rise|growth|more|higher|added|expan\w+|fewer|drop\w*|fell|fallen|lower|decreas\w*|declin\w*|uplift|gain|surge)\b"
)
_ANSWERED = re.compile(r"\b(?:it is|it's|that is|that's|we are|we're|down to|up to|actually|left with|make that|closer to|more like|only|just|currently|now|it was|there are|there's|leaves|have)(?: now| actually| only| just| at| down to| up to| really| about)*\s*$")
_SUBSET = re.compile(r"\s(?:that |which |who )?(?:mention|ask|name|list (?!of)|read|look|are for|call|requir|want|need|touch|refer|carry|sit in|in [a-z]+ing|for (?:a |an |the )?[a-z]+|on the [a-z]+ (?:team|side)|at the|based|posted|opened|have been|with)\w*\b")
_PAST = re.compile(r"\b(?:was|were|had|listed|showed|counted|saw|stood at|sat at|used to (?:be|have))(?: only| just| about| around)?\s*$")
_THEN_HEAD = re.compile(
    r"\b(?:(?:days|weeks|months|quarter|year) (?:ago|before|earlier|back)|(?:back )?in (?:early |mid-?|late )?(?:january|february|march|april)|last (?:month|quarter|autumn|winter|spring)|earlier this year)\b"
    r"[^.?!;]{0,24}\b(?:had|was|were|listed|showed|stood at|counted|saw)(?: only| just| about| around)*\s*$"
)
_COUNT_AT = re.compile(r"\b(?:roles|openings|positions|postings|reqs|vacancies|count|tally|number|listings)\b[^.?!;\d]{0,24}\bat (?:about |around |roughly )?$")
_TODAY = re.compile(r"\b(?:today|now|currently)[,\s]+(?:it is|it's|there are|you have|the count is|i see|i count|that is|they are|we see|the page shows|the page lists)(?: only| just| about| around)*\s*$")
_POSTED = re.compile(r"\b(?:opened|posted|published|put up|advertised|listed|opening|posting|created|advertising|listing)(?: another| a further| some| about| around| just| roughly| as many as| in total)*\s*$")
_APPROX = re.compile(r"(?:\b(?:about|around|roughly|nearly|almost|close to|approximately|some|circa|ca|or so|just under|just over|over|more than|at least|upwards of|north of|no fewer than|well over|under|fewer than|less than|up to|as many as|~)|~)\s*$")
_MODEST = re.compile(r"\b(?:one of|some of|two of|three of|several of|a few of|many of|most of|part of|half of|among)\b")


def read_roles(scope: Scope) -> Iterator[Claim]:
    """Claims on open roles from the numbers of a passage."""
    for number in scope.counted:
        if number.kind in (NumberKind.COUNT, NumberKind.RATIO) or _stands_at(scope, number):
            claim = _count(scope, number)
        elif number.kind is NumberKind.MULTIPLE:
            claim = _multiple(scope, number)
        elif number.kind is NumberKind.PERCENT:
            claim = _percent(scope, number)
        else:
            continue
        if claim is not None:
            yield claim
    for place in scope.hits("sig_no_roles"):
        claim = scope.claim(ClaimKind.ROLES, *place, noun=True, figure=True)
        if claim is not None:
            yield claim


def _stands_at(scope: Scope, number: Number) -> bool:
    """ "The count stands at 9": no hour of the day."""
    return number.kind is NumberKind.MINUTES and number.noun[:3] not in ("am", "pm") and _COUNT_AT.search(scope.before(number.start)) is not None


def _count(scope: Scope, number: Number) -> Claim | None:
    before = scope.before(number.start, 80)
    role = _NOUN.match(number.noun)
    quals = role["quals"].replace("-", " ").split() if role else []
    if role and any(q in _STOP for q in quals):
        of_them = number.noun.startswith(("of the", "of your", "of those", "of these", "of them"))
        role = role if of_them else None
    wanted = role is None and (
        (_HIRING.search(before) is not None and _PEOPLE.match(number.noun) is not None) or _WANTED.match(scope.flat[number.end : number.end + 70].lstrip(" -")) is not None
    )
    counted = (
        role is None and not wanted and (listed := _COUNTED.search(before)) is not None and not _OURS.search(listed["gap"])
        and _NOTHING_NEW.match(scope.flat[number.end : number.end + 20]) is not None and not re.search(r"\b(?:page|phase|step|slot)\s*$", before)
    )  # fmt: skip
    spoken = scope.voice is Voice.PROSPECT and _ANSWERED.search(before) is not None and _NOTHING_NEW.match(scope.flat[number.end : number.end + 20]) is not None
    if spoken and role is None:
        return Claim(ClaimKind.ROLES, scope.passage, number.start, number.end, Stance.ASSERTED, number.low, number.high)
    if role is None and not wanted and not counted and not _after_roles(scope, number, before):
        return None
    end = scope.flat.find(role["role"], number.end) + len(role["role"]) if role else number.end
    if wanted:
        found = _PEOPLE.match(scope.flat, number.end + 1)
        end = found.end() if found else end
    return _placed(scope, number, before, quals, end)


def _after_roles(scope: Scope, number: Number, before: str) -> bool:
    """ "nine roles, up from four", "six more than in March": a bare number that leans on roles said before."""
    if _TODAY.search(before) and _HIRE_TOPIC.search(before):
        return True
    if _AGAINST.search(before) or _NOW_AGAINST.match(scope.flat[number.end : number.end + 60]):
        return True
    bare = _NOTHING_NEW.match(scope.flat[number.end : number.end + 20]) is not None or _MORE.match(number.noun) is not None
    if not bare or not _HIRE_TOPIC.search(before):
        return False
    if re.match(r"\s(?:today|now|currently|at present|this week|at the moment)\b", scope.flat[number.end : number.end + 18]):
        return True
    return _EARLIER_BEFORE.search(before) is not None or _ADDED.search(before) is not None or _MORE.match(number.noun) is not None


def _placed(scope: Scope, number: Number, before: str, quals: list[str], end: int) -> Claim | None:
    """What kind of count it is: then, now, or the difference."""
    subject = next((d for q in quals if (d := discipline(q)) and d != "senior"), "")
    part = 1 if subject or number.noun.startswith("of ") or any(discipline(q) == "senior" for q in quals) else 0
    if _SUBSET.match(scope.flat[end : end + 24]):
        part = 1
    low, high = _bounds(scope, number, before)
    if "from" in before[-8:] and number.loose and not number.word:
        return _then_and_now(scope, number, end)
    more = _MORE.match(number.noun)
    added = _ADDED.search(before)
    if more or added:
        sign = -1.0 if _DOWN.search(before[-24:] + " " + number.noun[:24]) else 1.0
        if more and "than" not in number.noun and not re.search(r"\b(?:than|since|from|over|compared|in)\b", scope.after(number.end, 60)) and not added:
            return None
        return scope.claim(ClaimKind.ROLES_DELTA, number.start, end, noun=True, figure=True, low=sign * low if sign > 0 else -high,
                           high=sign * high if sign > 0 else -low, subject=subject, degree=1 if _POSTED.search(before) else 0)
    if _THEN_HEAD.search(before):
        return scope.claim(ClaimKind.ROLES_BEFORE, number.start, end, noun=True, figure=True, low=low, high=high, subject=subject)
    earlier = _EARLIER_BEFORE.search(before) is not None or _EARLIER_AFTER.match(scope.flat[end : end + 60]) is not None
    dated = end > number.end and _DATED.match(scope.flat[end : end + 60]) is not None and not _PAST.search(before)
    if earlier and not dated and _says_then(scope, number, end, before):
        return scope.claim(ClaimKind.ROLES_BEFORE, number.start, end, noun=True, figure=True, low=low, high=high, subject=subject)
    if number.kind is NumberKind.RATIO and number.whole is not None:
        low = high = number.whole
    single = number.value == 1 and number.word and not re.search(r"\b(?:only|just|single|exactly|have|has|see|with|lists?|shows?|counted?)\s*$", before)
    degree = 1 if single else part
    return scope.claim(ClaimKind.ROLES, number.start, end, noun=True, figure=True, low=low, high=high, subject=subject, degree=degree)


def _says_then(scope: Scope, number: Number, end: int, before: str) -> bool:
    """False for "nine roles, up from four 60 days ago" at the nine: the time belongs to the other number."""
    if _EARLIER_BEFORE.search(before):
        return True
    found = _EARLIER_AFTER.match(scope.flat[end : end + 60])
    if found is None or re.search(r"\b(?:more|than|from|since|up|down|over|against|versus|vs|compared)\b", found.group()):
        return False
    between = [n for n in scope.passage.numbers_in(end, end + found.end()) if n.kind is NumberKind.COUNT]
    return not between


def _then_and_now(scope: Scope, number: Number, end: int) -> Claim | None:
    """ "from four to nine": the later count is the claim; `degree` 2 says that `low` was before."""
    return scope.claim(ClaimKind.ROLES, number.start, end, noun=True, figure=True, low=number.low, high=number.high, degree=2)


def _bounds(scope: Scope, number: Number, before: str) -> tuple[float, float]:
    """What counts fit the words: "nearly twenty" is 17 to 20, "over ten" 11 to 15."""
    low, high = number.low, number.high
    near = _APPROX.search(before)
    if near is None:
        return low, high
    word = near.group().strip()
    slack = max(1.0, number.value * 0.15)
    if word in ("nearly", "almost", "just under", "close to"):
        return low - slack, high
    if word in ("over", "more than", "upwards of", "north of", "well over", "just over"):
        return low + 1, high + max(4.0, number.value * 0.5)
    if word in ("at least", "no fewer than"):
        return low, high + max(4.0, number.value * 0.5)
    if word in ("under", "fewer than", "less than", "up to", "as many as"):
        return max(0.0, low - slack * 2), high
    return low - slack, high + slack


def _multiple(scope: Scope, number: Number) -> Claim | None:
    clause = scope.passage.clause_at(number.start)
    around = scope.flat[clause[0] : clause[1]] + " "
    after = scope.after(number.end, 40)
    if re.match(r"\s*(?:times )?(?:the|our|that|a|this) (?:rate|price|fee|cost|time|work|output|speed|size of)\b|\s*(?:down\b|-?check|digit|-digit|sided|the (?:throughput|speed|capacity|output))", after):
        return None
    value = number.value
    low, high = (value * 0.82, value * 1.25)
    if re.search(r"\b(?:more than|over|well over)\s*$", scope.before(number.start)):
        low, high = value * 1.01, value * 2
    elif re.search(r"\b(?:nearly|almost|close to|not quite)\s*$", scope.before(number.start)):
        low, high = value * 0.7, value
    kind = None
    if _HIRE_TOPIC.search(around):
        kind = ClaimKind.ROLES_RATIO
    elif _TEAM_TOPIC.search(around[: number.end - clause[0] + 34]) or re.match(r"\s*(?:in size|since|$|[.,;?!])", after):
        kind = ClaimKind.HEADCOUNT_RATIO
    if kind is None:
        return None
    claim = scope.claim(kind, number.start, number.end, noun=False, low=low, high=high)
    if claim is not None and claim.stance is Stance.ASSERTED and _wished(scope, number.start):
        return None
    return claim


def _wished(scope: Scope, start: int) -> bool:
    """ "to double the team": an aim, not a change."""
    if re.search(r"\b(?:set|about|on course|on track|due|going|poised|bound) to\s+(?:\w+ly )?$", scope.before(start, 30)):
        return False
    return re.search(r"\b(?:to|will|can|could|would|help|should|want|before)\s+(?:\w+ly )?$", scope.before(start, 24)) is not None


def _percent(scope: Scope, number: Number) -> Claim | None:
    clause = scope.passage.clause_at(number.start)
    around = scope.flat[clause[0] : clause[1]]
    if (number.word and number.noun.startswith(("of ", "a ", "an ", "day", "hour"))) or not _HIRE_TOPIC.search(around) or not _CHANGE.search(around):
        return None
    sign = -1.0 if _DOWN.search(around) else 1.0
    return scope.claim(ClaimKind.ROLES_PERCENT, number.start, number.end, noun=True, figure=True, low=min(sign * number.low, sign * number.high),
                       high=max(sign * number.low, sign * number.high))
