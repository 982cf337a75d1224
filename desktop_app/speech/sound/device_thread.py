"""A thread of its own for every call into the sound library: a sound server that hangs there holds up nobody else.

Opening, stopping and closing a stream can take as long as the sound server is silent: it may be suspended with the
machine, wait for a wireless device, or just be dying. Those who ask from outside wait as long as they please and go on.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


class DeviceThread:
    """Does one thing after the other, in the order asked for. It begins with the first, and never keeps a process."""

    def __init__(self) -> None:
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def begin(self, do: Callable[[], T]) -> Future[T]:
        """Returns at once; what ``do`` returns or raises is in the future."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="device", daemon=True)
            self._thread.start()
        future: Future[T] = Future()
        self._work.put(lambda: _fulfil(future, do))
        return future

    def call(self, do: Callable[[], T], patience: float) -> T:
        """Waits for what ``do`` returns, ``patience`` seconds at most: then ``TimeoutError``, and it is done later."""
        return self.begin(do).result(patience)

    async def ask(self, do: Callable[[], T], undo: Callable[[T], None] | None = None) -> T:
        """Awaits what ``do`` returns. ``undo`` takes it back, in the thread, where nobody waits for it any more."""
        future = self.begin(do)
        try:
            return await asyncio.wrap_future(future)
        except asyncio.CancelledError:
            if undo is not None:
                self.begin(lambda: _take_back(future, undo))
            raise

    def end(self, patience: float) -> bool:
        """Whether it has ended within ``patience`` seconds; if not, it does so when what it is at returns."""
        if self._thread is None:
            return True
        self._work.put(None)
        self._thread.join(patience)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            work()
            del work  # until the next comes, nothing of the last is kept


def _fulfil(future: Future[T], do: Callable[[], T]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(do())
    except BaseException as error:  # noqa: BLE001 - it is the asker's, whatever it is
        future.set_exception(error)


def _take_back(future: Future[T], undo: Callable[[T], None]) -> None:
    if not future.cancelled() and future.exception() is None:
        undo(future.result())
