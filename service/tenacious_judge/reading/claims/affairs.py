"""Affairs told of no "you": what a board wants, a market that is next, a volume, a deadline.

A claim only with something definite beside it (a time, a figure, a name): a generic one commits to
nothing."""

import re
from collections.abc import Iterator

from ..dates import Grain
from ..numbers import NumberKind
from ..passage import Place
from . import subject_words as say
from .model import Claim, ClaimKind, Stance
from .plan_words import NOBODYS, OTHER_NOUN
from .plans import vacancy
from .scope import Scope
from .story import in_story
from .subject import About
from .words import stems

AFFAIR = 3
"""Degree of a STATE told of nobody: it gives way to any other claim beside it."""

_BESIDE = 30
"""How far a figure may stand from the affair that it makes definite."""
_TIMES = (Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.YEAR, Grain.DAY)
_HOLIDAY = re.compile(
    r"\b(?:before|by|until|till|at|over|after|for|to) (?:the )?(?:end of (?:the )?(?:year|quarter|month)|"
    r"year[ -]end|christmas|easter|black friday|thanksgiving|ramadan|diwali|new year|peak season|"
    r"(?:summer|holiday|christmas|winter|autumn|spring) (?:season|peak|break|holidays)|golden week)\b|"
    r"\b(?:before|until|till|past|beyond|through) 20\d\d\b"
)
_COUNTED = (
    NumberKind.MONEY,
    NumberKind.PERCENT,
    NumberKind.MULTIPLE,
    NumberKind.RATIO,
    NumberKind.COUNT,
    NumberKind.DAYS,
)
_NAME_AFTER = re.compile(
    r"\b(?:in|into|to|for|with|from|at|of|by|across|off|"
    r"onto) ((?:the )?[A-Z][\w&-]{2,})"
)
_TALK = re.compile(
    r"\b(?:call|minutes|min|talk|speak|speaking|chat|meet|meeting|conversation|phone|free|slot|suit|"
    r"slots|hear|write again|invoice|rate|price)\b"
)
_UNSURE = re.compile(
    r"\b(?:if|whether|whatever|whoever|(?<!year )(?<!time )(?<!moment )(?<!quarter )when|once|unless)\b"
)
_SHUT = re.compile(
    r"\b(?:might|could|would|should|can|may (?!\d|or\b|"
    r"and\b)(?<!in may )(?<!by may )(?<!of may )(?<!mid may )"
    r"(?<!early may )(?<!late may )(?<!until may )(?<!since may )|"
    r"makers|operators|manufacturers|insurers|carriers|retailers|banks|lenders|vendors|"
    r"for (?:everyone|everybody|all|any)|everyone (?:in|who)|every (?:\w+ )?(?:will|has|in))\b"
)
_WISH = re.compile(r"\b(?:hope|wish|trust|wishing|hopefully|thank you|thanks)\b")
_PUBLIC = re.compile(
    r"\b(?:hiring|jobs?|labou?r|talent|employment|recruiting|recruitment|own|nobody|"
    r"no one|who) $"
)
_FOR_HIRES = re.compile(
    r"\s(?:for|of) (?:[\w+#-]+ ){0,2}(?:engineers|developers|talent|people|hires|"
    r"skills)\b"
)
_THEIRS = re.compile(r"\b(?:they|their|them|his|her|he|she)\b")
_NAME_BEFORE = re.compile(
    r"(?<=[a-z,] )((?!I\b|I'|CTO|CEO|AI|ML|VP|Series|Go\b|React|Python)[A-Z][\w&.-]+)(?: (?:has become|"
    r"is|was|became|"
    r"remains))?\s$"
)
_UNDER_WAY = re.compile(
    r"\b(?:under way|underway|half (?:finished|done|built|way)|halfway|over budget|behind schedule|"
    r"overdue|in flight|"
    r"in full swing|mid[ -]flight|weeks? late|months? late)\b"
)
_OUR_THING = re.compile(
    r"\b(?:squads?|engineers?|pilots?|offers?|pairs?|teams?|contracts?|invoices?|prices?|rates?|work|"
    r"start|call|notice|"
    r"phases?|first|second|handover|lead|engagement|profiles?|person|people|two|three|month|week|sprint|"
    r"trial|"
    r"term|agreement|clause|slot|calendar|rest|same|question|roles?|seats?|quote|paper|report|write-?up|"
    r"list|"
    r"next|last|market|position|posting|round|series|holidays?|summer|quarter|year|deadline for)\b"
)
_OUR_DOING = re.compile(
    r"(?:read|writ|find|hear|see|talk|look|ask|speak|follow|go|send|tell|hir|recruit|fill|interview|"
    r"meet|nam|"
    r"shar|explain|show|us|hav|be|do|mak|giv|com|gett|gues|learn|lead|open)\w*ing\b|"
    r"(?:accord|be|dur|exclud|includ|regard|concern|consider|noth|someth|anyth|everyth|morn|even|spr|"
    r"follow)ing\b"
)
_SELLING = re.compile(
    r".* (?:is|are) (?:[a-z]+ )*[a-z]+ing$|.* (?:earmarked|set aside|allocated|budgeted|ring ?fenced|"
    r"spoken for|spent)$"
)
_SOME_FIRM = re.compile(
    r"[\s\"'(]*(?:an?|one|another|some) (?:[\w'&-]+ ){1,6}?(?:[a-z]{2,}ed|lost|had|was|were|took|went|"
    r"ran|built|got|made|"
    r"left|cut|won|put|kept|found|spent) "
)
_PARTY = re.compile(r"(?:[Nn]ow that|[Ss]ince) ([A-Z][a-z][\w&'-]*)")
_PHASE = re.compile(
    r"\b(?:week|month|day|sprint|phase|stage)s? (?:one|two|three|four|five|six|\d)\b|"
    r"\b(?:first|second|third) (?:week|sprint)\b"
)
_COUNTRY = re.compile(r"\bUS\b")
_NEXT = re.compile(r"[a-z]+ (?:is|comes|opens|goes|launches|follows|will|was|joins|starts) ")
_YOURS = re.compile(r"\byour\b")
# A party that the reader's company has one of.
_PARTY_OF_ONE = re.compile(
    r"\bthe (?:board|investors|shareholders|founders|owners|ceo|cfo|coo|auditors|works council|parent "
    r"company|"
    r"supervisors?|regulator|central bank|ministry)\b|^works council\b"
)
_ANYBODYS = re.compile(
    r"\b(?:what|who|whoever|anyone|anybody|everyone|everybody|nobody|people|there (?:is|are|were|was)|"
    r"any|every|"
    r"each|most|many|in the (?:country|world|city|trade|industry)|on the continent|in (?:europe|the eu|"
    r"africa)|"
    r"worldwide|always|never)\b"
)
_WE = re.compile(r"\b(?:we|our|ours|us)\b")
_FOR_ANYBODY = re.compile(
    r"\b(?:what|who|anyone|anybody|nobody|in the (?:country|world|trade|industry)|every (?:\w+ ){0,2}"
    r"(?:in|who|that|will|has))\b"
)
_NAMED_THING = re.compile(
    r"\bthe (?:(?!US\b|EU\b|UK\b|I\b)[A-Z][\w&.-]+ [a-z]+|(?:US|EU|UK) (?:launch|office|expansion|entry|"
    r"site))"
)
_STAFF = re.compile(
    r"\b(?:engineers?|developers?|roles?|seats?|openings?|postings?|positions?|vacanc\w+|hires?|squads?|"
    r"people|minutes|references?|questions?|weeks'? notice)\b"
)


