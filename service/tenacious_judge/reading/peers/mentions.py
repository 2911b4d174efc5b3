"""Where a mail speaks of competitors or peers: by relation, by market, by rank, by likeness, by name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from ..case import Case
from ..layout import Part
from ..numbers import Number, NumberKind
from ..passage import Passage
from .known import Known
from .words import word_set, words

MOST_MENTIONS = 30
"""Mentions of one passage that are read; no mail has a quarter of them."""


class Kind(StrEnum):
    """PEER, MARKET: who compete with the reader. LEAD: a rank. ALL: everybody. NORM: a practice as the rule.
    LIKE: firms that resemble the reader, of whom general experience is told too. FIRMS, BARE: firms at large.
    NAME: a peer of the brief. STRANGER: a company called a peer that no evidence names."""

    PEER = "peer"
    MARKET = "market"
    NORM = "norm"
    LEAD = "lead"
    ALL = "all"
    LIKE = "like"
    FIRMS = "firms"
    BARE = "bare"
    NAME = "name"
    STRANGER = "stranger"


STRONG = frozenset((Kind.PEER, Kind.MARKET, Kind.LEAD, Kind.ALL, Kind.NORM))


@dataclass(frozen=True, slots=True)
class Mention:
    """`flat[start:end]`; `name` is the peer's full name in lower case for NAME, as written for STRANGER."""

    kind: Kind
    start: int
    end: int
    name: str = ""


_CUES = (
    ("gap_alone", Kind.NORM), ("gap_peer", Kind.PEER), ("gap_market", Kind.MARKET), ("gap_norm", Kind.NORM),
    ("gap_lead", Kind.LEAD), ("gap_all", Kind.ALL), ("gap_like", Kind.LIKE), ("gap_firms", Kind.FIRMS),
    ("gap_counted", Kind.LIKE), ("gap_bare", Kind.BARE),
)  # fmt: skip
_NO_PEER_AFTER = words("no_peer_after")
_NO_PEER_BEFORE = words("no_peer_before")
_LEADING = re.compile(r"leading (?:a|an|the|your|our|my|this|that|its|to|up)\b")
_PEOPLE_AFTER = re.compile(
    r" (?:engineers?|developers?|people|specialists?|seniors?|staff|of (?:ours|us|our)|with us)\b"
)
_ONE_TEAM = re.compile(r" (?:team|group|squad|product|desk|store|platform)$")
_OPENS = re.compile(r"(?:^|[.,;:!?\x1f\n]) ?$")
_CROWD = re.compile(r"[\d,.]{3,}|(?:\w+ )?(?:hundred|thousand|million)s?\b")
"""A hundred carriers are customers, or a market; nobody compares so many."""
_MODAL = re.compile(r" (?:can|could|will|would|may|might|should)\b")
_TALENT = words("talent")
_INFORMS = words("informs")
_DENIED_BEFORE = words("denied_before")
_WOULD = re.compile(r" (?:would|could|might) (?:only |just )?(?:be|add|tell|prove|say|mean)\b")
_NO_EVERYONE_AFTER = words("no_everyone_after")
_HAVE_BEFORE = words("have_before")
_OTHER_PLACE = words("other_place")
_GOAL = re.compile(r"\b(?:beat|race|pip)(?: \w+)? $")
_ANYBODY = ("every", "any", "no", "all", "some")
_HEAD_NOUN = re.compile(r"([a-z]+) (?:that |which |whom )?(?:we|i)\b")


def company_places(case: Case, passage: Passage) -> tuple[tuple[int, int], ...]:
    """Where the prospect's company is named, in full or by its first word. Found once a case."""
    kept = case.once(_kept_places)
    if id(passage) not in kept:
        kept[id(passage)] = _find_places(case, passage.flat)
    return kept[id(passage)]


def _kept_places(case: Case) -> dict[int, tuple[tuple[int, int], ...]]:
    return {}


def _find_places(case: Case, flat: str) -> tuple[tuple[int, int], ...]:
    places: list[tuple[int, int]] = []
    for form in company_forms(case.company):
        at = flat.find(form)
        while at >= 0 and len(places) < MOST_MENTIONS:
            end = at + len(form)
            if not (flat[at - 1 : at].isalnum() or flat[end : end + 1].isalnum()):
                places.append((at, end))
            at = flat.find(form, end)
    return tuple(sorted(places))


def company_forms(company: str) -> tuple[str, ...]:
    """The ways a mail may name the company: "halden freight", "halden"."""
    if len(company) < 2:
        return ()
    first = company.split()[0]
    if (
        first != company
        and len(first) >= 4
        and first not in ("the", "rival", "peer", "market", "sector", "first", "open", "data", "cloud")
    ):
        return company, first
    return (company,)


def find_mentions(case: Case, passage: Passage, known: Known) -> list[Mention]:
    """All mentions in our own prose, in order, none inside another."""
    if not known.forms and not any(cue in passage.cues for cue, kind in _CUES if kind is not Kind.BARE):
        return []
    own = company_places(case, passage)
    found: list[Mention] = []
    for cue, kind in _CUES:
        if (kind is Kind.BARE and not (known.findings or "gap_lack" in passage.cues)) or (
            cue == "gap_counted" and known.present
        ):
            continue
        for start, end in passage.cue(cue)[:MOST_MENTIONS]:
            if (
                _in_prose(passage, start)
                and not _inside(own, start, end)
                and (cue != "gap_counted" or _OPENS.search(passage.flat, max(0, start - 3), start))
                and not (cue == "gap_counted" and _CROWD.match(passage.flat, start))
                and not (cue == "gap_counted" and _MODAL.match(passage.flat, end))
                and _is_peer(passage.flat, kind, start, end)
            ):
                _add(found, Mention(kind, start, end))
    for form, name in known.forms.items():
        for start, end in _places_of(passage.flat, form):
            place = form != name and passage.flat.endswith(" the ", 0, start)  # "around the Solent"
            if _in_prose(passage, start) and not place and not _inside(own, start, end):
                _add(found, Mention(Kind.NAME, start, end, name))
    if known.findings:
        for number in passage.numbers:
            if (
                number.kind is NumberKind.RATIO
                and _counts_firms(passage, number)
                and _in_prose(passage, number.start)
            ):
                _add(found, Mention(Kind.LIKE, number.start, number.end))
    found.sort(key=lambda m: m.start)
    return found[:MOST_MENTIONS]


