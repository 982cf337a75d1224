"""A running copy without a window: a control server whose handler does what the test says, on a loop of its own."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import threading
from collections.abc import AsyncIterator, Coroutine, Iterator, Mapping
from pathlib import Path
from typing import Any

from desktop_app.control.server import ControlServer


class FakeHandler:
    """Writes down what it was told; answers ``deltas`` and then raises ``error``, or waits for ever if told to hang."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.deltas = ["Hel", "lo ", "🙂"]
        self.error: Exception | None = None
        self.hangs = False
        self.running = True
        self.takes = 1000  # pieces of a text to be said, before it wants no more
        self.left = threading.Event()  # the one who asked went away

    async def raise_window(self) -> None:
        self.calls.append(("raise",))
        self._raise()

    async def ask(self, text: str, *, conversation_id: str | None, new: bool, speak: bool) -> AsyncIterator[str]:
        self.calls.append(("ask", text, conversation_id, new, speak))
        try:
            for delta in self.deltas:
                yield delta
            self._raise()
            await self._hang()
        except (asyncio.CancelledError, GeneratorExit):
            self.left.set()
            raise

    async def say(self, pieces: AsyncIterator[str]) -> None:
        self.calls.append(("say",))
        try:
            async for chunk in pieces:
                self.calls.append(("chunk", chunk))
                self.takes -= 1
                if not self.takes:
                    return
            self._raise()
        except asyncio.CancelledError:
            self.left.set()
            raise

    async def stop(self, turn_id: str | None, *, speech_only: bool) -> bool:
        self.calls.append(("stop", turn_id, speech_only))
        self._raise()
        return self.running

    async def status(self) -> Mapping[str, Any]:
        return {"turns": [{"id": "1a2b3c4d"}], "speech": {"active": True, "phrase": "Grüße"}}

    def _raise(self) -> None:
        if self.error is not None:
            raise self.error

    async def _hang(self) -> None:
        if self.hangs:
            await asyncio.get_running_loop().create_future()


@contextlib.contextmanager
def running_copy(folder: Path) -> Iterator[FakeHandler]:
    """A copy that runs with the profile whose control room is ``folder``, on another thread."""
    handler = FakeHandler()
    ready, loop = threading.Event(), asyncio.new_event_loop()

    async def live() -> None:
        server = ControlServer(folder)
        assert server.try_claim()
        await server.start(handler)
        ready.set()
        await stopped.wait()
        await server.close()

    stopped = asyncio.Event()
    thread = threading.Thread(target=_run, args=(loop, live()), name="running copy")
    thread.start()
    ready.wait()
    try:
        yield handler
    finally:
        loop.call_soon_threadsafe(stopped.set)
        thread.join()


def _run(loop: asyncio.AbstractEventLoop, main: Coroutine[Any, Any, None]) -> None:
    loop.run_until_complete(main)
    loop.close()


def main() -> None:
    """As a program: a copy for the folder named on the command line, until somebody says stop."""

    class Mortal(FakeHandler):
        async def stop(self, turn_id: str | None, *, speech_only: bool) -> bool:
            asyncio.get_running_loop().call_later(0.05, ended.set)
            return True

    async def live() -> None:
        server = ControlServer(Path(sys.argv[sys.argv.index("--data-dir") + 1]))
        if server.try_claim():
            await server.start(Mortal())
            await ended.wait()
            await server.close()

    ended = asyncio.Event()
    asyncio.run(live())


if __name__ == "__main__":
    main()
