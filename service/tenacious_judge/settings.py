"""Settings from the environment, `TENACIOUS_JUDGE_*`. Read by `bootstrap` alone."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from .errors import Misconfigured

PREFIX = "TENACIOUS_JUDGE_"

Positive = Annotated[int, Field(gt=0)]
Price = Annotated[float, Field(ge=0, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class Settings:
    """Sizes in bytes, times in milliseconds, prices in US dollars an hour. A field's environment variable is
    its name in capitals after `TENACIOUS_JUDGE_`."""

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    store_url: str = "sqlite:///var/tenacious-judge.db"
    policy_path: Path | None = None
    max_body_bytes: Positive = 1_000_000
    max_batch_bytes: Positive = 16_000_000
    max_in_flight: Positive = 64
    body_timeout_ms: Positive = 10_000
    deadline_ms: Positive = 10_000
    store_bodies: bool | None = None
    admin_key: str | None = dataclasses.field(default=None, repr=False)
    core_hour_usd: Price = 0.04
    device_hour_usd: Price = 0.35


_ADAPTER = TypeAdapter(Settings)
_NAMES = tuple(field.name for field in dataclasses.fields(Settings))


def checked(settings: Settings) -> Settings:
    """The same settings. Raises `Misconfigured` for a value out of range, as a flag may have given it."""
    try:
        return _ADAPTER.validate_python(dataclasses.asdict(settings))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise Misconfigured(f"{first['loc'][0] if first['loc'] else ''}: {first['msg']}") from None


def from_environment(environment: Mapping[str, str]) -> Settings:
    """The settings; empty values count as absent.

    Raises `Misconfigured` for a wrong value and for a `TENACIOUS_JUDGE_` variable that is no setting: a typo
    must not leave a limit at its default. Values are never repeated in the error, one of them is a key.
    """
    given = {k[len(PREFIX) :]: v for k, v in environment.items() if k.startswith(PREFIX) and v != ""}
    for name in given:
        if name.lower() not in _NAMES or name != name.upper():
            raise Misconfigured(f"{PREFIX}{name}: there is no such setting")
    try:
        return _ADAPTER.validate_python({name.lower(): value for name, value in given.items()})
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = str(first["loc"][0]).upper() if first["loc"] else ""
        raise Misconfigured(f"{PREFIX}{where}: {first['msg']}") from None
