"""Form: length, subject, emoji, signature."""

import re
from collections.abc import Iterable
from functools import lru_cache

from ...domain import Dimension, DraftKind, Role, Severity, Span
from ...reading.case import Case
from ...reading.layout import Part
from ...reading.passage import MOST_NUMBERS, Passage
from ...reading.text import MAX_READ
from ...reading.voice import inside_company_name
from ..registry import Example, Hit, rule

# Blanks alone end a run, so that one of "(((" is read once and no more.
_RUN = re.compile(r"[^\s\x1f]+")
_LETTER = re.compile(r"\w")
_REPLY_MARK = re.compile(r"\s*(?:(?:re|aw|fwd?|wg|tr)\s*:\s*)+", re.IGNORECASE)
_EMOTICON = re.compile(r"(?<![\w:])(?::-?[)(dp]|;-?\)|<3|\(:)(?![\w:])")
_OPENING = "Two Go roles have stood open since March. Would 20 minutes on Tuesday 12 May suit?"


def kind_of(case: Case) -> DraftKind:
    """The kind the form rules go by: what is sent as cold where the prospect has written is a reply."""
    if case.mail.kind is DraftKind.COLD and any(turn.role is Role.PROSPECT for turn in case.thread):
        return DraftKind.REPLY
    return case.mail.kind


def count_words(passage: Passage) -> int:
    """Words of the body: without the signature and without quoted lines."""
    runs = passage.flat[: passage.prose_end].split()
    total = len([run for run in runs if run[0].isalnum() or _LETTER.search(run)])
    for sentence in passage.sentences:
        if sentence.part is Part.QUOTED:
            total -= len(_words(passage.flat, sentence.start, sentence.end))
    return total


def _words(flat: str, start: int, end: int) -> list[re.Match[str]]:
    """Runs between blanks that hold a letter or a digit."""
    runs = _RUN.finditer(flat, start, end)
    return [run for run in runs if flat[run.start()].isalnum() or _LETTER.search(run.group())]


@rule(
    "TON-201",
    name="too-long",
    dimension=Dimension.TONE,
    severity=Severity.BLOCK,
    what="The body is longer than its kind of mail may be (signature not counted).",
    why="A technical reader gives a cold mail one screen.",
    bad=Example("Hi Jo,\n\n" + "The roles you list ask for Go and for Kafka in production. " * 12 + _OPENING),
    good=Example("Hi Jo,\n\n" + _OPENING),
    source="DOMAIN 5, form",
    fix="Cut to the one fact and the one ask.",
)
def too_long(case: Case) -> Iterable[Hit]:
    kind = kind_of(case)
    most = case.policy.form.max_words.get(kind.value)
    body = case.mail.body
    words = count_words(body)
    if most is None or words <= most:
        # What was not read to its end must not pass, however few its words.
        if body.text.truncated:
            yield Hit(body.span(0, min(80, len(body.flat))), f"More than {MAX_READ} characters.")
        elif body.crowded:
            yield Hit(body.span(0, min(80, len(body.flat))), f"More than {MOST_NUMBERS} numbers.")
        return
    matches = _words(body.flat, 0, body.prose_end)
    start = matches[min(most, len(matches) - 1)].start()
    end = matches[-1].end()
    yield Hit(
        body.span(start, min(end, start + 80)),
        f"{words} words; a {kind.value} mail has at most {most}.",
        fix=f"Cut at least {words - most} words.",
    )


