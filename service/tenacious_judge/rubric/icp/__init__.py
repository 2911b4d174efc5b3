"""Segment appropriateness: what the company's segment calls for, and nothing where nothing is in place."""

from . import contradictions, fit, silence

__all__ = ["contradictions", "fit", "silence"]
