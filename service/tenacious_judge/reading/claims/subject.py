"""Whom a stretch of text is about: the prospect, ourselves, somebody else, or nobody in particular."""

import re
from enum import IntEnum
from functools import cached_property

from ..layout import Part, Sentence
from ..passage import Passage, Place
from .words import words_of


class About(IntEnum):
    PROSPECT = 0
    OWN = 1
    OTHER = 2
    GENERAL = 3


class Voice(IntEnum):
    """Who speaks. MAIL: we to the prospect. PROSPECT: the prospect to us. BRIEF: a third person about them."""

    MAIL = 0
    PROSPECT = 1
    BRIEF = 2


_TOKEN = re.compile(
    r"\b(?:(?P<you>you|your|yours|yourselves|(?:the|this) (?:whole |entire |engineering |platform |data |core )?(?:team|company|business|org|organi[sz]ation|department))|(?P<we>we|i|our|ours|my|us|tenacious|(?<!your )squads?)|"
    r"(?P<they>they|their|theirs|them|he|she|his|her)|"
    r"(?P<other>peers?|competitors?|rivals?|competition|companies|firms|start-?ups|businesses|organi[sz]ations|clients?|"
    r"founders|ctos|cfos|leaders|vendors|agencies|teams|groups|players|others|(?:most|many|few)(?! of (?:them|these|those|the|your))|everyone|"
    r"anyone|somebody|someone|fintechs|scale-?ups|providers|shops|houses|outfits|neighbou?rs|"
    r"(?:a|an|one|another|each|every|any|no|the average|some|first|last|second) (?:[a-z-]+ ){0,2}"
    r"(?:client|customer|team|company|cto|start-?up|fintech|firm|business|scale-?up|organi[sz]ation|group|founder|lender|"
    r"insurer|retailer|carrier|platform company|marketplace)(?! of (?:\d|about|around|roughly|some|nearly|over|fewer|more)| of ?$)))\b"
)
_YOU = re.compile(r"\byou(?:r|rs)?\b")
_DESCRIBED = re.compile(
    r"\b(?:point(?:s|ing)? to|signs? of|marks? of|sounds? like|looks? like|suggests?|is|are|being|as|signals?|describes?|spells?|"
    r"reads? as|picture of|becoming|remain|remains) $"
)
_NAMED_SUBJECT = re.compile(
    r"[\s\"'(]*(?:(?:I|We) (?:see|saw|read|noticed|know|heard|hear)(?: that)? )?([A-Z][\w&.-]+(?: [A-Z][\w&.-]+){0,2})(?:,[^,]{0,30},)? (?:has|have|is|was|posted|raised|closed|hired|lists?|"
    r"listed|runs?|recently|just|moved|went|cut|laid|put|named|appointed|added|grew|doubled|tripled|built|uses|opened|started|also|announced|did)\b"
)
_COMMON = words_of(
    """hiring recruiting recruitment growth that this it there what who which everyone nothing nobody your our the one two three four five six seven
    eight nine ten eleven twelve headcount engineering funding series openings roles scaling demand speed delivery elena you we i he she they its
    somebody someone something everything each every all both half most many some any no none time team teams capacity onboarding interviews recruiters
    public postings open momentum ai ml data product platform money cash runway budget attrition rapid fast aggressive new a an if when since after as
    while with hypergrowth expansion seed layoffs restructuring leadership cto vp board investors revenue people engineers velocity competition now today
    last next here yes hello hi dear"""
)
_OTHERS_SAY = re.compile(r"[\s\"'(]*(?:most|many|other|some|every|all|plenty of) (?:of these |such )?(?:mails?|e-?mails?|messages?|vendors?|senders?|agencies|notes?|people|pitches|sellers?)\b")
_US = re.compile(r"\b(?:we|our|i|us|squads?|tenacious)\b")
_OPENING = re.compile(
    r"[\s\"'(]*(?:having|after|with|following|despite|coming|fresh|given|now that|as an?|being|on the back of|in the wake of|post)\b[^.?!;,]{0,60}$"
)
_LIKE_YOURS = re.compile(r"\b(?:like|of|as|at) yours?\b|\byou\b")
_OBJECT = re.compile(
    r"\b(?:help(?:s|ed|ing)?|let(?:s|ting)?|giv(?:e|es|ing)|send(?:s|ing)?|show(?:s|ing)?|tell(?:s|ing)?|ask(?:s|ing)?|"
    r"offer(?:s|ing)?|bring(?:s|ing)?|get(?:s|ting)?|take(?:s)?|support(?:s|ing)?|save(?:s)?|spare(?:s)?|make(?:s)?|keep(?:s)?|"
    r"allow(?:s)?|enable(?:s)?|free(?:s)?|put(?:s)?|reach(?:ing)?|walk(?:ing)?|thank|write to|writing to|emailing|email|"
    r"meet|join|match|fit|want|serve|with|to|for|from|at|than|of) $"
)
_SETTING = re.compile(
    r"\b(?:like|such as|similar to|unlike|as) (?:you|yours|your \w+)\b|\b(?:at|of|in|for|around|near|outside) your "
    r"(?:[a-z]+ )?(?:stage|size|sector|space|industry|market|shoes|position|vertical|region|city|field|segment|peer group|"
    r"category|class|league|part|phase|point|time ?zone|domain|world|niche)\b"
)
_SEEING = re.compile(
    r"[\w' ,-]{0,28}?\b(?:s[ea]e|saw|seen|seeing|notic\w+|read|reading|understand|understood|know|knew|gather|hears?|heard|"
    r"found|finds?|finding|spotted|spot|count(?:s|ed)?|track(?:ed|ing)?|think|thought|believe|guess|suspect|assume|imagine|"
    r"learn(?:ed|t)|caught|came across|looked|watch\w*|show(?:s|ed|ing)?|suggest(?:s|ed)?|indicat\w+|confirm(?:s|ed)?|"
    r"tells? (?:me|us)|take it|reckon|bet|congratulat\w+|not(?:e|ed|ing)|picked up|points? (?:to|at)|realis\w+|realiz\w+|"
    r"told|following|followed|aware|sense|say|verif\w+|infer\w*|detect\w*|list(?:s|ed)?|reports?|"
    r"writing because|reaching out because|wrote because|research|data|notes?|brief|records?|sources?|mention\w*)\b"
)
_SEEN_OFTEN = re.compile(r"(?:'ve| have)? (?:often |regularly |usually |also |all )?(?:seen|watched|heard of|known)\b|(?:'ve| have)? (?:often|regularly|usually|sometimes) ")
_GENERAL = re.compile(
    r"\b(?:usually|often|typically|tends? to|generally|commonly|normally|frequently|rarely|as a rule|in most cases|"
    r"in our experience|in my experience|in general|more often than not|nine times out of ten|sooner or later|"
    r"for most|the pattern we see|we see this|the usual|most of the time|at most companies|in the first|on average|"
    r"every growing|any growing|can easily|what tends|is rarely|is never|are never)\b"
)
_FRAME = re.compile(
    r"\b(?:congrat\w*|kudos|well done|saw|noticed|seeing|read|spotted|came across|heard|news|announcement|following|"
    r"after|since|given|with|on the back of|thanks to|on|about|regarding|re|behind|before|post|hello)\b[^.?!]{0,40}$"
)
_AUX = re.compile(
    r"(?:\b(?:is|are|was|were|been|being|has|have|had|keeps?|kept|started|began|continues?(?: to be)?|remains?)|'s|'re|'ve)"
    r"(?: (?:now|also|just|clearly|visibly|currently|already|still|not|recently|obviously|really|both|all|been|definitely|"
    r"actively|evidently|plainly|undoubtedly|steadily|quietly|openly|certainly|indeed|busy|hard at work))*[\s-]*$"
)
_DETERMINERS = {
    "your": "you", "our": "we", "my": "we", "their": "they", "his": "they", "her": "they", "its": "its",
    "the": "def", "this": "def", "that": "def", "these": "def", "those": "def", "both": "def",
    "a": "ind", "an": "ind", "another": "ind", "any": "ind", "every": "ind", "each": "ind", "no": "ind", "such": "ind",
    "some": "ind", "most": "ind", "many": "ind", "few": "ind", "similar": "ind", "other": "ind", "all": "ind",
}  # fmt: skip
_BREAKS = words_of(
    """of in for with after on to and or but at by from about during before since through is are was were be
    been has have had as than that which who you we i they it while when if so because into onto via per
    without against"""
)


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
        return self._places(self.company) if len(self.company) > 1 else ()

    @cached_property
    def _others(self) -> tuple[Place, ...]:
        return tuple(p for name in self.peers if len(name) > 2 for p in self._places(name))

    def _places(self, name: str) -> tuple[Place, ...]:
        out, at = [], self.flat.find(name)
        while at >= 0:
            out.append((at, at + len(name)))
            at = self.flat.find(name, at + len(name))
        return tuple(out)

    def named(self, start: int, end: int) -> bool:
        """True when the place lies in the company's name: "Growth Labs" is no growth."""
        if any(a < end and b > start and (a <= start or b >= end) for a, b in self.names):
            return True
        first = self.company.split(" ")[0]
        piece = self.flat[start:end]
        if len(first) < 4 or " " not in self.company or not piece.startswith(first):
            return False
        return self.passage.text.clean[start].isupper() and self._mid_sentence(start)

    def _mid_sentence(self, start: int) -> bool:
        return self.passage.sentence_at(start).start < start

    def about(self, start: int, end: int, *, noun: bool) -> About:
        """Whom the claim at [start, end) is about; `noun`: the place is a noun phrase, else a verb phrase."""
        sentence = self.passage.sentence_at(start)
        if _OTHERS_SAY.match(self.flat, sentence.start, start):
            return About.OTHER
        owner = self._owner(sentence, start, end) if noun else ""
        if owner in ("you", "we"):
            return self._person(owner)
        if owner == "other":
            return About.OTHER
        if self._like_you(end):
            return About.PROSPECT
        subject = self._subject(sentence, start)
        if noun and not owner and subject in ("", "seen", "often") and self._stranger(sentence, start):
            return About.OTHER
        if noun and _LIKE_YOURS.search(self.flat, start, end):
            return self._person("you")
        if noun:
            return self._of_noun(owner, subject, sentence, start, end)
        if subject in ("", "seen", "often") and self._stranger(sentence, start):
            return About.OTHER
        if subject in ("", "seen") and _YOU.search(self.flat, start, end):
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
            if subject == "other" or (owner == "they" and subject == "" and self.voice is Voice.MAIL and not self.names):
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
        if _OPENING.match(self.flat, sentence.start, start) and _YOU.search(self.flat, start, sentence.end):
            return About.PROSPECT
        return About.PROSPECT if subject == "seen" or self._elliptic(sentence, start) else About.GENERAL

    def _stranger(self, sentence: Sentence, start: int) -> bool:
        """Another company is the subject: "Northgate has posted two roles", where the prospect's name is known."""
        if not self.company:
            return False
        clause = self.passage.clause_at(start)[0]
        found = _NAMED_SUBJECT.match(self.passage.text.clean, max(clause, sentence.start), sentence.end)
        if found is None or found.start(1) >= start:
            return False
        name = found[1].lower()
        first = name.split(" ")[0]
        return first not in _COMMON and name not in self.company and first not in self.company and not self.company.startswith(first)

    def _next_other(self, sentence: Sentence, end: int) -> bool:
        """ "After a restructuring, many teams ...": the main clause is about others."""
        found = next((m for m in _TOKEN.finditer(self.flat, end, sentence.end) if m.lastgroup != "they"), None)
        return found is not None and found.lastgroup == "other" and not found.group().startswith(("a ", "an ", "the ", "any ", "some "))

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
        if _AUX.search(self.flat, max(sentence.start, start - 40), start):
            return About.GENERAL if self.general(sentence, start) else About.PROSPECT
        if self.voice is Voice.PROSPECT:
            return About.PROSPECT
        if _OPENING.match(self.flat, sentence.start, start) and _YOU.search(self.flat, start, sentence.end):
            return About.PROSPECT
        return About.PROSPECT if self._elliptic(sentence, start) else About.GENERAL

    def general(self, sentence: Sentence, start: int) -> bool:
        """True when the clause speaks of what is usual."""
        a, b = self.passage.clause_at(start)
        return _GENERAL.search(self.flat, a, max(b, start)) is not None or (
            _GENERAL.match(self.flat[sentence.start : sentence.start + 60]) is not None
        )

    def _elliptic(self, sentence: Sentence, start: int) -> bool:
        """A fragment about the prospect: a subject line, "Saw the ...", "Nine roles and a Series B: ...". """
        if sentence.part is Part.SUBJECT:
            return True
        before = self.flat[sentence.start : start]
        if not before.strip() or len(before) < 4:
            return self._verbless(sentence, start)
        if any(sentence.start <= a < sentence.end for a, _ in self.names):
            return True
        return _FRAME.search(before) is not None and (sentence.end - sentence.start < 90 or before[:4] in _OPENERS)

    def _verbless(self, sentence: Sentence, start: int) -> bool:
        rest = self.flat[start : sentence.end]
        return not re.search(r"\b(?:is|are|can|takes?|means?|makes?|usually|often|tends?|gets?|will|rarely|should)\b", rest)

    def _like_you(self, end: int) -> bool:
        after = self.flat[end : end + 48]
        return re.match(
            r"[^.?!;,]{0,26}\b(?:like|such as|as) (?:yours|you|" + (re.escape(self.company) or "yours") + r")\b", after
        ) is not None  # fmt: skip

    def _owner(self, sentence: Sentence, start: int, end: int) -> str:
        first = self.flat[start:end].split(" ", 1)[0]
        if first in _DETERMINERS:
            return _DETERMINERS[first]
        words = self.flat[max(sentence.start, start - 48) : start].replace("\x1f", " ").split()
        for word in reversed(words[-4:]):
            bare = word.strip("(\"'")
            if bare in _DETERMINERS:
                return _DETERMINERS[bare]
            if bare.endswith(("'s", "s'")) and bare not in ("it's", "that's", "what's", "here's", "there's", "let's"):
                return self._possessor(bare, start)
            if bare in _BREAKS or bare[-1:] in ",;:)–":
                return ""
        return ""

    def _possessor(self, word: str, start: int) -> str:
        at = self.flat.rfind(word, 0, start)
        owner = word[: word.rindex("'")]
        if any(a <= at < b for a, b in self.names) or (self.company and owner in self.company):
            return "name"
        if any(a <= at < b for a, b in self._others):
            return "other"
        if owner in ("company", "team", "today", "week", "month", "quarter", "year", "spring", "summer", "business"):
            return "def"
        upper = self.passage.text.clean[at : at + 1].isupper()
        if upper and self.company and self._mid_sentence(at):
            return "other"
        return "name" if upper else "ind"

    def _subject(self, sentence: Sentence, start: int) -> str:
        """The last one named before the place in its sentence: "you", "we", "other", "object" (of our verb), ""."""
        window = self.flat[sentence.start : start]
        gone = _SETTING.search(window)
        if gone:
            window = _SETTING.sub(lambda m: "~" * len(m.group()), window)
        best, kind = -1, ""
        for a, _ in self.names:
            if sentence.start <= a < start:
                best, kind = a - sentence.start, "you" if self.voice is not Voice.PROSPECT else "we"
        for a, _ in self._others:
            if sentence.start <= a < start and a - sentence.start > best:
                best, kind = a - sentence.start, "other"
        for match in _TOKEN.finditer(window):
            if match.start() < best:
                continue
            found = self._token(match, window)
            if found:
                best, kind = match.start(), found
        return kind

    def _token(self, match: re.Match[str], window: str) -> str:
        group = match.lastgroup or ""
        if group == "you" and match.group() == "you" and _OBJECT.search(window, max(0, match.start() - 14), match.start()):
            if self.voice is not Voice.MAIL:
                return ""
            # "We help you scale" tells of us, "the round gives you" of them.
            return "object" if _US.search(window, 0, match.start()) else "you"
        if group == "other" and _DESCRIBED.search(window, 0, match.start()):
            return ""
        if group == "we" and self.voice is Voice.MAIL and _SEEING.match(window, match.end()):
            return "often" if _SEEN_OFTEN.match(window, match.end()) else "seen"
        if group == "you" and self.voice is Voice.PROSPECT and _SEEING.match(window, match.end()):
            return ""
        if group == "they":
            return ""
        return group


_OPENERS = ("cong", "saw ", "noti", "read", "seei", "kudo", "well", "with", "give", "afte", "sinc", "on t", "spot", "than")
