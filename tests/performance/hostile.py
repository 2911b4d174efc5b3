"""Texts of 100 KB made to be slow, and the rule that takes longest over each."""

import gc
import itertools
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass

from tenacious_judge import wire
from tenacious_judge.reading.case import Case, read_case

from .mail import BODY, with_body
from .rubric_cost import engine

SIZE = 100_000


@dataclass(frozen=True, slots=True)
class Slow:
    """Milliseconds. `total` is decoding, reading and all rules.

    `slowest` is the rule that took longest once all readings were there; `first` the one that took longest
    when it had to make those it uses.
    """

    text: str
    total: float
    slowest: str
    slowest_ms: float
    first: str
    first_ms: float


def texts() -> Iterator[tuple[str, str]]:
    """Name and body."""
    yield "one letter", "a" * SIZE
    yield "blanks", " " * (SIZE - 2) + "x."
    yield "line breaks", "\n" * (SIZE - 2) + "x."
    yield "question marks", "?" * SIZE
    yield "open brackets", "(" * SIZE
    yield "quotation marks", '"' * SIZE
    yield "quoted lines", "> we can put 12 Go engineers on it\n" * (SIZE // 36)
    yield "digits", "1" * SIZE
    yield "numbers", _repeat("12 3.5 1,000 $9M 40% three half a dozen ")
    yield "number words", _repeat("two hundred and forty thousand million ")
    yield "dates", _repeat("by 12 May, next Tuesday at 10:00, in Q3, early spring, ")
    yield "promises", _repeat("We can put three Go engineers on it and five more in July. ")
    yield "growth claims", _repeat("You are clearly scaling aggressively. ")
    yield "peer claims", _repeat("Most of your competitors have a platform team and you don't. ")
    yield "questions", _repeat("Are you hiring faster than your recruiters can follow? ")
    yield "conditions", _repeat("if we could, and unless you would, then perhaps ")
    yield "negations", _repeat("not no never cannot won't don't ")
    yield "clichés", _repeat("Just wanted to circle back and touch base. ")
    yield "one long sentence", _repeat("and we ", " engineers")
    yield "zero width", "ju\u200bst wan\u200bted to cir\u200bcle back " * (SIZE // 34)
    yield "look-alikes", "јuѕt wаntеd tо сіrсlе bасk. " * (SIZE // 28)
    yield "combining marks", "a" + "\u0301" * (SIZE - 1)
    yield "emoji", "👩‍💻" * (SIZE // 3)
    yield "mails in a row", _repeat(BODY + "\n\n")
    yield "the mail's words shuffled", _shuffled()


def measure() -> list[Slow]:
    """Each text judged once, rule by rule."""
    judge = engine()
    rules = judge.rubric.rules  # type: ignore[attr-defined]
    found = []
    # As the service does once it is loaded: else the collector is timed and not the rules.
    gc.collect()
    gc.freeze()
    for name, body in texts():
        started = time.perf_counter()
        case = read_case(wire.decode(with_body(body)), judge.policy)
        first = {rule.id: _took(rule, case) for rule in rules}
        total = time.perf_counter() - started
        alone = {rule.id: _took(rule, case) for rule in rules}
        worst, worst_first = max(alone, key=alone.__getitem__), max(first, key=first.__getitem__)
        found.append(Slow(name, total * 1000, worst, alone[worst], worst_first, first[worst_first]))
    return found


def _took(rule: object, case: Case) -> float:
    started = time.thread_time()
    list(rule.check(case))  # type: ignore[attr-defined]
    return (time.thread_time() - started) * 1000


def _repeat(text: str, end: str = "") -> str:
    return text * (SIZE // len(text)) + end


def _shuffled() -> str:
    rng = random.Random(0)
    words = BODY.split()
    return " ".join(itertools.islice((rng.choice(words) for _ in itertools.count()), SIZE // 6))
