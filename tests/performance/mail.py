"""The mail that is measured: 122 words, full briefs, nothing wrong with it."""

import json
from typing import Any

BODY = """Hi Priya,

Thank you for the call on Thursday. You mentioned that the routing rewrite is the piece that worries \
you most this summer. I see eight open engineering roles at Meridian Haul, up from five in March, three of \
them for Python, and your Series B of $18M closed on 17 March.

Whether those roles are hard to fill is something I cannot see from outside. If the rewrite needs hands \
before they are filled, we could put three Python engineers on it from June, working in your hours and in \
your repository, with a review after six weeks.

Would Tuesday 12 May at 10:00 suit you for thirty minutes with our delivery lead?

Mark Osei
Research Partner
Tenacious Consulting
gettenacious.com"""


def _hiring() -> dict[str, Any]:
    return {
        "company_name": "Meridian Haul",
        "generated_at": "2026-05-04T07:00:00Z",
        "primary_segment_match": "segment_1_series_a_b",
        "segment_confidence": 0.82,
        "hiring_velocity": {
            "open_roles_today": 8,
            "open_roles_60_days_ago": 5,
            "velocity_label": "increased_modestly",
            "signal_confidence": 0.8,
            "sources": ["careers page", "job board"],
            "python_roles": 3,
            "titles": [f"Backend Engineer {area}" for area in ("Routing", "Pricing", "Tracking", "Billing")],
        },
        "buying_window_signals": {
            "funding_event": {
                "detected": True,
                "stage": "series_b",
                "amount_usd": 18_000_000,
                "closed_at": "2026-03-17",
                "confidence": 0.95,
            },
            "layoff_event": {"detected": False},
            "leadership_change": {"detected": False},
        },
        "ai_maturity": {
            "score": 1,
            "confidence": 0.6,
            "signals": ["one data scientist named on the team page"],
        },
        "tech_stack": ["Python", "Django", "PostgreSQL", "AWS"],
        "honesty_flags": ["tech_stack_inferred_not_confirmed"],
        "data_sources_checked": [
            {"source": name, "status": "success", "fetched_at": "2026-05-04T06:58:00Z"}
            for name in ("careers_page", "funding_register", "press", "code_hosting", "company_blog")
        ],
    }


def _gap() -> dict[str, Any]:
    return {
        "prospect_domain": "meridianhaul.example",
        "generated_at": "2026-05-04",
        "prospect_ai_maturity_score": 1,
        "competitors_analyzed": [
            {"name": name, "ai_maturity_score": score, "headcount_band": "200_to_500", "sources_checked": 3}
            for name, score in (
                ("FreightLoop", 2),
                ("Carrow", 2),
                ("Portline", 1),
                ("Haulwise", 1),
                ("Dray", 0),
            )
        ],
        "gap_findings": [
            {
                "practice": "a dedicated team for route optimisation models",
                "peer_evidence": [
                    {"competitor_name": "FreightLoop", "evidence": "four open roles for route models"},
                    {"competitor_name": "Carrow", "evidence": "a talk on their dispatch model in February"},
                ],
                "prospect_state": "no public sign of one",
                "confidence": 0.7,
            }
        ],
    }


def _bench() -> dict[str, Any]:
    def stack(available: int, senior: int, mid: int, junior: int, days: int) -> dict[str, Any]:
        mix = {"senior_4_plus_yrs": senior, "mid_2_4_yrs": mid, "junior_0_2_yrs": junior}
        return {"available_engineers": available, "seniority_mix": mix, "time_to_deploy_days": days}

    return {
        "as_of": "2026-05-04",
        "total_engineers_on_bench": 27,
        "stacks": {
            "python": stack(9, 3, 4, 2, 7),
            "go": stack(3, 1, 1, 1, 14),
            "data": stack(6, 2, 3, 1, 7),
            "ml": stack(4, 2, 1, 1, 10),
            "infra": stack(3, 1, 1, 1, 14),
            "frontend": stack(2, 1, 1, 0, 7),
        },
    }


REQUEST: dict[str, Any] = {
    "draft": {"subject": "The routing rewrite", "body": BODY, "kind": "warm"},
    "context": {
        "hiring_signal_brief": _hiring(),
        "competitor_gap_brief": _gap(),
        "bench_summary": _bench(),
        "icp_segment": "segment_1_series_a_b",
        "prospect": {
            "name": "Priya Anand",
            "title": "VP Engineering",
            "company": "Meridian Haul",
            "locale": "en-US",
            "public_record": [
                {"date": "2026-02-11", "summary": "Wrote that routing stays a rules engine for now."}
            ],
        },
        "prior_thread": [
            {
                "role": "agent",
                "content": "You have eight open roles. Would Thursday at 15:00 suit you for a call?",
            },
            {
                "role": "prospect",
                "content": "Thursday works. The routing rewrite is what worries me this summer.",
            },
        ],
    },
    "as_of": "2026-05-06T09:00:00Z",
}
RAW = json.dumps(REQUEST).encode()


def with_body(body: str, **draft: str) -> bytes:
    """The same request with another body."""
    return json.dumps({**REQUEST, "draft": {"kind": "warm", **draft, "body": body}}).encode()
