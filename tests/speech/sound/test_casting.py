"""Which voice says a phrase in which language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.choices import LanguageVoice, SpeechSource
from desktop_app.domain.languages import LANGUAGES, base_language
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.voices import casting, espeak_voice
from desktop_app.speech.voices.casting import built_in, cast, spoken_by
from desktop_app.speech.voices.espeak_voice import espeak_languages

HIBARI = SpeechOptions(source=SpeechSource.HIBARI)
PICO_GERMAN = SpeechOptions(source=SpeechSource.PICO, voice="de-DE")
ESPEAK = SpeechOptions(source=SpeechSource.ESPEAK, voice="en-gb")
SERVER = SpeechOptions(source=SpeechSource.SERVER, voice="coral")


@pytest.fixture
def espeak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(casting, "_is_installed", lambda _program: True)


@pytest.fixture
def no_espeak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(casting, "_is_installed", lambda _program: False)


def phrase(language: str, text: str = "Something.") -> Phrase:
    return Phrase("t", 0, text, 0, len(text), language=language)


def who(options: SpeechOptions) -> tuple[SpeechSource, str]:
    return options.source, options.voice


@pytest.mark.usefixtures("espeak")
@pytest.mark.parametrize(
    ("options", "language", "voice"),
    [
        (HIBARI, "en", (SpeechSource.HIBARI, "")),
        (HIBARI, "de", (SpeechSource.PICO, "de-DE")),
        (HIBARI, "pl", (SpeechSource.ESPEAK, "pl")),
        (HIBARI, "", (SpeechSource.HIBARI, "")),
        (PICO_GERMAN, "en", (SpeechSource.PICO, "en-US")),
        (PICO_GERMAN, "de", (SpeechSource.PICO, "de-DE")),
        (PICO_GERMAN, "cmn", (SpeechSource.ESPEAK, "cmn")),
        (ESPEAK, "en", (SpeechSource.ESPEAK, "en-gb")),
        (ESPEAK, "de", (SpeechSource.ESPEAK, "de")),
        (SERVER, "de", (SpeechSource.SERVER, "coral")),
        (SERVER, "cmn", (SpeechSource.SERVER, "coral")),
    ],
)
def test_without_any_choice_a_voice_is_found_for_each_language(
    options: SpeechOptions, language: str, voice: tuple[SpeechSource, str]
) -> None:
    assert who(cast(phrase(language), options)) == voice


@pytest.mark.usefixtures("no_espeak")
def test_what_nobody_here_speaks_is_said_by_the_chosen_voice() -> None:
    assert cast(phrase("pl"), HIBARI) is HIBARI
    assert cast(phrase("ja"), PICO_GERMAN) is PICO_GERMAN
    assert who(built_in(phrase("ja"), SERVER)) == (SpeechSource.HIBARI, "heart")


@pytest.mark.usefixtures("espeak")
def test_a_language_has_the_voice_that_was_chosen_for_it() -> None:
    chosen = (
        LanguageVoice("de", SpeechSource.ESPEAK, "de"),
        LanguageVoice("fr", SpeechSource.SERVER, "sage"),
        LanguageVoice("en", SpeechSource.PICO, ""),
    )
    for options in (replace(HIBARI, language_voices=chosen), replace(SERVER, language_voices=chosen)):
        assert who(cast(phrase("de"), options)) == (SpeechSource.ESPEAK, "de")
        assert who(cast(phrase("fr"), options)) == (SpeechSource.SERVER, "sage")
        assert who(cast(phrase("en"), options)) == (SpeechSource.PICO, "en-US")


@pytest.mark.usefixtures("no_espeak")
def test_a_chosen_voice_that_is_not_here_gives_way() -> None:
    options = replace(HIBARI, language_voices=(LanguageVoice("de", SpeechSource.ESPEAK, "de"),))
    assert who(cast(phrase("de"), options)) == (SpeechSource.PICO, "de-DE")


@pytest.mark.usefixtures("espeak")
def test_switched_off_the_chosen_voice_says_everything() -> None:
    chosen = (LanguageVoice("de", SpeechSource.PICO, "de-DE"),)
    options = replace(HIBARI, by_language=False, language_voices=chosen)
    assert cast(phrase("de"), options) is options


@pytest.mark.usefixtures("espeak")
def test_the_voice_that_helps_out_keeps_to_the_language_of_the_text_around() -> None:
    assert who(built_in(phrase("de", "OK."), SERVER)) == (SpeechSource.PICO, "de-DE")
    assert who(built_in(phrase("", "Das Wetter ist schön und wir gehen."), SERVER)) == (SpeechSource.PICO, "de-DE")
    assert who(built_in(phrase("pl", "OK."), SERVER)) == (SpeechSource.ESPEAK, "pl")


def test_everything_but_the_voice_stays_as_the_listener_chose_it() -> None:
    options = replace(HIBARI, speed=1.5, volume=0.5, device="Headphones", api_key="sk-1")
    other = cast(phrase("de"), options)
    assert replace(other, source=options.source, voice=options.voice) == options


def test_a_servers_voice_speaks_every_language_and_others_one() -> None:
    assert [spoken_by(options) for options in (SERVER, HIBARI, PICO_GERMAN, ESPEAK)] == ["", "en", "de", "en"]


@pytest.mark.skipif(not espeak_languages(), reason="espeak-ng is not installed")
def test_espeak_speaks_every_language_that_is_told_apart() -> None:
    assert set(LANGUAGES) <= {base_language(tag) for tag, _label in espeak_languages()}
    assert casting._is_installed(espeak_voice.PROGRAM)


@pytest.mark.parametrize(
    ("tag", "language"), [("de-DE", "de"), ("zh-CN", "cmn"), ("cmn-latn-pinyin", "cmn"), ("pt_BR", "pt"), ("no", "nb")]
)
def test_a_voices_tag_names_its_language(tag: str, language: str) -> None:
    assert base_language(tag) == language
