"""Every Prometheus name, label and bucket of the service. Labels come from closed sets, never from input."""

from collections.abc import Callable, Iterable

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)

from .domain import Action, Dimension, Finding, Outcome, Severity, Timings, Unread, Verdict

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
STAGES = ("queue", "rubric", "judge", "store", "total")
BUG_STAGES = ("rubric", "judge", "http")
OTHER = "other"
"""The label of whatever is outside a closed set."""

_PREFIX = "tenacious_judge"
_STAGE_BUCKETS = (
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0,
)  # fmt: skip
_METHODS = ("GET", "PUT", "POST", "HEAD", "OPTIONS")


# A time of creation beside every counter doubles the text and tells nobody anything.
disable_created_metrics()  # type: ignore[no-untyped-call]


class Metrics:
    """The service's figures. Children are looked up once: recording a verdict costs a few microseconds."""

    def __init__(self, rules: Iterable[str], *, version: str) -> None:
        self.registry = CollectorRegistry()
        self._routes: frozenset[str] = frozenset()
        self._requests = self._counter(
            "requests_total", "HTTP requests answered.", "route", "method", "status"
        )
        self._requests_seen: dict[tuple[str, str, int], Counter] = {}
        verdicts = self._counter("verdicts_total", "Mails judged.", "verdict", "enforced")
        self._verdicts = {(o, e): verdicts.labels(o, _bool(e)) for o in Outcome for e in (True, False)}
        actions = self._counter(
            "actions_total", "What verdicts led to, before shadow mode.", "action", "enforced"
        )
        self._actions = {(a, e): actions.labels(a, _bool(e)) for a in Action for e in (True, False)}
        fails = self._counter("dimension_fails_total", "Dimensions failed.", "dimension")
        self._fails = {d: fails.labels(d) for d in Dimension}
        hits = self._counter("rule_hits_total", "Violations found, by rule.", "rule", "severity")
        self._hits = hits
        self._rules = frozenset(rules)
        self._hits_seen: dict[tuple[str, Severity], Counter] = {}
        stages = self._histogram("stage_seconds", "Time a stage of judging took.", "stage")
        self._stages = {s: stages.labels(s) for s in STAGES}
        unread = self._counter("judge_unread_total", "Required judge without a usable answer.", "cause")
        self._unread = {c: unread.labels(c) for c in Unread}
        errors = self._counter("unexpected_errors_total", "Bugs met; such mails are held.", "stage")
        self._errors = {s: errors.labels(s) for s in BUG_STAGES}
        self.degraded = self._counter("degraded_total", "Verdicts given without a required part.")
        self.replays = self._counter("idempotent_replays_total", "Answers repeated for an Idempotency-Key.")
        self.cost_usd = self._counter("cost_usd_total", "Cost of judging, US dollars.")
        tokens = self._counter("judge_tokens_total", "Tokens of the judge.", "kind")
        self._tokens = {k: tokens.labels(k) for k in ("prompt", "cached", "completion")}
        self.in_flight = Gauge(f"{_PREFIX}_in_flight", "Requests that hold a permit.", registry=self.registry)
        self._queue_depth = Gauge(
            f"{_PREFIX}_store_queue_depth", "Records that wait for their commit.", registry=self.registry
        )
        build = Gauge(
            f"{_PREFIX}_build_info", "1; the version is a label.", ["version"], registry=self.registry
        )
        build.labels(version).set(1)

    def request(self, route: str | None, method: str, status: int) -> None:
        """Count an HTTP answer. Paths and methods outside the API share one label."""
        key = (
            route if route in self._routes and route is not None else OTHER,
            method if method in _METHODS else OTHER,
            status,
        )
        child = self._requests_seen.get(key)
        if child is None:
            child = self._requests_seen[key] = self._requests.labels(*map(str, key))
        child.inc()

    def verdict(self, verdict: Verdict, action: Action) -> None:
        """Count a verdict; `action` is what it would be when enforced."""
        self._verdicts[verdict.verdict, verdict.enforced].inc()
        self._actions[action, verdict.enforced].inc()
        for dimension in verdict.dimensions:
            if dimension.verdict is Outcome.FAIL:
                self._fails[dimension.name].inc()
        for finding in verdict.violations:
            self._hit(finding)
        if verdict.degraded:
            self.degraded.inc()
        if verdict.judge.unread is not None:
            self._unread[verdict.judge.unread].inc()
        self._count_tokens(verdict)

    def timings(self, timings: Timings) -> None:
        """Observe every stage; `Timings` is in milliseconds, the histograms in seconds."""
        for stage in STAGES:
            self._stages[stage].observe(getattr(timings, stage) / 1000.0)

    def unexpected(self, stage: str) -> None:
        self._errors[stage].inc()

    def know_routes(self, routes: Iterable[str]) -> None:
        """The paths that requests are counted under; all others are one."""
        self._routes = frozenset(routes)

    def watch_store(self, depth: Callable[[], int]) -> None:
        """Ask `depth` whenever the metrics are rendered."""
        self._queue_depth.set_function(depth)

    def render(self) -> bytes:
        """The text format. Takes milliseconds: call it off the event loop."""
        return generate_latest(self.registry)

    def _hit(self, finding: Finding) -> None:
        key = (finding.rule if finding.rule in self._rules else OTHER, finding.severity)
        child = self._hits_seen.get(key)
        if child is None:
            child = self._hits_seen[key] = self._hits.labels(*key)
        child.inc()

    def _count_tokens(self, verdict: Verdict) -> None:
        report = verdict.judge
        if report.prompt_tokens:
            self._tokens["prompt"].inc(report.prompt_tokens)
            self._tokens["cached"].inc(report.cached_tokens)
            self._tokens["completion"].inc(report.completion_tokens)

    def _counter(self, name: str, text: str, *labels: str) -> Counter:
        return Counter(f"{_PREFIX}_{name}", text, labels, registry=self.registry)

    def _histogram(self, name: str, text: str, *labels: str) -> Histogram:
        return Histogram(f"{_PREFIX}_{name}", text, labels, registry=self.registry, buckets=_STAGE_BUCKETS)


def _bool(value: bool) -> str:
    return "true" if value else "false"
