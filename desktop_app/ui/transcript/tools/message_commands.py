"""What can be done with one message of the page: as a menu, by a verb (a key, a button), and told by signals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from desktop_app.ui.actions import default_key
from desktop_app.ui.transcript.copying.clipboard import mime_data
from desktop_app.ui.transcript.page.entry import Entry
from desktop_app.ui.transcript.page.places import Place
from desktop_app.ui.transcript.page.reading_page import ReadingPage

COPY, MARKDOWN, READ, SOUND = "copy_message", "copy_markdown", "read_message", "message_sound"
EDIT, REGENERATE, DELETE, BRANCH = "edit_message", "regenerate", "delete_message", "branch_message"
SOURCE, DETAILS, EARLIER, LATER = "message_source", "message_details", "earlier_version", "later_version"

VERBS: Final = (COPY, MARKDOWN, READ, SOUND, EDIT, REGENERATE, DELETE, BRANCH, SOURCE, DETAILS, EARLIER, LATER)
"""The ids of the actions (``ui/actions.py``) that are done with the message that has the keyboard."""


@dataclass(frozen=True, slots=True)
class _Command:
    words: str
    do: Callable[[Entry], None]
    can: bool = True


class MessageCommands(QObject):
    """The signals are those of the view. ``models`` are those an answer can be asked for anew with."""

    read_from_requested = Signal(str, int)
    sound_requested = Signal(str)
    edit_requested = Signal(str)
    regenerate_requested = Signal(str, str)
    delete_requested = Signal(str)
    branch_requested = Signal(str)
    details_requested = Signal(str)
    branch_step_requested = Signal(str, int)
    models_wanted = Signal()
    changed = Signal()
    """A message is shown in another way."""

    def __init__(self, page: ReadingPage) -> None:
        super().__init__(page)
        self._page = page
        self._keys: dict[str, str] = {verb: default_key(verb) for verb in VERBS}
        self.models: Sequence[str] = ()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as a person reads them, by verb."""
        self._keys = {verb: keys[verb] if verb in keys else default_key(verb) for verb in VERBS}

    def key(self, verb: str) -> str:
        return self._keys[verb]

    @property
    def current(self) -> Entry | None:
        """The message that has the keyboard; the last in sight where none has."""
        page = self._page
        if page.focused_entry is not None:
            return page.entries[page.focused_entry]
        return page.outlook.seen[-1].entry if page.outlook.seen else None

    def do(self, verb: str, entry: Entry | None = None) -> None:
        """Does it with that message, or the current one, where it can be done; deletes none that was not chosen."""
        if entry is None and verb == DELETE and self._page.focused_entry is None:
            return
        entry = entry or self.current
        if entry is not None and (command := self.commands(entry).get(verb)) is not None and command.can:
            command.do(entry)

    def commands(self, entry: Entry) -> dict[str, _Command]:
        """All that has a sense for that message, in the order of the menu."""
        done = not entry.live
        found = {
            COPY: _Command(self.tr("Copy message"), self._copy),
            MARKDOWN: _Command(self.tr("Copy as Markdown"), self._copy_markdown),
            READ: _Command(self.tr("Read message"), lambda one: self.read_from_requested.emit(one.message_id, 0)),
            SOUND: _Command(self.tr("Save sound as…"), lambda one: self.sound_requested.emit(one.message_id)),
        }
        if entry.mine:
            found[EDIT] = _Command(self.tr("Edit"), lambda one: self.edit_requested.emit(one.message_id))
        else:
            again = self.tr("Answer again")
            found[REGENERATE] = _Command(again, lambda one: self.regenerate_requested.emit(one.message_id, ""), done)
        shown = self.tr("Show as text") if entry.shows_source else self.tr("Show source")
        found |= {
            BRANCH: _Command(self.tr("Branch from here"), lambda one: self.branch_requested.emit(one.message_id), done),
            SOURCE: _Command(shown, self._toggle_source, done),
            DETAILS: _Command(self.tr("Details"), lambda one: self.details_requested.emit(one.message_id)),
        }
        if entry.choice.count > 1:
            found[EARLIER] = _Command(
                self.tr("Version before"), lambda one: self._step(one, -1), entry.choice.index > 1
            )
            found[LATER] = _Command(
                self.tr("Next version"), lambda one: self._step(one, 1), entry.choice.index < entry.choice.count
            )
        found[DELETE] = _Command(self.tr("Delete"), lambda one: self.delete_requested.emit(one.message_id), done)
        return found

    def fill(self, menu: QMenu, entry: Entry) -> None:
        """Adds all of it to a menu."""
        for verb, command in self.commands(entry).items():
            if verb in {EDIT, REGENERATE, SOURCE, EARLIER, DELETE}:
                menu.addSeparator()
            key = self._keys[verb]
            words = f"{command.words}\t{key}" if key else command.words
            action = menu.addAction(words, partial(command.do, entry))
            action.setEnabled(command.can)
            if verb == REGENERATE:
                self._add_models(menu, entry, enabled=command.can)
            if verb == LATER:
                count = self.tr("Version {0} of {1}").format(entry.choice.index, entry.choice.count)
                menu.addAction(count).setEnabled(False)

    # Inside

    def _add_models(self, menu: QMenu, entry: Entry, *, enabled: bool) -> None:
        others = menu.addMenu(self.tr("Answer again with"))
        others.setEnabled(enabled)
        others.aboutToShow.connect(self.models_wanted)
        others.aboutToShow.connect(lambda: self._list_models(others, entry))

    def _list_models(self, menu: QMenu, entry: Entry) -> None:
        menu.clear()
        for model in self.models or ([entry.model] if entry.model else []):
            menu.addAction(model, partial(self.regenerate_requested.emit, entry.message_id, model))

    def _copy(self, entry: Entry) -> None:
        pieces = self._page.entries.pieces(entry.index)[: entry.content]
        if pieces:
            end = Place(entry.index, len(pieces) - 1, pieces[-1].length)
            QGuiApplication.clipboard().setMimeData(mime_data(self._page.entries, Place(entry.index, 0, 0), end))

    def _copy_markdown(self, entry: Entry) -> None:
        QGuiApplication.clipboard().setText(entry.source)

    def _toggle_source(self, entry: Entry) -> None:
        self._page.entries.show_source(entry, shown=not entry.shows_source)
        self._page.text_changed.emit(entry.index, 0)
        self.changed.emit()

    def _step(self, entry: Entry, by: int) -> None:
        self.branch_step_requested.emit(entry.message_id, by)
