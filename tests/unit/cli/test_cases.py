"""Labelled cases: what is read, what counts as right, and the figures."""

import io
import json
import random
import statistics
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from tenacious_judge.cli.cases import report
from tenacious_judge.cli.cases.judged import Judged, judge_all
from tenacious_judge.cli.cases.labelled import load
from tenacious_judge.cli.cases.scores import Share, _resampled, score
from tenacious_judge.cli.gate import Ruling
from tenacious_judge.domain import Action, Dimension, Severity, Verdict
from tenacious_judge.errors import BadInput
from tenacious_judge.wire import decode

from tests.support.verdicts import finding, verdict

BODY = "Elena,\n\nYou are clearly scaling aggressively. Tuesday at 10?"
AT = (BODY.index("clearly"), BODY.index("."))


class FakeGate:
    """Answers each request with the verdict that stands for the word its body begins with."""

    def __init__(self, **verdicts: Verdict) -> None:
        self.verdicts = verdicts

    def judge(self, raw: bytes) -> Ruling:
        request = decode(raw)
        word = request.draft.body.split()[0].strip(",").lower()
        if word == "crash":
            return Ruling(request, verdict(), 0.001, "KeyError at engine.py:1")
        return Ruling(request, self.verdicts.get(word, verdict()), 0.001)


def line(gold: dict[str, Any], body: str = BODY, **more: Any) -> dict[str, Any]:
    return {"id": "c-1", "request": {"draft": {"body": body}}, "gold": gold, "trust": "high", **more}


def write(path: Path, *lines: dict[str, Any]) -> Path:
    path.write_text("\n".join(json.dumps(one) for one in lines) + "\n", encoding="utf-8")
    return path


def run(path: Path, gate: FakeGate | None = None) -> list[Judged]:
    return list(judge_all(load([path]), gate or FakeGate()))


SIGNAL_FAIL = {"verdict": "fail", "dimension": "signal_grounding_fidelity", "reason": "growth claim"}
SIGNAL_PASS = {**SIGNAL_FAIL, "verdict": "pass"}


def test_only_the_labelled_dimension_counts(tmp_path: Path) -> None:
    path = write(tmp_path / "c.jsonl", line(SIGNAL_FAIL), line(SIGNAL_PASS))
    of_tone = FakeGate(elena=verdict(finding(Dimension.TONE)))
    of_signal = FakeGate(elena=verdict(finding(Dimension.SIGNAL)))
    assert [j.right for j in run(path, of_tone)] == [False, True]
    assert [j.right for j in run(path, of_signal)] == [True, False]


def test_a_warning_does_not_fail_a_dimension(tmp_path: Path) -> None:
    warned = FakeGate(elena=verdict(finding(Dimension.SIGNAL, severity=Severity.WARN)))
    assert [j.right for j in run(write(tmp_path / "c.jsonl", line(SIGNAL_PASS)), warned)] == [True]


def test_without_a_dimension_the_mail_as_a_whole_counts(tmp_path: Path) -> None:
    path = write(
        tmp_path / "c.jsonl", line({"verdict": "fail", "dimension": None}), line({"verdict": "pass"})
    )
    assert [j.right for j in run(path, FakeGate(elena=verdict(finding(None, severity=Severity.HOLD))))] == [
        True,
        False,
    ]


def test_a_clean_mail_must_be_sendable_whatever_its_dimension_says(tmp_path: Path) -> None:
    path = write(tmp_path / "c.jsonl", line({**SIGNAL_PASS, "clean": True}))
    (judged,) = run(path, FakeGate(elena=verdict(finding(Dimension.TONE))))
    assert judged.right
    assert judged.wrong
    assert not judged.kept
    assert [f.dimension for f in judged.findings] == [Dimension.TONE]
    assert score([judged]).total.kept == Share(0, 1)


