"""What the command line asked of the window."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class StartOptions(NamedTuple):
    """``data_dir`` None means the system's per-user places; ``log_level`` is a name the logging module knows."""

    data_dir: Path | None = None
    demo: bool = False
    log_level: str = "info"
