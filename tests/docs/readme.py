"""The README's example: its request, and the answer that stands below it.

python -m tests.docs.readme      judge the request again and write the answer, where it changed
"""

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import httpx
from tenacious_judge.bootstrap import create_app
from tenacious_judge.settings import Settings

README = Path(__file__).resolve().parents[2] / "README.md"
_REQUEST = re.compile(r"curl -s http://127\.0\.0\.1:8000/judge .*? -d '(\{.*?\})'\n```", re.DOTALL)
_ANSWER = re.compile(r"(<!-- answer: [^\n]*-->\n```json\n)(.*?)(\n```\n<!-- /answer -->)", re.DOTALL)
_VOLATILE = ("id", "timings_ms", "cost", "versions")


def request(text: str) -> bytes:
    """The body of the first curl, as the shell sends it."""
    found = _REQUEST.search(text)
    assert found, "the README has no curl of /judge"
    return found[1].encode()


def shown(text: str) -> dict[str, Any]:
    """The answer as the README shows it."""
    found = _ANSWER.search(text)
    assert found, "the README has no answer"
    answer: dict[str, Any] = json.loads(found[2])
    return answer


def judged(body: bytes) -> dict[str, Any]:
    """The service's answer to that body."""
    return asyncio.run(_judged(body))


def lasting(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer without what differs with each run or version."""
    return {name: value for name, value in answer.items() if name not in _VOLATILE}


def layout(answer: dict[str, Any]) -> str:
    """JSON with a line for each member, and for each item of a list."""
    lines = []
    for name, value in answer.items():
        if isinstance(value, list) and value:
            items = ",\n".join(f"    {json.dumps(item, ensure_ascii=False)}" for item in value)
            lines.append(f'  "{name}": [\n{items}\n  ]')
        else:
            lines.append(f'  "{name}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(lines) + "\n}"


async def _judged(body: bytes) -> dict[str, Any]:
    transport = httpx.ASGITransport(create_app(Settings(store_url="memory:")))
    headers = {"Content-Type": "application/json"}
    async with httpx.AsyncClient(transport=transport, base_url="http://judge", headers=headers) as client:
        for _ in range(3):  # the first ones pay for what is made once
            answer = await client.post("/judge", content=body)
    assert answer.status_code == 200, answer.text
    read: dict[str, Any] = answer.json()
    return read


def main() -> None:
    text = README.read_text(encoding="utf-8")
    answer = judged(request(text))
    if lasting(answer) != lasting(shown(text)):
        README.write_text(_ANSWER.sub(lambda m: m[1] + layout(answer) + m[3], text), encoding="utf-8")


if __name__ == "__main__":
    main()
