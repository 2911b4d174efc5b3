"""What is wrong with a SQLite file, in words for callers; SQLite's own go to the log."""

import logging
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from ..errors import Unavailable

log = logging.getLogger("tenacious_judge")

_PRIMARY = 0xFF
_RETRY_AFTER_S = 1.0
_WORDS = {
    sqlite3.SQLITE_PERM: "the service may not use its file",
    sqlite3.SQLITE_BUSY: "another process holds its file",
    sqlite3.SQLITE_LOCKED: "another process holds its file",
    sqlite3.SQLITE_NOMEM: "memory ran out",
    sqlite3.SQLITE_READONLY: "its file is read-only",
    sqlite3.SQLITE_IOERR: "the disk fails to read or write",
    sqlite3.SQLITE_CORRUPT: "its file is damaged",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_CANTOPEN: "its file cannot be opened",
    sqlite3.SQLITE_CONSTRAINT: "this is there already",
    sqlite3.SQLITE_NOTADB: "its file is no database",
}

Identity = tuple[int, int]


def words(error: Exception) -> str:
    """Why, without SQLite's wording, which names tables, columns and paths."""
    if isinstance(error, OSError):
        return (error.strerror or "the file system refuses").lower()
    code = getattr(error, "sqlite_errorcode", None)
    return _WORDS.get(code & _PRIMARY if isinstance(code, int) else -1, "it is closed or broken")


def unavailable(deed: str, error: Exception) -> Unavailable:
    """The refusal of a call because of `error`, which is logged. `deed`: "read" or "write"."""
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    log.error("the store cannot %s: %s: %s", deed, name, error)
    return Unavailable(f"the store cannot {deed}: {words(error)}", retry_after_s=_RETRY_AFTER_S)


def watch(path: Path) -> Callable[[], None]:
    """A check that the files at `path` are still those that are open, which raises `Unavailable` where not.

    Whoever deletes an open file takes its name away, not the file: rows would go on being written where
    nobody finds them. The same holds for the write-ahead log, which is there from the first write on.
    """
    opened = _identity(path)
    log_path = Path(f"{path}-wal")
    opened_log: Identity | None = None

    def check() -> None:
        nonlocal opened_log
        log_now = _identity(log_path)
        opened_log = opened_log or log_now
        if opened is None or _identity(path) != opened or log_now != opened_log:
            raise Unavailable(
                "the store's file was removed or replaced while in use: put it back, or restart the service",
                retry_after_s=_RETRY_AFTER_S,
            )

    return check


def _identity(path: Path) -> Identity | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
