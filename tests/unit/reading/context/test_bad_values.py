"""A wrong type, a number out of range, a date that is none: refused at the pointer. The vague is kept."""

from typing import Any

import pytest
from tenacious_judge.domain import FactKind as K
from tenacious_judge.errors import BadInput
from tenacious_judge.reading.bench import read_bench
from tenacious_judge.reading.context import read_hiring

from tests.unit.reading.context.support import POLICY, TODAY, facts, values

ROOT = "/context/hiring_signal_brief"


@pytest.mark.parametrize(
    ("brief", "pointer"),
    [
        (5, ""),
        (True, ""),
        ([1, 2], ""),
        ({"open_roles": -1}, "/open_roles"),
        ({"open_roles": True}, "/open_roles"),
        ({"open_roles": 2.5}, "/open_roles"),
        ({"open_roles": "banana"}, "/open_roles"),
        ({"hiring_velocity": {"open_roles_today": []}}, None),
        ({"hiring_velocity": {"open_roles_today": {}}}, "/hiring_velocity/open_roles_today"),
        ({"hiring_velocity": {"open_roles_60_days_ago": [1]}}, "/hiring_velocity/open_roles_60_days_ago"),
        ({"hiring_velocity": True}, "/hiring_velocity"),
        ({"hiring_velocity": [1]}, "/hiring_velocity/0"),
        ({"velocity_label": True}, "/velocity_label"),
        ({"headcount": -3}, "/headcount"),
        ({"funding": {"amount_usd": -1}}, "/funding/amount_usd"),
        ({"funding": {"amount_usd": "lots"}}, "/funding/amount_usd"),
        ({"funding": {"amount_usd": [1]}}, "/funding/amount_usd"),
        ({"funding": {"stage": 5}}, "/funding/stage"),
        ({"funding": {"closed_at": "2026-13-40"}}, "/funding/closed_at"),
        ({"funding": {"closed_at": "2026-02-30"}}, "/funding/closed_at"),
        ({"funding": {"closed_at": True}}, "/funding/closed_at"),
        ({"days_since_last_funding": -4}, "/days_since_last_funding"),
        ({"layoff_percentage": 180}, "/layoff_percentage"),
        ({"layoff_percentage": -5}, "/layoff_percentage"),
        ({"layoffs": {"percentage": "much"}}, "/layoffs/percentage"),
        ({"layoffs": {"headcount": -40}}, "/layoffs/headcount"),
        ({"leadership_change": 5}, "/leadership_change"),
        ({"leadership_change": {"role": 5}}, "/leadership_change/role"),
        ({"cto_tenure_days": "long"}, "/cto_tenure_days"),
        ({"ai_maturity": {"score": 5}}, "/ai_maturity/score"),
        ({"ai_maturity_score": -1}, "/ai_maturity_score"),
        ({"ai_maturity_score": True}, "/ai_maturity_score"),
        ({"segment": True}, "/segment"),
        ({"segment": 10**5000}, "/segment"),
        ({"company_name": 5}, "/company_name"),
        ({"honesty_flags": 5}, "/honesty_flags"),
        ({"tech_stack": 5}, "/tech_stack"),
        ({"generated_at": "not-a-date"}, "/generated_at"),
        ({"generated_at": "2026-05-06T25:99"}, "/generated_at"),
        ({"as_of": True}, "/as_of"),
        ({"confidence_by_signal": 0.9}, "/confidence_by_signal"),
        ({"a/b": {"c~d": {"confidence": 2}}}, "/a~1b/c~0d/confidence"),
        ({"signals": [{"type": "open_roles", "value": -1}]}, "/signals/0/value"),
    ],
)
def test_refused_with_its_pointer(brief: Any, pointer: str | None) -> None:
    if pointer is None:
        assert values(brief, K.OPEN_ROLES) == [0]
        return
    with pytest.raises(BadInput) as refused:
        read_hiring(brief, POLICY, TODAY)
    assert refused.value.pointer == ROOT + pointer


@pytest.mark.parametrize(
    ("brief", "said"),
    [
        ({"open_roles": "several, mostly backend"}, "several, mostly backend"),
        ({"headcount": "51-200"}, "51-200"),
        ({"funding_amount": "an undisclosed sum"}, "an undisclosed sum"),
        ({"velocity": 0.4}, 0.4),
        ({"layoffs": {"percentage": "around a tenth or so", "date": "2026-03-01"}}, None),
        ({"funding": {"closed_at": "recently"}}, "recently"),
    ],
)
def test_vague_values_stay_statements(brief: Any, said: object) -> None:
    kept = [f.value for f in facts(brief, K.STATEMENT)]
    assert said is None or said in kept


@pytest.mark.parametrize("nothing", [None, "", "unknown", "n/a", "TBD", "none"])
@pytest.mark.parametrize(
    "key", ["open_roles", "funding_amount", "funding_date", "layoff_percentage", "ai_maturity_score"]
)
def test_nothing_known_is_no_fact(nothing: Any, key: str) -> None:
    assert {f.kind for f in facts({key: nothing})} <= {K.STATEMENT, K.VELOCITY}


@pytest.mark.parametrize("day", ["soon", "recently", "now", "2026-13-45", "next", True, 5, ["2026-05-04"]])
@pytest.mark.parametrize("pointer", ["/bench", "/context/bench_summary"])
def test_a_bench_dated_by_no_date_is_refused(pointer: str, day: Any) -> None:
    with pytest.raises(BadInput) as refused:
        read_bench({"as_of": day, "stacks": {"go": {"available_engineers": 3}}}, pointer, POLICY, TODAY)
    assert refused.value.pointer == f"{pointer}/as_of"


@pytest.mark.parametrize("day", [None, "", "unknown"])
def test_an_undated_bench_is_read(day: Any) -> None:
    bench = read_bench({"as_of": day, "stacks": {"go": {"available_engineers": 3}}}, "", POLICY, TODAY)
    assert bench.as_of is None
