"""What the sound server of a Linux desktop plays on: the names of its sinks, and word when one comes or goes.

PortAudio sees a PulseAudio or PipeWire server through ALSA, as one device that is always there. The headset a listener
means by "the headset" is a sink of the server, and only the server knows when it is unplugged. ``libpulse`` is spoken
to by ctypes: it is there wherever ALSA leads to such a server. Without it, or on another system, there are no sinks.

The watch is a thread that sleeps in C until the server has something to tell.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_LIBRARY = "libpulse.so.0"
_RECONNECT_SECONDS = (0.1, 0.25, 0.5, 1.0)
"""Waits between the first tries to reach a server that is away; the last of them from then on."""

_NO_AUTOSPAWN = 1  # PA_CONTEXT_NOAUTOSPAWN
_SINKS_AND_SERVER = 0x0001 | 0x0080  # PA_SUBSCRIPTION_MASK_SINK, _SERVER
_READY, _FAILED = 4, 5  # PA_CONTEXT_READY, PA_CONTEXT_FAILED; PA_CONTEXT_TERMINATED follows


class _SinkInfo(ctypes.Structure):
    """The beginning of ``pa_sink_info``; the library's version 0.9.15 and every later one have it so."""

    _fields_ = (("name", ctypes.c_char_p), ("index", ctypes.c_uint32), ("description", ctypes.c_char_p))


_POINTER = ctypes.c_void_p
_StateCallback = ctypes.CFUNCTYPE(None, _POINTER, _POINTER)
_EventCallback = ctypes.CFUNCTYPE(None, _POINTER, ctypes.c_int, ctypes.c_uint32, _POINTER)
_SinkCallback = ctypes.CFUNCTYPE(None, _POINTER, ctypes.POINTER(_SinkInfo), ctypes.c_int, _POINTER)


@dataclass(frozen=True, slots=True)
class Sink:
    """``index`` is another one each time it is plugged in; ``label`` is what people call it."""

    name: str
    index: int
    label: str


class SoundServer:
    """``on_change`` is called in the watch's thread whenever there are other sinks than before."""

    def __init__(self, on_change: Callable[[], None]) -> None:
        self._on_change = on_change
        self._sinks: tuple[Sink, ...] = ()
        self._connection = 0
        self._known = threading.Event()
        self._ending = threading.Event()
        self._watch: _Watch | None = None
        self._thread: threading.Thread | None = None

    @property
    def sinks(self) -> tuple[Sink, ...]:
        return self._sinks

    @property
    def connection(self) -> int:
        """Another number each time the server is reached; 0 while it is not, or has nothing to play on."""
        return self._connection if self._sinks else 0

    def wait(self, patience: float) -> None:
        """Until the server has told of its sinks, or proved not to be there; so many seconds at most."""
        self.begin()
        self._known.wait(patience)

    def find(self, device: str) -> Sink | None:
        """By its label, or its name."""
        return next((sink for sink in self._sinks if device in {sink.label, sink.name}), None)

    def begin(self) -> None:
        """Begins to watch, if it has not yet."""
        if self._thread is None and sys.platform.startswith("linux"):
            self._thread = threading.Thread(target=self._run, name="sound server", daemon=True)
            self._thread.start()

    def end(self) -> None:
        self._ending.set()
        if self._thread is not None:
            watch = self._watch
            if watch is not None:
                watch.wake()
            self._thread.join(1.0)

    def _run(self) -> None:
        try:
            library = _load()
        except (OSError, AttributeError):
            self._known.set()
            return
        failures = 0
        while not self._ending.is_set():
            self._connection += 1
            self._watch = watch = _Watch(library, self._tell)
            reached = watch.run(self._ending)
            self._watch = None
            self._tell(())
            failures = 0 if reached else failures + 1
            self._ending.wait(_RECONNECT_SECONDS[min(failures, len(_RECONNECT_SECONDS) - 1)])

    def _tell(self, sinks: tuple[Sink, ...]) -> None:
        changed, self._sinks = sinks != self._sinks, sinks
        self._known.set()
        if changed and not self._ending.is_set():
            self._on_change()


