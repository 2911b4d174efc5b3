"""What the company's own words say of pitches: none at all, or one that was asked for."""

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from ...domain import EvidenceRef, FactKind, Role, Segment
from ..case import Case
from ..layout import Part
from ..numbers import NumberKind, read_numbers
from ..passage import Passage
from ..patterns import Finder, PatternSet, own_cues
from ..text import lower, to_latin
from .marks import FOUR, ONE, THREE, TWO

_LONGEST = 8_000
"""Characters of evidence text that are searched."""
_A_YEAR = 365
_BREAK = " \x1f "


# What every pattern of `icp_stance.yml` holds one of: most texts hold none, and the patterns are dear.
_STEMS = Finder(
    r"\b(?:outsourc|off.?shor|near.?shor|contract|agenc|external|outside|third.?part|hired.guns|mercenar|"
    r"rent(?:ed|ing)?\b|consultanc|vendors|in.house|payroll|internally|anti.outsourc|interim|acting\b|"
    r"caretaker|stand.?in\b|standing.in|temporary|stop.?gap|placeholder|filling.in|covering|permanent|"
    r"body.?shops|dev.?shops|staff.aug|on.staff|own.people|own.employees|full.time.employees|employees.only|"
    r"under.one.roof|by.our.own|by.employees|ourselves|themselves|itself|engineering.vendors)"
    r"|%|\bper.?cent|\b(?:half|two.thirds|three.quarters)\b"
)


def _speaks(text: str) -> bool:
    return bool(_STEMS.places(_latin(text)))


def _latin(text: str) -> bytes:
    return to_latin(lower(text[:_LONGEST]))


@dataclass(frozen=True, slots=True)
class Stance:
    """Why no pitch is in place: `kind` is "layoff", "interim" or "outsourcing"; `words` say it."""

    kind: str
    words: str
    evidence: tuple[EvidenceRef, ...]


@lru_cache(maxsize=1)
def stance_cues() -> PatternSet:
    """The cues of `icp_stance.yml` alone: they are for what others say, not for the mail."""
    return PatternSet(entry for entry in own_cues() if entry.file == "icp_stance.yml")


def read_stance(case: Case) -> Stance | None:
    """The first reason for no pitch at all, or None. Use as `case.once(read_stance)`."""
    return _deep_layoff(case) or _interim(case) or _in_words(case)


def _deep_layoff(case: Case) -> Stance | None:
    evidence = case.evidence
    if any(f.value is False for f in evidence.of(FactKind.LAYOFF_DETECTED)[:1]):
        return None
    dates = [f.value for f in evidence.of(FactKind.LAYOFF_DATE) if isinstance(f.value, dt.date)]
    if dates and all((case.today - day).days > _A_YEAR for day in dates):
        return None
    for fact in evidence.of(FactKind.LAYOFF_PERCENT):
        if isinstance(fact.value, (int, float)) and fact.value > case.policy.segment.no_pitch_layoff_percent:
            ref = EvidenceRef(fact.pointer, fact.value)
            return Stance("layoff", f"a layoff of {fact.value:g} percent", (ref,))
    return None


def _interim(case: Case) -> Stance | None:
    for fact in case.evidence.of(FactKind.LEADER_INTERIM):
        if fact.value is True and not _past_interim(case, fact.pointer):
            return Stance("interim", "an interim leader", (EvidenceRef(fact.pointer, True),))
    title = case.prospect.title
    if title and "icp_interim" in stance_cues().find(to_latin(lower(title))):
        ref = EvidenceRef("/context/prospect/title", title)
        return Stance("interim", f"an interim leader ({title})", (ref,))
    return None


def _past_interim(case: Case, pointer: str) -> bool:
    """True where the remark that a fact was read from says that the interim is over."""
    remarks = [str(f.value) for f in case.evidence.of(FactKind.STATEMENT) if f.pointer == pointer]
    return any("icp_not_interim" in stance_cues().find(to_latin(lower(text))) for text in remarks)


