"""Stances where nobody is said to act: what stands around the head decides."""

import re

from ..layout import Part
from ..worded import worded
from . import frames as f
from .around import Around
from .frames import Stance
from .heads import Head
from .phrase import HeadKind
from .statement import Said

_WOULD = worded(
    r"^\W*(?:and |or |so |then )?(?:would|could|will|do|does|might|can|is|are|should)\b(?: (?:having|adding|a|an|the|our|another|team|squad|pod|group|of|get|say|around|about|up to|even|just))*\s*$"
)
# "Budget for four of our people", "plan for four from 1 June": to prepare for them is to be promised them.
_PREPARE = worded(
    r"^\W*(?:(?:so|and|then|please|do|you can|you could|you may)[, ]+)?(?:budget|plan|allow|make room|clear desks|prepare(?: desks)?|get ready|reckon with|find desks) (?:for )?"
    r"(?:a |an |the |our |all |up to |another )?$"
)
# "Who would come? It would be two ML engineers."
_WOULD_BE = worded(
    r"^\W*(?:(?:and|so|then|yes|well)[, ]+)*(?:it|that|this|they|these|those|the (?:squad|team|pod|group|people|plan|offer|proposal|first \w+))"
    r"(?:'d| would|'ll| will) (?:then |probably )?(?:be|mean|consist of|have)(?: a (?:team|squad|pair|group) of)? $"
)
_MEANWHILE = worded(r"\W*(?:while|until|till|before|as|once)\b")
_ALONE = worded(r"\b(?:alone|yourself|yourselves|in-house|without us)\b")
_FROM_US = worded(r"^ (?:(?:\w+ )?from|of) (?:us|ours|our (?:side|team|people)|tenacious)\b")
# "Two Go engineers on the API. Two on the workers."
BESIDES = re.compile(r"(?: more)? (?:on|for|in|to) (?:the|your|our) ")
_GOES_ON = re.compile(
    r"(?! [a-z])| (?:(?:would|will|could|can|shall|might|from|for|on|in|at|by|to|until|till|through|into|"
    r"within|inside|with|without|under|over|across|of|plus|and|or|then|as|each|both|all|already|now|today|"
    r"tomorrow|next|this|these|that|who|whose|which|whom|per|after|before|during|straight|right|immediately|"
    r"free|available|ready|beside|alongside|behind|your|our|the|an?|more|only|alone|max|minimum|total|"
    r"together|altogether|instead|once|when|while|if|because|since|but|not|rather|so|half|full|part|early|"
    r"late|mid|monday|tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|led|strong|deep|senior|junior|we|i|\w+ing)\b)"
)
# "A senior engineer hired today starts in the autumn": somebody took them on, or is looking for them.
_TAKEN_ON = worded(
    r"^,? (?:(?:who (?:is|are|was|were|gets?)|that (?:is|are)|you|they|companies|firms|teams) )?(?:newly |just |freshly |only )?"
    r"(?:hired?|recruited?|poached?|signed|found|interviewed|advertised|contracted|employed|promoted|onboarded|brought in)\b"
    r"(?! (?:for you|by us|from us|with us|out|up))"
)
_COMPARED = worded(
    r"\b(?:more|fewer|less|faster|slower|better|sooner|worse|longer|cheaper) (?:\w+ )?than (?:a |an |the )?(?:one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|fifteen|twenty|thirty|forty|fifty|dozen|\d+|team|big|large|single)\b"
)
# "An engineer joining in June sees the first release in September", "a lead who joins late starts with the incidents".
_ALWAYS = worded(
    r"^ (?:(?:who|that) (?:starts?|joins?|begins?|arrives?|comes)|starting|joining|beginning|arriving|coming)\b[^.;,]{0,50}? "
    r"(?:sees|starts|needs|spends|takes|learns|reads|asks|finds|meets|leaves|writes|ships|becomes|begins|inherits|gets|wants|costs|pays|expects|knows)\b"
)
_SUMMED = worded(r"\b(?:plus|and|\+) \w+ (?:makes?|gives?|is|are)\b")
REQUEST_NAMED = worded(
    r"^[^.;]{0,12}\b(?:that )?(?:you|your (?:team|cto|mail|note|message)) (?:\w+ )?(?:asked|mentioned|want|wanted|need|requested|described|wrote|are (?:after|looking)|have in mind|had in mind|specified|listed|named)"
)
_THERE_NOW = worded(r"\bthere(?:'s|'re| is| are)\b")
NONE = Said(Stance.NONE)
THEIRS = Said(Stance.THEIRS)
DECLINED = Said(Stance.DECLINED)


