"""A sentence cut where one statement about people ends and the next begins."""

import re
from typing import NamedTuple

from ..layout import Sentence
from ..passage import Passage

_SUBJECT = (
    r"(?:we|you|i|they|it|he|she|our|your|their|the rest|the remaining|the others?|there|that|this|these|those|what|"
    r"both|all|none|each|nobody|no one)"
)
_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
# What a cut is followed by, once the blank is read that it begins or ends with.
_CONDITION = r"(?:if|once|when|as soon as|provided|assuming|unless|until|after|before(?! the (?:week|weekend|month|end|quarter|year))|should|in case) (?:you|your|we|our|the|it|delivery|capacity|that|this|someone|anyone|anybody)\b"
_NO_CONDITION = ("what", "help", "ful", "mind", "good", "better", "great")
_COUNTED = rf"(?=(?:{_NUMBER}|anything|more than (?:{_NUMBER}|that|those)) (?:of (?:them|those) )?(?:is|are|isn't|aren't|wouldn't|was|stays?|remains?|can|could|will|would)\b)"


def _without(joint: str) -> str:
    """Not after a word that asks ("what if you ...") or praises ("good if you ...")."""
    return "".join(rf"(?<!{word}{joint})" for word in _NO_CONDITION)


_AGAIN = r"(?=(?:another|a further|a second|a third|an additional)\b)"
_CUT = re.compile(
    # A cut begins with a mark or a blank. That is read first, since most places of a text begin neither.
    r"[ ,;:.–](?:(?<=;)|(?<=:)(?=\s)|(?<=\.)\.\. |"
    r"(?<= )(?:–+\s|-\s|yet (?=we|i|you)|(?<! a )(?=(?:while|whereas|although|though|however|because)\b)|"
    rf"(?={_CONDITION}){_without(' ')})|"
    rf"(?<=,) (?:(?={_SUBJECT}(?:'\w+)?\b)|(?=not\b)|{_AGAIN}|(?={_CONDITION}){_without(', ')})|"
    rf"(?:(?<= )|(?<=,) )(?:but |(?:and|so|or|then) (?={_SUBJECT}\b)|(?=which\b|where\b)|"
    rf"(?:and |so |but |while |then )?{_COUNTED}|(?:and|then|plus) {_AGAIN}))"
)
_LEADING_CONDITION = re.compile(
    r"[\s\"'(]*(?:(?:so|and|but|then|now|also|plus)[, ]+)?(?:if|once|when|whenever|as soon as|provided|providing|assuming|should|"
    r"in case|after|unless|until|suppose|say|subject to|pending|upon|the moment|the day|the minute|assuming|"
    r"with (?:your|a) (?:go-ahead|ok|okay|approval|signature|yes|green light)|on (?:signature|your word))\b[^,;:]{0,140},"
)

# "From 1 July two of them could join": the time belongs to what follows it.
_TIME_LEAD = re.compile(r"\W*(?:from|by|on|in|as of|starting|until|come)(?: [\w.]+){1,4},?")
# A label that a colon joins to its value: "Start date: 8 May".
_LABEL = re.compile(
    r"\b(?:start(?: date)?|how (?:soon|fast|quickly)|kick-?off|first day|go-live|lead time|first commit|deployment|onboarding|time to deploy|turnaround)\s*$"
)
# What stands before the statement proper and sets it off: "Rather than hiring five yourself, ..."
_LEADING_ASIDE = re.compile(
    r"[\s\"'(]*(?:rather than|instead of)\b[^,;:]{2,110},|"
    r"[\s\"'(]*(?:as(?! of)|given|besides|beyond|apart from|unlike|with|of|compared (?:to|with)|in addition to|because|since|while|although|though)\b[^,;:]{2,110},(?= (?:we|you|i|our|your|they|it|the|a|an|there|"
    r"two|three|four|five|six|seven|eight|nine|ten|\w+ (?:is|are|can|could|of))\b)"
)


class Segment(NamedTuple):
    """`flat[start:end]`: one statement. `condition`: it is an "if ..." that stands before its comma."""

    start: int
    end: int
    condition: bool = False


def segments(passage: Passage, sentence: Sentence) -> list[Segment]:
    """The statements of a sentence in order. What stands in brackets belongs to the statement around it."""
    return passage.once(_segments, sentence)


def _segments(passage: Passage, sentence: Sentence) -> list[Segment]:
    flat = passage.flat
    out: list[Segment] = []
    at = sentence.start
    lead = _LEADING_CONDITION.match(flat, at, sentence.end)
    if lead is not None:
        out.append(Segment(at, lead.end(), True))
        at = lead.end()
    else:
        aside = _LEADING_ASIDE.match(flat, at, sentence.end)
        if aside is not None:
            out.append(Segment(at, aside.end()))
            at = aside.end()
    depth_free = _outside_brackets(flat, at, sentence.end)
    for cut in _CUT.finditer(depth_free, at, sentence.end):
        if flat[cut.start()] == ":" and _LABEL.search(flat, at, cut.start()):
            continue
        if _TIME_LEAD.fullmatch(flat, at, cut.start()):
            continue
        if cut.start() > at + 1:
            out.append(Segment(at, cut.start()))
            at = cut.start() if depth_free[cut.start()].isalpha() or cut.end() == cut.start() else cut.end()
    if at < sentence.end:
        out.append(Segment(at, sentence.end))
    return out


def _outside_brackets(flat: str, start: int, end: int) -> str:
    """The text with bracketed stretches blotted out, same length."""
    if "(" not in flat[start:end]:
        return flat
    return flat[:start] + re.sub(r"\([^()]*\)", lambda m: "_" * len(m[0]), flat[start:end]) + flat[end:]
