"""An event loop whose clock jumps to the next thing due: minutes pass in milliseconds, always the same."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

_T = TypeVar("_T")


class _NeverWaits(selectors.SelectSelector):
    """Instead of waiting, moves the loop's clock on by as long as it was asked to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 1000.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("the loop would wait for ever: nothing is due and nothing can come")
        self.now += max(0.0, timeout)
        return super().select(0)


class _VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._clock = _NeverWaits()
        super().__init__(self._clock)
        self.bugs: list[dict[str, Any]] = []
        self.set_exception_handler(lambda _loop, context: self.bugs.append(context))

    def time(self) -> float:
        return self._clock.now


def run_virtual(work: Coroutine[Any, Any, _T]) -> _T:
    """Runs to its end; a bug in a task or a callback fails the test. Threads and sockets cannot be awaited here."""
    loop = _VirtualLoop()
    try:
        result = loop.run_until_complete(work)
        loop.run_until_complete(loop.shutdown_asyncgens())
        left = asyncio.all_tasks(loop)
        assert not left, f"tasks left running: {left}"
        assert not loop.bugs, loop.bugs
        return result
    finally:
        loop.close()
