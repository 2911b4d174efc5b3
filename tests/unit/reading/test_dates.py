"""Times in words and figures, resolved against a day."""

import datetime as dt

import pytest
from tenacious_judge.reading.dates import Grain, read_dates

TODAY = dt.date(2026, 5, 6)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "grain", "low", "high"),
    [
        ("on 12 may", Grain.DAY, "2026-05-12", "2026-05-12"),
        ("may 12th", Grain.DAY, "2026-05-12", "2026-05-12"),
        ("march 17, 2026", Grain.DAY, "2026-03-17", "2026-03-17"),
        ("2026-03-11", Grain.DAY, "2026-03-11", "2026-03-11"),
        ("tomorrow", Grain.DAY, "2026-05-07", "2026-05-07"),
        ("on friday", Grain.WEEKDAY, "2026-05-08", "2026-05-08"),
        ("next tuesday", Grain.WEEKDAY, "2026-05-12", "2026-05-12"),
        ("next week", Grain.WEEK, "2026-05-11", "2026-05-17"),
        ("the week of 18 may", Grain.WEEK, "2026-05-18", "2026-05-24"),
        ("in february", Grain.MONTH, "2026-02-01", "2026-02-28"),
        ("since november", Grain.MONTH, "2025-11-01", "2025-11-30"),
        ("last month", Grain.MONTH, "2026-04-01", "2026-04-30"),
        ("q1", Grain.QUARTER, "2026-01-01", "2026-03-31"),
        ("last quarter", Grain.QUARTER, "2026-01-01", "2026-03-31"),
        ("early spring", Grain.SEASON, "2026-03-01", "2026-04-03"),
        ("in 2021", Grain.YEAR, "2021-01-01", "2021-12-31"),
    ],
)
def test_a_time_is_a_range_of_days(text: str, grain: Grain, low: str, high: str) -> None:
    (when,) = read_dates(text, TODAY)
    assert (when.grain, str(when.low), str(when.high)) == (grain, low, high)


def test_an_age_has_the_slack_people_mean() -> None:
    (when,) = read_dates("two months ago", TODAY)
    assert when.low <= dt.date(2026, 3, 5) <= when.high


@pytest.mark.parametrize(
    "text", ["you may be hiring", "teams march on", "sometime soon", "whenever it suits"]
)
def test_verbs_and_vague_words_are_no_times(text: str) -> None:
    assert read_dates(text, TODAY) == ()


@pytest.mark.parametrize(
    ("text", "concrete"),
    [("tuesday", True), ("12 may", True), ("next week", True), ("in june", False), ("q3", False)],
)
def test_only_a_day_or_a_named_week_is_concrete(text: str, concrete: bool) -> None:
    (when,) = read_dates(text, TODAY)
    assert when.concrete is concrete
