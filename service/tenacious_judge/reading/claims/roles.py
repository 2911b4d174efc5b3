"""Counts of open roles, what they were before, and their change."""

from collections.abc import Iterator
from dataclasses import replace

from ..numbers import Number, NumberKind
from . import role_words as say
from .changes import read_multiple, read_percent
from .count_bounds import count_bounds
from .disciplines import discipline
from .model import Claim, ClaimKind, Stance
from .scope import Scope
from .subject import Voice


def read_roles(scope: Scope) -> Iterator[Claim]:
    """Claims on open roles from the numbers of a passage."""
    for number in scope.counted:
        if number.kind in (NumberKind.COUNT, NumberKind.RATIO) or _stands_at(scope, number):
            claim = _count(scope, number)
        elif number.kind is NumberKind.MULTIPLE:
            claim = read_multiple(scope, number)
        elif number.kind is NumberKind.PERCENT:
            claim = read_percent(scope, number)
        else:
            continue
        if claim is not None:
            yield claim
    for place in scope.hits("sig_no_roles"):
        claim = scope.claim(ClaimKind.ROLES, *place, noun=True, figure=True)
        if claim is not None:
            yield claim


def _stands_at(scope: Scope, number: Number) -> bool:
    """ "The count stands at 9": no hour of the day."""
    return (
        number.kind is NumberKind.MINUTES
        and number.noun[:3] not in ("am", "pm")
        and (
            scope.here(number.start).search(say.COUNT_AT, scope.before(number.start)) is not None
            or say.NOUN.match(number.noun) is not None
        )
    )


def _some_of_all(scope: Scope, number: Number, before: str) -> bool:
    """ "One of your postings", "the two seats closest to the release": which, not how many;
    "from the five I had on file": our own count, taken back."""
    here = scope.here(number.start)
    if say.OUR_COUNT.match(scope.flat, number.end) and here.search(say.EARLIER_BEFORE, before):
        return True
    if number.value == 1 and number.noun.startswith("of your "):
        return True
    if not before.endswith("the "):
        return False
    return here.match(say.SOME_OF_ALL, scope.flat, number.end) is not None


def _count(scope: Scope, number: Number) -> Claim | None:
    here = scope.here(number.start)
    before = scope.before(number.start, 80)
    if _some_of_all(scope, number, before) or _share_lost(scope, number):
        return None
    role = say.NOUN.match(number.noun)
    quals = role["quals"].replace("-", " ").split() if role else []
    sentence = scope.passage.sentence_at(number.start)
    slots = role is not None and role["role"].startswith("slot")
    if slots and not say.SEAT.search(scope.flat, sentence.start, sentence.end):
        return None  # two slots for a call
    if role and here.search(say.DOING, before):
        return None  # one person doing two jobs
    if role and any(q in say.STOP for q in quals):
        of_them = number.noun.startswith(("of the", "of your", "of those", "of these", "of them"))
        role = role if of_them else None
    wanted = role is None and (
        (here.search(say.HIRING, before) is not None and say.PEOPLE.match(number.noun) is not None)
        or here.match(say.STILL_OPEN, scope.flat, number.end) is not None
        or here.match(say.WANTED, scope.flat[number.end : number.end + 70].lstrip(" -")) is not None
    )
    if role is None and say.PLUS.search(before) and here.search(say.HIRE_TOPIC, before):
        others = here.match(say.FOR_PEOPLE, scope.flat, number.end, number.end + 60)
        if others is not None:
            return _part(scope, number, others.end(), others.group())
    counted = (
        role is None
        and not wanted
        and (listed := here.search(say.COUNTED, before)) is not None
        and not say.OURS.search(listed["gap"])
        and say.NOTHING_NEW.match(scope.flat[number.end : number.end + 20]) is not None
        and not say.PAGE_NUMBER.search(before)
    )
    spoken = (
        role is None
        and scope.voice is Voice.PROSPECT
        and (
            here.match(say.LEFT, scope.flat[number.end : number.end + 40]) is not None
            or (
                here.search(say.ANSWERED, before) is not None
                and say.NOTHING_NEW.match(scope.flat[number.end : number.end + 20]) is not None
            )
        )
    )
    if spoken:
        return Claim(
            ClaimKind.ROLES, scope.passage, number.start, number.end, Stance.ASSERTED, number.low, number.high
        )
    if role is None and not wanted and not counted and not _after_roles(scope, number, before):
        return None
    end = scope.flat.find(role["role"], number.end) + len(role["role"]) if role else number.end
    if wanted:
        found = say.PEOPLE.match(scope.flat, number.end + 1)
        end = found.end() if found else end
    claim = _placed(scope, number, before, quals, end)
    if claim is None or claim.stance is not Stance.OPEN:
        return claim
    # "Is the jump from four to nine a strain?" grants the jump.
    granted = here.search(say.JUMP_FROM, before) or here.search(say.JUMP_TO, before)
    if (
        granted is not None
        and sentence.question
        and before[: granted.start()].endswith(("the ", "your ", "that "))
    ):
        return replace(claim, stance=Stance.ASSERTED)
    return claim


def _part(scope: Scope, number: Number, end: int, people: str) -> Claim | None:
    """ "Five backend openings, plus three for data engineers": another part of the roles."""
    subject = next((d for w in people.split() if (d := discipline(w)) and d != "senior"), "")
    return scope.claim(
        ClaimKind.ROLES,
        number.start,
        end,
        noun=True,
        figure=True,
        low=number.low,
        high=number.high,
        subject=subject,
        degree=1,
    )


