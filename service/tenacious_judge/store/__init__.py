"""What is kept: one audit row a verdict, written before it is answered, and the benches and policies
judged by."""

from .base import BenchSnapshot, Idempotency, PolicyVersion, Store, VerdictPage, VerdictQuery, VerdictRecord
from .ids import new_id
from .memory import MemoryStore

__all__ = [
    "BenchSnapshot",
    "Idempotency",
    "MemoryStore",
    "PolicyVersion",
    "Store",
    "VerdictPage",
    "VerdictQuery",
    "VerdictRecord",
    "new_id",
]
