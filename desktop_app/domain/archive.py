"""What stands for the archive where a folder's id could stand."""

from __future__ import annotations

from typing import Final

ARCHIVED: Final = "archived"
"""What folds the archived conversations, as a folder's id folds those in it."""
