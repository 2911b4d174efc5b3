"""The bench in any of its shapes -> how many engineers of each stack are free at the clock."""

import datetime as dt
from dataclasses import dataclass, field

from ...domain import Bench, Json, Policy, Warn
from ...errors import BadInput
from ..wordlist import words_of
from . import vocabulary as v
from .bench_late import read_late
from .bench_text import read_bench_text
from .capacity import DEPLOY, HELD, NOTE, UNTIL, BenchReader, finish, note
from .keys import fold, step
from .moments import read_moment
from .sink import check_size
from .stack_entry import add, carries_capacity, days_to_deploy, fill, misspelt, named
from .stacks import canonical, level, stacks_of
from .values import count_in, nothing, read_count

POINTER = "/context/bench_summary"
_STACKS = words_of(
    """stacks by_stack capacity available_capacity stack_capacity availability skills teams by_skill
    engineers_by_stack available_by_stack bench engineers disciplines stack_summary bench_by_stack
    pools"""
)
_ROLES = words_of(
    """available_roles roles available_engineers_list people squad roster available_people stack_list"""
)
_TOTAL = words_of(
    """total_engineers_on_bench total total_available total_engineers bench_size available_engineers
    engineers_available total_on_bench headcount total_bench bench_total available capacity
    total_capacity engineers bench_count total_available_engineers bench_headcount
    total_engineers_available engineers_on_bench size total_free"""
)
_OTHER = words_of(
    """paid engagements engagement days day week weeks utilization utilisation percent pct rate version id
    margin min max month months hours year price usd cost revision interviews clients accounts
    unavailable deployed billable"""
)


def read_bench(json: Json, pointer: str, policy: Policy, as_of: dt.date) -> tuple[Bench | None, list[Warn]]:
    """The bench and warnings; None where there is none, or nothing of a capacity in it.

    `json` is an object, a list of roles or stacks, a text or null. A wrong type, a negative or broken
    count and a date that is none are BadInput with their pointer.
    """
    today = as_of.date() if isinstance(as_of, dt.datetime) else as_of
    reader = BenchReader(
        policy, stacks_of(policy), min(max(today, dt.date(1970, 1, 1)), dt.date(2200, 1, 1)), [], {}
    )
    if json is None or json == "":
        return None, []
    check_size(json, pointer)
    total: tuple[int, str] | None
    if isinstance(json, str):
        total, made = read_bench_text(reader, json, pointer)
    elif isinstance(json, dict):
        total, made = _read_object(reader, json, pointer)
    elif isinstance(json, list) and all(isinstance(item, dict) for item in json):
        _read_roles(reader, json, pointer)
        total, made = None, None
    else:
        raise BadInput("a bench is an object, a text or null", pointer=pointer)
    if not reader.stacks and total is None:
        reader.warnings.append(Warn(pointer, "no capacity is read from it"))
        return None, reader.warnings
    if made is None:
        reader.warnings.append(Warn(pointer, "no date: freshness of the bench not checked"))
    elif made > reader.today + dt.timedelta(days=1):
        reader.warnings.append(Warn(pointer, f"dated {made}, after the day of this mail"))
    stacks = {name: finish(name, stack, reader.today) for name, stack in reader.stacks.items()}
    count, at = total if total is not None else (None, "")
    unread = frozenset(reader.unread.difference(stacks))
    return Bench(stacks, count, at, made, pointer, unread=unread), reader.warnings


@dataclass(slots=True)
class _Found:
    """What stands on the bench's own level: total, dates, deploy time, and what must wait for the stacks."""

    total: tuple[int, str] | None = None
    made: list[dt.date] = field(default_factory=list)
    deploy_days: int | None = None
    late: list[tuple[str, Json, str]] = field(default_factory=list)


def _read_object(
    reader: BenchReader, node: dict[str, Json], pointer: str
) -> tuple[tuple[int, str] | None, dt.date | None]:
    """Fill `reader.stacks`; the total and the day that the bench states."""
    found = _Found()
    for key, value in node.items():
        folded, at = fold(key), step(pointer, key)
        if value is not None and not _read_own(reader, found, folded, value, at, key):
            _read_capacity(reader, found, folded, value, at, key)
    for folded, value, at in found.late:
        read_late(reader, folded, value, at)
    for stack in reader.stacks.values():
        stack.deploy_days = found.deploy_days if stack.deploy_days is None else stack.deploy_days
    return found.total, max(found.made, default=None)


