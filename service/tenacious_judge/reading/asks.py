"""What a mail asks the reader to do: one entry a topic, and whether the ask for time names a day.

A request for an action of theirs is an ask; a question about their situation is none, nor is leave to decline, nor
an alternative behind an "if". The same ask worded twice is one; two slots for one meeting are one.
"""

import re
from enum import StrEnum

from ..records import record
from .case import Case
from .layout import Part, Sentence
from .offered_days import day_of_a_deed, day_offered, day_put
from .passage import Passage, Place
from .voice import others_words, rejected


class Topic(StrEnum):
    """What is asked for. MEET covers calls, slots, booking links and invitations to name a time."""

    MEET = "meet"
    SEND = "ask_send"
    INTRODUCE = "ask_introduce"
    FORWARD = "ask_forward"
    REVIEW = "ask_review"
    ATTEND = "ask_attend"
    SIGN = "ask_sign"
    PHONE = "ask_phone"
    PUBLIC = "ask_public"
    ACT = "ask_act"


@record(frozen=True, slots=True)
class Ask:
    """`passage.flat[start:end]`. `concrete`: it names a day, a date or a named week. `question`: put as one."""

    topic: Topic
    passage: Passage
    start: int
    end: int
    concrete: bool = False
    question: bool = False

    @property
    def words(self) -> str:
        """The words of it, in lower case."""
        return self.passage.flat[self.start : self.end]


@record(frozen=True, slots=True)
class Asks:
    """All asks of a mail in order, each topic once (the first place of it); `meets` are all places of MEET.

    `day_offered`: some sentence puts a coming day to the reader, whether or not its words are those of an ask.
    """

    asks: tuple[Ask, ...]
    meets: tuple[Ask, ...]
    day_offered: bool = False

    @property
    def concrete(self) -> bool:
        return self.day_offered or any(ask.concrete for ask in self.meets)


_IMPERATIVE = re.compile(
    r"(?:^|[.!?:;(•\x1f–]|(?<=\d)[.)]|^- |\b(?:also|otherwise|alternatively|next|first|second|third|finally|then|instead|meanwhile),?)\s*"
    r"(?:(?:please|just|simply|kindly|also|then|either|first|do|finally|so|and|or|but|now|maybe|perhaps|you can|you could|you may|feel free to|\w+,) ?)*$"
)
_JOINED = re.compile(
    r"(?:,|\band\b|\bor\b|\bthen\b|\bplus\b|&|\bas well as\b)\s*(?:(?:please|also|just|then|to|maybe|perhaps|kindly|you|could|can|would|ideally|either) ?)*$"
)
_TURNED = re.compile(r"[.;!?]|\b(?:i|we)\b")
_OPENS_ITSELF = re.compile(r"(?:may|might|can|could) (?:i|we)\b")
_HANGS_ON = re.compile(r"(?:and|plus|as well as|along with|together with|with) (?:an?|the|your|some)\b")
_COMPANY = re.compile(r"(?:bring|invite|include|add|copy|involve)\b")
_BROUGHT = re.compile(
    r"(?:bring|add|include|pull)\b.* (?:questions?|doubts?|objections?|coffee|notes?|worst|hardest|toughest|problems?|worries|numbers|case|cases|examples?|scepticism|skepticism)\b"
)
"""Things, not people, that are brought to the talk asked for."""
_A_LOOK = re.compile(r"\b(?:for|after|with|through|by|from) (?:a|an|one|another|our|your|the)(?: \w+)? $")
"""Before "look at": a noun of the ask it stands in, "free for a first look at two profiles"."""
_LEAVE = re.compile(r"\b(?:feel free|you(?:'re| are) welcome|you may|(?:do|by all means)) (?:to )?$")
_ALTERNATIVE = re.compile(
    r"\b(?:if|should|unless|in case|when|once|whenever|where (?:that|it|this|useful|needed|wanted)|until)\b(?! (?:possible|you (?:can|could|have (?:a|five|time|the time))|convenient|you don't mind|you wouldn't mind|you are able))"
)
_INTEREST = re.compile(
    r"\bif (?:so\b|yes\b|(?:this|that|it|any of this|the idea|one|they)?(?:'s| is| are)? ?(?:of (?:any )?interest|interesting|useful|helpful|relevant|sounds?|makes? sense|appeals?|fits?|worth|resonates?)|"
    r"you(?:'re| are) (?:interested|open|keen|curious|up for|willing|game|happy|ready)|you(?:'d| would) (?:like|be open)|you (?:like|agree|think so|want|wish))"
)
_MOST = 100
"""Sentences and places that are weighed; a mail with more is too long on any count."""
_BACK = 240
"""Characters before a place that decide how it is said."""
_TOPICS = tuple(topic for topic in Topic if topic is not Topic.MEET)
_NAMED_TOPICS = {topic.value: topic for topic in _TOPICS}
_MEETING = ("meet_propose", "meet_offer", "meet_noun", "meet_fit")
_MEETING_OBJECT = re.compile(
    r"\b(?:time|times|day|days|date|slot|slots|availability|available|calendar|invite|invitation|tuesday|monday|wednesday|thursday|friday|week|hour|when)\b"
)


