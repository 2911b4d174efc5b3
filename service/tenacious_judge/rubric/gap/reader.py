"""What is said of the reader beside the peers: a flat lack, a contradiction of their own words, a failure."""

from collections.abc import Iterator

from ...domain import Dimension, EvidenceRef, Json, Role, Severity
from ...reading.case import Case
from ...reading.layout import Part
from ...reading.passage import Passage
from ...reading.peers.claims import PeerTalk, read_claims
from ...reading.peers.mentions import company_forms
from ...reading.peers.practice import Topic, read_topic
from ...reading.peers.reader import Lack, ReaderLack, read_lacks
from ...reading.peers.stance import takes_for_granted
from ...reading.peers.unbriefed import rivals_in
from ...reading.peers.words import words
from ..registry import Example, Hit, rule
from .peers import BRIEF, CONTEXT
from .verdicts import Wrong, judged_claims

_RECORD: dict[str, Json] = {
    "context": {
        **CONTEXT,
        "prospect": {
            "company": "Halden Freight",
            "public_record": [
                {
                    "date": "2026-02-11",
                    "summary": "Essay by the CTO: why managed services and no MLOps team of our own",
                }
            ],
        },
    },
    "as_of": "2026-05-06T09:00:00Z",
}


@rule(
    "GAP-007",
    name="reader-said-to-lack",
    dimension=Dimension.GAP,
    severity=Severity.BLOCK,
    what="Flatly says that the reader is without what peers have.",
    why="From outside one sees what is public, not what is there; and the sentence reads as a reproach.",
    bad=Example("Two of five peers run a dedicated MLOps team, and you don't.", BRIEF),
    good=Example(
        "Two of five peers run an MLOps team; we saw no public sign of one at yours. Is that by choice?",
        BRIEF,
    ),
    source="DOMAIN 4; P-031",
    fix="Say that no public sign was seen, or ask whether it is a deliberate choice.",
)
def said_to_lack(case: Case) -> Iterator[Hit]:
    talk = case.once(read_claims)
    told = {(j.claim.passage.field, j.claim.unit.sentence.index) for j in case.once(judged_claims)}
    for lack in case.once(read_lacks):
        where = lack.unit.sentence.index
        beside = any((lack.passage.field, where + d) in told for d in (-2, -1, 0, 1)) or rivals_in(
            case, lack.passage, talk.known, (lack.unit.start, lack.unit.end)
        )
        if lack.kind is Lack.FLAT and not lack.choice and not lack.hedged and beside:
            yield Hit(
                lack.passage.span(lack.start, lack.end),
                "States as a fact that the reader lacks what peers have.",
            )


@rule(
    "GAP-008",
    name="against-own-record",
    dimension=Dimension.GAP,
    severity=Severity.BLOCK,
    what="Says that the reader lacks or ignores what they have spoken about, in public or in the thread.",
    why="A CTO was told that he lacks an ML platform team; he had just published why he chose otherwise.",
    bad=Example(
        "Two of five peers run a dedicated MLOps team. We saw no sign of any MLOps effort at Halden.", _RECORD
    ),
    good=Example(
        "I read your essay on choosing managed services over an MLOps team. Two of five chose otherwise; "
        "does your reasoning still hold?",
        _RECORD,
    ),
    source="DOMAIN 4; P-031, P-034",
    fix="Start from what they have said themselves, and drop the statement that they have or show nothing.",
)
def against_record(case: Case) -> Iterator[Hit]:
    lacks = case.once(read_lacks) if _is_on_record(case) else ()
    words = _own_words(case) if lacks else []
    met = any(passage.cue("gap_met") for passage in case.mail.passages)
    for lack in lacks:
        sentence = lack.unit.sentence
        if met and (
            lack.choice
            or lack.kind is not Lack.FLAT
            or lack.passage.cue_in("gap_met", sentence.start, sentence.end)
        ):
            continue
        said = _contradicted(case, lack, words)
        if said is not None:
            yield Hit(
                lack.passage.span(lack.start, lack.end),
                f"Contradicts the reader's own words: {said.value}",
                (said,),
            )


def _is_on_record(case: Case) -> bool:
    texts = case.once(read_claims).known.texts
    return bool(case.prospect.public_record or texts) or any(
        turn.role is Role.PROSPECT for turn in case.thread
    )


def _own_words(case: Case) -> list[tuple[Topic, EvidenceRef]]:
    """What the reader said: in public, as a gap brief notes it, and what they claim to have in the thread."""
    out = [
        (_topic_in(case, r.summary.lower()), EvidenceRef(f"{r.pointer}/summary", r.summary[:200]))
        for r in case.prospect.public_record
    ]
    talk = case.once(read_claims)
    notes = (line for line in talk.known.texts.split("\n") if _NOTES_READER.search(line))
    out += [(_topic_in(case, line), EvidenceRef(talk.known.pointer, line[:200])) for line in notes]
    for turn, passage in case.turns_of(Role.PROSPECT):
        for sentence in passage.prose():
            text = passage.flat[sentence.start : sentence.end]
            if _CLAIMS_TO_HAVE.search(text) and not sentence.question:
                out.append((_topic_in(case, text), EvidenceRef(f"{turn.pointer}", text[:200])))
    return [(topic, ref) for topic, ref in out if topic or topic.words]


def _topic_in(case: Case, text: str) -> Topic:
    """The topic of a text in lower case; a company called "Open Data Labs" is no topic."""
    for form in company_forms(case.company):
        text = text.replace(form, " ")
    return read_topic(text)


_NOTES_READER = words("notes_reader")
_CLAIMS_TO_HAVE = words("claims_to_have")


