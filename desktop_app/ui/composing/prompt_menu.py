"""``/`` in an empty box: the saved prompts above it. The keyboard stays in the box, which hands on the list's keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.prompts import SavedPrompt, matching
from desktop_app.ui.announcing import announce
from desktop_app.ui.parts import look

_ROW: Final = 36
_SIDE: Final = 12
_ROWS_SHOWN: Final = 7
_GAP: Final = 6
_WIDEST: Final = 460
_SHADOW: Final = QColor(0, 0, 0, 55)
_PROMPT: Final = Qt.ItemDataRole.UserRole + 1
_MOVES: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_ROWS_SHOWN,
    Qt.Key.Key_PageDown: _ROWS_SHOWN,
}
_TAKE: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_Index = QModelIndex | QPersistentModelIndex


class PromptMenu(QFrame):
    """Stands above ``anchor`` in its window. ``chosen`` carries a SavedPrompt, ``managing`` is the last row."""

    chosen = Signal(object)
    managing = Signal()

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor.window())
        self._anchor = anchor
        self._prompts: list[SavedPrompt] = []
        self._typed: str | None = None
        self._put_away = False
        look(self, "floating")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Saved prompts"))
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        shadow.setColor(_SHADOW)
        self.setGraphicsEffect(shadow)
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Saved prompts"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setItemDelegate(_RowDrawer(self._list))
        self._list.itemClicked.connect(self._take)
        self._list.itemEntered.connect(self._list.setCurrentItem)
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 5, 5, 5)
        column.addWidget(self._list)
        above: QWidget | None = anchor
        while above is not None:  # whichever of them moves takes the anchor along
            above.installEventFilter(self)
            above = above.parentWidget()
        self.hide()

    @property
    def open(self) -> bool:
        return not self.isHidden()

    def show_prompts(self, prompts: Sequence[SavedPrompt]) -> None:
        self._prompts = list(prompts)
        if self._typed is not None:
            self._fill()

    def follow(self, typed: str | None) -> None:
        """What stands behind the ``/``; None: there is none, and the list goes."""
        if typed is None or self._typed is None:
            self._put_away = False
        self._typed = typed
        self._fill()

    def take_key(self, event: QKeyEvent) -> bool:
        """True where the key was meant for the list, which is open."""
        key = Qt.Key(event.key())
        if not self.open or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key in _TAKE and self._list.currentItem() is not None:
            self._take(self._list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self._put_away = True
            self.hide()
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and self.open:
            self._place()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        found = matching(self._prompts, self._typed) if self._typed is not None else []
        self._list.clear()
        for prompt in found:
            row = QListWidgetItem(prompt.name)
            row.setData(_PROMPT, prompt)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{prompt.name}: {prompt.text[:200]}")
            self._list.addItem(row)
        if not self._typed:  # behind all of them, and never in the way of a message that begins with a stroke
            self._list.addItem(QListWidgetItem(self.tr("Edit saved prompts…") if found else self.tr("Save a prompt…")))
        wanted = self._typed is not None and self._list.count() > 0 and not self._put_away
        self.setVisible(wanted)
        if wanted:
            self._place()
            self.raise_()
            self._point_at(0)

    def _move(self, rows: int) -> None:
        last = self._list.count() - 1
        wanted = self._list.currentRow() + rows
        self._point_at(wanted % (last + 1) if abs(rows) == 1 else min(max(wanted, 0), last))

    def _point_at(self, row: int) -> None:
        """The keyboard stays in the box, so a screen reader has to be told which row is meant."""
        self._list.setCurrentRow(row)
        item = self._list.item(row)
        words = item.data(Qt.ItemDataRole.AccessibleTextRole) or item.text()
        announce(self._list, str(words))

    def _take(self, item: QListWidgetItem) -> None:
        prompt = item.data(_PROMPT)
        self.hide()
        if prompt is None:
            self.managing.emit()
        else:
            self.chosen.emit(prompt)

    def _place(self) -> None:
        window = self._anchor.window()
        corner = self._anchor.mapTo(window, QPoint(0, 0))
        width = min(_WIDEST, self._anchor.width())
        rows = min(self._list.count(), _ROWS_SHOWN, max(1, (corner.y() - 2 * _GAP - 12) // _ROW))
        height = rows * _ROW + 12
        x = corner.x() + (self._anchor.width() - width if self.isRightToLeft() else 0)
        self.setGeometry(x, max(_GAP, corner.y() - height - _GAP), width, height)


class _RowDrawer(QStyledItemDelegate):
    """The name, and behind it, quietly, how the prompt begins."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        palette = QGuiApplication.palette()
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(QRectF(rect), 8, 8)
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        prompt = index.data(_PROMPT)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.Medium)
        painter.setFont(strong if prompt is not None else option.font)
        role = QPalette.ColorRole.Text if prompt is not None else QPalette.ColorRole.PlaceholderText
        painter.setPen(palette.color(role))
        used = self._write(painter, option, room, str(index.data()))
        if prompt is not None:
            painter.setFont(option.font)
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            self._write(painter, option, room.adjusted(used + _SIDE, 0, 0, 0), " ".join(prompt.text.split()))
        painter.restore()

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, words: str) -> int:
        """In the room as it is from the left, mirrored where one reads from the right; gives the width it took."""
        if room.width() < 2 * _SIDE:
            return 0
        text = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        place = QStyle.visualRect(option.direction, option.rect, room)
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), text)
        return QFontMetrics(painter.font()).horizontalAdvance(text)