def read_asks(case: Case) -> Asks:
    """All asks of the body; the subject only adds to the ask for time. Use as `case.once(read_asks)`."""
    meets = [ask for passage in case.mail.passages for ask in _meets(passage)]
    others = _others(case.mail.body)
    seen: dict[Topic, Ask] = {}
    body = [ask for ask in meets if ask.passage is case.mail.body]
    for ask in sorted((*body, *others), key=lambda a: a.start):
        seen.setdefault(ask.topic, ask)
    offered = any(day_offered(passage) for passage in case.mail.passages)
    return Asks(tuple(seen.values()), (*meets, *_signed_meets(case.mail.body)), offered)


def _prose(passage: Passage) -> list[Sentence]:
    return [s for s in passage.sentences[:_MOST] if s.part in (Part.TEXT, Part.BULLET, Part.SUBJECT)]


def _meets(passage: Passage) -> list[Ask]:
    found: list[Ask] = []
    before: Ask | None = None
    for sentence in _prose(passage):
        ask = _meet(passage, sentence, before)
        if ask is not None:
            found.append(ask)
        before = ask
    return found


def _signed_meets(passage: Passage) -> list[Ask]:
    """A booking line in the signature block can name the day, yet is no ask of its own."""
    signature = passage.signature
    if signature is None or not _may_meet(passage, signature.start, signature.end):
        return []
    lines = re.finditer(r"[^\n]+", passage.text.clean[signature.start : signature.end])
    base, index = signature.start, len(passage.sentences) - 1
    sentences = (
        Sentence(index, base + m.start(), base + m.end(), Part.SIGNATURE, 0, m.group().rstrip().endswith("?"))
        for m in lines
    )
    return [ask for sentence in sentences if (ask := _meet(passage, sentence, None)) is not None]


def _may_meet(passage: Passage, start: int, end: int) -> bool:
    """False where no word of a meeting stands and nothing is asked."""
    return passage.flat.find("?", start, end) >= 0 or any(
        passage.cue_in(name, start, end) for name in _MEETING
    )


def _meet(passage: Passage, sentence: Sentence, before: Ask | None) -> Ask | None:
    """The ask for time in a sentence, if it is one. A bare time right after an ask belongs to that ask."""
    a, b = sentence.start, sentence.end
    proposal = passage.cue_in("meet_propose", a, b) or passage.cue_in("meet_offer", a, b)
    noun = passage.cue_in("meet_noun", a, b)
    if proposal is not None and _in_a_date(passage, proposal[0]):
        proposal = None
    place = proposal or noun or passage.cue_in("meet_fit", a, b)
    short = b - a <= 70
    if place is None and not (sentence.question or (short and before is not None)):
        return None
    day = day_put(passage, a, b)
    if place is None:
        if day is None or day_of_a_deed(passage, sentence, day):
            return None
        return _ask(passage, sentence, day, day) if short or _courteous(passage, sentence) else None
    if not _put_forward(passage, sentence, day, proposal, noun):
        return None
    if passage.quoted(*place) or rejected(passage, place[0]):
        return None
    return _ask(passage, sentence, day, place)


