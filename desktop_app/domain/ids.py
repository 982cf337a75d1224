"""Names for things that outlive a variable: conversations, messages, turns."""

from __future__ import annotations

import secrets
import uuid


def new_id() -> str:
    """A name for a conversation or a message: 32 hexadecimal digits, unique for good."""
    return uuid.uuid4().hex


def new_turn_id() -> str:
    """A name for a turn, short enough to be typed after ``aloud stop``: 8 hexadecimal digits."""
    return secrets.token_hex(4)
