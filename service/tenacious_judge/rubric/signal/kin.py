"""Evidence for an initiative in other words: the same kind of change, of the same thing."""

import re

from ...domain import Role
from ...reading.claims import Claim
from ...reading.claims.words import GENERIC, stems
from ...reading.wordlist import words_of
from .known import Known, Support

_KINDS = (
    re.compile(
        r"migrat|re-?platform|re-?wr[io]t|re-?buil|rework|moderni[sz]|overhaul|refactor|replac|retir|"
        r"split|break\w* (?:up|apart)|"
        r"decompos|consolidat|decommission|sunset|phas\w+ out|cut-?over|switch|transition|transform|"
        r"upgrad|re-?design|"
        r"re-?architect|carv|legacy|deprecat|swap|monolith|"
        r"\b(?:mov|tak|took|leav|left|lift|port|shift|get|bring)\w* (?:[\w'-]+ ){0,4}(?:to|onto|off|"
        r"out of|away|from|into|behind)\b|"
        r"\b(?:leav|exit)\w*\b|new (?:\w+ )?(?:platform|system|core|engine|stack)"
    ),
    re.compile(
        r"launch|open|expan|enter|entry|roll\w*[- ]?out|releas|\bship|go(?:es|ing)?[- ]live|pilot|"
        r"\bbeta\b|debut|"
        r"unveil|introduc|relocat|\bbuild|construct|new (?:\w+ )?(?:market|office|country|region|branch|"
        r"depot|site|"
        r"product|hub|plant|line|feature|app)|start|begin|arriv|coming|\bmove|\bgrow"
    ),
    re.compile(
        r"acqui|merg|partner|\bsign|contract|\bdeal\b|takeover|integrat|bought|\bwon\b|customer|client|"
        r"account"
    ),
    re.compile(
        r"soc ?2|iso ?\d|hipaa|\bpci|fedramp|gdpr|\bdora\b|nis ?2|audit|certif|complian|licen[cs]|"
        r"regulat|attest"
    ),
    re.compile(
        r"outage|downtime|\bdown\b|incident|breach|fail|slip|delay|\blate\b|miss|rollback|disrupt|"
        r"post-?mortem"
    ),
)
"""Families of change; a claim and a text are kin where they share one."""
_CHANGE = words_of(
    "migrat rewrit launch open acquir replac retir splits split leav new build cutov upgrad delay audit "
    "certif outag "
    "incident legac start begin expans mov transform pilot integrat partn contract consolidat entr "
    "programm initiat"
)
_MOST = 400
_BARE = re.compile(r"\b(?:your|the|this|that)\s+$")


def substance(known: Known, claim: Claim) -> tuple[str, ...]:
    """The claim's words without those of the company's own name, which any text about it shares."""
    name = set(stems(known.case.company))
    return tuple(w for w in claim.words if w not in name) or claim.words


def kindred(known: Known, claim: Claim) -> Support | None:
    """The surest text that tells of the same kind of change of the same thing, or None."""
    text = claim.passage.flat[claim.start : min(len(claim.passage.flat), claim.end + 40)]
    kinds = [kind for kind in _KINDS if kind.search(text)]
    own = set(substance(known, claim)) - GENERIC - _CHANGE
    if not own and not _BARE.search(claim.passage.flat, max(0, claim.start - 12), claim.start):
        return None
    found = [
        s.support
        for s in known.sayings
        if (not own or own & s.words)
        and ((s.support.spoken and own) or any(kind.search(s.text[:_MOST]) for kind in kinds))
    ]
    return max(found, key=lambda s: s.confidence, default=None)


def talked_of(known: Known, claim: Claim) -> bool:
    """An earlier mail of ours spoke of it and the prospect answered: it is a topic of the conversation."""
    thread = known.case.thread
    last = max((i for i, turn in enumerate(thread) if turn.role is Role.PROSPECT), default=-1)
    words = set(substance(known, claim))
    wanted = words - GENERIC or words
    return any(
        turn.role is Role.AGENT
        and len(wanted & set(stems(turn.content.lower()[:4000]))) >= min(2, len(wanted))
        for turn in thread[:last]
    )


def figures_of(claim: Claim) -> list[str]:
    """Ways in which the figure beside the claim may be written in evidence."""
    passage = claim.passage
    a, b = passage.clause_at(claim.start)
    out = []
    for number in passage.numbers_in(a, b):
        if number.low != claim.low:
            continue
        out.append(passage.flat[number.start : number.end].strip())
        value = number.value
        for scale, mark in ((1e6, "m"), (1e3, "k"), (30, ""), (1, "")):
            if value >= scale and value % scale == 0:
                out.append(f"{int(value // scale)}{mark}")
        out.append(f"{int(value):,}")
        out.append(str(int(value)))
    return [o for o in out if o and o != "0"]
