"""Another language: what cannot be read is not cleared."""

from collections.abc import Iterable
from itertools import islice

from ..domain import Severity
from ..reading.case import Case
from ..reading.language import unread_places
from .registry import Example, Hit, rule

_ASK = "Two Go roles have stood open since March. Would 20 minutes on Tuesday 12 May suit?"
_SHOWN = 3


@rule(
    "INT-007",
    name="another-language",
    dimension=None,
    severity=Severity.HOLD,
    what="Sentences in another language than English, which the rules do not read.",
    why="A promise that was not understood was not checked: nothing uncertain is sent.",
    bad=Example(f"Sehr geehrte Frau Ruiz,\n\nWir können Ihnen sechs Go-Entwickler stellen. {_ASK}"),
    good=Example(f"Sehr geehrte Frau Ruiz,\n\n{_ASK}\n\nMit freundlichen Grüßen\nMara Lindt"),
    source="DOMAIN, formal registers; CONTRACT, nothing uncertain is sent",
    fix="Write it in English, or have a person read it.",
)
def another_language(case: Case) -> Iterable[Hit]:
    body = case.mail.body
    for place in islice(unread_places(body), _SHOWN):
        yield Hit(body.span(*place), "This sentence is in a language that the rules do not read.")
