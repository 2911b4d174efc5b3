"""`tenacious-judge`: serve the gate, or use it from a shell.

Exit codes: 0 send (or done), 1 revise, 2 hold, 64 wrong usage, 65 bad input, 66 a file that is not there,
78 a policy or rule file that is wrong.
"""

from .main import main

__all__ = ["main"]
