"""A sound server of the tests' own, and an ear at its monitor that knows when each sample passed.

``PrivatePulse`` starts PulseAudio with one null sink that nobody else plays on. ``Ear`` records that sink's monitor
through a process of its own, so that no stall of the test's interpreter reaches the time stamps.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE = 48_000
SINK = "ears"
_STAMP = struct.Struct("<dI")
_TOO_SHORT_TO_TELL = 0.05
_SAME_TONE = 12.0

# Runs as `python -c`: copies standard input to a file, each piece headed by the moment it came and its length.
_STAMPER = """
import os, struct, sys, time
out = open(sys.argv[1], "wb", buffering=0)
while piece := os.read(0, 1 << 16):
    out.write(struct.pack("<dI", time.monotonic(), len(piece)) + piece)
"""


def pulse_is_installed() -> bool:
    return shutil.which("pulseaudio") is not None and shutil.which("parec") is not None


class PrivatePulse:
    """One PulseAudio with a null sink named ``ears``; ``env`` is what a program needs to play on it.

    A null sink may play up to 2 s of silence before it notices a stream. ``prompt``: 50 ms at most, as devices do.
    """

    def __init__(self, *, prompt: bool = False) -> None:
        self._sink = ["module-null-sink", f"rate={RATE}", "channels=2", *(["norewinds=1"] if prompt else [])]
        self._folder = Path(tempfile.mkdtemp(prefix="aloud-pulse-"))
        (self._folder / "pulse").mkdir(mode=0o700)
        self._socket = self._folder / "native"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def server(self) -> str:
        return f"unix:{self._socket}"

    @property
    def env(self) -> dict[str, str]:
        return {
            "PULSE_SERVER": self.server,
            "PULSE_RUNTIME_PATH": str(self._folder / "pulse"),
            "PULSE_COOKIE": str(self._folder / "cookie"),
        }

    def start(self) -> Self:
        """Returns once it takes connections; may be called again after ``kill``."""
        self._spawn()
        deadline = time.monotonic() + 10
        while not self._answers():
            if time.monotonic() > deadline:
                raise RuntimeError("pulseaudio did not start")
            time.sleep(0.02)
        return self

    def _spawn(self) -> None:
        self._socket.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [
                "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit", "--use-pid-file=no",
                "--log-level=error",
                "-L", f"module-native-protocol-unix auth-anonymous=1 socket={self._socket}",
                "-L", " ".join([*self._sink, f"sink_name={SINK}"]),
            ],
            # On one session bus only one sound server may have its name: this one is to have no bus.
            env={**os.environ, **self.env, "HOME": str(self._folder), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def restart(self) -> float:
        """Starts it again after ``kill``; the moment from which it could be reached, by ``time.monotonic``."""
        self._spawn()
        deadline = time.monotonic() + 10
        while not self._is_reachable():
            if time.monotonic() > deadline:
                raise RuntimeError("pulseaudio did not start")
            time.sleep(0.001)
        return time.monotonic()

    def kill(self) -> None:
        """As when it crashes: no goodbye to its clients."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """It takes connections and answers nobody, as while a machine falls asleep."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def plug_in(self, sink: str = SINK, label: str = "") -> float:
        """Another device, that people call ``label``; the moment before which it was not there."""
        moment = time.monotonic()
        properties = [f"sink_properties='device.description=\"{label}\"'"] if label else []
        self.pactl("load-module", *self._sink, f"sink_name={sink}", *properties)
        return moment

    def unplug(self, sink: str = SINK) -> None:
        modules = self.pactl("list", "short", "modules").splitlines()
        self.pactl(
            "unload-module", next(module for module in modules if f"sink_name={sink}" in module.split()).split()[0]
        )

    def make_default(self, sink: str) -> None:
        self.pactl("set-default-sink", sink)

    def sink_in_use(self) -> str:
        """The sink on which something plays now; empty where nothing does."""
        inputs = self.pactl("list", "short", "sink-inputs").split("\t")
        sinks = (sink.split("\t") for sink in self.pactl("list", "short", "sinks").splitlines())
        return next((sink[1] for sink in sinks if len(inputs) > 1 and sink[0] == inputs[1]), "")

    def pactl(self, *arguments: str) -> str:
        asked = subprocess.run(
            ["pactl", *arguments],
            env={**os.environ, **self.env},
            capture_output=True,
            check=True,
            timeout=10,
            text=True,
        )
        return asked.stdout.strip()

    @contextmanager
    def in_this_process(self) -> Iterator[None]:
        """What this process plays and hears goes through this server."""
        before = {name: os.environ.get(name) for name in self.env}
        os.environ.update(self.env)
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value

    def close(self) -> None:
        self.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _is_reachable(self) -> bool:
        with socket.socket(socket.AF_UNIX) as door:
            return door.connect_ex(str(self._socket)) == 0

    def _answers(self) -> bool:
        asked = subprocess.run(
            ["pactl", "info"], env={**os.environ, **self.env}, capture_output=True, check=False, timeout=5
        )
        return asked.returncode == 0


