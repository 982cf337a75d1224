"""What is attached, as a row of chips above the message: a drawing or a small picture, its name, its size, a cross.

A chip that is being read says so. By keyboard: Tab reaches the first one, the arrows go from one to the next, Delete
and Backspace remove it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from desktop_app.domain.attachments import name_of
from desktop_app.domain.messages import Part, PartKind
from desktop_app.ui.attachment_words import size_words
from desktop_app.ui.icons import icon
from desktop_app.ui.parts import IconButton, OneLine, ink, label, look, restyled

HEIGHT: Final = 44
_MOST_WIDTH: Final = 240
_PICTURE: Final = 32
_DRAWING: Final = 18


class Chip(QFrame):
    """One attachment; ``part`` is None while it is being read."""

    remove_requested = Signal()
    moved = Signal(int)
    """An arrow key: 1 to the next chip, -1 to the one before."""

    def __init__(self, name: str, part: Part | None = None) -> None:
        super().__init__()
        look(self, "chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(HEIGHT)
        self.setMaximumWidth(_MOST_WIDTH)
        self.part: Part | None = None
        self._given_name = name
        self._thumbnail: QImage | None = None
        self._picture = QLabel()
        self._picture.setFixedSize(_PICTURE, _PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = OneLine("chip-name")
        self._name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._size = label("", "chip-size")
        self._cross = IconButton("close", "", size=12)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete does it; one stop a chip is enough
        self._cross.clicked.connect(self.remove_requested)
        self._lay_out()
        self.show_part(part)

    def show_part(self, part: Part | None, thumbnail: object | None = None) -> None:
        self.part = part
        name, size = self._words()
        self._name.setText(name)
        self._size.setText(size)
        self.setAccessibleName(f"{name}, {size}")
        self.setAccessibleDescription(self.tr("Attachment; Delete removes it"))
        self._cross.describe(self.tr("Remove {name}").format(name=name))
        self.show_thumbnail(thumbnail)

    def show_thumbnail(self, thumbnail: object | None) -> None:
        """A square QImage; None: a drawing stands for it."""
        self._thumbnail = thumbnail if isinstance(thumbnail, QImage) else None
        self._draw()

    def sizeHint(self) -> QSize:
        return QSize(min(super().sizeHint().width(), _MOST_WIDTH), HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_requested.emit()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.moved.emit(1 if event.key() == forward else -1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event) and hasattr(self, "_cross"):
            self._draw()

    def _words(self) -> tuple[str, str]:
        """Its name, and how large it is."""
        part = self.part
        if part is None:
            return self._given_name or self.tr("Picture"), self.tr("Reading…")
        return name_of(part) or self.tr("Picture"), size_words(part)

    def _draw(self) -> None:
        if self._thumbnail is not None:
            self._picture.setPixmap(_rounded(self._thumbnail, self.devicePixelRatioF()))
            return
        picture = self.part is not None and self.part.kind is PartKind.IMAGE
        colour = ink(QPalette.ColorRole.PlaceholderText)
        self._picture.setPixmap(icon("picture" if picture else "file", colour, _DRAWING).pixmap(_DRAWING, _DRAWING))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._name)
        words.addWidget(self._size)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 0, 5, 0)
        row.setSpacing(7)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        row.addWidget(self._cross)


def _rounded(image: QImage, ratio: float) -> QPixmap:
    side = round(_PICTURE * ratio)
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    place = QRectF(0, 0, _PICTURE, _PICTURE)
    painter = QPainter(pixmap)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    path = QPainterPath()
    path.addRoundedRect(place, 5, 5)
    painter.setClipPath(path)
    painter.drawImage(place, image)
    painter.end()
    return pixmap
