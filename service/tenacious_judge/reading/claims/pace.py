"""How fast a prospect is said to hire or grow: three degrees, a direction, a freeze."""

import re
from collections.abc import Iterator

from ..passage import Place
from .model import Claim, ClaimKind
from .role_words import HIRE_TOPIC
from .scope import Scope

_INFINITIVE = re.compile(
    r"(?:\b(?:to|help(?:s|ing)?(?: \w+){0,3}|let(?:s|ting)?(?: \w+){0,2}|can|could|will|would|"
    r"should|must|may|might|cannot|can't|don't|"
    r"wants?|needs?|without|before|by|for|avoid|stop|start|about|between|of|than|not|instead of|"
    r"rather than|never|when|whether to|or)|'ll|'d)"
    r"\s+(?:\w+ly )?$"
)
_BASE = re.compile(r"(?:scale|grow|expand|hire|recruit|ramp|staff)\b")
_GERUND_SUBJECT = re.compile(
    r"[^.?!;,]{0,60}\b(?:is|are|can|takes?|means|makes?|gets?|will|would|tends?|puts?|brings?|"
    r"comes?|costs?|rarely|often|usually|needs?)\b"
)
_OTHER_GROWTH = re.compile(
    r"(?:revenue|sales|customer|user|career|personal|professional|wage|market|traffic|order|"
    r"transaction|demand|volume|usage|arr|product led|"
    r"topline|economic|data|load|cost|cloud|latency|query|business|industry|sector|shareholder|"
    r"subscriber|merchant|shipment|fleet)[\s-]+$"
)
_OWN_NOUN = re.compile(
    r"\s*(?:equity|marketing|hacking|fund|funds|capital|product manager|lead|investor|investors|"
    r"partner|partners|round|stage|phase pricing|team lead|manager|mindset)\b"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:no matter|however|any|future|next|if and when|potential|possible|eventual|would-be|"
    r"planned)\s+(?:[\w-]+\s+){0,2}$"
)
_GROWING_THING = re.compile(
    r"\b(?:you|team|teams|business|headcount|hiring|roles|openings|postings|company|recruiting|engineering|"
    r"org|organi[sz]ation|careers page|"
    r"job board|growth|count)\b[^.?!;,]{0,30}$"
)
# "A team growing fast": any team, not theirs.
_ANY = re.compile(r"\b(?:an?|any|every|each|no)\s+(?:[\w-]+\s+)?$")
_NOT_DOING = re.compile(r"\b(?:not|start|about|than)\s+$")
_OF_DOING = re.compile(r"\b(?:for|of|by|start|stop|about)\s+(?:\w+ly )?$")
_DOES = re.compile(r"\b(?:you|as|while|since|teams|that|who|and|roles)\s+(?:\w+ )?$")
# "Both roles went up in the same week": they were posted.
_PUT_UP = re.compile(r"\b(?:went|gone|go|going) up$")
_COUNTED_ONES = re.compile(
    r"\b(?:an?|one|another|single|new|both|two|three|four|five|six|seven|eight|nine|ten|\d+|these|those|first|last|latest|newest|"
    r"other)(?: of)?(?: the| your| these| those)? (?:[\w-]+ ){0,2}$"
)
_NOMINAL = re.compile(
    r"(?:uptick|upswing|upturn|increase|rise|jump|leap|accelerat|uplift|step|climb|pick|growth|"
    r"rising|climbing|growing|increasing|"
    r"slowdown|drop|fall|decline|dip|decrease|flat|steady|stable|unchanged|more|extra|fewer|upward|mounting)"
)
_TALLY = re.compile(r"(?:number|list|total|tally|figure|page|board)\b")
_WHEN = re.compile(r"\b(?:when|if|once|until|before|wherever|whenever|as soon as)\s+(?:[\w-]+\s+){0,2}$")
_YOUR_BEFORE = re.compile(r"\byour\s+(?:[\w-]+\s+){0,2}$")
_IS_DOING = re.compile(
    r"\b(?:you(?:'re| are)|is|are|been|'re|'s|keep|still|now|currently|see you|noticed you)\s+(?:\w+ )?$"
)
_HIRING_OF = re.compile(
    r"\s*(?:manager|team|process|plan|plans|page|need|needs|pipeline|market|cycle|budget|decision|"
    r"side|lead|partner|is|was|can|has)\b"
)
_YOU_ARE = re.compile(r"you(?:'re| are)\s*$")
_GROWTH_NOUN = re.compile(
    r"(?:hiring|growth|momentum|drive|push|accel|energy|intens|urgen|appet|heat|pace|speed|rate|tempo|"
    r"clip|rhythm|active (?:scal|growth|exp|team|hir)|steady|continued|ongoing|continuing|"
    r"visible|clear|obvious|real|evident)"
)
_YOU_DO = re.compile(r"\b(?:you(?:'re| are)?|company|is|are|'re|been)\s+(?:\w+ )?$")
_OTHERS_PACE = re.compile(
    r"\bwhich (?:we|i|our|(?:[a-z]+ )*(?:market|sector|industry|peers?|competitors?|rivals?|everyone)) "
)
# "Hiring again so soon": at the head of a mail to them, theirs.
_AGAIN = re.compile(r" (?:again|once more|anew|already|so soon|at this pace|through)\b")
_STOPPED = re.compile(r" (?:stop|freeze|pause|ban|halt|moratorium)\b")
_OTHER_OBJECT = re.compile(
    r"\s*(?:pains?|concern|number|list|demand|market|into|to|in|the (?:platform|product|system|"
    r"infrastructure|business|database|pipeline)|infrastructure|systems|compute|kubernetes|"
    r"databases|services|models|out of|challenge|issue|factor|plan)\b"
)


