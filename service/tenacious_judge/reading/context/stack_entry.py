"""One stack of a bench, as an object: how many, of which seniority, how soon, and what of it is spoken
for."""

import datetime as dt
from difflib import get_close_matches

from ...domain import Json, Warn
from ...errors import BadInput
from ..wordlist import words_of
from .capacity import COUNT, DEPLOY, HELD, MIX, NAMES, NOTE, UNTIL, BenchReader, Stack, note
from .keys import fold, step
from .locks import Lock, lock_in
from .moments import read_moment
from .stacks import level
from .values import count_in, nothing, read_count, read_flag
from .vocabulary import DATES


def carries_capacity(node: dict[str, Json]) -> bool:
    """True for an object that carries a count of engineers."""
    return any(fold(key) in COUNT or fold(key) in MIX for key in node)


def misspelt(node: dict[str, Json]) -> bool:
    """True for an object with a number under a key that is nearly one of a count."""
    return any(isinstance(node[key], int) and _near_a_count(fold(key)) for key in node)


def _near_a_count(key: str) -> bool:
    return bool(get_close_matches(key[:40], COUNT, 1, 0.85))


def add(stack: Stack, count: int, seniority: str) -> None:
    stack.listed += count
    if seniority:
        stack.seniority[seniority] = stack.seniority.get(seniority, 0) + count


def named(node: dict[str, Json]) -> str:
    for name in NAMES:
        for key, value in node.items():
            if fold(key) == name and isinstance(value, str) and value.strip():
                return value
    return ""


def fill(
    reader: BenchReader,
    stack: Stack,
    node: dict[str, Json],
    pointer: str,
    alone: int = 0,
    seniority: str = "",
) -> None:
    """Add what an object says of its stack. `alone`: what an entry without a count stands for."""
    keys = {fold(key): key for key in node if node[key] is not None}
    counted = next((k for k in COUNT if k in keys and not isinstance(node[keys[k]], (dict, list))), None)
    count: int | None = None
    if counted is None and (odd := next((k for k in COUNT if k in keys), None)) is not None:
        count = _by_level(node[keys[odd]], step(pointer, keys[odd]), keys[odd])
    if counted is not None:
        at = step(pointer, keys[counted])
        count = read_count(node[keys[counted]], at, keys[counted])
        if stack.pointer == pointer:
            stack.pointer = at
    mix: dict[str, int] = {}
    for folded, key in keys.items():
        value = node[key]
        if folded in MIX:
            mix = _mix(value, step(pointer, key), count if count is not None else alone) or mix
        elif folded in DEPLOY:
            stack.deploy_days = days_to_deploy(value, step(pointer, key), key)
        elif folded in NOTE and isinstance(value, str):
            stack.note = f"{stack.note}; {value}" if stack.note else value
    mix = mix or (_plain_levels(node, pointer) if count is None else {})
    if count is None and not mix and _count_unread(reader, keys, pointer, alone):
        _leave_out(reader, stack)
        return
    if count is None:
        count = sum(mix.values()) if mix else alone
    stack.listed += count
    if seniority and not mix:
        mix = {seniority: count}
    for name, many in mix.items():
        stack.seniority[name] = stack.seniority.get(name, 0) + many
    _locks(reader, stack, node, keys, counted or "", count, pointer)


def _plain_levels(node: dict[str, Json], pointer: str) -> dict[str, int]:
    """Counts by level that stand beside the other keys: `{"senior": 1, "mid": 2, "note": "..."}`."""
    counts = {key: node[key] for key in node if level(key) and isinstance(node[key], int)}
    return _mix(dict(counts), pointer, 0)


# Keys of a stack or a person that say no number of engineers.
_BESIDE = (
    {*MIX, *DEPLOY, *NOTE, *UNTIL, *HELD, *NAMES, *DATES}
    | words_of("skills languages location locations country region timezone rate rates price currency id")
)  # fmt: skip


def _count_unread(reader: BenchReader, keys: dict[str, str], pointer: str, alone: int) -> bool:
    """True, with a warning, where an entry has no count but an unknown key: perhaps its count, misspelt.

    `alone`: an entry that stands for a person has other keys of its own; there only a near miss counts.
    """
    unknown = [k for k in keys if k not in COUNT and k not in _BESIDE]
    if alone:
        unknown = [k for k in unknown if _near_a_count(k)]
    elif any(k in COUNT for k in keys):
        unknown = []
    if unknown:
        named = ", ".join(repr(keys[k][:40]) for k in unknown[:3])
        reader.warnings.append(
            Warn(pointer, f"no count of engineers is read from it ({named} is not known): counts as unknown")
        )
    return bool(unknown)


def _leave_out(reader: BenchReader, stack: Stack) -> None:
    """Take a stack off the bench again of which no other entry has told a number."""
    for name in [n for n, found in reader.stacks.items() if found is stack and not stack.listed]:
        del reader.stacks[name]
        reader.unread.add(name)


