"""Prices, discounts and totals of our own in a mail: what may be named, and what is a person's to name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ...domain import Dimension, EvidenceRef, Json, Role, Severity, Turn
from ...reading.case import Case
from ...reading.numbers import Number, NumberKind
from ...reading.passage import Passage
from ..registry import Example, Hit, rule
from ..signal.known import MOST_TURNS

_SOURCE = "DOMAIN, across turns"
_UNITS = (
    ("hour", r"hour|/\s?h(?:ou)?r|hourly"),
    ("day", r"\bday\b|daily"),
    ("week", r"week"),
    ("month", r"month|/\s?mo\b|monthly"),
    ("year", r"year|annual"),
)
_PER = re.compile(
    r"\s*(?:usd|dollars|eur|euros?|gbp|pounds)?\s*(?:/\s?|per |an? |each\b|every )(?:\w+ "
    r")?(?:engineer|developer|month|hour|hr|mo\b|week|wk|day|seat|head|person|sprint|squad|fte|"
    r"dev|pod|team|year)?|\s*(?:monthly|hourly|daily|weekly|all[- ]in|flat|plus vat|ex vat)\b"
)
_THEIRS = re.compile(
    r"\b(?:your|you|you've|you'd|their)\b[^.?!;]{0,40}\b(?:budget|figure|number|target|range|"
    r"ceiling|cap|limit|spend|had in mind|mentioned|named|said|asked|quoted|offered|have|pay|"
    r"paying|spending|suggested|proposed|set aside|wanted|need)\b|"
    r"\bbudget of\b|\b(?:budget|figure|number|ceiling|cap|target)\b[^.?!;]{0,20}\byou\b|\byour (?:\$|€|£|\d)"
)
_ACCEPTS = re.compile(
    r"\b(?:can (?:do|match|meet|offer|deliver|hold|work)|could do|agree(?:d)? to|accept|happy to "
    r"(?:do|match|meet|go)|work at|deliver at|go with|honou?r|drop to|come down to|will do|we'll "
    r"do|deal)\b"
)
_FUNDS = re.compile(
    r"\b(?:rais\w+|series|seed|round|funding|funded|financing|invest\w+|valuation|arr|revenue|"
    r"runway|burn|capital|gmv|payroll)\b"
)
_COSTS_OF_OTHERS = re.compile(
    r"\b(?:salar\w+|agency|agencies|recruiter\w*|in-house|local hire|full-time hire|market rate|"
    r"bad hire|attrition|a senior (?:engineer|hire)|hiring (?:a|one)|average|typically pay|save|"
    r"saves|saving|cloud bill|aws)\b"
)
_RATE = re.compile(r"\b(?:rate|price|pricing|fee|charge|bill|usd|eur|dollars)\b")
_FIRST_PERSON = re.compile(r"\b(?:we|our|i)\b")
_OUR_OFFER = re.compile(r"\b(?:we|our|i|us|happy|tenacious)\b")
_YES = re.compile(r"\b(?:yes|sure|of course|no problem|agreed|can do|gladly|certainly)\b")
_YOUR = re.compile(r"\byou(?:r)?\b")
_ALL_OF_IT = re.compile(r"\b(?:total|phases?|project|altogether|in all)\b")


@dataclass(frozen=True, slots=True)
class Price:
    """An amount that we name as ours."""

    passage: Passage
    number: Number
    unit: str


def _ours(passage: Passage, number: Number, voice_end: int, theirs: tuple[float, ...]) -> bool:
    """True for a price of ours: said with a unit or as our rate, and neither a raise nor their budget.

    `theirs`: amounts that the prospect named.
    """
    if number.start >= voice_end:
        return False
    sentence = passage.sentence_at(number.start)
    clause = passage.clause_at(number.start)
    flat = passage.flat
    around = flat[clause[0] : clause[1]]
    unit = (
        _PER.match(flat, number.end, min(sentence.end, number.end + 30)) is not None
        and flat[number.end : number.end + 2].strip() != ""
    )
    if number.kind is not NumberKind.MONEY and not (unit and number.value >= 20 and _RATE.search(around)):
        return False
    if _FUNDS.search(around) and not unit:
        return False
    if _COSTS_OF_OTHERS.search(around):
        return False
    priced = unit or any(
        sentence.start <= a < sentence.end and abs(a - number.start) < 70 for a, _ in passage.cue("sig_price")
    )
    if not priced:
        return False
    quoted = not theirs or number.value in theirs
    if (
        quoted
        and _THEIRS.search(flat, max(clause[0], number.start - 60), min(sentence.end, number.end + 40))
        and not _ACCEPTS.search(flat, clause[0], number.start)
    ):
        return False
    return _said(passage, number, sentence.start)


def _said(passage: Passage, number: Number, begin: int) -> bool:
    """Not asked of them, not declined, not in somebody's quotation."""
    status = passage.status(number.start, number.end)
    if status.quoted or status.negated:
        return False
    if status.asked:
        return _FIRST_PERSON.search(passage.flat[begin : number.start]) is not None
    return True