def read_affairs(scope: Scope) -> Iterator[Claim]:
    """One claim a clause."""
    passage = scope.passage
    taken: set[Place] = set()
    open_to: dict[Place, bool] = {}
    scheduled, done = scope.hits("sig_scheduled"), scope.hits("sig_gerund")
    named = sorted((*scope.hits("sig_affair"), *scope.hits("sig_event_noun")))
    for place in (*named, *scheduled, *done):
        if passage.sentence_at(place[0]).question:
            continue
        clause = passage.clause_at(place[0])
        if clause in taken or open_to.get(clause) is False:
            continue
        if place in done:
            definite = _deed_of_theirs(scope, place)
        elif place in scheduled:
            definite = _OUR_THING.search(scope.flat, *place) is None and _timed(scope, clause)
        else:
            definite = _marked(scope, place, clause) or _SELLING.match(scope.flat, *place) is not None
        if not definite:
            continue
        if vacancy(scope, place) or not _tied(scope, place, clause):
            continue
        if clause not in open_to:
            open_to[clause] = _open(scope, clause)
        if not open_to[clause] or not _told(scope, place, clause):
            continue
        stance = scope.stance(*place, noun=True)
        words = stems(scope.flat[max(clause[0], place[0] - 40) : min(clause[1], place[1] + 60)])
        if stance not in (Stance.ASSERTED, Stance.LEANING) or not words:
            continue
        taken.add(clause)
        yield Claim(ClaimKind.STATE, scope.passage, *place, stance, degree=AFFAIR, words=words)


def _tied(scope: Scope, place: Place, clause: Place) -> bool:
    """Something says whose affair it is: the reader named in the sentence, a fact on them beside it, a party
    that a company has one of, a name, or its place: a mail opens with the reader's affairs."""
    flat, sentence = scope.flat, scope.passage.sentence_at(place[0])
    if sentence.index in scope.figured or _YOURS.search(flat, sentence.start, sentence.end):
        return True
    if any(sentence.start <= a < sentence.end for a, _ in scope.subjects.names):
        return True
    if _PARTY_OF_ONE.search(flat, *clause) is not None:
        return True
    around = max(clause[0], place[0] - 30), min(clause[1], place[1] + 20)
    if _NAMED_THING.search(scope.passage.text.clean, *around) is not None:
        return True
    first = next(scope.passage.prose(), None)
    return (
        first is not None
        and first.start == sentence.start
        and _ANYBODYS.search(flat, sentence.start, place[1]) is None
        and _FOR_ANYBODY.search(flat, place[1], sentence.end) is None
        and _WE.search(flat, sentence.start, sentence.end) is None
    )


