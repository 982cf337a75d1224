"""The speech thread as the window uses it: methods that return at once, signals in the window's thread."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.choices import SpeechSource
from desktop_app.domain.errors import NoDevice
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pipeline import TRIAL
from desktop_app.speech.worker import SpeechWorker
from tests.support.api_server import SpeechReply, ThreadedApiServer
from tests.support.pulse import Ear, PrivatePulse
from tests.support.signals import waiting_for


@pytest.fixture
def server() -> Iterator[ThreadedApiServer]:
    with ThreadedApiServer() as server:
        server.default_speech = SpeechReply(seconds=0.4)
        yield server


@pytest.fixture
def make_worker(qtbot: QtBot) -> Iterator[Callable[[SpeechOptions], SpeechWorker]]:
    made: list[SpeechWorker] = []

    def make(options: SpeechOptions) -> SpeechWorker:
        worker = SpeechWorker(options)
        made.append(worker)
        worker.start()
        return worker

    yield make
    for worker in made:
        worker.shutdown()
        assert not worker.isRunning()


def options_for(server: ThreadedApiServer) -> SpeechOptions:
    return SpeechOptions(source=SpeechSource.SERVER, voice="coral", server_url=server.url, api_key="k")


def phrases(count: int, turn: str = "t") -> list[Phrase]:
    return [Phrase(turn, index, f"{turn} says number {index}.", 0, 1) for index in range(count)]


def say_all(worker: SpeechWorker, turn: str, count: int) -> None:
    for phrase in phrases(count, turn):
        worker.say(phrase)
    worker.finish(turn)


Make = Callable[[SpeechOptions], SpeechWorker]

_WARM = """
import sys, time
from PySide6.QtCore import QCoreApplication
from desktop_app.speech.worker import SpeechWorker

application = QCoreApplication([])
worker = SpeechWorker()
worker.start()
heavy = {"numpy", "soxr"}
cold = not heavy & set(sys.modules)
worker.warm()
deadline = time.monotonic() + 60
while not heavy <= set(sys.modules) and time.monotonic() < deadline:
    time.sleep(0.01)
worker.shutdown()
print(cold, heavy <= set(sys.modules))
"""


@pytest.mark.sound
def test_a_turn_is_heard_and_told_in_the_windows_thread(
    qtbot: QtBot, make_worker: Make, server: ThreadedApiServer, ear: Ear
) -> None:
    worker = make_worker(options_for(server))
    threads: set[threading.Thread] = set()
    started: list[Phrase] = []
    names: list[str] = []
    levels: list[float] = []
    worker.phrase_started.connect(lambda phrase, _moment: started.append(phrase))
    worker.phrase_started.connect(lambda _phrase, _moment: threads.add(threading.current_thread()))
    worker.happened.connect(lambda name, _turn, _fields: names.append(name))
    worker.level.connect(levels.append)
    with waiting_for(qtbot, worker.device_ready):  # what waits for a device may be said in one breath
        worker.warm()
    with waiting_for(qtbot, worker.speech_finished) as finished:
        say_all(worker, "t", 3)
    assert finished == [("t",)]
    assert started == phrases(3)
    assert threads == {threading.main_thread()}
    expected = {
        "device_opened", "phrase_ready", "speech_requested", "speech_first_byte", "phrase_started", "phrase_finished"
    }  # fmt: skip
    assert expected <= set(names)
    assert max(levels) > 0.3
    by_text = {request.json["input"]: request.hz for request in server.speech_requests}
    assert ear.heard().pitches() == [pytest.approx(by_text[phrase.text], abs=6) for phrase in phrases(3)]


@pytest.mark.sound
def test_a_stop_is_heard_of_once_and_what_was_asked_before_it_is_forgotten(
    qtbot: QtBot, make_worker: Make, server: ThreadedApiServer, ear: Ear
) -> None:
    worker = make_worker(options_for(server))
    finished: list[str] = []
    silenced: list[None] = []
    worker.speech_finished.connect(finished.append)
    worker.silenced.connect(lambda: silenced.append(None))
    with waiting_for(qtbot, worker.phrase_started):
        say_all(worker, "old", 3)
    with waiting_for(qtbot, worker.silenced, 5_000):
        say_all(worker, "late", 2)
        worker.stop()
    with waiting_for(qtbot, worker.speech_finished):
        say_all(worker, "new", 1)
    assert finished == ["new"]
    assert len(silenced) == 1
    heard = ear.heard()
    by_text = {request.json["input"]: request.hz for request in server.speech_requests}
    assert heard.pitch(*heard.sounds()[-1]) == pytest.approx(by_text["new says number 0."], abs=6)
    # A request may have left before the stop; what counts is that nothing of it is heard.
    late = [hz for text, hz in by_text.items() if text.startswith("late") and hz is not None]
    pitches = [heard.pitch(begin, end) for begin, end in heard.sounds()]
    assert not [pitch for pitch in pitches for hz in late if abs(pitch - hz) < 6]


@pytest.mark.sound
def test_a_trial_is_said_under_its_own_name(
    qtbot: QtBot, make_worker: Make, server: ThreadedApiServer, pulse: PrivatePulse
) -> None:
    worker = make_worker(SpeechOptions())
    with waiting_for(qtbot, worker.speech_finished) as finished:
        worker.try_voice("This is how I sound.", options_for(server))
    assert finished == [(TRIAL,)]
    assert len(server.speech_requests) == 1


@pytest.mark.sound
def test_devices_are_found_when_asked_for(qtbot: QtBot, make_worker: Make, pulse: PrivatePulse) -> None:
    worker = make_worker(SpeechOptions())
    with waiting_for(qtbot, worker.devices_found, 10_000) as found:
        worker.refresh_devices()
    assert "Null Output" in found[0][0]


def test_without_a_device_the_turn_ends_and_says_why(
    qtbot: QtBot, make_worker: Make, monkeypatch: pytest.MonkeyPatch, server: ThreadedApiServer
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    worker = make_worker(options_for(server))
    troubles: list[Exception] = []
    worker.speech_trouble.connect(lambda error, _fallback: troubles.append(error))
    with waiting_for(qtbot, worker.speech_finished):
        say_all(worker, "t", 2)
    assert [type(error) for error in troubles] == [NoDevice]
    assert not server.speech_requests


def test_words_left_before_the_thread_runs_are_kept(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    worker = SpeechWorker(SpeechOptions())
    worker.refresh_devices()
    with waiting_for(qtbot, worker.devices_found, 10_000):
        worker.start()
    worker.shutdown()


def test_a_worker_that_never_ran_shuts_down(qtbot: QtBot) -> None:
    worker = SpeechWorker(SpeechOptions())
    worker.stop()
    worker.shutdown()
    worker.shutdown()
    worker.stop()


@pytest.mark.sound
def test_shutting_down_in_mid_speech_ends_the_thread(
    qtbot: QtBot, make_worker: Make, server: ThreadedApiServer, pulse: PrivatePulse
) -> None:
    server.default_speech = SpeechReply(seconds=20.0, throttle=1.0)
    worker = make_worker(options_for(server))
    with waiting_for(qtbot, worker.phrase_started):
        say_all(worker, "t", 2)
    worker.shutdown()
    assert not worker.isRunning()
    server.wait_until(lambda: server.speech_requests[0].dropped_at is not None)


def test_what_the_first_sound_would_wait_for_is_imported_when_something_will_soon_be_said() -> None:
    ran = subprocess.run([sys.executable, "-c", _WARM], capture_output=True, text=True, check=True, timeout=120)
    assert ran.stdout.split() == ["True", "True"]
