"""A sentence in another language is heard from a voice that speaks it; Settings keeps which."""

from __future__ import annotations

from tests.e2e.conftest import Start
from tests.e2e.test_settings import LANGUAGES, close_settings, open_settings
from tests.support.api_server import ChatReply, ThreadedApiServer
from tests.support.program import Program, pause
from tests.support.pulse import Ear

ENGLISH = "You asked how to order bread."
GERMAN = "Ich hätte gerne ein Brot und zwei Brötchen, bitte."
AGAIN = "That is all there is to say."


def who_said(program: Program) -> list[tuple[str, str]]:
    """The voice and the language of each phrase that a voice was asked for."""
    return [(event["source"], event["language"]) for event in program.events("speech_requested")]


def test_a_german_sentence_in_an_english_answer_is_heard_from_a_german_voice(
    start: Start, server: ThreadedApiServer, ear: Ear
) -> None:
    server.chat(ChatReply(f"{ENGLISH}\n\n{GERMAN}\n\n{AGAIN}"))
    program = start(speech_source="hibari", voice="")
    program.ask("How do I order bread in Germany?")
    program.wait_for_event("phrase_finished", 3, patience=40)
    assert list(dict.fromkeys(who_said(program))) == [("hibari", "en"), ("pico", "de")]
    assert who_said(program)[-1] == ("hibari", "en")
    begins, ends = program.events("phrase_started"), program.events("phrase_finished")
    german = next(event["phrase"] for event in program.events("speech_requested") if event["language"] == "de")
    begun = next(event["t"] for event in begins if event["phrase"] == german)
    ended = next(event["t"] for event in ends if event["phrase"] == german)
    spoken = [end - begin for begin, end in ear.heard().sounds(gap=0.1) if begun - 0.1 < begin < ended]
    assert sum(spoken) > 0.6 * (ended - begun), "the German sentence is heard"
    assert not program.shows("Notice")


def test_settings_give_a_language_its_voice_and_take_it_away(start: Start, server: ThreadedApiServer) -> None:
    server.chat(ChatReply(f"{ENGLISH}\n\n{GERMAN}\n\n{AGAIN}"))
    program = start(speech_source="hibari", voice="")
    open_settings(program, LANGUAGES)
    program.go_to("Add a language")
    program.write("Deutsch")
    program.press("Add the language")
    program.enter("Voice for Deutsch", "sage", "text")
    close_settings(program)
    program.wait_for_settings(language_voices=[["de", "server", "sage"]])
    program.ask("How do I order bread in Germany?")
    program.wait_for_event("phrase_finished", 3, patience=40)
    assert [request.json["input"] for request in server.speech_requests] == [GERMAN]
    assert server.speech_requests[0].json["voice"] == "sage"

    open_settings(program, LANGUAGES)
    program.get("Voice for Deutsch", "text")
    program.go_to("Other languages")
    program.keys("space")
    close_settings(program)
    program.wait_for_settings(by_language=False)
    server.chat(ChatReply(f"{ENGLISH}\n\n{GERMAN}\n\n{AGAIN}"))
    program.ask("How do I order bread in Germany?")
    program.wait_for_event("turn_finished", 2)
    pause(0.5)
    assert {source for source, _language in who_said(program)[3:]} == {"hibari"}
