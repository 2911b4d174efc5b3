"""What the service is measured beside: an echo, and what one would write at first."""

import re
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel
from tenacious_judge.reading.patterns import expand, load_cues


async def echo(scope: Any, receive: Any, send: Any) -> None:
    """Raw ASGI: the body comes back. No server in Python does less per request."""
    if scope["type"] != "http":
        return
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    length = str(len(body)).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", length)]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


class Draft(BaseModel):
    body: str
    subject: str = ""
    kind: str = "cold"


class Context(BaseModel):
    hiring_signal_brief: dict[str, Any] | str | None = None
    competitor_gap_brief: dict[str, Any] | str | None = None
    bench_summary: dict[str, Any] | str | None = None
    icp_segment: str | int | None = None
    prospect: dict[str, Any] | None = None
    prior_thread: list[dict[str, Any]] | None = None


class Mail(BaseModel):
    draft: Draft
    context: Context
    as_of: str


def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """A hundred of the service's own cue patterns, for the standard `re`, one by one."""
    found = []
    for entry in load_cues():
        try:
            found.append((entry.name, re.compile(expand(entry))))
        except re.error:
            continue
    return found[:: max(1, len(found) // PATTERNS_IN_PLAIN)][:PATTERNS_IN_PLAIN]


PATTERNS_IN_PLAIN = 100
PATTERNS = _patterns()
plain = FastAPI()


@plain.post("/judge")
async def judge(mail: Mail) -> dict[str, Any]:
    """Typed pydantic in, a loop of `re` patterns, a dict out. No briefs read, no store, no metrics."""
    body = mail.draft.body.lower()
    hits = [
        {"rule": name, "start": match.start(), "end": match.end(), "text": match.group()}
        for name, pattern in PATTERNS
        for match in pattern.finditer(body)
    ]
    return {"verdict": "fail" if hits else "pass", "violations": hits}
