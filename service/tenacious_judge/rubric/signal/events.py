"""Raises, layoffs, leaders and AI maturity, weighed."""

import datetime as dt
from collections.abc import Callable, Sequence

from ...domain import Fact, FactKind, Segment
from ...reading.claims import Claim, ClaimKind
from ...reading.dates import Grain
from .known import Known, Support
from .verdicts import Weighed, contradicted, settle

_RECENT_DAYS = 300
_JUST_DAYS = 150
_AGE_SLACK = 20
_FUNDED = (FactKind.FUNDING_STAGE, FactKind.FUNDING_AMOUNT, FactKind.FUNDING_DATE, FactKind.FUNDING_AGE)
_TOLD_FUNDED = (ClaimKind.FUNDING, ClaimKind.FUNDING_STAGE, ClaimKind.FUNDING_AMOUNT)
_NAMED = {Grain.DAY, Grain.MONTH, Grain.QUARTER, Grain.YEAR}
_SAME_EVENT = {
    ClaimKind.FUNDING_TIME: (ClaimKind.FUNDING_STAGE, ClaimKind.FUNDING_AMOUNT),
    ClaimKind.LAYOFF_TIME: (ClaimKind.LAYOFF,),
    ClaimKind.LEADER_TIME: (ClaimKind.LEADER,),
}
_LAID_OFF = (FactKind.LAYOFF_PERCENT, FactKind.LAYOFF_HEADCOUNT, FactKind.LAYOFF_DATE)
_MONEY_WORDS = frozenset(("fund", "round", "series", "seed", "extens"))
"""Stems by which the prospect speaks of a raise of theirs."""
LED = (FactKind.LEADER_ROLE, FactKind.LEADER_NAME, FactKind.LEADER_DATE)


def split(known: Known, kind: FactKind, fits: Callable[[Fact], bool]) -> tuple[list[Support], list[Support]]:
    agree: list[Support] = []
    against: list[Support] = []
    for fact in known.facts(kind):
        (agree if fits(fact) else against).append(known.support(fact))
    return agree, against


def denials_of(known: Known, kind: FactKind, told: Sequence[ClaimKind]) -> list[Support]:
    """Evidence that there was no such event."""
    out = [known.support(f) for f in known.facts(kind) if f.value is False]
    denied = known.denied(*told)
    return [*out, denied.support] if denied else out


def weigh_denial(known: Known, claim: Claim) -> Weighed | None:
    """ "You have not raised": evidence of the event speaks against it."""
    kinds, told = {
        ClaimKind.FUNDING: ((*_FUNDED, FactKind.FUNDING_DETECTED), _TOLD_FUNDED),
        ClaimKind.LAYOFF: ((*_LAID_OFF, FactKind.LAYOFF_DETECTED), (ClaimKind.LAYOFF,)),
        ClaimKind.LEADER: ((*LED, FactKind.LEADERSHIP_CHANGE), (ClaimKind.LEADER,)),
    }[claim.kind]
    against = [known.support(f) for kind in kinds for f in known.facts(kind) if f.value]
    against = [s for s in (*against, *(t.support for t in known.told(*told))) if known.confident(s)]
    return contradicted(claim, against) if against else None


def weigh_funding(known: Known, claim: Claim) -> Weighed | None:
    """That money was raised, perhaps lately."""
    agree = [known.support(f) for kind in _FUNDED for f in known.facts(kind)]
    agree += [known.support(f) for f in known.facts(FactKind.FUNDING_DETECTED) if f.value is True]
    agree += [t.support for t in known.told(*_TOLD_FUNDED)]
    denials = denials_of(known, FactKind.FUNDING_DETECTED, _TOLD_FUNDED)
    if denials:
        return contradicted(claim, denials)
    if agree and not any(known.confident(s) for s in agree):
        agree += [s.support for s in known.sayings if s.support.spoken and s.words & _MONEY_WORDS]
    if not agree:
        said = known.mentions(("fund", "rais", "round", "seed", "capital"), 1)
        agree = [said] if said else []
    return settle(known, claim, agree, [], needed=True) or _no_longer_recent(known, claim)


