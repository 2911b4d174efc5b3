"""Feedback: instructions in the order a generator should follow them."""

from hypothesis import given
from hypothesis import strategies as st
from tenacious_judge import feedback
from tenacious_judge.domain import Dimension, Field, Severity

from tests.support.service import finding


def test_nothing_to_say_says_nothing() -> None:
    assert feedback.write(()) == ""


def test_an_instruction_quotes_says_why_and_says_what_to_do() -> None:
    text = feedback.write([finding(at=(3, 12), text="is scaling")])
    first, keep = text.split("\n")
    assert first == '1. In the body, "is scaling": States growth as a fact. Ask instead of asserting.'
    assert keep == (
        "Keep the rest as it is: bench commitment, segment fit, competitor gap and tone are fine."
    )


def test_integrity_comes_first_then_holds_then_blocks_by_place() -> None:
    found = [
        finding(Severity.WARN, at=(0, 1), message="e"),
        finding(Severity.BLOCK, at=(9, 10), message="d"),
        finding(Severity.BLOCK, at=(50, 51), message="c", field=Field.SUBJECT),
        finding(Severity.HOLD, Dimension.BENCH, at=(70, 71), message="b"),
        finding(Severity.HOLD, None, at=(90, 91), message="a"),
    ]
    assert [f.message for f in feedback.order(found)] == ["a", "b", "c", "d", "e"]
    lines = feedback.write(found).split("\n")
    assert [line[:2] for line in lines[:5]] == ["1.", "2.", "3.", "4.", "5."]
    assert "A person must look" in lines[0]
    assert "A person must look" not in lines[2]
    assert lines[4].startswith("5. Optional: ")
    assert lines[5] == "Keep the rest as it is: segment fit, competitor gap and tone are fine."


def test_an_integrity_remark_comes_after_all_that_fails() -> None:
    remark = finding(Severity.WARN, None, message="a")
    assert [f.message for f in feedback.order([remark, finding(message="b")])] == ["b", "a"]


def test_a_mail_with_remarks_only_is_good_to_send() -> None:
    lines = feedback.write([finding(Severity.WARN, message="No signature", at=None, fix="Add one")]).split(
        "\n"
    )
    assert lines == ["Good to send as it is.", "1. Optional: No signature. Add one."]


def test_the_reason_of_a_hold_is_the_first_instruction() -> None:
    lines = feedback.write([finding()], hold_reason="the judge is away.").split("\n")
    assert lines[0] == "1. A person must look before this is sent: the judge is away."
    assert lines[1].startswith('2. In the body, "Elena"')


def test_where_every_dimension_fails_nothing_is_to_be_kept() -> None:
    assert "Keep" not in feedback.write([finding(dimension=d) for d in Dimension])


def test_one_fine_dimension_is_named_in_the_singular() -> None:
    text = feedback.write([finding(dimension=d) for d in list(Dimension)[1:]])
    assert text.endswith("Keep the rest as it is: signal grounding is fine.")


def test_a_long_quote_loses_its_middle_and_line_breaks() -> None:
    text = feedback.write([finding(text="begin\n" + "x" * 500 + "\nend")])
    assert '"begin x' in text
    assert 'x end":' in text
    assert len(text.split("\n")[0]) < 250


def test_the_same_instruction_is_given_once() -> None:
    assert feedback.write([finding(), finding()]).count("States growth") == 1


@given(
    st.lists(
        st.builds(finding, st.sampled_from(Severity), st.sampled_from([None, *Dimension]), text=st.text())
    )
)
def test_whatever_fails_is_told(found: list) -> None:  # type: ignore[type-arg]
    text = feedback.write(found)
    assert bool(text) == bool(found)
    assert all(f.message in text for f in found)
