"""Numbers in digits and words, and what they count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tenacious_judge.reading.numbers import Number, NumberKind, read_numbers

K = NumberKind


def only(text: str) -> Number:
    (number,) = read_numbers(text)
    return number


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("six engineers", K.COUNT, 6, 6),
        ("half a dozen golang people", K.COUNT, 6, 6),
        ("a couple of gophers", K.COUNT, 2, 2),
        ("a handful of engineers", K.COUNT, 3, 6),
        ("twenty-two open roles", K.COUNT, 22, 22),
        ("one hundred and twenty people", K.COUNT, 120, 120),
        ("3 to 5 engineers", K.COUNT, 3, 5),
        ("between three and five engineers", K.COUNT, 3, 5),
        ("3 or 4 developers", K.COUNT, 3, 4),
        ("10,000 users", K.COUNT, 10000, 10000),
        ("$18m", K.MONEY, 18e6, 18e6),
        ("$18,000,000", K.MONEY, 18e6, 18e6),
        ("eighteen million dollars", K.MONEY, 18e6, 18e6),
        ("€2.5m", K.MONEY, 2.5e6, 2.5e6),
        ("4,000 usd", K.MONEY, 4000, 4000),
        ("40 percent", K.PERCENT, 40, 40),
        ("18%", K.PERCENT, 18, 18),
        ("a third of the team", K.PERCENT, 29, 38),
        ("doubled", K.MULTIPLE, 2, 2),
        ("3x", K.MULTIPLE, 3, 3),
        ("fifteen minutes", K.MINUTES, 15, 15),
        ("a 30-minute call", K.MINUTES, 30, 30),
        ("7–14 days", K.DAYS, 7, 14),
        ("two-week trial", K.DAYS, 14, 14),
        ("since 2021", K.DATE, 2021, 2021),
        ("12 may", K.DATE, 12, 12),
        ("2026-05-12", K.DATE, 2026, 2026),
        ("python 3.12", K.LABEL, 3.12, 3.12),
        ("segment 4", K.LABEL, 4, 4),
        ("10:30", K.MINUTES, 600, 600),
    ],
)
def test_a_number_says_what_it_counts(text: str, kind: NumberKind, low: float, high: float) -> None:
    number = only(text)
    assert number.kind is kind
    assert number.low == pytest.approx(low, rel=0.02)
    assert number.high == pytest.approx(high, rel=0.02)


@pytest.mark.parametrize(
    "text",
    ["two of five peers", "two out of the five peers", "2 of 5 peers", "2/5 peers", "two in five peers"],
)
def test_an_arithmetic_of_peers_is_one_ratio(text: str) -> None:
    number = only(text)
    assert (number.kind, number.value, number.whole) == (K.RATIO, 2, 5)


def test_a_list_of_numbers_stays_a_list() -> None:
    assert [n.value for n in read_numbers("three now and three more in july")] == [3, 3]


@given(st.text(max_size=200))
def test_any_text_is_read_in_order_and_within_its_bounds(text: str) -> None:
    flat = text.lower()
    numbers = read_numbers(flat)
    assert all(0 <= n.start < n.end <= len(flat) for n in numbers)
    assert all(n.low <= n.value <= n.high or n.kind is K.PERCENT for n in numbers)
    assert list(numbers) == sorted(numbers, key=lambda n: n.start)
