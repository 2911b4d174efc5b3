"""What `POST /judge` reads, and the pointer of each thing it refuses."""

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tenacious_judge import wire
from tenacious_judge.domain import DraftKind, PublicRecord
from tenacious_judge.errors import BadInput

from tests.support.service import NOW, as_json, mail


def refusal(source: Any) -> BadInput:
    raw = source if isinstance(source, bytes) else as_json(source)
    with pytest.raises(BadInput) as caught:
        wire.decode(raw, now=NOW)
    return caught.value


def pointer_of_refusal(source: bytes) -> str | None:
    """None where it is read."""
    try:
        wire.decode(source, now=NOW)
    except BadInput as error:
        return "no pointer" if error.pointer is None else error.pointer
    return None


def test_a_body_is_all_that_is_needed() -> None:
    request = wire.decode(b'{"draft": {"body": "Elena,"}}', now=NOW)
    assert request.draft.body == "Elena,"
    assert request.draft.kind is DraftKind.COLD
    assert request.draft.subject == ""
    assert request.context.hiring_signal_brief is None
    assert request.as_of == NOW


def test_html_may_stand_in_for_the_body() -> None:
    request = wire.decode(b'{"draft": {"html": "<p>Elena</p>"}}')
    assert (request.draft.body, request.draft.html) == ("", "<p>Elena</p>")


def test_every_part_of_the_context_may_be_null() -> None:
    names = (
        *("hiring_signal_brief", "competitor_gap_brief", "bench_summary", "icp_segment", "prospect"),
        *("prior_thread", "prospect_id"),
    )
    request = wire.decode(as_json(mail(context=dict.fromkeys(names), as_of=None)), now=NOW)
    assert request.context.prior_thread is None
    assert wire.decode(as_json(mail(context=None)), now=NOW) == request


@pytest.mark.parametrize(
    ("kind", "got"),
    [("colld", "'colld'"), ("Cold", "'Cold'"), (5, "a whole number"), (["cold"], "a list")],
)
def test_a_word_that_is_none_of_the_allowed_is_told_which_are(kind: Any, got: str) -> None:
    wrong = refusal({"draft": {"body": "Elena,", "kind": kind}})
    assert wrong.pointer == "/draft/kind"
    assert wrong.detail == f"expected one of cold, warm, reply, reengagement, got {got}"


def test_briefs_keep_the_shape_they_came_in() -> None:
    context = {"hiring_signal_brief": "7 open roles", "bench_summary": {"go": 3}, "icp_segment": 4}
    request = wire.decode(as_json(mail(context=context)))
    assert request.context.hiring_signal_brief == "7 open roles"
    assert request.context.bench_summary == {"go": 3}
    assert request.context.icp_segment == 4


def test_public_records_know_their_place_in_the_request() -> None:
    records = [{"date": "2026-02-11", "source_url": "https://a", "summary": "s", "lang": "en"}, "a talk"]
    request = wire.decode(as_json(mail(context={"prospect": {"name": "Elena", "public_record": records}})))
    assert request.context.prospect.public_record == (
        PublicRecord("s", "/context/prospect/public_record/0", dt.date(2026, 2, 11), "https://a"),
        PublicRecord("a talk", "/context/prospect/public_record/1"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-05-06T09:00:00Z", dt.datetime(2026, 5, 6, 9, tzinfo=dt.UTC)),
        ("2026-05-06T09:00:00+02:00", dt.datetime(2026, 5, 6, 7, tzinfo=dt.UTC)),
        ("2026-05-06T09:00:00", dt.datetime(2026, 5, 6, 9, tzinfo=dt.UTC)),
        ("2026-05-06", dt.datetime(2026, 5, 6, tzinfo=dt.UTC)),
    ],
)
def test_as_of_is_a_time_with_a_zone(text: str, expected: dt.datetime) -> None:
    assert wire.decode(as_json(mail(as_of=text))).as_of == expected


@pytest.mark.parametrize(
    ("request_", "pointer"),
    [
        ({}, "/draft"),
        ([], ""),
        (None, ""),
        ("text", ""),
        ({"draft": None}, "/draft"),
        ({"draft": {}}, "/draft/body"),
        ({"draft": {"body": 7}}, "/draft/body"),
        ({"draft": {"body": ""}}, "/draft/body"),
        ({"draft": {"body": " \n\t"}}, "/draft/body"),
        ({"draft": {"body": "\u200b\u00ad\ufeff\u3164\u2800"}}, "/draft/body"),
        ({"draft": {"html": ""}}, "/draft/html"),
        ({"draft": {"body": "a", "kind": "colder"}}, "/draft/kind"),
        ({"draft": {"body": "a", "subjct": "b"}}, "/draft/subjct"),
        (mail(contxt={}), "/contxt"),
        (mail(context={"bench": {}}), "/context/bench"),
        (mail(context={"a/b~c": 1}), "/context/a~1b~0c"),
        (mail(context=[]), "/context"),
        (mail(context={"hiring_signal_brief": 3}), "/context/hiring_signal_brief"),
        (mail(context={"hiring_signal_brief": []}), "/context/hiring_signal_brief"),
        (mail(context={"bench_summary": True}), "/context/bench_summary"),
        (mail(context={"icp_segment": 1.5}), "/context/icp_segment"),
        (mail(context={"icp_segment": True}), "/context/icp_segment"),
        (mail(context={"prior_thread": 1}), "/context/prior_thread"),
        (mail(context={"prospect": "Elena"}), "/context/prospect"),
        (mail(context={"prospect": {"name": ["Elena"]}}), "/context/prospect/name"),
        (
            mail(context={"prospect": {"public_record": [{}, {"date": "soon"}]}}),
            "/context/prospect/public_record/1/date",
        ),
        (mail(context={"prospect": {"public_record": [7]}}), "/context/prospect/public_record/0"),
        (mail(context={"prospect_id": "p-1"}), "/context/prospect_id"),
        (mail(as_of="yesterday"), "/as_of"),
        (mail(as_of=20260506), "/as_of"),
        (mail(as_of="0001-01-01"), "/as_of"),
        (mail(as_of="9999-12-31T23:59:59-12:00"), "/as_of"),
    ],
)
def test_what_is_wrong_is_named(request_: Any, pointer: str) -> None:
    assert refusal(request_).pointer == pointer


