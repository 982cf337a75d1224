"""Everything the window does at a key press, as one table; a builder makes QActions of it.

The keys are those of OUTSIDE.md, and each can be another (``keys_in_force``). Where a key is not the window's as a
whole, ``where`` names the part that must have the focus for it to count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.ui.translation import QT_TRANSLATE_NOOP


class Where(StrEnum):
    WINDOW = "window"
    TRANSCRIPT = "transcript"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """``key`` in Qt's portable text; ``text`` in English, translated when the action is made."""

    id: str
    text: str
    key: str
    where: Where = Where.WINDOW


ACTIONS: Final = (
    ActionSpec("new", QT_TRANSLATE_NOOP("Actions", "New conversation"), "Ctrl+N"),
    ActionSpec("search", QT_TRANSLATE_NOOP("Actions", "Search everything"), "Ctrl+K"),
    ActionSpec("settings", QT_TRANSLATE_NOOP("Actions", "Settings"), "Ctrl+,"),
    ActionSpec("message", QT_TRANSLATE_NOOP("Actions", "Go to the message box"), "Ctrl+L"),
    ActionSpec("stop", QT_TRANSLATE_NOOP("Actions", "Stop"), "Esc"),
    ActionSpec("previous", QT_TRANSLATE_NOOP("Actions", "Previous sentence"), "Alt+Left"),
    ActionSpec("next", QT_TRANSLATE_NOOP("Actions", "Next sentence"), "Alt+Right"),
    ActionSpec("repeat", QT_TRANSLATE_NOOP("Actions", "Repeat sentence"), "Alt+Up"),
    ActionSpec("voice", QT_TRANSLATE_NOOP("Actions", "Back to the voice"), "Alt+Down"),
    ActionSpec("faster", QT_TRANSLATE_NOOP("Actions", "Speak faster"), "Alt+PgUp"),
    ActionSpec("slower", QT_TRANSLATE_NOOP("Actions", "Speak slower"), "Alt+PgDown"),
    ActionSpec("louder", QT_TRANSLATE_NOOP("Actions", "Speak louder"), "Alt+Shift+PgUp"),
    ActionSpec("quieter", QT_TRANSLATE_NOOP("Actions", "Speak more quietly"), "Alt+Shift+PgDown"),
    ActionSpec("pause", QT_TRANSLATE_NOOP("Actions", "Pause or go on"), "Space", Where.TRANSCRIPT),
    ActionSpec("sidebar", QT_TRANSLATE_NOOP("Actions", "Show or hide the conversations"), "Ctrl+B"),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q"),
)


def build_actions(window: QWidget) -> dict[str, QAction]:
    """One QAction for each row of the table, by id; those of the window are in force at once.

    Whoever makes another part adds that part's actions to it (``QWidget.addAction``).
    """
    made = {}
    for spec in ACTIONS:
        action = QAction(QCoreApplication.translate("Actions", spec.text), window)
        action.setShortcut(key_sequence(spec.key))
        if spec.where is Where.WINDOW:
            window.addAction(action)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made[spec.id] = action
    return made


def keys_in_force(chosen: Mapping[str, str]) -> dict[str, str]:
    """The key of every action, in portable text, where a person chose some.

    What is no key is not counted, nor is a choice by which two actions would have one key: Qt would obey neither.
    """
    chosen = {action: key for action, key in chosen.items() if key_sequence(key).toString()}
    while True:
        keys = {spec.id: key_sequence(chosen.get(spec.id, spec.key)).toString() for spec in ACTIONS}
        shared = {key for key, times in Counter(keys.values()).items() if times > 1}
        if not shared:
            return keys
        chosen = {action: key for action, key in chosen.items() if keys.get(action) not in shared}


def key_sequence(portable: str) -> QKeySequence:
    return QKeySequence.fromString(portable, QKeySequence.SequenceFormat.PortableText)


def default_key(action_id: str) -> str:
    """The key of the table, as a person reads it on this system ("Ctrl+N", "⌘N")."""
    return key_text(next(spec.key for spec in ACTIONS if spec.id == action_id))


def key_text(portable: str) -> str:
    return key_sequence(portable).toString(QKeySequence.SequenceFormat.NativeText)


def key_cap(portable_or_native: str) -> str:
    """The key as a key cap shows it: "Ctrl N"."""
    return portable_or_native.replace("+", " ").strip() or portable_or_native
