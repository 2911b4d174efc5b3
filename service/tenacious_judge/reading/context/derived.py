"""What stated facts imply and a brief need not spell out: a trend from two counts, a change from a short
tenure."""

import datetime as dt

from ...domain import Fact, FactKind, Policy

_STATEMENT = FactKind.STATEMENT
_TREND = ((3.0, "tripled"), (2.0, "doubled"))


def derive(facts: tuple[Fact, ...], policy: Policy, today: dt.date) -> tuple[Fact, ...]:
    """`facts` and, after them, what follows from them; nothing that contradicts a stated one."""
    first: dict[FactKind, Fact] = {}
    for fact in facts:
        if fact.kind is not _STATEMENT:
            first.setdefault(fact.kind, fact)
    extra = [*_velocity(first, facts), *_leader(first, policy, today), *_layoff(first)]
    return (*facts, *extra) if extra else facts


def _velocity(first: dict[FactKind, Fact], facts: tuple[Fact, ...]) -> list[Fact]:
    if FactKind.VELOCITY in first:
        return []
    now = next((f for f in facts if f.kind is FactKind.OPEN_ROLES and not f.subject), None)
    before = first.get(FactKind.ROLES_BEFORE)
    delta = first.get(FactKind.ROLES_DELTA)
    if now is not None and before is not None:
        return [_from(now, before, FactKind.VELOCITY, _trend(float(before.value), float(now.value)))]  # type: ignore[arg-type]
    if delta is not None:
        change = float(delta.value)  # type: ignore[arg-type]
        return [
            _from(
                delta,
                delta,
                FactKind.VELOCITY,
                "rising" if change > 0 else "falling" if change < 0 else "flat",
            )
        ]
    return []


def _trend(before: float, now: float) -> str:
    if before > 0:
        for factor, name in _TREND:
            if now >= factor * before:
                return name
    return "rising" if now > before else "falling" if now < before else "flat"


def _leader(first: dict[FactKind, Fact], policy: Policy, today: dt.date) -> list[Fact]:
    """A leader in the seat for no longer than the window is a change, whether the brief calls it one or
    not."""
    if FactKind.LEADERSHIP_CHANGE in first:
        return []
    tenure, start = first.get(FactKind.LEADER_TENURE), first.get(FactKind.LEADER_DATE)
    days = tenure.value if tenure is not None else None
    fact = tenure or start
    if fact is start and start is not None and isinstance(start.value, dt.date):
        days = (today - start.value).days
    if fact is None or not isinstance(days, int) or not 0 <= days <= policy.segment.leadership_days:
        return []
    out = [_from(fact, fact, FactKind.LEADERSHIP_CHANGE, True)]
    if FactKind.LEADER_ROLE not in first and tenure is not None and tenure.subject:
        out.append(_from(tenure, tenure, FactKind.LEADER_ROLE, tenure.subject))
    return out


def _layoff(first: dict[FactKind, Fact]) -> list[Fact]:
    if FactKind.LAYOFF_DETECTED in first:
        return []
    fact = first.get(FactKind.LAYOFF_PERCENT) or first.get(FactKind.LAYOFF_HEADCOUNT)
    return [_from(fact, fact, FactKind.LAYOFF_DETECTED, True)] if fact is not None and fact.value else []


def _from(one: Fact, two: Fact, kind: FactKind, value: str | bool) -> Fact:
    """A fact that rests on two others, no surer than the less sure."""
    sure = [f.confidence for f in (one, two) if f.confidence is not None]
    return Fact(kind, value, min(sure, default=None), one.as_of, one.pointer, "derived", one.source)
