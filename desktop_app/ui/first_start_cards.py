"""The three cards of the first start: what each says, and the one click each is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui import parts
from desktop_app.ui.fonts import text_font

if TYPE_CHECKING:
    from desktop_app.presenters.views import FoundServer

_LINE: Final = 21
_DOT: Final = 11
_DROP: Final = 3  # rich text puts the air of a line above its words
_MODELS_SHOWN: Final = 2
_NARROWEST: Final = 198  # pixels within a card


class _Card(QFrame):
    """A title, words, and at the foot what can be done."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        parts.look(self, "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
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


class KeyCard(_Card):
    submitted = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            self.tr("OpenAI key"),
            self.tr("Paste a key. It is checked now and kept in this system's keyring, never in a file."),
        )
        self._edit = QLineEdit()
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._edit.setPlaceholderText("sk-…")
        self._edit.setAccessibleName(self.tr("OpenAI key"))  # "API key" is the field in Settings
        self._edit.setToolTip(self.tr("A key from platform.openai.com"))
        hints = Qt.InputMethodHint
        self._edit.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhHiddenText)
        self._edit.setMinimumHeight(36)
        self.check = _button(self.tr("Check and start"), "primary", self.tr("Checks the key with OpenAI (Enter)"))
        self._problem = parts.label("", "trouble", wrap=True)
        self._problem.hide()
        self._checking = False
        for widget in (self._edit, self._problem):
            self.foot.addWidget(widget)
        self.foot.addLayout(_row(self.check))
        self._edit.textChanged.connect(lambda: self.show_problem(""))
        self._edit.returnPressed.connect(self._submit)
        self.check.clicked.connect(self._submit)
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
        self.check.setEnabled(not self._checking)
        self.check.setText(self.tr("Checking…") if self._checking else self.tr("Check and start"))
        self.check.setAccessibleName(self.check.text())


class ServerCard(_Card):
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

    def buttons(self) -> list[QPushButton]:
        """As they stand."""
        return [*self._use, self.other]

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
        beside = len(servers) == 1 and self._fit_beside_each_other()
        self._button_grid.addWidget(self.other, 0 if beside else len(servers), 1 if beside else 0)
        self._button_grid.setColumnStretch(2, 1)

    def _fit_beside_each_other(self) -> bool:
        """Also in the narrowest of cards."""
        words = sum(one.sizeHint().width() for one in (self._use[0], self.other))
        return words + self._button_grid.spacing() <= _NARROWEST

    def _forget(self) -> None:
        while (item := self._found_column.takeAt(0)) is not None:
            _discard(item.widget())
        for use in self._use:
            self._button_grid.removeWidget(use)
            _discard(use)
        self._use.clear()
        self._button_grid.removeWidget(self.other)


class DemoCard(_Card):
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
    side = "right" if QGuiApplication.isRightToLeft() else "left"
    made = QLabel(f'<p align="{side}" style="line-height: {_LINE}px">{escape(text)}</p>')
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


def _discard(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
