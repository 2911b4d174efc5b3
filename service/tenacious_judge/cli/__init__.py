"""`tenacious-judge`: serve the gate, or use it from a shell.

Exit codes: 0 send (or done), 1 revise, 2 hold, 64 wrong usage, 65 bad input, 66 a file that is not there,
69 no address to listen on, 78 a policy, rule file or setting that is wrong.
"""

from .main import main

__all__ = ["main"]
