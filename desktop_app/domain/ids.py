"""Names for things that outlive a variable: conversations, messages, turns.

What makes them is imported with the first one, which is asked for long after the window is there.
"""

from __future__ import annotations


def new_id() -> str:
    """A name for a conversation or a message: 32 hexadecimal digits, unique for good."""
    import uuid

    return uuid.uuid4().hex


def new_turn_id() -> str:
    """A name for a turn, short enough to be typed after ``aloud stop``: 8 hexadecimal digits."""
    import secrets

    return secrets.token_hex(4)
