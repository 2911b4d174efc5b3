"""All pitches of a mail, weighed: each place once, an idea twice only where it is said twice."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from ...domain import Segment, Span
from ..case import Case
from ..passage import Passage, Place
from ..voice import others_words, rejected
from .builds import build_marks
from .marks import ENOUGH, FAINT, FOUR, FULL, ONE, SOFT, STRONG, THREE, TWO, Mark, Raw, meant, simple_marks
from .ours import names_ours, names_us, urges
from .programme import Kind

LEVERS = (ONE, TWO, THREE, FOUR)

# A mail of a hundred words has a dozen marks; a text made to be slow must not be.
_MOST_MARKS = 150
_MOST_A_SENTENCE = 8

# A bounded piece of work is anybody's, and so are vendors and fees: without one of these it is no pitch.
_SUBJECT = {
    TWO: frozenset(
        (
            "icp_cost_core", "icp_cost_strong", "icp_cut_verb", "icp_serves", "icp_smaller_sum", "icp_thrift",
            "icp_share_of_spend", "icp_beside_salary", "icp_purse_holders", "icp_same_for_less",
        )
    ),
    FOUR: frozenset(
        (
            "icp_topic", "icp_topic_soft", "icp_machine_word", "icp_rare_skill", "icp_gap_core",
            "icp_gap_word", "icp_gap_soft",
        )
    ),
    THREE: frozenset(
        (
            "icp_new_role", "icp_new_leader", "icp_vendor_window", "icp_others_choice", "icp_seat_new",
            "icp_serves",
        )
    ),
}  # fmt: skip
_SPECIAL = {FOUR: _SUBJECT[FOUR] | {"icp_specialist"}, THREE: _SUBJECT[THREE] | {"icp_review_verb"}}

Sentence = tuple[int, int]
"""A sentence of a mail: its passage's identity, and its index there."""


@dataclass(frozen=True, slots=True)
class Pitches:
    """What a mail pitches: `marks` by segment, in reading order.

    `sentences`: for each segment, what the marks of each sentence weigh together, FULL at most. `offer`: the
    first place where anything of ours is offered, or None.
    """

    marks: Mapping[Segment, tuple[Mark, ...]]
    sentences: Mapping[Segment, Mapping[Sentence, float]]
    offer: Span | None
    spreads: Mapping[Segment, float]

    def weight(self, segment: Segment) -> float:
        """How much of a pitch: 1 for one clear sentence, less for a hint, more for more sentences."""
        return sum(self.sentences.get(segment, {}).values())

    def without(self, segment: Segment, cues: frozenset[str]) -> bool:
        """True where nothing but these cues speaks for a segment."""
        return all(m.cue in cues for m in self.marks.get(segment, ()) if m.counts and m.weight >= SOFT)

    def spread(self, segment: Segment) -> float:
        """What the mail's words for a segment weigh together wherever they stand; 0 for one idea."""
        return self.spreads.get(segment, 0.0)

    def plain(self, segment: Segment) -> Mark | None:
        """The first mark that points clearly to the segment by itself, in a mail that offers, or None."""
        subject = _SUBJECT.get(segment)
        marks = (m for m in self.marks.get(segment, ()) if m.counts and m.weight >= STRONG)
        told = (m for m in marks if subject is None or m.cue in subject)
        return next((m for m in told if _offering(m)), None)

    def offers(self, segment: Segment) -> bool:
        """True where the mail offers something, or a sentence with words for the segment does."""
        if self.offer is not None:
            return True
        if segment is FOUR:
            return any(_offering_near(m) for m in self.marks.get(segment, ()) if m.counts)
        return any(names_ours(m.passage) for m in self.marks.get(segment, ()))

    def cores(self, segment: Segment) -> list[Mark]:
        """Of each sentence that pitches the segment outright, the heaviest place; in reading order."""
        sums = self.sentences.get(segment, {})
        heaviest: dict[Sentence, Mark] = {}
        for mark in self.marks.get(segment, ()):
            key = _sentence(mark)
            if mark.counts and sums.get(key, 0) >= ENOUGH:
                known = heaviest.get(key)
                if known is None or mark.weight > known.weight:
                    heaviest[key] = mark
        return list(heaviest.values())

    def hint(self, segment: Segment) -> Mark | None:
        """The heaviest place of a segment where a sentence that offers points to it, or None."""
        sums = self.sentences.get(segment, {})
        marks = self.marks.get(segment, ())
        told = [m for m in marks if m.counts and sums.get(_sentence(m), 0) >= STRONG]
        if segment is FOUR and _SUBJECT[FOUR].isdisjoint(m.cue for m in marks):
            return None
        return max((m for m in told if _offering(m)), key=lambda m: m.weight, default=None)

    def core(self, segment: Segment) -> Mark | None:
        """The first place that pitches the segment outright, or None."""
        return next(iter(self.cores(segment)), None)

    def first(self, segment: Segment) -> Mark | None:
        """The heaviest place of a segment that counts, the first of equals, or None."""
        return max((m for m in self.marks.get(segment, ()) if m.counts), key=lambda m: m.weight, default=None)

    def named(self, segment: Segment, cue: str) -> Mark | None:
        """The first mark of a cue that counts, or None."""
        return next((m for m in self.marks.get(segment, ()) if m.cue == cue and m.counts), None)


def _sentence(mark: Mark) -> Sentence:
    return id(mark.passage), mark.sentence


def read_pitches(case: Case) -> Pitches:
    """The pitches of subject and body; see `Pitches`. Use as `case.once(read_pitches)`."""
    marks: list[Mark] = []
    for passage in case.mail.passages:
        marks += _marks(case, passage)
    marks = _laid_open(marks)
    by_segment = {lever: _apart(m for m in marks if m.segment is lever) for lever in LEVERS}
    sums = {lever: _sums(own) for lever, own in by_segment.items()}
    spreads = {lever: _spread(lever, own) for lever, own in by_segment.items() if own}
    return Pitches(by_segment, sums, _offer(case), spreads)


