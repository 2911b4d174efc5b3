"""What stands for the prospect's company while a mail is read: words that mean nothing, the same for every
company, so that no verdict can hang on who it is."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from ..domain import EvidenceRef, Json, Prospect, RawContext, Request
from ..records import record
from .dates import read_dates
from .numbers import read_numbers
from .passage import cue_set
from .text import Text, lower, replaced, to_latin

_FIRST, _MORE = "Qorvane", "Qelm"
_SHORTEST = 3
_SHORTEST_ALONE = 4
_SUFFIX = re.compile(r",? (?:inc|ltd|llc|gmbh|ag|sa|sas|plc|limited|corp|co|bv|kg|se)\.?$", re.IGNORECASE)
_TITLES = frozenset(
    ("dr", "prof", "mr", "mrs", "ms", "mx", "herr", "herrn", "frau", "m", "mme", "monsieur", "madame", "dear")
)
_KEYS = ("company", "company_name", "prospect_name", "prospect", "account_name", "account", "legal_name")
_NESTED = ("name", "company", "company_name")
_ALSO_WORDS = frozenset(("peer", "rival", "sector"))
_ANY_DAY = dt.date(2026, 1, 1)
_AS_TEXT = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=lambda _: None).encode
_CUT_SHORT = 3
"""Letters of the stand-in that an excerpt cut short must end with, for it to be put back."""


@record(frozen=True, slots=True)
class _Form:
    """One way to write a name. `any_case`: no sentence has it as ordinary words, whatever its capitals."""

    written: str
    low: str
    stands: str
    any_case: bool


@record(frozen=True, slots=True)
class StandIn:
    """`company` is what the company is called in texts that are read, in lower case, or "". `reader` holds
    the words of the reader's own name, which may be the company's too."""

    company: str
    forms: tuple[_Form, ...]
    reader: frozenset[str] = frozenset()

    def read(self, text: Text) -> Text:
        """The text with the stand-in for the name; spans still lead to the name as sent."""
        if not any(form.low in text.flat for form in self.forms):
            return text
        clean = text.clean.replace("\n", " ")
        taken: list[tuple[int, int, str]] = []
        for form in self.forms:
            for start in _whole(form.low, text.flat):
                end = start + len(form.low)
                if any(a < end and start < b for a, b, _ in taken) or self._is_person(form, text.flat, start):
                    continue
                if _is_name(form, clean[start:end]):
                    taken.append((start, end, form.stands))
        return replaced(text, sorted(taken))

    def _is_person(self, form: _Form, flat: str, start: int) -> bool:
        """ "Dear Dr. Wendlinger" of Wendlinger Maschinentechnik."""
        if form.low not in self.reader:
            return False
        before = flat[max(0, start - 24) : start].split()
        return bool(before) and (before[-1].strip(".") in _TITLES or before[-1] in self.reader)

    def request(self, request: Request) -> Request:
        """The request with the stand-in in the texts of its context. The draft stays as sent."""
        if not self.forms:
            return request
        raw = request.context
        # A value that is the name and nothing else may be a stage or a tool of that name.
        hiring = self._json(raw.hiring_signal_brief, values=False)
        gap, thread = self._json(raw.competitor_gap_brief), self._json(raw.prior_thread)
        prospect = self._prospect(raw.prospect)
        if (
            hiring is raw.hiring_signal_brief
            and gap is raw.competitor_gap_brief
            and thread is raw.prior_thread
            and prospect is raw.prospect
        ):
            return request
        context = replace(
            raw,
            hiring_signal_brief=hiring,
            competitor_gap_brief=gap,
            prior_thread=thread,
            prospect=prospect,
        )
        return replace(request, context=context)

    def _prospect(self, prospect: Prospect) -> Prospect:
        summaries = [self._text(record.summary) for record in prospect.public_record]
        if all(new is record.summary for new, record in zip(summaries, prospect.public_record, strict=True)):
            return prospect
        records = zip(prospect.public_record, summaries, strict=True)
        return replace(prospect, public_record=tuple(replace(r, summary=new) for r, new in records))

    def _json(self, value: Json, *, values: bool = True) -> Json:
        return self._renamed(value, values) if self._may_stand_in(value, values) else value

    def _may_stand_in(self, value: Json, values: bool) -> bool:
        """False where no name stands in the text of the JSON, which is sooner written than walked through."""
        text = _AS_TEXT(value)
        if not values:
            text = text.replace(f'"{self.forms[0].written}"', "")
        return "\\" in text or any(form.written in text for form in self.forms)

    def _renamed(self, value: Json, values: bool) -> Json:
        if isinstance(value, str):
            return value if not values and value.strip() == self.forms[0].written else self._text(value)
        if isinstance(value, dict):
            return {key: self._renamed(item, values) for key, item in value.items()}
        if isinstance(value, list):
            return [self._renamed(item, values) for item in value]
        return value

    def _text(self, text: str) -> str:
        for form in self.forms:
            if form.written in text:
                for start in reversed(tuple(_whole(form.written, text))):
                    text = f"{text[:start]}{form.stands}{text[start + len(form.written) :]}"
        return text

    def back(self, text: str) -> str:
        """A text made from what was read, with the company's own name again."""
        if _FIRST not in text and _FIRST.lower() not in text:
            return self._completed(text)
        for form in sorted(self.forms, key=lambda form: -len(form.stands)):
            text = text.replace(form.stands, form.written).replace(form.stands.lower(), form.low)
        return text

    def _completed(self, text: str) -> str:
        for size in range(len(_FIRST) - 1, _CUT_SHORT - 1, -1) if self.forms else ():
            if text.endswith(_FIRST[:size]):
                return text[:-size] + self.forms[0].written[:size]
        return text

    def shown(self, ref: EvidenceRef) -> EvidenceRef:
        """A piece of evidence with the company's own name again."""
        return EvidenceRef(ref.pointer, self.back(ref.value)) if isinstance(ref.value, str) else ref


NOBODY = StandIn("", ())
"""For a mail to no company that is known: nothing stands for anything."""


def _is_name(form: _Form, written: str) -> bool:
    """Whether it is written as a name is: with the name's capitals or all in capitals."""
    return written == form.written or form.any_case or (len(written) > 1 and written.isupper())


def names_of(context: RawContext) -> tuple[str, ...]:
    """What the request calls the prospect's company."""
    found = [context.prospect.company]
    brief = context.hiring_signal_brief
    if isinstance(brief, Mapping):
        for key in _KEYS:
            value = brief.get(key)
            if isinstance(value, Mapping):
                value = next((value[k] for k in _NESTED if isinstance(value.get(k), str)), None)
            if isinstance(value, str):
                found.append(value)
    return tuple(dict.fromkeys(name.strip() for name in found if name.strip()))


@lru_cache(maxsize=4096)
def stand_in(names: tuple[str, ...], reader: str = "") -> StandIn:
    """What stands for these names of one company, the first of them its own, in a mail to `reader`."""
    forms: dict[str, _Form] = {}
    for name in names:
        if len(name) < _SHORTEST or name.startswith(_FIRST) or len(lower(name)) != len(name):
            continue
        for form in _forms(name):
            forms.setdefault(form.written, form)
    ordered = tuple(sorted(forms.values(), key=lambda form: -len(form.written)))
    own = names[0] if names else ""
    company = forms[own].stands if own in forms else own
    return StandIn(lower(company), ordered, frozenset(lower(reader).split()))


def _forms(name: str) -> Iterator[_Form]:
    """ "Halden Freight Ltd", "Halden Freight", "Halden": no short one that is an ordinary word."""
    words = name.split()
    plain = _ordinary(words[0])
    yield _form(name, any_case=len(words) > 1 and not plain)
    short = _SUFFIX.sub("", name)
    if short != name and len(short) >= _SHORTEST and (" " in short or not plain):
        yield _form(short, any_case=" " in short and not plain)
    if len(words) > 1 and len(words[0]) >= _SHORTEST_ALONE and words[0].isalpha() and not plain:
        yield _form(words[0], any_case=False)


def _form(name: str, *, any_case: bool) -> _Form:
    words = sum(any(char.isalnum() for char in word) for word in name.split())
    return _Form(name, lower(name), " ".join([_FIRST, *[_MORE] * (words - 1)]), any_case)


def _ordinary(word: str) -> bool:
    """Whether texts have it as a word: patterns know it, or it is a number or a time."""
    from .claims.subject_words import COMMON, PLAIN_NAMES  # the readers of claims need the case first

    low = lower(word)
    return (
        low in COMMON
        or low in PLAIN_NAMES
        or low in _ALSO_WORDS
        or any(True for _ in cue_set().find(to_latin(low)))
        or bool(read_numbers(low))
        or bool(read_dates(f"in {low}", _ANY_DAY))
    )


def _whole(name: str, text: str) -> Iterable[int]:
    """Where the name stands and no word goes on before or after it. No pattern: each name would be a new
    one."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (at and _in_word(text[at - 1])) and not (end < len(text) and _in_word(text[end])):
            yield at
            at = text.find(name, end)
        else:
            at = text.find(name, at + 1)


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
