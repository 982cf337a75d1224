"""Values of somebody else's JSON, taken for what they should be: what is something else is as if it were not there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

_LATEST = 253_402_300_800.0  # the year 10000, in seconds
_LARGEST = 2**63
_UNITS = (1.0, 1e3, 1e6, 1e9)  # s, ms, µs, ns
_NOTHING: Mapping[str, Any] = {}


def words(value: object) -> str:
    return value if isinstance(value, str) else ""


def members(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else _NOTHING


def items(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()


def whole_number(value: object) -> int | None:
    """None too for one that no database takes."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not -_LARGEST < value < _LARGEST:
        return None
    return int(value)


def seconds(value: object) -> float | None:
    """How long something took."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < _LATEST:
        return None
    return float(value)


def moment(value: object) -> float | None:
    """Seconds since 1970, UTC, of a number in seconds or parts of them, or of a date as ISO 8601 writes it."""
    if isinstance(value, str):
        return _written_moment(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < _LATEST * _UNITS[-1]:
        return None
    return next((value / unit for unit in _UNITS if value / unit < _LATEST / 10), None)


def _written_moment(text: str) -> float | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return moment(float(text)) if text.isascii() and text.isdigit() and len(text) < 20 else None
    try:
        return (found if found.tzinfo is not None else found.replace(tzinfo=UTC)).timestamp()
    except (OverflowError, OSError, ValueError):
        return None
