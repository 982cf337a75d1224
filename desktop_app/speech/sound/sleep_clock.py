"""How long the machine has slept: what a clock that counts sleep shows more than one that does not."""

from __future__ import annotations

import ctypes
import sys
import time
from typing import Any

_SYSTEM: str = sys.platform


def seconds_slept() -> float:
    """Since the machine was started; only how it grows means something."""
    if _SYSTEM.startswith("linux"):
        return _clock("CLOCK_BOOTTIME") - _clock("CLOCK_MONOTONIC")
    if _SYSTEM == "darwin":
        return _clock("CLOCK_MONOTONIC_RAW") - _clock("CLOCK_UPTIME_RAW")
    return _seconds_slept_on_windows() if _SYSTEM == "win32" else 0.0


def _clock(name: str) -> float:
    return time.clock_gettime(getattr(time, name))


def _seconds_slept_on_windows() -> float:
    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 - other systems' ctypes has no such name
    awake = ctypes.c_ulonglong()  # in tenths of a microsecond
    kernel.QueryUnbiasedInterruptTime(ctypes.byref(awake))
    kernel.GetTickCount64.restype = ctypes.c_ulonglong
    return float(kernel.GetTickCount64()) / 1e3 - awake.value / 1e7
