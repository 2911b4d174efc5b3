"""Engineers counted or named in a sentence: "half a dozen Golang people", "our Rust engineers", "two more in July"."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..numbers import Number, NumberKind
from . import words as w
from .stacks import Lexicon
from .tokens import Token

_WITH_STACK_AFTER = w.PEOPLE & {"people", "engineers", "developers", "devs", "specialists", "experts", "folks"}


_DOES = frozenset({"do", "does", "staff", "cover", "have", "offer", "handle", "provide", "supply"})


class HeadKind(StrEnum):
    """PEOPLE: engineers. STACK: a stack without a noun ("six Go"). ROLES: open positions. BARE: a number alone.
    UNCOUNTED: a stack's people without a number."""

    PEOPLE = "people"
    STACK = "stack"
    ROLES = "roles"
    BARE = "bare"
    UNCOUNTED = "uncounted"


@dataclass(frozen=True, slots=True)
class Head:
    """`flat[start:end]` speaks of `count` people (the higher end of a range; None: not said)."""

    start: int
    end: int
    kind: HeadKind
    count: int | None
    stacks: tuple[str, ...] = ()
    seniority: str = ""
    more: bool = False  # "another two", "two more"
    owner: str = ""  # the possessive before it: "our", "your", "their"
    whole: bool = False  # "all three", "the full six"
    part: bool = False  # "two of them", "three of the six"
    free: bool = False  # "three available Go engineers"


class _Phrase:
    """What was gathered on the way from a number to its noun."""

    __slots__ = ("end", "free", "groups", "kind", "more", "owner", "part", "seniority", "stacks", "unknown")

    def __init__(self, end: int) -> None:
        self.stacks: list[str] = []
        self.seniority = ""
        self.more = False
        self.owner = ""
        self.part = False
        self.kind: HeadKind | None = None
        self.unknown = 0
        self.groups = False
        self.free = False
        self.end = end


