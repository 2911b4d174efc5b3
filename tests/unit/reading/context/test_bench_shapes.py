"""Benches in the shapes they arrive in: what is free at the clock, of which seniority, how soon."""

import datetime as dt
from typing import Any

import pytest
from tenacious_judge.domain import Bench, StackCapacity
from tenacious_judge.errors import BadInput
from tenacious_judge.reading.bench import read_bench as read_bench_strictly
from tenacious_judge.reading.context import read_bench

from tests.unit.reading.context.support import POLICY, TODAY, resolve

ROOT = "/context/bench_summary"


def bench(json: Any) -> Bench:
    found = read_bench(json, ROOT, POLICY, TODAY)[0]
    assert found is not None
    for stack in found.stacks.values():
        resolve(json, stack.pointer, ROOT)
    return found


def free(json: Any) -> dict[str, int]:
    return {name: stack.available for name, stack in bench(json).stacks.items()}


def stack(json: Any) -> StackCapacity:
    (found,) = bench(json).stacks.values()
    return found


def test_the_full_shape() -> None:
    json = {
        "as_of": "2026-04-21",
        "stacks": {
            "go": {
                "available_engineers": 3,
                "seniority_mix": {"junior_0_2_yrs": 1, "mid_2_4_yrs": 1, "senior_4_plus_yrs": 1},
                "time_to_deploy_days": 14,
            }
        },
        "total_engineers_on_bench": 36,
        "total_engineers_on_paid_engagements": 26,
    }
    found = bench(json)
    assert (found.total, found.total_pointer) == (36, f"{ROOT}/total_engineers_on_bench")
    assert (found.as_of, found.pointer, list(found.stacks)) == (dt.date(2026, 4, 21), ROOT, ["go"])
    go = found.stacks["go"]
    assert (go.available, go.listed, go.deploy_days) == (3, 3, 14)
    assert go.seniority == {"junior": 1, "mid": 1, "senior": 1}
    assert go.pointer == f"{ROOT}/stacks/go/available_engineers"


@pytest.mark.parametrize(
    ("json", "expected"),
    [
        ({"go": {"available_engineers": 3}}, {"go": 3}),
        ({"go": {"available_engineers": "three"}}, {"go": 3}),
        ({"python_engineers": 7, "Golang": 3, "total": 10}, {"python": 7, "go": 3}),
        ({"available_capacity": {"Go": 3, "ML/AI": "5", "React": 2}}, {"go": 3, "ml": 5, "frontend": 2}),
        ({"available_capacity": {"Machine Learning": 4, "SRE": 1}}, {"ml": 4, "infra": 1}),
        ({"available_roles": [{"stack": "golang", "count": 2}, {"stack": "go", "count": 1}]}, {"go": 3}),
        ({"available_roles": [{"role": "Senior Python Engineer"}]}, {"python": 1}),
        ({"stacks": [{"name": "Go", "available": 3}]}, {"go": 3}),
        ({"stacks": {"rust": 2}}, {"rust": 2}),
        ({"bench": {"data": {"count": 9}}}, {"data": 9}),
        ([{"stack": "go", "count": 3}], {"go": 3}),
        ("3 Go engineers, 7 Python", {"go": 3, "python": 7}),
        ("Python: 7 available, Go: 3. Total 36.", {"python": 7, "go": 3}),
        ("half a dozen Python engineers and two senior Go people free", {"python": 6, "go": 2}),
        ("2 Rust engineers, 4 DevOps, no React", {"rust": 2, "infra": 4, "frontend": 0}),
    ],
)
def test_counts_by_canonical_stack(json: Any, expected: dict[str, int]) -> None:
    assert free(json) == expected


@pytest.mark.parametrize(
    "json", [{"total_engineers_on_bench": 36}, {"total": "36"}, "36 engineers on the bench"]
)
def test_a_bare_total_names_no_stack(json: Any) -> None:
    found = bench(json)
    assert (found.total, dict(found.stacks)) == (36, {})


@pytest.mark.parametrize(
    ("json", "expected"),
    [
        ({"available_roles": [{"stack": "go", "count": 2, "seniority": "Senior"}]}, {"senior": 2}),
        ({"senior_go_engineers": 1, "mid_go_engineers": 2}, {"senior": 1, "mid": 2}),
        ({"go": {"available": 3, "seniority": {"Lead": 1, "junior": 2}}}, {"senior": 1, "junior": 2}),
        ({"go": {"seniority_mix": {"senior": 1, "mid": 2}}}, {"senior": 1, "mid": 2}),
        ("Go: 3 (1 senior)", {"senior": 1}),
        ("three senior Go engineers", {"senior": 3}),
    ],
)
def test_seniority(json: Any, expected: dict[str, int]) -> None:
    assert stack(json).seniority == expected


@pytest.mark.parametrize(
    ("lock", "left"),
    [
        ({"capacity_locked_until": "2026-06-01"}, 0),
        ({"committed_until": "2026-05-06"}, 3),
        ({"committed_until": "2026-05-07"}, 0),
        ({"reserved": 2}, 1),
        ({"reserved": 2, "reserved_until": "2026-06-01"}, 1),
        ({"reserved": 2, "reserved_until": "2026-05-01"}, 3),
        ({"reserved": {"count": 2, "until": "2026-06-01"}}, 1),
        ({"reservations": [{"count": 1, "until": "2026-06-01"}, {"count": 1, "until": "2026-01-01"}]}, 2),
        ({"locked": True}, 0),
        ({"locked": False}, 3),
        ({"reserved": 0}, 3),
        ({"total": 5, "reserved": 2}, 3),
        ({"note": "2 locked for Acme until 2026-06-01"}, 1),
        ({"note": "All committed through June"}, 0),
        ({"note": "all committed through April"}, 3),
        ({"note": "Currently committed on the Compass engagement through Q3 2026."}, 0),
        ({"note": "1 of 3 reserved until June 15"}, 2),
        ({"note": "no commitments; nothing locked"}, 3),
        ({"note": "two were reserved for Acme, released on 2026-05-01"}, 3),
        ({"note": "strong in payments"}, 3),
    ],
)
def test_what_is_spoken_for_is_not_free(lock: dict[str, Any], left: int) -> None:
    found = stack({"go": {"available_engineers": 3, **lock}})
    assert (found.available, found.listed) == (left, 3)


