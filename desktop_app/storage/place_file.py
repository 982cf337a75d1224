"""Where the window stood and how it was dressed: what is needed before anything else is loaded, in one tiny file."""

from __future__ import annotations

import json
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
    """Raises OSError where it cannot be written."""
    half = path.with_suffix(".new")
    half.write_text(json.dumps(place), "utf-8")
    half.replace(path)
