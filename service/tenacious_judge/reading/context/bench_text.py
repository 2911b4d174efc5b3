"""A bench that is a text: "3 Go engineers, 7 Python; 14 days to deploy Go. As of 2026-05-04."."""

import datetime as dt
import re
from collections.abc import Iterator

from ..numbers import Number, NumberKind, read_numbers
from ..wordlist import words_of
from .capacity import BenchReader
from .locks import lock_in
from .moments import moments_in
from .sentences import lower, pieces
from .stacks import canonical, level

_SEEN = re.compile(
    r"\b(?:as of|as at|dated|updated|snapshot(?: of)?|bench (?:on|of|for)|on|date|week of)[ :,-]{0,2}$"
)
_TOTAL = re.compile(
    r"\btotal\b|\bin all\b|\boverall\b|\baltogether\b|\bon (?:the )?bench\b|\bengineers? (?:available|free)\b"
)
_TOTAL_BEFORE = re.compile(
    r"\b(?:total|total engineers|bench of|bench size|total of|all told|engineers on bench)[ :=]{1,3}$"
)
_ENGINEERS = re.compile(
    r"^(?:(?:senior|mid|junior|mid-level|available|free|more|of the"
    r"|of our)\s+)*([a-z][\w+#.]*) (?:engineers?|developers?|devs?|people|specialists?)\b"
)
_NOT_COUNT = frozenset(
    ("day", "days", "week", "weeks", "month", "months", "hours", "hour", "percent", "clients", "accounts")
)
_COUNT_ENDS = re.compile(
    r" ?(?:$|[,;.|/)(\n](?!\d)|(?:available|free|open|ready|idle|unassigned|uncommitted|now|today|and|plus|"
    r"of (?:them|which|whom|our)|in all|in total)\b)"
)
_NO_STACK = re.compile(r"\b(?:no|zero) (?:\w+ )?$")
_GENERIC = words_of("""senior mid junior software available free more other engineering total our the of""")


def read_bench_text(
    reader: BenchReader, text: str, pointer: str
) -> tuple[tuple[int, str] | None, dt.date | None]:
    """Fill `reader.stacks` from a text; the total and the date that it states."""
    total: tuple[int, str] | None = None
    made: dt.date | None = None
    for piece in pieces(text):
        low = lower(piece)
        for start, _, moment in moments_in(low, reader.today):
            if (
                made is None
                and _SEEN.search(low[max(0, start - 16) : start])
                and not lock_in(piece, 99, reader.today)
            ):
                made = moment.day
        numbers = read_numbers(low)
        found = _read_piece(reader, low, numbers, pointer)
        total = total or (found, pointer) if found is not None else total
    if total is None and not reader.stacks:
        alone = [
            n for n in read_numbers(lower(text)[:2000]) if n.kind is NumberKind.COUNT and "engineer" in n.noun
        ]
        total = (int(alone[0].value), pointer) if alone else None
    return total, made


def _read_piece(reader: BenchReader, low: str, numbers: tuple[Number, ...], pointer: str) -> int | None:
    spots = [
        (m.start(), m.end(), canonical(m.group(), reader.names)) for m in reader.names.pattern.finditer(low)
    ]
    spots += list(_unknown(reader, low, numbers, spots))
    total: int | None = None
    used: set[int] = set()
    for number in numbers:
        if number.kind is NumberKind.DAYS:
            _deploy(reader, low, number, spots)
        counted = number.kind is NumberKind.COUNT or _named_count(low, number, spots)
        if not counted or number.loose or number.value != int(number.value):
            continue
        noun = number.noun.split()
        if noun and noun[0] in _NOT_COUNT:
            continue
        spot = _nearest(low, number, spots, used)
        if spot is None:
            if _TOTAL_BEFORE.search(low[max(0, number.start - 20) : number.start]) or (
                _TOTAL.search(low[number.end : number.end + 40]) and not spots
            ) or _TOTAL.match(low[number.end :].lstrip()):  # fmt: skip
                total = int(number.value)
            continue
        _count(reader, low, number, spots[spot], spot in used, pointer)
        used.add(spot)
    for i, (start, _, name) in enumerate(spots):
        if i not in used and name and _NO_STACK.search(low[max(0, start - 16) : start]):
            reader.at(name, pointer)
    _lock(reader, low, spots)
    return total


