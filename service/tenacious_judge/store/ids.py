"""Verdict ids: "vrd_" and a ULID, sortable by time and unique without a round trip."""

import datetime as dt
import os
import random
import secrets
import threading
import time

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
_RANDOM_BITS = 80
_LENGTH = 26

_lock = threading.Lock()
_last_ms = 0
_last_random = 0
_rng = random.Random(secrets.randbits(256))  # asking the system for each id costs more than all else here


def _reseed() -> None:
    _rng.seed(secrets.randbits(256))


os.register_at_fork(after_in_child=_reseed)


def new_id(prefix: str = "vrd_", *, now_ms: int | None = None) -> str:
    """A fresh id. Within this process ids only grow, even if the clock steps back."""
    global _last_ms, _last_random
    with _lock:
        ms = time.time_ns() // 1_000_000 if now_ms is None else now_ms
        if ms > _last_ms:
            _last_ms, _last_random = ms, _rng.getrandbits(_RANDOM_BITS - 1)
        else:
            _last_random += 1
        value = (_last_ms << _RANDOM_BITS) | _last_random
    return prefix + _encode(value)


def id_floor(moment: dt.datetime, prefix: str = "vrd_") -> str:
    """The smallest id that can have been made at `moment` or later."""
    return prefix + _encode(max(0, int(moment.timestamp() * 1000)) << _RANDOM_BITS)


def is_id(text: str, prefix: str = "vrd_") -> bool:
    """Whether `text` has the form of an id, whoever made it."""
    digits = text[len(prefix) :]
    return text.startswith(prefix) and len(digits) == _LENGTH and all(char in _ALPHABET for char in digits)


def _encode(value: int) -> str:
    return "".join(_ALPHABET[(value >> shift) & 31] for shift in range(5 * (_LENGTH - 1), -1, -5))
