"""The mail under judgement and the people around it, as sent (nothing normalised)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class DraftKind(StrEnum):
    COLD = "cold"
    WARM = "warm"
    REPLY = "reply"
    REENGAGEMENT = "reengagement"


class Role(StrEnum):
    """Who wrote a turn of the thread; `user` on the wire is PROSPECT, anything unknown is BACKGROUND."""

    AGENT = "agent"
    PROSPECT = "prospect"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail. `body` is the text as sent; where only `html` was sent, `body` is empty."""

    body: str
    subject: str = ""
    html: str | None = None
    kind: DraftKind = DraftKind.COLD


@dataclass(frozen=True, slots=True)
class PublicRecord:
    """Something the prospect said in public. `pointer` names it in the request."""

    summary: str
    pointer: str
    date: dt.date | None = None
    source_url: str = ""


@dataclass(frozen=True, slots=True)
class Prospect:
    """The addressee. Every text may be empty; `locale` is a BCP 47 tag such as "de-DE" or ""."""

    name: str = ""
    title: str = ""
    company: str = ""
    locale: str = ""
    public_record: tuple[PublicRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of the thread, oldest first."""

    role: Role
    content: str
    pointer: str
    sent_at: dt.datetime | None = None
