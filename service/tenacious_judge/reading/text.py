"""A text as sent, beside the form that is read, with the way back: spans always point into what was sent."""

import codecs
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from ..domain import Field, Span
from ..records import record
from .confusables import LETTERS, PUNCTUATION, is_emoji, is_hidden
from .inner import inner_places, leave_out

MAX_READ = 10_000
"""Code points of a text that are read. No mail is longer; one that is fails as too long and is held."""

_PLACES = tuple(range(MAX_READ + 1))  # made once: a number costs more than its place in a list

PARAGRAPH = "\x1f"
"""Stands in `flat` for the first line feed of an empty line: no sentence and no pattern gap crosses it."""

_CONTROLS = {"\r": "\n", "\n": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n"} | dict.fromkeys(
    "\t\x1c\x1d\x1e\x1f", " "
)
_EMOJI_STYLE = "\ufe0e\ufe0f"
# Both begin with a letter of their own, which `re` looks for faster than for a choice.
_MARKED = re.compile(rb"[*_~](?:(?<=[a-z.,!?;:)'\"].)[*_~]{0,2}(?![*_~])|[*_~]{0,2}(?=[a-z\"'(]))")
# What a template would have filled in, and tokens of a machine, keep their marks.
_TEMPLATE = re.compile(
    rb"[{|_*](?:(?<=[{|])|(?<=_)(?:company|name|first|last|title|role|date|prospect|signal|city)"
    rb"|(?<=\*)(?:insert|your|first|company))"
)
_BLANK = re.compile(r"\n(?=[^\S\n]*\n)")


