"""Which adapters are picked, and that a service which could only say yes does not start."""

from dataclasses import replace
from pathlib import Path

import pytest
from tenacious_judge import bootstrap
from tenacious_judge.datafiles import policy_path
from tenacious_judge.domain import Dimension
from tenacious_judge.errors import Misconfigured
from tenacious_judge.rubric.engine import check_coverage
from tenacious_judge.settings import Settings
from tenacious_judge.store import MemoryStore
from tenacious_judge.store.sqlite import SqliteStore

from tests.support.service import RULES

IN_MEMORY = Settings(store_url="memory:")


async def test_the_store_is_picked_by_its_url(tmp_path: Path) -> None:
    assert isinstance(bootstrap.open_store("memory:"), MemoryStore)
    store = bootstrap.open_store(f"sqlite:///{tmp_path}/deep/judge.db")
    assert isinstance(store, SqliteStore)
    assert (tmp_path / "deep" / "judge.db").exists()
    await store.close()


@pytest.mark.parametrize("url", ["", "sqlite:///", "sqlite://", "postgres://db", "judge.db", "memory"])
def test_a_store_that_nobody_knows_stops_the_start(url: str) -> None:
    with pytest.raises(Misconfigured, match="STORE_URL"):
        bootstrap.open_store(url)


def test_the_service_starts_with_rules_for_every_dimension() -> None:
    service = bootstrap.build(IN_MEMORY, MemoryStore())
    assert {rule.dimension for rule in service.rules} >= set(Dimension)
    assert service.pipeline.engine.judge is None


def test_settings_reach_the_limits() -> None:
    settings = replace(IN_MEMORY, max_body_bytes=7, max_batch_bytes=8, deadline_ms=9, admin_key="k")
    limits = bootstrap.limits(settings)
    assert (limits.max_body_bytes, limits.max_batch_bytes, limits.deadline_s) == (7, 8, 0.009)
    assert limits.admin_key == "k"


@pytest.mark.parametrize("rules", [(), RULES])
def test_a_dimension_without_a_rule_stops_the_start(rules: tuple[()]) -> None:
    with pytest.raises(Misconfigured, match="no rule"):
        check_coverage(rules)


def test_a_policy_that_names_a_rule_which_is_none_stops_the_start(tmp_path: Path) -> None:
    path = tmp_path / "p.yml"
    text = policy_path().read_text(encoding="utf-8")
    path.write_text(text.replace("disabled_rules: []", "disabled_rules: [SIG-999]"), encoding="utf-8")
    with pytest.raises(Misconfigured, match="SIG-999"):
        bootstrap.build(replace(IN_MEMORY, policy_path=path), MemoryStore())
