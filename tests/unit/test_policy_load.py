"""A wrong policy is refused, and the error says where: file, line, key."""

import dataclasses
import re
from pathlib import Path

import pytest
from tenacious_judge import policy
from tenacious_judge.datafiles import policy_path
from tenacious_judge.domain import FailureMode, JudgeMode, Unread
from tenacious_judge.errors import Misconfigured

TEXT = policy_path().read_text(encoding="utf-8")


def broken(old: str, new: str) -> str:
    """What the loader says after one change to the default policy."""
    assert TEXT.count(old) >= 1
    with pytest.raises(Misconfigured) as caught:
        policy.loads(TEXT.replace(old, new, 1), "p.yml")
    return caught.value.detail


def line_of(text: str) -> int:
    return TEXT[: TEXT.index(text)].count("\n") + 1


def test_the_default_policy_needs_no_judge_and_holds_on_every_cause() -> None:
    loaded = policy.load(policy_path())
    assert loaded.judge.mode is JudgeMode.NONE
    assert loaded.judge.failure_modes == dict.fromkeys(Unread, FailureMode.HOLD)
    assert loaded.confidence.needed == 0.60
    assert loaded.form.max_words["cold"] == 120


def test_the_digest_is_of_the_values_not_of_the_text() -> None:
    one = policy.loads(TEXT)
    assert policy.loads("# a remark\n" + TEXT.replace("share: 0.80", "share: 0.8")).digest == one.digest
    other = policy.loads(TEXT.replace("share: 0.80", "share: 0.81"))
    assert other.digest != one.digest
    assert dataclasses.replace(other, margin=one.margin, digest=one.digest) == one


@pytest.mark.parametrize(
    ("old", "new", "key", "says"),
    [
        ("needed: 0.60", 'needed: "0.60"', "confidence.needed", "number"),
        ("needed: 0.60", "needed: 1.60", "confidence.needed", "between 0 and 1"),
        ("needed: 0.60", "needed: 0", "confidence.needed", "above 0"),
        ("needed: 0.60", "needed: .nan", "confidence.needed", "between 0 and 1"),
        ("needed: 0.60", "needed: .inf", "confidence.needed", "between 0 and 1"),
        ("needed: 0.60", "needed: true", "confidence.needed", "number"),
        ("    low: 0.3", "    low: -0.3", "confidence.words.low", "between 0 and 1"),
        ("brief_hold_days: 30", "brief_hold_days: 3", "freshness.brief_hold_days", "not be below"),
        ("brief_hold_days: 30", "brief_hold_days: 30.5", "freshness.brief_hold_days", "integer"),
        ("share: 0.80", "shares: 0.80", "margin.shares", "unknown key"),
        ("share: 0.80", "share: 0.80\n  share: 0.90", "margin.share", "stands twice"),
        ("from_size: 4", "from_size: 0", "margin.from_size", "at least 1"),
        ("    segment_3: 3", "    segment_3: 7", "segment.aliases.segment_3", "between 0 and 4"),
        ("warm: 200", "wram: 200", "form.max_words.wram", "no such kind"),
        ("warm: 200, ", "", "form.max_words", "the kind warm is missing"),
        ("mode: none", "mode: maybe", "judge.mode", "'none'"),
        ("    dead: hold\n", "", "judge.failure_modes", "the cause dead is missing"),
        ("    dead: hold", "    dead: send", "judge.failure_modes.dead", "'hold' or 'rubric_only'"),
        ("    dead: hold", "    deed: hold", "judge.failure_modes.deed", "'missing'"),
        ("price_sheet: []", "price_sheet: [{name: a, amount: -1}]", "price_sheet.0.amount", "above 0"),
        ("severities: {}", "severities: {SIG-003: fatal}", "severities.SIG-003", "'block'"),
        ("go: [go, golang]", "go: [go, golang, Django]", "stack_aliases.go.2", "already means python"),
    ],
)
def test_a_wrong_value_is_named_with_its_line(old: str, new: str, key: str, says: str) -> None:
    message = broken(old, new)
    assert re.match(rf"p\.yml:\d+: {re.escape(key)}: ", message)
    assert says in message


def test_the_line_is_the_one_of_the_key() -> None:
    assert broken("from_size: 4", "from_size: x").startswith(f"p.yml:{line_of('from_size: 4')}: ")
    assert broken("max_asks: 1", "max_ask: 1").startswith(f"p.yml:{line_of('max_asks: 1')}: form.max_ask: ")
    assert broken("max_asks: 1", "").startswith(f"p.yml:{line_of('form:')}: form.max_asks: is missing")
    twice = broken("max_asks: 1", "max_asks: 1\n  max_asks: 2")
    assert twice.startswith(f"p.yml:{line_of('max_asks: 1') + 1}: ")


def test_a_digest_in_the_file_is_allowed_and_never_taken_over() -> None:
    given = policy.loads(TEXT.replace("disabled_rules: []", "disabled_rules: []\ndigest: sha256:00"))
    assert given == policy.loads(TEXT)
    assert "digest: expected text" in broken("disabled_rules: []", "disabled_rules: []\ndigest: 7")


def test_whether_bodies_are_stored_has_the_name_of_the_contract() -> None:
    assert policy.loads(TEXT).store.bodies is False
    assert policy.loads(TEXT.replace("  bodies: false", "  bodies: true")).store.bodies is True
    assert "bodies_stored: unknown key" in broken(
        "disabled_rules: []", "disabled_rules: []\nbodies_stored: true"
    )


@pytest.mark.parametrize(
    "text", ["", "[]", "text", "a: [", "a: *b", "a: \x00", "a: !!python/name:os.system", "? {a: b}\n: c"]
)
def test_what_is_no_policy_at_all_is_refused(text: str) -> None:
    with pytest.raises(Misconfigured, match=r"^p\.yml"):
        policy.loads(text, "p.yml")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"nowhere\.yml"):
        policy.load(tmp_path / "nowhere.yml")
