"""What the statements of a mail add up to, stack by stack."""

from collections.abc import Iterable, Sequence

from .phrase import HeadKind
from .statement import Statement


def add_up(statements: Sequence[Statement]) -> int:
    """Engineers promised by the firm statements about one stack, in order.

    What is available ("pool") is said once and not added; what starts is added where it starts elsewhere: in
    the same sentence or list, at another date, or as "more". "The three", "two of them" and a breakdown add
    nothing.
    """
    most = run = 0
    last: Statement | None = None
    for item in _without_parts(statements):
        count = item.count or 0
        if item.total or item.part_of or item.anaphoric:
            run = max(run, count)
        elif item.more:
            run = max(most, run) + count
        elif item.rest or _together(last, item) or (not item.said.pool and _adds(last, item)):
            run += count
        else:
            most, run = max(most, run), count
        last = item
    return max(most, run)


def _together(last: Statement | None, item: Statement) -> bool:
    if last is None or last.passage is not item.passage:
        return False
    if last.sentence == item.sentence:
        return last.part == item.part
    return last.listed and item.listed and 0 <= item.paragraph - last.paragraph <= 1


def _adds(last: Statement | None, item: Statement) -> bool:
    if _together(last, item):
        return True
    if (
        last is None
        or last.said.pool
        or last.when is None
        or item.when is None
        or last.passage is not item.passage
    ):
        return False
    return last.when.high < item.when.low


def _without_parts(statements: Sequence[Statement]) -> Iterable[Statement]:
    """Leave out breakdowns: "four, two senior and two mid", "four: two on claims and two on pricing"."""
    skip: set[int] = set()
    for i, whole in enumerate(statements):
        if i in skip or not whole.count:
            continue
        following = []
        for item in statements[i + 1 :]:
            near = item.sentence - whole.sentence
            if item.passage is not whole.passage or near > 4 or not (near == 0 or item.listed):
                break
            following.append(item)
        parts = _parts(whole, following)
        if (
            parts
            and (not whole.stacks or whole.inherited)
            and following[0].stacks
            and not following[0].inherited
        ):
            skip.add(i)
        else:
            skip.update(i + 1 + k for k in range(parts))
    return [s for i, s in enumerate(statements) if i not in skip]


def _parts(whole: Statement, following: Sequence[Statement]) -> int:
    """How many of the statements after `whole` break it down."""
    siblings = bool(following) and whole.listed and following[0].sentence != whole.sentence
    if not following or siblings or any(s.more for s in following):
        return 0
    between = whole.passage.flat[whole.end : following[0].start]
    named = bool(following[0].seniority) and not whole.seniority
    named = named or ((not whole.stacks or whole.inherited) and whole.kind is HeadKind.PEOPLE)
    marked = (
        ":" in between
        or between.count("(") > between.count(")")
        or "of which" in between
        or "of whom" in between
        or "including" in between
    )
    marked = marked or "\x96" in between or "–" in between
    if not named and not marked:
        return 0
    running = 0
    for k, item in enumerate(following):
        running += item.count or 0
        if running == whole.count:
            return k + 1
        if running > (whole.count or 0):
            return 0
    return len(following) if running < (whole.count or 0) else 0
