"""Questions that ask nothing of what they say: "We have six, right?", "Did you know we have six?"."""

import re

from ..layout import Sentence

_OPENING = r"^\W*(?:(?:so|and|but|well|oh|by the way|also|then|yes|now)[, ]+)*"
# What stands behind such words is told, not asked.
_LEAD = re.compile(
    _OPENING + r"(?:"
    r"(?:did|do|didn't|don't|would|could) you (?:not )?(?:already |even )?(?:"
    r"know|realise|realize|guess|believe)"
    r"|(?:have|haven't|had) you (?:not )?(?:already |ever )?(?:heard|noticed|been told|known)"
    r"|(?:are|were|aren't) you (?:not )?(?:already )?aware"
    r"|(?:have|haven't|did|didn't|may|can) (?:we|i) (?:not )?(?:already |yet )?"
    r"(?:told you|tell you|mentioned?|said|say|point out|add)"
    r"(?= (?:that|we|our|there|\w+ of (?:our|us))\b)"
    r"|(?:is|isn't|wouldn't|would|was) it (?:not )?(?:be )?(?:\w+ )?"
    r"(?:good|great|nice|news|helpful|useful|a comfort|reassuring|"
    r"surprising|surprise you|help)"
    r" (?:to (?:know|hear|learn)|that)"
    r"|can you believe|who knew|who would have thought|guess what"
    r")(?! (?:how|what|when|where|who|why|which|if|whether|of|any|someone|somebody|your|you)\b)"
    r"(?: that)?[,:]?"
)
_ASKS = re.compile(
    _OPENING
    + r"(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must|"
    r"am|"
    r"\w+n't|who|whom|whose|what|when|where|why|how|which|want|need|needs?|fancy|"
    r"interested|looking|care|ready|up for|any|ever|still)\b"
)
_OURS = re.compile(_OPENING + r"(?:we|our|tenacious|\w+ of our)\b(?! (?:ask|wonder|start by asking))")
# "..., right?", "..., shall we?", "..., would Tuesday work?"
_TAG = re.compile(
    r"(?:,|–|;| -| \.\.\.)\s*(?:and |so |or |but )?(?:right|ok|okay|yes|yeah|correct|no|agreed|deal|"
    r"fine|good|alright|"
    r"all right|clear|interested|true|eh|is|are|do|does|did|shall|can|could|may|would|will|should|who|what|"
    r"when|where|"
    r"why|how|which|\w+n't|any|sounds?)\b[^?]{0,110}\?|\bright\?"
)


def told_in_question(flat: str, sentence: Sentence) -> tuple[int, int]:
    """From where to where a question states instead of asking; (0, 0) where it asks throughout."""
    if not sentence.question:
        return 0, 0
    lead = _LEAD.search(flat[sentence.start : sentence.end])
    if lead is not None:
        return sentence.start + lead.end(), sentence.end
    text = flat[sentence.start : sentence.end]
    if _ASKS.match(text):
        return 0, 0
    tag = _TAG.search(text)
    if tag is not None:
        return sentence.start, sentence.start + tag.start()
    return (sentence.start, sentence.end) if _OURS.match(text) else (0, 0)
