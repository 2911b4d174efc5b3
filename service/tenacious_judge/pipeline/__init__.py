"""A mail's way through the service: the one place where reading, rules, judge, decision and store meet."""

from .admission import Admission, Turn
from .engine import Engine
from .orders import Judged, Order
from .pipeline import Pipeline
from .stored_bench import StoredBench
from .stored_policy import StoredPolicy

__all__ = ["Admission", "Engine", "Judged", "Order", "Pipeline", "StoredBench", "StoredPolicy", "Turn"]