def _spread(segment: Segment, marks: Iterable[Mark]) -> float:
    """See `Pitches.spread`; an idea counts twice at most."""
    ideas: dict[str, dict[str, float]] = {}
    for mark in marks:
        if mark.counts:
            ideas.setdefault(mark.cue, {})[mark.passage.flat[mark.start : mark.end]] = mark.weight
    if segment in _SUBJECT and _SUBJECT[segment].isdisjoint(ideas):
        return 0.0
    weights = [w for said in ideas.values() for w in sorted(said.values(), reverse=True)[:2]]
    plain = max(weights, default=0.0) < STRONG and sum(w >= SOFT for w in weights) < 3
    return 0.0 if plain and len(ideas) < 2 else sum(weights)


def _marks(case: Case, passage: Passage) -> Iterator[Mark]:
    """The marks of a passage; sentences with no more than faint words of a lever are passed over."""
    found: dict[tuple[int, Segment], list[Raw]] = {}
    for raw in islice((*simple_marks(passage), *build_marks(passage)), _MOST_MARKS):
        found.setdefault((passage.sentence_at(raw.start).index, raw.segment), []).append(raw)
    for raws in found.values():
        if max(raw.weight for raw in raws) < SOFT and len(raws) < 4:
            continue
        for raw in sorted(raws, key=_heaviest)[:_MOST_A_SENTENCE]:
            if raw.segment is not FOUR or not _of_programme(passage, raw):
                mark = meant(case, passage, raw)
                if mark is not None:
                    yield mark


def _heaviest(raw: Raw) -> tuple[float, int]:
    return -raw.weight, raw.start


def _of_programme(passage: Passage, raw: Raw) -> bool:
    """True for the name of a programme ("embedded ML squads"): whom it is for is judged instead."""
    return any(passage.cue_in(kind, raw.start, raw.end) is not None for kind in Kind)


def _offer(case: Case) -> Span | None:
    """The first place where something of ours is offered, in our own words and not to refuse it."""
    for passage in case.mail.passages:
        for place in passage.cue("icp_offer")[:_MOST_A_SENTENCE]:
            if _offered(passage, place):
                return passage.span(*place)
    return None


_NOT_SO = re.compile(r"(?:n't| (?:not|no|never|hardly|neither|nothing)\b)")


def _offered(passage: Passage, place: Place) -> bool:
    if place[0] >= passage.prose_end:
        return False
    status = passage.status(*place)
    refused = status.negated or status.quoted or rejected(passage, place[0])
    refused = refused or _NOT_SO.match(passage.flat, place[1]) is not None
    return not refused and not others_words(passage, *place)


def _sums(marks: Iterable[Mark]) -> dict[Sentence, float]:
    """What the marks of each sentence weigh, a word said twice once, FULL at most.

    Hints add up to a pitch only where the sentence offers something: "the round suggests momentum" does not.
    """
    said: dict[Sentence, dict[str, Mark]] = {}
    for mark in marks:
        if mark.counts:
            said.setdefault(_sentence(mark), {})[mark.passage.flat[mark.start : mark.end]] = mark
    return {key: _sum(list(words.values())) for key, words in said.items()}


def _sum(marks: list[Mark]) -> float:
    total = sum(mark.weight for mark in marks)
    special = _SPECIAL.get(marks[0].segment)
    if special is not None and special.isdisjoint(mark.cue for mark in marks):
        return min(ENOUGH - 0.1, total)
    if total < ENOUGH or any(mark.weight >= FULL for mark in marks) or _offering(marks[0]):
        return min(FULL, total)
    return ENOUGH - 0.1


def _offering_near(mark: Mark) -> bool:
    """True where the sentence of a mark or its neighbour speaks of us."""
    near = (s for s in mark.passage.sentences if abs(s.index - mark.sentence) <= 1)
    return any(names_us(mark.passage, s.start, min(s.end, mark.passage.prose_end)) for s in near)


def _offering(mark: Mark) -> bool:
    if mark.segment is THREE:
        return True
    sentence = mark.passage.sentences[mark.sentence]
    place = (mark.passage, sentence.start, sentence.end)
    if mark.segment is FOUR:
        return _offering_near(mark) or urges(*place)
    return names_us(*place) or urges(*place)


def _apart(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks that do not overlap, the heavier and longer kept, in reading order."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (-m.weight, m.start - m.end)):
        if not any(k.passage is mark.passage and k.start < mark.end and mark.start < k.end for k in kept):
            kept.append(mark)
    return tuple(sorted(kept, key=lambda m: (m.passage.field != "subject", m.start)))


def _laid_open(marks: list[Mark]) -> list[Mark]:
    """Marks as open where one sentence names the levers of several segments and chooses none of them."""
    by_sentence: dict[Sentence, set[Segment]] = {}
    for mark in marks:
        if mark.weight > FAINT:
            by_sentence.setdefault(_sentence(mark), set()).add(mark.segment)
    several = {key for key, levers in by_sentence.items() if len(levers) > 1}
    if not several:
        return marks
    return [replace(m, open=True) if _sentence(m) in several and _undecided(m) else m for m in marks]


def _undecided(mark: Mark) -> bool:
    sentence = mark.passage.sentences[mark.sentence]
    text = mark.passage.flat[sentence.start : sentence.end]
    caveat = mark.passage.cue_in("caveat", sentence.start, sentence.end) is not None
    unsure = sentence.question or caveat or "whether" in text
    return unsure and (" or " in text or "whether" in text)