def _by_level(value: Json, pointer: str, key: str) -> int:
    """The sum of counts by level (`{"senior": 1, "mid": 2}`) where a count was expected."""
    if not isinstance(value, dict) or not value or not all(level(name) for name in value):
        raise BadInput(f"{key} must be a number", pointer=pointer)
    return sum(_mix(value, pointer, 0).values())


def _mix(value: Json, pointer: str, count: int) -> dict[str, int]:
    """Counts by level; a bare "senior" is the level of all."""
    out: dict[str, int] = {}
    if isinstance(value, str):
        found = level(value)
        return {found: count} if found else {}
    if not isinstance(value, dict):
        raise BadInput("a seniority mix is an object or a text", pointer=pointer)
    for key, many in value.items():
        found = level(key)
        counted = read_count(many, step(pointer, key), key)
        if found and counted is not None:
            out[found] = out.get(found, 0) + counted
    return out


def days_to_deploy(value: Json, pointer: str, key: str) -> int | None:
    """Days; "2 weeks" is 14."""
    if isinstance(value, str):
        low = value.strip().lower()
        unit = 7 if "week" in low else 30 if "month" in low else 1
        days = (
            count_in(low.split("week")[0].split("month")[0].split("day")[0].strip(" -"))
            if not nothing(value) and len(low) < 80
            else None
        )
        if days is None and not nothing(value) and " " not in low:
            raise BadInput(f"{key} must be a number of days", pointer=pointer)
        return None if days is None else int(days * unit)
    return read_count(value, pointer, key)


def _locks(
    reader: BenchReader,
    stack: Stack,
    node: dict[str, Json],
    keys: dict[str, str],
    counted: str,
    count: int,
    pointer: str,
) -> None:
    """Locks told by keys, else by the note."""
    until: dt.date | None = None
    held: int | None = None
    told = False
    for folded, key in keys.items():
        if folded not in UNTIL and folded not in HELD:
            continue
        at, value = step(pointer, key), node[key]
        if folded in UNTIL and not isinstance(value, (dict, list)):
            moment = read_moment(value, reader.today, at, key)
            until = moment.day if moment else until
            told = told or moment is not None
        elif folded in HELD and isinstance(value, (dict, list)):
            stack.locks += held_locks(reader, value, at, count)
        elif folded in HELD:
            held, told = _held_count(reader, stack, value, at, key, count, held, told)
    if told and not _net(node, keys, counted, held):
        stack.locks.append(Lock(held, until))
    elif not stack.locks and stack.note:
        note(reader, stack, stack.note)


def _held_count(
    reader: BenchReader,
    stack: Stack,
    value: Json,
    pointer: str,
    key: str,
    count: int,
    held: int | None,
    told: bool,
) -> tuple[int | None, bool]:
    """`reserved: 2`, `locked: true`, `reserved: "2 until June"`."""
    if isinstance(value, bool):
        return held, told or value
    if isinstance(value, str):
        lock = lock_in(f"locked {value}", count, reader.today)
        if nothing(value) or read_flag(value, pointer, key) is False:
            return held, told
        if lock is not None and (lock.until is not None or lock.count is not None):
            stack.locks.append(lock)
            return held, told
        return held, True
    many = read_count(value, pointer, key)
    return (many, True) if many else (held, told)


def _net(node: dict[str, Json], keys: dict[str, str], counted: str, held: int | None) -> bool:
    """True where the available count already leaves the reserved out: total = available + reserved."""
    total = next(
        (node[keys[k]] for k in ("total", "listed", "headcount", "size") if k in keys and k != counted), None
    )
    free = node[keys[counted]] if counted else None
    return isinstance(total, int) and isinstance(free, int) and held is not None and total == free + held


def held_locks(reader: BenchReader, value: Json, pointer: str, count: int) -> list[Lock]:
    """Locks of an object or list: `{"count": 2, "until": "2026-06-01"}`."""
    out: list[Lock] = []
    for i, item in enumerate(value if isinstance(value, list) else [value]):
        at = f"{pointer}/{i}" if isinstance(value, list) else pointer
        if isinstance(item, str):
            lock = lock_in(f"locked {item}", count, reader.today)
            out += [lock] if lock else []
        elif isinstance(item, dict):
            out.append(lock_of(reader, item, at))
    return out


def lock_of(reader: BenchReader, node: dict[str, Json], pointer: str) -> Lock:
    many: int | None = None
    until: dt.date | None = None
    for key, value in node.items():
        folded, at = fold(key), step(pointer, key)
        if value is None or isinstance(value, (dict, list)):
            continue
        if folded in COUNT or folded in HELD:
            many = None if isinstance(value, bool) else read_count(value, at, key)
        elif folded in UNTIL or folded in (
            "date",
            "end",
            "end_date",
            "expires",
            "expires_at",
            "through",
            "to",
        ):
            moment = read_moment(value, reader.today, at, key)
            until = moment.day if moment else until
    return Lock(many, until)
