"""The program as its user meets it: Esc to silence, the speech server's first byte to the first sound, demo to sound.

A real key on a virtual screen, a real HTTP server, and a recording of the sound server's monitor. Moments on this side
and in the program's event log are of one clock.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

from tests.bench.report import line
from tests.support.api_server import ChatReply, RecordedRequest, SpeechReply, ThreadedApiServer
from tests.support.program import Program
from tests.support.pulse import Ear
from tests.support.screen import Screen

STOPS = 50
STARTS = 30
LONG = "A tone that is long enough to be cut off anywhere stands for this sentence here."
SHORT = "Here is a short answer."


def main() -> None:
    screen = Screen()
    with ThreadedApiServer() as server, Ear() as ear:
        with _program(screen, server) as program:
            print(line("Esc to silence at the monitor", _stops(program, server, ear), target="median 15, worst 40"))
            print(line("first audible byte to first sound", _starts(program, server, ear), target="median 20"))
        with _program(screen, server, "--demo") as program:
            print(line("demo: phrase complete to sound", _demo(program, ear), target="60"))
    screen.close()


@contextmanager
def _program(screen: Screen, server: ThreadedApiServer, *arguments: str) -> Iterator[Program]:
    settings = {"chat_source": "server", "server_url": server.url, "model": "bench", "titles_by_model": False}
    with (
        tempfile.TemporaryDirectory() as folder,
        Program(screen, Path(folder), *arguments, settings=settings) as program,
    ):
        yield program


def _stops(program: Program, server: ThreadedApiServer, ear: Ear) -> list[float]:
    keyboard = _Keyboard()
    found: list[float] = []
    for number in range(STOPS):
        server.chat(ChatReply(LONG))
        server.speech(*[SpeechReply(seconds=4.0)] * 2)
        program.aloud("ask", LONG)
        program.wait_for_event("phrase_started", number + 1)
        time.sleep(random.uniform(0.1, 1.5))
        pressed = keyboard.press("Escape")
        time.sleep(0.4)
        last = ear.heard().last_sound(pressed - 0.3)
        found.append(max(0.0, (last or pressed) - pressed) * 1000)
    return found


def _starts(program: Program, server: ThreadedApiServer, ear: Ear) -> list[float]:
    found: list[float] = []
    before = len(server.speech_requests)
    for number in range(STARTS):
        server.chat(ChatReply(SHORT))
        server.speech(SpeechReply(seconds=0.5, delay=0.2))
        asked = time.monotonic()
        program.aloud("ask", "Say it.")
        request = _finished_request(program, server, before + number)
        time.sleep(0.9)
        sound = ear.heard().first_sound(asked)
        if sound is not None and request.first_byte_at is not None:
            found.append((sound - request.first_byte_at) * 1000)
    return found


def _finished_request(program: Program, server: ThreadedApiServer, number: int) -> RecordedRequest:
    def sent() -> bool:
        requests = server.speech_requests
        return len(requests) > number and requests[number].finished_at is not None

    program.wait_for(sent, "the sound to be sent")
    return server.speech_requests[number]


def _demo(program: Program, ear: Ear) -> list[float]:
    """The event log tells when the first phrase of a turn was complete."""
    found: list[float] = []
    for number in range(STARTS + 1):
        program.aloud("ask", "--new", "Hello?") if number == 0 else program.aloud("say", SHORT)
        known = [event for event in program.events("phrase_ready") if event["phrase"] == 0]
        ready = known[-1]["t"]
        time.sleep(0.6)
        sound = ear.heard().first_sound(ready)
        if sound is not None and number:  # the first one loads the voice
            found.append((sound - ready) * 1000)
        program.aloud("stop")
        time.sleep(0.3)
    return found


class _Keyboard:
    """A key pressed by the X server itself, and the moment of it."""

    def __init__(self) -> None:
        self._display: Any = Display()

    def press(self, name: str) -> float:
        code = self._display.keysym_to_keycode(XK.string_to_keysym(name))
        moment = time.monotonic()
        for kind in (X.KeyPress, X.KeyRelease):
            xtest.fake_input(self._display, kind, code)
        self._display.sync()
        return moment
