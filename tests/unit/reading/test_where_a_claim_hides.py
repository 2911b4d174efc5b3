"""A claim counts wherever it stands: behind ">", in quotation marks, in the greeting, below the signature."""

from typing import Any

import pytest

from tests.support.judged import found, rules_of

LIE = "We have 20 Go engineers available for you."
NEED = "We need six Go engineers by June, and no rockstars please. What can you do?"
SIGNED = "Mara Lindt\nPartner\nTenacious Consulting\ntenacious.example"
ASK = "Would Tuesday 12 May at 10:00 suit you for 20 minutes?"


def promises(body: str, **more: Any) -> bool:
    return bool(found(body, "BEN-", **more))


def mail(extra: str = "", greeting: str = "Hi Elena,", signed: str = SIGNED, below: str = "") -> str:
    return f"{greeting}\n\nTwo Go roles are on your page.{extra}\n\n{ASK}\n\n{signed}{below}"


@pytest.mark.parametrize(
    "extra",
    [
        f"\n\n> {LIE}",
        f"\n\n>> {LIE}",
        "\n\nOn your stack: 20 Go engineers are available now, I wrote:\n",
        f' "{LIE}"',
        f" “{LIE}”",
        f" '{LIE}'",
        f" «{LIE}»",
        " We have “six Go engineers” ready for you.",
        f' Our delivery lead says: "{LIE}"',
    ],
)
@pytest.mark.parametrize("said", [(), [NEED]])
def test_marks_of_quotation_make_nobody_elses_words(extra: str, said: Any) -> None:
    assert promises(mail(extra), said=said)


@pytest.mark.parametrize(
    "below",
    [
        f"\n\n-- \n{LIE}",
        f"\n\n–\n{LIE}",
        f"\n\nThanks,\n{LIE}",
        f"\n\nP.S. {LIE}",
        "\nForty Rust engineers are free",
    ],
)
def test_what_is_told_below_the_signature_is_told(below: str) -> None:
    assert promises(mail(below=below))


def test_what_is_told_inside_the_signature_is_told() -> None:
    assert promises(
        mail(signed=f"Best,\nMara Lindt\n{LIE}\nPartner, Tenacious Consulting\ntenacious.example")
    )


@pytest.mark.parametrize(
    "greeting", ["Hi Elena with 20 Go engineers for you,", "To our 20 Go engineers for you,"]
)
def test_what_is_told_in_the_greeting_is_told(greeting: str) -> None:
    assert promises(mail(greeting=greeting))


@pytest.mark.parametrize(
    "extra",
    [
        "\n\n> We need six Go engineers by June, and no rockstars\n> please. What can you do?",
        ' You wrote "we need six Go engineers by June".',
        ' "Six Go engineers by June" is what you asked for; that is more than we can answer today.',
        ' You asked for "no rockstars … What can you do?", which is fair.',
        "\n\nOn Mon, 4 May 2026 at 10:12, Elena Ruiz <elena@halden.example> wrote:\n> What can you do?",
    ],
)
def test_what_the_prospect_wrote_is_not_ours(extra: str) -> None:
    assert not promises(mail(extra), said=[NEED])


@pytest.mark.parametrize(
    "below",
    [
        "\n+49 30 1234567",
        "\n12 Baker Street, London",
        "\nSent from my phone",
        "\nTenacious Consulting Ltd, registered in England no. 1234567",
        '\n\nIf you would rather not hear from me, reply "no" and I will not write again.',
        "\n\nThis message is confidential and meant for its recipient only.",
    ],
)
def test_footers_tell_nothing(below: str) -> None:
    assert rules_of(found(mail(below=below), "")) == rules_of(found(mail(), ""))
