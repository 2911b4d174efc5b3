"""Prices of our own in a text: which amounts are ours, for which unit."""

import re
from dataclasses import dataclass

from ...domain import Role, Turn
from ...reading.case import Case
from ...reading.numbers import Number, NumberKind
from ...reading.passage import Passage

_UNITS = (
    ("hour", r"hour|/\s?h(?:ou)?r|hourly|stunde|heure"),
    ("day", r"\bday\b|daily|\btag\b|\bjour\b"),
    ("week", r"week|woche|semaine"),
    ("month", r"month|/\s?mo\b|monthly|monat|\bmois\b"),
    ("year", r"year|annual|\bjahr\b"),
)
PER = re.compile(
    r"\s*(?:usd|dollars|eur|euros?|gbp|pounds)?\s*(?:/\s?|per |(?:for )?(?:an? |each\b|every ))\s?(?:\w+ "
    r")?(?:engineer|developer|month|hour|hr|mo\b|week|wk|day|seat|head|person|sprint|squad|fte|"
    r"dev|pod|team|year)?|\s*(?:monthly|hourly|daily|weekly|all[- ]in|flat|plus vat|ex vat)\b"
)
THEIRS = re.compile(
    r"\b(?:your|you|you've|you'd|their)\b[^.?!;]{0,40}\b(?:budget|figure|number|target|range|"
    r"ceiling|cap|limit|spend|had in mind|mentioned|named|said|asked|quoted|offered|have|pay|"
    r"paying|spending|suggested|proposed|set aside|wanted|need)\b|"
    r"\bbudget of\b|\b(?:budget|figure|number|ceiling|cap|target)\b[^.?!;]{0,20}\byou\b|\byour (?:\$|€|"
    r"£|\d)"
)
ACCEPTS = re.compile(
    r"\b(?:can (?:do|match|meet|offer|deliver|hold|work)|could do|agree(?:d)? to|accept|happy to "
    r"(?:do|match|meet|go)|work at|deliver at|go with|honou?r|drop to|come down to|will do|we'll "
    r"do|deal)\b"
)
FUNDS = re.compile(
    r"\b(?:rais\w+|series|s[ée]rie|lev[ée]e|runde|finanzierung\w*|kapital\w*|seed|round|funding|funded|"
    r"financing|invest\w+|valuation|arr|revenue|"
    r"runway|burn|capital|gmv|payroll)\b"
)
COSTS_OF_OTHERS = re.compile(
    r"\b(?:salar\w+|agency|agencies|recruiter\w*|in-house|local hire|full-time hire|market rate|"
    r"bad hire|attrition|a senior (?:engineer|hire) (?:in|earns?|on the market|makes|wants)|hiring (?:a|"
    r"one)|average|typically pay|save|"
    r"saves|saving|cloud bill|aws|lost|loses|losing|wasted|fined|fines?|penalt\w+|refund\w*|damages|stolen|"
    r"written off|write-?offs?)\b"
)
_MONEY_MARK = re.compile(r"[$€£¥]|usd|eur|gbp|chf|kes|ngn|zar|inr|aud|cad")
# "Two million payments a month": a volume, in no currency.
_OF_THINGS = re.compile(r"\s(?!dollars|euros|pounds|francs|shillings|rand|usd|eur)(?:[a-z-]+ )?[a-z]{3,}s\b")
_LEAST = 20
"""The smallest number without a currency that may be a price."""
_RATE = re.compile(r"\b(?:rate|price|pricing|fee|charge|bill|usd|eur|dollars)\b")
_FIRST_PERSON = re.compile(r"\b(?:we|our|i)\b")
_THEY_GET = re.compile(
    r"\byou (?:can|could|would|will|'d|'ll)? ?(?:have|get|pay|take|be (?:charged|billed|invoiced))\b"
)
_POINTED = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,])")
_WE_GAVE = re.compile(
    r"\b(?:i|we) (?:gave|quoted|named|told|sent|offered|put to|promised|mentioned)\b|\b(?:our|"
    r"my) \w*\s?(?:rate|price|figure|quote)\b"
)


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
    money = number.kind is NumberKind.MONEY
    if number.start >= voice_end or not (money or number.value >= _LEAST):
        return False
    sentence = passage.sentence_at(number.start)
    clause = passage.clause_at(number.start)
    flat = passage.flat
    around = flat[clause[0] : clause[1]]
    unit = (
        PER.match(flat, number.end, min(sentence.end, number.end + 30)) is not None
        and flat[number.end : number.end + 2].strip() != ""
    )
    if not money and not (unit and _RATE.search(around)):
        return False
    if not _MONEY_MARK.search(flat, max(0, number.start - 4), number.end) and _OF_THINGS.match(
        flat, number.end
    ):
        return False
    if not unit and FUNDS.search(flat, sentence.start, sentence.end):
        return False
    if COSTS_OF_OTHERS.search(around):
        return False
    priced = unit or any(
        sentence.start <= a < sentence.end and abs(a - number.start) < 70 for a, _ in passage.cue("sig_price")
    )
    if not priced:
        return False
    quoted = not theirs or number.value in theirs
    if (
        quoted
        and THEIRS.search(flat, max(clause[0], number.start - 60), min(sentence.end, number.end + 40))
        and not ACCEPTS.search(flat, clause[0], number.start)
        and not _WE_GAVE.search(flat, max(sentence.start, number.start - 90), number.start)
        and not _THEY_GET.search(flat, clause[0], number.start)
    ):
        return False
    return said(passage, number, sentence.start)


def said(passage: Passage, number: Number, begin: int) -> bool:
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
        for _, passage in case.turns_of(Role.PROSPECT)
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
    return tuple((turn, p) for turn, passage in case.turns_of(Role.AGENT) for p in _prices(passage))


def same_price(one: Price, two: Price) -> bool:
    same_unit = not one.unit or not two.unit or one.unit == two.unit
    if one.number.unit and two.number.unit and one.number.unit != two.number.unit:
        return False  # another currency is another price
    first, second = _amount(one), _amount(two)
    return same_unit and abs(first - second) <= 0.005 * max(first, 1)


def _amount(price: Price) -> float:
    """The value; "5.400" is five thousand four hundred, as it is written on the continent."""
    found = _POINTED.search(price.passage.flat, price.number.start, price.number.end)
    return float(found.group().replace(".", "")) if found else price.number.value
