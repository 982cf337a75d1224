"""What happens to the history as a whole, as the window tells of it while it takes its time."""

from __future__ import annotations

from enum import StrEnum


class Undertaking(StrEnum):
    BACKING_UP = "backing_up"
    LOOKING = "looking"
    """Into a backup."""
    SETTING_ASIDE = "setting_aside"
    """What is here now, before a backup takes its place."""
    RESTORING = "restoring"
