"""All that a passage says of engineers: each head with its stance, stack, level and start."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from ..layout import Part, Sentence
from ..numbers import NumberKind
from ..passage import Passage
from . import marks as m
from .cited import INSTEAD
from .claims import claimed
from .frames import Stance
from .gates import gated, gates
from .heads import Head, HeadReader
from .intros import intro_stance
from .limits import LONGEST_SENTENCE, MOST_HEADS, MOST_NUMBERS, MOST_SENTENCES, MOST_STATEMENTS
from .phrase import HeadKind
from .segments import Segment, segments
from .stacks import Lexicon
from .stance import StanceReader
from .starts import Start, read_starts
from .statement import Said, Statement
from .tokens import Token, tokens_of
from .unowned import BESIDES

_TOPIC = 20
"""Letters of a question that only names a stack ("Rust?")."""
_COUNTS = (NumberKind.COUNT, NumberKind.RATIO, NumberKind.LABEL, NumberKind.MULTIPLE)


class OfferReader:
    """Reads the statements of one passage. `company` is the reader's, in lower case."""

    def __init__(self, passage: Passage, lexicon: Lexicon, company: str = "") -> None:
        self.company = company
        self.passage = passage
        self.lexicon = lexicon
        self.flat = passage.flat
        self.intro: Stance | None = None
        people = (a for cue in ("bench_people", "bench_alone", "bench_covered") for a, _ in passage.cue(cue))
        self.hints = sorted([*people, *(n.start for n in passage.numbers if n.kind in _COUNTS)])
        self.number_starts = [n.start for n in passage.numbers]

    def read(self) -> tuple[Statement, ...]:
        out: list[Statement] = []
        for sentence in islice(self.passage.prose(), MOST_SENTENCES):
            if len(out) > MOST_STATEMENTS:
                break
            if not self._worth(sentence):
                self._introduce(sentence)
                continue
            self._introduce(sentence)
            out.extend(self._sentence(sentence, out))
        return tuple(out)

    def _worth(self, sentence: Sentence) -> bool:
        """True when the sentence may speak of engineers at all: a cheap test before the words are looked at."""
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            return False
        if sentence.question and sentence.end - sentence.start <= _TOPIC:
            return True
        at = bisect_left(self.hints, sentence.start)
        return at < len(self.hints) and self.hints[at] < sentence.end

    def _introduce(self, sentence: Sentence) -> None:
        """Keep what the line before a list says, for its items."""
        if sentence.part is Part.BULLET:
            return
        text = self.flat[sentence.start : sentence.end]
        self.intro = intro_stance(text, bool(gates(self.passage, sentence))) if text.endswith(":") else None

    # --- one sentence ----------------------------------------------------------------------------------

    def _sentence(self, sentence: Sentence, before: Sequence[Statement]) -> Iterator[Statement]:
        first = bisect_left(self.number_starts, sentence.start)
        stop = bisect_left(self.number_starts, sentence.end)
        if stop - first > MOST_NUMBERS:
            return
        tokens = tokens_of(self.flat, sentence, self.passage.numbers[first:stop])
        heads = _shared(self.flat, HeadReader(tokens, self.lexicon, self.passage.text.clean).read())[
            :MOST_HEADS
        ]
        if not any(h.stacks for h in heads):
            yield from self._covered(sentence, tokens)
        if not heads:
            return
        parts = segments(self.flat, sentence)
        intro = self.intro if sentence.part is Part.BULLET else None
        offered = bool(before) and before[-1].firm
        reader = StanceReader(self.passage, sentence, parts, heads, intro, offered, self.company)
        starts = [[] if p.condition else read_starts(self.passage, p, _places(heads, p)) for p in parts]
        made: list[Statement] = []
        for i, head in enumerate(heads):
            own, inherited = self._stacks(head, sentence, tokens, [*before, *made], len(heads) == 1)
            if own != head.stacks:
                head = replace(head, stacks=own if not inherited else ())
            said = reader.read(head)
            if said.stance is Stance.FIRM and sentence.question and self._refused_next(sentence):
                said = replace(said, stance=Stance.THEIRS)
            if head.part and made and made[-1].kind is HeadKind.ROLES:
                said = replace(made[-1].said, stance=Stance.THEIRS)
            if said.stance is Stance.NONE and made and not parts[0].condition:
                said = reader.continued(heads[i - 1], made[-1].said, head) or said
            if said.stance is Stance.NONE and self._put_right(head, sentence, [*before, *made]):
                said = Said(Stance.FIRM)
            later = heads[i + 1].start if i + 1 < len(heads) else sentence.end
            if said.stance is Stance.FIRM and gated(self.passage, sentence, head.start, head.end, later):
                said = replace(said, stance=Stance.GATED)
            part = next((k for k, p in enumerate(parts) if head.start < p.end), len(parts) - 1)
            when = _start_of(head, later if later < parts[part].end else 1 << 30, starts[part])
            if said.weak and own:
                said = replace(said, weak=False)
            made.append(self._statement(head, said, sentence, part, own, inherited, [*before, *made], when))
        yield from self._multiplied(sentence, made)

    def _covered(self, sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Statement]:
        """Stacks offered without people: "Elixir, Phoenix: we have you covered on both"."""
        place = self.passage.cue_in("bench_covered", sentence.start, sentence.end)
        stacks = self._named(sentence, tokens) if place is not None else ()
        if place is not None and stacks and claimed(self.passage, *place):
            said = Said(Stance.FIRM, pool=True)
            yield Statement(
                self.passage, *place, HeadKind.UNCOUNTED, None, stacks, "", said, sentence=sentence.index
            )

    def _put_right(self, head: Head, sentence: Sentence, before: Sequence[Statement]) -> bool:
        """ "I said four. It is two.": the new number is our word now."""
        last = before[-1] if before else None
        if last is None or last.said.stance is not Stance.RECORD or sentence.index - last.sentence > 1:
            return False
        start = max(sentence.start, last.end if last.sentence == sentence.index else 0)
        return INSTEAD.match(self.flat[start : head.start]) is not None

    def _multiplied(self, sentence: Sentence, made: list[Statement]) -> list[Statement]:
        """ "one Go engineer for each of your four teams" is four."""
        place = self.passage.cue_in("bench_each", sentence.start, sentence.end)
        if place is None:
            return made
        times = next((int(n.value) for n in self.passage.numbers_in(*place) if n.value == int(n.value)), 1)
        return [
            replace(s, count=s.count * times)
            if s.count is not None and not place[0] <= s.start < place[1]
            else s
            for s in made
        ]

    def _statement(
        self,
        head: Head,
        said: Said,
        sentence: Sentence,
        part: int,
        stacks: tuple[str, ...],
        inherited: bool,
        before: Sequence[Statement],
        when: Start | None,
    ) -> Statement:
        before_counted = any(s.count and s.firm for s in before)
        lead = self.flat[max(sentence.start, head.start - 44) : head.start]
        trail = self.flat[head.end : min(sentence.end, head.end + 40)]
        return Statement(
            self.passage, head.start, head.end, head.kind, head.count, stacks, head.seniority or m.level_after(trail), said,
            more=head.more or self._besides(head, said, trail, before) or (before_counted and m.ADDED.search(lead) is not None) or m.FOLLOWS.match(trail) is not None, whole=head.whole, part_of=head.part,
            total=m.REACHED.search(lead) is not None or m.IN_TOTAL.match(trail) is not None,
            anaphoric=head.whole or m.DEFINITE.search(lead) is not None or self._either(head, sentence, part, before),
            rest=m.REST.search(lead) is not None or "other" in self.flat[head.start : head.end].split(),
            inherited=inherited, sentence=sentence.index, part=part, listed=sentence.part is Part.BULLET,
            paragraph=sentence.paragraph, when=when,
        )  # fmt: skip

    def _refused_next(self, sentence: Sentence) -> bool:
        """ "Do you want five by June? I cannot give you those." """
        stop = sentence.index + 1
        if stop >= len(self.passage.sentences):
            return False
        following = self.passage.sentences[stop]
        return m.REFUSES.match(self.flat, following.start, following.end) is not None

    @staticmethod
    def _besides(head: Head, said: Said, trail: str, before: Sequence[Statement]) -> bool:
        """ "Two Go engineers on the API. Two on the workers.": other people, for other work."""
        if not (said.default and head.kind is HeadKind.BARE and before and before[-1].firm):
            return False
        last = before[-1]
        return BESIDES.match(trail) is not None and BESIDES.match(last.passage.flat, last.end) is not None

    @staticmethod
    def _either(head: Head, sentence: Sentence, part: int, before: Sequence[Statement]) -> bool:
        """A number alone after two stacks: it cannot be told which of them it counts."""
        same = {s.stacks for s in before if s.sentence == sentence.index and s.part != part and s.stacks}
        return head.kind is HeadKind.BARE and len(same) > 1

    # --- which stack -----------------------------------------------------------------------------------

    def _stacks(
        self,
        head: Head,
        sentence: Sentence,
        tokens: Sequence[Token],
        before: Sequence[Statement],
        alone: bool,
    ) -> tuple[tuple[str, ...], bool]:
        """The head's own stack, else one named right after it, else (for what only points back) the one before."""
        if head.stacks:
            return head.stacks, False
        after = self._after(head, sentence, tokens)
        if after:
            return after, False
        same = [s for s in before if s.sentence == sentence.index and s.stacks]
        if same and head.kind is not HeadKind.ROLES:
            return same[-1].stacks, True
        if head.kind is HeadKind.BARE or head.part:
            return next((s.stacks for s in reversed(before) if s.stacks), ()), True
        named = self._named(sentence, tokens) if alone else ()
        # A label names the stack of what follows it: "Go capacity: 6 engineers".
        labelled = ":" in self.flat[sentence.start : head.start]
        return (named, not labelled) if len(named) == 1 else ((), False)

    def _after(self, head: Head, sentence: Sentence, tokens: Sequence[Token]) -> tuple[str, ...]:
        match = m.AFTER_STACK.match(self.flat, head.end, sentence.end)
        if match is None:
            return ()
        j = next((k for k, t in enumerate(tokens) if t.start >= match.end() - 1), len(tokens))
        return tuple(name for name, _ in self._runs(tokens, j))

    def _runs(self, tokens: Sequence[Token], j: int) -> list[tuple[str, int]]:
        """Stacks named one after another from token `j` on ("Go and Python")."""
        out: list[tuple[str, int]] = []
        while j < len(tokens):
            found = self._stack_at(tokens, j)
            if found is not None:
                out.append(found)
                j += found[1]
            elif out and tokens[j].text in ("and", "or", ",", "/", "&"):
                j += 1
            else:
                break
        return out

    def _stack_at(self, tokens: Sequence[Token], j: int) -> tuple[str, int] | None:
        for size in range(self.lexicon.first.get(tokens[j].text, 0), 0, -1):
            words = [t.text for t in tokens[j : j + size]]
            name = self.lexicon.name(words) if len(words) == size else None
            if name is not None and (
                size > 1
                or not self.lexicon.common(words)
                or self.passage.text.clean[tokens[j].start].isupper()
            ):
                return name, size
        return None

    def _named(self, sentence: Sentence, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Stacks the sentence names outside its heads."""
        found: list[str] = []
        for j in range(len(tokens)):
            stack = self._stack_at(tokens, j)
            if stack is not None and stack[0] not in found:
                found.append(stack[0])
        return tuple(found)


def _places(heads: Sequence[Head], part: Segment) -> list[tuple[int, int]]:
    return [(h.start, h.end) for h in heads if part.start <= h.start < part.end]


def _shared(flat: str, heads: list[Head]) -> list[Head]:
    """ "Two senior and two mid-level Go engineers": the first number counts the stack of the second."""
    for i in range(len(heads) - 2, -1, -1):
        head, following = heads[i], heads[i + 1]
        between = flat[head.end : following.start].strip()
        if (
            head.seniority
            and not head.stacks
            and following.stacks
            and between in ("and", ",", "plus", "&", "or")
        ):
            heads[i] = replace(head, stacks=following.stacks, kind=HeadKind.PEOPLE)
    return heads


def _start_of(head: Head, following: int, starts: Sequence[Start]) -> Start | None:
    """The head's own start: the first after it and before the next head of its part, else one the part shares."""
    own = next((s for s in starts if head.end <= s.start < following), None)
    return own or next((s for s in reversed(starts) if s.start < head.start or s.start >= following), None)
