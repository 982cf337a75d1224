"""The side of the window: begin a conversation, find one, open one; settings at its foot."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.ui.actions import default_key, key_cap
from desktop_app.ui.announcing import announce
from desktop_app.ui.parts import RowButton, label, line, look, set_flag
from desktop_app.ui.theme import Theme

if TYPE_CHECKING:
    from desktop_app.domain.messages import Conversation, Folder
    from desktop_app.ui.sidebar.conversation_list import ConversationList

_MARGIN: Final = 10


class Sidebar(QWidget):
    """``views.SidebarView``. What is meant by conversations' ids is a list of them; a folder's is empty for none."""

    conversation_chosen = Signal(str)
    new_requested = Signal()
    settings_requested = Signal()
    search_requested = Signal(str)
    """Everything is to be searched, for what was typed so far."""
    actions_requested = Signal()
    open_changed = Signal(bool)
    """Whether one of the conversations is open."""
    meant_changed = Signal(bool)
    """Whether there is one that an action would mean: it is open, or selected."""
    delete_requested = Signal(object)
    renamed = Signal(str, str)
    pin_requested = Signal(object, bool)
    archive_requested = Signal(object, bool)
    move_requested = Signal(object, str)
    folder_wanted = Signal(str, object)
    """A new folder of this name, with these conversations in it."""
    folder_renamed = Signal(str, str)
    folder_delete_requested = Signal(str)
    folders_ordered = Signal(object)
    fold_changed = Signal(object)
    """The names of all that is folded, to be kept."""
    sound_requested = Signal(str)
    """The sound of a conversation's answers is wanted as a file."""
    export_requested = Signal(list)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        look(self, "side")
        self._new = RowButton(self.tr("New conversation"), "cardrow", default_key("new"))
        self._new.setFixedHeight(40)
        self._new.clicked.connect(self.new_requested)
        self._settings = RowButton(self.tr("Settings"), "row", default_key("settings"))
        self._settings.setFixedHeight(38)
        self._settings.clicked.connect(self.settings_requested)
        self._actions = RowButton(self.tr("All actions"), "row", default_key("palette"))
        self._actions.setFixedHeight(38)
        self._actions.clicked.connect(self.actions_requested)
        self._search = _SearchField()
        self._search.wanted.connect(self.search_requested)
        self._nothing = label(self.tr("What you talk about will be listed here."), "small", wrap=True)
        self._nothing.setContentsMargins(_MARGIN, 8, _MARGIN, 0)
        self._nothing.hide()  # until it is known that there is nothing
        self._theme = theme
        self._list: ConversationList | None = None
        self._waiting: frozenset[str] = frozenset()
        self._open = ""
        self._shown_open: str | None = None
        self._meant = False
        self.pin_requested.connect(self._tell_pinned)
        self.archive_requested.connect(self._tell_archived)
        self.move_requested.connect(self._tell_moved)
        self._lay_out()

    @property
    def open_conversation(self) -> str:
        """The id of the one that is open, where it is one of these; else empty."""
        return self._open

    @property
    def conversations(self) -> ConversationList:
        """The list; made when it is first asked for, since the window stands before anybody knows what is in it."""
        if self._list is None:
            from desktop_app.ui.sidebar.conversation_list import ConversationList

            self._list = ConversationList(self._theme)
            self._connect(self._list)
            self._inner.replaceWidget(self._blank, self._list)
            self._inner.setStretchFactor(self._list, 1)
            self._blank.deleteLater()
            self._list.show()
        return self._list

    @property
    def parts_down(self) -> list[QWidget]:
        """As they stand, whichever was made first."""
        down = (self._new, self._search, self._list, self._actions, self._settings)
        return [part for part in down if part is not None]

    def show_conversations(self, conversations: Sequence[Conversation], open_id: str | None) -> None:
        self._shown_open = open_id
        self.conversations.show_conversations(list(conversations), open_id)
        self._after_change()

    def put_conversations(self, conversations: Sequence[Conversation]) -> None:
        self.conversations.put_conversations(conversations, self._shown_open)
        self._after_change()

    def drop_conversations(self, conversation_ids: Sequence[str]) -> None:
        self.conversations.drop_conversations(conversation_ids)
        self._after_change()

    def show_open(self, open_id: str | None) -> None:
        left, self._shown_open = self._shown_open is not None and open_id is None, open_id
        self.conversations.show_open(open_id)
        if left:
            self.conversations.mean_none()  # nobody sees which was open last, so nothing is done with it
        self._after_change()

    def show_folders(self, folders: Sequence[Folder]) -> None:
        self.conversations.show_folders(folders)
        self._show_emptiness()

    def show_folded(self, names: Collection[str]) -> None:
        self.conversations.show_folded(names)

    def begin_naming(self, folder_id: str) -> None:
        self.conversations.setFocus(Qt.FocusReason.OtherFocusReason)
        self.conversations.rename_folder(folder_id)

    def set_running(self, conversation_ids: frozenset[str]) -> None:
        self.conversations.rows.set_running(conversation_ids)

    def set_waiting(self, conversation_ids: frozenset[str]) -> None:
        new, self._waiting = conversation_ids - self._waiting, conversation_ids
        self.conversations.rows.set_waiting(conversation_ids)
        for conversation_id in new:
            title = self.conversations.rows.title_of(conversation_id)
            self._announce(
                self.tr("“{0}” has something to say").format(title)
                if title
                else self.tr("Another conversation has something to say")
            )

    def _announce(self, text: str) -> None:
        """Said by a screen reader when it has said what it is saying."""
        announce(self, text)

    def focus_search(self) -> None:
        self._search.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def name_search(self, *, searching: bool) -> None:
        """While everything is searched, the field that is called so is another one."""
        self._search.field.setAccessibleName(self.tr("Search everything") if searching else self.tr("Search"))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._list is not None:
            self._list.set_theme(theme)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """``keys`` by action, as a person reads them on this system."""
        self._new.show_key(keys["new"])
        self._settings.show_key(keys["settings"])
        self._actions.show_key(keys["palette"])
        self._search.show_key(keys["search"])

    def _connect(self, rows: ConversationList) -> None:
        rows.chosen.connect(self.conversation_chosen)
        rows.renamed.connect(self.renamed)
        rows.pin_requested.connect(self.pin_requested)
        rows.archive_requested.connect(self.archive_requested)
        rows.move_requested.connect(self.move_requested)
        rows.delete_requested.connect(self.delete_requested)
        rows.sound_requested.connect(self.sound_requested)
        rows.export_requested.connect(self.export_requested)
        rows.folder_wanted.connect(self.folder_wanted)
        rows.folder_renamed.connect(self.folder_renamed)
        rows.folder_delete_requested.connect(self.folder_delete_requested)
        rows.folders_ordered.connect(self.folders_ordered)
        rows.fold_changed.connect(self.fold_changed)
        rows.selectionModel().selectionChanged.connect(self._tell_meant)
        rows.selectionModel().currentChanged.connect(self._tell_meant)

    def _tell_pinned(self, _ids: object, pinned: bool) -> None:  # noqa: FBT001 - a Qt signal calls it
        self._announce(self.tr("Pinned") if pinned else self.tr("No longer pinned"))

    def _tell_archived(self, _ids: object, archived: bool) -> None:  # noqa: FBT001 - as above
        self._announce(self.tr("Archived") if archived else self.tr("Taken out of the archive"))

    def _tell_moved(self, _ids: object, folder_id: str) -> None:
        name = next((one.name for one in self.conversations.rows.folders if one.id == folder_id), "")
        self._announce(self.tr("Moved to the folder {0}").format(name) if name else self.tr("In no folder any more"))

    def _after_change(self) -> None:
        there = self._shown_open if self.conversations.rows.get(self._shown_open or "") is not None else None
        if (there or "") != self._open:
            self._open = there or ""
            self.open_changed.emit(bool(self._open))
        self._tell_meant()
        self._show_emptiness()

    def _tell_meant(self) -> None:
        before, self._meant = self._meant, bool(self._open or self.conversations.selected_ids)
        if before != self._meant:
            self.meant_changed.emit(self._meant)

    def _lay_out(self) -> None:
        inner = self._inner = QVBoxLayout()
        inner.setContentsMargins(_MARGIN, 14, _MARGIN, 12)
        inner.setSpacing(0)
        inner.addWidget(self._new)
        inner.addSpacing(4)
        inner.addWidget(self._search)
        inner.addSpacing(1)
        inner.addWidget(self._nothing)
        self._blank = QWidget()  # holds the list's place until there is one
        inner.addWidget(self._blank, 1)
        inner.addSpacing(8)
        inner.addWidget(self._actions)
        inner.addWidget(self._settings)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(inner, 1)
        outer.addWidget(line(vertical=True))

    def _show_emptiness(self) -> None:
        self._nothing.setVisible(self.conversations.rows.rowCount() == 0)


class _SearchField(QFrame):
    """The way to search everything, with its key at the far end: a press, Enter or a letter opens the search."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        look(self, "search")
        self.setFixedHeight(36)
        self.field = QLineEdit()
        look(self.field, "bare")
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setPlaceholderText(self.tr("Search everything"))
        self.field.setCursor(Qt.CursorShape.PointingHandCursor)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._pass_on)
        self.field.returnPressed.connect(lambda: self.wanted.emit(""))
        self._cap: QLabel = label("", "keycap")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_MARGIN - 3, 0, _MARGIN - 1, 0)  # the field and the frame bring the rest
        layout.addWidget(self.field, 1)
        layout.addWidget(self._cap)
        self.show_key(default_key("search"))
        self.setFocusProxy(self.field)

    def show_key(self, key: str) -> None:
        self._cap.setText(key_cap(key))
        self._cap.setVisible(bool(key))
        self.field.setToolTip(self.tr("Search everything") + (f" ({key})" if key else ""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            set_flag(self, "focused", self.field.hasFocus())
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self.wanted.emit("")
        return super().eventFilter(watched, event)

    def _pass_on(self, text: str) -> None:
        """What is typed here goes on where everything is searched."""
        if text:
            self.field.clear()
            self.wanted.emit(text)
