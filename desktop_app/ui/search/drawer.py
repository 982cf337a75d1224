"""Draws what was found: where it stands, who wrote it and when, and two lines of it with the words marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.found import FoundMessage
from desktop_app.domain.snippets import Snippet
from desktop_app.ui.elided import elided
from desktop_app.ui.icons import icon
from desktop_app.ui.search.rows import Found, FoundRows, when, who
from desktop_app.ui.theme import Theme

_SIDE: Final = 12
_ABOVE: Final = 8
_BETWEEN: Final = 12
_SIGN: Final = 14
_LINES: Final = 2
_LESS: Final = range(0, 120, 12)
"""Pixels by which the last line is cut shorter until it fits: what is marked in it is wider than what is not."""
_WIDER: Final = 1.1
"""So much wider, at most, are words that are marked."""
_Index = QModelIndex | QPersistentModelIndex


class FoundDrawer(QStyledItemDelegate):
    def __init__(self, view: QListView, rows: FoundRows, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._rows = view, rows
        self.theme = theme
        self._text, self._small, self._title = QFont(view.font()), QFont(view.font()), QFont(view.font())
        self._text.setPixelSize(14)
        self._small.setPixelSize(12)
        self._title.setPixelSize(14)
        self._title.setWeight(QFont.Weight.Medium)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        line, small = QFontMetrics(self._text).lineSpacing(), QFontMetrics(self._small).lineSpacing()
        lines = small + 3 + _LINES * line if isinstance(self._rows.row(index.row()), FoundMessage) else line + 2
        return QSize(0, lines + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        found = self._rows.row(index.row())
        if found is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        if index == self._view.currentIndex():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.selected))
            painter.drawRoundedRect(QRectF(rect), 8, 8)
        room = rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        if isinstance(found, FoundMessage):
            room.adjust(0, self._spare(found.snippet, room.width()) // 2, 0, 0)
            small = QFontMetrics(self._small).lineSpacing()
            top = QRect(room.left(), room.top(), room.width(), small)
            top = self._at_end(painter, top, found)
            self._line(painter, top, f"{found.title}  ·  {who(found)}")
            self._marked(painter, room.adjusted(0, small + 3, 0, 0), found.snippet, self._text, _LINES)
        else:
            room = self._at_end(painter, room, found)
            sign = icon("sidebar", self.theme.muted, _SIGN).pixmap(_SIGN, _SIGN)
            place = QRect(room.left(), room.center().y() - _SIGN // 2 + 1, _SIGN, _SIGN)
            painter.drawPixmap(self._mirrored(room, place).topLeft(), sign)
            words = self._mirrored(room, room.adjusted(_SIGN + 8, 0, 0, 0))
            self._marked(painter, words, found.title, self._title, 1)
        painter.restore()

    def _spare(self, snippet: Snippet, width: int) -> int:
        """Pixels of the row that words of one line do not need: rows of one height are walked through more calmly."""
        words = QFontMetrics(self._text)
        return words.lineSpacing() if words.horizontalAdvance(snippet.text) * _WIDER < width else 0

    def _at_end(self, painter: QPainter, room: QRect, found: Found) -> QRect:
        """Writes the day, and whether it is archived, and gives back the room that is left before it."""
        moment = found.created if isinstance(found, FoundMessage) else found.updated
        words = when(moment)
        if found.archived:
            archived = QCoreApplication.translate("SearchPanel", "Archived")
            words = f"{archived}  ·  {words}"
        painter.setFont(self._small)
        painter.setPen(QColor(self.theme.muted))
        width = painter.fontMetrics().horizontalAdvance(words)
        place = QRect(room.right() - width + 1, room.top(), width, room.height())
        painter.drawText(self._mirrored(room, place), int(Qt.AlignmentFlag.AlignCenter), words)
        return self._mirrored(room, room.adjusted(0, 0, -width - _BETWEEN, 0))

    def _line(self, painter: QPainter, room: QRect, words: str) -> None:
        painter.setFont(self._small)
        painter.setPen(QColor(self.theme.muted))
        side = QStyle.visualAlignment(self._view.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a title's direction is its own
        painter.drawText(room, flags, elided(painter.fontMetrics(), words, room.width()))

    def _marked(self, painter: QPainter, room: QRect, snippet: Snippet, font: QFont, lines: int) -> None:
        layout = self._layout(snippet.text, snippet.marks, font, room.width(), lines)
        start = self._rest(layout, snippet.text, lines)
        for less in _LESS if start is not None else ():
            mode = Qt.TextElideMode.ElideRight
            cut = snippet.text[:start] + QFontMetrics(font).elidedText(snippet.text[start:], mode, room.width() - less)
            layout = self._layout(cut, snippet.marks, font, room.width(), lines)
            if self._rest(layout, cut, lines) is None:
                break
        painter.setPen(QColor(self.theme.ink))
        layout.draw(painter, QPointF(room.topLeft()))

    def _layout(self, text: str, marks: Sequence[tuple[int, int]], font: QFont, width: int, lines: int) -> QTextLayout:
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        rtl = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setFormats([self._format(text, start, end) for start, end in marks if start < len(text)])
        layout.beginLayout()
        top = 0.0
        for _ in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _format(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setBackground(QColor(self.theme.spoken))
        look.setFontWeight(QFont.Weight.DemiBold)
        made.format = look
        made.start = _units(text[:start])
        made.length = _units(text[start : min(end, len(text))])
        return made

    def _rest(self, layout: QTextLayout, text: str, lines: int) -> int | None:
        """Where the last line begins, in characters, where there is more text than lines."""
        if layout.lineCount() < lines:
            return None
        last = layout.lineAt(layout.lineCount() - 1)
        if last.textStart() + last.textLength() >= _units(text):
            return None
        return len(text.encode("utf-16-le")[: 2 * last.textStart()].decode("utf-16-le", "replace"))

    def _mirrored(self, room: QRect, place: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), room, place)


def _units(text: str) -> int:
    """How long Qt takes it to be."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