def _prices(passage: Passage, theirs: tuple[float, ...] = ()) -> list[Price]:
    kinds = (NumberKind.MONEY, NumberKind.COUNT)
    found = (n for n in passage.numbers if n.kind in kinds and _ours(passage, n, passage.prose_end, theirs))
    return [Price(passage, n, _unit(passage, n)) for n in found]


def _their_amounts(case: Case) -> tuple[float, ...]:
    """Amounts of money that the prospect named in the thread."""
    return tuple(
        n.value
        for _, passage in case.turns_of(Role.PROSPECT)[-MOST_TURNS:]
        for n in passage.numbers
        if n.kind is NumberKind.MONEY
    )


def _unit(passage: Passage, number: Number) -> str:
    after = passage.flat[number.end : number.end + 34]
    before = passage.flat[max(0, number.start - 24) : number.start]
    return next(
        (name for name, words in _UNITS if re.search(words, after)),
        next((name for name, words in _UNITS if re.search(words, before)), ""),
    )


def mail_prices(case: Case) -> tuple[Price, ...]:
    """Prices of ours in the mail. Use through `case.once`."""
    theirs = _their_amounts(case) if case.thread else ()
    return tuple(p for passage in case.mail.passages for p in _prices(passage, theirs))


def thread_prices(case: Case) -> tuple[tuple[Turn, Price], ...]:
    """Prices that we named earlier in the thread."""
    return tuple(
        (turn, p) for turn, passage in case.turns_of(Role.AGENT)[-MOST_TURNS:] for p in _prices(passage)
    )


_PRICE_THREAD: Json = [
    {"role": "agent", "content": "Our rate is $7,200 per engineer per month, all in."},
    {"role": "prospect", "content": "Thanks. What would two Go engineers cost from June?"},
]


@rule(
    "SIG-102",
    name="price-not-given-before",
    dimension=Dimension.SIGNAL,
    severity=Severity.HOLD,
    what="Names a price of ours that is neither in the thread nor on the price sheet.",
    why="A price in a mail binds the company; a person must set it.",
    bad=Example(
        "Elena,\n\nTwo Go engineers would be $6,500 per engineer per month.",
        {"kind": "reply", "context": {"prior_thread": _PRICE_THREAD}},
    ),
    good=Example(
        "Elena,\n\nAs quoted, $7,200 per engineer per month.",
        {"kind": "reply", "context": {"prior_thread": _PRICE_THREAD}},
    ),
    source=_SOURCE,
    fix="Keep to the price given before or on the sheet, or leave the price to a person.",
)
def price_not_given_before(case: Case) -> Iterable[Hit]:
    mine = case.once(mail_prices)
    if not mine:
        return
    earlier = case.once(thread_prices)
    for price in mine:
        if any(_same(price, p) for _, p in earlier) or _listed(case, price):
            continue
        shown = tuple(
            EvidenceRef(turn.pointer, p.passage.flat[p.number.start : p.number.end + 24].strip())
            for turn, p in earlier[-1:]
        )
        before = f"the thread has {shown[0].value}" if shown else "no earlier mail and no price sheet has it"
        span = price.passage.span(price.number.start, price.number.end)
        yield Hit(span, f"Names {span.text} as our price; {before}.", shown)


