"""Phrases become sound in the order in which they come, the next one made while this one is heard.

Plain Python on one event loop: the voices, the device and the listener are handed in. Two phrases at most are being
made at a time and no more than 15 seconds ahead of the ear, so that a long answer costs nothing before it is heard.

Stop is a path of its own: the queue is emptied, the work on phrases is cancelled and the device aborted in one step
without an await, so that nothing can slip in between; the generation, which ``SpeechWorker`` counts, keeps out what
was asked for before the stop and arrives after it.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from contextlib import suppress
from typing import Protocol

from desktop_app.domain.choices import SpeechSource
from desktop_app.domain.errors import DeviceLost, NoDevice, UserError
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pcm import pause_seconds
from desktop_app.speech.phrase_maker import PhraseMaker, VoiceCupboard, without_fallback
from desktop_app.speech.playlist import Item, Playlist, Turn

TRIAL = "trial"
"""The turn id under which ``try_voice`` speaks."""

_AT_ONCE = 2
_AHEAD_SECONDS = 15.0
_TICK = 0.05
_RETRY_DEVICE = 1.0
_GIVE_UP_DEVICE = 15.0
_REST_AFTER = 2.0
_AWAKE_AFTER_WARM = 20.0
_RESTART_PHRASE_AFTER = 1.5
"""Seconds into a phrase from which "previous" means its beginning and not the phrase before."""


class Output(Protocol):
    """The device as the pipeline uses it: see ``audio_output.AudioOutput``."""

    @property
    def rate(self) -> int: ...
    @property
    def is_open(self) -> bool: ...
    @property
    def queued_seconds(self) -> float: ...
    @property
    def underruns(self) -> int: ...
    @property
    def alive(self) -> bool: ...
    def devices(self) -> list[str]: ...
    def open(self, device: str) -> None: ...
    def forget_devices(self) -> None: ...
    def put_sound(self, sound: bytes) -> None: ...
    def put_silence(self, seconds: float) -> None: ...
    def put_mark(self, mark: object, *, opens: bool = False, closes: bool = False) -> None: ...
    def flow(self) -> None: ...
    def run_silently(self) -> None: ...
    def rest(self) -> None: ...
    def set_paused(self, *, paused: bool) -> None: ...
    def silence(self, mute: int | None = None) -> None: ...
    def level(self) -> float: ...


class PipelineListener(Protocol):
    """``presenters.ports.SpeakerListener`` and what the log and the screens want to know besides."""

    def phrase_started(self, phrase: Phrase, moment: float) -> None: ...
    def phrase_finished(self, phrase: Phrase) -> None: ...
    def speech_finished(self, turn_id: str) -> None: ...
    def silenced(self) -> None: ...
    def speech_trouble(self, error: Exception, fallback: bool) -> None: ...  # noqa: FBT001 - as a Qt signal has it
    def level(self, level: float) -> None: ...
    def devices_found(self, devices: list[str]) -> None: ...
    def state_changed(self, state: str) -> None: ...
    def event(self, name: str, turn_id: str, fields: dict[str, object]) -> None: ...


class SpeechPipeline:
    """To be used inside a running event loop, and from it alone."""

    def __init__(
        self, output: Output, voices: VoiceCupboard, listener: PipelineListener, options: SpeechOptions
    ) -> None:
        self._output = output
        self._voices = voices
        self._listener = listener
        self._options = options
        self._maker = PhraseMaker(voices, self)
        self._list = Playlist()
        self._paused = False
        self._state = "idle"
        self._marks: list[asyncio.TimerHandle] = []
        self._last_mark = 0.0
        self._tasks: set[asyncio.Task[None]] = set()
        self._warming: asyncio.Task[None] | None = None
        self._ticker: asyncio.Task[None] | None = None
        self._recovery: asyncio.Task[None] | None = None
        self._tried_device = float("-inf")
        self._busy_until = 0.0

    @property
    def underruns(self) -> int:
        return self._output.underruns

    # What the speaker is asked

    def warm(self) -> None:
        """Opens the device and readies the voice; their trouble waits until there is something to say."""
        if self._warming is None or self._warming.done():
            self._warming = self._spawn(self._warm(), "warm the voice")
        if self._open_device():
            self._output.run_silently()
            self._busy_until = self._now() + _AWAKE_AFTER_WARM
            self._tick()

    def say(self, phrase: Phrase, options: SpeechOptions | None = None) -> None:
        item = self._list.add(phrase, options)
        self._listener.event("phrase_ready", phrase.turn_id, {"phrase": phrase.index, "characters": len(phrase.text)})
        if not self._open_device() and self._recovery is None:
            self._tell_trouble(item.turn, NoDevice("There is no sound device to speak on; the text goes on."))
            self._skip(item)
        self._work()

    def finish(self, turn_id: str) -> None:
        if (turn := self._list.turns.get(turn_id)) is not None:
            turn.finished = True
            self._end_if_over(turn)
            self._show_state()

    def stop(self, asked: float | None = None, mute: int | None = None) -> None:
        """``asked``: when the listener did, by ``time.monotonic``; ``mute``: what ``AudioOutput.mute`` gave."""
        self._forget_everything(asked, mute)
        self._show_state()

    def _forget_everything(self, asked: float | None, mute: int | None) -> None:
        turns = [turn for turn in self._list.turns.values() if not (turn.finished and not turn.waiting)]
        self._silence(mute)
        self._cancel_work()
        self._list = Playlist()
        self._paused = False
        self._output.set_paused(paused=False)
        if turns:
            took = (time.monotonic() - asked) * 1000 if asked is not None else 0.0
            for turn in turns:
                self._listener.event("speech_stopped", turn.id, {"ms": round(took, 2)})
            self._listener.silenced()

    def set_paused(self, *, paused: bool) -> None:
        self._paused = paused
        self._output.set_paused(paused=paused)
        self._show_state()
        self._tick()

    def previous_sentence(self) -> None:
        """Back to the beginning of the phrase, or to the one before when it has only just begun."""
        item = self._list.current
        if item is None:
            return
        late = item.started is not None and self._now() - item.started > _RESTART_PHRASE_AFTER
        index = None if late else self._list.neighbour(-1)
        self._seek(index if index is not None else self._list.neighbour(0))

    def next_sentence(self) -> None:
        """What is left of this phrase is not heard."""
        item = self._list.current
        index = self._list.neighbour(0)
        if item is None or index is None:
            return
        self._seek(index + 1)

    def apply(self, options: SpeechOptions) -> None:
        """Holds for every phrase whose sound is not yet being made; another device takes over at this phrase."""
        old, self._options = self._options, options
        if options.device != old.device and self._output.is_open:
            self._output.forget_devices()
            self._tried_device = float("-inf")
            if self._open_device():
                self._play_cut_phrase_again()

    def try_voice(self, text: str, options: SpeechOptions, asked: float | None = None, mute: int | None = None) -> None:
        """Says a text with other options, instead of all other speech and without a built-in voice to help out."""
        self._forget_everything(asked, mute)
        self.say(Phrase(TRIAL, 0, text, 0, len(text)), without_fallback(options))
        self.finish(TRIAL)

    def refresh_devices(self) -> None:
        """Tells the devices that are there now; while something is heard, those that were there when it began."""
        was_open = self._output.is_open
        if not self._list.turns and self._recovery is None:
            self._output.forget_devices()
            self._tried_device = float("-inf")
        try:
            devices = self._output.devices()
        except OSError:
            devices = []
        self._listener.devices_found(devices)
        if was_open:
            self._open_device()

    async def aclose(self) -> None:
        self.stop()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._output.forget_devices()

    # From the callback of the device, by way of the loop

    def mark_passed(self, mark: object, moment: float) -> None:
        """A mark went to the device and will be heard at ``moment``."""
        # Timers that are due at the same time run in any order: keep theirs.
        self._last_mark = max(moment, self._last_mark + 1e-6)
        handle = asyncio.get_running_loop().call_at(self._last_mark, self._heard, mark)
        self._marks = [one for one in self._marks if not one.cancelled() and one.when() > self._now()]
        self._marks.append(handle)

    # From the maker of phrases

    def trouble(self, item: Item, error: UserError, *, fallback: bool) -> None:
        self._tell_trouble(item.turn, error, fallback=fallback)

    def event(self, name: str, turn_id: str, fields: dict[str, object]) -> None:
        self._listener.event(name, turn_id, fields)

    # Making and feeding

    def _work(self) -> None:
        """Does whatever can be done now. Called whenever something changed; it never waits."""
        self._make()
        self._feed()
        self._show_state()
        self._tick()

    def _make(self) -> None:
        if not self._output.is_open:
            return
        while (item := self._list.next_to_make()) is not None:
            options = item.options or self._options
            # A voice on this machine is far faster than speech: a second phrase would only slow the first.
            at_once = _AT_ONCE if options.source is SpeechSource.SERVER else 1
            if self._list.being_made() >= at_once or self._seconds_in_hand(item) >= _AHEAD_SECONDS:
                return
            item.task = self._spawn(self._make_one(item, options), f"phrase {item.phrase.index} of {item.turn.id}")

    async def _make_one(self, item: Item, options: SpeechOptions) -> None:
        try:
            await self._maker.make(
                item,
                options,
                rate=self._output.rate,
                time_in_hand=lambda: self._seconds_in_hand(item),
                on_sound=self._feed,
            )
        finally:
            if item.task is asyncio.current_task():
                item.task = None
        self._work()

    def _seconds_in_hand(self, item: Item) -> float:
        return self._output.queued_seconds + self._list.seconds_before(item)

    def _feed(self) -> None:
        """Hands the device everything that is made, in order."""
        if not self._output.is_open:
            return
        while self._list.feeding < len(self._list.items):
            item = self._list.items[self._list.feeding]
            if not item.over:
                self._feed_item(item)
                if not item.made:
                    break
                self._close_item(item)
            self._list.feeding += 1
        self._output.flow()

    def _feed_item(self, item: Item) -> None:
        if item.pieces and not item.opened:
            item.opened = True
            self._output.put_mark(_Begins(item), opens=True)
        while item.fed < len(item.pieces):
            self._output.put_sound(item.pieces[item.fed])
            item.fed += 1

    def _close_item(self, item: Item) -> None:
        if not item.opened:
            self._skip(item)
        elif not item.closed:
            item.closed = True
            self._output.put_mark(_Ends(item), closes=True)
            self._output.put_silence(pause_seconds(item.phrase.pause, item.speed))

    def _skip(self, item: Item) -> None:
        """A phrase without sound is over without having been heard."""
        if not item.over:
            item.over = True
            item.turn.waiting -= 1
            self._end_if_over(item.turn)

    # What the ear reaches

    def _heard(self, mark: object) -> None:
        match mark:
            case _Begins(item):
                self._begins(item)
            case _Ends(item):
                self._ends(item)
            case _:
                raise TypeError(mark)
        self._work()

    def _begins(self, item: Item) -> None:
        item.started = self._now()
        item.turn.heard = True
        self._list.current = item
        self._listener.phrase_started(item.phrase, item.started)
        self._listener.event("phrase_started", item.turn.id, {"phrase": item.phrase.index})

    def _ends(self, item: Item) -> None:
        item.over = True
        if self._list.current is item:
            self._list.current = None
        self._listener.phrase_finished(item.phrase)
        self._listener.event("phrase_finished", item.turn.id, {"phrase": item.phrase.index})
        item.turn.waiting -= 1
        self._list.let_go_of_old()
        self._end_if_over(item.turn)

    def _end_if_over(self, turn: Turn) -> None:
        if turn.finished and not turn.waiting and self._list.turns.get(turn.id) is turn:
            self._list.drop_turn(turn)
            self._listener.speech_finished(turn.id)

    def _seek(self, index: int | None) -> None:
        """Goes on from the item at ``index``; the sound that is kept is used again."""
        if index is None:
            return
        if (current := self._list.current) is not None:
            self._listener.phrase_finished(current.phrase)
        self._silence()
        for position, item in enumerate(self._list.items):
            if position >= index:
                item.turn.waiting += item.over
                item.rewind(self._output.rate or item.rate)
            elif not item.over:
                item.forget()
                self._skip_quietly(item)
        self._list.feeding = index
        for turn in list(self._list.turns.values()):
            self._end_if_over(turn)
        self._work()

    def _skip_quietly(self, item: Item) -> None:
        item.over = True
        item.turn.waiting -= 1

    # The device

    def _open_device(self) -> bool:
        if self._output.is_open:
            return True
        if self._recovery is not None or time.monotonic() - self._tried_device < _RETRY_DEVICE:
            return False
        self._tried_device = time.monotonic()
        try:
            self._output.open(self._options.device)
        except NoDevice:
            return False
        self._listener.event("device_opened", "", {"rate": self._output.rate})
        return True

    def _lose_device(self) -> None:
        turns = list(self._list.turns.values())
        self._listener.event("device_lost", turns[0].id if turns else "", {})
        self._output.forget_devices()
        self._cancel_marks()
        self._recovery = self._spawn(self._recover(), "get the device back")

    async def _recover(self) -> None:
        """Tries until a device is there, then goes on from the phrase that was cut."""
        began = self._now()
        while self._list.turns:
            with suppress(NoDevice):
                self._output.open(self._options.device)
                self._recovery = None
                self._listener.event("device_opened", "", {"rate": self._output.rate})
                self._play_cut_phrase_again()
                return
            for turn in self._list.turns.values():
                self._tell_trouble(turn, DeviceLost("The sound device is gone; speech goes on when it is back."))
            if self._now() - began > _GIVE_UP_DEVICE:
                for item in self._list.waiting_to_be_fed():
                    self._skip(item)
                break
            await asyncio.sleep(_RETRY_DEVICE)
        self._recovery = None
        self._show_state()

    def _play_cut_phrase_again(self) -> None:
        first = next((at for at, item in enumerate(self._list.items) if not item.over), None)
        if first is not None:
            self._seek(first)

    def _silence(self, mute: int | None = None) -> None:
        self._cancel_marks()
        self._output.silence(mute)
        self._list.current = None

    def _cancel_marks(self) -> None:
        for handle in self._marks:
            handle.cancel()
        self._marks.clear()

    def _cancel_work(self) -> None:
        for item in self._list.items:
            if item.task is not None:
                item.task.cancel()
        if self._recovery is not None:
            self._recovery.cancel()
            self._recovery = None

    # What is told

    def _tell_trouble(self, turn: Turn, error: UserError, *, fallback: bool = False) -> None:
        if error.code not in turn.troubles:
            turn.troubles.add(error.code)
            self._listener.speech_trouble(error, fallback)

    def _show_state(self) -> None:
        turns = self._list.turns.values()
        if not turns:
            state = "idle"
        elif self._paused:
            state = "paused"
        else:
            state = "speaking" if any(turn.heard for turn in turns) else "preparing"
        if state != self._state:
            self._state = state
            self._listener.state_changed(state)

    def _tick(self) -> None:
        if self._ticker is None or self._ticker.done():
            self._ticker = self._spawn(self._tick_while_busy(), "watch the device")

    async def _tick_while_busy(self) -> None:
        """The level meter, the watch over the device, and its rest some time after the last word."""
        while self._list.turns or self._now() < self._busy_until:
            if self._list.turns:
                self._busy_until = self._now() + _REST_AFTER
            if self._state == "speaking":
                self._listener.level(self._output.level())
            if self._recovery is None and not self._output.alive:
                self._lose_device()
            self._make()
            await asyncio.sleep(_TICK)
        self._output.rest()

    async def _warm(self) -> None:
        with suppress(UserError):
            await self._voices.voice(self._options).warm(self._options)

    def _spawn(self, work: Coroutine[object, object, None], name: str) -> asyncio.Task[None]:
        """Every task is kept; a bug in one reaches the loop's exception handler."""
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._forget_task)
        return task

    def _forget_task(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            loop = task.get_loop()
            loop.call_exception_handler({"message": f"{task.get_name()} failed", "exception": error, "task": task})

    def _now(self) -> float:
        return asyncio.get_running_loop().time()


class _Begins:
    __match_args__ = ("item",)

    def __init__(self, item: Item) -> None:
        self.item = item


class _Ends:
    __match_args__ = ("item",)

    def __init__(self, item: Item) -> None:
        self.item = item
