"""From one voice to another in mid-answer: what is heard between them is the pause, and nobody waits for the second."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from desktop_app.domain.choices import LanguageVoice, SpeechSource
from desktop_app.domain.errors import VoiceUnavailable
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pipeline import SpeechPipeline
from tests.support.fake_output import FakeOutput
from tests.support.fake_voices import FakeVoice, FakeVoices, value_of
from tests.support.virtual_time import run_virtual

GERMAN_HERE = (LanguageVoice("de", SpeechSource.PICO, "de-DE"),)
SERVER = SpeechOptions(source=SpeechSource.SERVER, voice="coral", language_voices=GERMAN_HERE)


@dataclass
class Told:
    """The moments at which phrases began and ended, and the events with their fields."""

    started: dict[int, float] = field(default_factory=dict)
    finished: dict[int, float] = field(default_factory=dict)
    events: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def phrase_started(self, phrase: Phrase, _moment: float) -> None:
        self.started[phrase.index] = asyncio.get_running_loop().time()

    def phrase_finished(self, phrase: Phrase) -> None:
        self.finished[phrase.index] = asyncio.get_running_loop().time()

    def event(self, name: str, _turn_id: str, fields: dict[str, object]) -> None:
        self.events.append((name, fields))

    def __getattr__(self, _name: str) -> Callable[..., None]:
        return lambda *_told: None


def speak(voices: FakeVoices, options: SpeechOptions, *languages: str) -> tuple[FakeOutput, Told]:
    """Says "phrase 0", "phrase 1" …, each in its language, all of them at hand from the beginning."""
    output, told = FakeOutput(), Told()

    async def run() -> None:
        pipeline = SpeechPipeline(output, voices, told, options)
        output.tell = pipeline.mark_passed
        for index, language in enumerate(languages):
            pipeline.say(Phrase("t", index, f"phrase {index}", 0, 1, language=language))
        pipeline.finish("t")
        await asyncio.sleep(60)
        await pipeline.aclose()

    run_virtual(run())
    return output, told


def gaps(told: Told) -> list[float]:
    return [told.started[index + 1] - ended for index, ended in told.finished.items() if index + 1 in told.started]


def test_the_next_voice_costs_no_gap_though_it_has_another_rate_and_takes_its_time() -> None:
    voices = FakeVoices(FakeVoice(rate=24_000))
    voices.embedded = FakeVoice(sign=-1, rate=16_000, delay=0.6)
    _output, told = speak(voices, SERVER, "en", "de", "en", "de")
    assert [voice.asked for voice in (voices.server, voices.embedded)] == [
        ["phrase 0", "phrase 2"],
        ["phrase 1", "phrase 3"],
    ]
    assert gaps(told) == [pytest.approx(0.28, abs=0.003)] * 3


def test_a_voice_is_readied_once_as_soon_as_a_phrase_that_needs_it_is_known() -> None:
    voices = FakeVoices()
    speak(voices, SERVER, "en", "de", "de", "en", "de")
    assert (voices.server.warmed, voices.embedded.warmed) == (0, 1)


def test_a_voice_that_cannot_be_readied_is_no_trouble_before_it_has_to_speak() -> None:
    class Broken(FakeVoice):
        async def warm(self, options: SpeechOptions) -> None:
            raise VoiceUnavailable("Not here.")

    voices = FakeVoices()
    voices.embedded = Broken(sign=-1)
    output, _told = speak(voices, SERVER, "en", "de")
    assert -value_of("1") in [value for _moment, value in output.heard]


def test_phrases_of_one_language_stay_with_one_voice() -> None:
    voices = FakeVoices()
    speak(voices, SERVER, "en", "", "fr", "en")
    assert not voices.embedded.asked


def test_short_sentences_of_two_languages_are_not_asked_for_together() -> None:
    voices = FakeVoices(FakeVoice(seconds=2.0, delay=2.5))
    languages = ["en", "en", "en", "de", "de", "en", "en", "en", "de", "en", "en", "en"]
    output, told = FakeOutput(), Told()

    async def run() -> None:
        options = SpeechOptions(source=SpeechSource.SERVER, voice="coral")
        pipeline = SpeechPipeline(output, voices, told, options)
        output.tell = pipeline.mark_passed
        for index, language in enumerate(languages):
            pipeline.say(Phrase("t", index, f"Sentence {index} is {language}.", 0, 1, language=language))
        pipeline.finish("t")
        await asyncio.sleep(120)
        await pipeline.aclose()

    run_virtual(run())
    assert any(text.count("Sentence") > 1 for text in voices.server.asked)
    assert not [text for text in voices.server.asked if "is en." in text and "is de." in text]


def test_the_log_tells_which_voice_said_a_phrase_and_in_which_language() -> None:
    _output, told = speak(FakeVoices(), SERVER, "en", "de")
    asked = [fields for name, fields in told.events if name == "speech_requested"]
    assert [(one["source"], one["voice"], one["language"]) for one in asked] == [
        ("server", "coral", "en"),
        ("pico", "de-DE", "de"),
    ]
