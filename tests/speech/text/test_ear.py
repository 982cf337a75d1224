"""What voices that read letters get instead of signs, in five languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.speech.ear import for_the_ear


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "It costs $5.", "It costs five dollars."),
        ("en", "It costs $3.50 or €1.", "It costs three dollars and fifty cents or one euro."),
        ("en", "They raised $2.5 million.", "They raised two point five million dollars."),
        ("en", "1,234,567 people", "one million two hundred thirty-four thousand five hundred sixty-seven people"),
        ("en", "Pi is 3.14, not -2.", "Pi is three point one four, not minus two."),
        ("en", "It grew by 12.5% in 1995.", "It grew by twelve point five percent in nineteen ninety-five."),
        ("en", "On 2024-03-15 at 10:30.", "On March fifteenth, twenty twenty-four at ten thirty."),
        ("en", "at 9:05 and 10:00", "at nine oh five and ten o'clock"),
        ("en", "the 1st and the 22nd", "the first and the twenty-second"),
        ("en", "5 km in 20 min at 1 kHz", "five kilometers in twenty minutes at one kilohertz"),
        ("en", "pages 5–10", "pages five to ten"),
        ("en", "v1.2.3 is out", "version one point two point three is out"),
        ("en", "Dr. Smith, e.g. today, etc.", "Doctor Smith, for example today, et cetera."),
        ("en", "No. 5 is alive. No. I mean it.", "Number five is alive. No. I mean it."),
        ("en", "agent 007", "agent zero zero seven"),
        ("en", "utf8 and x2 and A4", "utf8 and x2 and A4"),
        ("de-DE", "Das kostet 3,50 € am 3. Oktober.", "Das kostet drei Euro und fünfzig Cent am dritten Oktober."),
        ("de", "1.234 Leute, ca. 12,5 %", "eintausendzweihundertvierunddreißig Leute, circa zwölf Komma fünf Prozent"),
        ("de", "um 10:30 Uhr, z. B. 1945", "um zehn Uhr dreißig, zum Beispiel neunzehnhundertfünfundvierzig"),
        ("de", "am 15.03.2024", "am fünfzehnten März zweitausendvierundzwanzig"),
        (
            "fr-FR",
            "1 234 km, 5 % et 3,5 kg",
            "mille deux cent trente-quatre kilomètres, cinq pour cent et trois virgule cinq kilos",
        ),
        ("fr", "M. Dupont paie 2 € le 1er mai", "Monsieur Dupont paie deux euros le premier mai"),
        ("es-ES", "El Sr. Paz pagó 1 €, el 50%", "El señor Paz pagó un euro, el cincuenta por ciento"),
        ("it-IT", "Il Sig. Rossi corre 10 km, ecc.", "Il signor Rossi corre dieci chilometri, eccetera."),
        ("pl", "To kosztuje 5 zł.", "To kosztuje 5 zł."),
        ("cmn", "3.14 元", "3.14 元"),
    ],
)
def test_signs_become_words(language: str, written: str, said: str) -> None:
    assert for_the_ear(written, language) == said


_LANGUAGES = st.sampled_from(["en", "de", "fr", "es", "it"])


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789.,:-–/%$€ kmah°'vDr\u202f", max_size=30), _LANGUAGES)
def test_no_text_is_too_strange_and_none_becomes_nothing(text: str, language: str) -> None:
    assert bool(for_the_ear(text, language).strip()) == bool(text.strip())


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 10**18), min_size=1), _LANGUAGES)
def test_of_plain_numbers_no_digit_is_left(numbers: list[int], language: str) -> None:
    assert not any(char.isdigit() for char in for_the_ear("; ".join(map(str, numbers)), language))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="abcxyzäéñ ,;!?", max_size=60), _LANGUAGES)
def test_words_stay_as_they_are(text: str, language: str) -> None:
    assert for_the_ear(text, language) == text
