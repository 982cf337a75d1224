"""Runs first in the installed copy: gives the programs it starts the system's libraries back.

PyInstaller points LD_LIBRARY_PATH into the bundle. The linker has read it by now, so the program itself needs no more
of it; but a system program that inherits it, espeak-ng or a browser, would be given our older libstdc++ and fail.
"""

from __future__ import annotations

import os

_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _before is not None:
    os.environ["LD_LIBRARY_PATH"] = _before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
