"""Characters that stand in for others: look-alike letters, hyphens, quotes, and those that show nothing.

Letters after Unicode's confusables data (UTS 39), reduced to what imitates ASCII; NFKC handles full-width,
mathematical and ligature forms before these tables are asked.
"""

import unicodedata
from functools import lru_cache

_CYRILLIC = {
    "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "һ": "h", "і": "i", "ј": "j", "к": "k", "ӏ": "l",
    "м": "m", "п": "n", "о": "o", "р": "p", "ԛ": "q", "ѕ": "s", "т": "t", "у": "y", "ѵ": "v", "ԝ": "w",
    "х": "x", "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "І": "I", "Ј": "J", "К": "K", "М": "M",
    "О": "O", "Р": "P", "Ѕ": "S", "Т": "T", "У": "Y", "Х": "X", "ё": "e", "ї": "i", "г": "r",
}  # fmt: skip
_GREEK = {
    "α": "a", "ϲ": "c", "ε": "e", "η": "n", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "σ": "o",
    "τ": "t", "υ": "u", "χ": "x", "γ": "y", "ω": "w", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H",
    "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X",
}  # fmt: skip
_OTHER = {
    "ı": "i", "ȷ": "j", "ɑ": "a", "ɡ": "g", "ɩ": "i", "ʟ": "l", "ᴄ": "c", "ᴏ": "o", "ꜱ": "s", "ᴛ": "t",
    "ᴜ": "u", "ᴠ": "v", "ᴡ": "w", "ᴢ": "z", "ɴ": "n", "ʀ": "r", "ᴋ": "k", "ᴇ": "e", "ᴅ": "d", "ᴀ": "a",
    "ʙ": "b", "ʜ": "h", "ɪ": "i", "ᴊ": "j", "ᴍ": "m", "ᴘ": "p", "օ": "o", "ո": "n", "ս": "u", "հ": "h",
}  # fmt: skip

# Scripts whose capitals copy Latin ones: Cherokee and Lisu; and letters in brackets.
_CAPITALS = {
    "Ꭺ": "A", "Ᏼ": "B", "Ꮯ": "C", "Ꭰ": "D", "Ꭼ": "E", "Ꮐ": "G", "Ꮋ": "H", "Ꭻ": "J", "Ꮶ": "K", "Ꮮ": "L",
    "Ꮇ": "M",
    "Ꮲ": "P", "Ꮢ": "R", "Ꮪ": "S", "Ꭲ": "T", "Ꮩ": "V", "Ꮃ": "W", "Ꭹ": "Y", "Ꮓ": "Z", "Ꮒ": "h", "Ꮟ": "b",
    "ꓮ": "A", "ꓐ": "B", "ꓚ": "C", "ꓓ": "D", "ꓰ": "E", "ꓝ": "F", "ꓖ": "G", "ꓧ": "H", "ꓲ": "I", "ꓙ": "J",
    "ꓗ": "K",
    "ꓡ": "L", "ꓟ": "M", "ꓠ": "N", "ꓳ": "O", "ꓑ": "P", "ꓣ": "R", "ꓢ": "S", "ꓔ": "T", "ꓴ": "U", "ꓦ": "V",
    "ꓪ": "W",
    "ꓫ": "X", "ꓬ": "Y", "ꓜ": "Z",
}  # fmt: skip
_SMALL = {
    low: latin for letter, latin in _CAPITALS.items() if len(low := letter.lower()) == 1 and low != letter
}
BRACKETED = {chr(0x249C + i): chr(0x61 + i) for i in range(26)}

LETTERS: dict[str, str] = {**_CYRILLIC, **_GREEK, **_OTHER, **_CAPITALS, **_SMALL, **BRACKETED}

_ZEROS = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0\u0f20\u1040\u1090"
    "\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0\ua900\ua9d0\ua9f0\uaa50\uabf0"
)
# Digits of other scripts, and those in a black or sans-serif circle, as plain ones.
_DIGITS = {chr(ord(zero) + i): str(i) for zero in _ZEROS for i in range(10)} | {
    chr(first + i): str(i + 1) for first in (0x2776, 0x2780, 0x278A) for i in range(10)
}

PUNCTUATION: dict[str, str] = {
    **_DIGITS,
    **dict.fromkeys("\u2010\u2011\u2012\u2043\u2212\ufe58\uff0d\u00ad", "-"),
    **dict.fromkeys("\u2013\u2014\u2015\u2e3a\u2e3b\ufe31\ufe32", "–"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\uff07\u00b4\u0060", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02", '"'),
    **dict.fromkeys("\u2022\u2023\u25cf\u25aa\u25e6\u00b7", "•"),
    **{letter: letter for letter in BRACKETED},
    "\u2024": ".",
    "\u2044": "/",
    "\u2215": "/",
    "\u037e": ";",
}
"""Soft hyphen is here for completeness; `is_hidden` removes it before this table is asked."""

_HIDDEN_RANGES = (
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF9, 0xFFFB), (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF), (0x2800, 0x2800), (0xFFFC, 0xFFFC), (0x0640, 0x0640), (0xE000, 0xF8FF),
    (0xF0000, 0x10FFFD),
)  # fmt: skip


@lru_cache(maxsize=4096)
def is_hidden(char: str) -> bool:
    """True for a character that takes no room and shows nothing: zero-width, soft hyphen, bidi, tag,
    control."""
    code = ord(char)
    if code < 0x20:
        return char not in "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"
    if code < 0xAD:
        return code == 0x7F or (0x80 <= code <= 0x9F and code != 0x85)
    return any(low <= code <= high for low, high in _HIDDEN_RANGES)


def is_emoji(char: str) -> bool:
    """True for pictographs and emoji; plain arrows, bullets and trade marks are none."""
    code = ord(char)
    return (
        0x1F000 <= code <= 0x1FAFF
        or (0x2600 <= code <= 0x27BF and code not in (0x2713, 0x2714, 0x2717, 0x2718, 0x27A4, 0x279C))
        or code in (0x2B50, 0x2B55, 0x231A, 0x231B, 0x23F0, 0x23F3, 0x1F1E6)
    )


def script(char: str) -> str:
    """ "latin", "cyrillic", "greek" or "" of a letter; cheap enough to ask per non-ASCII character."""
    name = unicodedata.name(char, "")
    for prefix in ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN"):
        if name.startswith(prefix):
            return prefix.lower()
    return ""
