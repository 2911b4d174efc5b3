"""Putting a policy: what is refused, what is in force afterwards, and the way back."""

import copy
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from tenacious_judge import bootstrap
from tenacious_judge.api import create_app, examples
from tenacious_judge.pipeline import StoredPolicy
from tenacious_judge.settings import Settings
from tenacious_judge.store import MemoryStore

HONEST: dict[str, Any] = examples.REQUESTS["honest"]["value"]


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
async def c(store: MemoryStore) -> AsyncIterator[httpx.AsyncClient]:
    async with serving(store) as made:
        yield made


def serving(store: MemoryStore, **settings: Any) -> httpx.AsyncClient:
    service = bootstrap.build(Settings(store_url="memory:", **settings), store)
    return httpx.AsyncClient(transport=httpx.ASGITransport(create_app(service)), base_url="http://judge")


async def in_force(c: httpx.AsyncClient) -> dict[str, Any]:
    shown: dict[str, Any] = (await c.get("/policy")).json()
    return shown


async def put(c: httpx.AsyncClient, policy: dict[str, Any]) -> httpx.Response:
    return await c.put("/policy", json=policy)


def shorter(policy: dict[str, Any]) -> dict[str, Any]:
    """The policy with a cold limit of ten words: no example of the document fits in it."""
    changed = copy.deepcopy(policy)
    changed["form"]["max_words"]["reply"] = 10
    changed["form"]["max_words"]["warm"] = 10
    return changed


async def test_a_policy_that_was_put_judges_the_next_mail(c: httpx.AsyncClient) -> None:
    before = await in_force(c)
    stricter = copy.deepcopy(before)
    stricter["severities"] = {"TON-201": "hold"}
    answer = await put(c, stricter)
    assert answer.status_code == 200
    assert answer.json()["digest"] != before["digest"]
    verdict = (await c.post("/judge", json=HONEST)).json()
    assert verdict["versions"]["policy"] == answer.json()["digest"] == (await in_force(c))["digest"]
    rules = {r["id"]: r for r in (await c.get("/rules")).json()["items"]}
    assert rules["TON-201"]["severity"] == "hold"


async def test_what_is_shown_can_be_put_and_changes_nothing(c: httpx.AsyncClient) -> None:
    before = await in_force(c)
    assert (await put(c, before)).json() == before
    assert (await c.get("/policy/history")).json()["items"] == []


@pytest.mark.parametrize(
    ("path", "value", "pointer"),
    [
        (("confidence", "needed"), 1.7, "/confidence/needed"),
        (("confidence", "needed"), "much", "/confidence/needed"),
        (("confidence", "neded"), 0.6, "/confidence/neded"),
        (("form", "max_words", "cold"), 0, "/form/max_words/cold"),
        (("severities",), {"SIG-003": "mild"}, "/severities/SIG-003"),
        (("disabled_rules",), ["NO-001"], ""),
        (("golden",), [], "/golden"),
    ],
)
async def test_a_wrong_policy_is_refused_by_the_field_and_changes_nothing(
    c: httpx.AsyncClient, path: tuple[str, ...], value: Any, pointer: str
) -> None:
    before = await in_force(c)
    wrong = copy.deepcopy(before)
    node = wrong
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    answer = await put(c, wrong)
    assert answer.status_code == 422
    assert answer.json()["pointer"] == pointer
    assert await in_force(c) == before


async def test_a_policy_that_breaks_a_golden_example_is_refused_by_its_name(c: httpx.AsyncClient) -> None:
    loose = copy.deepcopy(await in_force(c))
    loose["disabled_rules"] = [
        r["id"] for r in (await c.get("/rules")).json()["items"] if r["id"].startswith("BEN-0")
    ][1:]
    loose["severities"] = {"BEN-001": "warn"}
    answer = await put(c, loose)
    assert answer.status_code == 422
    assert answer.json()["pointer"].startswith("/golden/")
    assert "must lead to" in answer.json()["detail"]


async def test_golden_examples_that_are_all_sent_would_hold_nothing_to_anything(c: httpx.AsyncClient) -> None:
    lax = copy.deepcopy(await in_force(c))
    lax["golden"] = [g for g in lax["golden"] if g["action"] == "send"]
    answer = await put(c, lax)
    assert answer.status_code == 422
    assert answer.json()["pointer"] == "/golden/0"


