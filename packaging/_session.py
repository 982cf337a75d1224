"""A desktop of our own for tests and benchmarks: screen, window manager, sound server, keyring, screen-reader bus.

Everything lives in one temporary folder and ends with the session, also when the tests die. Nothing of it touches the
desktop, the sound or the keys of the person who runs it. What runs inside sees `ALOUD_E2E=1` and the usual variables.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType, TracebackType
from typing import IO, TYPE_CHECKING, Any, NoReturn

from _steps import ROOT, SetupStopped, say

if TYPE_CHECKING:
    from typing import Self  # the standard library's from 3.11; this file also starts on older ones

_SCREEN = "1400x1000x24"
_SINK = "aloud"
_START_DEADLINE_SECONDS = 30.0
_END_DEADLINE_SECONDS = 3.0
_PROGRAMS = ("Xvfb", "openbox", "pulseaudio", "pactl", "dbus-daemon", "dbus-send", "gnome-keyring-daemon")
_ACCESSIBILITY_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi-bus-launcher")
# whose desktop this is not: none of these may reach what runs inside
_FOREIGN = ("WAYLAND_DISPLAY", "XAUTHORITY", "OPENAI_API_KEY", "OPENAI_BASE_URL", "PULSE_SINK", "SESSION_MANAGER")
# ALSA's own configuration sends its default to the sound server only on a fully installed desktop
_ASOUNDRC = "pcm.!default { type pulse }\nctl.!default { type pulse }\n"


def lacking_programs() -> list[str]:
    """The programs a session needs that this machine has not."""
    return [name for name in _PROGRAMS if shutil.which(name) is None]


class DesktopSession:
    """A context manager; inside it `environment` is what a program of that desktop has to be started with.

    `display` is the X display (":99"), `monitor` the sound source that hears what they play, `home` their home folder.
    """

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="aloud-desktop-"))
        self.home = self.folder / "home"
        self.log = self.folder / "session.log"
        self.display = ""
        self.monitor = f"{_SINK}.monitor"
        self.environment: dict[str, str] = {}
        self._processes: list[subprocess.Popen[bytes]] = []
        self._handlers: dict[int, Any] = {}

    def __enter__(self) -> Self:
        # a polite kill has to end the session too, not only the script
        for number in (signal.SIGTERM, signal.SIGHUP):
            self._handlers[number] = signal.signal(number, _leave)
        try:
            self._start_all()
        except BaseException:
            self._end(keep_log=True)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end(keep_log=kind is not None and issubclass(kind, Exception))

    def call(self, command: list[str], environment: dict[str, str] | None = None) -> int:
        """Run `command` in the repository on this desktop, and give back its exit code."""
        return self.code_of(self.start(command, environment))

    def start(
        self, command: list[str], environment: dict[str, str] | None = None, *, output: IO[bytes] | None = None
    ) -> subprocess.Popen[bytes]:
        """Begin to run `command`; `output` takes what it says, where it is not for the terminal."""
        return subprocess.Popen(
            [*_ends_with_us(), *command],
            cwd=str(ROOT),
            env={**self.environment, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )

    def code_of(self, process: subprocess.Popen[bytes]) -> int:
        """Wait for the end of what was started, and give back its exit code."""
        code = process.wait()
        if code and not all(part.poll() is None for part in self._processes):
            say("A part of the virtual desktop ended early. What it said:\n" + self._said())
        return code

    def _start_all(self) -> None:
        self._lay_out_folders()
        self.environment = self._first_environment()
        self._start_screen()
        self._start_bus()
        self._start_sound()
        self._start_keyring()
        self._start_accessibility()
        self._start("openbox", ["openbox", "--sm-disable"])

    def _lay_out_folders(self) -> None:
        for folder in (self.home, self.folder / "runtime"):
            folder.mkdir(mode=0o700)
        (self.home / ".asoundrc").write_text(_ASOUNDRC, encoding="utf-8")

    def _first_environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
        local = "localhost,127.0.0.1,::1"
        return {
            **kept,
            "ALOUD_E2E": "1",
            "ALOUD_MONITOR": self.monitor,
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.folder / "runtime"),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_DATA_HOME": str(self.home / ".local" / "share"),
            "XDG_STATE_HOME": str(self.home / ".local" / "state"),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "XDG_SESSION_TYPE": "x11",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            # a proxy of the machine must not stand between the program and the tests' own servers
            "NO_PROXY": ",".join(filter(None, (os.environ.get("NO_PROXY"), local))),
            "no_proxy": ",".join(filter(None, (os.environ.get("no_proxy"), local))),
        }

    def _start_screen(self) -> None:
        reading, writing = os.pipe()
        arguments = ["-displayfd", str(writing), "-screen", "0", _SCREEN, "-nolisten", "tcp", "-noreset", "-dpi", "96"]
        arguments.append("-r")  # a machine under load lets a key go late, and "this" would be typed as "thiiis"
        process = self._start("Xvfb", ["Xvfb", *arguments], pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()  # ends with the process at the latest
        if not number:
            raise SetupStopped(f"Xvfb did not start ({process.wait()}). What it said:\n{self._said()}")
        self.display = f":{number}"
        self.environment["DISPLAY"] = self.display

    def _start_bus(self) -> None:
        address = f"unix:path={self.folder / 'runtime' / 'bus'}"
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        self._start("dbus-daemon", ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}"])
        self._wait_for("the session bus", (self.folder / "runtime" / "bus").exists)

    def _start_sound(self) -> None:
        socket = self.folder / "runtime" / "pulse.socket"
        # without "norewinds" an idle null sink takes up to 2 s to notice a stream, which no device does
        modules = (
            f"module-null-sink sink_name={_SINK} rate=48000 channels=2 norewinds=1",
            f"module-native-protocol-unix socket={socket}",
        )
        options = [
            "--daemonize=no",
            "-n",
            "--exit-idle-time=-1",
            "--use-pid-file=no",
            "--disallow-exit",
            "--log-target=stderr",
        ]
        self._start("pulseaudio", ["pulseaudio", *options, *(f"--load={module}" for module in modules)])
        self.environment["PULSE_SERVER"] = f"unix:{socket}"
        self._wait_for("the sound server", lambda: self._succeeds(["pactl", "get-sink-volume", _SINK]))

    def _start_keyring(self) -> None:
        keyring = self._start(
            "gnome-keyring-daemon",
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            stdin=subprocess.PIPE,
        )
        if keyring.stdin:
            keyring.stdin.write(b"a password for the tests")
            keyring.stdin.close()
        self._wait_for("the keyring", lambda: self._owned("org.freedesktop.secrets"))

    def _start_accessibility(self) -> None:
        launcher = next((path for path in _ACCESSIBILITY_LAUNCHERS if os.access(path, os.X_OK)), None)
        if launcher is None:
            raise SetupStopped("at-spi-bus-launcher is missing; it is part of at-spi2-core.")
        self._start("at-spi-bus-launcher", [launcher, "--launch-immediately"])
        self._wait_for("the accessibility bus", lambda: self._owned("org.a11y.Bus"))

    def _owned(self, name: str) -> bool:
        target = ["--dest=org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.GetNameOwner"]
        return self._succeeds(["dbus-send", "--session", "--print-reply", *target, f"string:{name}"])

    def _succeeds(self, command: list[str]) -> bool:
        asked = subprocess.run(
            command, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=10
        )
        return asked.returncode == 0

    def _start(
        self, name: str, command: list[str], *, stdin: int = subprocess.DEVNULL, pass_fds: tuple[int, ...] = ()
    ) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            log.write(f"--- {name}\n".encode())
            log.flush()
            process = subprocess.Popen(
                [*_ends_with_us(), *command],
                env=self.environment,
                cwd=str(self.home),
                stdin=stdin,
                stdout=log,
                stderr=subprocess.STDOUT,
                pass_fds=pass_fds,
                start_new_session=True,  # a Ctrl-C of the person reaches the tests first, not the desktop under them
            )
        self._processes.append(process)
        return process

    def _wait_for(self, what: str, is_there: Callable[[], bool]) -> None:
        deadline = time.monotonic() + _START_DEADLINE_SECONDS
        while not is_there():
            if time.monotonic() > deadline or self._processes[-1].poll() is not None:
                raise SetupStopped(
                    f"The virtual desktop has no {what.replace('the ', '')}. What was said:\n{self._said()}"
                )
            time.sleep(0.02)

    def _said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")[-6000:]

    def _end_strays(self) -> None:
        """End what the bus or a test started and nobody ended; all of it carries our own folder in its environment."""
        mark = f"XDG_RUNTIME_DIR={self.folder / 'runtime'}".encode()
        deadline = time.monotonic() + _END_DEADLINE_SECONDS
        while time.monotonic() < deadline:
            strays = [int(path.name) for path in Path("/proc").glob("[0-9]*") if _belongs_to(path, mark)]
            if not strays:
                return
            for stray in strays:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(stray, signal.SIGKILL)
            time.sleep(0.02)

    def _end(self, *, keep_log: bool) -> None:
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            try:
                process.wait(timeout=_END_DEADLINE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._end_strays()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        if keep_log:
            say(f"The virtual desktop's log: {self.log}")
        else:
            shutil.rmtree(self.folder, ignore_errors=True)


def _belongs_to(process: Path, mark: bytes) -> bool:
    with contextlib.suppress(OSError):  # it ended meanwhile, or is somebody else's
        return mark in process.joinpath("environ").read_bytes().split(b"\0")
    return False


def _ends_with_us() -> list[str]:
    """The prefix that makes a child end with this process even when this one is killed without a word."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM", "--"] if setpriv else []


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


if __name__ == "__main__":
    # python3 packaging/_session.py COMMAND...: one command on a desktop of its own, for what is not pytest
    with DesktopSession() as desktop:
        sys.exit(desktop.call(sys.argv[1:]))
