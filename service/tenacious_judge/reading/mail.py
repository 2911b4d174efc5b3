"""A draft, read: its body and subject as passages, whichever way they were sent."""

import datetime as dt
import re
from functools import cached_property

from ..domain import Draft, DraftKind, Field
from .html import Visible, visible_text
from .passage import Passage
from .text import Text, read_text

_SUBJECT_LINE = re.compile(r"\s*subject\s*:[ \t]*([^\r\n]*)(?:\r?\n|$)\s*", re.IGNORECASE)


class Mail:
    """`body` and `subject` as sent; `subject` is None where there is none. `hidden_html` are places in the
    HTML."""

    def __init__(self, draft: Draft, today: dt.date) -> None:
        self.draft = draft
        self.kind: DraftKind = draft.kind
        self.html: Visible | None = visible_text(draft.html) if draft.html else None
        self.subject: Passage | None = None
        if draft.subject.strip():
            self.subject = Passage(read_text(Field.SUBJECT, draft.subject), today, single=True)
        self.body = self._read_body(today)

    def _read_body(self, today: dt.date) -> Passage:
        draft = self.draft
        if not draft.body.strip() and self.html is not None and draft.html:
            seen = self.html
            text = read_text(Field.HTML, draft.html, starts=seen.starts, ends=seen.ends, shown=seen.shown)
            return Passage(text, today)
        head = _SUBJECT_LINE.match(draft.body) if self.subject is None else None
        if head is None:
            return Passage(read_text(Field.BODY, draft.body), today)
        if head[1].strip():
            a, b = head.span(1)
            self.subject = Passage(_part(draft.body, a, b), today, single=True)
        return Passage(_part(draft.body, head.end(), len(draft.body)), today)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Subject first, then the body."""
        return (self.subject, self.body) if self.subject is not None else (self.body,)


def _part(raw: str, start: int, end: int) -> Text:
    return read_text(
        Field.BODY, raw, starts=range(start, end), ends=range(start + 1, end + 1), shown=raw[start:end]
    )