def read_pace(scope: Scope) -> Iterator[Claim]:
    """Claims of pace, trend and freeze, the strongest reading of each place."""
    taken: list[Place] = []
    for degree, noun, name in (
        (2, True, "sig_degree_np"),
        (2, False, "sig_degree_vp"),
        (2, True, "sig_degree_word"),
        (2, False, "sig_burst_vp"),
    ):
        for place in scope.hits(name):
            if any(a < place[1] and b > place[0] for a, b in taken) or not _holds(scope, place, noun, name):
                continue
            claim = scope.claim(ClaimKind.PACE, *place, noun=noun, degree=degree)
            if claim is not None:
                taken.append(place)
                yield claim
    yield from _trends(scope, taken)
    yield from _freezes(scope, taken)
    yield from _growing(scope, taken)


def _holds(scope: Scope, place: Place, noun: bool, name: str) -> bool:
    start, end = place
    before, text, after = scope.before(start), scope.flat[start:end], scope.after(end)
    if _OTHER_GROWTH.search(before) or _OWN_NOUN.match(after):
        return False
    if noun:
        return _HYPOTHETICAL.search(before) is None
    if name == "sig_burst_vp":
        return _burst(scope, start)
    return not _unreal(before, text, after)


def _burst(scope: Scope, start: int) -> bool:
    """ "Headcount is exploding", not "demand is exploding"."""
    return _GROWING_THING.search(scope.before(start, 60)) is not None


def _unreal(before: str, text: str, after: str) -> bool:
    """An infinitive, an aim or a general gerund: nobody is said to grow."""
    aim = _INFINITIVE.search(before)
    if aim is not None and not (text.split(" ", 1)[0].endswith(("ing", "ed")) and _NOT_DOING.search(before)):
        return not _OF_DOING.search(before) or "you" not in before
    if _BASE.match(text):
        return _DOES.search(before) is None
    return not before.strip() and _GERUND_SUBJECT.match(after) is not None


def _trends(scope: Scope, taken: list[Place]) -> Iterator[Claim]:
    for direction in ("up", "down", "flat"):
        for place in scope.hits(f"sig_trend_{direction}"):
            if any(a < place[1] and b > place[0] for a, b in taken) or _unreal_trend(scope, place):
                continue
            noun = _nominal(scope.flat[place[0] : place[1]])
            claim = scope.claim(ClaimKind.TREND, *place, noun=noun, subject=direction)
            if claim is None and scope.voice.value == 0 and _bare_subject(scope, place):
                claim = Claim(
                    ClaimKind.TREND,
                    scope.passage,
                    *place,
                    scope.stance(*place, noun=False),
                    subject=direction,
                )
            if claim is not None:
                taken.append(place)
                yield claim


def _nominal(text: str) -> bool:
    return _NOMINAL.match(text) is not None


def _unreal_trend(scope: Scope, place: Place) -> bool:
    before = scope.before(place[0])
    if _PUT_UP.search(scope.flat[slice(*place)]) and _COUNTED_ONES.search(before):
        return True
    if _TALLY.match(scope.flat[slice(*place)]):
        sentence = scope.passage.sentence_at(place[0])
        if HIRE_TOPIC.regex.search(scope.flat, max(0, sentence.start - 80), sentence.end) is None:
            return True
    if _ANY.search(before) and not _nominal(scope.flat[place[0] : place[1]]):
        return True
    return _WHEN.search(before) is not None and not _YOUR_BEFORE.search(before)


def _bare_subject(scope: Scope, place: Place) -> bool:
    """ "Hiring has picked up since March.": in a mail to the prospect, and no rule of thumb."""
    sentence = scope.passage.sentence_at(place[0])
    opening = scope.flat[scope.passage.clause_at(place[0])[0] : place[0]].strip()
    return opening in ("", "and", "but", "so") and not scope.subjects.general(sentence, place[0])


def _freezes(scope: Scope, taken: list[Place]) -> Iterator[Claim]:
    for place in scope.hits("sig_freeze"):
        claim = scope.claim(ClaimKind.FREEZE, *place, noun=True)
        if claim is not None:
            taken.append(place)
            yield claim


def _growing(scope: Scope, taken: list[Place]) -> Iterator[Claim]:
    for place in scope.hits("sig_grow_vp"):
        if any(a < place[1] and b > place[0] for a, b in taken):
            continue
        before, text, after = scope.before(place[0]), scope.flat[slice(*place)], scope.after(place[1])
        if _OTHERS_PACE.search(text):
            continue
        if _unreal(before, text, after) or _OTHER_GROWTH.search(before) or _own_work(text, after, before):
            continue
        claim = scope.claim(ClaimKind.PACE, *place, noun=_growth_noun(text), degree=1)
        if claim is not None:
            taken.append(place)
            yield claim
    for place in scope.hits("sig_hire_vp"):
        if any(a < place[1] and b > place[0] for a, b in taken):
            continue
        before = scope.before(place[0])
        again = _AGAIN.match(scope.after(place[1], 24)) is not None and not before.strip(" ,-")
        if not again and not _IS_DOING.search(before):
            continue
        if _STOPPED.match(scope.after(place[1], 16)):
            continue
        if _HIRING_OF.search(scope.after(place[1])[:16]) and not _YOU_ARE.search(before):
            continue
        claim = scope.claim(ClaimKind.PACE, *place, noun=False, figure=again, degree=0)
        if claim is not None:
            yield claim


def _growth_noun(text: str) -> bool:
    return _GROWTH_NOUN.match(text) is not None


def _own_work(text: str, after: str, before: str) -> bool:
    """ "scaling", "building" of other things than a team: pipelines, products, trust."""
    if text in ("scaling", "growing", "expanding", "scaling now"):
        return _YOU_DO.search(before) is None or _OTHER_OBJECT.match(after) is not None
    return False
