"""The stance of one head: reads the statement around it, subject first."""

import re
from collections.abc import Sequence

from . import cited as c
from . import frames as f
from .around import acting
from .frames import Stance
from .heads import Head
from .intros import intro_stance
from .phrase import HeadKind
from .segments import Segment
from .statement import Said
from .unowned import DECLINED, NONE, REQUEST_NAMED, THEIRS, Unowned

_TO_BE = re.compile(
    r"^(?:(?: \w+)? (?:currently|now|still|already|also|today|of \w+))*\s*(?:'re|'m|'s|\b(?:are|is|am|were|was|been|being|count|employ|number|total|have grown to|grew to))(?: now| about| around| some| over| nearly| roughly)*(?: (?:a|an|the)(?: [\w-]+){0,2} of)?(?: about| around| some| over| nearly| roughly| just)*\s*$"
)
_HAVE = re.compile(r"(?:\b(?:have|has|having|got|employ)|'ve)\b(?:[a-z ]{0,24})$")
_CONDITION = re.compile(
    r"[\s\"'(,]*(?:only )?(?:if|once|when|whenever|unless|until|provided|assuming|whether|in case|should(?! (?:we|i)\b))\b"
)
_WHEN_WE = re.compile(r"[\s,]*when (?:(?:can|could|shall|should|will|would|may) )?(?:we|our|\w+ of ours) ")
_FILLED = re.compile(
    r"\b(?:fill|cover|staff|take (?:on|over|care of)|take|man|close|do|handle|own|supply (?:people )?for|people for)\b[^.]{0,24}$"
)
_DETERMINERS = re.compile(
    r"\s*(?:(?:and|but|so|now|today)\b ?)*(?:the|those|these|all|an?|our|up to|at least|another|some|about|exactly|first|next)?(?: (?:the|our|of))*\s*$"
)
_WANTS = re.compile(r"\b(?:hire|recruit|find|employ|interview|replace|need|lose|search|advertise|wait)\b")

_AFTER_OBJECT = re.compile(
    r"\s*(?:$|(?:with|a|an|the|to|up|our|from|by|on|in|as|at|for|some|all|about|around|exactly|another|roughly|over)\b)"
)
_LISTED = re.compile(
    r"(?:,|\band\b|\bplus\b|\bthen\b|\bwith\b|&|\+|\bled by|\bor\b|\bincluding|\balongside|:|\()\s*(?:then |and |also |plus |with |led by |for example |up to |all |both |the |a |an |our |at least |about |perhaps )*$"
)
_CITED = re.compile(
    r"\b(?:case stud\w+|references?|for example|track record|example|past (?:work|projects?))\b"
)
# "We do this for companies in that position: two people, one price."
_FOR_MANY = re.compile(
    r"\b(?:for|with|to) (?:[\w-]+ )?(?:companies|clients|firms|customers|businesses|others)\b"
)
_GROWS = re.compile(r"\b(?:grow|go|scale|expand|rise|increase)\w*\b")
_THAN = re.compile(r"\b(?:(?<!more )(?<!rather )(?<!fewer )(?<!less )than|not|nor) (?:the |a |about )?$")
_RUNS = re.compile(r"^(?: \w+)? (?:run|manage|lead|head|supervise|look after|oversee|direct|represent)\b")
_KEEPS = re.compile(
    r"\b(?:reserv\w+|hold(?:ing)?|keep(?:ing)?|sav(?:e|ing)|set(?:ting)? aside|offer(?:ing)?|block(?:ed|ing)?)\b[^.;]{0,16}$"
)
_EACH_OF = re.compile(
    r"(?<!\bin )(?<!\bat )(?<!\bon )(?<!\bto )(?<!\bfor )(?<!with )\b(?:each|both|all|every one|most|any) of $"
)
_BUT_THEY = re.compile(
    r"\b(?:but|though|although|yet|only|however|except),? (?:\w+ ){0,2}?(?:they|these|those|both|all|each|he|she|it)\b"
)
_WE_HOLD = re.compile(
    r"^ (?:who |that |which )?(?:we|i)(?:'ve| have| can| could| will| would|'ll| now)*(?: \w+ly)? (?:have|hold|keep|kept|held|reserved|"
    r"lined|set aside|offer|place|send|give|put|free|spare|lend|start)\b"
)
_WE_GIVE = re.compile(r"\W*(?:we|i)(?:'ve| have|'ll| will| can| could| hold| offer)\b")
_STORY = re.compile(r"\b(?:hear|read|learn|about|story|case|did|happened|told|met)\b")
_WINDOW = 240
_DEEP = ("deep", "strong")
_OUR_SQUAD = ("your squad of", "your pod of", "your new squad", "your new team of", "your dedicated")


