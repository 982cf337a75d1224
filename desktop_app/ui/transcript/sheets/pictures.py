"""Pictures read from their bytes, in a thread: of a size that can be shown, and no more of them than memory allows."""

from __future__ import annotations

import base64
import binascii
import threading
from collections import OrderedDict
from typing import Final
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from desktop_app.ui.transcript.looks.links import is_data

MOST_BYTES: Final = 20 * 2**20
_MOST_PIXELS: Final = 50_000_000
_LONGEST_SIDE: Final = 1600
"""Pixels: larger pictures are kept smaller, which is still sharp on a screen of twice the points."""
_KEPT_BYTES: Final = 48 * 2**20
_KINDS: Final = frozenset({b"png", b"jpeg", b"jpg", b"webp", b"gif", b"bmp"})


class Pictures:
    """By address. What is not there was never given, or could not be read, or has been let go of again."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, QImage | None] = OrderedDict()
        self._reading: set[str] = set()
        self._lock = threading.Lock()

    def get(self, address: str) -> QImage | None:
        with self._lock:
            if address in self._known:
                self._known.move_to_end(address)
            return self._known.get(address)

    def known(self, address: str) -> bool:
        """Whether it has been read, or found to be none."""
        with self._lock:
            return address in self._known

    def reading(self, address: str) -> bool:
        with self._lock:
            return address in self._reading

    def give(self, address: str, data: bytes | None) -> None:
        """The bytes to an address: read in a thread. None: they cannot be had."""
        with self._lock:
            if data is None:
                self._known[address] = None
                return
            if address in self._reading:
                return
            self._reading.add(address)
        threading.Thread(target=self._read, args=(address, data), name="picture", daemon=True).start()

    def read_own(self, address: str) -> None:
        """Reads a picture that is all in its address (data:)."""
        if not self.known(address):
            self.give(address, address.encode("ascii", "replace"))

    def _read(self, address: str, data: bytes) -> None:
        content = _unpacked(data) if is_data(address) else data
        image = _decoded(content) if content else None
        with self._lock:
            self._reading.discard(address)
            self._known[address] = image
            while sum(one.sizeInBytes() for one in self._known.values() if one) > _KEPT_BYTES and len(self._known) > 1:
                self._known.popitem(last=False)


PICTURES = Pictures()
"""For all pages."""


def _unpacked(address: bytes) -> bytes:
    head, _, body = address.partition(b",")
    if len(body) > 2 * MOST_BYTES:
        return b""
    try:
        return base64.b64decode(unquote_to_bytes(body)) if head.endswith(b";base64") else unquote_to_bytes(body)
    except binascii.Error:
        return b""


def _decoded(content: bytes) -> QImage | None:
    """None for what is no picture, or too large to be one that anybody wants."""
    if len(content) > MOST_BYTES:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in _KINDS or size.width() * size.height() > _MOST_PIXELS:
        return None
    most = QSize(_LONGEST_SIDE, _LONGEST_SIDE)
    if size.isValid() and (size.width() > _LONGEST_SIDE or size.height() > _LONGEST_SIDE):
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
