"""A gap brief that is a text: "Two of five peers (Alder, Brisk) publish their evaluations; confidence
high"."""

import datetime as dt
import re
from dataclasses import dataclass, field, replace

from ...domain import Gap, GapFinding, Peer
from ..numbers import NumberKind, read_numbers
from ..wordlist import words_of
from .certainty import Stated, of_sentence, stated_in
from .findings import GapReader
from .moments import moments_in
from .peers import Tally, about_peers, confirming, denies_gap, listed, named_within, names_in, tally
from .sentences import lower, pieces

_LABEL = re.compile(
    r"(?:(?P<peers>(?:named )?(?:peers?|competitors?|companies|vendors|rivals)"
    r"(?: (?:compared|examined|reviewed|checked|analy[sz]ed|named|looked at|studied|surveyed|considered"
    r"|tracked|in (?:the )?(?:set|scope|sample)))?|evidence|adopters|(?:seen|found|confirmed) (?:at|by))"
    r"|(?P<practice>(?:confirmed )?(?:practice|finding|gap|capability|observation)s?(?: \d+)?)"
    r"|(?P<other>sources?|note|date))\s?[:=]\s?",
    re.IGNORECASE,
)
# "Competitor gap (2026-09-22): ...", "Notes by research, 15 September: ...": what the text is.
_HEADING = re.compile(r"[^:.;]{2,70}?(?:\([^()]{0,40}\))?\s?:\s+")
_TITLE = words_of(
    """competitor competitive peer peers gap gaps brief note notes research review analysis scan check
    comparison summary update report market sector confirmed verified finding findings observation
    observations high-confidence medium-confidence low-confidence high medium moderate low
    generated compiled dated"""
)
_IN_TITLE = words_of("of for by on from the and in as at to confidence weak strong our")
_LONGEST_TITLE = 12
_BARE_COUNT = 6
_BRACKETS = re.compile(r"\([^()]*\)")
_EXAMINED = re.compile(
    r"\b(?:examined|compared|reviewed|checked|analy[sz]ed|looked at|surveyed|read|studied)\b"
)
_ALL_READ = re.compile(_EXAMINED.pattern + r"[ .]*$")


@dataclass(slots=True)
class _Reading:
    """What was read so far. `waiting`: peers named before the practice they belong to."""

    known: tuple[str, ...]
    findings: list[GapFinding] = field(default_factory=list)
    waiting: tuple[str, ...] = ()
    total: int | None = None

    def meet(self, names: tuple[str, ...]) -> None:
        self.known = tuple(dict.fromkeys((*self.known, *names)))

    def amend(self, sure: float | None, pointer: str) -> None:
        """A later sentence says how sure the last finding is."""
        if self.findings and sure is not None and self.findings[-1].confidence is None:
            self.findings[-1] = replace(self.findings[-1], confidence=sure, confidence_pointer=pointer)


def read_gap_text(reader: GapReader, text: str, pointer: str, known: tuple[str, ...] = ()) -> Gap:
    """A finding for each sentence that speaks of peers, or after "Practice:"; denials ("none at the
    others") are none."""
    reading = _Reading(known)
    firm: list[Stated] = []
    for piece in pieces(text):
        low = lower(piece)
        stated = stated_in(low, reader.policy.confidence.words)
        firm += [s for s in stated if s.firm]
        _read_piece(reader, reading, piece, low, stated, pointer)
    if not reading.findings:
        _read_loosely(reader, reading, text, pointer)
    findings = tuple(_whole(found, reading.total) for found in reading.findings)
    names = tuple(name for name in reading.known if name not in known)
    peers = tuple(
        Peer(name, pointer, tuple(f.practice for f in findings if name in f.peers)) for name in names
    )
    sure = min((s.value for s in firm), default=None)
    made = _made_on(reader, lower(text[:4000]))
    return Gap(bool(findings), findings, peers, sure, pointer if firm else "", made, text, pointer)


def _whole(found: GapFinding, total: int | None) -> GapFinding:
    """With the number of peers compared, where the sentence itself gives none."""
    if (
        found.peer_total is None
        and found.peer_count is not None
        and total is not None
        and found.peer_count <= total
    ):
        return replace(found, peer_total=total)
    return found


