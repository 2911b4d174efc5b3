"""Which values of a policy make sense: a threshold out of range switches a check off as a typo does."""

import math
from collections.abc import Iterator

from ..domain import DraftKind, Policy, Unread

_MOST_GOLDEN = 64

Complaint = tuple[tuple[str | int, ...], str]


def complaints(policy: Policy) -> Iterator[Complaint]:
    """Path and message of every value that is out of range, in the order of the file."""
    yield from _confidence(policy)
    yield from _freshness(policy)
    yield from _capacity(policy)
    yield from _segment(policy)
    yield from _form(policy)
    yield from _lists(policy)
    yield from _judge(policy)
    if len(policy.golden) > _MOST_GOLDEN:
        yield ("golden",), f"must not be more than {_MOST_GOLDEN}"


def _confidence(policy: Policy) -> Iterator[Complaint]:
    values = policy.confidence
    yield from _share(("confidence", "needed"), values.needed)
    yield from _share(("confidence", "default"), values.default)
    for word, value in values.words.items():
        yield from _share(("confidence", "words", word), value)
    if values.needed == 0:
        yield ("confidence", "needed"), "must be above 0, or every claim may be asserted"


def _freshness(policy: Policy) -> Iterator[Complaint]:
    f = policy.freshness
    pairs = (
        ("brief_warn_days", f.brief_warn_days, "brief_hold_days", f.brief_hold_days),
        ("bench_warn_days", f.bench_warn_days, "bench_hold_days", f.bench_hold_days),
        ("gap_revise_days", f.gap_revise_days, "gap_hold_days", f.gap_hold_days),
    )
    for early, early_days, late, late_days in pairs:
        yield from _at_least(("freshness", early), early_days, 0)
        if late_days < early_days:
            yield ("freshness", late), f"must not be below {early}"


def _capacity(policy: Policy) -> Iterator[Complaint]:
    yield from _share(("margin", "share"), policy.margin.share)
    yield from _at_least(("margin", "from_size"), policy.margin.from_size, 1)
    yield from _at_least(("growth", "min_open_roles"), policy.growth.min_open_roles, 1)
    owners: dict[str, str] = {}
    for stack, names in policy.stack_aliases.items():
        for i, alias in enumerate(names):
            key = alias.casefold().strip()
            if not key:
                yield ("stack_aliases", stack, i), "is empty"
            elif owners.setdefault(key, stack) != stack:
                yield ("stack_aliases", stack, i), f"{alias!r} already means {owners[key]}"


def _segment(policy: Policy) -> Iterator[Complaint]:
    s = policy.segment
    yield from _share(("segment", "confidence_needed"), s.confidence_needed)
    for name, days in (
        ("layoff_days", s.layoff_days),
        ("leadership_days", s.leadership_days),
        ("funding_days", s.funding_days),
    ):
        yield from _at_least(("segment", name), days, 1)
    yield from _between(("segment", "capability_min_maturity"), s.capability_min_maturity, 0, 3)
    yield from _between(("segment", "no_pitch_layoff_percent"), s.no_pitch_layoff_percent, 0, 100)
    for label, number in s.aliases.items():
        yield from _between(("segment", "aliases", label), number, 0, 4)


def _form(policy: Policy) -> Iterator[Complaint]:
    kinds = {kind.value for kind in DraftKind}
    words = policy.form.max_words
    for kind in sorted(words.keys() - kinds):
        yield ("form", "max_words", kind), "no such kind of mail"
    for kind in sorted(kinds - words.keys()):
        yield ("form", "max_words"), f"the kind {kind} is missing"
    for kind, limit in words.items():
        yield from _at_least(("form", "max_words", kind), limit, 1)
    yield from _at_least(("form", "max_subject_chars"), policy.form.max_subject_chars, 1)
    yield from _at_least(("form", "max_asks"), policy.form.max_asks, 0)


def _lists(policy: Policy) -> Iterator[Complaint]:
    for i, price in enumerate(policy.price_sheet):
        if not (math.isfinite(price.amount) and price.amount > 0):
            yield ("price_sheet", i, "amount"), "must be above 0"


def _judge(policy: Policy) -> Iterator[Complaint]:
    yield from _at_least(("judge", "timeout_ms"), policy.judge.timeout_ms, 1)
    for cause in Unread:
        if cause not in policy.judge.failure_modes:
            yield ("judge", "failure_modes"), f"the cause {cause.value} is missing"


def _share(path: tuple[str | int, ...], value: float) -> Iterator[Complaint]:
    yield from _between(path, value, 0, 1)


def _between(path: tuple[str | int, ...], value: float, low: float, high: float) -> Iterator[Complaint]:
    if not low <= value <= high:  # also true of NaN
        yield path, f"must be between {low} and {high}"


def _at_least(path: tuple[str | int, ...], value: float, low: float) -> Iterator[Complaint]:
    if not value >= low:
        yield path, f"must be at least {low}"
