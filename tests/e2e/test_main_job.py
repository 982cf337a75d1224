"""Type, watch it stream, hear it while it is written, stop it."""

from __future__ import annotations

import itertools

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, RecordedRequest, SpeechReply, ThreadedApiServer, tone_for
from tests.support.program import Program, pause
from tests.support.pulse import Ear

SENTENCES = [
    "The kettle begins to sing on the old stove.",
    "A grey cat walks slowly along the garden wall.",
    "Seven boats are waiting in the quiet harbour.",
    "Nobody remembers who painted the blue door.",
    "The last train leaves a little after midnight.",
]
ANSWER = " ".join(SENTENCES)


def speech_in_order(server: ThreadedApiServer) -> list[RecordedRequest]:
    """By their place in ``ANSWER``: two phrases are asked for at a time, and the second may arrive before the first."""
    return sorted(server.speech_requests, key=lambda request: ANSWER.find(request.json["input"]))


def said(server: ThreadedApiServer) -> list[str]:
    return [request.json["input"] for request in speech_in_order(server)]


def wait_for_all_of_it(program: Program, server: ThreadedApiServer) -> None:
    """Until the whole of ``ANSWER`` was asked for, and heard."""
    whole = ANSWER.replace(" ", "")
    program.wait_for(lambda: "".join(said(server)).replace(" ", "") == whole, "all of it to be asked for", 30)
    program.wait_for(lambda: len(program.events("phrase_finished")) == len(said(server)), "the end of the speech", 30)


def heard_texts(ear: Ear, server: ThreadedApiServer) -> list[str]:
    """The texts whose tones the sound server played, in the order in which they were heard."""
    heard = ear.heard()
    pitches = [heard.pitch(begin, end) for begin, end in heard.sounds(gap=0.05) if end - begin > 0.05]
    by_pitch = {tone_for(text): text for text in said(server)}
    texts = [by_pitch[min(by_pitch, key=lambda known: abs(known - pitch))] for pitch in pitches if by_pitch]
    return [text for text, _ in itertools.groupby(texts)]


def dropped(request: RecordedRequest) -> bool:
    return request.dropped_at is not None


def test_the_answer_is_read_and_heard_in_order_while_it_is_written(
    start: Start, server: ThreadedApiServer, ear: Ear
) -> None:
    server.chat(ChatReply(ANSWER, chunk=4, pace=0.08))
    program = start()
    program.ask("Tell me five things.")
    heard = program.wait_for_event("phrase_started")["t"]
    program.see(SENTENCES[-1], patience=20)
    wait_for_all_of_it(program, server)
    third = next(event["t"] for event in program.events("phrase_ready") if event["phrase"] == 2)
    assert heard < third, "the first phrase is heard before the third is written"
    assert heard_texts(ear, server) == said(server)
    asked = server.chat_requests[0].json
    assert asked["stream"] is True
    assert asked["messages"][-1] == {"role": "user", "content": "Tell me five things."}


def test_code_and_markdown_signs_are_shown_and_never_said(start: Start, server: ThreadedApiServer) -> None:
    answer = (
        "Use **one** call.\n\n```python\nprint('hello')\nprint('world')\n```\n\n> [!WARNING]\n> Mind the gap.\n\n"
        "- [x] It costs $5 and $6, where $x^2$ is small[^1].\n\n$$\n\\frac{a}{b} = c\n$$\n\nKettle\n: It sings.\n\n"
        "[^1]: So they say.\n\nThat is *all* of it."
    )
    server.chat(ChatReply(answer, chunk=3))
    program = start()
    program.ask("How?")
    transcript = program.see("That is all of it.")
    assert "print('hello')" in transcript
    assert "python · 2 lines · not spoken" in transcript
    program.wait_for(lambda: "all of it" in " ".join(said(server)), "the last sentence to be said")
    words = " ".join(said(server))
    assert "print" not in words
    assert not set("*`[]^\\{>") & set(words)
    for told in ("Warning: Mind the gap.", "$5 and $6, where x squared is small.", "a over b equals c", "So they say."):
        assert told in words
    for sign in ("$$", "[^1]", "[x]", "[!WARNING]", ": It sings"):
        assert sign not in transcript


