"""Initiatives: what a prospect is said to be doing, by its content words."""

import re
from collections.abc import Iterator

from ..layout import Part
from ..passage import Place
from .disciplines import discipline
from .model import Claim, ClaimKind, Stance
from .scope import Scope
from .story import in_story
from .subject import Voice
from .words import stems

_ACTING = re.compile(
    r"(?:\byou(?:'re|'ve|'ll| are| have| were| had| will)?|\b(?:is|are|has|have|was|were|been|"
    r"being|'s|'re|'ve)|\bteam|\bcompany|\b(?:as|while|since|now that) you|\bhaving|^\s*(?:after|since|by)|"
    r"\b(?:congratulations|congrats|kudos|well done) (?:on|for))"
    r"(?:\s+(?:also|now|just|still|currently|already|all|both|busy|been|recently|clearly|actively|"
    r"deep|in the middle of|about|well|mid|only|really|publicly|apparently|"
    r"evidently|quietly|finally|started|begun|set|\w+ly))*\s*$"
)
_INTENT = re.compile(
    r"^(?:plan|planning|planned|intend|aim|want|looking|hoping|keen|trying|about|set|due|"
    r"scheduled|preparing|gearing|getting ready|committed|determined|racing|pushing|on track)"
)
_DET = "your|the|this|that|an?|its|their|our|any|no"
_TALK = re.compile(
    r"\b(?:talk|speak|chat|meet|reply|hear|see|discuss|compare|know|call|read|answer|decide|test|"
    r"try|think|look|understand|explore|learn|say|send|share|skip|pass|book|stop|consider|reach|"
    r"respond|ask)\b"
)
_OWN_PEOPLE = re.compile(
    r"(?<!your )(?<!your own )\b(?:engineers?|people|developers?|squads?|those|ones|seniors?|everyone|"
    r"both)(?: \w+)?"
    r" (?:who|that|which|have|has|had|are)(?: (?:have|has|had|already|all|both|each|just|also|"
    r"recently))*\s*$"
)
# "No search engine ever fixed that, although several were bought for it": nobody's plan.
_TO_OPEN = re.compile(r"\b(?:to|will|'ll|you) $")
_OTHERS_DID = re.compile(
    r"\b(?:several|many|few|some|most|others|they|these|those|which|that|who|nobody|none|everyone)"
    r"(?: (?:was|were|is|are|has|have|had|been|being|just|also|already))*\s*$"
)
_ASKS = re.compile(
    r"[\s\"'(]*(?:[\w',]+ ){0,4}?(?:what|what's|which|where|who|when|is|are|do|does|did|has|have)\b"
)
_AS_YOU = re.compile(r"\b(?:as|while|since|now that|because) you(?: \w+ly| now| also)?\s*$")
_HAVING = re.compile(r"^[\s\"'(]*(?:having|after|since)(?: \w+ly| just| now)?\s*$")
_READER = re.compile(r"[^,.?!;]*,\s*(?:you|your)\b")
_AS_YOU_DO = re.compile(r"(?:as|while|since|because|now that) you ")
_SETTLING = re.compile(
    r"\b(?:role|seat|chair|post|job|call|meeting|conversation|quarter|month|week|year|summer|autumn|"
    r"winter|spring|next step|questions?|numbers?|roles|people|hires?|offers?|decision|choice|options|"
    r"ahead)\b"
)
_HABIT = re.compile(r"\b(?:is|are|gets?|be)\s+(?:\w+ly )?$")
_RE = re.compile(r"\s*(?:re|aw|antw|fwd?|sv)\s?:")
_A_TIME = re.compile(
    r"opening in (?:the )?(?:early |late |mid[ -])?(?:january|february|march|april|may|june|july|august|"
    r"september|"
    r"october|november|december|spring|summer|autumn|fall|winter|q[1-4]|20\d\d)\b"
)
_GO_LIVE = re.compile(r"go lives?$")
_INDEFINITE = re.compile(r"\b(?:an?|any|such an?|another|every|each|no|some|one)\s+$")
_ALONE = re.compile(r"\bthe\s+$")
_ANY_OF_THEM = re.compile(
    r"\s*(?:(?:itself|alone|proper) )?(?:(?:is|gets|takes|needs|goes|tends|fails|slips|works|costs|eats|"
    r"finds|will|"
    r"can|has to|should|must|never|rarely|always|usually|often)\b(?! (?:under|already|now|due|live|late|"
    r"still|"
    r"behind|ahead|coming|next|planned|scheduled|set|delayed|overdue|in (?:progress|flight)|being))|[.,;:]|"
    r"\(|(?:that|which) (?:takes|needs|goes|fails|slips|works)\b)"
)
_UNDER_WAY = re.compile(
    r"[^.?!;,]{0,30}?\b(?:under way|underway|ahead|coming|in progress|planned|in flight|behind you|"
    r"looming|pending|"
    r"due|on the (?:go|way|horizon|calendar)|scheduled|this (?:year|quarter|summer|autumn|spring|month))\b"
)
_READERS = re.compile(
    r"\byou(?:r|'re|'ve|'ll)?\b|\bthe (?:board|ceo|cto|cfo|company|founders?|investors|management|"
    r"leadership)\b"
)
_OUR_PAPER = re.compile(
    r"\b(?:our|we|contract|clause|agreements?|terms|outline|statement of work|proposal|quote|invoice|"
    r"(?:brief|plan|roadmap|strategy|timeline|file|sheet) (?:that )?i (?:have|hold|keep|got|was given|"
    r"work from))\b"
)
_TO_US = re.compile(r"\b(?:into|to|in|for|with|onto) (?:our|us|my)\b")
_RATHER = re.compile(r"\b(?:rather|let|help|ask|suggest|recommend|prefer)(?: that)? you\s*$")
_WOULD = re.compile(r"\b(?:would|could|might)\b")
_PACT = re.compile(r"(?:contract|deal|partnership|alliance|joint venture) with ")
_HIRE = re.compile(
    r"\b(?:hir\w+|recruit\w*|add (?:engineers|people|headcount)|grow|scale|fill|staff|expand the "
    r"team|open roles|build(?:ing)? (?:out )?(?:the|your|a|an)? ?(?:\w+ )?team|roles)\b"
)
_MILD_NOUNS = frozenset(
    ["roadmap", "backlog", "stack", "codebase", "platform", "product", "team", "plan", "plans", "roll-out"]
)
_EVERYDAY = re.compile(
    r"(?:(?:next |new |your |your next |big )?(?:releases?|launch|version|feature)|re ?-?design|"
    r"outages?|incident|listing|downtime|replacements?)$"
)
_SAID_OF_IT = re.compile(
    r"\s+(?:is|was|has|slipp\w+|you (?:announced|had)|last|in \w+|on (?:the )?(?:\d|mon|tue|wed|thu|fri|"
    r"jan|feb|mar|apr|"
    r"may|june|july|aug|sep|oct|nov|dec)|of|this|that hit)"
)
OTHER_NOUN = re.compile(
    r"\b(?:call|meeting|email|mail|note|our|pilot with us|(?:hipaa|gdpr|dora|soc ?2|iso ?27001|"
    r"pci) (?:terms|"
    r"rules|conditions|law|obligations|agreements?|grade)|release (?:notes|cadence|train|cycle|"
    r"process|dates?|calendar|day|train|window|schedule)|launch (?:call|day|plan|dates?|calendar|window)|"
    r"integrations? (?:side|teams?|work|layer|points?|tests?|screens?|engineers?)|"
    r"migrations? (?:work|projects|services)|replacement (?:hires?|engineers?|people|for|if|within|at)|"
    r"(?:the|an?|any|each|every|no|that|her|his|free|suitable|like-for-like|permanent) "
    r"replacements?\b(?! (?:of|project|programme|due))|"
    r"new (?:product|feature|version) (?:work|teams?|roles?|"
    r"ideas|manager|hire)|new (?:site|location))\b"
)
_SHIFT = re.compile(r"(?:jump|move|shift|switch)\b")
_OF_WHAT = re.compile(
    r"\s+(?:to|of|into|in|onto|from|off|for|away from|across|with)\s+(?:the |a |an |your |its "
    r")?[\w.+#&-]+(?:\s+(?!and\b|is\b|are\b|has\b|will\b|this\b|in\b|by\b)[\w.+#&-]+)?"
)
_PLAN_NOUN = re.compile(
    r"(?:roadmap|plans?(?! (?:to|on|for)\b)|strategy|backlog|okrs|goals|targets|milestones?|deadline|board|"
    r"investors|ceo|leadership|customers|mandate|timeline|brief)\b"
)
_OWNED_PLAN = re.compile(
    r"(?<!job )(?<!careers )(?<!jobs )(?:\byour\s+(?:[\w-]+\s+){0,2}$|'s\s+$|"
    r"\bthe\s+(?:\w+\s+)?$)(?<!job )(?<!careers )(?<!jobs )(?<!hiring )"
)
_OPENED = re.compile(r"(?:open(?:ed|ing)?|push\w*|signed|won|landed|bought|sold|moved|went|going)\b")
_ROLES_OR_TALK = re.compile(
    r"\b(?:roles?|positions?|reqs?|requisitions|vacanc|series|round|to (?:talk|hear|it|this|that|"
    r"a (?:call|chat|conversation)))\b"
)
_DEFINITE = re.compile(r"\s*(?:the|your)\b")
_PHRASE_END = re.compile(
    r"\s(?:we|our|and (?:we|i|our|that)|so|would|could|but|while|because|before|after|if|when|"
    r"this (?:quarter|month|year)|next (?:quarter|month|year))\b"
)


