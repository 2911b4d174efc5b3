"""GET /docs: every call and type, on a page that loads nothing."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.support.service import client, service

VOID = {"meta", "link", "br", "hr", "img", "input"}


class Page(HTMLParser):
    """What a browser would make of it: elements that are closed, ids, links, things to load."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.loaded: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a":
            self.links.append(str(given["href"]))
        self.loaded += [str(given[name]) for name in ("src", "srcset", "data", "poster") if name in given]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
async def answer() -> Any:
    async with client(service()) as c:
        yield await c.get("/docs")


@pytest.fixture
async def document() -> Any:
    async with client(service()) as c:
        return (await c.get("/openapi.json")).json()


async def test_every_call_parameter_status_and_type_is_on_it(answer: Any, document: Any) -> None:
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = Page(answer.text)
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            assert f"{method.upper()} {path} {operation['summary']}" in page.text
            for parameter in operation.get("parameters", ()):
                assert parameter["name"] in page.text
    assert {f"type-{name}" for name in document["components"]["schemas"]} <= set(page.ids)
    for name in document["components"]["schemas"]["VerdictAnswer"]["properties"]:
        assert name in page.text
    assert "list of ViolationOut" in page.text
    assert "cold" in page.text


async def test_it_loads_nothing_and_runs_nothing(answer: Any) -> None:
    page = Page(answer.text)
    assert page.loaded == []
    assert not page.tags & {"script", "link", "img", "iframe", "object", "form"}
    assert all(link.startswith(("#", "/")) for link in page.links)
    assert "@import" not in answer.text
    assert "url(" not in answer.text
    style = re.search(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert f"style-src 'sha256-{digest}'" in policy


async def test_it_is_sound_and_its_links_lead_somewhere(answer: Any) -> None:
    page = Page(answer.text)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert "/openapi.json" in page.links
    assert {"main", "nav", "header", "h1", "caption"} <= page.tags
    assert '<html lang="en">' in answer.text
    assert page.text.count("`") == 0


async def test_pages_that_would_load_from_elsewhere_are_gone() -> None:
    async with client(service()) as c:
        for path in ("/redoc", "/docs/oauth2-redirect"):
            assert (await c.get(path)).status_code == 404