def _after_roles(scope: Scope, number: Number, before: str) -> bool:
    """ "nine roles, up from four", "six more than in March": a number that leans on roles said before."""
    here = scope.here(number.start)
    if here.search(say.JUMP_TO, before) and here.search(say.HIRE_TOPIC, before):
        return True
    if here.search(say.TODAY, before) and here.search(say.HIRE_TOPIC, before):
        return True
    after = scope.flat[number.end : number.end + 60]
    if here.search(say.AGAINST, before) or here.match(say.NOW_AGAINST, after):
        return True
    bare = (
        say.NOTHING_NEW.match(scope.flat[number.end : number.end + 20]) is not None
        or say.MORE.match(number.noun) is not None
    )
    if not bare or not here.search(say.HIRE_TOPIC, before):
        return False
    if here.match(say.AT_PRESENT, scope.flat[number.end : number.end + 18]):
        return True
    return (
        here.search(say.EARLIER_BEFORE, before) is not None
        or here.search(say.ADDED, before) is not None
        or say.MORE.match(number.noun) is not None
    )


def _share_lost(scope: Scope, number: Number) -> bool:
    """ "One in eight positions would go": of a staff, not of openings."""
    return number.kind is NumberKind.RATIO and say.SHARE_LOST.match(scope.flat, number.end) is not None


def _placed(scope: Scope, number: Number, before: str, quals: list[str], end: int) -> Claim | None:
    """What kind of count it is: then, now, or the difference."""
    here = scope.here(number.start)
    subject = next((d for q in quals if (d := discipline(q)) and d != "senior"), "")
    part = (
        1 if subject or number.noun.startswith("of ") or any(discipline(q) == "senior" for q in quals) else 0
    )
    if here.match(say.SUBSET, scope.flat[end : end + 24]) and not (
        scope.voice is Voice.PROSPECT and say.ON_SHOW.match(scope.flat, end)
    ):
        part = 1
    if before.endswith("the ") and any(q not in say.GENERAL_QUALS for q in quals):
        part = 1  # "which leaves the two API roles"
    low, high = count_bounds(scope, number, before)
    if "from" in before[-8:] and number.loose and not number.word:
        return _then_and_now(scope, number, end)
    more = say.MORE.match(number.noun)
    added = here.search(say.ADDED, before)
    if here.search(say.JUMP_TO, before):
        more = added = None
    if here.search(say.THEN_HEAD, before):
        more = added = None
    gone = scope.voice is Voice.MAIL and here.match(say.GONE_AFTER, scope.flat[end : end + 40])
    if gone and not here.search(say.UNTIL, before):
        return scope.claim(
            ClaimKind.ROLES_DELTA,
            number.start,
            end,
            noun=True,
            figure=True,
            low=-high,
            high=-low,
            subject=subject,
        )
    if more or added:
        sign = -1.0 if say.DOWN.search(before[-24:] + " " + number.noun[:24]) else 1.0
        if (
            more
            and "than" not in number.noun
            and not say.THAN.search(scope.after(number.end, 60))
            and not added
            and not (end > number.end and here.match(say.BY_NOW, scope.after(end, 30)))
        ):
            return None
        return scope.claim(
            ClaimKind.ROLES_DELTA,
            number.start,
            end,
            noun=True,
            figure=True,
            low=sign * low if sign > 0 else -high,
            high=sign * high if sign > 0 else -low,
            subject=subject,
            degree=1 if here.search(say.POSTED, before) else 0,
        )
    earlier = (
        here.search(say.EARLIER_BEFORE, before) is not None
        or here.match(say.EARLIER_AFTER, scope.flat[end : end + 60]) is not None
    )
    dated = (
        end > number.end
        and here.match(say.DATED, scope.flat[end : end + 60]) is not None
        and not here.search(say.PAST, before)
    )
    if earlier and dated and here.match(say.THEN_NOW, scope.flat[end : end + 80]):
        dated = False
    then = earlier and not dated and _says_then(scope, number, end, before)
    if then or here.search(say.THEN_HEAD, before):
        return scope.claim(
            ClaimKind.ROLES_BEFORE,
            number.start,
            end,
            noun=True,
            figure=True,
            low=low,
            high=high,
            subject=subject,
        )
    if number.kind is NumberKind.RATIO and number.whole is not None:
        low = high = number.whole
    single = number.value == 1 and number.word and not say.EXACTLY.search(before)
    degree = 1 if single else part
    return scope.claim(
        ClaimKind.ROLES,
        number.start,
        end,
        noun=True,
        figure=True,
        low=low,
        high=high,
        subject=subject,
        degree=degree,
    )


def _says_then(scope: Scope, number: Number, end: int, before: str) -> bool:
    """False for "nine roles, up from four 60 days ago" at the nine: the time belongs to the other number."""
    here = scope.here(number.start)
    if here.search(say.EARLIER_BEFORE, before):
        return True
    found = here.match(say.EARLIER_AFTER, scope.flat[end : end + 60])
    if found is None or say.COMPARED.search(found.group()) or say.OTHER_EVENT.search(found.group()):
        return False
    between = [n for n in scope.passage.numbers_in(end, end + found.end()) if n.kind is NumberKind.COUNT]
    return not between


def _then_and_now(scope: Scope, number: Number, end: int) -> Claim | None:
    """ "from four to nine": the later count is the claim; `degree` 2 says that `low` was before."""
    return scope.claim(
        ClaimKind.ROLES, number.start, end, noun=True, figure=True, low=number.low, high=number.high, degree=2
    )
