"""A draft, read: its body and subject as passages, whichever way they were sent."""

import datetime as dt
import re
from functools import cached_property

from ..domain import Draft, DraftKind, Field
from .heard import Heard
from .html import Visible, visible_text
from .passage import Passage
from .stand_in import NOBODY, StandIn
from .text import Text, read_text

_WRITTEN = re.compile(r"[^\W_]")
_SUBJECT_LINE = re.compile(r"\s*subject\s*:[ \t]*([^\r\n]*)(?:\r?\n|$)\s*", re.IGNORECASE)


class Mail:
    """`body` and `subject`, read; `subject` is None where there is none. `names` is what stands in them for
    the company's; `heard` is what a quotation may repeat. `text` is the body with all names as sent."""

    def __init__(
        self, draft: Draft, today: dt.date, names: StandIn = NOBODY, heard: Heard | None = None
    ) -> None:
        self.draft = draft
        self._today = today
        self._names = names
        self._heard = heard
        self.kind: DraftKind = draft.kind
        self.html: Visible | None = visible_text(draft.html) if draft.html and draft.html.strip() else None
        self.subject: Passage | None = None
        if draft.subject.strip():
            self.subject = self._passage(read_text(Field.SUBJECT, draft.subject), single=True)
        self.text = self._read_body()
        self.body = self._passage(self.text)

    def _passage(self, text: Text, *, single: bool = False) -> Passage:
        return Passage(self._names.read(text), self._today, single=single, heard=self._heard)

    def _read_body(self) -> Text:
        draft = self.draft
        if not draft.body.strip() and self.html is not None:
            return self._read_html(self.html)
        head = _SUBJECT_LINE.match(draft.body) if self.subject is None else None
        if head is None:
            return read_text(Field.BODY, draft.body)
        if head[1].strip():
            a, b = head.span(1)
            self.subject = self._passage(_part(draft.body, a, b), single=True)
        return _part(draft.body, head.end(), len(draft.body))

    def _read_html(self, seen: Visible) -> Text:
        return read_text(
            Field.HTML, self.draft.html or "", starts=seen.starts, ends=seen.ends, shown=seen.shown
        )

    @cached_property
    def shown(self) -> Text | None:
        """What the HTML shows, or None without HTML."""
        if self.html is None:
            return None
        return self.text if self.text.field is Field.HTML else self._read_html(self.html)

    @property
    def shows_nothing(self) -> bool:
        """True where HTML stands for the body and no letter of it is shown, so that nothing can be judged."""
        seen = self.html
        return (
            seen is not None
            and seen.whole
            and self.body.field is Field.HTML
            and not _WRITTEN.search(seen.shown)
        )

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Subject first, then the body."""
        return (self.subject, self.body) if self.subject is not None else (self.body,)


def _part(raw: str, start: int, end: int) -> Text:
    return read_text(
        Field.BODY, raw, starts=range(start, end), ends=range(start + 1, end + 1), shown=raw[start:end]
    )
