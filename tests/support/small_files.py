"""A full disk, without filling one."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator

if sys.platform != "win32":
    import resource


@contextlib.contextmanager
def small_files() -> Iterator[None]:
    """No file of this process grows beyond 20 kB: what a full disk does to the one who writes."""
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, ignored)
