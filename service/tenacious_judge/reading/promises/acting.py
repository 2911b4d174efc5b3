"""Stances where somebody is said to act: we, the reader or others, the last before the people."""

import re
from collections.abc import Sequence

from ..worded import worded
from . import frames as f
from .frames import Stance
from .heads import Head
from .phrase import HeadKind
from .statement import Said
from .unowned import DECLINED, NONE, REQUEST_NAMED, THEIRS, Unowned

_TO_BE = worded(
    r"^(?:(?: \w+)? (?:currently|now|still|already|also|today|of \w+))*\s*(?:'re|'m|'s|\b(?:are|is|am|"
    r"were|was|been|being|count|employ|number|total|have grown to|grew to))(?: now| about| around| some|"
    r" over| nearly| roughly)*(?: (?:a|an|the)(?: [\w-]+){0,2} of)?(?: about| around| some| over| nearly|"
    r" roughly| just)*\s*$"
)
_HAVE = worded(r"(?:\b(?:have|has|having|got|employ)|'ve)\b(?:[a-z ]{0,24})$")
_FILLED = worded(
    r"\b(?:fill|cover|staff|take (?:on|over|care of)|take|man|close|do|handle|own|supply (?:people )?for|"
    r"people for)\b[^.]{0,24}$"
)
_DETERMINERS = worded(
    r"\s*(?:(?:and|but|so|now|today)\b ?)*(?:the|those|these|all|an?|our|up to|at least|another|some|"
    r"about|exactly|first|next)?(?: (?:the|our|of))*\s*$"
)
_WANTS = worded(r"\b(?:hire|recruit|find|employ|interview|replace|need|lose|search|advertise|wait)\b")
_AFTER_OBJECT = worded(
    r"\s*(?:$|(?:with|a|an|the|to|up|our|from|by|on|in|as|at|for|some|all|about|around|exactly|another|"
    r"roughly|over)\b)"
)
_GROWS = worded(r"\b(?:grow|go|scale|expand|rise|increase)\w*\b")
_THAN = worded(r"\b(?:(?<!more )(?<!rather )(?<!fewer )(?<!less )than|not|nor) (?:the |a |about )?$")
_RUNS = worded(r"^(?: \w+)? (?:run|manage|lead|head|supervise|look after|oversee|direct|represent)\b")
_KEEPS = worded(
    r"\b(?:reserv\w+|hold(?:ing)?|keep(?:ing)?|sav(?:e|ing)|set(?:ting)? aside|offer(?:ing)?|block(?:ed|"
    r"ing)?)\b[^.;]{0,16}$"
)
_EACH_OF = worded(
    r"(?<!\bin )(?<!\bat )(?<!\bon )(?<!\bto )(?<!\bfor )(?<!with )\b(?:each|both|all|every one|most|"
    r"any) of $"
)
_DEEP = ("deep", "strong")
_OUR_SQUAD = ("your squad of", "your pod of", "your new squad", "your new team of", "your dedicated")


