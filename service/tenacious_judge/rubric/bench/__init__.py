"""Bench commitment honesty: every promise of engineers against the bench, the clock and the thread."""

from . import capacity, freshness, levels, missing, scale, starts, turns

__all__ = ["capacity", "freshness", "levels", "missing", "scale", "starts", "turns"]
