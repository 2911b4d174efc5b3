"""Leaders who came, went or are about to: that, in which role, by which name, when."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..numbers import NumberKind
from ..passage import Place
from ..wordlist import words_of
from .model import Claim, ClaimKind, Stance
from .scope import Scope
from .subject import Voice
from .times import time_near

_ROLES = (
    ("cto", r"\bcto\b|chief technology|technology officer|tech(?:nology)? chief"),
    ("vp engineering", r"\bvp\b|\bvpe\b|vice president|\bsvp\b"),
    (
        "head of engineering",
        r"head of engineering|engineering (?:head|director|chief)|director of engineering",
    ),
    ("ceo", r"\bceo\b|chief executive"),
    ("cio", r"\bcio\b|chief information officer"),
    ("cpo", r"\bcpo\b|chief product"),
    ("cfo", r"\bcfo\b|chief financial"),
    ("coo", r"\bcoo\b|chief operating"),
    ("caio", r"\bcaio\b|chief ai|chief artificial"),
    ("cdo", r"\bcdo\b|chief data"),
    ("head of data", r"head of data"),
    ("head of platform", r"head of platform"),
    ("head of ai", r"head of (?:ai|ml)"),
    ("head of product", r"head of product"),
    ("head of infrastructure", r"head of infrastructure"),
)
_ROLE_OF = tuple((name, re.compile(pattern)) for name, pattern in _ROLES)
_HIRES = re.compile(
    r"\b(?:hir\w+|looking for|recruit\w+|search\w* for|open(?:ing)? for|role for|advertis\w+|"
    r"vacancy for|need)\b[^.?!;,]{0,20}$"
)
_MILD = re.compile(r"^(?:(?:new|recent|latest) (?:role|position|job|post|seat)s?$|first head$)")
_NAME = re.compile(
    r"\b([A-Z][\w'’-]+(?: (?:[A-Z]\.|van|de|von|der|bin|al|ole|Mc[A-Z]\w+|[A-Z][\w'’-]+)){1,3})"
)
_NOT_NAMES = words_of(
    """chief head vice new series vp cto ceo director congratulations engineering technology since your the
    after with now i we how has q1 q2 q3 q4"""
)
_SMALL = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "a couple of": 2,
    "a few": 3,
}
_SERVED = re.compile(
    r"[^.?!;]{0,60}?\bfor (?:about |around |roughly |nearly |almost |over |just over |only "
    r")?(?P<n>an?|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple of|a few) "
    r"(?P<unit>week|month|year)s?\b"
)
_FRESH_DAYS = re.compile(
    r"(?:(?:their|the) )?(?:first|opening|initial) (?:few )?(?:\d+|ninety|one hundred|"
    r"a hundred|hundred|thirty|sixty|"
    r"three|six|two|few)? ?(?:days|weeks|months|quarter)|\b(?:days|weeks|months) (?:in|into)\b"
)
_INTERIM = re.compile(r"\b(?:interim|acting)\b")
_OWNED = re.compile(r"\b(?:your|her|his|the)\s*$")
_PLURAL = re.compile(r"s\b")
_HIRED_FOR = re.compile(
    r"(?:new|first|next|fresh) (?:engineering )?(?:head|leader|chief|boss|executive|management|"
    r"tech lead|technical lead)$"
)
_VACANCY = re.compile(
    r"\b(?:posted|open|advertis\w+|listing|careers|engineer|backend|platform|data|hiring|fill|go|python)\b"
)
_ENGAGEMENT = re.compile(
    r"\b(?:our|engineers?|squad|engagement|pilot|sprint|trial|onboarding|contract|placements?|placed|"
    r"projects?|most|leaders|every|a new)\b"
)
_THEIRS = re.compile(r"\byour\b|\bas (?:cto|vp)")
_OURS = re.compile(r"\b(?:our|engagement|pilot|trial|squad)\b")
_IN_ROLE = re.compile(
    r"\b(?:your|her|his) (?:first|opening|initial)|\bin(?:to)? (?:the|your|this) "
    r"(?:role|seat|job|post|chair|position)|as (?:cto|vp|head)"
)
_TOLD_CHANGE = re.compile(
    r"(?:appoint|hir|nam(?:ed|ing)|brought|bringing|promot(?:ed|ing)|welcom|recruit|install|poach|"
    r"onboard|elevat|picked|chose|announc|swapp|replac|lost|losing|"
    r"chang(?:ed|ing)|said|parted|since|after|stepp|took|taking|at the|promoted|appointed|named|"
    r"moved|became|inherited|settl|becoming|join|start|came|arriv|gone|out|leaving|departing|"
    r"stepping|left|leaves|\w+ (?:in|into) )"
)
_OWN_ARRIVAL = re.compile(r"(?:since|after|on|following) (?:your|her|his)")
_ELSEWHERE = re.compile(r"\b(?:call|minutes|free|talk|chat|roles|raised|series|round)\b")
_SINCE_START = re.compile(r"\w+ (?:in|into|as)\b")
_TENURE = re.compile(r"(?:days|weeks|months|half a year) (?:in|into) ")
_YEARS = re.compile(r"\b(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s$")
_HALF_YEAR = re.compile(r"half a year\b")
_UNITS = {"week": 7, "month": 30, "quarter": 91, "year": 365}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
# "Your CTO's second year": how long ago it was that they came.
_NTH_YEAR = re.compile(
    r"\b(?P<nth>first|second|third|fourth|fifth|sixth) (?P<unit>year|month|week|quarter)\b"
)
_LED = re.compile(r"(?:led|headed|been) ")
_TOKEN = re.compile(r"\S+")


def role_named(text: str) -> str:
    """The leader's role that a text names, or ""."""
    return next((name for name, pattern in _ROLE_OF if pattern.search(text)), "")


