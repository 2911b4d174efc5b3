"""decide(): findings and a report in, a verdict out; every cause of doubt against every failure mode."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tenacious_judge.domain import (
    Action,
    Dimension,
    FailureMode,
    Finding,
    JudgeMode,
    JudgeReport,
    Opinion,
    Outcome,
    Severity,
    Unread,
    Verdict,
    Warn,
)
from tenacious_judge.policy import JUDGE_RULE, decide, fail_closed

from tests.support.service import DEFAULT, finding, with_judge

ADVISE, VETO = with_judge(JudgeMode.ADVISE), with_judge(JudgeMode.VETO)


def report(probability: float = 0.9, *, threshold: float = 0.5, veto: bool = True) -> JudgeReport:
    opinions = tuple(Opinion(d, probability, threshold, veto) for d in Dimension)
    return JudgeReport("fake", "fake", "ok", opinions)


def verdict_on(*findings: Finding) -> Verdict:
    return decide(findings, JudgeReport(), DEFAULT, ())


def test_a_mail_without_findings_is_sent() -> None:
    verdict = verdict_on()
    assert (verdict.verdict, verdict.action, verdict.score) == (Outcome.PASS, Action.SEND, 1.0)
    assert [d.name for d in verdict.dimensions] == list(Dimension)
    assert all(d.verdict is Outcome.PASS and d.threshold is None for d in verdict.dimensions)
    assert (verdict.degraded, verdict.feedback, verdict.judge.status) == (False, "", "none")


def test_a_block_is_revised_and_fails_its_dimension_alone() -> None:
    verdict = verdict_on(finding(Severity.BLOCK, Dimension.GAP))
    assert (verdict.verdict, verdict.action) == (Outcome.FAIL, Action.REVISE)
    assert [d.name for d in verdict.dimensions if d.verdict is Outcome.FAIL] == [Dimension.GAP]


def test_hold_wins_over_revise() -> None:
    findings = (finding(Severity.BLOCK, Dimension.TONE), finding(Severity.HOLD, Dimension.BENCH))
    for order in (findings, findings[::-1]):
        assert decide(order, JudgeReport(), DEFAULT, ()).action is Action.HOLD


def test_a_warning_fails_nothing() -> None:
    verdict = verdict_on(finding(Severity.WARN), finding(Severity.WARN, None))
    assert (verdict.verdict, verdict.action) == (Outcome.PASS, Action.SEND)
    assert verdict.score == 0.81


def test_integrity_fails_the_mail_and_no_dimension() -> None:
    verdict = verdict_on(finding(Severity.HOLD, None, rule="INT-001"))
    assert (verdict.verdict, verdict.action, verdict.score) == (Outcome.FAIL, Action.HOLD, 0.2)
    assert all(d.verdict is Outcome.PASS for d in verdict.dimensions)


def test_shadow_sends_and_says_what_it_would_have_done() -> None:
    verdict = decide((finding(),), JudgeReport(), DEFAULT, (), shadow=True)
    assert (verdict.verdict, verdict.action, verdict.enforced) == (Outcome.FAIL, Action.SEND, False)
    assert verdict.shadow_action is Action.REVISE
    assert verdict_on().shadow_action is None


def test_without_a_judge_in_the_policy_a_report_counts_for_nothing() -> None:
    verdict = decide((), report(0.0), DEFAULT, ())
    assert verdict.action is Action.SEND
    assert all(d.judge_pass_probability is None for d in verdict.dimensions)


def test_an_adviser_is_reported_and_decides_nothing() -> None:
    verdict = decide((), report(0.01), ADVISE, ())
    assert (verdict.action, verdict.score) == (Action.SEND, 1.0)
    assert all((d.judge_pass_probability, d.threshold) == (0.01, 0.5) for d in verdict.dimensions)


@pytest.mark.parametrize(("probability", "action"), [(0.4999, Action.REVISE), (0.5, Action.SEND)])
def test_a_vetoing_judge_fails_a_dimension_below_its_threshold(probability: float, action: Action) -> None:
    assert decide((), report(probability), VETO, ()).action is action


def test_a_veto_is_a_violation_that_the_feedback_tells() -> None:
    verdict = decide((), report(0.07), VETO, ())
    assert {v.rule for v in verdict.violations} == {JUDGE_RULE}
    assert {v.source for v in verdict.violations} == {"judge"}
    assert {v.dimension for v in verdict.violations} == set(Dimension)
    assert all((d.rubric_score, d.score) == (1.0, 0.07) for d in verdict.dimensions)
    assert "0.07" in verdict.feedback


def test_an_opinion_without_veto_only_advises() -> None:
    assert decide((), report(0.0, veto=False), VETO, ()).action is Action.SEND


def test_a_judge_never_clears_what_a_rule_found() -> None:
    assert decide((finding(),), report(1.0), VETO, ()).action is Action.REVISE


UNREADABLE = {
    "no opinion at all": (JudgeReport("fake", "fake", "ok"), Unread.MISSING),
    "an opinion short": (
        JudgeReport("fake", "fake", "ok", report().opinions[:4]),
        Unread.UNREADABLE,
    ),
    "one dimension twice": (
        JudgeReport("fake", "fake", "ok", (*report().opinions[:4], report().opinions[0])),
        Unread.UNREADABLE,
    ),
    "six opinions": (
        JudgeReport("fake", "fake", "ok", (*report().opinions, report().opinions[0])),
        Unread.UNREADABLE,
    ),
    "NaN": (report(math.nan), Unread.NOT_FINITE),
    "infinity": (report(math.inf), Unread.NOT_FINITE),
    "above one": (report(1.01), Unread.NOT_FINITE),
    "below zero": (report(-0.01), Unread.NOT_FINITE),
    "a threshold of NaN": (report(0.9, threshold=math.nan), Unread.NOT_FINITE),
    **{
        f"unread: {cause.value}": (JudgeReport("fake", "fake", "ok", report().opinions, cause), cause)
        for cause in Unread
    },
}


@pytest.mark.parametrize("mode", [JudgeMode.ADVISE, JudgeMode.VETO])
@pytest.mark.parametrize("name", UNREADABLE)
def test_a_judge_in_doubt_holds_the_mail(name: str, mode: JudgeMode) -> None:
    doubtful, cause = UNREADABLE[name]
    verdict = decide((), doubtful, with_judge(mode), ())
    assert (verdict.verdict, verdict.action, verdict.degraded) == (Outcome.FAIL, Action.HOLD, True)
    assert (verdict.judge.unread, verdict.judge.status) == (cause, cause.value)
    assert verdict.score == 0.0
    assert all(
        (d.verdict, d.score, d.rubric_score, d.judge_pass_probability) == (Outcome.FAIL, 0.0, 1.0, None)
        for d in verdict.dimensions
    )
    assert "A person must look" in verdict.feedback


@pytest.mark.parametrize(("cause", "failure"), list(itertools.product(Unread, FailureMode)))
@pytest.mark.parametrize("severity", [None, *Severity])
def test_each_cause_follows_its_own_failure_mode(
    cause: Unread, failure: FailureMode, severity: Severity | None
) -> None:
    """The table: every cause, every failure mode, every kind of finding; other causes hold."""
    opposite = FailureMode.HOLD if failure is FailureMode.RUBRIC_ONLY else FailureMode.RUBRIC_ONLY
    policy = with_judge(JudgeMode.VETO, failure_modes={**dict.fromkeys(Unread, opposite), cause: failure})
    findings = () if severity is None else (finding(severity),)
    unread = JudgeReport("fake", "fake", cause.value, unread=cause)
    by_rules = {Severity.BLOCK: Action.REVISE, Severity.HOLD: Action.HOLD}.get(
        severity or Severity.WARN, Action.SEND
    )
    verdict = decide(findings, unread, policy, ())
    assert verdict.degraded
    assert verdict.action is (by_rules if failure is FailureMode.RUBRIC_ONLY else Action.HOLD)
    assert (verdict.verdict is Outcome.PASS) is (verdict.action is Action.SEND)


def test_a_mail_that_could_not_be_judged_is_held_whatever_was_found() -> None:
    verdict = fail_closed("a bug.", (), ())
    assert (verdict.verdict, verdict.action, verdict.degraded, verdict.score) == (
        *(Outcome.FAIL, Action.HOLD, True),
        0.0,
    )
    assert all(d.verdict is Outcome.FAIL for d in verdict.dimensions)
    assert verdict.feedback == "1. A person must look before this is sent: a bug."


def test_ten_thousand_violations_are_cut_and_no_dimension_is_crowded_out() -> None:
    many = [finding(Severity.BLOCK, Dimension.TONE, at=(i, i + 1), text="x") for i in range(10_000)]
    verdict = verdict_on(*many, finding(Severity.HOLD, Dimension.BENCH, at=(10_000, 10_001)))
    assert len(verdict.violations) == 41
    assert verdict.action is Action.HOLD
    assert verdict.dimensions[1].verdict is Outcome.FAIL
    assert verdict.warnings == (Warn("/draft", "9960 more violations are not listed"),)


FINDINGS = st.lists(
    st.builds(
        finding,
        st.sampled_from(Severity),
        st.sampled_from([None, *Dimension]),
        at=st.none() | st.tuples(st.integers(0, 50), st.integers(50, 60)),
    ),
    max_size=8,
)
REPORTS = st.builds(report, st.floats(0, 1), threshold=st.floats(0, 1), veto=st.booleans()) | st.builds(
    lambda cause: JudgeReport(unread=cause), st.sampled_from(Unread)
)
POLICIES = st.sampled_from([DEFAULT, ADVISE, VETO])


@given(FINDINGS, REPORTS, POLICIES)
def test_the_mail_passes_only_if_every_dimension_does(
    findings: list[Finding], said: JudgeReport, policy: object
) -> None:
    assert isinstance(policy, type(DEFAULT))
    verdict = decide(findings, said, policy, ())
    assert (verdict.action is Action.SEND) == (verdict.verdict is Outcome.PASS)
    if verdict.verdict is Outcome.PASS:
        assert all(d.verdict is Outcome.PASS for d in verdict.dimensions)
        assert all(v.severity is Severity.WARN for v in verdict.violations)
    else:
        assert verdict.feedback


@given(FINDINGS, FINDINGS, REPORTS, POLICIES)
def test_a_further_finding_never_turns_fail_into_pass(
    few: list[Finding], more: list[Finding], said: JudgeReport, policy: object
) -> None:
    assert isinstance(policy, type(DEFAULT))
    rank = [Action.SEND, Action.REVISE, Action.HOLD]
    before, after = decide(few, said, policy, ()), decide([*few, *more], said, policy, ())
    assert rank.index(after.action) >= rank.index(before.action)
    assert after.score <= before.score


@given(FINDINGS, REPORTS, POLICIES)
def test_scores_can_be_recomputed_from_the_answer(
    findings: list[Finding], said: JudgeReport, policy: object
) -> None:
    """By the formula in the OpenAPI document, from public fields alone."""
    assert isinstance(policy, type(DEFAULT))
    verdict = decide(findings, said, policy, ())
    left = {Severity.BLOCK: 0.2, Severity.HOLD: 0.2, Severity.WARN: 0.9}
    closed = verdict.degraded and policy.judge.failure_modes[verdict.judge.unread or Unread.DEAD] == "hold"
    for dimension in verdict.dimensions:
        mine = [v for v in verdict.violations if v.dimension is dimension.name]
        rubric = math.prod(left[v.severity] for v in mine if v.source == "rubric")
        assert dimension.rubric_score == pytest.approx(rubric, abs=6e-5)
        score = dimension.rubric_score
        if any(v.source == "judge" for v in mine):
            assert dimension.judge_pass_probability is not None
            score = min(score, dimension.judge_pass_probability)
        assert dimension.score == (0.0 if closed else score)
    integrity = math.prod(left[v.severity] for v in verdict.violations if v.dimension is None)
    mail = math.prod(d.score for d in verdict.dimensions) * integrity
    assert verdict.score == pytest.approx(mail, abs=2e-4)
