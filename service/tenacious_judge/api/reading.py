"""What endpoints read from a request: its body within limits, its parameters, its keys."""

import asyncio
import hmac
import re
import time
from collections.abc import AsyncIterator, Collection

from starlette.requests import Request

from ..errors import BadInput, BodyTimeout, Forbidden, TooLarge, Unauthorized, UnsupportedMedia
from .problems import BadParameter
from .state import Service

JSON = "application/json"
NDJSON = "application/x-ndjson"

_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_UTF8 = {"utf-8", "utf8", "us-ascii"}


def content_type(request: Request, allowed: Collection[str] = (JSON,)) -> str:
    """The body's media type, JSON where none is said. Raises `UnsupportedMedia` for any but `allowed`."""
    if request.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
        raise UnsupportedMedia("compressed bodies are not read")
    header = request.headers.get("content-type", JSON)
    kind, _, parameters = header.partition(";")
    kind = kind.strip().lower()
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and value.strip().strip('"').lower() not in _UTF8:
            raise UnsupportedMedia("only UTF-8 is read")
    if kind not in allowed:
        raise UnsupportedMedia(f"send {' or '.join(allowed)}")
    return kind


async def body(request: Request, limit: int, timeout_s: float) -> bytes:
    """The whole body, of at most `limit` bytes, arrived within `timeout_s`.

    Raises `TooLarge` as soon as that is known, also where no length was announced, and `BodyTimeout`. Hold no
    permit meanwhile: a client that sends a byte a second would keep others out with it.
    """
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:20]) > limit:
        raise _too_large(limit)
    parts: list[bytes] = []
    size = 0
    with Service.of(request).pipeline.admission.arriving() as have:
        async for chunk in _chunks(request, timeout_s):
            size += len(chunk)
            if size > limit:
                raise _too_large(limit)
            have(size)
            parts.append(chunk)
    return parts[0] if len(parts) == 1 else b"".join(parts)


async def lines(
    request: Request, line_limit: int, total_limit: int, timeout_s: float
) -> AsyncIterator[bytes]:
    """The body's lines as they arrive, without blank ones.

    Raises `TooLarge` for a line or a sum too long, and `BodyTimeout` when the client let us wait for longer
    than `timeout_s`, all waits taken together.
    """
    buffer = bytearray()
    total = 0
    with Service.of(request).pipeline.admission.arriving() as have:
        async for chunk in _chunks(request, timeout_s):
            total += len(chunk)
            if total > total_limit:
                raise _too_large(total_limit)
            buffer += chunk
            while (end := buffer.find(b"\n")) >= 0:
                line = bytes(buffer[:end])
                del buffer[: end + 1]
                if len(line) > line_limit:
                    raise _too_large(line_limit)
                if line.strip():
                    yield line
            if len(buffer) > line_limit:
                raise _too_large(line_limit)
            have(len(buffer))
    if buffer.strip():
        yield bytes(buffer)


async def _chunks(request: Request, timeout_s: float) -> AsyncIterator[bytes]:
    more = True
    left_s = timeout_s
    while more:
        begun = time.perf_counter()
        try:
            async with asyncio.timeout(max(0.0, left_s)):
                message = await request.receive()
        except TimeoutError:
            raise BodyTimeout(f"the body did not arrive within {timeout_s:g} s") from None
        left_s -= time.perf_counter() - begun
        if message["type"] == "http.disconnect":
            raise BadInput("the body broke off", pointer="")
        more = message.get("more_body", False)
        if chunk := message.get("body", b""):
            yield chunk


def parameters(request: Request, allowed: Collection[str]) -> dict[str, str]:
    """The query parameters. Raises `BadParameter` for unknown and repeated ones: none is ignored."""
    if not request.scope["query_string"]:
        return {}
    found: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name not in allowed:
            raise BadParameter(f"unknown query parameter {name[:80]!r}", name[:80])
        if name in found:
            raise BadParameter("given twice", name)
        found[name] = value
    return found


def shadow(given: dict[str, str]) -> bool:
    """Whether `mode=shadow` was asked for, and that no reservation was: there is none to be had yet."""
    mode = given.get("mode", "enforce")
    if mode not in ("enforce", "shadow"):
        raise BadParameter("expected shadow or enforce", "mode")
    reserve = given.get("reserve", "false")
    if reserve not in ("true", "false"):
        raise BadParameter("expected true or false", "reserve")
    if reserve == "true":
        raise BadParameter("this release makes no reservations; leave reserve out", "reserve")
    return mode == "shadow"


def idempotency_key(request: Request) -> str | None:
    keys = request.headers.getlist("idempotency-key")
    if not keys:
        return None
    if len(keys) > 1 or not _KEY.fullmatch(keys[0]):
        raise BadParameter("expected one key of 1 to 255 printable ASCII characters", "Idempotency-Key")
    return keys[0]


def admin(request: Request, key: str | None) -> None:
    """Raise `Unauthorized` or `Forbidden` unless the request carries the admin key, where one is set."""
    if key is None:
        return
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not given.strip():
        raise Unauthorized("send the admin key: Authorization: Bearer <key>")
    if not hmac.compare_digest(given.strip().encode(), key.encode()):
        raise Forbidden("this is not the admin key")


def _too_large(limit: int) -> TooLarge:
    return TooLarge(f"at most {limit} bytes are read")
