"""Phrases become sound in the order in which they come, the next one made while this one is heard.

Plain Python on one event loop: the voices, the device and the listener are handed in.

```
say -> Playlist -> Production (PhraseMaker, a voice) -> Playlist -> Performance -> Output -> the ear
                                                                         <- marks <-
```

Stop is a path of its own: the queue is emptied, the work on phrases is cancelled and the device aborted in one step
without an await, so that nothing can slip in between; the generation, which ``SpeechWorker`` counts, keeps out what
was asked for before the stop and arrives after it.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace

from desktop_app.domain.errors import ChosenDeviceAway, DeviceError, NoDevice, UserError
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.background import Background
from desktop_app.speech.device_keeper import DeviceKeeper
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pace import Paces
from desktop_app.speech.performance import Performance
from desktop_app.speech.phrase_maker import PhraseMaker, VoiceCupboard, without_fallback
from desktop_app.speech.pipeline_ports import Output, PipelineListener
from desktop_app.speech.playlist import Playlist, Turn
from desktop_app.speech.production import Production
from desktop_app.speech.sound_shelf import EmptyShelf, SoundShelf
from desktop_app.speech.word_watch import WordWatch

TRIAL = "trial"
"""The turn id under which ``try_voice`` speaks."""

_TICK = 0.05
_REST_AFTER = 2.0
_AWAKE_AFTER_WARM = 20.0
_RESTART_PHRASE_AFTER = 1.5
"""Seconds into a phrase from which "previous" means its beginning and not the phrase before."""


class SpeechPipeline:
    """To be used inside a running event loop, and from it alone."""

    def __init__(
        self,
        output: Output,
        voices: VoiceCupboard,
        listener: PipelineListener,
        options: SpeechOptions,
        shelf: SoundShelf | None = None,
    ) -> None:
        self._output = output
        self._voices = voices
        self._listener = listener
        self._options = options
        self._list = Playlist()
        self._background = Background()
        self._performance = Performance(self._list, output, listener, on_heard=self._work)
        self._words = WordWatch(self._list, output, listener)
        paces = Paces()
        shelf = shelf or EmptyShelf()
        maker = PhraseMaker(voices, paces, shelf, trouble=self._tell_trouble, event=listener.event)
        self._production = Production(
            self._list,
            output,
            maker,
            self._background,
            paces,
            shelf,
            on_sound=self._performance.feed,
            on_made=self._work,
        )
        self._device = DeviceKeeper(
            output,
            self._list,
            self._background,
            listener.event,
            on_lost=self._performance.forget_marks,
            on_trouble=self._tell_device_trouble,
            on_ready=listener.device_ready,
            on_open=self._device_opened,
            on_given_up=self._go_on_without_sound,
        )
        self._paused = False
        self._state = "idle"
        self._warming: asyncio.Task[None] | None = None
        self._ticker: asyncio.Task[None] | None = None
        self._busy_until = 0.0
        self._devices_wanted = False
        self._take_hold(options)

    def warm(self) -> None:
        """Opens the device and readies the voice; their trouble waits until there is something to say."""
        if self._warming is None or self._warming.done():
            self._warming = self._background.start(self._warm(), "warm the voice")
        self._busy_until = _now() + _AWAKE_AFTER_WARM
        self._device.prepare()
        if self._output.is_open:
            self._output.run_silently()
        self._tick()

    def say(self, phrase: Phrase, options: SpeechOptions | None = None) -> None:
        """``options``: for this phrase alone, instead of those in force."""
        if phrase.turn_id not in self._list.turns and phrase.turn_id != TRIAL:
            self._take_hold(self._options)  # a trial may have been at another speed
        self._production.expect(self._list.add(phrase, options), self._options)
        self._listener.event("phrase_ready", phrase.turn_id, {"phrase": phrase.index, "characters": len(phrase.text)})
        self._device.want()
        if self._device.missing:
            self._go_on_without_sound()
        self._work()

    def finish(self, turn_id: str) -> None:
        if (turn := self._list.turns.get(turn_id)) is not None:
            turn.finished = True
            self._performance.end_if_over(turn)
            self._show_state()

    def stop(self, asked: float | None = None, mute: int | None = None) -> None:
        """``asked``: when the listener did, by ``time.monotonic``; ``mute``: what ``AudioOutput.mute`` gave."""
        self._forget_everything(asked, mute)
        self._show_state()

    def set_paused(self, *, paused: bool) -> None:
        self._paused = paused
        self._output.set_paused(paused=paused)
        self._show_state()
        self._tick()

    def previous_sentence(self) -> None:
        """Back to the beginning of the phrase, or to the one before when it has only just begun."""
        item = self._list.place
        if item is None:
            return
        late = item.over or (item.started is not None and _now() - item.started > _RESTART_PHRASE_AFTER)
        index = None if late else self._list.neighbour(-1)
        self._seek(index if index is not None else self._list.neighbour(0))

    def next_sentence(self) -> None:
        """What is left of this phrase is not heard."""
        index = self._list.neighbour(0)
        self._seek(None if index is None else index + 1)

    def repeat_sentence(self) -> None:
        """The same once more, from its beginning; in the pause behind a sentence, that sentence."""
        self._seek(self._list.neighbour(0))

    def apply(self, options: SpeechOptions) -> None:
        """The voice holds for phrases not yet being made, the device from this phrase on, speed and volume at once."""
        old, self._options = self._options, options
        self._take_hold(options)
        if options.device != old.device:
            self._device.change()

    def set_speed(self, speed: float) -> None:
        """Heard at once, in what is being said too; nothing is asked for again."""
        self._options = replace(self._options, speed=speed)
        self._take_speed(speed)

    def set_volume(self, volume: float) -> None:
        self._options = replace(self._options, volume=volume)
        self._output.set_volume(volume)

    def try_voice(self, text: str, options: SpeechOptions, asked: float | None = None, mute: int | None = None) -> None:
        """Says a text with other options, instead of all other speech and without a built-in voice to help out."""
        self._forget_everything(asked, mute)
        self._take_speed(options.speed)
        self._output.set_volume(options.volume)
        self.say(Phrase(TRIAL, 0, text, 0, len(text)), without_fallback(options))
        self.finish(TRIAL)

    def refresh_devices(self) -> None:
        """Tells the devices that are there now, and from then on whenever one comes or goes."""
        self._devices_wanted = True
        self._background.start(self._tell_devices(), "list the devices")

    def devices_changed(self) -> None:
        """Some came or went."""
        self._device.devices_changed()
        if self._devices_wanted:
            self.refresh_devices()

    def mark_passed(self, mark: object, moment: float) -> None:
        """The device was handed a mark, which will be heard at ``moment``."""
        self._performance.mark_passed(mark, moment)

    async def aclose(self) -> None:
        self.stop()
        await self._background.aclose()
        self._output.shut_down()

    def _work(self) -> None:
        """Does whatever can be done now. Called whenever something changed; it never waits."""
        self._production.make_ahead(self._options)
        self._performance.feed()
        self._show_state()
        self._tick()

    def _seek(self, index: int | None) -> None:
        if index is not None:
            self._performance.seek(index)
            self._work()

    def _device_opened(self) -> None:
        """The phrase that was cut, if one was, is heard from its beginning."""
        index = self._list.first_not_over()
        if index is not None:
            self._seek(index)
        elif _now() < self._busy_until:
            self._output.run_silently()
        else:
            self._output.close()

    def _go_on_without_sound(self) -> None:
        for turn in self._list.turns.values():
            self._tell_trouble(turn, NoDevice("There is no sound device to speak on; the text goes on."))
        for item in list(self._list.items):
            self._performance.skip(item)
        self._show_state()

    def _take_hold(self, options: SpeechOptions) -> None:
        self._device.name = options.device
        self._take_speed(options.speed)
        self._output.set_volume(options.volume)
        self._output.set_lead_in(options.lead_in)

    def _take_speed(self, speed: float) -> None:
        self._performance.speed = speed
        self._output.set_speed(speed)

    def _forget_everything(self, asked: float | None, mute: int | None) -> None:
        turns = list(self._list.turns.values())
        self._performance.silence(mute)
        self._production.cancel()
        self._list.clear()
        self._paused = False
        self._output.set_paused(paused=False)
        if turns:
            took = (_now() - asked) * 1000 if asked is not None else 0.0
            for turn in turns:
                self._listener.event("speech_stopped", turn.id, {"ms": round(took, 2)})
            self._listener.silenced()

    def _tell_device_trouble(self, error: DeviceError) -> None:
        if isinstance(error, ChosenDeviceAway):  # also while nothing is said
            self._listener.speech_trouble(error, False)
            return
        for turn in self._list.turns.values():
            self._tell_trouble(turn, error)

    def _tell_trouble(self, turn: Turn, error: UserError, *, fallback: bool = False) -> None:
        """Once for each kind in a turn."""
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
            self._ticker = self._background.start(self._tick_while_busy(), "watch the device")

    async def _tick_while_busy(self) -> None:
        """The level meter, the watch over the device, and its rest some time after the last word."""
        self._busy_until = max(self._busy_until, _now() + _REST_AFTER)
        while self._list.turns or _now() < self._busy_until:
            if self._list.turns:
                self._busy_until = _now() + _REST_AFTER
            if self._state == "speaking":
                self._listener.level(self._output.level())
                self._words.look()
            self._device.watch()
            self._production.make_ahead(self._options)
            self._performance.feed()
            await asyncio.sleep(_TICK)
        self._output.close()  # one that dies while it rests could not be told from one that lives

    async def _tell_devices(self) -> None:
        was_open = self._output.is_open
        devices = await self._output.devices(rescan=not self._list.turns and not self._output.tells_changes)
        self._listener.devices_found(devices)
        if was_open:
            self._device.want()

    async def _warm(self) -> None:
        with suppress(UserError):
            await self._voices.voice(self._options).warm(self._options)


def _now() -> float:
    return asyncio.get_running_loop().time()