@pytest.mark.parametrize(
    ("raw", "pointer", "says"),
    [
        (b"", "", "empty"),
        (b" \n", "", "empty"),
        (b"{", "", "malformed"),
        (b"{'draft': {}}", "", "malformed"),
        (b'{"draft": {"body": "a"}} x', "", "malformed"),
        (b'\xef\xbb\xbf{"draft": {"body": "a"}}', "", "malformed"),
        (b'{"draft": {"body": "\xff"}}', "", "UTF-8"),
        (b'{"draft": {"body": "a\nb"}}', "", "malformed"),
        (b'{"draft": {"body": "\\ud800"}}', "/draft/body", "surrogate"),
        (b'{"draft": {"body": "a\\udc00\\ud83d"}}', "/draft/body", "surrogate"),
        (b'{"draft": {"body": "a\\u0000b"}}', "/draft/body", "null character"),
        (b'{"draft": {"body": "a"}, "draft": {"body": "b"}}', "/draft", "twice"),
        (
            b'{"draft": {"body": "a"}, "context": {"bench_summary": {"go": 3, "go": 9}}}',
            "/context/bench_summary/go",
            "twice",
        ),
        (
            b'{"draft": {"body": "a"}, "context": {"prior_thread": [{"\\u0000": 1}]}}',
            "/context/prior_thread/0",
            "null character",
        ),
    ],
)
def test_a_document_that_two_readers_could_read_differently_is_refused(
    raw: bytes, pointer: str, says: str
) -> None:
    error = refusal(raw)
    assert error.pointer == pointer
    assert says in error.detail


@pytest.mark.parametrize(
    "number",
    [
        "NaN",
        "Infinity",
        "-Infinity",
        "1e400",
        "1e16",
        "1000000000000001",
        "-1000000000000001",
        "9" * 30,
        "-" + "9" * 6000,
    ],
)
def test_numbers_beyond_all_sense_are_refused_where_they_stand(number: str) -> None:
    raw = (
        f'{{"draft": {{"body": "a"}}, "context": {{"bench_summary": {{"stacks": [0, {number}]}}}}}}'.encode()
    )
    assert refusal(raw).pointer == "/context/bench_summary/stacks/1"


@pytest.mark.parametrize("depth", [65, 900, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_deep_nesting_is_refused(depth: int, opening: str, closing: str) -> None:
    nested = opening * depth + "1" + closing * depth
    raw = f'{{"draft": {{"body": "a"}}, "context": {{"prior_thread": {nested}}}}}'.encode()
    assert "nested deeper" in refusal(raw).detail


@pytest.mark.parametrize("number", [10**15, -(10**15), 999_999_999_999_999, -0.5, 18_000_000])
def test_numbers_up_to_a_quadrillion_are_read(number: float) -> None:
    request = wire.decode(as_json(mail(context={"bench_summary": {"n": number}})))
    assert request.context.bench_summary == {"n": number}


def test_an_escaped_backslash_before_u0000_is_no_null_character() -> None:
    assert wire.decode(b'{"draft": {"body": "a\\\\u0000b"}}').draft.body == "a\\u0000b"


def test_a_pair_of_surrogates_is_one_character() -> None:
    assert wire.decode(b'{"draft": {"body": "\\ud83d\\ude42"}}').draft.body == "\U0001f642"


def test_a_parsed_document_is_checked_like_its_text() -> None:
    with pytest.raises(BadInput) as caught:
        wire.decode(mail(context={"prior_thread": [float("nan")]}))
    assert caught.value.pointer == "/context/prior_thread/0"
    with pytest.raises(BadInput) as caught:
        wire.decode({"draft": {"body": "a\ud800"}})
    assert caught.value.pointer == "/draft/body"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(_JSON, st.binary(max_size=64))
def test_any_input_is_read_or_refused_with_a_pointer(document: Any, junk: bytes) -> None:
    for source in (as_json(document), as_json(mail(context={"prior_thread": document})), junk):
        pointer = pointer_of_refusal(source)
        assert pointer is None or pointer == "" or pointer.startswith("/")


@given(st.dictionaries(st.text(), st.integers(0, 9)))
def test_what_is_read_is_what_was_sent(brief: dict[str, int]) -> None:
    raw = json.dumps(mail(context={"hiring_signal_brief": brief})).encode()
    if any("\x00" in key or not key.isprintable() for key in brief):
        return
    assert wire.decode(raw).context.hiring_signal_brief == brief