class Ear:
    """Listens at the monitor of a sink, the server's default one, from ``start`` on; read it with ``heard``.

    ``waits``: the server or the sink may come later, and it listens from then on.
    """

    def __init__(
        self, env: dict[str, str] | None = None, *, monitor: str = "@DEFAULT_MONITOR@", waits: bool = False
    ) -> None:
        self._command = [
            "parec", "--raw", "--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=1", "-d", monitor
        ]  # fmt: skip
        self._waits = waits
        if waits:
            self._command = ["sh", "-c", f"until {shlex.join(self._command)}; do sleep 0.01; done"]
        self._env = {**os.environ, **(env or {})}
        self._folder = Path(tempfile.mkdtemp(prefix="aloud-ear-"))
        self._file = self._folder / "heard"
        self._recorder: subprocess.Popen[bytes] | None = None
        self._stamper: subprocess.Popen[bytes] | None = None

    def start(self) -> Self:
        """Returns once samples come in, or could."""
        self._recorder = subprocess.Popen(
            self._command, env=self._env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )
        self._stamper = subprocess.Popen([sys.executable, "-c", _STAMPER, str(self._file)], stdin=self._recorder.stdout)
        assert self._recorder.stdout is not None
        self._recorder.stdout.close()
        deadline = time.monotonic() + 10
        while not self._file.exists() or (self._file.stat().st_size == 0 and not self._waits):
            if time.monotonic() > deadline:
                raise RuntimeError("nothing comes from the monitor")
            time.sleep(0.02)
        return self

    def heard(self) -> Heard:
        """All that passed so far."""
        return Heard.read(self._file)

    def close(self) -> None:
        if self._recorder is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._recorder.pid, signal.SIGKILL)
            self._recorder.wait()
        if self._stamper is not None:
            self._stamper.kill()
            self._stamper.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Heard:
    """A recording: ``samples`` (int16, mono, 48 kHz) and ``began``, the ``time.monotonic`` of the first of them."""

    def __init__(self, samples: NDArray[np.int16], began: float) -> None:
        self.samples = samples
        self.began = began

    @classmethod
    def read(cls, path: Path) -> Heard:
        import numpy as np

        raw = path.read_bytes()
        pieces: list[bytes] = []
        began = float("inf")
        at = count = 0
        while at + _STAMP.size <= len(raw):
            moment, length = _STAMP.unpack_from(raw, at)
            at += _STAMP.size
            pieces.append(raw[at : at + length])
            at += length
            count += length // 2
            # A piece can come late but never early: the earliest arrival tells when the recording began.
            began = min(began, moment - count / RATE)
        data = b"".join(pieces)
        return cls(np.frombuffer(data[: len(data) // 2 * 2], dtype="<i2"), began)

    def moment(self, sample: int) -> float:
        return self.began + sample / RATE

    def sample(self, moment: float) -> int:
        return max(0, int((moment - self.began) * RATE))

    def first_sound(self, since: float, threshold: int = 300) -> float | None:
        """When the first sample louder than ``threshold`` passed after the moment ``since``."""
        import numpy as np

        start = self.sample(since)
        loud = np.flatnonzero(np.abs(self.samples[start:].astype(np.int32)) > threshold)
        return self.moment(start + int(loud[0])) if loud.size else None

    def last_sound(self, since: float, until: float | None = None, threshold: int = 300) -> float | None:
        """When the last such sample passed."""
        import numpy as np

        start = self.sample(since)
        end = len(self.samples) if until is None else self.sample(until)
        loud = np.flatnonzero(np.abs(self.samples[start:end].astype(np.int32)) > threshold)
        return self.moment(start + int(loud[-1])) if loud.size else None

    def sounds(self, gap: float = 0.02, threshold: int = 300) -> list[tuple[float, float]]:
        """The (begin, end) moments of every stretch of sound that silence of at least ``gap`` seconds parts."""
        import numpy as np

        loud = np.flatnonzero(np.abs(self.samples.astype(np.int32)) > threshold)
        if not loud.size:
            return []
        cuts = np.flatnonzero(np.diff(loud) > gap * RATE)
        begins = [int(loud[0]), *(int(loud[cut + 1]) for cut in cuts)]
        ends = [*(int(loud[cut]) for cut in cuts), int(loud[-1])]
        return [(self.moment(begin), self.moment(end)) for begin, end in zip(begins, ends, strict=True)]

    def pitches(self, since: float = 0.0) -> list[float]:
        """The tones that were heard, in order: a hole in one, as a busy machine makes it, does not make it two."""
        found: list[float] = []
        for begin, end in self.sounds():
            if begin >= since and end - begin > _TOO_SHORT_TO_TELL:
                hz = self.pitch(begin, end)
                if not found or abs(hz - found[-1]) > _SAME_TONE:
                    found.append(hz)
        return found

    def pitch(self, begin: float, end: float) -> float:
        """The loudest frequency between two moments, in Hz."""
        import numpy as np

        piece = self.samples[self.sample(begin) : self.sample(end)].astype(np.float64)
        if len(piece) < 64:
            return 0.0
        spectrum = np.abs(np.fft.rfft(piece * np.hanning(len(piece)), n=1 << 16))
        return float(np.argmax(spectrum)) * RATE / (1 << 16)


@contextmanager
def pulse_environment() -> Iterator[None]:
    """A sound server for this process: the session's own where ``PULSE_SERVER`` is set, else a private one."""
    if os.environ.get("PULSE_SERVER"):
        yield
        return
    with PrivatePulse() as pulse, pulse.in_this_process():
        yield
