"""How the rows of the side come, go and move: each change of one conversation is one change of the list.

What is told row by row leaves in place what is selected, edited or in sight.
"""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex

from desktop_app.domain.archive import ARCHIVED
from desktop_app.ui.sidebar.sections import (
    ARCHIVED_ORDER,
    PINNED_ORDER,
    Order,
    Section,
    day_order,
    folder_order,
    newest_first,
    span_name,
)
from desktop_app.ui.translation import translate

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from desktop_app.domain.messages import Conversation, Folder

    _Index = QModelIndex | QPersistentModelIndex

_NO_INDEX: Final = QModelIndex()
_FEW: Final = 50
"""So many changes are made one by one; more of them as a new list."""


class ConversationRows(QAbstractListModel):
    """A heading for each section, and below it, unless it is folded, its conversations, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, Conversation] = {}
        self._folders: dict[str, Folder] = {}
        self._folder_orders: dict[str, Order] = {}
        self._folded: frozenset[str] = frozenset({ARCHIVED})
        self._sections: list[Section] = []
        self._starts: list[int] = []
        self._count = 0
        self._today = date.min
        self._days: dict[tuple[int, ...], Order] = {}

    # What is shown

    def show_all(self, conversations: Sequence[Conversation], today: date | None = None) -> None:
        """These and no others."""
        today = today or _today()
        wanted = {one.id: one for one in conversations}
        gone = [one for one in self._known if one not in wanted]
        changed = [one for one in conversations if self._known.get(one.id) != one]
        if today == self._today and len(gone) + len(changed) <= _FEW:
            self.drop(gone)
            for one in changed:
                self._put(one)
            return
        self._known, self._today = wanted, today
        self.rebuild()

    def put(self, conversations: Sequence[Conversation]) -> None:
        """These are new, or have changed."""
        if (today := _today()) != self._today:
            self._known.update((one.id, one) for one in conversations)
            self._today = today
            self.rebuild()
        elif len(conversations) <= _FEW:
            for one in conversations:
                self._put(one)
        else:
            self._put_many(conversations)

    def drop(self, conversation_ids: Iterable[str]) -> None:
        for conversation_id in conversation_ids:
            if (old := self._known.get(conversation_id)) is not None:
                order = self._home(old)
                self._take(order, old)
                self._clear_away(order)
                del self._known[conversation_id]

    def show_folders(self, folders: Sequence[Folder]) -> None:
        same_order = [one.id for one in folders] == list(self._folders)
        self._folders = {one.id: one for one in folders}
        if same_order:
            for section in self._sections:
                if section.is_folder:
                    section.name = self._folders[section.fold].name
                    self._tell(self._start(section))
        else:
            self._folder_orders = {one.id: folder_order(place) for place, one in enumerate(folders)}
            self.rebuild()

    def show_folded(self, names: Collection[str]) -> None:
        before, self._folded = self._folded, frozenset(names)
        for name in before ^ self._folded:
            self._fold(name, folded=name in self._folded)

    @property
    def folded(self) -> frozenset[str]:
        """Of what is there, and of folders that may come."""
        return self._folded

    # What is where

    @property
    def conversations(self) -> int:
        """How many there are, folded ones too."""
        return len(self._known)

    @property
    def folders(self) -> Sequence[Folder]:
        """In their order."""
        return tuple(self._folders.values())

    def at(self, row: int) -> tuple[Section, Conversation | None]:
        """The section of a row, and its conversation; None for the heading."""
        place = bisect_right(self._starts, row) - 1
        section = self._sections[place]
        below = row - self._starts[place]
        return section, section.talks[below - 1] if below else None

    def row_of(self, conversation_id: str | None) -> int | None:
        """None too where it is folded away."""
        talk = self._known.get(conversation_id) if conversation_id else None
        section = None if talk is None else self._section(self._home(talk))
        if talk is None or section is None or section.folded:
            return None
        return self._start(section) + 1 + section.place(talk)

    def row_of_fold(self, name: str) -> int | None:
        """The heading of what can be folded."""
        return next((self._start(section) for section in self._sections if name and section.fold == name), None)

    def fold_of(self, conversation_id: str) -> str:
        """In what that can be folded it stands; empty for none."""
        talk = self._known.get(conversation_id)
        section = None if talk is None else self._section(self._home(talk))
        return "" if section is None else section.fold

    def get(self, conversation_id: str) -> Conversation | None:
        return self._known.get(conversation_id)

    def title_of(self, conversation_id: str) -> str:
        talk = self._known.get(conversation_id)
        return "" if talk is None else talk.title

    def is_heading(self, row: int) -> bool:
        return self.at(row)[1] is None

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._count

    # One conversation more, less or elsewhere

    def _put(self, new: Conversation) -> None:
        old = self._known.get(new.id)
        if new == old:
            return
        source = None if old is None else self._home(old)
        self._known[new.id] = new
        target = self._home(new)
        if old is None or source is None:
            self._insert(target, [new])
        elif source == target and old.updated == new.updated:
            section = self._ensure(source)
            section.talks[section.place(old)] = new
            self._tell(self.row_of(new.id))
        else:
            self._ensure(target)
            if self._both_shown(source, target):
                self._move(source, old, target, new)
            else:
                self._take(source, old)
                self._insert(target, [new])
            self._clear_away(source)

    def _put_many(self, conversations: Sequence[Conversation]) -> None:
        """What lies behind all that there is in its section comes in as a whole."""
        new = sorted((one for one in conversations if one.id not in self._known), key=newest_first)
        homes = [(self._home(one), one) for one in new]
        homes.sort(key=lambda pair: pair[0])
        taken: set[str] = set()
        for order, pairs in groupby(homes, key=lambda pair: pair[0]):
            talks = [one for _, one in pairs]
            section = self._ensure(order)
            if not section.talks or newest_first(section.talks[-1]) < newest_first(talks[0]):
                taken.update(one.id for one in talks)
                self._known.update((one.id, one) for one in talks)
                self._insert(order, talks)
        for one in conversations:
            if one.id not in taken:
                self._put(one)

    def _insert(self, order: Order, talks: Sequence[Conversation]) -> None:
        """``talks``: one, or several that stand next to each other."""
        section = self._ensure(order)
        place = section.place(talks[0])
        first = self._start(section) + 1 + place
        if not section.folded:
            self.beginInsertRows(_NO_INDEX, first, first + len(talks) - 1)
        section.talks[place:place] = talks
        self._measure()
        if not section.folded:
            self.endInsertRows()
        self._tell_heading(section)

    def _take(self, order: Order, talk: Conversation) -> None:
        section = self._ensure(order)
        place = section.place(talk)
        row = self._start(section) + 1 + place
        if not section.folded:
            self.beginRemoveRows(_NO_INDEX, row, row)
        del section.talks[place]
        self._measure()
        if not section.folded:
            self.endRemoveRows()
        self._tell_heading(section)

    def _move(self, source: Order, old: Conversation, target: Order, new: Conversation) -> None:
        """Whatever points at the row, the selection or an editor, goes along."""
        leaves, comes = self._ensure(source), self._ensure(target)
        row = self._start(leaves) + 1 + leaves.place(old)
        aim = self._start(comes) + 1 + comes.place(new)
        moves = aim not in {row, row + 1} and self.beginMoveRows(_NO_INDEX, row, row, _NO_INDEX, aim)
        del leaves.talks[leaves.place(old)]
        comes.talks.insert(comes.place(new), new)
        self._measure()
        if moves:
            self.endMoveRows()
        self._tell(self.row_of(new.id))
        for section in {id(one): one for one in (leaves, comes)}.values():
            self._tell_heading(section)

    def _ensure(self, order: Order) -> Section:
        """The section, with its heading, where it was not there."""
        if (known := self._section(order)) is not None:
            return known
        section = self._make(order)
        place = bisect_left(self._sections, order, key=_order)
        row = self._starts[place] if place < len(self._starts) else self._count
        self.beginInsertRows(_NO_INDEX, row, row)
        self._sections.insert(place, section)
        self._measure()
        self.endInsertRows()
        return section

    def _clear_away(self, order: Order) -> None:
        """A heading goes with the last of what stood below it; a folder stays."""
        section = self._section(order)
        if section is None or section.talks or section.is_folder:
            return
        row = self._start(section)
        self.beginRemoveRows(_NO_INDEX, row, row)
        self._sections.remove(section)
        self._measure()
        self.endRemoveRows()

    def _fold(self, name: str, *, folded: bool) -> None:
        section = next((one for one in self._sections if one.fold == name), None)
        if section is None or section.folded == folded:
            return
        first, last = self._start(section) + 1, self._start(section) + len(section.talks)
        if not section.talks:
            section.folded = folded
        elif folded:
            self.beginRemoveRows(_NO_INDEX, first, last)
            section.folded = True
            self._measure()
            self.endRemoveRows()
        else:
            self.beginInsertRows(_NO_INDEX, first, last)
            section.folded = False
            self._measure()
            self.endInsertRows()
        self._tell_heading(section)

    # All of it

    def rebuild(self) -> None:
        """The days or the folders are others: every row anew."""
        self.beginResetModel()
        self._days = {}
        found = {order: self._make(order) for order in self._folder_orders.values()}
        for talk in sorted(self._known.values(), key=newest_first):
            order = self._home(talk)
            if (section := found.get(order)) is None:
                section = found[order] = self._make(order)
            section.talks.append(talk)
        self._sections = [found[order] for order in sorted(found)]
        self._measure()
        self.endResetModel()

    def _make(self, order: Order) -> Section:
        if order == PINNED_ORDER:
            return Section(order, translate("Sidebar", "Pinned"))
        if order == ARCHIVED_ORDER:
            return Section(order, translate("Sidebar", "Archived"), ARCHIVED, folded=ARCHIVED in self._folded)
        for folder_id, place in self._folder_orders.items():
            if place == order:
                return Section(order, self._folders[folder_id].name, folder_id, folded=folder_id in self._folded)
        day = next(date(*parts[:3]) for parts, span in self._days.items() if span == order)
        return Section(order, span_name(day, self._today))

    def _home(self, talk: Conversation) -> Order:
        """The section it belongs to."""
        if talk.archived:
            return ARCHIVED_ORDER
        if talk.pinned:
            return PINNED_ORDER
        if talk.folder_id is not None and (order := self._folder_orders.get(talk.folder_id)) is not None:
            return order
        parts = time.localtime(talk.updated)[:3]  # thousands of conversations, but far fewer days
        if (order := self._days.get(parts)) is None:
            order = self._days[parts] = day_order(date(*parts), self._today)
        return order

    def _both_shown(self, source: Order, target: Order) -> bool:
        return not self._ensure(source).folded and not self._ensure(target).folded

    def _section(self, order: Order) -> Section | None:
        place = bisect_left(self._sections, order, key=_order)
        found = self._sections[place] if place < len(self._sections) else None
        return found if found is not None and found.order == order else None

    def _start(self, section: Section) -> int:
        """The row of its heading."""
        return self._starts[bisect_left(self._sections, section.order, key=_order)]

    def _measure(self) -> None:
        ends = list(accumulate(section.rows for section in self._sections))
        self._starts, self._count = [0, *ends[:-1]] if ends else [], ends[-1] if ends else 0

    def _tell_heading(self, section: Section) -> None:
        """It says how many there are below it."""
        if section.fold:
            self._tell(self._start(section))

    def _tell(self, row: int | None, roles: Sequence[int] = ()) -> None:
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row), list(roles))


def _order(section: Section) -> Order:
    return section.order


def _today() -> date:
    return datetime.now().astimezone().date()