def test_escape_silences_the_voice_and_then_stops_the_answer(start: Start, server: ThreadedApiServer, ear: Ear) -> None:
    server.chat(ChatReply(ANSWER * 20, chunk=6, pace=0.05))
    server.speech(*[SpeechReply(seconds=3.0)] * 40)
    program = start()
    program.ask("Talk for a long time.")
    program.wait_for_event("phrase_started")
    pause(0.5)
    program.keys("Escape")
    stopped = program.wait_for_event("speech_stopped")["t"]
    before = len(program.transcript)
    pause(1.0)
    assert ear.heard().first_sound(stopped + 0.06) is None, "silence, and it lasts while the answer goes on"
    assert len(program.transcript) > before
    program.keys("Escape")
    program.see("stopped")
    program.wait_for(lambda: dropped(server.chat_requests[0]), "the server to see the stream dropped")
    assert program.events("turn_stopped")


def test_after_a_stop_a_new_prompt_is_answered_and_nothing_old_is_heard(
    start: Start, server: ThreadedApiServer, ear: Ear
) -> None:
    server.chat(ChatReply(ANSWER * 20, chunk=6, pace=0.05), ChatReply("Something else entirely is true.", chunk=6))
    old_words = ("kettle", "cat", "boats", "door", "train")
    server.speech_about = dict.fromkeys(old_words, SpeechReply(seconds=3.0, hz=500.0))
    server.default_speech = SpeechReply(seconds=1.0, hz=2000.0)
    program = start()
    program.ask("Talk.")
    program.wait_for_event("phrase_started")
    program.press("Stop")
    program.see("stopped")
    stopped = program.wait_for_event("speech_stopped")["t"]
    program.ask("And now?")
    program.see("Something else entirely is true.")
    program.wait_for(lambda: len(program.events("phrase_finished")) >= 1, "the new answer to be said")
    heard = ear.heard()
    after = [heard.pitch(begin, end) for begin, end in heard.sounds(gap=0.05) if begin > stopped + 0.06]
    assert after
    assert all(abs(pitch - 2000.0) < 30 for pitch in after), after


def test_with_spoken_replies_off_no_request_is_made_for_speech(start: Start, server: ThreadedApiServer) -> None:
    server.chat(ChatReply(ANSWER))
    program = start(spoken_replies=False)
    program.ask("Quietly, please.")
    program.see(SENTENCES[-1])
    program.wait_for_event("turn_finished")
    pause(0.5)
    assert not server.speech_requests


def test_a_second_question_carries_the_whole_conversation(start: Start, server: ThreadedApiServer) -> None:
    server.chat(ChatReply("One."), ChatReply("Two."))
    program = start(spoken_replies=False, system_prompt="Be brief.")
    program.ask("First?")
    program.see("One.")
    program.wait_for_event("turn_finished")
    program.ask("Second?")
    program.see("Two.")
    roles = [(message["role"], message["content"]) for message in server.chat_requests[1].json["messages"]]
    assert roles == [("system", "Be brief."), ("user", "First?"), ("assistant", "One."), ("user", "Second?")]


def test_the_facts_of_an_answer_stand_under_it_and_in_the_event_log(start: Start, server: ThreadedApiServer) -> None:
    server.chat(ChatReply("It is a short answer, and a good one."))
    program = start()
    program.ask("Well?")
    transcript = program.see("first sound")
    assert "first word" in transcript
    program.wait_for_event("phrase_finished")
    names = [event["event"] for event in program.events()]
    order = ["turn_started", "first_token", "phrase_ready", "speech_requested", "speech_first_byte", "phrase_started"]
    assert [name for name in names if name in order][:1] == ["turn_started"]
    assert set(order) | {"usage", "turn_finished"} <= set(names)
    assert not any("short answer" in str(event) for event in program.events()), "no text in the event log"


def test_an_answer_without_streaming_is_said_when_it_comes(start: Start, server: ThreadedApiServer) -> None:
    server.chat(ChatReply(ANSWER))
    program = start(streaming=False)
    program.ask("All at once.")
    program.see(SENTENCES[-1])
    program.wait_for_event("phrase_started")
    assert not server.chat_requests[0].json.get("stream")


def test_killed_in_mid_answer_it_comes_back_with_what_was_written(start: Start, server: ThreadedApiServer) -> None:
    server.chat(ChatReply(ANSWER * 20, chunk=6, pace=0.02))
    program: Program = start(spoken_replies=False)
    program.ask("Begin.")
    program.see(SENTENCES[3])
    pause(0.6)
    program.kill()
    program.start()
    assert SENTENCES[3] in program.see("interrupted")