def _open(scope: Scope, clause: Place) -> bool:
    """False for a clause that is of ourselves, of others, of everybody, or a mere possibility."""
    if _SHUT.search(scope.flat, *clause):
        return False
    return not any(_somebody_else(scope, m) for m in say.TOKEN.finditer(scope.flat, *clause))


def _told(scope: Scope, place: Place, clause: Place) -> bool:
    flat, passage = scope.flat, scope.passage
    sentence = passage.sentence_at(place[0])
    if _UNSURE.search(flat, clause[0], place[0]) or _THEIRS.search(flat, clause[0], place[0]):
        return False
    if _WISH.search(flat, sentence.start, place[0]) or _SOME_FIRM.match(flat, sentence.start, place[0]):
        return False
    if _PUBLIC.search(flat, clause[0], place[0]) or OTHER_NOUN.search(flat, place[0], place[1] + 14):
        return False
    if _FOR_HIRES.match(flat, place[1]) or NOBODYS.search(flat, sentence.start, sentence.end):
        return False
    about = scope.subjects.about(*place, noun=False)
    the_founders = flat.startswith("the founders", place[0] - 4)
    if about is About.OTHER and not the_founders:
        return False
    if about is About.OWN and not _COUNTRY.search(passage.text.clean, *clause):
        return False
    return not (scope.subjects.general(sentence, place[0]) or in_story(scope, place[0]))


def _somebody_else(scope: Scope, token: re.Match[str]) -> bool:
    """We or others, but for "I understand that ...", "everybody" and the country."""
    if token.lastgroup == "we":
        seeing = token.group() in ("i", "we") and say.SEEING.match(scope.flat, token.end())
        country = token.group() == "us" and scope.passage.text.clean[token.start()].isupper()
        return not seeing and not country
    if scope.flat.startswith(("client funds", "client money", "client data", "client assets"), token.start()):
        return False
    if scope.flat.startswith("the founders", token.start() - 4):
        return False
    return token.lastgroup == "other" and not token.group().startswith(("some", "every", "any"))


def _deed_of_theirs(scope: Scope, place: Place) -> bool:
    """ "Moving off Oracle was the right call": a subject that nobody else can have done."""
    sentence = scope.passage.sentence_at(place[0])
    before = scope.flat[sentence.start : place[0]].strip(" \"'–-")
    return (not before or before.endswith((",", ":", "–", "-"))) and not _OUR_DOING.match(
        scope.flat, place[0]
    )


def _timed(scope: Scope, clause: Place) -> bool:
    """A time that is none of a call, nor a phase of work: "in week two"."""
    if _PHASE.search(scope.flat, *clause):
        return False
    return _TALK.search(scope.flat, *clause) is None and (
        any(w.grain in _TIMES for w in scope.passage.dates_in(*clause))
        or _HOLIDAY.search(scope.flat, *clause) is not None
    )


def _marked(scope: Scope, place: Place, clause: Place) -> bool:
    """A time, a figure or a name stands beside it, and it is none of a call or of people to hire."""
    passage = scope.passage
    if _PHASE.search(scope.flat, *clause):
        return False
    if _timed(scope, clause) or _UNDER_WAY.search(scope.flat, *clause):
        return True
    talk = _TALK.search(scope.flat, *clause) is not None
    if any(
        n.kind in _COUNTED and not n.loose and not _STAFF.search(n.noun) and n.value > 1 and not talk
        for n in passage.numbers_in(max(clause[0], place[0] - _BESIDE), min(clause[1], place[1] + _BESIDE))
    ):
        return True
    clean = passage.text.clean
    return (
        any(not scope.subjects.named(m.start(1), m.end(1)) for m in _NAME_AFTER.finditer(clean, *clause))
        or _named(scope, place)
        or _party(scope, place)
        or (_NEXT.match(scope.flat, place[0]) is not None and _proper(clean, place[0]))
    )


def _named(scope: Scope, place: Place) -> bool:
    """ "The Shenzhen line", "the US launch", "Zeiss has become your largest customer"."""
    sentence = scope.passage.sentence_at(place[0])
    found = _NAME_BEFORE.search(scope.passage.text.clean, max(sentence.start, place[0] - 30), place[0])
    if found is None:
        return False
    name = found[1].lower()
    return name not in say.COMMON and name not in scope.subjects.company


def _party(scope: Scope, place: Place) -> bool:
    """ "Now that Equity Bank has signed": somebody by name, in a clause that grants it."""
    found = _PARTY.match(scope.passage.text.clean, *place)
    return found is not None and not scope.subjects.named(found.start(1), found.end(1))


def _proper(clean: str, start: int) -> bool:
    """A name by its capital: "Lisbon is next"."""
    word = clean[start : clean.find(" ", start)]
    return word[:1].isupper() and word[1:].islower() and word.lower() not in say.COMMON
