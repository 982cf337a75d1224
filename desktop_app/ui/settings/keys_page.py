"""The keys: one row for everything the window does at a key press, and one for the key that is heard everywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence

from desktop_app.domain.errors import UserError
from desktop_app.domain.settings import Settings
from desktop_app.ui import words
from desktop_app.ui.actions import ACTIONS, ActionSpec, Group, Where, keys_in_force
from desktop_app.ui.settings.key_row import KeyRow
from desktop_app.ui.settings.page import Page

_STOP = "stop"
_NEEDS_NO_MODIFIER = re.compile(r"F\d+|Pause|ScrollLock|Media .*|Toggle Media .*|Volume Mute")
_HAS_MODIFIER = re.compile(r"(?:Shift\+)?(?:Ctrl|Alt|Meta)\+")


class KeysPage(Page):
    """A key that already does something else, or that would be missed while typing, is a problem.

    ``global_key_chosen`` carries a key for all programs that somebody chose: whether it can be had is told later.
    """

    global_key_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Keys"))
        self._rows_by_action: dict[str, KeyRow] = {}
        self._unknown: Mapping[str, str] = {}
        stop = next(spec for spec in ACTIONS if spec.id == _STOP)
        self._add_action(stop)
        self.stop_key = self._rows_by_action[_STOP].key
        self.global_row = self._add_global()
        for group in Group:
            specs = [spec for spec in ACTIONS if spec.group is group and spec is not stop]
            if specs:
                self.add_heading(group.words)
            for spec in specs:
                self._add_action(spec)

    def fill(self, settings: Settings) -> None:
        keys = keys_in_force({**settings.keys, _STOP: settings.stop_key})
        self._unknown = {action: key for action, key in settings.keys.items() if action not in keys}
        for action, row in self._rows_by_action.items():
            row.fill(keys[action])
        self.global_row.fill(settings.global_key)
        self.global_row.set_trouble("")
        self._check()

    def values(self) -> dict[str, object]:
        chosen = {action: row.key.key() for action, row in self._rows_by_action.items() if not row.is_usual}
        chosen = {action: key for action, key in chosen.items() if key}
        chosen.pop(_STOP, None)
        return {
            "stop_key": self.stop_key.key(),
            "keys": {**self._unknown, **chosen},
            "global_key": self.global_row.key.key(),
        }

    def stop_recording(self) -> None:
        for row in (*self._rows_by_action.values(), self.global_row):
            row.key.stop_recording()

    def show_global_key(self, error: UserError | None) -> None:
        """What became of the key for all programs; it holds nobody up."""
        self.global_row.set_trouble(words.sentence(error) if error else "")

    def _add_action(self, spec: ActionSpec) -> None:
        name = spec.words
        if spec.id == _STOP:
            name, hint = (
                self.tr("Stop speech"),
                self.tr("Press to change. While nothing is said, the same key stops the reply."),
            )
        else:
            hint = self._where(spec.where)
        row = KeyRow(name, spec.key, self.tr("{action} key").format(action=name), hint)
        row.key_changed.connect(self._check)
        self._rows_by_action[spec.id] = row
        self.add(row)

    def _where(self, where: Where) -> str:
        return {
            Where.WINDOW: "",
            Where.TRANSCRIPT: self.tr("While the keyboard is in the page of the conversation."),
            Where.COMPOSER: self.tr("While the keyboard is in the message box."),
        }[where]

    def _add_global(self) -> KeyRow:
        name = self.tr("Stop speech, anywhere")
        hint = self.tr("Silences the speech whatever program you are in.")
        row = KeyRow(name, "", self.tr("Stop speech key in any program"), hint)
        row.key_changed.connect(self._global_changed)
        self.add(row)
        return row

    def _global_changed(self) -> None:
        self.global_row.set_trouble("")
        self._check()
        if not self.global_row.problem():
            self.global_key_chosen.emit(self.global_row.key.key())

    def _check(self) -> None:
        for action, row in self._rows_by_action.items():
            row.set_problem(self._problem(action, row))
        self.global_row.set_problem(self._global_problem())
        self.changed.emit()

    def _problem(self, action: str, row: KeyRow) -> str:
        key = row.key.key()
        if not key:
            return self.tr("Choose a key.") if action == _STOP else ""
        if what := self._taken(key, row):
            return self.tr("That key is taken: “{what}”.").format(what=what)
        in_page = next(spec for spec in ACTIONS if spec.id == action).where is Where.TRANSCRIPT
        if _types_something(key) and not in_page:
            return self.tr("That key is needed for typing.")
        return ""

    def _global_problem(self) -> str:
        key = self.global_row.key.key()
        if key and (what := self._taken(key, self.global_row)):
            return self.tr("That key is taken: “{what}”.").format(what=what)
        if key and not _HAS_MODIFIER.match(key) and not _NEEDS_NO_MODIFIER.fullmatch(key):
            return self.tr("Other programs need that key. Press it together with Ctrl or Alt.")
        return ""

    def _taken(self, key: str, asker: KeyRow) -> str:
        """What that key does besides, empty where nothing."""
        for row in (*self._rows_by_action.values(), self.global_row):
            if row is not asker and row.key.key() == key:
                return row.named
        return self._fixed().get(key, "")

    def _fixed(self) -> dict[str, str]:
        """The keys that stay, in portable text, and are no action's."""
        fixed = {
            **dict.fromkeys(_editing_keys(), self.tr("Edit the message")),
            **dict.fromkeys(("Return", "Enter"), self.tr("Send")),
            **dict.fromkeys(("Shift+Return", "Shift+Enter"), self.tr("Break the line")),
            "Ctrl+F": self.tr("Find in this conversation"),
        }
        return {key: what for key, what in fixed.items() if key not in {spec.key for spec in ACTIONS}}


def _editing_keys() -> list[str]:
    """The system's keys for editing, in portable text."""
    standard = QKeySequence.StandardKey
    wanted = (standard.Copy, standard.Paste, standard.Cut, standard.Undo, standard.Redo, standard.SelectAll)
    moving = ("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Backspace", "Del")
    found = [key.toString() for one in wanted for key in QKeySequence.keyBindings(one)]
    return [*found, *moving, *(f"Shift+{key}" for key in moving), *(f"Ctrl+{key}" for key in moving)]


def _types_something(portable: str) -> bool:
    """Whether the key writes a character into a message: "A", "Shift+1", "+", the space bar."""
    key = portable.removeprefix("Shift+")
    return len(key) == 1 or key == "Space"
