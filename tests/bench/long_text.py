"""300 pages from standard input: how soon they are heard, what they cost while they are, and whether the window waits.

The hours of listening pass on a clock that jumps; presenters, text engine and pipeline are the real ones. The first
sound is the real program's, at the sound server's monitor.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from desktop_app.control.wire import ADDRESS_FILE
from desktop_app.domain.phrase import Phrase
from desktop_app.presenters import portions
from desktop_app.presenters.piped_text import say_text
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pipeline import SpeechPipeline
from desktop_app.storage.paths import Profile
from tests.bench.report import line
from tests.support.api_server import SpeechReply, ThreadedApiServer
from tests.support.fake_output import FakeOutput
from tests.support.fake_views import FakeNotices, FakeSpeechBar, FakeTranscript
from tests.support.fake_voices import FakeVoice, FakeVoices
from tests.support.program import ROOT, Program
from tests.support.pulse import Ear
from tests.support.screen import Screen
from tests.support.virtual_time import run_virtual

PAGES = 300
_CHARACTERS = 3000  # a page
_CHUNK = 4096
_STARTS = 15
_LINE = "the old house stood at the end of a long road where nobody had walked for years and years until that day"
_WORDS = _LINE.split()


def main() -> None:
    book = book_of(PAGES * _CHARACTERS)
    run_virtual(_listen(book))
    _first_sounds()


def book_of(characters: int) -> str:
    """Paragraphs of sentences of any length, with a heading now and then."""
    chance = random.Random(15)
    paragraphs: list[str] = []
    length = 0
    while length < characters:
        sentences = [" ".join(chance.choices(_WORDS, k=chance.randint(4, 25))).capitalize() for _ in range(6)]
        paragraphs.append(("## A chapter\n\n" if not len(paragraphs) % 40 else "") + ". ".join(sentences) + ".\n\n")
        length += len(paragraphs[-1])
    return "".join(paragraphs)[:characters]


class _Listener:
    """Tells the presenter what the pipeline does, and looks at the memory on the way."""

    def __init__(self, on_phrase: Callable[[], None]) -> None:
        self.presenter: SpeechPresenter | None = None
        self._on_phrase = on_phrase

    def phrase_started(self, phrase: Phrase, moment: float) -> None:
        assert self.presenter is not None
        self.presenter.phrase_started(phrase, moment)
        self._on_phrase()

    def phrase_finished(self, phrase: Phrase) -> None:
        assert self.presenter is not None
        self.presenter.phrase_finished(phrase)

    def speech_finished(self, turn_id: str) -> None:
        assert self.presenter is not None
        self.presenter.speech_finished(turn_id)

    def speech_trouble(self, error: Exception, fallback: bool) -> None:  # noqa: FBT001 - as the port has it
        raise error

    def word_reached(self, phrase: Phrase, word: int, exact: bool) -> None: ...  # noqa: FBT001 - as the port has it
    def silenced(self) -> None: ...
    def level(self, level: float) -> None: ...
    def devices_found(self, devices: list[str]) -> None: ...
    def device_ready(self, chosen: bool) -> None: ...  # noqa: FBT001 - as the port has it
    def state_changed(self, state: str) -> None: ...
    def event(self, name: str, turn_id: str, fields: dict[str, object]) -> None: ...


async def _listen(book: str) -> None:
    sent = phrases = 0
    resident: list[tuple[int, float]] = []
    marks = [0.02, 0.1, 0.25, 0.5, 0.75, 1.0]
    ahead = array("f")

    async def pipe() -> AsyncIterator[str]:
        nonlocal sent
        for sent in range(0, len(book), _CHUNK):
            yield book[sent : sent + _CHUNK]

    def on_phrase() -> None:
        nonlocal phrases
        phrases += 1
        voice.asked.clear()  # what the measurement itself remembers is not what is measured
        current = presenter.current
        place = current.end if current else 0
        ahead.append((sent + _CHUNK - place) / 1000)
        if marks and place >= marks[0] * len(book) * 0.998:
            gc.collect()
            resident.append((round(100 * marks.pop(0)), _resident()))

    output = FakeOutput(24000, block=12000, deaf=True)
    voices = FakeVoices()
    voices.embedded = voice = FakeVoice(seconds=4.5, rate=24000)
    listener = _Listener(on_phrase)
    pipeline = SpeechPipeline(output, voices, listener, SpeechOptions())
    output.tell = pipeline.mark_passed
    presenter = SpeechPresenter(pipeline, FakeTranscript(), FakeSpeechBar(), FakeNotices())
    listener.presenter = presenter
    slices = _Slices()
    began, clock = time.process_time(), asyncio.get_running_loop().time
    at = clock()
    await say_text(presenter, pipe(), Tasks())
    while presenter.active:  # noqa: ASYNC110 - on a clock that jumps
        await asyncio.sleep(1)
    took = time.process_time() - began
    await pipeline.aclose()
    print(
        f"{PAGES} pages, {len(book) / 1000:.0f} kB, {phrases} phrases, {(clock() - at) / 3600:.1f} hours of listening"
    )
    print("  resident at " + ", ".join(f"{part} %: {size:.1f} MB" for part, size in resident))
    print(line("  text taken from the pipe and not yet heard", ahead, "kB"))
    print(line("  longest piece of cutting on the window's thread", slices.took, target="8"))
    print(f"  processor: {took / len(book) * 1e6:.1f} µs a character, playing included")


class _Slices:
    """How long each piece of cutting held the thread it runs on, in ms of its processor time."""

    def __init__(self) -> None:
        self.took = array("f")
        work = portions.Portions._work

        def timed(one: portions.Portions) -> None:
            began = time.thread_time()
            work(one)
            self.took.append((time.thread_time() - began) * 1000)

        portions.Portions._work = timed  # type: ignore[method-assign, assignment]


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _first_sounds() -> None:
    screen = Screen()
    with ThreadedApiServer() as server, Ear() as ear:
        server.default_speech = SpeechReply(seconds=1.0)
        for source in ("hibari", "server"):
            settings = {
                "chat_source": "server",
                "server_url": server.url,
                "model": "bench",
                "speech_source": source,
                "titles_by_model": False,
            }
            with tempfile.TemporaryDirectory() as folder:
                with Program(screen, Path(folder), settings=settings) as program:
                    first = _first_sound(program, ear, patience=6.0)
                    took = [_first_sound(program, ear) for _ in range(_STARTS)]
                print(line(f"say -, {source}: first sentence in the pipe to sound", took, target="100"))
                print(f"  the very first of this copy: {first:.0f} ms")
        with tempfile.TemporaryDirectory() as folder:
            print(f"say - with no copy running: command to sound {_cold(Path(folder), ear):.0f} ms")
    screen.close()


def _first_sound(program: Program, ear: Ear, patience: float = 1.5) -> float:
    """From the sentence's arrival in the pipe of a command that stands by, in ms."""
    with _say(program.profile) as say:
        assert say.stdin is not None
        time.sleep(1.5)  # the command connects; the speech of the last time has ended
        asked = time.monotonic()
        say.stdin.write(b"The first sentence of the book is here. And the second one is.\n")
        say.stdin.flush()
        time.sleep(patience)
        sound = ear.heard().first_sound(asked)
        say.stdin.close()
        say.wait(10)
    program.aloud("stop")
    return ((sound or float("inf")) - asked) * 1000


def _cold(profile: Path, ear: Ear) -> float:
    asked = time.monotonic()
    with _say(profile, "--demo") as say:
        say.communicate(b"The first sentence of the book is here. And the second one is.\n")
    time.sleep(8)
    sound = ear.heard().first_sound(asked)
    _quit(profile)
    return ((sound or float("inf")) - asked) * 1000


def _say(profile: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "desktop_app", "--data-dir", str(profile), *options, "say", "-"]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "xcb"}, stdin=subprocess.PIPE)


def _quit(profile: Path) -> None:
    os.kill(json.loads((Profile(profile).control / ADDRESS_FILE).read_text("utf-8"))["pid"], signal.SIGTERM)
    time.sleep(2)


if __name__ == "__main__":
    main()
