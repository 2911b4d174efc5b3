"""What an answer says without naming its topic again: "It fell through", "we're down to two", "nobody went".

Read in the prospect's own turns only, where our earlier mail set the topic."""

import re
from collections.abc import Iterator
from enum import StrEnum

from ..layout import Sentence
from ..numbers import Number, NumberKind
from ..passage import Passage
from .funding import stage_named
from .layoffs import share_bounds
from .model import Claim, ClaimKind, Stance
from .scope import Scope
from .subject import Voice
from .sums import currency, money_bounds
from .tech import techs_of


class Topic(StrEnum):
    """What a thread is about, so that an answer may leave it unsaid."""

    RAISE = "raise"
    CUT = "cut"
    ROLES = "roles"


_TOPICS = (
    (
        Topic.RAISE,
        re.compile(
            r"\b(?:rais(?:e|ed|ing)|round|series [a-h]|seed|funding|financing|investors?|fundrais\w+)\b"
        ),
    ),
    (
        Topic.CUT,
        re.compile(
            r"\b(?:lay-?offs?|laid off|redundan\w+|restructur\w+|job cuts|let (?:\w+ )?go|cuts|reduction)\b"
        ),
    ),
    (
        Topic.ROLES,
        re.compile(
            r"\b(?:roles?|openings?|positions?|vacanc\w+|postings?|seats?|reqs?|listings?|careers page)\b"
        ),
    ),
)
_ROUND = (
    r"(?:(?:round|raise|series [a-h]|seed(?: round)?|funding|financing|deal|money|term ?sheet|"
    r"transaction|investment|[a-e])\b"
)
# What undoes a round: it has not closed, it fell through, it is still being raised.
_UNDONE = re.compile(
    rf"\b{_ROUND}|\bit)[^.?!;]{{0,30}}?(?:\b(?:has|have|had|is|was|did)(?: not|n't)|'s not|\bnever|"
    rf"\b(?:has|have|is) "
    r"(?:yet|still) to(?: be)?)\b(?: yet| been| actually| quite| formally| even| fully| really)* "
    r"(?:clos\w+|sign\w*|happen\w*|done|final\w*|complet\w*|through|in the bank|rais\w+|real|land\w*|"
    r"confirmed|"
    r"announced|go(?:ne)? (?:through|ahead)|come (?:in|off)|materiali[sz]\w+|exist\w*|arriv\w*)\b"
    rf"|\b{_ROUND}|\bit)(?: \w+){{0,3}} (?:fell (?:through|apart)|collapsed|went away|was (?:pulled|"
    rf"cancell?ed|called off|"
    r"abandoned|postponed|put off)|(?:has|got|was) (?:been )?(?:slipped|postponed|delayed|pulled|pushed)|"
    r"is (?:still )?"
    r"(?:pending|being (?:negotiated|raised|papered)|in negotiation|under negotiation|off|not real))\b"
    rf"|\b{_ROUND}|\bit)(?: \w+){{0,2}} (?:is|'s) still (?:open|in (?:the works|progress|talks)|raising|"
    rf"to close|to come)\b"
    rf"|\b(?:no|any) (?:such )?(?:round|raise|series [a-h]|funding|investment|deal)\b(?= (?:here|yet|was|"
    rf"has|ever|at all)|\s*[.,;!–-])"
    r"|\b(?:we|you|company)(?:'ve| have| had| has)?(?: not|n't| never|n't yet| not yet| yet to| still to|"
    r" did not| didn't)(?: \w+){0,2} "
    r"(?:raise[ds]?|clos(?:e|ed)|sign(?:ed)?|announce[ds]?)\b"
    r"|\b(?:we|you)(?:'re| are) still (?:raising|negotiating|waiting for the (?:money|round|funds)|closing|"
    r"in talks|"
    r"fundraising|out raising)\b"
)
_OF_RAISE = re.compile(r"\b(?:rais\w+|fundrais\w+|round|series [a-h]|seed|funding|financing|investment)\b")
_NEXT_ROUND = re.compile(
    r"\b(?:next|another|further|new|second|bigger|larger|follow-?on) (?:round|raise|funding|financing)"
)
_STAGE = re.compile(r"\bseries [a-h]\b|\b(?:pre-?)?seed\b|\b(?:the|our|your) [b-e]\b(?! \w+(?:side|team))")
_NOBODY_CUT = re.compile(
    r"\b(?:nobody|no one|none of (?:us|them|the team)|not (?:a single|one) (?:person|job|colleague|engineer))"
    r"(?: \w+){0,4} (?:laid off|let go|made redundant|lost (?:their|his|her|a) jobs?|was cut|were cut|left|"
    r"went|been cut)\b"
    r"|\b(?:did|have|has|had)(?: not|n't)(?: \w+){0,2} (?:lay|laid|let|cut|made|"
    r"make)\b[^.?!;]{0,30}\b(?:off|go|staff|jobs?|"
    r"people|anyone|anybody|redundan\w+|team)\b"
    r"|\bnever (?:laid|let|cut|made)\b[^.?!;]{0,30}\b(?:off|go|staff|jobs?|people|anyone|anybody|redundant)\b"
    r"|\b(?:no|not|without|zero|weren't any|not any) (?:lay-?offs?|redundanc\w+|job (?:cuts|losses)|"
    r"cuts to (?:staff|the team))\b"
    r"(?! (?:since|after|planned|ahead|in|this|among|for))"
    r"|\b(?:those|these|it|that) (?:were|was)(?: not|n't) (?:an? )?(?:lay-?offs?|redundanc\w+|job cuts)\b"
)
_NOT_NEW = re.compile(
    r"\b(?:i am|i'm|she is|she's|he is|he's|they are|our \w+ is) (?:hardly|not|no longer|not exactly|"
    r"far from|"
    r"anything but) (?:a )?(?:new|fresh)\b"
    r"|\bno (?:new|change of|change in|changes in) (?:cto|vp|head|leader\w*|chief|boss)\b"
    r"|\b(?:no new|not a new|not the new|never a new) (?:cto|vp|head|leader|chief)\b"
)
_SERVED = re.compile(
    r"\b(?:been|was|am|is)\b[^.?!;]{0,40}?\b(?:for (?:(?:nearly|almost|over|about|"
    r"more than) )?(?P<n>\d{1,2}|two|three|four|five|six|"
    r"seven|eight|nine|ten|twelve|fifteen) years|since (?P<year>20[01]\d|202\d))\b"
)
_IN_POST = re.compile(
    r"\b(?:cto|vp|head of \w+|here|this (?:seat|role|job|chair|post)|in (?:post|the (?:seat|role|job|"
    r"chair))|with us)\b"
)
_NO_AI = re.compile(
    r"\b(?:no|not a|not an|zero|neither|without an?|not any|never had an?|not one) (?:\w+ ){0,2}?(?:ai|ml|"
    r"machine learning|data science|"
    r"models?|data scientists?)\b(?: (?:team|people|engineers?|function|practice|work|roles?|programme))?"
    r"|\b(?:do|does|did)(?: not|n't) (?:really )?(?:use|do|run|have|touch|own|train) (?:any |an? |"
    r"much )?(?:\w+ )?(?:ai|ml|machine "
    r"learning|data science|models?)\b"
    r"|\b(?:very )?(?:start|beginning|early|first steps|day one|novices?|"
    r"beginners?)\b[^.?!;,]{0,14}\b(?:of|with|in|on|at|for) (?:our |any )?"
    r"(?:ai|ml|machine learning)\b"
    r"|\bnothing (?:\w+ ){0,3}(?:ai|ml|models?|in production)\b|\b(?:ai|ml|machine learning) (?:is|"
    r"has) (?:not|hardly|barely)\b"
    r"|\b(?:shut|closed|disbanded|dissolved|wound down|folded) (?:down )?(?:the|our) (?:ai|ml|data science|"
    r"machine learning)\b"
)
_AI_RUNS = re.compile(
    r"\bwe (?:now |already |do )?(?:run|have|keep|serve|operate|ship|put|got|"
    r"shipped) (?:[\w-]+ ){0,4}(?:models?|llms?|ml|agents?)"
    r"(?: \w+){0,2} (?:in(?:to)? prod(?:uction)?|live)\b"
    r"|\b(?:ai|ml|machine learning|data science) (?:team|group|function|practice) (?:of|has|with) (?:\d+|"
    r"[a-z]+)\b(?! (?:yet|not))"
)
_NEG = re.compile(r"\b(?:no|not|never|nothing|without|none)\b|n't\b")
_TECH_GONE = re.compile(
    r"(?:\b(?:off|away from|instead of|replac\w+|retir\w+|dropp\w+|no longer|abandon\w+|sunset\w*|"
    r"rather than|never|"
    r"decommission\w+|ditch\w+|left|leaving|killed|threw out|got rid of|rid of|stopped using|done with|not|"
    r"no|"
    r"(?:do|does|did)(?:n't| not) (?:run|use|have|touch))\s+(?:[\w'-]+\s+){0,3})$"
)
_TECH_AFTER = re.compile(
    r"\s(?:\w+ )?(?:is gone|went|was (?:dropped|retired|replaced|switched off|shut|thrown out)|has (?:been|"
    r"gone)"
    r"(?: \w+)? ?(?:retired|replaced|dropped|switched off)?|is (?:history|dead|out|no more)|days are over)\b"
)
_DOWN_TO = re.compile(
    r"\b(?:we(?:'re| are)|that(?:'s| is)|it(?:'s| is)|now|back|are|is|list is|page is|count is)(?: now|"
    r" already| back| "
    r"currently)? (?:(?:down|up|back) )?(?:to|at)(?: just| only| about)?\s*$|\b(?:left with|make (?:it|"
    r"that)|call it)(?: just| only)?\s*$"
)
_NOT_ROLES = re.compile(
    r"^\w*(?:minutes?|weeks?|days?|months?|years?|hours?|percent|%|people|engineers|staff|k\b|m\b)"
)
_FIGURE = re.compile(
    r"\b(?:it was|that was|was|it is|it's|is|more like|closer to|nearer|actually|raised|only|came (?:in|"
    r"out) at|closed at|"
    r"ended (?:up )?at|in fact|we cut|lost|let|rather)(?: about| around| really| just| only| actually|"
    r" nearer| closer to)*\s*$"
)
_OTHER_SUM = re.compile(
    r"\b(?:arr|revenue|budget|runway|burn|valuation|valued|rate|price|cost|month|hour|day|per)\b"
)
_WE_ARE = re.compile(
    r"\bwe(?:'re| are)(?: now| about| around| roughly| nearly| only| just| currently| at)*\s*$"
)
_HEADS = re.compile(
    r"^(?:people|engineers|developers|staff|strong|employees|heads)\b(?! (?:short|down|away|light|over|"
    r"under|too))"
)


