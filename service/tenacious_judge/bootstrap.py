"""The one place that picks adapters: settings in, a service out."""

import gc
import os
from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI

from . import __version__, api, policy
from .api import Limits, Service
from .cost import Prices
from .datafiles import policy_path
from .errors import Misconfigured
from .metrics import Metrics
from .pipeline import Admission, Engine, Pipeline, StoredBench
from .reading.case import read_case
from .reading.context import read_bench
from .rubric.engine import Rubric
from .rubric.registry import all_rules
from .settings import Settings, from_environment
from .store import MemoryStore, Store
from .store.sqlite import SqliteStore

_SQLITE = "sqlite:///"
_MEMORY = "memory:"
_ARRIVING_BATCHES = 4  # of full size, or as many bytes of smaller bodies


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application for `settings`, by default those of the environment. Raises `Misconfigured`."""
    settings = settings if settings is not None else from_environment(os.environ)
    store = open_store(settings.store_url)
    service = build(settings, store)
    # What is loaded by now stays: a walk of the collector through it holds up a request for 100 ms.
    gc.collect()
    gc.freeze()
    return api.create_app(service, on_shutdown=_closing(store))


def build(settings: Settings, store: Store) -> Service:
    """The service on a store that is open already."""
    values = policy.load(settings.policy_path or policy_path())
    rubric = Rubric(values)
    metrics = Metrics((*(rule.id for rule in all_rules()), policy.JUDGE_RULE), version=__version__)
    metrics.watch_store(lambda: store.queue_depth)
    pipeline = Pipeline(
        Engine(values, rubric, read_case),
        store,
        StoredBench(store, read_bench),
        metrics,
        Admission(
            settings.max_in_flight,
            metrics.in_flight,
            max_arriving_bytes=_ARRIVING_BATCHES * settings.max_batch_bytes,
        ),
        prices=Prices(settings.core_hour_usd, settings.device_hour_usd),
        store_bodies=settings.store_bodies,
    )
    pipeline.warm_up()
    return Service(pipeline, metrics, limits(settings), all_rules())


def open_store(url: str) -> Store:
    """The store at `sqlite:///relative/path`, `sqlite:////absolute/path` or `memory:`."""
    if url == _MEMORY:
        return MemoryStore()
    if url.startswith(_SQLITE) and len(url) > len(_SQLITE):
        return SqliteStore.open(Path(url.removeprefix(_SQLITE)))
    raise Misconfigured(f"TENACIOUS_JUDGE_STORE_URL: expected {_SQLITE}PATH or {_MEMORY}")


def limits(settings: Settings) -> Limits:
    return Limits(
        max_body_bytes=settings.max_body_bytes,
        max_batch_bytes=settings.max_batch_bytes,
        body_timeout_s=settings.body_timeout_ms / 1000,
        deadline_s=settings.deadline_ms / 1000,
        admin_key=settings.admin_key,
    )


def _closing(store: Store) -> Callable[[], Awaitable[None]]:
    async def close() -> None:
        await store.close()

    return close
