"""What was heard is heard again without the server, and goes into a file of every kind."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import soundfile

from tests.e2e.conftest import Start
from tests.e2e.test_export import save_at
from tests.e2e.test_import import choose_file
from tests.e2e.test_main_job import ANSWER, SENTENCES, said, speech_in_order, wait_for_all_of_it
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.program import Program
from tests.support.pulse import Ear
from tests.support.tones import dominant_hz, tone_for


def hear_an_answer(program: Program, server: ThreadedApiServer) -> None:
    program.ask("Tell me five things.")
    program.see(SENTENCES[-1], patience=20)
    wait_for_all_of_it(program, server)


def read_message(program: Program, words: str) -> None:
    """By the menu of the message in which these words stand, whose fourth entry in force it is."""
    program.open_menu(program.get("Transcript"), words)
    program.keys(*["Down"] * 4, "Return")


def ask_for_the_file_of_the_message(program: Program, words: str) -> None:
    """By the entry below."""
    program.open_menu(program.get("Transcript"), words)
    program.keys(*["Down"] * 5, "Return")


def sound_files(program: Program) -> list[Path]:
    return list((program.profile / "audio").rglob("*.flac"))


def rows(program: Program, table: str) -> int:
    """How many the history has."""
    with contextlib.closing(sqlite3.connect(program.profile / "history.db", timeout=5.0)) as db:
        return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def ask_for_the_file_of_the_conversation(program: Program) -> None:
    """By key, in the side."""
    program.get("Conversations").focus()
    program.keys("Menu")
    program.keys("Up", "Up", "Up", "Return")  # above Export and Delete
    name = program.get("File name:", "text")
    program.screen.wait(lambda: name.has_state("focused"), "the field of the name to have the keyboard")


def save_as(program: Program, path: Path) -> None:
    """In the dialog that has just opened."""
    name = program.get("File name:", "text")
    program.screen.wait(lambda: name.has_state("focused"), "the field of the name to have the keyboard")
    program.keys("ctrl+a")
    program.write(str(path))
    program.keys("Return")
    program.read(f"Saved {path.name}.", patience=40)


def pitches(ear: Ear, since: float = 0.0) -> list[float]:
    """Of what was heard, each change of pitch once, to the ten."""
    heard = ear.heard()
    sounds = [(begin, end) for begin, end in heard.sounds(gap=0.05) if begin > since and end - begin > 0.05]
    found = [round(heard.pitch(begin, end), -1) for begin, end in sounds]
    return [pitch for number, pitch in enumerate(found) if number == 0 or pitch != found[number - 1]]


def asked_pitches(server: ThreadedApiServer) -> list[float]:
    return [round(request.hz or 0.0, -1) for request in speech_in_order(server)]


def export_with_sound(program: Program, path: Path) -> None:
    """By key: the format, and behind it what is below it and can be chosen with it."""
    program.keys("ctrl+shift+p")
    program.write("export conversation")
    program.keys("Return")
    what = program.get("What")
    program.screen.wait(lambda: what.has_state("focused"), "the dialog to have the keyboard")
    program.keys("Tab")
    program.write("J")
    program.read("With kept sound (")
    program.keys("Tab", "space", "Return")
    save_at(program, path)
    program.read(f"Exported {path.name}.")
    assert '"flac": "' in path.read_text("utf-8")


def test_an_old_answer_is_heard_after_a_restart_while_the_server_is_away(
    start: Start, server: ThreadedApiServer, ear: Ear, tmp_path: Path
) -> None:
    server.chat(ChatReply(ANSWER, chunk=4, pace=0.02))
    program = start()
    hear_an_answer(program, server)
    requests, order = len(server.requests), asked_pitches(server)
    program.close_window()
    program.wait()
    assert rows(program, "kept_sounds") == len(order) == len(sound_files(program)), "the table has what lies in audio/"
    server.missing |= {"/v1/audio/speech", "/v1/chat/completions"}
    program.start()
    program.see(SENTENCES[-1])
    restarted = program.events()[-1]["t"]
    read_message(program, SENTENCES[2])
    program.wait_for(lambda: len(program.events("phrase_finished")) == 2 * len(order), "the end of the reading", 30)
    assert pitches(ear, restarted) == order, "each phrase in its own sound, in order"
    assert len(server.requests) == requests, "nothing was asked for"
    assert len(program.events("speech_recalled")) == len(order)
    assert sound_files(program)
    export_with_sound(program, tmp_path / "heard.json")
    program.get("Conversations").focus()
    program.keys("End", "Delete")
    program.get("Undo the deletion")
    program.wait_for(lambda: not sound_files(program), "its sound to go with the conversation", 20)
    program.wait_for(lambda: not rows(program, "kept_sounds"), "its rows to go", 20)
    program.wait_for(lambda: not rows(program, "stray_sounds"), "nothing to be left to go", 20)

    choose_file(program, tmp_path / "heard.json")
    program.read(f"The kept sound of {len(order)} phrases comes along")
    program.keys("Return")
    program.read(f"The kept sound of {len(order)} phrases came along.")
    program.keys("Escape")
    program.wait_for(lambda: rows(program, "kept_sounds") == len(order) == len(sound_files(program)), "sound and rows")
    program.go_to("Conversations")
    program.keys("Home", "Down", "Return")
    program.see(SENTENCES[-1])
    read_message(program, SENTENCES[2])
    program.wait_for(lambda: len(program.events("speech_recalled")) == 2 * len(order), "the sound of the import", 30)
    assert len(server.requests) == requests, "nothing was asked for"


def test_a_message_and_a_conversation_are_saved_as_files(
    start: Start, server: ThreadedApiServer, tmp_path: Path
) -> None:
    server.chat(ChatReply(ANSWER, chunk=40))
    server.default_speech = SpeechReply(seconds=0.8)
    program = start()
    hear_an_answer(program, server)
    asked, order = len(server.speech_requests), asked_pitches(server)
    for ending in ("wav", "flac", "opus", "mp3"):
        ask_for_the_file_of_the_message(program, SENTENCES[1])
        save_as(program, tmp_path / f"said.{ending}")
        samples, rate = soundfile.read(tmp_path / f"said.{ending}", dtype="int16")
        assert 0.8 * len(order) < len(samples) / rate < 1.3 * len(order), ending
        assert abs(dominant_hz(samples[rate // 10 : rate // 2], rate) - order[0]) < 20, ending
    assert len(server.speech_requests) == asked, "all of it was kept"
    assert sorted(path.name for path in tmp_path.glob("said.*")) == ["said.flac", "said.mp3", "said.opus", "said.wav"]
    program.keys("ctrl+comma")
    program.go_to("Settings pages")
    program.keys("Home", "Down")
    program.press("Remove kept sound")
    assert sound_files(program), "not before OK"
    program.press("OK")
    program.wait_for(lambda: not sound_files(program), "the kept sound to go")


def test_a_file_is_made_while_the_answer_is_said(
    start: Start, server: ThreadedApiServer, ear: Ear, tmp_path: Path
) -> None:
    server.chat(ChatReply(ANSWER, chunk=40))
    server.default_speech = SpeechReply(seconds=1.5, delay=0.3)
    program = start()
    program.ask("Tell me five things.")
    program.wait_for_event("phrase_started")
    ask_for_the_file_of_the_message(program, SENTENCES[0])
    save_as(program, tmp_path / "said.flac")
    finished = program.wait_for_event("turn_finished")["turn"]
    program.wait_for(lambda: not program.shows("Pause"), "the end of the speech", 40)
    assert not program.events("speech_stopped")
    phrases = [event["phrase"] for event in program.events("phrase_finished") if event["turn"] == finished]
    assert phrases == sorted(set(phrases)), "in order, nothing twice"
    texts = {round(tone_for(text), -1) for text in said(server)}
    assert set(pitches(ear)) <= texts
    assert soundfile.info(tmp_path / "said.flac").duration > 1.5 * len(phrases)


def test_what_is_not_kept_is_said_for_the_file_and_trouble_is_told(
    start: Start, server: ThreadedApiServer, tmp_path: Path
) -> None:
    server.chat(ChatReply(ANSWER, chunk=40))
    program = start(spoken_replies=False)
    program.ask("Quietly, please.")
    program.see(SENTENCES[-1])
    program.wait_for_event("turn_finished")
    server.default_speech = SpeechReply(delay=5.0)
    ask_for_the_file_of_the_conversation(program)
    program.write(str(tmp_path / "dropped.mp3"))
    program.keys("Return")
    program.press("Cancel saving sound")
    program.wait_for(lambda: not program.shows("Cancel saving sound"), "the press to be heard")
    program.wait_for(lambda: not list(tmp_path.glob("*.part")), "the half file to go")
    assert not list(tmp_path.glob("*.mp3"))
    server.default_speech = SpeechReply()
    server.requests.clear()
    ask_for_the_file_of_the_conversation(program)
    save_as(program, tmp_path / "talk.mp3")
    assert "".join(said(server)).replace(" ", "") == ANSWER.replace(" ", "")
    assert not program.events("phrase_started"), "nothing is heard of it"
    ask_for_the_file_of_the_conversation(program)
    (tmp_path / ".nowhere.mp3.part").mkdir()  # stands where the half file would be written, for root too
    program.keys("ctrl+a")
    program.write(str(tmp_path / "nowhere.mp3"))
    program.keys("Return")
    program.read("The sound was not saved.")
    program.get("Choose another place")
