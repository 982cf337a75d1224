"""Ids that a thing gets again each time it is imported, made of what it is called where it comes from."""

from __future__ import annotations

import hashlib

_PREFIX = 12


def conversation_id(origin: str) -> str:
    """``origin`` is unique over all programs: "chatgpt:<id>". 32 hexadecimal digits, as ours have."""
    return _digest(origin)[:32]


def message_id(origin: str, message: str) -> str:
    """Those of a conversation begin alike, so that they stand together in the history's index."""
    return _digest(origin)[:_PREFIX] + _digest(f"{origin}\0{message}")[: 32 - _PREFIX]


def picture_id(origin: str, message: str, number: int) -> str:
    return _digest(f"{origin}\0{message}\0{number}")[:32]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
