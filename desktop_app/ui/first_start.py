"""The page before anything is chosen: a key, a server on this machine, or the demo; each is one click."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui import parts, words
from desktop_app.ui.fonts import text_font

if TYPE_CHECKING:
    from desktop_app.domain.errors import UserError
    from desktop_app.presenters.views import FoundServer

_WIDEST: Final = 860
_WIDEST_ALONE: Final = 480  # a card below others
_THREE_ABREAST: Final = 760  # from this width on
_BETWEEN: Final = 16
_CARD_HEIGHT: Final = 252
_MARGIN: Final = 24
_LINE: Final = 21
_DOT: Final = 11
_DROP: Final = 3  # rich text puts the air of a line above its words
_MODELS_SHOWN: Final = 2
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FirstStartPage(QWidget):
    """Satisfies ``presenters.views.FirstStartView``. Enter starts the demo unless a field or button wants it.

    ``key_submitted`` carries the typed key without blanks; ``server_chosen`` a ``FoundServer``.
    """

    key_submitted = Signal(str)
    server_chosen = Signal(object)
    other_server_requested = Signal()
    demo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        parts.look(self, "page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("First start"))
        self._key = _KeyCard()
        self._servers = _ServerCard()
        self._demo = _DemoCard()
        self._cards = (self._key, self._servers, self._demo)
        self._columns = 0
        self._lay_out()
        self._key.submitted.connect(self.key_submitted)
        self._servers.chosen.connect(self.server_chosen)
        self._servers.other.clicked.connect(self.other_server_requested)
        self._demo.start.clicked.connect(self.demo_requested)

    def set_visible(self, *, visible: bool) -> None:
        if not visible:
            self._key.clear()
        self.setVisible(visible)

    def show_servers(self, servers: Sequence[FoundServer], *, searching: bool) -> None:
        self._servers.show_servers(servers, searching=searching)

    def set_checking(self, *, checking: bool) -> None:
        self._key.set_checking(checking=checking)

    def show_key_problem(self, error: UserError | None) -> None:
        self._key.show_problem(words.sentence(error) if error else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.hasFocus():
            self.demo_requested.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever hides the page for good (a minimized window does not): no key stays in the field."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._key.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        heading = parts.label(self.tr("Hear the answer while it is being written."), wrap=True)
        font = text_font(30)
        font.setWeight(QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.5)
        heading.setFont(font)
        below = parts.label(
            self.tr("Choose how Aloud should answer. You can change this at any time in Settings."), "muted", wrap=True
        )
        below.setFont(text_font(15))
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(heading)
        column.addSpacing(14)
        column.addWidget(below)
        column.addSpacing(30)
        self._grid = QGridLayout()
        self._grid.setSpacing(_BETWEEN)
        column.addLayout(self._grid)
        column.addStretch(1)
        inner = QWidget()
        outer = QHBoxLayout(inner)  # stretches: an aligned widget is given too little height for its width
        outer.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        outer.addStretch(1)
        outer.addWidget(self._body)
        outer.addStretch(1)
        self._scroll = _scroll_area(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._arrange()

    def _arrange(self) -> None:
        """Three cards beside each other, or one below the other where the window is narrow."""
        room = self.width() - 2 * _MARGIN
        columns = len(self._cards) if room >= _THREE_ABREAST else 1
        widest = _WIDEST if columns > 1 else _WIDEST_ALONE
        self._body.setFixedWidth(max(200, min(widest, room)))
        if columns == self._columns:
            return
        self._columns = columns
        for index, card in enumerate(self._cards):
            card.setMinimumHeight(_CARD_HEIGHT if columns > 1 else 0)
            self._grid.addWidget(card, index // columns, index % columns)
            self._grid.setColumnStretch(index, 1 if index < columns else 0)


class _Card(QFrame):
    """A title, words, and at the foot what can be done."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        parts.look(self, "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(title)
        heading = parts.label(title, wrap=True)
        font = text_font(16)
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        self.body.addWidget(_paragraph(text))
        self.foot = QVBoxLayout()
        self.foot.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 22, 22, 20)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addSpacing(11)
        column.addLayout(self.body)
        column.addSpacing(16)
        column.addStretch(1)
        column.addLayout(self.foot)