@rule(
    "TON-202",
    name="subject-too-long",
    dimension=Dimension.TONE,
    severity=Severity.BLOCK,
    what="The subject is longer than the policy allows (60 characters).",
    why="Longer ones are cut off in the inbox.",
    bad=Example(
        _OPENING, {"subject": "Some thoughts on the two Go roles that have stood open on your careers page"}
    ),
    good=Example(_OPENING, {"subject": "Two Go roles open since March"}),
    source="DOMAIN 5, form",
    fix="Say the one thing the mail is about in fewer words.",
)
def long_subject(case: Case) -> Iterable[Hit]:
    subject = case.mail.subject
    if subject is None:
        return
    text = subject.text.clean.strip()
    mark = _REPLY_MARK.match(text)
    size = len(text) + subject.text.saved - (mark.end() if mark else 0)
    most = case.policy.form.max_subject_chars
    if subject.text.truncated:
        yield Hit(subject.span(0, min(80, len(subject.flat))), f"More than {MAX_READ} characters.")
    elif size > most:
        yield Hit(
            subject.span(0, len(subject.flat)), f"The subject has {size} characters; {most} are allowed."
        )


@lru_cache(maxsize=8)
def _subject_words(words: tuple[str, ...]) -> re.Pattern[str]:
    # A compound such as "just-in-time" is another word.
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(w) for w in words)})(?![\w]|-\w)")


@rule(
    "TON-203",
    name="subject-word",
    dimension=Dimension.TONE,
    severity=Severity.BLOCK,
    what='The subject says "Quick", "Just" or "Hey".',
    why="These words mark a mailing before it is opened.",
    bad=Example(_OPENING, {"subject": "Quick question about Go hiring"}),
    good=Example(_OPENING, {"subject": "Question about quickstart docs and Go hiring"}),
    source="DOMAIN 5, form",
    fix="Begin the subject with the fact.",
)
def subject_word(case: Case) -> Iterable[Hit]:
    subject = case.mail.subject
    if subject is None or not case.policy.form.subject_words:
        return
    for match in _subject_words(case.policy.form.subject_words).finditer(subject.flat):
        if not inside_company_name(case, subject, *match.span()) and not subject.quoted(*match.span()):
            yield Hit(subject.span(*match.span()), f'"{match.group()}" in the subject.')


@rule(
    "TON-204",
    name="emoji-in-cold-mail",
    dimension=Dimension.TONE,
    severity=Severity.BLOCK,
    what="An emoji in a cold mail.",
    why="To a stranger it is too familiar, and filters count it.",
    bad=Example("Hi Jo,\n\n" + _OPENING + " 🚀"),
    good=Example("Hi Jo,\n\n" + _OPENING, {"kind": "warm"}),
    source="DOMAIN 5, form",
    fix="Delete the emoji.",
)
def emoji(case: Case) -> Iterable[Hit]:
    if kind_of(case) is not DraftKind.COLD:
        return
    for passage in case.mail.passages:
        for at in passage.text.emoji[:1]:
            yield Hit(_raw_span(passage, at))
        found = _EMOTICON.search(passage.flat)
        if found:
            yield Hit(passage.span(*found.span()))


def _raw_span(passage: Passage, at: int) -> Span:
    return Span(passage.field, at, at + 1, passage.text.raw[at : at + 1])


@rule(
    "TON-205",
    name="signature",
    dimension=Dimension.TONE,
    severity=Severity.WARN,
    what="The signature is not name, title, company and one link.",
    why="The reader should see who writes, and nothing to click beyond that.",
    bad=Example("Hi Jo,\n\n" + _OPENING),
    good=Example("Hi Jo,\n\n" + _OPENING + "\n\nMark Osei\nResearch Partner\nTenacious\ntenacious.example"),
    source="DOMAIN 5, form",
    fix="End with name, title, company and one link.",
)
def signature(case: Case) -> Iterable[Hit]:
    body = case.mail.body
    found = body.signature
    if found is None or found.end <= found.start:
        yield Hit(None, "The mail has no signature.")
        return
    text = " ".join(found.lines)
    place = body.span(found.start, found.end)
    if len(text.split()) > 30 or len(found.lines) > 6:
        yield Hit(place, "The signature is longer than name, title, company and one link.")
    elif found.links > 1:
        yield Hit(place, f"The signature has {found.links} links.")
    elif found.links == 0 or not any(name in text.lower() for name in case.policy.own_names):
        yield Hit(place, "The signature lacks the company or its link.")
