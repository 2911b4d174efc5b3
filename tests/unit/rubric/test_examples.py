"""Every rule's own examples: the bad one breaks it, the good one does not."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest
from tenacious_judge.datafiles import policy_path
from tenacious_judge.domain import Finding, Policy, Severity
from tenacious_judge.policy import load
from tenacious_judge.reading.case import read_case
from tenacious_judge.rubric.engine import Rubric
from tenacious_judge.rubric.registry import Example, Rule
from tenacious_judge.wire import decode

POLICY: Policy = load(policy_path("default"))
RUBRIC = Rubric(POLICY)
AS_OF = "2026-05-06T09:00:00Z"


def request(example: Example) -> dict[str, Any]:
    """The request of an example: its body, and what it needs beside."""
    own: Mapping[str, Any] = example.request
    draft = {"body": example.body} | {k: own[k] for k in ("subject", "kind", "html") if k in own}
    return {"draft": draft, "context": own.get("context") or {}, "as_of": own.get("as_of", AS_OF)}


def findings(example: Example, rule: Rule) -> list[Finding]:
    case = read_case(decode(request(example), now=dt.datetime.now(dt.UTC)), POLICY)
    return [f for f in RUBRIC.judge(case) if f.rule == rule.id]


@pytest.mark.parametrize("rule", RUBRIC.rules, ids=lambda rule: rule.id)
def test_the_bad_example_breaks_its_rule(rule: Rule) -> None:
    broken = findings(rule.bad, rule)
    assert broken
    fields = {
        "subject": str(rule.bad.request.get("subject", "")),
        "body": rule.bad.body,
        "html": str(rule.bad.request.get("html", "")),
    }
    for finding in broken:
        if finding.span is not None:
            text = fields[finding.span.field.value]
            assert text[finding.span.start : finding.span.end] == finding.span.text


@pytest.mark.parametrize("rule", RUBRIC.rules, ids=lambda rule: rule.id)
def test_the_good_example_does_not(rule: Rule) -> None:
    assert [f.message for f in findings(rule.good, rule)] == []


@pytest.mark.parametrize("rule", RUBRIC.rules, ids=lambda rule: rule.id)
def test_a_rule_says_what_why_and_how_to_mend_it(rule: Rule) -> None:
    assert all((rule.what, rule.why, rule.fix, rule.source))
    assert rule.severity in Severity
    assert rule.id[:4] in ("SIG-", "BEN-", "ICP-", "GAP-", "TON-", "INT-")
