"""Across turns: facts, prices, discounts and terms of ours, against what the thread and the policy hold."""

from . import facts, prices

__all__ = ["facts", "prices"]
