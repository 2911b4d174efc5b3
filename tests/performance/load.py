"""A small HTTP/1.1 client that costs little: a few connections, each with one request at a time."""

import asyncio
import time


async def drive(port: int, body: bytes, seconds: float, connections: int) -> list[float]:
    """Milliseconds of each POST /judge. Raises where an answer is not a 200."""
    head = (
        f"POST /judge HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    ).encode()
    until = time.perf_counter() + seconds
    each = await asyncio.gather(*(_connection(port, head + body, until) for _ in range(connections)))
    return [taken for one in each for taken in one]


async def _connection(port: int, request: bytes, until: float) -> list[float]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    taken = []
    try:
        while (started := time.perf_counter()) < until:
            writer.write(request)
            await _answer(reader)
            taken.append((time.perf_counter() - started) * 1000)
    finally:
        writer.close()
    return taken


async def _answer(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(head.decode(errors="replace"))
    length = next(
        int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")
    )
    await reader.readexactly(length)
