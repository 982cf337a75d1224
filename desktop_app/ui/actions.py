"""Everything the window can be told to do, as one table; a builder makes QActions of it.

The window's keys, the list of all actions (``palette``), the page of keys in Settings and, on a Mac, the menu bar are
all drawn from it. A new action is a row here and a ``window.action(id).triggered.connect(…)`` where it is answered.

The keys here are the usual ones; each can be another (``keys_in_force``). Where a key is not the window's as a
whole, ``where`` names the part that must have the focus for it to count.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.ui.translation import QT_TRANSLATE_NOOP


class Where(StrEnum):
    WINDOW = "window"
    TRANSCRIPT = "transcript"
    COMPOSER = "composer"


class Group(StrEnum):
    """What an action is about: the headings of the keys page, and the menus of a Mac's menu bar, in this order."""

    CONVERSATION = QT_TRANSLATE_NOOP("Actions", "Conversation")
    MESSAGE = QT_TRANSLATE_NOOP("Actions", "Messages")
    SPEECH = QT_TRANSLATE_NOOP("Actions", "Speech")
    VIEW = QT_TRANSLATE_NOOP("Actions", "View")
    PROGRAM = QT_TRANSLATE_NOOP("Actions", "Aloud")

    @property
    def words(self) -> str:
        return QCoreApplication.translate("Actions", self.value)


class ActionSpec(NamedTuple):
    """``key`` in Qt's portable text, empty where usually none does it; ``text`` in English.

    ``also`` counts besides while the key is the usual one and nothing else has it, and can not be chosen. ``called``:
    other words that people look for it by.
    """

    id: str
    group: Group
    text: str
    key: str = ""
    where: Where = Where.WINDOW
    also: str = ""
    called: str = ""

    @property
    def words(self) -> str:
        """The text in the user's language."""
        return QCoreApplication.translate("Actions", self.text)

    @property
    def other_words(self) -> str:
        """What else it is found by: its group, what it is called besides, and its English text."""
        called = QCoreApplication.translate("Actions", self.called) if self.called else ""
        return f"{self.group.words} {called} {self.text}"


_FULL_SCREEN_KEY: Final = "Ctrl+Meta+F" if sys.platform == "darwin" else "F11"
_ZOOM: Final = QT_TRANSLATE_NOOP("Actions", "zoom font size")
_THEME: Final = QT_TRANSLATE_NOOP("Actions", "theme appearance colours mode")
_RUNNING: Final = QT_TRANSLATE_NOOP("Actions", "progress tasks jobs queue")
_ATTACH: Final = QT_TRANSLATE_NOOP("Actions", "picture image photo document upload")
_PROMPTS: Final = QT_TRANSLATE_NOOP("Actions", "templates snippets")
_EXPORT: Final = QT_TRANSLATE_NOOP("Actions", "save as file Markdown HTML PDF JSON text print backup")
_IMPORT: Final = QT_TRANSLATE_NOOP("Actions", "ChatGPT Open WebUI LibreChat JSON zip bring over")
_PIN: Final = QT_TRANSLATE_NOOP("Actions", "favourite star keep on top")
_FOLDER: Final = QT_TRANSLATE_NOOP("Actions", "project group tag")
_TEMPORARY: Final = QT_TRANSLATE_NOOP("Actions", "private incognito secret off the record")
_BACKUP: Final = QT_TRANSLATE_NOOP("Actions", "backup restore save archive copy recover")
_SETTINGS: Final = QT_TRANSLATE_NOOP("Actions", "preferences options configuration")

