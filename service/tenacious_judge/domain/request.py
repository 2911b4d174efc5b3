"""A request to judge, decoded but not yet read: briefs keep the shape they arrived in."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .draft import Draft, Prospect

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


@dataclass(frozen=True, slots=True)
class RawContext:
    """The context as sent. None: absent or null. `reading` turns it into facts."""

    hiring_signal_brief: Json = None
    competitor_gap_brief: Json = None
    bench_summary: Json = None
    icp_segment: Json = None
    prior_thread: Json = None
    prospect: Prospect = field(default_factory=Prospect)
    prospect_id: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One mail to judge. `as_of` is timezone-aware and is the clock of every freshness rule."""

    draft: Draft
    context: RawContext
    as_of: dt.datetime
