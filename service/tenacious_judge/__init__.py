"""The Tenacious judge: an HTTP gate that says whether an outbound mail is honest."""

__version__ = "0.1.0"
