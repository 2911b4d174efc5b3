"""How a mention of peers is meant: told as a fact, taken for granted, left open, or no claim at all."""

import re
from enum import StrEnum

from ...domain import DraftKind, Role
from ..case import Case
from ..passage import Passage
from .mentions import STRONG, Kind, Mention, company_places
from .quantity import Amount, Quantity
from .units import Unit, units_of
from .words import words


class Mode(StrEnum):
    """ASSERTED includes what a question takes for granted. HEDGED: told, but softened. OPEN: asked or
    conditional.    IDLE: no claim (an offer, a disclaimer, our own clients, the prospect's own words)."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    OPEN = "open"
    IDLE = "idle"


_ATTRIBUTED = words("attributed")
_CORRECTED = words("corrected")
_AS_SAID = words("as_said")
_DISCLAIMED = words("disclaimed")
_YOU_MAY_NOT_KNOW = words("you_may_not_know")
_NOT_THIS = words("not_this")
_HAVE_LACK = words("have_lack")
_OURS = words("ours")
_CONDUCT = words("conduct")
_CONDUCT_WORK = words("conduct_work")
_OFFERED = words("offered")
_THIN_ABOUT = words("thin_about")
_THIN = words("thin")
_TAKEN = words("taken")
_FACTIVE = words("factive")
_MARKER = words("marker")
_WHEN_WITH = re.compile(r"\b(?:when|with)(?: \w+){0,6} ?$")
_DIRECT = words("direct")
_COURTESY = words("courtesy")
_MAYBE_OURS = frozenset((Kind.LIKE, Kind.MARKET, Kind.LEAD, Kind.ALL, Kind.FIRMS, Kind.BARE))
_AT_LARGE = frozenset((Kind.LIKE, Kind.FIRMS, Kind.BARE))
_SPOKEN_OF = re.compile(
    r"\b(?:sentence|remark|word|line|paragraph|joke|pun|question|comment|mail|note|talk|gossip|stories)s? "
    r"(?:on|about|of|regarding|concerning) (?:\w+ ){0,2}$|"
    # "there will be no chart of rivals in this mail"
    r"\b(?:no|not an?|without an?|nor an?)(?: \w+)? (?:charts?|tables?|comparisons?|lists?|slides?|"
    r"rankings?|"
    r"map|stud(?:y|ies)|surveys?|benchmarks?|figures?|data|statistics?|numbers|research|claims?|section|"
    r"reports?) "
    r"(?:of|on|about|with|from|against|between) (?:\w+ ){0,2}$"
)
_HOW_THEY = re.compile(r"\b(?:how|what|which|why|where)(?: \w+){0,2} $")
_LOOKED_HOW = re.compile(
    r"\b(?:look|compar|examin|studi|survey|review|check|read|ask|map|track|follow|wonder|watch)\w*(?: \w+)? "
    r"(?:how|what|whether|where|which|who)(?: [\w-]+){0,3}[ -]?$"
)
_MAYBE = re.compile(
    r"\b(?:might|perhaps|possibly|maybe|i wonder|wondering|could (?:well )?(?:be|have))\b|"
    r"\bmay (?:well |also |not |each |both |all )?"
    r"(?:have|be|run|use|keep|do|own|hold|publish|see|find|exist|apply)\b"
)
_THEIR_LEAD = re.compile(
    r"'s? (?:\w+ ){0,2}(?:investments?|lead|edge|head start|progress|advantage|bets?|advances?|momentum)\b"
)
_UNLIKE_YOU = re.compile(
    r"\bthat (?:you|your team|yours) (?:do not|don't|lack|have not|haven't|does not|doesn't|cannot|can't)\b"
)
_MAY_KNOW = re.compile(
    r"\b(?:it|this) (?:may|might|will) (?:well )?(?:interest|surprise|help|worry)\b|"
    r"\byou (?:may|might|probably|will) (?:already |well )?"
    r"(?:know|have (?:seen|noticed|heard|read)|be aware)\b"
)


def stance(case: Case, passage: Passage, unit: Unit, mention: Mention, quantity: Quantity) -> Mode:
    """How the statement about `mention` is meant."""
    before = passage.flat[max(unit.start, mention.start - 160) : mention.start]
    status = passage.status(mention.start, mention.end)
    if status.quoted or _is_idle(case, passage, unit, mention, quantity, before):
        return Mode.IDLE
    if status.asked and not _is_taken_for_granted(passage, unit, mention, before):
        return Mode.OPEN
    if _is_conditional(passage, unit, mention, before):
        return Mode.OPEN
    hedged = status.hedged or any(
        _softens(case, passage, unit, start, end)
        for cue in ("caveat", "hedge")
        for start, end in passage.cue(cue)
        if unit.sentence.start <= start < unit.sentence.end
    )
    return Mode.HEDGED if hedged else Mode.ASSERTED


def _softens(case: Case, passage: Passage, unit: Unit, start: int, end: int) -> bool:
    """True where a cue of doubt is about the peers: "from outside I cannot see it at yours" is not."""
    if unit.start <= start < unit.end:
        return _YOU_COULD.search(passage.flat, max(unit.start, start - 12), end) is None
    piece = next((u for u in units_of(case, passage, unit.sentence) if u.start <= start < u.end), None)
    return piece is None or not is_about_reader(case, passage, piece.start, piece.end)


_YOU_COULD = re.compile(r"\b(?:you|we|i) (?:could|might|may|can|would)$")
"""Possible for the reader or us: "as Arden does, you could" leaves Arden told."""
_READER = re.compile(
    r"\byours?\b|\byou(?! (?:\w+ )?(?:know|see|tell|correct|judge|heard|hear|disagree|check|think|"
    r"better|read)\b)"
)


def is_about_reader(case: Case, passage: Passage, start: int, end: int) -> bool:
    """True when a stretch of text names the reader's company or speaks of what the reader has or does."""
    if any(start <= a < end for a, _ in company_places(case, passage)):
        return True
    return _READER.search(passage.flat, start, end) is not None


