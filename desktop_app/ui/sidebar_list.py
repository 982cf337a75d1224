"""The list of conversations as it is drawn: quiet headings, one line a title, a mark where something runs or waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui.icons import icon
from desktop_app.ui.sidebar_model import (
    HEADING_ROLE,
    ID_ROLE,
    OPEN_ROLE,
    RUNNING_ROLE,
    WAITING_ROLE,
    ConversationsModel,
)
from desktop_app.ui.theme import Theme

if TYPE_CHECKING:
    from desktop_app.domain.messages import Conversation

_ROW_SIZE: Final = QSize(0, 40)
_HEADING_SIZE: Final = QSize(0, 39)
_INDENT: Final = 10
_DOT: Final = 7
_SPEAKER: Final = 14
_Index = QModelIndex | QPersistentModelIndex


class ConversationList(QListView):
    """One click, or Enter, opens a conversation; Delete, or the menu, asks for its deletion."""

    chosen = Signal(str)
    delete_requested = Signal(str)
    sound_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = ConversationsModel()
        self._drawer = _RowDrawer(self, theme)
        self.setModel(self.rows)
        self.setItemDelegate(self._drawer)
        self.setAccessibleName(self.tr("Conversations"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(self._choose)

    def show_conversations(self, conversations: list[Conversation], open_id: str | None) -> None:
        """Replaces the rows; what one was looking at stays in sight."""
        current = self._id(self.currentIndex())
        place = self.verticalScrollBar().value()
        self.rows.show(conversations, open_id)
        row = self.rows.row_of(current) if self.hasFocus() else self.rows.row_of(open_id)
        if row is not None:
            self.setCurrentIndex(self.rows.index(row))
        self.verticalScrollBar().setValue(place)

    def set_theme(self, theme: Theme) -> None:
        self._drawer.theme = theme
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount() > 1:
            self.setCurrentIndex(self.rows.index(1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(current)
        elif event.key() == Qt.Key.Key_Delete and self._id(current):
            self.delete_requested.emit(self._id(current))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if self._id(index):
            where = self.visualRect(index).bottomLeft() + QPoint(_INDENT, 0) if by_key else event.pos()
            self._menu(self._id(index)).popup(self.viewport().mapToGlobal(where))

    def _menu(self, conversation_id: str) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self.chosen.emit(conversation_id))
        menu.addAction(self.tr("Save sound as…")).triggered.connect(lambda: self.sound_requested.emit(conversation_id))
        menu.addAction(self.tr("Delete")).triggered.connect(lambda: self.delete_requested.emit(conversation_id))
        return menu

    def _choose(self, index: QModelIndex) -> None:
        if chosen := self._id(index):
            self.chosen.emit(chosen)

    @staticmethod
    def _id(index: _Index) -> str:
        return str(index.data(ID_ROLE) or "") if index.isValid() else ""


class _RowDrawer(QStyledItemDelegate):
    def __init__(self, view: ConversationList, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self.theme = theme
        self._title, self._open, self._heading = QFont(view.font()), QFont(view.font()), QFont(view.font())
        self._title.setPixelSize(14)
        self._open.setPixelSize(14)
        self._open.setWeight(QFont.Weight.Medium)
        self._heading.setPixelSize(11)
        self._heading.setCapitalization(QFont.Capitalization.AllUppercase)
        self._heading.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return _HEADING_SIZE if self._view.rows.is_heading(index.row()) else _ROW_SIZE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        if index.data(HEADING_ROLE):
            self._text(painter, rect.adjusted(_INDENT, 9, -_INDENT, 0), index, self._heading, self.theme.muted)
        else:
            self._conversation(painter, rect, option.state, index)
        painter.restore()

    def _conversation(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: _Index) -> None:
        is_open = bool(index.data(OPEN_ROLE))
        box = QRectF(rect).adjusted(0, 1.5, 0, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_open or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(self.theme.selected if is_open else self.theme.hover))
            painter.drawRoundedRect(box, 8, 8)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawRoundedRect(box.adjusted(1, 0.5, -1, -0.5), 7, 7)
        room = rect.adjusted(_INDENT, 0, -_INDENT, 0)
        if index.data(RUNNING_ROLE):
            waits = bool(index.data(WAITING_ROLE))
            self._speaker(painter, room) if waits else self._dot(painter, room)
            cut = (_SPEAKER if waits else _DOT) + 8
            rtl = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
            room = room.adjusted(cut if rtl else 0, 0, 0 if rtl else -cut, 0)
        self._text(painter, room, index, self._open if is_open else self._title, self.theme.ink)

    def _speaker(self, painter: QPainter, room: QRect) -> None:
        """It has something to say, and waits with it."""
        place = QRect(room.right() - _SPEAKER + 1, room.center().y() - _SPEAKER // 2 + 1, _SPEAKER, _SPEAKER)
        drawn = icon("speaker", self.theme.accent, _SPEAKER).pixmap(_SPEAKER, _SPEAKER)
        painter.drawPixmap(QStyle.visualRect(self._view.layoutDirection(), room, place).topLeft(), drawn)

    def _dot(self, painter: QPainter, room: QRect) -> None:
        dot = QRect(room.right() - _DOT + 1, room.center().y() - _DOT // 2 + 1, _DOT, _DOT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent))
        painter.drawEllipse(QStyle.visualRect(self._view.layoutDirection(), room, dot))

    def _text(self, painter: QPainter, room: QRect, index: _Index, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        side = QStyle.visualAlignment(self._view.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a title's direction is its own
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(side | absolute), text)
