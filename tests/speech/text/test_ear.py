"""What voices that read letters get instead of signs, in five languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.speech.text.ear import for_the_ear, in_words


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
        (
            "en",
            "On March 5, 2024 or on 5 March 2024",
            "On March fifth, twenty twenty-four or on the fifth of March twenty twenty-four",
        ),
        ("en", "on the 5 March", "on the fifth of March"),
        (
            "en",
            "03/15/2024 and 2024/03/15",
            "March fifteenth, twenty twenty-four and March fifteenth, twenty twenty-four",
        ),
        ("en", "in the 1990s, the '80s, the early 70s", "in the nineteen nineties, the eighties, the early seventies"),
        ("en", "a timeout of 30s", "a timeout of thirty seconds"),
        (
            "en",
            "£20k or €1.5bn or $3M",
            "twenty thousand pounds or one point five billion euros or three million dollars",
        ),
        ("en", "$5-$10, $5–10", "five dollars to ten dollars, five dollars–ten"),
        ("en", "3/4 cup", "three quarters cup"),
        ("en", "10:30–11:45", "ten thirty to eleven forty-five"),
        ("en", "call 555-1234", "call five five five, one two three four"),
        ("en", "5–10 km", "five to ten kilometers"),
        ("en", "Chapter IV of World War II, not Chapter IIX", "Chapter four of World War two, not Chapter IIX"),
        ("en", "10 GB/s on 5 m²", "ten gigabytes per second on five square meters"),
        ("en", "x = 5, 3 + 4 = 7, #1", "x equals five, three plus four equals seven, number one"),
        ("en", "C# and R&D and a+b and a-b", "C# and R&D and a+b and a-b"),
        ("en", "Mr. and Mrs. Fox", "Mister and Missus Fox"),
        ("de", "Am 3. Oktober, der 3. Platz, 3. Mai", "Am dritten Oktober, der dritte Platz, dritter Mai"),
        ("de", "am 24.12. um 18 Uhr", "am vierundzwanzigsten Dezember um achtzehn Uhr"),
        ("de", "die 90er Jahre, die 1920er Jahre", "die neunziger Jahre, die neunzehnhundertzwanziger Jahre"),
        ("de", "1 Mensch, 1 Frau, 1 Stunde, 1 km", "ein Mensch, eine Frau, eine Stunde, ein Kilometer"),
        ("de", "in Kapitel 1 Einleitung", "in Kapitel eins Einleitung"),
        ("de", "Kapitel 3.2, aber 3,2", "Kapitel drei Punkt zwei, aber drei Komma zwei"),
        ("de", "3. und 4. Klasse", "dritte und vierte Klasse"),
        ("de", "§ 5 Abs. 2, 5 Mrd. €", "Paragraf fünf Absatz zwei, fünf Milliarden Euro"),
        ("de", "1/2 Liter, 5–10 km, 20 m²", "ein halb Liter, fünf bis zehn Kilometer, zwanzig Quadratmeter"),
        ("fr", "à 10h30, à 21:00", "à dix heures trente, à vingt-et-une heures"),
        ("fr", "le XXe siècle, 1 heure, 1 jour", "le vingtième siècle, une heure, un jour"),
        ("fr", "2,5 millions €, 3/4", "deux virgule cinq millions d'euros, trois quarts"),
        ("es", "1 hora, 21 personas, 21 euros, 1 día", "una hora, veintiuna personas, veintiún euros, un día"),
        ("es", "el siglo XXI, el Sr. y la Sra. Paz", "el siglo veintiuno, el señor y la señora Paz"),
        ("es", "son las 21:15", "son las veintiuna y quince"),
        ("it", "1 ora, 1 giorno, 1 studente", "una ora, un giorno, uno studente"),
        ("it", "nel XXI secolo, 5–10 km", "nel ventunesimo secolo, cinque a dieci chilometri"),
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


@pytest.mark.parametrize(
    ("language", "text", "pieces"),
    [
        ("en", "It costs $3.50 today.", {"It": "It", "three": "$3.50", "cents": "$3.50", "today.": "today."}),
        ("de", "Am 15.03.2024, z. B. hier", {"fünfzehnten": "15.03.2024", "zum": "z. B.", "hier": "hier"}),
        ("fr", "à 10h30 le 1er mai", {"trente": "10h30", "premier": "1er", "mai": "mai"}),
        ("es", "21 personas y 5 km", {"veintiuna": "21", "personas": "personas", "kilómetros": "5 km"}),
        ("pl", "Ma 5 zł.", {"Ma": "Ma", "5": "5"}),
    ],
)
def test_each_word_that_is_said_knows_what_it_stands_for(language: str, text: str, pieces: dict[str, str]) -> None:
    words = in_words(text, language)
    for said, shown in pieces.items():
        at = words.text.index(said)
        assert text[words.starts[at] : words.ends[at + len(said) - 1]].strip() == shown


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789.,:-–/%$€ kmah°'vDr\u202fIVX&+=#", max_size=30), _LANGUAGES)
def test_the_places_never_go_back(text: str, language: str) -> None:
    words = in_words(text, language)
    assert len(words.starts) == len(words.ends) == len(words.text)
    assert words.starts == sorted(words.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(words.starts, words.ends, strict=True))


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "1½ tsp, ½ done", "one and one half tsp, one half done"),
        (
            "en",
            "Louis XIV and Elizabeth II, but Vitamin I",
            "Louis the fourteenth and Elizabeth the second, but Vitamin I",
        ),
        ("en", "Call (555) 123-4567.", "Call five five five, one two three, four five six seven."),
        ("en", "-$20 or US$5 or €0.99", "minus twenty dollars or five dollars or ninety-nine cents"),
        (
            "en",
            "Jan 5, 2024 and 5 Feb 2024",
            "January fifth, twenty twenty-four and the fifth of February twenty twenty-four",
        ),
        ("en", "1.2M users, a 7B model", "one point two million users, a 7B model"),
        ("en", "6'2\" tall", "six feet two tall"),
        (
            "en",
            "3.2e-5, so 10^-5",
            "three point two times ten to the power of minus five, so ten to the power of minus five",
        ),
        ("en", "x ≠ 3, √2 and .5", "x is not three, the square root of two and zero point five"),
        ("en", "a 45° turn at 20 °C", "a forty-five degrees turn at twenty degrees Celsius"),
        ("en", "the commit 3e4a5f", "the commit 3e4a5f"),
        ("de", "1½ Stunden", "eins und ein halb Stunden"),
        ("de", "Ludwig XIV. und Heinrich VIII. kamen", "Ludwig der Vierzehnte und Heinrich der Achte kamen"),
        ("de", "Das war Katharina II.", "Das war Katharina die Zweite."),
        ("de", "um 9.30 Uhr", "um neun Uhr dreißig"),
        ("de", "am 03.04.24", "am dritten April zweitausendvierundzwanzig"),
        ("de", "am 03.04.95", "am dritten April neunzehnhundertfünfundneunzig"),
        ("de", "Version 3.4.24", "Version drei Punkt vier Punkt vierundzwanzig"),
        ("de", "0,99 €, ein Winkel von 90°", "neunundneunzig Cent, ein Winkel von neunzig Grad"),
        ("de", "am 5. Jan.", "am fünften Januar"),
        ("de", "10^6 ≠ 5", "zehn hoch sechs ist ungleich fünf"),
        ("fr", "½ litre, 10^6", "un demi litre, dix puissance six"),
        ("es", "√2 ≥ 1", "la raíz cuadrada de dos es mayor o igual que uno"),
    ],
)
def test_rarer_ways_of_writing_are_read_like_the_usual_ones(language: str, written: str, said: str) -> None:
    assert for_the_ear(written, language) == said
