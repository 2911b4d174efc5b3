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
from .plans import OTHER_NOUN
from .scope import Scope
from .story import in_story
from .subject import About
from .words import stems

AFFAIR = 3
"""Degree of a STATE told of nobody: it gives way to any other claim beside it."""

_TIMES = (Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.YEAR, Grain.DAY)
_HOLIDAY = re.compile(
    r"\b(?:before|by|until|till|at|over|after|for|to) (?:the )?(?:end of (?:the )?(?:year|quarter|month)|"
    r"year[ -]end|christmas|easter|black friday|thanksgiving|ramadan|diwali|new year|peak season|"
    r"(?:summer|holiday|christmas|winter|autumn|spring) (?:season|peak|break|holidays)|golden week)\b"
)
_COUNTED = (NumberKind.MONEY, NumberKind.PERCENT, NumberKind.MULTIPLE, NumberKind.COUNT, NumberKind.DAYS)
_NAME_AFTER = re.compile(
    r"\b(?:in|into|to|for|with|from|at|of|by|across|off|"
    r"onto) ((?:the )?[A-Z][\w&-]{2,})"
)
_TALK = re.compile(
    r"\b(?:call|minutes|min|talk|speak|speaking|chat|meet|meeting|conversation|phone|free|slot|suit|"
    r"slots|hear|"
    r"write again|invoice|rate|price)\b"
)
_UNSURE = re.compile(
    r"\b(?:might|could|would|should|can|if|whether|whatever|whoever|when|once|unless|"
    r"may (?!\d|or\b|and\b)(?<!in may )(?<!by may )(?<!of may )(?<!mid may )(?<!early may )(?<!late may )"
    r"(?<!until may )(?<!since may ))"
)
_WISH = re.compile(r"\b(?:hope|wish|trust|wishing|hopefully|thank you|thanks)\b")
_PUBLIC = re.compile(r"\b(?:hiring|jobs?|labou?r|talent|employment|recruiting|recruitment|own) $")
_FOR_HIRES = re.compile(
    r"\s(?:for|of) (?:[\w+#-]+ ){0,2}(?:engineers|developers|talent|people|hires|"
    r"skills)\b"
)
_THEIRS = re.compile(r"\b(?:they|their|them|his|her|he|she)\b")
_NEXT = re.compile(r"[a-z]+ (?:is|comes|opens|goes|launches|follows|will|was|joins|starts) ")
_STAFF = re.compile(
    r"\b(?:engineers?|developers?|roles?|seats?|openings?|postings?|positions?|vacanc\w+|hires?|squads?|"
    r"people|minutes|references?|questions?|weeks'? notice)\b"
)


def read_affairs(scope: Scope) -> Iterator[Claim]:
    """One claim a clause."""
    taken: set[Place] = set()
    for place in scope.hits("sig_affair", "sig_event_noun"):
        clause = scope.passage.clause_at(place[0])
        if clause in taken or not _told(scope, place, clause):
            continue
        stance = scope.stance(*place, noun=True)
        words = stems(scope.flat[max(clause[0], place[0] - 40) : min(clause[1], place[1] + 60)])
        if stance is not Stance.ASSERTED or not words:
            continue
        taken.add(clause)
        yield Claim(ClaimKind.STATE, scope.passage, *place, stance, degree=AFFAIR, words=words)


def _told(scope: Scope, place: Place, clause: Place) -> bool:
    flat, passage = scope.flat, scope.passage
    sentence = passage.sentence_at(place[0])
    if sentence.question or _UNSURE.search(flat, *clause) or not _marked(scope, place, clause):
        return False
    if _WISH.search(flat, sentence.start, place[0]) or _THEIRS.search(flat, clause[0], place[0]):
        return False
    if _PUBLIC.search(flat, clause[0], place[0]) or OTHER_NOUN.search(flat, place[0], place[1] + 14):
        return False
    if _FOR_HIRES.match(flat, place[1]):
        return False
    if any(m.lastgroup in ("we", "other") for m in say.TOKEN.finditer(flat, *clause)):
        return False
    if scope.subjects.about(*place, noun=False) in (About.OWN, About.OTHER):
        return False
    return not (scope.subjects.general(sentence, place[0]) or in_story(scope, place[0]))


def _marked(scope: Scope, place: Place, clause: Place) -> bool:
    """A time, a figure or a name stands beside it, and it is none of a call or of people to hire."""
    passage = scope.passage
    talk = _TALK.search(scope.flat, *clause) is not None
    if not talk and (
        any(w.grain in _TIMES for w in passage.dates_in(*clause)) or _HOLIDAY.search(scope.flat, *clause)
    ):
        return True
    if any(
        n.kind in _COUNTED and not n.loose and not _STAFF.search(n.noun) and n.value > 1 and not talk
        for n in passage.numbers_in(*clause)
    ):
        return True
    clean = passage.text.clean
    return any(
        not scope.subjects.named(m.start(1), m.end(1)) for m in _NAME_AFTER.finditer(clean, *clause)
    ) or (_NEXT.match(scope.flat, place[0]) is not None and _proper(clean, place[0]))


def _proper(clean: str, start: int) -> bool:
    """A name by its capital: "Lisbon is next"."""
    word = clean[start : clean.find(" ", start)]
    return word[:1].isupper() and word[1:].islower() and word.lower() not in say.COMMON
