"""Companies that a mail calls peers and that no evidence names."""

import re
from collections.abc import Iterator

from ...domain import FactKind
from ..case import Case
from ..layout import Part
from ..passage import Passage
from .known import Known
from .mentions import Kind, Mention, company_forms
from .reader import contrasts
from .units import Unit
from .words import word_set, words

# Possessive throughout: a long list of names must not be tried in every way to cut it.
_NAME = (
    r"[A-ZÀ-Þ](?=[\w&']{0,24}[a-zà-ÿ])[\w&']{0,40}+"
    r"(?: (?:[A-ZÀ-Þ][\w&']*+|& [A-ZÀ-Þ][\w']*+|(?:of|de) [A-ZÀ-Þ][\w&']*+)){0,4}+"
)
NAME_LIST = rf"{_NAME}(?:(?:, and |, | and | & ){_NAME}){{0,12}}+"
_NAMES = re.compile(NAME_LIST)
_AFTER = re.compile(
    rf"[ ,(:–-]{{1,3}}(?:(?:{words('stranger_lead').pattern}) ?[ ,:(]*)?(?P<names>{NAME_LIST})"
)
_HEAD = re.compile(
    rf"[\"'(•*\s-]*(?:\d+[.)] )?(?:(?:{words('stranger_opening').pattern}),? )?(?P<names>{NAME_LIST})"
    rf"(?:'s|'|, for (?:example|one|instance),)?(?: (?:{words('stranger_verb').pattern})\b|:|"
    r" [–-] (?:the )?(?:same|likewise|ditto|also)\b|,? (?:too|as well|likewise|also|ditto)[.,;])"
)
_AS_WELL = re.compile(
    r"\b(?:[Ss]o|[Aa]s|[Ll]ikewise) (?:does|do|did|has|have|is|are|can) |"
    r"\b[Ss]ame (?:goes|holds|is true|applies|can be said|is the case)(?: \w+)? (?:for|of|to|at|with) |"
    r"\b[Aa]nd (?:also )?at "
)
_LIST = re.compile(NAME_LIST)
_GREETED = re.compile(
    r"(?:^|\n)\W*(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Tt]hanks|[Tt]hank you|[Gg]ood \w+|Morning|Hallo|Moin|"
    r"Bonjour|Habari|Salut)(?: again| there)?[ ,]+$"
)
_SPLIT = re.compile(r", and |, | and | & ")
_ORDINARY = word_set("ordinary")


def find_strangers(
    case: Case, passage: Passage, unit: Unit, mentions: tuple[Mention, ...], known: Known
) -> Iterator[Mention]:
    """Unknown names beside a mention of peers, in a list with a confirmed peer, or as who does a practice."""
    clean = passage.text.clean
    reach = min(unit.end, unit.start + 400)
    for mention in mentions:
        if mention.kind is Kind.PEER:
            found = _AFTER.match(clean, mention.end, reach)
            if found:
                yield from unknown(case, passage, known, found.start("names"), found.end("names"))
        elif mention.kind is Kind.NAME:
            yield from _listed_with(case, passage, unit, mention, known, reach)
            for also in _PEOPLE_AT.finditer(clean, unit.start, reach):
                yield from unknown(case, passage, known, also.start("names"), also.end("names"))
    if known.present or passage.sentence_at(unit.start).part is Part.BULLET or contrasts(case, passage, unit):
        for also in _AS_WELL.finditer(clean, unit.start, reach):
            after = _LIST.match(clean, also.end(), reach)
            if after:
                yield from unknown(case, passage, known, after.start(), after.end())
        head = _HEAD.match(clean, unit.start, reach)
        if head and not any(m.start < head.end("names") and m.end > head.start("names") for m in mentions):
            yield from unknown(case, passage, known, head.start("names"), head.end("names"))


_PEOPLE_AT = re.compile(
    rf"\b(?:the |its |some )?(?:people|teams?|folks?|engineers?|colleagues|crew|lot|group|guys|neighbou?rs) "
    rf"(?:over |up |down |out )?(?:at|of|from|behind) (?:the )?(?P<names>{NAME_LIST})"
)


def _listed_with(
    case: Case, passage: Passage, unit: Unit, mention: Mention, known: Known, reach: int
) -> Iterator[Mention]:
    for found in _NAMES.finditer(
        passage.text.clean, max(unit.start, mention.start - 120), min(reach, mention.end + 120)
    ):
        if found.start() <= mention.start and mention.end <= found.end():
            yield from unknown(case, passage, known, found.start(), found.end())


def unknown(case: Case, passage: Passage, known: Known, start: int, end: int) -> Iterator[Mention]:
    """Those of the names in [start, end) that no part of the context has."""
    clean = passage.text.clean
    at = start
    pieces = _SPLIT.split(clean[start:end])
    for piece in pieces:
        at = clean.index(piece, at)
        words = piece.split()
        first = at
        while words and words[0].lower().removesuffix("'s") in _ORDINARY:
            first = clean.index(words[0], first) + len(words[0]) + 1
            words = words[1:]
        name = " ".join(words)
        greeted = (at == 0 and len(pieces) > 2) or _GREETED.search(clean, max(0, first - 24), first)
        if greeted and len(words) == 1:
            name = ""  # "Hi Imani, Copse and Bracken have"
        if name and _is_stranger(case, known, name):
            yield Mention(Kind.STRANGER, first, first + len(name), name)
        at += len(piece)


def _is_stranger(case: Case, known: Known, name: str) -> bool:
    low = name.lower().removesuffix("'s")
    first = low.split()[0]
    if len(first) < 3 or low in known.forms or first in known.forms or first in known.texts:
        return False
    if any(first == form.split()[0] for form in company_forms(case.company)):
        return False
    return first not in case.once(_named_elsewhere)


def _named_elsewhere(case: Case) -> str:
    """Every text of the context but the gap brief: who is named there is no invention of ours."""
    parts = [case.prospect.name, case.prospect.company, case.prospect.title, *case.policy.own_names]
    parts += [
        str(fact.value)
        for fact in case.evidence
        if isinstance(fact.value, str) and fact.kind is not FactKind.FLAG
    ]
    parts += [turn.content for turn in case.thread]
    parts += [record.summary for record in case.prospect.public_record]
    return " ".join(parts).lower()
