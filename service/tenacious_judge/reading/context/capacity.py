"""What a bench is read against, and what is gathered of each stack before it becomes a `StackCapacity`."""

import datetime as dt
from dataclasses import dataclass, field

from ...domain import Policy, StackCapacity, Warn
from ...records import record
from ..wordlist import words_of
from .locks import Lock, lock_in
from .stacks import Stacks

# Keys of an object about one stack, or about the bench; folded.
COUNT = (
    "available_engineers",
    "available",
    "available_now",
    "available_count",
    "free",
    "free_now",
    "unassigned",
    "engineers_available",
    "count",
    "engineers",
    "headcount",
    "capacity",
    "n",
    "number",
    "on_bench",
    "bench",
    "benched",
    "total_available",
    "total",
    "listed",
    "size",
    "value",
    "engineer_count",
    "people",
)
MIX = words_of(
    """seniority_mix seniority levels by_seniority mix seniority_breakdown level breakdown seniorities"""
)
DEPLOY = words_of(
    """time_to_deploy_days deploy_days ramp_days days_to_deploy time_to_deploy lead_time_days ready_in_days
    available_in_days deployment_days lead_time start_in_days notice_days onboarding_days
    ramp_up_days days_to_start deploy_in_days"""
)
NOTE = words_of(
    """note notes comment comments remarks remark caveat status constraint constraints lock_note
    availability_note"""
)
UNTIL = words_of(
    """capacity_locked_until locked_until committed_until reserved_until unavailable_until booked_until
    hold_until available_from available_after next_available blocked_until allocated_until free_from
    lock_until until engaged_until"""
)
HELD = words_of(
    """reserved locked committed booked allocated on_hold reserved_engineers locked_engineers
    committed_engineers reservations reservation lock locks commitments held capacity_locked
    reserved_count locked_count engineers_reserved engineers_locked reserved_capacity soft_booked"""
)
NAMES = ("stack", "name", "skill", "technology", "discipline", "role", "team", "title", "label")


@dataclass(slots=True)
class Stack:
    """What is gathered of one stack before it becomes a `StackCapacity`."""

    pointer: str
    listed: int = 0
    seniority: dict[str, int] = field(default_factory=dict)
    locks: list[Lock] = field(default_factory=list)
    deploy_days: int | None = None
    note: str = ""


@record(frozen=True, slots=True)
class BenchReader:
    """What a bench is read against, and what was gathered. `unread`: stacks whose count could not be read."""

    policy: Policy
    names: Stacks
    today: dt.date
    warnings: list[Warn]
    stacks: dict[str, Stack]
    unread: set[str] = field(default_factory=set)

    def at(self, name: str, pointer: str) -> Stack:
        found = self.stacks.get(name)
        if found is None:
            found = self.stacks[name] = Stack(pointer)
        return found


def note(reader: BenchReader, stack: Stack, text: str) -> None:
    """Keep a remark on a stack, and the lock that it tells of."""
    lock = lock_in(text, stack.listed, reader.today)
    if lock is not None:
        stack.locks.append(lock)
    stack.note = stack.note or text


def finish(name: str, stack: Stack, today: dt.date) -> StackCapacity:
    """Take off what is locked at the clock."""
    free, until = (stack.listed, None) if not stack.locks else _unlocked(stack, today)
    return StackCapacity(
        name, free, stack.pointer, stack.listed, until, stack.seniority, stack.deploy_days, stack.note
    )


def _unlocked(stack: Stack, today: dt.date) -> tuple[int, dt.date | None]:
    """How many are free, and until when the others are not."""
    standing = [lock for lock in stack.locks if lock.until is None or lock.until > today]
    taken = (
        stack.listed
        if any(lock.count is None for lock in standing)
        else sum(lock.count or 0 for lock in standing)
    )
    until = max((lock.until for lock in standing if lock.until is not None), default=None)
    return max(0, stack.listed - taken), until