def _in_words(case: Case) -> Stance | None:
    """A stand taken in the thread, the public record or a remark of the brief."""
    texts = _texts(case)
    # Nearly always no text of all speaks of it: one look tells.
    if not texts or not _STEMS.places(b"\n".join(_latin(text) for text, _ in texts)):
        return None
    texts = [(text, pointer) for text, pointer in texts if _speaks(text)]
    joined = _BREAK.join(text for text, _ in texts)[:_LONGEST]
    flat = lower(joined).replace("\n", " ")
    cues = stance_cues().find(to_latin(flat))
    if not cues:
        return None
    starts: list[int] = []
    at = 0
    for text, _ in texts:
        starts.append(at)
        at += len(text) + len(_BREAK)

    def found(kind: str, words: str, start: int, end: int) -> Stance:
        pointer = texts[bisect_right(starts, start) - 1][1]
        return Stance(kind, words, (EvidenceRef(pointer, joined[start : min(end, start + 120)].strip()),))

    def unopposed(name: str, against: str) -> tuple[int, int] | None:
        """The first place of a cue in a text without an opposing one ("not against", "no longer interim")."""
        places = cues.get(name, [])
        # One that begins inside is denied by the very words: "does not work with agencies".
        others = (a for a, _ in cues.get(against, ()) if not any(begin < a < end for begin, end in places))
        blocked = {bisect_right(starts, a) for a in others}
        return next((p for p in places if bisect_right(starts, p[0]) not in blocked), None)

    place = unopposed("icp_anti_outsourcing", "icp_pro_outsourcing")
    if place is not None:
        return found("outsourcing", "a public stand against outsourcing", *place)
    place = unopposed("icp_interim", "icp_not_interim")
    if place is not None:
        return found("interim", "an interim leader", *place)
    for start, end in cues.get("icp_deep_cut", ()):
        number = next((n for n in read_numbers(flat[start:end]) if n.kind is NumberKind.PERCENT), None)
        if number is not None and case.policy.segment.no_pitch_layoff_percent < number.value <= 100:
            return found("layoff", f"a layoff of {number.value:g} percent", start, end)
    return None


def _texts(case: Case) -> list[tuple[str, str]]:
    """What they said, the latest turn first, then the record, then remarks of the brief; with pointers."""
    said = [(turn.content, turn.pointer) for turn in case.thread if turn.role is not Role.AGENT]
    stated = [f for f in case.evidence.of(FactKind.STATEMENT) if isinstance(f.value, str) and " " in f.value]
    stated.sort(key=lambda f: f.source != "public_record")
    return said[::-1] + [(str(f.value), f.pointer) for f in stated]


_NEEDS: tuple[tuple[Segment, tuple[str, ...]], ...] = (
    (ONE, ("icp_growth_core", "icp_growth_strong", "icp_grow_verb", "icp_growth_soft")),
    (TWO, ("icp_cost_core", "icp_cost_strong", "icp_money", "icp_cost_soft", "icp_reliability")),
    (THREE, ("icp_new_role", "icp_vendor_window", "icp_vendor")),
    (FOUR, ("icp_topic", "icp_gap_core", "icp_gap_word", "icp_machine_word")),
)


def stated_needs(case: Case) -> frozenset[Segment]:
    """The segments whose levers the prospect has named in the thread: a reply may answer them."""
    needs: set[Segment] = set()
    for _, passage in case.turns_of(Role.PROSPECT)[-4:]:
        needs |= {segment for segment, names in _NEEDS if any(_says(passage, name) for name in names)}
    return frozenset(needs)


def _says(passage: Passage, name: str) -> bool:
    """True where the passage says a cue itself, and not to deny it."""
    return any(
        passage.sentence_at(a).part is not Part.QUOTED and not passage.status(a, b).negated
        for a, b in passage.cue(name)
    )
