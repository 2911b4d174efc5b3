"""Confidences said in a text, and which fact each belongs to: "six open roles (high confidence)"."""

import re
from collections.abc import Mapping
from functools import lru_cache

from ...records import record
from .confidence import of_words, plain_number

_FIGURE = r"(?:\d?\.\d{1,4}|[01](?:\.0+)?(?![\d.])|\d{1,3} ?%)"
_HEDGES = re.compile(
    r"\b(?:unconfirmed|unverified|rumou?r(?:ed|s)?|reportedly|speculat\w{1,6}|inferred|low[- ]signal"
    r"|weak(?:ly)?[- ]signal"
    r"|(?:could|can) ?not (?:be )?(?:confirm|verif)\w{1,4}|couldn't (?:be )?(?:confirm|verif)\w{1,4}"
    r"|not (?:yet |been |independently |publicly ){0,2}(?:confirmed|verified|announced)|single[- ]source"
    r"|guess(?:work)?)\b"
)
_SURE = re.compile(r"(?<!not )(?<!n't )\b(?:confirmed|verified)\b")
# What must occur for the long patterns to find anything.
_SAID = re.compile(r"conf(?:iden(?:ce|t))?\b|[(\[]|certain|sure\b|reliab|, (?:high|medium|low)\b")
_HEDGED = re.compile(r"confirm|verif|rumo|reportedly|specul|inferr|signal|source|guess|announced")
_OVERALL = re.compile(r"\b(?:overall|all|everything|brief|whole|every|each)\b")


@record(frozen=True, slots=True)
class Stated:
    """A confidence at `start..end` of a text. `firm`: said as such; else only a hedge or "confirmed".
    `bracketed`: it stands alone in brackets, so it is about what comes right before it."""

    start: int
    end: int
    value: float
    firm: bool = True
    unknown: str = ""
    bracketed: bool = False


@lru_cache(maxsize=16)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    extra = (
        "very high",
        "very low",
        "strong",
        "weak",
        "medium",
        "med",
        "moderate",
        "high",
        "low",
        "unknown",
        "none",
    )
    names = sorted({w.replace("_", " ") for w in words} | set(extra), key=len, reverse=True)
    word = "|".join(re.escape(name).replace(r"\ ", "[ _-]") for name in names)
    return re.compile(
        rf"\bconf(?:idence)?\b\.?(?: (?:is|of|level|score|at|was|only|remains|here"
        rf"|here is)){{0,2}} ?[:=(~-]? ?(?P<after>(?:{word})\b|{_FIGURE})"
        rf"|\bconfidence ?[:=] ?(?P<odd>[a-z][a-z_-]{{2,24}})\b"
        rf"|\b(?P<before>{word})[ -](?:signal[ -])?(?:conf(?:idence|ident)?|certainty|reliability)\b"
        rf"|[(\[](?P<alone>(?:{word})|0?\.\d{{1,4}}|1\.0+)(?=[)\]]|[,;:] )"
        rf"|(?<=, )(?P<last>0?\.\d{{1,3}})(?=[)\]])"
        rf"|\b(?P<share>\d{{1,3}}) ?(?:%|percent) (?:confiden(?:ce|t)|sure|certain)\b"
        rf"|(?<=[a-z0-9],)(?P<tail> (?:high|medium|low))(?=[.;]?$)"
    )


def stated_in(low: str, words: Mapping[str, float]) -> list[Stated]:
    """All confidences of a text (lower case), in order. One out of range counts as none, as an unknown
    word does."""
    said = _pattern(tuple(words)).finditer(low) if _SAID.search(low) else ()
    found = _merged([_stated(match, words) for match in said])
    for pattern, word in ((_HEDGES, "low"), (_SURE, "high")) if _HEDGED.search(low) else ():
        value = words.get(word, 0.0)
        found += [Stated(m.start(), m.end(), value, False) for m in pattern.finditer(low)]
    found.sort(key=lambda s: s.start)
    return found


def _merged(found: list[Stated]) -> list[Stated]:
    """ "high confidence (0.92)" is one statement, the figure of it."""
    out: list[Stated] = []
    for stated in found:
        if out and 0 <= stated.start - out[-1].end <= 2 and not stated.unknown:
            last = out[-1]
            out[-1] = Stated(last.start, stated.end, stated.value, True, "", last.bracketed)
        else:
            out.append(stated)
    return out


def _stated(match: re.Match[str], words: Mapping[str, float]) -> Stated:
    groups = ("after", "before", "alone", "last", "tail", "odd")
    text = next((match[name] for name in groups if match[name]), "").strip() or f"{match['share']}%"
    value = plain_number(text.replace(" ", ""))
    if value is None:
        value = of_words(text, words)
    bracketed = bool(match["alone"] or match["last"]) or match.string[match.start() - 1 : match.start()] in (
        "(",
        "[",
    )
    if value is None or not 0 <= value <= 1:
        return Stated(match.start(), match.end(), 0.0, True, text, bracketed)
    return Stated(match.start(), match.end(), value, True, "", bracketed)


def overall(low: str) -> bool:
    """True where a sentence speaks of all that the brief says."""
    return bool(_OVERALL.search(low))


def of_sentence(stated: list[Stated]) -> float | None:
    """The confidence of a sentence that says one thing: the first firm one, else the lowest hedge."""
    firm = next((s.value for s in stated if s.firm), None)
    return firm if firm is not None else min((s.value for s in stated), default=None)
