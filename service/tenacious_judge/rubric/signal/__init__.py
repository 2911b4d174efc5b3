"""Signal grounding: every claim about the prospect resolves to evidence that is confident and agrees."""

from . import rules

__all__ = ["rules"]
