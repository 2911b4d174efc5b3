"""Whether a statement still waits for our own confirmation ("three more in July, if delivery confirms")."""

import re

from ..layout import Part, Sentence
from ..passage import Passage, Place

_OWN_SPEECH = re.compile(
    r"\b(?:has|have|had|just|already|is|are|was|were|been|'ve|'s) (?:now |just |already |all |been )*confirmed\b|\bconfirmed (?:by|with|six|the)\b|\bi (?:can )?confirm\b|\bhappy to confirm\b"
)

# What "but" sets against a gate is not held by it: "we cannot promise seven, but six are yours".
_BUT = re.compile(r"\bbut\b")


def gates(passage: Passage, sentence: Sentence) -> list[Place]:
    """Places of the sentence at which our side's confirmation is asked for."""
    found = []
    for start, end in passage.cue("bench_gate"):
        if not sentence.start <= start < sentence.end:
            continue
        if passage.cue_in("bench_gate_you", start, end) or _said_done(passage.flat, start, end):
            continue
        found.append((start, end))
    return found


def _said_done(flat: str, start: int, end: int) -> bool:
    return _OWN_SPEECH.search(flat, max(0, start - 14), end + 12) is not None and flat[start:end].startswith(
        ("confirm",)
    )


def gated(passage: Passage, sentence: Sentence, start: int, end: int, later: int) -> bool:
    """True when the statement at [start, end) is gated; `later`: where the next head of it begins.

    A gate before a statement, or after a comma behind it, holds all of its sentence; one right behind a head
    holds that head; a sentence that refers back ("That second step depends on ...") holds the one before.
    """
    for a, _ in gates(passage, sentence):
        if a < start and _BUT.search(passage.flat, a, start) and a >= sentence.start:
            continue
        if a < start or a < later:
            return True
        if re.search(r"[,;(\x96–-]\s*(?:\w+ ){0,3}$", passage.flat[end:a]):
            return True
    return _gated_after(passage, sentence)


def _gated_after(passage: Passage, sentence: Sentence) -> bool:
    if sentence.index + 1 >= len(passage.sentences):
        return False
    following = passage.sentences[sentence.index + 1]
    if following.question or following.part not in (Part.TEXT, Part.BULLET):
        return False
    if sentence.part is Part.BULLET and following.part is Part.BULLET:
        return False
    opens = [
        p
        for p in passage.cue("bench_gate_after")
        if p[0] <= following.start + 2 < p[1] + 2 and p[0] >= following.start
    ]
    if not opens or passage.cue_in("bench_gate_rest", following.start, following.start + 40):
        return False
    return bool(gates(passage, following))
