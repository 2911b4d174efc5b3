"""Sentences cut where one statement ends and the next begins: an offer is no part of a claim."""

from dataclasses import dataclass

from ..case import Case
from ..layout import Part, Sentence
from ..passage import Passage
from .words import words

_CUT = words("cut")


@dataclass(frozen=True, slots=True)
class Unit:
    """`flat[start:end]`, one statement of `sentence`."""

    sentence: Sentence
    start: int
    end: int
    text: str


def units_of(case: Case, passage: Passage, sentence: Sentence) -> tuple[Unit, ...]:
    """The statements of a sentence, in order. Cut once a case."""
    kept = case.once(_kept_units)
    key = id(passage), sentence.index
    if key not in kept:
        kept[key] = _cut(passage, sentence)
    return kept[key]


def _kept_units(case: Case) -> dict[tuple[int, int], tuple[Unit, ...]]:
    return {}


def _cut(passage: Passage, sentence: Sentence) -> tuple[Unit, ...]:
    flat = passage.flat
    out: list[Unit] = []
    at = sentence.start
    colon = sentence.part is not Part.BULLET
    for cut in _CUT.finditer(flat, sentence.start, sentence.end):
        if cut.start() - at >= 2 and (colon or flat[cut.start()] != ":"):
            out.append(Unit(sentence, at, cut.start(), flat[at : cut.start()]))
            at = cut.end()
    if flat[at : sentence.end].strip():
        out.append(Unit(sentence, at, sentence.end, flat[at : sentence.end]))
    return tuple(out)
