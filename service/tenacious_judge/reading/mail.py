"""A draft, read: its body and subject as passages, whichever way they were sent."""

import datetime as dt
import re
from functools import cached_property

from ..domain import Draft, DraftKind, Field
from .heard import Heard
from .html import Visible, visible_text
from .passage import Passage
from .text import Text, read_text, without_names

_SUBJECT_LINE = re.compile(r"\s*subject\s*:[ \t]*([^\r\n]*)(?:\r?\n|$)\s*", re.IGNORECASE)


class Mail:
    """`body` and `subject` as sent; `subject` is None where there is none. `names` are companies whose words
    no pattern may read; `heard` is what a quotation may repeat."""

    def __init__(
        self, draft: Draft, today: dt.date, names: tuple[str, ...] = (), heard: Heard | None = None
    ) -> None:
        self.draft = draft
        self._today = today
        self._names = names
        self._heard = heard
        self.kind: DraftKind = draft.kind
        self.html: Visible | None = visible_text(draft.html) if draft.html else None
        self.subject: Passage | None = None
        if draft.subject.strip():
            self.subject = self._passage(read_text(Field.SUBJECT, draft.subject), single=True)
        self.body = self._read_body()

    def _passage(self, text: Text, *, single: bool = False) -> Passage:
        return Passage(without_names(text, self._names), self._today, single=single, heard=self._heard)

    def _read_body(self) -> Passage:
        draft = self.draft
        if not draft.body.strip() and self.html is not None and draft.html:
            seen = self.html
            text = read_text(Field.HTML, draft.html, starts=seen.starts, ends=seen.ends, shown=seen.shown)
            return self._passage(text)
        head = _SUBJECT_LINE.match(draft.body) if self.subject is None else None
        if head is None:
            return self._passage(read_text(Field.BODY, draft.body))
        if head[1].strip():
            a, b = head.span(1)
            self.subject = self._passage(_part(draft.body, a, b), single=True)
        return self._passage(_part(draft.body, head.end(), len(draft.body)))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Subject first, then the body."""
        return (self.subject, self.body) if self.subject is not None else (self.body,)


def _part(raw: str, start: int, end: int) -> Text:
    return read_text(
        Field.BODY, raw, starts=range(start, end), ends=range(start + 1, end + 1), shown=raw[start:end]
    )
