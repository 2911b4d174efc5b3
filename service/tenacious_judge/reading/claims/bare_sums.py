"""Sums of a round's size that nothing but their time or their article makes the prospect's."""

import re

from ..numbers import Number
from ..passage import Place
from .scope import Scope
from .subject import Voice

_THE_SUM = re.compile(r"\b(?:the|your|that|those|its|all|with|on)\s(?:[a-z]+ )?$")
_BANKED = re.compile(
    r"\s(?:fresh|freshly|new|richer|later|banked|raised|of (?:fresh|new) |"
    r"(?:[a-z]+ ){0,2}(?:in (?:the bank|hand|your|new)|"
    r"behind (?:you|it|the)|on the table|to (?:spend|deploy|put|invest)))"
)
# "Seven million dollars is a sound basis".
_ALONE = re.compile(
    r"\W*(?:and |so |well, )?(?:a |about |around |over |nearly |almost |some |roughly |just over )?"
)
_BUYS = re.compile(
    r"\s?(?:(?:us |canadian )?(?:dollars?|euros?|pounds?|francs?) )?(?:(?:that|which) )?(?:is|are|was|"
    r"gives?|buys?|goes|makes?|means?|must|"
    r"will|can|could|should|does|leaves?|brings?|changes?|lasts?|pays?|carries|takes?)\b"
)
_NOBODY_ELSE = re.compile(
    r"\b(?:we|our|us|i|clients?|customers?|peers?|competitors?|rivals?|firms|companies|teams|cost\w*|"
    r"budget|arr|"
    r"revenue|contract|fine|fines|market|saved?|saving|deal|worth|orders?|sales)\b"
)


def theirs_alone(scope: Scope, number: Number, clause: Place) -> bool:
    """ "The $36M from February": a sum of a round's size with its time or "the", beside nobody else."""
    if _NOBODY_ELSE.search(scope.flat, *clause) or scope.voice is not Voice.MAIL:
        return False
    if _BANKED.match(scope.after(number.end, 40)):
        return True
    sentence = scope.passage.sentence_at(number.start)
    if _ALONE.fullmatch(scope.flat, sentence.start, number.start) and _BUYS.match(scope.flat, number.end):
        return True
    return _THE_SUM.search(scope.before(number.start, 14)) is not None or scope.definite_time(
        number.start, number.end
    )
