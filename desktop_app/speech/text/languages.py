"""Which language a phrase is in: by its script, then by a light library and the little words of those that share it.

A voice is chosen by it, so a wrong answer is worse than none: that a phrase is in another language than the text around
it is decided only on what cannot be a name, a title or a loan. A word or two stay with what is around them.

CLD2, the library, comes from a browser: it takes some 10 µs a phrase and no memory to speak of.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from operator import itemgetter

from desktop_app.domain.languages import LANGUAGES
from desktop_app.speech.text.little_words import GREETINGS, LITTLE_WORDS, MARKS

_SCRIPTS = tuple(
    (re.compile(f"[{letters}]"), weight, languages.split())
    for letters, weight, languages in (
        (r"\u3040-\u30ff\uff66-\uff9f", 3, "ja cmn"),
        (r"\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002ffff", 3, "cmn ja"),
        (r"\uac00-\ud7af\u1100-\u11ff", 3, "ko"),
        (r"\u0400-\u04ff", 1, "ru uk bg be sr mk"),
        (r"\u0370-\u03ff\u1f00-\u1fff", 1, "el"),
        (r"\u0590-\u05ff", 1, "he"),
        (r"\u0600-\u06ff\u0750-\u077f", 1, "ar fa ur"),
        (r"\u0900-\u097f", 1, "hi"),
        (r"\u0e00-\u0e7f", 2, "th"),
        (r"\u0530-\u058f", 1, "hy"),
        (r"\u10a0-\u10ff", 1, "ka"),
        (r"\u0980-\u09ff", 1, "bn"),
        (r"\u0b80-\u0bff", 1, "ta"),
        (r"\u0c00-\u0c7f", 1, "te"),
        (r"\u0a80-\u0aff", 1, "gu"),
        (r"\u0a00-\u0a7f", 1, "pa"),
        (r"\u0c80-\u0cff", 1, "kn"),
        (r"\u0d00-\u0d7f", 1, "ml"),
    )
)
"""Letters, how many of another script each weighs, and the languages that are written with them."""

_FIRST_OTHER = "\u0370"
"""Everything below is Latin, or a sign."""
_FOREIGN_PART = 3
"""Of so many letters one must be of another script than Latin: names and terms keep their Latin letters everywhere."""
_KANA_IN_JAPANESE = 12
_WITHOUT_KANA = 30
"""The weight of Chinese characters among which Japanese would have had a kana."""

_OWN_LETTERS = {
    "ru": {"uk": "іїєґ", "be": "ў", "sr": "јљњћђ", "mk": "ѓќѕ"},
    "ar": {"fa": "پچژگ", "ur": "ٹڈڑںےھ"},
}
"""Letters of a script by which another language than its first is told."""

_NEAR = tuple(map(frozenset, (["nb", "da", "sv"], ["es", "pt", "ca", "it"], ["cs", "sk"], ["hr", "sl", "sr"])))
"""Languages that share so many words that it takes more to tell one among the other."""

_SAME = {"no": "nb", "nn": "nb", "zh": "cmn", "zh-Hant": "cmn", "iw": "he", "af": "nl", "fy": "nl", "az": "tr",
         "ms": "id", "jw": "id", "bs": "hr", "sco": "en", "lb": "de", "gl": "es"}  # fmt: skip
"""The library's names for languages that we call otherwise, or that are taken for their neighbour's."""


def _languages_with(table: Mapping[str, frozenset[str]]) -> Mapping[str, Sequence[str]]:
    """The table turned around: by each of its words or letters the languages that have it."""
    turned: dict[str, list[str]] = {}
    for name, own in table.items():
        for one in own:
            turned.setdefault(one, []).append(name)
    return turned


_WITH_WORD = _languages_with(LITTLE_WORDS)
_WITH_LETTER = _languages_with(MARKS)

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GREETED = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST_GREETING = 4  # words, with a name
_LONGEST = 600
_CONTRADICTION = 2  # little words, and letters of a language's own, by which the library is proved wrong
_SENTENCE = 4  # words of which a sentence in another language consists at least
_SENTENCE_LENGTH = 2 * _SENTENCE - 1  # characters that so many words take at least
_SMALL_LETTERED = 3  # and how many of them must begin with a small letter, the first one aside


def language_of(text: str, otherwise: str = "en") -> str:
    """The language of a text that stands alone; ``otherwise`` where nothing tells it."""
    text = text[:_LONGEST]
    return _by_script(text, ()) or _by_words(text, "") or greeting_language(text) or otherwise


def language_among(text: str, around: str, heard: Sequence[str] = ()) -> str:
    """The language of a phrase within a text in the language ``around`` (empty: not known yet); empty in doubt.

    It is ``around`` unless the whole phrase is certain to be in another one. ``heard``: those that the text has had.
    """
    if around and len(text) < _SENTENCE_LENGTH and text.isascii():
        return around
    text = text[:_LONGEST]
    return _by_script(text, (around, *heard)) or _by_words(text, around) or around


def greeting_language(text: str) -> str:
    """The language of a short greeting, perhaps with a name behind it; empty for anything else.

    The same word may be a neighbour's greeting too, so this tells a voice and proves nothing of the text around it.
    """
    words = [word.lower().replace("’", "'") for word in _GREETED.findall(text[:_LONGEST])]
    if len(words) > _LONGEST_GREETING:
        return ""
    return next(
        (GREETINGS[said] for said in (" ".join(words[:2]), " ".join(words[:3]), *words[:1]) if said in GREETINGS), ""
    )


def is_near(one: str, other: str) -> bool:
    """Whether two languages share so many words that they are easily taken for each other."""
    return any(one in near and other in near for near in _NEAR)


def _by_script(text: str, heard: Sequence[str]) -> str:
    """The language of a text that is not written in Latin letters; empty where it is."""
    if not text or max(text) < _FIRST_OTHER:
        return ""
    found = [(len(script.findall(text)) * weight, weight, languages) for script, weight, languages in _SCRIPTS]
    most, _weight, languages = max(found, key=itemgetter(0))
    letters = sum(map(str.isalpha, text)) + sum(count - count // weight for count, weight, _languages in found)
    if not most or most * _FOREIGN_PART < letters:
        return ""
    around = next((language for language in heard if language in languages), "")
    if "ja" in languages:
        return _chinese_or_japanese(kana=found[0][0], chinese=found[1][0], around=around)
    return languages[0] if len(languages) == 1 else _among_neighbours(text, languages, around)


def _chinese_or_japanese(*, kana: int, chinese: int, around: str) -> str:
    if kana * _KANA_IN_JAPANESE >= kana + chinese:
        return "ja"
    return "ja" if around == "ja" and chinese < _WITHOUT_KANA else "cmn"


def _among_neighbours(text: str, languages: list[str], around: str) -> str:
    """Of the languages with one script the one whose own letters occur, or the one the library tells."""
    small = text.lower()
    for other, letters in _OWN_LETTERS.get(languages[0], {}).items():
        if other != around and any(letter in small for letter in letters):
            return other
    found, sure = _library(text)
    if around and not (sure and len(_WORD.findall(text)) >= _SENTENCE):
        return around
    return found if found in languages else around or languages[0]


def _by_words(text: str, around: str) -> str:
    """The language of a text in Latin letters; empty where that is not certain."""
    written = _WORD.findall(text)
    small = [word for place, word in enumerate(written) if not place or word[0].islower()]
    if not small or (len(small) == 1 and len(written) > 1 and written[0][0].isupper()):
        return ""  # names
    words = [word.lower().replace("’", "'") for word in written]
    if not around:
        found, _sure = _told(text, words)
        return found if len(words) > 1 or words[0] in LITTLE_WORDS.get(found, ()) else ""
    if len(words) < _SENTENCE or len(small) < _SMALL_LETTERED:
        return around
    found, sure = _told(" ".join(small), words)
    return found if found and found != around and _outweighs(words, found, around, sure=sure) else around


def _told(text: str, words: list[str]) -> tuple[str, bool]:
    """What the library takes the text for, unless little words and letters say otherwise; and whether that is sure."""
    found, sure = _library(text)
    evidence = dict.fromkeys((found,), 0)
    names = [_WITH_WORD.get(word, ()) for word in words]
    if not text.isascii():
        names += [_WITH_LETTER.get(letter, ()) for letter in text.lower()]
    for name in itertools.chain.from_iterable(names):
        evidence[name] = evidence.get(name, 0) + 1
    best = max(evidence, key=evidence.__getitem__)
    lead = evidence[best] - evidence[found]
    if lead >= (1 if is_near(best, found) else _CONTRADICTION):
        return best, True
    return found, sure


def _outweighs(words: list[str], found: str, around: str, *, sure: bool) -> bool:
    """Whether the little words of the phrase agree that it is not in the language around it."""
    ours = sum(word in LITTLE_WORDS.get(around, ()) for word in words)
    if found not in LITTLE_WORDS:
        return sure and not ours
    theirs = sum(word in LITTLE_WORDS[found] for word in words)
    if words[0] in LITTLE_WORDS.get(around, ()) and words[0] not in LITTLE_WORDS[found]:
        return False  # it only goes on with a title or a saying
    if is_near(found, around):
        return theirs >= ours + 2
    return theirs > ours or (sure and not ours)


def _library(text: str) -> tuple[str, bool]:
    """What CLD2 takes the text for, as we call it, and whether it is sure; empty for a language we have no name for."""
    import pycld2  # imported late: five milliseconds that the window need not wait

    plain = text if text.isprintable() else "".join(char if char.isprintable() else " " for char in text)
    try:
        sure, _length, found = pycld2.detect(plain, isPlainText=True, bestEffort=True)
    except pycld2.error:  # characters newer than the library
        return "", False
    name = found[0][1]
    name = _SAME.get(name, name)
    return (name, sure) if name in LANGUAGES else ("", False)
