"""Sentences cut where one statement ends and the next begins: an offer is no part of a claim."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..case import Case
from ..layout import Part, Sentence
from ..passage import Passage
from ..worded import worded
from .words import words

# What every cut begins with is looked for first: at a letter, no wording is tried.
_CUT = re.compile(rf"(?=[\s,;:–])(?:{words('cut').pattern})")


# "Arden runs one, and Kestrel publishes another": a second subject with a verb of its own.
_NEXT_NAME = re.compile(
    r",? (?:and|while) (?=[A-Z][\w&']+(?: [A-Z][\w&']+)* (?:has|is|was|[a-z]{2,}[^s\W]s)\b)"
)


# "We looked at five carriers, and two of them run one": who was looked at, before what is said of them.
_AND_SOME = worded(
    r",? (?:and|of (?:which|whom)) (?=(?:only |just |exactly |at least )?"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|most|many|all|none|half|both|each)"
    r"(?: of (?:them|the|these|those|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)\b|"
    r" (?:\w+ )?ha(?:s|ve)\b))"
)
_LOOKED = re.compile(
    r"\b(?:we|i)(?:'ve|'d| have| had)?(?: \w+)? (?:look|compare|read|follow|check|examine|studie|survey|"
    r"review|map|sample|track|watch|went through)[ed]*\b[^;:]*$"
)


_LONGEST = 800
# "- Arden Cargo - the same, since last year": who is listed, before what is said of them.
_ENTRY = re.compile(r"[\s•*-]*(?:\d+[.)] )?[\w&'.]+(?: [\w&'.]+){0,3}\s?")


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
    cuts = [*_CUT.finditer(flat, sentence.start, sentence.end)]
    cuts += _NEXT_NAME.finditer(passage.text.clean, sentence.start, sentence.end)
    some = passage.spoken_at(at).all(_AND_SOME, flat, at, sentence.end)
    cuts += [found for found in some if _LOOKED.search(flat, at, found.start())]
    for cut in _outside_dashes(flat, sentence, cuts):
        listed = not colon and at == sentence.start and _ENTRY.fullmatch(flat, at, cut.start())
        if cut.start() - at >= 2 and cut.start() >= at and (colon or flat[cut.start()] != ":") and not listed:
            out.append(Unit(sentence, at, cut.start(), flat[at : cut.start()]))
            at = cut.end()
    if flat[at : sentence.end].strip():
        out.append(Unit(sentence, at, sentence.end, flat[at : sentence.end]))
    return tuple(piece for unit in out for piece in _short(unit))


_DASHES = re.compile(r"\s?[–-]\s?")
_ASIDE = 90


def _outside_dashes(flat: str, sentence: Sentence, cuts: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The cuts in order, but for a pair of dashes around an aside: "two - Arden and Brisk - run one"."""
    cuts = sorted(cuts, key=lambda m: m.start())
    skip = False
    for i, cut in enumerate(cuts):
        if skip:
            skip = False
            continue
        following = cuts[i + 1] if i + 1 < len(cuts) else None
        if (
            following is not None
            and _DASHES.fullmatch(cut.group())
            and _DASHES.fullmatch(following.group())
            and following.start() - cut.end() < _ASIDE
            and _GOES_ON.match(flat, following.end(), sentence.end)
        ):
            skip = True
            continue
        yield cut


_GOES_ON = words("verb")


def _short(unit: Unit) -> Iterator[Unit]:
    """The unit, or pieces of it: no statement is longer, and a text without stops must not cost more."""
    for start in range(unit.start, unit.end, _LONGEST):
        end = min(unit.end, start + _LONGEST)
        text = unit.text[start - unit.start : end - unit.start]
        yield unit if unit.end - unit.start <= _LONGEST else Unit(unit.sentence, start, end, text)
