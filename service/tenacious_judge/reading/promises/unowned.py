"""Stances where nobody is said to act: what stands around the head decides."""

import re

from ..layout import Part
from . import frames as f
from .around import Around
from .frames import Stance
from .heads import Head
from .phrase import HeadKind
from .statement import Said

_WOULD = re.compile(
    r"^\W*(?:and |or |so |then )?(?:would|could|will|do|does|might|can|is|are|should)\b(?: (?:having|adding|a|an|the|our|another|team|squad|pod|group|of|get|say|around|about|up to|even|just))*\s*$"
)
# "Budget for four of our people", "plan for four from 1 June": to prepare for them is to be promised them.
_PREPARE = re.compile(
    r"^\W*(?:(?:so|and|then|please|do|you can|you could|you may)[, ]+)?(?:budget|plan|allow|make room|clear desks|prepare(?: desks)?|get ready|reckon with|find desks) (?:for )?"
    r"(?:a |an |the |our |all |up to |another )?$"
)
# "Who would come? It would be two ML engineers."
_WOULD_BE = re.compile(
    r"^\W*(?:(?:and|so|then|yes|well)[, ]+)*(?:it|that|this|they|these|those|the (?:squad|team|pod|group|people|plan|offer|proposal|first \w+))"
    r"(?:'d| would|'ll| will) (?:then |probably )?(?:be|mean|consist of|have)(?: a (?:team|squad|pair|group) of)? $"
)
_MEANWHILE = re.compile(r"\W*(?:while|until|till|before|as|once)\b")
_ALONE = re.compile(r"\b(?:alone|yourself|yourselves|in-house|without us)\b")
_FROM_US = re.compile(r"^ (?:(?:\w+ )?from|of) (?:us|ours|our (?:side|team|people)|tenacious)\b")
# "Two Go engineers on the API. Two on the workers."
BESIDES = re.compile(r"(?: more)? (?:on|for|in|to) (?:the|your|our) ")
_SUMMED = re.compile(r"\b(?:plus|and|\+) \w+ (?:makes?|gives?|is|are)\b")
REQUEST_NAMED = re.compile(
    r"^[^.;]{0,12}\b(?:that )?(?:you|your (?:team|cto|mail|note|message)) (?:\w+ )?(?:asked|mentioned|want|wanted|need|requested|described|wrote|are (?:after|looking)|have in mind|had in mind|specified|listed|named)"
)
_THERE_NOW = re.compile(r"\bthere(?:'s|'re| is| are)\b")
NONE = Said(Stance.NONE)
THEIRS = Said(Stance.THEIRS)
DECLINED = Said(Stance.DECLINED)


class Unowned(Around):
    """Reads the stance of people of whom no acting side is named."""

    # --- nobody is said to act: what follows the head decides -------------------------------------------

    def _unowned(self, head: Head, pre: str, post: str) -> Said:
        if (
            _PREPARE.match(pre)
            and not _ALONE.search(post)
            and (_FROM_US.match(post) or self._dated(post, head.end))
        ):
            return Said(Stance.FIRM)
        if f.ASK_NOUN.search(pre):
            return THEIRS
        if self._negated(head, pre) or f.DECLINE_AFTER.match(post):
            return DECLINED
        if f.THEIR_AFTER.match(post):
            return THEIRS
        if f.ROUTED.search(pre) or f.ROUTED.search(post):
            return NONE
        named = REQUEST_NAMED.match(post) is not None
        if self.question:
            offered = f.OFFER_QUESTION.search(pre) or (
                _WOULD.match(pre) and f.OFFER_QUESTION_AFTER.search(post)
            )
            return Said(Stance.FIRM, named=named) if offered else NONE
        if (
            self._busy(post)
            or f.GENERIC.search(pre)
            or f.GENERIC.search(post[:40])
            or self._meets(head, post)
        ):
            return NONE
        if f.MAYBE.search(post[:50]):
            return Said(Stance.GATED)
        over = self._over(post) and not _THERE_NOW.search(pre)
        if (f.RECORD_TIME.search(pre + "_" + post) or over) and not (
            f.MODAL.search(post) or f.FREE_NOW.search(post) or f.START_AFTER.match(post)
        ):
            return Said(Stance.RECORD)
        if f.PAST_AFTER.match(post) or f.COUNTERFACTUAL.search(post):
            return Said(Stance.RECORD)
        return self._offered(head, pre, post, named)

    def _offered(self, head: Head, pre: str, post: str, named: bool) -> Said:
        if head.kind is HeadKind.ROLES:
            theirs = "you can" in pre or _MEANWHILE.match(pre)
            return Said(Stance.FIRM) if f.FILLED_AFTER.match(post) and not theirs else NONE
        starts = f.START_AFTER.match(post) is not None
        if _FROM_US.match(post) and not f.PAST.search(pre):
            return Said(Stance.FIRM, named=named)
        if starts or head.free or f.AVAILABLE.match(post):
            pool = not starts and not self._dated(post, head.end)
            weak = head.kind is HeadKind.BARE and post.startswith(" it is")
            return Said(Stance.FIRM, pool=pool, weak=weak, named=named, avail=not starts)
        if _WOULD_BE.match(pre) and head.stacks and head.kind is HeadKind.PEOPLE:
            return Said(Stance.FIRM, named=named)
        if f.RESERVE.search(pre) or f.INFINITIVE.search(pre):
            return Said(Stance.FIRM, named=named)
        if (
            f.IMPERATIVE.match(pre)
            and not _ALONE.search(self.flat, head.end, self.sentence.end)
            and not f.PAST_AFTER.match(post)
        ):
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
        if _SUMMED.search(pre) or (self.sentence.question and not f.FOR_YOU.match(post)):
            return False
        if f.THERE_IS.search(pre):
            return f.HERE.search(post) is not None
        return not (
            f.NOT_OFFERED_BEFORE.search(pre)
            or f.NOT_OFFERED_AFTER.match(post)
            or f.EACH_OF_THEIRS.match(post)
        )

    def _of_a_squad(self, head: Head) -> bool:
        """ "Go squad of five": the stack stands with the squad."""
        return any(
            other.stacks and self.flat[other.end : head.start] == " of "
            for other in self.heads
            if other.end < head.start
        )

    def _fragment(self, head: Head, pre: str, post: str) -> Said:
        """ "Three Go engineers from 18 May." states an offer without a verb; "a team of six ..." with one does not."""
        if (
            f.EACH_OF_THEIRS.match(post)
            or f.VERBISH.search(pre)
            or f.VERBISH.search(post)
            or f.PAST.search(pre)
            or len(pre.split()) > 5
            or (self.sentence.question and not self._dated(post, head.end))
        ):
            return NONE
        if head.count is None or (
            head.kind is HeadKind.BARE
            and not (self._dated(post, head.end) or self._answers() or (self.offered and BESIDES.match(post)))
        ):
            return NONE
        named = (
            head.stacks
            or self._of_a_squad(head)
            or head.seniority
            or self._dated(post, head.end)
            or self.sentence.part not in (Part.TEXT, Part.SUBJECT)
            or head.kind is HeadKind.BARE
        )
        return Said(Stance.FIRM, default=True) if named and len(post.split()) <= 14 else NONE