class Acting(Unowned):
    """Reads the stance of people by the side that acts."""

    def _by_subject(self, k: int, head: Head, pre: str, post: str) -> Said:
        subjects = self.here.all(f.SUBJECT, pre)
        while subjects:
            match = subjects.pop()
            if match["ours"] is None and self._object(pre, match, subjects):
                continue
            if match["ours"] in ("us",) or (
                match["ours"]
                and self.here.search(f.OBJECT_AFTER, pre, 0, match.start())
                and match["ours"] not in ("we", "i")
            ):
                continue
            between = pre[match.end() :]
            if (
                "," in between
                and self.here.match(_DETERMINERS, between[between.rindex(",") + 1 :])
                and self._acts(post)
            ):
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

    def _object(self, pre: str, match: re.Match[str], before: Sequence[re.Match[str]]) -> bool:
        """True for a "you" to whom something is given: "for you", "we can get you to six"."""
        if self.here.search(f.OBJECT_AFTER, pre, 0, match.start()):
            return self.here.search(_EACH_OF, pre, 0, match.start()) is None
        ours = any(m["ours"] for m in before)
        return ours and match[0] == "you" and self.here.match(_AFTER_OBJECT, pre[match.end() :]) is not None

    def _elliptic(self, k: int, pre: str) -> bool:
        """ "... but can start three": the subject was said before, or left out altogether."""
        if not self.here.match(f.ELLIPTIC, pre) or self.question:
            return False
        before = self.flat[self.sentence.start : self.parts[k].start]
        subjects = [
            m
            for m in self.here.all(f.SUBJECT, before)
            if m["ours"] or not self.here.search(f.OBJECT_AFTER, before, 0, m.start())
        ]
        return not subjects or subjects[-1]["ours"] is not None

    # --- our side acts ---------------------------------------------------------------------------------

    def _ours(self, head: Head, pre: str, between: str, post: str) -> Said:
        if head.kind is HeadKind.ROLES and not (
            self.here.search(_FILLED, between) or self.here.search(_KEEPS, between)
        ):
            return NONE
        if self._negated(head, pre) or self.here.search(_THAN, pre):
            return DECLINED
        if self.question and not self.here.search(f.OFFER_QUESTION, pre):
            return NONE
        if self.here.search(f.OBSERVE, between) and not self.question:
            return self._unowned(head, "", post) if self.here.search(f.MUSE, between) else NONE
        if self.here.search(f.MAYBE, between):
            return Said(Stance.GATED)
        if (
            self.here.search(f.GENERIC, pre)
            or self.here.match(f.GENERIC, post[:30])
            or self._meets(head, post)
        ):
            return NONE
        if self._past(between, post):
            return Said(Stance.RECORD)
        return self._state(head, between, post)

    def _state(self, head: Head, between: str, post: str) -> Said:
        named = self.here.match(REQUEST_NAMED, post) is not None
        available = head.free or self.here.match(f.AVAILABLE, post) is not None
        if self._busy(post):
            return NONE
        if self.here.match(_RUNS, between) and not available:
            return NONE
        if self.here.search(_TO_BE, between) and not available:
            return Said(Stance.FIRM, pool=True) if self.flat[head.start : head.end].endswith(_DEEP) else NONE
        if self.here.search(_HAVE, between):
            starts = self.here.match(f.START_AFTER, post) is not None or self._dated(post, head.end)
            weak = not (available or starts or head.stacks)
            avail = self.here.match(f.START_AFTER, post) is None
            return Said(Stance.FIRM, pool=not starts, weak=weak, named=named, avail=avail)
        return Said(Stance.FIRM, named=named)

    # --- the reader acts -------------------------------------------------------------------------------

    def _yours(self, head: Head, pre: str, between: str, post: str, match: str) -> Said:
        if self.question:
            return (
                Said(Stance.FIRM)
                if self.here.search(f.OFFER_QUESTION, pre) and not self.here.search(_WANTS, between)
                else NONE
            )
        if self._negated(head, pre) or self.here.match(f.DECLINE_AFTER, post) or "whether " in pre:
            return THEIRS
        if (
            self.here.search(f.YOU_GET, between)
            and not self.here.search(_WANTS, between)
            and head.kind is not HeadKind.ROLES
        ):
            if match != "you" and self.here.search(_GROWS, between):
                return THEIRS
            if self.here.search(f.MAYBE, match + between.replace("looking at", "")):
                return Said(Stance.GATED)
            return Said(Stance.FIRM)
        return THEIRS


def acting(match: re.Match[str], before: Sequence[re.Match[str]], pre: str) -> re.Match[str]:
    """The "we" of "we ended our last squad of six": "our ..." after it is what it acts on."""
    if match[0] in ("we", "i", "us", "tenacious"):
        return match
    acting = [
        m for m in before if m[0] in ("we", "i", "tenacious") and "," not in pre[m.end() : match.start()]
    ]
    return acting[-1] if acting else match
