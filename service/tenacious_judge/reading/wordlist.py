"""Lists of words, written as text."""


def words_of(text: str) -> frozenset[str]:
    """The words of `text`, as they stand between blanks."""
    return frozenset(text.split())
