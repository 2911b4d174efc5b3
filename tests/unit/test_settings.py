from pathlib import Path

import pytest
from tenacious_judge.errors import Misconfigured
from tenacious_judge.settings import Settings, from_environment


def test_an_empty_environment_gives_the_defaults() -> None:
    assert from_environment({}) == Settings()
    assert from_environment({"HOME": "/", "TENACIOUS_JUDGE_PORT": ""}) == Settings()


def test_values_are_read_by_type() -> None:
    settings = from_environment(
        {
            "TENACIOUS_JUDGE_PORT": "9000",
            "TENACIOUS_JUDGE_POLICY_PATH": "/etc/p.yml",
            "TENACIOUS_JUDGE_STORE_BODIES": "true",
            "TENACIOUS_JUDGE_CORE_HOUR_USD": "0.1",
        }
    )
    assert (settings.port, settings.policy_path) == (9000, Path("/etc/p.yml"))
    assert (settings.store_bodies, settings.core_hour_usd) == (True, 0.1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "99999"),
        ("PORT", "http"),
        ("MAX_IN_FLIGHT", "0"),
        ("MAX_BODY_BYTES", "-1"),
        ("DEADLINE_MS", "1.5"),
        ("CORE_HOUR_USD", "nan"),
        ("STORE_BODIES", "perhaps"),
        ("MAX_BODY", "1000"),
        ("port", "8000"),
    ],
)
def test_a_wrong_or_unknown_setting_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(Misconfigured, match=f"TENACIOUS_JUDGE_{name}"):
        from_environment({f"TENACIOUS_JUDGE_{name}": value})


def test_the_admin_key_never_shows() -> None:
    assert "s3cret" not in repr(from_environment({"TENACIOUS_JUDGE_ADMIN_KEY": "s3cret"}))
