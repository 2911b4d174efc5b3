"""All that a passage says of engineers: each head with its stance, stack, level and start."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from operator import attrgetter

from ..layout import Part, Sentence
from ..numbers import NumberKind
from ..passage import Passage
from . import marks as m
from .arrange import besides, either, out_of, places_in, shared, start_of
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
from .sums import worked_out
from .tokens import Token, tokens_of
from .words import ROLES

_NEAR = 160
"""Letters of a sentence whose stack a number alone in the next may count."""
_TOPIC = 20
"""Letters of a question that only names a stack ("Rust?")."""
_START = attrgetter("start")
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
        clean = self.passage.text.clean
        tokens = worked_out(
            tokens_of(self.flat, sentence, self.passage.numbers[first:stop]), self.flat, clean
        )
        heads = shared(self.flat, HeadReader(tokens, self.lexicon, clean).read())[:MOST_HEADS]
        if not any(h.stacks for h in heads):
            yield from self._covered(sentence, tokens)
        if not heads:
            return
        parts = segments(self.passage, sentence)
        intro = self.intro if sentence.part is Part.BULLET else None
        offered = bool(before) and before[-1].firm
        reader = StanceReader(self.passage, sentence, parts, heads, intro, offered, self.company)
        homes = [next((k for k, p in enumerate(parts) if h.start < p.end), len(parts) - 1) for h in heads]
        starts = {k: self._starts(parts[k], heads) for k in set(homes)}
        made: list[Statement] = []
        for i, head in enumerate(heads):
            own, inherited = self._stacks(head, sentence, tokens, [*before, *made], len(heads) == 1)
            if own != head.stacks:
                head = replace(head, stacks=own if not inherited else ())
            said = self._said(reader, heads, i, head, [*before, *made], made)
            back = head.kind is HeadKind.BARE or head.part or head.owner == "our"
            if back and not own and said.stance is Stance.FIRM:
                own = self._spoken_of(head, sentence)
                inherited = bool(own)
            later = heads[i + 1].start if i + 1 < len(heads) else sentence.end
            if said.stance is Stance.FIRM and gated(self.passage, sentence, head.start, head.end, later):
                said = said._replace(stance=Stance.GATED)
            part = homes[i]
            when = start_of(head, later if later < parts[part].end else 1 << 30, starts[part])
            if said.weak and own:
                said = said._replace(weak=False)
            made.append(self._statement(head, said, sentence, part, own, inherited, [*before, *made], when))
        yield from self._multiplied(sentence, made)

    def _starts(self, part: Segment, heads: Sequence[Head]) -> Sequence[Start]:
        return () if part.condition else read_starts(self.passage, part, places_in(heads, part))

    def _said(
        self,
        reader: StanceReader,
        heads: Sequence[Head],
        i: int,
        head: Head,
        before: Sequence[Statement],
        made: Sequence[Statement],
    ) -> Said:
        """The stance of `head` beside those before it in the sentence (`made`) and in the mail (`before`)."""
        sentence = reader.sentence
        said = reader.read(head)
        if said.stance is Stance.FIRM and sentence.question and self._refused_next(sentence):
            said = said._replace(stance=Stance.THEIRS)
        if head.part and made and made[-1].kind is HeadKind.ROLES:
            said = made[-1].said._replace(stance=Stance.THEIRS)
        if head.part and said.default and made and made[-1].said.stance is Stance.RECORD:
            said = made[-1].said
        if said.stance is Stance.NONE and made and not reader.parts[0].condition:
            said = reader.continued(heads[i - 1], made[-1].said, head) or said
        if said.stance is Stance.NONE and self._put_right(head, sentence, before):
            said = Said(Stance.FIRM)
        return said

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
        here = self.passage.spoken_at(sentence.start)
        trail = self.flat[head.end : min(sentence.end, head.end + 40)]
        return Statement(
            self.passage, head.start, head.end, head.kind, head.count, stacks, head.seniority or m.level_after(here, self.flat[head.end : min(sentence.end, head.end + 80)]), said,
            more=head.more or besides(head, said, trail, before) or (before_counted and here.search(m.ADDED, lead) is not None) or here.match(m.FOLLOWS, trail) is not None, whole=head.whole, part_of=head.part or out_of(head, sentence, lead, before),
            total=here.search(m.REACHED, lead) is not None or here.match(m.IN_TOTAL, trail) is not None,
            anaphoric=head.whole or here.search(m.DEFINITE, lead) is not None or either(head, sentence, part, before),
            rest=here.search(m.REST, lead) is not None or "other" in self.flat[head.start : head.end].split(),
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

    def _spoken_of(self, head: Head, sentence: Sentence) -> tuple[str, ...]:
        """The stack of the sentence before: "You need Go. We have 20 available." """
        given = head.owner == "our" or self.passage.spoken_at(head.end).match(
            m.GIVEN, self.flat, head.end, sentence.end
        )
        if not sentence.index or not given or head.count is None:
            return ()
        before = self.passage.sentences[sentence.index - 1]
        if before.end - before.start > _NEAR:
            return ()
        tokens = tokens_of(self.flat, before, ())
        if any(token.text in ROLES for token in tokens):
            return ()
        named = self._named(before, tokens)
        return named if len(named) == 1 else ()

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
        j = bisect_left(tokens, match.end() - 1, key=_START)
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
