"""How wide the columns of a table are, from how wide their cells would like to be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

STEP: Final = 16
"""Widths grow in such steps, so that a table that is being written is not set anew with each row."""
_MOST: Final = 340
"""A cell wider than this is rather broken into lines, where there is no room to spare."""
_LEAST: Final = 120
_LONGER: Final = 0.6
"""No column is squeezed further than this, or than that part of its width: the table scrolls instead."""


def column_widths(wanted: Sequence[float], room: float, zoom: float) -> list[float]:
    """``wanted`` are the widest cells, in pixels; ``room`` is what all columns have together."""
    natural = [_stepped(width, STEP * zoom) for width in wanted]
    sensible = [min(width, _MOST * zoom) for width in natural]
    if sum(natural) <= room:
        return natural
    if sum(sensible) <= room:
        return _shared(sensible, natural, room)
    least = [min(width, max(_LEAST * zoom, _LONGER * width)) for width in sensible]
    if sum(least) >= room:
        return least
    return _shared(least, sensible, room)


def _shared(least: Sequence[float], most: Sequence[float], room: float) -> list[float]:
    """Each column gets of the room that is left what it is short of, in proportion."""
    short = sum(most) - sum(least)
    left = room - sum(least)
    return [low + (high - low) * left / short for low, high in zip(least, most, strict=True)]


def _stepped(width: float, step: float) -> float:
    return -(-width // step) * step