def _is_idle(
    case: Case, passage: Passage, unit: Unit, mention: Mention, quantity: Quantity, before: str
) -> bool:
    lead = passage.flat[max(unit.sentence.start, mention.start - 160) : mention.start]
    if _ATTRIBUTED.search(lead) and _has_spoken(case):
        return True
    if _CORRECTED.search(before) and not _AS_SAID.search(before):
        return True
    if quantity.negated and quantity.amount in (Amount.MOST, Amount.ALL, Amount.MANY):
        return True
    if _is_disclaimed(before, unit) or (quantity.amount is not Amount.NONE and _NOT_THIS.search(before)):
        return True
    if _THIN_ABOUT.search(before) and _THIN.match(passage.flat, mention.end, unit.end):
        return True
    if _SPOKEN_OF.search(before):
        return True  # "any sentence on rivals will read like a pun"
    if mention.kind in _AT_LARGE and _LOOKED_HOW.search(before):
        return True  # "we examined how six operators sell their passes"
    if before.endswith("how ") or (mention.kind in (Kind.FIRMS, Kind.BARE) and " how many " in f" {before}"):
        return True
    if mention.kind is Kind.PEER and _is_our_conduct(passage, unit):
        return True
    if mention.kind in _MAYBE_OURS and _OURS.search(unit.text):
        return not _HAVE_LACK.search(unit.text)
    if mention.kind in _AT_LARGE and _HOW_THEY.search(before) and _OFFERED.search(lead):
        return True
    vague = quantity.amount in (Amount.BARE, Amount.SOME, Amount.THOSE) or mention.kind is Kind.NAME
    after = passage.flat[mention.end : mention.end + 60]
    lead = passage.flat[max(unit.start, mention.start - 160) : mention.start]
    return (
        vague
        and not _TAKEN.search(after)
        and _OFFERED.search(lead) is not None
        and mention.kind is not Kind.NAME
    )


