"""What the voice is doing, as a listener sees it."""

from __future__ import annotations

from enum import StrEnum


class SpeechState(StrEnum):
    """IDLE hides the bar. PREPARING: something will be said; SPEAKING; PAUSED."""

    IDLE = "idle"
    PREPARING = "preparing"
    SPEAKING = "speaking"
    PAUSED = "paused"
