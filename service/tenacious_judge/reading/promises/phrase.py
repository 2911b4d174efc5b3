"""The words from a number to its noun: "six more senior Go and Python engineers", "five-strong Go group"."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from . import words as w
from .stacks import Lexicon
from .tokens import Token


class HeadKind(StrEnum):
    """PEOPLE: engineers. STACK: a stack without a noun ("six Go"). ROLES: open positions. BARE: a number
    alone. UNCOUNTED: a stack's people without a number."""

    PEOPLE = "people"
    STACK = "stack"
    ROLES = "roles"
    BARE = "bare"
    UNCOUNTED = "uncounted"


@dataclass(slots=True)
class Phrase:
    """What is gathered on the way. `groups`: its noun is a team, not people. `unknown`: words that say
    nothing. `extra`: people added in brackets."""

    end: int
    kind: HeadKind | None = None
    stacks: list[str] = field(default_factory=list)
    seniority: str = ""
    owner: str = ""
    more: bool = False
    part: bool = False
    free: bool = False
    groups: bool = False
    unknown: int = 0
    extra: int = 0

    def close(self, kind: HeadKind, end: int) -> None:
        self.kind = kind
        self.end = end


class PhraseReader:
    """Reads noun phrases in the tokens of one sentence."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, clean: str) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.clean = clean

    def text(self, j: int) -> str:
        """The word at `j`, "" outside the sentence."""
        return self.tokens[j].text if 0 <= j < len(self.tokens) else ""

    def phrase(self, j: int, end: int) -> tuple[Phrase, int]:
        """The phrase from token `j` on, and where it stops. `end`: its end when empty."""
        phrase = Phrase(end)
        for _ in range(14):
            step = self._step(phrase, j)
            if step == 0:
                break
            j += step
        j = self._apposed(phrase, j)
        if phrase.kind is None and phrase.stacks and not phrase.unknown and self.ends(j):
            phrase.kind = HeadKind.STACK
        return phrase, j

    def _apposed(self, phrase: Phrase, j: int) -> int:
        """What follows "engineer" or "person" in one phrase: "a five-engineer pod", "six-person team"."""
        while phrase.kind is HeadKind.PEOPLE and self.text(j) and self.tokens[j].start - phrase.end <= 1:
            found = self.stack(j)
            if found is not None and not phrase.stacks and self.text(j + found[1]) in w.GROUPS | w.PEOPLE:
                phrase.stacks.append(found[0])
                j += found[1]
            elif self.text(j) in w.PEOPLE or self.text(j) in w.GROUPS:
                j += 1
            else:
                break
            phrase.end = self.tokens[j - 1].end
        return j

    def _step(self, phrase: Phrase, j: int) -> int:
        """How many tokens the phrase takes in from `j`; 0 ends it."""
        text = self.text(j)
        if not text or phrase.kind is not None or self.tokens[j].number is not None:
            return 0
        if text == "(" and self.text(j + 1) in ("plus", "and", "with"):
            return self._bracketed(phrase, j)
        if text == "(":
            return 3 if self.text(j + 2) == ")" and self.tokens[j + 1].number is not None else 0
        return (
            self._qualifier(phrase, j, text) or self._noun(phrase, j, text) or self._modifier(phrase, j, text)
        )

    def _bracketed(self, phrase: Phrase, j: int) -> int:
        """ "three (plus three more) Go engineers"."""
        stop = next((k for k in range(j + 2, j + 7) if self.text(k) == ")"), None)
        number = self.tokens[j + 2].number if stop is not None else None
        if stop is None or number is None:
            return 0
        phrase.extra += int(number.low) if number.low < 10_000 else 0
        return stop - j + 1

    # --- nouns and what names them ----------------------------------------------------------------------

    def _qualifier(self, phrase: Phrase, j: int, text: str) -> int:
        """A stack or a level."""
        found = self.stack(j)
        if found is not None and text not in w.PEOPLE:
            phrase.stacks.append(found[0])
            phrase.end = self.tokens[j + found[1] - 1].end
            phrase.unknown = 0
            return found[1]
        if text in w.SENIOR_PEOPLE and (text != "leads" or self._leads(j + 1)):
            phrase.seniority = w.SENIORITY[text]
            phrase.close(HeadKind.PEOPLE, self.tokens[j].end)
            return 1
        if text in w.SENIORITY and not (text in ("lead", "staff") and self.ends(j + 1)):
            phrase.seniority = w.SENIORITY[text]
            phrase.end = self.tokens[j].end
            return 1
        return 0

    def _leads(self, j: int) -> bool:
        """True for people who lead, where "leads to" and "leads back" are what something does."""
        return self.text(j) not in w.LED_TO and self.ends(j)

    def _noun(self, phrase: Phrase, j: int, text: str) -> int:
        if text in w.NAMED:
            phrase.stacks.append(self.lexicon.name(w.NAMED[text].split()) or w.NAMED[text])
        elif text in ("pair", "pairs") and self.text(j + 1) == "of" and self.text(j + 2) in ("hands", "eyes"):
            phrase.close(HeadKind.PEOPLE, self.tokens[j + 2].end)
            return 3
        elif text in w.ROLES:
            phrase.close(HeadKind.ROLES, self.tokens[j].end)
            return 1
        elif text in w.GROUPS and phrase.stacks:
            phrase.groups = not phrase.owner
        elif text not in w.PEOPLE and not self._sized(phrase, j, text):
            return 0
        phrase.close(HeadKind.PEOPLE, self.tokens[j].end)
        return 1

    def _sized(self, phrase: Phrase, j: int, text: str) -> bool:
        """ "five-strong Go group", "a six-man team", "five strong" at an end; "five of our best"."""
        if phrase.owner and text in ("best", "finest"):
            return True
        if text not in w.STRONG or phrase.stacks or phrase.unknown:
            return False
        found = self.stack(j + 1)
        group = self.text(j + 1 + (found[1] if found else 0)) in w.GROUPS
        return group or (text in ("strong", "deep") and self.ends(j + 1))

    # --- the other words of a phrase ---------------------------------------------------------------------

    def _modifier(self, phrase: Phrase, j: int, text: str) -> int:
        if text in w.JOINERS:
            return self._joiner(phrase, j, text)
        if text == "of":
            return self._of(phrase, j)
        if text in w.ADDED:
            phrase.more = phrase.more or not text.startswith("other")
            phrase.end = self.tokens[j].end
            return 1
        if text in ("level", "time", "full", "part", "x", "brand", "new"):
            return 1
        if (text in w.FREE or text in ("open", "working", "strong")) and self._named_at(j + 1):
            phrase.free = phrase.free or text in w.FREE
            return 1
        return self._other(phrase, text)

    def _other(self, phrase: Phrase, text: str) -> int:
        """A word that says nothing here: up to three before the noun, two between a stack and its people."""
        if text in w.STOP or not text[0].isalpha():
            return 0
        if phrase.stacks:
            phrase.unknown += 1
            return 1 if phrase.unknown <= 2 else 0
        if text in w.BARE_NEXT:
            return 0
        phrase.unknown += 4 if text in ("former", "ex") else 1
        # A plural is the thing counted: "three services", not three engineers further on.
        plural = (
            text.endswith("s") and not text.endswith(("ss", "ics", "ops", "ous")) and text not in w.SINGULAR
        )
        return 0 if phrase.unknown > 3 or plural else 1

    def _joiner(self, phrase: Phrase, j: int, text: str) -> int:
        ahead = self.text(j + 1)
        if (phrase.stacks or phrase.seniority) and (self.stack(j + 1) or ahead in w.SENIORITY):
            return 1
        return 1 if ahead in ("and", "or") and text == "," and self.stack(j + 2) else 0

    def _of(self, phrase: Phrase, j: int) -> int:
        ahead = self.text(j + 1)
        if ahead in ("our", "my", "your", "their"):
            phrase.owner = "our" if ahead == "my" else ahead
            return 3 if self.text(j + 2) == "own" else 2
        if ahead in ("these", "those"):
            phrase.part = True
            return 2
        if ahead in ("them", "us", "ours", "whom", "which"):
            phrase.part = ahead not in ("us", "ours")
            phrase.owner = "" if phrase.part else "our"
            phrase.close(HeadKind.PEOPLE, self.tokens[j + 1].end)
            return 2
        if self.text(j + 2) == "same" and self.text(j + 3) in w.KINDS:
            # "three more of the same stack": as many again, no part of those before.
            phrase.more = True
            phrase.close(HeadKind.BARE, self.tokens[j + 3].end)
            return 4
        if ahead == "the":
            phrase.part = True
            return 2 if j + 2 < len(self.tokens) and self.tokens[j + 2].number is None else 0
        return 0

    def _named_at(self, j: int) -> bool:
        text = self.text(j)
        return text in w.PEOPLE or text in w.SENIORITY or text in w.NAMED or self.stack(j) is not None

    def ends(self, j: int) -> bool:
        """True where no further noun follows: the phrase is complete without "engineers"."""
        text = self.text(j)
        if not text or not text[0].isalnum() or self.tokens[j].number is not None:
            return True
        return text in w.STOP or text in ("and", "or")

    # --- stacks ------------------------------------------------------------------------------------------

    def stack(self, j: int) -> tuple[str, int] | None:
        """The stack that begins at `j`, and its length in tokens."""
        if j >= len(self.tokens):
            return None
        for size in range(self.lexicon.first.get(self.tokens[j].text, 0), 0, -1):
            if j + size <= len(self.tokens):
                words = [t.text for t in self.tokens[j : j + size]]
                name = self.lexicon.name(words)
                if name is not None and not (size == 1 and self._common(j, words)):
                    return name, size
        return None

    def _common(self, j: int, words: Sequence[str]) -> bool:
        """ "go" the verb, "the web of", "data": an everyday word that is no name here."""
        ahead = self.text(j + 1)
        if not self.lexicon.common(words) or ahead in (":", "–") or self.times(j + 1):
            return False
        if self.clean[self.tokens[j].start].isupper() and (words[0] != "go" or j > 0):
            return False
        if any(ahead in table for table in (w.PEOPLE, w.ROLES, w.SENIORITY, w.CAPACITY, w.GROUPS)):
            return False
        return not (ahead in w.JOINERS and self.lexicon.name([self.text(j + 2)]) is not None)

    def times(self, j: int) -> int | None:
        """The number of "Go x4"."""
        text = self.text(j)
        return int(text[1:]) if text[:1] == "x" and text[1:].isdigit() and len(text) < 5 else None

    def times_after(self, j: int) -> tuple[int, int] | None:
        """The number behind "Go engineers x6" or "x 6", and the token it ends with."""
        count = self.times(j)
        if count is not None:
            return count, j
        number = self.tokens[j + 1].number if j + 1 < len(self.tokens) and self.text(j) == "x" else None
        return (int(number.low), j + 1) if number is not None and 0 < number.low < 10_000 else None

    def skill_of(self, i: int) -> tuple[str, int] | None:
        """The stack that the somebody at `i` is said to know, and its last token."""
        for j in range(i + 1, min(i + 14, len(self.tokens))):
            if not self.text(j)[:1].isalnum():
                return None
            found = self.stack(j + 1) if self.text(j) in w.SKILLED else None
            if found is not None:
                return found[0], j + found[1]
        return None

    def numbers_a_line(self, i: int) -> bool:
        """True for the "2." before the second item of a list."""
        token, clean = self.tokens[i], self.clean
        return (
            token.text.isdigit()
            and clean[token.end : token.end + 2] in (". ", ") ")
            and clean[: token.start].rstrip(" ")[-1:] in ("", "\n", "\x1f")
        )
