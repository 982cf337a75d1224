"""A menu to choose one of many from: grouped, the current one ticked, a long group behind submenus."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.language_names import own_name

_LONG: Final = 16


class Choice(NamedTuple):
    """``value`` is what ``chosen`` carries; ``group`` and ``language`` (BCP 47) may be empty."""

    text: str
    value: object
    group: str = ""
    language: str = ""


class ChoiceMenu(QMenu):
    """Empty, it says that it is being filled; below all choices stands the way to Settings."""

    chosen = Signal(object)
    settings_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices: Sequence[Choice] = ()
        self._current = ""
        self._group = QActionGroup(self)
        self._submenus: list[QMenu] = []
        self._fill()

    def set_current(self, text: str) -> None:
        """Ticks the choice of that text."""
        self._current = text
        for action in self._group.actions():
            action.setChecked(action.data() == text)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        if list(choices) != list(self._choices):
            self._choices = choices
            self._fill()

    def _fill(self) -> None:
        self._empty()
        if not self._choices:
            self.addAction(self.tr("Asking…")).setEnabled(False)
        for name, members in groupby(self._choices, key=lambda choice: choice.group):
            self._add_group(name, list(members))
        self.addSeparator()
        self.addAction(self.tr("Another one, in Settings…")).triggered.connect(self.settings_requested)

    def _empty(self) -> None:
        self.clear()
        for submenu in self._submenus:
            submenu.deleteLater()
        self._submenus.clear()
        self._group.deleteLater()
        self._group = QActionGroup(self)

    def _add_group(self, name: str, members: Sequence[Choice]) -> None:
        languages = sorted({choice.language for choice in members}, key=_language_words)
        inside: QMenu = self
        if len(languages) > _LONG:
            inside = self._add_submenu(self, name)
        elif name:
            self.addAction(name).setEnabled(False)
        if len(members) <= _LONG or len(languages) == 1:
            for choice in members:
                self._add(inside, choice)
            return
        for language in languages:
            submenu = self._add_submenu(inside, _language_words(language))
            for choice in members:
                if choice.language == language:
                    self._add(submenu, choice)

    def _add_submenu(self, menu: QMenu, name: str) -> QMenu:
        submenu = menu.addMenu(name.replace("&", "&&"))
        self._submenus.append(submenu)
        return submenu

    def _add(self, menu: QMenu, choice: Choice) -> None:
        action = QAction(choice.text.replace("&", "&&"), menu)
        action.setData(choice.text)
        action.setCheckable(True)
        action.setChecked(choice.text == self._current)
        action.triggered.connect(lambda: self.chosen.emit(choice.value))
        self._group.addAction(action)
        menu.addAction(action)


def _language_words(language: str) -> str:
    """The language in its own words, with its tag where several would read the same."""
    own = own_name(language)
    return f"{own} ({language})" if "-" in language and own != language else own
