"""The policy in force: the file's, until another is put; then the newest that was put over that file."""

import datetime as dt
import json
import time
from collections.abc import Callable, Mapping, Sequence

from ..domain import Json
from ..errors import BadInput, Conflict, JudgeError, Misconfigured, NotFound, Unavailable
from ..policy import from_json, to_json
from ..store import PolicyVersion, Store
from . import golden
from .engine import Engine

_FRESH_S = 1.0
_RACES = 5
_MOST = 100


class StoredPolicy:
    """Asks the store at most once a second, as other processes may put a policy too. A version belongs to the
    policy file it was put over: who changes the file and starts again gets the file."""

    def __init__(self, store: Store, engine: Engine, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.engine = engine
        self._store = store
        self._clock = clock
        self._file = engine
        self._base = engine.policy.digest
        self._looked_at: float | None = None

    async def current(self) -> Engine:
        """The engine to judge with. Raises `Unavailable` when the store is down, or holds a policy that this
        release cannot read: judging by an older one would be a guess."""
        now = self._clock()
        if self._looked_at is None or now - self._looked_at >= _FRESH_S:
            self._swap(await self._newest())
            self._looked_at = now
        return self.engine

    @property
    def file(self) -> str:
        """Digest of the policy the service was started with."""
        return self._base

    async def history(self) -> Sequence[PolicyVersion]:
        """The latest hundred versions, newest first; those put over another file too."""
        return await self._store.policy_history(_MOST)

    async def put(self, content: Mapping[str, Json], now: dt.datetime) -> Engine:
        """The engine in force after `content` was put.

        Raises `BadInput` with a pointer for a policy that is wrong, has no golden examples or breaks one.
        """
        engine = self._built(content)
        for index, complaint in await golden.broken(engine, now):
            raise BadInput(complaint, pointer=f"/golden/{index}")
        if not engine.policy.golden:
            raise BadInput(
                "a policy to put needs golden examples that hold it to its purpose", pointer="/golden"
            )
        for _ in range(_RACES):
            newest = await self._newest()
            if engine.policy.digest != self._digest(newest):
                number = newest.number + 1 if newest is not None else 1
                version = PolicyVersion(number, engine.policy.digest, self._base, to_json(engine.policy), now)
                try:
                    await self._store.policy_put(version)
                except Conflict:  # another PUT took this number since we looked
                    continue
            self.engine = engine
            self._looked_at = self._clock()
            return engine
        raise Unavailable("the policy is being changed by others", retry_after_s=1.0)

    async def roll_back(self, digest: str | None, now: dt.datetime) -> Engine:
        """The engine in force after going back to the policy of that digest, by default to the one before.

        Raises `NotFound` where there is none. It is put anew, so rolling back twice comes back.
        """
        current = (await self.current()).policy.digest
        known = [(v.digest, v.content) for v in await self.history() if v.base == self._base]
        known.append((self._base, to_json(self._file.policy)))
        wanted = next((c for d, c in known if (d != current if digest is None else d == digest)), None)
        if wanted is None:
            raise NotFound("there is no such policy to go back to")
        return await self.put(json.loads(wanted), now)

    async def _newest(self) -> PolicyVersion | None:
        history = await self._store.policy_history(1)
        return history[0] if history else None

    def _digest(self, newest: PolicyVersion | None) -> str:
        """The digest of the policy in force when that version is the newest."""
        return newest.digest if newest is not None and newest.base == self._base else self._base

    def _swap(self, version: PolicyVersion | None) -> None:
        digest = self._digest(version)
        if digest == self.engine.policy.digest:
            return
        if version is None or digest == self._base:
            self.engine = self._file
            return
        try:
            self.engine = self._built(json.loads(version.content))
        except JudgeError as error:
            raise Unavailable(f"policy version {version.number} cannot be used: {error.detail}") from error

    def _built(self, content: Mapping[str, Json]) -> Engine:
        try:
            return self._file.under(from_json(content))
        except Misconfigured as error:  # it names a rule that does not exist, or leaves a dimension without
            raise BadInput(error.detail, pointer="") from None