async def test_the_digest_of_what_was_changed_is_not_looked_at_but_must_be_one(c: httpx.AsyncClient) -> None:
    before = await in_force(c)
    assert (await put(c, {**shorter(before), "digest": before["digest"]})).status_code == 200
    answer = await put(c, {**before, "digest": 7})
    assert (answer.status_code, answer.json()["pointer"]) == (422, "/digest")


async def test_whether_bodies_are_kept_follows_the_policy_that_was_put(
    c: httpx.AsyncClient, store: MemoryStore
) -> None:
    before = await in_force(c)
    assert before["store"] == {"bodies": False}
    for bodies in (True, False):
        assert (await put(c, {**before, "store": {"bodies": bodies}})).status_code == 200
        verdict = (await c.post("/judge", json=HONEST)).json()
        record = await store.get(verdict["id"])
        assert record is not None
        assert (record.body is not None) is bodies


async def test_going_back_and_going_back_again(c: httpx.AsyncClient) -> None:
    first = await in_force(c)
    second = (await put(c, shorter(first))).json()
    back = await c.post("/policy/rollback", json={})
    assert back.json() == first
    again = await c.post("/policy/rollback", json={"digest": second["digest"]})
    assert again.json() == second
    history = (await c.get("/policy/history")).json()
    assert history["file"] == first["digest"]
    assert [(v["number"], v["digest"], v["current"]) for v in history["items"]] == [
        (3, second["digest"], True),
        (2, first["digest"], False),
        (1, second["digest"], False),
    ]


async def test_there_is_no_way_back_to_what_never_was(c: httpx.AsyncClient) -> None:
    assert (await c.post("/policy/rollback", json={})).status_code == 404
    unknown = await c.post("/policy/rollback", json={"digest": "sha256:none"})
    assert unknown.status_code == 404
    wrong = await c.post("/policy/rollback", json={"digets": "sha256:none"})
    assert (wrong.status_code, wrong.json()["pointer"]) == (422, "/digets")


async def test_a_restart_and_another_replica_judge_by_what_was_put(store: MemoryStore) -> None:
    async with serving(store) as one, serving(store) as other:
        put_there = (await put(one, shorter(await in_force(one)))).json()
        assert (await in_force(other))["digest"] == put_there["digest"]


async def test_another_policy_file_is_a_new_beginning(store: MemoryStore, tmp_path: Any) -> None:
    async with serving(store) as one:
        await put(one, shorter(await in_force(one)))
    from tenacious_judge.datafiles import policy_path

    file = tmp_path / "other.yml"
    text = policy_path().read_text(encoding="utf-8").replace("max_subject_chars: 60", "max_subject_chars: 59")
    file.write_text(text, encoding="utf-8")
    async with serving(store, policy_path=file) as later:
        shown = await in_force(later)
        assert shown["form"]["max_subject_chars"] == 59
        assert shown["form"]["max_words"]["reply"] == 200


async def test_only_the_admin_key_may_put_or_roll_back(store: MemoryStore) -> None:
    async with serving(store, admin_key="k") as c:
        policy = await in_force(c)
        assert (await put(c, policy)).status_code == 401
        assert (await c.post("/policy/rollback", json={})).status_code == 401
        wrong = await c.put("/policy", json=policy, headers={"authorization": "Bearer no"})
        assert wrong.status_code == 403
        right = await c.put("/policy", json=policy, headers={"authorization": "Bearer k"})
        assert right.status_code == 200


async def test_a_store_that_is_down_gives_no_verdict_by_an_older_policy(store: MemoryStore) -> None:
    async with serving(store) as c:
        store.broken = True
        assert (await c.post("/judge", json=HONEST)).status_code == 503
        assert (await c.get("/policy")).status_code == 503


async def test_a_stored_policy_that_this_release_cannot_read_gives_no_verdict(store: MemoryStore) -> None:
    service = bootstrap.build(Settings(store_url="memory:"), store)
    policies: StoredPolicy = service.pipeline.policies
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(create_app(service)), base_url="http://judge"
    ) as c:
        policy = await in_force(c)
        await put(c, shorter(policy))
    version = (await store.policy_history(1))[0]
    broken = type(version)(2, "sha256:99", policies.file, b'{"version":"9"}', version.created_at)
    await store.policy_put(broken)
    async with serving(store) as c:
        answer = await c.post("/judge", json=HONEST)
        assert answer.status_code == 503
        assert "policy version 2" in answer.json()["detail"]
        assert (await put(c, policy)).status_code == 200
        assert (await c.post("/judge", json=HONEST)).status_code == 200
