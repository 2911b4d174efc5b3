"""How sure a claim is said to be. Presuppositions are claims: to ask how a surge goes says there is one."""

import re
from functools import cached_property

from ..layout import Sentence
from ..modality import asked_from
from ..passage import Passage, Place
from ..worded import worded
from .model import Stance

_SUBORDINATE = re.compile(
    r"[\s\"'(]*(?:and |but |so |or )?(?:(?:ever )?since|now that|given(?: that)?|after|because|as|"
    r"while|with|following|in light of|considering|"
    r"having|thanks to|despite|even though|although|though|seeing(?: that| as)?|on the back of|in "
    r"the wake of|"
    r"coming off|fresh off|off the back of|with the|at a time when|who|which|that)\b(?! (?:far as|"
    r"soon as|well as|if|"
    r"though|needed|before|usual|always|long as))"
)
_SINCE = worded(
    r"\b(?:since|now that|given(?: that)?|after|because|as|while|following|in light of|"
    r"considering|thanks to|despite|"
    r"even though|in the wake of|on the back of|with)\s+(?:you|your|the|its|that|those|these|this|"
    r"hiring|all|so|such)\b"
)
# "What broke first when the team went from eight to twenty?" grants that it did.
_WHEN_PAST = worded(
    r"\b(?:when|once|after) (?:you|your|the|it|they|its)\b[^?]{0,40}?\b(?:went|grew|doubled|tripled|"
    r"became|had|moved|"
    r"took|cut|laid|raised|closed|joined|left|changed|expanded|opened|lost|hired|posted|landed|arrived|"
    r"launched|"
    r"switched|merged)\b"
)
_WH = re.compile(
    r"(?:^|[\s,:;–-])(?:how(?! (?:many|much|far|fast|quickly|often|soon|likely|accurate|close|"
    r"real|about|right|wrong|well "
    r"does that)\b)|why|when|where|what(?:'s| is| was| has| are| did| does| do| made| prompted| "
    r"drove| led| caused| happens| part)?|"
    r"which|who(?:'s| is| are)?|whose)\b"
)
_WH_CLAIMING = re.compile(
    r"(?:^|[\s,:;–-])(?:how(?: is| are|'s| has| have| did| do| does| will| was| were| would)\b|"
    r"why\b|when did\b|where did\b|"
    r"what (?:prompted|drove|led|caused|made|triggered|is behind|was behind|is driving|drives|has "
    r"driven|changed|"
    r"happens|sits behind|lies behind|part of|does|did|do|has|is|are|was|will|would|'s)\b|"
    r"what's\b|who (?:is|are|owns|runs|leads|"
    r"keeps|covers|picked|replaced|succeeded|stepped|took|handles|manages|looks)\b|which (?:part|"
    r"of|team|area|bit|side|parts)\b|how many\b[^?]{0,40}\b(?:did|have|were|lost)\b)"
)
_TAG = re.compile(
    r"[,–-]\s*(?:right|correct|no|yes|true|(?:is|are|was|were|do|does|did|have|has|hasn|haven|isn|"
    r"aren|don|didn|doesn|wasn)(?:'t|t)? "
    r"(?:it|you|they|that|we|not)|is that (?:right|correct|fair|so)|am i right|or am i wrong)\s*\?"
)
_NEGATIVE_POLAR = re.compile(
    r"^[\s\"'(]*(?:isn't|aren't|hasn't|haven't|didn't|don't|doesn't|wasn't|surely)\b"
)
_PRAGMATIC_IF = re.compile(
    r"if (?:it|that|this|any of this|timing|the timing|useful|helpful|of interest|interested|"
    r"relevant|convenient|you(?:'re| are) "
    r"(?:open|curious|interested|free|up for|the right)|you(?:'d| would| want| prefer)|not|so|"
    r"easier|there(?:'s| is) interest)\b"
)
_EXISTS = re.compile(
    r"\b(?:is|are|was|were|be) (?:there )?(?:actually |really |still |even |indeed |also )?(?:an?|"
    r"any)\b|\b(?:(?:did|does|has|have|is|are|was|were) (?:really |indeed |in fact )?)?(?:real|confirmed|"
    r"true|"
    r"accurate|happening|taken place|take place|go ahead|gone ahead|exists?|closes?|"
    r"happened|happen|close|current|still (?:on|planned|true)|right|correct|"
    r"still|be|new|growth|backfill|closed|complete|done|the case)\b"
)
_AFTERTHOUGHT = re.compile(
    r"[\s,–-]*\b(?:perhaps|maybe|possibly|i (?:think|guess|suspect|believe)|it (?:seems|appears)|"
    r"apparently|by the look of it|"
    r"if i (?:read|understand|am reading|have read)|unless i)\b"
)
_ON_IT = re.compile(
    r"\b(?:is|are|was|were|does|do|did|would|could) (?:that|this|it|they|those|these|all of|any "
    r"of|either)\b|\bwhich is it\b|"
    r"\b(?:growth|backfill\w*|replacement\w*|replacing|net new|expanding|expansion|scaling|"
    r"growing|filling|adding|turnover|current|accurate|"
    r"about right|up to date|evergreen)\b"
)
# "No CTO since March, and four roles open: who signs off?" states first and asks then.
_THEN_ASKED = re.compile(
    r"(?::| [–-]) ?(?:and |so |but )?(?:how|why|when|where|what|which|who|whose|is|are|does|do|did|has|"
    r"have|was|"
    r"were|would|could|can|will|should)\b"
)
_IS_THERE = re.compile(
    r"[\s\"'(]*(?:is|are|was|were|has|have|did|would|could|might|will) (?:there |the |your |that |"
    r"those )?[\w ]{0,12}$"
)


