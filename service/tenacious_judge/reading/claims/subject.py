"""Whom a stretch of text is about: the prospect, ourselves, somebody else, or nobody in particular."""

import re
from enum import IntEnum
from functools import cached_property

from ..layout import Part, Sentence
from ..passage import Passage, Place
from . import subject_words as say
from .shared import company_places, is_fragment, places_of, shared_with_you


class About(IntEnum):
    PROSPECT = 0
    OWN = 1
    OTHER = 2
    GENERAL = 3


class Voice(IntEnum):
    """Who speaks. MAIL: we to the prospect. PROSPECT: they to us. BRIEF: a third person about them."""

    MAIL = 0
    PROSPECT = 1
    BRIEF = 2


class Subjects:
    """Whom each place of one passage is about. `company` and `peers` are names in lower case."""

    def __init__(self, passage: Passage, voice: Voice, company: str, peers: tuple[str, ...]) -> None:
        self.passage = passage
        self.flat = passage.flat
        self.voice = voice
        self.company = company
        self.peers = peers

    @cached_property
    def names(self) -> tuple[Place, ...]:
        """Where the prospect's company is named."""
        return company_places(self.passage, self.company)

    @cached_property
    def _others(self) -> tuple[Place, ...]:
        return tuple(p for name in self.peers if len(name) > 2 for p in places_of(self.passage, name))

    def named(self, start: int, end: int) -> bool:
        """True when the place lies in the company's name: "Growth Labs" is no growth."""
        if any(a < end and b > start and (a <= start or b >= end) for a, b in self.names):
            return True
        first = self.company.split(" ")[0]
        piece = self.flat[start:end]
        if len(first) < 4 or " " not in self.company or not f"{self.company} ".startswith(f"{piece} "):
            return False
        if piece != first:
            return True
        return self.passage.text.clean[start].isupper() and self._mid_sentence(start)

    def _mid_sentence(self, start: int) -> bool:
        return self.passage.sentence_at(start).start < start

    def about(self, start: int, end: int, *, noun: bool) -> About:
        """Whom the claim at [start, end) is about; `noun`: the place is a noun phrase, else a verb phrase."""
        sentence = self.passage.sentence_at(start)
        if say.OTHERS_SAY.match(self.flat, sentence.start, start):
            return About.OTHER
        owner = self._owner(sentence, start, end) if noun else ""
        if owner in ("you", "we"):
            return self._person(owner)
        if owner == "other":
            return About.OTHER
        here, mail = self.passage.spoken_of(sentence), self.voice is Voice.MAIL
        if shared_with_you(here, self.flat, end, self.company, self.names, mail=mail):
            return About.PROSPECT
        subject = self._subject(sentence, start)
        if (
            noun
            and mail
            and here.search(say.CLIENTS_OF_OURS, self.flat, end, self.passage.clause_at(start)[1])
        ):
            return About.OTHER
        if noun and not owner and subject in ("", "seen", "often") and self._stranger(sentence, start):
            return About.OTHER
        if noun and here.search(say.LIKE_YOURS, self.flat, start, end):
            return self._person("you")
        if noun:
            return self._of_noun(owner, subject, sentence, start, end)
        if subject in ("", "seen", "often") and self._stranger(sentence, start):
            return About.OTHER
        if subject in ("", "seen") and here.search(say.YOU, self.flat, start, end):
            subject = "you"
        return self._of_verb(subject, sentence, start)

    def _person(self, token: str) -> About:
        own = (token == "we") == (self.voice is not Voice.PROSPECT)
        if token == "we" and self.voice is Voice.BRIEF:
            return About.PROSPECT
        return About.OWN if own else About.PROSPECT

    def _of_noun(self, owner: str, subject: str, sentence: Sentence, start: int, end: int) -> About:
        general = self.general(sentence, start)
        if owner in ("def", "its", "they", "name"):
            if subject == "other" or (
                owner == "they" and subject == "" and self.voice is Voice.MAIL and not self.names
            ):
                return About.OTHER
            return About.GENERAL if general and owner == "def" and subject != "you" else About.PROSPECT
        if subject == "other":
            return About.OTHER
        if subject == "you":
            return self._person("you")
        if self.voice is not Voice.MAIL:
            return self._person("we") if subject == "we" else About.PROSPECT
        if subject == "we":
            return About.OWN
        if general:
            return About.GENERAL
        if subject == "" and self._next_other(sentence, end):
            return About.OTHER
        if say.OPENING.match(self.flat, sentence.start, start) and self._of_you(sentence, start):
            return About.PROSPECT
        return About.PROSPECT if subject == "seen" or self._elliptic(sentence, start) else About.GENERAL

    def _stranger(self, sentence: Sentence, start: int) -> bool:
        """Another company is the subject: "Northgate has posted two roles" (the prospect's name is known)."""
        if not self.company:
            return False
        clause = self.passage.clause_at(start)[0]
        found = say.NAMED_SUBJECT.match(self.passage.text.clean, max(clause, sentence.start), sentence.end)
        if found is None or found.start(1) >= start:
            return False
        name = found[1].lower()
        first = name.split(" ")[0]
        return (
            first not in say.COMMON
            and name not in self.company
            and first not in self.company
            and not self.company.startswith(first)
        )

    def _next_other(self, sentence: Sentence, end: int) -> bool:
        """ "After a restructuring, many teams ...": the main clause is about others."""
        found = next(
            (m for m in say.TOKEN.finditer(self.flat, end, sentence.end) if m.lastgroup != "they"), None
        )
        return (
            found is not None
            and found.lastgroup == "other"
            and not found.group().startswith(("a ", "an ", "the ", "any ", "some "))
        )

    def _of_verb(self, subject: str, sentence: Sentence, start: int) -> About:
        if subject == "other":
            return About.OTHER
        if subject == "object":
            return About.OWN
        if subject == "seen" and not self.general(sentence, start):
            return About.PROSPECT
        if subject in ("you", "we"):
            return self._person(subject)
        if self.voice is Voice.BRIEF:
            return About.PROSPECT
        if say.AUX.search(self.flat, max(sentence.start, start - 40), start):
            return About.GENERAL if self.general(sentence, start) else About.PROSPECT
        if self.voice is Voice.PROSPECT:
            return About.PROSPECT
        opened = say.OPENING.match(self.flat, sentence.start, start) or say.ARRIVING.match(self.flat, start)
        if opened and self._of_you(sentence, start):
            return About.PROSPECT
        return About.PROSPECT if self._elliptic(sentence, start) else About.GENERAL

    def _of_you(self, sentence: Sentence, start: int) -> bool:
        """The reader is named from the place on."""
        return self.passage.spoken_of(sentence).search(say.YOU, self.flat, start, sentence.end) is not None

    def general(self, sentence: Sentence, start: int) -> bool:
        """True when the clause speaks of what is usual."""
        a, b = self.passage.clause_at(start)
        here = self.passage.spoken_of(sentence)
        return (
            here.search(say.GENERAL, self.flat, a, max(b, start)) is not None
            or here.match(say.GENERAL, self.flat, sentence.start, sentence.start + 60) is not None
        )

    def _elliptic(self, sentence: Sentence, start: int) -> bool:
        """A fragment about the prospect: a subject line, "Saw the ...", "Nine roles and a Series B: ..."."""
        if sentence.part is Part.SUBJECT:
            return True
        before = self.flat[sentence.start : start]
        if not before.strip() or len(before) < 4:
            return self._verbless(sentence, start)
        if any(sentence.start <= a < sentence.end for a, _ in self.names):
            return True
        listed = say.LISTED.search(before) is not None and not sentence.question
        if listed and is_fragment(self.flat[sentence.start : sentence.end]):
            return True
        return say.FRAME.search(before) is not None and (
            sentence.end - sentence.start < 90 or before[:4] in say.OPENERS
        )

    def _verbless(self, sentence: Sentence, start: int) -> bool:
        rest = self.flat[start : sentence.end]
        return not say.FINITE.search(rest)

    def _owner(self, sentence: Sentence, start: int, end: int) -> str:
        first = self.flat[start:end].split(" ", 1)[0]
        if first in say.DETERMINERS:
            return say.DETERMINERS[first]
        words = self.flat[max(sentence.start, start - 48) : start].replace("\x1f", " ").split()
        for word in reversed(words[-4:]):
            bare = word.strip("(\"'")
            if bare in say.DETERMINERS:
                return say.DETERMINERS[bare]
            if bare.endswith(("'s", "s'")) and bare not in (
                *("it's", "that's", "what's", "here's", "there's", "let's"),
            ):
                return self._possessor(bare, start)
            if bare in say.BREAKS or bare[-1:] in ",;:)–":
                return ""
        return ""

    def _possessor(self, word: str, start: int) -> str:
        at = self.flat.rfind(word, 0, start)
        owner = word[: word.rindex("'")]
        if any(a <= at < b for a, b in self.names) or (self.company and owner in self.company):
            return "name"
        if any(a <= at < b for a, b in self._others):
            return "other"
        if owner in (
            *say.OFFICERS,
            "company",
            "team",
            "today",
            "week",
            "month",
            "quarter",
            "year",
            "spring",
            "summer",
            "business",
        ):
            return "def"
        if owner.endswith("day"):
            return "ind"  # "Thursday's release is the one nobody watches"
        upper = self.passage.text.clean[at : at + 1].isupper()
        if upper and self.company and self._mid_sentence(at):
            return "other"
        return "name" if upper else "ind"

    def _subject(self, sentence: Sentence, start: int) -> str:
        """Who is named last before the place: "you", "we", "other", "seen", "often", "object" or ""."""
        window = self.flat[sentence.start : start]
        if self.passage.spoken_of(sentence).search(say.SETTING, window):
            window = say.SETTING.regex.sub(lambda m: "~" * len(m.group()), window)
        best, kind, after_list = -1, "", -1
        for a, _ in self.names:
            if sentence.start <= a < start:
                best, kind = a - sentence.start, "you" if self.voice is not Voice.PROSPECT else "we"
        for a, _ in self._others:
            if sentence.start <= a < start and a - sentence.start > best:
                best, kind = a - sentence.start, "other"
        for match in say.TOKEN.finditer(window):
            if match.start() < best:
                continue
            found = self._token(match, window)
            if found and not (found == "seen" and match.start() == after_list):
                best, kind = match.start(), found
            if found == "we" and match.group().startswith("the "):
                after_list = match.end() + 1  # "the roster I can see" is ours
        return kind

    def _token(self, match: re.Match[str], window: str) -> str:
        group = match.lastgroup or ""
        if (
            group == "you"
            and match.group() == "you"
            and say.OBJECT.search(window, max(0, match.start() - 14), match.start())
        ):
            if self.voice is not Voice.MAIL:
                return ""
            # "We help you scale" tells of us, "the round gives you" of them.
            return "object" if say.US.search(window, 0, match.start()) else "you"
        if group == "other" and match.group() == "most" and window.endswith("the ", 0, match.start()):
            return ""  # "among the most mature": a superlative
        if group == "other" and say.DESCRIBED.search(window, max(0, match.start() - 16), match.start()):
            return ""
        if (
            group == "we"
            and self.voice is Voice.MAIL
            and say.SEEING.match(window, match.end())
            and not say.OUR_NOTE.match(window, match.end())
            and not match.group().startswith(("the ", "this "))
        ):
            return "often" if say.SEEN_OFTEN.match(window, match.end()) else "seen"
        if group == "you" and self.voice is Voice.PROSPECT and say.SEEING.match(window, match.end()):
            return ""
        if group == "they":
            return ""
        return group
