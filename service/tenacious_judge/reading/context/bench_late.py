"""Locks, notes and deploy times that stand beside the stacks rather than in them."""

from ...domain import Json
from .capacity import HELD, NOTE, UNTIL, BenchReader, Stack, note
from .keys import step
from .locks import Lock
from .moments import read_moment
from .sentences import lower, pieces
from .stack_entry import days_to_deploy, held_locks, lock_of, named
from .stacks import canonical
from .values import read_count


def read_late(reader: BenchReader, folded: str, value: Json, pointer: str) -> None:
    """Locks and notes about the whole bench, or about the stacks they name."""
    if isinstance(value, dict) and folded in UNTIL | HELD | {"deploy"} | NOTE:
        for key, said in value.items():
            stack = reader.stacks.get(canonical(key, reader.names))
            if stack is not None and said is not None:
                _late_for(reader, stack, folded, said, step(pointer, key), key)
    elif isinstance(value, list):
        for i, item in enumerate(value):
            if isinstance(item, dict):
                said = named(item)
                stack = reader.stacks.get(canonical(said, reader.names)) if said else None
                if stack is not None:
                    stack.locks.append(lock_of(reader, item, f"{pointer}/{i}"))
            elif isinstance(item, str):
                _spread_note(reader, item)
    elif isinstance(value, str) and (folded in NOTE or folded in HELD):
        _spread_note(reader, value)
    elif folded in UNTIL:
        moment = read_moment(value, reader.today, pointer, folded)
        for stack in reader.stacks.values() if moment else ():
            stack.locks.append(Lock(None, moment.day if moment else None))


def _late_for(reader: BenchReader, stack: Stack, folded: str, said: Json, pointer: str, key: str) -> None:
    if folded == "deploy":
        stack.deploy_days = days_to_deploy(said, pointer, key)
    elif folded in UNTIL:
        moment = read_moment(said, reader.today, pointer, key)
        stack.locks += [Lock(None, moment.day)] if moment else []
    elif isinstance(said, str):
        note(reader, stack, said)
    elif isinstance(said, (dict, list)):
        stack.locks += held_locks(reader, said, pointer, stack.listed)
    elif folded in HELD and not isinstance(said, bool):
        many = read_count(said, pointer, key)
        stack.locks += [Lock(many, None)] if many else []


def _spread_note(reader: BenchReader, text: str) -> None:
    """A note on the bench locks the stacks that it names, sentence by sentence; one that names none locks
    nothing."""
    for piece in pieces(text):
        for match in reader.names.pattern.finditer(lower(piece)):
            stack = reader.stacks.get(canonical(match.group(), reader.names))
            if stack is not None:
                note(reader, stack, piece)
