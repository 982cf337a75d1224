"""The terminal beside the window: it starts a copy where none runs, and reaches one turn among others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, ThreadedApiServer
from tests.support.program import Program
from tests.support.screen import Screen

LONG = "The kettle begins to sing on the old stove. " * 60


def copies(profile: Path) -> list[psutil.Process]:
    """The running copies with this profile."""
    return [process for process in psutil.process_iter(["cmdline"]) if str(profile) in (process.info["cmdline"] or ())]


@pytest.fixture
def nobody(screen: Screen, server: ThreadedApiServer, profile: Path) -> Iterator[Program]:
    """A profile with which no copy runs."""
    settings = {"chat_source": "server", "server_url": server.url, "spoken_replies": False, "titles_by_model": False}
    yield Program(screen, profile, settings=settings)
    for process in copies(profile):
        process.terminate()
        process.wait(10)


def test_ask_starts_a_copy_where_none_runs_and_the_next_command_finds_it(
    nobody: Program, profile: Path, server: ThreadedApiServer
) -> None:
    assert json.loads(nobody.aloud("status").stdout)["running"] is False
    first = nobody.aloud("ask", "Anybody?", "--no-speech")
    assert (first.returncode, first.stdout.strip()) == (0, "You said: Anybody? That is all I know."), first.stderr
    assert len(copies(profile)) == 1
    second = nobody.aloud("ask", "--new", "Somebody else?", "--no-speech")
    assert second.returncode == 0
    assert [len(request.json["messages"]) for request in server.chat_requests] == [1, 1]
    third = nobody.aloud("ask", "And you again?", "--no-speech")
    assert third.returncode == 0
    assert len(server.chat_requests[-1].json["messages"]) == 3
    assert len(copies(profile)) == 1


def test_status_names_the_running_turn_and_stop_ends_it(start: Start, server: ThreadedApiServer) -> None:
    server.chat(ChatReply(LONG, chunk=6, pace=0.05))
    program = start()
    program.ask("Talk.")
    program.wait_for_event("phrase_started")
    status = json.loads(program.aloud("status").stdout)
    (turn,) = status["turns"]
    assert status["speech"]["active"]
    assert status["speech"]["phrase"] in LONG
    assert program.aloud("stop", "no-such-turn").returncode == 3
    assert program.aloud("stop", turn["id"]).returncode == 0
    program.see("stopped")
    status = json.loads(program.aloud("status").stdout)
    assert (status["running"], status["turns"], status["speech"]["active"]) == (True, [], False)
    program.wait_for(lambda: server.chat_requests[0].dropped_at is not None, "the server to see the stream dropped")
