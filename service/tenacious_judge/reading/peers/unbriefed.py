"""Companies that a mail sets beside the reader by what they run, where no gap brief names any."""

import re
from collections.abc import Iterator
from itertools import islice

from ..case import Case
from ..layout import Part
from ..passage import Passage, Place
from .known import Known
from .mentions import MOST_MENTIONS, Mention, company_places
from .practice import read_topic
from .strangers import NAME_LIST, unknown
from .units import Unit, units_of
from .words import word_set, words

_DOES = re.compile(
    rf"(?P<names>{NAME_LIST})(?:'s?)?"
    r"(?:, (?:to|for|as|by|who|which|just|one|among|an?|the|based|of|say|in)\b[^,.;:?!\n]{2,50}(?=,))?"
    r"(?P<more>,? (?:and|or|plus|among) (?:others|them|similar \w+|"
    rf"(?:the |its |some )?(?:people|team|folks|lot|crew|engineers|group) (?:at|of|from|behind) {NAME_LIST}|"
    r"(?:two|three|four|some|several) (?:more|others)(?: \w+)?),?)?"
    r"(?P<many> (?:both|each|all)\b)?(?:,| [—–-])?"
    rf"(?:(?P<does>(?= (?:{words('does').pattern})\b)|(?= have \w)"
    r"|(?:(?<= all)|(?<= both)|(?<= each))(?= \w))"
    r"|(?P<loose>(?: (?:now|already|both|each|today|currently|also|since))*) (?=(?P<verb>[a-z]{3,20}) ))"
)
_FOUND_AT = re.compile(
    r"\b(?:one|two|three|four|five|six|both|these|they|those|some) (?:with|have|has|run|do|use|that|who|of)\b"
    r"[^:.?!\n]{3,70}: |"
    # "of four products we looked at, two read drawings: Arden and Kestrel"
    r"\bof (?:the |these )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+) [^.:?!\n]{3,60}?\bwe "
    r"[^.:?!\n]{3,40}?, (?:only )?(?:one|two|three|four|five|six|both) [a-z]+ [^:.?!\n]{3,70}: "
)
_ENTRY = re.compile(
    # The mark comes first, as the search can skip to it; then what must not stand before it on its line.
    rf"[-*•](?<![^\n].) (?P<names>{NAME_LIST})(?: [-–—]|:) "
    r"(?=[^\n]{0,80}\b(?:they|their|its|same|ditto)\b)"
)
# "At Arden a person rechecks the classifier": a place of work, and who does what there.
_AT_WORK = re.compile(
    rf"(?:^|\n|[.!?] )(?:(?:Over|Also|And|Even|Meanwhile,?) )?[Aa]t (?P<names>{NAME_LIST}),? "
    r"(?=(?:an?|the|every|each|somebody|someone|nobody|no|all|two|three|one|engineers|people|they|it is)\b"
    r"[^.!?\n]{0,40}?\b(?:[a-z]{2,}[^s\W]s|now|already|have|do|keep|run|read|check|sign|test)\b)"
)
_ASKED_BACK = re.compile(
    r"\b(?:your own|yours|how (?:you|your team)|(?:do|does) (?:you|your team)|whether you|"
    r"on your (?:\w+ )?list)\b"
)
_EXAMPLE = re.compile(
    r" (?:is|are|being|were) (?:\w+ ){0,2}(?:examples?|ones|instances?|cases? in point|proof)\b"
)
_AGAINST = re.compile(r"\b(?:up against|compet(?:e|ing) (?:with|against)|bid(?:ding)? against) ")
_LISTED = re.compile(NAME_LIST)
_SET_UP = re.compile(r" (?:\w+ ){0,3}?(?:its|their|own|teams?|squads?|groups?)\b")
_OURS = re.compile(r"\b(?:our|ours|we|us|my|tenacious|here)\b")
_FRAME = re.compile(
    r"\b(?:we|i)(?:'ve| have)? (?:\w+ )?(?:track|follow|compare|look|examine|review|check|study|studie|"
    r"survey|read|watch|found|saw)(?:e?d)?\b|\bin (?:our|my) \w+"
)
_READER = re.compile(r"\b(?:your|you|yours)\b")
_PERSON = re.compile(
    r" (?:has|have|had)?(?: \w+)? ?\b(?:led|leads?|worked|spent|joined|served|written|spoken|years?|wrote|"
    r"asked|said|told|sent|sits|speaks?|mentioned|introduced|replied|kindly)\b"
)
_SOMEBODY = re.compile(r"\b(?:he|she|his|her|would|will|can|could|knows?|joins?|call|reach|phone|mail)\b")
_CONTRASTED = re.compile(r"\b(?:and|but|while|whereas|yet|though|whilst) (?:you|yours?)$")
_DOES_SO = re.compile(
    r" (?:(?:does|do)(?: (?:it|so|this|that|too|without))?(?:[.,;]|$)|did |(?:is|are) (?:\w+ ){0,4}ahead\b|"
    r"(?:has |have )?(?:taken|gone|chosen|took|went|chose) the (?:same|other|opposite) )"
)
_THE_REST = re.compile(
    r"\b(?:the|of) (?:rest|remaining|others|other (?:ones|one|two|three|four|five|six|seven|eight|\d+))\b"
)
_THEIRS = re.compile(r" (?:\w+ ){0,2}(?:theirs|one|ones|so|it|this|that|the same|without)\b")
_YOURS = re.compile(r"\b(?:your own|yours)\b")
_NO_VERB = word_set("no_verb") | word_set("stop") | word_set("other_things")
_MASS = re.compile(r"(?:ing|tion|sion|ment|ness|ity|ship|ance|ence|ism|cy|ware|work|age|ure|ics|als)$")
_NO_COMPANY = word_set("mass")
_LONGEST = 8000
_TITLES = re.compile(r"\b(?:mr|mrs|ms|dr|herr|frau|monsieur|madame|mme|prof)\.? $")


