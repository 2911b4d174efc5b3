"""The state of a prospect: priorities, pains, headcount; words put in their mouth; claimed certainty."""

import re
from collections.abc import Iterator

from ..numbers import NumberKind
from ..passage import Place
from ..worded import worded
from .deeds import read_deeds
from .model import Claim, ClaimKind, Stance
from .scope import Scope
from .words import stems

_OPEN_WH = re.compile(
    r"^[\s\"'(]*(?:[\w',]+ ){0,4}?(?:what|what's|which|where|who|who's|is|are|do|does|would|could|"
    r"has|have|anything|any|where's)\b"
)
_ABSENT = re.compile(
    r"\b(?:not|no|never|without|less|avoid\w*|prevent\w*|keep\w* [\w ]{1,24} from|stops?|spares?|"
    r"before|rather than|instead of|keep\w* you from|isn't|aren't|won't|nothing)\b[^.?!;,]{0,28}$"
)
_OUR_AID = re.compile(r"\b(?:we|our|us|squads?|i)\b[^.?!;,]{0,40}$")
_THEM = re.compile(r"\b(?:you|your|yours)\b")
_NOISE = re.compile(
    r"^(?:delivery|velocity|onboarding|pipeline|roadmap|launch|team|engineers)\b.*\b(?:up|full|"
    r"critical|limited|low)$"
)
_WHEN = re.compile(
    r"\b(?:when|until|till|once|before|as soon as|while|where|whichever|whose|how|what|why)\b[^.?!;]{0,16}$"
)
_BENIGN = re.compile(
    r"\s*(?:(?:easier|harder|faster|slower|better|safer|cheaper)\b|removed|deleted|erased|stored|"
    r"processed|not (?:shared|kept)|yours|up to you|right(?! now)|"
    r"the (?:judge|expert|best|only|one|ones|place|right|"
    r"person|reader|same)|your own|welcome|free|likely|probably|perhaps|public|not\b|n't|"
    r"what (?:matters|counts|i)|a (?:choice|matter|question|good|fair|sensible|reasonable)|better "
    r"placed|best placed|there|here|something|the reason i|why i|unknown|unclear|"
    r"invisible|used (?:by|in|for|to)|read by|built (?:by|for)|(?:an?|the) (?:kind|place|part|one|sort|"
    r"thing|product|"
    r"reason|right|judge)|well known|known for|listed|posted|mentioned|public|online|in good hands|kept|"
    r"involved|copied|"
    r"nothing|no (?:less|worse|different)|for you|to (?:decide|say|judge)|good|fine|fair|clear|"
    r"interesting|impressive|work "
    r"to do|first|always|never|most likely)\b"
)
_HEAD = worded(
    r"^[\s-]?(?:[\w&-]+[ -]){0,3}?(?:person|people|strong|engineer|member|employee|head|"
    r"developer)\b(?:[ -](?:[\w&]+[ -]){0,3}?(?:team|company|org|organi[sz]ation|department|group|"
    r"shop|business|outfit|firm|start-?up|squad|function|operation)\b)?"
)
_HEAD_AFTER = worded(
    r"^(?:employees|staff)\b|^(?:[\w&-]+ ){0,2}?(?:employees|staff|people|engineers|"
    r"developers)\b(?: (?:strong|on (?:your|the) (?:team|payroll|engineering)|in (?:your|the) "
    r"(?:team|engineering|company|org)|today|now|at |across|work|altogether|in total|on staff))"
)
_HEAD_BEFORE = worded(
    r"\b(?:team|company|org|organi[sz]ation|department|group|headcount|staff|workforce) (?:of|at|"
    r"is|stands at|counts|numbers|now|around|about|roughly|has grown to|grew to|is now|is around|"
    r"is about)(?: about| around| roughly| nearly| over| some)*\s*$"
)
_NOTHING_SAID = re.compile(r"\s*(?:nothing|no|none|for nothing|neither)\b")
_UNSAID = re.compile(
    r"\b(?:if|whether|anything|whatever|when|unless|whenever|what|have|did|had)\s+(?:else )?$"
)
_TO_COME = worded(
    r"\b(?:first|next|another|more|add\w*|hir\w+|recruit\w*|interview\w*|onboard\w*|find\w*|"
    r"need\w*|plac\w*|up to)\s*$"
)
_STRONG = re.compile(r"^ ?-|strong|person")
# "A team of five that loses its build engineer": any team, not the reader's.
_ANY_TEAM = re.compile(
    r"[\s\"'(]*(?:(?:and|but|in|for|with|at) )?(?:an?|any|every|each|some) (?:[\w-]+ )?"
    r"(?:team|company|group|department|squad|firm|shop|business) of (?:about |around |some )?"
)
_ENGINEERING = re.compile(r"\b(?:engineer|engineering|developer|developers|engineers|tech|technical)\b")


