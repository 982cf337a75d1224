"""Where the window stood and how it was dressed: what is needed before anything else is loaded, in one tiny file."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def load(path: Path) -> dict[str, Any]:
    """What was saved; empty where there is nothing that can be read: the window then takes its usual place."""
    try:
        place = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return place if isinstance(place, dict) else {}


def save(path: Path, place: Mapping[str, object]) -> None:
    """For this user's eyes only. Raises OSError where it cannot be written."""
    half = path.with_suffix(".new")
    half.unlink(missing_ok=True)  # the rights are given when a file is made
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(place, file)
    half.replace(path)