class _KeyCard(_Card):
    submitted = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            self.tr("OpenAI key"),
            self.tr("Paste a key. It is checked now and kept in this system's keyring, never in a file."),
        )
        self._edit = QLineEdit()
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._edit.setPlaceholderText("sk-…")
        self._edit.setAccessibleName(self.tr("API key"))
        self._edit.setToolTip(self.tr("A key from platform.openai.com"))
        hints = Qt.InputMethodHint
        self._edit.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhHiddenText)
        self._edit.setMinimumHeight(36)
        self._button = _button(self.tr("Check and start"), "primary", self.tr("Checks the key with OpenAI (Enter)"))
        self._problem = parts.label("", "trouble", wrap=True)
        self._problem.hide()
        self._checking = False
        for widget in (self._edit, self._problem):
            self.foot.addWidget(widget)
        self.foot.addLayout(_row(self._button))
        self._edit.textEdited.connect(lambda: self.show_problem(""))
        self._edit.returnPressed.connect(self._submit)
        self._button.clicked.connect(self._submit)
        self._show_state()

    def clear(self) -> None:
        self._edit.setText("")

    def set_checking(self, *, checking: bool) -> None:
        """A check that ends without a problem took the key over: nothing of it stays here."""
        ended_well = self._checking and not checking and not self._problem.text()
        self._checking = checking
        if ended_well:
            self.clear()
        self._show_state()

    def show_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._edit.setAccessibleDescription(text)
        parts.set_flag(self._edit, "wrong", bool(text))
        if text:
            self._edit.setEnabled(True)
            self._edit.setFocus()
            self._edit.selectAll()

    def _submit(self) -> None:
        if self._checking:
            return
        if key := self._typed():
            self.submitted.emit(key)
        else:
            self.show_problem(self.tr("Paste a key first."))

    def _typed(self) -> str:
        return "".join(self._edit.text().split())

    def _show_state(self) -> None:
        self._edit.setEnabled(not self._checking)
        self._button.setEnabled(not self._checking)
        self._button.setText(self.tr("Checking…") if self._checking else self.tr("Check and start"))
        self._button.setAccessibleName(self._button.text())


class _ServerCard(_Card):
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("A server of your own"), self.tr("Or any address that speaks the OpenAI API."))
        self._found = QWidget()
        self._found_column = QVBoxLayout(self._found)
        self._found_column.setContentsMargins(0, 0, 0, _LINE)
        self._found_column.setSpacing(0)
        self.body.insertWidget(0, self._found)
        self.other = _button(self.tr("Other…"), "", self.tr("Enter an address in Settings"))
        self._buttons = QWidget()
        self._button_grid = QGridLayout(self._buttons)
        self._button_grid.setContentsMargins(0, 0, 0, 0)
        self._button_grid.setSpacing(8)
        self.foot.addWidget(self._buttons)
        self._use: list[QPushButton] = []
        self.show_servers((), searching=True)

    def show_servers(self, servers: Sequence[FoundServer], *, searching: bool) -> None:
        self._forget()
        for server in servers:
            self._found_column.addWidget(_found_line(self.tr("{name} found on this machine").format(name=server.name)))
            if server.models:
                self._found_column.addWidget(_paragraph(self._models(server.models)))
        if searching:
            self._found_column.addWidget(_paragraph(self.tr("Searching…")))
        elif not servers:
            self._found_column.addWidget(_paragraph(self.tr("None found on this machine.")))
        self._offer(servers)

    def _models(self, models: Sequence[str]) -> str:
        names = list(models[:_MODELS_SHOWN])
        if more := len(models) - len(names):
            names.append(self.tr("{count} more").format(count=more))
        return " · ".join(names)

    def _offer(self, servers: Sequence[FoundServer]) -> None:
        """One button for each, the first the primary one; Other beside a single one, else below."""
        for index, server in enumerate(servers):
            use = _button(
                self.tr("Use {name}").format(name=server.name),
                "" if index else "primary",
                self.tr("Answers come from {url}").format(url=server.url),
            )
            use.clicked.connect(lambda _checked=False, server=server: self.chosen.emit(server))
            self._button_grid.addWidget(use, index, 0)
            self._use.append(use)
        beside = len(servers) == 1
        self._button_grid.addWidget(self.other, 0 if beside else len(servers), 1 if beside else 0)
        self._button_grid.setColumnStretch(2, 1)
        before: QWidget = self.other
        for use in reversed(self._use):
            QWidget.setTabOrder(use, before)
            before = use

    def _forget(self) -> None:
        while (item := self._found_column.takeAt(0)) is not None:
            _discard(item.widget())
        for use in self._use:
            self._button_grid.removeWidget(use)
            _discard(use)
        self._use.clear()
        self._button_grid.removeWidget(self.other)


class _DemoCard(_Card):
    def __init__(self) -> None:
        super().__init__(
            self.tr("Just listen"),
            self.tr(
                "A short tour with prepared answers and the voice that is built in. "
                "No key, no network, nothing is sent anywhere."
            ),
        )
        self.start = _button(self.tr("Start the demo"), "primary", self.tr("Hear Aloud without a key (Enter)"))
        self.foot.addLayout(_row(self.start, parts.label(self.tr("Enter"), "keycap")))


class _Dot(QWidget):
    """The green dot of a server that answered."""

    def sizeHint(self) -> QSize:
        return QSize(_DOT, _LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        painter.drawEllipse(0, (self.height() - _DOT) // 2 + _DROP, _DOT, _DOT)


def _paragraph(text: str) -> QLabel:
    """Muted words with the air between their lines that only rich text can have."""
    made = QLabel(f'<p style="line-height: {_LINE}px">{escape(text)}</p>')
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    made.setWordWrap(True)
    made.setAccessibleName(text)
    parts.look(made, "muted")
    return made


def _found_line(text: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    dot = _Dot()
    dot.setFixedSize(dot.sizeHint())
    row.addWidget(dot, alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(_paragraph(text), stretch=1)
    return line


def _button(text: str, look: str, tip: str) -> QPushButton:
    """Enter presses it while it has the focus, before the page could take Enter for the demo."""
    made = parts.button(text, look, tip=tip)
    made.setAutoDefault(True)
    return made


def _row(*widgets: QPushButton | QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return row


def _scroll_area(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    inner.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area


def _discard(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