def read_state(scope: Scope) -> Iterator[Claim]:
    """One claim of a priority, pain or need a clause."""
    taken: set[Place] = set()
    for place in scope.hits("sig_pain"):
        clause = scope.passage.clause_at(place[0])
        if clause in taken or _beside(scope, place, clause):
            continue
        end = min(clause[1], place[1] + 30)
        claim = scope.claim(
            ClaimKind.STATE, *place, noun=False, words=stems(scope.flat[max(clause[0], place[0] - 40) : end])
        )
        if claim is None:
            continue
        sentence = scope.passage.sentence_at(place[0])
        if sentence.question and _OPEN_WH.match(scope.flat[sentence.start : place[0]]):
            continue
        taken.add(clause)
        yield claim
    for place in scope.hits("sig_state"):
        clause = scope.passage.clause_at(place[0])
        sentence = scope.passage.sentence_at(place[0])
        if (
            clause in taken
            or sentence.question
            or _BENIGN.match(scope.flat, place[1])
            or (scope.flat.startswith("cost you", place[0]) and _COST_NOUN.match(scope.flat, place[1]))
            or (" you" in scope.flat[slice(*place)] and _FREE.match(scope.flat, place[1]))
            or _HOPED.search(scope.flat, sentence.start, place[0])
            or place[1] > sentence.end
            or _CARRIES_ON.match(scope.flat, place[0])
            or _WHEN.search(scope.flat[clause[0] : place[0]])
            or _ABSENT.search(scope.flat[clause[0] : place[0]])
        ):
            continue
        claim = scope.claim(
            ClaimKind.STATE,
            *place,
            noun=False,
            degree=1,
            words=stems(scope.flat[place[0] : min(clause[1], place[1] + 60)]),
        )
        if claim is not None:
            taken.add(clause)
            yield claim
    yield from (c for c in read_deeds(scope) if scope.passage.clause_at(c.start) not in taken)


_CARRIES_ON = re.compile(
    r"your (?:existing|current|own|in-house|permanent) (?:team|people|"
    r"engineers) (?:carr|keep|run|own|hold|stay)"
)
_CONDITION = re.compile(r"[\s\"'(]*(?:if|should|whether|unless|in case|where)\b")
_FREE = re.compile(
    r"\s*(?:you )?(?:nothing|little|no more|no less|less|only|a (?:call|reply|short|few|quarter|half)|"
    r"(?:one|a|two|some|another|five|ten|twenty|thirty|fifteen) (?:\w+ )?(?:mails?|e-?mails?|messages?|"
    r"minutes?|"
    r"clicks?|reply|replies|lines?|sentences?|calls?|words?|seconds?))\b"
)
# "At a monthly cost you can stop".
_COST_NOUN = re.compile(
    r"\s(?:can|could|may|will|would|know|agree|pay|see|have|set|already|are|control|choose)\b"
)
_HOPED = re.compile(
    r"\b(?:i|we) (?:do |very much |sincerely |really )?(?:hope|trust|wish)\b|\bwishing\b|\bhopefully\b"
)
_AIM = re.compile(
    r"\s(?:\w+ )?(?:can|could|may|might|will|would|need|needs|does|do|is not|are not|"
    r"keeps?|gets?|has|have)\b"
)
_USUAL = re.compile(r"customers (?:\w+ )?(?:still )?expect")