def read_leaders(scope: Scope) -> Iterator[Claim]:
    """One claim of a change a sentence, with its name and time."""
    seen: set[int] = set()
    for place in scope.hits("sig_leader"):
        index = scope.passage.sentence_at(place[0]).index
        if index in seen or _else(scope, place):
            continue
        text = scope.flat[slice(*place)]
        noun = _is_noun(text)
        if text.startswith("year") or _LED.match(text):
            yield from _served(scope, place)
            continue
        claim = scope.claim(
            ClaimKind.LEADER,
            *place,
            noun=noun,
            figure=not noun or text.startswith(("days", "weeks", "months", "half")),
            subject=_role(scope, place),
            degree=1 if _INTERIM.search(text + scope.before(place[0], 16)) else 0,
        )
        if claim is None and _TENURE.match(text) and scope.voice is Voice.MAIL:
            # "Ada Hale is weeks into the chair": a person, and no other company is named.
            claim = Claim(
                ClaimKind.LEADER,
                scope.passage,
                *place,
                scope.stance(*place, noun=False),
                subject=_role(scope, place),
            )
        if claim is None or _denied(scope, claim):
            continue
        seen.add(index)
        yield claim
        yield from _details(scope, claim)


def _served(scope: Scope, place: Place) -> Iterator[Claim]:
    """ "Seven years as CTO", "you have led engineering since May": no change, but a time."""
    when = time_near(scope, *place) if _LED.match(scope.flat, place[0]) else None
    claim = scope.claim(ClaimKind.LEADER_TIME, *place, noun=False, when=when) if when else None
    if when is not None and claim is not None:
        yield replace(claim, end=max(place[1], when.end))
    found = _YEARS.search(scope.before(place[0], 16))
    if found is not None:
        days = 365.0 * (int(found[1]) if found[1].isdigit() else _SMALL.get(found[1], 1))
        start = place[0] - len(found.group())
        stance = scope.stance(*place, noun=False)
        yield Claim(ClaimKind.LEADER_TIME, scope.passage, start, place[1], stance, low=days, high=days)


def _role(scope: Scope, place: Place) -> str:
    found = role_named(scope.flat[slice(*place)])
    if found:
        return found
    a, b = scope.passage.clause_at(place[0])
    return role_named(scope.flat[a:b])


def _denied(scope: Scope, claim: Claim) -> bool:
    return claim.stance is Stance.NEGATED


