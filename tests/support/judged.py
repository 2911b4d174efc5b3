"""A case and its findings from as little of a request as a test wants to say."""

import datetime as dt
from typing import Any

from tenacious_judge.datafiles import policy_path
from tenacious_judge.domain import Finding, Severity
from tenacious_judge.policy import load
from tenacious_judge.reading.case import Case, read_case
from tenacious_judge.rubric.engine import Rubric
from tenacious_judge.wire import decode

POLICY = load(policy_path("default"))
RUBRIC = Rubric(POLICY)
SIGNATURE = "\n\nMark Osei\nResearch Partner\nTenacious\ntenacious.example"


def case_of(body: str, **more: Any) -> Case:
    """`more`: kind, subject, html of the draft; locale, name, company of the prospect; said: his turns."""
    draft = {"body": body} | {k: more[k] for k in ("kind", "subject", "html") if k in more}
    prospect = {k: more[k] for k in ("locale", "name", "company") if k in more}
    said = [{"role": "prospect", "content": turn} for turn in more.get("said", ())]
    thread = [{"role": "agent", "content": "Two Go roles are open."}, *said] if said else []
    request: Any = {
        "draft": draft,
        "context": {"prospect": prospect, "prior_thread": thread},
        "as_of": "2026-05-06T09:00:00Z",
    }
    return read_case(decode(request, now=dt.datetime.now(dt.UTC)), POLICY)


def found(body: str, prefix: str = "TON-", **more: Any) -> list[Finding]:
    """The findings of rules whose id begins with `prefix`, warnings left out."""
    findings = RUBRIC.judge(case_of(body, **more))
    return [f for f in findings if f.rule.startswith(prefix) and f.severity is not Severity.WARN]


def rules_of(findings: list[Finding]) -> set[str]:
    return {finding.rule for finding in findings}
