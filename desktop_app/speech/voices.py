"""Every voice that can be chosen, and the objects that speak with them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace

from desktop_app.domain.choices import SpeechSource
from desktop_app.speech import hibari_voice, pico_voice
from desktop_app.speech.espeak_voice import EspeakVoice, espeak_languages
from desktop_app.speech.hibari_voice import HibariVoice
from desktop_app.speech.openai_voice import OpenAIVoice
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pico_voice import PicoVoice
from desktop_app.speech.synthesizer import Synthesizer

OPENAI_VOICES = (
    "alloy", "ash", "ballad", "cedar", "coral", "echo", "fable", "marin", "nova", "onyx", "sage", "shimmer", "verse",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AvailableVoice:
    """``name`` is what the synthesizer is told; ``label`` what a person reads; ``language`` as BCP 47, or empty."""

    source: SpeechSource
    name: str
    label: str
    language: str = ""


def available_voices() -> list[AvailableVoice]:
    """All voices of all sources. Asks the ``espeak-ng`` program, about 10 ms: not for the GUI thread."""
    return [
        *(AvailableVoice(SpeechSource.SERVER, name, name.capitalize()) for name in OPENAI_VOICES),
        AvailableVoice(SpeechSource.HIBARI, hibari_voice.VOICE, "Heart (English)", "en-US"),
        *(AvailableVoice(SpeechSource.PICO, tag, label, tag) for tag, label in pico_voice.VOICES.items()),
        *(AvailableVoice(SpeechSource.ESPEAK, tag, label, tag) for tag, label in espeak_languages()),
    ]


class Voices:
    """One voice of each source, made when it is first asked for; embedded ones work in the executor."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._made: dict[SpeechSource, Synthesizer] = {}

    def voice(self, options: SpeechOptions) -> Synthesizer:
        if options.source not in self._made:
            self._made[options.source] = self._make(options.source)
        return self._made[options.source]

    def built_in(self, text: str, options: SpeechOptions) -> SpeechOptions:
        """The same options with the embedded voice that knows the language of ``text`` best."""
        language = language_of(text)
        if language in _PICO_TAGS:
            return replace(options, source=SpeechSource.PICO, voice=_PICO_TAGS[language])
        if language != "en" and shutil.which("espeak-ng"):
            return replace(options, source=SpeechSource.ESPEAK, voice=language)
        return replace(options, source=SpeechSource.HIBARI, voice=hibari_voice.VOICE)

    async def aclose(self) -> None:
        for voice in self._made.values():
            await voice.aclose()

    def _make(self, source: SpeechSource) -> Synthesizer:
        match source:
            case SpeechSource.SERVER:
                return OpenAIVoice()
            case SpeechSource.HIBARI:
                return HibariVoice(self._executor)
            case SpeechSource.PICO:
                return PicoVoice(self._executor)
            case SpeechSource.ESPEAK:
                return EspeakVoice()


_PICO_TAGS: Mapping[str, str] = {"de": "de-DE", "es": "es-ES", "fr": "fr-FR", "it": "it-IT"}

# A script tells its language well enough for a voice that only helps out.
_SCRIPTS = (
    ("ja", r"[\u3040-\u30ff]"),
    ("ko", r"[\uac00-\ud7af]"),
    ("cmn", r"[\u4e00-\u9fff]"),
    ("ru", r"[\u0400-\u04ff]"),
    ("el", r"[\u0370-\u03ff]"),
    ("he", r"[\u0590-\u05ff]"),
    ("ar", r"[\u0600-\u06ff]"),
    ("hi", r"[\u0900-\u097f]"),
)

_LITTLE_WORDS = {
    "de": "der die das und ist nicht ein eine zu mit auf für sie ich es den dem von wird auch sind",
    "es": "el los las y es no una con por para que del se lo como más pero su está son muy",
    "fr": "le les et est pas une des du que pour avec dans sur vous je il elle ce au qui sont",
    "it": "il gli e è non una con per che di del della sono si lo come più ma questo nel",
    "en": "the and is not a of to with for you it in that this are on be as or an",
}


def language_of(text: str) -> str:
    """A guess, as an espeak name: by script, then by the little words of six languages; English when in doubt."""
    for language, pattern in _SCRIPTS:
        count = len(re.findall(pattern, text))
        if count and count * 3 >= len(text.replace(" ", "")):
            return language
    words = re.findall(r"\w+", text.lower())
    scores = {name: sum(word in little.split() for word in words) for name, little in _LITTLE_WORDS.items()}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] > scores["en"] else "en"
