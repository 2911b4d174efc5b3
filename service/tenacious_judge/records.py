"""Values that never change, at a quarter of the cost.

To the type checker `record` is `dataclass`, so a frozen one is frozen. At run time a frozen class sets its
fields through `object.__setattr__`, which costs more than most of what is read; a `record` sets them
plainly.
"""

from typing import TYPE_CHECKING, Any

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, slots: bool) -> Any:
        """`dataclass(...)`, with the fields set plainly."""
        return dataclass(slots=slots, unsafe_hash=frozen)
