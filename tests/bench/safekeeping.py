"""What a backup costs: how long it takes, and how long anybody who writes meanwhile has to wait for it.

A history of some ten thousand messages (``ALOUD_BENCH_MESSAGES``) is backed up, looked into, merged into an emptied
history and brought back whole, while an answer streams into it. What is told of waiting is the time of one write on the
history's thread, in a queue of its own: nothing of the window is in it.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.backup import BackupChoice
from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, Role
from desktop_app.storage.backups import backup, old_copies, restoring
from desktop_app.storage.backups.backup import Meter
from desktop_app.storage.history import History
from desktop_app.storage.paths import Profile
from desktop_app.storage.retention import Retention
from tests.bench.report import line
from tests.support.many_messages import fill

_T = TypeVar("_T")

_MESSAGES = int(os.environ.get("ALOUD_BENCH_MESSAGES", "100000"))
_EVERY = 0.02
"""Seconds between two writes of the streaming answer."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_run(Path(folder)))


async def _run(folder: Path) -> None:
    profile = Profile(folder / "profile")
    profile.make()
    await asyncio.to_thread(fill, profile.history, _MESSAGES)
    history = await History.open(profile.history)
    size = profile.history.stat().st_size
    print(f"   {_MESSAGES:,} messages, {size / 1e6:.0f} MB")
    target = folder / "backup.zip"
    async with _streaming(history, "nobody else at work"):
        await asyncio.sleep(3)
    async with _streaming(history, "while it is backed up"):
        await _timed("back up", asyncio.to_thread(backup.write_backup, profile, target, BackupChoice(), _meter()))
    print(f"   the file: {target.stat().st_size / 1e6:.0f} MB, {target.stat().st_size / size:.2f} of the history")
    async with _streaming(history, "while one looks into it"):
        opened = await _timed("look into it", asyncio.to_thread(restoring.open_backup, target, profile, _meter()))
    await _timed("bring it back whole", opened.replace(history))
    await _timed("delete everything", Retention(history).delete_everything())
    await asyncio.to_thread(old_copies.forget_all, profile)
    opened = await asyncio.to_thread(restoring.open_backup, target, profile, _meter())
    async with _streaming(history, "while it is merged"):
        await _timed("merge all of it", opened.merge(history, _meter()))
    await asyncio.to_thread(opened.close)
    await history.close()


def _meter() -> Meter:
    return Meter(lambda _done, _total: None, lambda: False)


@contextlib.asynccontextmanager
async def _streaming(history: History, what: str) -> AsyncIterator[None]:
    """An answer streams meanwhile; tells how long each of its writes took."""
    name = what.replace(" ", "-")
    await history.add_conversation(Conversation(name, "", 1.0, 1.0))
    answer = Message(f"m-{name}", name, None, Role.ASSISTANT, (Part(PartKind.TEXT, ""),), 1.0, MessageState.STREAMING)
    await history.add_message(answer, f"t-{name}")
    waits: list[float] = []
    ended = asyncio.Event()

    async def stream() -> None:
        while not ended.is_set():
            history.append_text(answer.id, "some words of an answer ")
            began = time.perf_counter()
            await history.flush()
            waits.append((time.perf_counter() - began) * 1000)
            await asyncio.sleep(_EVERY)

    streaming = asyncio.create_task(stream())
    try:
        yield
    finally:
        ended.set()
        await streaming
        print(f"   {line(f'a write, {what}', waits, target='50 ms')}")


async def _timed(what: str, work: Awaitable[_T]) -> _T:
    began = time.perf_counter()
    found = await work
    print(f"   {what}: {time.perf_counter() - began:.2f} s")
    return found