class StanceReader(Unowned):
    """Reads the stances of the heads of one sentence."""

    def read(self, head: Head) -> Said:
        """The stance of `head`, before gates ("subject to confirmation") are looked at."""
        self._at = head.end
        self.question = self.sentence.question and not self.told[0] <= head.start < self.told[1]
        k = next((i for i, p in enumerate(self.parts) if head.start < p.end), len(self.parts) - 1)
        part = self.parts[k]
        if self.passage.quoted(head.start, head.end) or self._answers_subject():
            return THEIRS
        pre, post = self._around(part, head)
        when = (k or self.question) and _WHEN_WE.match(pre)
        if part.condition or (_CONDITION.match(pre) and not when):
            return THEIRS if re.search(r"\byou", pre) else NONE
        if head.owner and head.owner != "our" and head.kind is not HeadKind.ROLES:
            return Said(Stance.THEIRS, handed=c.handed(pre, post, head.owner))
        if head.kind is HeadKind.UNCOUNTED and head.owner != "our" and f.BESIDE.search(pre):
            return NONE
        if f.WISHFUL.search(pre):
            return DECLINED
        if f.ELSEWHERE.search(pre) or f.elsewhere_after(post):
            return NONE
        if f.ROUTED.search(pre):
            return NONE
        introduced = self._introduced(k)
        if introduced is not None and not (introduced is Stance.THEIRS and _WE_GIVE.match(pre)):
            return Said(introduced)
        if self._but_busy(head):
            return NONE
        told = self._told_of(k, head, pre, post)
        if told is not None:
            return told
        if self.question and self._presupposed(head, pre, post):
            return Said(Stance.FIRM)
        return self._by_subject(k, head, pre, post)

    def _told_of(self, k: int, head: Head, pre: str, post: str) -> Said | None:
        """The stance of a number that is only cited or plainly refused, whoever acts in its sentence."""
        if c.DIFFERENCE.search(pre):
            return NONE
        if c.THAT_IS_WHAT.match(self.flat, head.end, self.sentence.end):
            return Said(Stance.FIRM, named=True)
        if c.OVER_DEAD_BODY.search(pre):
            return DECLINED
        if self._refused_after(head, post):
            return DECLINED
        return self._cited(head, pre, post)

    def _cited(self, head: Head, pre: str, post: str) -> Said | None:
        """The stance of a number struck out, taken from their papers or from our own earlier words."""
        if c.STRUCK.search(pre) or c.APART.search(pre):
            return Said(Stance.RECORD)
        if c.OUT_OF.match(pre) and c.WE_TAKE.match(post) and head.owner != "our":
            return THEIRS
        if len(self.heads) > 1 and c.OUT_OF_MORE.search(pre):
            return NONE
        if c.STOCK.match(pre) and any(h.count and h.start > head.end for h in self.heads):
            return NONE
        if c.OF_THE.search(pre) and c.OURS_NAMED.match(post):
            return Said(Stance.RECORD)
        theirs = REQUEST_NAMED.match(post) or c.ASKED_FOR.match(post) or c.THEIR_PAPER.match(post)
        if theirs and c.OF_THE.search(pre):
            return THEIRS
        paper = c.THEIR_PAPER.match(post)
        if paper is not None and not self._acts(post[paper.end() :]):
            return THEIRS
        joined = c.JOINED_BY.search(pre)
        if joined is not None:
            return Said(Stance.RECORD if joined["past"] else Stance.FIRM)
        old = c.OLD_WORDS.search(pre)
        if old is not None and (c.VOID.match(post) or c.told(pre[old.end() :])):
            return Said(Stance.RECORD)
        return None

    def _but_busy(self, head: Head) -> bool:
        """True for "three would fit, but they are with another client until June"."""
        turn = _BUT_THEY.search(self.flat, head.end, self.sentence.end)
        return turn is not None and f.BUSY.search(self.flat, turn.start(), self.sentence.end) is not None

    def _refused_after(self, head: Head, post: str) -> bool:
        """True where the words behind a number refuse it: "six is more than we can put on this"."""
        if head.kind is HeadKind.ROLES or self.question:
            return False
        refused = (
            c.REFUSED_AFTER.match(post) and not c.NO_REFUSAL.match(post) and not f.NO_NEGATION.search(post)
        )
        return bool(refused or c.COLON_NO.match(self.flat, head.end, self.sentence.end))

    def _presupposed(self, head: Head, pre: str, post: str) -> bool:
        """True for people of ours that a question takes for granted: "When can our six Go people start?"."""
        if head.kind is not HeadKind.PEOPLE or head.count is None or not head.stacks:
            return False
        if head.owner != "our" and not _WE_HOLD.match(post):
            return False
        told = _STORY.search(pre) or f.PAST.search(pre) or f.RECORD_TIME.search(pre + "_" + post)
        return not (told or self._busy(post) or self._meets(head, post))

    def _introduced(self, k: int) -> Stance | None:
        """What the words before a colon make of what follows: "a case study: five Go engineers, nine months"."""
        if not k or not self.flat[: self.parts[k].start].endswith(":"):
            return None
        left = self.flat[self.sentence.start : self.parts[k - 1].end]
        if _CITED.search(left):
            return Stance.RECORD
        if _FOR_MANY.search(left):
            return Stance.NONE
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
        return None if f.DECLINE_AFTER.match(post) or f.THEIR_AFTER.match(post) or self._busy(post) else said

    def _around(self, part: Segment, head: Head) -> tuple[str, str]:
        first = self.told[0] if self.told[0] <= head.start < self.told[1] else 0
        pre = self.flat[max(part.start, head.start - _WINDOW, first) : head.start]
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
                match = acting(match, subjects, pre)
                return self._ours(head, pre, pre[match.end() :], post)
            if match[0] == "they" and self.offered:
                return self._ours(head, pre, between, post)
            if match["yours"]:
                if match[0].startswith(_OUR_SQUAD) and self._acts(post):
                    break
                return self._yours(head, pre, between, post, match[0])
            return NONE
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
        if not f.ELLIPTIC.match(pre) or self.question:
            return False
        before = self.flat[self.sentence.start : self.parts[k].start]
        subjects = [
            m
            for m in f.SUBJECT.finditer(before)
            if m["ours"] or not f.OBJECT_AFTER.search(before, 0, m.start())
        ]
        return not subjects or subjects[-1]["ours"] is not None

    # --- our side acts ---------------------------------------------------------------------------------

    def _ours(self, head: Head, pre: str, between: str, post: str) -> Said:
        if head.kind is HeadKind.ROLES and not (_FILLED.search(between) or _KEEPS.search(between)):
            return NONE
        if self._negated(head, pre) or _THAN.search(pre):
            return DECLINED
        if self.question and not f.OFFER_QUESTION.search(pre):
            return NONE
        if f.OBSERVE.search(between) and not self.question:
            return self._unowned(head, "", post) if f.MUSE.search(between) else NONE
        if f.MAYBE.search(between):
            return Said(Stance.GATED)
        if f.GENERIC.search(pre) or f.GENERIC.match(post[:30]) or self._meets(head, post):
            return NONE
        if self._past(between, post):
            return Said(Stance.RECORD)
        return self._state(head, between, post)

    def _state(self, head: Head, between: str, post: str) -> Said:
        named = REQUEST_NAMED.match(post) is not None
        available = head.free or f.AVAILABLE.match(post) is not None
        if self._busy(post):
            return NONE
        if _RUNS.match(between) and not available:
            return NONE
        if _TO_BE.search(between) and not available:
            return Said(Stance.FIRM, pool=True) if self.flat[head.start : head.end].endswith(_DEEP) else NONE
        if _HAVE.search(between):
            starts = f.START_AFTER.match(post) is not None or self._dated(post, head.end)
            weak = not (available or starts or head.stacks)
            avail = f.START_AFTER.match(post) is None
            return Said(Stance.FIRM, pool=not starts, weak=weak, named=named, avail=avail)
        return Said(Stance.FIRM, named=named)

    # --- the reader acts -------------------------------------------------------------------------------

    def _yours(self, head: Head, pre: str, between: str, post: str, match: str) -> Said:
        if self.question:
            return Said(Stance.FIRM) if f.OFFER_QUESTION.search(pre) and not _WANTS.search(between) else NONE
        if self._negated(head, pre) or f.DECLINE_AFTER.match(post) or "whether " in pre:
            return THEIRS
        if f.YOU_GET.search(between) and not _WANTS.search(between) and head.kind is not HeadKind.ROLES:
            if match != "you" and _GROWS.search(between):
                return THEIRS
            if f.MAYBE.search(match + between.replace("looking at", "")):
                return Said(Stance.GATED)
            return Said(Stance.FIRM)
        return THEIRS
