"""One mail, or many, from its JSON to a kept verdict."""

import asyncio
import datetime as dt
import logging
import time
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Coroutine, Mapping
from contextlib import suppress

from .. import wire
from ..cost import Prices, cost
from ..domain import Json, JudgeMode, JudgeReport, Outcome, Timings, Verdict
from ..errors import Conflict, DeadlineExceeded, JudgeError, Misconfigured, Unavailable
from ..logs import where
from ..metrics import Metrics
from ..store import BenchSnapshot, Idempotency, Store, VerdictRecord, new_id
from . import golden
from .admission import Admission, Turn
from .canary import CANARY
from .engine import Engine, Examined, ask, conclude, examine
from .orders import Judged, Order
from .stored_bench import StoredBench
from .stored_policy import StoredPolicy

log = logging.getLogger("tenacious_judge")

INLINE_BYTES = 16_384
"""Larger requests, and those with HTML, are examined in a worker thread: ordinary mails take milliseconds,
hostile ones more."""

_PARALLEL = 8
_CHECK_S = 2.0
_MS = 1000.0


class Pipeline:
    """Judges orders with the engine in force; a mail keeps the one it began with."""

    def __init__(
        self,
        engine: Engine,
        store: Store,
        bench: StoredBench,
        metrics: Metrics,
        admission: Admission,
        *,
        prices: Prices = Prices(),  # noqa: B008  # frozen
        store_bodies: bool | None = None,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        self.policies = StoredPolicy(store, engine)
        self.store = store
        self.bench = bench
        self.metrics = metrics
        self.admission = admission
        self._prices = prices
        self._store_bodies = store_bodies
        self._now = now

    async def judge(self, order: Order) -> Judged:
        """The verdict on one mail, kept before it is returned.

        Raises `BadInput`, `Conflict` (its key was used for another request), `DeadlineExceeded` (before
        judging began) and `Unavailable` (no record could be written, so there is no answer).
        """
        if order.key is not None and (first := await self._repeated(order, order.key)):
            return first
        engine, now = await self.policies.current(), self._now()
        snapshot = await self.bench.current()
        examined, queued = await self._examine(engine, order, snapshot, now)
        asked = time.perf_counter()
        report, bug = await self._ask(engine, examined)
        answered = time.perf_counter()
        verdict = conclude(engine, examined, report, shadow=order.shadow)
        self._report_bugs(examined.crash, bug)
        bench = snapshot.version if snapshot and examined.bench_used else None
        spent = cost(examined.core_seconds, verdict.judge, self._prices)
        answer = wire.answer(new_id(), verdict, engine.versions(bench), spent, engine.failure_mode(verdict))
        timings = Timings(queued * _MS, examined.seconds * _MS, (answered - asked) * _MS)
        bodies = engine.policy.store.bodies if self._store_bodies is None else self._store_bodies
        return await self._keep(order, answer, verdict, timings, now, bodies=bodies)

    async def judge_many(
        self,
        orders: AsyncIterable[Order | JudgeError],
        *,
        parallel: int = _PARALLEL,
        turn: Turn | None = None,
    ) -> AsyncGenerator[tuple[int, Judged | JudgeError], None]:
        """Each order's place and verdict, in the order in which they are done.

        An order that cannot be judged yields its error and sinks no other; an error in place of an order is
        passed on. With a `turn` a permit is held while any of them is judged.
        """
        done: asyncio.Queue[tuple[int, Judged | JudgeError] | None] = asyncio.Queue()
        slots = asyncio.Semaphore(parallel)
        tasks: set[asyncio.Task[None]] = set()

        async def one(index: int, order: Order | JudgeError) -> None:
            try:
                done.put_nowait((index, await self._try(order, turn)))
            finally:
                slots.release()

        async def feed() -> None:
            index = 0
            try:
                async for order in orders:
                    await slots.acquire()
                    task = asyncio.create_task(one(index, order))
                    tasks.add(task)
                    task.add_done_callback(tasks.discard)
                    index += 1
                await asyncio.gather(*tasks)
            finally:
                done.put_nowait(None)

        feeder = asyncio.create_task(feed())
        try:
            while (item := await done.get()) is not None:
                yield item
            await feeder
        finally:
            for task in (feeder, *tasks):
                task.cancel()
            with suppress(asyncio.CancelledError):
                await asyncio.gather(feeder, *tasks, return_exceptions=True)

    @property
    def engine(self) -> Engine:
        """The engine in force as last seen; `policies.current` looks again."""
        return self.policies.engine

    async def put_policy(self, content: Mapping[str, Json]) -> Engine:
        """See `StoredPolicy.put`."""
        return await self.policies.put(content, self._now())

    async def roll_back_policy(self, digest: str | None) -> Engine:
        """See `StoredPolicy.roll_back`."""
        return await self.policies.roll_back(digest, self._now())

    async def put_bench(self, content: Mapping[str, Json]) -> BenchSnapshot:
        """See `StoredBench.put`."""
        return await self.bench.put(content, self.engine.policy, self._now())

    def warm_up(self) -> None:
        """Judge one mail before the first comes: it pays for what is loaded late, and finds what is broken.

        Raises `Misconfigured`: a service that could only hold should not start.
        """
        crash = examine(self.engine, CANARY, self._now(), lambda _: (None, ())).crash
        if isinstance(crash, Misconfigured):
            raise crash
        if crash is not None:
            raise Misconfigured(f"the rules cannot judge a mail: {where(crash)}") from crash

    async def check(self) -> Mapping[str, str]:
        """ "ok" or what is wrong, for each part that a verdict needs."""
        return {
            "store": await _outcome(self.store.check_writable()),
            "policy": await _outcome(self._check_policy()),
            "rubric": await _outcome(self._check_rubric()),
            "judge": await _outcome(self._check_judge()),
        }

    async def hold_to_golden(self) -> None:
        """Raise `Misconfigured` where the policy in force breaks one of its golden examples."""
        for _, complaint in await golden.broken(self.engine, self._now()):
            raise Misconfigured(f"the policy breaks a golden example of its own: {complaint}")

    async def _check_policy(self) -> None:
        if not (await self.policies.current()).policy.digest:
            raise Unavailable("the policy has no digest")

    async def _check_rubric(self) -> None:
        """Have a mail judged that breaks rules: rules that find nothing in it would find nothing anywhere."""
        examined = examine(self.engine, CANARY, self._now(), lambda _: (None, ()))
        if examined.crash is not None:
            raise examined.crash
        if not examined.findings:
            raise Unavailable("the rules find nothing wrong with a mail that is")

    async def _check_judge(self) -> None:
        if self.engine.policy.judge.mode is JudgeMode.NONE:
            return
        if self.engine.judge is None:
            raise Unavailable("the policy requires a judge and there is none")
        await self.engine.judge.check()

    async def _try(self, order: Order | JudgeError, turn: Turn | None) -> Judged | JudgeError:
        if isinstance(order, JudgeError):
            return order
        try:
            if turn is None:
                return await self.judge(order)
            async with turn.taken(order.deadline):
                return await self.judge(order)
        except JudgeError as error:
            return error
        except Exception as error:
            self._report_bugs(error)
            return Unavailable("this mail could not be judged", retry_after_s=1.0)

    async def _examine(
        self, engine: Engine, order: Order, snapshot: BenchSnapshot | None, now: dt.datetime
    ) -> tuple[Examined, float]:
        """What rules found, and the seconds from arrival to the begin of the work."""

        def work() -> tuple[Examined, float]:
            begun = time.perf_counter()
            if begun > order.deadline:
                raise DeadlineExceeded("the deadline passed before judging began", retry_after_s=1.0)
            if snapshot is None:
                found = examine(engine, order.raw, now, lambda _: (None, ()))
            else:
                found = examine(
                    engine, order.raw, now, lambda day: self.bench.read(snapshot, engine.policy, day)
                )
            return found, begun - order.arrived

        return work() if _quick(order.raw) else await asyncio.to_thread(work)

    async def _ask(self, engine: Engine, examined: Examined) -> tuple[JudgeReport, Exception | None]:
        if examined.case is None or examined.crash is not None:
            return JudgeReport(), None
        return await ask(engine, examined.case)

    async def _repeated(self, order: Order, key: str) -> Judged | None:
        standing = await self.store.by_key(key)
        if standing is None:
            return None
        if standing.idempotency is None or standing.idempotency.body_digest != order.digest():
            raise Conflict("this Idempotency-Key was used for another request")
        return self._replay(standing)

    def _replay(self, record: VerdictRecord) -> Judged:
        self.metrics.replays.inc()
        return Judged(record.id, record.verdict, record.action, record.answer)

    async def _keep(
        self,
        order: Order,
        answer: wire.Judgement,
        verdict: Verdict,
        timings: Timings,
        now: dt.datetime,
        *,
        bodies: bool,
    ) -> Judged:
        """Write the audit row, then answer. What is kept cannot say how long keeping it took: answers to a
        key, which must repeat to the letter, say 0 there, and all others the time."""
        encoded = wire.encode(answer)
        begun = time.perf_counter()
        timings = _with_store(timings, 0.0, begun - order.arrived)
        kept = wire.with_timings(encoded, timings)
        record = self._record(order, answer, verdict, kept, now, bodies=bodies)
        standing = await self.store.append(record)
        if standing.id != record.id:
            return self._replay(standing)
        ended = time.perf_counter()
        timings = _with_store(timings, ended - begun, ended - order.arrived)
        self.metrics.timings(timings)
        self.metrics.verdict(verdict, verdict.shadow_action or verdict.action)
        self.metrics.cost_usd.inc(answer.cost.usd)
        sent = kept if order.key is not None else wire.with_timings(encoded, timings)
        return Judged(record.id, verdict.verdict, verdict.action, sent, timings)

    def _record(
        self,
        order: Order,
        answer: wire.Judgement,
        verdict: Verdict,
        kept: bytes,
        now: dt.datetime,
        *,
        bodies: bool,
    ) -> VerdictRecord:
        digest = order.digest()
        return VerdictRecord(
            id=answer.id,
            created_at=now,
            action=verdict.action,
            verdict=verdict.verdict,
            dimensions_failed=tuple(d.name for d in verdict.dimensions if d.verdict is Outcome.FAIL),
            rules_hit=tuple(dict.fromkeys(f.rule for f in verdict.violations)),
            request_digest=digest,
            policy_digest=answer.versions.policy,
            bench_version=answer.versions.bench,
            answer=kept,
            body=order.raw.decode() if bodies else None,
            idempotency=Idempotency(order.key, digest) if order.key is not None else None,
        )

    def _report_bugs(self, crash: Exception | None, judge_bug: Exception | None = None) -> None:
        for stage, bug in (("rubric", crash), ("judge", judge_bug)):
            if bug is not None:
                self.metrics.unexpected(stage)
                log.error("unexpected error stage=%s %s", stage, where(bug))


def _quick(raw: bytes) -> bool:
    """Whether a request is read in a few milliseconds: a short one without HTML (or escapes that may spell
    it)."""
    return len(raw) <= INLINE_BYTES and b"html" not in raw and b"\\u00" not in raw


async def _outcome(check: Coroutine[None, None, None]) -> str:
    try:
        async with asyncio.timeout(_CHECK_S):
            await check
    except TimeoutError:
        return f"no answer within {_CHECK_S:g} s"
    except JudgeError as error:
        return error.detail
    except Exception as error:
        return where(error)
    return "ok"


def _with_store(timings: Timings, store_s: float, total_s: float) -> Timings:
    return Timings(timings.queue, timings.rubric, timings.judge, store_s * _MS, total_s * _MS)
