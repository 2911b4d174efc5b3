"""The sentence around the people of a head: what is asked, dated, busy, refused or past in it."""

import re
from collections.abc import Sequence

from ..layout import Part, Sentence
from ..passage import Passage
from ..worded import worded
from . import frames as f
from .frames import Stance
from .heads import Head
from .questions import told_in_question
from .segments import Segment
from .starts import over

_RE = re.compile(r"\s*(?:re|fwd?|aw|sv|tr)\s*:")
_JOINS = worded(
    r"\b(?:join|walk|answer|speak|talk|present|on the (?:call|line)|on a call|take your questions|dial|sit in|show)\b"
)
_BROKEN_OFF = worded(
    r"\b(?:and|but|so|then|only|just|instead)\b[^.]*\b(?:can|could|will|would|offer|have|start|place|give|put|commit)\b|'ll\b"
)
_DID = worded(
    r"^(?:'ve| have| has)?(?: \w+ly| already| just| recently| once| also)? (?!need|exceed|embed|proceed)\w+ed\b"
)

_NOW = worded(r"^(?:'ve got| (?:now |still |currently |also |already )*(?:have|hold|keep|offer))\b")


class Around:
    """One sentence with its statements and heads. `intro`: the stance of the line before a list. `offered`: the mail
    has just offered people, so that "they" are ours."""

    def __init__(
        self,
        passage: Passage,
        sentence: Sentence,
        parts: Sequence[Segment],
        heads: Sequence[Head],
        intro: Stance | None = None,
        offered: bool = False,
        company: str = "",
    ) -> None:
        self.flat = passage.flat
        self.passage = passage
        self.sentence = sentence
        self.parts = parts
        self.heads = heads
        self.intro = intro
        self.company = company
        self.offered = offered
        self._at = 0
        self.told = told_in_question(passage.flat, sentence)
        self.question = sentence.question
        self.here = passage.spoken_at(sentence.start)

    def _acts(self, post: str) -> bool:
        return (
            self.here.match(f.AVAILABLE, post) is not None or self.here.match(f.START_AFTER, post) is not None
        )

    def _past(self, between: str, post: str) -> bool:
        if self.here.search(f.COUNTERFACTUAL, between):
            return True
        if self.here.search(f.MODAL, between):
            return False
        if (self.here.search(f.PAST, between) or self.here.match(_DID, between)) and not self.here.search(
            f.RESERVE, between
        ):
            return not (
                self.here.search(f.KEPT, between)
                and (self.here.match(f.AVAILABLE, post[:40]) or self.here.match(f.FOR_YOU, post))
            )
        if self.here.search(f.RECORD_TIME, between + "_" + post):
            return True
        # "We have 20 free in April" is said of now, though April lies behind.
        return not (self.here.match(_NOW, between) and self.here.match(f.AVAILABLE, post)) and self._over(
            post
        )

    def _over(self, post: str) -> bool:
        """True where the time that is said lies behind: "we had five in April"."""
        start = self._at
        whens = list(self.passage.dates_in(start, start + len(post)))
        return bool(whens) and all(over(self.passage.flat, when, self.passage.today) for when in whens)

    # --- shared questions --------------------------------------------------------------------------------

    def _answers_subject(self) -> bool:
        """True in "Re: eight Go engineers": the subject is theirs, and what it counts is what they asked for."""
        return self.sentence.part is Part.SUBJECT and _RE.match(self.flat) is not None

    def _answers(self) -> bool:
        """True for a number that is a whole sentence right after a question: "How many can we send? Eleven." """
        index = self.sentence.index
        before = self.passage.sentences[index - 1] if index else None
        short = self.sentence.end - self.sentence.start <= 14
        return short and before is not None and before.question

    def _dated(self, post: str, at: int) -> bool:
        """True where a time stands right after the head; "as of Monday" dates the bench, not a start."""
        return any(
            w.start - at <= 30 and not self.flat[: w.start].endswith("as of ")
            for w in self.passage.dates_in(at, at + len(post))
        )

    def _busy(self, post: str) -> bool:
        found = self.here.search(f.BUSY, post[:90])
        return (
            found is not None
            and "for you" not in post[: found.end()]
            and "to you" not in post[: found.end()]
            and "on your" not in post[: found.end()]
        )

    def _meets(self, head: Head, post: str) -> bool:
        """One of ours on a call is no capacity."""
        return (
            (head.count or 1) <= 2
            and self.here.search(f.MEETING, post[:90]) is not None
            and self.here.search(_JOINS, post[:60]) is not None
        )

    def _negated(self, head: Head, pre: str) -> bool:
        """True when a negation before the head reaches it: no other head and no new verb stand between."""
        last = None
        for match in self.here.all(f.NEGATION, pre):
            if not any(a.start() <= match.start() < a.end() for a in self.here.all(f.NO_NEGATION, pre)):
                last = match
        if last is None:
            return False
        start = head.start - len(pre)
        between = pre[last.end() :]
        for other in self.heads:
            if start + last.end() <= other.start < head.start and not re.search(
                r"\b(?:or|nor)\b", self.flat[other.end : head.start]
            ):
                return False
        return self.here.search(_BROKEN_OFF, between) is None