def _blot(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return "\x1a" * (error.end - error.start), error.end


codecs.register_error("tenacious-judge-blot", _blot)


@record(frozen=True, slots=True)
class Hidden:
    """A character that shows nothing. `in_word` when letters stand on both sides of it."""

    start: int
    char: str
    in_word: bool


@record(frozen=True, slots=True)
class Text:
    """One field. `clean` is normalised with its line feeds, `flat` the same in lower case on one line.

    `clean`, `flat` and `latin` have one length and share offsets; `starts`/`ends` map them to `raw` (None: 1
    to 1).
    `latin` is `flat` as one byte a character for the pattern engine (what is not Latin-1 becomes 0x1a).
    `saved`: characters by which `clean` is shorter than what it stands for.
    """

    field: Field
    raw: str
    clean: str
    flat: str
    latin: bytes
    starts: Sequence[int] | None
    ends: Sequence[int] | None
    hidden: tuple[Hidden, ...] = ()
    confused: tuple[tuple[int, int], ...] = ()
    emoji: tuple[int, ...] = ()
    truncated: bool = False
    saved: int = 0

    def span(self, start: int, end: int) -> Span:
        """The span of the text as sent that `clean[start:end]` came from. Needs 0 <= start < end."""
        if self.starts is None or self.ends is None:
            return Span(self.field, start, end, self.raw[start:end])
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else len(self.raw)
            return Span(self.field, at, at, "")
        # Browsers show some text of a broken table before the table: places need not rise.
        first, last = min(self.starts[start:end]), max(self.ends[start:end])
        return Span(self.field, first, last, self.raw[first:last])


def read_text(
    field: Field,
    raw: str,
    *,
    starts: Sequence[int] | None = None,
    ends: Sequence[int] | None = None,
    shown: str | None = None,
) -> Text:
    """Normalise `raw` (or `shown`, its visible part, whose characters came from `starts[i]:ends[i]` of
    `raw`).

    NFKC, look-alike letters inside Latin words, hyphens, quotes and spaces become plain; characters that show
    nothing go, and marks inside a word; runs of blanks become one.
    """
    source = raw if shown is None else shown
    truncated = len(source) > MAX_READ
    if truncated:
        source = source[:MAX_READ]
    if shown is None and _is_plain(source) and not inner_places(source):
        return _finish(field, raw, source, None, None, (), (), (), truncated)
    built = _Builder(source)
    built.run()
    leave_out(inner_places("".join(built.chars)), built.chars, built.at, built.until)
    confused = _unmask(built.chars, built.at, built.until)
    at, until, hidden, emoji = built.at, built.until, built.hidden, built.emoji
    if starts is not None and ends is not None:
        until = [ends[max(last - 1, first)] for first, last in zip(at, until, strict=True)]
        at = [starts[i] for i in at]
        hidden = [Hidden(starts[h.start], h.char, h.in_word) for h in hidden]
        confused = [(starts[a], ends[b - 1]) for a, b in confused]
        emoji = [starts[i] for i in emoji]
    clean = "".join(built.chars)
    return _finish(field, raw, clean, at, until, tuple(hidden), tuple(confused), tuple(emoji), truncated)


def _is_plain(source: str) -> bool:
    """True for what is read as it stands: ASCII without controls or runs of blanks."""
    runs = "  " in source or " \n" in source or "\n " in source
    return source.isascii() and not runs and source.replace("\n", "").isprintable()


def _finish(
    field: Field,
    raw: str,
    clean: str,
    starts: Sequence[int] | None,
    ends: Sequence[int] | None,
    hidden: tuple[Hidden, ...],
    confused: tuple[tuple[int, int], ...],
    emoji: tuple[int, ...],
    truncated: bool,
) -> Text:
    flat = lower(clean)
    if "\n" in flat:
        flat = _BLANK.sub(PARAGRAPH, flat).replace("\n", " ")
    latin = to_latin(flat)
    return Text(field, raw, clean, flat, latin, starts, ends, hidden, confused, emoji, truncated)


def to_latin(flat: str) -> bytes:
    """One byte a character: Latin-1, the dash as 0x96 and the euro as 0x80 (their places in cp1252), else
    0x1a."""
    if flat.isascii():
        return _unmarked(flat.encode("ascii"))
    plain = flat.replace("–", "\x96").replace("€", "\x80")
    return _unmarked(plain.encode("latin-1", "tenacious-judge-blot"))


def _unmarked(latin: bytes) -> bytes:
    """Marks of emphasis about words, and underscores for blanks, as blanks: "**circling**_back"."""
    if not (b"*" in latin or b"_" in latin or b"~" in latin) or _TEMPLATE.search(latin):
        return latin
    return _MARKED.sub(lambda mark: b" " * len(mark.group()), latin)


def replaced(text: Text, places: Sequence[tuple[int, int, str]]) -> Text:
    """The same text with other words at these places (in order, none inside another); each leads back to all
    of its place."""
    if not places:
        return text
    size = len(text.clean)
    old_starts, old_ends = text.starts or _PLACES, text.ends or _PLACES[1:]
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for start, end, words in (*places, (size, size, "")):
        pieces += (text.clean[at:start], words)
        starts += old_starts[at:start]
        ends += old_ends[at:start]
        if words:
            starts += [old_starts[start]] * len(words)
            ends += [old_ends[end - 1]] * len(words)
        at = end
    clean = "".join(pieces)
    new = _finish(
        text.field, text.raw, clean, starts, ends, text.hidden, text.confused, text.emoji, text.truncated
    )
    return replace(new, saved=size - len(clean))


def lower(text: str) -> str:
    """Lower case of the same length, whatever the letters ("İ" alone would grow)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class _Builder:
    """Collects normalised characters, each with the stretch of the source it came from."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.chars: list[str] = []
        self.at: list[int] = []
        self.until: list[int] = []
        self.hidden: list[Hidden] = []
        self.emoji: list[int] = []

    def run(self) -> None:
        at, size = 0, len(self.source)
        while at < size:
            stop = self._cluster(at, size)
            for piece in self._pieces(self.source[at], at, stop):
                self._put(piece, at, stop)
            at = stop

    def _cluster(self, at: int, size: int) -> int:
        """Where the character that begins here ends, with what combines with it."""
        stop = at + 1
        if self.source[at] == "\r":
            return stop + (self.source[stop : stop + 1] == "\n")
        if self.source[at].isspace():
            return stop
        while stop < size and self.source[stop] > "\u02ff" and unicodedata.combining(self.source[stop]):
            stop += 1
        return stop

    def _pieces(self, char: str, at: int, stop: int) -> str:
        if char in _CONTROLS:
            return _CONTROLS[char]
        if is_hidden(char):
            if char not in _EMOJI_STYLE:
                self.hidden.append(Hidden(at, char, _inside_word(self.source, at)))
            return ""
        if char < "\x7f" and stop == at + 1:
            return "'" if char == "`" else char
        if is_emoji(char):
            self.emoji.append(at)
        pieces = PUNCTUATION.get(char) or unicodedata.normalize("NFKC", self.source[at:stop])
        return "".join(map(_plain, pieces))

    def _put(self, piece: str, at: int, stop: int) -> None:
        if (
            piece in " \n"
            and self.chars
            and self.chars[-1] in " \n"
            and not (piece == self.chars[-1] == "\n")
        ):
            # A blank beside a blank or a line feed: the line feed stays, the blank goes.
            self.chars[-1] = "\n" if "\n" in (piece, self.chars[-1]) else " "
            self.until[-1] = stop
            return
        self.chars.append(piece)
        self.at.append(at)
        self.until.append(stop)


def _plain(char: str) -> str:
    if char in "\u2028\u2029\x85":
        return "\n"
    if char.isspace() and char != "\n":
        return " "
    return PUNCTUATION.get(char, char)


def _inside_word(source: str, i: int) -> bool:
    before = next((c for c in reversed(source[max(0, i - 8) : i]) if not is_hidden(c)), " ")
    after = next((c for c in source[i + 1 : i + 9] if not is_hidden(c)), " ")
    return before.isalpha() and after.isalpha()


def _unmask(chars: list[str], at: list[int], until: list[int]) -> list[tuple[int, int]]:
    """Turn look-alike letters into Latin ones, in words that mix scripts or could be Latin throughout.

    A word is left alone when some non-Latin letter of it imitates nothing (a real Cyrillic or Greek word).
    """
    confused: list[tuple[int, int]] = []
    size = len(chars)
    i = 0
    while i < size:
        if chars[i] < "\u0130" or chars[i] not in LETTERS:
            i += 1
            continue
        start = i
        while start and _is_letter(chars[start - 1]):
            start -= 1
        stop = i
        while stop < size and _is_letter(chars[stop]):
            stop += 1
        word = chars[start:stop]
        if all(c < "\u0250" or c in LETTERS for c in word):
            for k in range(start, stop):
                chars[k] = LETTERS.get(chars[k], chars[k])
            confused.append((at[start], until[stop - 1]))
        i = stop
    return confused


def _is_letter(char: str) -> bool:
    return char.isalpha() or char in LETTERS