class Stances:
    """How each place of one passage is said."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.flat = passage.flat

    @cached_property
    def _negations(self) -> list[Place]:
        passage = self.passage
        return [p for p in passage.cue("negation") if not passage.cue_in("pseudo_negation", *p)]

    def of(self, start: int, end: int, *, definite: bool = False) -> Stance:
        """`definite`: a noun phrase that takes its thing for granted ("your hiring surge"): a question or a
        doubt about something else leaves it standing."""
        passage = self.passage
        if passage.quoted(start, end):
            return Stance.QUOTED
        sentence = passage.sentence_at(start)
        parts = passage.clauses_of(sentence)
        at = next((i for i, (_, b) in enumerate(parts) if start < b), len(parts) - 1)
        clause = parts[at]
        granted = definite or self._granted(sentence, clause, start)
        reach = clause if definite else (sentence.start, sentence.end)
        if passage.cue_in("sig_limit", *reach) is not None:
            return Stance.LIMITED
        if self._conditional(sentence, clause, start, end, granted):
            return Stance.OPEN
        if not granted and self._negated(clause, start):
            return Stance.NEGATED
        asked = self._asked(sentence, parts, at, start, end, granted)
        if asked is not None:
            return asked
        return self._hedged(clause, sentence, start, end, definite)

    def _granted(self, sentence: Sentence, clause: Place, start: int) -> bool:
        """The place stands in a clause taken for granted: "since you ...", "as you ...", "with ..."."""
        head = _SUBORDINATE.match(self.flat, clause[0], clause[1])
        if head and head.end() <= start:
            return not (head.group().strip() in ("which", "that", "who") and clause[0] == sentence.start)
        here = self.passage.spoken_of(sentence)
        if sentence.question and here.search(_WHEN_PAST, self.flat, clause[0], min(clause[1], start + 60)):
            return True
        opened = here.all(_SINCE, self.flat, clause[0], start)
        return bool(opened) and "," not in self.flat[opened[-1].end() : start]

    def _conditional(self, sentence: Sentence, clause: Place, start: int, end: int, granted: bool) -> bool:
        flat = self.flat
        for a, b in self.passage.cue("conditional"):
            if not sentence.start <= a < start:
                continue
            gap = flat[b:start]
            if any(mark in gap for mark in ",;:") or " then " in gap or "–" in gap:
                continue
            if _PRAGMATIC_IF.match(flat, a):
                continue
            if granted:
                # "if your hiring surge outruns ..." grants the surge; "if the round is real" does not.
                return (
                    _EXISTS.match(flat[end : end + 40].lstrip()) is not None
                    or _EXISTS.search(gap) is not None
                )
            return True
        return False

    def _negated(self, clause: Place, start: int) -> bool:
        return any(clause[0] <= a and b <= start for a, b in self._negations)

    def _asked(
        self, sentence: Sentence, parts: tuple[Place, ...], at: int, start: int, end: int, granted: bool
    ) -> Stance | None:
        flat = self.flat
        if self._indirect(sentence, parts[at], start, granted):
            return Stance.OPEN
        if not sentence.question:
            return None
        if _TAG.search(flat, start, sentence.end + 1):
            return Stance.LEANING
        if _THEN_ASKED.search(flat, end, sentence.end) is not None:
            return None
        first = asked_from(flat, parts)
        if at < first:
            return None
        opened = flat[parts[first][0] : end]
        if granted:
            return (
                None
                if not self._exists_asked(flat[parts[first][0] : start], flat[end : end + 24])
                else Stance.OPEN
            )
        if _WH_CLAIMING.search(opened):
            return None
        if _WH.search(opened):
            return Stance.OPEN
        return Stance.LEANING if _NEGATIVE_POLAR.match(opened) else Stance.OPEN

    def _exists_asked(self, opened: str, after: str) -> bool:
        """ "Is the Series B closed?", "Is there a new CTO?" ask for the thing itself."""
        return _IS_THERE.match(opened) is not None and (
            _EXISTS.match(after.lstrip()) is not None or "there" in opened
        )

    def _indirect(self, sentence: Sentence, clause: Place, start: int, granted: bool) -> bool:
        if granted:
            return False
        flat = self.flat
        for a, b in self.passage.cue("indirect_question"):
            if sentence.start <= a and b <= start:
                gap = flat[b:start]
                if "," in gap or ";" in gap:
                    continue
                word = flat[a:b].rsplit(" ", 1)[-1]
                return word in ("whether", "if", "what", "which", "who", "when", "where") or not gap.strip()
        return False

    def _hedged(self, clause: Place, sentence: Sentence, start: int, end: int, definite: bool) -> Stance:
        strong, weak = self.passage.cue("sig_strong"), self.passage.cue("sig_weak")
        afterthought = _AFTERTHOUGHT.match(self.flat, end) is not None
        if strong and definite and any(clause[0] <= a and b <= start for a, b in strong):
            return Stance.LEANING
        if strong and not definite and self._doubted(strong, clause, sentence, start, end, afterthought):
            return Stance.OPEN
        if afterthought:
            return Stance.OPEN
        for a, b in weak:
            if clause[0] <= a and (b <= start or (a <= start < b)):
                return Stance.LEANING
        if not definite and any(
            sentence.start <= a < clause[0] <= b + 24 and "," not in self.flat[b : clause[0]] for a, b in weak
        ):
            return Stance.LEANING
        return Stance.ASSERTED

    def _doubted(
        self,
        strong: list[Place],
        clause: Place,
        sentence: Sentence,
        start: int,
        end: int,
        afterthought: bool,
    ) -> bool:
        """A strong hedge reaches the place: in its clause, as an afterthought, or right before the clause."""
        for a, b in strong:
            if (clause[0] <= a and (b <= start or a <= start < b)) or (afterthought and end <= a < clause[1]):
                return True
        return any(
            sentence.start <= a < clause[0] and "," not in self.flat[b : clause[0] + 1] and b <= start
            for a, b in strong
        )

    def limit_near(self, start: int) -> bool:
        """A limit said beside an observation: in its sentence or beside it, as a doubt or a question."""
        passage = self.passage
        sentence = passage.sentence_at(start)
        everything = passage.sentences
        before = everything[max(0, sentence.index - 1)]
        after = everything[min(len(everything) - 1, sentence.index + 1)]
        further = everything[min(len(everything) - 1, sentence.index + 2)]
        if passage.cue_in("sig_limit", before.start, further.end) is not None:
            return True
        if passage.cue_in("sig_strong", sentence.start, after.end) is not None:
            return True
        return any(
            s.question and _ON_IT.search(self.flat, s.start, s.end) is not None
            for s in (sentence, after, further)
        )
