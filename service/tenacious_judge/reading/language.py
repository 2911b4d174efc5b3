"""Sentences that the rules cannot read: those in another language than English."""

import re
from collections.abc import Iterator

from .layout import Part
from .passage import Passage, Place
from .wordlist import words_of

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LEAST = 4
"""Words of the shortest sentence that is read as one."""
_SHARE = 0.25
_LATIN = "\u024f"
_RUN = 8


# Function words that English does not have, without those that look English ("in", "was") or stand in names
# ("van").
_FOREIGN = words_of(
    """
    und ist sind wir sie ihr ihre ihren ihrem ihrer ihnen nicht mit für fuer auf ein eine einen einem
    einer zu dem
    im auch haben hat können koennen könnten werden wird wurde bei nach über aus wie oder aber wenn nur
    noch schon mehr alle
    bereits dass unser unsere unseren uns zwei drei vier sechs sieben acht
    les une est sont nous vous votre vos notre nos ne pas dans avec que qui ce cette ces aux au être avoir ont
    avez avons deux trois quatre cinq huit déjà leur leurs tous toutes chez il elle
    los las usted ustedes su para por más tiene tienen tenemos nuestro nuestra están muy todos
    um uma você vocês seu sua não com mais temos nossa nosso estão já são
    gli della delle degli sono voi vostra vostro abbiamo già più tutti nel nella
    het een wij uw niet voor zijn hebben heeft ook maar naar onze jullie
    och är ni inte för med av på som
    """
)
_ENGLISH = words_of(
    """
    the a and of to in is are we you your our i it for with on at as that this would could can will have
    has not be by or if an from what how who do does did was were but so they their there which when
    than then us me my
    """
)
_LEGAL = re.compile(
    r"\b(?:dsgvo|rgpd|gdpr|datenschutz\w*|bdsg|cnil|uwg|widersp\w+|désinscri\w+|désabonn\w+|opposer)\b"
)


# Letters as the pattern engine has them; all else parts words.
_LETTERS = bytes(c if chr(c).isalpha() else 32 for c in range(256))
_FOREIGN_LATIN = frozenset(word.encode("latin-1") for word in _FOREIGN)


def unread_places(passage: Passage) -> Iterator[Place]:
    """Sentences of the body in another language, in order; names and courtesies of a few words are none, nor
    are lines on data protection."""
    latin = passage.text.latin
    if not _may_be_foreign(latin[: passage.prose_end]):
        return
    for sentence in passage.sentences:
        if sentence.part in (Part.TEXT, Part.BULLET) and _may_be_foreign(
            latin[sentence.start : sentence.end]
        ):
            words = _WORD.findall(passage.flat, sentence.start, sentence.end)
            if _foreign(words) and not _LEGAL.search(passage.flat, sentence.start, sentence.end):
                yield sentence.start, sentence.end


def _may_be_foreign(latin: bytes) -> bool:
    """False for almost every English text: no letter beyond Latin-1, no word of the other languages."""
    return b"\x1a" in latin or not _FOREIGN_LATIN.isdisjoint(latin.translate(_LETTERS).split())


def _foreign(words: list[str]) -> bool:
    letters = "".join(words)
    if 2 * sum(char > _LATIN for char in letters) > len(letters):
        # Chinese, Japanese and Thai put no blanks between words.
        return len(words) > _LEAST or len(letters) >= _RUN * len(words)
    other = sum(word in _FOREIGN for word in words)
    english = sum(word in _ENGLISH for word in words)
    return len(words) >= _LEAST and other > english and other >= _SHARE * len(words)
