"""Promises of capacity: how many engineers of which stack, level and start, and in whose words."""

from .asked import Earlier, Request
from .capacity import Capacity, Promised, read_capacity
from .frames import Stance
from .offers import Statement
from .phrase import HeadKind
from .stacks import Lexicon, lexicon
from .stance import Said
from .starts import Start
from .totals import add_up

__all__ = [
    "Capacity",
    "Earlier",
    "HeadKind",
    "Lexicon",
    "Promised",
    "Request",
    "Said",
    "Stance",
    "Start",
    "Statement",
    "add_up",
    "lexicon",
    "read_capacity",
]
