"""Promises of capacity: how many engineers of which stack, level and start, and in whose words."""

from .asked import Earlier, Request
from .capacity import Capacity, read_capacity
from .frames import Stance
from .phrase import HeadKind
from .stacks import Lexicon, lexicon
from .starts import Start
from .statement import Promised, Said, Statement
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
