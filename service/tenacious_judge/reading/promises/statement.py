"""What is said of engineers: one mention, its stance, and what the mentions of a mail add up to."""

from dataclasses import dataclass
from typing import NamedTuple

from ..passage import Passage
from .frames import Stance
from .phrase import HeadKind
from .starts import Start


class Said(NamedTuple):
    """How a head is said.

    `pool`: it only states who is available. `weak`: nothing but "we have six engineers". `named`: it is
    the reader's own number ("the six you asked for"). `handed`: it is the reader's, and said to arrive
    ("your six will be in place"). `avail`: it says who is free, perhaps from a day on, not who starts.
    `default`: nothing is said of them but their number.
    """

    stance: Stance
    pool: bool = False
    weak: bool = False
    named: bool = False
    handed: bool = False
    avail: bool = False
    default: bool = False


@dataclass(slots=True)
class Statement:
    """`flat[start:end]` says something of `count` engineers (None: a stack without a number).

    `total`: the number reached, not added. `anaphoric`: "the three", named before. `rest`: "the other three".
    `sentence` and `part` are indexes; `listed`: a bullet.
    """

    passage: Passage
    start: int
    end: int
    kind: HeadKind
    count: int | None
    stacks: tuple[str, ...]
    seniority: str
    said: Said
    more: bool = False
    whole: bool = False
    part_of: bool = False
    total: bool = False
    anaphoric: bool = False
    rest: bool = False
    inherited: bool = False
    sentence: int = 0
    part: int = 0
    listed: bool = False
    paragraph: int = 0
    when: Start | None = None

    @property
    def firm(self) -> bool:
        return self.said.stance is Stance.FIRM

    @property
    def several(self) -> bool:
        """True where later words ("the two", "one of them") may point back to these people or roles."""
        plural = self.kind is HeadKind.UNCOUNTED and self.passage.flat[self.start : self.end].endswith("s")
        return self.count is not None or self.kind is HeadKind.ROLES or plural


@dataclass(frozen=True, slots=True)
class Promised:
    """Engineers promised of one stack, or of several together (`stacks` empty: none is plain). `count` None:
    no number is said.

    `asked`: the part of `count` that the prospect asked for, where we only say how many are available.
    `referred`: the number is the prospect's own, taken over ("all of it").
    """

    stacks: tuple[str, ...]
    count: int | None
    asked: int | None
    statements: tuple[Statement, ...]
    referred: bool = False

    @property
    def last(self) -> Statement:
        return self.statements[-1]
