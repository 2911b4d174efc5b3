"""Affairs told of no "you": what a board wants, a market that is next, a volume, a deadline.

A claim only with something definite beside it (a time, a figure, a name): a generic one commits to
nothing."""

import re
from collections.abc import Iterator

from ..dates import Grain
from ..numbers import NumberKind
from ..passage import Place
from . import affair_words as cue
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
_COUNTED = (
    NumberKind.MONEY,
    NumberKind.PERCENT,
    NumberKind.MULTIPLE,
    NumberKind.RATIO,
    NumberKind.COUNT,
    NumberKind.DAYS,
)
# "An engineer hired today starts in the autumn", "everything else follows in June".
_SOMEBODY_STARTS = re.compile(
    r"(?:today|tomorrow|now|then|soon|later|this|that|it|else|one|ones|everybody|somebody|nobody|everything|nothing|"
    r"something|what|who|which|there|here|hires?|engineers?|developers?|joiners?|recruits?|candidates?|person|people|"
    r"leads?|hired|recruited|month|week|quarter|year|usually|often|always|never) "
    r"(?:is|comes|opens|goes|launches|follows|will|was|joins|starts) "
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
            definite = _scheduled(scope, place, clause)
        else:
            definite = _marked(scope, place, clause) or cue.SELLING.match(scope.flat, *place) is not None
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
    flat, sentence, here = scope.flat, scope.passage.sentence_at(place[0]), scope.here(place[0])
    if sentence.index in scope.figured or here.search(cue.YOURS, flat, sentence.start, sentence.end):
        return True
    if any(sentence.start <= a < sentence.end for a, _ in scope.subjects.names):
        return True
    if here.search(cue.PARTY_OF_ONE, flat, *clause) is not None:
        return True
    around = max(clause[0], place[0] - 30), min(clause[1], place[1] + 20)
    if cue.NAMED_THING.search(scope.passage.text.clean, *around) is not None:
        return True
    first = next(scope.passage.prose(), None)
    return (
        first is not None
        and first.start == sentence.start
        and here.search(cue.ANYBODYS, flat, sentence.start, place[1]) is None
        and here.search(cue.FOR_ANYBODY, flat, place[1], sentence.end) is None
        and here.search(cue.WE, flat, sentence.start, sentence.end) is None
    )


def _open(scope: Scope, clause: Place) -> bool:
    """False for a clause that is of ourselves, of others, of everybody, or a mere possibility."""
    if scope.here(clause[0]).search(cue.SHUT, scope.flat, *clause):
        return False
    return not any(_somebody_else(scope, m) for m in say.TOKEN.finditer(scope.flat, *clause))


def _told(scope: Scope, place: Place, clause: Place) -> bool:
    flat, passage, here = scope.flat, scope.passage, scope.here(place[0])
    sentence = passage.sentence_at(place[0])
    if here.search(cue.UNSURE, flat, clause[0], place[0]) or here.search(
        cue.THEIRS, flat, clause[0], place[0]
    ):
        return False
    if here.search(cue.WISH, flat, sentence.start, place[0]) or cue.SOME_FIRM.match(
        flat, sentence.start, place[0]
    ):
        return False
    if here.search(cue.PUBLIC, flat, clause[0], place[0]) or cue.FOR_HIRES.match(flat, place[1]):
        return False
    if here.search(NOBODYS, flat, sentence.start, sentence.end):
        return False
    if here.search(OTHER_NOUN, flat, place[0], place[1] + 14):
        return False
    about = scope.subjects.about(*place, noun=False)
    the_founders = flat.startswith("the founders", place[0] - 4)
    if about is About.OTHER and not the_founders:
        return False
    if about is About.OWN and not cue.COUNTRY.search(passage.text.clean, *clause):
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
    return (not before or before.endswith((",", ":", "–", "-"))) and not cue.OUR_DOING.match(
        scope.flat, place[0]
    )


def _scheduled(scope: Scope, place: Place, clause: Place) -> bool:
    """ "Go-live is in June": none of our own things, nor a phase of work."""
    here = scope.here(place[0])
    if here.search(cue.OUR_THING, scope.flat, *place) or here.search(cue.PHASE, scope.flat, *clause):
        return False
    return _timed(scope, clause)


def _timed(scope: Scope, clause: Place) -> bool:
    """A time that is none of a call."""
    here = scope.here(clause[0])
    return here.search(cue.TALK, scope.flat, *clause) is None and (
        any(w.grain in _TIMES for w in scope.passage.dates_in(*clause))
        or here.search(cue.HOLIDAY, scope.flat, *clause) is not None
    )


def _marked(scope: Scope, place: Place, clause: Place) -> bool:
    """A time, a figure or a name stands beside it, and it is none of a call, of a phase of work ("in week
    two") or of people to hire."""
    passage, here = scope.passage, scope.here(place[0])
    if here.search(cue.PHASE, scope.flat, *clause):
        return False
    if _SOMEBODY_STARTS.match(scope.flat, place[0]):
        return False
    if _timed(scope, clause) or here.search(cue.UNDER_WAY, scope.flat, *clause):
        return True
    talk = here.search(cue.TALK, scope.flat, *clause) is not None
    if any(
        n.kind in _COUNTED and not n.loose and not cue.STAFF.search(n.noun) and n.value > 1 and not talk
        for n in passage.numbers_in(max(clause[0], place[0] - _BESIDE), min(clause[1], place[1] + _BESIDE))
    ):
        return True
    clean = passage.text.clean
    return (
        any(not scope.subjects.named(m.start(1), m.end(1)) for m in cue.NAME_AFTER.finditer(clean, *clause))
        or _named(scope, place)
        or _party(scope, place)
        or (cue.NEXT.match(scope.flat, place[0]) is not None and _proper(clean, place[0]))
    )


def _named(scope: Scope, place: Place) -> bool:
    """ "The Shenzhen line", "the US launch", "Zeiss has become your largest customer"."""
    sentence = scope.passage.sentence_at(place[0])
    found = cue.NAME_BEFORE.search(scope.passage.text.clean, max(sentence.start, place[0] - 30), place[0])
    if found is None:
        return False
    name = found[1].lower()
    return name not in say.COMMON and name not in scope.subjects.company


def _party(scope: Scope, place: Place) -> bool:
    """ "Now that Equity Bank has signed": somebody by name, in a clause that grants it."""
    found = cue.PARTY.match(scope.passage.text.clean, *place)
    return found is not None and not scope.subjects.named(found.start(1), found.end(1))


def _proper(clean: str, start: int) -> bool:
    """A name by its capital: "Lisbon is next"."""
    word = clean[start : clean.find(" ", start)]
    return word[:1].isupper() and word[1:].islower() and word.lower() not in say.COMMON