def _courteous(passage: Passage, sentence: Sentence) -> bool:
    """A long question put to the reader that asks for nothing but their company on the day it names."""
    a, b = sentence.start, sentence.end
    if passage.cue_in("meet_courteous", a, b) is None:
        return False
    others = (name for name, topic in _NAMED_TOPICS.items() if topic is not Topic.PHONE)
    return all(passage.cue_in(name, a, b) is None for name in others)


def _put_forward(
    passage: Passage, sentence: Sentence, day: Place | None, proposal: Place | None, noun: Place | None
) -> bool:
    """Asked, or stated as a proposal; not told of a talk that was, nor offered behind an "if they would rather"."""
    if sentence.question and (noun or proposal or day):
        return True
    if not (proposal or day) or passage.cue_in("past_meeting", sentence.start, sentence.end) is not None:
        return False
    offered = proposal is not None and day is None and not sentence.question
    if offered and proposal == passage.cue_in("meet_offer", sentence.start, sentence.end) and not noun:
        return False
    return not (offered and proposal and _ALTERNATIVE.search(passage.flat, sentence.start, proposal[0]))


def _ask(passage: Passage, sentence: Sentence, day: Place | None, place: Place) -> Ask:
    start, end = passage.clause_at(place[0])
    if end - start > 120 or end <= place[0]:
        start, end = place
    return Ask(Topic.MEET, passage, start, max(end, place[1]), day is not None, sentence.question)


def _others(passage: Passage) -> list[Ask]:
    hits = [(*place, topic) for name, topic in _NAMED_TOPICS.items() for place in passage.cue(name)[:_MOST]]
    hits.sort()
    found: list[Ask] = []
    asking = -1
    for start, end, topic in hits:
        sentence = passage.sentence_at(start)
        if sentence.part not in (Part.TEXT, Part.BULLET) or start >= passage.prose_end:
            continue
        if _in_a_date(passage, start):
            continue
        if not _requested(passage, sentence, start, asking == sentence.index) or _spared(
            passage, sentence, start, end
        ):
            continue
        asking = sentence.index
        if topic is Topic.SEND and _MEETING_OBJECT.search(passage.flat, start, end):
            continue
        found.append(Ask(topic, passage, start, end, question=sentence.question))
    return found


def _in_a_date(passage: Passage, start: int) -> bool:
    """True for the "may" of "from 11 May we have"."""
    return passage.flat.startswith("may ", start) and any(w.start < start < w.end for w in passage.dates)


def _requested(passage: Passage, sentence: Sentence, start: int, joined: bool) -> bool:
    """Said to the reader as something to do: "could you", "please", an imperative, or joined to one."""
    first = max(sentence.start, start - _BACK)
    for a, b in passage.cue("request"):
        if first <= a and b <= start and not _TURNED.search(passage.flat, b, start):
            return True
    head = passage.flat[first:start]
    if _IMPERATIVE.search(head) or _OPENS_ITSELF.match(passage.flat, start):
        return True
    if _HANGS_ON.match(passage.flat, start):
        return joined or _asking_before(passage, sentence, start)
    if not _JOINED.search(head):
        return False
    return joined or _asking_before(passage, sentence, start)


def _asking_before(passage: Passage, sentence: Sentence, start: int) -> bool:
    for name in ("meet_propose", "request", *_NAMED_TOPICS):
        if passage.cue_in(name, sentence.start, start) is not None:
            return not re.match(r"(?:we|our|i) ", passage.flat[sentence.start : start])
    return False


def _spared(passage: Passage, sentence: Sentence, start: int, end: int) -> bool:
    if rejected(passage, start) or others_words(passage, start, end):
        return True
    if _BROUGHT.match(passage.flat, start, end):
        return True
    head = passage.flat[max(sentence.start, start - _BACK) : start]
    if _A_LOOK.search(head) and passage.flat.startswith("look", start):
        return True
    if _LEAVE.search(head) and _COMPANY.match(passage.flat, start):
        return True
    return _ALTERNATIVE.search(head) is not None and _INTEREST.search(head) is None