def _read_piece(
    reader: GapReader, reading: _Reading, piece: str, low: str, stated: list[Stated], pointer: str
) -> None:
    sure = of_sentence(stated)
    label = _LABEL.match(piece)
    if label is None:
        piece = _without_heading(piece)
        label = _LABEL.match(piece)
    if label is not None and not label["practice"]:
        if label["peers"]:
            _meet_peers(reading, piece[label.end() :])
        reading.amend(sure, pointer)
        return
    said = piece[label.end() :] if label is not None else piece
    names = names_in(said, reading.known)
    head, _, after = said.partition(":")
    if label is None and (_ALL_READ.search(lower(head)) or not names) and _examined(reading, lower(head)):
        reading.meet(listed(after.strip(" .")))
        return
    if label is None and not (names or about_peers(said)):
        reading.amend(sure, pointer)
        return
    counted = tally(said, names)
    if denies_gap(said) and counted.total is None:
        reading.meet(listed(said.partition(":")[0]))
        head = confirming(said)
        if head == said:
            return
        said, names = head, names_in(head, reading.known)
        counted = tally(said, names)
    if label is None and not names and _is_no_finding(reading, said, counted):
        return
    reading.meet(names)
    mine = names or reading.waiting
    count = counted.count if counted.count is not None else len(mine) or None
    at = pointer if stated else ""
    reading.findings.append(
        GapFinding(said, pointer, mine, count, counted.total, sure, at, _oldest(reader, low))
    )


def _without_heading(piece: str) -> str:
    """The piece less what only says what the text is: "Competitor gap (2026-09-22): "."""
    head = _HEADING.match(piece)
    return piece[head.end() :] if head is not None and _is_title(head.group()) else piece


def _is_title(text: str) -> bool:
    tokens = text.replace("(", " ").replace(")", " ").split()
    words = [token.strip(" ,.:") for token in tokens if token.strip(" ,.:")]
    if not words or words[0].lower() not in _TITLE:
        return False
    return all(w.lower() in _TITLE or w.lower() in _IN_TITLE or not w[0].islower() for w in words)


def _is_no_finding(reading: _Reading, said: str, counted: Tally) -> bool:
    """True for the title of the text, and for a bare count ("3/5 peers."), which is of the last finding."""
    length = len(said.split())
    if length <= _LONGEST_TITLE and _is_title(said):
        if counted.count is not None:
            reading.total = counted.count
        return True
    if counted.count is None or length > _BARE_COUNT or not reading.findings:
        return False
    last = reading.findings[-1]
    if last.peer_total is None:
        reading.findings[-1] = replace(last, peer_count=counted.count, peer_total=counted.total)
    return True


def _read_loosely(reader: GapReader, reading: _Reading, text: str, pointer: str) -> None:
    """Where no sentence speaks of peers, one that names somebody does: "A blog post hints that Lumo ..."."""
    for piece in pieces(text):
        names = named_within(piece)
        if names and not denies_gap(piece):
            low = lower(piece)
            stated = stated_in(low, reader.policy.confidence.words)
            sure, at = of_sentence(stated), pointer if stated else ""
            reading.meet(names)
            reading.findings.append(
                GapFinding(piece, pointer, names, len(names), None, sure, at, _oldest(reader, low))
            )
        elif reading.findings:
            stated = stated_in(lower(piece), reader.policy.confidence.words)
            reading.amend(of_sentence(stated), pointer)


def _meet_peers(reading: _Reading, text: str) -> None:
    """Peers under a label of their own belong to the finding before that has none, else to those that
    follow."""
    plain = " ".join(_BRACKETS.sub(" ", text).split()).replace(" ,", ",")
    names = listed(plain.rstrip(" .")) or names_in(text)
    reading.meet(names)
    if reading.findings and not reading.findings[-1].peers:
        last = reading.findings[-1]
        count = last.peer_count if last.peer_count is not None else len(names)
        reading.findings[-1] = replace(last, peers=names, peer_count=count)
    elif len(names) > 2:
        reading.total = len(names)  # a set that was compared, of which a finding names its own
    else:
        reading.waiting = names


def _examined(reading: _Reading, low: str) -> bool:
    """True for "Five vendors examined.": how many were compared, and no finding."""
    if not _EXAMINED.search(low):
        return False
    for number in read_numbers(low):
        if number.kind is NumberKind.COUNT and not number.loose and 1 < number.value < 500:
            reading.total = int(number.value)
            return True
    return False


def _oldest(reader: GapReader, low: str) -> dt.date | None:
    """The day of the oldest evidence that a sentence dates."""
    found = (m for _, _, m in moments_in(low, reader.today) if m.day <= reader.today)
    return min((m.latest(reader.today) for m in found), default=None)


def _made_on(reader: GapReader, low: str) -> dt.date | None:
    """The first exact day of the text; of an inexact one only "as of May 2026"."""
    for start, _, moment in moments_in(low, reader.today):
        if moment.day <= reader.today and (not moment.inexact or "as of" in low[max(0, start - 8) : start]):
            return moment.latest(reader.today)
    return None
