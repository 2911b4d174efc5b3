"""Which practice a text speaks of."""

import pytest
from tenacious_judge.reading.peers.practice import read_topic, same_practice, stem
from tenacious_judge.reading.peers.words import word_set, words


@pytest.mark.parametrize(
    ("said", "confirmed"),
    [
        ("run an ml platform team", "dedicated MLOps team"),
        ("keep people whose job is models in production", "dedicated MLOps team"),
        ("tests its prompts before each release", "LLM evaluation harness"),
        ("hand the pager around the globe", "follow-the-sun on-call rotation"),
        ("post for machine learning engineers", "public ML job postings"),
        ("publishes a fact sheet for every model", "published model cards"),
    ],
)
def test_one_practice_in_two_wordings(said: str, confirmed: str) -> None:
    assert same_practice(read_topic(said), read_topic(confirmed.lower()))


@pytest.mark.parametrize(
    ("said", "confirmed"),
    [
        ("have an ml platform team", "hired two ML engineers"),
        ("run an evaluation harness", "dedicated MLOps team"),
        ("have a dedicated ml team", "hired two ML engineers"),
        ("have deployed agentic ai", "two of ten peers show AI signal"),
        ("keep a data quality group", "follow-the-sun on-call rotation"),
    ],
)
def test_a_step_up_is_another_practice(said: str, confirmed: str) -> None:
    assert not same_practice(read_topic(said), read_topic(confirmed.lower()))


def test_endings_do_not_matter() -> None:
    assert stem("evaluations") == stem("evaluate") == stem("evaluating")
    assert stem("shipping") == stem("shipped") == "ship"


def test_every_list_of_words_compiles() -> None:
    assert words("experience").search("teams usually run short of recruiters")
    assert "engineers" in word_set("other_things")
