"""The command line: exit codes, what goes to which stream, what is printed."""

import asyncio
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from rich.console import Console
from tenacious_judge import bootstrap
from tenacious_judge.cli import main
from tenacious_judge.cli.cases import report
from tenacious_judge.cli.cases.scores import Interval, Row, Scores, Share
from tenacious_judge.cli.judge import show
from tenacious_judge.cli.looks import console
from tenacious_judge.datafiles import policy_path
from tenacious_judge.domain import Dimension, Severity
from tenacious_judge.settings import Settings
from tenacious_judge.store import MemoryStore
from tenacious_judge.wire import decode

from tests.docs import readme
from tests.support.service import client
from tests.support.verdicts import finding, verdict

BODY = "Elena,\n\nYou are [bold]scaling[/bold] fast 🙂, :smile: and we know it."


def request(body: str, **context: object) -> bytes:
    return json.dumps({"draft": {"body": body}, "context": context, "as_of": "2026-05-06T09:00:00Z"}).encode()


@pytest.fixture
def dishonest(tmp_path: Path) -> Path:
    path = tmp_path / "mail.json"
    path.write_bytes(readme.request(readme.README.read_text(encoding="utf-8")))
    return path


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


@pytest.mark.parametrize("arguments", [[], ["judge"], ["jugde", "x"], ["policy"], ["judge", "x", "--jsno"]])
def test_wrong_usage_is_64_and_never_a_verdict(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 64
    assert "usage: tenacious-judge" in capsys.readouterr().err


def test_a_dishonest_mail_exits_with_its_action(dishonest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run("judge", dishonest, "--json")
    answer = json.loads(capsys.readouterr().out)
    assert code == {"revise": 1, "hold": 2}[answer["action"]]
    assert answer["violations"]
    assert answer["timings_ms"]["total"] > 0


def test_the_shell_answers_as_the_service_does(dishonest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("judge", dishonest, "--json")
    answer = json.loads(capsys.readouterr().out)
    assert readme.lasting(answer) == readme.lasting(readme.judged(dishonest.read_bytes()))


def test_an_honest_mail_exits_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    signature = "Mara Lindt\nPartner\nTenacious Consulting\ntenacious.example"
    asked = {"role": "prospect", "content": "Please send me your notes."}
    raw = json.loads(request(f"Hi Elena,\n\nThe notes are below.\n\n{signature}", prior_thread=[asked]))
    raw["draft"]["kind"] = "reply"
    (tmp_path / "mail.json").write_text(json.dumps(raw))
    assert run("judge", tmp_path / "mail.json") == 0, capsys.readouterr().out
    assert "SEND" in capsys.readouterr().out


def test_a_mail_is_read_from_standard_input(dishonest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(dishonest.read_bytes())))
    assert run("judge", "-", "--json") in (1, 2)


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"{", 65, "the document"),
        (request(""), 65, "/draft/body"),
        (b'{"draft": {"body": "x"}, "contxt": {}}', 65, "/contxt"),
    ],
)
def test_bad_input_is_65_with_its_pointer(
    tmp_path: Path, content: bytes, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mail.json").write_bytes(content)
    assert run("judge", tmp_path / "mail.json") == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"tenacious-judge: {tmp_path / 'mail.json'}: {said}: ")


