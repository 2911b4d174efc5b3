"""Capacity said earlier in the thread may not change in silence: number, stack, level, start."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from ...domain import Dimension, EvidenceRef, Json, Severity
from ...reading.case import Case
from ...reading.promises import Promised, Stance, Start, Statement, add_up
from ...reading.promises.asked import Earlier, counts_said_since, dates_said_since
from ..registry import Example, Hit, rule
from .shared import BENCH, SOURCE, capacity_of, engineers, span_of, with_bench


def _thread(agent: str, prospect: str) -> Json:
    return [
        {"role": "agent", "content": agent, "sent_at": "2026-05-04T09:00:00Z"},
        {"role": "prospect", "content": prospect, "sent_at": "2026-05-05T09:00:00Z"},
    ]


_OFFERED = with_bench(
    BENCH,
    context={"prior_thread": _thread("Three Python engineers can start on 1 June.", "Good. What is next?")},
)


def corrected(case: Case) -> bool:
    """True when the mail openly takes back or updates something."""
    return any(
        not _UNCHANGED.search(passage.flat, max(0, a - 24), a)
        for passage in case.mail.passages
        for a, _ in passage.cue("bench_correct")
    )


_UNCHANGED = re.compile(
    r"\b(?:nothing|nobody|neither|never|not|n't|none of (?:it|that|this)"
    r"|no (?:number|date|figure))(?: \w+)? $"
)


@rule(
    "BEN-014",
    name="number-changed-in-silence",
    dimension=Dimension.BENCH,
    severity=Severity.BLOCK,
    what="States another number of engineers, or another stack, than our side stated earlier in the thread.",
    why="A number that moves without a word costs the trust that the thread has built.",
    bad=Example("As discussed, five Python engineers start on 1 June.", _OFFERED),
    good=Example("I said three Python engineers; it is two. They start on 1 June.", _OFFERED),
    source=SOURCE,
    fix="Keep to the number stated earlier, or correct it openly.",
)
def number_changed(case: Case) -> Iterable[Hit]:
    reading = capacity_of(case)
    if not reading.earlier or case.once(corrected):
        return
    for promised in reading.promised:
        if promised.count is None or promised.referred or promised.statements[0].more:
            continue
        found = _earlier_count(reading.earlier, promised)
        if found is None:
            continue
        earlier, before, same_stack = found
        if (promised.count == before and same_stack) or promised.count in counts_said_since(case, earlier.at):
            continue
        if _told_again(reading.statements, promised, before):
            continue
        if promised.count < before and not _restated(promised) and same_stack:
            continue
        told = f"Says {engineers(promised.count, promised.stacks)}; we wrote {before} earlier."
        if not same_stack:
            told = f"Says {engineers(promised.count, promised.stacks)}; earlier we wrote of another stack."
        yield Hit(span_of(promised.last), told, (EvidenceRef(earlier.turn.pointer, before),))


def _told_again(statements: Sequence[Statement], promised: Promised, before: int) -> bool:
    """True where the mail itself names the earlier number as what was said: an open change, by whatever
    words."""
    return any(
        s.count == before
        and s.said.stance in (Stance.RECORD, Stance.DECLINED)
        and (not s.stacks or s.stacks == promised.stacks)
        for s in statements
    )


def _earlier_count(turns: Sequence[Earlier], promised: Promised) -> tuple[Earlier, int, bool] | None:
    """The last earlier turn with a number for this stack, and that number. Another stack alone counts only
    where the mail refers back to it."""
    for earlier in reversed(turns):
        counted = [s for s in earlier.statements if s.firm and s.count is not None]
        own = [s for s in counted if s.stacks == promised.stacks or not s.stacks or not promised.stacks]
        if own:
            return earlier, add_up(own), True
        if counted and _refers_back(promised):
            return earlier, add_up(counted), False
    return None


def _refers_back(promised: Promised) -> bool:
    item = promised.last
    sentence = item.passage.sentence_at(item.start)
    return item.passage.cue_in("bench_back", sentence.start, sentence.end) is not None


def _restated(promised: Promised) -> bool:
    """True where the number is told again as the whole, not as a first part of it."""
    item = promised.last
    if item.part_of or item.rest:
        return False
    return _refers_back(promised) or item.said.pool


@rule(
    "BEN-015",
    name="start-changed-in-silence",
    dimension=Dimension.BENCH,
    severity=Severity.BLOCK,
    what="States another start than our side stated earlier in the thread.",
    why="The reader has planned with the first date.",
    bad=Example("The three Python engineers start on 15 June, as planned.", _OFFERED),
    good=Example("The three Python engineers start on 1 June, as planned.", _OFFERED),
    source=SOURCE,
    fix="Keep to the start stated earlier, or say openly that it moves and why.",
)
def start_changed(case: Case) -> Iterable[Hit]:
    reading = capacity_of(case)
    now = [(p, s) for p, s, _ in reading.starts]
    if not reading.earlier or not now or case.once(corrected):
        return
    for earlier in reversed(reading.earlier):
        before = [w for w in earlier.starts if _lasting(earlier, w)]
        if not before:
            continue
        asked = dates_said_since(case, earlier.at)
        if any(_meet(s.low, s.high, w.low, w.high) for _, s in now for w in asked):
            return
        changed = [(p, s) for p, s in now if _comparable(s, before)]
        if changed and not any(_same(s, w) for _, s in changed for w in before):
            passage, start = changed[0]
            told = f"Says a start {_shown(start)}; we wrote {_shown(before[0])} earlier."
            yield Hit(
                passage.span(start.start, start.end),
                told,
                (EvidenceRef(earlier.turn.pointer, _shown(before[0])),),
            )
        return


def _lasting(earlier: Earlier, when: Start) -> bool:
    """Without a time of sending, "Monday" or "next week" of an old turn names no known day."""
    if earlier.turn.sent_at is not None or when.lead is not None:
        return True
    text = earlier.passage.flat[when.start : when.end]
    return any(c.isdigit() for c in text) or (when.high - when.low).days > 20


def _comparable(start: Start, before: Sequence[Start]) -> bool:
    return any((start.lead is None) == (w.lead is None) for w in before)


def _same(start: Start, before: Start) -> bool:
    if start.lead is not None or before.lead is not None:
        return start.lead is not None and before.lead is not None and start.lead == before.lead
    return _meet(start.low, start.high, before.low, before.high)


def _meet(low: dt.date, high: dt.date, other_low: dt.date, other_high: dt.date) -> bool:
    return low <= other_high and other_low <= high


def _shown(start: Start) -> str:
    if start.lead is not None:
        return f"within {start.lead} days"
    return (
        start.low.isoformat()
        if start.low == start.high
        else f"{start.low.isoformat()} to {start.high.isoformat()}"
    )


@rule(
    "BEN-016",
    name="level-changed-in-silence",
    dimension=Dimension.BENCH,
    severity=Severity.BLOCK,
    what="States another seniority than our side stated earlier in the thread.",
    why="Seniority is what the price was agreed on.",
    bad=Example(
        "As agreed, two junior Python engineers start on 1 June.",
        with_bench(
            BENCH,
            context={"prior_thread": _thread("We can place two senior Python engineers.", "Fine by us.")},
        ),
    ),
    good=Example(
        "As agreed, two senior Python engineers start on 1 June.",
        with_bench(
            BENCH,
            context={"prior_thread": _thread("We can place two senior Python engineers.", "Fine by us.")},
        ),
    ),
    source=SOURCE,
    fix="Keep to the levels stated earlier, or correct them openly.",
)
def level_changed(case: Case) -> Iterable[Hit]:
    reading = capacity_of(case)
    if not reading.earlier or case.once(corrected):
        return
    now = [s for s in reading.firm if s.seniority]
    for earlier in reversed(reading.earlier):
        before = [s for s in earlier.statements if s.firm and s.seniority]
        if not before:
            continue
        for item in now:
            same = [s for s in before if s.stacks == item.stacks or not s.stacks or not item.stacks]
            if (
                same
                and not any(s.seniority == item.seniority for s in same)
                and not _level_asked(case, earlier.at, item)
            ):
                told = f"Says {item.seniority}; we wrote {same[0].seniority} earlier."
                yield Hit(span_of(item), told, (EvidenceRef(earlier.turn.pointer, same[0].seniority),))
        return


def _level_asked(case: Case, at: int, item: Statement) -> bool:
    return any(
        i > at and item.seniority in passage.flat
        for i, (turn, passage) in enumerate(case.turns)
        if turn.role.value == "prospect"
    )
