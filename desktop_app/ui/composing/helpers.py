"""What helps the hand in the message box: saved prompts and their fields, and what was asked before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.prompts import SavedPrompt
from desktop_app.ui.composing.fields import Fields
from desktop_app.ui.composing.recall import Recall
from desktop_app.ui.message_box import MessageBox

if TYPE_CHECKING:
    from desktop_app.ui.composing.prompt_menu import PromptMenu
    from desktop_app.ui.composing.prompts_dialog import PromptsDialog

_LONGEST_TYPED: Final = 40


class Helpers(QObject):
    """Made with the first key that one of them may want; each part of it when that is wanted."""

    prompts_wanted = Signal()
    asked_wanted = Signal()
    prompt_kept = Signal(object)
    prompt_deleted = Signal(str)

    def __init__(self, box: MessageBox, anchor: QWidget) -> None:
        super().__init__(anchor)
        self._box, self._anchor = box, anchor
        self.fields = Fields(box)
        self.recall = Recall(box)
        self.recall.wanted.connect(self.asked_wanted)
        self._menu: PromptMenu | None = None
        self._dialog: PromptsDialog | None = None
        self._before = ""

    @property
    def menu_open(self) -> bool:
        return self._menu is not None and self._menu.open

    def take_key(self, event: QKeyEvent) -> bool:
        """True where the key was meant for one of them."""
        if self._menu is not None and self._menu.take_key(event):
            return True
        return self.recall.take_key(event)

    def take_tab(self, *, forward: bool) -> bool:
        """The same for Tab and Shift+Tab."""
        if self.menu_open and forward and self._menu is not None:
            return self._menu.take_key(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier(0)))
        return self.fields.go(forward=forward)

    def follow(self) -> None:
        """Another text in the box. A stroke that is typed into the empty box opens the list, and only that."""
        if self._box.document().isEmpty():
            self.fields.end()
        first = self._box.document().firstBlock().text()
        alone = self._box.document().blockCount() == 1 and len(first) <= _LONGEST_TYPED
        behind = first[1:] if alone and first.startswith("/") else None
        if behind is not None and self._menu is None and self._before == "" and first == "/":
            self._make_menu().follow(behind)
            self.prompts_wanted.emit()
        elif self._menu is not None:
            if first == "/" and self._before == "":
                self.prompts_wanted.emit()
            self._menu.follow(behind)
        self._before = first

    def close_menu(self) -> None:
        if self._menu is not None:
            self._menu.follow(None)

    def show_prompts(self, prompts: Sequence[SavedPrompt]) -> None:
        if self._menu is not None:
            self._menu.show_prompts(prompts)
        if self._dialog is not None:
            self._dialog.show_prompts(prompts)

    def manage(self, new_text: str = "") -> None:
        """The saved prompts in a window of their own; with a text, a new one of it that wants a name."""
        from desktop_app.ui.composing.prompts_dialog import PromptsDialog

        if self._dialog is None:
            self._dialog = dialog = PromptsDialog(self._anchor.window())
            dialog.kept.connect(self.prompt_kept)
            dialog.deleted.connect(self.prompt_deleted)
        self._dialog.open_with(new_text)
        self.prompts_wanted.emit()

    def _make_menu(self) -> PromptMenu:
        from desktop_app.ui.composing.prompt_menu import PromptMenu

        self._menu = menu = PromptMenu(self._anchor)
        menu.chosen.connect(self._use)
        menu.managing.connect(self._manage_from_menu)
        return menu

    def _use(self, prompt: SavedPrompt) -> None:
        self._box.replace_text(prompt.text)
        self.fields.begin()

    def _manage_from_menu(self) -> None:
        self._box.replace_text("")
        self.manage()
