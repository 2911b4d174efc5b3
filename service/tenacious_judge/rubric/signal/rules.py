"""The rules of signal grounding. The claims are weighed once; each rule reports those that break it."""

from collections.abc import Callable, Iterable, Mapping

from ...domain import Dimension, Json, Severity
from ...reading.case import Case
from ..registry import Example, Hit, Rule, add
from .verdicts import Fault, Weighed
from .weigh import weighed

_SOURCE = "DOMAIN 1, signal grounding fidelity"


def _check(fault: Fault) -> Callable[[Case], Iterable[Hit]]:
    def check(case: Case) -> Iterable[Hit]:
        for found in case.once(weighed):
            if found.fault is fault:
                yield _hit(found)

    check.__qualname__ = f"weighed[{fault.value}]"
    return check


def _hit(found: Weighed) -> Hit:
    claim = found.claim
    return Hit(
        claim.passage.span(claim.start, claim.end), found.message, found.evidence, severity=found.severity
    )


def _brief(brief: Json, **request: Json) -> Mapping[str, Json]:
    return {"context": {"hiring_signal_brief": brief, "prospect": {"company": "Halden Freight"}}, **request}


_STRONG: Json = {
    "company": "Halden Freight",
    "as_of": "2026-05-04",
    "hiring_velocity": {
        "open_roles_today": 9,
        "open_roles_60_days_ago": 4,
        "velocity_label": "doubled",
        "signal_confidence": 0.85,
    },
    "funding_event": {
        "detected": True,
        "stage": "series_b",
        "amount_usd": 18000000,
        "closed_at": "2026-03-17",
        "confidence": 0.9,
    },
}
_WEAK: Json = {
    "company": "Halden Freight",
    "as_of": "2026-05-04",
    "hiring_velocity": {
        "open_roles_today": 3,
        "open_roles_60_days_ago": 3,
        "velocity_label": "flat",
        "signal_confidence": 0.38,
    },
}
_OLD: Json = {
    "company": "Halden Freight",
    "as_of": "2026-03-02",
    "hiring_velocity": {"open_roles_today": 9, "signal_confidence": 0.9},
}
_FLAGGED: Json = {
    "company": "Halden Freight",
    "as_of": "2026-05-04",
    "tech_stack": ["Go", "Kafka"],
    "honesty_flags": ["tech_stack_inferred_not_confirmed"],
}

