"""POST /judge/batch: many mails in one body, judged apart; one bad item sinks no other."""

import json
import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from .. import wire
from ..errors import BadInput, JudgeError, TooLarge
from ..pipeline import Judged, Order, Turn
from . import docs, examples, problems, reading
from .judge import PARAMETERS
from .state import Service

router = APIRouter(route_class=docs.DirectRoute, tags=["judge"])

MAX_ITEMS = 256
_DECODER = json.JSONDecoder()

_ITEM = {"anyOf": [docs.ref(wire.BatchAnswer), docs.ref(wire.BatchProblem)]}
_LIST = {"type": "array", "items": _ITEM}
_BODY = {"type": "array", "items": docs.ref(wire.JudgeRequest), "minItems": 1, "maxItems": MAX_ITEMS}
_TEXT = (
    "A list answers a list, in order. NDJSON answers NDJSON, each line as soon as it is done. Each item is a "
    "verdict or a problem, with its `index` in the batch."
)


@router.post(
    "/judge/batch",
    summary="Judge up to 256 mails",
    responses=docs.answers(
        {reading.JSON: {"schema": _LIST}, reading.NDJSON: {"schema": _ITEM}},
        *(408, 413, 415, 422, 429, 503, 504),
        text=_TEXT,
    ),
    openapi_extra={
        "parameters": PARAMETERS,
        **docs.takes(
            {
                reading.JSON: {"schema": _BODY, "examples": examples.BATCH},
                reading.NDJSON: {"schema": docs.ref(wire.JudgeRequest)},
            }
        ),
    },
)
async def judge_batch(request: Request) -> Response:
    """With an Idempotency-Key each item gets its own, the key and the index. A batch counts as one request in
    flight while any item of it is judged, not while it arrives."""
    kind = reading.content_type(request, (reading.JSON, reading.NDJSON))
    shadow = reading.shadow(reading.parameters(request, ("mode", "reserve")))
    batch = _Batch(Service.of(request), request, shadow, reading.idempotency_key(request))
    return await batch.listed() if kind == reading.JSON else batch.streamed()


class _Batch:
    def __init__(self, service: Service, request: Request, shadow: bool, key: str | None) -> None:
        self._pipeline = service.pipeline
        self._limits = service.limits
        self._request = request
        self._shadow = shadow
        self._key = key

    async def listed(self) -> Response:
        limits = self._limits
        self._pipeline.admission.check()
        raw = await reading.body(self._request, limits.max_batch_bytes, limits.body_timeout_s)
        items = _items(raw)
        with self._pipeline.admission.permit():
            found = {i: item async for i, item in self._pipeline.judge_many(self._from_list(items))}
        content = b",".join(_encode(i, found[i]) for i in sorted(found))
        return Response(b"[" + content + b"]", media_type=reading.JSON)

    def streamed(self) -> Response:
        # Later than the status a refusal can no longer be told; from then on items wait for their turn.
        self._pipeline.admission.check()

        async def answer() -> AsyncGenerator[bytes, None]:
            orders, turn = self._from_lines(), Turn(self._pipeline.admission)
            async with aclosing(self._pipeline.judge_many(orders, turn=turn)) as judged:
                async for index, item in judged:
                    yield _encode(index, item) + b"\n"

        return _Streamed(answer())

    async def _from_list(self, items: list[msgspec.Raw]) -> AsyncIterator[Order | JudgeError]:
        for index, item in enumerate(items):
            yield self._order(bytes(item), index)

    async def _from_lines(self) -> AsyncIterator[Order | JudgeError]:
        limits = self._limits
        index = 0
        lines = reading.lines(
            self._request, limits.max_body_bytes, limits.max_batch_bytes, limits.body_timeout_s
        )
        try:
            async for line in lines:
                if index == MAX_ITEMS:
                    yield BadInput(f"a batch has at most {MAX_ITEMS} items; the rest is not read", pointer="")
                    return
                yield self._order(line, index)
                index += 1
        except JudgeError as error:
            yield error
            return
        if index == 0:
            yield BadInput("the batch is empty", pointer="")

    def _order(self, raw: bytes, index: int) -> Order | JudgeError:
        if len(raw) > self._limits.max_body_bytes:
            return TooLarge(f"at most {self._limits.max_body_bytes} bytes an item are read")
        arrived = time.perf_counter()
        key = None if self._key is None else f"{self._key}/{index}"
        return Order(raw, arrived, arrived + self._limits.deadline_s, self._shadow, key)


class _Streamed(Response):
    """A streamed answer to a request that is still being read: Starlette's own would eat the rest of it."""

    media_type = reading.NDJSON

    def __init__(self, content: AsyncGenerator[bytes, None]) -> None:
        super().__init__()
        del self.headers["content-length"]
        self._content = content

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        async with aclosing(self._content) as lines:
            async for line in lines:
                await send({"type": "http.response.body", "body": line, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def _items(raw: bytes) -> list[msgspec.Raw]:
    try:
        items = msgspec.json.decode(raw, type=list[msgspec.Raw])
    except msgspec.ValidationError:
        raise BadInput("expected a list of requests", pointer="") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        items = _one_by_one(raw)
    if not items:
        raise BadInput("the batch is empty", pointer="")
    if len(items) > MAX_ITEMS:
        raise BadInput(f"a batch has at most {MAX_ITEMS} items", pointer=f"/{MAX_ITEMS}")
    return items


def _one_by_one(raw: bytes) -> list[msgspec.Raw]:
    """The items of a list in which at least one is no JSON as we read it: each answers for itself."""
    try:
        text = raw.decode().strip()
        found: list[msgspec.Raw] = []
        mark, at = text[:1], 0
        while mark in ("[", ","):
            at = _past_blanks(text, at + 1)
            end = _DECODER.raw_decode(text, at)[1]
            found.append(msgspec.Raw(text[at:end].encode()))
            at = _past_blanks(text, end)
            mark = text[at]
        if mark == "]" and at == len(text) - 1:
            return found
    except (ValueError, IndexError, RecursionError):
        pass
    wire.parse(raw)  # says where it is malformed
    raise BadInput("malformed JSON", pointer="")


def _past_blanks(text: str, at: int) -> int:
    while text[at] in " \t\r\n":
        at += 1
    return at


def _encode(index: int, item: Judged | JudgeError) -> bytes:
    if isinstance(item, Judged):
        return wire.with_member(item.answer, "index", index)
    problem = json.loads(wire.encode(problems.describe(item)))
    return wire.encode({**problem, "index": index})
