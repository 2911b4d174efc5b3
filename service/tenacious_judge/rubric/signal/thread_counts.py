"""Counts that follow from what the prospect wrote: nine open, two of them on ice, leaves seven."""

import re
from dataclasses import dataclass

from ...domain import EvidenceRef, FactKind, Turn
from ...reading.case import Case
from ...reading.claims import Claim, ClaimKind, Stance
from ...reading.numbers import Number, NumberKind
from ...reading.passage import Passage
from .known import Known, Support, number_of

_OUT_AFTER = re.compile(
    r"[^.?!;]{0,34}?\b(?P<how>on ice|on hold|paused|frozen|parked|filled|closed|pulled|"
    r"gone|cancell?ed|withdrawn|"
    r"dropped|removed|taken(?: down)?|off the (?:page|list)|came down|duplicates?|stale|"
    r"dead|expired|scrapped|"
    r"shelved|signed|accepted|hired)\b"
)
_OUT_BEFORE = re.compile(
    r"\b(?P<how>pulled|filled|closed|cancell?ed|froze|paused|dropped|removed|withdrew|"
    r"withdrawn|took down|taken "
    r"down|scrapped|shelved|hired for|parked)(?: already| just| the| another)*\s*$"
)
_OF_THEM = re.compile(
    r"\s*(?:of (?:them|those|these|the|our)\b|(?:\w+ )?(?:roles?|seats?|positions?|"
    r"openings?|postings?|posts?|vacanc(?:y|ies)|ads?|adverts?|listings?|jobs?|reqs?)\b|"
    r"(?:got|are|were|have been|is|was)\b)"
)
_GONE = (
    r"(?:withdrew|withdrawn|pulled|closed|filled|cancell?ed|scrapped|dropped|removed|took down|"
    r"taken down|shut|"
    r"axed|retired|shelved)"
)
_SOME = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|\d\d?)"
_ROLES = r"(?:roles|posts|openings|positions|seats|vacancies|ads|adverts|reqs|listings)"
_WHOLE = (
    rf"(?:both|all(?: of them| the| {_SOME}| of the {_SOME})?(?: {_ROLES})?|every one(?: of them)?|the lot|"
    rf"(?<!of )(?:all )?(?:those|these|the)(?: open| posted| {_SOME})? {_ROLES})"
)
# "We withdrew both last night", "they are all filled", "nothing is open right now".
_NONE_LEFT = re.compile(
    rf"\b(?:we(?:'ve| have)? (?:just |since |already |now )?{_GONE} {_WHOLE}\b|"
    rf"\b(?:took|taken|pulled|shut|closed|brought|taking|pulling) (?:{_WHOLE}|them|those|these) (?:all )?"
    rf"(?:down|off|back|in)\b|"
    rf"{_WHOLE} (?:are|were|is|have been) (?:all |both |now |already |quite |as good as )*"
    r"(?:dead|gone|history|off|obsolete|void|no more)\b(?! (?:serious|certain|keen|set|on|limits))|"
    r"not (?:filling|hiring for|recruiting for) (?:anything|anyone|any of|them|those|these|a single)\b|"
    rf"{_WHOLE} (?:(?:are|were|have been|was|has been|got|is|now|all|since|both|already) ){{1,3}}{_GONE}\b|"
    rf"(?:they|those)(?: are|'re| were| have(?: all| both)? been) (?:all |both |already |now )*{_GONE}\b|"
    r"(?:nothing|none(?: of (?:them|those|these))?)(?: is|'s| are)? (?:currently |still |now )?(?:open|"
    r"live|advertised|listed)\b|"
    r"no (?:open |live |current )?(?:roles|posts|openings|positions|vacancies)(?: are)?(?: left| open|"
    r" any ?more| any longer| "
    r"right now| at (?:present|the moment))|"
    r"not hiring (?:anyone|anybody|any ?more|at all|right now|at (?:present|the moment))|"
    r"we(?:'ve| have)? (?:just |now |since )?(?:frozen|froze|stopped|paused|halted|suspended) (?:all )?"
    r"(?:hiring|recruit\w+)(?! (?:in|for|of|on) (?!engineering|all|every|the time)))"
)
# "Hiring is frozen until August": what is listed is not being hired for.
_ON_HOLD = re.compile(
    r"\b(?:hiring|recruitment|recruiting) (?:is|has been|was|got) (?:now |currently |all )?(?:frozen|"
    r"stopped|paused|on hold)\b"
)
# "Half of those are filled": fewer than we counted, whatever is left.
_SOME_GONE = re.compile(
    rf"\b(?P<how>half|most|many|the majority|two thirds|several|some|a few)(?: of (?:them|those|these|the|"
    rf"our)(?: \w+)?)"
    rf"(?: (?:roles|posts|openings|positions|seats|vacancies|ads|adverts))?"
    rf" (?:(?:are|were|have been|got|is|now|since|already|been|long) ){{1,3}}{_GONE}\b"
)
_KEPT = ("on ice", "on hold", "paused", "frozen", "froze", "parked")