def doers(case: Case, passage: Passage, known: Known) -> tuple[Mention, ...]:
    """Unknown companies that are said to do something: "Corbel Freight assigns its loads by a model"."""
    clean = passage.text.clean
    out: list[Mention] = []
    flat = passage.flat
    against = "against " in flat or "compet" in flat
    for found in _AGAINST.finditer(flat, 0, passage.prose_end) if against else ():
        after = _LISTED.match(clean, found.end())
        if after is not None:
            out += unknown(case, passage, known, after.start(), after.end())
    for found in _FOUND_AT.finditer(flat, 0, min(passage.prose_end, _LONGEST)) if ": " in flat else ():
        after = _LISTED.match(clean, found.end())
        piece = flat[passage.sentence_at(found.start()).start : found.end()]
        if after is not None and not _OURS.search(_FRAME.sub(" ", piece)):
            out += unknown(case, passage, known, after.start(), after.end())
    for found in islice(_AT_WORK.finditer(clean, 0, min(passage.prose_end, _LONGEST)), MOST_MENTIONS):
        out += _at_work(case, passage, known, found)
    for found in islice(_ENTRY.finditer(clean, 0, min(passage.prose_end, _LONGEST)), MOST_MENTIONS):
        out += unknown(case, passage, known, *found.span("names"))
    for found in _DOES.finditer(clean, 0, min(passage.prose_end, _LONGEST)):
        if clean[max(0, found.start() - 1) : found.start()].isalnum():
            continue
        out += _doers_at(case, passage, known, found)
    return tuple(out[:MOST_MENTIONS])


def _at_work(case: Case, passage: Passage, known: Known, found: re.Match[str]) -> Iterator[Mention]:
    """The companies of "At Arden somebody signs each reading", where the reader's own way is asked about."""
    sentence = passage.sentence_at(found.start("names"))
    unit = Unit(sentence, sentence.start, sentence.end, passage.flat[sentence.start : sentence.end])
    own = any(a > found.end() for a, _ in company_places(case, passage))
    if _OURS.search(_FRAME.sub(" ", unit.text)) or not (
        own or _ASKED_BACK.search(passage.flat, found.end(), passage.prose_end)
    ):
        return
    for name in unknown(case, passage, known, *found.span("names")):
        if _is_company(case, passage, unit, name):
            yield name


def _doers_at(case: Case, passage: Passage, known: Known, found: re.Match[str]) -> Iterator[Mention]:
    loose = found["verb"] is not None
    if loose and not _may_be_verb(found):
        return
    sentence = passage.sentence_at(found.start())
    units = units_of(case, passage, sentence)
    unit = next((u for u in units if u.start <= found.start() < u.end), None)
    if (
        unit is None
        or sentence.part not in (Part.TEXT, Part.BULLET)
        or _OURS.search(_FRAME.sub(" ", unit.text))
    ):
        return
    start, end = found.span("names")
    names = [m for m in unknown(case, passage, known, start, end) if _is_company(case, passage, unit, m)]
    several = len(names) > 1 or found["more"] is not None
    if (not several and found["many"] is not None) or (several and _are_people(passage, unit, names)):
        return
    if loose and several and not any(" " in m.name for m in names):
        several = _is_contrasted(passage, unit)
    end = found.end() - loose
    if names and _is_practice(passage, unit, end, several=several, loose=loose):
        yield from names


def _may_be_verb(found: re.Match[str]) -> bool:
    """True for "Arden Cargo and Kestrel describe", "Arden now allocates": the form tells a verb."""
    verb = found["verb"]
    if verb in _NO_VERB or verb.endswith(("ly", "ing", "ss")):
        return False
    if " and " in found["names"] or "," in found["names"]:
        return verb.endswith("ed") or not verb.endswith("s")
    return bool(found["loose"]) and verb.endswith(("s", "ed"))


