"""Initiatives: what a prospect is said to be doing, by its content words."""

from collections.abc import Iterator

from ..layout import Part
from ..passage import Place
from . import plan_words as say
from .disciplines import discipline
from .model import Claim, ClaimKind, Stance
from .scope import Scope
from .story import in_story
from .subject import Voice
from .words import stems


def read_plans(scope: Scope) -> Iterator[Claim]:
    """Initiatives named ("your Kubernetes migration") or told ("you are moving to ...")."""
    taken: list[Place] = []
    nouns = scope.hits("sig_event_noun")
    for place in () if nouns and _on_subject(scope) else nouns:
        if any(a < place[1] and b > place[0] for a, b in taken) or _no_initiative(scope, place):
            continue
        span = _phrase(scope, place)
        if say.SHIFT.match(scope.flat, *place) and any(
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


def _no_initiative(scope: Scope, place: Place) -> bool:
    """ "Press release", "release notes", "replacement engineers", "a deal with us"."""
    flat, here = scope.flat, scope.here(place[0])
    if here.search(say.OTHER_NOUN, flat[place[0] : place[1] + 14]) or flat.endswith("press ", 0, place[0]):
        return True
    if say.GO_LIVE.match(flat, *place) or vacancy(scope, place):
        return True
    pact = here.match(say.PACT, flat, *place)
    return pact is not None and not scope.passage.text.clean[pact.end()].isupper()


def vacancy(scope: Scope, place: Place) -> bool:
    """ "Your Go opening in Valencia", "its opening in April": a role, or a time and no place."""
    if not scope.flat.startswith("opening ", place[0]):
        return False
    last = scope.before(place[0], 24).split()[-1:]
    return say.A_TIME.match(scope.flat, place[0]) is not None or (bool(last) and bool(discipline(last[0])))


def _on_subject(scope: Scope) -> bool:
    """ "Re: cover for the depot rollout": what the exchange is about, and no news."""
    return (
        scope.voice is Voice.MAIL
        and say.RE.match(scope.flat) is not None
        and scope.passage.sentences[0].part is (Part.SUBJECT)
    )


def _unnamed(scope: Scope, place: Place, span: Place) -> bool:
    """ "The launch is the easy part": any launch, where nothing is said of it that only one can have."""
    flat = scope.flat
    if not say.ALONE.search(flat, max(0, place[0] - 12), place[0]) or len(stems(flat[slice(*span)])) > 1:
        return False
    sentence = scope.passage.sentence_at(place[0])
    here = scope.passage.spoken_of(sentence)
    if here.search(say.READERS, flat, *scope.passage.clause_at(place[0])) or sentence.index in scope.figured:
        return False
    return say.ANY_OF_THEM.match(flat, place[1]) is not None


def _any(scope: Scope, span: Place) -> bool:
    """ "A rollout in that order lives or dies by it": said of rollouts, not of theirs."""
    sentence = scope.passage.sentence_at(span[0])
    here = scope.passage.spoken_of(sentence)
    if sentence.index in scope.figured and not say.WOULD.search(scope.flat, sentence.start, sentence.end):
        return False
    return (
        say.INDEFINITE.search(scope.flat, max(0, span[0] - 10), span[0]) is not None
        and here.match(say.UNDER_WAY, scope.flat, span[1]) is None
        and here.search(say.READERS, scope.flat, sentence.start, span[0]) is None
        and not any(a < span[0] for a, _ in scope.subjects.names)
    )


def _bare(scope: Scope, place: Place, claim: Claim) -> bool:
    """ "Your first release", "after a bad release": every company has releases."""
    text = scope.flat[place[0] : place[1]]
    if say.EVERYDAY.search(text) is None:
        return False
    if say.ANY.search(scope.before(place[0], 24)):
        return True
    return (
        len(claim.words) < 2
        and say.EVERYDAY.match(text) is not None
        and say.SAID_OF_IT.match(scope.after(place[1], 24)) is None
    )


def _phrase(scope: Scope, place: Place) -> Place:
    """The noun phrase around a noun: up to its determiner, and what it is of, to or into."""
    before = scope.before(place[0], 50)
    head = say.PHRASE_HEAD.search(before)
    start = place[0] - (len(before) - head.start(1)) if head else place[0]
    tail = say.OF_WHAT.match(scope.after(place[1], 60))
    return start, place[1] + (tail.end() if tail else 0)


def _told(scope: Scope, place: Place) -> Claim | None:
    here = scope.here(place[0])
    before, text = scope.before(place[0], 50), scope.flat[slice(*place)]
    if text.startswith("open ") and not say.TO_OPEN.search(before):
        return None  # "eight roles are open now against five in April"
    if (
        here.search(say.HABIT, before)
        and here.search(say.READERS, scope.flat, *scope.passage.clause_at(place[0])) is None
    ):
        return None  # "The lamp is replaced": what is done now and then, to any lamp
    noun_led = say.PLAN_NOUN.match(text)
    if noun_led:
        if not say.OWNED_PLAN.search(before):
            return None
    elif (
        here.search(say.OTHERS_DID, before)
        or here.search(say.OWN_PEOPLE, before)
        or not (say.AS_YOU_DO.match(text) or say.ACTING.search(before) or _opening(scope, place))
    ):
        return None
    end = _verb_phrase_end(scope, place)
    phrase = scope.flat[place[0] : end]
    words = stems(phrase)
    if not words or _idle(scope, place, end, noun_led is not None):
        return None
    if say.HAVING.search(before) and _of_reader(scope, place):
        return Claim(ClaimKind.EVENT, scope.passage, place[0], end, Stance.ASSERTED, words=words)
    if say.AS_YOU_DO.match(text) or (
        say.AS_YOU.search(before) and not text.split(" ")[0].endswith(("ed", "ing"))
    ):
        # "As you take records off ...": the clause grants it, and it is the reader's own.
        if say.SETTLING.search(phrase):
            return None
        stance = scope.stance(end - 1, end, noun=False)
        return Claim(ClaimKind.EVENT, scope.passage, place[0], end, stance, words=words)
    return scope.claim(ClaimKind.EVENT, place[0], end, noun=False, words=words, figure=_opening(scope, place))


def _idle(scope: Scope, place: Place, end: int, noun_led: bool) -> bool:
    """Talk, hiring, papers of ours, a question for their plans: no initiative."""
    flat, sentence = scope.flat, scope.passage.sentence_at(place[0])
    here = scope.passage.spoken_of(sentence)
    text, phrase = flat[slice(*place)], flat[place[0] : end]
    intent = say.INTENT.match(text) is not None
    if (intent and (sentence.question or say.TALK.search(phrase[len(text) - 3 :][:22]))) or here.search(
        say.HIRE, phrase
    ):
        return True
    if say.OPENED.match(text) and say.ROLES_OR_TALK.search(phrase):
        return True
    if noun_led and (
        " yours" in phrase or (sentence.question and say.ASKS.match(flat, sentence.start, place[0]))
    ):
        return True
    before = flat[max(sentence.start, place[0] - 50) : place[0]]
    if here.search(say.RATHER, before):
        return True
    asked = sentence.question and not noun_led and say.ASKS.match(flat, sentence.start, place[0]) is not None
    if asked and here.search(say.READERS, flat, sentence.start, place[0]) is None:
        return True  # "What is the piece of work that has been moved more than once?"
    if say.TO_US.search(flat, place[0], end + 12):
        return True
    ours = here.search(say.OUR_PAPER, flat, sentence.start, sentence.end) is not None
    return ours and here.search(say.READERS, flat, sentence.start, end) is None


def _of_reader(scope: Scope, place: Place) -> bool:
    """The main clause is the reader's: "Having opened in Mexico, you ..."."""
    end = scope.passage.sentence_at(place[0]).end
    rest = say.READER.match(scope.flat, place[1], end)
    return rest is not None or any(
        place[1] <= a < end and "," in scope.flat[place[1] : a] for a, _ in scope.subjects.names
    )


def _opening(scope: Scope, place: Place) -> bool:
    """ "Replacing the billing engine while hiring twelve ...": told beside what is known."""
    if scope.before(place[0]).strip() or not scope.flat[place[0] : place[1]].split(" ")[0].endswith("ing"):
        return False
    rest = scope.after(place[1], 60)
    return say.DEFINITE.match(rest) is not None and (
        " your " in rest[:12] or scope.passage.sentence_at(place[0]).index in scope.figured
    )


def _verb_phrase_end(scope: Scope, place: Place) -> int:
    clause = scope.passage.clause_at(place[0])
    stop = max(place[1], min(clause[1], place[1] + 52))
    tail = scope.flat[place[1] : stop]
    cut = say.PHRASE_END.search(tail)
    end = place[1] + (cut.start() if cut else len(tail))
    if end < clause[1] and scope.flat[end : end + 1].isalnum():
        end = max(place[1], scope.flat.rfind(" ", place[1], end))
    return end
