"""All rules, run on one case."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from ..domain import Dimension, Finding, Policy
from ..errors import Misconfigured
from ..reading.case import Case
from ..reading.pitch.stance import stance_cues
from ..reading.stand_in import StandIn
from . import phrases
from .registry import Hit, Rule, add, all_rules

_MODULES = ("integrity", "html_parts", "language", "signal", "bench", "icp", "gap", "tone", "turns")
_SOURCES = (".py", ".yml")
_ORDER = {dimension: i for i, dimension in enumerate(Dimension)}


def load() -> tuple[Rule, ...]:
    """Every rule there is, by id, its module imported."""
    for name in _MODULES:
        import_module(f"{__package__}.{name}")
    known = {rule.id for rule in all_rules()}
    for rule in phrases.phrase_rules():
        if rule.id not in known:
            add(rule)
    stance_cues()  # Else the first mail that needs them waits for them.
    return all_rules()


class Rubric:
    """The rules under one policy. Compiled once; safe to share between threads. Raises `Misconfigured` where
    the policy names a rule that does not exist or leaves a dimension without rules."""

    def __init__(self, policy: Policy) -> None:
        rules = load()
        known = {rule.id for rule in rules}
        for rule_id in (*policy.severities, *policy.disabled_rules):
            if rule_id not in known:
                raise Misconfigured(f"the policy names the rule {rule_id}, which does not exist")
        self.policy = policy
        self.rules = tuple(rule for rule in rules if rule.id not in policy.disabled_rules)
        check_coverage(self.rules)
        self.digest = digest()

    def under(self, policy: Policy) -> "Rubric":
        """The rules under another policy. Raises `Misconfigured` as the constructor does."""
        return Rubric(policy)

    def judge(self, case: Case) -> tuple[Finding, ...]:
        """Every finding, integrity first, then by dimension and place. Raises what a rule raises: never a
        pass."""
        findings = [
            self._finding(rule, hit, case.stand_in) for rule in self.rules for hit in rule.check(case)
        ]
        return tuple(sorted(findings, key=_place))

    def _finding(self, rule: Rule, hit: Hit, names: StandIn) -> Finding:
        severity = self.policy.severities.get(rule.id) or hit.severity or rule.severity
        return Finding(
            rule.id,
            rule.name,
            rule.dimension,
            severity,
            names.back(hit.message or rule.what),
            names.back(hit.fix or rule.fix),
            hit.span,
            tuple(names.shown(ref) for ref in hit.evidence),
        )


def check_coverage(rules: Iterable[Rule]) -> None:
    """Raise `Misconfigured` where a dimension has no rule switched on: every mail would pass it."""
    covered = {rule.dimension for rule in rules}
    for dimension in Dimension:
        if dimension not in covered:
            raise Misconfigured(f"no rule is switched on for {dimension}")


def _place(finding: Finding) -> tuple[int, int, str]:
    order = -1 if finding.dimension is None else _ORDER[finding.dimension]
    return order, finding.span.start if finding.span else -1, finding.rule


@lru_cache(maxsize=1)
def digest() -> str:
    """ "sha256:..." of all that a finding depends on but the policy: the code and data of reading and rubric.

    The rubric's version in every verdict: the same versions give the same verdict.
    """
    package = Path(__file__).parents[1]
    files = sorted(
        p for part in ("reading", "rubric") for p in (package / part).rglob("*") if p.suffix in _SOURCES
    )
    content = hashlib.sha256()
    for path in files:
        content.update(f"{path.relative_to(package).as_posix()}\n".encode())
        content.update(path.read_bytes())
    return f"sha256:{content.hexdigest()}"
