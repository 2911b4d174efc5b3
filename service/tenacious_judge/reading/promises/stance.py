"""The stance of one head: reads the statement around it, subject first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..layout import Part, Sentence
from ..passage import Passage
from . import cited as c
from . import frames as f
from .frames import Stance
from .heads import Head
from .intros import intro_stance
from .phrase import HeadKind
from .segments import Segment
from .starts import over

_TO_BE = re.compile(
    r"^(?:(?: \w+)? (?:currently|now|still|already|also|today|of \w+))*\s*(?:'re|'m|'s|\b(?:are|is|am|were|was|been|being|count|employ|number|total|have grown to|grew to))(?: now| about| around| some| over| nearly| roughly)*(?: (?:a|an|the)(?: [\w-]+){0,2} of)?\s*$"
)
_HAVE = re.compile(r"(?:\b(?:have|has|having|got|employ)|'ve)\b(?:[a-z ]{0,24})$")
_CONDITION = re.compile(
    r"[\s\"'(,]*(?:only )?(?:if|once|when|whenever|unless|until|provided|assuming|whether|in case|should(?! (?:we|i)\b))\b"
)
_BROKEN_OFF = re.compile(
    r"\b(?:and|but|so|then|only|just|instead)\b[^.]*\b(?:can|could|will|would|offer|have|start|place|give|put|commit)\b|'ll\b"
)
_WHEN_WE = re.compile(r"[\s,]*when (?:we|our|\w+ of ours) ")
_FILLED = re.compile(
    r"\b(?:fill|cover|staff|take (?:on|over|care of)|take|man|close|do|handle|own|supply (?:people )?for|people for)\b[^.]{0,24}$"
)
_DETERMINERS = re.compile(
    r"\s*(?:the|those|these|all|an?|our|up to|at least|another|some|about|exactly|first|next)?(?: (?:the|our|of))*\s*$"
)
_WOULD = re.compile(
    r"^\W*(?:and |or |so |then )?(?:would|could|will|do|does|might|can|is|are|should)\b(?: (?:having|adding|a|an|the|our|another|team|squad|pod|group|of|get|say|around|about|up to|even|just))*\s*$"
)
_JOINS = re.compile(
    r"\b(?:join|walk|answer|speak|talk|present|on the (?:call|line)|on a call|take your questions|dial|sit in|show)\b"
)
_WANTS = re.compile(r"\b(?:hire|recruit|find|employ|interview|replace|need|lose|search|advertise|wait)\b")
_REQUEST_NAMED = re.compile(
    r"^[^.;]{0,12}\b(?:that )?(?:you|your (?:team|cto|mail|note|message)) (?:\w+ )?(?:asked|mentioned|want|wanted|need|requested|described|wrote|are (?:after|looking)|have in mind|had in mind|specified|listed|named)"
)


@dataclass(frozen=True, slots=True)
class Said:
    """How a head is said. `pool`: it only states who is available; `weak`: nothing but "we have six engineers".
    `named`: it is the reader's own number ("the six you asked for"). `handed`: it is the reader's, and said to
    arrive ("your six will be in place"). `avail`: it says who is free, perhaps from a day on, not who starts.
    `default`: nothing is said of them but their number."""

    stance: Stance
    pool: bool = False
    weak: bool = False
    named: bool = False
    handed: bool = False
    avail: bool = False
    default: bool = False


_AFTER_OBJECT = re.compile(
    r"\s*(?:$|(?:with|a|an|the|to|up|our|from|by|on|in|as|at|for|some|all|about|around|exactly|another|roughly|over)\b)"
)
_LISTED = re.compile(
    r"(?:,|\band\b|\bplus\b|\bthen\b|\bwith\b|&|\+|\bled by|\bor\b|\bincluding|\balongside|:|\()\s*(?:then |and |also |plus |with |led by |for example |up to |all |both |the |a |an |our |at least |about |perhaps )*$"
)
_CITED = re.compile(
    r"\b(?:case stud\w+|references?|for example|track record|example|past (?:work|projects?))\b"
)
_SUMMED = re.compile(r"\b(?:plus|and|\+) \w+ (?:makes?|gives?|is|are)\b")
_GROWS = re.compile(r"\b(?:grow|go|scale|expand|rise|increase)\w*\b")
_RE = re.compile(r"\s*(?:re|fwd?|aw|sv|tr)\s*:")
_THAN = re.compile(r"\b(?:(?<!more )(?<!rather )than|not|nor) (?:the |a |about )?$")
_DID = re.compile(
    r"^(?:'ve| have| has)?(?: \w+ly| already| just| recently| once| also)? (?!need|exceed|embed|proceed)\w+ed\b"
)
_RUNS = re.compile(r"^(?: \w+)? (?:run|manage|lead|head|supervise|look after|oversee|direct|represent)\b")
_EACH_OF = re.compile(r"\b(?:each|both|all|every one|most|any) of $")
_KEEPS = re.compile(
    r"\b(?:reserv\w+|hold(?:ing)?|keep(?:ing)?|sav(?:e|ing)|set(?:ting)? aside|offer(?:ing)?|block(?:ed|ing)?)\b[^.;]{0,16}$"
)
_WINDOW = 240
_DEEP = ("deep", "strong")
_OUR_SQUAD = ("your squad of", "your pod of", "your new squad", "your new team of", "your dedicated")
_NONE = Said(Stance.NONE)
_THEIRS = Said(Stance.THEIRS)
_DECLINED = Said(Stance.DECLINED)


class StanceReader:
    """Reads the stances of the heads of one sentence. `intro`: the stance of the line before a list. `offered`:
    the mail has just offered people, so that "they" are ours."""

    def __init__(
        self,
        passage: Passage,
        sentence: Sentence,
        parts: Sequence[Segment],
        heads: Sequence[Head],
        intro: Stance | None = None,
        offered: bool = False,
        company: str = "",
    ) -> None:
        self.flat = passage.flat
        self.passage = passage
        self.sentence = sentence
        self.parts = parts
        self.heads = heads
        self.intro = intro
        self.company = company
        self.offered = offered
        self._at = 0

    def read(self, head: Head) -> Said:
        """The stance of `head`, before gates ("subject to confirmation") are looked at."""
        self._at = head.end
        k = next((i for i, p in enumerate(self.parts) if head.start < p.end), len(self.parts) - 1)
        part = self.parts[k]
        if self.passage.quoted(head.start, head.end) or self._answers_subject():
            return _THEIRS
        pre, post = self._around(part, head)
        if part.condition or (_CONDITION.match(pre) and not (k and _WHEN_WE.match(pre))):
            return _THEIRS if re.search(r"\byou", pre) else _NONE
        if head.owner and head.owner != "our" and head.kind is not HeadKind.ROLES:
            return Said(Stance.THEIRS, handed=head.owner == "your" and c.HANDED.match(post) is not None)
        if head.kind is HeadKind.UNCOUNTED and head.owner != "our" and f.BESIDE.search(pre):
            return _NONE
        if f.WISHFUL.search(pre):
            return _DECLINED
        if f.ELSEWHERE.search(pre) or f.ELSEWHERE.search(post):
            return _NONE
        if f.ROUTED.search(pre):
            return _NONE
        introduced = self._introduced(k)
        if introduced is not None:
            return Said(introduced)
        told = self._told_of(k, head, pre, post)
        if told is not None:
            return told
        return self._by_subject(k, head, pre, post)

    def _told_of(self, k: int, head: Head, pre: str, post: str) -> Said | None:
        """The stance of a number that is only cited or plainly refused, whoever acts in its sentence."""
        if c.DIFFERENCE.search(pre):
            return _NONE
        if head.kind is not HeadKind.ROLES and not self.sentence.question:
            if (
                c.REFUSED_AFTER.match(post)
                and not c.NO_REFUSAL.match(post)
                and not f.NO_NEGATION.search(post)
            ):
                return _DECLINED
            if c.COLON_NO.match(self.flat, head.end, self.sentence.end):
                return _DECLINED
        if c.STRUCK.search(pre) or c.APART.search(pre):
            return Said(Stance.RECORD)
        if c.OF_THE.search(pre) and c.OURS_NAMED.match(post):
            return Said(Stance.RECORD)
        if c.OVER_DEAD_BODY.search(pre):
            return _DECLINED
        if c.OF_THE.search(pre) and (_REQUEST_NAMED.match(post) or c.THEIR_PAPER.match(post)):
            return _THEIRS
        paper = c.THEIR_PAPER.match(post)
        if paper is not None and not self._acts(post[paper.end() :]):
            return _THEIRS
        joined = c.JOINED_BY.search(pre)
        if joined is not None:
            return Said(Stance.RECORD if joined["past"] else Stance.FIRM)
        old = c.OLD_WORDS.search(pre)
        if old is not None and (c.VOID.match(post) or c.told(pre[old.end() :])):
            return Said(Stance.RECORD)
        return None

    def _introduced(self, k: int) -> Stance | None:
        """What the words before a colon make of what follows: "a case study: five Go engineers, nine months"."""
        if not k or not self.flat[: self.parts[k].start].endswith(":"):
            return None
        left = self.flat[self.sentence.start : self.parts[k - 1].end]
        if _CITED.search(left):
            return Stance.RECORD
        said = intro_stance(left, False)
        return said if said in (Stance.THEIRS, Stance.NONE) else None

    def continued(self, before: Head, said: Said, head: Head) -> Said | None:
        """The stance of the head before, where `head` only goes on with its list: "two on 18 May, two in July"."""
        if said.stance not in (Stance.FIRM, Stance.GATED, Stance.THEIRS, Stance.RECORD):
            return None
        if said.stance is Stance.THEIRS and head.owner == "our":
            return Said(Stance.FIRM)
        between = self.flat[before.end : head.start]
        if ";" in between or "?" in between or len(between) > 90 or not _LISTED.search(between):
            return None
        post = self.flat[head.end : self.sentence.end][:60]
        return None if f.DECLINE_AFTER.match(post) or f.THEIR_AFTER.match(post) else said

    def _around(self, part: Segment, head: Head) -> tuple[str, str]:
        pre = self.flat[max(part.start, head.start - _WINDOW) : head.start]
        post = self.flat[head.end : min(part.end, head.end + _WINDOW)]
        if "(" in pre and ")" not in pre[pre.rindex("(") :]:
            pre = pre[pre.rindex("(") + 1 :]
            post = post.split(")")[0]
        return pre, post

    def _by_subject(self, k: int, head: Head, pre: str, post: str) -> Said:
        subjects = list(f.SUBJECT.finditer(pre))
        while subjects:
            match = subjects.pop()
            if match["ours"] is None and self._object(pre, match, subjects):
                continue
            if match["ours"] in ("us",) or (
                match["ours"]
                and f.OBJECT_AFTER.search(pre, 0, match.start())
                and match["ours"] not in ("we", "i")
            ):
                continue
            between = pre[match.end() :]
            if "," in between and _DETERMINERS.match(between[between.rindex(",") + 1 :]) and self._acts(post):
                break
            if match["ours"]:
                match = _acting(match, subjects, pre)
                return self._ours(head, pre, pre[match.end() :], post)
            if match[0] == "they" and self.offered:
                return self._ours(head, pre, between, post)
            if match["yours"]:
                if match[0].startswith(_OUR_SQUAD) and self._acts(post):
                    break
                return self._yours(head, pre, between, post, match[0])
            return _NONE
        if self._elliptic(k, pre):
            return self._ours(head, pre, pre, post)
        return self._unowned(head, pre, post)

    @staticmethod
    def _object(pre: str, match: re.Match[str], before: Sequence[re.Match[str]]) -> bool:
        """True for a "you" to whom something is given: "for you", "we can get you to six"."""
        if f.OBJECT_AFTER.search(pre, 0, match.start()):
            return _EACH_OF.search(pre, 0, match.start()) is None
        ours = any(m["ours"] for m in before)
        return ours and match[0] == "you" and _AFTER_OBJECT.match(pre[match.end() :]) is not None

    def _elliptic(self, k: int, pre: str) -> bool:
        """ "... but can start three": the subject was said before, or left out altogether."""
        if not f.ELLIPTIC.match(pre) or self._asked(pre):
            return False
        before = self.flat[self.sentence.start : self.parts[k].start]
        subjects = [
            m
            for m in f.SUBJECT.finditer(before)
            if m["ours"] or not f.OBJECT_AFTER.search(before, 0, m.start())
        ]
        return not subjects or subjects[-1]["ours"] is not None

    def _acts(self, post: str) -> bool:
        return f.AVAILABLE.match(post) is not None or f.START_AFTER.match(post) is not None

    def _asked(self, pre: str) -> bool:
        return self.sentence.question

    # --- our side acts ---------------------------------------------------------------------------------

    def _ours(self, head: Head, pre: str, between: str, post: str) -> Said:
        if head.kind is HeadKind.ROLES and not (_FILLED.search(between) or _KEEPS.search(between)):
            return _NONE
        if self._negated(head, pre) or _THAN.search(pre):
            return _DECLINED
        if self.sentence.question and not f.OFFER_QUESTION.search(pre):
            return _NONE
        if f.OBSERVE.search(between) and not self.sentence.question:
            return self._unowned(head, "", post) if f.MUSE.search(between) else _NONE
        if f.MAYBE.search(between):
            return Said(Stance.GATED)
        if f.GENERIC.search(pre) or f.GENERIC.match(post[:30]) or self._meets(head, post):
            return _NONE
        if self._past(between, post):
            return Said(Stance.RECORD)
        return self._state(head, between, post)

    def _state(self, head: Head, between: str, post: str) -> Said:
        named = _REQUEST_NAMED.match(post) is not None
        available = head.free or f.AVAILABLE.match(post) is not None
        if self._busy(post):
            return _NONE
        if _RUNS.match(between) and not available:
            return _NONE
        if _TO_BE.search(between) and not available:
            return Said(Stance.FIRM, pool=True) if self.flat[head.start : head.end].endswith(_DEEP) else _NONE
        if _HAVE.search(between):
            starts = f.START_AFTER.match(post) is not None or self._dated(post, head.end)
            weak = not (available or starts or head.stacks)
            avail = f.START_AFTER.match(post) is None
            return Said(Stance.FIRM, pool=not starts, weak=weak, named=named, avail=avail)
        return Said(Stance.FIRM, named=named)

    def _past(self, between: str, post: str) -> bool:
        if f.COUNTERFACTUAL.search(between):
            return True
        if f.MODAL.search(between):
            return False
        if (f.PAST.search(between) or _DID.match(between)) and not f.RESERVE.search(between):
            return not (f.KEPT.search(between) and (f.AVAILABLE.match(post[:40]) or f.FOR_YOU.match(post)))
        return f.RECORD_TIME.search(between + "_" + post) is not None or self._over(post)

    def _over(self, post: str) -> bool:
        """True where the time that is said lies behind: "we had five in April"."""
        start = self._at
        whens = list(self.passage.dates_in(start, start + len(post)))
        return bool(whens) and all(over(self.passage.flat, when, self.passage.today) for when in whens)

    # --- the reader acts -------------------------------------------------------------------------------

    def _yours(self, head: Head, pre: str, between: str, post: str, match: str) -> Said:
        if self.sentence.question:
            return Said(Stance.FIRM) if f.OFFER_QUESTION.search(pre) and not _WANTS.search(between) else _NONE
        if self._negated(head, pre) or f.DECLINE_AFTER.match(post):
            return _THEIRS
        if f.YOU_GET.search(between) and not _WANTS.search(between) and head.kind is not HeadKind.ROLES:
            if match != "you" and _GROWS.search(between):
                return _THEIRS
            if f.MAYBE.search(between.replace("looking at", "")):
                return Said(Stance.GATED)
            return Said(Stance.FIRM)
        return _THEIRS

    # --- nobody is said to act: what follows the head decides -------------------------------------------

    def _unowned(self, head: Head, pre: str, post: str) -> Said:
        if f.ASK_NOUN.search(pre):
            return _THEIRS
        if self._negated(head, pre) or f.DECLINE_AFTER.match(post):
            return _DECLINED
        if f.THEIR_AFTER.match(post):
            return _THEIRS
        if f.ROUTED.search(pre) or f.ROUTED.search(post):
            return _NONE
        named = _REQUEST_NAMED.match(post) is not None
        if self.sentence.question:
            offered = f.OFFER_QUESTION.search(pre) or (
                _WOULD.match(pre) and f.OFFER_QUESTION_AFTER.search(post)
            )
            return Said(Stance.FIRM, named=named) if offered else _NONE
        if (
            self._busy(post)
            or f.GENERIC.search(pre)
            or f.GENERIC.search(post[:40])
            or self._meets(head, post)
        ):
            return _NONE
        if f.MAYBE.search(post[:50]):
            return Said(Stance.GATED)
        if (f.RECORD_TIME.search(pre + "_" + post) or self._over(post)) and not (
            f.MODAL.search(post) or f.FREE_NOW.search(post) or f.START_AFTER.match(post)
        ):
            return Said(Stance.RECORD)
        return self._offered(head, pre, post, named)

    def _offered(self, head: Head, pre: str, post: str, named: bool) -> Said:
        if head.kind is HeadKind.ROLES:
            return Said(Stance.FIRM) if f.FILLED_AFTER.match(post) and "you can" not in pre else _NONE
        starts = f.START_AFTER.match(post) is not None
        if starts or head.free or f.AVAILABLE.match(post):
            pool = not starts and not self._dated(post, head.end)
            return Said(Stance.FIRM, pool=pool, named=named, avail=not starts)
        if f.RESERVE.search(pre) or f.INFINITIVE.search(pre):
            return Said(Stance.FIRM, named=named)
        if f.IMPERATIVE.match(pre) and not f.PAST_AFTER.match(post):
            return Said(Stance.FIRM, named=named)
        if self.intro is not None:
            return Said(self.intro)
        if head.kind is HeadKind.UNCOUNTED and head.owner == "our":
            return Said(Stance.FIRM)
        fragment = self._fragment(head, pre, post)
        if fragment.stance is Stance.NONE and self._left_over(head, pre, post):
            return Said(Stance.FIRM, named=named, default=True)
        return fragment

    def _left_over(self, head: Head, pre: str, post: str) -> bool:
        """Counted people of a stack, of whom nothing else is said, are ours on offer: "that gives you five Go ..."."""
        if not head.stacks or head.count is None or head.kind in (HeadKind.BARE, HeadKind.ROLES):
            return False
        if (
            self.sentence.part is Part.SUBJECT
            or f.PAST.search(pre)
            or f.ED.search(pre)
            or (self.company and self.company in pre)
        ):
            return False
        if _SUMMED.search(pre):
            return False
        if f.THERE_IS.search(pre):
            return f.HERE.search(post) is not None
        return not (f.NOT_OFFERED_BEFORE.search(pre) or f.NOT_OFFERED_AFTER.match(post))

    def _fragment(self, head: Head, pre: str, post: str) -> Said:
        """ "Three Go engineers from 18 May." states an offer without a verb; "a team of six ..." with one does not."""
        if f.VERBISH.search(pre) or f.VERBISH.search(post) or f.PAST.search(pre) or len(pre.split()) > 5:
            return _NONE
        if head.count is None or (
            head.kind is HeadKind.BARE and not (self._dated(post, head.end) or self._answers())
        ):
            return _NONE
        named = (
            head.stacks
            or head.seniority
            or self._dated(post, head.end)
            or self.sentence.part is not Part.TEXT
            or head.kind is HeadKind.BARE
        )
        return Said(Stance.FIRM, default=True) if named and len(post.split()) <= 14 else _NONE

    # --- shared questions --------------------------------------------------------------------------------

    def _answers_subject(self) -> bool:
        """True in "Re: eight Go engineers": the subject is theirs, and what it counts is what they asked for."""
        return self.sentence.part is Part.SUBJECT and _RE.match(self.flat) is not None

    def _answers(self) -> bool:
        """True for a number that is a whole sentence right after a question: "How many can we send? Eleven." """
        index = self.sentence.index
        before = self.passage.sentences[index - 1] if index else None
        short = self.sentence.end - self.sentence.start <= 14
        return short and before is not None and before.question

    def _dated(self, post: str, at: int) -> bool:
        """True where a time stands right after the head; "as of Monday" dates the bench, not a start."""
        return any(
            w.start - at <= 30 and not self.flat[: w.start].endswith("as of ")
            for w in self.passage.dates_in(at, at + len(post))
        )

    def _busy(self, post: str) -> bool:
        found = f.BUSY.search(post[:90])
        return (
            found is not None and "for you" not in post[: found.end()] and "to you" not in post[: found.end()]
        )

    def _meets(self, head: Head, post: str) -> bool:
        """One of ours on a call is no capacity."""
        return (
            (head.count or 1) <= 2
            and f.MEETING.search(post[:90]) is not None
            and _JOINS.search(post[:60]) is not None
        )

    def _negated(self, head: Head, pre: str) -> bool:
        """True when a negation before the head reaches it: no other head and no new verb stand between."""
        last = None
        for match in f.NEGATION.finditer(pre):
            if not any(a.start() <= match.start() < a.end() for a in f.NO_NEGATION.finditer(pre)):
                last = match
        if last is None:
            return False
        start = head.start - len(pre)
        between = pre[last.end() :]
        for other in self.heads:
            if start + last.end() <= other.start < head.start and not re.search(
                r"\b(?:or|nor)\b", self.flat[other.end : head.start]
            ):
                return False
        return _BROKEN_OFF.search(between) is None


def _acting(match: re.Match[str], before: Sequence[re.Match[str]], pre: str) -> re.Match[str]:
    """The "we" of "we ended our last squad of six": "our ..." after it is what it acts on."""
    if match[0] in ("we", "i", "us", "tenacious"):
        return match
    acting = [
        m for m in before if m[0] in ("we", "i", "tenacious") and "," not in pre[m.end() : match.start()]
    ]
    return acting[-1] if acting else match
