"""Names and arithmetic in what is said of peers: "two of five peers (Alder, Brisk)", "One peer (CompA)"."""

import re

from ...records import record
from ..numbers import NumberKind, read_numbers
from ..wordlist import words_of
from .sentences import lower

_NAME = r"[A-Z][\w&'.-]*(?: (?:[A-Z0-9][\w&'.-]*|of|de|and Co\.?)){0,3}"
_BRACKET = re.compile(r"\(([^()]{2,160})\)")
_LEADING = re.compile(
    rf"^((?:{_NAME})(?:(?:,| and|, and| &| or) {_NAME})*)(?= (?:both |each |all |also |recently |now "
    rf"|already |publicly |has |have )*[a-z]|\s?[:(,-]| -)"
)
_AFTER = re.compile(
    rf"(?:\b(?:peers?|competitors?|companies|firms|rivals|others|such as|like|e\.g\.|including|namely|by"
    rf"|at)[ :,]{{1,2}})((?:{_NAME})(?:(?:,| and|, and| &) {_NAME})*)"
)
# "Of six lock makers, Kastl and Boxpunkt replay ...", "two of five publish errors: Pomona and Grafted".
_LATER = re.compile(
    rf"(?:^(?:[Oo]f|[Aa]mong|[Oo]ut of|[Ii]n) [^,:]{{3,60}}, |: )"
    rf"((?:{_NAME})(?:(?:,| and|, and| &) {_NAME})*)(?= [a-z]|\s?[(.;]|$)"
)
_WITHIN = re.compile(rf"(?<=[a-z,] )({_NAME})")
_BEGINS = re.compile(rf"({_NAME})(?<! of)(?<! de) (?!and |of |de )[a-z]")
_MOST_NAMES = 100
_SPLIT = re.compile(r", and |,| and | & | or |;|/")
_COMMAS = re.compile(r", and |,| and | or |;")
_NO_NAME = words_of(
    """the a an one two three four five six seven eight nine ten most some all several many both none no
    it they their this that these those peers peer competitors competitor companies company confidence
    high medium low top quartile sector public as of in at on by for from ai ml cto vp q1 q2 q3 q4 january
    february march april may june july august september october november december prospect i we you our
    your only every each other others evidence source sources note gap finding findings practice practices
    not never top-quartile closest direct leading similar overall roughly about nearly almost half
    observed seen checked there published dated generated updated competitive crunchbase linkedin github
    nothing nobody brief confirmed notes review scan check research analysis comparison summary update report
    high-confidence medium-confidence low-confidence named hiring recently here among out reviewed prepared
    researched compiled seen"""
)
_PEER_WORDS = re.compile(
    r"\b(?:peers?|competitors?|rivals?|compan(?:y|ies)|firms?|others?|of (?:the )?(?:\d|two|three|four"
    r"|five|six|seven|eight|nine|ten)|sector|market)\b"
)
_COUNTED = words_of("peer peers competitor competitors companies company rivals rival firms firm vendors")
_NO_GAP = re.compile(
    r"\bno (?:\w+ ){0,3}(?:gaps?|findings?|difference|peer evidence|evidence|competitor\w* (?:data"
    r"|evidence|signal))\b|\bnot? (?:gap|peers?) (?:found|identified|detected)\b"
    r"|\b(?:score|composition|maturity)\b.{0,30}\bis in the top quartile\b|^(?:none|n/a|unknown|no"
    r"|nothing|null)\.?$|\bnothing (?:found|confirmed|identified|public|seen)\b|\bshows? (?:nothing"
    r"|none)\b|^none\b"
    r"|\bno (?:public |visible |clear |such )?(?:signs?|traces?|mentions?)\b"
    r"|\bnone (?:was |were |is )?(?:seen|found|public|observed|at)\b|^no other\b|\bnot (?:checked|examined)\b"
)


@record(frozen=True, slots=True)
class Tally:
    """How many peers of how many; None where it is not said."""

    count: int | None = None
    total: int | None = None


