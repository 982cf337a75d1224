"""The conversations as a list: what its rows say, mean to a screen reader, and take with them when they are dragged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal

from desktop_app.ui.sidebar.rows import ConversationRows
from desktop_app.ui.sidebar.sections import Section

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex

    from desktop_app.domain.messages import Conversation

    _Index = QModelIndex | QPersistentModelIndex

HEADING_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""True for a heading, a folder's too."""
ID_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The conversation's id; "" for a heading."""
OPEN_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""True for the conversation that is shown."""
RUNNING_ROLE: Final = Qt.ItemDataRole.UserRole + 4
"""True while something is answered or said in it, or waits to be said; for what is folded: in one of those within."""
WAITING_ROLE: Final = Qt.ItemDataRole.UserRole + 5
"""True while it has something to say and waits with it."""
FOLD_ROLE: Final = Qt.ItemDataRole.UserRole + 6
"""What can be folded here: a folder's id or ``ARCHIVED``; "" for all else."""

CONVERSATIONS_TYPE: Final = "application/x-aloud-conversations"
FOLDER_TYPE: Final = "application/x-aloud-folder"
"""What is dragged: ids, one a line."""


class ConversationsModel(ConversationRows):
    """``renamed``: a person has written another title, or another name of a folder; it shows when it comes back."""

    renamed = Signal(str, str)
    folder_renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._open_id: str | None = None
        self._running: frozenset[str] = frozenset()
        self._waiting: frozenset[str] = frozenset()

    def show(self, conversations: Sequence[Conversation], open_id: str | None, today: date | None = None) -> None:
        """These and no others."""
        self.show_open(open_id)
        self.show_all(conversations, today)

    def show_open(self, open_id: str | None) -> None:
        before, self._open_id = self._open_id, open_id
        self._tell_changed({before, open_id} - {None}, OPEN_ROLE)

    def set_running(self, conversation_ids: frozenset[str]) -> None:
        before, self._running = self._running, conversation_ids
        self._tell_changed(before ^ conversation_ids, RUNNING_ROLE)

    def set_waiting(self, conversation_ids: frozenset[str]) -> None:
        before, self._waiting = self._waiting, conversation_ids
        self._tell_changed(before ^ conversation_ids, RUNNING_ROLE)

    def is_open(self, talk: Conversation) -> bool:
        return talk.id == self._open_id

    def news_of(self, talk: Conversation) -> tuple[bool, bool]:
        """Whether something runs or waits in it, and whether something waits."""
        waits = talk.id in self._waiting
        return waits or talk.id in self._running, waits

    def runs_within(self, section: Section) -> bool:
        """Of what is folded: something in it runs or waits."""
        known = (self._known.get(one) for one in self._running | self._waiting)
        return section.folded and any(one is not None and self._home(one) == section.order for one in known)

    # Qt's questions

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        section, talk = self.at(index.row())
        answer = _ANSWERS.get(role)
        if answer is not None:
            return answer(self, section, talk)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            from desktop_app.ui.sidebar.words import described, tip

            say = tip if role == Qt.ItemDataRole.ToolTipRole else described
            return say(self, section, talk)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        section, talk = self.at(index.row())
        if talk is None and not section.fold:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if talk is not None or section.is_folder:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        section, talk = self.at(index.row())
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or text in {"", section.name if talk is None else talk.title}:
            return False
        if talk is not None:
            self.renamed.emit(talk.id, text)
        else:
            self.folder_renamed.emit(section.fold, text)
        return True

    def mimeTypes(self) -> list[str]:
        return [CONVERSATIONS_TYPE, FOLDER_TYPE]

    def mimeData(self, indexes: Sequence[_Index]) -> QMimeData:
        """Of folders only one, and only where no conversation goes with it."""
        from PySide6.QtCore import QMimeData  # nobody may ever drag anything

        rows = [self.at(index.row()) for index in indexes]
        data = QMimeData()
        if talks := [talk.id for _, talk in rows if talk is not None]:
            data.setData(CONVERSATIONS_TYPE, "\n".join(talks).encode())
        elif rows and rows[0][0].is_folder:
            data.setData(FOLDER_TYPE, rows[0][0].fold.encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def _tell_changed(self, conversation_ids: Iterable[str | None], role: int) -> None:
        for conversation_id in conversation_ids:
            if (row := self.row_of(conversation_id)) is not None:
                self._tell(row, [role])
            elif conversation_id is not None and (fold := self.row_of_fold(self.fold_of(conversation_id))) is not None:
                self._tell(fold)


_Answer = Callable[[ConversationsModel, Section, "Conversation | None"], object]

_ANSWERS: Final[dict[int, _Answer]] = {
    Qt.ItemDataRole.DisplayRole: lambda _model, section, talk: section.name if talk is None else talk.title,
    Qt.ItemDataRole.EditRole: lambda _model, section, talk: section.name if talk is None else talk.title,
    HEADING_ROLE: lambda _model, _section, talk: talk is None,
    ID_ROLE: lambda _model, _section, talk: "" if talk is None else talk.id,
    OPEN_ROLE: lambda model, _section, talk: talk is not None and model.is_open(talk),
    RUNNING_ROLE: lambda model, section, talk: model.runs_within(section) if talk is None else model.news_of(talk)[0],
    WAITING_ROLE: lambda model, _section, talk: talk is not None and model.news_of(talk)[1],
    FOLD_ROLE: lambda _model, section, talk: section.fold if talk is None else "",
}
