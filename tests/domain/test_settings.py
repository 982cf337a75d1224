"""What settings accept, and how an address is tidied."""

from __future__ import annotations

import json

import pytest

from desktop_app.domain.choices import LanguageVoice, SpeechSource
from desktop_app.domain.settings import OPENAI_URL, ChatSource, InvalidSettings, Settings, tidy_url


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", OPENAI_URL),
        ("localhost:11434", "http://localhost:11434/v1"),
        ("http://localhost:1234/", "http://localhost:1234/v1"),
        ("https://gateway.example/openai/v1/", "https://gateway.example/openai/v1"),
        ("  http://[::1]:8080/v1 ", "http://[::1]:8080/v1"),
    ],
)
def test_an_address_gets_what_people_leave_out(typed: str, meant: str) -> None:
    assert tidy_url(typed) == meant


@pytest.mark.parametrize(
    "typed", ["ftp://host/v1", "http://", "http://host:port/v1", "file:///etc/passwd", "two words"]
)
def test_what_is_no_address_of_a_server_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        tidy_url(typed)


def test_nobody_answers_before_somebody_was_chosen() -> None:
    assert Settings().chat_source is ChatSource.UNSET


@pytest.mark.parametrize(("name", "value"), [("speed", 0.4), ("speed", 3.1), ("max_output_tokens", 0)])
def test_values_out_of_bounds_are_refused(name: str, value: float) -> None:
    with pytest.raises(InvalidSettings):
        Settings.from_values({name: value})


def test_what_a_later_version_wrote_does_not_stop_this_one() -> None:
    assert Settings.from_values({"from_the_future": 1, "model": "m"}).model == "m"


def test_each_language_has_one_voice_which_a_file_keeps() -> None:
    chosen = Settings(language_voices=(("de", "pico", "de-DE"), ("ja", "server", "sage")))  # type: ignore[arg-type]
    assert chosen.language_voices[1] == LanguageVoice("ja", SpeechSource.SERVER, "sage")
    assert Settings.from_values(json.loads(json.dumps(chosen.values()))) == chosen
    again = chosen.changed({"language_voices": [*chosen.language_voices, ["de", "espeak", "de"]]})
    assert [one.voice for one in again.language_voices if one.language == "de"] == ["de"]


@pytest.mark.parametrize(
    "voices", ["de", 3, ["de"], [["de", "pico"]], [["xx", "pico", ""]], [["de", "no", ""]], [["de", "pico", 3]], [3]]
)
def test_what_is_no_voice_for_a_language_is_refused(voices: object) -> None:
    with pytest.raises(InvalidSettings) as refused:
        Settings.from_values({"language_voices": voices})
    assert refused.value.names == ("language_voices",)


def test_keys_are_a_table_of_actions_and_texts() -> None:
    chosen = Settings(keys={"new": "Ctrl+T", "search": "F3"})
    assert Settings.from_values(json.loads(json.dumps(chosen.values()))) == chosen
    assert Settings().keys == {}


@pytest.mark.parametrize(
    "keys", [["new"], "Ctrl+T", {"new": 3}, {"new": ""}, {"new": "x" * 51}, {"No Action!": "F3"}, {3: "F3"}, None]
)
def test_a_table_of_keys_that_is_none_is_refused(keys: object) -> None:
    with pytest.raises(InvalidSettings) as refused:
        Settings.from_values({"keys": keys})
    assert refused.value.names == ("keys",)