@dataclass(frozen=True, slots=True)
class Left:
    """`count` roles remain of `total`; `gone`: the others are no longer open at all;
    `none`: they say that nothing is open."""

    count: float
    total: float
    gone: bool
    support: Support
    none: bool = False


def counts_of(case: Case) -> tuple[Left, ...]:
    """Counts that follow from the prospect's turns. Use through `case.once`."""
    known = case.once(Known)
    if not known.spoken:
        return ()
    listed = {number_of(f) for f in known.facts(FactKind.OPEN_ROLES)}
    counts = [
        t.claim
        for t in known.turns
        if t.claim.kind is ClaimKind.ROLES and t.claim.degree != 1 and t.claim.stance is Stance.ASSERTED
    ]
    told = {claim.low for claim in counts}
    totals = listed | told
    out: list[Left] = []
    for turn, passage in _since_counted(known.spoken, counts):
        support = Support(1.0, EvidenceRef(turn.pointer, turn.content[:120]), True)
        if _NONE_LEFT.search(passage.flat) is not None:
            out += [Left(0.0, total, True, support, none=True) for total in totals if total]
        if _ON_HOLD.search(passage.flat) is not None:
            out += [Left(-1.0, total, True, support) for total in listed if total]
        fewer = _SOME_GONE.search(passage.flat)
        if fewer is not None:
            half = fewer["how"] == "half"
            out += [Left(total / 2 if half else -1.0, total, True, support) for total in listed if total]
        for number in passage.numbers[:40]:
            how = _taken_out(passage, number)
            wholes = {number.whole} if number.whole is not None else totals
            if how:
                out += [
                    Left(
                        total - number.value,
                        total,
                        how not in _KEPT,
                        support,
                        none=total == number.value and total in listed and not told,
                    )
                    for total in wholes
                    if total is not None and total - number.value >= 0
                ]
    return tuple(out)


def _since_counted(
    spoken: tuple[tuple[Turn, Passage], ...], counts: list[Claim]
) -> tuple[tuple[Turn, Passage], ...]:
    """The turns from the one in which the prospect last gave the whole count."""
    at = next((i for i, (_, p) in enumerate(spoken) if counts and counts[-1].passage is p), 0)
    return spoken[at:]


def _taken_out(passage: Passage, number: Number) -> str:
    """How that many roles left the list, or nothing."""
    if number.kind not in (NumberKind.COUNT, NumberKind.RATIO):
        return ""
    sentence = passage.sentence_at(number.start)
    rest = passage.flat[number.end : sentence.end]
    if number.kind is NumberKind.COUNT and not _OF_THEM.match(rest):
        return ""
    before = _OUT_BEFORE.search(passage.flat, sentence.start, number.start)
    found = before or _OUT_AFTER.match(rest)
    return found["how"] if found else ""
