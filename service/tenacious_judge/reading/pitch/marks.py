"""Places of a passage that pitch a segment's lever, or point to one."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ...domain import Segment
from ..case import Case
from ..layout import Part, Sentence
from ..passage import Passage, Place
from ..voice import inside_company_name, others_words, rejected
from .ours import names_us

FULL, NEAR, STRONG, SOFT, FAINT = 1.0, 0.8, 0.6, 0.45, 0.25
ENOUGH = 0.9
"""What the marks of one sentence must weigh together to pitch: one outright, or two that point."""

ONE, TWO, THREE, FOUR = (
    Segment.RECENTLY_FUNDED,
    Segment.RESTRUCTURING,
    Segment.LEADERSHIP_TRANSITION,
    Segment.CAPABILITY_GAP,
)

# Cue -> segment and weight.
_SINGLE: tuple[tuple[str, Segment, float], ...] = (
    ("icp_growth_core", ONE, FULL),
    ("icp_growth_strong", ONE, STRONG),
    ("icp_growth_soft", ONE, SOFT),
    ("icp_growth_faint", ONE, FAINT),
    ("icp_growth_event", ONE, STRONG),
    ("icp_cost_core", TWO, FULL),
    ("icp_cost_strong", TWO, STRONG),
    ("icp_cost_soft", TWO, SOFT),
    ("icp_cost_faint", TWO, FAINT),
    ("icp_reliability", TWO, SOFT),
    ("icp_cut_event", TWO, SOFT),
    ("icp_new_role", THREE, FULL),
    ("icp_new_leader", THREE, STRONG),
    ("icp_vendor_window", THREE, STRONG),
    ("icp_vendor_soft", THREE, SOFT),
    ("icp_bounded", FOUR, SOFT),
    ("icp_specialist", FOUR, SOFT),
    ("icp_gap_word", FOUR, STRONG),
    ("icp_gap_soft", FOUR, SOFT),
    ("icp_weeks", FOUR, FAINT),
    ("icp_more_hands", ONE, SOFT),
    ("icp_too_few_hands", ONE, STRONG),
    ("icp_hiring_wait", ONE, SOFT),
    ("icp_money_to_product", ONE, STRONG),
    ("icp_market_race", ONE, SOFT),
    ("icp_wider_plans", ONE, SOFT),
    ("icp_soon", ONE, FAINT),
    ("icp_smaller_sum", TWO, STRONG),
    ("icp_share_of_spend", TWO, FULL),
    ("icp_beside_salary", TWO, STRONG),
    ("icp_flat_fee", TWO, SOFT),
    ("icp_purse_holders", TWO, STRONG),
    ("icp_thrift", TWO, SOFT),
    ("icp_same_for_less", TWO, SOFT),
    ("icp_others_choice", THREE, STRONG),
    ("icp_seat_new", THREE, STRONG),
    ("icp_hold_against", THREE, SOFT),
    ("icp_rare_skill", FOUR, STRONG),
    ("icp_done_before", FOUR, SOFT),
    ("icp_machine_word", FOUR, SOFT),
    ("icp_one_piece", FOUR, SOFT),
)


class Joint(NamedTuple):
    """Two cues that make one mark: the second follows within `reach` characters of the same sentence."""

    first: str
    second: str
    reach: int
    segment: Segment
    weight: float


_JOINTS: tuple[Joint, ...] = (
    Joint("icp_grow_verb", "icp_team", 22, ONE, FULL),
    Joint("icp_speed_verb", "icp_pace", 26, ONE, FULL),
    Joint("icp_shorten_verb", "icp_lead_time", 26, ONE, FULL),
    Joint("icp_serves", "icp_growth_audience", 26, ONE, FULL),
    Joint("icp_serves", "icp_growing_audience", 26, ONE, STRONG),
    Joint("icp_cut_verb", "icp_money", 34, TWO, FULL),
    Joint("icp_serves", "icp_cost_audience", 26, TWO, FULL),
    Joint("icp_serves", "icp_new_leader", 16, THREE, FULL),
    Joint("icp_review_verb", "icp_vendor", 34, THREE, STRONG),
    Joint("icp_review_verb", "icp_vendor_window", 26, THREE, FULL),
    Joint("icp_serves", "icp_capability_audience", 26, FOUR, FULL),
)
_MOST = 40
"""Places of one cue that are looked at; a mail of a hundred words has two or three."""
_STOPS = frozenset(".!?;:\x1f")


class Raw(NamedTuple):
    """A place that speaks for a segment, before it is asked whether the words are meant."""

    segment: Segment
    start: int
    end: int
    weight: float
    cue: str


@dataclass(frozen=True, slots=True)
class Mark:
    """`passage.flat[start:end]` speaks for a segment's pitch; `weight` 1 by itself, less points that way.

    `asked`: a question about the reader's situation, not an offer put as a question; `open`: one of several
    possibilities that are laid out and not chosen.
    """

    segment: Segment
    passage: Passage
    start: int
    end: int
    weight: float
    sentence: int
    asked: bool = False
    open: bool = False
    cue: str = ""

    @property
    def counts(self) -> bool:
        """True where it weighs: not asked about and not one of several possibilities."""
        return not self.asked and not self.open


def simple_marks(passage: Passage) -> list[Raw]:
    """Places of single cues, and of cues that belong together."""
    cues = passage.cues
    may = cues.candidates
    raw = [
        Raw(segment, a, b, weight, name)
        for name, segment, weight in _SINGLE
        if name in may
        for a, b in cues.of(name)[:_MOST]
    ]
    for joint in _JOINTS:
        # Both must be possible before either is looked for.
        if joint.first in may and joint.second in may and (firsts := cues.of(joint.first)):
            raw += [
                Raw(joint.segment, a, b, joint.weight, joint.first)
                for a, b in _joined(passage.flat, firsts[:_MOST], cues.of(joint.second), joint.reach)
            ]
    return raw


def _joined(flat: str, firsts: list[Place], seconds: list[Place], reach: int) -> Iterator[Place]:
    """Places from a cue to another that follows it in the same sentence."""
    for start, stop in firsts:
        after = bisect_left(seconds, (stop, 0))
        if after == len(seconds):
            return
        begin, end = seconds[after]
        if begin - stop <= reach and _STOPS.isdisjoint(flat[stop:begin]):
            yield start, end


def meant(case: Case, passage: Passage, raw: Raw) -> Mark | None:
    """The mark, or None where the words are another's, denied, a name, or stand outside our own prose."""
    segment, start, end, weight, cue = raw
    sentence = passage.sentence_at(start)
    if start >= passage.prose_end or sentence.part is Part.QUOTED or _of_thread(case, passage, sentence):
        return None
    if passage.cue_in("icp_idiom", start, end) is not None or inside_company_name(case, passage, start, end):
        return None
    if _of_others(case, passage, sentence, raw):
        return None
    status = passage.status(start, end)
    if status.negated or status.quoted or rejected(passage, start) or others_words(passage, start, end):
        return None
    if cue == "icp_new_role" and _GENERAL.search(passage.flat, sentence.start, sentence.end):
        cue, weight = "icp_seat_new", STRONG
    if _WITHDRAWN.match(passage.flat, end, sentence.end):
        return None
    # A question that names us or help offers: "would a squad that ships sooner be of use?"
    asked = status.asked and not names_us(passage, sentence.start, sentence.end)
    return Mark(segment, passage, start, end, weight, sentence.index, asked, False, cue)


