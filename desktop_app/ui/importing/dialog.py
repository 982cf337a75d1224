"""An import from its file to its end, in one small window beside the program's: read, looked at, carried over, told."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.errors import UserError
from desktop_app.domain.importing import ImportLook
from desktop_app.ui import parts
from desktop_app.ui.announcing import announce
from desktop_app.ui.column import scrolling
from desktop_app.ui.importing.words import ImportWords
from desktop_app.ui.question import button_row
from desktop_app.ui.words import sentence

_SIZE: Final = QSize(480, 250)
_WITH_REPORT: Final = QSize(560, 460)
_SMALLEST: Final = QSize(340, 200)
_MARGIN: Final = 24


class ImportDialog(QDialog):
    """``confirmed``: what was looked at shall be imported. ``cancelled``: it shall not, or not go on.

    ``another_wanted``: another file is to be chosen. Esc is Cancel while there is something to cancel.
    """

    confirmed = Signal()
    cancelled = Signal()
    another_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import conversations"))
        self.setAccessibleName(self.tr("Import conversations"))
        self._told = ImportWords()
        self._stage = ""
        self._heading = parts.label("", "heading", wrap=True)
        self._facts = parts.label("", "", wrap=True)
        self._gaps = parts.label("", "muted", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._report = QPlainTextEdit()
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(self.tr("Report"))
        self._show_report = parts.button(
            self.tr("Show the report"), "link", tip=self.tr("What was found, line by line")
        )
        self._copy = parts.button(self.tr("Copy the report"), "link", tip=self.tr("Copies all of it"))
        self._another = parts.button(self.tr("Another file…"), tip=self.tr("Chooses another file"))
        self._cancel = parts.button(self.tr("Cancel"), tip=self.tr("Imports nothing (Esc)"))
        self._close = parts.button(self.tr("Close"), "primary", tip=self.tr("Closes this (Esc)"))
        self._go = parts.button(self.tr("Import"), "primary", tip=self.tr("Adds them to your conversations (Enter)"))
        self._lay_out()
        self._connect()
        self.setMinimumSize(_SMALLEST)

    def show_reading(self, name: str, part: float) -> None:
        if self._turn_to("reading", self._cancel):
            self._say(self.tr("Reading {name}").format(name=name))
        self._bar.setValue(round(1000 * part))

    def show_look(self, look: ImportLook) -> None:
        wanted = look.is_news
        self._turn_to("look", *((self._cancel, self._go) if wanted else (self._another, self._close)))
        facts = list(self._told.facts(look))
        if not wanted:
            facts.append(self.tr("There is nothing new in it to import."))
        self._tell(look, self._told.found(look), facts)

    def show_carrying(self, part: float) -> None:
        if self._turn_to("carrying", self._cancel):
            self._say(self.tr("Importing…"))
        self._bar.setValue(round(1000 * part))

    def show_taking_back(self, part: float) -> None:
        if self._turn_to("taking back"):
            self._say(self.tr("Taking back what was imported so far…"))
        self._bar.setValue(round(1000 * part))

    def show_done(self, look: ImportLook) -> None:
        self._turn_to("done", self._close)
        facts = [self.tr("They stand in the list at their own times.")] if look.new + look.grown else []
        self._tell(look, self._told.imported(look), [*facts, *self._told.came(look)])

    def show_trouble(self, error: UserError) -> None:
        self._turn_to("trouble", self._another, self._close)
        self._say(self.tr("Nothing was imported"))
        self._facts.setText(sentence(error))
        self._facts.show()

    def reject(self) -> None:
        """Esc, or the window closed: what runs is cancelled, and goes by itself when it has ended."""
        if self._stage in {"reading", "look", "carrying"}:
            self.cancelled.emit()
        elif self._stage != "taking back":
            super().reject()

    # Inside

    def _turn_to(self, stage: str, *buttons: QPushButton) -> bool:
        """False where it is at that stage already."""
        if stage == self._stage:
            return False
        self._stage = stage
        running = stage in {"reading", "carrying", "taking back"}
        self._bar.setVisible(running)
        for part in (self._facts, self._gaps, self._report, self._show_report, self._copy):
            part.hide()
        for one in (self._another, self._cancel, self._close, self._go):
            one.setVisible(one in buttons)
        self.resize(self._fitting(_SIZE))
        if buttons:
            buttons[-1].setDefault(True)
            buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _tell(self, look: ImportLook, heading: str, facts: list[str]) -> None:
        gaps = self._told.gaps(look.gaps)
        self._facts.setText("\n".join(facts))
        self._gaps.setText(gaps)
        self._gaps.setVisible(bool(gaps))
        self._facts.show()
        self._report.setPlainText(self._told.report(look))
        self._show_report.show()
        self._copy.show()
        self._say(heading, "\n".join([*facts, gaps]))

    def _say(self, heading: str, more: str = "") -> None:
        """On the page, and to a screen reader."""
        self._heading.setText(heading)
        self.setAccessibleDescription(f"{heading}\n{more}".strip())
        if self.isVisible():
            announce(self, f"{heading}\n{more}".strip())

    def _open_report(self) -> None:
        self._report.show()
        self._show_report.hide()
        self.resize(self._fitting(_WITH_REPORT))
        self._report.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fitting(self, size: QSize) -> QSize:
        return size.boundedTo(self.screen().availableSize())

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 8)
        column.setSpacing(12)
        for part in (self._heading, self._bar, self._facts, self._gaps):
            column.addWidget(part)
        column.addWidget(self._report, 1)
        links = button_row([])
        links.insertWidget(0, self._copy)
        links.insertWidget(0, self._show_report)
        column.addLayout(links)
        column.addStretch(0)
        foot = button_row([self._another, self._cancel, self._close, self._go])
        foot.setContentsMargins(_MARGIN, 8, _MARGIN, 20)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolling(inner), 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self._go.clicked.connect(self.confirmed)
        self._cancel.clicked.connect(self.reject)
        self._close.clicked.connect(self.accept)
        self._another.clicked.connect(self.another_wanted)
        self._show_report.clicked.connect(self._open_report)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report.toPlainText()))
