"""Judges: models that give a probability for each dimension, behind one protocol."""

from .base import Judge
from .fake import FakeJudge

__all__ = ["FakeJudge", "Judge"]
