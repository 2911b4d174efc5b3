import pytest
from tenacious_judge.cost import Prices, cost
from tenacious_judge.domain import JudgeReport


def test_cost_is_measured_time_at_its_price() -> None:
    report = JudgeReport(device_seconds=2.0, prompt_tokens=812, cached_tokens=512, completion_tokens=5)
    found = cost(1.0, report, Prices(core_hour_usd=0.36, device_hour_usd=3.6))
    assert found.usd == pytest.approx(0.0001 + 0.002)
    assert (found.prompt_tokens, found.cached_tokens, found.completion_tokens) == (812, 512, 5)


def test_a_free_machine_costs_nothing() -> None:
    assert cost(5.0, JudgeReport(device_seconds=5.0), Prices(0.0, 0.0)).usd == 0.0
