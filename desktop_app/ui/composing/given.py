"""What somebody pastes or drops: files, a picture, or text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMimeData

_PICTURES: Final = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp", "image/tiff")


@dataclass(frozen=True, slots=True)
class Given:
    """``picture``: its bytes where the other program gave some, so that they are read in a thread; else a QImage."""

    files: tuple[str, ...] = ()
    picture: object | None = None

    def __bool__(self) -> bool:
        """Whether there is something to attach."""
        return bool(self.files) or self.picture is not None


def can_attach(data: QMimeData) -> bool:
    return bool(_files(data)) or _is_picture(data)


def given_in(data: QMimeData) -> Given:
    """Nothing where it is text: an office program gives its cells as a picture too."""
    if files := _files(data):
        return Given(files)
    if not _is_picture(data):
        return Given()
    kind = next((kind for kind in _PICTURES if data.hasFormat(kind)), None)
    return Given(picture=data.imageData() if kind is None else bytes(data.data(kind).data()))


def _files(data: QMimeData) -> tuple[str, ...]:
    return tuple(url.toLocalFile() for url in data.urls() if url.isLocalFile())


def _is_picture(data: QMimeData) -> bool:
    has_words = data.hasFormat("text/plain") and bool(data.text().strip())
    return not has_words and (data.hasImage() or any(map(data.hasFormat, _PICTURES)))
