"""The lists: what Aloud needs of each system, by package manager and by purpose. Edit here when a need comes or goes.

`run` opens a window and is heard (ALSA's default has to reach PulseAudio or PipeWire), `build` compiles PyAudio and, on
machines for which pycld2 has no wheel, C++, `test` is the virtual desktop of the end-to-end tests. A need is `name`, or
`name|other` where releases disagree on the name.
"""

from __future__ import annotations

import platform
from collections.abc import Mapping

_HAS_WHEELS = platform.machine().lower() in {"x86_64", "amd64"}


def _cplusplus(name: str) -> tuple[str, ...]:
    return () if _HAS_WHEELS else (name,)


NEEDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "apt": {
        "run": (
            *("libgl1", "libegl1", "libfontconfig1", "libdbus-1-3", "libglib2.0-0|libglib2.0-0t64"),
            *("libxkbcommon0", "libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1"),
            *("libxcb-shape0", "libxcb-xkb1", "libportaudio2", "libasound2-plugins", "ca-certificates"),
        ),
        "build": ("gcc", "libc6-dev", "portaudio19-dev", *_cplusplus("g++")),
        "test": (
            *("xvfb", "openbox", "xdotool", "pulseaudio", "pulseaudio-utils", "dbus", "gnome-keyring"),
            *("at-spi2-core", "gir1.2-atspi-2.0", "python3-gi", "espeak-ng", "sox", "git"),
        ),
    },
    "dnf": {
        "run": (
            *("mesa-libGL|libglvnd-glx", "mesa-libEGL|libglvnd-egl", "fontconfig", "dbus-libs", "glib2"),
            *("libxkbcommon", "libxkbcommon-x11", "xcb-util-cursor", "xcb-util-wm", "xcb-util-keysyms"),
            *("portaudio", "alsa-plugins-pulseaudio|pipewire-alsa"),
        ),
        "build": ("gcc", "portaudio-devel", *_cplusplus("gcc-c++")),
    },
    "zypper": {
        "run": (
            *("Mesa-libGL1", "Mesa-libEGL1", "fontconfig", "libdbus-1-3", "libxkbcommon0", "libxkbcommon-x11-0"),
            *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libportaudio2"),
            *("alsa-plugins-pulse|pipewire-alsa",),
        ),
        "build": ("gcc", "portaudio-devel", *_cplusplus("gcc-c++")),
    },
    "pacman": {
        "run": (
            *("libglvnd", "fontconfig", "dbus", "glib2", "libxkbcommon", "libxkbcommon-x11", "xcb-util-cursor"),
            *("xcb-util-wm", "xcb-util-keysyms", "portaudio", "alsa-plugins|pipewire-alsa"),
        ),
        "build": ("gcc",),
    },
    "brew": {"run": ("portaudio",)},
}
