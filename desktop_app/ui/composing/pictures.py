"""Pictures made fit to be sent: no larger than a model looks at, upright, and without what a camera wrote beside them.

All of it is called in threads. Photographs become JPEG, drawings and screenshots PNG unless that is much larger; where
a photograph was taken stays here, since every picture is written anew.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from desktop_app.domain.attachments import LARGEST_PICTURE, LONGEST_SIDE
from desktop_app.domain.errors import FileTooLarge, PictureBroken
from desktop_app.presenters.views import EncodedPicture

THUMBNAIL: Final = 64
"""Pixels of its sides."""

_LARGE_PNG: Final = 3 * 2**20
_JPEG_QUALITY: Final = 88
_PHOTOGRAPHS: Final = {"jpeg", "jpg", "webp", "heic", "avif"}


class QtPictureCodec:
    """``views.PictureCodec``; its thumbnails are QImages."""

    def encode(self, picture: object, name: str) -> EncodedPicture:
        image, kind = (picture, "png") if isinstance(picture, QImage) else _read(bytes(picture), name)  # type: ignore[call-overload]  # what was pasted is one or the other
        image = _fitting(image)
        content, media_type = _written(image, photograph=kind in _PHOTOGRAPHS)
        if len(content) > LARGEST_PICTURE:
            raise FileTooLarge("This picture is too large to be sent.", name)
        return EncodedPicture(content, media_type, image.width(), image.height(), _small(image))

    def thumbnail(self, content: bytes) -> object:
        return _small(_read(content, "")[0])


def _read(content: bytes, name: str) -> tuple[QImage, str]:
    """The picture and the kind of its file. A JPEG is made smaller while it is read."""
    held = QByteArray(content)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data()).decode("ascii", "replace").lower()
    if kind in _PHOTOGRAPHS and max(reader.size().width(), reader.size().height()) > LONGEST_SIDE:
        reader.setScaledSize(_fitted(reader.size()))
    image = reader.read()
    if image.isNull():
        raise PictureBroken("This picture cannot be read.", name)
    return image, kind


def _fitted(size: QSize) -> QSize:
    fitted = size.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
    return fitted.expandedTo(QSize(1, 1))


def _fitting(image: QImage) -> QImage:
    image.setDevicePixelRatio(1)
    if max(image.width(), image.height()) <= LONGEST_SIDE:
        return image
    size = _fitted(image.size())
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _written(image: QImage, *, photograph: bool) -> tuple[bytes, str]:
    """Its bytes and their media type."""
    if not photograph:
        png = _save(image, "PNG", -1)
        if len(png) <= _LARGE_PNG:
            return png, "image/png"
    return _save(_on_white(image), "JPEG", _JPEG_QUALITY), "image/jpeg"


def _save(image: QImage, kind: str, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, kind, quality):  # type: ignore[call-overload]  # the stubs want bytes, which it refuses
        raise PictureBroken("This picture cannot be written.")
    return bytes(buffer.data().data())


def _on_white(image: QImage) -> QImage:
    if not image.hasAlphaChannel():
        return image
    page = QImage(image.size(), QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.drawImage(0, 0, image)
    painter.end()
    return page


def _small(image: QImage) -> QImage:
    """The middle of it, square."""
    side = min(image.width(), image.height())
    middle = QRect((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.copy(middle).scaled(THUMBNAIL, THUMBNAIL, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
