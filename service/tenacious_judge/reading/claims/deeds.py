"""What the reader is said to do, have or undergo, in any words: the claims that no typed reader knows."""

import re
from collections.abc import Iterator

from ..numbers import NumberKind
from ..passage import Place
from .model import Claim, ClaimKind, Stance
from .scope import Scope
from .words import stems

DEED = 2
"""Degree of a STATE that is told as a deed: weighed leniently, and it gives way to a typed claim "
"beside it."""

_OURS = re.compile(
    r"\b(?:us|we|our|ours|me|my|i|mine|tenacious|squads?|mails?|e-?mails?|notes?|messages?|letters?)\b"
)
_WISH = re.compile(
    r"\b(?:i|we) (?:do |very much |sincerely |really )?(?:hope|trust|wish|expect)\b|\bwishing\b|"
    r"\bhopefully\b"
)
_NOT_YET = re.compile(
    r"\b(?:once|until|till|before|by the time|as soon as|as far as|if|unless|whether|whatever|whoever|"
    r"whichever|"
    r"whom(?:ever)?|wherever|where|how|what|whose|why|would|could|should|might|may|as|than|which|that|"
    r"who)\s+"
    r"(?:[\w'-]+\s+){0,2}$"
)
_MUST = re.compile(r"you (?:must|have to|need to|ought to)\b")
_WHEN = re.compile(r"\bwhen(?:ever)?\s+$")
_COMMON = re.compile(
    r"(?:need|included|excepted|decided|feed|exceed|proceed|succeed|looked|asked|turned|passed|happened|"
    r"tend|not|never|yet|be|being|doing|done|been|got|had|having|seen|read|heard|met|known|thought|"
    r"considered|asked|asking|"
    r"requested|answered|replied|written|wrote|said|saying|told|decided|deciding|chosen|agreed|signed|"
    r"signing|found|"
    r"inherited|handed|given|sent|shown|named|thinking|looking|reading|considering|wondering|weighing|"
    r"busy|used|"
    r"using|expecting|expected|interested|welcome|open|concerned|involved|based|located|called|supposed|"
    r"meant|right|"
    r"raised|closed|took|taken|taking|joined|joining|stepped|arrived|started|became|hired|hiring|posted|"
    r"posting|"
    r"listed|advertised|recruiting|laid|let|appointed|promoted|published|publishing|blogged|announced|"
    r"mentioned|"
    r"described|flagged|noted|pointed|sitting|standing|speaking|talking|writing|going to|getting|"
    r"receiving|received|"
    r"interviewing|filling|competing|caught|needed|wanted|wanting|liked|preferred|enjoyed|choosing|"
    r"comparing|"
    r"sure|free|able|likely|welcome|ready|made it|made that|made clear|made the|put (?:it|that|me)|"
    r"set out|corrected|"
    r"shared|replying|hearing|learned|learnt|owned|kept|covered|settled|settling|growing|scaling|adding|"
    r"evaluating|"
    r"assessing|reviewing|exploring|weighed|paying for|left (?:off|it|open)|feeling|seeing|hoping|hoped|"
    r"wished|assumed|feared|"
    r"leaning)\b"
)
_SPENT = re.compile(
    r"(?:spend|pay|serve|burn|earn|make|process|handle|ship|run|operate|employ|lose|sell|support|store|"
    r"manage|carry|"
    r"host|have|owe|turn away|deliver|cover|face)\b"
)
_SHOULD = re.compile(r"[\s\"'(]*(?:and |but )?(?:if|when|once|should|unless|either way|in that case)\b")
_THINGS = (NumberKind.MONEY, NumberKind.PERCENT, NumberKind.COUNT, NumberKind.DAYS)
_OFFER = re.compile(
    r"\b(?:engineers?|developers?|seniors?|roles?|openings?|positions?|seats?|posts?|minutes|"
    r"references?|options?|"
    r"choices?|clients?|terms?|weeks?' notice|days?' notice|notice|names?|profiles?|cvs|questions?|"
    r"slots?|people)\b"
)
_REACH = 70


def read_deeds(scope: Scope) -> Iterator[Claim]:
    """One claim a clause: "you have set aside ...", "Halden is leaving ...", "you serve 2,000 shippers"."""
    taken: set[Place] = set()
    for place in scope.hits("sig_deed"):
        clause = scope.passage.clause_at(place[0])
        sentence = scope.passage.sentence_at(place[0])
        if clause in taken or sentence.question or _beside(scope, place, clause, sentence.start):
            continue
        verb = _verb(scope, place)
        if verb is None:
            continue
        end = min(clause[1], place[1] + _REACH)
        if _SPENT.match(scope.flat, verb) and not _perfect(scope, place):
            if _SHOULD.match(scope.flat, sentence.start):
                continue  # "If it doesn't work, you pay for the ten days": terms of ours
            kinds = _THINGS[:2] if scope.flat.startswith(("have", "pay"), verb) else _THINGS
            figures = scope.passage.numbers_in(verb, end)
            if not any(
                (n.kind in kinds or (n.kind is NumberKind.DATE and "," in scope.flat[n.start : n.end]))
                and not _OFFER.search(n.noun)
                for n in figures
            ):
                continue
        stance = scope.stance(verb, place[1], noun=False)
        words = stems(scope.flat[verb:end])
        if stance is Stance.ASSERTED and words:
            taken.add(clause)
            yield Claim(ClaimKind.STATE, scope.passage, *place, stance, degree=DEED, words=words)
    yield from _named(scope, taken)
    yield from _of_theirs(scope, taken)
    yield from _granted(scope, taken)


