"""The README says what is so."""

import dataclasses
import re
import shlex

import pytest
from tenacious_judge.cli import exits
from tenacious_judge.cli.main import parser
from tenacious_judge.errors import JudgeError
from tenacious_judge.settings import PREFIX, Settings

from tests.docs import readme
from tests.support.server import ROOT

TEXT = readme.README.read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_the_answer_shown_is_the_answer_given() -> None:
    assert readme.lasting(readme.shown(TEXT)) == readme.lasting(readme.judged(readme.request(TEXT)))


def test_the_answer_shown_has_the_members_of_a_real_one_in_their_order() -> None:
    assert list(readme.shown(TEXT)) == list(readme.judged(readme.request(TEXT)))


def test_the_example_shows_a_span_an_evidence_and_feedback() -> None:
    answer = readme.shown(TEXT)
    assert answer["action"] != "send"
    assert any(v["span"] and v["evidence"] for v in answer["violations"])
    assert answer["feedback"].startswith("1. ")


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:^|`|=\S+ )make ([a-z]+)", TEXT, re.M))))
def test_every_make_target_exists(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("line", re.findall(r"^tenacious-judge .+$", TEXT, re.MULTILINE))
def test_every_command_is_one(line: str) -> None:
    words = shlex.split(line.split(" < ")[0], comments=True)
    assert parser().parse_args(words[1:]).module


def test_settings_are_those_that_exist() -> None:
    known = {f"{PREFIX}{field.name.upper()}" for field in dataclasses.fields(Settings)}
    assert set(re.findall(rf"{PREFIX}[A-Z_]+", TEXT)) == known


def test_every_error_status_is_told() -> None:
    section = TEXT.split("## Errors")[1].split("\n## ")[0]
    rows = re.findall(r"^\| ([\d, ]+) \|", section, re.MULTILINE)
    told = {int(status) for row in rows for status in row.split(",")}
    raised = {error.status for error in JudgeError.__subclasses__()} - {500}
    assert raised | {405} <= told


def test_every_exit_code_is_told() -> None:
    section = TEXT.split("## From a shell")[1].split("\n## ")[0]
    codes = {code for name, code in vars(exits).items() if name.isupper() and isinstance(code, int)}
    assert all(re.search(rf"\b{code}\b", section) for code in codes)


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#]+)\)", TEXT))))
def test_links_lead_somewhere(link: str) -> None:
    assert link.startswith("http") or (ROOT / link).exists()
