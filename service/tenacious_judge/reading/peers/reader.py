"""What a mail says of the reader beside the peers: without it, or silent; and what room it leaves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..case import Case
from ..layout import Sentence
from ..passage import Passage, Place
from .mentions import company_places
from .units import Unit, units_of
from .words import words


class Lack(StrEnum):
    """FLAT: said to be without it. UNSEEN: nothing was seen. SILENT: said to have done or shown nothing."""

    FLAT = "flat"
    UNSEEN = "unseen"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class ReaderLack:
    """The reader is said to lack something, at `flat[start:end]`. `choice`: it is allowed to be meant so."""

    passage: Passage
    unit: Unit
    kind: Lack
    start: int
    end: int
    choice: bool
    hedged: bool


_HARMLESS = words("harmless")
_HARMLESS_SET = words("harmless_set")
_LEFT_OPEN = re.compile(r"\b(?:where|or|if|whether|when|unless|should) $")
_COMPANY_LACKS = words("company_lacks")
_BUT = re.compile(r"\b(?:unlike|except|but|bar|apart from|other than) $")
_THAN = re.compile(r"\b(?:ahead of|in front of|than|compared (?:to|with)|next to|relative to|versus|vs\.?) $")
_WE_COMPARED = re.compile(r"\b(?:we|i)(?:'ve| have)? compared (?:with|to) $")
_THAN_YOU = re.compile(r"\b(?:than|compared (?:to|with)|next to|relative to|versus|vs\.?) (?:you|yours)\b")
_OF_READER = re.compile(r"\b(?:you|your|yours|the team|company)\b")
_OF_US = re.compile(r"[\"' ]*(?:and |but |so )?(?:we|i|our|my)\b")
_SAW = words("saw")
_OF_OTHERS = re.compile(r"\b(?:the (?:other|others|rest|remaining)|other (?:two|three|four|five)|others)\b")


def contrasts(case: Case, passage: Passage, unit: Unit) -> bool:
    """True when the statement, or the next, flatly says that the reader is without what others have."""
    if any(True for _ in _flat(case, passage, unit)):
        return True
    later = passage.sentences[unit.sentence.index : unit.sentence.index + 3]
    following = [u for s in later for u in units_of(case, passage, s) if u.start > unit.start][:3]
    return any(len(u.text) < 90 and next(_flat(case, passage, u), None) is not None for u in following)


def than_reader(case: Case, passage: Passage, unit: Unit) -> bool:
    """True where something is measured against the reader: "faster than you", "compared with Halden"."""
    if _THAN_YOU.search(unit.text):
        return True
    places = (start for start, _ in company_places(case, passage) if unit.start < start < unit.end)
    return any(
        _THAN.search(passage.flat, max(unit.start, start - 20), start)
        and not _WE_COMPARED.search(passage.flat, max(unit.start, start - 30), start)
        for start in places
    )


def lacks_somewhere(case: Case, passage: Passage, start: int, end: int) -> bool:
    """True when the reader is flatly said to lack something in [start, end), by "you" or by name."""
    if passage.cue_in("gap_lack", start, end) is not None:
        return True
    places = (b for a, b in company_places(case, passage) if start <= a < end)
    return any(_COMPANY_LACKS.match(passage.flat, b, b + 70) for b in places)


def _flat(case: Case, passage: Passage, unit: Unit) -> Iterator[Place]:
    """Places of the unit that flatly say the reader is without it."""
    for start, end in passage.cue("gap_lack"):
        if (
            unit.start <= start < unit.end
            and not _HARMLESS.match(passage.flat, end, end + 24)
            and not _HARMLESS_SET.match(passage.flat, end, end + 60)
            and not _LEFT_OPEN.search(passage.flat, unit.start, start)
            and not _NOT_SO.search(passage.flat, max(unit.start, start - 40), start)
            and _is_of_reader(case, passage, unit, start)
        ):
            yield start, end
    for start, end in company_places(case, passage):
        if unit.start <= start < unit.end:
            before = _BUT.search(passage.flat, max(unit.start, start - 16), start)
            if before:
                yield before.start(), end
            found = _COMPANY_LACKS.match(passage.flat, end, min(unit.end, end + 70))
            if (
                found
                and not _HARMLESS.match(passage.flat, found.end(), found.end() + 24)
                and not _HARMLESS_SET.match(passage.flat, found.end(), found.end() + 60)
            ):
                yield start, found.end()


def _is_of_reader(case: Case, passage: Passage, unit: Unit, start: int) -> bool:
    piece = passage.flat[start : start + 16]
    if piece.startswith(("you", "the team", "they")):
        return True
    if not piece.startswith("without") and any(
        unit.start <= a < unit.end for a, _ in company_places(case, passage)
    ):
        return True
    return _OF_READER.search(unit.text) is not None


def read_lacks(case: Case) -> tuple[ReaderLack, ...]:
    """All statements that the reader lacks, or shows, nothing. Use `case.once(read_lacks)`."""
    return tuple(
        lack
        for passage in case.mail.passages
        if any(passage.cue(sign) for sign in _SIGNS) or company_places(case, passage)
        for s in passage.prose()
        for lack in _of_sentence(case, passage, s)
    )


_NONE = words("none")
_NOT_SO = re.compile(
    r"\b(?:not|never|no|nor|rather than|without)(?: (?:as|an?|the|any|call\w*|it|that|this))* $"
)
_TO_IGNORE = re.compile(
    r"\b(?:free|welcome|happy|fine|can|may|please|just|simply|do)(?: to)?(?: just| simply)? "
    r"(?:ignor|dismiss|skip)\w*$"
)
"""Leave that we give: "you are free to ignore it"."""
_SIGNS = ("gap_lack", "gap_quiet", "gap_none_seen")


def _of_sentence(case: Case, passage: Passage, sentence: Sentence) -> Iterator[ReaderLack]:
    if not _may_lack(case, passage, sentence):
        return
    for unit in units_of(case, passage, sentence):
        lack = _of_unit(case, passage, unit)
        if lack is not None:
            yield lack


def _may_lack(case: Case, passage: Passage, sentence: Sentence) -> bool:
    """False where no statement of the sentence can be one; cheap, as most sentences are none."""
    start, end = sentence.start, sentence.end
    if passage.cue_in("gap_lack", start, end) or passage.cue_in("gap_quiet", start, end):
        return True
    if any(
        _BUT.search(passage.flat, max(start, a - 16), a) or _COMPANY_LACKS.match(passage.flat, b, b + 70)
        for a, b in company_places(case, passage)
        if start <= a < end
    ):
        return True
    seen = passage.cue_in("gap_none_seen", start, end)
    return seen is not None and _NONE.search(passage.flat, start, end) is not None


def _of_unit(case: Case, passage: Passage, unit: Unit) -> ReaderLack | None:
    flat = next(_flat(case, passage, unit), None)
    seen = _first(passage, "gap_none_seen", unit)
    quiet = _first(passage, "gap_quiet", unit)
    place = flat or quiet or seen
    if place is None:
        return None
    if flat is None and _TO_IGNORE.search(passage.flat, max(unit.start, place[0] - 30), place[1]):
        return None
    if flat is None and quiet is None and not _NONE.search(unit.text):
        return None  # "has written publicly about its model"
    status = passage.status(*place)
    if status.asked or status.conditional or status.quoted:
        return None
    if flat is None and not _speaks_of_reader(case, passage, unit):
        return None
    choice = passage.cue_in("gap_choice", unit.sentence.start, unit.sentence.end) is not None
    hedged = status.hedged or seen is not None
    kind = Lack.UNSEEN if seen is not None else Lack.FLAT if flat is not None else Lack.SILENT
    start = place[0]
    end = min(unit.end, max(place[1], start + 60))
    while end < unit.end and passage.flat[end].isalnum():
        end += 1
    while end > start + 1 and passage.flat[end - 1] in " .,;:!?\x1f":
        end -= 1
    return ReaderLack(passage, unit, kind, start, end, choice, hedged)


def _speaks_of_reader(case: Case, passage: Passage, unit: Unit) -> bool:
    """True when the unit is about the reader, not about us or the remaining peers alone."""
    named = any(unit.start <= a < unit.end for a, _ in company_places(case, passage))
    if _OF_US.match(unit.text) and not _SAW.search(unit.text):
        return False
    if not named and not _OF_READER.search(unit.text):
        return False
    return named or not _OF_OTHERS.search(unit.text) or " at your" in unit.text or "yours" in unit.text


def _first(passage: Passage, cue: str, unit: Unit) -> Place | None:
    return next((p for p in passage.cue(cue) if unit.start <= p[0] < unit.end), None)
