"""What `POST /judge` takes: the types are the contract, its validation and its JSON schema at once."""

import datetime as dt
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from ..domain import Draft, DraftKind, Json, Prospect, PublicRecord, RawContext, Request
from ..errors import BadInput
from .pointers import bad_input
from .strict_json import check, parse
from .times import read_date, read_time

_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters to Unicode, blanks to the eye

Brief = Annotated[
    dict[str, Any] | str | None,
    Meta(description="An object in any of the known shapes, free text, or null."),
]


class DraftIn(Struct, forbid_unknown_fields=True):
    """The mail under judgement. `body` is required; `html` may stand in for it."""

    body: Annotated[str | None, Meta(description="Plain text as it would be sent.")] = None
    subject: Annotated[str | None, Meta(description="Empty or absent: subject rules do not apply.")] = None
    html: Annotated[str | None, Meta(description="Says what the body says, or stands in for it.")] = None
    kind: Annotated[
        DraftKind | None, Meta(description="Default cold. Word limits and the calendar rule depend on it.")
    ] = None


class PublicRecordIn(Struct):
    """Something the prospect said or wrote in public. Unknown fields are ignored."""

    date: Annotated[str | None, Meta(description="ISO 8601 date.", examples=["2026-02-11"])] = None
    source_url: str | None = None
    summary: str | None = None


class ProspectIn(Struct):
    """The addressee. Unknown fields are ignored."""

    name: str | None = None
    title: str | None = None
    company: str | None = None
    locale: Annotated[str | None, Meta(description="BCP 47; sets the register.", examples=["de-DE"])] = None
    public_record: list[PublicRecordIn | str] | None = None


class ContextIn(Struct, forbid_unknown_fields=True):
    """What is known. Every field may be absent or null; what a rule needs and lacks never counts as fine."""

    hiring_signal_brief: Brief = None
    competitor_gap_brief: Brief = None
    bench_summary: Annotated[
        dict[str, Any] | str | None, Meta(description="Absent or null: the service's current bench.")
    ] = None
    icp_segment: Annotated[
        int | str | dict[str, Any] | None,
        Meta(description="1 to 4, a label or abstain.", examples=["segment_1_series_a_b"]),
    ] = None
    prospect: ProspectIn | None = None
    prior_thread: Annotated[
        list[Any] | dict[str, Any] | str | None,
        Meta(description="Turns, oldest first: role (agent, prospect, user), content or message, sent_at."),
    ] = None
    prospect_id: Annotated[str | None, Meta(description="Names the prospect in your own system.")] = None


class JudgeRequest(Struct, forbid_unknown_fields=True):
    """One mail to judge. Unknown fields here, in `draft` and in `context` are errors: a typo must not switch
    a check off."""

    draft: DraftIn
    context: ContextIn | None = None
    as_of: Annotated[
        str | None,
        Meta(description="The clock of freshness, ISO 8601; default now.", examples=["2026-05-06T09:00:00Z"]),
    ] = None


def decode(source: bytes | Json, *, now: dt.datetime | None = None) -> Request:
    """The request in `source`, JSON text as bytes or parsed already. `now` (default: the clock, UTC) is the
    `as_of` of a request without one.

    Raises `BadInput` with the JSON Pointer of the field that is wrong.
    """
    if isinstance(source, bytes):
        document = parse(source)
    else:
        document = source
        check(document)
    try:
        asked = msgspec.convert(document, JudgeRequest)
    except msgspec.ValidationError as error:
        raise bad_input(error, JudgeRequest) from None
    return Request(
        draft=_draft(asked.draft),
        context=_context(asked.context or ContextIn()),
        as_of=_as_of(asked.as_of, now),
    )


def _draft(sent: DraftIn) -> Draft:
    if sent.body is None and sent.html is None:
        raise BadInput("a mail needs a body (or html in its place)", pointer="/draft/body")
    if _is_blank(sent.body) and _is_blank(sent.html):
        raise BadInput("the mail is blank", pointer="/draft/body" if sent.body is not None else "/draft/html")
    return Draft(
        body=sent.body or "",
        subject=sent.subject or "",
        html=sent.html,
        kind=sent.kind or DraftKind.COLD,
    )


def _is_blank(text: str | None) -> bool:
    """Whether nothing of it would show: a mail of zero-width characters says nothing that could be judged."""
    return text is None or not any(
        char.isprintable() and not char.isspace() and char not in _BLANKS for char in text
    )


def _context(sent: ContextIn) -> RawContext:
    if sent.prospect_id is not None and _is_bare(sent):
        # Nothing is ignored in silence: who counts on a stored context must hear that there is none.
        raise BadInput("no context is stored under this id; send it along", pointer="/context/prospect_id")
    return RawContext(
        hiring_signal_brief=sent.hiring_signal_brief,
        competitor_gap_brief=sent.competitor_gap_brief,
        bench_summary=sent.bench_summary,
        icp_segment=sent.icp_segment,
        prior_thread=sent.prior_thread,
        prospect=_prospect(sent.prospect),
        prospect_id=sent.prospect_id,
    )


def _is_bare(sent: ContextIn) -> bool:
    carried = (
        sent.hiring_signal_brief,
        sent.competitor_gap_brief,
        sent.icp_segment,
        sent.prospect,
        sent.prior_thread,
    )
    return all(part is None for part in carried)


def _prospect(sent: ProspectIn | None) -> Prospect:
    if sent is None:
        return Prospect()
    return Prospect(
        name=sent.name or "",
        title=sent.title or "",
        company=sent.company or "",
        locale=sent.locale or "",
        public_record=tuple(_record(entry, i) for i, entry in enumerate(sent.public_record or ())),
    )


def _record(entry: PublicRecordIn | str, index: int) -> PublicRecord:
    pointer = f"/context/prospect/public_record/{index}"
    if isinstance(entry, str):
        return PublicRecord(summary=entry, pointer=pointer)
    date = read_date(entry.date, f"{pointer}/date") if entry.date else None
    return PublicRecord(entry.summary or "", pointer, date, entry.source_url or "")


def _as_of(text: str | None, now: dt.datetime | None) -> dt.datetime:
    if text is None:
        return now or dt.datetime.now(dt.UTC)
    return read_time(text, "/as_of")