class HeadReader:
    """Reads the heads of one sentence's tokens."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, clean: str) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.clean = clean
        self.heads: list[Head] = []

    def read(self) -> list[Head]:
        heads: list[Head] = []
        self.heads = heads
        i = 0
        while i < len(self.tokens):
            head, stop = self._at(i)
            if head is not None:
                heads.append(head)
            i = max(stop, i + 1)
        return heads

    def _at(self, i: int) -> tuple[Head | None, int]:
        token = self.tokens[i]
        if token.number is not None:
            count = _people_count(token.number)
            return (None, i + 1) if count is None else self._counted(i, count, token.number)
        if token.text in ("a", "an", "another"):
            return self._single(i)
        if token.text in _WITH_STACK_AFTER:
            return self._people_in(i)
        return self._uncounted(i)

    # --- "six Go engineers" -----------------------------------------------------------------------------

    def _counted(self, i: int, count: int, number: Number) -> tuple[Head | None, int]:
        phrase, j = self._phrase(i + 1, self.tokens[i].end)
        before = self._text(i - 1)
        if before in ("every", "each") and number.whole:
            count = int(number.whole)
        of_group = before == "of" and self._text(i - 2) in w.GROUPS | {"total", "up"}
        if phrase.kind is None and of_group and not phrase.unknown:
            phrase.kind = HeadKind.PEOPLE
        if phrase.kind is None and not phrase.unknown:
            listed = self._listed_stack(i)
            if listed:
                phrase.stacks, phrase.kind = [listed], HeadKind.STACK
        if number.kind is NumberKind.MINUTES and phrase.kind is not HeadKind.PEOPLE:
            return None, i + 1
        if phrase.kind is None:
            if phrase.unknown or number.kind is not NumberKind.COUNT or not self._bare_fits(i, j):
                return None, i + 1
            phrase.kind = HeadKind.BARE
        if self.tokens[i].text == "both" and phrase.kind is not HeadKind.PEOPLE:
            return None, i + 1
        if (
            count == 1
            and phrase.kind is HeadKind.BARE
            and not (phrase.more or phrase.seniority or self._goes_on(i))
        ):
            return None, i + 1
        more = (
            phrase.more
            or before in w.MORE
            or before in ("plus", "other")
            or self._text(i - 2) in ("another",)
        )
        whole = before == "all" or (self._text(i - 2) == "all" and before == "of")
        owner = phrase.owner or self._owner(i)
        kind = phrase.kind
        if phrase.groups:
            return Head(
                self.tokens[i].start,
                phrase.end,
                HeadKind.UNCOUNTED,
                None,
                tuple(phrase.stacks),
                phrase.seniority,
                more,
                owner,
            ), j
        return Head(
            self.tokens[i].start, phrase.end, kind, count, tuple(phrase.stacks), phrase.seniority, more, owner,
            whole, _subset(phrase, whole, number), phrase.free,
        ), j  # fmt: skip

    def _bare_fits(self, i: int, j: int) -> bool:
        """A number alone may count people only where no noun of its own follows."""
        following = self._text(j)
        previous = self._text(i - 1)
        if previous in ("at", "@", ":", "q", "no", "#", "$") and previous != ":":
            return False
        return following == "" or following in w.BARE_NEXT or not following[0].isalnum()

    def _goes_on(self, i: int) -> bool:
        """ "two for the API, one for the gateway": a number alone that continues a count."""
        counted = bool(self.heads) and self.heads[-1].count is not None
        return (
            counted
            and self._text(i - 1) in (",", "and", "plus", "then")
            and self._text(i + 1) in ("for", "on", "in", "from", "to", "at")
        )

    def _listed_stack(self, i: int) -> str | None:
        """The stack of "Go: 3" and "Python – 2" in a list."""
        mark = self._text(i - 1)
        if mark not in (":", "–", "(", "x"):
            return self._paired(i)
        stop = i - 2 if self._text(i - 2) in w.PEOPLE or self._text(i - 2) in w.CAPACITY else i - 1
        for size in (3, 2, 1):
            if stop - size >= 0:
                name = self.lexicon.name([t.text for t in self.tokens[stop - size : stop]])
                if name:
                    return name
        return None

    def _paired(self, i: int) -> str | None:
        """The stack of "Go 6, Python 9": only where two such pairs stand in one sentence ("Python 3" is a version)."""
        pairs = [
            (k, name)
            for k in range(1, len(self.tokens))
            if self.tokens[k].number is not None
            and (name := self.lexicon.name([self.tokens[k - 1].text]))
            and self._ends(k + 1)
        ]
        return next((name for k, name in pairs if k == i), None) if len(pairs) > 1 else None

    def _owner(self, i: int) -> str:
        for k in (i - 1, i - 2, i - 3):
            text = self._text(k)
            if (
                text in w.OWNED
                or text == "our"
                or (
                    text.endswith("'s")
                    and text not in ("it's", "that's", "there's", "here's", "let's", "what's")
                )
            ):
                return text
            if text not in (
                "of",
                "all",
                "the",
                "full",
                "other",
                "remaining",
                "free",
                "available",
                "first",
                "next",
                "open",
                "current",
                "existing",
                "last",
                "these",
                "those",
                "entire",
                "whole",
                "up",
                "to",
            ):
                return ""
        return ""

    # --- "a Rust engineer", "our Go people" -------------------------------------------------------------

    def _single(self, i: int) -> tuple[Head | None, int]:
        phrase, j = self._phrase(i + 1, self.tokens[i].end)
        named = phrase.stacks or phrase.seniority
        if self.tokens[i].text == "another" and phrase.kind is None and self._goes_on(i):
            return Head(self.tokens[i].start, self.tokens[i].end, HeadKind.BARE, 1, more=True), i + 1
        grouped = phrase.kind is HeadKind.PEOPLE and self._text(j - 1) in w.GROUPS
        if phrase.kind is not HeadKind.PEOPLE or not named or grouped:
            if grouped and phrase.stacks:
                size = w.SIZES.get(self._text(j - 1))
                kind = HeadKind.PEOPLE if size else HeadKind.UNCOUNTED
                return Head(self.tokens[i].start, phrase.end, kind, size, tuple(phrase.stacks), phrase.seniority), j
            return None, i + 1
        more = self.tokens[i].text == "another" or phrase.more
        return Head(
            self.tokens[i].start, phrase.end, HeadKind.PEOPLE, 1, tuple(phrase.stacks), phrase.seniority, more
        ), j

    def _uncounted(self, i: int) -> tuple[Head | None, int]:
        """A stack's people without a number. Also people whose name is their stack ("gophers")."""
        text = self.tokens[i].text
        if text in w.NAMED:
            name = self.lexicon.name(w.NAMED[text].split()) or w.NAMED[text]
            return self._open(i, i + 1, [name], ""), i + 1
        found = self._stack(i)
        if found is None:
            return None, i + 1
        if self._alone(i, i + found[1]):
            return self._open(i, i + found[1], [found[0]], ""), i + found[1]
        times = self._times(i + found[1])
        if times:
            stop = i + found[1]
            return Head(
                self.tokens[i].start, self.tokens[stop].end, HeadKind.STACK, times, (found[0],)
            ), stop + 1
        phrase, j = self._phrase(i, self.tokens[i].start)
        if phrase.groups and self._text(j - 1).endswith("s") and self._owner(i) != "our":
            return None, j
        if phrase.kind is HeadKind.PEOPLE and phrase.stacks and not phrase.unknown:
            return self._open(i, j, phrase.stacks, phrase.seniority, phrase.end), j
        if self._text(j) in w.CAPACITY | w.GROUPS and phrase.stacks and not phrase.unknown:
            return self._open(i, j + 1, phrase.stacks, "", self.tokens[j].end), j + 1
        return None, i + 1

    def _alone(self, i: int, j: int) -> bool:
        """A stack without people, of which it is said that we do it: "we staff Rust", "Rust is covered"."""
        said = self._text(i - 1) in _DOES and not self._text(j)[:1].isalpha()
        return said or (self._text(j) in ("is", "isn't", "we") and (i == 0 or self._text(i - 1) in (",", ";", ":")))

    def _people_in(self, i: int) -> tuple[Head | None, int]:
        """ "people in Go, Rust and Scala", "engineers for Elixir"."""
        j = i + 1
        while self._text(j) in (
            "who",
            "know",
            "write",
            "speak",
            "in",
            "for",
            "with",
            "fluent",
            "skilled",
            "strong",
        ):
            j += 1
        stacks: list[str] = []
        if j > i + 1:
            while (found := self._stack(j)) is not None or (
                stacks and self._text(j) in ("and", "or", ",", "/", "&")
            ):
                if found is None:
                    j += 1
                    continue
                stacks.append(found[0])
                j += found[1]
        if not stacks or (
            self._text(j)[:1].isalpha() and self._text(j) not in w.STOP and self._text(j) not in w.BARE_NEXT
        ):
            return None, i + 1
        return self._open(i, j, stacks, ""), j

    def _times(self, j: int) -> int | None:
        """The number of "Go x4"."""
        text = self._text(j)
        return int(text[1:]) if text[:1] == "x" and text[1:].isdigit() and len(text) < 5 else None

    def _open(self, i: int, j: int, stacks: Sequence[str], seniority: str, end: int = -1) -> Head:
        first = i
        if not seniority and self._text(i - 1) in w.SENIORITY:
            first = i - 1
            seniority = w.SENIORITY[self._text(i - 1)]
        owner = self._owner(first)
        stop = end if end > 0 else self.tokens[j - 1].end
        return Head(
            self.tokens[first].start, stop, HeadKind.UNCOUNTED, None, tuple(stacks), seniority, owner=owner
        )

    # --- the words from a number to its noun -------------------------------------------------------------

    def _phrase(self, j: int, end: int) -> tuple[_Phrase, int]:
        phrase = _Phrase(end)
        for _ in range(14):
            step = self._step(phrase, j)
            if step == 0:
                break
            j += step
        j = self._apposed(phrase, j)
        if phrase.kind is None and phrase.stacks and not phrase.unknown and self._ends(j):
            phrase.kind = HeadKind.STACK
        return phrase, j

    def _apposed(self, phrase: _Phrase, j: int) -> int:
        """What follows "engineer" or "person" inside one phrase: "a five-engineer pod", "six-person data team"."""
        while (
            phrase.kind is HeadKind.PEOPLE and j < len(self.tokens) and self.tokens[j].start - phrase.end <= 1
        ):
            found = self._stack(j)
            if found is not None and not phrase.stacks and self._text(j + found[1]) in w.GROUPS | w.PEOPLE:
                phrase.stacks.append(found[0])
                j += found[1]
            elif self._text(j) in w.PEOPLE or self._text(j) in w.GROUPS:
                j += 1
            else:
                break
            phrase.end = self.tokens[j - 1].end
        return j

    def _step(self, phrase: _Phrase, j: int) -> int:
        """How many tokens the phrase takes in from `j`; 0 ends it."""
        text = self._text(j)
        if not text or phrase.kind is not None:
            return 0
        if self.tokens[j].number is not None:
            return 0
        if text == "(":
            return 3 if self._text(j + 2) == ")" and self.tokens[j + 1].number is not None else 0
        return self._noun(phrase, j, text) or self._modifier(phrase, j, text)

    def _noun(self, phrase: _Phrase, j: int, text: str) -> int:
        found = self._stack(j)
        if found is not None and text not in w.PEOPLE:
            phrase.stacks.append(found[0])
            phrase.end = self.tokens[j + found[1] - 1].end
            phrase.unknown = 0
            return found[1]
        if text in w.NAMED:
            phrase.stacks.append(self.lexicon.name(w.NAMED[text].split()) or w.NAMED[text])
            return self._close(phrase, j, HeadKind.PEOPLE)
        if text in w.SENIOR_PEOPLE and (text != "leads" or self._ends(j + 1)):
            phrase.seniority = w.SENIORITY[text]
            return self._close(phrase, j, HeadKind.PEOPLE)
        if text in w.SENIORITY and not (text in ("lead", "staff") and self._ends(j + 1)):
            phrase.seniority = w.SENIORITY[text]
            phrase.end = self.tokens[j].end
            return 1
        if text in w.PEOPLE or self._sized(phrase, j, text):
            return self._close(phrase, j, HeadKind.PEOPLE)
        if text in w.GROUPS and phrase.stacks:
            phrase.groups = True
            return self._close(phrase, j, HeadKind.PEOPLE)
        if text in w.ROLES:
            return self._close(phrase, j, HeadKind.ROLES)
        return 0

    def _sized(self, phrase: _Phrase, j: int, text: str) -> bool:
        """ "five-strong Go group", "a six-man team", "five strong" at an end."""
        if (
            text not in ("strong", "deep", "man", "woman", "member", "headed")
            or phrase.stacks
            or phrase.unknown
        ):
            return False
        found = self._stack(j + 1)
        group = self._text(j + 1 + (found[1] if found else 0)) in w.GROUPS
        return group or (text in ("strong", "deep") and self._ends(j + 1))

    def _close(self, phrase: _Phrase, j: int, kind: HeadKind) -> int:
        phrase.kind = kind
        phrase.end = self.tokens[j].end
        return 1

    def _modifier(self, phrase: _Phrase, j: int, text: str) -> int:
        if text in ("and", "or", "&", "/", ","):
            ahead = self._text(j + 1)
            if (phrase.stacks or phrase.seniority) and (self._stack(j + 1) or ahead in w.SENIORITY):
                return 1
            return 1 if ahead in ("and", "or") and text == "," and self._stack(j + 2) else 0
        if text == "of":
            return self._of(phrase, j)
        if text in ("more", "additional", "extra", "further", "other", "others"):
            phrase.more = phrase.more or text not in ("other", "others")
            phrase.end = self.tokens[j].end
            return 1
        if text in ("level", "time", "full", "part", "x", "brand", "new"):
            return 1
        if text in (
            "free",
            "available",
            "ready",
            "open",
            "idle",
            "working",
            "strong",
            "spare",
            "unassigned",
        ) and self._noun_at(j + 1):
            phrase.free = phrase.free or text in ("free", "available", "ready", "idle", "spare", "unassigned")
            return 1
        if phrase.stacks or text in w.STOP or text in w.BARE_NEXT or not text[0].isalpha():
            return self._trailing(phrase, text)
        phrase.unknown += 4 if text in ("former", "ex") else 1
        plural = (
            text.endswith("s")
            and not text.endswith(("ss", "ics", "ops", "ous"))
            and text not in ("systems", "services", "operations", "sales")
        )
        return 0 if phrase.unknown > 3 or plural else 1

    def _noun_at(self, j: int) -> bool:
        text = self._text(j)
        return text in w.PEOPLE or text in w.SENIORITY or text in w.NAMED or self._stack(j) is not None

    def _trailing(self, phrase: _Phrase, text: str) -> int:
        """A word between a stack and its people ("Go backend engineers", "Python services roles")."""
        if not phrase.stacks or text in w.STOP or not text[0].isalpha():
            return 0
        phrase.unknown += 1
        return 1 if phrase.unknown <= 2 else 0

    def _of(self, phrase: _Phrase, j: int) -> int:
        ahead = self._text(j + 1)
        if ahead in ("our", "your", "their"):
            phrase.owner = ahead
            return 3 if self._text(j + 2) == "own" else 2
        if ahead in ("them", "these", "those", "us", "ours", "whom", "which"):
            phrase.part = ahead not in ("us", "ours")
            return self._close(phrase, j + 1, HeadKind.PEOPLE) + 1 if ahead not in ("these", "those") else 2
        if ahead == "the":
            phrase.part = True
            return 2 if j + 2 < len(self.tokens) and self.tokens[j + 2].number is None else 0
        return 0

    def _ends(self, j: int) -> bool:
        """True where no further noun follows: the phrase is complete without "engineers"."""
        text = self._text(j)
        return (
            not text
            or not text[0].isalnum()
            or text in w.STOP
            or text in ("and", "or")
            or self.tokens[j].number is not None
        )

    def _stack(self, j: int) -> tuple[str, int] | None:
        if j >= len(self.tokens):
            return None
        for size in range(self.lexicon.first.get(self.tokens[j].text, 0), 0, -1):
            if j + size <= len(self.tokens):
                part = [t.text for t in self.tokens[j : j + size]]
                name = self.lexicon.name(part)
                if name is not None and not (size == 1 and self._verb(j, part)):
                    return name, size
        return None

    def _verb(self, j: int, part: Sequence[str]) -> bool:
        """ "go" the verb, "lead", "web of": a common word that is no name here."""
        if not self.lexicon.common(part) or self._text(j + 1) in (":", "–") or self._times(j + 1):
            return False
        token = self.tokens[j]
        if self.clean[token.start].isupper() and (part[0] != "go" or j > 0):
            return False
        ahead = self._text(j + 1)
        if (
            ahead in w.PEOPLE
            or ahead in w.ROLES
            or ahead in w.SENIORITY
            or ahead in w.CAPACITY
            or ahead in w.GROUPS
        ):
            return False
        return not (ahead in ("and", "or", "/", "&", ",", "-") and self._after_stack_list(j))

    def _after_stack_list(self, j: int) -> bool:
        ahead = self._text(j + 2)
        return self.lexicon.name([ahead]) is not None

    def _text(self, j: int) -> str:
        return self.tokens[j].text if 0 <= j < len(self.tokens) else ""


def _subset(phrase: _Phrase, whole: bool, number: Number) -> bool:
    """True for a part of people counted elsewhere: "two of them", "two of three"; roles are filled, not counted twice."""
    if phrase.kind is HeadKind.ROLES:
        return False
    return (phrase.part and not whole) or number.kind is NumberKind.RATIO


def _people_count(number: Number) -> int | None:
    """The number of people a number may stand for, or None: it is money, a date, a share..."""
    if number.kind is NumberKind.MULTIPLE and not number.word:
        return int(number.value) if number.value == int(number.value) else None
    if number.kind not in (NumberKind.COUNT, NumberKind.RATIO, NumberKind.LABEL, NumberKind.MINUTES):
        return None
    if number.value != int(number.value) or not 0 < number.value < 10_000:
        return None
    # A range promises up to its end; "several" and "10+" at least their beginning.
    return int(number.high if number.value == number.high else number.low)
