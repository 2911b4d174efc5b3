"""What a text must hold for a pattern to match at all: the pattern's pieces between its gaps.

A gap ("up to four words", "anything up to the full stop") keeps many states of an automaton alive at once;
a thousand patterns with gaps in one automaton make it grow with every new text. So the one pass over a mail
looks for the pieces alone, and a whole pattern is tried only where all its pieces occur.
"""

import re

_ATOM = re.compile(r"\\x[0-9a-f]{2}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?:|\(|.", re.DOTALL)
_COUNT = re.compile(r"[?*+]\??|\{(\d+)(,?)(\d*)\}\??")
_WORDLIKE = re.compile(r"\\w|\\S|\[[^\]]*(?:a-z|\\w)")

Atom = tuple[str, str]
"""One element of a pattern and its quantifier ("" for none)."""


def pieces(source: str) -> tuple[str, ...]:
    """RE2 sources that must each match in a text that `source` matches; `(source,)` where it has no gap.

    `source` is a pattern with its classes filled in and its blanks as written.
    """
    alternatives = _alternatives(source)
    if len(alternatives) > 1 or not any(_has_gap(atom) for atom in alternatives[0]):
        return (source,)
    return tuple(_relaxed(alternatives[0])) or (source,)


def _alternatives(source: str) -> list[list[Atom]]:
    """The top-level alternatives of a pattern, each as its atoms."""
    out: list[list[Atom]] = [[]]
    at = 0
    while at < len(source):
        atom = _ATOM.match(source, at)
        assert atom is not None
        text = atom.group()
        at = atom.end()
        if text in ("(", "(?:"):
            close = _closing(source, at)
            text = text + source[at : close + 1]
            at = close + 1
        elif text == "|":
            out.append([])
            continue
        count = _COUNT.match(source, at)
        if count is not None:
            at = count.end()
        out[-1].append((text, count.group() if count is not None else ""))
    return out


def _closing(source: str, at: int) -> int:
    depth = 1
    while at < len(source):
        atom = _ATOM.match(source, at)
        assert atom is not None
        text = atom.group()
        depth += text in ("(", "(?:")
        depth -= text == ")"
        if not depth:
            return at
        at = atom.end()
    return len(source) - 1


def _ways(group: str) -> list[list[Atom]]:
    """The alternatives of a group with its brackets."""
    return _alternatives(group[3:-1] if group.startswith("(?:") else group[1:-1])


def _reach(count: str) -> int:
    """The most repetitions a quantifier allows; 1 for none."""
    if not count or count[0] == "?":
        return 1
    if count[0] in "*+":
        return 1000
    found = _COUNT.match(count)
    assert found is not None
    return int(found[3]) if found[3] else 1000 if found[2] else int(found[1])


def _optional(count: str) -> bool:
    return count[:1] in ("?", "*") or count.startswith(("{0", "{,"))


def _gap(atom: Atom) -> bool:
    """True for an atom that spans words: "[^.]{0,40}", "( \\w+){0,3}", "( <word>)?"."""
    text, count = atom
    if text.startswith("["):
        return (text.startswith("[^") or " " in text) and _reach(count) > 5
    if text == ".":
        return _reach(count) > 5
    return text.startswith("(") and bool(count) and _WORDLIKE.search(text) is not None and " " in text


def _has_gap(atom: Atom) -> bool:
    if _gap(atom):
        return True
    return atom[0].startswith("(") and any(_has_gap(a) for way in _ways(atom[0]) for a in way)


def _relaxed(atoms: list[Atom]) -> list[str]:
    """The pieces of one alternative; [] where it demands nothing."""
    runs: list[list[Atom]] = [[]]
    for atom in atoms:
        if not _has_gap(atom):
            runs[-1].append(atom)
            continue
        if not _gap(atom) and not _optional(atom[1]):
            ways = [_relaxed(way) for way in _ways(atom[0])]
            if all(ways):
                runs.append([("(?:" + "|".join(max(way, key=len) for way in ways) + ")", "")])
        runs.append([])
    return [piece for run in runs if (piece := _trimmed(run))]


def _trimmed(run: list[Atom]) -> str:
    """The run without the blanks and options at its ends, which demand nothing."""
    while run and (run[0][0] == " " or _optional(run[0][1])):
        run = run[1:]
    while run and (run[-1][0] == " " or _optional(run[-1][1])):
        run = run[:-1]
    return "".join(text + count for text, count in run)


def bounded(piece: str, whole: str) -> str:
    """`piece` with the word boundaries that are sure to stand there (those of `whole` at its ends)."""
    ways = _alternatives(piece)
    if len(ways) > 1:
        return piece
    first, last = ways[0][0], ways[0][-1]
    head = r"\b" if not _optional(first[1]) and _starts_word(first[0]) and _cut(whole, piece, -1) else ""
    tail = r"\b" if not _optional(last[1]) and _ends_word(last) and _cut(whole, piece, 1) else ""
    return head + piece + tail


def _cut(whole: str, piece: str, side: int) -> bool:
    """True when a blank or an end of the pattern stands on that side of the piece."""
    at = whole.find(piece)
    if at < 0 or whole.find(piece, at + 1) >= 0:
        return False
    edge = whole[at - 1 : at] if side < 0 else whole[at + len(piece) : at + len(piece) + 1]
    return edge in ("", " ")


def _starts_word(text: str) -> bool:
    if text.startswith("("):
        return all(way and not _optional(way[0][1]) and _starts_word(way[0][0]) for way in _ways(text))
    return text == r"\d" or (text.isascii() and text.isalnum())


def _ends_word(atom: Atom) -> bool:
    text, count = atom
    if text.startswith("("):
        return all(way and not _optional(way[-1][1]) and _ends_word(way[-1]) for way in _ways(text))
    return text.isascii() and text.isalnum() and not count
