"""Prices, discounts and totals of our own in a mail: what may be named, and what is a person's to name."""

import re
from collections.abc import Iterable

from ...domain import Dimension, EvidenceRef, FactKind, Json, Severity
from ...reading.case import Case
from ...reading.numbers import Number, NumberKind
from ...reading.passage import Passage
from ..registry import Example, Hit, rule
from .amounts import (
    ACCEPTS,
    COSTS_OF_OTHERS,
    FUNDS,
    PER,
    THEIRS,
    Price,
    mail_prices,
    said,
    same_price,
    thread_prices,
)

_SOURCE = "DOMAIN, across turns"
_OUR_OFFER = re.compile(r"\b(?:we|our|i|us|happy|tenacious)\b")
_YES = re.compile(r"\b(?:yes|sure|of course|no problem|agreed|can do|gladly|certainly)\b")
_YOUR = re.compile(r"\byou(?:r)?\b")
_ALL_OF_IT = re.compile(r"\b(?:total|phases?|project|altogether|in all)\b")
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
    mine = [p for p in case.once(mail_prices) if not _raised(case, p)]
    if not mine:
        return
    earlier = case.once(thread_prices)
    for price in mine:
        if any(same_price(price, p) for _, p in earlier) or _listed(case, price):
            continue
        shown = tuple(
            EvidenceRef(turn.pointer, p.passage.flat[p.number.start : p.number.end + 24].strip())
            for turn, p in earlier[-1:]
        )
        before = f"the thread has {shown[0].value}" if shown else "no earlier mail and no price sheet has it"
        span = price.passage.span(price.number.start, price.number.end)
        yield Hit(span, f"Names {span.text} as our price; {before}.", shown)


def _raised(case: Case, price: Price) -> bool:
    """The amount is the prospect's own raise, as people round it."""
    return any(
        isinstance(f.value, (int, float)) and abs(f.value - price.number.value) <= 0.12 * f.value
        for f in case.evidence.of(FactKind.FUNDING_AMOUNT)
    )


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
    anything = not own and _OF_ANYTHING.match(passage.flat, start)
    if anything and _OUR_WORK.search(passage.flat, sentence.start, sentence.end) is None:
        return False  # "a discount that stops at midnight": the reader's trade
    if _YES.search(passage.flat[sentence.start : sentence.end]):
        return True
    return own or (not status.asked and not _YOUR.search(passage.flat[sentence.start : start]))


_OF_ANYTHING = re.compile(r"discount|free of charge|(?:at )?no charge")
_OUR_WORK = re.compile(
    r"\b(?:you|your|rates?|prices?|pricing|fees?|invoices?|engineers?|squads?|months?|weeks?|sprints?|pilots?|"
    r"contracts?|onboarding|handover|percent|per cent)\b|%"
)


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
        FUNDS.search(text)
        or (THEIRS.search(text) and not ACCEPTS.search(text))
        or COSTS_OF_OTHERS.search(text)
    ):
        return False
    if PER.match(flat, number.end, min(end, number.end + 30)) and not _ALL_OF_IT.search(text):
        return False
    return said(passage, number, start)
