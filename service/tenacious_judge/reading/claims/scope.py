"""One passage as the readers of claims see it: whom a place is about and how it is said."""

import re
from functools import cached_property

from ..dates import When
from ..hits import Hits
from ..layout import Part
from ..numbers import Number, NumberKind
from ..passage import Passage
from ..worded import Spoken
from .model import Claim, ClaimKind, Stance
from .stance import Stances
from .subject import About, Subjects, Voice

_DEFINITE = re.compile(
    r"\b(?:your|the|this|that|these|those|its|their|our|such|\w+'s)(?: [\w'%.$-]+){0,4}[\s-]*$|"
    r"\b(?:your|this|that|these|those|the)\b"
)
_INDEFINITE = re.compile(r"\b(?:an?|any|another|some|no)(?: [\w'-]+){0,2}[\s-]*$")
_DETERMINER = re.compile(r"(?:your|the|this|that|these|those|its)\b")


_PROSE = (Part.TEXT, Part.BULLET, Part.SUBJECT)
_MOST_HITS = 40
_MOST_PLACES = 160
_MOST_NUMBERS = 60


_ON_ROLES = re.compile(
    r"\b(?:roles?|seats?|openings?|positions?|postings?|vacanc\w+|reqs?|listings?|careers page|job board|"
    r"that page|old news|filled|(?:that|your|the) (?:count|number|figure|tally)|closed (?:most|all|some|"
    r"half)|(?:have|got|are|is|still) [\w-]+ open)\b|"
    r"\b(?:it's|it is|make (?:it|that)|more like|closer to|it was) (?:now |actually |only |"
    r"already )?(?:\d+|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty)(?= ?[,.;!–-])"
)
# What may stand between an event and its time: "the Series B in January", "January's round".
_TIME_AFTER = re.compile(
    r",?\s(?:[\w$%.]+ ){0,3}(?:in|of|from|on|at|since|last|this|closed|dated|"
    r"back in) (?:the )?(?:[a-z]+ ){0,2}|\s?"
)
_TIME_BEFORE = re.compile(r"(?:'s)?\s(?:[\w$%.]+ ){0,3}")
# "Layoffs: none found", "Funding - no": a heading of a brief and that there is nothing under it.
_NONE_UNDER = re.compile(
    r"\s*(?:event |change |activity |news )?(?:\([^()]{0,30}\) ?)?[:=–-]\s*"
    r"(?:none|no\b(?! doubt)|nothing|nil|not (?:found|seen|known|detected|any)|n/a|never|false)"
)