def read_plans(scope: Scope) -> Iterator[Claim]:
    """Initiatives named ("your Kubernetes migration") or told ("you are moving to ...")."""
    taken: list[Place] = []
    for place in scope.hits("sig_event_noun"):
        if any(a < place[1] and b > place[0] for a, b in taken) or OTHER_NOUN.search(
            scope.flat[place[0] : place[1] + 14]
        ):
            continue
        if scope.flat[max(0, place[0] - 6) : place[0]] == "press ":
            continue
        if _GO_LIVE.match(scope.flat, place[0], place[1]) or vacancy(scope, place) or _on_subject(scope):
            continue
        span = _phrase(scope, place)
        pact = _PACT.match(scope.flat[place[0] : place[1]])
        if pact and not scope.passage.text.clean[place[0] + pact.end()].isupper():
            continue
        if _SHIFT.match(scope.flat[place[0] : place[1]]) and any(
            True for _ in scope.passage.numbers_in(place[0], span[1] + 8)
        ):
            continue
        if _unnamed(scope, place, span) or in_story(scope, place[0]):
            continue
        # "The move from the old data centre": what is cut at an adjective goes on.
        words = stems(scope.flat[slice(*span)]) or stems(scope.after(span[1], 30))
        claim = scope.claim(ClaimKind.EVENT, *place, noun=True, words=words)
        if claim is not None and claim.words and not _bare(scope, place, claim) and not _any(scope, span):
            taken.append(span)
            yield claim
    for place in scope.hits("sig_plan_verb"):
        if any(a < place[1] and b > place[0] for a, b in taken):
            continue
        claim = _told(scope, place)
        if claim is not None:
            taken.append((claim.start, claim.end))
            yield claim


