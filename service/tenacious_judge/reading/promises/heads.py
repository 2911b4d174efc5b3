"""Engineers counted or named: "half a dozen Golang people", "our Rust engineers", "two more in July"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..numbers import Number, NumberKind
from . import words as w
from .phrase import HeadKind, Phrase, PhraseReader
from .stacks import Lexicon
from .tokens import Token, people_count

Found = tuple["Head | None", int]


@dataclass(slots=True)
class Head:
    """`flat[start:end]` speaks of `count` people (the higher end of a range; None: not said).

    `more`: "another two". `owner`: the possessive before it. `whole`: "all three". `part`: "two of them".
    `free`: "three available engineers".
    """

    start: int
    end: int
    kind: HeadKind
    count: int | None
    stacks: tuple[str, ...] = ()
    seniority: str = ""
    more: bool = False
    owner: str = ""
    whole: bool = False
    part: bool = False
    free: bool = False


class HeadReader:
    """Reads the heads of one sentence's tokens."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, clean: str) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.phrases = PhraseReader(tokens, lexicon, clean)
        self.text = self.phrases.text
        self.heads: list[Head] = []

    def read(self) -> list[Head]:
        """All heads, left to right."""
        openers, done = self.lexicon.openers, 0
        for i in [i for i, t in enumerate(self.tokens) if t.number is not None or t.text in openers]:
            if i < done:
                continue
            head, stop = self._at(i)
            if head is not None:
                self.heads.append(head)
            done = max(stop, i + 1)
        return self.heads

    def _at(self, i: int) -> Found:
        token = self.tokens[i]
        if token.number is not None:
            count = (
                None if self._in_one_hand(i) or self.phrases.numbers_a_line(i) else people_count(token.number)
            )
            return (None, i + 1) if count is None else self._counted(i, count, token.number)
        if token.text in ("a", "an", "another"):
            return self._single(i)
        if token.text in w.PLAIN_PEOPLE:
            return self._people_in(i)
        if token.text in w.SOMEBODY:
            return self._somebody(i)
        return self._uncounted(i)

    def _in_one_hand(self, i: int) -> bool:
        return self.text(i - 1) in ("in", "on", "with") and self.text(i + 1) in ("hand", "hands", "head")

    # --- "six Go engineers" -----------------------------------------------------------------------------

    def _counted(self, i: int, count: int, number: Number) -> Found:
        phrase, j = self.phrases.phrase(i + 1, self.tokens[i].end)
        count += phrase.extra
        before = self.text(i - 1)
        if before in ("every", "each") and number.whole:
            count = int(number.whole)
        if phrase.kind is None and not phrase.unknown:
            self._without_noun(phrase, i, j, number)
        if phrase.kind is None or not self._people(phrase, i, count, number):
            return None, i + 1
        whole = before == "all" or (self.text(i - 2) == "all" and before == "of")
        more = phrase.more or before in w.MORE or before in ("plus", "other") or self.text(i - 2) == "another"
        part = phrase.kind is not HeadKind.ROLES and (
            (phrase.part and not whole) or number.kind is NumberKind.RATIO
        )
        kind = HeadKind.UNCOUNTED if phrase.groups else phrase.kind
        return Head(
            self.tokens[i].start, phrase.end, kind, None if phrase.groups else count, tuple(phrase.stacks),
            phrase.seniority, more, phrase.owner or self._owner(i), whole, part, phrase.free,
        ), j  # fmt: skip

    def _without_noun(self, phrase: Phrase, i: int, j: int, number: Number) -> None:
        """A number whose people stand before it ("Go: 3", "a squad of four"), or nowhere ("put six on")."""
        listed = self._listed_stack(i)
        if self.text(i - 1) == "of" and self.text(i - 2) in w.GROUPS | {"total"}:
            phrase.kind = HeadKind.PEOPLE
        elif listed:
            phrase.stacks, phrase.kind = [listed], HeadKind.STACK
            phrase.seniority = phrase.seniority or self._listed_level(i)
        elif number.kind is NumberKind.COUNT and (self._stands_alone(i, j) or self._goes_on(i)):
            if self._of_the_clock(i, j, number):
                return
            phrase.kind = HeadKind.BARE

    def _people(self, phrase: Phrase, i: int, count: int, number: Number) -> bool:
        """False for numbers that count no people after all: "at five", "both" slots, "one" the pronoun."""
        if phrase.kind is HeadKind.PEOPLE:
            return True
        if number.kind is NumberKind.MINUTES or self.tokens[i].text == "both":
            return False
        return not (
            count == 1
            and phrase.kind is HeadKind.BARE
            and not (phrase.more or phrase.seniority or self._goes_on(i))
        )

    def _stands_alone(self, i: int, j: int) -> bool:
        following = self.text(j)
        if self.text(i - 1) in ("at", "q", "no", "past", "half", "quarter"):
            return False
        return not following or following in w.BARE_NEXT or not following[0].isalnum()

    def _of_the_clock(self, i: int, j: int, number: Number) -> bool:
        """ "At my desk from ten." """
        last = not self.text(j)[:1].isalnum()
        return last and number.low == number.high and self.text(i - 1) in w.OF_THE_CLOCK

    def _goes_on(self, i: int) -> bool:
        """ "two for the API, one for the gateway": a number alone that continues a count."""
        if not self.heads or self.heads[-1].count is None:
            return False
        joined = self.text(i - 1) in (",", "and", "plus", "then")
        return joined and self.text(i + 1) in w.ONWARD

    # --- lists: "Go: 3", "Go 6, Python 9" ------------------------------------------------------------------

    def _listed_stack(self, i: int) -> str | None:
        if self.text(i - 1) not in (":", "–", "(", "x"):
            return self._paired(i)
        stop = i - 2 if self.text(i - 2) in w.PEOPLE or self.text(i - 2) in w.CAPACITY else i - 1
        for size in (3, 2, 1):
            if stop - size >= 0:
                name = self.lexicon.name([t.text for t in self.tokens[stop - size : stop]])
                if name:
                    return name
        return None

    def _listed_level(self, i: int) -> str:
        """The level of "senior Go: two"."""
        return next((w.SENIORITY[t] for k in (2, 3, 4) if (t := self.text(i - k)) in w.SENIORITY), "")

    def _paired(self, i: int) -> str | None:
        """The stack of "Go 6, Python 9": only where two such pairs stand ("Python 3" is a version)."""
        return self._pairs.get(i) if len(self._pairs) > 1 else None

    @cached_property
    def _pairs(self) -> dict[int, str]:
        return {
            k: name
            for k in range(1, len(self.tokens))
            if self.tokens[k].number is not None
            and (
                name := self.lexicon.name(
                    [self.tokens[k - 1 - (self.tokens[k - 1].text == "," and k > 1)].text]
                )
            )
            and (self.phrases.ends(k + 1) or self.phrases.stack(k + 1))
        }

    def _owner(self, i: int) -> str:
        """The possessive before a phrase: "our", "your", "Halden's", or ""."""
        for k in (i - 1, i - 2, i - 3):
            text = self.text(k)
            if text in w.OWNED or text == "our" or (text.endswith("'s") and text not in w.CONTRACTED):
                return text
            if text not in w.BETWEEN_OWNER:
                return ""
        return ""

    # --- "a Rust engineer", "our Go people" -------------------------------------------------------------

    def _single(self, i: int) -> Found:
        phrase, j = self.phrases.phrase(i + 1, self.tokens[i].end)
        start, another = self.tokens[i].start, self.tokens[i].text == "another"
        if another and phrase.kind is None and self._goes_on(i):
            return Head(start, self.tokens[i].end, HeadKind.BARE, 1, more=True), i + 1
        if phrase.kind is not HeadKind.PEOPLE or not (phrase.stacks or phrase.seniority):
            return self._another_pair(i)
        kind, count = HeadKind.PEOPLE, 1
        if self.text(j - 1) in w.GROUPS:
            size = w.SIZES.get(self.text(j - 1))
            if size is None:
                stacks = tuple(phrase.stacks)
                return Head(start, phrase.end, HeadKind.UNCOUNTED, None, stacks, phrase.seniority), j
            count = size
        more = another or phrase.more
        return Head(start, phrase.end, kind, count, tuple(phrase.stacks), phrase.seniority, more), j

    def _another_pair(self, i: int) -> Found:
        """ "another pair", "a further trio": as many again, of the people named before."""
        k = i + 1 if self.tokens[i].text == "another" else i + 2
        size = w.SIZES.get(self.text(k))
        if size is None or self.text(k + 1) == "of" or not (k == i + 1 or self.text(i + 1) in w.AGAIN):
            return None, i + 1
        return Head(self.tokens[i].start, self.tokens[k].end, HeadKind.BARE, size, more=True), k + 1

    def _uncounted(self, i: int) -> Found:
        """A stack's people without a number. Also people whose name is their stack ("gophers")."""
        text = self.tokens[i].text
        if text in w.NAMED:
            name = self.lexicon.name(w.NAMED[text].split()) or w.NAMED[text]
            return self._open(i, i + 1, [name], ""), i + 1
        found = self.phrases.stack(i)
        if found is None:
            return None, i + 1
        stop = i + found[1]
        if self._alone(i, stop):
            return self._open(i, stop, [found[0]], ""), stop
        times = self.phrases.times(stop)
        if times:
            return Head(
                self.tokens[i].start, self.tokens[stop].end, HeadKind.STACK, times, (found[0],)
            ), stop + 1
        return self._stack_people(i)

    def _stack_people(self, i: int) -> Found:
        phrase, j = self.phrases.phrase(i, self.tokens[i].start)
        if phrase.groups and self.text(j - 1).endswith("s") and self._owner(i) != "our":
            return None, j
        if phrase.unknown or not phrase.stacks:
            return None, i + 1
        if phrase.kind is HeadKind.PEOPLE:
            return self._multiplied(i, j, phrase)
        if self.text(j) in w.CAPACITY | w.GROUPS:
            return self._open(i, j + 1, phrase.stacks, "", self.tokens[j].end), j + 1
        return None, i + 1

    def _multiplied(self, i: int, j: int, phrase: Phrase) -> Found:
        """A stack's people with their number behind them, or without one."""
        made = self._open(i, j, phrase.stacks, phrase.seniority, phrase.end)
        times = self.phrases.times_after(j)
        if times is None:
            return made, j
        count, last = times
        return replace(made, end=self.tokens[last].end, kind=HeadKind.PEOPLE, count=count), last + 1

    def _alone(self, i: int, j: int) -> bool:
        """A stack without people, of which it is said that we do it: "we staff Rust", "Rust is covered"."""
        if self.text(i - 1) in w.DOES and not self.text(j)[:1].isalpha():
            return True
        if self.text(j) == "?" and i == 0:
            return True
        return self.text(j) in ("is", "isn't", "we") and (i == 0 or self.text(i - 1) in (",", ";", ":"))

    def _people_in(self, i: int) -> Found:
        """ "people in Go, Rust and Scala", "engineers who write Elixir"."""
        j = i + 1
        while self.text(j) in w.INTO_STACK:
            j += 1
        stacks: list[str] = []
        while j > i + 1 and j < len(self.tokens):
            found = self.phrases.stack(j)
            if found is None and not (stacks and self.text(j) in w.JOINERS):
                break
            stacks += [found[0]] if found else []
            j += found[1] if found else 1
        following = self.text(j)
        if not stacks or (following[:1].isalpha() and following not in w.STOP | w.BARE_NEXT):
            return None, i + 1
        return self._open(i, j, stacks, ""), j

    def _somebody(self, i: int) -> Found:
        """ "someone here who has shipped apps in Swift", "somebody for the Rust part"."""
        found = self.phrases.skill_of(i)
        if found is None:
            return None, i + 1
        name, j = found
        return Head(self.tokens[i].start, self.tokens[j].end, HeadKind.PEOPLE, 1, (name,)), j + 1

    def _open(self, i: int, j: int, stacks: Sequence[str], seniority: str, end: int = -1) -> Head:
        first = i
        if not seniority and self.text(i - 1) in w.SENIORITY:
            first = i - 1
            seniority = w.SENIORITY[self.text(i - 1)]
        stop = end if end > 0 else self.tokens[j - 1].end
        start, owner = self.tokens[first].start, self._owner(first)
        return Head(start, stop, HeadKind.UNCOUNTED, None, tuple(stacks), seniority, owner=owner)
