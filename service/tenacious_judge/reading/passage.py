"""One field of a mail, read: sentences, numbers, times, cues, and how each place is said. Worked out on first
use."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import Any, TypeVar, cast

from ..domain import Field, Span
from .dates import When, read_dates
from .heard import Heard
from .hits import Hits
from .layout import Layout, Part, Sentence, read_layout
from .modality import Status, asked_from, boundaries, clauses, quoted_ranges
from .numbers import Number, read_first_numbers
from .patterns import PatternSet, own_cues
from .signature import Signature
from .text import Text
from .worded import Spoken

T = TypeVar("T")
Place = tuple[int, int]
MOST_NUMBERS = 300
"""Numbers of a text that are read. A mail with more is no mail, and fails by its length."""


@lru_cache(maxsize=1)
def cue_set() -> PatternSet:
    """The cues of `cues/*.yml`, compiled once for the process."""
    return PatternSet(own_cues())


class Passage:
    """A body or a subject. Offsets are into `text.clean` (= `text.flat`); `span` leads back to what was sent.

    Built once a mail and thrown away with it; not thread-safe while being read for the first time.
    """

    def __init__(
        self, text: Text, today: dt.date, *, single: bool = False, heard: Heard | None = None
    ) -> None:
        """`heard`: what a quotation must repeat to be somebody else's; without it every quotation is."""
        self.text = text
        self.flat = text.flat
        self.today = today
        self._single = single
        self._heard = heard

    @cached_property
    def layout(self) -> Layout:
        if self._single or not self.flat.strip():
            size = len(self.flat)
            only = Sentence(
                0, 0, size, Part.SUBJECT if self._single else Part.TEXT, 0, self.flat.rstrip().endswith("?")
            )
            return Layout((only,) if size else (), None, "")
        return read_layout(self.text.clean, self.flat, self._heard.said if self._heard else None)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return self.layout.sentences

    @cached_property
    def signature(self) -> Signature | None:
        return self.layout.signature

    @cached_property
    def prose_end(self) -> int:
        """Where the signature begins, or the end."""
        return self.signature.start if self.signature else len(self.flat)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        return self._figures[0]

    @property
    def crowded(self) -> bool:
        """True where so many numbers stand that not all are read: such a mail must not pass."""
        return self._figures[1]

    @cached_property
    def _figures(self) -> tuple[tuple[Number, ...], bool]:
        return read_first_numbers(self.flat, self.text.latin, MOST_NUMBERS)

    @cached_property
    def dates(self) -> tuple[When, ...]:
        return read_dates(self.flat, self.today, self.text.latin)

    @cached_property
    def cues(self) -> Hits:
        return cue_set().find(self.text.latin)

    def cue(self, name: str) -> list[Place]:
        """Places of a cue, sorted; empty when it does not occur."""
        return self.cues.of(name)

    def cue_in(self, name: str, start: int, end: int) -> Place | None:
        """The first place of a cue that overlaps [start, end), or None."""
        for place in self.cues.of(name):
            if place[0] < end and place[1] > start:
                return place
        return None

    def sentence_at(self, position: int) -> Sentence:
        """The sentence a position stands in, or the nearest before it."""
        at = bisect_right(self._starts, position)
        return self.sentences[at - 1 if at else 0]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def once(self, reader: "Callable[[Passage, Sentence], T]", sentence: Sentence) -> T:
        """`reader(self, sentence)`, worked out the first time and kept."""
        key = reader, sentence.index
        if key not in self._kept:
            self._kept[key] = reader(self, sentence)
        return cast("T", self._kept[key])

    @cached_property
    def _kept(self) -> dict[tuple[object, int], Any]:
        return {}

    def spoken_at(self, position: int) -> Spoken:
        """The words of the sentence a position stands in: worded patterns are tried there through them."""
        return self.spoken_of(self.sentence_at(position))

    def spoken_of(self, sentence: Sentence) -> Spoken:
        """The words of a sentence."""
        return self.once(_spoken, sentence)

    def numbers_in(self, start: int, end: int) -> Iterator[Number]:
        return (n for n in self.numbers if start <= n.start < end)

    def dates_in(self, start: int, end: int) -> Iterator[When]:
        return (w for w in self.dates if start <= w.start < end)

    def prose(self) -> Iterator[Sentence]:
        """Sentences in our own words: without greeting, quoted lines and signature."""
        return (s for s in self.sentences if s.part in (Part.TEXT, Part.BULLET, Part.SUBJECT))

    @cached_property
    def quotes(self) -> tuple[Place, ...]:
        """Stretches in quotation marks that are somebody else's words, the marks included."""
        heard = self._heard
        found = quoted_ranges(self.flat)
        return found if heard is None else tuple(q for q in found if heard.quoted(self.flat, *q))

    def quoted(self, start: int, end: int) -> bool:
        """True inside quotation marks or on a quoted line."""
        if any(a <= start and end <= b for a, b in self.quotes):
            return True
        return self.sentence_at(start).part is Part.QUOTED

    def clauses_of(self, sentence: Sentence) -> tuple[Place, ...]:
        cached = self._clauses.get(sentence.index)
        if cached is None:
            cached = self._clauses[sentence.index] = clauses(
                self.flat, sentence.start, sentence.end, self._boundaries
            )
        return cached

    @cached_property
    def _boundaries(self) -> list[Place]:
        return boundaries(self.flat)

    @cached_property
    def _clauses(self) -> dict[int, tuple[Place, ...]]:
        return {}

    def clause_at(self, position: int) -> Place:
        """The clause a position stands in."""
        sentence = self.sentence_at(position)
        for start, end in self.clauses_of(sentence):
            if position < end:
                return start, end
        return sentence.start, sentence.end

    def status(self, start: int, end: int) -> Status:
        """How [start, end) is said. Conditional and asked reach from their opener to the end of the sentence;
        a negation reaches forward inside its clause; a hedge covers its clause."""
        said = self._said.get((start, end))
        if said is None:
            said = self._said[start, end] = self._status(start, end)
        return said

    @cached_property
    def _said(self) -> dict[Place, Status]:
        return {}

    def _status(self, start: int, end: int) -> Status:
        sentence = self.sentence_at(start)
        parts = self.clauses_of(sentence)
        at = next((i for i, (_, b) in enumerate(parts) if start < b), len(parts) - 1)
        clause = parts[at]
        asked = sentence.question and at >= asked_from(self.flat, parts)
        asked = asked or any(
            (sentence.start <= a < start and parts[min(at, len(parts) - 1)][0] <= b + 1)
            or clause[0] <= a < start
            for a, b in self.cue("indirect_question")
            if sentence.start <= a < sentence.end and a < start
        )
        conditional = any(
            sentence.start <= a < end and self._reaches(a, clause, sentence)
            for a, _ in self.cue("conditional")
        )
        conditional = conditional or any(clause[0] <= a < clause[1] for a, _ in self.cue("conditional"))
        negated = any(
            clause[0] <= a and b <= start and not self.cue_in("pseudo_negation", a, b)
            for a, b in self.cue("negation")
        )
        hedged = self.cue_in("hedge", *clause) is not None or self.cue_in("caveat", *clause) is not None
        return Status(asked, conditional, negated, hedged, self.quoted(start, end))

    def _reaches(self, opener: int, clause: Place, sentence: Sentence) -> bool:
        """An "if" reaches later clauses unless a semicolon or full break stands between."""
        return opener <= clause[0] and ";" not in self.flat[opener : clause[0]]

    def span(self, start: int, end: int) -> Span:
        return self.text.span(start, end)

    def sentence_span(self, sentence: Sentence) -> Span:
        return self.text.span(sentence.start, sentence.end)

    @property
    def field(self) -> Field:
        return self.text.field


def _spoken(passage: Passage, sentence: Sentence) -> Spoken:
    return Spoken(passage.flat[sentence.start : sentence.end])
