"""Content words: stems that two texts on the same thing share."""

import re
from functools import lru_cache

from ..wordlist import words_of

_WORD = re.compile(r"[a-z][a-z0-9+#'.-]*[a-z0-9+#]|[a-z]|\d+")
_STOP = words_of(
    """first second third fourth half h1 h2 q1 q2 q3 q4 a about above across after again all already also
    always am an and any anyone anything are around as at away back be because been before being between
    both but by can cannot could currently day days did do does doing done down during each early either
    else enough even ever every few finally first for from further get gets getting give given go goes
    going gone good got had happen happening has have having he help her here him his how i if in into
    is it its itself just keep kept know last late later least less let like likely little look looking
    lot lots made make makes making many may me mean means might month months more most much must my
    near need needed needs never new next no not nothing now of off often old on once one only onto or
    other others our out over own part per perhaps place plain please point put quarter quite rather re
    real really right round said same saw say see seeing seem seems seen set several she should show
    side since so some something soon still such sure take taken taking tell than that the their them
    then there these they thing things think this those though through time times to today together too
    toward towards two under until up upon us use used using very via want wants was way we week weeks
    well went were what when where whether which while who whom whose why will with within without work
    working works would year years yes yet you your yours s ve ll d t m team teams company engineering
    engineer engineers people mid big main big recent recently current plan plans planning planned
    project projects effort efforts push move moving moves three four five six seven eight nine ten
    latest ahead end start starting started begin read post note noted mentioned mention mail email call
    reply message thread answer question spring summer autumn winter january february march april may
    june july august september october november december monday tuesday wednesday thursday friday"""
)
_ENDINGS = (
    "isations",
    "izations",
    "ates",
    "ated",
    "ating",
    "ate",
    "isation",
    "ization",
    "ations",
    "ation",
    "ments",
    "ment",
    "ities",
    "ity",
    "ings",
    "ing",
    "ers",
    "er",
    "ies",
    "ied",
    "ed",
    "es",
    "ions",
    "ion",
    "s",
    "e",
    "ly",
    "y",
)
_SAME = {
    "k8s": "kubernet",
    "kubernet": "kubernet",
    "postgresql": "postgr",
    "postgre": "postgr",
    "recruit": "hir",
    "rewrot": "rewrit",
    "rebuild": "rewrit",
    "rebuilt": "rewrit",
    "replatform": "migrat",
    "re-platform": "migrat",
    "port": "migrat",
    "cutov": "migrat",
    "transition": "migrat",
    "switch": "migrat",
    "rewrit": "rewrit",
    "re-writ": "rewrit",
    "refactor": "rewrit",
    "overhaul": "rewrit",
    "modernis": "rewrit",
    "moderniz": "rewrit",
    "modern": "rewrit",
    "rollout": "launch",
    "releas": "launch",
    "ship": "launch",
    "debut": "launch",
    "unveil": "launch",
    "entr": "launch",
    "enter": "launch",
    "expans": "launch",
    "expand": "launch",
    "open": "open",
    "acquisit": "acquir",
    "merg": "acquir",
    "buyout": "acquir",
    "takeov": "acquir",
    "financ": "fund",
    "rais": "fund",
    "invest": "fund",
    "redundanc": "layoff",
    "lay-off": "layoff",
    "ml": "ai",
    "llm": "ai",
    "genai": "ai",
    "gcp": "googl",
    "delai": "delay",
    "slip": "delay",
    "latenes": "delay",
    "germani": "german",
    "german": "german",
    "european": "europ",
    "irish": "ireland",
    "polish": "poland",
    "french": "franc",
    "franc": "franc",
    "spanish": "spain",
    "dutch": "netherland",
    "netherland": "netherland",
    "italian": "ital",
    "kenyan": "kenya",
    "ugandan": "uganda",
    "rwandan": "rwanda",
    "swedish": "sweden",
    "danish": "denmark",
    "norwegian": "norwa",
    "swis": "switzerland",
    "swiss": "switzerland",
    "austrian": "austria",
    "japanes": "japan",
    "indian": "india",
    "mexican": "mexico",
    "brazilian": "brazil",
    "canadian": "canada",
    "american": "america",
    "belgian": "belgium",
    "portugues": "portugal",
    "turkish": "turke",
    "africa": "afric",
    "bottleneck": "bottleneck",
    "blocker": "bottleneck",
    "prioriti": "prior",
    "priorit": "prior",
    "stretch": "stretch",
    "overload": "stretch",
    "thin": "stretch",
    "attrit": "attrit",
    "turnov": "attrit",
    "quit": "attrit",
}


GENERIC = words_of(
    "engin platform system servic app applic product tool stack lay market softwar solut featur "
    "modul cor pag sit"
)
"""Stems that name a thing without telling which: sharing one of them alone shows nothing."""


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A crude stem: "migrations", "migrating" and "migrated" are one."""
    low = word.strip(".'-")
    if low.endswith("'s"):
        low = low[:-2]
    if low in _SAME:
        return _SAME[low]
    for ending in _ENDINGS:
        if len(low) - len(ending) >= 3 and low.endswith(ending):
            low = low[: -len(ending)]
            break
    if len(low) > 3 and low[-1] == low[-2] and low[-1] not in "sl":
        low = low[:-1]
    return _SAME.get(low, low)


@lru_cache(maxsize=2048)
def stems(text: str) -> tuple[str, ...]:
    """Stems of the content words of a text (lower case), in order, each once."""
    out: dict[str, None] = {}
    for word in _WORD.findall(text):
        if word in _STOP or len(word) < 2:
            continue
        for piece in word.split("-") if "-" in word and word not in _SAME else (word,):
            if piece and piece not in _STOP:
                out[stem(piece)] = None
    return tuple(out)