def _else(scope: Scope, place: Place) -> bool:
    text, before, after = scope.flat[slice(*place)], scope.before(place[0], 40), scope.after(place[1], 30)
    if _MILD.match(text) and not _OWNED.search(before):
        return True
    if text.endswith(("role", "position", "job", "post", "seat", "roles")) and (
        _PLURAL.match(after) or _posting(scope, place)
    ):
        return True
    if _HIRED_FOR.match(text) and _HIRES.search(before):
        return True
    if _FRESH_DAYS.match(text):
        return not _tenure(scope, place)
    return False


def _posting(scope: Scope, place: Place) -> bool:
    """ "your new role" of a vacancy, not of the reader."""
    around = scope.before(place[0], 40) + scope.after(place[1], 40)
    return _VACANCY.search(around) is not None


def _tenure(scope: Scope, place: Place) -> bool:
    """ "Your first ninety days", not those of our engineers."""
    around = scope.before(place[0], 50) + scope.flat[slice(*place)] + scope.after(place[1], 36)
    if _ENGAGEMENT.search(around):
        return _THEIRS.search(around) is not None and not _OURS.search(around)
    return _IN_ROLE.search(around) is not None


def _is_noun(text: str) -> bool:
    return _TOLD_CHANGE.match(text) is None or _OWN_ARRIVAL.match(text) is not None


def _details(scope: Scope, claim: Claim) -> Iterator[Claim]:
    passage = scope.passage
    a, b = passage.clause_at(claim.start)
    sentence = passage.sentence_at(claim.start)
    when = time_near(scope, claim.start, claim.end)
    if when is not None and not _ELSEWHERE.search(
        scope.flat[min(claim.end, when.start) : max(claim.start, when.start)]
    ):
        yield Claim(
            ClaimKind.LEADER_TIME,
            passage,
            min(claim.start, when.start),
            max(claim.end, when.end),
            claim.stance,
            when=when,
        )
    half = _HALF_YEAR.match(scope.flat, claim.start)
    if half is not None:
        yield Claim(ClaimKind.LEADER_TIME, passage, claim.start, claim.end, claim.stance, low=182, high=182)
    years = _SERVED.match(scope.flat, claim.start)
    if years is not None:
        size = {"week": 7, "month": 30, "year": 365}[years["unit"]] * (
            int(years["n"]) if years["n"].isdigit() else _SMALL.get(years["n"], 1)
        )
        yield Claim(
            ClaimKind.LEADER_TIME, passage, claim.start, years.end(), claim.stance, low=size, high=size
        )
    year = _NTH_YEAR.search(scope.flat, claim.start, claim.end)
    if year is not None:
        size, nth = _UNITS[year["unit"]], _NTH[year["nth"]]
        yield Claim(
            ClaimKind.LEADER_TIME,
            passage,
            claim.start,
            claim.end,
            claim.stance,
            low=size * (nth - 1),
            high=size * nth,
        )
    days = next(
        (
            n
            for n in passage.numbers
            if n.kind is NumberKind.DAYS
            and sentence.start <= n.start < sentence.end
            and _SINCE_START.match(n.noun)
        ),
        None,
    )
    if days is not None and when is None:
        yield Claim(
            ClaimKind.LEADER_TIME,
            passage,
            min(claim.start, days.start),
            max(claim.end, days.end),
            claim.stance,
            low=days.low,
            high=days.high,
        )
    for found in _NAME.finditer(passage.text.clean, max(sentence.start, a - 40), min(sentence.end, b + 40)):
        start, end = _trimmed(found.start(), found[1])
        if not start or scope.subjects.named(start, end):
            continue
        yield Claim(ClaimKind.LEADER_NAME, passage, start, end, claim.stance, subject=scope.flat[start:end])
        return


def _trimmed(at: int, text: str) -> tuple[int, int]:
    """The name without titles and words that only begin a sentence; (0, 0) where less than two words stay."""
    words = [(at + m.start(), at + m.end(), m.group().lower()) for m in _TOKEN.finditer(text)]
    while words and words[0][2] in _NOT_NAMES:
        words.pop(0)
    while words and words[-1][2] in _NOT_NAMES:
        words.pop()
    if len(words) < 2 or any(w in _NOT_NAMES for _, _, w in words):
        return 0, 0
    return words[0][0], words[-1][1]
