"""Funding, layoffs and leadership changes in a sentence of a brief."""

import re
from collections.abc import Iterator

from ...domain import FactKind as K
from ..wordlist import words_of
from . import vocabulary as v
from .labels import is_interim, leader_role
from .mention import Mention, denied

LAYOFF_WORDS = words_of(
    """laid lay layoff layoffs laying let reduction reductions rif redundancy redundancies redundant cuts
    cut cutting downsized downsizing downsize headcount workforce staff restructuring restructured
    restructure shed reduced reducing trimmed job"""
)
_LAYOFF = re.compile(
    r"\b(?:laid[ -]off|lay[ -]?offs?|laying off|let go|let \w+ (?:people|staff|employees) go"
    r"|reductions? in force"
    r"|rif|redundanc\w{1,4}|job cuts|downsiz\w{1,4}|(?:headcount|workforce|staff) (?:cut|reduction)s?"
    r"|restructur\w{1,4}|(?:cut|cuts|cutting|shed|reduced|reducing|trimmed)(?: \S+){0,6} "
    r"(?:staff|headcount|workforce|people|jobs|employees|team|roles|positions))\b"
)
FUNDING_WORDS = words_of(
    """fund funding funded fundraise fundraising raised raise raises raising round rounds investment investor
    investors closed series seed preseed capital backed bootstrapped led"""
)
_STAGE = re.compile(r"\b(?:pre[- ]?seed|seed|series[ -_]?[a-k])\b(?!ed)")
_NO_STAGE = re.compile(r"\b(?:no|not|before|pre)[ -](?:a )?$")
_NO_FUNDING = re.compile(
    r"\b(?:no|without|not) (?:\w+ ){0,2}(?:funding|fundrais\w{1,3}|raise|round|rounds)\b|\bbootstrapped\b"
    r"|\bfunding(?: event)? ?[:=] ?(?:none|no\b|not detected|n/a)|\b(?:has|have)(?: not|n't) raised\b"
)
_NOT_FUNDING = re.compile(
    r"\b(?:revenue|arr|mrr|valuation|valued|budget|salary|salaries|spend|cost|contract|gmv|per (?:month"
    r"|year))\b"
)
LEADER_WORDS = words_of(
    """cto vp svp evp vpe vice cio chief head cpo ceo leadership leader director engineering"""
)
_LEADER = (
    r"(?:cto|chief technolog\w{2,4} officer|(?:vp|svp|evp|vice president)(?: of|,)? ?(?:engineering|eng)"
    r"|head of (?:engineering|ai|data|platform)[\w &]{0,20}?|vpe|cio|chief ai officer|cpo|ceo"
    r"|engineering leader\w{0,4}|director of engineering)"
)
_CHANGE = re.compile(
    rf"\b(?:new|incoming|newly (?:appointed|hired|named)|interim|acting|first)(?: \S+){{0,2}}? {_LEADER}\b"
    rf"|\b(?:appoint|nam|hir|promot|recruit|brought|bring|install|elevat)(?:ed|es|ing"
    rf"|s)?\b(?: \S+){{0,6}}? {_LEADER}\b"
    rf"|\b{_LEADER}\b(?: \S+){{0,4}}? (?:joined|started|left|departed|stepped down|resigned|took over"
    rf"|appointed"
    r"|was (?:appointed|hired|named|replaced)|hired|named|replaced|arrived|changed|exit\w{0,2})\b"
    rf"|\b(?:joined|started|took over|stepped in|came in)(?: \S+){{0,3}}? as(?: \S+){{0,2}}? {_LEADER}\b"
    r"|\bleadership (?:change|transition)s?\b|\bchange (?:of|in) (?:engineering |technical )?leadership\b"
)
_SAME_LEADERS = re.compile(
    r"\bleadership(?: team)?[ :=-]{1,3}(?:is |was )?(?:no (?:known |recent )?change|unchanged|stable"
    r"|none|no move)"
)
_TITLE = re.compile(rf"\b{_LEADER}\b")
_NAMED = r"(?:Dr\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,2}"
_NAME = re.compile(
    r"(?:appointed|hired|named|promoted|[Cc][Tt][Oo][,:]?|[Ee]ngineering[,:]?|joined:?|[Ll]eader[,:]?"
    r"|brought in) "
    rf"\(?({_NAMED})"
    rf"|\b({_NAMED}),? (?:was |has been |is )?(?:joined|appointed|named|hired|became|took over|started"
    rf"|promoted)"
)
_TENURE = re.compile(
    rf"\b{_LEADER}\b(?: \S+){{0,3}}? (?:tenure|in (?:the )?(?:role|seat|post|job)|for)"
    rf"(?: for| of| is)?[ :=]{{1,3}}(\d{{1,4}}) (day|week|month|year)s?"
    rf"|\b{_LEADER}(?: \S+){{0,2}}? (\d{{1,4}}) (day|week|month|year)s? in(?:to)?\b"
)
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def about_funding(low: str, seen: frozenset[str]) -> bool:
    """True where money in the sentence is a round's: it speaks of funding, not of revenue or a budget."""
    return not FUNDING_WORDS.isdisjoint(seen) and not _NOT_FUNDING.search(low)


