"""Money other than a raise: runway, budget, revenue, customers, by their figure or their state."""

import re
from collections.abc import Iterator

from ..layout import Part
from ..numbers import NumberKind
from ..passage import Place
from .model import Claim, ClaimKind, Stance
from .scope import Scope
from .words import stems

_MONEY_STATE = re.compile(
    r"\b(?:is|are|was|has|have|'s|looks|remains?|stands at|at|of|got|getting|running|short|tight|"
    r"healthy|approved|signed|frozen|cut|doubled|tripled|halved|growing|grew|grown|up|down|left|"
    r"extends?|until|"
    r"under pressure|strong|limited|fixed|set|released|allocated|reached|hit|crossed|passed|"
    r"climb\w*|soar\w*|fell|dropped|burning|high|low|rising|falling)\b"
)
_MONEY_NUMBERED = frozenset(
    {
        "customers",
        "customer",
        "users",
        "user",
        "merchants",
        "clients",
        "downloads",
        "transactions",
        "shipments",
        "patients",
        "subscribers",
        "orders",
        "sales",
    }
)
_QUIET = re.compile(
    r"\b(?:before|than|until|against|without|within|fit|fits|protect|extend|stretch|preserve|save|"
    r"burn(?:ing)?|outlast\w*|respect)\s+(?:the |your )?$"
)
_OUR_COUNT = re.compile(r"\b(?:we|our|us|i|squads?|a|an|one|another|whose|that|who)\b(?![^.?!;]*\byour\b)")
_YOURS = re.compile(r"\byou(?:r|rs)?\b")
_US = re.compile(r"\b(?:we|our|us|i|my)\b|\b(?:would|could|any team)\b")
_LASTING = re.compile(
    r"(?:round|money|cash|funds|capital|raise|series|\d[\d.]* ?[a-z]+) .*(?:carr|last|stretch|see|take|"
    r"cover)"
)
# "Money in the bank is one explanation": a guess among others.
_ONE_OF_SEVERAL = re.compile(
    r"[^.?!;,]{0,24}?\b(?:is|are|would be|could be) (?:one|another|a|the other|the usual|the first|"
    r"only one)(?: \w+)? "
    r"?(?:explanation|reading|reason|possibility|guess|answer|question|theory|matter|worry)\b"
)
_OWNED_FIGURE = re.compile(
    r"\b(?:(?!(?:19|20)\d\d\b)\d[\w.,%$-]*|tight|short|limited|healthy|shrinking|growing|month|months of|"
    r"week|"
    r"generous|approved|frozen|new)[\s-]+(?:of\s+)?$"
)


def read_money(scope: Scope) -> Iterator[Claim]:
    """Runway, budget, revenue, customers: where a figure or a state is said of the prospect's."""
    for place in scope.hits("sig_money"):
        text = scope.flat[slice(*place)]
        clause = scope.passage.clause_at(place[0])
        near = [
            n
            for n in scope.passage.numbers_in(clause[0], clause[1])
            if abs(n.start - place[0]) < 46
            and n.kind
            in (NumberKind.MONEY, NumberKind.PERCENT, NumberKind.MULTIPLE, NumberKind.DAYS, NumberKind.COUNT)
        ]
        if text in _MONEY_NUMBERED:
            near = [
                n for n in near if not n.loose and (n.noun.startswith(text) or text in n.noun.split(" ")[:2])
            ]
            if not near or _OUR_COUNT.search(scope.flat, scope.passage.sentence_at(place[0]).start, place[0]):
                continue
        elif _LASTING.match(text):
            pass
        elif (not near and not _MONEY_STATE.search(scope.after(place[1], 26))) or (
            not near and _QUIET.search(scope.before(place[0], 24))
        ):
            continue
        if not near and not _YOURS.search(scope.flat, clause[0], clause[1]) and _in_subject(scope, place):
            continue
        if _ONE_OF_SEVERAL.match(scope.flat, place[1]):
            continue
        claim = scope.claim(
            ClaimKind.MONEY,
            *place,
            noun=_owned(scope, place),
            words=stems(text) or (text,),
            low=near[0].low if near else 0.0,
            high=near[0].high if near else 0.0,
            degree=1 if near else 0,
            figure=(
                text.startswith(("months of", "cash ", "money ", "funds ", "runway"))
                or _LASTING.match(text) is not None
            )
            and not _US.search(scope.flat, *clause),
        )
        if claim is not None and claim.stance not in (Stance.NEGATED,):
            yield claim


def _in_subject(scope: Scope, place: Place) -> bool:
    """ "Steady hands while budgets are tight": a subject line on nobody in particular."""
    return scope.passage.sentence_at(place[0]).part is Part.SUBJECT


def _owned(scope: Scope, place: Place) -> bool:
    """A figure or an adjective before it grants it ("your eighteen-month runway"); else its verb tells "
    "it."""
    return _OWNED_FIGURE.search(scope.before(place[0], 24)) is not None
