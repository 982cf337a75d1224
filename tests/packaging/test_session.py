"""The virtual desktop: everything a test needs is in it, and nothing of it is left afterwards."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from _session import lacking_programs

pytestmark = pytest.mark.skipif(bool(lacking_programs()), reason="this machine has no virtual desktop")
_SESSION = str(Path(__file__).parents[2] / "packaging" / "_session.py")
_LOOK_AROUND = """
set -e
xdotool getdisplaygeometry
pactl list short sources
dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets/aliases/default \
    org.freedesktop.DBus.Properties.Get string:org.freedesktop.Secret.Collection string:Locked
echo "key=$OPENAI_API_KEY e2e=$ALOUD_E2E"
echo "runtime=$XDG_RUNTIME_DIR"
sleep 300 &
exit 7
"""


def _processes_of(runtime: str) -> list[str]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"XDG_RUNTIME_DIR={runtime}".encode() in process.joinpath("environ").read_bytes().split(b"\0"):
                found.append(process.joinpath("comm").read_text(encoding="utf-8").strip())
        except OSError:
            continue
    return found


def test_it_has_a_screen_a_sound_server_and_an_open_keyring_and_leaves_nothing() -> None:
    environment = {**os.environ, "OPENAI_API_KEY": "not for tests"}
    done = subprocess.run(
        [sys.executable, _SESSION, "sh", "-c", _LOOK_AROUND],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 7, done.stderr
    assert "aloud.monitor" in done.stdout
    assert "boolean false" in done.stdout
    assert "key= e2e=1" in done.stdout
    runtime = done.stdout.rpartition("runtime=")[2].strip()
    assert _processes_of(runtime) == []
    assert not Path(runtime).exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_killing_it_ends_the_desktop_too(number: signal.Signals) -> None:
    script = "echo $XDG_RUNTIME_DIR; exec sleep 300"
    session = subprocess.Popen([sys.executable, _SESSION, "sh", "-c", script], stdout=subprocess.PIPE, text=True)
    assert session.stdout
    runtime = session.stdout.readline().strip()
    assert "Xvfb" in _processes_of(runtime)
    session.send_signal(number)
    session.wait()
    session.stdout.close()
    desktop = {"Xvfb", "pulseaudio", "gnome-keyring-d", "sleep"}
    deadline = time.monotonic() + 20
    while desktop & set(_processes_of(runtime)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not desktop & set(_processes_of(runtime))
    shutil.rmtree(Path(runtime).parent, ignore_errors=True)  # nobody is left to do it after a SIGKILL