def _beside(scope: Scope, place: Place, clause: Place) -> bool:
    """Not said of the reader: an absence, our aid, a rule of thumb."""
    if scope.flat.startswith("cost you", place[0]) and _COST_NOUN.match(scope.flat, place[1]):
        return True
    if _FREE.match(scope.flat, place[1]) and scope.flat.startswith("cost", place[0]):
        return True
    if _CONDITION.match(scope.flat, *clause) or _CARRIES_ON.match(scope.flat, place[0]):
        return True
    if _USUAL.match(scope.flat, place[0]):
        return True
    before = scope.flat[clause[0] : place[0]]
    text = scope.flat[slice(*place)]
    if _ABSENT.search(before) or (_OUR_AID.search(before) and not _THEM.search(before)):
        return True
    if (
        not _THEM.search(scope.flat[scope.passage.sentence_at(place[0]).start : clause[1]])
        and not scope.subjects.names
    ):
        return True
    if text.startswith("so that") and _AIM.match(scope.flat, place[1]):
        return True
    return _NOISE.match(text) is not None


def read_said(scope: Scope) -> Iterator[Claim]:
    """ "You mentioned ...": what the prospect is said to have said."""
    done: set[int] = set()
    for place in scope.hits("sig_said"):
        index = scope.passage.sentence_at(place[0]).index
        if index in done:
            continue
        clause_end = scope.passage.sentence_at(place[0]).end
        tail = scope.flat[place[1] : min(clause_end, place[1] + 70)]
        stance = scope.stance(*place, noun=False)
        before = scope.before(place[0], 24)
        if (
            _NOTHING_SAID.match(tail)
            or stance in (Stance.OPEN, Stance.NEGATED)
            or (_UNSAID.search(before) and "what you" not in scope.flat[place[0] - 6 : place[1]])
        ):
            continue
        done.add(index)
        yield Claim(ClaimKind.SAID, scope.passage, *place, stance, words=stems(tail))


def read_certain(scope: Scope) -> Iterator[Claim]:
    """Claimed certainty: "our research definitively shows ...", "the data is clear"."""
    for place in scope.hits("sig_certain"):
        sentence = scope.passage.sentence_at(place[0])
        stance = scope.stances.of(*place)
        if stance in (Stance.ASSERTED, Stance.LEANING) and not _ABSENT.search(scope.before(place[0], 30)):
            yield Claim(
                ClaimKind.CERTAIN,
                scope.passage,
                *place,
                stance,
                words=stems(scope.flat[place[1] : sentence.end]),
            )
            return


def read_headcount(scope: Scope) -> Iterator[Claim]:
    """ "your 40-person team", "120 employees strong"."""
    for number in scope.counted:
        if number.kind is not NumberKind.COUNT or number.value < 2:
            continue
        here, after = scope.here(number.start), scope.flat[number.end : number.end + 46]
        before = scope.before(number.start, 40)
        if here.search(_TO_COME, before) or not (
            (here.match(_HEAD, after) and _STRONG.search(after[:24]))
            or here.match(_HEAD_AFTER, after.lstrip(" -"))
            or here.search(_HEAD_BEFORE, before)
        ):
            continue
        if number.value <= 12 and _ANY_TEAM.fullmatch(
            scope.flat, scope.passage.sentence_at(number.start).start, number.start
        ):
            continue
        subject = "engineering" if _ENGINEERING.search(before[-24:] + after[:40]) else ""
        claim = scope.claim(
            ClaimKind.HEADCOUNT,
            number.start,
            number.end,
            noun=True,
            figure=True,
            low=number.low,
            high=number.high,
            subject=subject,
        )
        if claim is not None:
            yield claim
