"""The rows of the side as they are drawn: quiet headings, folders with their counts, one line a title, marks for news.

Here too is the field in which a title is written anew, in its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPen
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate

from desktop_app.ui.elided import elided
from desktop_app.ui.icons import icon
from desktop_app.ui.sidebar.sections import Section
from desktop_app.ui.sidebar.view import INDENT, ROW_HEIGHT, ConversationRowsView
from desktop_app.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

    from desktop_app.domain.messages import Conversation

    _Index = QModelIndex | QPersistentModelIndex

_WITHIN: Final = 14  # what stands in a folder begins so much further in
_DOT: Final = 7
_SPEAKER: Final = 14
_CHEVRON: Final = 8
_BELOW: Final = 9  # a heading stands nearer to what it heads


class RowDrawer(QStyledItemDelegate):
    def __init__(self, view: ConversationRowsView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self.theme = theme
        self._title, self._open, self._heading = QFont(view.font()), QFont(view.font()), QFont(view.font())
        self._small = QFont(view.font())
        self._title.setPixelSize(14)
        self._open.setPixelSize(14)
        self._open.setWeight(QFont.Weight.Medium)
        self._small.setPixelSize(12)
        self._heading.setPixelSize(11)
        self._heading.setCapitalization(QFont.Capitalization.AllUppercase)
        self._heading.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        section, talk = self._view.rows.at(index.row())
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        if talk is None and not section.fold:
            room = rect.adjusted(INDENT, _BELOW, -INDENT, 0)
            self._text(painter, room, section.name, self._heading, self.theme.muted)
            self._aim(painter, rect, section)
        else:
            self._box(painter, rect, option.state, index, talk)
            self._aim(painter, rect, section if talk is None else None)
            if talk is None:
                self._fold(painter, rect.adjusted(INDENT, 0, -INDENT, 0), section)
            else:
                self._talk(painter, rect, section, talk)
        painter.restore()

    # A title written anew

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Title") if self._view.rows.at(index.row())[1] else self.tr("Folder's name"))
        editor.setFont(self._title)
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():  # what is being typed is not written over
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        editor.setGeometry(option.rect.adjusted(0, 3, 0, -3))

    # Inside

    def _talk(self, painter: QPainter, rect: QRect, section: Section, talk: Conversation) -> None:
        room = self._from_start(rect.adjusted(INDENT, 0, -INDENT, 0), _WITHIN if section.fold else 0)
        runs, waits = self._view.rows.news_of(talk)
        if runs:
            self._speaker(painter, room) if waits else self._dot(painter, room)
            room = self._from_end(room, (_SPEAKER if waits else _DOT) + 8)
        font = self._open if self._view.rows.is_open(talk) else self._title
        self._text(painter, room, talk.title, font, self.theme.ink)

    def _fold(self, painter: QPainter, room: QRect, section: Section) -> None:
        self._chevron(painter, room, folded=section.folded)
        room = self._from_start(room, _CHEVRON + 8)
        if self._view.rows.runs_within(section):
            self._dot(painter, room)
            room = self._from_end(room, _DOT + 8)
        count = str(len(section.talks))
        self._text(painter, room, count, self._small, self.theme.muted, at_end=True)
        room = self._from_end(room, painter.fontMetrics().horizontalAdvance(count) + 8)
        self._text(painter, room, section.name, self._open, self.theme.ink if section.is_folder else self.theme.muted)

    def _box(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: _Index, talk: Conversation | None
    ) -> None:
        """What lies under the row that is open, meant with others, or pointed at; and the ring of the keyboard."""
        box = QRectF(rect).adjusted(0, 1.5, 0, -1.5)
        is_open = talk is not None and self._view.rows.is_open(talk)
        meant = self._view.several and bool(state & _style().StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_open or meant or state & _style().StateFlag.State_MouseOver:
            painter.setBrush(QColor(self.theme.selected if is_open or meant else self.theme.hover))
            painter.drawRoundedRect(box, 8, 8)
        if self._view.hasFocus() and index == self._view.currentIndex():
            self._ring(painter, box)

    def _aim(self, painter: QPainter, rect: QRect, section: Section | None) -> None:
        """Where what is dragged would go."""
        if section is not None and section.order == self._view.aim:
            self._ring(painter, QRectF(rect).adjusted(0, 1.5, 0, -1.5))

    def _ring(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.accent), 2))
        painter.drawRoundedRect(box.adjusted(1, 0.5, -1, -0.5), 7, 7)

    def _chevron(self, painter: QPainter, room: QRect, *, folded: bool) -> None:
        place = QRect(room.left(), room.center().y() - _CHEVRON // 2 + 1, _CHEVRON, _CHEVRON)
        box = QRectF(_style().visualRect(self._view.layoutDirection(), room, place))
        if not folded:
            points = [box.topLeft() + QPointF(0, 2), QPointF(box.center().x(), box.bottom() - 2), box.topRight()]
            points[2] += QPointF(0, 2)
        elif self._rtl:
            points = [box.topRight() - QPointF(2, 0), QPointF(box.left() + 2, box.center().y()), box.bottomRight()]
            points[2] -= QPointF(2, 0)
        else:
            points = [box.topLeft() + QPointF(2, 0), QPointF(box.right() - 2, box.center().y()), box.bottomLeft()]
            points[2] += QPointF(2, 0)
        pen = QPen(QColor(self.theme.muted), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(points)

    def _speaker(self, painter: QPainter, room: QRect) -> None:
        """It has something to say, and waits with it."""
        place = QRect(room.right() - _SPEAKER + 1, room.center().y() - _SPEAKER // 2 + 1, _SPEAKER, _SPEAKER)
        drawn = icon("speaker", self.theme.accent, _SPEAKER).pixmap(_SPEAKER, _SPEAKER)
        painter.drawPixmap(_style().visualRect(self._view.layoutDirection(), room, place).topLeft(), drawn)

    def _dot(self, painter: QPainter, room: QRect) -> None:
        dot = QRect(room.right() - _DOT + 1, room.center().y() - _DOT // 2 + 1, _DOT, _DOT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent))
        painter.drawEllipse(_style().visualRect(self._view.layoutDirection(), room, dot))

    def _text(
        self, painter: QPainter, room: QRect, text: str, font: QFont, colour: str, *, at_end: bool = False
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = elided(painter.fontMetrics(), text, room.width())
        towards = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        side = _style().visualAlignment(self._view.layoutDirection(), towards)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a title's direction is its own
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(side | absolute), shown)

    def _from_start(self, room: QRect, cut: int) -> QRect:
        return room.adjusted(0 if self._rtl else cut, 0, -cut if self._rtl else 0, 0)

    def _from_end(self, room: QRect, cut: int) -> QRect:
        return room.adjusted(cut if self._rtl else 0, 0, 0 if self._rtl else -cut, 0)

    @property
    def _rtl(self) -> bool:
        return self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft


def _style() -> type[QStyle]:
    """Imported with the first row that is drawn: it has so many names that the start would feel them."""
    from PySide6.QtWidgets import QStyle

    return QStyle
