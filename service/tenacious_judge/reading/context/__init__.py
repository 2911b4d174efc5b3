"""Reading the context of a mail: briefs, bench, gap, thread and segment, in every shape they arrive in."""

from .bench import read_bench
from .gap import read_gap, read_gap_brief
from .hiring import read_hiring, read_public_record
from .segment import read_segment
from .thread import read_thread

__all__ = [
    "read_bench",
    "read_gap",
    "read_gap_brief",
    "read_hiring",
    "read_public_record",
    "read_segment",
    "read_thread",
]
