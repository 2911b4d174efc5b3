"""Exit codes: the verdict's own, and those of sysexits.h for everything else."""

from ..domain import Action
from ..errors import BadInput, JudgeError, Misconfigured

OK = 0
USAGE = 64
DATA = 65
NO_INPUT = 66
UNAVAILABLE = 69
CONFIG = 78

OF_ACTION = {Action.SEND: 0, Action.REVISE: 1, Action.HOLD: 2}


def of_error(error: Exception) -> int:
    if isinstance(error, BadInput):
        return DATA
    if isinstance(error, Misconfigured):
        return CONFIG
    if isinstance(error, JudgeError):
        return UNAVAILABLE
    return NO_INPUT
