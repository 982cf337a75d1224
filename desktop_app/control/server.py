"""One running copy per profile, and the words it takes from outside.

Which copy is the one is decided by a lock that the system releases when its holder dies, however it dies. What the one
hears comes over a loopback port, from those who can read the token that only this user can read.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import hmac
import json
import logging
import os
import secrets
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from desktop_app.control.files import ADDRESS_FILE, LOCK_FILE
from desktop_app.control.wire import GREETING, LONGEST_LINE, decode, encode
from desktop_app.domain.errors import UserError

if TYPE_CHECKING:
    from filelock import BaseFileLock

_log = logging.getLogger(__name__)

_REQUEST_SECONDS = 5.0  # for the first line, which carries the token
_MOST_CONNECTIONS = 64
_CHUNKS_AHEAD = 64  # of a text to be said, before its sender has to wait


class ControlHandler(Protocol):
    """What the running copy does when it is told to; all of it on the event loop. Each may raise ``UserError``."""

    async def raise_window(self) -> None: ...

    def ask(self, text: str, *, conversation_id: str | None, new: bool, speak: bool) -> AsyncIterator[str]:
        """The answer's deltas; ends when the answer is whole, and raises why it is not where it ended otherwise.

        Without an id and without ``new`` the open conversation is meant. Closed early (``aclose``, a cancelled
        ``__anext__``) it means that the asker went away: the turn is to be stopped.
        """

    async def say(self, pieces: AsyncIterator[str]) -> None:
        """Speaks a text that comes in pieces, each taken when there is room for it.

        Cancelled where the speaker went away before its end; returns early where nothing more of it will be said.
        """

    async def stop(self, turn_id: str | None, *, speech_only: bool) -> bool:
        """Everything where ``turn_id`` is None; False where nothing ran that could be stopped."""

    async def status(self) -> Mapping[str, Any]:
        """JSON values: the running turns with their ids, and what is being said."""


class ControlServer:
    """First ``try_claim``, on any thread; then, on the event loop, ``start`` and at the end ``close``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._token = secrets.token_urlsafe(32)
        self._lock: BaseFileLock | None = None
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    def try_claim(self) -> bool:
        """Whether this copy is the one of its profile. Where the folder cannot hold a lock, it is."""
        from filelock import FileLock, Timeout

        lock = FileLock(self._folder / LOCK_FILE, mode=0o600, thread_local=False)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock.acquire(timeout=0)
        except Timeout:
            return False
        except (OSError, NotImplementedError) as error:
            _log.warning("the profile cannot be locked: %s", error)
            return True
        self._lock = lock
        return True

    async def start(self, handler: ControlHandler) -> None:
        """Listens, and writes down where. A machine that refuses leaves a copy that cannot be told anything."""
        try:
            self._server = await asyncio.start_server(
                functools.partial(self._accept, handler), "127.0.0.1", 0, limit=LONGEST_LINE
            )
            port = self._server.sockets[0].getsockname()[1]
            address = {"port": port, "token": self._token, "pid": os.getpid()}
            await asyncio.to_thread(_write_private, self._folder / ADDRESS_FILE, json.dumps(address))
        except OSError as error:
            _log.warning("commands from outside cannot be heard: %s", error)

    async def close(self) -> None:
        """Hangs up on everybody and gives the profile free."""
        if self._server is not None:
            with contextlib.suppress(OSError):
                (self._folder / ADDRESS_FILE).unlink()
            self._server.close()
            for task in self._connections:
                task.cancel()
            await asyncio.gather(*self._connections, return_exceptions=True)
            self._server = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _accept(self, handler: ControlHandler, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if len(self._connections) >= _MOST_CONNECTIONS:
            writer.close()
            return
        task = asyncio.create_task(self._serve(handler, reader, writer), name="control connection")
        self._connections.add(task)
        task.add_done_callback(self._connections.discard)

    async def _serve(self, handler: ControlHandler, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, one request. A stranger gets no word."""
        with contextlib.suppress(ConnectionError):  # the other side may leave whenever it likes
            try:
                request = await self._first_line(reader)
                if request is not None:
                    writer.write(encode(GREETING))
                    await _Conversation(handler, request, reader, writer).run()
            finally:
                writer.close()

    async def _first_line(self, reader: asyncio.StreamReader) -> dict[str, Any] | None:
        try:
            request = decode(await asyncio.wait_for(reader.readline(), _REQUEST_SECONDS))
        except (ValueError, TimeoutError):
            return None
        token = request.get("token")
        known = isinstance(token, str) and hmac.compare_digest(token.encode(errors="replace"), self._token.encode())
        return request if known else None


class _Conversation:
    """What follows a right token: the verb is done, while somebody watches whether the other side is still there."""

    def __init__(
        self,
        handler: ControlHandler,
        request: dict[str, Any],
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        self._handler = handler
        self._request = request
        self._reader = reader
        self._writer = writer
        self._chunks: asyncio.Queue[str | None] = asyncio.Queue(_CHUNKS_AHEAD)

    async def run(self) -> None:
        work = asyncio.create_task(self._work(), name="control work")
        watch = asyncio.create_task(self._watch(), name="control watch")
        try:
            await asyncio.wait({work, watch}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (work, watch):
                task.cancel()
            await asyncio.gather(work, watch, return_exceptions=True)

    async def _work(self) -> None:
        verbs: dict[object, Callable[[], Awaitable[dict[str, Any]]]] = {
            "ping": self._ping,
            "raise": self._raise_window,
            "ask": self._ask,
            "say": self._say,
            "stop": self._stop,
            "status": self._status,
        }
        verb = verbs.get(self._request.get("verb"))
        try:
            answer = {"error": "This copy of Aloud does not know that command."} if verb is None else await verb()
        except UserError as error:
            answer = {"error": str(error), "code": error.code}
        except ConnectionError:
            return
        except Exception:  # noqa: BLE001 - a bug in one verb is logged, told, and no end of the program
            _log.exception("a command from outside failed")
            answer = {"error": "Aloud made a mistake; its log says more.", "code": "Bug"}
        self._writer.write(encode(answer))
        with contextlib.suppress(ConnectionError):
            await self._writer.drain()

    async def _watch(self) -> None:
        """Reads what else comes; returns when the other side is gone or talks nonsense."""
        with contextlib.suppress(ValueError, ConnectionError):
            while line := await self._reader.readline():
                message = decode(line)
                if isinstance(text := message.get("text"), str):
                    await self._chunks.put(text)
                elif message.get("end"):
                    await self._chunks.put(None)

    async def _ping(self) -> dict[str, Any]:
        return {"done": True}

    async def _raise_window(self) -> dict[str, Any]:
        await self._handler.raise_window()
        return {"done": True}

    async def _ask(self) -> dict[str, Any]:
        request = self._request
        conversation = request.get("conversation")
        deltas = self._handler.ask(
            str(request.get("text", "")),
            conversation_id=None if conversation is None else str(conversation),
            new=bool(request.get("new")),
            speak=bool(request.get("speak", True)),
        )
        async with contextlib.AsyncExitStack() as stack:
            if (aclose := getattr(deltas, "aclose", None)) is not None:
                stack.push_async_callback(aclose)
            async for delta in deltas:
                self._writer.write(encode({"delta": delta}))
                await self._writer.drain()
        return {"done": True}

    async def _say(self) -> dict[str, Any]:
        await self._handler.say(self._incoming())
        return {"done": True}

    async def _incoming(self) -> AsyncIterator[str]:
        """The text's pieces, each asked for only when it is wanted: so 300 pages wait where they come from."""
        while True:
            self._writer.write(encode({"more": True}))
            await self._writer.drain()
            if (chunk := await self._chunks.get()) is None:
                return
            yield chunk

    async def _stop(self) -> dict[str, Any]:
        turn = self._request.get("turn")
        speech_only = bool(self._request.get("speech_only"))
        stopped = await self._handler.stop(None if turn is None else str(turn), speech_only=speech_only)
        return {"done": True, "stopped": stopped}

    async def _status(self) -> dict[str, Any]:
        return {"done": True, "status": dict(await self._handler.status())}


def _write_private(path: Path, text: str) -> None:
    """In one step, so that nobody reads half of it; mkstemp makes it readable by this user only."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).replace(path)
