"""What a key stands for."""

from dataclasses import dataclass
from enum import IntEnum

from ...domain import FactKind


class Role(IntEnum):
    """What a key does in its object."""

    FACT = 0
    TOPIC = 1
    CONFIDENCE = 2
    CONFIDENCE_MAP = 3
    CONFIDENCE_FOR = 4
    DATE = 5
    GAP = 6
    PROVENANCE = 7
    LIST = 8
    BREAKDOWN = 9
    CONFIRMED = 10
    UNCONFIRMED = 11
    FLAG = 12
    INTERNAL = 13
    WRAPPER = 14
    STATUS = 15


SETTINGS = frozenset(
    (
        Role.CONFIDENCE,
        Role.CONFIDENCE_MAP,
        Role.CONFIDENCE_FOR,
        Role.DATE,
        Role.CONFIRMED,
        Role.UNCONFIRMED,
        Role.STATUS,
    )
)
"""Roles of keys that say something about their own object rather than of the prospect."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """`kind` for facts, `topic` for facts and containers; `key` is folded; `detail` is what the key
    itself tells: days ("60"), a leader's role ("cto"), the name before "_confidence"."""

    role: Role
    key: str
    topic: str = ""
    kind: FactKind | None = None
    detail: str = ""
