"""The keys a person can choose: by now the one that silences the speech."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from desktop_app.domain.settings import Settings
from desktop_app.ui import parts
from desktop_app.ui.actions import ACTIONS
from desktop_app.ui.settings.key_field import KeyField
from desktop_app.ui.settings.page import Page, Row


class KeysPage(Page):
    """A key that already does something else, or that would be missed while typing, is a problem."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Keys"))
        self.stop_key = KeyField()
        self._reset = parts.button(self.tr("Reset"), accessible=self.tr("Reset the stop speech key"))
        self._reset.setToolTip(self.tr("Back to Esc"))
        tip = self.tr("Press it, then press the key that shall silence the speech")
        self._row = self.add(Row(self.tr("Stop speech"), self.stop_key, self._reset, tip=tip))
        self.stop_key.setAccessibleName(self.tr("Stop speech key"))
        self.stop_key.changed.connect(self._check)
        self.stop_key.recording_changed.connect(lambda _recording: self._show_hint())
        self._reset.clicked.connect(self._back_to_default)
        self._show_hint()

    def fill(self, settings: Settings) -> None:
        self.stop_key.set_key(settings.stop_key)
        self._check()

    def values(self) -> dict[str, object]:
        return {"stop_key": self.stop_key.key()}

    def _show_hint(self) -> None:
        if self.stop_key.is_recording():
            self._row.set_hint(self.tr("Tab leaves it as it was."))
        else:
            self._row.set_hint(self.tr("Press to change. While nothing is said, the same key stops the reply."))

    def _back_to_default(self) -> None:
        self.stop_key.set_key(Settings().stop_key)
        self._check()

    def _check(self) -> None:
        key = self.stop_key.key()
        self._reset.setEnabled(key != Settings().stop_key)
        taken = self._taken().get(key)
        if not key:
            self._row.set_problem(self.tr("Choose a key."))
        elif taken:
            self._row.set_problem(self.tr("That key is taken: “{what}”.").format(what=taken))
        elif _types_something(key):
            self._row.set_problem(self.tr("That key is needed for typing."))
        else:
            self._row.set_problem("")
        self.changed.emit()

    def _taken(self) -> dict[str, str]:
        """What the other keys do, in portable text; the window's own table has the most of them."""
        return {
            **dict.fromkeys(_editing_keys(), self.tr("Edit the message")),
            **dict.fromkeys(("Return", "Enter"), self.tr("Send")),
            **dict.fromkeys(("Shift+Return", "Shift+Enter"), self.tr("Break the line")),
            "Ctrl+F": self.tr("Find in this conversation"),
            **{spec.key: QCoreApplication.translate("Actions", spec.text) for spec in ACTIONS if spec.id != "stop"},
        }


def _editing_keys() -> list[str]:
    """The system's keys for editing, in portable text."""
    standard = QKeySequence.StandardKey
    wanted = (standard.Copy, standard.Paste, standard.Cut, standard.Undo, standard.Redo, standard.SelectAll)
    moving = ("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Backspace", "Del")
    found = [key.toString() for one in wanted for key in QKeySequence.keyBindings(one)]
    return [*found, *moving, *(f"Shift+{key}" for key in moving), *(f"Ctrl+{key}" for key in moving)]


def _types_something(portable: str) -> bool:
    """Whether the key writes a character into a message: "A", "Shift+1", "+"."""
    return len(portable.removeprefix("Shift+")) == 1