class Scope:
    """Readers ask `claim` for a claim at a place; None where it is not about the prospect."""

    def __init__(
        self, passage: Passage, voice: Voice, company: str = "", peers: tuple[str, ...] = ()
    ) -> None:
        self.passage = passage
        self.flat = passage.flat
        self.voice = voice
        self.subjects = Subjects(passage, voice, company, peers)
        self.stances = Stances(passage)
        self._left = _MOST_PLACES
        self.figured: set[int] = set()
        """Sentences with a figure about the prospect: what is coordinated with it is about them too."""

    @cached_property
    def cues(self) -> Hits:
        """The passage's cues."""
        return self.passage.cues

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The passage's numbers, of an endless one the first."""
        return self.passage.numbers[:_MOST_NUMBERS]

    @cached_property
    def counted(self) -> tuple[Number, ...]:
        """Numbers in sentences that speak of roles or people; the others count something else."""
        if not self.numbers:
            return ()
        passage = self.passage
        topics = {passage.sentence_at(a).index for a, _ in passage.cue("sig_topic")}
        numbers = self.numbers
        # An answer of theirs keeps to its topic: "We filled the mobile seats. It is four now."
        everywhere = self.voice is Voice.PROSPECT and _ON_ROLES.search(self.flat) is not None
        return tuple(
            n
            for n in numbers
            if (everywhere or passage.sentence_at(n.start).index in topics) and self.readable(n.start)
        )

    @cached_property
    def present(self) -> frozenset[str]:
        """What the text has that a claim may begin with: names of cues, "number", "name", "figure"."""
        found = [name for name in self.passage.cues.candidates if name.startswith("sig_")]
        company = self.subjects.company.split(" ")[0]
        if self.passage.numbers:
            found.append("number")
        if company and company in self.flat:
            found.append("name")
        if "figure" in self.flat:
            found.append("figure")
        return frozenset(found)

    def hits(self, name: str, *more: str) -> list[tuple[int, int]]:
        """Places of cues in our own prose, sorted."""
        found = self.cues.of(name)
        if more:
            found = sorted((*found, *(place for other in more for place in self.cues.of(other))))
        if not found:
            return found
        # No mail has so many: the rest of an endless one is not read, and it is too long to be sent anyway.
        found = found[: min(_MOST_HITS, self._left)]
        self._left -= len(found)
        return [(a, b) for a, b in found if self.readable(a)]

    def readable(self, position: int) -> bool:
        """True in prose: not in a greeting, on a quoted line or in the signature."""
        if self.voice is not Voice.MAIL:
            return True
        sentence = self.passage.sentence_at(position)
        return sentence.part in _PROSE and sentence.start <= position < sentence.end

    def here(self, position: int) -> Spoken:
        """The words of the sentence at a place: worded patterns are tried there through them."""
        return self.passage.spoken_at(position)

    def about(self, start: int, end: int, *, noun: bool, figure: bool = False, sure: bool = False) -> bool:
        """True when the place is about the prospect. A figure in a mail to them is, unless said of others;
        `sure`: even where the sentence says what such a thing tends to bring."""
        found = self.subjects.about(start, end, noun=noun)
        if found is not About.GENERAL:
            return found is About.PROSPECT
        sentence = self.passage.sentence_at(start)
        if not figure and not (noun and sentence.index in self.figured):
            return False
        return sure or not self.subjects.general(sentence, start)

    def stance(self, start: int, end: int, *, noun: bool) -> Stance:
        return self.stances.of(start, end, definite=noun and self.definite(start, end))

    def definite(self, start: int, end: int) -> bool:
        """True for "your ...", "the ...", "Halden's ...": the thing is taken for granted."""
        sentence = self.passage.sentence_at(start)
        before = self.flat[max(sentence.start, start - 40) : start]
        if _DETERMINER.match(self.flat, start, start + 6):
            return True
        found = _DEFINITE.search(before)
        return found is not None and found.end() == len(before) and _INDEFINITE.search(before) is None

    def claim(
        self,
        kind: ClaimKind,
        start: int,
        end: int,
        *,
        noun: bool,
        low: float = 0.0,
        high: float | None = None,
        subject: str = "",
        degree: int = 0,
        when: When | None = None,
        words: tuple[str, ...] = (),
        figure: bool = False,
        sure: bool = False,
    ) -> Claim | None:
        """The claim, or None where the place is not about the prospect."""
        if not self.about(start, end, noun=noun, figure=figure, sure=sure):
            return None
        if figure:
            self.figured.add(self.passage.sentence_at(start).index)
        stance = self.stance(start, end, noun=noun)
        if self.voice is Voice.BRIEF and _NONE_UNDER.match(self.flat, end):
            stance = Stance.NEGATED
        top = low if high is None else high
        return Claim(kind, self.passage, start, end, stance, low, top, subject, degree, when, words)

    def definite_event(self, start: int, end: int) -> bool:
        """An event told with its amount, its share or its time: some one event, whatever its article."""
        passage = self.passage
        a, b = passage.clause_at(start)
        sums = (NumberKind.MONEY, NumberKind.PERCENT)
        if any(start - 24 <= n.start < end + 24 for n in passage.numbers_in(a, b) if n.kind in sums):
            return True
        if any(n.kind is NumberKind.COUNT and start <= n.start < end for n in passage.numbers_in(a, b)):
            return True
        return self.definite_time(start, end)

    def definite_time(self, start: int, end: int) -> bool:
        """A time stands right beside the place: "the Series B in January"."""
        flat, passage = self.flat, self.passage
        a, b = passage.clause_at(start)
        return any(
            a <= w.start < b
            and (_TIME_AFTER.fullmatch(flat[end : w.start]) or _TIME_BEFORE.fullmatch(flat[w.end : start]))
            for w in passage.dates
        )

    def before(self, start: int, size: int = 48) -> str:
        """The text before a place, inside its sentence."""
        return self.flat[max(self.passage.sentence_at(start).start, start - size) : start]

    def after(self, end: int, size: int = 48) -> str:
        """The text after a place, inside its sentence."""
        return self.flat[end : min(self.passage.sentence_at(max(0, end - 1)).end, end + size)]