def _no_longer_recent(known: Known, claim: Claim) -> Weighed | None:
    """ "Fresh", "just closed": not after most of a year."""
    if not claim.degree:
        return None
    limit = _JUST_DAYS if "just" in claim.passage.flat[max(0, claim.start - 20) : claim.end] else _RECENT_DAYS
    ages = _raise_ages(known)
    old = [s for days, s in ages if days > limit]
    return contradicted(claim, old) if old and len(old) == len(ages) else None


def _raise_ages(known: Known) -> list[tuple[int, Support]]:
    out = [
        ((known.case.today - f.value).days, known.support(f))
        for f in known.facts(FactKind.FUNDING_DATE)
        if isinstance(f.value, dt.date)
    ]
    out += [
        (int(f.value), known.support(f))
        for f in known.facts(FactKind.FUNDING_AGE)
        if isinstance(f.value, (int, float))
    ]
    return out


def weigh_stage(known: Known, claim: Claim) -> Weighed | None:
    """A funding stage."""
    if claim.subject in ("growth", "bridge", "mezzanine", "angel", "ipo"):
        return _weigh_rare_stage(known, claim)
    denials = denials_of(known, FactKind.FUNDING_DETECTED, ())
    agree, against = split(known, FactKind.FUNDING_STAGE, lambda f: str(f.value) == claim.subject)
    for told in known.told(ClaimKind.FUNDING_STAGE):
        (agree if told.claim.subject == claim.subject else against).append(told.support)
    if denials and not any(s.spoken for s in agree):
        return contradicted(claim, denials)
    return settle(known, claim, agree, against, needed=True) or _no_longer_recent(known, claim)


def _weigh_rare_stage(known: Known, claim: Claim) -> Weighed | None:
    agree, against = split(known, FactKind.FUNDING_STAGE, lambda f: claim.subject in str(f.value))
    said = known.mentions((claim.subject,), 1)
    return settle(known, claim, agree + ([said] if said else []), against, needed=True)


def weigh_amount(known: Known, claim: Claim) -> Weighed | None:
    """An amount raised, in its currency."""
    agree, against = split(
        known,
        FactKind.FUNDING_AMOUNT,
        lambda f: (
            isinstance(f.value, (int, float))
            and claim.low <= f.value <= claim.high
            and (f.subject or "") in ("", claim.subject)
            and (not claim.subject or f.subject == claim.subject)
        ),
    )
    for told in known.told(ClaimKind.FUNDING_AMOUNT):
        (
            agree
            if told.claim.low <= claim.high
            and claim.low <= told.claim.high
            and told.claim.subject == claim.subject
            else against
        ).append(told.support)
    denials = denials_of(known, FactKind.FUNDING_DETECTED, ())
    if denials and not any(s.spoken for s in agree):
        return contradicted(claim, denials)
    return settle(known, claim, agree, against, needed=True)


def weigh_funding_time(known: Known, claim: Claim) -> Weighed | None:
    return weigh_time(known, claim, FactKind.FUNDING_DATE, FactKind.FUNDING_AGE)


def weigh_layoff_time(known: Known, claim: Claim) -> Weighed | None:
    return weigh_time(known, claim, FactKind.LAYOFF_DATE, None)


def weigh_time(known: Known, claim: Claim, date_kind: FactKind, age_kind: FactKind | None) -> Weighed | None:
    """A time that evidence contradicts; one that it does not give is a mild presupposition."""
    agree: list[Support] = []
    against: list[Support] = []
    today = known.case.today
    if claim.when is not None and claim.when.low > today:
        return None
    spoken = [t for t in known.turns_of(claim.kind) if t.claim.when is not None]
    if spoken:
        # Their own word on when it was beats the brief, which knows of an older one.
        fits = [t.support for t in spoken if _meets(claim, t.claim)]
        return settle(known, claim, fits, [] if fits else [t.support for t in spoken], forgive=True)
    if any(known.turns_of(kind) for kind in _SAME_EVENT.get(claim.kind, ())):
        return None
    for fact in known.facts(date_kind):
        if isinstance(fact.value, dt.date):
            (agree if _covers(claim, fact.value, 3, today) else against).append(known.support(fact))
    if age_kind is not None and not (agree or against):
        for fact in known.facts(age_kind):
            if isinstance(fact.value, (int, float)):
                day = today - dt.timedelta(days=int(fact.value))
                (agree if _covers(claim, day, _AGE_SLACK, today) else against).append(known.support(fact))
    return settle(known, claim, agree, against, forgive=True)


