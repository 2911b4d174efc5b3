"""Labelled cases: JSON Lines, one request with its gold label a line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from ...domain import Dimension, Field, Outcome, Request
from ...errors import BadInput
from ...wire.pointers import bad_input


class GoldSpan(Struct, forbid_unknown_fields=True):
    """Where the failure stands, by offsets into `field`."""

    field: Field
    start: Annotated[int, Meta(ge=0)]
    end: Annotated[int, Meta(ge=0)]


class Gold(Struct):
    """The label. It covers `dimension` alone (null: the mail as a whole), unless `clean` is true.

    `span` is offsets or the text itself; `clean` on a pass says that the whole mail is honest and must be
    `send`, on a fail it says nothing.
    """

    verdict: Outcome
    dimension: Dimension | None = None
    reason: str = ""
    span: GoldSpan | str | None = None
    clean: bool = False


class _Line(Struct):
    request: dict[str, Any]
    gold: Gold
    id: str = ""
    trust: str = "high"


@dataclass(frozen=True, slots=True)
class Case:
    """A line of a file. `where` is "file:line", `id` falls back to it."""

    id: str
    where: str
    request: dict[str, Any]
    gold: Gold
    trust: str

    @property
    def headline(self) -> bool:
        """Whether the label is good enough for headline numbers."""
        return self.trust in ("high", "medium")

    @property
    def clean(self) -> bool:
        """Whether the whole mail must be `send`."""
        return self.gold.clean and self.gold.verdict is Outcome.PASS

    @property
    def body(self) -> str:
        draft = self.request.get("draft")
        return str(draft.get("body") or "") if isinstance(draft, dict) else ""


def load(paths: list[Path]) -> list[Case]:
    """Every case of the files, in order. Raises `BadInput` naming file and line, and `OSError`."""
    return [case for path in paths for case in _of_file(path)]


def _of_file(path: Path) -> Iterator[Case]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}: not UTF-8: {error.reason} at byte {error.start}") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _case(line, f"{path}:{number}")


def _case(line: str, where: str) -> Case:
    try:
        read = msgspec.json.decode(line, type=_Line)
    except msgspec.ValidationError as error:
        wrong = bad_input(error, _Line)
        raise BadInput(f"{where}: {wrong.pointer}: {wrong.detail}") from error
    except msgspec.DecodeError as error:
        raise BadInput(f"{where}: {error}") from error
    return Case(read.id or where, where, read.request, read.gold, read.trust)


def gold_spans(case: Case, request: Request) -> list[tuple[Field, int, int]]:
    """Every place the gold span may mean; a span given as text may stand in the mail more than once.

    Empty where the case has none. Raises `BadInput` where the text does not stand in the mail.
    """
    span = case.gold.span
    if span is None:
        return []
    fields = {
        Field.SUBJECT: request.draft.subject,
        Field.BODY: request.draft.body,
        Field.HTML: request.draft.html or "",
    }
    if isinstance(span, GoldSpan):
        if not span.start < span.end <= len(fields[span.field]):
            raise BadInput(f"{case.where}: the gold span lies outside the {span.field}")
        return [(span.field, span.start, span.end)]
    places = [(field, at, at + len(span)) for field, text in fields.items() for at in _all(text, span)]
    if not places:
        raise BadInput(f"{case.where}: the gold span {span!r} is not in the mail")
    return places


def _all(text: str, part: str) -> Iterator[int]:
    at = text.find(part) if part else -1
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
