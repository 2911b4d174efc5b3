"""Which sentences count as written in another language."""

import pytest
from tenacious_judge.reading.language import unread_places

from tests.support.judged import case_of


def unread(body: str) -> list[str]:
    passage = case_of(body).mail.body
    return [passage.flat[a:b] for a, b in unread_places(passage)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wir können Ihnen sechs Go-Entwickler stellen.",
        "Ihr Unternehmen wächst rasant.",
        "Nous avons six ingénieurs Go disponibles pour vous.",
        "Tenemos seis ingenieros Go para ustedes.",
        "Temos seis engenheiros Go para você.",
        "Abbiamo sei ingegneri Go per voi.",
        "We hebben zes Go-engineers voor u.",
        "Мы можем дать шесть инженеров.",
        "我们有六名工程师",
    ],
)
def test_another_language_is_seen_among_english(sentence: str) -> None:
    assert len(unread(f"Hi Elena,\n\nTwo roles are open.\n\n{sentence}\n\nWould Tuesday 12 May suit?")) == 1


@pytest.mark.parametrize(
    "body",
    [
        "Sehr geehrte Frau Dr. Vogel,\n\nTwo roles are open.\n\nMit freundlichen Grüßen\nMara Lindt",
        "Bonjour Madame Durand,\n\nTwo roles are open.\n\nBien cordialement\nMara Lindt",
        "Habari Amina,\n\nI hope the move to Karen went well. Asante sana for your note.",
        "Dear Joost van der Meer,\n\nVignoble Numérique et Fils lists two roles, a tour de force.",
        "Hi Elena,\n\nRechtsgrundlage ist Art. 6 DSGVO.\n\nTwo roles are open at El Camino de la Costa.",
        "Elena,\n\n15 minutes, Tuesday 12 May, 10:00 ET?",
    ],
)
def test_courtesies_names_and_legal_lines_are_none(body: str) -> None:
    assert unread(body) == []
