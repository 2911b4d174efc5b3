"""The stance of one head: reads the statement around it, subject first."""

import re

from ..worded import worded
from . import cited as c
from . import frames as f
from .acting import Acting
from .frames import Stance
from .heads import Head
from .intros import intro_stance
from .phrase import HeadKind
from .segments import Segment
from .statement import Said
from .unowned import DECLINED, NONE, REQUEST_NAMED, THEIRS

_CONDITION = worded(
    r"[\s\"'(,]*(?:only )?(?:if|once|when|whenever|unless|until|provided|assuming|whether|in case|should(?! (?:we|i)\b))\b"
)
_WHEN_WE = worded(r"[\s,]*when (?:(?:can|could|shall|should|will|would|may) )?(?:we|our|\w+ of ours) ")

_LISTED = worded(
    r"(?:,|\band\b|\bplus\b|\bthen\b|\bwith\b|&|\+|\bled by|\bor\b|\bincluding|\balongside|:|\()\s*(?:then |and |also |plus |with |led by |for example |up to |all |both |the |a |an |our |at least |about |perhaps )*$"
)
_CITED = worded(r"\b(?:case stud\w+|references?|for example|track record|example|past (?:work|projects?))\b")
# "We do this for companies in that position: two people, one price."
_FOR_MANY = worded(r"\b(?:for|with|to) (?:[\w-]+ )?(?:companies|clients|firms|customers|businesses|others)\b")
_STILL = worded(
    r"\b(?:have|has|are|is|am)\b|'(?:ve|re|s|m)\b|\b(?:said|wrote|asked|mentioned|named|listed)\b"
)
_BUT_THEY = worded(
    r"\b(?:but|though|although|yet|only|however|except),? (?:\w+ ){0,2}?(?:they|these|those|both|all|each|he|she|it)\b"
)
_WE_HOLD = worded(
    r"^ (?:who |that |which )?(?:we|i)(?:'ve| have| can| could| will| would|'ll| now)*(?: \w+ly)? (?:have|hold|keep|kept|held|reserved|"
    r"lined|set aside|offer|place|send|give|put|free|spare|lend|start)\b"
)
_WE_GIVE = worded(r"\W*(?:we|i)(?:'ve| have|'ll| will| can| could| hold| offer)\b")
_STORY = worded(r"\b(?:hear|read|learn|about|story|case|did|happened|told|met)\b")
_WINDOW = 240


