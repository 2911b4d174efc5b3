"""Statements about peers without a verb of their own: headings, entries of a list, names after a colon."""

import re

from ..layout import Part
from .mentions import Kind
from .practice import read_topic
from .statements import Statement
from .words import word_set

_BASE_VERBS = word_set("do") | word_set("base_verb")
# "Two of five claims platforms, and a question": a plural subject has no verb in -s.
_NOUNS = re.compile(
    r"(?: [a-z]+(?:-[a-z]+)*){0,2} [a-z]{2,}s(?=$|[.,:;?!]| (?:and|or|plus) (?:an?|one|your|the|my)\b)"
)


def is_heading(said: Statement) -> bool:
    """True for a subject line that only says whom the mail is about: "Two of five claims platforms"."""
    if said.unit.sentence.part is not Part.SUBJECT or said.lead.kind is not Kind.LIKE:
        return False
    nouns = _NOUNS.match(said.passage.flat, said.lead.end, said.unit.end)
    return nouns is not None and not set(nouns.group().split()[:-1]) & _BASE_VERBS


def is_entry(said: Statement) -> bool:
    """True for "- Arden: running", in a list under the practice."""
    if said.unit.sentence.part is not Part.BULLET or said.cue("gap_none_seen"):
        return False
    above = [s for s in said.passage.prose() if s.part is Part.TEXT and s.index < said.unit.sentence.index]
    told = read_topic(said.passage.flat[above[-1].start : above[-1].end]) if above else said.topic
    return any(told.shares(f.topic) for f in said.known.findings)


def does_likewise(said: Statement) -> bool:
    """True for "Borealis, too", "so does Borealis": what was told before, of one more."""
    return said.lead.kind is Kind.STRANGER and _LIKEWISE.search(said.text) is not None


_LIKEWISE = re.compile(
    r"\b(?:too|as well|likewise|also|ditto|same|(?:so|as) (?:does|do|did|has|have|is|are))\b"
)
_LISTING = re.compile(r"(?:and|or|namely|they|are|is|the|two|three|four|both|these|[\s,&.()])*")


def lists_who(said: Statement) -> bool:
    """True for the bare names after what they do: "Three of them have moved: Arden, Kestrel and Borealis"."""
    unit = said.unit
    if unit.start == unit.sentence.start:
        return False
    text = list(unit.text)
    for m in said.mentions:
        text[max(0, m.start - unit.start) : m.end - unit.start] = " " * (m.end - max(m.start, unit.start))
    if not _LISTING.fullmatch("".join(text)):
        return False
    told = read_topic(said.passage.flat[unit.sentence.start : unit.start])
    # Of "we looked at five, and two read drawings: Arden, Kestrel" the names are those of the last part.
    last = max(said.passage.flat.rfind(stop, unit.sentence.start, unit.start) for stop in (",", ";"))
    begin = last if _SOME.match(said.passage.flat, last + 1, unit.start) else unit.sentence.start
    return any(told.shares(f.topic) for f in said.known.findings) and not _COMPARED.search(
        said.passage.flat, begin, unit.start
    )


_SOME = re.compile(
    r" (?:and )?(?:only |just |at least |exactly )?(?:\d+|one|two|three|four|five|six|some|both)"
    r"(?: of \w+)? (?!of\b)\w+"
)


_COMPARED = re.compile(
    r"\b(?:compared|looked at|examined|reviewed|checked|set|sample|studied|surveyed|none)\b"
)
