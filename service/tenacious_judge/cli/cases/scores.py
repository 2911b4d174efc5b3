"""Recalls, balanced accuracy and their intervals."""

import bisect
import itertools
import math
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ...domain import Dimension, Outcome
from .judged import Judged

DRAWS = 4000
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` of `n`. `value` is None where there is nothing to count."""

    hits: int
    n: int

    @property
    def value(self) -> float | None:
        return self.hits / self.n if self.n else None


@dataclass(frozen=True, slots=True)
class Interval:
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `passes`: gold passes that passed; `fails`: gold fails that failed.

    `balanced` is the mean of both recalls and None where one class is empty. `spans`: gold spans that a
    finding overlaps; `kept`: clean mails that may be sent.
    """

    name: str
    passes: Share
    fails: Share
    spans: Share
    kept: Share
    balanced: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Scores:
    """A row for each dimension that occurs, for the mail as a whole, and for all cases.

    `mean` is the mean balanced accuracy of the dimensions that have both classes.
    """

    rows: tuple[Row, ...]
    total: Row
    mean: float | None
    mean_interval: Interval | None


def score(judged: Sequence[Judged], *, seed: int = 0, draws: int = DRAWS) -> Scores:
    """The figures of a set of judged cases. The same seed gives the same intervals."""
    rng = random.Random(seed)
    groups = [(d, [j for j in judged if j.case.gold.dimension is d]) for d in (*Dimension, None)]
    made = [_row(d.value if d else "mail as a whole", group, rng, draws) for d, group in groups if group]
    total, _ = _row("all cases", judged, rng, draws)
    complete = [(row, samples) for row, samples in made if row.balanced is not None]
    means = [sum(drawn) / len(drawn) for drawn in zip(*(samples for _, samples in complete), strict=True)]
    return Scores(
        rows=tuple(row for row, _ in made),
        total=total,
        mean=_mean([row.balanced for row, _ in complete if row.balanced is not None]),
        mean_interval=_interval(means),
    )


def _row(name: str, judged: Sequence[Judged], rng: random.Random, draws: int) -> tuple[Row, list[float]]:
    passes = _share((j for j in judged if j.case.gold.verdict is Outcome.PASS), lambda j: j.right)
    fails = _share((j for j in judged if j.case.gold.verdict is Outcome.FAIL), lambda j: j.right)
    balanced, samples = None, list[float]()
    if passes.value is not None and fails.value is not None:
        balanced = (passes.value + fails.value) / 2
        pairs = zip(_resampled(passes, rng, draws), _resampled(fails, rng, draws), strict=True)
        samples = [(p + f) / 2 for p, f in pairs]
    row = Row(
        name=name,
        passes=passes,
        fails=fails,
        spans=_share((j for j in judged if j.span_found is not None), lambda j: j.span_found is True),
        kept=_share((j for j in judged if j.case.clean), lambda j: j.kept),
        balanced=balanced,
        interval=_interval(samples),
    )
    return row, samples


def _share(judged: Iterable[Judged], hit: Callable[[Judged], bool]) -> Share:
    hits = [hit(j) for j in judged]
    return Share(sum(hits), len(hits))


def _resampled(share: Share, rng: random.Random, draws: int) -> list[float]:
    """Recalls of `draws` bootstrap samples: resampling n yes-or-no values draws from Binomial(n, hits/n)."""
    if share.hits in (0, share.n):
        return [share.hits / share.n] * draws
    log_hit, log_miss = math.log(share.hits / share.n), math.log(1 - share.hits / share.n)
    weights = [
        math.exp(_log_choose(share.n, k) + k * log_hit + (share.n - k) * log_miss) for k in range(share.n + 1)
    ]
    cumulated = list(itertools.accumulate(weights))
    return [bisect.bisect(cumulated, rng.random() * cumulated[-1]) / share.n for _ in range(draws)]


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def _interval(samples: Sequence[float]) -> Interval | None:
    """The middle 95 % of the samples."""
    if not samples:
        return None
    ordered = sorted(samples)
    tail = (1 - LEVEL) / 2
    last = len(ordered) - 1
    return Interval(ordered[round(tail * last)], ordered[round((1 - tail) * last)])


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
