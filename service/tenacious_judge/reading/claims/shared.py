"""What is said of others and of the prospect alike: "companies like yours", "few firms have; you have"."""

from collections.abc import Sequence

from ..passage import Place
from . import subject_words as say


def shared_with_you(flat: str, end: int, company: str, names: Sequence[Place], *, mail: bool) -> bool:
    """True where the words after a place make it the prospect's too. `names`: where the company is named."""
    if _like_you(flat, end, company):
        return True
    return mail and (_done_by_you(flat, end, names) or _so_have_you(flat, end, names))


def _like_you(flat: str, end: int, company: str) -> bool:
    """ "... companies like yours", "... such as Halden"."""
    did = say.AS_DID.match(flat, end, end + 90)
    if did is not None and (did["who"] == "you" or (company and company.startswith(did["who"]))):
        return True
    found = say.LIKE.match(flat, end, end + 60)
    if found is None:
        return False
    return found["who"] in ("you", "yours") or (
        bool(company) and flat.startswith(company, found.start("who"))
    )


def _done_by_you(flat: str, end: int, names: Sequence[Place]) -> bool:
    """ "The Series B that you announced": theirs, whatever is said of it."""
    found = say.DONE_BY.match(flat, end, end + 90)
    if found is None:
        return False
    return found["who"] == "you" or any(a == found.start("who") for a, _ in names)


def _so_have_you(flat: str, end: int, names: Sequence[Place]) -> bool:
    """ "Few firms have tripled their team; Halden has."."""
    found = say.SO_HAVE_YOU.match(flat, end, end + 130)
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
