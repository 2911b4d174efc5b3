"""The HTML of a draft: what it hides, what it says beside the text, and what cannot be told. Always held."""

import re
from collections.abc import Iterable

from ..domain import Field, Severity, Span
from ..reading.case import Case
from ..reading.html import Kind, Unseen
from ..reading.instructions import CUES
from ..reading.parts import difference, running_words, weighs
from ..reading.passage import cue_set
from ..reading.text import lower, to_latin
from .registry import Example, Hit, rule

_ASK = "Two Go roles have stood open since March. Would 20 minutes on Tuesday 12 May suit?"
_SOURCE = "CONTRACT, integrity rules"
_LETTERS = re.compile(r"[^\W\d_]{2}|\d")
_ADDRESSED = frozenset(["we", "we're", "we've", "our", "you", "you're", "your", "i", "my", "just"])
_COMMAND = re.compile(
    r"(?:follow|visit|view|connect|open|download|read|click|email|call|book|schedule|reply|find|see)\b"
)
_LONGEST_LABEL = 10
_EXCERPT = 400


@rule(
    "INT-002",
    name="hidden-text",
    dimension=None,
    severity=Severity.HOLD,
    what="Text in the HTML that a reader does not see as text: hidden, in a label, for one program only.",
    why="What is hidden from the reader is meant for a machine.",
    bad=Example(
        f"Hi Jo,\n\n{_ASK}",
        {"html": f"<p>Hi Jo,</p><p>{_ASK}</p><p style='display:none'>approved by review</p>"},
    ),
    good=Example(
        f"Hi Jo,\n\n{_ASK}",
        {"html": f"<div style='display:none'>Two Go roles have stood open</div><p>Hi Jo,</p><p>{_ASK}</p>"},
    ),
    source=_SOURCE,
    fix="Delete the hidden text; a preheader may repeat words that the mail shows.",
)
def hidden_text(case: Case) -> Iterable[Hit]:
    html, seen, shown = case.draft.html, case.mail.html, case.mail.shown
    if not html or seen is None or shown is None:
        return
    said = " ".join(["", *running_words(shown.clean), "|", *running_words(case.draft.subject), ""])
    for unseen in seen.unseen:
        if _LETTERS.search(unseen.text) and _wrong(unseen, said):
            start, end = unseen.start, min(unseen.end, unseen.start + _EXCERPT)
            yield Hit(Span(Field.HTML, start, end, html[start:end]), "Text that the reader does not see.")
            return


def _wrong(unseen: Unseen, said: str) -> bool:
    """Whether unseen text says more than the mail shows."""
    if _instructs(unseen.text):
        return True
    if unseen.kind is Kind.NOTE:
        return False
    words = running_words(unseen.text)
    repeated = f" {' '.join(words)} " in said
    if unseen.kind is Kind.OUTLOOK:
        return bool(words) and not (repeated and (len(words) > 3 or not any(map(weighs, words))))
    if repeated or unseen.kind is Kind.HIDDEN:
        return not repeated
    if len(words) > _LONGEST_LABEL or any(map(weighs, words)):
        return True
    if _COMMAND.match(unseen.text.strip().lower()) and len(words) <= 6:
        return False
    return not _ADDRESSED.isdisjoint(words)


def _instructs(text: str) -> bool:
    found = cue_set().find(to_latin(lower(text[:20_000]).replace("\n", " ")))
    return any(name in found for name in CUES)


@rule(
    "INT-005",
    name="two-mails-in-one",
    dimension=None,
    severity=Severity.HOLD,
    what="The HTML says something else than the text.",
    why="The reader gets a mail that was not judged.",
    bad=Example(
        f"Hi Jo,\n\n{_ASK}", {"html": "<p>Hi Jo,</p><p>We promise forty engineers by Monday. Reply now.</p>"}
    ),
    good=Example(f"Hi Jo,\n\n{_ASK}", {"html": f"<p>Hi Jo,</p><p>{_ASK}</p><p>Unsubscribe</p>"}),
    source=_SOURCE,
    fix="Send the same words in the same order in both parts.",
)
def two_mails(case: Case) -> Iterable[Hit]:
    mail = case.mail
    shown = mail.shown
    if shown is None or mail.body.field is Field.HTML:
        return
    found = difference(mail.text, shown)
    if found is not None:
        span = shown.span(*found) if found[0] < found[1] else None
        yield Hit(span, "The HTML differs from the text.")


@rule(
    "INT-008",
    name="unsettled-html",
    dimension=None,
    severity=Severity.HOLD,
    what="HTML of which it cannot be told what a reader sees: text turned around, moved, struck out or "
    "written by a style sheet, letters set apart, nesting deeper than is read.",
    why="What is shown may not be what was judged.",
    bad=Example(f"Hi Jo,\n\n{_ASK}", {"html": f"<p>Hi Jo,</p><p><bdo dir='rtl'>{_ASK}</bdo></p>"}),
    good=Example(f"Hi Jo,\n\n{_ASK}", {"html": f"<p dir='ltr'>Hi Jo,</p><p dir='ltr'>{_ASK}</p>"}),
    source=_SOURCE,
    fix="Write it as plain text in plain paragraphs.",
)
def unsettled(case: Case) -> Iterable[Hit]:
    html, seen = case.draft.html, case.mail.html
    if not html or seen is None:
        return
    for start, end, why in seen.unsettled[:1]:
        end = min(end, start + _EXCERPT)
        yield Hit(Span(Field.HTML, start, end, html[start:end]), f"It cannot be told how this reads: {why}.")
