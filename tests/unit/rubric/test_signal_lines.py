"""One sentence, one context, one verdict: what may be said about a prospect, and what may not."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from tenacious_judge.datafiles import policy_path
from tenacious_judge.domain import Dimension, Severity
from tenacious_judge.policy import load
from tenacious_judge.reading.case import read_case
from tenacious_judge.rubric.engine import Rubric
from tenacious_judge.wire import decode

RUBRIC = Rubric(load(policy_path("default")))
AS_OF = "2026-05-06T09:00:00Z"
STRONG: dict[str, Any] = {
    "company": "Halden Freight",
    "as_of": "2026-05-04",
    "hiring_velocity": {
        "open_roles_today": 9,
        "open_roles_60_days_ago": 4,
        "velocity_label": "doubled",
        "signal_confidence": 0.85,
    },
    "buying_window_signals": {
        "funding_event": {
            "detected": True,
            "stage": "series_b",
            "amount_usd": 18000000,
            "closed_at": "2026-03-17",
            "confidence": 0.9,
        }
    },
    "ai_maturity": {"score": 2, "confidence": 0.7},
    "layoff_event": {"detected": False},
}
CONTEXTS: dict[str, dict[str, Any]] = {
    "strong": {
        "hiring_signal_brief": STRONG,
        "prospect": {"company": "Halden Freight", "name": "Elena Ruiz", "title": "CTO"},
    },
    "weak": {
        "hiring_signal_brief": {
            "company_name": "Halden Freight",
            "generated_at": "2026-05-03",
            "hiring_velocity": {
                "open_roles_today": 3,
                "open_roles_60_days_ago": 3,
                "velocity_label": "flat",
                "signal_confidence": 0.38,
            },
            "funding_event": {"detected": False},
        },
        "prospect": {"company": "Halden Freight", "name": "Elena Ruiz", "title": "CTO"},
    },
    "medium": {
        "hiring_signal_brief": {
            "company_stage": "Series A",
            "job_post_velocity": 5,
            "confidence": "medium",
            "days_since_last_funding": 88,
        },
        "prospect": {"company": "Halden Freight", "name": "Elena Ruiz", "title": "CTO"},
    },
    "text": {
        "hiring_signal_brief": "Halden Freight (brief of 4 May 2026). Closed a €11M Series A in "
        "February 2026, high confidence. Seven open roles (confidence 0.8). "
        "Inferred stack: Go, Kafka (low confidence). No leadership change "
        "found.",
        "prospect": {"company": "Halden Freight", "name": "Elena Ruiz", "title": "CTO"},
    },
    "layoff": {
        "hiring_signal_brief": {
            "prospect_name": "Halden Freight",
            "as_of": "2026-05-01",
            "layoff_detected": True,
            "layoff_percentage": 0.18,
            "layoff_date": "2026-02-20",
            "headcount": 400,
            "open_roles": 2,
            "confidence": "high",
        },
        "prospect": {"company": "Halden Freight", "name": "Elena Ruiz", "title": "CTO"},
        "icp_segment": 2,
    },
    "cto": {
        "hiring_signal_brief": {
            "company": "Halden Freight",
            "as_of": "2026-05-01",
            "leadership_change": {
                "detected": True,
                "role": "CTO",
                "name": "Ana Petrov",
                "started_at": "2026-04-06",
                "confidence": 0.9,
            },
            "job_post_velocity": {"open_roles": 2, "confidence": 0.7},
        },
        "prospect": {"company": "Halden Freight", "name": "Ana Petrov", "title": "CTO"},
    },
    "none": {
        "hiring_signal_brief": None,
        "prospect": {"company": "Halden Freight", "name": "Elena Ruiz", "title": "CTO"},
    },
    "old": {
        "hiring_signal_brief": {
            "company": "Halden Freight",
            "as_of": "2026-03-04",
            "hiring_velocity": {"open_roles_today": 9, "signal_confidence": 0.9},
            "funding": {"stage": "Series B", "closed_at": "2026-01-14", "confidence": 0.9},
        },
        "prospect": {"company": "Halden Freight", "name": "Elena Ruiz", "title": "CTO"},
    },
    "flagged": {
        "hiring_signal_brief": {
            "company": "Halden Freight",
            "as_of": "2026-05-01",
            "open_roles": 6,
            "snapshot_60d": 4,
            "velocity_label": "rising",
            "ai_maturity_score": 2,
            "tech_stack": ["Kafka"],
            "confidence": "high",
            "honesty_flags": [
                "weak_hiring_velocity_signal",
                "weak_ai_maturity_signal",
                "tech_stack_inferred_not_confirmed",
            ],
        },
        "prospect": {"company": "Halden Freight", "name": "Elena Ruiz", "title": "CTO"},
    },
    "five": {
        "hiring_signal_brief": {
            "company": "Halden Freight",
            "as_of": "2026-05-01",
            "open_roles": 5,
            "confidence": 0.8,
        },
        "prospect": {"company": "Halden Freight", "name": "Elena Ruiz", "title": "CTO"},
    },
    "price": {
        "prospect": {"company": "Halden Freight", "name": "Elena Ruiz", "title": "CTO"},
        "hiring_signal_brief": STRONG,
        "prior_thread": [
            {
                "role": "agent",
                "content": "Our rate for a senior Go engineer is $7,200 per month. You "
                "have nine open roles, up from four, after the Series B. Two "
                "Go engineers could start on 1 June.",
            },
            {
                "role": "prospect",
                "content": "Thanks. We have a cap of $6,000 a month per person. Can you "
                "do a discount for three?",
            },
        ],
    },
    "told": {
        "prospect": {"company": "Halden Freight", "name": "Elena Ruiz", "title": "CTO"},
        "hiring_signal_brief": {
            "company_name": "Halden Freight",
            "generated_at": "2026-05-03",
            "hiring_velocity": {
                "open_roles_today": 3,
                "open_roles_60_days_ago": 3,
                "velocity_label": "flat",
                "signal_confidence": 0.38,
            },
            "funding_event": {"detected": False},
        },
        "prior_thread": [
            {"role": "agent", "content": "Is hiring a topic at the moment?"},
            {
                "role": "prospect",
                "content": "It is. We closed a $20M Series B last month, and we have "
                "twelve open roles now. The stack is Elixir and Postgres. Our "
                "migration off Heroku is what hurts: on-call is heavy and two "
                "seniors left. Budget is about $9k per person per month. We are "
                "scaling fast.",
            },
        ],
    },
    "rich": {
        "prospect": {"company": "Solveig Energy", "name": "Tor Aasen", "title": "VP Engineering"},
        "hiring_signal_brief": {
            "company_name": "Solveig Energy",
            "snapshot_date": "2026-05-01",
            "job_post_velocity": {
                "open_roles": 12,
                "snapshot_60d": 5,
                "velocity_delta": 7,
                "velocity_trend": "rising",
                "confidence": "high",
            },
            "funding": {"stage": "Series C", "last_funding_months": 2, "confidence": "high"},
            "funding_amount": "$42M",
            "tech_stack": ["Scala", "Kafka", "AWS"],
            "ai_maturity_score": 3,
            "leadership_change": None,
            "initiatives": ["Entering the Danish market in Q3", "Replacing the billing engine"],
        },
    },
    "thin": {
        "prospect": {"company": "Pinnacle Dental", "name": "Grace Mwangi", "title": "CTO"},
        "hiring_signal_brief": {
            "company": "Pinnacle Dental",
            "as_of": "2026-05-02",
            "open_roles": 4,
            "confidence_by_signal": {"open_roles": 0.45},
            "funding_stage": "Series A",
            "funding_confidence": 0.9,
            "honesty_flags": ["weak_hiring_velocity_signal", "tech_stack_inferred_not_confirmed"],
            "tech_stack": ["Ruby on Rails"],
            "cto_tenure_days": 41,
        },
    },
}
LINES = [
    line.split("|", 2)
    for line in (Path(__file__).parent / "signal_lines.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def broken(context: str, sentence: str) -> list[str]:
    """Rules of signal grounding that the sentence breaks, warnings apart."""
    given = CONTEXTS[context]
    kind = "reply" if "prior_thread" in given else "cold"
    draft = {"body": f"Elena,\n\n{sentence}", "kind": kind}
    request = decode({"draft": draft, "context": given, "as_of": AS_OF}, now=dt.datetime.now(dt.UTC))
    found = RUBRIC.judge(read_case(request, RUBRIC.policy))
    return [f.rule for f in found if f.dimension is Dimension.SIGNAL and f.severity is not Severity.WARN]


@pytest.mark.parametrize(("context", "wanted", "sentence"), LINES)
def test_a_sentence_is_judged_by_its_evidence(context: str, wanted: str, sentence: str) -> None:
    assert bool(broken(context, sentence)) is (wanted == "F")
