"""Whatever stands in a context, reading and rules name what is wrong or judge the mail; they never break."""

import copy
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tenacious_judge.domain import Field
from tenacious_judge.errors import BadInput
from tenacious_judge.pipeline.engine import Engine, Examined, examine
from tenacious_judge.reading.case import read_case

from tests.property.judged import NOW, POLICY, RUBRIC

ENGINE = Engine(POLICY, RUBRIC, read_case)
REQUEST: dict[str, Any] = {
    "draft": {
        "subject": "Context: your Series B",
        "body": "Hi Elena,\n\nYou closed $18M in March and doubled your team. We can place three senior Go "
        "engineers by Friday; two of five peers run an ML platform.\n\nTuesday, May 12 at 10:00?\n\nMara",
        "kind": "reply",
    },
    "context": {
        "hiring_signal_brief": {
            "company_name": "Halden Freight",
            "generated_at": "2026-05-04",
            "hiring_velocity": {
                "open_roles_today": 7,
                "open_roles_60_days_ago": 3,
                "velocity_label": "doubled",
                "signal_confidence": 0.85,
            },
            "job_post_velocity": {"open_roles": 7, "velocity_trend": "up", "confidence": "high"},
            "buying_window_signals": {
                "funding_event": {
                    "detected": True,
                    "stage": "series_b",
                    "amount_usd": 18_000_000,
                    "closed_at": "2026-03-17",
                },
                "layoff_event": {"detected": False, "percentage_cut": 0.18, "date": "2026-01-05"},
                "leadership_change": {"role": "cto", "name": "Ana", "started_at": "2026-04-01"},
            },
            "funding_amount": "$18M",
            "cto_tenure_days": 30,
            "ai_maturity": {"score": 2, "confidence": 0.7},
            "tech_stack": ["go", "python"],
            "confidence_by_signal": {"funding": 0.9},
            "honesty_flags": ["weak_hiring_velocity_signal"],
            "notes": "Seven open roles, confidence high.",
        },
        "competitor_gap_brief": {
            "generated_at": "2026-04-20",
            "gap_findings": [
                {
                    "practice": "ML platform team",
                    "peer_evidence": [{"company": "Northgate"}],
                    "confidence": 0.8,
                }
            ],
            "confirmed_gaps": ["ML platform team"],
            "top_quartile_competitors": [{"company": "Northgate"}],
            "peer_group": ["Northgate", "Ferrous"],
        },
        "bench_summary": {
            "as_of": "2026-05-04",
            "stacks": {
                "go": {
                    "available_engineers": 3,
                    "seniority_mix": {"senior": 1, "mid": 2},
                    "time_to_deploy_days": 14,
                    "capacity_locked_until": "2026-06-01",
                    "note": "one is on leave",
                },
                "ml": 2,
            },
            "total_engineers_on_bench": 5,
        },
        "icp_segment": "segment_1_series_a_b",
        "prospect": {
            "name": "Elena Ruiz",
            "locale": "de-DE",
            "public_record": [{"date": "2026-02-11", "summary": "We chose managed services."}],
        },
        "prior_thread": [
            {"role": "agent", "content": "We can place three.", "sent_at": "2026-05-01T09:00:00Z"},
            {"role": "prospect", "message": "Not now, thank you."},
        ],
    },
    "as_of": "2026-05-06T09:00:00Z",
}

VALUES = st.one_of(
    st.sampled_from(
        [
            *(None, True, False, 0, 1, -1, 3, 0.38, 1.7, -0.5, 10**15, -(10**15)),
            *("", " ", "high", "banana", "unknown", "doubled", "half a dozen", "90%", "$9M", "-5", "1e9"),
            *("2026-05-01", "2026-13-45", "0001-01-01", "9999-12-31", "Q3 2025", "last week", "3 open roles"),
            *("\u0663", "\u00bd", "\u221e", "\u200b", "\U0001f642", "a\u202eb", "(((", "x" * 3000),
        ]
    ),
    st.just([]).map(list),
    st.just({}).map(dict),
    st.sampled_from([[None], [[]], [{}], [{"": ""}], {"": ""}, {"value": 3}, {"date": {}}, [1, "a"]]),
    st.text(max_size=20),
)
EDITS = st.lists(st.tuples(st.integers(0, 10_000), VALUES), min_size=1, max_size=4)


def places(node: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) of a document."""
    keys = list(node) if isinstance(node, dict) else list(range(len(node))) if isinstance(node, list) else []
    found = [(node, key) for key in keys]
    for key in keys:
        found += places(node[key])
    return found


def examined(request: dict[str, Any]) -> Examined | None:
    """None where a field is refused."""
    raw = json.dumps(request).encode()
    try:
        return examine(ENGINE, raw, NOW, lambda _: (None, ()))
    except BadInput as error:
        if not (error.pointer or "").startswith("/"):
            raise
        return None


@given(EDITS)
@settings(deadline=None, max_examples=150)
def test_no_context_breaks_the_reading(edits: list[tuple[int, Any]]) -> None:
    request = copy.deepcopy(REQUEST)
    for at, value in edits:
        where = places(request["context"])
        container, key = where[at % len(where)]
        container[key] = copy.deepcopy(value)
    found = examined(request)
    if found is not None and found.crash is not None:
        raise found.crash


@given(
    st.text(max_size=300), st.text(max_size=80), st.sampled_from(["cold", "warm", "reply", "reengagement"])
)
@settings(deadline=None, max_examples=150)
def test_no_text_breaks_the_reading_and_spans_quote_it(body: str, subject: str, kind: str) -> None:
    draft = {
        "body": f"Elena, {body}".replace("\x00", ""),
        "subject": subject.replace("\x00", ""),
        "kind": kind,
    }
    found = examined({**REQUEST, "draft": draft})
    if found is None:
        return
    if found.crash is not None:
        raise found.crash
    fields = {Field.BODY: draft["body"], Field.SUBJECT: draft["subject"]}
    for finding in found.findings:
        if finding.span is not None:
            assert fields[finding.span.field][finding.span.start : finding.span.end] == finding.span.text
