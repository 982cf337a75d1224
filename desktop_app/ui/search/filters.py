"""What can narrow a search, shown below the field: a press, or Tab, completes what is being typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop_app.domain.search import VALUES, Filter
from desktop_app.ui.parts import button, label

_MARGIN: Final = 14


def completions(typed: str) -> list[str]:
    """What can stand in the place of the word that is being typed; filters are offered where nothing is."""
    word = typed.rpartition(" ")[2]
    name, colon, value = word.partition(":")
    if typed.count('"') % 2:
        return []
    if not colon:
        return [f"{one}:" for one in Filter if one.startswith(word.lower()) and (word or not typed.strip())]
    if name.lower() not in set(Filter):
        return []
    known = VALUES.get(Filter(name.lower()), ())
    return [f"{name}:{one}" for one in known if one.startswith(value.lower()) and one != value.lower()]


def completed(typed: str, completion: str) -> str:
    """The text with its last word replaced; behind a whole filter one goes on with the next word."""
    before = typed[: len(typed) - len(typed.rpartition(" ")[2])]
    return before + completion + ("" if completion.endswith(":") else " ")


class FilterHints(QWidget):
    """A row of what could be typed now; empty and gone where there is nothing."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_MARGIN, 6, _MARGIN, 6)
        self._row.setSpacing(6)
        self._row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.offered: list[str] = []

    @property
    def begun(self) -> set[str]:
        """Filters that are being typed: what is offered goes on from there."""
        return {word[:end] for word in self.offered for end in range(len(word))}

    def offer(self, words: list[str]) -> bool:
        """Whether they are others than before."""
        if words == self.offered:
            return False
        self.offered = words
        while self._row.count() > 1:
            item = self._row.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.deleteLater()
                old.hide()
        for place, word in enumerate(words):
            self._row.insertWidget(place, self._chip(word))
        self.setVisible(bool(words))
        return True

    def _chip(self, word: str) -> QPushButton:
        chip = button(word, "keycap")
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab takes the first one; the field keeps the keyboard
        chip.clicked.connect(lambda: self.taken.emit(word))
        return chip


class FilterHelp(QWidget):
    """What can be typed, while nothing is."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(_MARGIN + 4, 8, _MARGIN, 14)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        for row, (typed, means) in enumerate(_help()):
            grid.addWidget(label(typed), row, 0)
            grid.addWidget(label(means, "muted", wrap=True), row, 1)
        grid.setColumnStretch(1, 1)

    @property
    def words(self) -> str:
        """For a screen reader."""
        return "; ".join(f"{typed}: {means}" for typed, means in _help())


def _help() -> tuple[tuple[str, str], ...]:
    return (
        (
            QCoreApplication.translate("SearchPanel", '"two words"'),
            QCoreApplication.translate("SearchPanel", "beside each other"),
        ),
        (
            QCoreApplication.translate("SearchPanel", "-word"),
            QCoreApplication.translate("SearchPanel", "without this word"),
        ),
        ("from:me  from:model", QCoreApplication.translate("SearchPanel", "who wrote it")),
        ("model:gpt-5", QCoreApplication.translate("SearchPanel", "answers of this model")),
        ("after:2026-03  before:7d", QCoreApplication.translate("SearchPanel", "since when, until when")),
        ("has:code  has:image  has:file  has:link", QCoreApplication.translate("SearchPanel", "what is in it")),
        (
            QCoreApplication.translate("SearchPanel", "in:holidays"),
            QCoreApplication.translate("SearchPanel", "in conversations or folders called so"),
        ),
        (
            QCoreApplication.translate("SearchPanel", "Tab  ↑ ↓  Enter"),
            QCoreApplication.translate("SearchPanel", "completes a filter, walks, goes there"),
        ),
    )
