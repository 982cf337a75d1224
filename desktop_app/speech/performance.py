"""Made sound goes to the device in order, and what the ear reaches of it is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.speech.pipeline_ports import Output, PipelineListener
from desktop_app.speech.playlist import Item, Playlist, Turn
from desktop_app.speech.sound.pcm import pause_seconds

_DECIDED_BEFORE = 1.0
"""Seconds before it is due that it is decided whether a phrase that is still being made can be begun: late enough to
know how fast it comes, and soon enough for a thread that is held up."""


@dataclass(frozen=True, slots=True)
class _Begins:
    """``run``: of which of the device's runs; a mark of an earlier one, that was on its way here, counts no more."""

    item: Item
    run: int


@dataclass(frozen=True, slots=True)
class _Ends:
    item: Item
    run: int


class Performance:
    """``on_heard`` is called after the beginning or the end of a phrase was heard."""

    def __init__(
        self, playlist: Playlist, output: Output, listener: PipelineListener, *, on_heard: Callable[[], None]
    ) -> None:
        self._list = playlist
        self._output = output
        self._listener = listener
        self._on_heard = on_heard
        self._timers: list[asyncio.TimerHandle] = []
        self._last_mark = 0.0
        self._run = 0
        self.speed = 1.0
        """The listener's, which decides how soon the sound of a phrase is used up."""

    def feed(self) -> None:
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

    def mark_passed(self, mark: object, moment: float) -> None:
        """A mark went to the device and will be heard at ``moment``."""
        if not isinstance(mark, _Begins | _Ends):
            raise TypeError(mark)
        if mark.run != self._run:
            return
        loop = asyncio.get_running_loop()
        # Timers that are due at the same time run in any order: keep that of the marks.
        self._last_mark = max(moment, self._last_mark + 1e-6)
        self._timers = [timer for timer in self._timers if timer.when() > loop.time()]
        self._timers.append(loop.call_at(self._last_mark, self._heard, mark))

    def seek(self, index: int) -> None:
        """Goes on from the item at ``index``; sound that is kept is used again."""
        if (current := self._list.current) is not None:
            self._listener.phrase_finished(current.phrase)
        self.silence()
        self._list.jump(index, self._output.rate)
        for turn in list(self._list.turns.values()):
            self.end_if_over(turn)

    def silence(self, mute: int | None = None) -> None:
        """Nothing that was handed over is heard any more, nor told."""
        self.forget_marks()
        self._output.silence(mute)
        self._list.current = None

    def forget_marks(self) -> None:
        """What the device was given is not heard, or no longer: nothing of it is told."""
        self._run += 1
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()

    def skip(self, item: Item) -> None:
        """The item is over without having been heard."""
        if not item.over:
            item.skip()
            self.end_if_over(item.turn)

    def end_if_over(self, turn: Turn) -> None:
        """Tells the end of a turn whose last phrase is over."""
        if turn.finished and not turn.waiting and self._list.turns.get(turn.id) is turn:
            self._list.drop_turn(turn)
            self._listener.speech_finished(turn.id)

    def _feed_item(self, item: Item) -> None:
        if item.pieces and not item.opened:
            if not self._may_begin(item):
                return
            item.opened = True
            item.begins_at = self._output.frames_put
            self._output.put_mark(_Begins(item, self._run), opens=True)
        while item.fed < len(item.pieces):
            self._output.put_sound(item.pieces[item.fed])
            item.fed += 1

    def _may_begin(self, item: Item) -> bool:
        """A voice slower than speech is waited for here, in the pause between phrases, and not in the middle of one."""
        if item.made or item.arrival is None:
            return True
        until = self._output.queued_seconds
        rate = item.arrival.rate_until(asyncio.get_running_loop().time())
        return until < _DECIDED_BEFORE and item.arrival.pace.may_begin(
            item.seconds,
            self._list.expected_seconds(item),
            until,
            self.speed,
            rate=rate,
            late=item.arrival.lateness(max(rate, 1 / self.speed)),
        )

    def _close_item(self, item: Item) -> None:
        if not item.opened:
            self.skip(item)
        elif not item.closed:
            item.closed = True
            self._output.put_mark(_Ends(item, self._run), closes=True)
            pause = pause_seconds(item.phrase.pause)
            self._output.put_silence(max(0.0, pause - item.silent_seconds))

    def _heard(self, mark: _Begins | _Ends) -> None:
        if isinstance(mark, _Begins):
            self._begins(mark.item)
        else:
            self._ends(mark.item)
        self._on_heard()

    def _begins(self, item: Item) -> None:
        item.started = asyncio.get_running_loop().time()
        item.turn.heard = True
        self._list.current = self._list.place = item
        self._listener.phrase_started(item.phrase, item.started)
        self._listener.event("phrase_started", item.turn.id, {"phrase": item.phrase.index})

    def _ends(self, item: Item) -> None:
        if self._list.current is item:
            self._list.current = None
        self._listener.phrase_finished(item.phrase)
        self._listener.event("phrase_finished", item.turn.id, {"phrase": item.phrase.index})
        item.skip()
        self._list.let_go_of_old()
        self.end_if_over(item.turn)
