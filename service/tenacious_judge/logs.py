"""Errors for the log: where they happened, never what they say, since that may quote a mail."""

import traceback
from pathlib import Path

_FRAMES = 4


def where(error: BaseException) -> str:
    """The error's type and its innermost places, such as "KeyError at engine.py:52 < pipeline.py:90"."""
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    places = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
    return f"{type(error).__name__} at {places or 'an unknown place'}"
