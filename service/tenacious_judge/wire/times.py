"""Dates and times as the contract's own fields carry them."""

import datetime as dt
import re

from ..errors import BadInput

_EARLIEST = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_LATEST = dt.datetime(2200, 1, 1, tzinfo=dt.UTC)
_MONTH = re.compile(r"\d{4}-\d{2}")


def read_time(text: str, pointer: str) -> dt.datetime:
    """A timezone-aware time from ISO 8601; without a zone it is UTC, a bare date is its midnight.

    Raises `BadInput` for what is none, and for years before 1970 or after 2199: windows of days around them
    would leave the calendar.
    """
    try:
        time = dt.datetime.fromisoformat(text.strip())
        time = time.replace(tzinfo=dt.UTC) if time.tzinfo is None else time.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        raise BadInput("expected an ISO 8601 date or time", pointer=pointer) from None
    if not _EARLIEST <= time < _LATEST:
        raise BadInput("expected a time between 1970 and 2199", pointer=pointer)
    return time


def read_date(text: str, pointer: str) -> dt.date:
    """A date from "2026-02-11", "2026-02" (its first day) or a time. Raises `BadInput` for what is none."""
    text = text.strip()
    return read_time(f"{text}-01" if _MONTH.fullmatch(text) else text, pointer).date()
