"""Pressure in any words: our own earlier mail raised for its own sake, and reproach for silence.

The lexical families (TON-101 to 104, TON-131) know the set phrases; these rules join what is spoken of with
what is said of it, in one sentence.
"""

from collections.abc import Iterable

from ...domain import Dimension, Severity
from ...reading.case import Case
from ...reading.layout import Part, Sentence
from ...reading.passage import Passage, Place
from ...reading.voice import others_words, rejected
from ..registry import Example, Hit, rule

_ASK = "Would 20 minutes on Tuesday 12 May suit?"
_MOST = 20
_NEXT = 6
_NEAR = 70
"""Characters between what is owed and that it is owed; farther apart they belong to other things."""
_PAIRS = (("reply_wanted", "reply_owed"), ("our_effort", "effort_wasted"))


def _own(passage: Passage, name: str) -> Iterable[tuple[Place, Sentence]]:
    """Places of a cue in our own words, with the sentences they stand in."""
    for place in passage.cue(name)[:_MOST]:
        sentence = passage.sentence_at(place[0])
        if sentence.part in (Part.QUOTED, Part.SIGNATURE, Part.GREETING):
            continue
        if not rejected(passage, place[0]) and not others_words(passage, *place):
            yield place, sentence


@rule(
    "TON-105",
    name="earlier-mail-again",
    dimension=Dimension.TONE,
    severity=Severity.BLOCK,
    what="Our own earlier mail is the subject: sent anew, returned to, or asked after.",
    why="The reader did not answer it; raising it again brings nothing but pressure.",
    bad=Example(f"Hi Mia,\n\nI am returning to the letter I sent you in February, perhaps unread. {_ASK}"),
    good=Example(f"Hi Mia,\n\nMy letter of 3 February named the wrong month: we start in June. {_ASK}"),
    source="DOMAIN 5, re-engagement clichés",
    fix="Open with what is new since then; leave the earlier mail unmentioned.",
)
def earlier_mail_again(case: Case) -> Iterable[Hit]:
    for passage in case.mail.passages:
        for place, sentence in _own(passage, "our_mail"):
            if passage.cue_in("our_mail_news", sentence.start, sentence.end):
                continue
            again = passage.cue_in("our_mail_again", sentence.start, sentence.end) or _turned_to(
                passage, place
            )
            if again is not None:
                yield Hit(passage.span(min(place[0], again[0]), max(place[1], again[1])))
                break


def _turned_to(passage: Passage, mail: Place) -> Place | None:
    """The words right before our mail that return to it: "coming back to"."""
    return next((turn for turn in passage.cue("our_mail_turn") if 0 <= mail[0] - turn[1] <= _NEXT), None)


@rule(
    "TON-135",
    name="reproach",
    dimension=Dimension.TONE,
    severity=Severity.BLOCK,
    what="The reader is told that an answer was owed, or that our work for him came to nothing.",
    why="Nobody owes a stranger an answer; a reproach ends the relation.",
    bad=Example(f"Hi Mia,\n\nA line in return would have been no more than ordinary courtesy. {_ASK}"),
    good=Example(f"Hi Mia,\n\nYour question deserves a straight answer: two engineers, from June. {_ASK}"),
    source="DOMAIN 5, guilt",
    fix="Drop the reproach; bring something new or stop.",
)
def reproach(case: Case) -> Iterable[Hit]:
    for passage in case.mail.passages:
        for first, second in _PAIRS:
            found = _joined(passage, first, second)
            if found is not None:
                yield Hit(passage.span(*found))
                break


def _joined(passage: Passage, first: str, second: str) -> Place | None:
    if not passage.cue(first) or not passage.cue(second):
        return None
    for place, sentence in _own(passage, first):
        if passage.cue_in("reply_spared", sentence.start, sentence.end):
            continue
        start, end = max(sentence.start, place[0] - _NEAR), min(sentence.end, place[1] + _NEAR)
        other = passage.cue_in(second, start, end)
        if other is not None:
            return min(place[0], other[0]), max(place[1], other[1])
    return None