def _is_contrasted(passage: Passage, unit: Unit) -> bool:
    """True where the reader, or what was not seen at others, is told of nearby."""
    flat, start = passage.flat, max(0, unit.start - 200)
    return (
        passage.cue_in("gap_none_seen", start, unit.end + 200) is not None
        or passage.cue_in("gap_lack", unit.start, unit.end + 100) is not None
        or _THE_REST.search(flat, unit.start, unit.end + 100) is not None
        or _YOURS.search(flat, unit.start, unit.end + 80) is not None
    )


def _is_practice(passage: Passage, unit: Unit, end: int, *, several: bool, loose: bool) -> bool:
    """True when what follows is what a company does, and neither a person's past nor for the reader."""
    flat = passage.flat
    if _PERSON.match(flat, end, unit.end) and not (
        several and _THE_REST.search(flat, end, unit.end + 100) is not None
    ):
        return False
    reader = _READER.search(flat, end, min(unit.end, end + 60))
    if reader is not None and not _CONTRASTED.search(flat, end, reader.end()):
        return False
    if _EXAMPLE.match(flat, end, unit.end):
        return passage.cue_in("gap_bare", max(0, unit.start - 200), unit.start) is not None
    if several and not loose:
        return True
    comma = flat.find(",", end, unit.end)
    if not several and _SOMEBODY.search(flat, end, comma if comma > 0 else unit.end):
        return False
    topic = read_topic(flat[end : unit.end])
    if topic.specific or "ai" in topic.soft or _SET_UP.match(flat, end) or _DOES_SO.match(flat, end):
        return True
    if several and (topic.soft & {"team", "hire"} or _THEIRS.match(flat, end)):
        return True
    if loose:
        return _is_contrasted(passage, unit)
    start = max(0, unit.start - 200) if _THEIRS.match(flat, end) else unit.start
    return passage.cue_in("gap_none_seen", start, unit.end + 200) is not None


def _is_company(case: Case, passage: Passage, unit: Unit, name: Mention) -> bool:
    """False for a person of the mail, a tool, and the first word of a sentence that is an ordinary one."""
    low = name.name.lower()
    if name.name.isupper():
        return False  # a regulator, a norm
    words_ = low.split()
    if _TITLES.search(passage.flat, max(0, name.start - 12), name.start):
        return False
    if read_topic(low).specific and len(words_) == 1:
        return False
    if words_[0] in case.once(_people) or "'" in words_[0].removesuffix("'s"):
        return False
    if name.start > unit.sentence.start + 2 or len(words_) > 1:
        return words_[0] not in _NO_COMPANY
    return words_[0] not in _NO_COMPANY and not _MASS.search(low)


_STAFF = re.compile(
    r"\b(?:engineers?|consultants?|colleagues?|developers?|specialists?) (?:are|is|who|you|would|free)\b|"
    r"\byou (?:would|will|can) meet\b|\b(?:their|both|two|three) (?:cvs?|profiles?)\b"
)


def _are_people(passage: Passage, unit: Unit, names: list[Mention]) -> bool:
    """True for first names where engineers are spoken of: "Selam and Brian have run platforms"."""
    alone = all(" " not in m.name for m in names)
    return alone and _STAFF.search(passage.flat, max(0, unit.start - 160), unit.end + 160) is not None


def _people(case: Case) -> frozenset[str]:
    """First names that stand in the greeting or the signature."""
    found: set[str] = set()
    for passage in case.mail.passages:
        flat = passage.flat
        found.update(re.findall(r"[^\W\d_]+", flat[passage.prose_end :][:400]))
        for s in passage.sentences[:2]:
            if s.part is Part.GREETING:
                found.update(re.findall(r"[^\W\d_]+", flat[s.start : s.end][:60]))
    return frozenset(found)


_BESIDE = re.compile(
    rf"\b(?:to|with|than|behind|at|next to|like|over|against|from|by) (?P<names>{NAME_LIST})"
)


def rivals_in(case: Case, passage: Passage, known: Known, place: Place, near: int = 400) -> bool:
    """True where the reader is set beside unknown companies: "losing ground to Northwick"."""
    if known.present:
        return False
    sentence = passage.sentence_at(place[0])
    start, end = max(place[0], sentence.start), min(place[1], sentence.end)
    unit = Unit(sentence, sentence.start, sentence.end, passage.flat[sentence.start : sentence.end])
    for found in _LISTED.finditer(passage.text.clean, max(sentence.start, start - 80), start):
        whole = not passage.flat[found.end() : found.end() + 1].isalnum()
        if whole and start - found.end() <= 1:  # "what happens when Arden and Kestrel pull ahead"
            names = unknown(case, passage, known, found.start(), found.end())
            if any(_is_company(case, passage, unit, m) for m in names):
                return True
    for found in _BESIDE.finditer(passage.text.clean, start, end):
        if found.start() > start + near:
            return False
        names = unknown(case, passage, known, found.start("names"), found.end("names"))
        if any(_is_company(case, passage, unit, m) for m in names):
            return True
    return False