class StanceReader(Acting):
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
        when = (k or self.question) and self.here.match(_WHEN_WE, pre)
        if part.condition or (self.here.match(_CONDITION, pre) and not when):
            return THEIRS if re.search(r"\byou", pre) else NONE
        if head.owner and head.owner != "our" and head.kind is not HeadKind.ROLES:
            return Said(Stance.THEIRS, handed=c.handed(self.here, pre, post, head.owner))
        if head.kind is HeadKind.UNCOUNTED and head.owner != "our" and self.here.search(f.BESIDE, pre):
            return NONE
        if self.here.search(f.WISHFUL, pre):
            return DECLINED
        if self.here.search(f.ELSEWHERE, pre) or f.elsewhere_after(self.here, post):
            return NONE
        if self.here.search(f.ROUTED, pre):
            return NONE
        introduced = self._introduced(k)
        if introduced is not None and not (introduced is Stance.THEIRS and self.here.match(_WE_GIVE, pre)):
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
        if self.here.search(c.DIFFERENCE, pre):
            return NONE
        if self.here.match(c.THAT_IS_WHAT, self.flat, head.end, self.sentence.end) or (
            head.whole and self.here.match(c.YES, post)
        ):
            return Said(Stance.FIRM, named=True)
        if self.here.search(c.OVER_DEAD_BODY, pre):
            return DECLINED
        if self._refused_after(head, post):
            return DECLINED
        return self._cited(head, pre, post)

    def _cited(self, head: Head, pre: str, post: str) -> Said | None:
        """The stance of a number struck out, taken from their papers or from our own earlier words."""
        if self.here.search(c.STRUCK, pre) or self.here.search(c.APART, pre):
            return Said(Stance.RECORD)
        if self.here.match(c.OUT_OF, pre) and self.here.match(c.WE_TAKE, post) and head.owner != "our":
            return THEIRS
        if len(self.heads) > 1 and self.here.search(c.OUT_OF_MORE, pre):
            return NONE
        if self.here.match(c.STOCK, pre) and any(h.count and h.start > head.end for h in self.heads):
            return NONE
        if self.here.search(c.OF_THE, pre) and self.here.match(c.OURS_NAMED, post):
            return Said(Stance.RECORD)
        theirs = (
            self.here.match(REQUEST_NAMED, post)
            or self.here.match(c.ASKED_FOR, post)
            or self.here.match(c.THEIR_PAPER, post)
        )
        if theirs and self.here.search(c.OF_THE, pre):
            return THEIRS
        paper = self.here.match(c.THEIR_PAPER, post)
        if paper is not None and not self._acts(post[paper.end() :]):
            return THEIRS
        joined = self.here.search(c.JOINED_BY, pre)
        if joined is not None:
            return Said(Stance.RECORD if joined["past"] else Stance.FIRM)
        old = self.here.search(c.OLD_WORDS, pre)
        if old is not None and (self.here.match(c.VOID, post) or c.told(self.here, pre[old.end() :])):
            return Said(Stance.RECORD)
        return None

    def _but_busy(self, head: Head) -> bool:
        """True for "three would fit, but they are with another client until June"."""
        turn = self.here.search(_BUT_THEY, self.flat, head.end, self.sentence.end)
        return (
            turn is not None
            and self.here.search(f.BUSY, self.flat, turn.start(), self.sentence.end) is not None
        )

    def _refused_after(self, head: Head, post: str) -> bool:
        """True where the words behind a number refuse it: "six is more than we can put on this"."""
        if head.kind is HeadKind.ROLES or self.question:
            return False
        refused = (
            self.here.match(c.REFUSED_AFTER, post)
            and not self.here.match(c.NO_REFUSAL, post)
            and not self.here.search(f.NO_NEGATION, post)
        )
        return bool(refused or self.here.match(c.COLON_NO, self.flat, head.end, self.sentence.end))

    def _presupposed(self, head: Head, pre: str, post: str) -> bool:
        """True for people of ours that a question takes for granted: "When can our six Go people start?"."""
        if head.kind is not HeadKind.PEOPLE or head.count is None or not head.stacks:
            return False
        if head.owner != "our" and not self.here.match(_WE_HOLD, post):
            return False
        told = (
            self.here.search(_STORY, pre)
            or self.here.search(f.PAST, pre)
            or self.here.search(f.RECORD_TIME, pre + "_" + post)
        )
        return not (told or self._busy(post) or self._meets(head, post))

    def _introduced(self, k: int) -> Stance | None:
        """What the words before a colon make of what follows: "a case study: five Go engineers, nine months"."""
        if not k or not self.flat[: self.parts[k].start].endswith(":"):
            return None
        left = self.flat[self.sentence.start : self.parts[k - 1].end]
        past = self.here.search(f.PAST, left) and not (
            self.here.search(f.MODAL, left)
            or self.here.search(f.RESERVE, left)
            or self.here.search(_STILL, left)
        )
        if past or self.here.search(_CITED, left):
            return Stance.RECORD
        if self.here.search(_FOR_MANY, left):
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
        if ";" in between or "?" in between or len(between) > 90 or not self.here.search(_LISTED, between):
            return None
        post = self.flat[head.end : self.sentence.end][:60]
        return (
            None
            if self.here.match(f.DECLINE_AFTER, post)
            or self.here.match(f.THEIR_AFTER, post)
            or self._busy(post)
            else said
        )

    def _around(self, part: Segment, head: Head) -> tuple[str, str]:
        first = self.told[0] if self.told[0] <= head.start < self.told[1] else 0
        pre = self.flat[max(part.start, head.start - _WINDOW, first) : head.start]
        post = self.flat[head.end : min(part.end, head.end + _WINDOW)]
        if "(" in pre and ")" not in pre[pre.rindex("(") :]:
            pre = pre[pre.rindex("(") + 1 :]
            post = post.split(")")[0]
        return pre, post
