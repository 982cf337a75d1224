"""A sound device that plays into a list, on the clock of the running event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from desktop_app.domain.errors import NoDevice
from desktop_app.speech.sound.sample_queue import SampleQueue

RATE = 8000
_BLOCK = 80


class FakeOutput:
    """Plays 10 ms at a time. ``heard`` is every sample of sound as (moment, value); ``missing``: no device is there.

    ``hang``: none opens until ``answer``. ``deaf``: nothing is kept of what is heard, so that hours can be played.
    """

    def __init__(self, rate: int = RATE, *, block: int = _BLOCK, deaf: bool = False) -> None:
        self._block = block
        self._deaf = deaf
        self.tell: Callable[[object, float], None] = lambda _mark, _moment: None
        self.heard: list[tuple[float, int]] = []
        self.missing = False
        self._answers = asyncio.Event()
        self._answers.set()
        self.dead = False
        self.plugged_in = ["default", "headset"]
        self.playing_on = ""
        self.tells_changes = True
        self.opened: list[str] = []
        self.next_rate = rate
        self.volume = 1.0
        self.lead_in = 0.0
        self._rate = 0
        self._queue = SampleQueue()
        self._paused = False
        self._player: asyncio.Task[None] | None = None

    @property
    def rate(self) -> int:
        return self._rate

    @property
    def is_open(self) -> bool:
        return self._rate > 0

    @property
    def queued_seconds(self) -> float:
        return self._queue.frames / self._rate / self._queue.speed if self._rate else 0.0

    @property
    def frames_put(self) -> int:
        return self._queue.put_frames

    @property
    def frames_heard(self) -> int:
        return self._queue.taken_frames

    @property
    def underruns(self) -> int:
        return self._queue.underruns

    @property
    def alive(self) -> bool:
        return not self.dead

    def plays_on(self, device: str) -> bool:
        return self.is_open and device == self.playing_on

    def is_there(self, device: str) -> bool:
        return not device or device in self.plugged_in

    async def devices(self, *, rescan: bool = False) -> list[str]:
        if rescan:
            self.forget_devices()
        return [] if self.missing else [*self.plugged_in]

    async def open(self, device: str) -> None:
        if self.plays_on(device):
            return
        self.close()
        await self._answers.wait()
        if self.missing:
            raise NoDevice("There is no sound device.")
        self.playing_on = device if device in self.plugged_in else ""
        self.opened.append(self.playing_on)
        self.dead = False
        self._rate = self._queue.rate = self.next_rate

    def hang(self) -> None:
        self._answers.clear()

    def answer(self) -> None:
        self._answers.set()

    def close(self) -> None:
        self.silence()
        self._rate = 0

    def forget_devices(self) -> None:
        self.close()

    def shut_down(self) -> None:
        self.close()

    def set_speed(self, speed: float) -> None:
        self._queue.speed = speed

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def set_lead_in(self, seconds: float) -> None:
        self.lead_in = seconds

    def put_sound(self, sound: bytes) -> None:
        self._queue.put_sound(sound)

    def put_silence(self, seconds: float) -> None:
        self._queue.put_silence(round(seconds * self._rate))

    def put_mark(self, mark: object, *, opens: bool = False, closes: bool = False) -> None:
        self._queue.put_mark(mark, opens=opens, closes=closes)

    def flow(self) -> None:
        if not self._queue.empty and not self._paused and self._player is None:
            self._player = asyncio.get_running_loop().create_task(self._play())

    def run_silently(self) -> None:
        """It is heard by nobody."""

    def set_paused(self, *, paused: bool) -> None:
        self._paused = paused
        if paused:
            self._stop()
        else:
            self.flow()

    def silence(self, mute: int | None = None) -> None:
        self._stop()
        self._queue.clear()

    def level(self) -> float:
        return 0.5

    def _stop(self) -> None:
        if self._player is not None:
            self._player.cancel()
            self._player = None

    async def _play(self) -> None:
        loop = asyncio.get_running_loop()
        while not self.dead and (not self._queue.empty or self._queue.awaits_more):
            block = self._queue.take(self._block)
            now = loop.time()
            for offset, mark in block.marks:
                self.tell(mark, now + offset / self._rate)
            if not self._deaf:
                values = memoryview(block.sound[: block.real * 2]).cast("h")
                self.heard += [(now + at / self._rate, value) for at, value in enumerate(values) if value]
            await asyncio.sleep(self._block / self._rate)
        self._player = None
