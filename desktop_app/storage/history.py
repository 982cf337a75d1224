"""Conversations on disk, written while they stream.

One thread owns the database; the rest of the program awaits it, or, for the text of a running answer, leaves deltas in
a heap that the thread collects every 250 ms. So at most a quarter of a second of text is ever unsaved, and nobody waits
for the disk.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from desktop_app.domain.errors import StorageError
from desktop_app.domain.messages import Conversation, Message, MessageState
from desktop_app.storage import message_rows, tables
from desktop_app.storage.backups import copying
from desktop_app.storage.history_store import HistoryStore
from desktop_app.storage.migrations import forget_old_backups
from desktop_app.storage.temporary import Temporary
from desktop_app.storage.thread import JobThread

_T = TypeVar("_T")

_GATHER_SECONDS = 0.2  # leaves 50 ms for the way here and for the disk
_GATHER_CHARACTERS = 65_536
_TIDIED_AFTER = 60.0  # seconds: nothing the start should wait for
_WORTH_COMPACTING = 8 * 2**20


class History:
    """The one history of a profile; make it with ``open``.

    ``problem`` is what was wrong at opening: the file was damaged or too new and was set aside, or it cannot be written
    now. Each method that writes returns when the write is done, or kept in memory because the disk refuses it; reading
    then tells what is kept, too.
    """

    def __init__(self, store: HistoryStore, thread: JobThread) -> None:
        self.problem = store.problem
        self._store = store
        self._thread = thread
        self._temporary = Temporary()
        self._heap = _Heap()
        self._closed = False
        self.on_deleted: Callable[[], None] = lambda: None
        """Called on the event loop when something was deleted for good: copies of it elsewhere must follow."""
        self.on_written: Callable[[], None] = lambda: None
        """Called on the history's thread after a write, though not after each piece of a streaming text: be quick."""
        self.on_grown: Callable[[], None] = lambda: None
        """Called on the event loop, now and then, when conversations of a damaged file were brought over."""

    @classmethod
    async def open(cls, path: Path, *, on_problem: Callable[[StorageError | None], None] | None = None) -> History:
        """Opens or makes the file. Always gives a usable history, see ``problem``.

        ``on_problem`` is called on the event loop: once with the error when the disk begins to refuse, and once with
        None when everything kept meanwhile has been written; and with ``HistoryMended`` whenever there is news of a
        damaged file, in mid-run too.
        """
        thread = JobThread("history")
        loop = asyncio.get_running_loop()
        opened: list[History] = []

        def tell(error: StorageError | None) -> None:
            if on_problem is not None:
                with contextlib.suppress(RuntimeError):  # the loop is closed: nobody is left to be told
                    loop.call_soon_threadsafe(on_problem, error)

        def grown() -> None:
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(lambda: [history.on_grown() for history in opened])

        opened.append(cls(await thread.run(lambda: HistoryStore(path, thread, tell, grown)), thread))
        thread.post(lambda: forget_old_backups(path), after=_TIDIED_AFTER)
        return opened[0]

    # Read

    async def conversations(self, limit: int = 1000) -> list[Conversation]:
        """The newest first."""
        return await self._read(lambda db: tables.conversations(db, limit))

    async def conversation(self, conversation_id: str) -> Conversation | None:
        return await self._read(lambda db: tables.conversation(db, conversation_id), conversation_id)

    async def path(self, conversation_id: str) -> list[Message]:
        """The messages from the root to the head, with all text that was appended so far."""
        return await self._read(lambda db: message_rows.path(db, conversation_id), conversation_id)

    async def last_open(self) -> str | None:
        """What ``set_open`` said last, in this run or an earlier one; the conversation may be gone since."""
        return await self._read(lambda db: tables.state_value(db, tables.OPEN_CONVERSATION)) or None

    # Write

    async def add_conversation(self, conversation: Conversation) -> None:
        """Its ``head_id`` is not stored: the first message makes itself the head."""
        await self._write(lambda db: tables.add_conversation(db, conversation))

    async def add_message(self, message: Message, turn_id: str = "") -> None:
        """Adds it under its parent and makes it the head; ``turn_id`` where a turn begins that writes it.

        Raises ``LookupError`` for a conversation or a parent that is not there.
        """
        self._heap.hold(message.id)

        def job() -> None:
            try:
                self._collect()
                self._place_of(message.conversation_id).write(lambda db: tables.add_message(db, message, turn_id))
            finally:
                self._heap.release(message.id)
            self._collect()
            self.on_written()

        await self._thread.run(job)

    def append_text(self, message_id: str, delta: str) -> None:
        """Adds to a streaming message. Never waits; on disk within 250 ms."""
        if self._closed:
            return
        after = self._heap.add(message_id, delta)
        if after is not None:
            self._thread.post(self._collect, after=after)

    async def resume_message(self, message_id: str, turn_id: str) -> None:
        """The message streams again (Continue), in a new turn."""
        moment = time.time()
        await self._write(lambda db: tables.resume_message(db, message_id, turn_id, moment), message_id)

    async def finish_message(self, message: Message, error_code: str = "", *, turn_id: str = "") -> None:
        """Final state, usage and timings, after whatever was appended. ``parts=()`` keeps the text as it streamed.

        May be called again when more is known; with ``turn_id``, also after the message has gone on in a later turn.
        Text on disk is never replaced by less of it.
        """
        moment = time.time()
        await self._write(lambda db: tables.finish_message(db, message, turn_id, error_code, moment), message.id)

    async def set_message_state(self, message_id: str, state: MessageState) -> None:
        await self._write(lambda db: tables.set_message_state(db, message_id, state), message_id)

    async def set_heard(self, message_id: str, heard: int | None) -> None:
        """How far the voice came when it was stopped, in characters; None where it was heard to its end."""
        await self._write(lambda db: tables.set_heard(db, message_id, heard), message_id)

    async def set_title(self, conversation_id: str, title: str) -> None:
        await self._write(lambda db: tables.set_title(db, conversation_id, title), conversation_id)

    async def set_head(self, conversation_id: str, message_id: str) -> None:
        """Shows another branch: the path ends at this message."""
        await self._write(lambda db: tables.set_head(db, conversation_id, message_id), conversation_id)

    async def delete_conversation(self, conversation_id: str) -> None:
        """Gone from the file too, not only from the list."""
        await self._write(lambda db: tables.delete_conversation(db, conversation_id), conversation_id)
        await self.forget_log()

    async def set_open(self, conversation_id: str | None) -> None:
        """A temporary one is not noted: what was open before it stays what was open last."""
        if self.is_temporary(conversation_id):
            return
        value = conversation_id or ""
        await self._write(lambda db: tables.set_state_value(db, tables.OPEN_CONVERSATION, value))

    # Temporary conversations: the same verbs, in memory; see ``temporary``

    def is_temporary(self, conversation_id: str | None) -> bool:
        """Whether it is, or was until it was forgotten, one of which nothing is to be kept anywhere."""
        return self._temporary.known(conversation_id)

    def begin_temporary(self, conversation: Conversation) -> Coroutine[Any, Any, None]:
        """It is known as one at once, and there when what this gives was awaited."""
        self._temporary.claim(conversation.id)
        return self._thread.run(lambda: self._temporary.begin(conversation))

    async def keep_temporary(self, conversation_id: str) -> bool:
        """Makes an ordinary one of it, and all that is said in it goes on there; False where it was forgotten."""

        def job() -> bool:
            self._collect()
            pieces = self._temporary.rows(conversation_id)
            if pieces:
                self._store.write(lambda db: [copying.put_rows(db, piece, running=True) for piece in pieces])
                self._temporary.let_go(conversation_id)
                self.on_written()
            return bool(pieces)

        return await self._thread.run(job)

    async def belong_with(self, conversation_id: str, of: str) -> None:
        """A new conversation will be temporary where the conversation or message ``of`` is."""

        def job() -> None:
            if self._temporary.holds(of):
                self._temporary.claim(conversation_id)

        await self._thread.run(job)

    async def forget_temporary(self, conversation_id: str) -> None:
        """It is gone; what still comes for it is dropped."""
        await self._thread.run(lambda: self._temporary.forget(conversation_id))

    # What else is kept in the same file: ``branches``, ``drafts``, ``pictures``, ``prompts``

    async def read(self, query: Callable[[tables.Database], _T], of: str | None = None) -> _T:
        """The answer of another module's verb, with everything written that was told before.

        ``of``: the conversation or the message that it is about, which may be a temporary one.
        """
        return await self._read(query, of)

    async def read_everywhere(self, query: Callable[[tables.Database], _T]) -> list[_T]:
        """The answer of what is kept and, behind it, that of what is temporary, where there is any."""

        def job() -> list[_T]:
            self._collect()
            temporary = [self._temporary.read(query)] if self._temporary.used else []
            return [self._store.read(query), *temporary]

        return await self._thread.run(job)

    async def write(self, write: Callable[[tables.Database], object], of: str | None = None) -> None:
        """Has another module's verb written as a transaction, now or when the disk allows it; ``of`` as with read."""
        await self._write(write, of)

    def offer(self, write: Callable[[tables.Database], object], told: Callable[[bool], object]) -> None:
        """Has written what is known elsewhere, too, if the disk takes it now: else it is neither tried again nor owed.

        May be called on any thread. ``told`` is called on the history's, with False where the disk refused it; never
        where the history has ended.
        """

        def job() -> None:
            taken = True  # a write that is wrong in itself need not be offered again
            try:
                taken = self._store.offer(write)
            finally:
                told(taken)

        with contextlib.suppress(RuntimeError):  # the history has ended
            self._thread.post(job)

    async def forget_log(self) -> None:
        """Behind a deletion: what was deleted leaves the write-ahead log, too."""
        await self._thread.run(self._store.forget_log)
        self.on_deleted()

    async def rewrite(self, fill: Callable[[Any], object]) -> None:
        """Another content takes the place of all that is kept: ``fill`` is given the connection, see ``restoring``.

        Raises ``StorageError`` where the disk refuses it; then all is as it was.
        """

        def job() -> None:
            self._collect()
            self._store.rewrite(fill)
            self.on_written()

        await self._thread.run(job)
        self.on_deleted()

    async def compact(self, least: int = _WORTH_COMPACTING) -> bool:
        """Gives room that deletions left back to the disk, where it is worth it; False where others came first."""
        return await self._thread.run(lambda: self._store.compact(least=least))

    @property
    def mending(self) -> bool:
        """Whether conversations of a damaged file are being brought over; may be asked on any thread."""
        return self._store.mending

    # Begin and end

    async def flush(self) -> bool:
        """True when everything said so far is on disk; False where the disk refuses it and it is only in memory."""
        return await self._thread.run(self._flush)

    async def close(self) -> bool:
        """Flushes and ends; False where something could not be written and is lost with the program."""
        if self._closed:
            return True
        self._closed = True
        await asyncio.to_thread(self._store.end_salvage)
        saved = await self._thread.run(self._flush)
        await self._thread.run(self._store.close)
        await self._thread.run(self._temporary.close)
        self._thread.stop()
        return saved

    # On the thread

    async def _read(self, query: Callable[[tables.Database], _T], of: str | None = None) -> _T:
        def job() -> _T:
            self._collect()
            return self._place_of(of).read(query)

        return await self._thread.run(job)

    async def _write(self, write: Callable[[tables.Database], object], of: str | None = None) -> None:
        def job() -> None:
            self._collect()
            self._place_of(of).write(write)
            self.on_written()

        await self._thread.run(job)

    def _place_of(self, row_id: str | None) -> HistoryStore | Temporary:
        return self._temporary if self._temporary.holds(row_id) else self._store

    def _flush(self) -> bool:
        self._collect()
        return self._store.drain()

    def _collect(self) -> None:
        texts = self._heap.take()
        temporary = {
            message_id: texts.pop(message_id) for message_id in list(texts) if self._temporary.holds(message_id)
        }
        if temporary:
            self._temporary.write(lambda db: tables.append_text(db, temporary))
        if texts:
            self._store.append(texts)


class _Heap:
    """Deltas by message, waiting to be collected; used by two threads."""

    def __init__(self) -> None:
        self._deltas: dict[str, list[str]] = {}
        self._held: set[str] = set()
        self._size = 0
        self._lock = threading.Lock()

    def add(self, message_id: str, delta: str) -> float | None:
        """In how many seconds a collection is to be arranged; None where one already is."""
        with self._lock:
            before = self._size
            first = not self._deltas
            self._deltas.setdefault(message_id, []).append(delta)
            self._size += len(delta)
            if before < _GATHER_CHARACTERS <= self._size:
                return 0.0
            return _GATHER_SECONDS if first else None

    def hold(self, message_id: str) -> None:
        """The message is not there yet: what comes for it stays here until ``release``."""
        with self._lock:
            self._held.add(message_id)

    def release(self, message_id: str) -> None:
        with self._lock:
            self._held.discard(message_id)

    def take(self) -> dict[str, str]:
        with self._lock:
            ready = [message_id for message_id in self._deltas if message_id not in self._held]
            texts = {message_id: "".join(self._deltas.pop(message_id)) for message_id in ready}
            self._size -= sum(map(len, texts.values()))
        return texts
