"""What the command line asked of the window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class StartOptions:
    """``data_dir`` None means the system's per-user places; ``log_level`` is a name the logging module knows."""

    data_dir: Path | None = None
    demo: bool = False
    log_level: str = "info"