def _named_count(low: str, number: Number, spots: list[tuple[int, int, str]]) -> bool:
    """ "Go 3 available, Python 8": a count right behind its stack, no version."""
    return (
        number.kind is NumberKind.LABEL
        and _COUNT_ENDS.match(low, number.end) is not None
        and any(end + 1 == number.start for _, end, _ in spots)
    )


def _unknown(
    reader: BenchReader, low: str, numbers: tuple[Number, ...], spots: list[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """Stacks that the policy does not know: "2 Rust engineers"."""
    for number in numbers:
        match = _ENGINEERS.match(low[number.end :].lstrip()[:60]) if number.kind is NumberKind.COUNT else None
        if match is not None and match[1] not in _GENERIC:
            start = low.find(match[1], number.end)
            if not any(a <= start < b for a, b, _ in spots):
                yield start, start + len(match[1]), canonical(match[1], reader.names)


def _nearest(low: str, number: Number, spots: list[tuple[int, int, str]], used: set[int]) -> int | None:
    """The stack a number counts: the one right after it ("3 senior Go"), else the one right before ("Go: 3").

    A number in brackets ("Go: 3 (1 senior)") is a part of the one before.
    """
    bracketed = low[number.start - 1 : number.start] == "("
    for i, (start, _, _) in enumerate(spots):
        between = low[number.end : start]
        if not bracketed and 0 <= start - number.end <= 34 and not re.search(r"[,;:.()]|\band\b|\d", between):
            return i
    for i, (_, end, _) in reversed(list(enumerate(spots))):
        between = low[end : number.start]
        if not 0 <= number.start - end <= 40 or re.search(r"[;.]", between):
            continue
        if i in used and (bracketed or "," in between or "of which" in between):
            return i
        if i not in used and not re.search(r"\band\b|\bin\b|\d|,", between):
            return i
    return None


def _count(
    reader: BenchReader, low: str, number: Number, spot: tuple[int, int, str], again: bool, pointer: str
) -> None:
    """Add a count; a second one of the same stack ("Go: 3 (1 senior)") only says of what level."""
    stack = reader.at(spot[2], pointer)
    stop = spot[0] if spot[0] >= number.end else number.end + 14
    named = level(re.split(r"[,;(.]", low[number.end : stop], maxsplit=1)[0].strip(" )"))
    value = int(number.value)
    if not again:
        stack.listed += value
    if named:
        stack.seniority[named] = stack.seniority.get(named, 0) + value


def _deploy(reader: BenchReader, low: str, number: Number, spots: list[tuple[int, int, str]]) -> None:
    around = low[max(0, number.start - 40) : number.end + 40]
    if not re.search(r"\b(?:deploy|ramp|ready|lead time|start|onboard|notice|available in|in)\w*", around):
        return
    if not spots:
        for stack in reader.stacks.values():
            stack.deploy_days = int(number.value) if stack.deploy_days is None else stack.deploy_days
        return
    near = min(spots, key=lambda s: min(abs(s[0] - number.end), abs(number.start - s[1])))
    known = reader.stacks.get(near[2])
    if known is not None:
        known.deploy_days = int(number.value)
    else:
        reader.at(near[2], "").deploy_days = int(number.value)


def _lock(reader: BenchReader, low: str, spots: list[tuple[int, int, str]]) -> None:
    """A clause that tells of a lock is about the stacks it names, else about the last one named before it."""
    start = 0
    for clause in re.split(r"([;.,](?= ))", low):
        end = start + len(clause)
        named = [name for a, _, name in spots if start <= a < end] or [
            name for a, _, name in spots if a < start
        ][-1:]
        for name in named:
            stack = reader.stacks.get(name)
            lock = lock_in(clause, stack.listed, reader.today) if stack is not None else None
            if stack is not None and lock is not None and not stack.locks:
                stack.locks.append(lock)
                stack.note = clause.strip()
        start = end
