"""Tone under pressure: the rules that need more than words. Lexical families are in `rules/tone_*.yml`."""

from . import asks, drift, form, optout, pressure, register

__all__ = ["asks", "drift", "form", "optout", "pressure", "register"]
