"""HTML bodies: what a reader sees, where it came from, and what is hidden."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tenacious_judge.domain import Draft
from tenacious_judge.reading.html import visible_text
from tenacious_judge.reading.mail import Mail

TODAY = dt.date(2026, 5, 6)


def body(html: str) -> str:
    return Mail(Draft("", html=html), TODAY).body.text.clean.strip()


def test_tags_entities_and_breaks_become_text() -> None:
    html = "<p>Hi&nbsp;Elena,</p><p>three &amp; <b>fo</b>ur<br>roles</p><ul><li>Go</li><li>Python</li></ul>"
    assert body(html) == "Hi Elena,\n\nthree & four\nroles\n\nGo\nPython"


@pytest.mark.parametrize(
    "hiding",
    [
        '<span style="display:none">secret</span>',
        '<span style="display : NONE">secret</span>',
        "<div hidden>secret</div>",
        '<p style="font-size:0">secret</p>',
        '<p style="color:#ffffff">secret</p>',
        '<p style="color:red; background-color:red">secret</p>',
        '<p style="opacity:0">secret</p>',
        '<p style="position:absolute; left:-9999px">secret</p>',
        "<template>secret</template>",
        "<iframe>secret</iframe>",
        "<?note secret thing?>",
    ],
)
def test_what_is_not_shown_is_hidden_and_named(hiding: str) -> None:
    html = f"<p>Hello.</p>{hiding}<p>Bye.</p>"
    seen = visible_text(html)
    assert "secret" not in seen.shown
    ((start, end),) = seen.hidden
    assert html[start:end] in hiding


@pytest.mark.parametrize(
    "shown",
    [
        '<p style="color:#333333">seen</p>',
        '<p style="font-size:10px">seen</p>',
        '<p style="opacity:0.9">seen</p>',
        '<p style="color:white; background-color:#222222">seen</p>',
        "<style>.p {display:none} @media (max-width: 600px) {p {display:none}}</style><p>seen</p>",
        '<td style="font-size:0"><div style="font-size:13px">seen</div></td>',
        '<table><tr><td bgcolor="#1a73e8"><a style="color:#ffffff">seen</a></td></tr></table>',
        '<div style="background:url(x.png)"><p style="color:#fff">seen</p></div>',
        '<table width="600"><tr><td style="line-height:1.4">seen</td></tr></table>',
    ],
)
def test_an_ordinary_style_hides_nothing(shown: str) -> None:
    seen = visible_text(shown)
    assert "seen" in seen.shown
    assert seen.hidden == ()


def test_a_span_points_into_the_html_as_sent() -> None:
    html = "<p>We will <b>circle</b> back &amp; forth.</p>"
    passage = Mail(Draft("", html=html), TODAY).body
    start = passage.flat.index("circle back")
    span = passage.span(start, start + len("circle back"))
    assert span.field.value == "html"
    assert html[span.start : span.end] == span.text == "circle</b> back"


@given(st.text(alphabet="<>/ab&;#x!-=\"' \npdivstyle", max_size=200))
def test_any_markup_is_read(html: str) -> None:
    seen = visible_text(html)
    assert len(seen.shown) == len(seen.starts) == len(seen.ends)
    assert all(0 <= a <= b <= len(html) for a, b in zip(seen.starts, seen.ends, strict=True))


def test_a_body_that_begins_with_a_subject_line_gives_the_subject() -> None:
    mail = Mail(Draft("Subject: Three roles\n\nHi Elena,"), TODAY)
    assert mail.subject is not None
    assert mail.subject.text.clean == "Three roles"
    assert mail.body.text.clean == "Hi Elena,"
    assert mail.body.span(0, 2).start == len("Subject: Three roles\n\n")


@pytest.mark.parametrize(
    "html",
    [
        "<a b='" * 17_000,
        "<!--" * 25_000,
        "</" * 50_000,
        "<?" * 50_000,
        "<div>a" * 17_000,
        "<b>" * 190 + "a &amp; " * 12_000,
        "<b>" * 190 + "</i>" * 25_000,
        "<p><b>" * 17_000,
        "a<!x>" * 20_000,
        "<style>" + "/*" * 48_000,
        "<style>" + "a{" * 48_000,
        "<style>" + "a;" * 48_000,
        "a&nbsp" * 17_000,
        "<table>a" * 12_000,
        "a\n" * 50_000,
        "<!--[if mso]>" * 7_800,
        "<style>" + "".join(f".c{i}{{display:none}}" for i in range(4_500)),
        "<p style='" + "a:b;" * 25_000 + "'>x",
        "<p style='" + "\\" * 50_000 + "'>x",
    ],
)
def test_hostile_markup_is_read_in_linear_time(html: str) -> None:
    begun = time.process_time()
    visible_text(html)
    assert time.process_time() - begun < 6