def layoffs(low: str, seen: frozenset[str], topic: str) -> Iterator[Mention]:
    match = None if LAYOFF_WORDS.isdisjoint(seen) else _LAYOFF.search(low)
    if match is not None:
        yield Mention(*match.span(), v.LAYOFF, K.LAYOFF_DETECTED, not denied(low, *match.span()))
    elif topic == v.LAYOFF:
        yield Mention(0, 1, v.LAYOFF, K.LAYOFF_DETECTED, True)


def rounds(low: str, seen: frozenset[str], topic: str) -> Iterator[Mention]:
    if topic != v.FUNDING and FUNDING_WORDS.isdisjoint(seen) and "pre" not in seen:
        return
    none = _NO_FUNDING.search(low)
    if none is not None:
        yield Mention(*none.span(), v.FUNDING, K.FUNDING_DETECTED, False)
        return
    for match in _STAGE.finditer(low):
        name = match.group().replace("-", "_").replace(" ", "_")
        series = f"series_{name[-1]}" if name.startswith("series") else name
        if not _NO_STAGE.search(low[max(0, match.start() - 10) : match.start()]):
            stage = "pre_seed" if name.startswith("pre") else series
            yield Mention(*match.span(), v.FUNDING, K.FUNDING_STAGE, stage)


def leaders(text: str, low: str, seen: frozenset[str], topic: str) -> Iterator[Mention]:
    """A change of leadership with whatever the sentence says of the person; a tenure."""
    if LEADER_WORDS.isdisjoint(seen) and topic != v.LEADERSHIP:
        return
    yield from _tenure(low)
    match = _CHANGE.search(low)
    if match is None and _SAME_LEADERS.search(low):
        yield Mention(0, len(low), v.LEADERSHIP, K.LEADERSHIP_CHANGE, False)
        return
    if match is None and topic != v.LEADERSHIP:
        return
    start, end = match.span() if match else (0, 1)
    happened = match is None or not denied(low, start, end)
    yield Mention(start, end, v.LEADERSHIP, K.LEADERSHIP_CHANGE, happened)
    if happened:
        yield from person(text, low, start, end)


def _tenure(low: str) -> Iterator[Mention]:
    match = _TENURE.search(low)
    if match is not None:
        many, unit = match[1] or match[3], match[2] or match[4]
        title = _TITLE.search(low)
        role = leader_role(title.group()) if title else ""
        yield Mention(*match.span(), v.LEADERSHIP, K.LEADER_TENURE, int(many) * _DAYS[unit], role)


def person(text: str, low: str, start: int, end: int) -> Iterator[Mention]:
    """Role, name and "interim" of the leader that a text speaks of."""
    title = _TITLE.search(low, start) or _TITLE.search(low)
    if title is not None:
        yield Mention(*title.span(), v.LEADERSHIP, K.LEADER_ROLE, leader_role(title.group()))
    if is_interim(low):
        yield Mention(start, end, v.LEADERSHIP, K.LEADER_INTERIM, True)
    name = _NAME.search(text)
    if name is not None and not _TITLE.search((name[1] or name[2]).lower()):
        yield Mention(*name.span(), v.LEADERSHIP, K.LEADER_NAME, name[1] or name[2])