def _of_thread(case: Case, passage: Passage, sentence: Sentence) -> bool:
    """True for the subject of a reply: it is the thread's."""
    return sentence.part is Part.SUBJECT and bool(case.thread) and passage.flat.startswith("re:")


# What leaders in general go through says nothing of this one: "most CTOs say the first ninety days ...".
_GENERAL = re.compile(
    r"\b(?:(?:most|many|some|several|all|few|new|other|fellow)(?: [\w-]+){0,2} "
    r"(?:ctos|leaders|vps|executives|heads|chiefs|directors)"
    r"|(?:every|any|each|a typical)(?: [\w-]+){0,1} (?:cto|leader|vp|executive|chief|director))\b"
    r"(?![^.!?]*\byour? (?:new|first|own|role|seat|appointment)\b)"
)
# "The growth plan of last year is off the table": named to say that it is over.
_WITHDRAWN = re.compile(
    r"[^.!?;:,]{0,40}?\b(?:is|are|was|were|being|has been|have been)\b(?: \w+){0,2} "
    r"(?:off the (?:table|agenda)|over\b(?! the)|gone|shelved|on (?:ice|hold)|paused|frozen|cancelled|"
    r"behind you|history|no longer|not (?:the|what|why|my|our|a reason))"
)
# After these a sentence on peers speaks of the reader or of us: "while rivals wait, you ship".
_TURNED = re.compile(r"[;:]|\b(?:you|your|we|us|our)\b")
_PEERS = ("gap_peer", "gap_firms", "icp_share")


def _of_others(case: Case, passage: Passage, sentence: Sentence, raw: Raw) -> bool:
    """True where other sellers are said to pitch so, or peers to do or have what the words say."""
    told = passage.cue_in("icp_others_pitch", sentence.start, raw.start)
    if told is not None and told[1] <= raw.start:
        return True
    if passage.cue_in("icp_offer", sentence.start, sentence.end) is not None:
        return False
    if raw.segment is not FOUR:
        peer = passage.cue_in("gap_peer", sentence.start, raw.end)
        return (
            peer is not None and peer[0] <= raw.start and not _TURNED.search(passage.flat, peer[1], raw.start)
        )
    if any(passage.cue_in(name, sentence.start, sentence.end) is not None for name in _PEERS):
        return True
    names = {name for finding in case.gap.findings for name in finding.peers} | {
        p.name for p in case.gap.peers
    }
    return any(name and passage.flat.find(name.lower(), sentence.start, sentence.end) >= 0 for name in names)
