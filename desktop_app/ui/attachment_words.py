"""What is told of something attached, before it is sent and after: how long and how large it is."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from desktop_app.domain.messages import Part
from desktop_app.ui.counts import Counts

_WHOLE = 1_000_000
"""Bytes below which a size needs no digits behind the point."""


def size_words(part: Part) -> str:
    """As in "3 pages · 12 kB"; "" where nothing is known."""
    size, pages = part.data.get("size"), part.data.get("pages")
    known = [Counts().pages(pages)] if isinstance(pages, int) else []
    if isinstance(size, int):
        digits = 0 if size < _WHOLE else 1
        known.append(QLocale().formattedDataSize(size, digits, QLocale.DataSizeFormat.DataSizeSIFormat))
    return " · ".join(known)
