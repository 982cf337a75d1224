"""Numbers, dates, money, units and abbreviations in words, for voices that would stumble over them.

Only the voices of this machine need it: a server's voice reads such things by itself, and better.
"""

from __future__ import annotations

from functools import cache

from desktop_app.speech.text.ear_rules import EarRules
from desktop_app.speech.text.ear_words import DE, EN
from desktop_app.speech.text.ear_words_romance import ES, FR, IT
from desktop_app.speech.text.utterance import Utterance

_WORDS = {"en": EN, "de": DE, "fr": FR, "es": ES, "it": IT}


def for_the_ear(text: str, language: str) -> str:
    """The text with signs in words; ``language`` as BCP 47 or espeak names it. What is not known stays as it is."""
    return in_words(text, language).text


def in_words(text: str, language: str) -> Utterance:
    """The same, each of its characters with the place in ``text`` that it stands for."""
    words = Utterance()
    words.say(text, 0, len(text))
    known = language.replace("_", "-").split("-")[0].lower()
    if known in _WORDS:
        for pattern, by in _rules(known).all:
            words.replace(pattern, by)
    return words


@cache
def _rules(language: str) -> EarRules:
    return EarRules(language, _WORDS[language])
