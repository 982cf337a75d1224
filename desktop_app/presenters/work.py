"""What runs now, gathered from whoever runs it, so that one place can show all of it and stop any of it.

Two ways in. Work with a beginning, an end and perhaps progress (an export, a backup) is begun here, on the GUI thread:

```
with works.begin(WorkKind.EXPORT, "Everything", stop=self.cancel) as work:
    ...
    work.progress(done=120, total=1000)     # as often as one likes: it is read, not told
```

or without ``with``: ``work = works.begin(...)`` and, at *every* ending, ``work.end()``, of which the first counts.
From a thread: ``loop.call_soon_threadsafe(work.progress, done, total)``. ``stop`` is called on the GUI thread, returns
at once and may be called again; None: it cannot be stopped. Whoever keeps what it runs anyway (the turns, the voice)
gives a ``WorkSource`` instead, which is asked when somebody looks. What has ended is remembered for a minute.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Protocol, Self

from desktop_app.domain.ids import new_id
from desktop_app.domain.work import Work, WorkKind, WorkState

Stop = Callable[[], object]
_REMEMBERED = 60.0
_MOST_REMEMBERED = 50


class WorkSource(Protocol):
    """Somebody who knows what they run, and tells the list by ``changed`` and ``ended``."""

    def running(self) -> Sequence[Work]: ...

    def stop(self, work_id: str) -> bool:
        """False where it is none of theirs, or has ended."""


class BegunWork:
    """One thing that runs, in the hands of who runs it. Every verb is cheap and says nothing behind the end."""

    def __init__(self, work: Work, stop: Stop | None, on_end: Callable[[Work], None]) -> None:
        self._work = work
        self._stop = stop
        self._stopped = False
        self._on_end = on_end

    @property
    def work(self) -> Work:
        return self._work

    def progress(self, done: int, total: int | None = None) -> None:
        """``total`` None: as it was."""
        self._work = replace(self._work, done=done, total=self._work.total if total is None else total)

    def turn(self, state: WorkState) -> None:
        if not self._work.state.over:
            self._work = replace(self._work, state=state)

    def name(self, title: str) -> None:
        """It has another title now, or has one at last."""
        self._work = replace(self._work, title=title)

    def stop(self) -> bool:
        """False where it cannot be stopped."""
        if self._stop is None or self._work.state.over:
            return False
        self._stopped = True
        self._stop()
        return True

    def end(self, state: WorkState | None = None) -> None:
        """None: finished, unless a stop was asked for."""
        if not self._work.state.over:
            usual = WorkState.STOPPED if self._stopped else WorkState.FINISHED
            self._work = replace(self._work, state=state or usual)
            self._on_end(self._work)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is None or self._stopped:
            self.end()
        else:
            self.end(WorkState.STOPPED if isinstance(error, asyncio.CancelledError) else WorkState.FAILED)


class WorkList:
    """All that runs, the oldest first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun: dict[str, BegunWork] = {}
        self._sources: list[WorkSource] = []
        self._over: deque[Work] = deque(maxlen=_MOST_REMEMBERED)
        self.on_change: Callable[[], None] = lambda: None
        """Called when something begins or ends; not at each step of progress."""

    def begin(
        self,
        kind: WorkKind,
        title: str = "",
        *,
        stop: Stop | None = None,
        state: WorkState = WorkState.RUNNING,
        conversation_id: str | None = None,
        total: int | None = None,
    ) -> BegunWork:
        work = Work(
            id=new_id(),
            kind=kind,
            title=title,
            state=state,
            started=self._clock(),
            conversation_id=conversation_id,
            total=total,
            stoppable=stop is not None,
        )
        begun = self._begun[work.id] = BegunWork(work, stop, self._end)
        self.changed()
        return begun

    def add_source(self, source: WorkSource) -> None:
        self._sources.append(source)

    def changed(self) -> None:
        """Something of a source began, or is no more."""
        self.on_change()

    def ended(self, work: Work) -> None:
        """Something of a source has ended, as this says."""
        self._over.append(replace(work, ended=self._clock()))
        self.on_change()

    @property
    def running(self) -> Sequence[Work]:
        works = [begun.work for begun in self._begun.values()]
        for source in self._sources:
            works.extend(source.running())
        return sorted(works, key=lambda work: work.started)

    @property
    def recent(self) -> Sequence[Work]:
        """What ended lately, the latest first."""
        now = self._clock()
        return [work for work in reversed(self._over) if work.ended is not None and now - work.ended < _REMEMBERED]

    def stop(self, work_id: str) -> bool:
        """False where it does not run any more, or cannot be stopped."""
        if (begun := self._begun.get(work_id)) is not None:
            return begun.stop()
        return any(source.stop(work_id) for source in self._sources)

    def stop_all(self) -> None:
        for work in self.running:
            self.stop(work.id)

    def _end(self, work: Work) -> None:
        del self._begun[work.id]
        self.ended(work)
