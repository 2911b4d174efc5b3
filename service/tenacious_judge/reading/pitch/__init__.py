"""What a mail pitches: which segments' levers, where, and whether anything is offered at all."""

from .marks import Mark
from .programme import Programme, named_programme
from .read import LEVERS, Pitches, read_pitches
from .stance import Stance, read_stance, stated_needs

__all__ = [
    "LEVERS",
    "Mark",
    "Pitches",
    "Programme",
    "Stance",
    "named_programme",
    "read_pitches",
    "read_stance",
    "stated_needs",
]