def _same(one: Price, two: Price) -> bool:
    same_unit = not one.unit or not two.unit or one.unit == two.unit
    return same_unit and abs(one.number.value - two.number.value) <= 0.005 * max(one.number.value, 1)


def _listed(case: Case, price: Price) -> bool:
    return any(
        abs(item.amount - price.number.value) < 0.005 * item.amount
        and (not price.unit or price.unit in item.unit)
        for item in case.policy.price_sheet
    )


def _offers(passage: Passage, start: int, end: int) -> bool:
    """Not declined, asked, left to a person or quoted back in order to say no."""
    if start >= passage.prose_end:
        return False
    status = passage.status(start, end)
    if status.quoted or status.negated:
        return False
    sentence = passage.sentence_at(start)
    if any(sentence.start <= a < sentence.end for a, _ in passage.cue("sig_router")):
        return False
    own = _OUR_OFFER.search(passage.flat[sentence.start : sentence.end]) is not None
    if _YES.search(passage.flat[sentence.start : sentence.end]):
        return True
    return own or (not status.asked and not _YOUR.search(passage.flat[sentence.start : start]))


@rule(
    "SIG-103",
    name="discount-offered",
    dimension=Dimension.SIGNAL,
    severity=Severity.HOLD,
    what="Offers a discount, a free period or a lower rate.",
    why="Discounts are a person's to give, always.",
    bad=Example("Elena,\n\nWe can take 15% off the monthly rate for a six-month start.", {"kind": "reply"}),
    good=Example("Elena,\n\nWe do not discount the rate; the scope can be smaller.", {"kind": "reply"}),
    source=_SOURCE,
    fix="Drop the offer; say who decides on price.",
)
def discount_offered(case: Case) -> Iterable[Hit]:
    for passage in case.mail.passages:
        last = -1
        for start, end in passage.cue("sig_discount"):
            if start < last or not _offers(passage, start, end):
                continue
            last = end
            span = passage.span(start, end)
            yield Hit(span, f"Offers “{span.text}”; discounts are a person's to give.")


@rule(
    "SIG-104",
    name="multi-phase-total",
    dimension=Dimension.SIGNAL,
    severity=Severity.HOLD,
    what="Names a total for a whole project or several phases.",
    why="A total for work that is not scoped cannot be kept.",
    bad=Example("Elena,\n\nAll three phases together come to $240,000.", {"kind": "reply"}),
    good=Example("Elena,\n\nWe do not quote a total before phase one is scoped.", {"kind": "reply"}),
    source=_SOURCE,
    fix="Leave the total to a person; offer to scope the first phase.",
)
def multi_phase_total(case: Case) -> Iterable[Hit]:
    for passage in case.mail.passages:
        for number in passage.numbers:
            if number.kind is not NumberKind.MONEY or number.start >= passage.prose_end:
                continue
            sentence = passage.sentence_at(number.start)
            if not any(
                sentence.start <= a < sentence.end for a, _ in passage.cue("sig_total")
            ) or not _totals(passage, number, sentence.start, sentence.end):
                continue
            span = passage.span(number.start, number.end)
            yield Hit(
                span, f"Names {span.text} as a total; totals for multi-phase work are a person's to give."
            )
            break


def _totals(passage: Passage, number: Number, start: int, end: int) -> bool:
    flat = passage.flat
    text = flat[start:end]
    if (
        _FUNDS.search(text)
        or (_THEIRS.search(text) and not _ACCEPTS.search(text))
        or _COSTS_OF_OTHERS.search(text)
    ):
        return False
    if _PER.match(flat, number.end, min(end, number.end + 30)) and not _ALL_OF_IT.search(text):
        return False
    return _said(passage, number, start)