def _read_own(reader: BenchReader, found: _Found, folded: str, value: Json, pointer: str, key: str) -> bool:
    """True for a key about the whole bench: its date, notes, locks, deploy time."""
    if folded in v.DATES:
        moment = read_moment(value, reader.today, pointer, key, strict=True)
        found.made += [moment.day] if moment else []
    elif folded in UNTIL or folded in HELD or folded in NOTE:
        found.late.append((folded, value, pointer))
    elif folded in DEPLOY and isinstance(value, dict):
        found.late.append(("deploy", value, pointer))
    elif folded in DEPLOY:
        found.deploy_days = days_to_deploy(value, pointer, key)
    elif folded in v.META and isinstance(value, dict):
        for name, said in value.items():
            if fold(name) in v.DATES:
                _read_own(reader, found, fold(name), said, step(pointer, name), name)
    else:
        return False
    return True


def _read_capacity(
    reader: BenchReader, found: _Found, folded: str, value: Json, pointer: str, key: str
) -> None:
    """A total, the stacks or roles, or one stack."""
    if folded in _TOTAL and not isinstance(value, (dict, list)):
        count = read_count(value, pointer, key)
        if count is not None and (found.total is None or "total" in folded):
            found.total = (count, pointer)
    elif folded in _ROLES or isinstance(value, list):
        _read_list(reader, folded, value, pointer, key)
    elif folded in _STACKS and not isinstance(value, str):
        if not isinstance(value, dict):
            raise BadInput(f"{key} must be an object or a list", pointer=pointer)
        nested = _read_stacks(reader, value, pointer)
        found.total = found.total or nested
    else:
        _read_stack(reader, key, value, pointer)


def _read_list(reader: BenchReader, folded: str, value: Json, pointer: str, key: str) -> None:
    if (isinstance(value, list) and (folded in _ROLES or folded in _STACKS)) or (
        isinstance(value, list) and any(isinstance(item, dict) and named(item) for item in value)
    ):
        _read_roles(reader, value, pointer)
    elif isinstance(value, dict):
        _read_stacks(reader, value, pointer)
    elif folded in _ROLES:
        raise BadInput(f"{key} must be a list of roles", pointer=pointer)


def _read_stacks(reader: BenchReader, node: dict[str, Json], pointer: str) -> tuple[int, str] | None:
    total: tuple[int, str] | None = None
    for key, value in node.items():
        at = step(pointer, key)
        if fold(key) in _TOTAL and not isinstance(value, (dict, list)):
            count = read_count(value, at, key)
            total = (count, at) if count is not None else total
        elif value is not None:
            _read_stack(reader, key, value, at)
    return total


def _read_stack(reader: BenchReader, key: str, value: Json, pointer: str) -> None:
    """One stack under its own key; a key that is about something else is passed over."""
    if isinstance(value, bool) or not _OTHER.isdisjoint(fold(key).split("_")):
        return
    name = canonical(key, reader.names)
    if not name:
        return
    if isinstance(value, dict):
        if carries_capacity(value) or name in reader.policy.stack_aliases or misspelt(value):
            fill(reader, reader.at(name, pointer), value, pointer)
    elif isinstance(value, (int, float)):
        add(reader.at(name, pointer), read_count(value, pointer, key) or 0, level(key))
    elif isinstance(value, str):
        said = nothing(value) or count_in(value[:200].strip().lower()) is not None
        if name in reader.policy.stack_aliases or (said and not nothing(value)):
            count = read_count(value, pointer, key)
            if count is not None:
                stack = reader.at(name, pointer)
                add(stack, count, level(key))
                if len(value) > 5:
                    note(reader, stack, value)
    elif isinstance(value, list) and name in reader.policy.stack_aliases:
        raise BadInput(f"{key} must be a number or an object", pointer=pointer)


def _read_roles(reader: BenchReader, items: list[Json], pointer: str) -> None:
    """`[{"stack": "go", "count": 2, "seniority": "senior"}]`, or one entry a person; counts of a stack
    add up."""
    for i, item in enumerate(items):
        at = f"{pointer}/{i}"
        if isinstance(item, str):
            name = canonical(item, reader.names)
            if name:
                add(reader.at(name, at), 1, level(item))
        elif isinstance(item, dict):
            said = named(item)
            name = canonical(said, reader.names) if said else ""
            if name:
                fill(reader, reader.at(name, at), item, at, alone=1, seniority=level(said))
        elif item is not None:
            raise BadInput("a role of the bench is an object", pointer=at)