_TIME_OF = {Topic.RAISE: ClaimKind.FUNDING_TIME, Topic.CUT: ClaimKind.LAYOFF_TIME}
_IT_WAS = re.compile(
    r"\b(?:it|that|this|those|they|we|money|funding|round|deal|raise|papers|cuts)(?:'s| was| were|"
    r" is)?(?: actually| only| really| just|"
    r" all)*(?: clos\w+| sign\w*| land\w*| came(?: in)?| happen\w*| went| done| complet\w+| over|"
    r" back)?(?: actually| only| back)*"
    r" (?:in|on|at|since|by)?(?: the)?\s*$"
)
_I_CAME = re.compile(
    r"\bi(?:'ve| have)? (?:only |actually |just |first )?(?:joined|started|came(?: in| aboard| on board)?|"
    r"took (?:over|the (?:role|job|seat))|"
    r"arrived|moved (?:up|over)|stepped in)(?: here| as \w+| actually| only| back)* (?:in|on|"
    r"at)?(?: the)?\s*$"
)


def topics_of(flat: str) -> frozenset[Topic]:
    """What a text is about."""
    return frozenset(topic for topic, pattern in _TOPICS if pattern.search(flat))


def undone(flat: str, start: int, end: int) -> re.Match[str] | None:
    """Where a stretch of text says that a round has not closed."""
    found = _UNDONE.search(flat, start, end)
    return None if found is None or _NEXT_ROUND.search(flat, start, end) else found