def vacancy(scope: Scope, place: Place) -> bool:
    """ "Your Go opening in Valencia", "its opening in April": a role, or a time and no place."""
    if not scope.flat.startswith("opening ", place[0]):
        return False
    last = scope.before(place[0], 24).split()[-1:]
    return _A_TIME.match(scope.flat, place[0]) is not None or (bool(last) and bool(discipline(last[0])))


def _on_subject(scope: Scope) -> bool:
    """ "Re: cover for the depot rollout": what the exchange is about, and no news."""
    return (
        scope.voice is Voice.MAIL
        and _RE.match(scope.flat) is not None
        and scope.passage.sentences[0].part is (Part.SUBJECT)
    )


def _unnamed(scope: Scope, place: Place, span: Place) -> bool:
    """ "The launch is the easy part": any launch, where nothing is said of it that only one can have."""
    flat = scope.flat
    if not _ALONE.search(flat, max(0, place[0] - 12), place[0]) or len(stems(flat[slice(*span)])) > 1:
        return False
    sentence = scope.passage.sentence_at(place[0])
    if _READERS.search(flat, *scope.passage.clause_at(place[0])) or sentence.index in scope.figured:
        return False
    return _ANY_OF_THEM.match(flat, place[1]) is not None


def _any(scope: Scope, span: Place) -> bool:
    """ "A rollout in that order lives or dies by it": said of rollouts, not of theirs."""
    sentence = scope.passage.sentence_at(span[0])
    if sentence.index in scope.figured and not _WOULD.search(scope.flat, sentence.start, sentence.end):
        return False
    return (
        _INDEFINITE.search(scope.flat, max(0, span[0] - 10), span[0]) is not None
        and _UNDER_WAY.match(scope.flat, span[1]) is None
        and _READERS.search(scope.flat, scope.passage.sentence_at(span[0]).start, span[0]) is None
        and not any(a < span[0] for a, _ in scope.subjects.names)
    )


def _bare(scope: Scope, place: Place, claim: Claim) -> bool:
    """ "Your first release", "after a bad release": every company has releases."""
    everyday = _EVERYDAY.search(scope.flat[place[0] : place[1]]) is not None
    if everyday and re.search(r"\b(?:an?|any|every|each)(?: \w+)? $", scope.before(place[0], 24)):
        return True
    return (
        len(claim.words) < 2
        and _EVERYDAY.match(scope.flat[place[0] : place[1]]) is not None
        and _SAID_OF_IT.match(scope.after(place[1], 24)) is None
    )