def names_in(text: str, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Peers that a text names: those known, those in brackets after a count, those it begins with."""
    low = lower(text)
    found = [name for name in known[:_MOST_NAMES] if _mentions(low, name.lower())]
    if found:
        return tuple(found)
    for match in _BRACKET.finditer(text):
        names = listed(match[1])
        if names:
            return names
    plain = " ".join(_BRACKET.sub(" ", text).replace(" + ", " and ").split())
    for pattern in (_AFTER, _LEADING, _LATER):
        for match in pattern.finditer(plain):
            names = listed(match[1])
            if names:
                return names
    return ()


def named_within(text: str) -> tuple[str, ...]:
    """Proper names inside a sentence, its first word apart."""
    names = (match[1] for match in _WITHIN.finditer(text))
    return tuple(dict.fromkeys(name for name in names if listed(name)))


def _mentions(low: str, name: str) -> bool:
    spot = low.find(name)
    if spot < 0 or not name:
        return False
    end = spot + len(name)
    return not (low[spot - 1 : spot].isalnum() or low[end : end + 1].isalnum())


def listed(text: str) -> tuple[str, ...]:
    """Proper names of a listing; empty where one of its parts is no name."""
    out: list[str] = []
    for part in (_COMMAS if "," in text else _SPLIT).split(text):
        name = part.strip(" .:\"'")
        if not name:
            continue
        words = name.split()
        if len(words) > 4 or not name[0].isupper() or (words[0].lower() in _NO_NAME and not _is_title(words)):
            return ()
        out.append(name)
    return tuple(out)


_NUMBER_WORDS = words_of("one two three four five six seven eight nine ten first all every")
_COUNTABLE = words_of("peers competitors companies rivals firms vendors quartile confidence source sources")


def _is_title(words: list[str]) -> bool:
    """True for a name that begins with a number: "Two Rivers Telephone"."""
    return (
        len(words) > 1
        and words[0].lower() in _NUMBER_WORDS
        and all(w[0].isupper() and w.lower() not in _COUNTABLE for w in words[1:])
    )


def leading_name(text: str, known: tuple[str, ...]) -> str:
    """The peer that a piece of evidence is about: "Alder: publishes its suites", "Alder (2026-03-01)",
    "Alder"."""
    low = lower(text)
    known = known[:_MOST_NAMES]
    named = next((name for name in known if low.startswith(name.lower())), None)
    if named is None:
        named = next((name for name in known if _mentions(low, name.lower())), None)
    if named is not None:
        return named
    head = re.split(r"\s?[:(,;\u2013\u2014]\s?| - ", text.strip(), maxsplit=1)[0].strip()
    begins = _BEGINS.match(head)
    if begins is not None and listed(begins[1]):
        return listed(begins[1])[0]  # "Scribeline engineering page"
    if listed(head):
        return listed(head)[0]
    names = names_in(text)
    return names[0] if names else ""


def tally(text: str, names: tuple[str, ...]) -> Tally:
    """The arithmetic a text states: "2 of 10 peers", "two peers out of five", "One peer (CompA)"."""
    low = lower(text[:600])
    for number in read_numbers(low):
        words_after = number.noun.split()
        of_peers = bool(_COUNTED.intersection(words_after[:3]))
        if (
            number.kind is NumberKind.RATIO
            and number.whole is not None
            and number.whole == int(number.whole) <= 500
        ):
            alone = low[number.start - 1 : number.start] == "(" and low[number.end : number.end + 1] in (
                "),;"
            )
            if (
                of_peers
                or alone
                or ("/" not in low[number.start : number.end] and "maturity" not in words_after[:3])
            ):
                return Tally(int(number.value), int(number.whole))
        elif (
            number.kind is NumberKind.COUNT
            and not number.loose
            and of_peers
            and number.value == int(number.value)
        ):
            match = _OUT_OF.search(low, number.end, number.end + 60)
            return Tally(int(number.value), _whole_of(match[1]) if match else None)
    return Tally(len(names) if names else None)


_COUNTED_TO = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_OUT_OF = re.compile(rf"\b(?:out )?of (?:the |our )?(\d{{1,3}}|{'|'.join(_COUNTED_TO)})\b")


def _whole_of(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTED_TO.index(word) + 1


def about_peers(text: str) -> bool:
    return bool(_PEER_WORDS.search(lower(text[:400])))


def denies_gap(text: str) -> bool:
    """True for a text that says that there is no gap: "No material capability gap identified"."""
    return bool(_NO_GAP.search(lower(text[:400]).strip()))


def confirming(text: str) -> str:
    """The part of a text that confirms, where a clause that nothing was seen elsewhere follows: "Arden and
    Brisk run one; none found at Corvo" gives "Arden and Brisk run one"."""
    low = lower(text[:400])
    denial = _NO_GAP.search(low)
    if denial is None or len(low) != len(text[:400]):
        return text
    stop = max(text.rfind(mark, 0, denial.start()) for mark in _STOPS)
    head = text[:stop].strip() if stop > 0 else ""
    return head if len(head.split()) > 3 and (names_in(head) or about_peers(head)) else text


_STOPS = (";", ". ", " but ", " \u2013 ", " \u2014 ", " - ", ", and ", ", with ", ", while ", ", ")
