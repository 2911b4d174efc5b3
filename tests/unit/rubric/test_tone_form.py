"""Form, asks, opt-outs, registers and whose words they are."""

from typing import Any

import pytest

from tests.support.judged import SIGNATURE, found, rules_of

ASK = "Two Go roles are open. Would 20 minutes on Tuesday 12 May suit?"
STOP = ["Please take me off your list."]


def rules(body: str, **more: Any) -> set[str]:
    return rules_of(found(body + SIGNATURE, **more))


@pytest.mark.parametrize(
    ("kind", "words", "fails"),
    [
        ("cold", 120, False),
        ("cold", 121, True),
        ("warm", 200, False),
        ("warm", 201, True),
        ("reply", 201, True),
        ("reengagement", 100, False),
        ("reengagement", 101, True),
    ],
)
def test_words_are_counted_without_the_signature(kind: str, words: int, fails: bool) -> None:
    rest = words - len(f"Hi Jo, {ASK}".split())
    body = "Hi Jo,\n\n" + ("The listing asks for Go and for ledgers. " * 30)
    body = " ".join(body.split(" ")[: rest + 1]) + ". " + ASK
    assert ("TON-201" in rules(body.replace("Jo, ", "Jo,\n\n"), kind=kind)) is fails


def test_quoted_lines_are_not_our_words() -> None:
    quoted = "> " + "word " * 150
    assert rules(f"Hi Jo,\n\n{quoted}\n\n{ASK}", said=["word " * 150]) == set()
    assert rules(f"Hi Jo,\n\n{quoted}\n\n{ASK}") == {"TON-201"}


def test_what_is_sent_cold_in_answer_to_the_prospect_is_a_reply() -> None:
    assert rules("Hi Jo,\n\nThirty days, on either side.", said=["What is your notice period?"]) == set()


@pytest.mark.parametrize(
    ("subject", "rule"),
    [
        ("Quick question", {"TON-203"}),
        ("hey Jo", {"TON-203"}),
        ("JUST two roles", {"TON-203"}),
        ("Two roles", set()),
        ("A just-in-time note", set()),
        ("Quickstart docs", set()),
        ("x" * 61, {"TON-202"}),
        ("Re: " + "x" * 60, set()),
    ],
)
def test_subjects(subject: str, rule: set[str]) -> None:
    assert rules(f"Hi Jo,\n\n{ASK}", subject=subject) == rule


def test_a_company_name_is_no_phrase() -> None:
    assert rules(f"Hi Jo,\n\nBench Rockstar lists two roles. {ASK}", company="Bench Rockstar Ltd") == set()
    assert rules(f"Hi Jo,\n\nOur bench is ready. {ASK}", company="Bench Rockstar Ltd") == {"TON-161"}


def test_an_emoji_is_for_those_one_knows() -> None:
    assert rules(f"Hi Jo,\n\n{ASK} 🚀") == {"TON-204"}
    assert rules(f"Hi Jo,\n\n{ASK} 🚀", kind="warm") == set()


def test_a_hidden_character_hides_no_phrase() -> None:
    assert "TON-101" in rules(f"Hi Jo,\n\nJust cir\u00adcling\nback on this. {ASK}")


def test_a_postscript_below_the_signature_is_read() -> None:
    assert "TON-133" in rules_of(found(f"Hi Jo,\n\n{ASK}{SIGNATURE}\n\nP.S. Only one slot left this month."))


@pytest.mark.parametrize(
    "line",
    [
        'You called it "falling behind" in your talk.',
        "Your listing asks for a rockstar.",
        "> we are falling behind",
        "No hype and no rockstars here.",
        "We do not promise world-class anything.",
        "You asked us to circle back in May.",
        "Your post on why rockstars burn out was clear.",
    ],
)
def test_words_of_others_and_words_refused_are_not_ours(line: str) -> None:
    assert rules(f"Hi Jo,\n\n{line}\n\n{ASK}", said=["Frankly, we are falling behind."]) == set()


@pytest.mark.parametrize(
    "line",
    [
        'Our clients call us "world-class".',
        "This is not just a rockstar team.",
        "You wrote that you are busy, so I am circling back.",
    ],
)
def test_quotation_marks_and_a_turn_of_phrase_excuse_nothing(line: str) -> None:
    assert rules(f"Hi Jo,\n\n{line}\n\n{ASK}") - {"TON-212"}


def test_after_a_stop_only_its_confirmation_is_left() -> None:
    assert rules("Hi Jo,\n\nDone, you are off the list.", kind="reply", said=STOP) == set()
    pitch = found(f"Hi Jo,\n\nDone. One more thing: {ASK}{SIGNATURE}", kind="reply", said=STOP)
    (finding,) = [f for f in pitch if f.rule == "TON-301"]
    assert finding.severity == "hold"
    assert finding.evidence[0].pointer == "/context/prior_thread/1/content"


def test_a_later_question_opens_the_talk_again() -> None:
    said = [*STOP, "Actually, could you send two Go profiles?"]
    assert rules("Hi Jo,\n\nHere are the two profiles.", kind="reply", said=said) == set()


def test_a_polite_closure_asks_to_stop_where_relation_comes_first() -> None:
    said = ["Thank you. We will reach out when the time is right."]
    more = {"kind": "reply", "said": said}
    assert "TON-301" in rules(f"Dear Jo,\n\nThank you. {ASK}", locale="en-KE", **more)
    assert rules(f"Hi Jo,\n\nThank you. {ASK}", locale="en-US", **more) == set()


@pytest.mark.parametrize(
    ("locale", "name", "greeting", "fails"),
    [
        ("de-DE", "Jonas Weber", "Hi Jonas", True),
        ("de-DE", "Jonas Weber", "Dear Mr Weber", False),
        ("de-DE", "Jürgen Müller", "Sehr geehrter Herr Mueller", False),
        ("fr-FR", "Claire Lefèvre", "Madame Lefevre", False),
        ("fr-FR", "Claire Lefèvre", "Chère Claire", True),
        ("de-DE", "Karl von der Heide", "Dear Dr. von der Heide", False),
        ("de-DE", "Jonas Weber", "Dear Jonas Weber", True),
        ("de-DE", "Jonas Weber", "Hey Herr Weber", True),
        ("de-DE", "Weber, Jonas", "Dear Mr Weber", False),
        ("de-DE", "Jonas Weber", "Dear Mr Krause", True),
        ("en-US", "Jonas Weber", "Hi Jonas", False),
    ],
)
def test_title_and_surname(locale: str, name: str, greeting: str, fails: bool) -> None:
    assert ("TON-401" in rules(f"{greeting},\n\n{ASK}", locale=locale, name=name)) is fails


def test_a_wellwish_is_courtesy_in_nairobi_and_filler_in_boston() -> None:
    body = f"Dear Jo,\n\nI hope you and your family had a restful weekend. {ASK}"
    assert rules(body, locale="en-KE") == set()
    assert rules(body, locale="en-US") == {"TON-112"}
