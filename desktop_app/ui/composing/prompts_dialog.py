"""The saved prompts in a window beside the program's: listed, named, written, deleted. Everything counts at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.ids import new_id
from desktop_app.domain.prompts import LONGEST_NAME, SavedPrompt
from desktop_app.ui.parts import button, label, line, look
from desktop_app.ui.question import button_row

_SIZE: Final = (720, 460)
_LIST_WIDTH: Final = 172
_ROW_HEIGHT: Final = 38
_MARGIN: Final = 24
_PROMPT: Final = Qt.ItemDataRole.UserRole


class PromptsDialog(QDialog):
    """``kept`` carries a SavedPrompt whenever one is new or was changed and left; ``deleted`` an id."""

    kept = Signal(object)
    deleted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Saved prompts"))
        self.setAccessibleName(self.tr("Saved prompts"))
        self._shown: SavedPrompt | None = None
        self._list = QListWidget()
        look(self._list, "nav")
        self._list.setAccessibleName(self.tr("Saved prompts"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.currentItemChanged.connect(self._turn_to)
        self._new = button(self.tr("New prompt"))
        self._new.clicked.connect(lambda: self._begin(""))
        self._name = QLineEdit()
        self._name.setMaxLength(LONGEST_NAME)
        self._name.setAccessibleName(self.tr("Name"))
        self._name.setPlaceholderText(self.tr("Its name, such as Translate"))
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Prompt"))
        self._text.setPlaceholderText(self.tr("Translate into {{language}}: {{text}}"))
        self._delete = button(self.tr("Delete"), tip=self.tr("Deletes this prompt"))
        self._delete.clicked.connect(self._delete_shown)
        self._done = button(self.tr("Done"), "primary")
        self._done.clicked.connect(self.accept)
        self._name.textEdited.connect(self._show_doable)
        self._text.textChanged.connect(self._show_doable)
        self._lay_out()
        self.finished.connect(self._keep_shown)
        self._show(None)

    def open_with(self, new_text: str = "") -> None:
        """Shows it, not modal; with a text, a new prompt of it waits for its name."""
        self.show()
        self.raise_()
        self.activateWindow()
        if new_text:
            self._begin(new_text)

    def show_prompts(self, prompts: Sequence[SavedPrompt]) -> None:
        """By their names. What is being written stays as it is."""
        shown = self._shown.id if self._shown is not None else None
        with QSignalBlocker(self._list):
            self._list.clear()
            for prompt in prompts:
                row = QListWidgetItem(prompt.name)
                row.setData(_PROMPT, prompt)
                row.setSizeHint(QSize(0, _ROW_HEIGHT))  # as wide as the list: a long name is cut
                self._list.addItem(row)
                if prompt.id == shown:
                    self._list.setCurrentItem(row)
        if shown is None and prompts:
            self._list.setCurrentRow(0)

    def _begin(self, text: str) -> None:
        self._keep_shown()
        with QSignalBlocker(self._list):
            self._list.setCurrentRow(-1)
        self._show(SavedPrompt(new_id(), "", ""))
        self._text.setPlainText(text)
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to(self, row: QListWidgetItem | None) -> None:
        if row is not None:
            prompt: SavedPrompt = row.data(_PROMPT)
            if self._shown is None or prompt.id != self._shown.id:
                self._keep_shown()
                self._show(prompt)

    def _show(self, prompt: SavedPrompt | None) -> None:
        self._shown = prompt
        self._name.setText(prompt.name if prompt is not None else "")
        self._text.setPlainText(prompt.text if prompt is not None else "")
        for part in (self._name, self._text):
            part.setEnabled(prompt is not None)
        self._show_doable()

    def _keep_shown(self) -> None:
        """A prompt has a text; a name it gets from its first words where it was given none."""
        text = self._text.toPlainText().strip()
        if self._shown is None or not text:
            return
        name = self._name.text().strip() or " ".join(text.split())[:40].strip()
        written = SavedPrompt(self._shown.id, name, text)
        if written != self._shown:
            self._shown = written
            self.kept.emit(written)

    def _delete_shown(self) -> None:
        if self._shown is not None:
            deleted, self._shown = self._shown.id, None
            self._show(None)
            self.deleted.emit(deleted)

    def _show_doable(self) -> None:
        self._delete.setEnabled(self._shown is not None)

    def _lay_out(self) -> None:
        side = QWidget()
        look(side, "side")
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 16, 12, 20)
        column.addWidget(self._list, 1)
        column.addWidget(self._new)
        foot = button_row([self._done])
        foot.insertWidget(0, self._delete)
        for one in (self._new, self._delete):
            one.setMinimumHeight(self._done.minimumHeight())
        page = QVBoxLayout()
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 20)
        page.setSpacing(8)
        page.addWidget(label(self.tr("Name"), "small"))
        page.addWidget(self._name)
        page.addSpacing(4)
        page.addWidget(label(self.tr("Prompt"), "small"))
        page.addWidget(self._text, 1)
        hint = self.tr("What stands in {{braces}} is a field: Tab goes from one to the next. Type / to use a prompt.")
        page.addWidget(label(hint, "small", wrap=True))
        page.addSpacing(4)
        page.addLayout(foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(side)
        whole.addWidget(line(vertical=True))
        whole.addLayout(page, 1)
        room = self.screen().availableSize()
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))
