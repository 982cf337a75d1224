"""Speech in a thread of its own: a QThread that runs an event loop in which the pipeline lives.

The window calls methods that only leave word and return; what happens comes back as signals, which Qt delivers in the
window's thread. The sound device is touched in this thread alone, with one exception: ``stop`` sets its mute flag at
once, so that nothing more is heard even if this thread is late.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions

if TYPE_CHECKING:
    from desktop_app.speech.pipeline import SpeechPipeline
    from desktop_app.speech.sound.audio_output import AudioOutput
    from desktop_app.speech.sound_shelf import SoundShelf

_SYNTHESIS_THREADS = 2
_CLOSING_SECONDS = 3.0


class SpeechWorker(QThread):
    """The speaker of ``presenters.ports``. Words left before ``start`` are kept until the thread runs."""

    phrase_started = Signal(object, float)
    phrase_finished = Signal(object)
    word_reached = Signal(object, int, bool)
    """The phrase, the number of the word being said, and whether the voice itself told when that begins."""
    speech_finished = Signal(str)
    silenced = Signal()
    speech_trouble = Signal(object, bool)
    level = Signal(float)
    devices_found = Signal(object)
    device_ready = Signal(bool)
    """There is sound to be had; whether on the device that was chosen, or on one that stands in for it."""
    state_changed = Signal(str)
    happened = Signal(str, str, object)  # not "event": that is a method by which Qt delivers everything
    """The name of an event for the log, the turn it belongs to (or empty), and its fields: a ``dict[str, object]``."""

    def __init__(
        self,
        options: SpeechOptions | None = None,
        shelf: SoundShelf | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("speech")
        self._options = options or SpeechOptions()
        self._shelf = shelf
        self._generation = 0
        self._loop = asyncio.new_event_loop()
        self._output: AudioOutput | None = None
        self._pipeline: SpeechPipeline | None = None
        self._closing = False

    @property
    def underruns(self) -> int:
        """How often a phrase was interrupted because its sound came too late."""
        return self._output.underruns if self._output is not None else 0

    # Left as word for the thread; each returns at once

    def warm(self) -> None:
        """Opens the device, loads the voice, connects to its server: something will soon be said."""
        self._post(self._warm)

    def say(self, phrase: Phrase) -> None:
        self._post_current(lambda pipeline: pipeline.say(phrase))

    def finish(self, turn_id: str) -> None:
        self._post_current(lambda pipeline: pipeline.finish(turn_id))

    def stop(self) -> None:
        """Silence now. What was said before this call is forgotten wherever it is."""
        asked = time.monotonic()
        mute = self._forbid()
        self._post(lambda pipeline: pipeline.stop(asked, mute))

    def set_paused(self, *, paused: bool) -> None:
        self._post_current(lambda pipeline: pipeline.set_paused(paused=paused))

    def previous_sentence(self) -> None:
        self._post_current(lambda pipeline: pipeline.previous_sentence())

    def next_sentence(self) -> None:
        self._post_current(lambda pipeline: pipeline.next_sentence())

    def repeat_sentence(self) -> None:
        self._post_current(lambda pipeline: pipeline.repeat_sentence())

    def apply(self, options: SpeechOptions) -> None:
        self._post(lambda pipeline: pipeline.apply(options))

    def set_speed(self, speed: float) -> None:
        """A factor on the pace of speech, in force at once, without a change of pitch."""
        self._post(lambda pipeline: pipeline.set_speed(speed))

    def set_volume(self, volume: float) -> None:
        """0 to 1, in force at once."""
        self._post(lambda pipeline: pipeline.set_volume(volume))

    def try_voice(self, text: str, options: SpeechOptions) -> None:
        """Says a text with other options under the turn id ``pipeline.TRIAL``; other speech stops."""
        asked = time.monotonic()
        mute = self._forbid()
        self._post(lambda pipeline: pipeline.try_voice(text, options, asked, mute))

    def refresh_devices(self) -> None:
        """``devices_found`` follows."""
        self._post(lambda pipeline: pipeline.refresh_devices())

    def shutdown(self) -> None:
        """Silence, then the end of the thread; waits for it, a few seconds at most."""
        if self._closing:
            return
        self._closing = True
        self._forbid()
        if self.isRunning():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self.wait(round(_CLOSING_SECONDS * 2000))
        elif not self._loop.is_closed():
            self._loop.close()

    # The thread

    def run(self) -> None:
        """Qt calls this in the new thread."""
        asyncio.set_event_loop(self._loop)
        self._executor = executor = ThreadPoolExecutor(_SYNTHESIS_THREADS, thread_name_prefix="synthesis")
        try:
            self._build(executor)
            if not self._closing:
                self._loop.run_forever()
            self._loop.run_until_complete(self._close())
        finally:
            executor.shutdown(wait=False, cancel_futures=True)
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            asyncio.set_event_loop(None)
            self._loop.close()

    def _build(self, executor: ThreadPoolExecutor) -> None:
        # Here and not above: what they import takes longer than a window may wait.
        from desktop_app.speech.pipeline import SpeechPipeline
        from desktop_app.speech.sound.audio_output import AudioOutput
        from desktop_app.speech.voices.catalogue import Voices

        self._voices = Voices(executor)
        self._output = AudioOutput(self._mark_passed, self._devices_changed)
        self._pipeline = SpeechPipeline(self._output, self._voices, _Signals(self), self._options, self._shelf)

    def _warm(self, pipeline: SpeechPipeline) -> None:
        from desktop_app.speech.sound.pcm import get_ready

        pipeline.warm()
        self._loop.run_in_executor(self._executor, get_ready)

    async def _close(self) -> None:
        assert self._pipeline is not None
        async with asyncio.timeout(_CLOSING_SECONDS):
            await self._pipeline.aclose()
            await self._voices.aclose()

    def _mark_passed(self, mark: object, moment: float) -> None:
        """In the device's thread."""
        pipeline = self._pipeline
        if pipeline is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(pipeline.mark_passed, mark, moment)

    def _devices_changed(self) -> None:
        """In the thread that watches the sound server."""
        if not self._closing:
            self._post(lambda pipeline: pipeline.devices_changed())

    def _forbid(self) -> int | None:
        """Closes the door behind everything asked so far."""
        self._generation += 1
        return self._output.mute() if self._output is not None else None

    def _post_current(self, do: Callable[[SpeechPipeline], None]) -> None:
        """Leaves word that a later ``stop`` takes back."""
        generation = self._generation
        self._post(lambda pipeline: do(pipeline) if generation == self._generation else None)

    def _post(self, do: Callable[[SpeechPipeline], None]) -> None:
        if not self._closing:
            self._loop.call_soon_threadsafe(self._do, do)

    def _do(self, do: Callable[[SpeechPipeline], None]) -> None:
        assert self._pipeline is not None
        do(self._pipeline)


