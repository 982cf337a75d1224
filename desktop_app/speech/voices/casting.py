"""Who says a phrase: the chosen voice, or one that speaks the phrase's language where the chosen one does not.

A server's voice speaks every language, and does unless the listener gave a language a voice of its own. A voice
of this machine speaks one: for another, its own kind is asked first, then the best that there is here.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from desktop_app.domain.choices import SpeechSource
from desktop_app.domain.languages import base_language
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.text.languages import language_of
from desktop_app.speech.voices import espeak_voice, hibari_voice, pico_voice

_BEST_FIRST = (SpeechSource.HIBARI, SpeechSource.PICO, SpeechSource.ESPEAK)
_PICO_TAGS: Mapping[str, str] = {base_language(tag): tag for tag in pico_voice.VOICES}
"""Of two voices of one language the one that is named last: American English."""


def cast(phrase: Phrase, options: SpeechOptions) -> SpeechOptions:
    """The options with the voice that says this phrase; the same where it is the chosen one."""
    language = phrase.language
    if not language or not options.by_language:
        return options
    for wanted in options.language_voices:
        if wanted.language == language and (voice := _voice_of(wanted.source, language)) is not None:
            return replace(options, source=wanted.source, voice=wanted.voice or voice)
    own = spoken_by(options)
    if own in {"", language}:
        return options
    for source in (options.source, *_BEST_FIRST):
        if (voice := _voice_of(source, language)) is not None:
            return replace(options, source=source, voice=voice)
    return options


def built_in(phrase: Phrase, options: SpeechOptions) -> SpeechOptions:
    """The options with the voice of this machine that knows the phrase's language best."""
    language = phrase.language or language_of(phrase.text)
    for source in _BEST_FIRST:
        if (voice := _voice_of(source, language)) is not None:
            return replace(options, source=source, voice=voice)
    return replace(options, source=SpeechSource.HIBARI, voice=hibari_voice.VOICE)


def spoken_by(options: SpeechOptions) -> str:
    """The language of the chosen voice; empty for a server's, which speaks all."""
    match options.source:
        case SpeechSource.HIBARI:
            return "en"
        case SpeechSource.PICO | SpeechSource.ESPEAK:
            return base_language(options.voice or "en")
    return ""


def _voice_of(source: SpeechSource, language: str) -> str | None:
    """The source's usual voice for a language; None where it has none, or is not on this machine."""
    match source:
        case SpeechSource.HIBARI:
            return hibari_voice.VOICE if language == "en" else None
        case SpeechSource.PICO:
            return _PICO_TAGS.get(language)
        case SpeechSource.ESPEAK:
            return language if _is_installed(espeak_voice.PROGRAM) else None
    return "coral"


@cache
def _is_installed(program: str) -> bool:
    return shutil.which(program) is not None