def _phrase(scope: Scope, place: Place) -> Place:
    """The noun phrase around a noun: up to its determiner, and what it is of, to or into."""
    before = scope.before(place[0], 50)
    head = re.search(
        rf"(?:\b(?:{_DET})|'s)\s+((?:(?!(?:{_DET}|of|in|for|with|to|on|and|or)\s)[\w.+#/&-]+\s+){{0,4}})$",
        before,
    )
    start = place[0] - (len(before) - head.start(1)) if head else place[0]
    tail = _OF_WHAT.match(scope.after(place[1], 60))
    return start, place[1] + (tail.end() if tail else 0)


def _told(scope: Scope, place: Place) -> Claim | None:
    before, text = scope.before(place[0], 50), scope.flat[slice(*place)]
    if text.startswith("open ") and not _TO_OPEN.search(before):
        return None  # "eight roles are open now against five in April"
    if _HABIT.search(before) and _READERS.search(scope.flat, *scope.passage.clause_at(place[0])) is None:
        return None  # "The lamp is replaced": what is done now and then, to any lamp
    noun_led = _PLAN_NOUN.match(text)
    if noun_led:
        if not _OWNED_PLAN.search(before):
            return None
    elif (
        _OTHERS_DID.search(before)
        or _OWN_PEOPLE.search(before)
        or not (_AS_YOU_DO.match(text) or _ACTING.search(before) or _opening(scope, place))
    ):
        return None
    end = _verb_phrase_end(scope, place)
    phrase = scope.flat[place[0] : end]
    words = stems(phrase)
    if not words or _idle(scope, place, end, noun_led is not None):
        return None
    if _HAVING.search(before) and _of_reader(scope, place):
        return Claim(ClaimKind.EVENT, scope.passage, place[0], end, Stance.ASSERTED, words=words)
    if _AS_YOU_DO.match(text) or (_AS_YOU.search(before) and not text.split(" ")[0].endswith(("ed", "ing"))):
        # "As you take records off ...": the clause grants it, and it is the reader's own.
        if _SETTLING.search(phrase):
            return None
        stance = scope.stance(end - 1, end, noun=False)
        return Claim(ClaimKind.EVENT, scope.passage, place[0], end, stance, words=words)
    return scope.claim(ClaimKind.EVENT, place[0], end, noun=False, words=words, figure=_opening(scope, place))


def _idle(scope: Scope, place: Place, end: int, noun_led: bool) -> bool:
    """Talk, hiring, papers of ours, a question for their plans: no initiative."""
    flat, sentence = scope.flat, scope.passage.sentence_at(place[0])
    text, phrase = flat[slice(*place)], flat[place[0] : end]
    intent = _INTENT.match(text) is not None
    if (intent and (sentence.question or _TALK.search(phrase[len(text) - 3 :][:22]))) or _HIRE.search(phrase):
        return True
    if _OPENED.match(text) and _ROLES_OR_TALK.search(phrase):
        return True
    if noun_led and (
        " yours" in phrase or (sentence.question and _ASKS.match(flat, sentence.start, place[0]))
    ):
        return True
    before = flat[max(sentence.start, place[0] - 50) : place[0]]
    if _RATHER.search(before):
        return True
    asked = sentence.question and not noun_led and _ASKS.match(flat, sentence.start, place[0]) is not None
    if asked and _READERS.search(flat, sentence.start, place[0]) is None:
        return True  # "What is the piece of work that has been moved more than once?"
    if _TO_US.search(flat, place[0], end + 12):
        return True
    ours = _OUR_PAPER.search(flat, sentence.start, sentence.end) is not None
    return ours and _READERS.search(flat, sentence.start, end) is None


def _of_reader(scope: Scope, place: Place) -> bool:
    """The main clause is the reader's: "Having opened in Mexico, you ..."."""
    end = scope.passage.sentence_at(place[0]).end
    rest = _READER.match(scope.flat, place[1], end)
    return rest is not None or any(
        place[1] <= a < end and "," in scope.flat[place[1] : a] for a, _ in scope.subjects.names
    )


def _opening(scope: Scope, place: Place) -> bool:
    """ "Replacing the billing engine while hiring twelve ...": told beside what is known."""
    if scope.before(place[0]).strip() or not scope.flat[place[0] : place[1]].split(" ")[0].endswith("ing"):
        return False
    rest = scope.after(place[1], 60)
    return _DEFINITE.match(rest) is not None and (
        " your " in rest[:12] or scope.passage.sentence_at(place[0]).index in scope.figured
    )


def _verb_phrase_end(scope: Scope, place: Place) -> int:
    clause = scope.passage.clause_at(place[0])
    stop = max(place[1], min(clause[1], place[1] + 52))
    tail = scope.flat[place[1] : stop]
    cut = _PHRASE_END.search(tail)
    end = place[1] + (cut.start() if cut else len(tail))
    if end < clause[1] and scope.flat[end : end + 1].isalnum():
        end = max(place[1], scope.flat.rfind(" ", place[1], end))
    return end