ACTIONS: Final = (
    ActionSpec("new", Group.CONVERSATION, QT_TRANSLATE_NOOP("Actions", "New conversation"), "Ctrl+N"),
    ActionSpec(
        "new_temporary",
        Group.CONVERSATION,
        QT_TRANSLATE_NOOP("Actions", "New temporary conversation"),
        "Ctrl+Shift+N",
        called=_TEMPORARY,
    ),
    ActionSpec("keep_temporary", Group.CONVERSATION, QT_TRANSLATE_NOOP("Actions", "Keep the temporary conversation")),
    ActionSpec("search", Group.CONVERSATION, QT_TRANSLATE_NOOP("Actions", "Search everything"), "Ctrl+K"),
    ActionSpec("find", Group.CONVERSATION, QT_TRANSLATE_NOOP("Actions", "Find in this conversation"), "Ctrl+F"),
    ActionSpec("find_next", Group.CONVERSATION, QT_TRANSLATE_NOOP("Actions", "Next match"), "F3"),
    ActionSpec("find_previous", Group.CONVERSATION, QT_TRANSLATE_NOOP("Actions", "Previous match"), "Shift+F3"),
    ActionSpec("model_menu", Group.CONVERSATION, QT_TRANSLATE_NOOP("Actions", "Choose the model")),
    ActionSpec("save_sound", Group.CONVERSATION, QT_TRANSLATE_NOOP("Actions", "Save the conversation's sound")),
    ActionSpec("export", Group.CONVERSATION, QT_TRANSLATE_NOOP("Actions", "Export conversation…"), called=_EXPORT),
    ActionSpec("export_all", Group.CONVERSATION, QT_TRANSLATE_NOOP("Actions", "Export everything…"), called=_EXPORT),
    ActionSpec("import", Group.CONVERSATION, QT_TRANSLATE_NOOP("Actions", "Import conversations…"), called=_IMPORT),
    ActionSpec(
        "rename_conversation", Group.CONVERSATION, QT_TRANSLATE_NOOP("Actions", "Rename the conversation"), "F2"
    ),
    ActionSpec(
        "pin_conversation",
        Group.CONVERSATION,
        QT_TRANSLATE_NOOP("Actions", "Pin or unpin the conversation"),
        "Ctrl+Shift+D",
        called=_PIN,
    ),
    ActionSpec(
        "archive_conversation",
        Group.CONVERSATION,
        QT_TRANSLATE_NOOP("Actions", "Archive the conversation, or take it out"),
        "Ctrl+Shift+A",
    ),
    ActionSpec(
        "move_conversation",
        Group.CONVERSATION,
        QT_TRANSLATE_NOOP("Actions", "Move the conversation to a folder"),
        "Ctrl+Shift+M",
        called=_FOLDER,
    ),
    ActionSpec("new_folder", Group.CONVERSATION, QT_TRANSLATE_NOOP("Actions", "New folder"), called=_FOLDER),
    ActionSpec(
        "delete_conversation",
        Group.CONVERSATION,
        QT_TRANSLATE_NOOP("Actions", "Delete the conversation"),
        "Ctrl+Shift+Backspace",
    ),
    ActionSpec("undo_deletion", Group.CONVERSATION, QT_TRANSLATE_NOOP("Actions", "Undo the deletion"), "Ctrl+Z"),
    ActionSpec("message", Group.MESSAGE, QT_TRANSLATE_NOOP("Actions", "Go to the message box"), "Ctrl+L"),
    ActionSpec("attach", Group.MESSAGE, QT_TRANSLATE_NOOP("Actions", "Attach files"), "Ctrl+O", called=_ATTACH),
    ActionSpec("prompts", Group.MESSAGE, QT_TRANSLATE_NOOP("Actions", "Saved prompts"), called=_PROMPTS),
    ActionSpec("save_prompt", Group.MESSAGE, QT_TRANSLATE_NOOP("Actions", "Save the message as a prompt")),
    *(
        ActionSpec(name, Group.MESSAGE, text, key, Where.TRANSCRIPT)
        for name, text, key in (
            ("copy_message", QT_TRANSLATE_NOOP("Actions", "Copy the message"), "C"),
            ("copy_markdown", QT_TRANSLATE_NOOP("Actions", "Copy the message as Markdown"), "Shift+C"),
            ("read_message", QT_TRANSLATE_NOOP("Actions", "Read the message"), "R"),
            ("message_sound", QT_TRANSLATE_NOOP("Actions", "Save the message's sound"), "S"),
            ("edit_message", QT_TRANSLATE_NOOP("Actions", "Edit the message"), "E"),
            ("regenerate", QT_TRANSLATE_NOOP("Actions", "Answer again"), "G"),
            ("branch_message", QT_TRANSLATE_NOOP("Actions", "Branch from the message"), "B"),
            ("message_source", QT_TRANSLATE_NOOP("Actions", "Show the message's source"), "U"),
            ("message_details", QT_TRANSLATE_NOOP("Actions", "Details of the message"), "I"),
            ("earlier_version", QT_TRANSLATE_NOOP("Actions", "Version before"), "Ctrl+Left"),
            ("later_version", QT_TRANSLATE_NOOP("Actions", "Next version"), "Ctrl+Right"),
            ("delete_message", QT_TRANSLATE_NOOP("Actions", "Delete the message"), "Del"),
        )
    ),
    ActionSpec("stop", Group.SPEECH, QT_TRANSLATE_NOOP("Actions", "Stop"), "Esc"),
    ActionSpec("stop_all", Group.SPEECH, QT_TRANSLATE_NOOP("Actions", "Stop everything"), "Shift+Esc"),
    ActionSpec("hear_next", Group.SPEECH, QT_TRANSLATE_NOOP("Actions", "Go to who waits to be heard"), "Alt+End"),
    ActionSpec("pause", Group.SPEECH, QT_TRANSLATE_NOOP("Actions", "Pause or go on"), "Space", Where.TRANSCRIPT),
    ActionSpec("previous", Group.SPEECH, QT_TRANSLATE_NOOP("Actions", "Previous sentence"), "Alt+Left"),
    ActionSpec("next", Group.SPEECH, QT_TRANSLATE_NOOP("Actions", "Next sentence"), "Alt+Right"),
    ActionSpec("repeat", Group.SPEECH, QT_TRANSLATE_NOOP("Actions", "Repeat sentence"), "Alt+Up"),
    ActionSpec("voice", Group.SPEECH, QT_TRANSLATE_NOOP("Actions", "Back to the voice"), "Alt+Down"),
    ActionSpec("faster", Group.SPEECH, QT_TRANSLATE_NOOP("Actions", "Speak faster"), "Alt+PgUp"),
    ActionSpec("slower", Group.SPEECH, QT_TRANSLATE_NOOP("Actions", "Speak slower"), "Alt+PgDown"),
    ActionSpec("louder", Group.SPEECH, QT_TRANSLATE_NOOP("Actions", "Speak louder"), "Alt+Shift+PgUp"),
    ActionSpec("quieter", Group.SPEECH, QT_TRANSLATE_NOOP("Actions", "Speak more quietly"), "Alt+Shift+PgDown"),
    ActionSpec("spoken", Group.SPEECH, QT_TRANSLATE_NOOP("Actions", "Spoken replies on or off")),
    ActionSpec("voice_menu", Group.SPEECH, QT_TRANSLATE_NOOP("Actions", "Choose the voice")),
    ActionSpec("running", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Show what is running"), "Ctrl+J", called=_RUNNING),
    ActionSpec("conversations", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Go to the conversations"), "F6"),
    ActionSpec("archived", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Show or hide the archived conversations")),
    ActionSpec("sidebar", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Show or hide the conversations"), "Ctrl+B"),
    ActionSpec(
        "zoom_in", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Larger text"), "Ctrl++", also="Ctrl+=", called=_ZOOM
    ),
    ActionSpec("zoom_out", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Smaller text"), "Ctrl+-", called=_ZOOM),
    ActionSpec(
        "zoom_reset", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Text in its usual size"), "Ctrl+0", called=_ZOOM
    ),
    ActionSpec("caret", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Read with a caret, or not"), "F7"),
    ActionSpec("full_screen", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Full screen on or off"), _FULL_SCREEN_KEY),
    ActionSpec("theme", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Switch between light and dark"), called=_THEME),
    ActionSpec(
        "theme_system", Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Light or dark as the system is"), called=_THEME
    ),
    ActionSpec("palette", Group.PROGRAM, QT_TRANSLATE_NOOP("Actions", "All actions"), "Ctrl+Shift+P"),
    ActionSpec("backup", Group.PROGRAM, QT_TRANSLATE_NOOP("Actions", "Back up the history…"), called=_BACKUP),
    ActionSpec("restore", Group.PROGRAM, QT_TRANSLATE_NOOP("Actions", "Restore a backup…"), called=_BACKUP),
    ActionSpec("delete_all", Group.PROGRAM, QT_TRANSLATE_NOOP("Actions", "Delete all conversations…")),
    ActionSpec("settings", Group.PROGRAM, QT_TRANSLATE_NOOP("Actions", "Settings"), "Ctrl+,", called=_SETTINGS),
    ActionSpec("about", Group.PROGRAM, QT_TRANSLATE_NOOP("Actions", "About Aloud")),
    ActionSpec("quit", Group.PROGRAM, QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q"),
)

MESSAGE_ACTIONS: Final = tuple(
    spec.id for spec in ACTIONS if (spec.group, spec.where) == (Group.MESSAGE, Where.TRANSCRIPT)
)
"""What is done with the message of the page that has the keyboard."""


def build_actions(window: QWidget) -> dict[str, QAction]:
    """One QAction for each row of the table, by id; those of the window are in force at once.

    Whoever makes another part adds that part's actions to it (``add_actions``).
    """
    made = {}
    for spec in ACTIONS:
        action = QAction(spec.words, window)
        action.setObjectName(spec.id)
        if spec.where is Where.WINDOW:
            window.addAction(action)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made[spec.id] = action
    bind_keys(made, keys_in_force({}))
    return made


def add_actions(part: QWidget, actions: Mapping[str, QAction], where: Where) -> None:
    """Puts the actions that count in ``part`` into force there."""
    for spec in ACTIONS:
        if spec.where is where:
            part.addAction(actions[spec.id])


def bind_keys(actions: Mapping[str, QAction], keys: Mapping[str, str]) -> None:
    """``keys`` by action, as ``keys_in_force`` gives them."""
    for spec in ACTIONS:
        bound = [key_sequence(keys[spec.id])] if keys[spec.id] else []
        if spec.also and keys[spec.id] == spec.key and spec.also not in keys.values():
            bound.append(key_sequence(spec.also))
        actions[spec.id].setShortcuts(bound)


def keys_in_force(chosen: Mapping[str, str]) -> dict[str, str]:
    """The key of every action, in portable text, where a person chose some; empty where none does it.

    A chosen key counts more than a usual one, whose action then has none: a later version's new key takes nobody's
    away. What is no key is not counted, nor is one that two actions were given, nor the stop key for anything else.
    """
    usual = {spec.id: key_sequence(spec.key).toString() for spec in ACTIONS}
    wanted = {action: key_sequence(key).toString() for action, key in chosen.items() if action in usual}
    given = Counter(wanted.values())
    wanted = {action: key for action, key in wanted.items() if key and given[key] == 1}
    stop = wanted.get("stop", usual["stop"])
    wanted = {action: key for action, key in wanted.items() if action == "stop" or key != stop}
    taken = {*wanted.values(), ""}
    return {action: wanted.get(action) or ("" if key in taken else key) for action, key in usual.items()}


def key_sequence(portable: str) -> QKeySequence:
    return QKeySequence.fromString(portable, QKeySequence.SequenceFormat.PortableText)


def default_key(action_id: str) -> str:
    """The key of the table, as a person reads it on this system ("Ctrl+N", "⌘N")."""
    return key_text(next(spec.key for spec in ACTIONS if spec.id == action_id))


def key_text(portable: str) -> str:
    return key_sequence(portable).toString(QKeySequence.SequenceFormat.NativeText)


def key_cap(portable_or_native: str) -> str:
    """The key as a key cap shows it: "Ctrl N", "Ctrl +"."""
    held, plus, last = portable_or_native.rpartition("+")
    if plus and not last:  # the key is the plus itself
        return f"{held.rstrip('+').replace('+', ' ')} +".strip()
    return portable_or_native.replace("+", " ")