_OF_SILENCE = frozenset(
    ("word", "sign", "anyth", "noth", "someth", "thought", "trac", "silent", "assum", "com")
)


def _contradicted(case: Case, lack: ReaderLack, words: list[tuple[Topic, EvidenceRef]]) -> EvidenceRef | None:
    topic = _topic_of(case, lack)
    told = _topic_in(case, lack.unit.text).words - _OF_SILENCE  # one telling word is enough where no other is
    for own, ref in words:
        if topic.specific & own.specific or len(topic.words & own.words) >= min(2, len(told) or 2):
            return ref
        if (
            "ai" in topic.soft
            and not topic.specific - {"rollout", "launch", "mlops"}
            and ("ai" in own.soft or "mlops" in own.specific)
        ):
            return ref
    return None


def _topic_of(case: Case, lack: ReaderLack) -> Topic:
    """What is lacking: named in the statement, in its sentence, or in what was said of peers before."""
    own = _topic_in(case, lack.unit.text)
    if own.specific or "ai" in own.soft:
        return own
    flat = lack.passage.flat
    sentence = lack.unit.sentence
    whole = _topic_in(case, flat[sentence.start : sentence.end])
    if whole.specific or "ai" in whole.soft:
        return whole
    told = case.once(read_claims).claims
    peers = {c.unit.sentence.index for c in told if c.passage is lack.passage}
    before = [s for s in lack.passage.prose() if sentence.index - 2 <= s.index < sentence.index]
    # "Nothing of the kind" is of what the peers do, not of the well-wish that stands before it.
    meant = [s for s in before if s.index in peers] or before
    return _topic_in(case, flat[meant[0].start : sentence.end]) if meant else whole


@rule(
    "GAP-009",
    name="gap-as-failure",
    dimension=Dimension.GAP,
    severity=Severity.BLOCK,
    what="Frames what peers do as the reader's failure, loss or race.",
    why="A practice at two of five peers is a finding; that the reader is behind is an insult, and unproven.",
    bad=Example("Two of five peers run a dedicated MLOps team, so you are falling behind.", BRIEF),
    good=Example(
        "Two of five peers run an MLOps team. I am not suggesting that you are behind: is it a choice?",
        BRIEF,
    ),
    source="DOMAIN 4",
    fix="State the finding and ask whether the difference is deliberate; drop the verdict on the reader.",
)
def as_failure(case: Case) -> Iterator[Hit]:
    for judged in case.once(judged_claims):
        if judged.wrong is Wrong.SUPERIOR:
            claim = judged.claim
            yield Hit(
                claim.passage.span(claim.start, claim.end),
                "Says that peers are ahead; no evidence ranks them against the reader.",
            )
    talk = case.once(read_claims)
    for passage in case.mail.passages:
        last = -1
        for start, end in passage.cue("gap_behind"):
            if start >= last and _is_failure(case, talk, passage, start, end):
                last = end
                yield Hit(passage.span(start, end), "Frames the gap as the reader's failure.")


_HARMLESS_AFTER = words("failure_harmless_after")
_PEER_NOUN = words("peer_noun")


def _is_failure(case: Case, talk: PeerTalk, passage: Passage, start: int, end: int) -> bool:
    if start >= passage.prose_end or _HARMLESS_AFTER.match(passage.flat, end, end + 40):
        return False
    sentence = passage.sentence_at(start)
    if sentence.part not in (Part.TEXT, Part.BULLET, Part.SUBJECT):
        return False
    said = passage.flat[start:end]
    if said.endswith(("catch up", "catches up", "caught up", "catching up")) and said.split()[0] in _MEETING:
        return False
    if said.startswith(("keep", "kept")) and not _PEER_NOUN.search(passage.flat, end, end + 40):
        return False
    status = passage.status(start, end)
    if status.quoted or _is_negated(passage, start) or _is_denied(passage, sentence.start, start):
        return False
    inside = (passage.field.value, sentence.index) in talk.sentences
    granted = status.asked and takes_for_granted(passage.flat[sentence.start : end])
    if not inside and (status.asked or status.conditional) and not granted:
        return False
    if talk.claims and talk.near(passage, sentence.index):
        return True
    if inside and (granted or not (status.asked or status.conditional)):
        return True
    if rivals_in(case, passage, talk.known, (end - 5, end + 40), near=6) and not status.conditional:
        return True
    topic = read_topic(passage.flat[sentence.start : sentence.end])
    return (
        any(topic.shares(f.topic) for f in talk.known.findings)
        and not status.asked
        and not status.conditional
    )


_NO_NEGATION = frozenset(("without", "no", "none", "nothing", "neither", "nobody"))


def _is_negated(passage: Passage, start: int) -> bool:
    """True when the clause denies it; "teams without one are behind" denies nothing."""
    clause = passage.clause_at(start)
    return any(
        clause[0] <= a
        and b <= start
        and (passage.flat[a:b] not in _NO_NEGATION or start - b == 1)
        and not passage.cue_in("pseudo_negation", a, b)
        for a, b in passage.cue("negation")
    )


_MEETING = frozenset(
    [
        "we",
        "to",
        "us",
        "a",
        "quick",
        "short",
        "could",
        "i",
        "can",
        "and",
        "let's",
        "lets",
        "great",
        "good",
        "nice",
        "properly",
        "briefly",
        "call",
        "for",
        "the",
        "then",
        "soon",
        "quickly",
    ]
)
_DENIED = words("denied")


def _is_denied(passage: Passage, start: int, stop: int) -> bool:
    return _DENIED.search(passage.flat, start, stop) is not None
