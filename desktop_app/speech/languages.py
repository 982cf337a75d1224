"""Which language a text is in: by its script, then by the little words and letters of those that share one.

Good enough to choose a voice for a phrase, in microseconds and without a model of megabytes. In doubt the answer is the
language that was told to stand in for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff\uff66-\uff9f]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("cmn", re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("te", re.compile(r"[\u0c00-\u0c7f]")),
)
_KANA_IN_JAPANESE = 12
"""Of so many characters of Chinese and Japanese writing one is a kana, where it is Japanese."""

_OWN_LETTERS: Mapping[str, Mapping[str, str]] = {
    "ru": {"uk": "іїєґ", "be": "ў", "bg": "", "sr": "јљњћђџ"},
    "ar": {"fa": "پچژگ", "ur": "ٹڈڑںےھ"},
}
"""Letters of a script by which another language than its first is told."""

_WORDS: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "en": "the and is not a of to with for you it in that this are on be as or an i we they was have has can will"
        " what how my your do does from at by if but there which would should let here's it's",
        "de": "der die das und ist nicht ein eine einen zu mit auf für sie ich es den dem von wird auch sind wir du im"
        " am an er haben hat kann aber oder wenn dann noch nur wie was bei aus nach über zum zur sich man sehr",
        "fr": "le la les et est pas une des du que pour avec dans sur vous je il elle ce au qui sont nous ne se un en"
        " mais ou cette ces plus par être aux son sa ses était avoir tout c'est d'une l'a",
        "es": "el la los las y es no una con por para que del se lo como más pero su está son muy en un al sus este"
        " esta hay también cuando si ya o le nos fue ser tiene todo porque",
        "it": "il gli e è non una con per che di del della sono si lo come più ma questo nel la le un in i da anche"
        " alla ha ho dei delle se cosa molto essere quando tutto perché",
        "pt": "o os as e é não uma com por para que do da se como mais mas seu está são muito em um ao no na dos das"
        " você isso ele ela também quando foi ser tem",
        "nl": "de het een en is niet van met voor op zijn dat die in te ik je we ze er ook aan als maar om naar dan"
        " wordt bij nog kan heeft deze dit hij",
        "sv": "och är det en att i som på för med av inte den till ett jag du vi har om men från kan ska var så",
        "da": "og er det en at i som på for med af ikke den til et jeg du vi har om men fra kan skal var så der",
        "nb": "og er det en å i som på for med av ikke den til et jeg du vi har om men fra kan skal var så noe",
        "fi": "ja on ei se että en hän mutta myös kuin ovat oli jos niin tämä kun minä sinä joka sekä voi",
        "pl": "i w nie na się z jest to do że jak po od za przez dla są ale czy tak być może tego które",
        "cs": "a v na je se že to s z do o pro jako by ale po nebo jsou si jak tak když není být může",
        "sk": "a v na je sa že to s z do o pre ako by ale po alebo sú si tak keď nie byť môže",
        "tr": "ve bir bu da de için ile çok ne daha gibi var mı olarak ama kadar sonra ben sen değil",
        "ro": "și în este nu un o de la cu pe care din pentru sunt mai ca să au fi dar sau acest",
        "hu": "a az és nem egy hogy is van meg de ez ha csak már mint volt vagy lehet kell",
        "id": "yang dan di ini itu dengan untuk tidak dari ke pada adalah saya anda akan bisa juga atau",
        "vi": "là và của có không được cho một trong với các này người những để khi tôi bạn đã",
    }.items()
}

_MARKS: Mapping[str, str] = {
    "de": "äöüß", "fr": "çœêèàùûîôâ", "es": "ñ¿¡áéíóú", "it": "àèéìòù", "pt": "ãõçáéíóúâê", "nl": "ĳë",
    "sv": "åäö", "da": "æøå", "nb": "æøå", "fi": "äö", "pl": "ąćęłńśźż", "cs": "ěščřžýáíéůťď", "sk": "ľĺŕôščťžýáíéúä",
    "tr": "ğışçöü", "ro": "ășțâî", "hu": "őűáéíóöüú", "vi": "đươăạảấầẩậắằặẹẻẽếềểệỉịọỏốồổộớờởợụủứừửữựỳỵỷỹ",
}  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LONGEST = 600


def language_of(text: str, otherwise: str = "en") -> str:
    """The language of a phrase as an espeak name, which but for Chinese ("cmn") is its ISO 639-1 code."""
    text = text[:_LONGEST]
    letters = sum(map(str.isalpha, text))
    for language, script in _SCRIPTS:
        count = len(script.findall(text))
        least = letters / (_KANA_IN_JAPANESE if language == "ja" else 3)
        if count and count >= least:
            return _by_letters(text, language)
    return _by_words(text.lower().replace("’", "'"), otherwise)


def _by_letters(text: str, language: str) -> str:
    """Of the languages with one script the one whose own letters occur."""
    for other, letters in _OWN_LETTERS.get(language, {}).items():
        if letters and any(letter in text.lower() for letter in letters):
            return other
    return language


def _by_words(text: str, otherwise: str) -> str:
    words = _WORD.findall(text)
    scores = {
        name: 2 * sum(word in little for word in words) + sum(map(text.count, _MARKS.get(name, "")))
        for name, little in _WORDS.items()
    }
    best = max(scores, key=scores.__getitem__)
    known = scores.get(otherwise, 0)
    return best if scores[best] > known else otherwise
