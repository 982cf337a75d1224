"""What a command says to the copy that runs with this profile.

Plain sockets and the standard library's lightest modules: ``aloud stop`` is somebody reaching for silence.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from desktop_app.control.files import ADDRESS_FILE
from desktop_app.control.interrupts import waking
from desktop_app.control.wire import GREETING, decode, encode
from desktop_app.domain.errors import UserError

_CONNECT_SECONDS = 1.0
_ANSWER_SECONDS = 5.0
_LONGEST_GREETING = 1000  # bytes


class NotRunning(UserError):
    """No copy answers for this profile."""


class Refused(UserError):
    """The copy said no, and why."""


class Lost(UserError):
    """The copy went away before it had answered."""


def raise_window(folder: Path) -> None:
    """Brings the running copy's window to the front. ``folder`` is the profile's ``control``, here and below.

    Raises ``NotRunning``, ``Lost`` or ``Refused``, here and below.
    """
    _request(folder, {"verb": "raise"})


def ask(
    folder: Path, text: str, *, conversation_id: str | None = None, new: bool = False, speak: bool = True
) -> Generator[str, None, None]:
    """The answer, in pieces as it streams. Leaving the iteration early stops that turn."""
    request = {"verb": "ask", "text": _clean(text), "conversation": conversation_id, "new": new, "speak": speak}
    with _Connection(folder, request) as connection:
        yield from connection.deltas()


def say(folder: Path, chunks: Iterable[str]) -> None:
    """Speaks the text as it comes in, at the copy's own pace: a chunk is taken when there is room for it.

    Returns when the copy has taken all of it, or wants no more. Leaving it by an exception silences what is being said.
    """
    with _Connection(folder, {"verb": "say"}) as connection:
        sender = _Sender(connection, chunks)
        while "done" not in (message := connection.read_unless(sender.failure)):
            if message.get("more"):
                sender.send_one()


def stop(folder: Path, turn_id: str | None = None, *, speech_only: bool = False) -> bool:
    """Stops everything, or all speech, or one turn; False where there was nothing to stop."""
    return bool(_request(folder, {"verb": "stop", "turn": turn_id, "speech_only": speech_only}).get("stopped"))


def status(folder: Path) -> dict[str, Any]:
    """What runs and what is being said."""
    answer = _request(folder, {"verb": "status"}).get("status")
    return answer if isinstance(answer, dict) else {}


def is_running(folder: Path) -> bool:
    """Whether a copy answers for this profile."""
    try:
        _request(folder, {"verb": "ping"})
    except (NotRunning, Lost, Refused):
        return False
    return True


def _request(folder: Path, request: dict[str, Any]) -> dict[str, Any]:
    with _Connection(folder, request) as connection:
        return connection.finish(_ANSWER_SECONDS)


class _Sender:
    """Takes chunks from where they come, on a thread of its own: one that does not come holds nobody up."""

    def __init__(self, connection: _Connection, chunks: Iterable[str]) -> None:
        self.failure: list[BaseException] = []
        self._connection = connection
        self._chunks = chunks
        self._wanted = threading.Semaphore(0)
        threading.Thread(target=self._run, name="text to be said", daemon=True).start()

    def send_one(self) -> None:
        self._wanted.release()

    def _run(self) -> None:
        try:
            for chunk in self._chunks:
                self._send({"text": _clean(chunk)})
            self._send({"end": True})
        except BaseException as error:  # noqa: BLE001 - it is raised again on the thread that waits
            self.failure.append(error)
            self._connection.give_up()

    def _send(self, message: dict[str, Any]) -> None:
        self._wanted.acquire()
        with contextlib.suppress(OSError):  # the copy hung up; what it said before is read by who waits for it
            self._connection.send(message)


class _Connection:
    """One request and its answer."""

    def __init__(self, folder: Path, request: dict[str, Any]) -> None:
        port, token = _address(folder)
        try:
            self._socket = socket.create_connection(("127.0.0.1", port), timeout=_CONNECT_SECONDS)
        except OSError as error:
            raise NotRunning("Aloud is not running.") from error
        self._lines = self._socket.makefile("rb")
        self._inside = contextlib.ExitStack()
        try:
            self._socket.settimeout(_ANSWER_SECONDS)
            self._greet({"token": token, **request})
            self._socket.settimeout(None)  # a model may think for minutes, a text to be said may trickle
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        self._inside.enter_context(waking(self.give_up))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._inside.close()
        self.close()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._lines.close()
        self._socket.close()

    def send(self, message: dict[str, Any]) -> None:
        self._socket.sendall(encode(message))

    def read_unless(self, failure: list[BaseException]) -> dict[str, Any]:
        """The next message; raises what was put into ``failure`` before the connection was given up for it."""
        try:
            return self._read()
        except Lost:
            if failure:
                raise failure[0] from None
            raise

    def give_up(self) -> None:
        """Wakes whoever waits for a message."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def deltas(self) -> Iterator[str]:
        while "done" not in (message := self._read()):
            if isinstance(delta := message.get("delta"), str):
                yield delta

    def finish(self, seconds: float | None = None) -> dict[str, Any]:
        """The message that ends the answer."""
        self._socket.settimeout(seconds)
        while "done" not in (message := self._read()):
            pass
        return message

    def _greet(self, request: dict[str, Any]) -> None:
        """Sends the request; somebody who does not greet in return is not a copy of ours, only at its old port."""
        try:
            self._socket.sendall(encode(request))
            greeting = decode(self._lines.readline(_LONGEST_GREETING))
        except (ValueError, OSError) as error:
            raise NotRunning("Aloud is not running, or does not answer.") from error
        if greeting != GREETING:
            raise NotRunning("Aloud is not running.")

    def _read(self) -> dict[str, Any]:
        try:
            message = decode(self._lines.readline())
        except (OSError, ValueError) as error:
            raise Lost("Aloud went away before it had answered.") from error
        if "error" in message:
            raise Refused(str(message["error"]))
        return message


def _address(folder: Path) -> tuple[int, str]:
    try:
        address = decode((folder / ADDRESS_FILE).read_bytes())
        port, token = int(address["port"]), str(address["token"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotRunning("Aloud is not running.") from error
    return port, token


def _clean(text: str) -> str:
    """The text as UTF-8 can carry it: bytes of the command line that are none come in as half surrogates."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
