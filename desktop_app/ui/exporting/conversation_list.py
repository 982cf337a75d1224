"""The conversations to choose from: a field that finds them, and a list with a box before each."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop_app.domain.messages import Conversation
from desktop_app.ui.counts import Counts
from desktop_app.ui.parts import button, label, look

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEIGHT = 190


class ConversationList(QWidget):
    """``changed``: another number of them is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = _Conversations()
        self._model.dataChanged.connect(self._tell)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Find conversations"))
        self._search.setAccessibleName(self.tr("Find conversations"))
        self._search.setClearButtonEnabled(True)
        self._search.setMinimumHeight(36)
        self._search.textChanged.connect(self._model.find)
        self._view = _List()
        self._view.setModel(self._model)
        self._view.setAccessibleName(self.tr("Conversations to export"))
        look(self._view, "checks")
        self._view.setUniformItemSizes(True)
        self._view.setMinimumHeight(110)
        self._view.setMaximumHeight(_HEIGHT)
        self._view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = label("", "small")
        self._all = button(self.tr("Choose all"), "link", tip=self.tr("All that are found"))
        self._all.clicked.connect(lambda: self._model.choose_all(chosen=True))
        self._none = button(self.tr("Choose none"), "link", tip=self.tr("Of those that are found, none"))
        self._none.clicked.connect(lambda: self._model.choose_all(chosen=False))
        self._lay_out()

    def fill(self, conversations: Sequence[Conversation], chosen: Collection[str]) -> None:
        self._search.clear()
        self._model.fill(conversations, chosen)
        self._tell()

    @property
    def chosen(self) -> tuple[str, ...]:
        """In their order."""
        return self._model.chosen

    def _tell(self) -> None:
        self._count.setText(Counts().chosen_conversations(len(self._model.chosen)))
        self.changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._search)
        column.addWidget(self._view)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self._all)
        foot.addWidget(self._none)
        column.addLayout(foot)


class _List(QListView):
    """Enter is for the dialog; the box is turned by Space or a click anywhere in the row."""

    def __init__(self) -> None:
        super().__init__()
        self.clicked.connect(self._turn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _turn(self, index: QModelIndex) -> None:
        model = self.model()
        assert isinstance(model, _Conversations)
        model.turn(index.row())


class _Conversations(QAbstractListModel):
    """Those that are found, each with a box; what is chosen stays so while others are looked for."""

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Conversation] = ()
        self._found: Sequence[Conversation] = ()
        self._chosen: set[str] = set()

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(one.id for one in self._all if one.id in self._chosen)

    def fill(self, conversations: Sequence[Conversation], chosen: Collection[str]) -> None:
        self.beginResetModel()
        self._all = self._found = conversations
        self._chosen = set(chosen)
        self.endResetModel()

    def find(self, words: str) -> None:
        wanted = words.casefold().split()
        self.beginResetModel()
        self._found = [one for one in self._all if all(word in one.title.casefold() for word in wanted)]
        self.endResetModel()

    def turn(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self._chosen ^= {self._found[row].id}
            self.dataChanged.emit(self.index(row), self.index(row))

    def choose_all(self, *, chosen: bool) -> None:
        """Of those that are found."""
        found = {one.id for one in self._found}
        self._chosen = self._chosen | found if chosen else self._chosen - found
        if self._found:
            self.dataChanged.emit(self.index(0), self.index(len(self._found) - 1))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self._found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(one.title.split()) or self.tr("Conversation")
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if one.id in self._chosen else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ARG002 - turned
        """A screen reader's way to the box."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.turn(index.row())
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:  # noqa: ARG002 - all are alike
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
