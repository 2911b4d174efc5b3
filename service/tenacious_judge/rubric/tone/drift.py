"""Drift that needs structure: advice on how to build, "you need to", apology after apology."""

import re
from collections.abc import Iterable

from ...domain import Dimension, Severity
from ...reading.case import Case
from ...reading.layout import Part
from ...reading.passage import Passage, Place
from ...reading.voice import others_words, rejected
from ..registry import Example, Hit, rule

_ASK = "Would 20 minutes on Tuesday 12 May suit?"
_OPENS_CLAUSE = re.compile(
    r"(?:^|[.!?:;,–(•\x1f]|\b(?:and|or|then|so|also|instead|please|simply|just|first|next|but))\s*$"
)
_TURNS_TO_ASK = re.compile(r"[:;–] ?(?:is|are|does|do|has|have|which|what|whether)\b")
_INDIRECT = re.compile(r"\b(?:which|what|whether|if|how)\b[^.,;:!?\x1f]*$")
_RELATIVE = re.compile(
    r"\b(?:if|whether|when|whenever|what|whatever|who|whom|which|that|where|before|until|once|should|do|does|did|unless|how|"
    r"than|all|everything|anything|everyone|people|roles?|skills?|engineers?|hires?|one|things?|information|detail|details|person|seats?|"
    r"positions?|capacity|time|help|team|number|stack|\w+s|as|because|since|case|moment|day)\s*$"
)


@rule(
    "TON-143",
    name="technical-drift",
    dimension=Dimension.TONE,
    severity=Severity.BLOCK,
    what="Recommending products, versions or designs to the reader.",
    why="Nobody asked, and wrong advice costs the credit of all the rest. An engineer of ours may answer.",
    bad=Example(f"Hi Mia,\n\nYou should move your jobs to Temporal 1.24 and drop Celery. {_ASK}"),
    good=Example(
        f"Hi Mia,\n\nYou moved your jobs to Temporal in March. Two of our Go engineers have run it. {_ASK}"
    ),
    source="DOMAIN 5, technical-depth drift (P-015)",
    fix="Name our engineers' experience instead, or offer that one of them answers.",
)
def technical_drift(case: Case) -> Iterable[Hit]:
    for passage in case.mail.passages:
        names = passage.cue("tech_name")
        if not names:
            continue
        for place in _advice(passage, names):
            yield Hit(passage.span(*place), "Recommends technology to the reader.")
            break


def _advice(passage: Passage, names: list[Place]) -> Iterable[Place]:
    openers = [(a, b, False) for a, b in passage.cue("tech_advice")]
    openers += [(a, b, True) for a, b in passage.cue("tech_imperative")]
    for start, end, imperative in sorted(openers):
        sentence = passage.sentence_at(start)
        if sentence.part in (Part.GREETING, Part.QUOTED, Part.SIGNATURE):
            continue
        if (
            imperative
            and not _OPENS_CLAUSE.search(passage.flat, max(sentence.start, start - 30), start)
            and start != sentence.start
        ):
            continue
        named = next((n for n in names if start <= n[0] <= end + 70 and n[1] <= sentence.end + 1), None)
        if named is None or _TURNS_TO_ASK.search(passage.flat, end, named[0]):
            continue
        if _ours(passage, start, named) or _unsaid(passage, start, named[1]):
            continue
        yield start, named[1]
    for start, end in passage.cue("tech_praise"):
        named = next((n for n in reversed(names) if 0 <= start - n[1] <= 24), None)
        if named and _INDIRECT.search(passage.flat, max(0, named[0] - 50), named[0]):
            continue
        if (
            named
            and passage.sentence_at(named[0]) is passage.sentence_at(start)
            and not _unsaid(passage, named[0], end)
        ):
            yield named[0], end


def _ours(passage: Passage, start: int, named: Place) -> bool:
    """A technology beside engineers, a call or a profile is what our people know."""
    return (
        passage.cue_in("tech_people", start, min(named[1] + 14, passage.sentence_at(start).end)) is not None
    )


def _unsaid(passage: Passage, start: int, end: int) -> bool:
    return rejected(passage, start) or passage.status(start, end).negated or others_words(passage, start, end)


@rule(
    "TON-142",
    name="you-need-to",
    dimension=Dimension.TONE,
    severity=Severity.BLOCK,
    what='Telling the reader what he needs or must do: "you need to", "you have to", "you must".',
    why="The reader knows his company; the sender does not.",
    bad=Example(f"Hi Mia,\n\nYou need to act on hiring before Q3. {_ASK}"),
    good=Example(f"Hi Mia,\n\nIf you need to move it, say so; the roles you need to fill come first. {_ASK}"),
    source="DOMAIN 5, condescension",
    fix="State the observation; leave the conclusion to the reader.",
)
def you_need_to(case: Case) -> Iterable[Hit]:
    for passage in case.mail.passages:
        for start, end in passage.cue("need_to"):
            sentence = passage.sentence_at(start)
            if sentence.part in (Part.QUOTED, Part.SIGNATURE) or passage.cue_in(
                "need_to_fine", start, end + 30
            ):
                continue
            if _RELATIVE.search(passage.flat, max(sentence.start, start - 24), start):
                continue
            status = passage.status(start, end)
            if (
                status.asked
                or status.conditional
                or rejected(passage, start)
                or others_words(passage, start, end)
            ):
                continue
            yield Hit(passage.span(start, end))


@rule(
    "TON-153",
    name="repeated-apology",
    dimension=Dimension.TONE,
    severity=Severity.BLOCK,
    what="More than one apology in a mail.",
    why="One plain apology repairs; a second one grovels.",
    bad=Example(f"Hi Mia,\n\nSorry for the mix-up. I apologise for the wrong date. {_ASK}"),
    good=Example(
        f"Hi Mia,\n\nSorry for the mix-up: the date is 1 June. Sorry to hear about the outage. {_ASK}"
    ),
    source="DOMAIN 5, over-apology (P-013)",
    fix="Apologise once, plainly, for what went wrong.",
)
def repeated_apology(case: Case) -> Iterable[Hit]:
    body = case.mail.body
    places = [
        place
        for place in body.cue("apology")
        if not body.cue_in("apology_fine", *place)
        and place[0] < body.prose_end
        and not others_words(body, *place)
        and not rejected(body, place[0])
    ]
    if len({body.sentence_at(start).index for start, _ in places}) > 1:
        yield Hit(body.span(*places[1]), "A second apology in one mail.")
