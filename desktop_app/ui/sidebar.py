"""The side of the window: begin a conversation, find one, open one; settings at its foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.ui.actions import default_key, key_cap
from desktop_app.ui.parts import IconButton, RowButton, label, line, look, set_flag
from desktop_app.ui.sidebar_list import ConversationList
from desktop_app.ui.theme import Theme

if TYPE_CHECKING:
    from desktop_app.domain.messages import Conversation

_MARGIN: Final = 10


class Sidebar(QWidget):
    """``views.SidebarView``. ``delete_requested`` comes after the person was asked whether it is meant."""

    conversation_chosen = Signal(str)
    new_requested = Signal()
    settings_requested = Signal()
    actions_requested = Signal()
    open_changed = Signal(bool)
    """Whether one of the conversations is open."""
    delete_requested = Signal(str)
    sound_requested = Signal(str)
    """The sound of a conversation's answers is wanted as a file."""

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
        self._search.field.textChanged.connect(self._filter)
        self._search.field.returnPressed.connect(self._to_list)
        self._nothing = label("", "small", wrap=True)
        self._nothing.setContentsMargins(_MARGIN, 8, _MARGIN, 0)
        self._list = ConversationList(theme)
        self._waiting: frozenset[str] = frozenset()
        self._open = ""
        self._list.chosen.connect(self.conversation_chosen)
        self._list.delete_requested.connect(self.ask_before_deletion)
        self._list.sound_requested.connect(self.sound_requested)
        self._lay_out()
        self._show_emptiness()

    @property
    def open_conversation(self) -> str:
        """The id of the one that is open, where it is one of these; else empty."""
        return self._open

    def show_conversations(self, conversations: Sequence[Conversation], open_id: str | None) -> None:
        self._open = next((one.id for one in conversations if one.id == open_id), "")
        self.open_changed.emit(bool(self._open))
        self._list.show_conversations(list(conversations), open_id)
        self._show_emptiness()

    def set_running(self, conversation_ids: frozenset[str]) -> None:
        self._list.rows.set_running(conversation_ids)

    def set_waiting(self, conversation_ids: frozenset[str]) -> None:
        new, self._waiting = conversation_ids - self._waiting, conversation_ids
        self._list.rows.set_waiting(conversation_ids)
        for conversation_id in new:
            title = self._list.rows.title_of(conversation_id)
            self._announce(
                self.tr("“{0}” has something to say").format(title)
                if title
                else self.tr("Another conversation has something to say")
            )

    def _announce(self, text: str) -> None:
        """Said by a screen reader when it has said what it is saying."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # the start waits for none

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def focus_search(self) -> None:
        self._search.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.field.selectAll()

    def set_theme(self, theme: Theme) -> None:
        self._list.set_theme(theme)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """``keys`` by action, as a person reads them on this system."""
        self._new.show_key(keys["new"])
        self._settings.show_key(keys["settings"])
        self._actions.show_key(keys["palette"])
        self._search.show_key(keys["search"])

    def ask_before_deletion(self, conversation_id: str) -> None:
        from desktop_app.ui.question import Question

        title = self._list.rows.title_of(conversation_id)
        words = self.tr("Delete “{0}”?").format(title)
        question = Question(self.window(), words, self.tr("Its messages are gone for good."), self.tr("Delete"))
        question.accepted.connect(lambda: self.delete_requested.emit(conversation_id))
        question.open()

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(_MARGIN, 14, _MARGIN, 12)
        inner.setSpacing(0)
        inner.addWidget(self._new)
        inner.addSpacing(4)
        inner.addWidget(self._search)
        inner.addSpacing(1)
        inner.addWidget(self._nothing)
        inner.addWidget(self._list, 1)
        inner.addSpacing(8)
        inner.addWidget(self._actions)
        inner.addWidget(self._settings)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(inner, 1)
        outer.addWidget(line(vertical=True))

    def _filter(self, text: str) -> None:
        self._list.rows.filter_titles(text)
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        searched = bool(self._search.field.text().strip())
        words = self.tr("Nothing found.") if searched else self.tr("What you talk about will be listed here.")
        self._nothing.setText(words)
        self._nothing.setVisible(self._list.rows.rowCount() == 0)

    def _to_list(self) -> None:
        """Enter in the search field goes to what was found."""
        if self._list.rows.rowCount() > 1:
            self._list.setCurrentIndex(self._list.rows.index(1))
            self._list.setFocus(Qt.FocusReason.TabFocusReason)


class _SearchField(QFrame):
    """A field without a box until one is in it, with its key at the far end until something is typed."""

    def __init__(self) -> None:
        super().__init__()
        look(self, "search")
        self.setFixedHeight(36)
        self.field = QLineEdit()
        look(self.field, "bare")
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setPlaceholderText(self.tr("Search everything"))
        self.field.installEventFilter(self)
        self._cap: QLabel = label("", "keycap")
        self._clear = IconButton("close", self.tr("Clear the search"), size=14)
        self._clear.clicked.connect(self.field.clear)
        self.field.textChanged.connect(self._show_end)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_MARGIN - 3, 0, _MARGIN - 1, 0)  # the field and the frame bring the rest
        layout.addWidget(self.field, 1)
        layout.addWidget(self._cap)
        layout.addWidget(self._clear)
        self._show_end("")
        self.show_key(default_key("search"))
        self.setFocusProxy(self.field)

    def show_key(self, key: str) -> None:
        self._cap.setText(key_cap(key))
        self._show_end(self.field.text())
        self.field.setToolTip(self.tr("Search everything") + (f" ({key})" if key else ""))

    def _show_end(self, text: str) -> None:
        self._cap.setVisible(not text and bool(self._cap.text()))
        self._clear.setVisible(bool(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            set_flag(self, "focused", self.field.hasFocus())
        return super().eventFilter(watched, event)