def no_cut(flat: str, start: int, end: int) -> bool:
    """True where a stretch of text says that nobody was laid off."""
    return _NOBODY_CUT.search(flat, start, end) is not None


def not_new(flat: str, start: int, end: int, year: int) -> re.Match[str] | None:
    """Where a stretch of text says that a leader has been there for years."""
    found = _NOT_NEW.search(flat, start, end)
    if found is not None:
        return found
    served = _SERVED.search(flat, start, end)
    if served is None or _IN_POST.search(flat, start, end) is None:
        return None
    return None if served["year"] and year - int(served["year"]) < 2 else served


def gone_tech(flat: str, start: int, end: int, low: int, high: int) -> bool:
    """True where a technology at a place is said not to be in use (any more)."""
    return (
        _TECH_GONE.search(flat, max(low, start - 60), start) is not None
        or _TECH_AFTER.match(flat, end, high) is not None
    )


def read_answers(
    passage: Passage, topics: frozenset[Topic], company: str = "", peers: tuple[str, ...] = ()
) -> Iterator[Claim]:
    """Claims and denials of one turn of the prospect's. `topics`: what the thread is about so far."""
    scope = Scope(passage, Voice.PROSPECT, company, peers)
    topics |= topics_of(passage.flat)
    for sentence in passage.prose():
        if sentence.question:
            continue
        yield from _denials(scope, sentence, topics)
        yield from _techs(passage, sentence)
        for number in passage.numbers_in(sentence.start, sentence.end):
            yield from _figure(scope, number, topics)
        yield from _times(scope, sentence, topics)


