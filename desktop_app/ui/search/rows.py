"""What was found, as the rows of a list: first conversations by their titles, then messages."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from desktop_app.domain.found import Findings, FoundMessage, FoundTitle
from desktop_app.domain.messages import Role

Found = FoundTitle | FoundMessage
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()


class FoundRows(QAbstractListModel):
    """``more`` messages than these were found and can be fetched."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Found] = []
        self.more = False

    def show(self, findings: Findings) -> None:
        self.beginResetModel()
        self._rows = [*findings.titles, *findings.messages]
        self.more = len(findings.messages) < findings.total
        self.endResetModel()

    def add(self, findings: Findings) -> None:
        """Further messages."""
        first = len(self._rows)
        self.more = bool(findings.messages) and first + len(findings.messages) < findings.total
        if findings.messages:
            self.beginInsertRows(_NO_INDEX, first, first + len(findings.messages) - 1)
            self._rows += findings.messages
            self.endInsertRows()

    def row(self, number: int) -> Found | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def place_of(self, found: Found | None) -> int:
        """Where the same message or conversation stands now; at the top where it is not there."""
        return next((place for place, one in enumerate(self._rows) if found and _key(one) == _key(found)), 0)

    @property
    def messages(self) -> int:
        """How many of the rows are messages."""
        return sum(isinstance(one, FoundMessage) for one in self._rows)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.row(index.row())
        if found is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return found.snippet.text if isinstance(found, FoundMessage) else found.title.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return in_words(found)
        return None


def in_words(found: Found) -> str:
    """For a screen reader."""
    archived = QCoreApplication.translate("SearchPanel", "archived") if found.archived else ""
    if isinstance(found, FoundTitle):
        said = [
            QCoreApplication.translate("SearchPanel", "Conversation {0}").format(found.title.text),
            when(found.updated),
            archived,
        ]
    else:
        said = [found.snippet.text, who(found), found.title, when(found.created), archived]
    return ", ".join(filter(None, said))


def who(found: FoundMessage) -> str:
    if found.role is Role.USER:
        return QCoreApplication.translate("SearchPanel", "You")
    return found.model or QCoreApplication.translate("SearchPanel", "Answer")


def when(seconds: float) -> str:
    """The time of today, the day of another one."""
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    locale = QLocale()
    if moment.date() == QDateTime.currentDateTime().date():
        return locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    return locale.toString(moment.date(), QLocale.FormatType.ShortFormat)


def _key(found: Found) -> tuple[str, str]:
    return found.conversation_id, found.message_id if isinstance(found, FoundMessage) else ""
