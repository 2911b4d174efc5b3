"""A request that breaks rules of every kind and carries every part of a context, for start and readiness."""

import json
from typing import Any

_REQUEST: dict[str, Any] = {
    "draft": {
        "subject": "Just a quick question about your aggressive growth",
        "body": "Hope this finds you well. Just circling back: your aggressive hiring surge needs our "
        "world-class talent, and all forty Rust engineers on our bench can start tomorrow. Every one of your "
        "competitors already has an ML platform team and you don't. Last chance!",
        "html": "<p>Hope this finds you well.</p>",
    },
    "context": {
        "hiring_signal_brief": {
            "company": "Canary Works",
            "generated_at": "2026-01-05",
            "hiring_velocity": {"open_roles_today": 2, "open_roles_60_days_ago": 2, "signal_confidence": 0.3},
            "buying_window_signals": {
                "funding_event": {"detected": False},
                "layoff_event": {"detected": True, "percentage_cut": 20, "date": "2026-01-02"},
            },
            "ai_maturity": {"score": 0, "confidence": 0.7},
            "honesty_flags": ["weak_hiring_velocity_signal"],
            "summary": "Two open roles, low confidence.",
        },
        "competitor_gap_brief": {
            "generated_at": "2026-01-05",
            "gap_findings": [
                {"practice": "ML platform team", "peer_evidence": [{"company": "Peer"}], "confidence": 0.4}
            ],
        },
        "bench_summary": {"as_of": "2026-01-05", "stacks": {"go": {"available_engineers": 3}}},
        "icp_segment": "segment_2",
        "prospect": {
            "name": "Ada Canary",
            "title": "CTO",
            "locale": "en-US",
            "public_record": [{"date": "2025-12-01", "summary": "We chose managed services."}],
        },
        "prior_thread": [
            {"role": "agent", "content": "We have three Go engineers.", "sent_at": "2026-01-05T09:00:00Z"},
            {"role": "prospect", "content": "Please stop writing to me."},
        ],
    },
    "as_of": "2026-01-06T09:00:00Z",
}

CANARY = json.dumps(_REQUEST).encode()