def _meets(claim: Claim, told: Claim) -> bool:
    """True when the two times may be one."""
    if claim.when is None or told.when is None:
        return True
    # "In March" is not the April that they gave; "eight weeks ago" may be either.
    room = dt.timedelta(days=0 if {claim.when.grain, told.when.grain} <= _NAMED else 10)
    return claim.when.low - room <= told.when.high and told.when.low - room <= claim.when.high


def _covers(claim: Claim, day: dt.date, slack: int, today: dt.date) -> bool:
    room = dt.timedelta(days=slack)
    if claim.when is not None:
        return claim.when.low - room <= day <= claim.when.high + room
    days = (today - day).days
    return claim.low * 0.75 - 7 <= days <= claim.high * 1.25 + 7


def weigh_layoff(known: Known, claim: Claim) -> Weighed | None:
    """That people were cut."""
    agree = [known.support(f) for kind in _LAID_OFF for f in known.facts(kind) if f.value]
    agree += [known.support(f) for f in known.facts(FactKind.LAYOFF_DETECTED) if f.value is True]
    agree += [t.support for t in known.told(ClaimKind.LAYOFF)]
    denials = denials_of(known, FactKind.LAYOFF_DETECTED, (ClaimKind.LAYOFF,))
    if denials and not agree:
        return contradicted(claim, denials)
    if not agree:
        said = known.mentions(
            ("layoff", "redund", "restructur", "downsiz", "reorganis", "reorganiz", "cut"), 1
        )
        agree = [said] if said else []
    if (
        not agree
        and "organi" in claim.text + "restructur"
        and known.case.segment.segment is Segment.RESTRUCTURING
        and "uctur" in claim.text
    ):
        return None
    return settle(known, claim, agree, [], needed=True)


def weigh_layoff_size(known: Known, claim: Claim) -> Weighed | None:
    """The share or the number of people cut."""
    percent = claim.kind is ClaimKind.LAYOFF_PERCENT
    kind = FactKind.LAYOFF_PERCENT if percent else FactKind.LAYOFF_HEADCOUNT
    agree, against = split(
        known, kind, lambda f: isinstance(f.value, (int, float)) and claim.low <= f.value <= claim.high
    )
    for told in known.told(claim.kind):
        (agree if told.claim.low <= claim.high and claim.low <= told.claim.high else against).append(
            told.support
        )
    if not known.facts(kind) and not agree:
        for value, support in _reckoned(known, percent):
            (agree if claim.low * 0.93 <= value <= claim.high * 1.07 else against).append(support)
    if (
        not agree
        and not against
        and not known.facts(FactKind.LAYOFF_DETECTED)
        and not any(known.told(ClaimKind.LAYOFF))
    ):
        return None  # the layoff itself is the finding
    return settle(known, claim, agree, against, needed=True)


def _reckoned(known: Known, percent: bool) -> list[tuple[float, Support]]:
    """The share from the number and the headcount, or the other way round."""
    out = []
    other = FactKind.LAYOFF_HEADCOUNT if percent else FactKind.LAYOFF_PERCENT
    for size in known.facts(FactKind.HEADCOUNT):
        for fact in known.facts(other):
            if isinstance(size.value, (int, float)) and isinstance(fact.value, (int, float)) and size.value:
                value = 100 * fact.value / size.value if percent else size.value * fact.value / 100
                out.append((value, known.support(fact)))
    return out
