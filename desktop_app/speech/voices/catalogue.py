"""Every voice that can be chosen, and the objects that speak with them."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass

from desktop_app.domain.choices import SpeechSource
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.synthesizer import Synthesizer
from desktop_app.speech.voices import hibari_voice, pico_voice
from desktop_app.speech.voices.casting import built_in
from desktop_app.speech.voices.espeak_voice import EspeakVoice, espeak_languages
from desktop_app.speech.voices.hibari_voice import HibariVoice
from desktop_app.speech.voices.openai_voice import OpenAIVoice
from desktop_app.speech.voices.pico_voice import PicoVoice

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

    def built_in(self, phrase: Phrase, options: SpeechOptions) -> SpeechOptions:
        """The same options with the embedded voice that knows the language of the phrase best."""
        return built_in(phrase, options)

    async def aclose(self) -> None:
        for voice in self._made.values():
            await voice.aclose()

    def _make(self, source: SpeechSource) -> Synthesizer:
        match source:
            case SpeechSource.SERVER:
                return OpenAIVoice()
            case SpeechSource.HIBARI:
                return HibariVoice()
            case SpeechSource.PICO:
                return PicoVoice(self._executor)
            case SpeechSource.ESPEAK:
                return EspeakVoice()