def test_when_a_lock_ends() -> None:
    assert stack({"go": {"available": 3, "note": "all committed through June"}}).locked_until == dt.date(
        2026, 7, 1
    )
    assert stack({"go": {"available": 3, "locked_until": "2026-06-01"}}).locked_until == dt.date(2026, 6, 1)


def test_locks_that_stand_beside_the_stacks() -> None:
    stacks = {"go": 3, "python": 7}
    assert free({"stacks": stacks, "capacity_locked_until": {"go": "2026-06-01"}}) == {"go": 0, "python": 7}
    assert free({"stacks": stacks, "reserved": [{"stack": "golang", "count": 2}]}) == {"go": 1, "python": 7}
    assert free({"stacks": stacks, "notes": "Python is fully booked until July 1."}) == {"go": 3, "python": 0}
    assert free("Go: 3, Python: 7. All Go locked until 2026-06-15.") == {"go": 0, "python": 7}


@pytest.mark.parametrize(
    "json",
    [
        {"go": {"available": 3, "deploy_days": "2 weeks"}},
        {"stacks": {"go": 3}, "time_to_deploy_days": 14},
        {"stacks": {"go": 3}, "time_to_deploy_days": {"go": 14}},
        "3 Go engineers; 14 days to deploy Go",
        "Go: 3, ready in two weeks",
    ],
)
def test_days_to_deploy(json: Any) -> None:
    assert stack(json).deploy_days == 14


@pytest.mark.parametrize(
    "json",
    [{"date": "2026-05-04", "go": 1}, {"meta": {"as_of": "2026-05-04"}, "go": 1}, "Go: 1. As of 2026-05-04."],
)
def test_its_date(json: Any) -> None:
    assert bench(json).as_of == dt.date(2026, 5, 4)


def test_an_undated_bench_is_a_warning() -> None:
    assert [w.message for w in read_bench({"go": 1}, ROOT, POLICY, TODAY)[1]] == [
        "no date: freshness of the bench not checked"
    ]


@pytest.mark.parametrize("json", [None, "", {}, {"note": "x"}, "nothing here"])
def test_no_capacity_is_no_bench(json: Any) -> None:
    assert read_bench(json, ROOT, POLICY, TODAY)[0] is None
    with pytest.raises(BadInput):
        read_bench_strictly(json, "/bench", POLICY, TODAY)


@pytest.mark.parametrize(
    ("json", "pointer"),
    [
        (5, ""),
        ([1], ""),
        ({"go": -1}, "/go"),
        ({"go": 2.5}, "/go"),
        ({"stacks": 5}, "/stacks"),
        ({"stacks": {"go": []}}, "/stacks/go"),
        ({"go": {"available_engineers": "many"}}, "/go/available_engineers"),
        ({"go": {"available_engineers": True}}, "/go/available_engineers"),
        ({"go": {"available": 3, "locked_until": "soonish"}}, "/go/locked_until"),
        ({"go": {"available": 3, "seniority_mix": {"senior": -1}}}, "/go/seniority_mix/senior"),
        ({"go": {"available": 3, "time_to_deploy_days": "soon"}}, "/go/time_to_deploy_days"),
        ({"as_of": "soonish", "go": 3}, "/as_of"),
        ({"total_engineers_on_bench": "x"}, "/total_engineers_on_bench"),
        ({"available_roles": [5]}, "/available_roles/0"),
        ({"available_roles": "x"}, "/available_roles"),
    ],
)
def test_bad_values_are_refused(json: Any, pointer: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_bench(json, ROOT, POLICY, TODAY)
    assert refused.value.pointer == ROOT + pointer


@pytest.mark.parametrize(
    "entry",
    [
        {"stacks": {"go": {"avialable_engineers": 3, "time_to_deploy_days": 7}}},
        {"go": {"avail": 3}},
        {"go": {"available_engineers": None, "open_now": 3}},
        {"stacks": {"zig": {"available_enginers": 3}}},
        {"available_roles": [{"stack": "go", "avialable": 3}]},
    ],
)
def test_a_misspelt_count_is_unknown_and_named(entry: dict[str, Any]) -> None:
    found, warnings = read_bench({"as_of": "2026-05-04", "python": 5, **entry}, ROOT, POLICY, TODAY)
    assert found is not None
    assert set(found.stacks) == {"python"}
    assert found.unread == {"zig" if "zig" in str(entry) else "go"}
    (told,) = warnings
    assert told.message.startswith("no count of engineers is read from it (")
    resolve({"as_of": "2026-05-04", "python": 5, **entry}, told.pointer, ROOT)


@pytest.mark.parametrize(
    ("json", "expected"),
    [
        ({"go": {"senior": 1, "mid": 2}}, {"go": 3}),
        ({"go": {"available": 2, "favourite_colour": "blue"}}, {"go": 2}),
        ({"available_roles": [{"stack": "python", "years": 8}, {"stack": "python"}]}, {"python": 2}),
        ({"stacks": [{"name": "Go", "avialable": 3}, {"name": "Go", "available": 2}]}, {"go": 2}),
    ],
)
def test_other_keys_beside_a_count_change_nothing(json: Any, expected: dict[str, int]) -> None:
    assert free(json) == expected
