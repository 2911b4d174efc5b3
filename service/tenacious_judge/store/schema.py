"""The SQLite file's tables, by version, and how a connection to it is set up."""

import sqlite3
from pathlib import Path

from ..errors import Misconfigured
from .trouble import words

# Index i brings a file from version i to i + 1. A released step is never edited: add one.
MIGRATIONS = (
    """
    CREATE TABLE verdict (
        id TEXT PRIMARY KEY,
        created_us INTEGER NOT NULL,
        action TEXT NOT NULL,
        verdict TEXT NOT NULL,
        dimensions_failed TEXT NOT NULL,
        rules_hit TEXT NOT NULL,
        request_digest TEXT NOT NULL,
        policy_digest TEXT NOT NULL,
        bench_version TEXT,
        answer BLOB NOT NULL,
        body TEXT,
        idempotency_key TEXT UNIQUE,
        idempotency_body TEXT
    ) WITHOUT ROWID;
    CREATE TABLE tag (name TEXT, verdict_id TEXT, PRIMARY KEY (name, verdict_id)) WITHOUT ROWID;
    CREATE TABLE bench (
        version TEXT PRIMARY KEY,
        as_of TEXT NOT NULL,
        revision INTEGER NOT NULL,
        digest TEXT NOT NULL,
        content BLOB NOT NULL,
        created_us INTEGER NOT NULL
    );
    CREATE TABLE probe (one INTEGER PRIMARY KEY, at TEXT);
    """,
    """
    CREATE TABLE policy (
        number INTEGER PRIMARY KEY,
        digest TEXT NOT NULL,
        base TEXT NOT NULL,
        content BLOB NOT NULL,
        created_us INTEGER NOT NULL
    );
    """,
)


def connect(path: Path) -> sqlite3.Connection:
    """A connection for one thread at a time, in autocommit: transactions are begun by hand."""
    db = sqlite3.connect(
        path, isolation_level=None, check_same_thread=False, timeout=5.0, cached_statements=256
    )
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
    except sqlite3.Error:
        db.close()
        raise
    return db


def prepare(path: Path) -> None:
    """Make the file and bring its tables to this version. Raises `Misconfigured` with the path and why."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = connect(path)
        try:
            _migrate(db, path)
        finally:
            db.close()
    except (OSError, sqlite3.Error) as error:
        raise Misconfigured(f"{path}: cannot be used as the store: {words(error)}") from error


def _migrate(db: sqlite3.Connection, path: Path) -> None:
    db.execute("BEGIN IMMEDIATE")  # two processes that start together migrate once
    try:
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        if version > len(MIGRATIONS):
            raise Misconfigured(
                f"{path}: made by a newer service (schema {version}, this one knows {len(MIGRATIONS)})"
            )
        for step in MIGRATIONS[version:]:
            for statement in filter(str.strip, step.split(";")):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise
