"""What is said of others and of the prospect alike: "companies like yours", "few firms have; you have"."""

from collections.abc import Sequence

from ..passage import Passage, Place
from ..worded import Spoken
from . import subject_words as say


def shared_with_you(
    here: Spoken, flat: str, end: int, company: str, names: Sequence[Place], *, mail: bool
) -> bool:
    """True where the words after a place make it the prospect's too. `here`: the words of its sentence;
    `names`: where the company is named."""
    if _like_you(here, flat, end, company):
        return True
    return mail and (_done_by_you(here, flat, end, names) or _so_have_you(here, flat, end, names))


def _like_you(here: Spoken, flat: str, end: int, company: str) -> bool:
    """ "... companies like yours", "... such as Halden"."""
    did = here.match(say.AS_DID, flat, end, end + 90)
    if did is not None and (did["who"] == "you" or (company and company.startswith(did["who"]))):
        return True
    found = here.match(say.LIKE, flat, end, end + 60)
    if found is None:
        return False
    return found["who"] in ("you", "yours") or (
        bool(company) and flat.startswith(company, found.start("who"))
    )


def _done_by_you(here: Spoken, flat: str, end: int, names: Sequence[Place]) -> bool:
    """ "The Series B that you announced": theirs, whatever is said of it."""
    found = here.match(say.DONE_BY, flat, end, end + 90)
    if found is None:
        return False
    return found["who"] == "you" or any(a == found.start("who") for a, _ in names)


def _so_have_you(here: Spoken, flat: str, end: int, names: Sequence[Place]) -> bool:
    """ "Few firms have tripled their team; Halden has."."""
    found = here.match(say.SO_HAVE_YOU, flat, end, end + 130)
    if found is None:
        return False
    return found["name"] is None or any(a == found.start("name") for a, _ in names)


def is_fragment(text: str) -> bool:
    """ "New chair, inherited suppliers, a Series B just banked.": no verb, and no subject but the reader."""
    return (
        len(text) < 120
        and say.ACTS.search(text) is None
        and not any(m.lastgroup in ("we", "other") for m in say.TOKEN.finditer(text))
    )


def places_of(passage: Passage, name: str) -> tuple[Place, ...]:
    """Where a name stands, as a name: with its capital, where it has one to show, and as whole words."""
    flat, clean = passage.flat, passage.text.clean
    out, at = [], flat.find(name)
    while at >= 0:
        end = at + len(name)
        whole = not flat[at - 1 : at].isalnum() and not flat[end : end + 1].isalnum()
        if whole and not clean[at].islower():
            out.append((at, end))
        at = flat.find(name, end)
    return tuple(out)


def company_places(passage: Passage, company: str) -> tuple[Place, ...]:
    """Where the prospect's company is named, in full or by its first word."""
    if len(company) < 2:
        return ()
    full = places_of(passage, company)
    first = company.split(" ")[0]
    if first == company or len(first) < 4 or first in say.COMMON or first in say.PLAIN_NAMES:
        return full
    short = (p for p in places_of(passage, first) if _short_name(passage, p, full))
    return tuple(sorted({*full, *short}))


def _short_name(passage: Passage, place: Place, full: Sequence[Place]) -> bool:
    """ "Halden" for "Halden Freight"; beginning a sentence only with a possessive or a verb behind it."""
    start, end = place
    if any(a <= start < b for a, b in full):
        return False
    return passage.sentence_at(start).start < start or say.NAME_ACTS.match(passage.flat, end) is not None
