"""Requests that work as they stand, for the documentation page and for contract tests."""

from typing import Any

_GOOD: dict[str, Any] = {
    "draft": {
        "subject": "Context: your Series B",
        "body": (
            "Hi Elena,\n\nHalden Freight closed an $18M Series B in March, and I see seven open roles on "
            "your careers page.\n\nWe place senior Python squads beside in-house teams. If that is useful, "
            "could we talk for 20 minutes on Tuesday, May 12 at 10:00?\n\n"
            "Mara Lindt\nPartner\nTenacious Consulting\ntenacious.example/python"
        ),
        "kind": "cold",
    },
    "context": {
        "hiring_signal_brief": {
            "company": "Halden Freight",
            "generated_at": "2026-05-04",
            "hiring_velocity": {
                "open_roles_today": 7,
                "open_roles_60_days_ago": 3,
                "velocity_label": "doubled",
                "signal_confidence": 0.85,
            },
            "buying_window_signals": {
                "funding_event": {
                    "detected": True,
                    "stage": "series_b",
                    "amount_usd": 18_000_000,
                    "closed_at": "2026-03-17",
                    "confidence": 0.95,
                }
            },
        },
        "bench_summary": {"as_of": "2026-05-04", "stacks": {"python": {"available_engineers": 7}}},
        "icp_segment": "segment_1_series_a_b",
        "prospect": {"name": "Elena Ruiz", "title": "CTO", "company": "Halden Freight", "locale": "en-US"},
    },
    "as_of": "2026-05-06T09:00:00Z",
}

_BAD: dict[str, Any] = {
    **_GOOD,
    "draft": {
        "subject": "Quick question",
        "body": (
            "Hi Elena,\n\nHalden Freight is clearly scaling aggressively, and we can put twelve Go engineers "
            "on it by Friday.\n\nMara Lindt\nPartner\nTenacious Consulting\ntenacious.example"
        ),
    },
}

REQUESTS: dict[str, Any] = {
    "honest": {"summary": "An honest cold mail", "value": _GOOD},
    "dishonest": {"summary": "Promises engineers that are not there", "value": _BAD},
}

BATCH: dict[str, Any] = {"two": {"summary": "Two mails", "value": [_GOOD, _BAD]}}
