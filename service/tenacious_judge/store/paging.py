"""What all stores decide alike: a page, its cursor, and whether a repeated key is the same request."""

from collections.abc import Sequence

from ..errors import BadInput, Conflict
from .base import VerdictPage, VerdictQuery, VerdictRecord
from .ids import is_id


def same_body(first: VerdictRecord, repeat: VerdictRecord) -> VerdictRecord:
    """`first`, where the repeat of its idempotency key carries the same body; else `Conflict`."""
    if first.idempotency is None or repeat.idempotency is None or first.idempotency != repeat.idempotency:
        raise Conflict("this Idempotency-Key was used with another body")
    return first


def check_query(query: VerdictQuery) -> None:
    if query.cursor is not None and not is_id(query.cursor):
        raise BadInput("this cursor is none that the service gave out", pointer="/cursor")
    if query.limit < 1:
        raise BadInput("limit must be at least 1", pointer="/limit")


def page(found: Sequence[VerdictRecord], limit: int) -> VerdictPage:
    """A page of at most `limit` out of up to `limit + 1` records, the extra one telling that more follow."""
    items = tuple(found[:limit])
    return VerdictPage(items, items[-1].id if len(found) > limit else None)