_PLAIN = re.compile(
    r"your (?:(?:existing|current) (?:team|people|engineers)|own|permanent|hir\w+|recruit\w+|search|"
    r"new (?:hires|people|joiners|colleagues)|careers|"
    r"public|address|details|name|contact|posting\w*|"
    r"adverts?|listing\w*|job|reply|replies|questions?|note|notes|mail|message|call|calendar|"
    r"colleagues?|people|side|"
    r"round|series|raise|funding|condition|wish|request|concern|objection|worry|website|site|page|post|"
    r"blog|article|talk|family|loved|week|day|time|inbox|"
    r"team (?:keeps|wants|needs)|(?:engineers|team|people) (?:are|is) (?:interviewing|hiring|welcome))\b"
)
_AT = re.compile(
    r"\b(?:at|of|in|with|from|like|for|to|by|on|until|once|when|whenever|before|if|unless|whether|while|"
    r"how|what|that|"
    r"which|who|than|as)\s+$"
)
_JOINED = re.compile(r"\b(?:and|or|but|we|you|i|who|that|which|if|when|to|is|are|so|as|than)\b(?=.* )")


_PLAIN_GRANTED = re.compile(
    r"\b(?:roles?|openings?|positions?|seats?|round|series|raise|squads?|rates?|price|terms|market|"
    r"engineers?|people|offer|code|work|call|cut|layoffs?|team|pilot|summer|year|quarter|holidays?|bench|"
    r"seasons?|rules?|regulations?|law|laws|directive|act|standards?|weather|heat|dust|elections?|war|world|"
    r"industry|trade|internet|pandemic|prices?|euro|dollar|calendar|days|evenings|clocks?|conference|"
    r"fair|spring|"
    r"autumn|winter|weeks?|months?|contracts?|paperwork|scope|dates?|details?|hiring|postings?)\b"
)
_LINKED = re.compile(r"\b(?:and|or|but|we|you|i|who|which|if|when)\b")


def _granted(scope: Scope, taken: set[Place]) -> Iterator[Claim]:
    """ "Now that the Rotterdam depot is live": something of theirs that no evidence has."""
    for place in scope.hits("sig_granted"):
        flat = scope.flat
        clause = scope.passage.clause_at(place[1] - 1)
        sentence = scope.passage.sentence_at(place[0])
        text = flat[place[0] : place[1]]
        if (
            clause in taken
            or place[1] > sentence.end
            or _PLAIN_GRANTED.search(text)
            or _LINKED.search(text, 9)
        ):
            continue
        words = stems(text)
        stance = scope.stance(place[1] - 1, place[1], noun=False)
        if _OURS.search(flat, sentence.start, place[1]) or stance is not Stance.ASSERTED or not words:
            continue
        taken.add(clause)
        yield Claim(ClaimKind.STATE, scope.passage, *place, stance, degree=DEED, words=words)


def _of_theirs(scope: Scope, taken: set[Place]) -> Iterator[Claim]:
    """The same of something of the reader's, and of people who leave."""
    leaving = scope.hits("sig_leaving")
    for place in (*scope.hits("sig_theirs"), *leaving):
        flat = scope.flat
        clause = scope.passage.clause_at(place[1] - 1)
        sentence = scope.passage.sentence_at(place[0])
        gone = place in leaving
        if clause in taken or place[1] > sentence.end or (sentence.question and not gone):
            continue
        if gone:
            if _OURS.search(flat, sentence.start, place[1]) and " your " not in flat[place[0] : place[1]]:
                continue
        elif (
            _PLAIN.match(flat, place[0])
            or _AT.search(flat, max(sentence.start, place[0] - 12), place[0])
            or _JOINED.search(flat, place[0] + 5, flat.rfind(" ", place[0], place[1]))
            or _WISH.search(flat, sentence.start, place[0])
            or _OURS.search(flat, place[1], clause[1])
        ):
            continue
        stance = scope.stance(place[1] - 1, place[1], noun=False)
        words = stems(flat[place[0] : min(clause[1], place[1] + _REACH)])
        if words and (
            stance is Stance.ASSERTED or (gone and stance is not Stance.NEGATED and sentence.question)
        ):
            taken.add(clause)
            yield Claim(ClaimKind.STATE, scope.passage, *place, Stance.ASSERTED, degree=DEED, words=words)


def _beside(scope: Scope, place: Place, clause: Place, start: int) -> bool:
    """Hoped, conditional, or between the reader and ourselves."""
    flat = scope.flat
    before = flat[max(clause[0], place[0] - 40) : place[0]]
    return (
        _NOT_YET.search(before) is not None
        or (_WHEN.search(before) is not None and _perfect(scope, place))
        or _WISH.search(flat, start, place[0]) is not None
        or _OURS.search(flat, place[1], clause[1]) is not None
    )