def test_clean_says_nothing_about_a_fail(tmp_path: Path) -> None:
    path = write(tmp_path / "c.jsonl", line({**SIGNAL_FAIL, "clean": True}))
    (judged,) = run(path, FakeGate(elena=verdict(finding(Dimension.SIGNAL))))
    assert not judged.wrong
    assert score([judged]).total.kept == Share(0, 0)


@pytest.mark.parametrize(
    ("gold_span", "found"),
    [
        ("scaling", True),
        ("Tuesday", False),
        ({"field": "body", "start": AT[1] - 1, "end": AT[1] + 1}, True),
        ({"field": "body", "start": AT[1], "end": AT[1] + 1}, False),
        (None, None),
    ],
)
def test_a_gold_span_is_found_where_a_finding_overlaps_it(
    tmp_path: Path, gold_span: Any, found: bool | None
) -> None:
    path = write(tmp_path / "c.jsonl", line({**SIGNAL_FAIL, "span": gold_span}))
    (judged,) = run(path, FakeGate(elena=verdict(finding(Dimension.SIGNAL, span=AT, body=BODY))))
    assert judged.span_found is found
    assert score([judged]).total.spans == Share(int(found is True), int(found is not None))


def test_the_finding_of_another_dimension_does_not_find_the_span(tmp_path: Path) -> None:
    path = write(tmp_path / "c.jsonl", line({**SIGNAL_FAIL, "span": "scaling"}))
    other = (finding(Dimension.TONE, span=AT, body=BODY), finding(Dimension.SIGNAL))
    assert [j.span_found for j in run(path, FakeGate(elena=verdict(*other)))] == [False]


def test_a_refused_request_is_never_right(tmp_path: Path) -> None:
    bad = line(SIGNAL_PASS)
    bad["request"]["contxt"] = {}
    (judged,) = run(write(tmp_path / "c.jsonl", bad))
    assert judged.verdict is None
    assert not judged.right
    assert "contxt" in judged.error
    assert score([judged]).total.passes == Share(0, 1)


def test_a_case_that_meets_a_bug_is_never_right(tmp_path: Path) -> None:
    (judged,) = run(write(tmp_path / "c.jsonl", line(SIGNAL_PASS, "crash now")))
    assert not judged.right
    assert "KeyError" in judged.error


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{", r"c\.jsonl:1: "),
        ('\n\n{"id": "x"}', r"c\.jsonl:3: .*request"),
        (
            json.dumps(line({"verdict": "maybe"})),
            r"c\.jsonl:1: /gold/verdict: expected one of pass, fail, got 'maybe'",
        ),
        (
            json.dumps(line({"verdict": "fail", "dimension": "tone"})),
            r"c\.jsonl:1: /gold/dimension: .*tone_preservation, got 'tone'",
        ),
    ],
)
def test_a_line_that_is_no_case_is_named(tmp_path: Path, content: str, complaint: str) -> None:
    (tmp_path / "c.jsonl").write_text(content)
    with pytest.raises(BadInput, match=complaint):
        load([tmp_path / "c.jsonl"])


def test_a_gold_span_that_is_not_in_the_mail_is_a_wrong_case_file(tmp_path: Path) -> None:
    path = write(tmp_path / "c.jsonl", line({**SIGNAL_FAIL, "span": "not there"}))
    with pytest.raises(BadInput, match=r"c\.jsonl:1: .*not in the mail"):
        run(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"gone\.jsonl"):
        load([tmp_path / "gone.jsonl"])


def many(tmp_path: Path) -> list[Judged]:
    """Signal: 8 of 10 passes and 15 of 20 fails are right. Gap: 1 of 2 fails, no passes."""
    gap_fail = {"verdict": "fail", "dimension": "competitor_gap_honesty"}
    lines = [line(SIGNAL_PASS, f"{'good' if i < 8 else 'bad'} x") for i in range(10)]
    lines += [line(SIGNAL_FAIL, f"{'bad' if i < 15 else 'good'} x") for i in range(20)]
    lines += [line(gap_fail, "bad x"), line(gap_fail, "good x")]
    gate = FakeGate(bad=verdict(finding(Dimension.SIGNAL), finding(Dimension.GAP)))
    return run(write(tmp_path / "c.jsonl", *lines), gate)