OTHER_THINGS = word_set("other_things")
_NOT_COMPANIES = OTHER_THINGS | word_set("not_companies")


_DO = word_set("do")


def counted_words(number: Number) -> set[str]:
    """The first words behind a number that name what it counts, up to a verb: "the five have a model"."""
    return set(takewhile(lambda word: word not in _DO, number.noun.split()[:3]))


def _counts_firms(passage: Passage, number: Number) -> bool:
    """True for a ratio that may count peers: "five of the seven we follow", "two of five"."""
    return not counted_words(number) & OTHER_THINGS and not _NOT_FIRMS.search(
        passage.flat, max(0, number.start - 30), number.end + 24
    )


_NOT_FIRMS = re.compile(r"\b(?:our|maturity|score[ds]?|rating|rated|level|grade[ds]?|readiness)\b")


def _add(found: list[Mention], new: Mention) -> None:
    """Keep the more telling of two that overlap; the list is in order of weight."""
    for i, old in enumerate(found):
        if new.start < old.end and new.end > old.start:
            if new.kind is Kind.NAME and old.kind is Kind.NAME and new.end - new.start > old.end - old.start:
                found[i] = new
                return
            if new.kind is Kind.NAME is not old.kind and new.start <= old.start and old.end <= new.end:
                found[i] = new  # "Widgeon Labs" is no lab at large
                return
            if Kind.NAME not in (old.kind, new.kind) and new.kind is not Kind.NORM:
                found[i] = Mention(old.kind, min(old.start, new.start), max(old.end, new.end), old.name)
            return
    found.append(new)


def _places_of(flat: str, form: str) -> Iterator[tuple[int, int]]:
    at = flat.find(form)
    for _ in range(MOST_MENTIONS):
        if at < 0:
            return
        end = at + len(form)
        if not (flat[at - 1 : at].isalnum() or flat[end : end + 1].isalnum()):
            yield at, end
        at = flat.find(form, end)


def _in_prose(passage: Passage, start: int) -> bool:
    if start >= passage.prose_end:
        return False
    return passage.sentence_at(start).part in (Part.TEXT, Part.BULLET, Part.SUBJECT)


def _inside(places: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """True when a company's name, "Rival Labs", is all that was found."""
    return any(a <= start and end <= b for a, b in places)


def _is_other_thing(said: str) -> bool:
    """True for "the roles we looked at": firms are compared too, but these are none."""
    head = _HEAD_NOUN.search(said)
    return head is not None and head[1] in _NOT_COMPANIES


_DEFINITE = re.compile(
    r"the (?:[a-z]+ )+?([a-z]+s)$|([a-z]+s) (?:up and down|all over|all across|throughout)\b"
)


def _names_things(said: str) -> bool:
    found = _DEFINITE.match(said)
    return found is not None and (found[1] or found[2]) in _NOT_FIRM


_NOT_FIRM = _NOT_COMPANIES | word_set("persons") | word_set("larger_things")


def _is_peer(flat: str, kind: Kind, start: int, end: int) -> bool:
    before, after = flat[max(0, start - 30) : start], flat[end : end + 30]
    if kind is Kind.PEER and (_NO_PEER_AFTER.match(after) or _NO_PEER_BEFORE.search(before)):
        return bool(re.match(r"(?:set|group)", after.lstrip()))
    if kind is Kind.PEER and flat[start:end] == "peer" and after.startswith((" with ", " into ", " at ")):
        return False  # the verb
    if (
        kind is Kind.PEER
        and _INFORMS.match(after)
        and (_DENIED_BEFORE.search(before) or _WOULD.search(after))
    ):
        return False  # "no competitor slide in this one"
    if kind is Kind.LEAD and (_LEADING.match(flat, start, end) or _ONE_TEAM.search(flat, start, end)):
        return False
    if (
        kind in (Kind.ALL, Kind.MARKET)
        and flat.startswith(_ANYBODY, start)
        and (_NO_EVERYONE_AFTER.match(flat, end, end + 40) or _HAVE_BEFORE.search(before))
    ):
        return False  # "everyone we have free", "I have nobody in that field"
    if kind in (Kind.LIKE, Kind.MARKET) and _names_things(flat[start:end]):
        return False  # "the larger roles", "engineers up and down the country"
    if kind is Kind.LIKE and _PEOPLE_AFTER.match(after):
        return False  # "two platform engineers"
    if kind is Kind.LIKE and (_is_other_thing(flat[start:end]) or " in the " in flat[start:end]):
        return False
    if kind is Kind.MARKET and _OTHER_PLACE.search(flat, start, end):
        return False  # "two people in the same month would set anyone back"
    if kind is Kind.PEER and after.startswith(" to ") and _GOAL.search(before):
        return False  # "beat rivals to launch"
    if kind in (Kind.MARKET, Kind.ALL):
        return not _TALENT.search(before)
    return True