def test_bad_input_that_was_piped_is_said_to_be(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"draft": {"body": "a", "kind": 1}}')))
    assert run("judge", "-") == 65
    assert "tenacious-judge: standard input: /draft/kind: expected one of cold" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_66(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("judge", tmp_path / "gone.json") == 66
    assert "gone.json" in capsys.readouterr().err


def test_a_good_policy_shows_its_digest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("policy", "check", policy_path()) == 0
    assert "sha256:" in capsys.readouterr().out


async def test_what_the_service_shows_as_its_policy_can_be_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    service = bootstrap.build(Settings(store_url="memory:"), MemoryStore())
    async with client(service) as c:
        shown = await c.get("/policy")
    (tmp_path / "policy.json").write_bytes(shown.content)
    assert await asyncio.to_thread(run, "policy", "check", tmp_path / "policy.json") == 0
    assert shown.json()["digest"] in capsys.readouterr().out


@pytest.mark.parametrize(
    "change", [{"frshness": 3}, {"disabled_rules": ["NO-999"]}, {"severities": {"NO-999": "warn"}}]
)
def test_a_wrong_policy_is_78_and_named(
    tmp_path: Path, change: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    values = yaml.safe_load(policy_path().read_text())
    (tmp_path / "policy.yml").write_text(yaml.safe_dump({**values, **change}))
    assert run("policy", "check", tmp_path / "policy.yml") == 78
    said = capsys.readouterr().err
    assert "frshness" in said or "NO-999" in said
    assert run("judge", "-", "--policy", tmp_path / "policy.yml") == 78


def test_every_rule_is_listed_and_one_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules") == 0
    listed = capsys.readouterr().out
    some = listed.splitlines()[1].split()[0]
    assert run("rules", some.lower()) == 0
    assert some in capsys.readouterr().out
    assert run("rules", "NO-999") == 65


def test_rules_as_markdown_have_a_section_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "--markdown") == 0
    text = capsys.readouterr().out
    index = [line.split("[")[1].split("]")[0] for line in text.splitlines() if line.startswith("| [")]
    assert index
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == index


def test_cases_print_a_table_and_with_json_only_json(
    tmp_path: Path, dishonest: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = {"verdict": "fail", "dimension": "bench_commitment_honesty", "reason": "six asked, three there"}
    line = {"id": "a", "request": json.loads(dishonest.read_text()), "gold": gold, "trust": "high"}
    (tmp_path / "c.jsonl").write_text(json.dumps(line) + "\n")
    assert run("cases", tmp_path / "c.jsonl", "--errors") == 0
    assert "bench commitment  " in capsys.readouterr().out
    assert run("cases", tmp_path / "c.jsonl", "--json") == 0
    assert json.loads(capsys.readouterr().out)["cases"] == 1
    assert run("cases", tmp_path / "c.jsonl", "--dimension", "tone") == 65
    assert run("cases", tmp_path / "c.jsonl", "--dimension", "tune") == 65


def test_the_mail_is_shown_as_it_is_with_its_violations_marked() -> None:
    at = BODY.index("scaling")
    found = finding(Dimension.SIGNAL, severity=Severity.HOLD, span=(at, at + 7), body=BODY)
    out = console()
    out.file = io.StringIO()
    out._color_system = None
    show(out, decode(request(BODY)), verdict(found))
    text = out.file.getvalue()
    assert "HOLD" in text
    assert "[bold]scaling[/bold] fast 🙂, :smile:" in text
    assert f'body {at}-{at + 7} "scaling"' in text


def at_a_terminal(width: int) -> Console:
    return Console(
        width=width, file=io.StringIO(), force_terminal=True, color_system=None, highlight=False, markup=False
    )


def printed(out: Console) -> list[str]:
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue().splitlines()


@pytest.mark.parametrize("width", [80, 120])
def test_tables_fit_a_terminal_and_nothing_in_them_is_cut(
    width: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, dishonest: Path
) -> None:
    out = at_a_terminal(width)
    monkeypatch.setattr("tenacious_judge.cli.rules.console", lambda: out)
    assert run("rules") == 0
    assert len(printed(out)) > 100
    assert any(line.startswith("SIG-003") and "unsupported-growth-claim" in line for line in printed(out))
    many = Share(888, 999)
    row = Row("signal_grounding_fidelity", many, many, many, many, 0.888, Interval(0.88, 0.89))
    report.print_table(out, "trust high and medium", Scores((row,), row, 0.888, row.interval))
    assert any("888/999  888/999     0.888  0.88-0.89  888/999  888/999" in line for line in printed(out))
    assert max(map(len, printed(out))) <= 80
    assert not any("…" in line for line in printed(out))


def test_a_long_explanation_is_indented_at_a_terminal_and_whole_in_a_pipe(
    capsys: pytest.CaptureFixture[str], dishonest: Path
) -> None:
    request = decode(dishonest.read_bytes())
    long = replace(
        finding(Dimension.BENCH, span=(0, 3), body=request.draft.body), message="so " * 60 + "it is"
    )
    out = at_a_terminal(80)
    show(out, request, verdict(long))
    lines = printed(out)
    why = next(i for i, line in enumerate(lines) if line.startswith("   why  "))
    assert lines[why + 1].startswith(" " * 8 + "so so")
    assert max(map(len, lines[why:])) <= 80
    show(console(), request, verdict(long))
    assert "   why  " + "so " * 60 + "it is" in capsys.readouterr().out.splitlines()


def test_the_installed_command_answers_its_version() -> None:
    command = Path(sys.executable).with_name("tenacious-judge")
    answered = subprocess.run([command, "--version"], capture_output=True, text=True, check=True, timeout=30)
    assert answered.stdout.startswith("tenacious-judge 0.")


def test_a_process_of_its_own_lists_the_rules_and_writes_them_down() -> None:
    command = Path(sys.executable).with_name("tenacious-judge")
    for arguments in (["rules"], ["rules", "--markdown"]):
        listed = subprocess.run(
            [command, *arguments], capture_output=True, text=True, check=True, timeout=60
        ).stdout
        assert "SIG-003" in listed
        assert "BEN-001" in listed


def test_a_reader_that_leaves_early_is_no_error() -> None:
    judge = Path(sys.executable).with_name("tenacious-judge")
    command = f"{judge} rules --markdown | head -1; echo ${{PIPESTATUS[0]}}"
    piped = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, timeout=30)
    assert piped.stdout.splitlines() == ["# The rules", "0"]
    assert piped.stderr == ""
