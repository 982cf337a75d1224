"""What is known of one message: who wrote it and when, how long it took, its tokens, its money, its stream."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.messages import MessageState, Role
from desktop_app.presenters.views import MessageDetails
from desktop_app.ui import parts
from desktop_app.ui.column import scrolling
from desktop_app.ui.question import button_row
from desktop_app.ui.transcript.looks.words import money, state_words

_WIDTH = 460
_MARGIN = 24
_BESIDES = 180  # pixels of a screen that the table leaves to the heading, the buttons and the window's own frame


class DetailsDialog(QDialog):
    """Forgotten when it is closed."""

    def __init__(self, parent: QWidget, details: MessageDetails) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Your message") if details.role is Role.USER else self.tr("This answer")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._rows = list(self._told(details))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 20)
        whole.setSpacing(16)
        whole.addWidget(parts.label(title, "heading"))
        table = QWidget()
        table.setLayout(self._table())
        area = scrolling(table)
        whole.addWidget(area)
        copy = parts.button(self.tr("Copy"), tip=self.tr("Copies all of this"))
        copy.clicked.connect(self._copy)
        close = parts.button(self.tr("Close"), "primary", tip=self.tr("Closes this (Esc)"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        whole.addLayout(button_row([copy, close]))
        inner = max(_WIDTH - 2 * _MARGIN, table.minimumSizeHint().width())  # a stream's id is one long word
        most = self.screen().availableSize().height() - _BESIDES
        area.setFixedSize(inner, min(table.heightForWidth(inner), most))
        if area.height() == most:  # the keyboard can scroll it
            area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            area.setAccessibleName(title)
        self.setFixedSize(whole.totalSizeHint())
        close.setFocus()

    def _table(self) -> QGridLayout:
        table = QGridLayout()
        table.setContentsMargins(0, 0, 0, 0)
        table.setHorizontalSpacing(20)
        table.setVerticalSpacing(8)
        table.setColumnStretch(1, 1)
        for number, (name, value) in enumerate(self._rows):
            words = parts.label(value, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{name}: {value}")
            table.addWidget(parts.label(name, "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
            table.addWidget(words, number, 1)
        return table

    def _told(self, details: MessageDetails) -> Iterator[tuple[str, str]]:
        locale = QLocale()
        if details.model:
            yield self.tr("Model"), details.model
        if details.server:
            yield self.tr("Server"), details.server
        written = QDateTime.fromMSecsSinceEpoch(round(details.created * 1000))
        yield self.tr("Written"), locale.toString(written, QLocale.FormatType.ShortFormat)
        if details.state is not MessageState.COMPLETE and (ended := state_words(details.state)):
            yield self.tr("Ended"), ended
        yield (
            self.tr("Length"),
            self.tr("{0} words, {1} characters").format(
                locale.toString(details.words), locale.toString(details.characters)
            ),
        )
        yield from self._times(details)
        yield from self._tokens(details)
        if details.dollars is not None:
            yield self.tr("Cost"), self._cost(details)
        if details.turn_ids:
            yield self.tr("Stream"), "\n".join(details.turn_ids)

    def _times(self, details: MessageDetails) -> Iterator[tuple[str, str]]:
        timings = details.timings
        for name, seconds in (
            (self.tr("First word"), timings.first_token),
            (self.tr("First sound"), timings.first_sound),
            (self.tr("Whole answer"), timings.total),
        ):
            if seconds is not None:
                yield name, self.tr("{0} s").format(QLocale().toString(seconds, "f", 2))

    def _tokens(self, details: MessageDetails) -> Iterator[tuple[str, str]]:
        usage = details.usage
        for name, count in (
            (self.tr("Tokens sent"), usage.input),
            (self.tr("From the cache"), usage.cached),
            (self.tr("Tokens written"), usage.output),
            (self.tr("For reasoning"), usage.reasoning),
        ):
            if count is not None:
                yield name, QLocale().toString(count)

    def _cost(self, details: MessageDetails) -> str:
        if details.dollars is None:
            return ""
        cost = money(details.dollars)
        return self.tr("{0} by the prices of {1}").format(cost, details.prices_of) if details.prices_of else cost

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {value}" for name, value in self._rows))