_RULES = (
    (
        Fault.CONTRADICTED,
        "contradicted-fact",
        Severity.BLOCK,
        "States a fact about the prospect that the evidence contradicts.",
        "A reader knows their own company: one wrong number, stage or event and nothing else in the "
        "mail is believed.",
        Example("Elena,\n\nYou closed your Series C in March.", _brief(_STRONG)),
        Example("Elena,\n\nYou closed your Series B in March.", _brief(_STRONG)),
        "State what the evidence has, or leave it out.",
    ),
    (
        Fault.UNSUPPORTED,
        "unsupported-fact",
        Severity.BLOCK,
        "States a fact about the prospect that no evidence carries.",
        "What nobody has seen is invented, however likely it is.",
        Example("Elena,\n\nAfter the layoffs in April, how are you covering on-call?", _brief(_STRONG)),
        Example("Elena,\n\nYour $18M Series B in March stood out.", _brief(_STRONG)),
        "Leave it out, or ask whether it is so without taking it for granted.",
    ),
    (
        Fault.GROWTH,
        "unsupported-growth-claim",
        Severity.BLOCK,
        "States fast growth without enough open roles and a confident rise behind it.",
        "Three open roles are not aggressive scaling; a CTO debunks it in half a minute.",
        Example("Elena,\n\nIs your aggressive hiring push outrunning recruiting?", _brief(_WEAK)),
        Example(
            "Elena,\n\nYour open roles doubled in 60 days, from four to nine: you are scaling fast.",
            _brief(_STRONG),
        ),
        "Report the count as an observation and say what cannot be seen from outside, or ask.",
    ),
    (
        Fault.WEAK,
        "weak-evidence-as-fact",
        Severity.BLOCK,
        "States as a fact what the evidence holds with too little confidence.",
        "Low-confidence signals are wrong often enough that a statement must become a question.",
        Example("Elena,\n\nYou have three open roles.", _brief(_WEAK)),
        Example(
            "Elena,\n\nI see three open roles and cannot tell from outside what they mean.", _brief(_WEAK)
        ),
        "Ask, make it conditional, or say what cannot be seen from outside.",
    ),
    (
        Fault.STALE,
        "stale-count",
        Severity.HOLD,
        "Asserts a count from a brief that is too old.",
        "Postings open and close weekly: after a month the count is history.",
        Example("Elena,\n\nYou have nine open roles.", _brief(_OLD)),
        Example("Elena,\n\nHow many roles are you hiring for at the moment?", _brief(_OLD)),
        "Refresh the brief, or ask.",
    ),
    (
        Fault.INVENTED,
        "invented-initiative",
        Severity.BLOCK,
        "Says that the prospect has a project, a budget or a figure that no evidence carries.",
        "An invented migration or runway shows at once that nobody looked.",
        Example("Elena,\n\nWith your Kubernetes migration under way, Go capacity matters.", _brief(_STRONG)),
        Example("Elena,\n\nIf a migration is on your list this year, we can help.", _brief(_STRONG)),
        "Leave it out, or ask whether there is one.",
    ),
    (
        Fault.STATE,
        "inferred-state",
        Severity.BLOCK,
        "States what the prospect feels, needs or puts first, or why; no evidence carries it.",
        "Priorities, pains and causes cannot be seen from outside.",
        Example("Elena,\n\nHiring is clearly your bottleneck.", _brief(_STRONG)),
        Example("Elena,\n\nIs hiring the bottleneck, or something else?", _brief(_STRONG)),
        "Ask, or say what usually happens and leave the inference to the reader.",
    ),
    (
        Fault.CERTAIN,
        "claimed-proof",
        Severity.BLOCK,
        "Claims proof where no confident evidence was given.",
        "“Our research definitively shows” is a stronger claim than the thing itself.",
        Example("Elena,\n\nOur research definitively shows your main competitor is ahead.", _brief(_STRONG)),
        Example(
            "Elena,\n\nOne thing we could not confirm from outside: who owns platform work today?",
            _brief(_STRONG),
        ),
        "Say what was seen, where and when; drop the claim of proof.",
    ),
    (
        Fault.SAID,
        "invented-words",
        Severity.BLOCK,
        "Refers to something that the prospect said or wrote; neither thread nor public record has any.",
        "People know what they said.",
        Example("Elena,\n\nYou mentioned that onboarding is slow.", _brief(_STRONG)),
        Example("Elena,\n\nHow long does onboarding take?", _brief(_STRONG)),
        "Leave it out, or quote what was really said.",
    ),
    (
        Fault.FLAGGED,
        "flagged-signal-as-fact",
        Severity.BLOCK,
        "States as a fact what an honesty flag of the brief says is weak or inferred.",
        "The flag is the brief's own warning not to.",
        Example("Elena,\n\nYour Kafka pipelines run in Go.", _brief(_FLAGGED)),
        Example("Elena,\n\nYour postings mention Kafka; is that what you run?", _brief(_FLAGGED)),
        "Ask, or say where it was seen and that it is unconfirmed.",
    ),
)

for _fault, _name, _severity, _what, _why, _bad, _good, _fix in _RULES:
    add(
        Rule(
            _fault.value,
            _name,
            Dimension.SIGNAL,
            _severity,
            _what,
            _why,
            _bad,
            _good,
            _SOURCE,
            _fix,
            _check(_fault),
        )
    )
