"""Figures: what is counted, and that no input can make a new label."""

import pytest
from prometheus_client.parser import text_string_to_metric_families
from tenacious_judge.domain import Action, Dimension, JudgeReport, Severity, Timings, Unread
from tenacious_judge.metrics import Metrics
from tenacious_judge.policy import decide, fail_closed

from tests.support.service import DEFAULT, finding


def metrics() -> Metrics:
    return Metrics(("SIG-003",), version="1.2.3")


def sample(of: Metrics, name: str, **labels: str) -> float:
    value = of.registry.get_sample_value(f"tenacious_judge_{name}", labels)
    return -1.0 if value is None else value


def test_a_verdict_is_counted_by_outcome_action_dimension_and_rule() -> None:
    m = metrics()
    verdict = decide((finding(Severity.BLOCK, Dimension.SIGNAL),), JudgeReport(), DEFAULT, ())
    m.verdict(verdict, verdict.action)
    assert sample(m, "verdicts_total", verdict="fail", enforced="true") == 1
    assert sample(m, "actions_total", action="revise", enforced="true") == 1
    assert sample(m, "dimension_fails_total", dimension="signal_grounding_fidelity") == 1
    assert sample(m, "dimension_fails_total", dimension="tone_preservation") == 0
    assert sample(m, "rule_hits_total", rule="SIG-003", severity="block") == 1


def test_shadow_verdicts_are_counted_apart_with_their_real_action() -> None:
    m = metrics()
    verdict = decide((finding(),), JudgeReport(), DEFAULT, (), shadow=True)
    m.verdict(verdict, verdict.shadow_action or verdict.action)
    assert sample(m, "actions_total", action="revise", enforced="false") == 1
    assert sample(m, "actions_total", action="revise", enforced="true") == 0


def test_a_rule_nobody_registered_is_counted_as_other() -> None:
    m = metrics()
    verdict = decide((finding(rule="X-999"),), JudgeReport(), DEFAULT, ())
    m.verdict(verdict, verdict.action)
    assert sample(m, "rule_hits_total", rule="other", severity="block") == 1
    assert b"X-999" not in m.render()


def test_what_is_missing_is_counted_by_cause() -> None:
    m = metrics()
    verdict = fail_closed("a bug.", (), ())
    m.verdict(verdict, verdict.action)
    m.unexpected("rubric")
    assert sample(m, "degraded_total") == 1
    assert sample(m, "unexpected_errors_total", stage="rubric") == 1
    assert sample(m, "judge_unread_total", cause=Unread.TIMEOUT.value) == 0


def test_stages_are_observed_in_seconds() -> None:
    m = metrics()
    m.timings(Timings(queue=1.0, rubric=2.0, judge=0.0, store=4.0, total=8.0))
    for stage, seconds in (
        ("queue", 0.001),
        ("rubric", 0.002),
        ("judge", 0.0),
        ("store", 0.004),
        ("total", 0.008),
    ):
        assert sample(m, "stage_seconds_sum", stage=stage) == pytest.approx(seconds)
        assert sample(m, "stage_seconds_count", stage=stage) == 1


def test_paths_and_methods_from_outside_share_one_label() -> None:
    m = metrics()
    m.know_routes(["/judge"])
    m.request("/judge", "POST", 200)
    for i in range(100):
        m.request(f"/scan/{i}", f"M{i}", 404)
    m.request(None, "GET", 404)
    assert sample(m, "requests_total", route="/judge", method="POST", status="200") == 1
    assert sample(m, "requests_total", route="other", method="other", status="404") == 100
    assert sample(m, "requests_total", route="other", method="GET", status="404") == 1


def test_the_store_is_asked_when_rendered() -> None:
    m = metrics()
    depth = [3]
    m.watch_store(lambda: depth[0])
    depth[0] = 5
    assert sample(m, "store_queue_depth") == 5


def test_the_text_parses_and_every_name_carries_the_prefix() -> None:
    families = list(text_string_to_metric_families(metrics().render().decode()))
    assert len(families) > 12
    assert not [f.name for f in families if f.name.endswith("_created")]
    assert all(f.name.startswith("tenacious_judge_") and f.documentation for f in families)


def test_two_services_in_one_process_do_not_share_figures() -> None:
    one, two = metrics(), metrics()
    one.replays.inc()
    assert sample(two, "idempotent_replays_total") == 0
    assert Action.SEND.value in one.render().decode()
