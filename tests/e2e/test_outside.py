"""What a terminal can do with the running copy."""

from __future__ import annotations

import json
import re
import signal
import time

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.program import Program, pause
from tests.support.pulse import Ear


def test_ask_prints_the_answer_and_shows_it_in_the_window(start: Start, server: ThreadedApiServer) -> None:
    server.chat(ChatReply("Forty-two, as ever."))
    program = start()
    answer = program.aloud("ask", "What is it?", "--no-speech")
    assert (answer.returncode, answer.stdout.strip()) == (0, "Forty-two, as ever.")
    program.see("Forty-two, as ever.")
    assert not server.speech_requests


def test_a_refused_question_ends_with_the_reason(start: Start, server: ThreadedApiServer) -> None:
    server.chat(ChatReply(status=404, error={"error": {"message": "no such model", "code": "model_not_found"}}))
    program = start()
    answer = program.aloud("ask", "What is it?")
    assert answer.returncode == 1
    assert "model" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_stop_silences_and_tells_by_its_exit_code_whether_anything_ran(
    start: Start, server: ThreadedApiServer, ear: Ear
) -> None:
    server.speech(SpeechReply(seconds=20.0))  # two commands begin and end while it is said
    program = start()
    assert program.aloud("stop").returncode == 3
    assert program.aloud("say", "A rather long sentence that takes its time.").returncode == 0
    program.wait_for_event("phrase_started")
    status = json.loads(program.aloud("status").stdout)
    assert status["running"] is True
    assert program.aloud("stop", "--speech").returncode == 0
    stopped = program.wait_for_event("speech_stopped")["t"]
    assert ear.heard().first_sound(stopped + 0.06) is None


def test_a_second_start_raises_the_window_of_the_first(start: Start) -> None:
    program = start()
    second = program.aloud()
    assert second.returncode == 0
    assert len([node for node in program.window.children if node.name]) >= 1


def test_a_book_from_standard_input_is_read_under_the_listeners_hand(start: Start, ear: Ear) -> None:
    program = start(speech_source="hibari")
    long = "which goes on for a while and then for another while as sentences of old books like to do " * 2
    book = "".join(f"This is sentence number {number} of a book {long}to its end. " for number in range(1000))
    with program.say(book) as say:
        program.wait_for_event("phrase_started")
        program.read("sentence 1")
        program.read("This is sentence number 0 of a book")
        assert "sentence number" in json.loads(program.aloud("status").stdout)["speech"]["phrase"]

        program.press("Pause")
        program.read("Paused")
        paused = time.monotonic()
        pause(1.0)
        assert ear.heard().first_sound(paused + 0.3) is None
        program.press("Pause")
        program.read("Speaking")

        for _ in range(2):
            there = _sentence(program) + 1
            program.press("Next sentence")
            _wait_for_sentence(program, there)
        _go_back_to_sentence(program, there - 1)
        assert say.poll() is None, "the rest waits in the pipe"

        assert program.aloud("stop", "--speech").returncode == 0
        assert say.wait(10) == 0, "nobody wants the rest"
        assert not program.shows("Previous sentence")


def test_leaving_the_terminal_silences_the_book_it_was_sending(start: Start, ear: Ear) -> None:
    program = start(speech_source="hibari")
    with program.say("A sentence of a book without an end, as it seems to me. " * 3000) as say:
        program.wait_for_event("phrase_started")
        say.send_signal(signal.SIGINT)
        assert say.wait(10) == 130
        assert say.stderr is not None
        assert "Traceback" not in say.stderr.read().decode()
        stopped = program.wait_for_event("speech_stopped")["t"]
        pause(0.5)
        assert ear.heard().first_sound(stopped + 0.06) is None


def test_what_came_of_a_text_is_said_to_its_end_where_the_pipe_closes_early(start: Start) -> None:
    program = start(speech_source="hibari")
    assert program.aloud("say", "-", text="The first line of a long file.\nThe second").returncode == 0
    program.wait_for_event("phrase_finished", 2)


def _sentence(program: Program) -> int:
    """The number that the speech bar shows."""
    found = (re.fullmatch(r"sentence (\d+)", text) for text in program.screen.texts(program.window))
    return next((int(match[1]) for match in found if match), 0)


def _wait_for_sentence(program: Program, number: int) -> None:
    program.wait_for(lambda: _sentence(program) == number, f"sentence {number}")


def _go_back_to_sentence(program: Program, number: int) -> None:
    """Where a sentence has been said for a while, as on a busy machine, back leads to its own beginning first."""

    def is_there() -> bool:
        program.press("Previous sentence")
        return _sentence(program) <= number

    program.wait_for(is_there, f"sentence {number} or one before")