def test_recalls_and_balanced_accuracy(tmp_path: Path) -> None:
    scores = score(many(tmp_path))
    signal, gap = scores.rows
    assert (signal.passes, signal.fails) == (Share(8, 10), Share(15, 20))
    assert signal.balanced == pytest.approx(0.775)
    assert gap.balanced is None
    assert gap.interval is None
    assert scores.total.fails == Share(16, 22)
    assert scores.mean == pytest.approx(0.775)


def test_intervals_hold_the_value_and_the_seed_repeats_them(tmp_path: Path) -> None:
    judged = many(tmp_path)
    first, same, other = (score(judged, seed=seed).rows[0].interval for seed in (1, 1, 2))
    assert first == same
    assert first is not None
    assert other is not None
    assert first.low < 0.775 < first.high
    assert 0.2 < first.high - first.low < 0.5
    assert other.low == pytest.approx(first.low, abs=0.05)


def test_resampling_is_binomial() -> None:
    drawn = _resampled(Share(30, 40), random.Random(0), 20_000)
    assert statistics.mean(drawn) == pytest.approx(0.75, abs=0.005)
    assert statistics.stdev(drawn) == pytest.approx((0.75 * 0.25 / 40) ** 0.5, rel=0.03)
    assert set(_resampled(Share(5, 5), random.Random(0), 10)) == {1.0}
    assert set(_resampled(Share(0, 5), random.Random(0), 10)) == {0.0}


def printed(print_it: Any, *arguments: Any) -> str:
    out = io.StringIO()
    print_it(Console(file=out, width=140, highlight=False, emoji=False), *arguments)
    return out.getvalue()


def test_the_table_says_n_recalls_and_dashes_for_what_cannot_be_counted(tmp_path: Path) -> None:
    text = printed(report.print_table, "trust high and medium", score(many(tmp_path)))
    signal = next(row for row in text.splitlines() if "signal grounding" in row)
    gap = next(row for row in text.splitlines() if "competitor gap" in row)
    for cell in ("8/10", "15/20", "0.775"):
        assert cell in signal
    assert gap.split() == ["competitor", "gap", "-", "1/2", "-"]
    assert "spans" not in text


def test_errors_show_the_gold_reason_the_finding_and_its_span(tmp_path: Path) -> None:
    path = write(
        tmp_path / "c.jsonl",
        line(SIGNAL_PASS, id="right"),
        line(SIGNAL_FAIL, "fine [x] :smile:", id="missed"),
    )
    false_alarm = FakeGate(elena=verdict(finding(Dimension.SIGNAL, span=AT, body=BODY, rule="SIG-009")))
    text = printed(report.print_errors, run(path, false_alarm))
    assert "SIG-009 block" in text
    assert '"clearly scaling aggressively"' in text
    assert "growth claim" in text
    assert "fine [x] :smile:" in text
    assert "2 of 2 cases are wrong" in text


def test_without_errors_it_says_so(tmp_path: Path) -> None:
    path = write(tmp_path / "c.jsonl", line(SIGNAL_PASS))
    assert "0 of 1 cases are wrong" in printed(report.print_errors, run(path))


def test_the_json_report_is_json_and_has_the_same_figures(tmp_path: Path) -> None:
    judged = many(tmp_path)
    read = json.loads(json.dumps(report.as_json([("all", score(judged))], judged)))
    assert read["cases"] == 32
    assert read["scores"]["all"]["rows"][0]["balanced_accuracy"] == pytest.approx(0.775)
    assert len(read["errors"]) == 2 + 5 + 1
    assert read["errors"][0]["action"] == Action.REVISE