class Unowned(Around):
    """Reads the stance of people of whom no acting side is named."""

    # --- nobody is said to act: what follows the head decides -------------------------------------------

    def _unowned(self, head: Head, pre: str, post: str) -> Said:
        if (
            self.here.match(_PREPARE, pre)
            and not self.here.search(_ALONE, post)
            and (self.here.match(_FROM_US, post) or self._dated(post, head.end))
        ):
            return Said(Stance.FIRM)
        if self.here.search(f.ASK_NOUN, pre):
            return THEIRS
        if self._negated(head, pre) or self.here.match(f.DECLINE_AFTER, post):
            return DECLINED
        if self.here.match(f.THEIR_AFTER, post):
            return THEIRS
        if self.here.search(f.ROUTED, pre) or self.here.search(f.ROUTED, post):
            return NONE
        named = self.here.match(REQUEST_NAMED, post) is not None
        if self.question:
            offered = self.here.search(f.OFFER_QUESTION, pre) or (
                self.here.match(_WOULD, pre) and self.here.search(f.OFFER_QUESTION_AFTER, post)
            )
            return Said(Stance.FIRM, named=named) if offered else NONE
        if (
            self._busy(post)
            or self.here.search(f.GENERIC, pre)
            or self.here.search(f.GENERIC, post[:40])
            or self._in_general(head, post)
            or self._meets(head, post)
        ):
            return NONE
        if self.here.search(f.MAYBE, post[:50]):
            return Said(Stance.GATED)
        over = self._over(post) and not self.here.search(_THERE_NOW, pre)
        if (self.here.search(f.RECORD_TIME, pre + "_" + post) or over) and not (
            self.here.search(f.MODAL, post)
            or self.here.search(f.FREE_NOW, post)
            or self.here.match(f.START_AFTER, post)
        ):
            return Said(Stance.RECORD)
        if self.here.match(f.PAST_AFTER, post) or self.here.search(f.COUNTERFACTUAL, post):
            return Said(Stance.RECORD)
        return self._offered(head, pre, post, named)

    def _in_general(self, head: Head, post: str) -> bool:
        """True for people anywhere: taken on by somebody ("an engineer hired today starts in the autumn"), set beside
        other numbers of them, or one of whom a plain present tells what always happens."""
        if self.here.match(_TAKEN_ON, post) or self.here.search(_COMPARED, post):
            return True
        one = head.count == 1 and head.kind is HeadKind.PEOPLE and not head.owner and not head.more
        return one and self.here.match(_ALWAYS, post) is not None

    def _offered(self, head: Head, pre: str, post: str, named: bool) -> Said:
        if head.kind is HeadKind.ROLES:
            theirs = "you can" in pre or self.here.match(_MEANWHILE, pre)
            return Said(Stance.FIRM) if self.here.match(f.FILLED_AFTER, post) and not theirs else NONE
        starts = self.here.match(f.START_AFTER, post) is not None
        if self.here.match(_FROM_US, post) and not self.here.search(f.PAST, pre):
            return Said(Stance.FIRM, named=named)
        if starts or head.free or self.here.match(f.AVAILABLE, post):
            pool = not starts and not self._dated(post, head.end)
            weak = head.kind is HeadKind.BARE and post.startswith(" it is")
            return Said(Stance.FIRM, pool=pool, weak=weak, named=named, avail=not starts)
        if self.here.match(_WOULD_BE, pre) and head.stacks and head.kind is HeadKind.PEOPLE:
            return Said(Stance.FIRM, named=named)
        if self.here.search(f.RESERVE, pre) or self.here.search(f.INFINITIVE, pre):
            return Said(Stance.FIRM, named=named)
        if (
            self.here.match(f.IMPERATIVE, pre)
            and not self.here.search(_ALONE, self.flat, head.end, self.sentence.end)
            and not self.here.match(f.PAST_AFTER, post)
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
            or self.here.search(f.PAST, pre)
            or self.here.search(f.ED, pre)
            or (self.company and self.company in pre)
        ):
            return False
        if self.here.search(_SUMMED, pre) or (
            self.sentence.question and not self.here.match(f.FOR_YOU, post)
        ):
            return False
        if self.here.search(f.THERE_IS, pre):
            return self.here.search(f.HERE, post) is not None
        return not (
            self.here.search(f.NOT_OFFERED_BEFORE, pre)
            or self.here.match(f.NOT_OFFERED_AFTER, post)
            or self.here.match(f.EACH_OF_THEIRS, post)
        )

    def _predicated(self, head: Head, post: str) -> bool:
        """True where something is said of people of no stack in general ("one architect ends up in every review"): an
        offer without a verb of ours goes on with a place, a time, another of them, or ends."""
        return not head.stacks and _GOES_ON.match(post) is None

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
            self.here.match(f.EACH_OF_THEIRS, post)
            or self._predicated(head, post)
            or self.here.search(f.VERBISH, pre)
            or self.here.search(f.VERBISH, post)
            or self.here.search(f.PAST, pre)
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