def _has_spoken(case: Case) -> bool:
    """True when the reader has said something that a mail may go back to."""
    if case.prospect.public_record or case.mail.kind in (DraftKind.REPLY, DraftKind.WARM):
        return True
    return any(turn.role is Role.PROSPECT for turn in case.thread)


def _is_our_conduct(passage: Passage, unit: Unit) -> bool:
    """What we do and do not do for firms that compete: "nobody on your code works for a competitor"."""
    text = passage.flat[unit.sentence.start : unit.sentence.end]
    return (
        re.search(r"\b(?:we|our|nobody|no one|squads?|pods?)\b", text) is not None
        and bool(
            _CONDUCT.search(text)
            and _CONDUCT_WORK.search(text)
            and re.search(r"\bcompetitors?(?: of yours)?\b", unit.text)
        )
        and not _HAVE_LACK.search(text)
        and re.search(
            r"\b(?:a|an|any|no|two|your|another|direct|both) (?:\w+ )?(?:competitor|rival)s?\b", unit.text
        )
        is not None
        and re.search(
            r"\b(?:competitors?|rivals?)(?: of yours)? (?:have|has|are|is|run|already|employ|keep)\b",
            unit.text,
        )
        is None
    )


def _is_disclaimed(before: str, unit: Unit) -> bool:
    found = _DISCLAIMED.search(before)
    if found is None or _HAVE_LACK.search(before) or _YOU_MAY_NOT_KNOW.search(before):
        return False
    return not re.match(
        r"[ -]*(?:doubt|question|secret|wonder|surprise|only|just|coincidence|accident)\b",
        before[found.end() if found["gap"] is None else found.start("gap") :],
    )


def _is_taken_for_granted(passage: Passage, unit: Unit, mention: Mention, before: str) -> bool:
    """True where a question presupposes what it says of the mention."""
    sentence = passage.flat[unit.sentence.start : mention.start]
    if _FACTIVE.search(sentence):
        return True
    if mention.kind in STRONG or mention.kind is Kind.NAME:
        if _THEIR_LEAD.match(passage.flat, mention.end) or _UNLIKE_YOU.search(
            passage.flat, mention.end, unit.sentence.end
        ):
            return True
        if _MARKER.search(before):
            return True
        taken = _TAKEN.search(passage.flat, mention.end, mention.end + 40) is not None
        if _WHEN_WITH.search(before):
            return taken or re.search(r"\b(?:most|all|every|four|three|five)\b", before) is not None
        return taken and not _DIRECT.search(before)
    return False


def _is_conditional(passage: Passage, unit: Unit, mention: Mention, before: str) -> bool:
    """True inside an if-clause, or in what follows from one with "would"; "if useful" is mere courtesy."""
    if unit.text.startswith("should ") and not unit.sentence.question:
        return True
    clause = passage.clause_at(mention.start)
    openers = [a for a, _ in passage.cue("conditional") if unit.sentence.start <= a < mention.start]
    if not openers:
        return False
    if _COURTESY.search(passage.flat, openers[-1], min(unit.sentence.end, openers[-1] + 60)):
        return False
    if clause[0] <= openers[-1]:
        return (
            _TAKEN.search(passage.flat, mention.end, mention.end + 40) is None
            or " if it " in before
            or "true" in before
        )
    return re.search(r"\b(?:would|could|might|may)\b", unit.text) is not None


def takes_for_granted(text: str) -> bool:
    """True for a question such as "when will you ...": what it asks about is taken for granted."""
    return _FACTIVE.search(text) is not None


def is_mere_possibility(unit: Unit) -> bool:
    """True for "may", "might", "perhaps": open rather than softened. "You may know that" is neither."""
    return _MAYBE.search(unit.text) is not None and not _MAY_KNOW.search(unit.text)
