"""The thread so far, as a list, one object or a text -> turns with who wrote them, oldest first."""

import datetime as dt
import re

from ...domain import Json, Role, Turn, Warn
from ...errors import BadInput
from ..wordlist import words_of
from .keys import fold, step
from .moments import moment_in

_OURS = words_of(
    """agent assistant us we me ours tenacious sdr bdr ae rep sales outbound bot ai seller sales_rep
    conversion_engine engine our_team vendor tenacious_agent account_executive out sent draft email_agent"""
)
_THEIRS = words_of(
    """prospect user lead customer client recipient them inbound buyer contact reply human cto vp_engineering
    ceo prospect_reply in received incoming target"""
)
_ROLES = dict.fromkeys(_OURS, Role.AGENT) | dict.fromkeys(_THEIRS, Role.PROSPECT)
_ROLE_KEYS = ("role", "from", "sender", "author", "speaker", "by", "direction", "who", "sender_type", "type")
_TEXT_KEYS = ("content", "message", "body", "text", "email", "mail", "msg", "snippet")
_TIME_KEYS = (
    "sent_at",
    "timestamp",
    "date",
    "at",
    "time",
    "sent",
    "created_at",
    "received_at",
    "ts",
    "sent_on",
)
_LIST_KEYS = (
    "messages",
    "thread",
    "turns",
    "history",
    "prior_thread",
    "emails",
    "conversation",
    "items",
    "entries",
)
_LABEL = re.compile(
    r"(?:^[ \t>*\[(_-]{0,6}|(?<=[.?!\"'] )(?=(?:agent|prospect|user|assistant)\b))"
    r"(?P<who>[A-Za-z][\w .'-]{0,38}?)[\])*_]{0,3}[ \t]*(?:[(\[](?P<when>[^)\]\n]{0,120})[)\]])?[ \t]*"
    r"(?::|-{1,2}>|\u2192)[\])*_]{0,3}[ \t]*",
    re.MULTILINE | re.IGNORECASE,
)
_TOLD = re.compile(r"^(?:the )?(?P<who>prospect|agent|we|us|buyer|client|customer"
                   r"|lead)\b[^.:\n]{0,60}?\b(?:asked|wrote|said|replied|offered|"
                   r"answered|proposed|promised|wants|wanted|declined|confirmed|told|requested|quoted"
                   r"|mentioned|stated|sent)\b", re.IGNORECASE)  # fmt: skip
_MAX_CONTENT_DEPTH = 3


def read_thread(json: Json, pointer: str = "/context/prior_thread") -> tuple[tuple[Turn, ...], list[Warn]]:
    """Turns, oldest first, and warnings. An unknown role is BACKGROUND, neither ours nor the prospect's.

    Raises BadInput for a wrong type or a time that is none.
    """
    warnings: list[Warn] = []
    turns = _read(json, pointer, warnings, 0)
    if turns and all(turn.sent_at for turn in turns):
        turns.sort(key=lambda turn: turn.sent_at or _EPOCH)
    return tuple(turns), warnings


_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def _read(json: Json, pointer: str, warnings: list[Warn], depth: int) -> list[Turn]:
    if json is None:
        return []
    if isinstance(json, str):
        return _of_text(json, pointer, warnings, alone=True)
    if isinstance(json, dict):
        return _of_object(json, pointer, warnings, depth)
    if not isinstance(json, list):
        raise BadInput("a thread is a list, an object, a text or null", pointer=pointer)
    turns: list[Turn] = []
    for i, item in enumerate(json):
        at = f"{pointer}/{i}"
        if isinstance(item, str):
            turns += _of_text(item, at, warnings, alone=len(json) == 1)
        elif isinstance(item, dict):
            turns += _of_object(item, at, warnings, depth + 1)
        elif item is not None:
            raise BadInput("an entry of a thread is an object or a text", pointer=at)
    return turns


def _of_object(node: dict[str, Json], pointer: str, warnings: list[Warn], depth: int) -> list[Turn]:
    keys = {fold(key): key for key, value in node.items() if value is not None}
    inner = next((keys[k] for k in _LIST_KEYS if isinstance(node.get(keys.get(k, k)), list)), None)
    if inner is not None and depth < _MAX_CONTENT_DEPTH:
        return _read(node[inner], step(pointer, inner), warnings, depth + 1)
    said = next((keys[k] for k in _TEXT_KEYS if k in keys), None)
    if said is None:
        return []
    content = _content(node[said], step(pointer, said))
    sent = next((keys[k] for k in _TIME_KEYS if k in keys), None)
    sent_at = _time(node[sent], step(pointer, sent)) if sent is not None else None
    if not content.strip():
        return []
    return [Turn(_role(node, keys, pointer, warnings), content, step(pointer, said), sent_at)]


