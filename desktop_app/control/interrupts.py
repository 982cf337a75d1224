"""Ctrl+C for somebody who waits for a socket.

A signal ends a waiting ``recv`` only where it reaches that very thread, during the wait. One that comes a moment before
the wait begins would not be obeyed until the next words arrive, and Windows wakes nobody at all.
"""

from __future__ import annotations

import contextlib
import signal
import socket
import threading
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def waking(wake: Callable[[], None]) -> Iterator[None]:
    """Inside, ``wake`` is called on a thread of its own when a signal comes that Python obeys; it ends the wait.

    The signal's own exception is then raised where the main thread goes on. On other threads this does nothing.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard, told = socket.socketpair()
    with heard, told:
        told.setblocking(False)  # Python writes to it inside the signal handler
        before = signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
        listener = threading.Thread(target=_listen, args=(heard, wake), name="signals", daemon=True)
        listener.start()
        try:
            yield
        finally:
            signal.set_wakeup_fd(before)
            told.shutdown(socket.SHUT_WR)
            listener.join()


def _listen(heard: socket.socket, wake: Callable[[], None]) -> None:
    while heard.recv(64):
        wake()
