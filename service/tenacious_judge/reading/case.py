"""A request, read: what every rule sees. Each reading is done once, on first use, and kept for the other
rules."""

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from ..domain import (
    Bench,
    Draft,
    Evidence,
    FactKind,
    Field,
    Gap,
    Policy,
    Prospect,
    Register,
    Request,
    Role,
    SegmentReading,
    Turn,
    Warn,
)
from ..errors import BadInput
from .context import read_bench, read_gap, read_hiring, read_public_record, read_segment, read_thread
from .extent import within_reach
from .heard import Heard
from .instructions import instructions_in_context
from .mail import Mail
from .passage import Passage
from .stand_in import StandIn, names_of, stand_in
from .text import read_text

T = TypeVar("T")


class Case:
    """One mail with all that is known. Lives for one judgement; not shared between threads."""

    def __init__(
        self,
        request: Request,
        policy: Policy,
        evidence: Evidence,
        bench: Bench | None,
        gap: Gap,
        thread: tuple[Turn, ...],
        segment: SegmentReading,
        warnings: tuple[Warn, ...],
    ) -> None:
        self.request = request
        self.policy = policy
        self.draft: Draft = request.draft
        self.prospect: Prospect = request.context.prospect
        self.as_of: dt.datetime = request.as_of
        self.today: dt.date = request.as_of.date()
        self.evidence = evidence
        self.bench = bench
        self.gap = gap
        self.thread, self.unread_turns = within_reach(thread)
        self.segment = segment
        self.warnings = warnings
        self.mail = Mail(request.draft, self.today, self.stand_in, Heard(request.context))
        self._kept: dict[object, Any] = {}

    def once(self, reader: "Callable[[Case], T]") -> T:
        """`reader(self)`, worked out the first time and kept: claims, promises, asks and the like."""
        try:
            kept: T = self._kept[reader]
        except KeyError:
            kept = self._kept[reader] = reader(self)
        return kept

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What the prospect's company is called, as written."""
        facts = (str(fact.value).strip() for fact in self.evidence.of(FactKind.COMPANY))
        return tuple(dict.fromkeys(name for name in (self.prospect.company.strip(), *facts) if name))

    @cached_property
    def stand_in(self) -> StandIn:
        """What stands for the company's name in every text that is read."""
        return stand_in(self.names, self.prospect.name)

    @cached_property
    def turns(self) -> tuple[tuple[Turn, Passage], ...]:
        """The thread's turns with their texts read, oldest first."""
        return tuple(
            (turn, Passage(self.stand_in.read(read_text(Field.BODY, turn.content)), self._day(turn)))
            for turn in self.thread
        )

    def turns_of(self, role: Role) -> tuple[tuple[Turn, Passage], ...]:
        return tuple((turn, passage) for turn, passage in self.turns if turn.role is role)

    def _day(self, turn: Turn) -> dt.date:
        return turn.sent_at.date() if turn.sent_at else self.today

    @cached_property
    def register(self) -> Register | None:
        """The register of the prospect's locale, or None where there is none for it."""
        locale = _fold_locale(self.prospect.locale)
        if not locale:
            return None
        for register in self.policy.registers.values():
            for tag in register.locales:
                wanted = _fold_locale(tag)
                if locale == wanted or locale.startswith(wanted + "-") or locale.endswith("-" + wanted):
                    return register
        return None

    @cached_property
    def company(self) -> str:
        """What the prospect's company is called in the texts that are read, in lower case, or ""."""
        return self.stand_in.company


def _fold_locale(tag: str) -> str:
    return tag.strip().lower().replace("_", "-")


def read_case(request: Request, policy: Policy, bench: Bench | None = None) -> Case:
    """The case of a request. `bench` is the stored one, used when the request brings none.

    Raises BadInput, with the pointer of the bad value, for what a brief, bench, gap or thread may not hold.
    """
    names = stand_in(names_of(request.context), request.context.prospect.name)
    try:
        return _read(names.request(request), policy, bench)
    except BadInput as error:
        raise BadInput(names.back(str(error)), pointer=error.pointer) from None


def _read(request: Request, policy: Policy, bench: Bench | None) -> Case:
    context = request.context
    today = request.as_of.date()
    facts, brief_date, warnings = read_hiring(context.hiring_signal_brief, policy, today)
    public = read_public_record(context.prospect)
    own_bench, bench_warnings = read_bench(context.bench_summary, "/context/bench_summary", policy, today)
    gap, gap_warnings = read_gap(context, policy, today)
    thread, thread_warnings = read_thread(context.prior_thread, "/context/prior_thread")
    evidence = Evidence((*facts, *public), context.hiring_signal_brief not in (None, "", {}), brief_date)
    segment = read_segment(context.icp_segment, evidence, policy, today)
    case = Case(
        request, policy, evidence, own_bench or bench, gap, thread, segment,
        (*warnings, *bench_warnings, *gap_warnings, *thread_warnings, *instructions_in_context(context)),
    )  # fmt: skip
    if case.mail.shows_nothing:
        raise BadInput("the mail shows no text", pointer="/draft/html")
    return case