def _perfect(scope: Scope, place: Place) -> bool:
    return re.match(r"you(?:'ve|'re| have| are| had)\b", scope.flat[place[0] : place[1]]) is not None


def _verb(scope: Scope, place: Place) -> int | None:
    """Where the verb begins; None for what every reader of mails does, and for "you won't"."""
    if scope.flat.startswith("'t", place[1]):
        return None
    if _MUST.match(scope.flat, place[0]):
        return place[0]
    at = scope.flat.rfind(" ", place[0], place[1]) + 1
    return None if _COMMON.match(scope.flat, at) else at


_BY_NAME = re.compile(
    r"(?: (?P<aux>is|was|has|had|has been|will be|is about to be)(?: (?:also|now|just|still|currently|"
    r"already|recently|"
    r"quietly|reportedly|\w+ly|been))* (?P<verb>[a-z][a-z-]+(?:ing|ed|en|ught|ung|uilt|ent|ost)|left|"
    r"told|sold|gone|"
    r"won|made|paid|met|held|shut|broke|"
    r"put|set|cut|run)\b"
    r"| (?P<told>moved|lost|left|missed|switched|dropped|shut|broke|delayed|postponed|shelved|bought|"
    r"sold|signed|landed|"
    r"opened|spends|serves|processes|loses|burns|plans to|needs to|wants to|intends to|must)\b"
    r"| (?P<counted>pays|handles|ships|turns|writes|rejects|settles|delivers|sells|employs|moves|books|"
    r"answers|"
    r"takes|makes|runs|operates|stores|carries)\b"
    r"|, (?:now|already|currently|still|today|recently) (?P<beside>[a-z]+(?:ing|ed))\b)"
)


def _names(scope: Scope) -> list[Place]:
    """Where the company is named, in full or by its first word with a capital."""
    found = list(scope.subjects.names)
    first = scope.subjects.company.split(" ")[0]
    if " " in scope.subjects.company and len(first) > 3:
        for match in re.finditer(rf"\b{re.escape(first)}\b", scope.flat):
            if scope.passage.text.clean[match.start()].isupper() and not any(
                a <= match.start() < b for a, b in found
            ):
                found.append(match.span())
    return found


def _named(scope: Scope, taken: set[Place]) -> Iterator[Claim]:
    """The same of the company by its name."""
    for start, stop in _names(scope)[:8]:
        found = _BY_NAME.match(scope.flat, stop)
        if not scope.readable(start):
            continue
        if found is None:
            yield from _suffered(scope, taken, start, stop)
            continue
        verb = next(found.start(name) for name in ("verb", "told", "counted", "beside") if found[name])
        place = (start, found.end())
        clause = scope.passage.clause_at(start)
        sentence = scope.passage.sentence_at(start)
        passive = " been " in found.group()
        if clause in taken or sentence.question or (_COMMON.match(scope.flat, verb) and not passive):
            continue
        if _beside(scope, place, clause, sentence.start) or (found["counted"] and not _counts(scope, clause, verb)):
            continue
        stance = scope.stance(verb, found.end(), noun=False)
        stop = sentence.end if found["beside"] else clause[1]
        words = stems(scope.flat[verb : min(stop, found.end() + _REACH)])
        if stance is Stance.ASSERTED and words:
            taken.add(clause)
            yield Claim(ClaimKind.STATE, scope.passage, *place, stance, degree=DEED, words=words)


def _counts(scope: Scope, clause: Place, verb: int) -> bool:
    """A figure stands right behind the verb: what a company sells is mild, how much it loses is not."""
    return any(
        n.kind in (*_THINGS, NumberKind.RATIO) and not _OFFER.search(n.noun)
        for n in scope.passage.numbers_in(verb, min(clause[1], verb + 40))
    )


_AGAINST = re.compile(
    r"\b(?:leave|leaving|left|quit|quitting|sue|suing|sued|complain(?:s|ed|ing)? (?:about|to)|"
    r"abandon(?:s|ed|ing)?|"
    r"switch(?:ed|ing)? (?:away )?from|mov(?:ed|ing) away from|fin(?:ed|ing)|threaten(?:ed|ing)?) $"
)


def _suffered(scope: Scope, taken: set[Place], start: int, stop: int) -> Iterator[Claim]:
    """ "Shippers have begun to leave Halden"."""
    flat, sentence = scope.flat, scope.passage.sentence_at(start)
    found = _AGAINST.search(flat, max(sentence.start, start - 30), start)
    clause = scope.passage.clause_at(start)
    if found is None or clause in taken or sentence.question or _OURS.search(flat, sentence.start, start):
        return
    stance = scope.stance(found.start(), start, noun=False)
    words = stems(flat[clause[0] : start])
    if stance is Stance.ASSERTED and words:
        taken.add(clause)
        yield Claim(ClaimKind.STATE, scope.passage, found.start(), stop, stance, degree=DEED, words=words)