def _denials(scope: Scope, sentence: Sentence, topics: frozenset[Topic]) -> Iterator[Claim]:
    passage, flat, a, b = scope.passage, scope.flat, sentence.start, sentence.end
    found = undone(flat, a, b)
    if found is not None and (Topic.RAISE in topics or _OF_RAISE.search(flat, a, b)):
        stage = _STAGE.search(flat, a, b)
        name = stage_named(stage.group().replace("our ", "the ")) if stage else ""
        yield Claim(ClaimKind.FUNDING, passage, *found.span(), Stance.NEGATED, subject=name)
    gone = _NOBODY_CUT.search(flat, a, b)
    if gone is not None:
        yield Claim(ClaimKind.LAYOFF, passage, *gone.span(), Stance.NEGATED)
    old = not_new(flat, a, b, passage.today.year)
    if old is not None:
        yield Claim(ClaimKind.LEADER, passage, *old.span(), Stance.NEGATED)
    low = _NO_AI.search(flat, a, b)
    if low is not None:
        yield Claim(ClaimKind.AI_LEVEL, passage, *low.span(), Stance.ASSERTED, subject="low")
        return
    high = _AI_RUNS.search(flat, a, b)
    if high is not None and not _NEG.search(high.group()):
        yield Claim(ClaimKind.AI_LEVEL, passage, *high.span(), Stance.ASSERTED, subject="high")


def _techs(passage: Passage, sentence: Sentence) -> Iterator[Claim]:
    flat = passage.flat[sentence.start : sentence.end]
    for start, end, name in techs_of(flat):
        at, to = sentence.start + start, sentence.start + end
        if gone_tech(passage.flat, at, to, sentence.start, sentence.end):
            yield Claim(ClaimKind.TECH, passage, at, to, Stance.NEGATED, subject=name)


def _times(scope: Scope, sentence: Sentence, topics: frozenset[Topic]) -> Iterator[Claim]:
    """ "It was in January", "I joined in March": when, of the one event that the thread is about."""
    kinds = [_TIME_OF[topic] for topic in topics if topic in _TIME_OF]
    for when in scope.passage.dates_in(sentence.start, sentence.end):
        before = scope.before(when.start, 40)
        own = _I_CAME.search(before) is not None
        if not own and (len(kinds) != 1 or not _IT_WAS.search(before) or _NEG.search(before)):
            continue
        kind = ClaimKind.LEADER_TIME if own else kinds[0]
        yield Claim(kind, scope.passage, when.start, when.end, Stance.ASSERTED, when=when)


def _figure(scope: Scope, number: Number, topics: frozenset[Topic]) -> Iterator[Claim]:
    """A figure that answers ours: "it was 30 people", "we're down to two"."""
    passage, kind = scope.passage, number.kind
    before = scope.before(number.start, 40)
    place = (passage, number.start, number.end, Stance.ASSERTED)
    if kind is NumberKind.MONEY:
        if (
            Topic.RAISE in topics
            and number.value >= 3e5
            and _FIGURE.search(before)
            and not _OTHER_SUM.search(scope.after(number.end, 30))
            and not _OTHER_SUM.search(before)
        ):
            low, high = money_bounds(scope, number)
            yield Claim(ClaimKind.FUNDING_AMOUNT, *place, low, high, currency(scope, number))
        return
    if kind is NumberKind.PERCENT and Topic.CUT in topics and _FIGURE.search(before):
        yield Claim(
            ClaimKind.LAYOFF_PERCENT, *place, *share_bounds(scope, number.start, number.low, number.high)
        )
    clock = kind is NumberKind.MINUTES and number.noun[:2] not in ("am", "pm")  # "we are at six"
    if kind is not NumberKind.COUNT and not clock:
        return
    if Topic.ROLES in topics and _DOWN_TO.search(before) and not _NOT_ROLES.match(number.noun):
        yield Claim(ClaimKind.ROLES, *place, number.low, number.high)
    elif clock:
        return
    elif _WE_ARE.search(before) and number.value > 4 and _HEADS.match(number.noun):
        engineers = number.noun.startswith(("engineers", "developers"))
        yield Claim(ClaimKind.HEADCOUNT, *place, number.low, number.high, "engineering" if engineers else "")
    elif Topic.CUT in topics and _FIGURE.search(before) and _HEADS.match(number.noun):
        yield Claim(ClaimKind.LAYOFF_COUNT, *place, number.low * 0.93, number.high * 1.07)
