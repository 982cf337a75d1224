"""The icons: one family of line drawings, coloured and sharpened for the theme and the screen at hand."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.ui.resources import resource_path


def icon(name: str, colour: str, size: int = 18) -> QIcon:
    """The drawing resources/icons/``name``.svg in ``colour`` ("#RRGGBB"), ``size`` device-independent pixels square."""
    ratio = 1.0
    if isinstance(application := QGuiApplication.instance(), QGuiApplication):
        ratio = application.devicePixelRatio()
    return _icon(name, colour, size, ratio)


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, size: int, ratio: float) -> QIcon:
    drawing = resource_path(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return QIcon(pixmap)