class _Watch:
    """One connection, from its beginning to its end. Everything but ``wake`` happens in the thread that runs it."""

    def __init__(self, library: Any, tell: Callable[[tuple[Sink, ...]], None]) -> None:
        self._library = library
        self._tell = tell
        self._found: list[tuple[str, int, str]] = []
        self._listing = self._again = False
        self._reached = False
        # Kept here: the library holds no reference to what it calls.
        self._callbacks = (
            _StateCallback(self._state_changed), _EventCallback(self._happened), _SinkCallback(self._sink_listed)
        )  # fmt: skip
        self._loop = library.pa_mainloop_new()
        self._lock = threading.Lock()

    def run(self, ending: threading.Event) -> bool:
        """Returns when the connection is over; whether the server was reached."""
        library = self._library
        context = library.pa_context_new(library.pa_mainloop_get_api(self._loop), b"Aloud")
        library.pa_context_set_state_callback(context, self._callbacks[0], None)
        library.pa_context_set_subscribe_callback(context, self._callbacks[1], None)
        if library.pa_context_connect(context, None, _NO_AUTOSPAWN, None) >= 0:
            while not ending.is_set() and library.pa_context_get_state(context) < _FAILED:
                if library.pa_mainloop_iterate(self._loop, 1, None) < 0:
                    break
        library.pa_context_set_state_callback(context, _StateCallback(), None)
        library.pa_context_disconnect(context)
        library.pa_context_unref(context)
        with self._lock:
            library.pa_mainloop_free(self._loop)
            self._loop = None
        return self._reached

    def wake(self) -> None:
        """From any thread: it looks whether it is to end."""
        with self._lock:
            if self._loop is not None:
                self._library.pa_mainloop_wakeup(self._loop)

    def _state_changed(self, context: int, _data: object) -> None:
        if self._library.pa_context_get_state(context) == _READY:
            self._reached = True
            self._forget_operation(self._library.pa_context_subscribe(context, _SINKS_AND_SERVER, None, None))
            self._list_sinks(context)

    def _happened(self, context: int, _kind: int, _index: int, _data: object) -> None:
        self._list_sinks(context)

    def _list_sinks(self, context: int) -> None:
        if self._listing:
            self._again = True
            return
        self._listing, self._again, self._found = True, False, []
        self._forget_operation(self._library.pa_context_get_sink_info_list(context, self._callbacks[2], None))

    def _sink_listed(self, context: int, info: Any, end: int, _data: object) -> None:
        if not end:
            sink = info.contents
            self._found.append((_text(sink.name), sink.index, _text(sink.description)))
            return
        self._listing = False
        if self._again:
            self._list_sinks(context)
        elif end > 0:
            self._tell(_labelled(self._found))

    def _forget_operation(self, operation: int | None) -> None:
        if operation:
            self._library.pa_operation_unref(operation)


def _labelled(found: list[tuple[str, int, str]]) -> tuple[Sink, ...]:
    """Two of the same description are told apart by their names."""
    times = Counter(description for _name, _index, description in found)
    return tuple(
        Sink(name, index, f"{description} ({name})" if times[description] > 1 else description or name)
        for name, index, description in found
    )


def _text(raw: bytes | None) -> str:
    return (raw or b"").decode("utf-8", "replace")


def _load() -> Any:
    library = ctypes.CDLL(_LIBRARY)
    for name in ("pa_mainloop_new", "pa_mainloop_get_api", "pa_context_new", "pa_context_subscribe",
                 "pa_context_get_sink_info_list"):  # fmt: skip
        getattr(library, name).restype = _POINTER
    for name in ("pa_mainloop_get_api", "pa_mainloop_free", "pa_mainloop_wakeup", "pa_context_disconnect",
                 "pa_context_unref", "pa_context_get_state", "pa_operation_unref"):  # fmt: skip
        getattr(library, name).argtypes = (_POINTER,)
    for name, arguments in {
        "pa_mainloop_iterate": (_POINTER, ctypes.c_int, _POINTER),
        "pa_context_new": (_POINTER, ctypes.c_char_p),
        "pa_context_connect": (_POINTER, ctypes.c_char_p, ctypes.c_int, _POINTER),
        "pa_context_set_state_callback": (_POINTER, _StateCallback, _POINTER),
        "pa_context_set_subscribe_callback": (_POINTER, _EventCallback, _POINTER),
        "pa_context_subscribe": (_POINTER, ctypes.c_int, _POINTER, _POINTER),
        "pa_context_get_sink_info_list": (_POINTER, _SinkCallback, _POINTER),
    }.items():
        getattr(library, name).argtypes = arguments
    with contextlib.suppress(AttributeError):
        library.pa_context_get_state.restype = ctypes.c_int
    return library
