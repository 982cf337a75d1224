"""The program's own log: ``aloud.log``, rotated, written off the GUI thread, and free of keys whatever is logged.

Redaction is part of formatting, so it sees what will be written: the message with its arguments, and the traceback.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import logging.handlers
import os
import queue
import re
import sys
import threading
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

_log = logging.getLogger(__name__)

FILE_NAME = "aloud.log"
_SIZE = 1_000_000  # bytes
_KEPT = 4  # files besides the one that is written
_LOUD = ("httpx", "httpx2", "httpcore", "httpcore2", "openai", "asyncio", "markdown_it", "keyring", "urllib3")
_HIDDEN = "[hidden]"
_SHORTEST_SECRET = 4  # a shorter one would blot out half the log and protects nothing

_KEY_LIKE = re.compile(
    r"""
    \b sk-[A-Za-z0-9_\-]{6,}                                             # an OpenAI key
    | (?P<scheme> \b (?: Bearer | Basic ) \s+ ) [^\s"',;]{6,}
    | (?P<slashes> :// ) [^/\s@:]* : [^/\s@]+ (?= @ )                     # a password in an address
    | (?P<name> \b api [_-]? key ["']? \s* [:=] \s* ["']? ) [^\s"',;&}]+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_secrets: set[str] = set()
_listener: logging.handlers.QueueListener | None = None


def redact(secret: str) -> None:
    """From now on this text appears in no log. Callable from any thread."""
    if len(secret) >= _SHORTEST_SECRET:
        _secrets.add(secret)


def scrub(text: str) -> str:
    """The text without anything that is a key or looks like one."""
    for secret in tuple(_secrets):
        text = text.replace(secret, _HIDDEN)
    return _KEY_LIKE.sub(_hide, text)


def _hide(found: re.Match[str]) -> str:
    lead = found["scheme"] or found["slashes"] or found["name"] or ""
    return f"{lead}{_HIDDEN}"


def set_up(folder: Path, level: str = "info") -> None:
    """Begins the log in ``folder`` (made where missing) and sends every uncaught exception to it.

    ``level`` is a name the logging module knows, in any case. Warnings go to the terminal too, where there is one. A
    folder that cannot be written leaves the terminal alone to be told. Call ``shut_down`` at the end.
    """
    shut_down()
    root = logging.getLogger()
    root.setLevel(level.upper())
    handlers = [handler for handler in (_file_handler(folder), _terminal_handler()) if handler]
    lines: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
    _start(root, lines, handlers)
    for name in _LOUD:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    sys.excepthook = _on_exception
    threading.excepthook = _on_thread_exception
    sys.unraisablehook = _on_unraisable


def shut_down() -> None:
    """Writes what is waiting to be written, and ends the log; does nothing where none was begun."""
    global _listener  # noqa: PLW0603 - a process has one log
    root = logging.getLogger()
    for entrance in [handler for handler in root.handlers if isinstance(handler, _LinesToQueue)]:
        root.removeHandler(entrance)
    if _listener is not None:
        _listener.stop()
        for handler in _listener.handlers:
            handler.close()
        _listener = None


def on_loop_exception(_loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """For ``loop.set_exception_handler``."""
    error = context.get("exception")
    message = context.get("message", "an exception in the event loop")
    _log.error("%s", message, exc_info=error if isinstance(error, BaseException) else None)


def on_qt_message(kind: object, _context: object, text: str) -> None:
    """For ``qInstallMessageHandler``."""
    name = str(getattr(kind, "name", kind))
    level = {"QtDebugMsg": logging.DEBUG, "QtInfoMsg": logging.INFO, "QtWarningMsg": logging.WARNING}.get(name)
    logging.getLogger("qt").log(logging.ERROR if level is None else level, "%s", text)


class _RedactingFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return scrub(super().format(record))


class _LinesToQueue(logging.handlers.QueueHandler):
    """Hands on a finished line; the record keeps its own words for other handlers."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        line = self.format(record)
        return logging.LogRecord(record.name, record.levelno, record.pathname, record.lineno, line, None, None)


def _start(root: logging.Logger, lines: queue.SimpleQueue[logging.LogRecord], handlers: list[logging.Handler]) -> None:
    global _listener  # noqa: PLW0603 - a process has one log
    entrance = _LinesToQueue(lines)
    entrance.setFormatter(_RedactingFormatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
    root.addHandler(entrance)
    _listener = logging.handlers.QueueListener(lines, *handlers, respect_handler_level=True)
    _listener.start()


def _file_handler(folder: Path) -> logging.Handler | None:
    path = folder / FILE_NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        return _QuietFileHandler(path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None


class _QuietFileHandler(logging.handlers.RotatingFileHandler):
    """A log that cannot be written is no reason to trouble anybody: the line is dropped."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)

    def _open(self) -> TextIOWrapper:
        return open(  # Path.open takes no opener, and the rights must be right from the start
            self.baseFilename,
            "a",
            encoding=self.encoding,
            errors=self.errors,
            opener=lambda name, flags: os.open(name, flags, 0o600),
        )


def _terminal_handler() -> logging.Handler | None:
    if sys.stderr is None:  # a windowed program on Windows
        return None
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    return handler


def _on_exception(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    with contextlib.suppress(OSError):
        _log.critical("an exception that nobody caught", exc_info=(kind, error, traceback))


def _on_thread_exception(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is None or isinstance(args.exc_value, SystemExit):
        return
    name = args.thread.name if args.thread else "?"
    _log.critical("the thread %s ended with an exception", name, exc_info=args.exc_value)


def _on_unraisable(args: sys.UnraisableHookArgs) -> None:
    _log.error("%s: %r", args.err_msg or "an exception that could not be raised", args.object, exc_info=args.exc_value)
