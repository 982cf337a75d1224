"""What a terminal can do with the running copy."""

from __future__ import annotations

import json

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
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
    server.speech(*[SpeechReply(seconds=5.0)] * 5)
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
