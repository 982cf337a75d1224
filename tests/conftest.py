"""What holds for the tests of every room."""

from __future__ import annotations

import signal

from hypothesis import settings

# How long an example takes is told by how busy the machine is: a benchmark judges cost, no test does.
settings.register_profile("aloud", deadline=None)
settings.load_profile("aloud")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Started in the background, where a shell has Ctrl+C ignored: what the tests start would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
