"""What is kept: one audit row a verdict, written before it is answered, and the benches judged against."""

from .base import BenchSnapshot, Idempotency, Store, VerdictPage, VerdictQuery, VerdictRecord
from .ids import new_id
from .memory import MemoryStore

__all__ = [
    "BenchSnapshot",
    "Idempotency",
    "MemoryStore",
    "Store",
    "VerdictPage",
    "VerdictQuery",
    "VerdictRecord",
    "new_id",
]
