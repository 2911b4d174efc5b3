"""The page itself: an OpenAPI document as HTML."""

import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from .types import Schema, anchor, limits_of, type_of

STYLE = Path(__file__).with_name("style.css").read_text(encoding="utf-8")

_CODE = re.compile(r"`([^`]+)`")
_TYPES = "types"


def render(document: dict[str, Any]) -> str:
    """The whole page."""
    info = document["info"]
    title = escape(info["title"])
    groups = _groups(document)
    schemas = document["components"]["schemas"]
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} {escape(info["version"])}: every call</title>
<style>{STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the calls</a>
<header>
<h1>{title} <small>{escape(info["version"])}</small></h1>
{_prose(info.get("description", ""))}
<p>The same for machines: <a href="/openapi.json">openapi.json</a>.</p>
</header>
<nav aria-label="Calls">
{"".join(_listed(tag, calls) for tag, calls in groups.items())}
<h2><a href="#{_TYPES}">Types</a></h2>
</nav>
<main id="main">
{"".join(_group(tag, calls) for tag, calls in groups.items())}
<section aria-labelledby="{_TYPES}">
<h2 id="{_TYPES}">Types</h2>
{"".join(_type(name, schema) for name, schema in schemas.items())}
</section>
</main>
</body>
</html>
"""


Call = tuple[str, str, dict[str, Any]]
"""Method, path, operation."""


def _groups(document: dict[str, Any]) -> dict[str, list[Call]]:
    groups: dict[str, list[Call]] = {}
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            groups.setdefault(operation["tags"][0], []).append((method.upper(), path, operation))
    return groups


def _listed(tag: str, calls: Iterable[Call]) -> str:
    items = "".join(
        f'<li><a href="#{_call_id(call)}">{_method(call[0])} <code>{escape(call[1])}</code></a></li>'
        for call in calls
    )
    return f"<h2>{escape(tag.capitalize())}</h2><ul>{items}</ul>\n"


def _group(tag: str, calls: Iterable[Call]) -> str:
    name = f"calls-{escape(tag)}"
    articles = "".join(_article(call) for call in calls)
    heading = f'<h2 id="{name}">{escape(tag.capitalize())}</h2>'
    return f'<section aria-labelledby="{name}">{heading}{articles}</section>\n'


def _article(call: Call) -> str:
    method, path, operation = call
    return f"""<article id="{_call_id(call)}">
<h3>{_method(method)} <code>{escape(path)}</code> <span>{escape(operation["summary"])}</span></h3>
{_prose(operation.get("description", ""))}
{_parameters(operation.get("parameters", ()))}
{"".join(_body(operation.get("requestBody", {}).get("content", {})))}
{_table("Answers", ("status", "body", "when"), map(_answer, operation["responses"].items()))}
</article>
"""


def _parameters(parameters: Iterable[dict[str, Any]]) -> str:
    rows = [
        (
            f"<code>{escape(p['name'])}</code>",
            escape(p["in"]),
            _typed(p["schema"]),
            _inline(p.get("description", "")),
        )
        for p in parameters
    ]
    return _table("Parameters", ("name", "in", "type", "meaning"), rows) if rows else ""


def _body(content: dict[str, Any]) -> Iterator[str]:
    if content:
        rows = [(f"<code>{escape(kind)}</code>", _typed(part["schema"])) for kind, part in content.items()]
        yield _table("Body", ("content type", "type"), rows)
    for part in content.values():
        for name, example in part.get("examples", {}).items():
            text = escape(json.dumps(example["value"], ensure_ascii=False, indent=2))
            title = escape(example.get("summary", name.capitalize()))
            yield f'<details><summary>Example: {title}</summary><pre tabindex="0">{text}</pre></details>'


def _answer(answer: tuple[str, dict[str, Any]]) -> tuple[str, str, str]:
    status, response = answer
    bodies = " or ".join(
        f"<code>{escape(kind)}</code> {_typed(part['schema'])}"
        for kind, part in response.get("content", {}).items()
    )
    return f"<code>{escape(status)}</code>", bodies, _inline(response["description"])


def _type(name: str, schema: Schema) -> str:
    needed = set(schema.get("required", ()))
    rows = [
        (
            f"<code>{escape(field)}</code>{'' if field in needed else ' <i>may be absent</i>'}",
            _typed(of),
            _inline(of.get("description", "")),
        )
        for field, of in schema.get("properties", {}).items()
    ]
    fields = _table("Fields", ("name", "type", "meaning"), rows) if rows else f"<p>{_typed(schema)}</p>"
    about = _prose(schema.get("description", ""))
    return f'<article id="{anchor(name)}"><h3>{escape(name)}</h3>{about}{fields}</article>\n'


def _typed(schema: Schema) -> str:
    limits = limits_of(schema)
    return f"{type_of(schema)}, {limits}" if limits else type_of(schema)


def _table(caption: str, headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f'<div class="wide" role="region" aria-label="{escape(caption)}" tabindex="0"><table><caption>'
        f"{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _method(method: str) -> str:
    return f'<b class="{method.lower()}">{escape(method)}</b>'


def _call_id(call: Call) -> str:
    words = re.sub(r"[^a-z]+", "-", f"{call[0]}-{call[1]}".lower()).strip("-")
    return f"call-{words}"


def _prose(text: str) -> str:
    """Paragraphs, with what stands between backticks as code."""
    return "".join(f"<p>{_inline(part)}</p>" for part in re.split(r"\n\s*\n", text.strip()) if part)


def _inline(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", escape(" ".join(text.split()), quote=False))
