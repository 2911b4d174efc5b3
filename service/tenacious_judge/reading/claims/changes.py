"""Changes told as a factor or a share: "doubled the team", "a third more roles", "half as many again"."""

import re

from ..numbers import Number
from . import role_words as say
from .model import Claim, ClaimKind, Stance
from .scope import Scope

_NAMED = re.compile(r"\b(?:the|your|that|this|such a)(?: [\w-]+){0,2} $")


def read_multiple(scope: Scope, number: Number) -> Claim | None:
    """The claim of a factor ("doubled", "three times as many"), or None where it is about something else."""
    here = scope.here(number.start)
    clause = scope.passage.clause_at(number.start)
    around = scope.flat[clause[0] : clause[1]] + " "
    after = scope.after(number.end, 40)
    if say.OF_OTHER.match(after):
        return None
    if number.word and scope.flat[number.start : number.end] == "twice" and not say.AS_MANY.match(after):
        return None  # "counted them twice": how often, not how many
    value = number.value
    low, high = (value * 0.88, value * 1.25)
    if say.OVER.search(scope.before(number.start)):
        low, high = value * 1.01, value * 2
    elif say.NEARLY.search(scope.before(number.start)):
        low, high = value * 0.78, value
    kind = None
    if here.search(say.HIRE_TOPIC, around) or (
        say.AS_MANY.match(after)
        and not say.TEAM_TOPIC.search(around)
        and here.search(say.HIRE_TOPIC, scope.before(number.start, 90))
    ):
        kind = ClaimKind.ROLES_RATIO
    elif (
        say.TEAM_TOPIC.search(around[: number.end - clause[0] + 34])
        or say.IN_SIZE.match(after)
        or (say.AS_LARGE.match(after) and say.TEAM_TOPIC.search(scope.before(number.start, 60)))
    ):
        kind = ClaimKind.HEADCOUNT_RATIO
    if kind is None:
        return None
    compared = say.AS_MANY.match(after) is not None
    named = say.OF_THEIRS.match(after) if _NAMED.search(scope.before(number.start, 30)) else None
    if named is not None:
        # "Is the doubling of your openings a strain?" grants the doubling.
        end = scope.flat.index(named[0], number.end) + len(named[0])
        return scope.claim(kind, number.start, end, noun=True, figure=True, low=low, high=high)
    claim = scope.claim(kind, number.start, number.end, noun=compared, figure=compared, low=low, high=high)
    if (
        claim is not None
        and claim.stance is Stance.ASSERTED
        and not compared
        and _wished(scope, number.start)
    ):
        return None
    return claim


def _wished(scope: Scope, start: int) -> bool:
    """ "to double the team": an aim, not a change."""
    if say.ON_COURSE.search(scope.before(start, 30)):
        return False
    before = scope.before(start, 24)
    return say.WISH.search(before) is not None and not before.endswith(("close to ", "up to "))


def read_percent(scope: Scope, number: Number) -> Claim | None:
    """The claim of a share by which roles or the team changed, or None."""
    here = scope.here(number.start)
    clause = scope.passage.clause_at(number.start)
    around = scope.flat[clause[0] : clause[1]]
    again = say.AGAIN.match(number.noun) is not None
    if not again and say.TEAM_GREW.search(scope.before(number.start, 60)):
        return scope.claim(
            ClaimKind.HEADCOUNT_RATIO,
            number.start,
            number.end,
            noun=True,
            figure=True,
            low=1 + number.low / 100,
            high=1 + number.high / 100,
        )
    if again and here.search(say.HIRE_TOPIC, scope.before(number.start, 90) + around):
        around += " roles up"
    if (
        (number.word and number.noun.startswith(("of ", "a ", "an ", "day", "hour")))
        or not here.search(say.HIRE_TOPIC, around)
        or not say.CHANGE.search(around)
        or scope.passage.cue_in("sig_layoff", *clause) is not None
    ):
        return None
    sign = -1.0 if say.DOWN.search(around) else 1.0
    return scope.claim(
        ClaimKind.ROLES_PERCENT,
        number.start,
        number.end,
        noun=True,
        figure=True,
        low=min(sign * number.low, sign * number.high),
        high=max(sign * number.low, sign * number.high),
    )
