"""Conversations are kept while they stream, listed by day, opened where one left off, and closing is silent at once."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.program import Program, pause
from tests.support.pulse import Ear

SENTENCE = "The kettle begins to sing on the old stove."
LONG = f"{SENTENCE} " * 60


def listed(program: Program) -> list[str]:
    """The headings and titles of the sidebar, from above."""
    return [node.name for node in program.get("Conversations").children]


def leave(program: Program) -> None:
    program.keys("ctrl+q")
    assert program.wait(30) == 0


def talk_of_boats_and_of_cats(program: Program, server: ThreadedApiServer) -> None:
    """In two conversations; that of cats is open."""
    server.chat(ChatReply("A word about boats."), ChatReply("A word about cats."))
    program.ask("Tell me of boats.")
    program.see("A word about boats.")
    program.wait_for_event("turn_finished")
    program.keys("ctrl+n")
    program.wait_for(lambda: "boats" not in program.transcript, "an empty page")
    program.ask("Tell me of cats.")
    program.see("A word about cats.")
    program.wait_for_event("turn_finished", 2)


def test_conversations_are_listed_by_day_opened_again_and_deleted(start: Start, server: ThreadedApiServer) -> None:
    program = start(spoken_replies=False)
    talk_of_boats_and_of_cats(program, server)
    program.wait_for(lambda: listed(program) == ["Today", "Tell me of cats.", "Tell me of boats."], "both titles")

    program.go_to("Conversations")
    program.keys("Home", "Down", "Down", "Return")
    assert "A word about cats." not in program.see("A word about boats.")
    leave(program)

    program.start()
    assert "A word about cats." not in program.see("A word about boats.")
    program.ask("Say more.")
    program.see("You said: Say more.")
    assert [message["content"] for message in server.chat_requests[-1].json["messages"]] == [
        "Tell me of boats.",
        "A word about boats.",
        "Say more.",
    ]
    program.wait_for(lambda: listed(program) == ["Today", "Tell me of boats.", "Tell me of cats."], "the newest first")

    program.go_to("Conversations")
    program.keys("End", "Delete")
    program.wait_for(lambda: listed(program) == ["Today", "Tell me of boats."], "one title to go")
    program.press("Undo the deletion")
    program.wait_for(lambda: len(listed(program)) == 3, "it to come back")
    program.go_to("Conversations")
    program.keys("End", "Delete")
    program.wait_for(lambda: listed(program) == ["Today", "Tell me of boats."], "one title to go")
    program.wait_for_event("turn_finished", 3)
    leave(program)
    program.start()
    program.see("You said: Say more.")
    program.wait_for(lambda: listed(program) == ["Today", "Tell me of boats."], "the list of the side")


@pytest.mark.parametrize("how", ["ctrl+q", "alt+F4"])
def test_closing_in_the_middle_is_silent_at_once_and_keeps_the_half_answer(
    start: Start, server: ThreadedApiServer, ear: Ear, how: str
) -> None:
    server.default_chat = lambda _request: ChatReply(LONG, chunk=6, pace=0.02)
    server.default_speech = SpeechReply(seconds=4.0)
    program = start()
    program.ask("Talk for a long time.")
    program.wait_for_event("phrase_started")
    program.see(SENTENCE)
    closed = time.monotonic()
    program.keys(how)
    pressed = time.monotonic()
    assert program.wait(30) == 0
    pause(0.8)
    heard = ear.heard()
    assert heard.first_sound(pressed + 0.5) is None, "of a sentence of four seconds"
    assert heard.last_sound(closed - 1.0) is not None, "it was heard until then"
    program.wait_for(lambda: server.chat_requests[0].dropped_at is not None, "the server to see the stream dropped")
    program.start()
    assert SENTENCE in program.see("stopped")
    assert "Traceback" not in program.stderr


def test_an_answer_that_a_kill_cut_off_goes_on_or_is_asked_for_anew(start: Start, server: ThreadedApiServer) -> None:
    server.chat(ChatReply(LONG, chunk=6, pace=0.02), ChatReply(" And it went on."))
    program = start(spoken_replies=False)
    program.ask("Begin.")
    program.see(SENTENCE)
    pause(0.5)
    program.kill()
    program.start()
    page = program.see("interrupted")
    assert SENTENCE in page
    assert "Retry" in page
    assert "Begin." in page
    program.click(program.get("Transcript"), "Continue")

    page = program.see("And it went on.")
    assert SENTENCE in page
    program.wait_for(lambda: "interrupted" not in program.transcript, "the answer to be whole")
    assert [message["role"] for message in server.chat_requests[-1].json["messages"]] == ["user", "assistant", "user"]

    server.chat(ChatReply(LONG, chunk=6, pace=0.02), ChatReply("Another one."))
    program.ask("Again.")
    program.wait_for(lambda: program.transcript.count(SENTENCE) > 1, "a second answer")
    pause(0.5)
    program.kill()
    program.start()
    program.see("interrupted")
    follow_link(program, "Retry")
    program.see("Another one.")


def test_a_damaged_history_is_said_and_what_can_be_read_is_there_again(
    start: Start, server: ThreadedApiServer, profile: Path
) -> None:
    program = start(spoken_replies=False)
    talk_of_boats_and_of_cats(program, server)
    leave(program)
    history = profile / "history.db"
    history.write_bytes(b"\xff" * 4096 + history.read_bytes()[4096:])

    program.start()
    program.wait_for(lambda: "2 conversations with 4 messages" in program.notice(), "what was brought over")
    (kept,) = profile.glob("history.db.salvaged-*")
    assert str(kept) in program.notice()
    program.wait_for(lambda: listed(program) == ["Today", "Tell me of cats.", "Tell me of boats."], "both titles")
    program.go_to("Conversations")
    program.keys("End", "Return")
    program.see("A word about boats.")
    program.ask("Say more.")
    program.see("You said: Say more.")
    leave(program)


def test_what_cannot_be_written_now_is_said_and_written_when_it_can_be(
    start: Start, server: ThreadedApiServer, profile: Path
) -> None:
    server.chat(ChatReply("A word about boats."))
    program = start(spoken_replies=False)
    with locked(profile / "history.db"):
        program.ask("Tell me of boats.")
        program.see("A word about boats.")
        program.wait_for(lambda: "cannot be written" in program.notice(), "a notice")
    program.wait_for(lambda: not program.shows("Notice"), "the notice to go")
    program.kill()
    program.start()
    program.see("A word about boats.")


def test_a_full_disk_is_said_and_the_answer_saved_when_there_is_room(
    small_profile: Path, start: Start, server: ThreadedApiServer
) -> None:
    text = "All of this is kept in memory. " * 20_000
    server.chat(ChatReply(text, chunk=2000, pace=0.01))
    program = start(spoken_replies=False)
    program.ask("Talk on and on.")
    program.wait_for(lambda: "disk is full" in program.notice(), "a notice")
    program.wait_for_event("turn_finished", patience=60)
    subprocess.run(["mount", "-o", "remount,size=40m", small_profile], check=True)
    program.wait_for(lambda: not program.shows("Notice"), "the notice to go")
    program.kill()
    with contextlib.closing(sqlite3.connect(small_profile / "history.db")) as db:
        assert max(len(row[0]) for row in db.execute("SELECT text FROM parts")) == len(text)


def follow_link(program: Program, name: str) -> None:
    """By key."""
    page = program.go_to("Transcript")
    for _ in range(10):
        if any(child.role == "link" and child.name == name for child in page.children):
            program.keys("Return")
            return
        program.keys("Tab")
        pause(0.2)
    raise AssertionError(f"Tab leads to no link {name}")


@pytest.fixture
def small_profile(profile: Path) -> Iterator[Path]:
    """A profile on a disk of its own, of 900 kB."""
    profile.mkdir(parents=True)
    if os.geteuid() != 0:
        pytest.skip("only root may make a disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", profile], check=False).returncode:
        pytest.skip("no disk of our own can be made here")
    yield profile
    subprocess.run(["umount", "-l", profile], check=True)


@contextlib.contextmanager
def locked(history: Path) -> Iterator[None]:
    """By another program that goes on writing."""
    with contextlib.closing(sqlite3.connect(history, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
