"""Register: how the reader's region is addressed."""

import re
import unicodedata
from collections.abc import Iterable

from ...domain import Dimension, DraftKind, Severity
from ...reading.asks import read_asks
from ...reading.case import Case
from ...reading.voice import inside_company_name, rejected
from ..registry import Example, Hit, rule
from .form import kind_of

_TITLE = (
    r"(?:herrn?|frau|monsieur|madame|mademoiselle|mme|mlle|messieurs|mr|mrs|ms|mx|miss|m\.|dr|doktor|docteur|"
    r"prof|professor|professeur|sir|dame|ma.tre|dipl\.?-?ing)"
)
_PARTICLE = r"(?:(?:(?:von|van|de|du|der|den|zu|la|le|[a-z]\.)\s+)|d')*"
_TITLED = re.compile(rf"\b{_TITLE}\.?\s+(?:{_TITLE}\.?\s+)*{_PARTICLE}([^\W\d_][\w'-]+)")
_HEY = re.compile(r"\s*(?:hey+|hiya|yo|sup|moin|salut|coucou|servus|hallo(?! (?:herr|frau)))\b")
_DU = re.compile(r"\b(?:du|dir|dich|dein(?:e[mnrs]?)?|euch|euer|tutoyer)\b")
_TU = re.compile(r"\b(?:tu|toi|ton équipe|tes)\b")
_GERMAN = re.compile(r"\b(?:und|nicht|wir|sie|ist|das|für|mit)\b")
_FRENCH = re.compile(r"\b(?:nous|est|pour|avec|une|les|vous|votre)\b")
_GREETED = re.compile(
    r"\s*(?:dear|hello|hi|good (?:morning|afternoon|evening|day)|greetings|habari|jambo|hujambo|shikamoo|"
    r"salaam|salam|muraho|mwaramutse|selam|mr|mrs|ms|dr|eng|engineer|prof|madam|mwalimu|ndugu|mheshimiwa|bwana|bi|mzee|mama)\b"
)


def _fold(text: str) -> str:
    """ "Müller" and "Mueller" are both "muller" here; accents go."""
    text = text.lower().replace("ae", "a").replace("oe", "o").replace("ue", "u").replace("ß", "ss")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


_COMMAND = re.compile(
    r"\W*(?:(?:just|simply|then|so|now|and) )*(?:book|pick|choose|take|name|send|call|ring|reply|answer|"
    r"respond|confirm|give|tell|be|join|sign|let|get|block|keep|clear|hold|schedule|set|grab|come|write|accept|forward|"
    r"introduce|fill|put)\b"
)
_DE = {"prospect": {"name": "Jonas Weber", "locale": "de-DE"}}
_KE = {"prospect": {"name": "Wanjiru Kamau", "locale": "en-KE"}}
_ASK = "Two Go roles have stood open since March. Would 20 minutes on Tuesday 12 May suit?"


@rule(
    "TON-401",
    name="informal-address",
    dimension=Dimension.TONE,
    severity=Severity.BLOCK,
    what="A German or French recipient is not addressed by title and surname.",
    why="There a first name from a stranger is a trespass.",
    bad=Example(f"Hi Jonas,\n\n{_ASK}", {"context": _DE}),
    good=Example(f"Dear Mr Weber,\n\n{_ASK}", {"context": _DE}),
    source="DOMAIN 5, register",
    fix='Address the reader by title and surname ("Herr Weber", "Madame Lefèvre", "Dr. Lang").',
)
def informal_address(case: Case) -> Iterable[Hit]:
    register = case.register
    body = case.mail.body
    if register is None or not register.formal_address or not body.flat.strip():
        return
    greeting = body.layout.greeting
    start = body.flat.find(greeting) if greeting else 0
    end = start + len(greeting) if greeting else min(len(body.flat), 60)
    if not _formal(case, body.flat[start:end] if greeting else body.flat[:120]):
        shown = body.span(start, end) if end > start else None
        yield Hit(shown, "The greeting lacks title and surname.")
        return
    yield from _first_name(case, end)
    yield from _familiar(case)


def _formal(case: Case, greeting: str) -> bool:
    titled = _TITLED.search(greeting)
    if titled is None or _HEY.match(greeting):
        return False
    surname, comma, given = _fold(case.prospect.name).partition(",")
    parts = surname.replace("-", " ").split()
    if not comma and not given:
        # Any part but the first: "von der Heide", "Meyer-Landrut", "García Márquez".
        parts = parts[1:] or parts
    return not parts or not set(re.findall(r"[\w']+", _fold(greeting[titled.start(1) :]))).isdisjoint(parts)


def _first_name(case: Case, after: int) -> Iterable[Hit]:
    """A first name on its own later in the mail: ", Jonas"."""
    names = [
        part
        for part in case.prospect.name.lower().split()
        if part.strip(".") not in ("dr", "prof", "mr", "ms", "mrs", "herr", "frau", "dipl", "ing")
    ]
    if len(names) < 2 or len(names[0]) < 3:
        return
    body = case.mail.body
    for found in re.finditer(
        rf"(?:, |^|[.!?\x1f] ?){re.escape(names[0])}(?=[,.!?]| –)", body.flat[: body.prose_end]
    ):
        if found.start() >= after and not inside_company_name(case, body, *found.span()):
            yield Hit(body.span(*found.span()), "The reader is called by first name.")
            return


def _familiar(case: Case) -> Iterable[Hit]:
    body = case.mail.body
    for language, words in ((_GERMAN, _DU), (_FRENCH, _TU)):
        if len(language.findall(body.flat)) > 3 and (found := words.search(body.flat, 0, body.prose_end)):
            yield Hit(body.span(*found.span()), "The reader is addressed with the familiar form.")
            return


@rule(
    "TON-402",
    name="brusque",
    dimension=Dimension.TONE,
    severity=Severity.BLOCK,
    what="An East African recipient gets a brusque mail: curt words, or a command without courtesy.",
    why="There the relation comes before the business.",
    bad=Example("Wanjiru,\n\nTwo Go roles stand open. Pick a slot on Tuesday 12 May.", {"context": _KE}),
    good=Example(
        f"Dear Wanjiru,\n\nI hope the long rains have been kind to Nairobi. {_ASK}", {"context": _KE}
    ),
    source="DOMAIN 5, register",
    fix="Open with a greeting and a sincere, specific word; ask instead of telling.",
)
def brusque(case: Case) -> Iterable[Hit]:
    register = case.register
    body = case.mail.body
    if register is None or not register.relationship_first or not body.flat.strip():
        return
    curt = body.cue_in("curt", 0, body.prose_end)
    if curt and not body.quoted(*curt) and not rejected(body, curt[0]):
        yield Hit(body.span(*curt), "Too curt for a reader with whom the relation comes first.")
        return
    if body.cue("courtesy") or _GREETED.match(body.flat):
        return
    if kind_of(case) is DraftKind.REPLY:
        return
    command = next((a for a in case.once(read_asks).asks if not a.question and _COMMAND.match(a.words)), None)
    if command is not None:
        yield Hit(body.span(command.start, command.end), "A command without a word of courtesy.")
    elif not body.layout.greeting and (prose := next(body.prose(), None)):
        yield Hit(body.sentence_span(prose), "Straight into the pitch without a greeting.")