def _content(value: Json, pointer: str) -> str:
    """The text of an entry; parts (`[{"type": "text", "text": ...}]`) are joined."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value:
        texts: list[str] = []
        for i, part in enumerate(value):
            text = part.get("text", part.get("content")) if isinstance(part, dict) else part
            if text is not None and not isinstance(text, str):
                raise BadInput("the content of a message is a text", pointer=f"{pointer}/{i}")
            texts.append(text or "")
        return "\n".join(texts)
    if isinstance(value, dict):
        for key in _TEXT_KEYS:
            text = value.get(key)
            if isinstance(text, str):
                return text
    raise BadInput("the content of a message is a text", pointer=pointer)


def _role(node: dict[str, Json], keys: dict[str, str], pointer: str, warnings: list[Warn]) -> Role:
    for name in _ROLE_KEYS:
        key = keys.get(name)
        value = node.get(key) if key is not None else None
        if value is None or key is None:
            continue
        if not isinstance(value, str):
            if name == "role":
                raise BadInput("a role is a text", pointer=step(pointer, key))
            continue
        found = role_of(value)
        if found is not None:
            return found
        if name == "role":
            warnings.append(Warn(step(pointer, key), f"role {value[:40]!r} is not known: read as background"))
            return Role.BACKGROUND
    warnings.append(Warn(pointer, "no known role: read as background"))
    return Role.BACKGROUND


def role_of(name: str) -> Role | None:
    """Who a label stands for: "Agent", "prospect (CTO)", "user", an address of ours; None when unknown."""
    folded = fold(name)
    found = _ROLES.get(folded)
    if found is not None:
        return found
    parts = folded.split("_")
    if "tenacious" in parts:
        return Role.AGENT
    return next((_ROLES[p] for p in parts if p in ("agent", "prospect", "assistant", "user")), None)


def _time(value: Json, pointer: str) -> dt.datetime | None:
    """When a message was sent; a time without a zone is UTC."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise BadInput("the time of a message is not a date", pointer=pointer)
    try:
        if not isinstance(value, str):
            if value < 0:
                raise ValueError
            return dt.datetime.fromtimestamp(value / 1000 if abs(value) > 1e11 else value, dt.UTC)
        if not value.strip():
            return None
        found = dt.datetime.fromisoformat(value.strip())
        return found.replace(tzinfo=dt.UTC) if found.tzinfo is None else found.astimezone(dt.UTC)
    except (ValueError, OverflowError, OSError):
        pass
    moment = moment_in(value[:80], dt.datetime.now(dt.UTC).date()) if isinstance(value, str) else None
    if moment is None:
        raise BadInput("the time of a message is not a date", pointer=pointer)
    return dt.datetime.combine(moment.day, dt.time(), dt.UTC)


def _of_text(text: str, pointer: str, warnings: list[Warn], *, alone: bool) -> list[Turn]:
    """Turns of a text: "Prospect: ...", "[agent] ..."; without labels it is the prospect's if it is all
    there is."""
    if not text.strip():
        return []
    marks = [(m, role) for m in _LABEL.finditer(text) if (role := role_of(m["who"])) is not None]
    if marks:
        ends = [m.start() for m, _ in marks[1:]] + [len(text)]
        turns = [
            Turn(role, text[m.end() : end].strip(), pointer, _told_when(m["when"]))
            for (m, role), end in zip(marks, ends, strict=True)
        ]
        if text[: marks[0][0].start()].strip():
            turns.insert(0, Turn(Role.BACKGROUND, text[: marks[0][0].start()].strip(), pointer))
        return [turn for turn in turns if turn.content]
    told = _told(text, pointer)
    if told:
        return told
    warnings.append(
        Warn(pointer, f"a message without a role: read as {'the prospect' if alone else 'background'}")
    )
    return [Turn(Role.PROSPECT if alone else Role.BACKGROUND, text, pointer)]


def _told_when(text: str | None) -> dt.datetime | None:
    """The exact day that stands in brackets after a name."""
    moment = moment_in(text[:80], dt.datetime.now(dt.UTC).date()) if text else None
    return dt.datetime.combine(moment.day, dt.time(), dt.UTC) if moment and not moment.inexact else None


def _told(text: str, pointer: str) -> list[Turn]:
    """Turns of an account: "The prospect asked for six. The agent offered three." """
    turns: list[Turn] = []
    for piece in re.split(r"(?<=[.!?;])\s+|\n+", text.strip()):
        match = _TOLD.match(piece)
        if match is not None:
            who = match["who"].lower()
            turns.append(Turn(Role.AGENT if who in ("agent", "we", "us") else Role.PROSPECT, piece, pointer))
        elif turns:
            last = turns[-1]
            turns[-1] = Turn(last.role, f"{last.content} {piece}", pointer)
        else:
            return []
    return turns
