"""The conversations as the rows of a list: a heading for each day or span of days, and below it its conversations."""

from __future__ import annotations

import time
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QLocale, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from desktop_app.domain.messages import Conversation


HEADING_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""True for a heading."""
ID_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The conversation's id; "" for a heading."""
OPEN_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""True for the conversation that is shown."""
RUNNING_ROLE: Final = Qt.ItemDataRole.UserRole + 4
"""True while something is answered or said in it, or waits to be said."""
WAITING_ROLE: Final = Qt.ItemDataRole.UserRole + 5
"""True while it has something to say and waits with it."""

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    id: str = ""


class ConversationsModel(QAbstractListModel):
    """Rows in the order in which the conversations come, newest first, narrowed by ``filter_titles``."""

    def __init__(self) -> None:
        super().__init__()
        self._conversations: Sequence[Conversation] = ()
        self._rows: list[_Row] = []
        self._row_of: dict[str, int] = {}
        self._today = date.min
        self._filter = ""
        self._open_id: str | None = None
        self._running: frozenset[str] = frozenset()
        self._waiting: frozenset[str] = frozenset()

    def show(self, conversations: Sequence[Conversation], open_id: str | None, today: date | None = None) -> None:
        today = today or datetime.now().astimezone().date()
        before, self._open_id = self._open_id, open_id
        if today == self._today and list(conversations) == list(self._conversations):
            self._tell_changed({before, open_id} - {None}, OPEN_ROLE)
            return
        self._conversations = conversations
        self._today = today
        self._rebuild()

    def set_running(self, conversation_ids: frozenset[str]) -> None:
        before, self._running = self._running, conversation_ids
        self._tell_changed(before ^ conversation_ids, RUNNING_ROLE)

    def set_waiting(self, conversation_ids: frozenset[str]) -> None:
        before, self._waiting = self._waiting, conversation_ids
        self._tell_changed(before ^ conversation_ids, RUNNING_ROLE)

    def filter_titles(self, text: str) -> None:
        """Keeps the conversations whose titles contain ``text``, in whatever case."""
        self._filter = text.strip().casefold()
        self._rebuild()

    def row_of(self, conversation_id: str | None) -> int | None:
        return self._row_of.get(conversation_id) if conversation_id else None

    def title_of(self, conversation_id: str) -> str:
        row = self.row_of(conversation_id)
        return "" if row is None else self._rows[row].text

    def is_heading(self, row: int) -> bool:
        return not self._rows[row].id

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                value: object = row.text
            case Qt.ItemDataRole.ToolTipRole:
                value = " — ".join(filter(None, (row.text, self._news(row.id))))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                value = self._news(row.id)
            case _ if role == HEADING_ROLE:
                value = not row.id
            case _ if role == ID_ROLE:
                value = row.id
            case _ if role == OPEN_ROLE:
                value = bool(row.id) and row.id == self._open_id
            case _ if role == RUNNING_ROLE:
                value = row.id in self._running | self._waiting
            case _ if role == WAITING_ROLE:
                value = row.id in self._waiting
            case _:
                value = None
        return value

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not self._rows[index.row()].id:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _news(self, conversation_id: str) -> str:
        if conversation_id in self._waiting:
            return _tr("has something to say")
        return _tr("being answered") if conversation_id in self._running else ""

    def _tell_changed(self, conversation_ids: AbstractSet[str | None], role: int) -> None:
        for conversation_id in conversation_ids:
            if (row := self.row_of(conversation_id)) is not None:
                self.dataChanged.emit(self.index(row), self.index(row), [role])

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._rows = []
        heading = ""
        names: dict[tuple[int, ...], str] = {}  # thousands of conversations, but far fewer days
        for conversation in self._conversations:
            if self._filter not in conversation.title.casefold():
                continue
            day = time.localtime(conversation.updated)[:3]
            if (name := names.get(day)) is None:
                name = names[day] = span_name(date(*day), self._today)
            if name != heading:
                heading = name
                self._rows.append(_Row(heading))
            self._rows.append(_Row(conversation.title, conversation.id))
        self._row_of = {row.id: number for number, row in enumerate(self._rows) if row.id}
        self.endResetModel()


def span_name(day: date, today: date) -> str:
    """The heading under which a conversation of ``day`` stands."""
    age = today - day
    if age <= timedelta(0):
        return _tr("Today")
    if age == timedelta(days=1):
        return _tr("Yesterday")
    if age <= timedelta(days=7):
        return _tr("Last 7 days")
    if age <= timedelta(days=30):
        return _tr("Last 30 days")
    month = QLocale().standaloneMonthName(day.month)
    return month if day.year == today.year else f"{month} {day.year}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sidebar", text)
