"""A thread that does one thing after another, so that a disk or a keyring may be slow and nobody waits."""

from __future__ import annotations

import asyncio
import contextlib
import heapq
import itertools
import logging
import threading
import time
from collections.abc import Callable
from typing import TypeVar

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class JobThread:
    """Runs jobs in the order in which they came; a delayed job takes its place when its time has come."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._jobs: list[tuple[float, int, Callable[[], object]]] = []
        self._numbers = itertools.count()
        self._changed = threading.Condition()
        self._stopping = False
        self._thread: threading.Thread | None = None

    def post(self, job: Callable[[], object], *, after: float = 0.0) -> None:
        """Runs ``job`` on the thread, ``after`` seconds from now at the earliest; callable from any thread."""
        with self._changed:
            if self._stopping:
                raise RuntimeError(f"the thread {self._name} was stopped")
            heapq.heappush(self._jobs, (time.monotonic() + after, next(self._numbers), job))
            self._changed.notify()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()

    async def run(self, work: Callable[[], _T]) -> _T:
        """The result of ``work``, or its exception. Whoever is cancelled while waiting does not cancel the work."""
        return await self.submit(work)

    def submit(self, work: Callable[[], _T]) -> asyncio.Future[_T]:
        """As ``run``, for one who does not want to wait to the end; to be called on the event loop."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[_T] = loop.create_future()

        def settle(result: _T | None, error: Exception | None) -> None:
            if answer.done():
                return
            if error is not None:
                answer.set_exception(error)
            else:
                answer.set_result(result)  # type: ignore[arg-type]  # it is a _T where there is no error

        def job() -> None:
            result: _T | None = None
            trouble: Exception | None = None
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - it is not swallowed: the caller of run gets it
                trouble = error
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
                loop.call_soon_threadsafe(settle, result, trouble)

        self.post(job)
        return answer

    def call(self, work: Callable[[], _T]) -> _T:
        """The result of ``work``, for one on a thread without an event loop. Raises ``RuntimeError`` where it failed.

        Its exception is logged as a posted job's is.
        """
        results: list[_T] = []
        done = threading.Event()

        def job() -> None:
            try:
                results.append(work())
            finally:
                done.set()

        self.post(job)
        done.wait()
        if not results:
            raise RuntimeError(f"a job of the thread {self._name} failed")
        return results[0]

    @property
    def waiting(self) -> bool:
        """Whether a job is due: for one that runs and would make way."""
        with self._changed:
            return self._stopping or (bool(self._jobs) and self._jobs[0][0] <= time.monotonic())

    def stop(self) -> None:
        """Does what is due, drops what is delayed, and ends. Waits for that; call it from another thread."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            try:
                job()
            except Exception:  # noqa: BLE001 - the thread must outlive a bug in one job, and the log must have it
                _log.exception("a job of the thread %s failed", self._name)

    def _next(self) -> Callable[[], object] | None:
        """Waits for the next job that is due; None when the thread is to end."""
        with self._changed:
            while True:
                wait = self._jobs[0][0] - time.monotonic() if self._jobs else None
                if wait is not None and wait <= 0:
                    return heapq.heappop(self._jobs)[2]
                if self._stopping:
                    return None
                self._changed.wait(wait)
