"""HTTP: one module a resource. Only here are there requests, responses and status codes."""

from .app import create_app
from .state import Limits, Service

__all__ = ["Limits", "Service", "create_app"]