class _Signals:
    """The pipeline's listener: each call becomes a signal of the worker."""

    def __init__(self, worker: SpeechWorker) -> None:
        self._worker = worker

    def phrase_started(self, phrase: Phrase, moment: float) -> None:
        self._worker.phrase_started.emit(phrase, moment)

    def phrase_finished(self, phrase: Phrase) -> None:
        self._worker.phrase_finished.emit(phrase)

    def word_reached(self, phrase: Phrase, word: int, exact: bool) -> None:  # noqa: FBT001 - as the signal has it
        self._worker.word_reached.emit(phrase, word, exact)

    def speech_finished(self, turn_id: str) -> None:
        self._worker.speech_finished.emit(turn_id)

    def silenced(self) -> None:
        self._worker.silenced.emit()

    def speech_trouble(self, error: Exception, fallback: bool) -> None:  # noqa: FBT001 - as the signal has it
        self._worker.speech_trouble.emit(error, fallback)

    def level(self, level: float) -> None:
        self._worker.level.emit(level)

    def devices_found(self, devices: list[str]) -> None:
        self._worker.devices_found.emit(devices)

    def device_ready(self, chosen: bool) -> None:  # noqa: FBT001 - as the signal has it
        self._worker.device_ready.emit(chosen)

    def state_changed(self, state: str) -> None:
        self._worker.state_changed.emit(state)

    def event(self, name: str, turn_id: str, fields: dict[str, object]) -> None:
        self._worker.happened.emit(name, turn_id, fields)
