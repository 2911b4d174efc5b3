"""The peers of a gap brief, with what was seen at each."""

from ...domain import Json, Peer
from ...errors import BadInput
from ..wordlist import words_of
from .keys import fold, step
from .peers import listed
from .values import nothing

PEERS = words_of(
    """top_quartile_competitors top_quartile_peers peers peer_group competitors competitors_analyzed
    peer_companies peer_set benchmark_peers sector_peers companies competitor_list peer_list
    named_peers peer_names competitors_analysed comparables comparable_companies peer_group_members
    top_peers compared_with peers_analyzed"""
)
_NAMES = (
    "company",
    "name",
    "competitor_name",
    "competitor",
    "peer",
    "company_name",
    "peer_name",
    "who",
    "organisation",
    "organization",
)
_SEEN = (
    "evidence",
    "signals",
    "practices",
    "signal",
    "practice",
    "observations",
    "detail",
    "details",
    "summary",
    "what",
    "notes",
    "note",
    "description",
)


def read_peers(value: Json, pointer: str) -> list[Peer]:
    """Peers with what was seen at each; names, objects, or an object keyed by name. A bare count is none."""
    if isinstance(value, str):
        return [Peer(name, pointer) for name in listed(value)]
    if isinstance(value, bool) or (value is not None and not isinstance(value, (list, dict, int, float))):
        raise BadInput("peers are a list of names or objects", pointer=pointer)
    if isinstance(value, dict):
        return _keyed(value, pointer)
    out: list[Peer] = []
    for i, item in enumerate(value if isinstance(value, list) else ()):
        at = f"{pointer}/{i}"
        if isinstance(item, str):
            out += [] if nothing(item) else [Peer(item.strip(), at)]
        elif isinstance(item, dict):
            name = name_of(item, at)
            out += [Peer(name, at, _practices(item))] if name else []
        elif item is not None:
            raise BadInput("a peer is a name or an object", pointer=at)
    return out


def _keyed(node: dict[str, Json], pointer: str) -> list[Peer]:
    """One peer as an object, peers keyed by name, or a list of them under one more key."""
    name = name_of(node, pointer)
    if name:
        return [Peer(name, pointer, _practices(node))]
    out: list[Peer] = []
    for key, value in node.items():
        at = step(pointer, key)
        if isinstance(value, list) and fold(key) in PEERS | {"members", "names", "list"}:
            out += read_peers(value, at)
        elif isinstance(value, (dict, list, str)) and key[:1].isupper():
            out.append(Peer(key, at, _practices(value if isinstance(value, dict) else {"evidence": value})))
    return out


def name_of(node: dict[str, Json], pointer: str) -> str:
    for key, value in node.items():
        if fold(key) in _NAMES and value is not None:
            if not isinstance(value, str):
                raise BadInput("a peer's name is a text", pointer=step(pointer, key))
            if not nothing(value):
                return value.strip()
    return ""


def _practices(node: dict[str, Json]) -> tuple[str, ...]:
    out: list[str] = []
    for key, value in node.items():
        if fold(key) in _SEEN:
            out += [value] if isinstance(value, str) and value else []
            out += (
                [item for item in value if isinstance(item, str) and item] if isinstance(value, list) else []
            )
    return tuple(out)
