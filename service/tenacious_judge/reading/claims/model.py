"""What a text claims about the prospect: one typed claim per thing said."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from ..dates import When
from ..passage import Passage


class ClaimKind(StrEnum):
    """What a claim is about. The comment says what `low`/`high`, `subject` and `degree` hold."""

    ROLES = "roles"  # count of open roles; subject: discipline or ""; degree 1: a part of them
    ROLES_BEFORE = "roles_before"  # count at an earlier time
    ROLES_DELTA = "roles_delta"  # roles more than before (negative: fewer)
    ROLES_RATIO = "roles_ratio"  # factor between then and now ("doubled": 2)
    ROLES_PERCENT = "roles_percent"  # change in percent
    HEADCOUNT = "headcount"  # people; subject "engineering" or ""
    HEADCOUNT_RATIO = "headcount_ratio"  # "doubled the team"
    TREND = "trend"  # subject: "up", "down", "flat"
    PACE = "pace"  # degree 0 hiring, 1 growing, 2 a degree of it
    FREEZE = "freeze"  # hiring stands still
    FUNDING = "funding"  # money was raised; degree 1: lately
    FUNDING_STAGE = "funding_stage"  # subject: "series_b"
    FUNDING_AMOUNT = "funding_amount"  # dollars; subject: currency or ""
    FUNDING_TIME = "funding_time"  # when
    LAYOFF = "layoff"  # people were cut
    LAYOFF_PERCENT = "layoff_percent"  # 0..100
    LAYOFF_COUNT = "layoff_count"  # people
    LAYOFF_TIME = "layoff_time"  # when
    LEADER = "leader"  # a leader came or went; subject: role or ""; degree 1: interim
    LEADER_NAME = "leader_name"  # subject: the name
    LEADER_TIME = "leader_time"  # when
    AI_SCORE = "ai_score"  # 0..3
    AI_LEVEL = "ai_level"  # subject: "high" or "low"
    TECH = "tech"  # subject: canonical technology
    EVENT = "event"  # an initiative; words
    MONEY = "money"  # runway, budget, revenue and the like; words
    STATE = "state"  # a priority, a pain, a need, a cause; words
    SAID = "said"  # that the prospect said something; words
    CERTAIN = "certain"  # that the evidence proves it


class Stance(IntEnum):
    """How a claim is said.

    ASSERTED: as a fact, presuppositions included. LEANING: with a weak hedge ("seems", "probably", "right?").
    LIMITED: as an observation with its limit said. OPEN: asked, conditional or as a mere possibility.
    NEGATED: denied. QUOTED: in somebody else's words.
    """

    ASSERTED = 0
    LEANING = 1
    LIMITED = 2
    OPEN = 3
    NEGATED = 4
    QUOTED = 5


@dataclass(frozen=True, slots=True)
class Claim:
    """`passage.flat[start:end]` says it. `words` are stems of content words, for open classes."""

    kind: ClaimKind
    passage: Passage
    start: int
    end: int
    stance: Stance
    low: float = 0.0
    high: float = 0.0
    subject: str = ""
    degree: int = 0
    when: When | None = None
    words: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.passage.flat[self.start : self.end]
