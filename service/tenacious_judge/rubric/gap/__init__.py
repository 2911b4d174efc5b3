"""Rules of competitor gap honesty: what is said of peers, and of the reader beside them."""

from . import age, peers, reader

__all__ = ["age", "peers", "reader"]
