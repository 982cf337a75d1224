"""Where fonts and icons lie: beside the package in the source tree, inside the bundle in an installed copy."""

from __future__ import annotations

import sys
from pathlib import Path


def resource_path(name: str) -> Path:
    """The file or folder ``name`` (as in "icons/plus.svg") of resources/; it may not exist."""
    bundle = getattr(sys, "_MEIPASS", None)  # PyInstaller's name for the folder it unpacks to
    root = Path(bundle) if bundle else Path(__file__).parents[2]
    return root / "resources" / name
